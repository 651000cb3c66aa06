-- ontkoppel_register(): a register becomes plain tables with every value, which outlive the extension (design decision D11).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('Gemeente "x"') \g /dev/null
CALL proef.vul('Gemeente "x"');
CREATE ROLE regress_ki_eigenaar;
CREATE ROLE regress_ki_ander;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO regress_ki_eigenaar', current_database()); END $$;
SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"vertrouwelijk": "ja"}', 'op verzoek', s)
  FROM unnest('{ki,"Gemeente \"x\""}'::name[]) s \g /dev/null
-- The columns of a type of the extension, of every kind, hold something.
BEGIN;
INSERT INTO ki.partij (id, soort_partij, naam, bezoekadres_nummeraanduiding_id, interne_notitie)
VALUES (proef.id('P20'), 'organisatie', 'É "x" \ ''y''', '0363200000383106', E'a\tb\n\\N');
INSERT INTO ki.partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (proef.id('P20'), 'nr 20');
INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P20'), 'registratie', 'zelf', 'DigiD');
COMMIT;
INSERT INTO ki.actor (naam, soort_actor, e_mailadres) VALUES ('Post', 'organisatorische_eenheid', 'Post@x.nl');

-- Every value of a register as text, with the type of its column unless that was the extension's.
CREATE FUNCTION proef.inhoud(register name) RETURNS TABLE (tabel name, sleutel text, kolom text, waarde text) LANGUAGE plpgsql AS $$
DECLARE
    t name;
BEGIN
    FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = format('%I', register)::regnamespace AND c.relkind = 'r' ORDER BY 1 LOOP
        RETURN QUERY EXECUTE format('SELECT %L::name, to_jsonb(r)->>0 || coalesce(to_jsonb(r)->>''id'', to_jsonb(r)->>''code'', to_jsonb(r)->>''landcode''), e.key, e.value FROM %I.%I r, jsonb_each_text(to_jsonb(r)) e', t, register, t);
    END LOOP;
END
$$;
-- What of a register depends on the extension.
CREATE FUNCTION proef.hangt(register name) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT DISTINCT pg_describe_object(d.classid, d.objid, d.objsubid)
      FROM pg_depend d
      LEFT JOIN pg_type elem ON d.refclassid = 'pg_type'::regclass AND elem.typarray = d.refobjid
      JOIN pg_depend e ON e.classid = d.refclassid AND e.objid = coalesce(elem.oid, d.refobjid) AND e.deptype = 'e'
      JOIN pg_extension x ON x.oid = e.refobjid AND e.refclassid = 'pg_extension'::regclass AND x.extname = 'klantinteracties'
     WHERE pg_describe_object(d.classid, d.objid, d.objsubid) ~ (' ' || regexp_replace(format('%I', register), '\W', '\\\&', 'g') || '\.')
$$;
RESET client_min_messages;
\set VERBOSITY terse
\set SHOW_CONTEXT never
\set ECHO all

-- who may, and what it works on
SELECT klantinteracties.ontkoppel_register(NULL);
SELECT klantinteracties.ontkoppel_register('niets');
SELECT klantinteracties.ontkoppel_register('proef');
SET ROLE regress_ki_ander;
SELECT klantinteracties.ontkoppel_register('ki');
RESET ROLE;
BEGIN READ ONLY;
SELECT klantinteracties.ontkoppel_register('ki');
ROLLBACK;
BEGIN;
INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
SELECT klantinteracties.ontkoppel_register('ki');
ROLLBACK;

-- what the owner added and what can stay: an index, a trigger, a view, a policy, grants, a publication, columns with defaults
CREATE INDEX eigen_vertrouwelijk ON ki.klantcontact (vertrouwelijk, plaatsgevonden_op);
ALTER TABLE ki.klantcontact ADD bsn klantinteracties.bsn DEFAULT '999990019', ADD ja klantinteracties.ja_of_leeg DEFAULT 'JA',
    ADD sleutel uuid DEFAULT klantinteracties.uuid_v7(), ADD kenmerk text DEFAULT 'a::klantinteracties.b';
CREATE VIEW ki.eigen AS SELECT id, onderwerp FROM ki.klantcontact;
CREATE FUNCTION ki.eigen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.todo := ''gedaan''; RETURN NEW; END';
CREATE TRIGGER eigen BEFORE INSERT ON ki.klantcontact FOR EACH ROW EXECUTE FUNCTION ki.eigen();
ALTER TABLE ki.klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY eigen ON ki.klantcontact USING (onderwerp <> 'geheim');
DO $$ BEGIN PERFORM klantinteracties.verleen('regress_ki_ander', bevoegdheid, 'ki') FROM klantinteracties.bevoegdheden() GROUP BY bevoegdheid; END $$;
GRANT USAGE ON SCHEMA ki TO regress_ki_ander;
GRANT SELECT ON ki.klantcontact TO regress_ki_ander;
COMMENT ON COLUMN ki.klantcontact.bsn IS 'Van ons.';
SET client_min_messages = error;
CREATE PUBLICATION regress_ki FOR TABLE ki.klantcontact (id, onderwerp);
RESET client_min_messages;

-- what the owner added and what cannot: all of it is named, and nothing has changed
CREATE TABLE proef.elders (klantcontact uuid REFERENCES ki.klantcontact);
CREATE VIEW proef.kijk AS SELECT id, vertrouwelijk FROM ki.klantcontact;
CREATE VIEW ki.kijk AS SELECT o.* FROM ki.open_taak o;
CREATE VIEW ki.historie AS SELECT h.* FROM ki.partij p, klantinteracties.contacthistorie(p.id) h;
CREATE TABLE ki.lijst (soort klantinteracties.bsn, nummers klantinteracties.bsn[]);
CREATE INDEX eigen_ja ON ki.klantcontact (id) WHERE vertrouwelijk = 'ja';
CREATE POLICY eigen_ja ON ki.klantcontact USING (vertrouwelijk = '');
CREATE TRIGGER eigen_ja BEFORE INSERT ON ki.betrokkene FOR EACH ROW WHEN (NEW.rol = 'klant') EXECUTE FUNCTION ki.eigen();
ALTER TABLE ki.klantcontact ADD openbaar boolean GENERATED ALWAYS AS (vertrouwelijk = '') STORED,
    ADD CONSTRAINT eigen CHECK (klantinteracties.is_bsn(todo)) NOT VALID, ADD volgnummer text DEFAULT klantinteracties.uuid_v7()::text;
CREATE FUNCTION ki.elfproef(klantinteracties.bsn) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION ki.elfproef(text) RETURNS boolean LANGUAGE sql RETURN klantinteracties.is_bsn($1);
CREATE DOMAIN ki.nummer AS klantinteracties.bsn;
\set VERBOSITY default
SELECT klantinteracties.ontkoppel_register('ki');
\set VERBOSITY terse
SELECT bijgewerkt FROM klantinteracties.registers WHERE register = 'ki';
DROP VIEW proef.kijk, ki.kijk, ki.historie;
DROP DOMAIN ki.nummer;
DROP TABLE ki.lijst;
DROP INDEX ki.eigen_ja;
DROP POLICY eigen_ja ON ki.klantcontact;
DROP TRIGGER eigen_ja ON ki.betrokkene;
DROP FUNCTION ki.elfproef(klantinteracties.bsn), ki.elfproef(text);
ALTER TABLE ki.klantcontact DROP openbaar, DROP CONSTRAINT eigen, DROP volgnummer;

-- every value is there afterwards, and nothing that depends on the extension
CREATE TABLE proef.voor AS SELECT s AS register, i.* FROM unnest('{ki,"Gemeente \"x\""}'::name[]) s, proef.inhoud(s) i;
SELECT register, count(DISTINCT tabel) AS tabellen, count(*) > 1000 AS veel, count(*) FILTER (WHERE waarde = 'ja') AS ja FROM proef.voor GROUP BY 1 ORDER BY 1;
SELECT count(*) > 100 AS hangt FROM proef.hangt('ki');
SELECT count(*) AS beveiligd FROM pg_class WHERE relrowsecurity AND relnamespace = 'ki'::regnamespace \gset
-- a plan of before is no obstacle
SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'), register => 'ki');
BEGIN;
SELECT klantinteracties.ontkoppel_register('ki');
ROLLBACK;
SELECT register FROM klantinteracties.registers ORDER BY 1;
SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'), register => 'ki');
SELECT klantinteracties.ontkoppel_register('ki');
SELECT klantinteracties.ontkoppel_register('ki');
SELECT register FROM klantinteracties.registers ORDER BY 1;
SELECT klantinteracties.contacthistorie(proef.id('P1'), register => 'ki');
SELECT * FROM proef.hangt('ki');
SELECT relname FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'v';
SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'ki.%';
(SELECT tabel, sleutel, kolom, waarde FROM proef.voor WHERE register = 'ki' EXCEPT SELECT * FROM proef.inhoud('ki'))
UNION ALL
(SELECT * FROM proef.inhoud('ki') EXCEPT SELECT tabel, sleutel, kolom, waarde FROM proef.voor WHERE register = 'ki');
-- the other register is what it was, and its rules hold
SELECT * FROM klantinteracties.controleer_register('Gemeente "x"');
UPDATE "Gemeente ""x""".klantcontact SET onderwerp = 'x';
DROP EXTENSION klantinteracties;

-- without the extension they are tables like any other
SELECT klantinteracties.ontkoppel_register('Gemeente "x"');
DROP EXTENSION klantinteracties;
(SELECT * FROM proef.voor EXCEPT SELECT s, i.* FROM unnest('{ki,"Gemeente \"x\""}'::name[]) s, proef.inhoud(s) i)
UNION ALL
(SELECT s, i.* FROM unnest('{ki,"Gemeente \"x\""}'::name[]) s, proef.inhoud(s) i EXCEPT SELECT * FROM proef.voor);
SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname IN ('ki', 'klantinteracties');
\d ki.klantcontact
SELECT indexdef FROM pg_indexes WHERE schemaname = 'ki' AND tablename = 'digitaal_adres' ORDER BY indexname;
SELECT attname, format_type(atttypid, atttypmod), attnotnull, attidentity FROM pg_attribute WHERE attrelid = 'ki.mutatielog'::regclass AND attnum > 0 ORDER BY attnum;
SELECT polname, pg_get_expr(polqual, polrelid) AS waar, count(*) FROM pg_policy WHERE polrelid::regclass::text ~ '^ki\.' GROUP BY polname, pg_get_expr(polqual, polrelid) ORDER BY polname, pg_get_expr(polqual, polrelid) COLLATE "C";
-- row security is on where it was: what a policy of the register hid is hidden without it
SELECT count(*) = :beveiligd AS beveiligd FROM pg_class WHERE relrowsecurity AND relnamespace = 'ki'::regnamespace;
SELECT col_description('ki.klantcontact'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'ki.klantcontact'::regclass AND attname IN ('vertrouwelijk', 'bsn') ORDER BY attnum;
SELECT count(*) AS zonder_toelichting FROM pg_attribute
 WHERE attrelid IN ('ki.betrokkene'::regclass, 'ki.taal'::regclass, 'ki.mutatielog'::regclass) AND attnum > 0 AND col_description(attrelid, attnum) IS NULL;
SELECT relname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
 WHERE c.relnamespace = 'ki'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) NOT IN ('true', 'false', 'gen_random_uuid()') ORDER BY 1, 2 COLLATE "C";
-- new rows have keys and numbers of their own, by the owner's trigger; the keys and what refers to them still hold
INSERT INTO ki.klantcontact (onderwerp, plaatsgevonden_op, geregistreerd_op, geregistreerd_door) VALUES ('x', now(), now(), 'x')
RETURNING nummer, vertrouwelijk, todo, bsn, ja, kenmerk, sleutel <> id AS eigen_sleutel;
INSERT INTO ki.betrokkene (had_klantcontact, rol, plaatsgevonden_op, vertrouwelijk, geregistreerd_op, geregistreerd_door)
VALUES (proef.id('K99'), 'klant', now(), '', now(), 'x');
UPDATE ki.klantcontact SET onderwerp = 'x' WHERE nummer = 1;
DELETE FROM ki.mutatielog;
SELECT has_table_privilege('regress_ki_ander', 'ki.klantcontact', 'SELECT') AS mag_nog;
SELECT pubname, tablename, attnames FROM pg_publication_tables WHERE pubname = 'regress_ki';
SELECT count(*) FROM ki.eigen;

-- the extension can come again beside them, and make a register
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register('regress_nieuw');
SELECT register FROM klantinteracties.registers ORDER BY 1;
SELECT klantinteracties.verwijder_register('regress_nieuw', 'regress_nieuw');

-- an owner who is no superuser
SET ROLE regress_ki_eigenaar;
SELECT klantinteracties.maak_register('regress_van_mij');
SELECT klantinteracties.ontkoppel_register('regress_van_mij');
SELECT * FROM proef.hangt('regress_van_mij');
RESET ROLE;

\set ECHO none
SET client_min_messages = warning;
DROP PUBLICATION regress_ki;
DROP SCHEMA proef, ki, "Gemeente ""x""" CASCADE;
DROP OWNED BY regress_ki_eigenaar, regress_ki_ander CASCADE;
DROP ROLE regress_ki_eigenaar, regress_ki_ander;
