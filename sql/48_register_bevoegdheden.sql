
    ------------------------------------------------------------------------------------------------------------------
    -- Who may do what: nobody but the owner may do anything until klantinteracties.verleen() says so (sql/70), not even where
    -- default privileges of the owner would give it to everybody.
    ------------------------------------------------------------------------------------------------------------------

    EXECUTE format('REVOKE ALL ON SCHEMA %1$I FROM PUBLIC', maak_register.naam);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %1$I FROM PUBLIC', maak_register.naam);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %1$I FROM PUBLIC', maak_register.naam);

    -- Row security. Who has a privilege has it on the rows that are not vertrouwelijk, and of partijen that do not ask for
    -- geheimhouding; bevoegdheid "vertrouwelijk" adds a policy for the others, and bevoegdheid "inzage" takes all but its own away.
    -- What is registered may be vertrouwelijk, whoever registers it. An owner who wants to hide more adds policies AS RESTRICTIVE.
    -- Each looks at nothing but its row, whose copies are kept by the rules (design decision D5).

    ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
    ALTER TABLE betrokkene ENABLE ROW LEVEL SECURITY;
    ALTER TABLE actor_klantcontact ENABLE ROW LEVEL SECURITY;
    ALTER TABLE bijlage ENABLE ROW LEVEL SECURITY;
    ALTER TABLE onderwerpobject ENABLE ROW LEVEL SECURITY;
    ALTER TABLE interne_taak ENABLE ROW LEVEL SECURITY;
    ALTER TABLE digitaal_adres ENABLE ROW LEVEL SECURITY;
    ALTER TABLE partij_identificator ENABLE ROW LEVEL SECURITY;
    ALTER TABLE mutatielog ENABLE ROW LEVEL SECURITY;
    ALTER TABLE partij ENABLE ROW LEVEL SECURITY;
    ALTER TABLE klanttaak ENABLE ROW LEVEL SECURITY;
    ALTER TABLE partij_verificatie ENABLE ROW LEVEL SECURITY;
    ALTER TABLE vertegenwoordiging ENABLE ROW LEVEL SECURITY;
    ALTER TABLE actor ENABLE ROW LEVEL SECURITY;

    CREATE POLICY gewoon ON klantcontact USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON betrokkene USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON actor_klantcontact USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON bijlage USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON onderwerpobject USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON interne_taak USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON digitaal_adres USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON partij_identificator USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON mutatielog USING (vertrouwelijk = '') WITH CHECK (true);
    CREATE POLICY gewoon ON partij USING (NOT indicatie_geheimhouding) WITH CHECK (true);
    CREATE POLICY gewoon ON klanttaak USING (true);
    CREATE POLICY gewoon ON partij_verificatie USING (true);
    CREATE POLICY gewoon ON vertegenwoordiging USING (true);
    CREATE POLICY gewoon ON actor USING (true);

    COMMENT ON POLICY gewoon ON klantcontact IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON betrokkene IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON actor_klantcontact IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON bijlage IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON onderwerpobject IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON interne_taak IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON digitaal_adres IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON partij_identificator IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON mutatielog IS 'Who has a privilege has it on rows that are not vertrouwelijk (KI-31); what is registered may be.';
    COMMENT ON POLICY gewoon ON partij IS 'Who has a privilege has it on partijen that do not ask for geheimhouding (KI-63); one that is registered may.';
    COMMENT ON POLICY gewoon ON klanttaak IS 'Who has a privilege has it on all rows, unless a bevoegdheid narrows that.';
    COMMENT ON POLICY gewoon ON partij_verificatie IS 'Who has a privilege has it on all rows, unless a bevoegdheid narrows that.';
    COMMENT ON POLICY gewoon ON vertegenwoordiging IS 'Who has a privilege has it on all rows, unless a bevoegdheid narrows that.';
    COMMENT ON POLICY gewoon ON actor IS 'Who has a privilege has it on all rows, unless a bevoegdheid narrows that.';
