-- Nothing of a register is found by search_path: objects with the names of ours, in a schema that stands before pg_catalog, are
-- not picked up when a register is made, nor when its rules run.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE ROLE regress_ki_vijand;
CREATE SCHEMA vijand AUTHORIZATION regress_ki_vijand;
SET ROLE regress_ki_vijand;
-- Whatever is used of these says so, and who was tricked into it.
CREATE FUNCTION vijand.betrapt() RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a hostile object ran as %', current_user; END $$;
CREATE FUNCTION vijand.uuid_v7() RETURNS uuid LANGUAGE sql AS 'SELECT vijand.betrapt()';
CREATE FUNCTION vijand.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT vijand.betrapt()::text::timestamptz';
CREATE FUNCTION vijand.klantcontact_regels() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION vijand.klantcontact_volledig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION vijand.octet_length(text) RETURNS integer LANGUAGE sql AS 'SELECT vijand.betrapt(); SELECT 1';
CREATE FUNCTION vijand.starts_with(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT vijand.betrapt(); SELECT false';
CREATE FUNCTION vijand.format(text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT vijand.betrapt()::text';
CREATE FUNCTION vijand.format(text, text) RETURNS text LANGUAGE sql AS 'SELECT vijand.betrapt()::text';
CREATE FUNCTION vijand.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS 'SELECT vijand.betrapt()::text';
CREATE FUNCTION vijand.gelijk(name, text) RETURNS boolean LANGUAGE sql AS 'SELECT vijand.betrapt(); SELECT false';
CREATE FUNCTION vijand.gelijk(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT vijand.betrapt(); SELECT false';
CREATE FUNCTION vijand.gelijk(uuid, uuid) RETURNS boolean LANGUAGE sql AS 'SELECT vijand.betrapt(); SELECT false';
CREATE OPERATOR vijand.= (FUNCTION = vijand.gelijk, LEFTARG = name, RIGHTARG = text);
CREATE OPERATOR vijand.= (FUNCTION = vijand.gelijk, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR vijand.= (FUNCTION = vijand.gelijk, LEFTARG = uuid, RIGHTARG = uuid);
CREATE DOMAIN vijand.text AS pg_catalog.text CHECK (vijand.betrapt() IS NULL);
CREATE DOMAIN vijand.uuid AS pg_catalog.uuid CHECK (vijand.betrapt() IS NULL);
CREATE DOMAIN vijand.ja_of_leeg AS boolean CHECK (vijand.betrapt() IS NULL);
CREATE DOMAIN vijand.taalcode AS pg_catalog.text CHECK (vijand.betrapt() IS NULL);
CREATE TYPE vijand.klantcontactrol AS ENUM ('vijand');
CREATE TABLE vijand.kanaal (code pg_catalog.text PRIMARY KEY, naam pg_catalog.text);
CREATE TABLE vijand.klantcontact (id pg_catalog.uuid PRIMARY KEY);
CREATE TABLE vijand.pg_namespace (oid oid, nspname name);
CREATE TABLE vijand.pg_depend (classid regclass, deptype "char", objid oid);
RESET ROLE;
GRANT ALL ON SCHEMA vijand TO PUBLIC;
-- Temporary tables and types come before all else, unless a search_path says otherwise.
CREATE TEMPORARY TABLE kanaal (code text PRIMARY KEY);
CREATE TEMPORARY TABLE klantcontact (id uuid PRIMARY KEY);
CREATE TYPE pg_temp.klantcontactrol AS ENUM ('tijdelijk');
CREATE DOMAIN pg_temp.nummeraanduiding_id AS text;

SET search_path = vijand, pg_catalog, klantinteracties;
SELECT klantinteracties.maak_register('veilig');
SHOW search_path;

-- No object of the register leads elsewhere than to itself, the extension and pg_catalog.
SELECT DISTINCT n.nspname COLLATE "C" AS leidt_naar
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class c ON d.classid OPERATOR(pg_catalog.=) 'pg_class'::regclass AND c.oid OPERATOR(pg_catalog.=) d.objid
  JOIN pg_catalog.pg_type t ON d.refclassid OPERATOR(pg_catalog.=) 'pg_type'::regclass AND t.oid OPERATOR(pg_catalog.=) d.refobjid
  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
 WHERE c.relnamespace OPERATOR(pg_catalog.=) 'veilig'::regnamespace;
SELECT DISTINCT p.pronamespace::regnamespace AS functies_van
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
 WHERE c.relnamespace OPERATOR(pg_catalog.=) 'veilig'::regnamespace AND NOT t.tgisinternal;
SELECT DISTINCT f.relnamespace::regnamespace AS sleutels_naar
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class f ON f.oid OPERATOR(pg_catalog.=) k.confrelid
 WHERE k.connamespace OPERATOR(pg_catalog.=) 'veilig'::regnamespace;
SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS standaardwaarde
  FROM pg_catalog.pg_attrdef d
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.adrelid
 WHERE c.relnamespace OPERATOR(pg_catalog.=) 'veilig'::regnamespace
   AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) !~ '(^|::)(klantinteracties|pg_catalog)\.|^(true|false|0|SESSION_USER)$';

-- The rules run without a look at the path, at once and at commit.
BEGIN;
INSERT INTO veilig.actor (id, naam, soort_actor) VALUES ('a0000000-0000-4000-8000-000000000001', 'Nicole', 'medewerker');
INSERT INTO veilig.klantcontact (id, kanaal_code, onderwerp, inhoud, taal_code, plaatsgevonden_op)
VALUES ('c0000000-0000-4000-8000-000000000001', 'balie', 'Paspoort', 'Vraag', 'nld', '2023-03-01 10:00+01');
INSERT INTO veilig.actor_klantcontact (klantcontact_id, actor_id)
VALUES ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO veilig.betrokkene (had_klantcontact, rol) VALUES ('c0000000-0000-4000-8000-000000000001', 'klant');
INSERT INTO veilig.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
VALUES ('Terugbellen', 'c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
COMMIT;
BEGIN;
INSERT INTO veilig.klantcontact (kanaal_code, onderwerp, inhoud, plaatsgevonden_op) VALUES ('balie', 'x', 'y', '2023-03-01 10:00+01');
COMMIT;
DELETE FROM veilig.klantcontact;

-- The options are changed in the register that is meant: an ordinary schema with tables of the same names is none, and
-- what stands in the path before it does not matter to how it is done.
SET search_path = vijand, pg_catalog, veilig;
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off');
SELECT register FROM klantinteracties.registers;
SELECT pg_catalog.encode(t.tgargs, 'escape') LIKE '%eis\_inhoud=off%' AS uit
  FROM pg_catalog.pg_trigger t
 WHERE t.tgrelid OPERATOR(pg_catalog.=) 'veilig.klantcontact'::regclass AND t.tgname OPERATOR(pg_catalog.=) '~regels';
-- A temporary table never is a register, whatever its triggers.
RESET search_path;
DROP TABLE pg_temp.klantcontact;
CREATE TEMPORARY TABLE klantcontact (LIKE veilig.klantcontact);
CREATE TRIGGER "~regels" BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels('versie=9');
SELECT register FROM klantinteracties.registers;
SET search_path = pg_temp;
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'on');
RESET search_path;

DROP SCHEMA veilig, vijand CASCADE;
DROP OWNED BY regress_ki_vijand CASCADE;
DROP ROLE regress_ki_vijand;
