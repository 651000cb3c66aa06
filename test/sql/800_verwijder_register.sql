-- verwijder_register(): a register goes only when its name is confirmed, and takes nothing with it that stands elsewhere.
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
GRANT SELECT ON ALL TABLES IN SCHEMA ki TO regress_ki_ander;
GRANT USAGE ON SCHEMA ki TO regress_ki_ander;
RESET client_min_messages;
\set VERBOSITY default
\set SHOW_CONTEXT never
\set ECHO all

-- not without its name, whole and exact
SELECT klantinteracties.verwijder_register('Gemeente "x"', 'gemeente "x"');
\set VERBOSITY terse
SELECT klantinteracties.verwijder_register('ki', '');
SELECT klantinteracties.verwijder_register('ki', NULL);
SELECT klantinteracties.verwijder_register(NULL, NULL);
-- not what is no register: nothing, a schema of another kind, the extension's own
SELECT klantinteracties.verwijder_register('niets', 'niets');
SELECT klantinteracties.verwijder_register('proef', 'proef');
SELECT klantinteracties.verwijder_register('klantinteracties', 'klantinteracties');
SELECT klantinteracties.verwijder_register('ki' || repeat('x', 70), 'ki' || repeat('x', 70));
-- not by somebody else, and not where nothing may be written
SET ROLE regress_ki_ander;
SELECT klantinteracties.verwijder_register('ki', 'ki');
RESET ROLE;
BEGIN READ ONLY;
SELECT klantinteracties.verwijder_register('ki', 'ki');
ROLLBACK;
SELECT register FROM klantinteracties.registers ORDER BY 1;

-- objects elsewhere depend on it: a view, a foreign key, a column of the type of a row, a trigger that calls a function
CREATE TABLE proef.elders (klantcontact uuid REFERENCES ki.klantcontact, rij ki.kanaal);
CREATE VIEW proef.kijk AS SELECT id, vertrouwelijk FROM ki.klantcontact;
CREATE VIEW proef.kijk2 AS SELECT id FROM proef.kijk;
CREATE FUNCTION ki.niets() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER niets BEFORE INSERT ON proef.elders FOR EACH ROW EXECUTE FUNCTION ki.niets();
\set VERBOSITY default
SELECT klantinteracties.verwijder_register('ki', 'ki');
DROP VIEW proef.kijk CASCADE;
DROP TABLE proef.elders;

-- what is in the schema goes along, whoever made it; and all comes back when the transaction does not last
CREATE TABLE ki.eigen (id uuid REFERENCES ki.klantcontact, soort klantinteracties.bsn);
CREATE MATERIALIZED VIEW ki.stand AS SELECT count(*) FROM ki.open_taak;
SET client_min_messages = error;	-- that wal_level is too low is not said alike in all versions
CREATE PUBLICATION regress_ki FOR TABLE ki.kanaal;
RESET client_min_messages;
BEGIN;
SELECT klantinteracties.verwijder_register('ki', 'ki');
SELECT register FROM klantinteracties.registers ORDER BY 1;
ROLLBACK;
SELECT register FROM klantinteracties.registers ORDER BY 1;
SELECT count(*) FROM ki.klantcontact;

-- what is pending is checked first: a register with an unsound row is not dropped from under it
\set VERBOSITY terse
BEGIN;
INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
SELECT klantinteracties.verwijder_register('ki', 'ki');
ROLLBACK;
-- a sound one is, in the transaction that registered in it; a trigger of the owner that waits finds the search_path of the session
CREATE TABLE proef.gezien (nummer bigint);
CREATE FUNCTION proef.zie() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO gezien VALUES (NEW.nummer); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER zie AFTER INSERT ON ki.klantcontact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proef.zie();
BEGIN;
SET LOCAL search_path = ki, proef;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K50'), 50, 'x', 'x', now());
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K50'), id('A1'));
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K50'), id('P1'), 'klant');
SELECT klantinteracties.verwijder_register('ki', 'ki');
SHOW search_path;
COMMIT;
SELECT * FROM proef.gezien;
SELECT register FROM klantinteracties.registers ORDER BY 1;
SELECT nspname FROM pg_namespace WHERE nspname = 'ki';

-- the other register is whole; its name needs quotes
SELECT * FROM klantinteracties.controleer_register('Gemeente "x"');
SELECT klantinteracties.verwijder_register('Gemeente "x"', 'Gemeente "x"');
SELECT register FROM klantinteracties.registers ORDER BY 1;

-- its owner, who is no superuser, but for a table that is not his
SET ROLE regress_ki_eigenaar;
SELECT klantinteracties.maak_register('regress_van_mij');
RESET ROLE;
ALTER TABLE regress_van_mij.betrokkene OWNER TO regress_ki_ander;
SET ROLE regress_ki_eigenaar;
SELECT klantinteracties.verwijder_register('regress_van_mij', 'regress_van_mij');
RESET ROLE;
ALTER TABLE regress_van_mij.betrokkene OWNER TO regress_ki_eigenaar;
SET ROLE regress_ki_eigenaar;
SELECT klantinteracties.verwijder_register('regress_van_mij', 'regress_van_mij');
RESET ROLE;
-- and nothing of any of them is left
SELECT count(*) FROM pg_class WHERE relname IN ('klantcontact', 'betrokkene_historie_idx');

\set ECHO none
SET client_min_messages = warning;
DROP PUBLICATION regress_ki;
DROP SCHEMA proef CASCADE;
DROP OWNED BY regress_ki_eigenaar, regress_ki_ander;
DROP ROLE regress_ki_eigenaar, regress_ki_ander;
