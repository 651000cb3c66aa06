-- The memory of a register: one log row for each UPDATE and DELETE on every table, none for an INSERT; what it holds, and that nobody
-- writes it by hand (KI-108).
\set ECHO none
\set QUIET on
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = ki, proef, tap;
SET LOCAL timezone = 'UTC';

CREATE TEMPORARY TABLE tabel AS
    SELECT relname::text AS naam FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' AND relname NOT IN ('mutatielog', 'vernietiging') ORDER BY 1;

-- Without its rules and foreign keys, updates and deletes all rows of a table, twice over the first; what of it is in the log.
CREATE FUNCTION proef.gelogd(tabel text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    sleutel text := CASE tabel WHEN 'land' THEN 'landcode' ELSE (SELECT attname FROM pg_attribute
        WHERE attrelid = ('ki.' || tabel)::regclass AND attname IN ('id', 'code')) END;
    rijen bigint;
    uitkomst text;
    fk record;
BEGIN
    BEGIN
        EXECUTE format('ALTER TABLE ki.%I DISABLE TRIGGER "~regels"', tabel);
        FOR fk IN SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'ki'::regnamespace LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', fk.conrelid, fk.conname);
        END LOOP;
        EXECUTE format('CREATE TEMPORARY TABLE was AS SELECT %I::text AS id, to_jsonb(t) AS rij, geregistreerd_op FROM ki.%I t', sleutel, tabel);
        SELECT count(*) INTO rijen FROM was;
        EXECUTE format('UPDATE ki.%I SET geregistreerd_door = %L', tabel, 'eerste');
        EXECUTE format('UPDATE ki.%I SET geregistreerd_door = %L', tabel, 'tweede');
        EXECUTE format('DELETE FROM ki.%I', tabel);
        SELECT CASE WHEN rijen = 0 THEN 'no rows to try'
            ELSE concat_ws(' ', count(*) FILTER (WHERE operatie = 'UPDATE') / rijen, count(*) FILTER (WHERE operatie = 'DELETE') / rijen,
               bool_and(l.gebruiker = session_user AND reden IS NULL AND toepassingsgebruiker = 'jan'
                   AND oud = CASE nr WHEN 1 THEN w.rij WHEN 2 THEN w.rij || '{"geregistreerd_door": "eerste"}' ELSE w.rij || '{"geregistreerd_door": "tweede"}' END
                   AND nieuw IS NOT DISTINCT FROM CASE nr WHEN 1 THEN w.rij || '{"geregistreerd_door": "eerste"}' WHEN 2 THEN w.rij || '{"geregistreerd_door": "tweede"}' END
                   AND l.geregistreerd_op = coalesce(vorige, w.geregistreerd_op) AND vervallen_op >= l.geregistreerd_op
                   AND vervallen_op <= clock_timestamp())) END INTO uitkomst
          FROM (SELECT *, row_number() OVER v AS nr, lag(vervallen_op) OVER v AS vorige FROM ki.mutatielog m
                 WHERE m.tabel = gelogd.tabel WINDOW v AS (PARTITION BY rij_id ORDER BY m.id)) l LEFT JOIN was w ON w.id = l.rij_id;
        RAISE SQLSTATE 'UNDOE';
    EXCEPTION WHEN SQLSTATE 'UNDOE' THEN NULL;
    END;
    RETURN uitkomst;
END
$$;

SELECT plan((SELECT count(*)::int FROM tabel) + 32);
SELECT is((SELECT count(*)::int FROM mutatielog), 0, 'making and filling a register logs nothing');
SELECT bag_eq($$SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = '!mutatielog' AND tgenabled = 'O'
                   AND tgfoid = 'klantinteracties.schrijf_mutatielog'::regproc AND tgtype = 1 + 8 + 16$$,
    $$SELECT naam FROM tabel$$, 'every table but the log itself has the trigger');
SET LOCAL klantinteracties.gebruiker = 'jan';
SELECT is(gelogd(naam), '2 1 t', naam || ': two updates and a removal of each row, with what was and what came') FROM tabel ORDER BY naam;

-- who, by the application's word and without it
SET LOCAL klantinteracties.gebruiker = '';
UPDATE kanaal SET naam = 'Fax' WHERE code = 'post';
SET LOCAL klantinteracties.gebruiker = 'Jan van ''t Hof @ "KCC"';
UPDATE kanaal SET naam = 'Telex' WHERE code = 'post';
CREATE ROLE regress_ki_behandelaar;
GRANT USAGE ON SCHEMA ki TO regress_ki_behandelaar;
GRANT SELECT, UPDATE ON kanaal TO regress_ki_behandelaar;
ALTER TABLE mutatielog ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
SET LOCAL ROLE regress_ki_behandelaar;
UPDATE ki.kanaal SET naam = 'Post' WHERE code = 'post';
SELECT tap.throws_ok('SELECT * FROM ki.mutatielog', '42501', NULL, 'who changes need not see the log');
SELECT tap.throws_ok($$SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "x"}', 'r', 'ki')$$, '42501', NULL, 'nor correct');
SELECT tap.is(current_user::text, 'regress_ki_behandelaar', 'and stays who he is');
RESET ROLE;
SELECT results_eq($$SELECT oud->>'naam', nieuw->>'naam', gebruiker = session_user, toepassingsgebruiker FROM mutatielog WHERE tabel = 'kanaal' ORDER BY id$$,
    $$VALUES ('Post', 'Fax', true, NULL), ('Fax', 'Telex', true, 'Jan van ''t Hof @ "KCC"'),
             ('Telex', 'Post', true, 'Jan van ''t Hof @ "KCC"')$$, 'who, by session and by application');
SET LOCAL SESSION AUTHORIZATION regress_ki_behandelaar;
UPDATE ki.kanaal SET naam = 'Brief' WHERE code = 'post';
RESET SESSION AUTHORIZATION;
SELECT is((SELECT gebruiker FROM mutatielog ORDER BY id DESC LIMIT 1), 'regress_ki_behandelaar', 'the session user of another session');
-- the owner's own privileges and a trigger-made state do not matter
SELECT is(uitkomst($$GRANT regress_ki_behandelaar TO CURRENT_USER; SET LOCAL ROLE regress_ki_behandelaar; UPDATE ki.kanaal SET naam = 'x'$$), 'ok', 'all rows at once');

-- nobody writes it by hand: the superuser, and an owner who is none
CREATE ROLE regress_ki_eigenaar;
DO $$
DECLARE
    t text;
BEGIN
    EXECUTE 'GRANT CREATE ON DATABASE ' || quote_ident(current_database()) || ' TO regress_ki_eigenaar';
    EXECUTE 'ALTER SCHEMA ki OWNER TO regress_ki_eigenaar';
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE ki.%I OWNER TO regress_ki_eigenaar', t);
    END LOOP;
END
$$;
ALTER TABLE mutatielog DISABLE ROW LEVEL SECURITY;
CREATE TEMPORARY TABLE hand (nr integer GENERATED ALWAYS AS IDENTITY, opdracht text, wordt text);
INSERT INTO hand (opdracht, wordt) VALUES
    ($$INSERT INTO ki.mutatielog (tabel, rij_id, operatie, geregistreerd_op, vervallen_op, gebruiker) VALUES ('a', 'b', 'c', now(), now(), 'd')$$, '23001 mutatielog_onveranderlijk'),
    ($$INSERT INTO ki.mutatielog OVERRIDING SYSTEM VALUE SELECT * FROM ki.mutatielog$$, '23001 mutatielog_onveranderlijk'),
    ($$UPDATE ki.mutatielog SET reden = 'x'$$, '23001 mutatielog_onveranderlijk'),
    ($$UPDATE ki.mutatielog SET vertrouwelijk = 'ja'$$, '23001 mutatielog_onveranderlijk'),
    ($$UPDATE ki.mutatielog SET vervallen_op = vervallen_op$$, '23001 mutatielog_onveranderlijk'),
    ($$DELETE FROM ki.mutatielog$$, '23001 mutatielog_onveranderlijk'),
    ($$MERGE INTO ki.mutatielog l USING ki.kanaal k ON l.rij_id = k.code WHEN MATCHED THEN DELETE$$, '23001 mutatielog_onveranderlijk'),
    ($$TRUNCATE ki.mutatielog$$, '23001 mutatielog_onveranderlijk'),
    ($$TRUNCATE ki.kanaal CASCADE$$, '23001 klantcontact_onveranderlijk');
SELECT is(uitkomst(opdracht), wordt, 'superuser: ' || opdracht) FROM hand ORDER BY nr;
SELECT is(uitkomst('SET LOCAL ROLE regress_ki_eigenaar; ' || opdracht), wordt, 'owner: ' || opdracht) FROM hand WHERE opdracht !~ 'CASCADE|MERGE' ORDER BY nr;
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_eigenaar; UPDATE ki.kanaal SET naam = 'x' WHERE code = 'post'; DELETE FROM ki.kanaal WHERE code = 'dso'$$), 'ok', 'but an owner works');
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'r');
    SET CONSTRAINTS ALL IMMEDIATE;
    DO $d$ BEGIN ASSERT (SELECT count(*) = 8 AND bool_and(vertrouwelijk = 'ja') FROM ki.mutatielog WHERE tabel <> 'kanaal'); END $d$ $$), 'ok', 'vertrouwelijk is copied');
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'r');
    SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": ""}', 'r');
    DO $d$ BEGIN ASSERT (SELECT bool_and(vertrouwelijk = 'ja') FROM ki.mutatielog WHERE tabel <> 'kanaal'); END $d$ $$), 'ok', 'from what was or what came');

-- a code that was removed and came back begins anew
INSERT INTO kanaal (code, naam) VALUES ('fax', 'Fax');
DELETE FROM kanaal WHERE code = 'fax';
INSERT INTO kanaal (code, naam) VALUES ('fax', 'Faxapparaat');
UPDATE kanaal SET indicatie_actief = false WHERE code = 'fax';
SELECT ok((SELECT bool_and(l.geregistreerd_op = CASE operatie WHEN 'UPDATE' THEN k.geregistreerd_op ELSE (oud->>'geregistreerd_op')::timestamptz END)
             FROM mutatielog l JOIN kanaal k ON k.code = l.rij_id WHERE rij_id = 'fax'), 'not where its first life ended');

-- columns of the owner's own: what is remembered is what to_jsonb() makes of the row, also of one that is generated, of a type of its own,
-- that jsonb keeps as more than a text, and after the table was changed again
CREATE TYPE pg_temp.kleur AS ENUM ('rood', 'blauw');
CREATE FUNCTION proef.zelfde() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := (SELECT to_jsonb(k) FROM ki.kanaal k WHERE code = 'fax');
BEGIN
    UPDATE ki.kanaal SET naam = naam || '"é' WHERE code = 'fax';
    RETURN (SELECT l.oud = was AND l.nieuw = to_jsonb(k) AND l.oud <> l.nieuw AND l.oud::text = was::text AND l.nieuw::text = to_jsonb(k)::text
              FROM ki.mutatielog l, ki.kanaal k WHERE k.code = 'fax' ORDER BY l.id DESC LIMIT 1);
END
$$;
SELECT ok(proef.zelfde(), 'the log has to_jsonb() of both versions');
SET LOCAL ROLE regress_ki_eigenaar;
ALTER TABLE ki.kanaal ADD weg integer DEFAULT 7, ADD lang text GENERATED ALWAYS AS (upper(naam)) STORED, ADD kleur pg_temp.kleur DEFAULT 'blauw',
    ADD aantal integer DEFAULT -3, ADD groot bigint DEFAULT 9007199254740993, ADD dag date DEFAULT '0044-03-15 BC', ADD duur interval DEFAULT '1 day',
    ADD ooit timestamptz DEFAULT 'infinity';
RESET ROLE;
SELECT ok(proef.zelfde(), 'of columns that were added');
SET LOCAL ROLE regress_ki_eigenaar;
ALTER TABLE ki.kanaal DROP weg, ADD lijst integer[] DEFAULT '{1,2}', ADD prijs numeric DEFAULT 1.50, ADD document jsonb DEFAULT '{"a": [1]}';
RESET ROLE;
SELECT ok(proef.zelfde(), 'of arrays and documents');
SET LOCAL ROLE regress_ki_eigenaar;
ALTER TABLE ki.kanaal DROP lijst, DROP prijs, DROP document;
RESET ROLE;
SELECT ok(proef.zelfde(), 'and without them');

SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
