-- What verleen() gives and ontneem() takes: exactly the privileges of each bevoegdheid, whoever else has some of them, in one register.
\set ECHO none
\set QUIET on
\set VERBOSITY terse
\pset format unaligned
\pset tuples_only on
BEGIN;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
CREATE EXTENSION IF NOT EXISTS klantinteracties;
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL search_path = tap;
CREATE ROLE regress_ki_eigenaar;
CREATE ROLE regress_ki_beheer IN ROLE regress_ki_eigenaar;
CREATE ROLE "regress_ki ""Röl'; e";
CREATE ROLE regress_ki_ander;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO regress_ki_eigenaar', current_database()); END $$;

-- An owner who gives everybody everything by default, but not in a register.
SET LOCAL ROLE regress_ki_eigenaar;
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO PUBLIC;
SELECT klantinteracties.maak_register('Ki "raar".x''y') \g /dev/null
SELECT klantinteracties.maak_register('ki2') \g /dev/null
RESET ROLE;

CREATE VIEW acl AS
    SELECT n.nspname::text AS register, NULL::text AS relatie, NULL::text AS kolom, a.*
      FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a
    UNION ALL
    SELECT n.nspname, c.relname, NULL, a.* FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid CROSS JOIN aclexplode(c.relacl) a
    UNION ALL
    SELECT n.nspname, c.relname, k.attname, a.* FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
      JOIN pg_attribute k ON k.attrelid = c.oid CROSS JOIN aclexplode(k.attacl) a
    UNION ALL
    SELECT n.nspname, c.relname, NULL, c.relowner, r, 'POLICY ' || p.polname, false FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
      JOIN pg_policy p ON p.polrelid = c.oid CROSS JOIN unnest(p.polroles) r WHERE r <> 0;
CREATE VIEW gekregen AS
    SELECT register, relatie, kolom, grantee::regrole::text AS rol, privilege_type, is_grantable FROM acl
     WHERE register IN ('Ki "raar".x''y', 'ki2') AND grantee <> (SELECT oid FROM pg_roles WHERE rolname = 'regress_ki_eigenaar');

-- Runs commands as a role, and says what came of it.
CREATE FUNCTION uitkomst(opdracht text, rol text DEFAULT 'regress_ki_eigenaar') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    rijen bigint;
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', rol);
    EXECUTE opdracht;
    GET DIAGNOSTICS rijen = ROW_COUNT;
    RESET ROLE;
    RETURN rijen;
EXCEPTION WHEN OTHERS THEN
    RESET ROLE;
    RETURN SQLSTATE || ' ' || SQLERRM;
END
$$;
CREATE FUNCTION stand(rol text DEFAULT 'regress_ki_ander') RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(string_agg(concat_ws('.', register, relatie, kolom) || ' ' || privilege_type, ', ' ORDER BY concat_ws('.', register, relatie, kolom) || ' ' || privilege_type), 'niets')
      FROM gekregen g WHERE g.rol = stand.rol
$$;
CREATE FUNCTION na(VARIADIC stappen text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    stap text;
    nu text;
BEGIN
    BEGIN
        FOREACH stap IN ARRAY stappen LOOP
            PERFORM CASE left(stap, 1) WHEN '+' THEN (SELECT count(*) FROM klantinteracties.verleen('regress_ki_ander', substr(stap, 2), 'ki2'))
                                                ELSE (SELECT count(*) FROM klantinteracties.ontneem('regress_ki_ander', substr(stap, 2), 'ki2')) END;
        END LOOP;
        nu := tap.stand();
        RAISE SQLSTATE 'UNDOE';
    EXCEPTION WHEN SQLSTATE 'UNDOE' THEN
        RETURN nu;
    END;
END
$$;
CREATE TEMPORARY TABLE soort AS SELECT DISTINCT bevoegdheid AS naam FROM klantinteracties.bevoegdheden();
GRANT SELECT ON soort TO PUBLIC;

SELECT * FROM no_plan();
SELECT is_empty('SELECT * FROM gekregen', 'a new register gives nobody anything, whatever the default privileges of its owner');

-- Who may.
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$, 'regress_ki_ander'), '42501 must be owner of register "ki2"', 'not a stranger');
SELECT is(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_ander', 'lezen', 'ki2')$$, 'regress_ki_ander'), '42501 must be owner of register "ki2"', 'nor takes he');
SELECT isnt(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$), '0', 'the owner, no superuser');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$), '0', 'and there is nothing left to give');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$, 'regress_ki_beheer'), '0', 'not for a member of the owner either');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'registreren', 'ki2')$$, 'regress_ki_ander'), '42501 must be owner of register "ki2"', 'who reads does not give');
SELECT isnt(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_ander', 'lezen', 'ki2')$$, 'regress_ki_beheer'), '0', 'a member takes');
SELECT is(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_ander', 'lezen', 'ki2')$$), '0', 'and there is nothing left to take');
SELECT isnt(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$, current_user), '0', 'a superuser gives');
SELECT isnt(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_ander', 'lezen', 'ki2')$$), '0', 'and the owner takes that, too');
SELECT is(stand(), 'niets', 'so that nothing is left');

-- What is wrong.
SELECT is(uitkomst($$SELECT klantinteracties.verleen(NULL, 'lezen', 'ki2')$$), '22004 argument "rol" cannot be null', 'no role');
SELECT is(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_ander', NULL, 'ki2')$$), '22004 argument "bevoegdheid" cannot be null', 'no bevoegdheid');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'beheer', 'ki2')$$), '22023 bevoegdheid "beheer" does not exist', 'a bevoegdheid that is none');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('public', 'lezen', 'ki2')$$), '42704 role "public" does not exist', 'not everybody');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_x', 'lezen', 'ki2')$$), '42704 role "regress_ki_x" does not exist', 'a role that is none');
SELECT is(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_eigenaar', 'corrigeren', 'ki2')$$),
    '22023 role "regress_ki_eigenaar" owns register "ki2"', 'the rules work as the owner, who keeps his privileges');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'tap')$$), '3F000 register "tap" does not exist', 'a register that is none');
SELECT is(uitkomst($$SELECT klantinteracties.verleen('regress_ki_ander', 'lezen')$$), '3F000 no register found in search_path', 'none in the search_path');
SELECT is(uitkomst($$ALTER TABLE ki2.bijlage RENAME TO blad; SELECT klantinteracties.verleen('regress_ki_ander', 'lezen', 'ki2')$$),
    '42P01 register "ki2" does not have all tables and columns of bevoegdheid "lezen"', 'a register without one of the tables');

-- What is given: of each bevoegdheid exactly what it consists of, to be passed on by nobody.
SELECT is(na('+' || naam),
          (SELECT string_agg(DISTINCT concat_ws('.', 'ki2', c.relname, k.attname) || ' ' || n.recht, ', ' ORDER BY concat_ws('.', 'ki2', c.relname, k.attname) || ' ' || n.recht)
             FROM klantinteracties.rechten_van_bevoegdheden('ki2') n LEFT JOIN pg_class c ON c.oid = n.relatie
             LEFT JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = n.kolom AND n.kolom <> 0 WHERE n.bevoegdheid = naam),
          naam || ': all that it consists of, and nothing else') FROM soort ORDER BY naam;
SELECT is(na('+' || a.naam, '-' || a.naam), 'niets', a.naam || ': given and taken') FROM soort a ORDER BY 1;
CREATE TEMPORARY TABLE alleen AS SELECT naam, na('+' || naam) AS stand FROM soort;
SELECT is(na('+' || a.naam, '+' || b.naam, '-' || b.naam), a.stand, format('%s stays when %s is taken', a.naam, b.naam))
  FROM alleen a JOIN soort b ON a.naam <> b.naam ORDER BY a.naam, b.naam;
SELECT is(na(VARIADIC ARRAY(SELECT '+' || naam FROM soort) || ARRAY(SELECT '-' || naam FROM soort ORDER BY naam)), 'niets', 'all given, all taken');

SELECT count(*) FROM soort, klantinteracties.verleen('regress_ki_ander', naam, 'ki2') \g /dev/null
SELECT is_empty($$SELECT * FROM gekregen WHERE privilege_type IN ('TRIGGER', 'REFERENCES', 'TRUNCATE', 'CREATE', 'MAINTAIN') OR is_grantable$$,
    'never TRIGGER, REFERENCES, TRUNCATE, CREATE, MAINTAIN or an option to grant');
SELECT is_empty($$SELECT * FROM gekregen WHERE rol <> 'regress_ki_ander' OR register <> 'ki2'$$, 'nobody else, and no other register');
SELECT is_empty($$SELECT relname FROM pg_class c WHERE relnamespace = 'ki2'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
                     AND NOT EXISTS (SELECT FROM klantinteracties.bevoegdheden() b WHERE bevoegdheid = 'lezen' AND c.relname = ANY (b.tabellen))$$,
    'lezen has every table and view of a register');
SELECT is_empty($$SELECT DISTINCT b.bevoegdheid, t, k FROM klantinteracties.bevoegdheden() b, unnest(b.tabellen) t, unnest(b.kolommen) k
                   WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = ('ki2.' || t)::regclass AND attname = k)$$,
    'no column that is not there');
SELECT set_eq($$SELECT * FROM klantinteracties.wie_mag_wat('ki2')$$, $$SELECT 'regress_ki_ander'::name, naam FROM soort$$, 'wie_mag_wat() says so');
SELECT is_empty($$SELECT * FROM klantinteracties.wie_mag_wat('Ki "raar".x''y')$$, 'and of the other register nothing');
SELECT is(uitkomst($$REVOKE INSERT ON ki2.bijlage FROM regress_ki_ander; SELECT FROM klantinteracties.wie_mag_wat('ki2') WHERE bevoegdheid = 'registreren'$$), '0',
    'nor of a bevoegdheid of which something was revoked');
REVOKE INSERT ON ki2.bijlage FROM regress_ki_ander;
SELECT is((SELECT string_agg(v, '; ') FROM klantinteracties.verleen('regress_ki_ander', 'registreren', 'ki2') v),
    'GRANT INSERT ON ki2.bijlage TO regress_ki_ander', 'which is given again');

-- Odd names, in the search_path.
SELECT set_config('search_path', quote_ident('Ki "raar".x''y') || ', tap', true) \g /dev/null
SELECT is((SELECT v FROM klantinteracties.verleen('regress_ki "Röl''; e', 'registreren') v WHERE v ~ '\mklantcontact TO'),
    $$GRANT INSERT, UPDATE (inhoud) ON "Ki ""raar"".x'y".klantcontact TO "regress_ki ""Röl'; e"$$, 'names are quoted');
SELECT tap.results_eq('SELECT * FROM klantinteracties.wie_mag_wat()', $$VALUES ('regress_ki "Röl''; e'::name, 'registreren')$$, 'who it is');
SELECT count(*) FROM klantinteracties.ontneem('regress_ki "Röl''; e', 'registreren') \g /dev/null
SET LOCAL search_path = tap;
SELECT is_empty($$SELECT * FROM gekregen WHERE rol <> 'regress_ki_ander'$$, 'and taken back');

-- A privilege that somebody else granted is not taken: REVOKE by the owner would not reach it.
CREATE ROLE regress_ki_tussen;
GRANT USAGE ON SCHEMA "Ki ""raar"".x'y" TO regress_ki_tussen;
GRANT SELECT ON "Ki ""raar"".x'y".kanaal TO regress_ki_tussen WITH GRANT OPTION;
SET LOCAL ROLE regress_ki_tussen;
GRANT SELECT ON "Ki ""raar"".x'y".kanaal TO regress_ki_beheer;
RESET ROLE;
SELECT is(uitkomst($$SELECT klantinteracties.ontneem('regress_ki_beheer', 'lezen', 'Ki "raar".x''y')$$), '0', 'what somebody else granted');

-- The owner's own tables in the register are none of ours.
CREATE TABLE ki2.eigen (id int);
SELECT is(uitkomst($$SELECT FROM ki2.eigen$$, 'regress_ki_ander'), '42501 permission denied for table eigen', 'a table that the owner added');

-- Roles can go, and come back by a dump, as with any privileges.
DROP OWNED BY regress_ki_ander;
SELECT is_empty($$SELECT * FROM klantinteracties.wie_mag_wat('ki2')$$, 'DROP OWNED takes all');
SELECT * FROM finish();
ROLLBACK;
