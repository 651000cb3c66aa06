-- The ordinary steps after registration: a taak that is done or goes to another actor (KI-87), a betrokkene who turns out to be known
-- (KI-79), and what is or is no longer in use (KI-100 to KI-102). Each is an UPDATE or INSERT as the caller: privileges and row
-- security hold, the rules are checked and the mutatielog is written as for any other statement.

CREATE FUNCTION klantinteracties.markeer_verwerkt(taak uuid, toelichting text DEFAULT NULL, register name DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    gevonden pg_catalog.bool;
BEGIN
    IF taak IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = 'argument "taak" cannot be null';
    END IF;
    EXECUTE pg_catalog.format(
        'WITH verwerkt AS (
             UPDATE %1$I.interne_taak AS t
                SET status = ''verwerkt'',
                    toelichting = CASE WHEN $2 IS NULL THEN t.toelichting ELSE pg_catalog.concat_ws(pg_catalog.chr(10), t.toelichting, $2) END
              WHERE t.id OPERATOR(pg_catalog.=) $1 AND t.status OPERATOR(pg_catalog.<>) ''verwerkt'' RETURNING t.id)
         SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 FROM verwerkt', schema)
       INTO gevonden USING taak, toelichting;
    IF gevonden THEN
        RETURN;
    END IF;
    EXECUTE pg_catalog.format('SELECT true FROM %I.interne_taak AS t WHERE t.id OPERATOR(pg_catalog.=) $1', schema)
       INTO gevonden USING taak;
    IF gevonden IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = pg_catalog.format('interne taak %s does not exist', taak);
    END IF;
    RAISE check_violation USING
        MESSAGE = pg_catalog.format('interne taak %s is verwerkt already', taak),
        CONSTRAINT = 'interne_taak_overgang', SCHEMA = schema, TABLE = 'interne_taak';
END
$$;
COMMENT ON FUNCTION klantinteracties.markeer_verwerkt(uuid, text, name) IS
'Marks an interne taak as verwerkt, now, and adds a line to its toelichting if one is given. 22023 for a taak that does not exist, 23514 interne_taak_overgang for one that is verwerkt already.';

CREATE FUNCTION klantinteracties.herrouteer_taak(taak uuid, actor uuid, toelichting text, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    nieuw pg_catalog.uuid;
BEGIN
    IF actor IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = 'argument "actor" cannot be null';
    END IF;
    IF toelichting IS NULL OR pg_catalog.btrim(toelichting, E' \t\r\n') OPERATOR(pg_catalog.=) '' THEN
        RAISE invalid_parameter_value USING
            MESSAGE = 'an interne taak that goes to another actor needs a toelichting',
            HINT = 'Say why it goes there.';
    END IF;
    -- The new taak comes first: its rules lock the klantcontact, as who corrects that does before anything of it. And what was asked is
    -- read before the toelichting is added that belongs to the old taak.
    EXECUTE pg_catalog.format(
        'INSERT INTO %1$I.interne_taak (gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor)
         SELECT t.gevraagde_handeling, t.toelichting, t.aanleidinggevend_klantcontact, $2
           FROM %1$I.interne_taak AS t WHERE t.id OPERATOR(pg_catalog.=) $1
         RETURNING id', schema)
       INTO nieuw USING taak, actor;
    PERFORM klantinteracties.markeer_verwerkt(taak, toelichting, schema);
    RETURN nieuw;
END
$$;
COMMENT ON FUNCTION klantinteracties.herrouteer_taak(uuid, uuid, text, name) IS
'Gives what an interne taak asks to another actor: marks it as verwerkt with a toelichting that says why, and makes a new one of the same klantcontact (KI-87). Returns the id of the new taak. 22023 for a blank toelichting or a taak that does not exist, 23503 for an actor that does not, 23514 actor_is_actief for one that is not active, interne_taak_overgang for a taak that is verwerkt already.';

CREATE FUNCTION klantinteracties.voeg_partij_toe(betrokkene uuid, partij uuid, register name DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    gevonden pg_catalog.bool;
BEGIN
    IF betrokkene IS NULL OR partij IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = pg_catalog.format('argument "%s" cannot be null',
            CASE WHEN betrokkene IS NULL THEN 'betrokkene' ELSE 'partij' END);
    END IF;
    EXECUTE pg_catalog.format(
        'WITH gekend AS (
             UPDATE %I.betrokkene AS b SET was_partij = $2
              WHERE b.id OPERATOR(pg_catalog.=) $1 AND b.was_partij IS NULL RETURNING b.id)
         SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 FROM gekend', schema)
       INTO gevonden USING betrokkene, partij;
    IF gevonden THEN
        RETURN;
    END IF;
    EXECUTE pg_catalog.format('SELECT true FROM %I.betrokkene AS b WHERE b.id OPERATOR(pg_catalog.=) $1', schema)
       INTO gevonden USING betrokkene;
    IF gevonden IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = pg_catalog.format('betrokkene %s does not exist', betrokkene);
    END IF;
    RAISE restrict_violation USING
        MESSAGE = pg_catalog.format('betrokkene %s has a partij already', betrokkene),
        HINT = 'A wrong one is replaced by klantinteracties.corrigeer().',
        CONSTRAINT = 'betrokkene_onveranderlijk', SCHEMA = schema, TABLE = 'betrokkene';
END
$$;
COMMENT ON FUNCTION klantinteracties.voeg_partij_toe(uuid, uuid, name) IS
'Says which partij a betrokkene who was not gekend turned out to be (KI-79), once. 22023 for a betrokkene that does not exist, 23001 betrokkene_onveranderlijk for one that has a partij, 23503 for a partij that does not exist.';

-- One function for all that is or is not in use; the ones below say of what.
CREATE FUNCTION klantinteracties.zet_actief(tabel text, sleutel text, actief boolean, register name)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    kolom pg_catalog.text;
    voorwaarde pg_catalog.text;
    toekenning pg_catalog.text;
    gevonden pg_catalog.bool;
    -- in a municipality, wherever the session says that it is
    vandaag pg_catalog.date := (pg_catalog.now() AT TIME ZONE 'Europe/Amsterdam')::pg_catalog.date;
BEGIN
    IF tabel IS NULL OR sleutel IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = 'what is activated or deactivated cannot be null';
    END IF;
    kolom := CASE WHEN tabel OPERATOR(pg_catalog.=) ANY ('{actor,partij}') THEN 'id'
                  WHEN tabel OPERATOR(pg_catalog.=) 'land' THEN 'landcode'
                  WHEN tabel OPERATOR(pg_catalog.=) ANY ('{kanaal,taal,soort_digitaal_adres,soort_object,soort_object_id}') THEN 'code' END;
    IF kolom IS NULL THEN
        RAISE invalid_parameter_value USING
            MESSAGE = pg_catalog.format('rows of table "%s" are not activated or deactivated', tabel),
            HINT = 'Codes of kanaal, taal, soort_digitaal_adres, soort_object, soort_object_id and land are.';
    END IF;
    -- A land is closed by its einddatum, from that day on.
    IF kolom OPERATOR(pg_catalog.=) 'landcode' THEN
        voorwaarde := pg_catalog.format('(t.einddatum_land IS NULL OR t.einddatum_land OPERATOR(pg_catalog.>) %L)', vandaag);
        toekenning := pg_catalog.format('einddatum_land = %L', CASE WHEN NOT actief THEN vandaag END);
    ELSE
        voorwaarde := 't.indicatie_actief';
        toekenning := pg_catalog.format('indicatie_actief = %L', actief);
    END IF;
    -- What is so already stays untouched, and unlogged.
    EXECUTE pg_catalog.format('SELECT %s FROM %I.%I AS t WHERE t.%I OPERATOR(pg_catalog.=) %L FOR NO KEY UPDATE',
        voorwaarde, schema, tabel, kolom, sleutel) INTO gevonden;
    IF gevonden IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = pg_catalog.format('%s "%s" does not exist', tabel, sleutel);
    ELSIF gevonden OPERATOR(pg_catalog.<>) actief THEN
        EXECUTE pg_catalog.format('UPDATE %I.%I AS t SET %s WHERE t.%I OPERATOR(pg_catalog.=) %L', schema, tabel, toekenning, kolom, sleutel);
    END IF;
END
$$;
COMMENT ON FUNCTION klantinteracties.zet_actief(text, text, boolean, name) IS
'What activeer_actor(), deactiveer_actor() and their like do: says of a row of this table, by its key, whether it is in use.';

CREATE FUNCTION klantinteracties.activeer_actor(actor uuid, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief('actor', actor::text, true, register);
COMMENT ON FUNCTION klantinteracties.activeer_actor(uuid, name) IS
'Takes an actor into use again (KI-100). 22023 for one that does not exist.';

CREATE FUNCTION klantinteracties.deactiveer_actor(actor uuid, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief('actor', actor::text, false, register);
COMMENT ON FUNCTION klantinteracties.deactiveer_actor(uuid, name) IS
'Takes an actor out of use: it stays with what it took part in, and takes part in nothing new (KI-05, KI-100). 22023 for one that does not exist.';

CREATE FUNCTION klantinteracties.activeer_partij(partij uuid, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief('partij', partij::text, true, register);
COMMENT ON FUNCTION klantinteracties.activeer_partij(uuid, name) IS
'Takes a partij into use again. 22023 for one that does not exist.';

CREATE FUNCTION klantinteracties.deactiveer_partij(partij uuid, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief('partij', partij::text, false, register);
COMMENT ON FUNCTION klantinteracties.deactiveer_partij(uuid, name) IS
'Takes a partij out of use: what it took part in stays, what is known of it is not used again. 22023 for one that does not exist.';

CREATE FUNCTION klantinteracties.activeer_code(tabel text, code text, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief(tabel, code, true, register);
COMMENT ON FUNCTION klantinteracties.activeer_code(text, text, name) IS
'Takes a code of kanaal, taal, soort_digitaal_adres, soort_object, soort_object_id or land into use again (KI-102); a land by taking its einddatum away. 22023 for a code or table that does not exist.';

CREATE FUNCTION klantinteracties.deactiveer_code(tabel text, code text, register name DEFAULT NULL) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE RETURN klantinteracties.zet_actief(tabel, code, false, register);
COMMENT ON FUNCTION klantinteracties.deactiveer_code(text, text, name) IS
'Takes a code of kanaal, taal, soort_digitaal_adres, soort_object, soort_object_id or land out of use: rows that have it keep it, new ones are refused (KI-101); a land by giving it today as einddatum. 22023 for a code or table that does not exist.';
