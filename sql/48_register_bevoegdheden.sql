
    ------------------------------------------------------------------------------------------------------------------
    -- Who may do what: nobody but the owner may do anything until klantinteracties.verleen() says so (sql/70), not even where
    -- default privileges of the owner would give it to everybody.
    ------------------------------------------------------------------------------------------------------------------

    EXECUTE format('REVOKE ALL ON SCHEMA %1$I FROM PUBLIC', maak_register.naam);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %1$I FROM PUBLIC', maak_register.naam);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %1$I FROM PUBLIC', maak_register.naam);
