-- The saved plan that writes the mutatielog, through whatever happens to what it names in one session.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set VERBOSITY terse
\set SHOW_CONTEXT never
\set ECHO all
UPDATE ki.interne_taak SET toelichting = 'een' WHERE nummer = 1;
-- another name for the register, one that needs quotes
ALTER SCHEMA ki RENAME TO "Ki ""een""";
UPDATE "Ki ""een""".interne_taak SET toelichting = 'twee' WHERE nummer = 1;
-- another register under the old name
SELECT klantinteracties.maak_register();
CALL proef.vul('ki');
UPDATE ki.interne_taak SET toelichting = 'ander' WHERE nummer = 1;
UPDATE "Ki ""een""".interne_taak SET toelichting = 'drie' WHERE nummer = 1;
-- another name for the table, more and other columns
ALTER TABLE "Ki ""een""".interne_taak RENAME TO taak;
ALTER TABLE "Ki ""een""".taak ADD COLUMN weg text DEFAULT 'weg', ADD COLUMN eigen text;
UPDATE "Ki ""een""".taak SET eigen = 'drie' WHERE nummer = 1;
ALTER TABLE "Ki ""een""".taak DROP COLUMN weg;
ALTER TABLE "Ki ""een""".mutatielog ADD COLUMN eigen integer DEFAULT 7;
UPDATE "Ki ""een""".taak SET eigen = 'vier' WHERE nummer = 1;
ALTER TABLE "Ki ""een""".taak ALTER eigen TYPE integer USING 4;
UPDATE "Ki ""een""".taak SET eigen = 5 WHERE nummer = 1;
SELECT oud->>'toelichting' AS oud, nieuw->>'toelichting' AS nieuw, oud->>'weg' AS weg, oud->'eigen' AS eigen_oud, nieuw->'eigen' AS eigen_nieuw, nieuw ? 'weg' AS nog, eigen
  FROM "Ki ""een""".mutatielog ORDER BY id;
SELECT oud->>'toelichting' AS oud, nieuw->>'toelichting' AS nieuw FROM ki.mutatielog ORDER BY id;
-- no log, no change
ALTER TABLE ki.mutatielog RENAME TO logboek;
UPDATE ki.interne_taak SET toelichting = 'x' WHERE nummer = 1;
ALTER TABLE ki.logboek RENAME TO mutatielog;
ALTER TABLE ki.mutatielog DROP COLUMN reden;
UPDATE ki.interne_taak SET toelichting = 'x' WHERE nummer = 1;
DROP TABLE ki.mutatielog;
UPDATE ki.interne_taak SET toelichting = 'x' WHERE nummer = 1;
-- a new life
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
SELECT klantinteracties.maak_register();
CALL proef.vul('ki');
UPDATE ki.interne_taak SET toelichting = 'nieuw leven' WHERE nummer = 1;
SELECT oud->>'toelichting' AS oud, nieuw->>'toelichting' AS nieuw FROM ki.mutatielog ORDER BY id;
-- a trigger of the owner's on the log that makes the plan void while it runs, and comes back to it
CREATE FUNCTION proef.terug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 7 THEN
        CREATE SCHEMA proef_ander;
        DROP SCHEMA proef_ander;
        UPDATE ki.interne_taak SET toelichting = concat(toelichting, ' +') WHERE nummer = 2;
        CREATE SCHEMA proef_ander;
        DROP SCHEMA proef_ander;
        UPDATE ki.interne_taak SET toelichting = concat(toelichting, ' -') WHERE nummer = 2;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER terug AFTER INSERT ON ki.mutatielog FOR EACH ROW EXECUTE FUNCTION proef.terug();
UPDATE ki.interne_taak SET toelichting = 'begin' WHERE nummer = 1;
DROP TRIGGER terug ON ki.mutatielog;
SELECT count(*), count(DISTINCT nieuw->>'toelichting') FROM ki.mutatielog;
UPDATE ki.interne_taak SET toelichting = 'eind' WHERE nummer = 2;
SELECT count(*) FROM ki.mutatielog;
DROP SCHEMA ki, "Ki ""een""", proef CASCADE;
