-- maak_register(): a register by any name, several in one session, and the names that are refused.
SET client_min_messages = warning;
\set SHOW_CONTEXT never

-- Errors by SQLSTATE and message; nothing must be left of what was refused.
CREATE FUNCTION pg_temp.poging(opdracht text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    uit text;
    detail text;
    hint text;
BEGIN
    EXECUTE opdracht INTO uit;
    RETURN uit;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RETURN concat_ws(E'\n', SQLSTATE || ': ' || SQLERRM, 'DETAIL: ' || nullif(detail, ''), 'HINT: ' || nullif(hint, ''));
END
$$;

SELECT klantinteracties.maak_register();
SELECT klantinteracties.maak_register('Gemeente "x"');
SELECT klantinteracties.maak_register('Het Hogeland');
SELECT klantinteracties.maak_register('it''s \ %I $maak_register$; DROP SCHEMA ki; --');
SELECT klantinteracties.maak_register('select');
SELECT length(klantinteracties.maak_register(repeat('a', 63)));
-- 21 characters of three bytes are 63 bytes
SELECT klantinteracties.maak_register(repeat(U&'\20AC', 21)) = repeat(U&'\20AC', 21) AS "63 bytes";

SELECT register, eigenaar = current_user AS van_mij, bijgewerkt, klantcontacten_schatting
  FROM klantinteracties.registers WHERE register !~ '^(a|\u20AC)+$' ORDER BY register COLLATE "C";

-- They have the same tables.
SELECT count(*) AS tabellen, count(DISTINCT relname) AS namen, count(DISTINCT relnamespace) AS registers
  FROM pg_class c JOIN klantinteracties.registers r ON c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = r.register)
 WHERE relkind = 'r';

-- Names that are refused.
SELECT pg_temp.poging('SELECT klantinteracties.maak_register()');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''Gemeente "x"'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''public'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''pg_klant'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''pg_catalog'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''pg_temp'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''klantinteracties'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''information_schema'')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register('''')');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(NULL)');
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(repeat(''b'', 64))');
-- 32 characters, but 64 bytes: cut off at 63 it would end in half a character
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(repeat(U&''\00E9'', 32))');
SELECT count(*) FROM klantinteracties.registers;
SELECT nspname FROM pg_namespace WHERE nspname ~ '^(b+|é+|pg_klant)$';

-- The caller's search_path is what it was, inside the transaction and after an error too.
SET search_path = public, ki;
BEGIN;
SET LOCAL search_path = "Gemeente ""x""", pg_temp;
SELECT klantinteracties.maak_register('tijdelijk');
SHOW search_path;
SAVEPOINT s;
SELECT klantinteracties.maak_register('tijdelijk');
ROLLBACK TO s;
SHOW search_path;
ROLLBACK;
SHOW search_path;
SELECT to_regnamespace('tijdelijk');

-- An empty search_path will do, to make a register and to use it.
SET search_path = '';
SELECT klantinteracties.maak_register('leeg');
BEGIN;
INSERT INTO leeg.actor (id, naam, soort_actor) VALUES ('a0000000-0000-4000-8000-000000000001', 'Nicole', 'medewerker');
INSERT INTO leeg.klantcontact (id, kanaal_code, onderwerp, inhoud, taal_code, plaatsgevonden_op)
VALUES ('c0000000-0000-4000-8000-000000000001', 'balie', 'Paspoort', 'Vraag', 'nld', '2023-03-01 10:00+01');
INSERT INTO leeg.actor_klantcontact (klantcontact_id, actor_id)
VALUES ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO leeg.betrokkene (had_klantcontact, rol) VALUES ('c0000000-0000-4000-8000-000000000001', 'klant');
INSERT INTO leeg.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
VALUES ('Terugbellen', 'c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
COMMIT;
SELECT kanaal_code, vertrouwelijk, plaatsgevonden_op FROM leeg.betrokkene;
UPDATE leeg.klantcontact SET inhoud = 'x';
RESET search_path;

-- Two registers in one session and one transaction: the rules of one do not look at the other. The same ids stand in both.
CREATE FUNCTION pg_temp.vul(register text, met_actor boolean, met_betrokkene boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('search_path', quote_ident(register), true);
    INSERT INTO actor (id, naam, soort_actor) VALUES ('a0000000-0000-4000-8000-000000000001', 'Nicole', 'medewerker') ON CONFLICT DO NOTHING;
    INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op)
    VALUES ('c0000000-0000-4000-8000-000000000001', register, 'x', '2023-03-01 10:00+01');
    IF met_actor THEN
        INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
        VALUES ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
    END IF;
    IF met_betrokkene THEN
        INSERT INTO betrokkene (had_klantcontact, rol) VALUES ('c0000000-0000-4000-8000-000000000001', 'klant');
    END IF;
    INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    VALUES ('Terugbellen', 'c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
END
$$;
BEGIN;
SELECT pg_temp.vul('ki', true, true), pg_temp.vul('Gemeente "x"', true, true);
COMMIT;
BEGIN;
SELECT pg_temp.vul('Het Hogeland', true, true), pg_temp.vul('select', false, true);
COMMIT;
BEGIN;
SELECT pg_temp.vul('select', true, true), pg_temp.vul('Het Hogeland', true, false);
COMMIT;
SELECT (SELECT count(*) FROM ki.klantcontact) AS ki, (SELECT count(*) FROM "Gemeente ""x""".klantcontact) AS "Gemeente x",
       (SELECT count(*) FROM "Het Hogeland".klantcontact) AS "Het Hogeland", (SELECT count(*) FROM "select".klantcontact) AS "select";

-- A key from one to the other is made by hand only, and is no way around: the part belongs to the other register.
ALTER TABLE "Het Hogeland".bijlage ADD COLUMN elders uuid REFERENCES ki.klantcontact;
BEGIN;
SELECT pg_temp.vul('Het Hogeland', true, true);
COMMIT;
SELECT count(*) FROM "Het Hogeland".klantcontact;

-- The owner of a database needs no superuser for any of it; who may not create schemas cannot make a register.
CREATE ROLE regress_ki_eigenaar;
CREATE ROLE regress_ki_gast;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO regress_ki_eigenaar', current_database()); END $$;
SET ROLE regress_ki_eigenaar;
SELECT klantinteracties.maak_register('van_eigenaar');
SELECT eigenaar FROM klantinteracties.registers WHERE register = 'van_eigenaar';
SELECT count(*) AS tabellen, count(*) FILTER (WHERE relowner = 'regress_ki_eigenaar'::regrole) AS van_eigenaar
  FROM pg_class WHERE relnamespace = 'van_eigenaar'::regnamespace AND relkind = 'r';
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off', 'van_eigenaar');
SET ROLE regress_ki_gast;
SELECT pg_temp.poging('SELECT klantinteracties.maak_register(''van_gast'')')
     = format('42501: permission denied for database %s', current_database()) AS geweigerd;
-- A guest sees the list, but nothing of a register.
SELECT register, eigenaar FROM klantinteracties.registers WHERE register = 'van_eigenaar';
SELECT * FROM van_eigenaar.klantcontact;
INSERT INTO van_eigenaar.kanaal (code, naam) VALUES ('x', 'x');
RESET ROLE;
SELECT count(*) AS iets_voor_public FROM pg_class
 WHERE relnamespace = 'van_eigenaar'::regnamespace AND relacl::text ~ '[{,]=';

-- A trusted extension: the owner of a database installs it there.
CREATE DATABASE regress_ki_db OWNER regress_ki_eigenaar;
\set hier :DBNAME
\c regress_ki_db
SET client_min_messages = warning;
SET ROLE regress_ki_eigenaar;
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register();
SELECT register, eigenaar FROM klantinteracties.registers;
DROP SCHEMA ki CASCADE;
DROP EXTENSION klantinteracties;
\c :hier
DROP DATABASE regress_ki_db;

SET client_min_messages = warning;
DO $$
DECLARE
    r name;
BEGIN
    FOR r IN SELECT register FROM klantinteracties.registers LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', r);
    END LOOP;
END
$$;
SELECT count(*) FROM klantinteracties.registers;
DROP OWNED BY regress_ki_eigenaar;
DROP ROLE regress_ki_eigenaar, regress_ki_gast;
