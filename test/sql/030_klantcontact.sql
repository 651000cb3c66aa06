-- A klantcontact is complete when its transaction commits, and not before: real commits, savepoints, exception blocks
-- and SET CONSTRAINTS. Which rule says what is tried in 040.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET search_path = ki, proef;

-- What rij() describes, inserted row by row.
CREATE PROCEDURE proef.voeg_toe(VARIADIC rijen jsonb[]) LANGUAGE plpgsql AS $$ BEGIN EXECUTE proef.opdrachten(rijen, 'insert'); END $$;
-- The klantcontacten of this test, with how much of each part they have.
CREATE VIEW proef.stand AS
SELECT proef.kort(id::text) AS kc, (SELECT count(*) FROM ki.actor_klantcontact WHERE klantcontact_id = k.id) AS ac,
       (SELECT count(*) FROM ki.betrokkene WHERE had_klantcontact = k.id) AS bb,
       (SELECT count(*) FROM ki.bijlage WHERE was_bijlage_van_klantcontact = k.id) AS bl,
       (SELECT count(*) FROM ki.onderwerpobject WHERE was_onderwerp_van_klantcontact = k.id) AS oo,
       (SELECT count(*) FROM ki.interne_taak WHERE aanleidinggevend_klantcontact = k.id) AS it
  FROM ki.klantcontact k WHERE nummer >= 23009181 ORDER BY nummer;

-- BASE, and what the register fills in itself: the client's moment and name of registration are not kept, null becomes
-- empty, and each part carries what it needs of its klantcontact.
BEGIN;
CALL voeg_toe(kc(1, 'geregistreerd_op', '2020-01-01', 'geregistreerd_door', 'niemand', 'vertrouwelijk', 'JA', 'indicatie_contact_gelukt', NULL),
    ac(1, 'A1', 'vertrouwelijk', ''), bb(1, 'P1', 'plaatsgevonden_op', '2020-01-01', 'kanaal_code', 'post', 'vertrouwelijk', ''),
    bl(1), zaak(1, 'Z1', 'plaatsgevonden_op', '2020-01-01'), it(1));
COMMIT;
SELECT nummer, kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, taal_code, vertrouwelijk, plaatsgevonden_op,
       geregistreerd_op BETWEEN now() - interval '1 minute' AND clock_timestamp() AS nu, geregistreerd_door = session_user AS ik
  FROM klantcontact WHERE id = id('K1');
SELECT plaatsgevonden_op, kanaal_code, vertrouwelijk FROM betrokkene WHERE had_klantcontact = id('K1')
UNION ALL SELECT plaatsgevonden_op, kanaal_code, vertrouwelijk FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = id('K1')
UNION ALL SELECT NULL, NULL, vertrouwelijk FROM actor_klantcontact WHERE klantcontact_id = id('K1')
UNION ALL SELECT NULL, NULL, vertrouwelijk FROM bijlage WHERE was_bijlage_van_klantcontact = id('K1')
UNION ALL SELECT NULL, NULL, vertrouwelijk FROM interne_taak WHERE aanleidinggevend_klantcontact = id('K1');
-- A row may say that it was registered in this transaction, as its default does; not before, not later, nothing, and by nobody else.
BEGIN;
CREATE TEMP TABLE begonnen AS SELECT clock_timestamp() AS op;
INSERT INTO kanaal (code, naam, geregistreerd_op) VALUES ('r1', 'begin', now()), ('r2', 'nu', clock_timestamp()),
    ('r3', 'net voor het begin', now() - interval '1 microsecond'), ('r4', 'later', now() + interval '1 hour'), ('r5', 'niets', NULL),
    ('r6', 'nooit', '-infinity'), ('r7', 'altijd', 'infinity');
INSERT INTO kanaal (code, naam, geregistreerd_door) VALUES ('r8', 'een ander', 'niemand'), ('r9', 'niemand', NULL), ('s1', 'wij', session_user);
INSERT INTO kanaal (code, naam) VALUES ('s2', 'standaard');
SELECT naam, CASE WHEN geregistreerd_op = now() THEN 'begin' WHEN geregistreerd_op BETWEEN (SELECT op FROM begonnen) AND clock_timestamp() THEN 'nu' END AS op,
       geregistreerd_door = session_user AS ik FROM kanaal WHERE code ~ '^[rs][0-9]' ORDER BY code;
ROLLBACK;
-- What took place since the transaction began was not registered when that began.
BEGIN;
INSERT INTO klantcontact (nummer, onderwerp, plaatsgevonden_op, geregistreerd_op) VALUES (9001, 'x', clock_timestamp(), now()), (9002, 'x', now(), now())
RETURNING nummer, geregistreerd_op >= plaatsgevonden_op AS sindsdien, geregistreerd_op > now() AS later;
INSERT INTO partij_verificatie (partij, handeling, grond, middel, geverifieerd_op, geregistreerd_op)
VALUES (id('P1'), 'wijziging', 'zelf', 'DigiD', clock_timestamp(), now()) RETURNING geregistreerd_op >= geverifieerd_op AS sindsdien;
ROLLBACK;
-- Nor need a partij say that it is not the gemeente.
BEGIN;
INSERT INTO partij (nummer, soort_partij, is_gemeente) VALUES (9001, 'persoon', NULL), (9002, 'organisatie', DEFAULT) RETURNING soort_partij, is_gemeente = '' AS leeg;
ROLLBACK;
-- The interne taak as subject stands for its klantcontact; a klantcontact is not about itself by its own taak either (KI-45, KI-46).
BEGIN;
CALL voeg_toe(kc(2), ac(2, 'A1'), bb(2), oo(2, 'onderwerp_was_interne_taak', 'T1'));
COMMIT;
SELECT kort(onderwerp_was_klantcontact::text) FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = id('K2');
BEGIN;
CALL voeg_toe(kc(3), ac(3, 'A1'), bb(3), it(3), oo(3, 'onderwerp_was_interne_taak', 'T3'));
COMMIT;

-- Each rule at a real COMMIT.
BEGIN;
CALL voeg_toe(kc(3), ac(3, 'A1'));
COMMIT;
BEGIN;
CALL voeg_toe(kc(3), bb(3, 'P1'));
COMMIT;
BEGIN;
CALL voeg_toe(kc(3, 'inhoud', NULL), ac(3, 'A1'), bb(3, 'P1'));
COMMIT;
BEGIN;
CALL voeg_toe(kc(3), ac(3, 'A1'), bb(3));
COMMIT;
BEGIN;
CALL voeg_toe(kc(3), ac(3, 'A1'), bb(3, 'P7'), bb(3, 'P8'), it(3));
COMMIT;
-- without BEGIN: a klantcontact alone, then its parts (KI-28)
CALL voeg_toe(kc(3));
CALL voeg_toe(ac(3, 'A1'));
-- parts in any order, after other statements
BEGIN;
CALL voeg_toe(kc(3));
CALL voeg_toe(it(3));
SELECT count(*) FROM klantcontact;
CALL voeg_toe(bb(3));
CALL voeg_toe(ac(3, 'A1'));
COMMIT;
SELECT * FROM stand;

-- One statement: the part reads the id from the klantcontact's RETURNING.
WITH k AS (
    INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (id('K4'), 23009185, 'Afvalinzameling', 'Vraag', '2023-03-01 10:00+01') RETURNING id
), a AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT id, id('A1') FROM k
)
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT id, id('P1'), 'klant' FROM k;
-- With the id as a literal the server runs the part first.
WITH k AS (
    INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (id('K5'), 23009186, 'Afvalinzameling', 'Vraag', '2023-03-01 10:00+01')
), a AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K5'), id('A1'))
)
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K5'), id('P1'), 'klant');
SELECT * FROM stand WHERE kc IN ('K4', 'K5');

-- A savepoint that is rolled back takes the part with it, or the klantcontact, or brings nothing to a klantcontact outside it.
BEGIN;
CALL voeg_toe(kc(5), ac(5, 'A1'));
SAVEPOINT s;
CALL voeg_toe(bb(5, 'P1'));
ROLLBACK TO s;
COMMIT;
BEGIN;
CALL voeg_toe(kc(5), ac(5, 'A1'));
SAVEPOINT s;
CALL voeg_toe(bb(5, 'P1'));
RELEASE s;
COMMIT;
BEGIN;
CALL voeg_toe(kc(6), ac(6, 'A1'), bb(6, 'P1'));
SAVEPOINT s;
CALL voeg_toe(kc(7), ac(7, 'A1'));
ROLLBACK TO s;
COMMIT;
BEGIN;
SAVEPOINT s;
CALL voeg_toe(kc(7));
ROLLBACK TO s;
CALL voeg_toe(ac(7, 'A1'));
COMMIT;
-- the klantcontact in a savepoint, its parts outside; and the other way round, deep
BEGIN;
SAVEPOINT s;
CALL voeg_toe(kc(7));
RELEASE s;
CALL voeg_toe(ac(7, 'A1'), bb(7, 'P1'));
COMMIT;
BEGIN;
CALL voeg_toe(kc(8));
SAVEPOINT a;
CALL voeg_toe(ac(8, 'A1'));
SAVEPOINT b;
CALL voeg_toe(bb(8, 'P1'));
ROLLBACK TO b;
CALL voeg_toe(bb(8, 'P4'));
RELEASE a;
COMMIT;
-- the klantcontact twice: what the first had is gone with it
BEGIN;
SAVEPOINT s;
CALL voeg_toe(kc(9), ac(9, 'A1'), bb(9, 'P1'));
ROLLBACK TO s;
CALL voeg_toe(kc(9));
COMMIT;
-- checked in a savepoint that is rolled back: checked again at commit
BEGIN;
CALL voeg_toe(kc(9), ac(9, 'A1'));
SAVEPOINT s;
CALL voeg_toe(bb(9, 'P1'));
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO s;
COMMIT;
-- set to immediate in a savepoint, and deferred again by the rollback
BEGIN;
SAVEPOINT s;
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO s;
CALL voeg_toe(kc(9));
CALL voeg_toe(ac(9, 'A1'), bb(9, 'P1'));
COMMIT;
SELECT * FROM stand WHERE kc >= 'K5';

-- Exception blocks of PL/pgSQL are savepoints.
DO $$
BEGIN
    CALL proef.voeg_toe(proef.kc(10), proef.ac(10, 'A1'));
    BEGIN
        CALL proef.voeg_toe(proef.bb(10, 'P1'));
        PERFORM 1 / 0;
    EXCEPTION WHEN division_by_zero THEN
        NULL;
    END;
END
$$;
-- A violation that is caught leaves nothing of its block.
DO $$
BEGIN
    CALL proef.voeg_toe(proef.kc(10), proef.ac(10, 'A1'), proef.bb(10, 'P1'));
    BEGIN
        CALL proef.voeg_toe(proef.kc(11));
        SET CONSTRAINTS ALL IMMEDIATE;
    EXCEPTION WHEN check_violation THEN
        RAISE WARNING 'caught: %', SQLERRM;
    END;
END
$$;
SELECT * FROM stand WHERE kc >= 'K10' AND length(kc) > 2;
-- COMMIT inside a procedure checks, too.
DO $$
BEGIN
    CALL proef.voeg_toe(proef.kc(11), proef.ac(11, 'A1'), proef.bb(11, 'P1'));
    COMMIT;
    CALL proef.voeg_toe(proef.kc(12), proef.ac(12, 'A1'));
    COMMIT;
END
$$;
SELECT * FROM stand WHERE kc >= 'K11' AND length(kc) > 2;
-- A cursor that is held runs its query at the commit, after the checks; what it inserts is checked as well.
CREATE FUNCTION proef.stiekem() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    CALL proef.voeg_toe(proef.kc(12), proef.ac(12, 'A1'));
    RETURN 1;
END
$$;
BEGIN;
DECLARE c CURSOR WITH HOLD FOR SELECT proef.stiekem();
COMMIT;

-- SET CONSTRAINTS: all, by name, by schema and name, before and after, and back.
BEGIN;
CALL voeg_toe(kc(12), ac(12, 'A1'));
SET CONSTRAINTS ALL IMMEDIATE;
COMMIT;
BEGIN;
CALL voeg_toe(kc(12), ac(12, 'A1'));
SET CONSTRAINTS klantcontact_volledig IMMEDIATE;
COMMIT;
BEGIN;
CALL voeg_toe(kc(12), ac(12, 'A1'));
SET CONSTRAINTS ki.klantcontact_volledig IMMEDIATE;
COMMIT;
BEGIN;
SET CONSTRAINTS ki.klantcontact_volledig IMMEDIATE;
CALL voeg_toe(kc(12), ac(12, 'A1'));
COMMIT;
-- immediate for another constraint only
BEGIN;
SET CONSTRAINTS ki.partij_volledig IMMEDIATE;
CALL voeg_toe(kc(12), ac(12, 'A1'));
SET CONSTRAINTS ki.klantcontact_volledig DEFERRED;
CALL voeg_toe(bb(12, 'P1'));
SET CONSTRAINTS ki.klantcontact_volledig IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
CALL voeg_toe(kc(13));
COMMIT;
-- The rules on a row cannot be put off.
SET CONSTRAINTS ki.klantcontact_niet_gepland DEFERRED;

-- A partij that becomes the gemeente, or somebody who worked for it, must leave a betrokkene that counts (KI-01a).
BEGIN;
CALL voeg_toe(kc(12), ac(12, 'A1'), bb(12, 'P3'), bb(12, 'P7'), kc(15), ac(15, 'A1'), bb(15, 'P5'));
COMMIT;
UPDATE partij SET is_gemeente = 'ja' WHERE id = id('P5');
UPDATE partij SET is_gemeente = 'ja' WHERE id = id('P2');
UPDATE partij SET werkte_voor_partij = id('P7') WHERE id = id('P3');
BEGIN;
UPDATE partij SET is_gemeente = 'ja' WHERE id = id('P5');
SELECT is_gemeente FROM partij WHERE id = id('P5');
SET CONSTRAINTS partij_volledig IMMEDIATE;
COMMIT;
-- changed back in time
BEGIN;
UPDATE partij SET is_gemeente = 'ja' WHERE id = id('P5');
UPDATE partij SET is_gemeente = '' WHERE id = id('P5');
COMMIT;
-- one beside whom another counts
BEGIN;
CALL voeg_toe(kc(13), ac(13, 'A1'), bb(13, 'P6'), bb(13, 'P1'));
COMMIT;
UPDATE partij SET is_gemeente = 'ja' WHERE id = id('P6');
-- ongekend with follow-up, who turns out to be the gemeente
BEGIN;
CALL voeg_toe(kc(14), ac(14, 'A1'), bb(14), it(14));
COMMIT;
UPDATE betrokkene SET was_partij = id('P7') WHERE had_klantcontact = id('K14');
UPDATE betrokkene SET was_partij = id('P1') WHERE had_klantcontact = id('K14');
SELECT kort(id::text) AS partij, is_gemeente, kort(werkte_voor_partij::text) AS werkte_voor FROM partij ORDER BY nummer;
SELECT * FROM stand WHERE kc >= 'K12' AND length(kc) > 2;

-- At every isolation level, and in a transaction that took its snapshot before.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT count(*) > 0 AS snapshot FROM klantcontact;
CALL voeg_toe(kc(16), ac(16, 'A1'));
COMMIT;
BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT count(*) > 0 AS snapshot FROM klantcontact;
CALL voeg_toe(kc(16), ac(16, 'A1'), bb(16, 'P1'));
COMMIT;
BEGIN READ ONLY;
CALL voeg_toe(kc(17));
COMMIT;
SELECT * FROM stand WHERE kc >= 'K16' AND length(kc) > 2;

-- COPY, in the formats that clients send.
BEGIN;
COPY klantcontact (id, nummer, onderwerp, inhoud, vertrouwelijk, plaatsgevonden_op) FROM STDIN (FORMAT csv);
c0000000-0000-4000-8000-000000000020,20,Paspoort,Vraag,,2023-03-01 10:00+01
c0000000-0000-4000-8000-000000000021,21,Paspoort,,ja,2023-03-01 10:00+01
\.
COPY betrokkene (had_klantcontact, was_partij, rol) FROM STDIN;
c0000000-0000-4000-8000-000000000020	b0000000-0000-4000-8000-000000000001	klant
c0000000-0000-4000-8000-000000000021	b0000000-0000-4000-8000-000000000001	klant
\.
COPY actor_klantcontact (klantcontact_id, actor_id) FROM STDIN;
c0000000-0000-4000-8000-000000000020	a0000000-0000-4000-8000-000000000001
c0000000-0000-4000-8000-000000000021	a0000000-0000-4000-8000-000000000001
\.
COMMIT;
COPY klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) FROM STDIN;
c0000000-0000-4000-8000-000000000020	20	Paspoort	Vraag	2023-03-01 10:00+01
c0000000-0000-4000-8000-000000000021	21	Paspoort	Vraag	-infinity
\.
COPY bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code) FROM STDIN;
c0000000-0000-4000-8000-000000000001	3	4	9	7
\.
SELECT count(*) FROM klantcontact WHERE nummer IN (20, 21);

\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
