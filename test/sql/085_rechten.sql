-- Which privileges a role needs to register, and that the rules judge what is there and not what the role may see.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET client_min_messages = warning;
CREATE ROLE regress_ki_registreert;
CREATE ROLE regress_ki_niets;
CREATE FUNCTION proef.alles() RETURNS TABLE (wat text, uitkomst text) LANGUAGE sql AS $$
    SELECT w, proef.uitkomst(proef.opdrachten(r, 'insert')) FROM (VALUES
        ('complete', ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1, 'P1'), proef.bl(1), proef.zaak(1, 'Z1'), proef.it(1)]),
        ('no betrokkene', ARRAY[proef.kc(1), proef.ac(1, 'A1')]),
        ('the gemeente only', ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1, 'P7')]),
        ('actor not active', ARRAY[proef.kc(1), proef.ac(1, 'A9')]),
        ('kanaal not active', ARRAY[proef.kc(1, 'kanaal_code', 'fax')]),
        ('no such kanaal', ARRAY[proef.kc(1, 'kanaal_code', 'x'), proef.ac(1, 'A1'), proef.bb(1, 'P1')]),
        ('two zaken', ARRAY[proef.kc(1), proef.zaak(1, 'Z1'), proef.zaak(1, 'Z2')]),
        ('about a later klantcontact', ARRAY[proef.kc(1), proef.oo(1, 'onderwerp_was_klantcontact', 'K91')]),
        ('late', ARRAY[proef.bl(90)]),
        ('subject that is an interne taak', ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1), proef.oo(1, 'onderwerp_was_interne_taak', 'T90')]))
        v (w, r)
$$;

-- USAGE of the schema and INSERT on what is inserted, and nothing else: no SELECT, no sequence, no reference table.
GRANT USAGE ON SCHEMA ki TO regress_ki_registreert, regress_ki_niets;
GRANT INSERT ON ki.klantcontact, ki.actor_klantcontact, ki.betrokkene, ki.bijlage, ki.onderwerpobject, ki.interne_taak TO regress_ki_registreert;
SET ROLE regress_ki_registreert;
SELECT * FROM proef.alles();
BEGIN;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (proef.id('K11'), 'x', 'x', '2023-01-01');
INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K11'), proef.id('A1'));
INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol) VALUES (proef.id('K11'), proef.id('P1'), 'klant');
COMMIT;
SELECT count(*) FROM ki.klantcontact;
-- RETURNING reads; the id can be made first instead
INSERT INTO ki.klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01') RETURNING id;
SET ROLE regress_ki_niets;
SELECT count(*), min(uitkomst) FROM proef.alles();
RESET ROLE;
SELECT nummer, geregistreerd_door = session_user AS door_sessie FROM ki.klantcontact WHERE id = proef.id('K11');

-- Of some columns only: what the register itself fills in needs no privilege.
REVOKE ALL ON ALL TABLES IN SCHEMA ki FROM regress_ki_registreert;
GRANT INSERT (id, onderwerp, inhoud, plaatsgevonden_op) ON ki.klantcontact TO regress_ki_registreert;
GRANT INSERT (klantcontact_id, actor_id) ON ki.actor_klantcontact TO regress_ki_registreert;
GRANT INSERT (id, had_klantcontact, was_partij, rol) ON ki.betrokkene TO regress_ki_registreert;
GRANT SELECT (id), UPDATE (was_partij) ON ki.betrokkene TO regress_ki_registreert;
SET ROLE regress_ki_registreert;
BEGIN;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (proef.id('K12'), 'x', 'x', '2023-01-01');
INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K12'), proef.id('A1'));
COMMIT;
BEGIN;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (proef.id('K12'), 'x', 'x', '2023-01-01');
INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K12'), proef.id('A1'));
INSERT INTO ki.betrokkene (id, had_klantcontact, was_partij, rol) VALUES (proef.id('K13'), proef.id('K12'), proef.id('P1'), 'klant');
COMMIT;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, geregistreerd_op) VALUES (proef.id('K3'), 'x', 'x', '2023-01-01', now());
UPDATE ki.betrokkene SET was_partij = proef.id('P4') WHERE id = proef.id('K13');
RESET ROLE;

-- Row security that hides everything, from the owner too: the rules see what is there.
GRANT INSERT ON ki.klantcontact, ki.actor_klantcontact, ki.betrokkene, ki.bijlage, ki.onderwerpobject, ki.interne_taak TO regress_ki_registreert;
DO $$
DECLARE
    t regclass;
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('DROP POLICY IF EXISTS gewoon ON %s', t);
        EXECUTE format('CREATE POLICY erin ON %s FOR INSERT WITH CHECK (true)', t);
    END LOOP;
END
$$;
CREATE ROLE regress_ki_eigenaar;
DO $$
DECLARE
    t regclass;
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO regress_ki_eigenaar', t);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA ki TO regress_ki_eigenaar;
SET ROLE regress_ki_registreert;
SELECT * FROM proef.alles();
SET ROLE regress_ki_eigenaar;
SELECT * FROM proef.alles();
SELECT count(*) FROM ki.klantcontact;
RESET ROLE;
-- A policy that refuses, refuses: what the rules filled in is what it sees.
DROP POLICY erin ON ki.klantcontact;
CREATE POLICY erin ON ki.klantcontact FOR INSERT WITH CHECK (geregistreerd_door = 'niemand');
SET ROLE regress_ki_registreert;
INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op, geregistreerd_door) VALUES ('x', 'x', '2023-01-01', 'niemand');
RESET ROLE;

-- The commit checks for whoever commits.
DROP POLICY erin ON ki.klantcontact;
CREATE POLICY erin ON ki.klantcontact FOR INSERT WITH CHECK (true);
BEGIN;
SET LOCAL ROLE regress_ki_registreert;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (proef.id('K4'), 'x', 'x', '2023-01-01');
SET LOCAL ROLE regress_ki_niets;
COMMIT;
-- A function of the owner's that registers for others.
CREATE FUNCTION proef.namens_eigenaar() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    EXECUTE proef.opdrachten(ARRAY[proef.kc(5), proef.ac(5, 'A1')], 'insert');
END
$$;
SET ROLE regress_ki_niets;
-- (the role that queued the check, or the one that commits: that differs among servers, and with it how much of the row is named)
\set VERBOSITY sqlstate
SELECT proef.namens_eigenaar();
\set VERBOSITY default
RESET ROLE;

\set ECHO none
SET client_min_messages = warning;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
DROP OWNED BY regress_ki_registreert, regress_ki_niets, regress_ki_eigenaar;
DROP ROLE regress_ki_registreert, regress_ki_niets, regress_ki_eigenaar;
