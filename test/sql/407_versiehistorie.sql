-- versiehistorie(): what did the register know of a row, and since when (W-34).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SELECT klantinteracties.maak_register('Ki "twee"') \g /dev/null
CALL proef.vul('Ki "twee"');
SET search_path = ki, proef;
\set SHOW_CONTEXT never
\set ECHO all

-- W-34: two versions, of which the first ended where the second began
SET klantinteracties.gebruiker = 'jan';
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Vraag: mag een overkapping?"}', 'klant betwist het verslag') IS NOT NULL AS ok;
RESET klantinteracties.gebruiker;
SELECT versie, rij->>'inhoud' AS inhoud, rij->>'geregistreerd_door' = session_user AS door, operatie, gebruiker = session_user AS gebruiker,
       toepassingsgebruiker, reden
  FROM klantinteracties.versiehistorie('klantcontact', id('K1'));
SELECT bool_and(v.geregistreerd_op = CASE versie WHEN 1 THEN k.geregistreerd_op ELSE vorige END) AS aaneen,
       bool_and((vervallen_op IS NULL) = (versie = 2)) AS nu, bool_and(versie < 2 OR rij = to_jsonb(k)) AS zoals_hij_is
  FROM (SELECT *, lag(vervallen_op) OVER (ORDER BY versie) AS vorige FROM klantinteracties.versiehistorie('klantcontact', id('K1'))) v,
       klantcontact k WHERE k.id = id('K1');

-- one that never changed; in another register; nobody
SELECT versie, rij->>'nummer' AS nummer, vervallen_op, operatie, reden FROM klantinteracties.versiehistorie('klantcontact', id('K2'));
SELECT versie, rij->>'inhoud' AS inhoud FROM klantinteracties.versiehistorie('klantcontact', id('K1'), 'Ki "twee"');
SELECT * FROM klantinteracties.versiehistorie('klantcontact', id('K9'));

-- an ordinary change, one that did not last, and a copy that followed
UPDATE interne_taak SET toelichting = 'een' WHERE id = id('T1');
BEGIN;
UPDATE interne_taak SET toelichting = 'twee' WHERE id = id('T1');
ROLLBACK;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'op verzoek') IS NOT NULL AS ok;
SELECT versie, rij->>'toelichting' AS toelichting, rij->>'vertrouwelijk' AS vertrouwelijk, operatie, reden FROM klantinteracties.versiehistorie('interne_taak', id('T1'));

-- added and removed by correction
SELECT klantinteracties.corrigeer('actor_klantcontact', NULL, jsonb_build_object('klantcontact_id', id('K1'), 'actor_id', id('A2')), 'vergeten') AS nieuw \gset
SELECT klantinteracties.corrigeer('actor_klantcontact', :'nieuw', jsonb_build_object('klantcontact_id', id('K2')), 'bij het verkeerde') IS NOT NULL AS ok;
SELECT klantinteracties.corrigeer('actor_klantcontact', :'nieuw', NULL, 'toch niet') IS NOT NULL AS ok;
SELECT versie, geregistreerd_op IS NOT NULL AS sinds, vervallen_op IS NOT NULL AS tot,
       CASE (rij->>'klantcontact_id')::uuid WHEN id('K1') THEN 'K1' WHEN id('K2') THEN 'K2' END AS van, operatie, reden
  FROM klantinteracties.versiehistorie('actor_klantcontact', :'nieuw');

-- on any table with an id, with nothing on the way of the names
SET search_path = '';
SELECT t AS tabel, (SELECT count(*) FROM klantinteracties.versiehistorie(t, proef.id(n), 'Ki "twee"')) AS versies
  FROM (VALUES ('klantcontact', 'K1'), ('betrokkene', 'B1'), ('actor_klantcontact', 'AK1'), ('bijlage', 'BL1'), ('onderwerpobject', 'O1'), ('interne_taak', 'T1'),
               ('klanttaak', 'L1'), ('partij', 'P1'), ('partij_identificator', 'PI1'), ('partij_verificatie', 'PV1'), ('vertegenwoordiging', 'V1'),
               ('digitaal_adres', 'D1'), ('actor', 'A1')) v (t, n);
-- by its code, and an id as text, however it is written
SELECT klantinteracties.deactiveer_code('kanaal', 'chat', 'ki'), klantinteracties.activeer_code('kanaal', 'chat', 'ki') \g /dev/null

SELECT versie, rij->>'indicatie_actief' AS actief, operatie, geregistreerd_op < vervallen_op AS bestond, vervallen_op IS NULL AS nu FROM klantinteracties.versiehistorie('kanaal', 'chat', 'ki');
SELECT t AS tabel, (SELECT count(*) FROM klantinteracties.versiehistorie(t, code, 'ki')) AS versies
  FROM (VALUES ('kanaal', 'chat'), ('kanaal', 'telefoon'), ('kanaal', 'geen'), ('taal', 'nld'), ('taal', 'geen code'), ('soort_digitaal_adres', '1'), ('extern_register', '1'),
               ('soort_object', '1'), ('soort_object_id', '1')) v (t, code);
SELECT count(*) FROM klantinteracties.versiehistorie('klantcontact', upper(proef.id('K1')::text), 'Ki "twee"');
SELECT count(*) FROM klantinteracties.versiehistorie(tabel => 'klantcontact', register => 'Ki "twee"', id => proef.id('K1'));
SELECT * FROM klantinteracties.versiehistorie('klantcontact', 'geen', 'ki');
SELECT * FROM klantinteracties.versiehistorie('mutatielog', proef.id('K1'), 'ki');
SELECT * FROM klantinteracties.versiehistorie('x"; DROP TABLE ki.klantcontact; --', proef.id('K1'), 'ki');
SELECT * FROM klantinteracties.versiehistorie(NULL, proef.id('K1'), 'ki');
SELECT * FROM klantinteracties.versiehistorie('klantcontact', NULL, 'ki');
SELECT * FROM klantinteracties.versiehistorie('klantcontact', proef.id('K1'));

-- as the caller
SET search_path = ki, proef;
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA ki, proef TO regress_ki_lezer;
GRANT SELECT ON klantcontact TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
\set VERBOSITY terse
SELECT versie FROM klantinteracties.versiehistorie('klantcontact', id('K1'));
RESET ROLE;
GRANT SELECT ON mutatielog TO regress_ki_lezer;
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
ALTER TABLE mutatielog ENABLE ROW LEVEL SECURITY;
CREATE POLICY lezen ON klantcontact TO regress_ki_lezer USING (vertrouwelijk = '');
CREATE POLICY lezen ON mutatielog TO regress_ki_lezer USING (vertrouwelijk = '');
SET ROLE regress_ki_lezer;
SELECT versie, rij->>'vertrouwelijk' AS vertrouwelijk FROM klantinteracties.versiehistorie('klantcontact', id('K1'));
SELECT versie FROM klantinteracties.versiehistorie('klantcontact', id('K2'));
RESET ROLE;
SET client_min_messages = warning;
DROP SCHEMA ki, "Ki ""twee""", proef CASCADE;
DROP ROLE regress_ki_lezer;
