-- The ordinary steps after registration, in two registers, one of which has a name that needs quotes (W-10, W-31, W-37).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SELECT klantinteracties.maak_register('Ki "twee"') \g /dev/null
CALL proef.vul('Ki "twee"');
-- Nothing on the way of the names; and traps on it that would be stepped into if anything were looked up there.
CREATE SCHEMA val;
CREATE FUNCTION val.concat_ws(text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT 1/0 || ''val''';
CREATE FUNCTION val.format(text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT 1/0 || ''val''';
CREATE FUNCTION val.gelijk(uuid, uuid) RETURNS boolean LANGUAGE sql AS 'SELECT 1/0 = 0';
CREATE OPERATOR val.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = val.gelijk);
CREATE FUNCTION val.gelijk(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT 1/0 = 0';
CREATE OPERATOR val.= (LEFTARG = text, RIGHTARG = text, FUNCTION = val.gelijk);
CREATE FUNCTION val.gelijk(boolean, boolean) RETURNS boolean LANGUAGE sql AS 'SELECT 1/0 = 0';
CREATE OPERATOR val.= (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = val.gelijk);
CREATE OPERATOR val.<> (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = val.gelijk);
CREATE DOMAIN val.text AS integer;
CREATE DOMAIN val.uuid AS integer;
SET datestyle = 'ISO';
\set SHOW_CONTEXT never
\set ECHO all
SET search_path = '';
SELECT pg_catalog.concat('"', klantinteracties.register_van('Ki "twee"'), '"') AS register;
SELECT klantinteracties.register_van();
SELECT klantinteracties.register_van('nergens');
SET search_path = "Ki ""twee""", ki;
SELECT klantinteracties.register_van();
SET search_path = val, pg_catalog, ki;
SELECT klantinteracties.register_van();

-- a taak is done
SELECT klantinteracties.markeer_verwerkt(proef.id('T1'), 'Gebeld');
SELECT klantinteracties.markeer_verwerkt(proef.id('T1'), register => 'Ki "twee"');
SET search_path = '';
SELECT 'ki' AS register, status, toelichting, verwerkt_op IS NOT NULL AS verwerkt FROM ki.interne_taak WHERE nummer = 1
UNION ALL SELECT 'Ki "twee"', status, toelichting, verwerkt_op IS NOT NULL FROM "Ki ""twee""".interne_taak WHERE nummer = 1;
SELECT klantinteracties.markeer_verwerkt(proef.id('T1'), 'Nog eens', 'ki');
SELECT klantinteracties.markeer_verwerkt(proef.id('T9'), register => 'ki');
SELECT klantinteracties.markeer_verwerkt(NULL, register => 'ki');
\set VERBOSITY terse
SELECT klantinteracties.markeer_verwerkt(proef.id('T2'), '', 'ki');
\set VERBOSITY default
SELECT klantinteracties.markeer_verwerkt(proef.id('T2'));

-- a taak goes to another actor (KI-87)
SET search_path = val, pg_catalog, "Ki ""twee""";
UPDATE "Ki ""twee""".interne_taak SET toelichting = 'Na vijven' WHERE nummer = 2;
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), proef.id('A1'), 'Hoort bij het KCC') IS NOT NULL AS nieuw;
SELECT gevraagde_handeling, toelichting, status, a.naam, aanleidinggevend_klantcontact OPERATOR(pg_catalog.=) proef.id('K2') AS k2,
       verwerkt_op IS NOT NULL AS verwerkt
  FROM "Ki ""twee""".interne_taak t JOIN "Ki ""twee""".actor a ON a.id OPERATOR(pg_catalog.=) t.toegewezen_aan_actor
 WHERE gevraagde_handeling OPERATOR(pg_catalog.=) 'Terugbellen' ORDER BY t.id;
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), proef.id('A1'), 'Nog eens');
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), proef.id('A1'), E' \n', 'ki');
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), NULL, 'x', 'ki');
SELECT klantinteracties.herrouteer_taak(NULL, proef.id('A1'), 'x', 'ki');
SELECT klantinteracties.herrouteer_taak(proef.id('T9'), proef.id('A1'), 'x', 'ki');
\set VERBOSITY terse
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), proef.id('A9'), 'x', 'ki');
SELECT klantinteracties.herrouteer_taak(proef.id('T2'), proef.id('A8'), 'x', 'ki');
-- nothing of that stayed
SELECT status, count(*) FROM ki.interne_taak GROUP BY status ORDER BY status;
\set VERBOSITY default

-- a betrokkene turns out to be known, once (KI-79)
SET search_path = '';
SELECT klantinteracties.voeg_partij_toe(proef.id('B2'), proef.id('P3'), 'ki');
SELECT was_partij OPERATOR(pg_catalog.=) proef.id('P3') AS p3, (SELECT count(*) FROM ki.mutatielog WHERE tabel OPERATOR(pg_catalog.=) 'betrokkene') AS log
  FROM ki.betrokkene WHERE id OPERATOR(pg_catalog.=) proef.id('B2');
SELECT klantinteracties.voeg_partij_toe(proef.id('B2'), proef.id('P2'), 'ki');
SELECT klantinteracties.voeg_partij_toe(proef.id('B9'), proef.id('P2'), 'ki');
SELECT klantinteracties.voeg_partij_toe(proef.id('B2'), NULL, 'ki');
SELECT klantinteracties.voeg_partij_toe(NULL, proef.id('P2'), 'ki');
\set VERBOSITY terse
SELECT klantinteracties.voeg_partij_toe(proef.id('B2'), proef.id('P9'), 'Ki "twee"');
\set VERBOSITY default

-- in use or not (W-37)
SET search_path = val, pg_catalog, "Ki ""twee""";
SELECT klantinteracties.deactiveer_actor(proef.id('A1')), klantinteracties.deactiveer_code('land', '6030'), klantinteracties.activeer_code('land', '6030');
SELECT count(*) FROM klantinteracties.versiehistorie('actor', proef.id('A1'));
SET search_path = ki, proef;
SELECT klantinteracties.deactiveer_actor(id('A1')), klantinteracties.deactiveer_actor(id('A1')), klantinteracties.deactiveer_partij(id('P1'));
SELECT klantinteracties.deactiveer_code(t, c) FROM (VALUES ('kanaal', 'telefoon'), ('taal', 'nld'), ('soort_digitaal_adres', '3'), ('soort_object', '11'),
    ('soort_object_id', '11'), ('land', '6030')) v (t, c);
SELECT tabel, oud->>'indicatie_actief' AS was, nieuw->>'indicatie_actief' AS is, nieuw->>'einddatum_land' = current_date::text AS einddatum
  FROM mutatielog WHERE tabel NOT IN ('interne_taak', 'betrokkene') ORDER BY id;
SELECT uitkomst($$INSERT INTO ki.klantcontact (onderwerp, plaatsgevonden_op, kanaal_code) VALUES ('x', '2024-01-01', 'telefoon')$$) AS kanaal,
       uitkomst($$INSERT INTO ki.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES ('x', id('K1'), id('A1'))$$) AS actor,
       uitkomst($$SELECT klantinteracties.corrigeer('betrokkene', id('B2'), '{"bezoekadres_adresregel1": "x", "bezoekadres_land_code": "6030"}', 'r')$$) AS land;
SELECT klantinteracties.activeer_actor(id('A1')), klantinteracties.activeer_partij(id('P1'));
SELECT klantinteracties.activeer_code(t, c) FROM (VALUES ('kanaal', 'telefoon'), ('land', '6030'), ('land', '6030')) v (t, c);
SELECT (SELECT indicatie_actief FROM actor WHERE id = id('A1')) AS actor, (SELECT indicatie_actief FROM partij WHERE id = id('P1')) AS partij,
       (SELECT indicatie_actief FROM kanaal WHERE code = 'telefoon') AS kanaal, (SELECT einddatum_land IS NULL FROM land) AS land,
       (SELECT count(*) FROM mutatielog WHERE tabel = 'land') AS log;
SELECT klantinteracties.deactiveer_actor(id('A7'));
SELECT klantinteracties.activeer_partij(NULL);
SELECT klantinteracties.deactiveer_code('kanaal', 'duif');
SELECT klantinteracties.deactiveer_code('kanaal', NULL);
SELECT klantinteracties.deactiveer_code('extern_register', '1');
SELECT klantinteracties.deactiveer_code('pg_class', '1');
SELECT klantinteracties.deactiveer_code(NULL, '1');
SELECT indicatie_actief FROM "Ki ""twee""".kanaal WHERE code = 'telefoon';

-- as the caller: privileges and row security
CREATE ROLE regress_ki_behandelaar;
GRANT USAGE ON SCHEMA ki, proef TO regress_ki_behandelaar;
GRANT SELECT ON ALL TABLES IN SCHEMA ki TO regress_ki_behandelaar;
SET ROLE regress_ki_behandelaar;
\set VERBOSITY terse
SELECT klantinteracties.markeer_verwerkt(id('T2'));
SELECT klantinteracties.voeg_partij_toe(id('B2'), id('P2'));
SELECT klantinteracties.deactiveer_code('kanaal', 'balie');
RESET ROLE;
GRANT UPDATE ON interne_taak TO regress_ki_behandelaar;
ALTER TABLE interne_taak ENABLE ROW LEVEL SECURITY;
CREATE POLICY eigen ON interne_taak AS RESTRICTIVE TO regress_ki_behandelaar USING (nummer = 2);
SET ROLE regress_ki_behandelaar;
SELECT klantinteracties.markeer_verwerkt(id('T1'));
SELECT klantinteracties.markeer_verwerkt(id('T2'), 'Gebeld');
RESET ROLE;
SELECT nieuw->>'toelichting' AS toelichting, nieuw->>'status' AS status FROM mutatielog ORDER BY id DESC LIMIT 1;
SET client_min_messages = warning;
DROP SCHEMA ki, "Ki ""twee""", proef, val CASCADE;
DROP ROLE regress_ki_behandelaar;
