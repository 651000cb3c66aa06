-- An opening ends with its call: no savepoint, procedure with COMMIT or prepared transaction carries it further.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET search_path = ki, proef;
\set VERBOSITY terse
\set SHOW_CONTEXT never
\set ECHO all

-- a savepoint, before and after what was corrected in it
BEGIN;
SAVEPOINT voor;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuw"}', 'reden') IS NOT NULL AS ok;
SAVEPOINT na;
UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1');
ROLLBACK TO na;
UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K2');
ROLLBACK TO voor;
UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1');
ROLLBACK;

-- a correction that failed
BEGIN;
SAVEPOINT voor;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"plaatsgevonden_op": "2024-05-04"}', 'reden');
ROLLBACK TO voor;
UPDATE klantcontact SET plaatsgevonden_op = '2024-05-04' WHERE id = id('K1');
ROLLBACK;

-- one that is refused at the end leaves nothing, the log least of all
BEGIN;
SELECT klantinteracties.corrigeer('betrokkene', id('B3'), NULL, 'reden') IS NOT NULL AS ok;
SELECT count(*) FROM mutatielog;
COMMIT;
SELECT count(*) AS betrokkenen, (SELECT count(*) FROM mutatielog) AS log FROM betrokkene;

-- a procedure that commits
CREATE PROCEDURE proef.corrigeer_en_meer() LANGUAGE plpgsql AS $$
BEGIN
    PERFORM klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "Nieuw"}', 'reden', 'ki');
    COMMIT;
    UPDATE ki.klantcontact SET inhoud = 'Nieuw' WHERE id = proef.id('K1');
END
$$;
CALL proef.corrigeer_en_meer();
CREATE OR REPLACE PROCEDURE proef.corrigeer_en_meer() LANGUAGE plpgsql AS $$
BEGIN
    PERFORM klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "Nieuwer"}', 'reden', 'ki');
    ROLLBACK;
    UPDATE ki.klantcontact SET inhoud = 'Nieuwer' WHERE id = proef.id('K1');
END
$$;
CALL proef.corrigeer_en_meer();
-- a trigger cannot commit in the middle of one
CREATE PROCEDURE proef.bewaar() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
CREATE FUNCTION proef.dader() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN CALL proef.bewaar(); RETURN NEW; END';
CREATE TRIGGER dader AFTER UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.dader();
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuwer"}', 'reden');
DROP TRIGGER dader ON klantcontact;
UPDATE klantcontact SET inhoud = 'Nieuwer' WHERE id = id('K1');

-- a prepared transaction
BEGIN;
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"inhoud": "Nieuw"}', 'reden') IS NOT NULL AS ok;
PREPARE TRANSACTION 'regress_ki';
UPDATE klantcontact SET inhoud = 'x' WHERE id = id('K3');
BEGIN;
UPDATE klantcontact SET inhoud = 'x' WHERE id = id('K1');
ROLLBACK;
COMMIT PREPARED 'regress_ki';
UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K2');
-- whose checks come before it is prepared
BEGIN;
SELECT klantinteracties.corrigeer('betrokkene', id('B3'), NULL, 'reden') IS NOT NULL AS ok;
PREPARE TRANSACTION 'regress_ki';

-- a prepared statement, again and again
PREPARE corrigeer AS SELECT klantinteracties.corrigeer('klantcontact', $1, jsonb_build_object('inhoud', $2::text), 'reden') IS NOT NULL AS ok;
EXECUTE corrigeer (id('K1'), 'een');
EXECUTE corrigeer (id('K1'), 'twee');
UPDATE klantcontact SET inhoud = 'twee' WHERE id = id('K1');
SELECT k.nummer, l.oud->>'inhoud' AS oud, l.nieuw->>'inhoud' AS nieuw, l.reden FROM mutatielog l JOIN klantcontact k ON k.id::text = l.rij_id ORDER BY l.id;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
