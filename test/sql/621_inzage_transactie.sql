-- How long an inzage lasts: until its transaction ends, or the subtransaction in which it began is undone. A pooler that gives the
-- connection to the next client gives nothing else with it.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET client_min_messages = warning;
CREATE ROLE regress_ki_portaal;
GRANT USAGE ON SCHEMA proef TO regress_ki_portaal;
SET search_path = ki, proef;
SELECT count(*) FROM klantinteracties.verleen('regress_ki_portaal', 'inzage') \g /dev/null
SET ROLE regress_ki_portaal;
RESET client_min_messages;
\set VERBOSITY terse
\set ECHO all
PREPARE hoeveel AS SELECT count(*) FROM klantcontact;
PREPARE van_wie AS SELECT bool_and(was_partij = id('P1')) AS p1, bool_and(was_partij = id('P2')) AS p2, count(*) FROM betrokkene;
-- planned for good before it begins
SET plan_cache_mode = force_generic_plan;
EXECUTE hoeveel;
EXECUTE van_wie;
-- by itself it is a transaction, and over
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
EXECUTE hoeveel;
-- one after the other
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
EXECUTE van_wie;
COMMIT;
EXECUTE van_wie;
BEGIN;
SELECT klantinteracties.begin_inzage(id('P2'), 'eHerkenning');
EXECUTE van_wie;
ROLLBACK;
EXECUTE van_wie;
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
EXECUTE van_wie;
COMMIT AND CHAIN;
EXECUTE van_wie;
SELECT klantinteracties.begin_inzage(id('P2'), 'DigiD');
EXECUTE van_wie;
ROLLBACK AND CHAIN;
EXECUTE van_wie;
COMMIT;
-- an error ends it
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
SELECT 1 / 0;
COMMIT;
EXECUTE hoeveel;
-- savepoints
BEGIN;
SAVEPOINT a;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
SAVEPOINT b;
ROLLBACK TO b;
EXECUTE van_wie;
RELEASE b;
ROLLBACK TO a;
EXECUTE van_wie;
SELECT klantinteracties.begin_inzage(id('P2'), 'DigiD');
RELEASE a;
EXECUTE van_wie;
SAVEPOINT c;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
ROLLBACK TO c;
EXECUTE van_wie;
COMMIT;
EXECUTE van_wie;
-- what began above a savepoint that is undone goes on, and what was released into one that is undone does not
BEGIN;
SAVEPOINT a;
SAVEPOINT b;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
RELEASE b;
EXECUTE hoeveel;
ROLLBACK TO a;
EXECUTE hoeveel;
COMMIT;
DO $$
BEGIN
    PERFORM klantinteracties.begin_inzage(id('P1'), 'DigiD');
    RAISE INFO 'inside: %', (SELECT count(*) FROM klantcontact);
    RAISE SQLSTATE 'UNDOE';
EXCEPTION WHEN SQLSTATE 'UNDOE' THEN
    RAISE INFO 'undone: %', (SELECT count(*) FROM klantcontact);
END
$$;
-- a procedure that commits
DO $$
BEGIN
    PERFORM klantinteracties.begin_inzage(id('P1'), 'DigiD');
    RAISE INFO 'inside: %', (SELECT count(*) FROM klantcontact);
    COMMIT;
    RAISE INFO 'after commit: %', (SELECT count(*) FROM klantcontact);
END
$$;
-- cursors: one that is open asks when it is fetched from; one that is held is a copy of what its transaction could see, and of nothing else
BEGIN;
DECLARE eerder CURSOR FOR SELECT count(*) FROM klantcontact;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
FETCH eerder;
DECLARE bewaard CURSOR WITH HOLD FOR SELECT nummer FROM klantcontact ORDER BY nummer;
COMMIT;
FETCH ALL bewaard;
CLOSE bewaard;
EXECUTE hoeveel;
BEGIN;
DECLARE bewaard CURSOR WITH HOLD FOR SELECT nummer FROM klantcontact ORDER BY nummer;
COMMIT;
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
FETCH ALL bewaard;
COMMIT;
CLOSE bewaard;
-- another role of the same session, and back
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
RESET ROLE;
SELECT count(*) FROM klantcontact;
SET ROLE regress_ki_portaal;
EXECUTE van_wie;
RESET SESSION AUTHORIZATION;
DISCARD TEMP;
SET ROLE regress_ki_portaal;
EXECUTE van_wie;
COMMIT;
-- it cannot be set, nor begun where nothing can be recorded
SET klantinteracties.inzage = 'x';
SELECT set_config('klantinteracties.partij', id('P1')::text, false) IS NOT NULL AS gezet;
EXECUTE hoeveel;
BEGIN READ ONLY;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
ROLLBACK;
-- what is registered for the partij in the same transaction is its own from the next query on
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
EXECUTE hoeveel;
RESET ROLE;
SELECT klantinteracties.corrigeer('betrokkene', id('B2'), jsonb_build_object('was_partij', id('P1')), 'herkend') IS NOT NULL AS gecorrigeerd;
SET ROLE regress_ki_portaal;
EXECUTE hoeveel;
ROLLBACK;
RESET ROLE;
SELECT middel, count(*) FROM partij_verificatie WHERE handeling = 'inzage' GROUP BY middel ORDER BY middel;
-- a register that is left hides what it hid, and who had inzage sees nothing
SET client_min_messages = warning;
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA proef TO regress_ki_lezer;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'op verzoek') IS NOT NULL AS gecorrigeerd;
SELECT count(*) FROM klantinteracties.verleen('regress_ki_lezer', 'lezen');
SELECT count(*) > 0 AS ook FROM klantinteracties.verleen('regress_ki_portaal', 'lezen');
SELECT klantinteracties.ontkoppel_register('ki');
SET ROLE regress_ki_lezer;
SELECT nummer FROM klantcontact ORDER BY nummer;
SET ROLE regress_ki_portaal;
SELECT (SELECT count(*) FROM klantcontact) AS klantcontacten, (SELECT count(*) FROM partij) AS partijen, (SELECT count(*) FROM mutatielog) AS log;
RESET ROLE;
\set ECHO none
DEALLOCATE ALL;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
DROP ROLE regress_ki_portaal, regress_ki_lezer;
