-- A klantcontact that is vertrouwelijk is not there for who may not see it: who knows its key can add nothing to it, and is told what he
-- would be told of a key that is none. K2 was registered before; who
-- registers one himself gives it its parts in that transaction.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET client_min_messages = warning;
SET search_path = ki, proef;
CREATE ROLE regress_ki_alleen;
CREATE ROLE regress_ki_kcc;
CREATE ROLE regress_ki_correct;
CREATE ROLE regress_ki_vertrouwd;
SELECT count(*) FROM (VALUES ('alleen', 'registreren'), ('kcc', 'lezen'), ('kcc', 'registreren'), ('correct', 'corrigeren'), ('vertrouwd', 'registreren'),
    ('vertrouwd', 'vertrouwelijk')) r (rol, b), klantinteracties.verleen('regress_ki_' || rol, b) \g /dev/null
SELECT klantinteracties.stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '100 years') \g /dev/null
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"vertrouwelijk": "ja"}', 'op verzoek') \g /dev/null

-- The statements that add to a klantcontact (%1$s) or to a betrokkene of it (%2$s), and one that makes a part of it.
CREATE TABLE proef.toevoeging (nr integer GENERATED ALWAYS AS IDENTITY, opdracht text);
INSERT INTO proef.toevoeging (opdracht) VALUES
    ('INSERT INTO ki.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES (''x'', %1$L, proef.id(''A2''))'),
    ('INSERT INTO ki.onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code, onderwerpobjectidentificator_soort_object_id_code,
        onderwerpobjectidentificator_object_id, onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact) VALUES (%1$L, ''12'', ''12'', ''ZAAK-9'', ''6'', true)'),
    ('INSERT INTO ki.betrokkene (had_klantcontact, rol) VALUES (%1$L, ''klant'')'),
    ('INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (%1$L, proef.id(''A2''))'),
    ('INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
        bijlageidentificator_object_id, bijlageidentificator_register_code) VALUES (%1$L, ''3'', ''4'', ''brief.pdf'', ''7'')'),
    ('INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES (''1'', ''0698765432'', %2$L)');

-- What each of them comes to for the user: the code and all that the message says, with the keys named.
CREATE FUNCTION proef.probeer(klantcontact uuid, betrokkene uuid) RETURNS TABLE (nr integer, uitkomst text) LANGUAGE plpgsql AS $$
DECLARE
    t record;
    staat text; bericht text; detail text; hint text; regel text;
BEGIN
    FOR t IN SELECT * FROM proef.toevoeging ORDER BY 1 LOOP
        nr := t.nr;
        BEGIN
            EXECUTE format(t.opdracht, klantcontact, betrokkene);
            SET CONSTRAINTS ALL IMMEDIATE;
            SET CONSTRAINTS ALL DEFERRED;
            RAISE SQLSTATE 'UNDOE' USING MESSAGE = 'ok';
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS staat = RETURNED_SQLSTATE, bericht = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, regel = CONSTRAINT_NAME;
        END;
        uitkomst := CASE staat WHEN 'UNDOE' THEN 'ok' ELSE replace(replace(concat_ws('|', staat, regel, bericht, detail, hint), klantcontact::text, 'K'), betrokkene::text, 'B') END;
        RETURN NEXT;
    END LOOP;
END
$$;
GRANT SELECT ON proef.toevoeging TO PUBLIC;
RESET client_min_messages;
\set ECHO all
-- of one that is not there, as everybody is told
SET ROLE regress_ki_alleen;
SELECT * FROM probeer(id('geen'), id('geen b'));
-- of the one that is vertrouwelijk: no difference
SELECT * FROM probeer(id('K2'), id('B2')) EXCEPT SELECT * FROM probeer(id('geen'), id('geen b'));
SET ROLE regress_ki_kcc;
SELECT * FROM probeer(id('K2'), id('B2')) EXCEPT SELECT * FROM probeer(id('geen'), id('geen b'));
\set antwoord '{"onderwerp": "x", "inhoud": "x", "plaatsgevondenOp": "2024-06-02T10:00:00+02:00", "hadBetrokkenActoren": [{"naam": "Nicole van Dijk"}]}'
\set VERBOSITY terse
SELECT klantinteracties.registreer_antwoord(id('T2'), :'antwoord');
SELECT klantinteracties.registreer_antwoord(id('geen t'), :'antwoord');
\set VERBOSITY default
-- of one that everybody sees, and for who may see this one
SET ROLE regress_ki_alleen;
SELECT nr, uitkomst FROM probeer(id('K1'), id('B1'));
SET ROLE regress_ki_vertrouwd;
SELECT nr, uitkomst FROM probeer(id('K2'), id('B2'));
RESET ROLE;
SELECT nr, uitkomst FROM probeer(id('K2'), id('B2'));
-- what was there does not move to it either
SET ROLE regress_ki_correct;
\set VERBOSITY terse
SELECT klantinteracties.corrigeer('interne_taak', id('T1'), jsonb_build_object('aanleidinggevend_klantcontact', id('K2')), 'hoort daar');
SELECT klantinteracties.corrigeer('interne_taak', NULL, jsonb_build_object('aanleidinggevend_klantcontact', id('K2'), 'gevraagde_handeling', 'x', 'toegewezen_aan_actor', id('A2')), 'vergeten');
\set VERBOSITY default
-- who registers one about it is not told when it took place, nor of which klantcontact a taak is
SET ROLE regress_ki_kcc;
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K21'), 'x', 'x', '2024-05-02 09:59+02');
SAVEPOINT s;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact) VALUES (id('K21'), id('geen'));
ROLLBACK TO s;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact) VALUES (id('K21'), id('K2'));
ROLLBACK TO s;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES (id('K21'), id('geen t'));
ROLLBACK TO s;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES (id('K21'), id('T2'));
ROLLBACK;
-- who registers one that is vertrouwelijk gives it its parts in that transaction, and nothing afterwards
SET ROLE regress_ki_alleen;
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk) VALUES (id('K20'), 'x', 'x', '2024-06-01 10:00+02', 'ja');
INSERT INTO betrokkene (id, had_klantcontact, rol) VALUES (id('B20'), id('K20'), 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K20'), id('A1'));
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES ('x', id('K20'), id('A2'));
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES ('1', '0698765432', id('B20'));
COMMIT;
SELECT DISTINCT left(uitkomst, 5) FROM probeer(id('K20'), id('B20'));
RESET ROLE;
\set ECHO none
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
DROP ROLE regress_ki_alleen, regress_ki_kcc, regress_ki_correct, regress_ki_vertrouwd;
