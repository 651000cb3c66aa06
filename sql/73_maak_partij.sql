-- A betrokkene who was not gekend becomes a partij (KI-69). What the betrokkene gave is the partij's from then on, which it must have
-- agreed to; who it is and what proves that is said by the caller, in the shape of registreer_partij().
CREATE FUNCTION klantinteracties.maak_partij_van_betrokkene(betrokkene uuid, gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    gegeven pg_catalog.jsonb;
    gekend pg_catalog.bool;
    partij pg_catalog.uuid;
BEGIN
    IF betrokkene IS NULL OR gegevens IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = pg_catalog.format('argument "%s" cannot be null',
            CASE WHEN betrokkene IS NULL THEN 'betrokkene' ELSE 'gegevens' END);
    END IF;
    IF (gegevens OPERATOR(pg_catalog.->) 'indicatieHergebruik') IS DISTINCT FROM 'true'::pg_catalog.jsonb THEN
        RAISE invalid_parameter_value USING
            MESSAGE = 'a partij is made of a betrokkene only if reuse of what it gave is agreed',
            HINT = 'Say so by "indicatieHergebruik": true; a partij without contact data is registered by klantinteracties.registreer_partij().';
    END IF;
    EXECUTE pg_catalog.format(
        'SELECT b.was_partij IS NOT NULL, pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object(
             ''soortPartij'', s.soort,
             ''naam'', CASE s.soort WHEN ''organisatie'' THEN b.organisatienaam END,
             ''contactnaam'', CASE WHEN s.soort OPERATOR(pg_catalog.<>) ''organisatie'' AND s.naam THEN pg_catalog.jsonb_build_object(
                 ''voorletters'', b.contactnaam_voorletters, ''voornaam'', b.contactnaam_voornaam,
                 ''voorvoegselAchternaam'', b.contactnaam_voorvoegsel_achternaam, ''achternaam'', b.contactnaam_achternaam) END,
             ''bezoekadres'', CASE WHEN pg_catalog.num_nonnulls(b.bezoekadres_nummeraanduiding_id, b.bezoekadres_adresregel1)
                 OPERATOR(pg_catalog.>) 0 THEN pg_catalog.jsonb_build_object(
                 ''nummeraanduidingid'', b.bezoekadres_nummeraanduiding_id, ''adresregel1'', b.bezoekadres_adresregel1,
                 ''adresregel2'', b.bezoekadres_adresregel2, ''adresregel3'', b.bezoekadres_adresregel3, ''codeLand'', b.bezoekadres_land_code) END,
             ''correspondentieadres'', CASE WHEN pg_catalog.num_nonnulls(b.correspondentieadres_nummeraanduiding_id, b.correspondentieadres_adresregel1)
                 OPERATOR(pg_catalog.>) 0 THEN pg_catalog.jsonb_build_object(
                 ''nummeraanduidingid'', b.correspondentieadres_nummeraanduiding_id, ''adresregel1'', b.correspondentieadres_adresregel1,
                 ''adresregel2'', b.correspondentieadres_adresregel2, ''adresregel3'', b.correspondentieadres_adresregel3,
                 ''codeLand'', b.correspondentieadres_land_code) END,
             ''digitaleAdressen'', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(''codeSoortDigitaalAdres'', a.soort_digitaal_adres_code,
                 ''adres'', a.adres, ''omschrijving'', a.omschrijving) ORDER BY a.id)
                 FROM %1$I.digitaal_adres AS a WHERE a.verstrekt_door_betrokkene OPERATOR(pg_catalog.=) b.id)))
           FROM %1$I.betrokkene AS b
          CROSS JOIN LATERAL (SELECT n.naam, CASE WHEN b.organisatienaam IS NOT NULL THEN ''organisatie''
                                                  WHEN NOT n.naam THEN NULL
                                                  WHEN b.rol OPERATOR(pg_catalog.=) ''klant'' THEN ''persoon'' ELSE ''contactpersoon'' END AS soort
                                FROM (SELECT pg_catalog.num_nonnulls(b.contactnaam_voorletters, b.contactnaam_voornaam,
                                          b.contactnaam_voorvoegsel_achternaam, b.contactnaam_achternaam) OPERATOR(pg_catalog.>) 0) AS n (naam)) AS s
          WHERE b.id OPERATOR(pg_catalog.=) $1 FOR NO KEY UPDATE OF b', schema)
       INTO gekend, gegeven USING betrokkene;
    IF gekend IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = pg_catalog.format('betrokkene %s does not exist', betrokkene);
    ELSIF gekend THEN
        RAISE restrict_violation USING
            MESSAGE = pg_catalog.format('betrokkene %s has a partij already', betrokkene),
            CONSTRAINT = 'betrokkene_onveranderlijk', SCHEMA = schema, TABLE = 'betrokkene';
    ELSIF NOT gegeven OPERATOR(pg_catalog.?) 'soortPartij' THEN
        RAISE invalid_parameter_value USING
            MESSAGE = pg_catalog.format('betrokkene %s gave no name to make a partij of', betrokkene),
            HINT = 'Register the partij by klantinteracties.registreer_partij(), and couple it by klantinteracties.voeg_partij_toe().';
    END IF;
    -- What the caller says of the partij wins, but not of which soort it is.
    partij := klantinteracties.registreer_partij(
        gegeven OPERATOR(pg_catalog.||) gegevens
                OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object('soortPartij', gegeven OPERATOR(pg_catalog.->) 'soortPartij'), schema);
    PERFORM klantinteracties.voeg_partij_toe(betrokkene, partij, schema);
    RETURN partij;
END
$$;
COMMENT ON FUNCTION klantinteracties.maak_partij_van_betrokkene(uuid, jsonb, name) IS
'Makes a partij of a betrokkene who was not gekend, and couples the two (KI-69, KI-79): an organisatie if the betrokkene gave an organisatienaam, else a persoon if its rol is klant and a contactpersoon if it is vertegenwoordiger. The partij gets the name, addresses and digitale adressen that the betrokkene gave; gegevens adds the rest in the shape of registreer_partij(), and must have "indicatieHergebruik": true, "verificatie" and, but for a contactpersoon, "partijIdentificatoren". Returns the id of the partij. 22023 without that agreement, for a betrokkene without a name or that does not exist, 23001 betrokkene_onveranderlijk for one that has a partij; for the rest as registreer_partij() and voeg_partij_toe().';
