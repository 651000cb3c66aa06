-- What a session remembers of other rows, it forgets in time: after a change of its own, after a savepoint, after DDL.
-- (iso_onthouden: after a change of another session.)
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET search_path = ki, proef;
-- two klantcontacten with the same codes, actor and partij, and something in between
CREATE FUNCTION proef.ertussen(opdracht text, eerste jsonb[] DEFAULT ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')],
                               tweede jsonb[] DEFAULT ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P1')])
RETURNS text LANGUAGE sql AS $$
    SELECT uitkomst(opdrachten(eerste, 'insert') || opdracht || ';' || opdrachten(tweede, 'insert'))
$$;
SELECT ertussen('SELECT');

-- a code
SELECT ertussen('UPDATE kanaal SET indicatie_actief = false WHERE code = ''telefoon''');
SELECT ertussen('UPDATE kanaal SET indicatie_actief = false');
SELECT ertussen('UPDATE kanaal SET indicatie_actief = false WHERE code = ''post''');
SELECT ertussen('UPDATE taal SET indicatie_actief = false WHERE code = ''nld''');
SELECT ertussen('SELECT klantinteracties.deactiveer_code(''kanaal'', ''telefoon'')');
SELECT ertussen('INSERT INTO kanaal (code, naam) VALUES (''telefoon'', ''Telefoon'') ON CONFLICT (code) DO UPDATE SET indicatie_actief = false');
SELECT ertussen('MERGE INTO kanaal USING (VALUES (''telefoon'')) v (c) ON code = c WHEN MATCHED THEN UPDATE SET indicatie_actief = false');
SELECT ertussen('UPDATE kanaal SET indicatie_actief = false WHERE code = ''telefoon''; UPDATE kanaal SET indicatie_actief = true WHERE code = ''telefoon''');
SELECT ertussen('UPDATE soort_object SET indicatie_actief = false WHERE code = ''12''',
    ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1'), zaak(1, 'Z1')], ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P1'), zaak(2, 'Z2')]);
-- the same text is another code in another table
INSERT INTO soort_object (code, naam, extern_register, indicatie_actief) VALUES ('telefoon', 'Telefoon', '3', false);
INSERT INTO soort_object_id (code, naam, soort_object) VALUES ('telefoon', 'Telefoonnummer', 'telefoon');
SELECT ertussen('SELECT', tweede => ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P1'), pand(2, 'x', 'onderwerpobjectidentificator_objecttype_code', 'telefoon',
    'onderwerpobjectidentificator_soort_object_id_code', 'telefoon')]);

-- codes that are too long to be remembered
INSERT INTO kanaal (code, naam) VALUES (repeat('k', 40), 'Lang'), (repeat('k', 21), 'Net te lang');
SELECT ertussen(format('UPDATE kanaal SET indicatie_actief = false WHERE code = %L', code),
    ARRAY[kc(1, 'kanaal_code', code), ac(1, 'A1'), bb(1, 'P1')], ARRAY[kc(2, 'kanaal_code', code), ac(2, 'A1'), bb(2, 'P1')])
  FROM kanaal WHERE naam IN ('Lang', 'Net te lang') ORDER BY naam;

-- an actor
SELECT ertussen('UPDATE actor SET indicatie_actief = false WHERE id = id(''A1'')');
SELECT ertussen('SELECT klantinteracties.deactiveer_actor(id(''A1''))');
SELECT ertussen('UPDATE actor SET indicatie_actief = false WHERE id = id(''A2'')', tweede => ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P1'), it(2)]);

-- a partij that is not the gemeente, until it is; P6 keeps the first klantcontact in order
SELECT ertussen('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; UPDATE partij SET is_gemeente = ''ja'' WHERE id = id(''P5'')',
    ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P5'), bb(1, 'P6')], ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P5')]);
SELECT ertussen('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; UPDATE partij SET is_gemeente = ''ja'' WHERE id = id(''P2'')',
    ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P3'), bb(1, 'P6')], ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P3')]);

-- changes that no trigger of the register sees
SELECT ertussen('ALTER TABLE kanaal DISABLE TRIGGER "~regels"; UPDATE kanaal SET indicatie_actief = false WHERE code = ''telefoon''');
SELECT ertussen('ALTER TABLE actor DISABLE TRIGGER "~regels"; UPDATE actor SET indicatie_actief = false WHERE id = id(''A1'')');

-- A change within a change: a function in SET, and one in a CHECK after the rules ran on the row.
CREATE FUNCTION proef.nog_een(n integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE opdrachten(ARRAY[kc(n), ac(n, 'A1'), bb(n, 'P1')], 'insert');
    RETURN true;
END
$$;
SELECT ertussen('UPDATE actor SET indicatie_actief = NOT nog_een(3) WHERE id = id(''A1'')');
BEGIN;
ALTER TABLE actor ADD CONSTRAINT erbij CHECK (indicatie_actief OR nog_een(3)) NOT VALID;
SELECT ertussen('UPDATE actor SET indicatie_actief = false WHERE id = id(''A1'')');
ROLLBACK;

-- From one transaction to the next: closed, and closed where no trigger tells; then nothing is remembered.
CREATE PROCEDURE proef.contact(n integer) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE opdrachten(ARRAY[kc(n), ac(n, 'A1'), bb(n, 'P1')], 'insert');
END
$$;
CALL contact(21);
UPDATE kanaal SET indicatie_actief = false WHERE code = 'telefoon';
CALL contact(22);
UPDATE kanaal SET indicatie_actief = true WHERE code = 'telefoon';
CALL contact(23);
UPDATE actor SET indicatie_actief = false WHERE id = id('A1');
CALL contact(24);
UPDATE actor SET indicatie_actief = true WHERE id = id('A1');
CALL contact(25);
ALTER TABLE kanaal DISABLE TRIGGER ALL;
CALL contact(26);
UPDATE kanaal SET indicatie_actief = false WHERE code = 'telefoon';
CALL contact(27);
ALTER TABLE kanaal ENABLE TRIGGER ALL;
UPDATE kanaal SET indicatie_actief = true WHERE code = 'telefoon';
ALTER TABLE actor ENABLE REPLICA TRIGGER meld_sluiting;
CALL contact(28);
UPDATE actor SET indicatie_actief = false WHERE id = id('A1');
CALL contact(31);
UPDATE actor SET indicatie_actief = true WHERE id = id('A1');
ALTER TABLE actor ENABLE TRIGGER meld_sluiting;
-- what this transaction wrote may be rolled back
UPDATE kanaal SET indicatie_actief = false WHERE code = 'telefoon';
BEGIN;
UPDATE kanaal SET indicatie_actief = true WHERE code = 'telefoon';
CALL contact(29);
ROLLBACK;
CALL contact(30);
UPDATE kanaal SET indicatie_actief = true WHERE code = 'telefoon';
SELECT nummer - 23009181 AS contact FROM klantcontact WHERE nummer BETWEEN 23009202 AND 23009212 ORDER BY 1;

-- Once a klantcontact was checked, contact data ask for a check of their own, be it of the betrokkene or of its address.
SELECT laat.naam, ertussen('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED', tweede => laat.delen) AS zonder_opvolging,
       ertussen('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED', tweede => laat.delen || it(1)) AS met_opvolging
  FROM (VALUES ('naam', ARRAY[bb(1, NULL, 'contactnaam_achternaam', 'De Vries')]),
               ('adres', ARRAY[bb(1, NULL, 'id', id('P77')::text),
                               rij('digitaal_adres', jsonb_build_object('soort_digitaal_adres_code', '1', 'adres', '0612345678',
                                                                        'verstrekt_door_betrokkene', id('P77')), '{}')]),
               ('niets', ARRAY[bb(1, NULL)])) laat (naam, delen);
-- also where it was to be checked once more, because that was rolled back
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SAVEPOINT a;
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO a;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[bb(1, NULL, 'contactnaam_achternaam', 'De Vries')], 'insert'); END $$;
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;

-- savepoints
BEGIN;
SAVEPOINT a;
UPDATE kanaal SET indicatie_actief = false WHERE code = 'telefoon';
SELECT ertussen('SELECT');
ROLLBACK TO a;
SELECT ertussen('SELECT');
SAVEPOINT b;
UPDATE kanaal SET indicatie_actief = false WHERE code = 'telefoon';
RELEASE b;
SELECT ertussen('SELECT');
ROLLBACK TO a;
-- an actor who was there only in the savepoint
INSERT INTO actor (id, naam, soort_actor) VALUES (id('A20'), 'Tijdelijk', 'medewerker');
SELECT ertussen('SELECT', tweede => ARRAY[kc(2), ac(2, 'A20'), bb(2, 'P1')]);
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(4), ac(4, 'A20'), bb(4, 'P1')], 'insert'); END $$;
ROLLBACK TO a;
INSERT INTO actor (id, naam, soort_actor, indicatie_actief) VALUES (id('A20'), 'Tijdelijk', 'medewerker', false);
SELECT ertussen('SELECT', tweede => ARRAY[kc(2), ac(2, 'A20'), bb(2, 'P1')]);
ROLLBACK;
-- What was registered is remembered from the moment that it is stored, not before: ON CONFLICT DO NOTHING keeps it out.
SELECT uitkomst(opdrachten(ARRAY[kc(1), ac(1, 'A1')], 'insert') ||
    'INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol) SELECT id, id(''K1''), id(''P1''), ''klant'' FROM betrokkene
      WHERE had_klantcontact = id(''K91'') ON CONFLICT DO NOTHING');
SELECT uitkomst(opdrachten(ARRAY[kc(1), bb(1, 'P1')], 'insert') ||
    'INSERT INTO actor_klantcontact (id, klantcontact_id, actor_id) SELECT id, id(''K1''), id(''A1'') FROM actor_klantcontact
      WHERE klantcontact_id = id(''K91'') ON CONFLICT DO NOTHING');
SELECT uitkomst(replace(opdrachten(ARRAY[kc(91, 'nummer', '91')], 'insert'), ';', ' ON CONFLICT DO NOTHING;') || opdrachten(ARRAY[bl(91)], 'insert'));
SELECT uitkomst(opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert') ||
    replace(opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'), ';', ' ON CONFLICT DO NOTHING;'));

-- Parts that go again, also where the rules are switched off.
BEGIN;
ALTER TABLE betrokkene DISABLE TRIGGER "~regels";
ALTER TABLE actor_klantcontact DISABLE TRIGGER "~regels";
CREATE FUNCTION proef.met_delen(erna text) RETURNS text LANGUAGE sql AS $$
    SELECT uitkomst(opdrachten(ARRAY[kc(1)], 'insert') ||
        'INSERT INTO betrokkene (had_klantcontact, was_partij, rol, plaatsgevonden_op, vertrouwelijk, geregistreerd_op, geregistreerd_door)
             VALUES (id(''K1''), id(''P1''), ''klant'', now(), '''', now(), ''x'');
         INSERT INTO actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk, geregistreerd_op, geregistreerd_door)
             VALUES (id(''K1''), id(''A1''), '''', now(), ''x'');' || erna)
$$;
SELECT met_delen('SELECT');
SELECT met_delen('DELETE FROM betrokkene WHERE had_klantcontact = id(''K1'')');
SELECT met_delen('DELETE FROM actor_klantcontact WHERE klantcontact_id = id(''K1'')');
SELECT met_delen('UPDATE betrokkene SET was_partij = id(''P7'') WHERE had_klantcontact = id(''K1'')');
SELECT met_delen('UPDATE actor_klantcontact SET klantcontact_id = id(''K91'') WHERE klantcontact_id = id(''K1'')');
-- the other check is switched off, too: the first hears of it from the mutatielog
ALTER TABLE actor_klantcontact DISABLE TRIGGER klantcontact_volledig;
SELECT met_delen('DELETE FROM actor_klantcontact WHERE klantcontact_id = id(''K1'')');
ROLLBACK;

-- A klantcontact is not what it was: another in its place, or changed. Parts copy what it is now, or come too late.
CREATE FUNCTION proef.kopieen() RETURNS TABLE (rol text, plaatsgevonden_op text, kanaal_code text, vertrouwelijk text) LANGUAGE sql STABLE AS $$
    SELECT rol, to_char(plaatsgevonden_op AT TIME ZONE 'UTC', 'YYYY-MM-DD'), kanaal_code, vertrouwelijk::text
      FROM betrokkene WHERE had_klantcontact = id('K1') ORDER BY rol
$$;
BEGIN;
SAVEPOINT a;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
ROLLBACK TO a;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1, 'plaatsgevonden_op', '2022-02-02 12:00Z', 'kanaal_code', 'post', 'vertrouwelijk', 'ja'), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SELECT * FROM kopieen();
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
CREATE FUNCTION proef.kaal(VARIADIC extra text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE opdrachten(ARRAY[kc(1, VARIADIC ARRAY['geregistreerd_op', '2023-03-02', 'geregistreerd_door', 'x'] || extra)], 'insert');
END
$$;
BEGIN;
ALTER TABLE klantcontact DISABLE TRIGGER "~regels", DISABLE TRIGGER "!mutatielog";
SELECT kaal() \g /dev/null
DELETE FROM klantcontact WHERE id = id('K1');
SELECT kaal('kanaal_code', 'post') \g /dev/null
DO $$ BEGIN EXECUTE opdrachten(ARRAY[ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SELECT * FROM kopieen();
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
BEGIN;
ALTER TABLE klantcontact DISABLE TRIGGER "~regels", DISABLE TRIGGER "!mutatielog";
SELECT kaal() \g /dev/null
UPDATE klantcontact SET kanaal_code = 'post', vertrouwelijk = 'ja' WHERE id = id('K1');
DO $$ BEGIN EXECUTE opdrachten(ARRAY[ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SELECT * FROM kopieen();
ROLLBACK;
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"plaatsgevonden_op": "2022-02-02 12:00Z", "kanaal_code": "post", "vertrouwelijk": "ja"}', 'vergissing');
SELECT * FROM kopieen();
DO $$ BEGIN EXECUTE opdrachten(ARRAY[bb(1, 'P4', 'rol', 'vertegenwoordiger')], 'insert'); END $$;
SELECT * FROM kopieen();
ROLLBACK;

-- More than a few of them, of which one is not in order.
CREATE FUNCTION proef.reeks(zonder_betrokkene integer, zonder_actor integer) RETURNS text LANGUAGE sql AS $$
    SELECT uitkomst(format('INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
             SELECT id(''K'' || 1000 + i), 1000 + i, ''x'', ''x'', ''2023-01-01'' FROM generate_series(1, 700) i;
        INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
             SELECT id(''K'' || 1000 + i), id(''P'' || 4 + i %% 3), ''klant'' FROM generate_series(1, 700) i WHERE i <> %s;
        INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
             SELECT id(''K'' || 1000 + i), id(''A'' || 1 + i %% 3) FROM generate_series(1, 700) i WHERE i <> %s',
        zonder_betrokkene, zonder_actor))
$$;
SELECT * FROM (VALUES (0, 0), (700, 0), (0, 700), (1, 0), (0, 1)) v (betrokkene, actor), reeks(betrokkene, actor);

-- Parts copy what belongs to their own klantcontact: also when they were told of another just before, and of more kinds of them than
-- are remembered, some without a kanaal.
SELECT v.onderwerp AS ander_onderwerp, uitkomst(opdrachten(ARRAY[kc(1, 'plaatsgevonden_op', v.onderwerp, 'kanaal_code', 'post'), ac(1, 'A1'), bb(1, 'P1'),
        kc(2, 'plaatsgevonden_op', '2023-02-01 12:00Z', 'vertrouwelijk', 'ja'), ac(2, 'A1'), bb(2, 'P1'), oo(2, 'onderwerp_was_klantcontact', 'K1')], 'insert'))
  FROM (VALUES ('2023-01-01 12:00Z'), ('2023-02-01 12:00Z'), ('2023-02-02 12:00Z')) v (onderwerp);
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1, 'kanaal_code', 'post'), kc(2, 'plaatsgevonden_op', '2023-04-01 12:00Z', 'vertrouwelijk', 'ja'),
        oo(2, 'onderwerp_was_klantcontact', 'K1'), bb(1, 'P1')], 'insert'); END $$;
SELECT to_char(plaatsgevonden_op AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS plaatsgevonden_op, kanaal_code, vertrouwelijk
  FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = id('K2');
SELECT * FROM kopieen();
INSERT INTO kanaal (code, naam) SELECT 'k' || i, i FROM generate_series(1, 70) i;
INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, vertrouwelijk, plaatsgevonden_op)
SELECT id('K' || 1000 + i), 1000 + i, CASE WHEN i % 7 > 0 THEN 'k' || 1 + i % 70 END, 'x', CASE WHEN i % 3 = 0 THEN 'ja' ELSE '' END::klantinteracties.ja_of_leeg,
       timestamptz '2023-01-01 12:00Z' + i * interval '1 hour' FROM generate_series(1, 420) i;
INSERT INTO betrokkene (had_klantcontact, rol) SELECT id, 'klant' FROM klantcontact WHERE nummer BETWEEN 1001 AND 1420;
SELECT count(*) AS betrokkenen, count(b.kanaal_code) AS met_kanaal, count(*) FILTER (WHERE b.vertrouwelijk = 'ja') AS vertrouwelijk,
       count(*) FILTER (WHERE (b.plaatsgevonden_op, b.kanaal_code, b.vertrouwelijk) IS DISTINCT FROM (k.plaatsgevonden_op, k.kanaal_code, k.vertrouwelijk)) AS anders
  FROM betrokkene b JOIN klantcontact k ON k.id = b.had_klantcontact WHERE k.nummer BETWEEN 1001 AND 1420;
ROLLBACK;

-- Nothing depends on it.
BEGIN;
DROP TRIGGER bij_opslag ON klantcontact;
SELECT * FROM (VALUES (0, 0), (700, 0), (0, 700)) v (betrokkene, actor), reeks(betrokkene, actor);
ROLLBACK;
BEGIN;
DROP TRIGGER bij_opslag ON betrokkene;
ALTER TABLE actor_klantcontact DISABLE TRIGGER bij_opslag;
SELECT * FROM (VALUES (0, 0), (700, 0), (0, 700)) v (betrokkene, actor), reeks(betrokkene, actor);
ROLLBACK;

-- Of two registers each has its own, also of the same id.
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('ki2') \g /dev/null
SELECT uitkomst(replace(opdrachten(ARRAY[kc(1)], 'insert'), 'ki.', 'ki2.') || opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
SELECT uitkomst(opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert') || replace(opdrachten(ARRAY[kc(1)], 'insert'), 'ki.', 'ki2.'));
DROP SCHEMA ki2 CASCADE;

-- Where a code was found is no longer its place: another row is there, or the table is shorter. (With old transactions about, VACUUM
-- may leave things as they are; the answer is the same.)
INSERT INTO kanaal (code, naam) SELECT 'k' || i, repeat('x', 80) FROM generate_series(1, 500) i;
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', k), ac(1, 'A1'), bb(1, 'P1')], 'insert')) FROM unnest('{k250,k500}'::text[]) k;
DELETE FROM kanaal WHERE code = 'k250';
VACUUM kanaal;
INSERT INTO kanaal (code, naam, indicatie_actief) VALUES ('ander', repeat('x', 80), false);
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k250'), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
DELETE FROM kanaal WHERE naam LIKE 'xxx%';
VACUUM kanaal;
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k500'), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
INSERT INTO kanaal (code, naam) SELECT 'k' || i, repeat('x', 80) FROM generate_series(1, 500) i;
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k500'), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
VACUUM FULL kanaal;
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k500'), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
DELETE FROM kanaal WHERE naam LIKE 'xxx%';

-- The place of a row in a table of one page, which the next row that comes takes: there is another code, and another actor, of which the
-- opposite is true, and the one that was there is elsewhere.
VACUUM FULL kanaal;
VACUUM FULL actor;
BEGIN;
INSERT INTO actor (id, naam, soort_actor) VALUES (id('A31'), '31', 'medewerker');
INSERT INTO kanaal (code, naam) VALUES ('k31', '31');
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(31, 'kanaal_code', 'k31'), ac(31, 'A31'), bb(31, 'P1')], 'insert'); END $$;
ROLLBACK;
VACUUM kanaal, actor;
INSERT INTO kanaal (code, naam, indicatie_actief) VALUES ('k32', '32', true);
INSERT INTO kanaal (code, naam, indicatie_actief) VALUES ('k31', '31', false);
INSERT INTO actor (id, naam, soort_actor, indicatie_actief) VALUES (id('A32'), '32', 'medewerker', true);
INSERT INTO actor (id, naam, soort_actor, indicatie_actief) VALUES (id('A31'), '31', 'medewerker', false);
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k31'), ac(1, 'A1'), bb(1, 'P1')], 'insert'));
SELECT uitkomst(opdrachten(ARRAY[kc(1), ac(1, 'A31'), bb(1, 'P1')], 'insert'));
SELECT uitkomst(opdrachten(ARRAY[kc(1, 'kanaal_code', 'k32'), ac(1, 'A32'), bb(1, 'P1')], 'insert'));

-- A trigger of the register on a table that it is not for.
BEGIN;
CREATE TRIGGER fout AFTER DELETE ON kanaal FOR EACH ROW EXECUTE FUNCTION klantinteracties.bij_opslag();
DELETE FROM kanaal WHERE code = 'fax';
ROLLBACK;
BEGIN;
CREATE TRIGGER fout AFTER INSERT ON bijlage FOR EACH ROW EXECUTE FUNCTION klantinteracties.meld_sluiting();
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), bl(1)], 'insert'); END $$;
ROLLBACK;
BEGIN;
CREATE TRIGGER fout AFTER INSERT ON kanaal FOR EACH ROW EXECUTE FUNCTION klantinteracties.meld_sluiting();
INSERT INTO kanaal (code, naam) VALUES ('nieuw', 'Nieuw');
ROLLBACK;
BEGIN;
CREATE TRIGGER fout BEFORE INSERT ON betrokkene FOR EACH ROW EXECUTE FUNCTION klantinteracties.bij_opslag();
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), bb(1)], 'insert'); END $$;
ROLLBACK;
\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
