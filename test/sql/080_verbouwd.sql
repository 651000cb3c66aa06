-- The owner rebuilds parts of a register, and others make tables and triggers that look like its own: the rules find their way, or
-- say clearly what they miss. Nothing crashes, and no error leaves the session with rules half known.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = ki, proef;
-- The views of the register would keep its columns from being changed.
DO $$
DECLARE
    v regclass;
BEGIN
    FOR v IN SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'v' LOOP
        EXECUTE format('DROP VIEW %s CASCADE', v);
    END LOOP;
END
$$;
-- a klantcontact that is in order, one without betrokkene, and a change; with the message where the rules could not run
CREATE FUNCTION proef.werkt() RETURNS TABLE (goed text, zonder_betrokkene text, wijziging text) LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1, 'P1'), proef.bl(1), proef.it(1), proef.zaak(1, 'Z1')], 'insert')),
           proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1), proef.ac(1, 'A1')], 'insert')),
           proef.uitkomst('UPDATE betrokkene SET rol = rol')
$$;
SELECT * FROM werkt();

-- Renamed tables, columns in another order, indexes dropped and made again, the schema renamed.
BEGIN;
ALTER TABLE betrokkene RENAME TO betrokkenen;
ALTER TABLE actor_klantcontact RENAME TO "Actor bij klantcontact";
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K1'), 1001, 'x', 'x', '2023-01-01');
INSERT INTO "Actor bij klantcontact" (klantcontact_id, actor_id) VALUES (id('K1'), id('A1'));
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
BEGIN;
ALTER TABLE betrokkene DROP COLUMN was_partij CASCADE;
ALTER TABLE betrokkene ADD COLUMN was_partij uuid REFERENCES partij;
SELECT goed, zonder_betrokkene FROM werkt();
ROLLBACK;
BEGIN;
ALTER TABLE betrokkene DROP CONSTRAINT betrokkene_partij_eenmalig;
ALTER TABLE actor_klantcontact DROP CONSTRAINT actor_klantcontact_eenmalig, DROP CONSTRAINT actor_klantcontact_pkey;
DROP INDEX betrokkene_historie_idx;
SELECT * FROM werkt();
CREATE INDEX ON betrokkene (had_klantcontact) WHERE rol = 'klant';
CREATE INDEX ON betrokkene USING hash (had_klantcontact);
CREATE INDEX ON betrokkene (rol, had_klantcontact);
CREATE INDEX ON betrokkene ((had_klantcontact::text));
SELECT * FROM werkt();
CREATE INDEX ON betrokkene (had_klantcontact DESC) WHERE had_klantcontact IS NOT NULL;
SELECT * FROM werkt();
ROLLBACK;
-- Who rewrites a table writes all of its rows, but registers none of them: a part still comes too late (KI-49), and a verification
-- of before proves nothing. What the same transaction does register is new.
BEGIN;
SELECT uitkomst(opdracht) FROM unnest(ARRAY[opdrachten(ARRAY[bl(91)], 'insert'), opdrachten(ARRAY[ac(91, 'A2')], 'insert')]) AS opdracht;
ALTER TABLE klantcontact ADD COLUMN willekeur float8 DEFAULT random();
ALTER TABLE partij_verificatie ADD COLUMN willekeur float8 DEFAULT random();
SELECT uitkomst(opdracht) FROM unnest(ARRAY[opdrachten(ARRAY[bl(91)], 'insert'), opdrachten(ARRAY[ac(91, 'A2')], 'insert')]) AS opdracht;
SELECT uitkomst($$UPDATE partij SET contactnaam_voornaam = 'Anders' WHERE id = id('P1')$$);
SELECT goed, zonder_betrokkene FROM werkt();
SAVEPOINT s;
ALTER TABLE klantcontact ADD COLUMN meer float8 DEFAULT random();
ROLLBACK TO s;
SELECT goed, zonder_betrokkene FROM werkt();
ROLLBACK;
-- An index with another collation is ordered otherwise: it finds less than it should.
BEGIN;
CREATE COLLATION proef.omgekeerd (provider = icu, locale = 'nl-u-kf-upper');
INSERT INTO kanaal (code, naam, indicatie_actief) SELECT c, c, false FROM unnest('{a,A,b,B,Telefoon,Fax,FAX,z,Z}'::text[]) c;
CREATE INDEX ON kanaal (code COLLATE proef.omgekeerd);
SELECT code, uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', code), ac(1, 'A1'), bb(1, 'P1')], 'insert'))
  FROM kanaal WHERE NOT indicatie_actief ORDER BY code COLLATE "C";
ROLLBACK;
BEGIN;
ALTER SCHEMA ki RENAME TO "Ki 2";
SET LOCAL search_path = "Ki 2", proef;
INSERT INTO klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (1002, 'x', 'x', '2023-01-01');
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;

-- A trigger of ours that is dropped and made again; one that is missing.
BEGIN;
DROP TRIGGER "~regels" ON bijlage;
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2023-01-01');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K1'), id('A1'));
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K1'), id('P1'), 'klant');
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
BEGIN;
DROP TRIGGER "~regels" ON betrokkene;
CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON betrokkene FOR EACH ROW EXECUTE FUNCTION klantinteracties.betrokkene_regels();
SELECT * FROM werkt();
ROLLBACK;
BEGIN;
DROP TRIGGER "~regels" ON klantcontact;
SELECT uitkomst(opdrachten(ARRAY[bl(90)], 'insert'));
INSERT INTO bijlage (was_bijlage_van_klantcontact) VALUES (id('K90'));
ROLLBACK;
-- A foreign key that is missing.
BEGIN;
ALTER TABLE betrokkene DROP CONSTRAINT betrokkene_had_klantcontact_fkey;
SAVEPOINT s;
INSERT INTO betrokkene (had_klantcontact, rol) VALUES (id('K90'), 'klant');
ROLLBACK TO s;
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;

-- A column that the rules read is dropped, renamed or of another type: every statement says so, not only the first.
BEGIN;
ALTER TABLE klantcontact ALTER plaatsgevonden_op TYPE text;
SAVEPOINT s;
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
ROLLBACK TO s;
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
ROLLBACK TO s;
DELETE FROM klantcontact;
ROLLBACK TO s;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K90'), id('P4'), 'klant');
ROLLBACK;
SELECT * FROM werkt();
CREATE FUNCTION proef.verbouw(tabel text, kolom text, verbouwing text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    uit text;
BEGIN
    EXECUTE format('ALTER TABLE ki.%I %s', tabel, format(verbouwing, kolom));
    SELECT goed INTO uit FROM proef.werkt();
    RAISE SQLSTATE 'UKOKE' USING MESSAGE = uit;
EXCEPTION
    WHEN SQLSTATE 'UKOKE' THEN RETURN SQLERRM;
    WHEN OTHERS THEN RETURN NULL;
END
$$;
-- Every column dropped, and every column made bytea that no key or default holds as it is: never anything but an error that says so.
SELECT c.relname, a.attname, v.*
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid,
       LATERAL (SELECT verbouw(c.relname, a.attname, 'DROP COLUMN %I CASCADE') AS weg,
                       verbouw(c.relname, a.attname, 'ALTER %1$I DROP DEFAULT, ALTER %1$I TYPE bytea USING ''x''') AS bytea) v
 WHERE c.relnamespace = 'ki'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
   AND (v.weg !~ '^(ok|42703|42P01)' OR v.bytea !~ '^(ok|42804|23502)');
SELECT * FROM werkt();
BEGIN;
ALTER TABLE klantcontact RENAME inhoud TO tekst;
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
ROLLBACK;
-- another type with the same values will do
BEGIN;
ALTER TABLE klantcontact ALTER onderwerp TYPE varchar(300), ALTER kanaal_code TYPE varchar;
SELECT * FROM werkt();
ROLLBACK;

-- Tables that look like a part: of somebody with REFERENCES, of the owner without our trigger, in another schema, and a real
-- second one, between which the rules cannot choose.
CREATE ROLE regress_ki_namaak;
GRANT USAGE, CREATE ON SCHEMA ki TO regress_ki_namaak;
GRANT REFERENCES, SELECT ON klantcontact TO regress_ki_namaak;
GRANT SELECT ON betrokkene TO regress_ki_namaak;
SET ROLE regress_ki_namaak;
CREATE TABLE ki.namaak (LIKE ki.betrokkene INCLUDING DEFAULTS, FOREIGN KEY (had_klantcontact) REFERENCES ki.klantcontact);
CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON ki.namaak FOR EACH ROW EXECUTE FUNCTION klantinteracties.betrokkene_regels();
INSERT INTO ki.namaak (had_klantcontact, rol) VALUES (id('K90'), 'klant');
RESET ROLE;
SELECT * FROM werkt();
-- the namesake's row does not count for a klantcontact that has no betrokkene of its own
BEGIN;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K1'), 1001, 'x', 'x', '2023-01-01');
ALTER TABLE namaak DISABLE TRIGGER USER;
INSERT INTO namaak (had_klantcontact, rol, plaatsgevonden_op, vertrouwelijk, geregistreerd_op, geregistreerd_door)
VALUES (id('K1'), 'klant', now(), '', now(), 'x');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K1'), id('A1'));
COMMIT;
DROP TABLE namaak;
REVOKE ALL ON SCHEMA ki FROM regress_ki_namaak;
REVOKE ALL ON klantcontact, betrokkene FROM regress_ki_namaak;
CREATE TABLE ki.namaak (LIKE betrokkene INCLUDING ALL, FOREIGN KEY (had_klantcontact) REFERENCES klantcontact);
SELECT * FROM werkt();
CREATE TABLE proef.namaak (LIKE betrokkene INCLUDING ALL, FOREIGN KEY (had_klantcontact) REFERENCES klantcontact);
CREATE TRIGGER "~regels" BEFORE INSERT ON proef.namaak FOR EACH ROW EXECUTE FUNCTION klantinteracties.betrokkene_regels();
SELECT * FROM werkt();
INSERT INTO proef.namaak (had_klantcontact, rol) VALUES (id('K90'), 'klant');
CREATE TRIGGER "~regels" BEFORE INSERT ON ki.namaak FOR EACH ROW EXECUTE FUNCTION klantinteracties.betrokkene_regels();
\c -
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = ki, proef;
SELECT * FROM werkt();
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
DROP TABLE ki.namaak, proef.namaak;
SELECT * FROM werkt();
-- A part with another owner is none; the whole register with another owner is one.
ALTER TABLE bijlage OWNER TO regress_ki_namaak;
\c -
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = ki, proef;
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'inhoud', NULL), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
SELECT uitkomst(opdrachten(ARRAY[bl(90)], 'insert'));
DO $$
DECLARE
    t regclass;
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO regress_ki_namaak', t);
    END LOOP;
END
$$;
ALTER SCHEMA ki OWNER TO regress_ki_namaak;
SELECT * FROM werkt();
SELECT eigenaar FROM klantinteracties.registers WHERE register = 'ki';

-- Trigger functions called directly, at the wrong time, for the wrong table or relation.
SELECT klantinteracties.klantcontact_regels();
SELECT klantinteracties.klantcontact_volledig();
SELECT klantinteracties.partij_volledig();
SELECT klantinteracties.weiger_truncate();
CREATE TABLE proef.los (id uuid, naam text);
INSERT INTO proef.los VALUES (gen_random_uuid(), 'x');
CREATE VIEW proef.zicht AS SELECT * FROM proef.los;
CREATE FUNCTION proef.trigger(definitie text) RETURNS TABLE (bij_insert text, bij_update text, bij_delete text, bij_truncate text) LANGUAGE plpgsql AS $$
DECLARE
    opdracht text;
    tabel text := substring(definitie FROM ' ON (\S+)');
    uit text[] := '{}';
BEGIN
    FOREACH opdracht IN ARRAY ARRAY[format('INSERT INTO %s (id) VALUES (gen_random_uuid())', tabel), format('UPDATE %s SET id = id', tabel),
                                    format('DELETE FROM %s', tabel), format('TRUNCATE %s', tabel)] LOOP
        BEGIN
            EXECUTE 'CREATE TRIGGER t ' || definitie;
            EXECUTE opdracht;
            SET CONSTRAINTS ALL IMMEDIATE;
            RAISE SQLSTATE 'UKOKE' USING MESSAGE = 'ok';
        EXCEPTION WHEN OTHERS THEN
            uit := uit || (CASE SQLSTATE WHEN 'UKOKE' THEN '' ELSE SQLSTATE || ' ' END || SQLERRM);
        END;
    END LOOP;
    RETURN QUERY SELECT uit[1], uit[2], uit[3], uit[4];
END
$$;
\x on
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels()');
SELECT * FROM proef.trigger('BEFORE INSERT OR UPDATE OR DELETE ON proef.los FOR EACH STATEMENT EXECUTE FUNCTION klantinteracties.klantcontact_regels()');
SELECT * FROM proef.trigger('BEFORE INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels()');
SELECT * FROM proef.trigger('INSTEAD OF INSERT OR UPDATE OR DELETE ON proef.zicht FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels()');
SELECT * FROM proef.trigger('BEFORE INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_volledig()');
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_volledig()');
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.partij_volledig()');
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.los FOR EACH ROW EXECUTE FUNCTION klantinteracties.weiger_truncate()');
SELECT * FROM proef.trigger('BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON proef.los FOR EACH STATEMENT EXECUTE FUNCTION klantinteracties.weiger_truncate()');
-- a table that is one of a register as far as its row trigger goes
CREATE TABLE proef.vt (LIKE ki.vertegenwoordiging);
INSERT INTO proef.vt SELECT id('P1'), id('P1'), id('P4'), now(), 'x';
CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON proef.vt FOR EACH ROW EXECUTE FUNCTION klantinteracties.vertegenwoordiging_regels();
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.vt FOR EACH ROW EXECUTE FUNCTION klantinteracties.partij_volledig()');
SELECT * FROM proef.trigger('AFTER INSERT OR UPDATE OR DELETE ON proef.vt FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_volledig()');
SELECT * FROM proef.trigger('BEFORE INSERT OR UPDATE OR DELETE ON proef.vt FOR EACH ROW EXECUTE FUNCTION klantinteracties.betrokkene_regels()');
\x off
-- The deferred ones on tables of the register that they are not for.
SELECT c.relname, p.proname, t.bij_update
  FROM pg_class c, pg_proc p,
       LATERAL proef.trigger(format('AFTER INSERT OR UPDATE ON ki.%s FOR EACH ROW EXECUTE FUNCTION klantinteracties.%s()', c.relname, p.proname)) t
 WHERE p.pronamespace = 'klantinteracties'::regnamespace AND p.proname ~ '_volledig$'
   AND c.relnamespace = 'ki'::regnamespace AND c.relname IN ('partij', 'klantcontact', 'klanttaak', 'actor')
 ORDER BY c.relname COLLATE "C", p.proname;

-- Inheritance: what stands in a child is no klantcontact to the rules, nor to a foreign key.
CREATE TABLE proef.erfgenaam () INHERITS (ki.klantcontact);
INSERT INTO proef.erfgenaam (id, onderwerp, plaatsgevonden_op, geregistreerd_op, geregistreerd_door, nummer)
VALUES (id('K70'), 'x', now(), now(), 'x', 70);
SELECT uitkomst(opdrachten(ARRAY[bb(70, 'P1')], 'insert'));
UPDATE klantcontact SET onderwerp = 'x' WHERE id = id('K90');
DROP TABLE proef.erfgenaam;
-- A table of a register as partition: rows that come in and go out by the parent meet the rules, too.
CREATE TABLE proef.alle (LIKE ki.bijlage INCLUDING DEFAULTS) PARTITION BY LIST (bijlageidentificator_register_code);
CREATE TABLE proef.rest PARTITION OF proef.alle DEFAULT;
ALTER TABLE proef.alle ATTACH PARTITION ki.bijlage FOR VALUES IN ('7');
INSERT INTO proef.rest SELECT gen_random_uuid(), id('K90'), '12', '12', 'x', '6', '', now(), 'x';
SELECT uitkomst($$UPDATE proef.alle SET bijlageidentificator_register_code = '7'$$) AS naar_binnen;
SELECT uitkomst($$INSERT INTO proef.alle SELECT * FROM (SELECT gen_random_uuid(), proef.id('K90'), '3', '4', 'x', '7', ''::klantinteracties.ja_of_leeg, now(), 'x') r$$) AS erin;
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1'), bl(1)], 'insert'); END $$;
SELECT uitkomst($$UPDATE proef.alle SET bijlageidentificator_register_code = '6'$$) AS naar_buiten;
ROLLBACK;
ALTER TABLE proef.alle DETACH PARTITION ki.bijlage;
SELECT * FROM werkt();
-- COPY FREEZE leaves rows that do not tell who wrote them: parts of such a klantcontact come too late.
BEGIN;
SELECT klantinteracties.maak_register('regress_bevroren');
COPY regress_bevroren.klantcontact (id, onderwerp, plaatsgevonden_op) FROM STDIN (FREEZE);
c0000000-0000-4000-8000-000000000001	Paspoort	2023-01-01
\.
INSERT INTO regress_bevroren.betrokkene (had_klantcontact, rol) VALUES (id('K1'), 'klant');
ROLLBACK;

\set ECHO none
SET client_min_messages = warning;
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
DROP OWNED BY regress_ki_namaak;
DROP ROLE regress_ki_namaak;
