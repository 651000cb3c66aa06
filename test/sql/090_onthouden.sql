-- What a transaction remembers of other rows, it forgets in time: after a change of its own, after a savepoint, after DDL.
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
SELECT ertussen('SELECT', tweede => ARRAY[kc(2), ac(2, 'A1'), bb(2, 'P1'), pand(2, 'x', 'onderwerpobjectidentificator_objecttype_code', 'telefoon')]);

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
\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
