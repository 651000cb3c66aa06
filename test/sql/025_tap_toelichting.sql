\set ECHO none
\set QUIET on
\pset format unaligned
\pset tuples_only on
-- Every object that the extension has or that a register consists of says what it is for.
BEGIN;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
CREATE EXTENSION IF NOT EXISTS klantinteracties;
SET LOCAL search_path = tap;
SELECT klantinteracties.maak_register('toelichting') \g /dev/null

-- A constraint whose name PostgreSQL made up needs no comment, and a constraint trigger has it as a trigger. The array type
-- that comes with a type is described by that type, the row type of a view by the view.
CREATE TEMPORARY VIEW zonder_toelichting AS
WITH schema_met (nspname) AS (VALUES ('klantinteracties'), ('toelichting')),
relatie AS (
    SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN schema_met USING (nspname) WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
), object (classid, objid, objsubid) AS (
    SELECT 'pg_namespace'::regclass, n.oid, 0 FROM pg_namespace n JOIN schema_met USING (nspname)
    UNION ALL
    SELECT 'pg_class'::regclass, oid, 0 FROM relatie
    UNION ALL
    SELECT 'pg_class'::regclass, r.oid, a.attnum
      FROM relatie r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0 FROM relatie r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid, 0 FROM relatie r JOIN pg_policy p ON p.polrelid = r.oid
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 0
      FROM relatie r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype <> 't'
     WHERE k.conname NOT IN (SELECT concat_ws('_', r.relname, kolommen, achter)
                               FROM (VALUES ('pkey'), ('key'), ('fkey'), ('check'), ('not_null')) a (achter),
                                    (VALUES (NULL), ((SELECT string_agg(a.attname, '_' ORDER BY k.nr)
                                                       FROM unnest(k.conkey) WITH ORDINALITY k (attnum, nr)
                                                       JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.attnum)))
                                    k (kolommen))
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN schema_met USING (nspname)
    UNION ALL
    SELECT d.classid, d.objid, 0
      FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'klantinteracties'
     WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
       AND NOT EXISTS (SELECT FROM pg_type t WHERE d.classid = 'pg_type'::regclass AND t.oid = d.objid
                          AND (t.typcategory = 'A' OR t.typtype = 'c'))
    UNION ALL
    SELECT 'pg_extension'::regclass, oid, 0 FROM pg_extension WHERE extname = 'klantinteracties'
)
SELECT DISTINCT pg_describe_object(classid, objid, objsubid) AS object
  FROM object o
 WHERE NOT EXISTS (SELECT FROM pg_description d
                    WHERE d.classoid = o.classid AND d.objoid = o.objid AND d.objsubid = o.objsubid);

CREATE TEMPORARY TABLE gemist AS SELECT object FROM zonder_toelichting;

-- A comment that is taken away is missed: one object of each kind.
CREATE TEMPORARY TABLE weg (nr integer GENERATED ALWAYS AS IDENTITY, object text, commentaar text);
INSERT INTO weg (object, commentaar) VALUES
    ('schema toelichting', 'SCHEMA toelichting'),
    ('table toelichting.kanaal', 'TABLE toelichting.kanaal'),
    ('column inhoud of table toelichting.klantcontact', 'COLUMN toelichting.klantcontact.inhoud'),
    ('trigger ~regels on table toelichting.partij', 'TRIGGER "~regels" ON toelichting.partij'),
    ('trigger klantcontact_volledig on table toelichting.bijlage', 'TRIGGER klantcontact_volledig ON toelichting.bijlage'),
    ('constraint betrokkene_partij_eenmalig on table toelichting.betrokkene',
     'CONSTRAINT betrokkene_partij_eenmalig ON toelichting.betrokkene'),
    ('constraint bijlage_objecttype_fkey on table toelichting.bijlage',
     'CONSTRAINT bijlage_objecttype_fkey ON toelichting.bijlage'),
    ('extension klantinteracties', 'EXTENSION klantinteracties'),
    ('schema klantinteracties', 'SCHEMA klantinteracties'),
    ('view klantinteracties.registers', 'VIEW klantinteracties.registers'),
    ('column versie of view klantinteracties.registers', 'COLUMN klantinteracties.registers.versie'),
    ('function klantinteracties.uuid_v7()', 'FUNCTION klantinteracties.uuid_v7()'),
    ('type klantinteracties.bsn', 'DOMAIN klantinteracties.bsn'),
    ('operator =(klantinteracties.ja_of_leeg,klantinteracties.ja_of_leeg)',
     'OPERATOR pg_catalog.= (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg)'),
    ('cast from boolean to klantinteracties.ja_of_leeg', 'CAST (boolean AS klantinteracties.ja_of_leeg)'),
    ('operator class klantinteracties.ja_of_leeg_ops for access method btree',
     'OPERATOR CLASS klantinteracties.ja_of_leeg_ops USING btree');

CREATE FUNCTION pg_temp.wat_mist_zonder(commentaar text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    gevonden text[];
BEGIN
    EXECUTE format('COMMENT ON %s IS NULL', commentaar);
    SELECT array_agg(object) INTO gevonden FROM (TABLE zonder_toelichting EXCEPT TABLE gemist) o;
    RAISE EXCEPTION USING ERRCODE = 'ZZ001', MESSAGE = gevonden::text;
EXCEPTION
    WHEN SQLSTATE 'ZZ001' THEN      -- the comment is back
        RETURN SQLERRM;
END
$$;

SELECT plan(1 + (SELECT count(*) FROM weg)::integer);
SELECT is(array_to_string(array(SELECT object FROM gemist ORDER BY 1), E'\n'), '', 'every object has a comment');
SELECT is(pg_temp.wat_mist_zonder(commentaar), ARRAY[object], format('%s would be missed', object)) FROM weg ORDER BY nr;
SELECT * FROM finish();
ROLLBACK;
