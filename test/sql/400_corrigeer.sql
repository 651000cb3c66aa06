-- corrigeer() and vul_inhoud_aan(): what they do, and what they say when they refuse (KI-19 to KI-22, KI-49, W-03, W-34).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET search_path = ki, proef;
SET timezone = 'Europe/Amsterdam';
SET datestyle = 'ISO';
\set SHOW_CONTEXT never
\set ECHO all

-- W-34: a klant disputes the report. The copies of what is corrected follow.
SET klantinteracties.gebruiker = 'jan@gemeente';
SELECT klantinteracties.corrigeer('klantcontact', id('K1'),
    '{"inhoud": "Vraag: mag een overkapping?", "kanaal_code": "balie", "plaatsgevonden_op": "2024-05-01 09:00+02"}',
    'klant betwist het verslag') = id('K1') AS klantcontact;
RESET klantinteracties.gebruiker;
SELECT inhoud, kanaal_code, plaatsgevonden_op FROM klantcontact WHERE id = id('K1');
SELECT 'betrokkene' AS deel, kanaal_code, plaatsgevonden_op FROM betrokkene WHERE had_klantcontact = id('K1')
UNION ALL SELECT 'onderwerpobject', kanaal_code, plaatsgevonden_op FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = id('K1');
SELECT tabel, operatie, oud->>'inhoud' AS oud, nieuw->>'inhoud' AS nieuw, toepassingsgebruiker, reden FROM mutatielog ORDER BY id;

-- a part that was forgotten, and one that was none
SELECT klantinteracties.corrigeer('bijlage', NULL, jsonb_build_object('was_bijlage_van_klantcontact', id('K1'),
    'bijlageidentificator_objecttype_code', 3, 'bijlageidentificator_soort_object_id_code', 4, 'bijlageidentificator_object_id', 'DOC-2',
    'bijlageidentificator_register_code', 7), 'vergeten') AS bijlage \gset
SELECT bijlageidentificator_object_id, geregistreerd_op > (SELECT geregistreerd_op FROM klantcontact WHERE id = id('K1')) AS later
  FROM bijlage WHERE id = :'bijlage';
SELECT klantinteracties.corrigeer('bijlage', id('BL1'), NULL, 'verkeerde klant') = id('BL1') AS verwijderd;
SELECT tabel, operatie, oud IS NULL AS zonder_oud, nieuw IS NULL AS zonder_nieuw, reden FROM mutatielog WHERE tabel = 'bijlage' ORDER BY id;

-- what is refused before anything is done
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "x"}', NULL);
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "x"}', '');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "x"}', E' \t\n\u00a0\u3000\u200b');
SELECT klantinteracties.corrigeer(NULL, id('K1'), '{"inhoud": "x"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', NULL, NULL, 'reden');
SELECT klantinteracties.corrigeer('betrokkene', NULL, NULL, 'reden');
SELECT klantinteracties.corrigeer('klantcontact', NULL, '{"inhoud": "x"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), NULL, 'reden');
SELECT klantinteracties.corrigeer('kanaal', NULL, '{"naam": "x"}', 'reden');
SELECT klantinteracties.corrigeer('mutatielog', id('K1'), '{"reden": "x"}', 'reden');
SELECT klantinteracties.corrigeer('pg_class', id('K1'), '{"relname": "x"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '[1]', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), 'null', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"bestaat": "niet"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"ctid": "(0,1)"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud = null --": "x"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"nummer": 4}', 'reden');
SELECT klantinteracties.corrigeer('partij', id('P1'), '{"soort_partij": "organisatie"}', 'reden');
SELECT klantinteracties.corrigeer('betrokkene', id('B1'), '{"kanaal_code": "post"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K9'), '{"inhoud": "x"}', 'reden');
SELECT klantinteracties.corrigeer('betrokkene', id('K9'), NULL, 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "x"}', 'reden', 'nergens');

-- what a rule or a type refuses
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"plaatsgevonden_op": "gisteren"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "misschien"}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"onderwerp": {"a": 1}}', 'reden');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"onderwerp": ["a"]}', 'reden');
\set VERBOSITY terse
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"onderwerp": null}', 'reden');
\set VERBOSITY default
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"onderwerp": ""}', 'reden');
\set VERBOSITY terse
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"plaatsgevonden_op": "2099-01-01"}', 'reden');
\set VERBOSITY default
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"plaatsgevonden_op": "2024-05-04"}', 'reden');
SELECT klantinteracties.corrigeer('betrokkene', id('B2'), NULL, 'reden');
\set VERBOSITY terse
SELECT klantinteracties.corrigeer('actor_klantcontact', id('AK1'), NULL, 'reden');
\set VERBOSITY default
-- nothing of this left anything behind
SELECT count(*) FROM mutatielog;

-- a row that a trigger of the owner's makes something else of
CREATE FUNCTION proef.eigen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.todo := 'eigen'; RETURN NEW; END $$;
CREATE TRIGGER eigen BEFORE UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.eigen();
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"inhoud": "x"}', 'reden');
DROP TRIGGER eigen ON klantcontact;
CREATE TRIGGER eigen BEFORE UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), jsonb_build_object('inhoud', 'Belt terug'), 'reden');
DROP TRIGGER eigen ON klantcontact;
CREATE OR REPLACE FUNCTION proef.eigen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.reden := 'eigen'; RETURN NEW; END $$;
CREATE TRIGGER eigen BEFORE INSERT ON mutatielog FOR EACH ROW EXECUTE FUNCTION proef.eigen();
\set VERBOSITY terse
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"inhoud": "x"}', 'reden');
\set VERBOSITY default
DROP TRIGGER eigen ON mutatielog;
CREATE RULE eigen AS ON INSERT TO mutatielog DO INSTEAD NOTHING;
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"inhoud": "x"}', 'reden');
DROP RULE eigen ON mutatielog;

-- W-03: an addition, within the window of the register only (KI-20)
SELECT klantinteracties.vul_inhoud_aan(id('K2'), 'Antwoord: alleen meldingsplicht');
SELECT klantinteracties.stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '1 day');
SELECT klantinteracties.vul_inhoud_aan(id('K2'), 'Antwoord: alleen meldingsplicht');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K2'), id('A2'));
SELECT inhoud, (SELECT count(*) FROM actor_klantcontact WHERE klantcontact_id = k.id) AS actoren FROM klantcontact k WHERE id = id('K2');
SELECT oud->>'inhoud' AS oud, nieuw->>'inhoud' AS nieuw, reden FROM mutatielog WHERE rij_id = id('K2')::text;
UPDATE klantcontact SET inhoud = 'iets anders' WHERE id = id('K2');
SELECT klantinteracties.vul_inhoud_aan(id('K2'), E' \n');
SELECT klantinteracties.vul_inhoud_aan(NULL, 'x');
SELECT klantinteracties.vul_inhoud_aan(id('K9'), 'x');
SELECT klantinteracties.vul_inhoud_aan(id('K2'), repeat('x', 1000));
ALTER TABLE klantcontact DISABLE TRIGGER USER;
UPDATE klantcontact SET geregistreerd_op = now() - interval '25 hours' WHERE id = id('K2');
ALTER TABLE klantcontact ENABLE TRIGGER USER;
\set VERBOSITY terse
SELECT proef.uitkomst($$SELECT klantinteracties.vul_inhoud_aan(id('K2'), 'te laat')$$);

-- no plain statement changes what these do
UPDATE klantcontact SET inhoud = 'x' WHERE id = id('K1');
DELETE FROM betrokkene WHERE id = id('B1');
INSERT INTO mutatielog (tabel, rij_id, operatie, geregistreerd_op, vervallen_op, gebruiker) VALUES ('klantcontact', 'x', 'UPDATE', now(), now(), 'x');
UPDATE mutatielog SET reden = 'x' WHERE rij_id = id('K2')::text;
DELETE FROM mutatielog WHERE rij_id = id('K2')::text;
TRUNCATE mutatielog;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
