-- What an inhabitant's session sees after begin_inzage(): the klantcontacten of which the partij was a betrokkene and its own data, also
-- what is vertrouwelijk; of other betrokkenen, of who works for the gemeente and of what is internal nothing (KI-35, KI-53).
\set ECHO none
\set QUIET on
\set VERBOSITY terse
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = ki, proef, tap;
SELECT klantinteracties.maak_register('ki2') \g /dev/null
CREATE ROLE regress_ki_portaal;
CREATE ROLE regress_ki_lezer;
CREATE ROLE regress_ki_alles BYPASSRLS;
CREATE ROLE regress_ki_eigenaar;
SELECT count(*) FROM unnest('{ki,ki2}'::name[]) r, klantinteracties.verleen('regress_ki_portaal', 'inzage', r) \g /dev/null
SELECT count(*) FROM klantinteracties.verleen('regress_ki_lezer', 'lezen') \g /dev/null

-- What P1 may not see says VREEMD; P1 asks for geheimhouding, and K8 is vertrouwelijk.
UPDATE partij SET contactnaam_achternaam = 'VREEMD', interne_notitie = 'VREEMD' WHERE id = id('P2');
UPDATE partij SET indicatie_geheimhouding = true, interne_notitie = 'VREEMD' WHERE id = id('P1');
UPDATE partij SET naam = 'VREEMD' WHERE id = id('P3');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id('P' || n), 'wijziging', 'zelf', 'VREEMD' FROM generate_series(1, 3) n;
UPDATE actor SET naam = 'VREEMD' WHERE id = id('A1');
UPDATE interne_taak SET toelichting = 'VREEMD';
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk, todo, resultaat)
VALUES (id('K8'), 8, 'Eigen', 'Eigen', '2024-06-01 10:00+02', 'ja', 'VREEMD', 'VREEMD'), (id('K9'), 9, 'VREEMD', 'VREEMD', '2024-06-02 10:00+02', '', NULL, NULL);
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K8'), id('A1')), (id('K9'), id('A1'));
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, contactnaam_achternaam, initiator) VALUES
    (id('B8'), id('K8'), id('P1'), 'klant', 'Eigen', false), (id('B80'), id('K8'), id('P2'), 'vertegenwoordiger', 'VREEMD 2', true),
    (id('B81'), id('K8'), NULL, 'klant', 'VREEMD', false), (id('B9'), id('K9'), id('P2'), 'klant', 'VREEMD 2', true);
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES
    (id('D8'), '4', 'Eigen', id('B8')), (id('D80'), '4', 'VREEMD', id('B80')), (id('D81'), '4', 'VREEMD', id('B81'));
INSERT INTO interne_taak (id, nummer, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
SELECT id('T' || n), n, 'VREEMD', id('K' || n), id('A2') FROM generate_series(8, 9) n;
INSERT INTO klanttaak (nummer, gevraagde_handeling, partij, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
    zaakidentificator_object_id, zaakidentificator_register_code) VALUES (8, 'Eigen', id('P1'), '12', '12', 'ZAAK-8', '6'), (9, 'VREEMD', id('P2'), '12', '12', 'ZAAK-9', '6');
SELECT klantinteracties.corrigeer('klantcontact', id('K3'), '{"inhoud": "Dat mag"}', 'VREEMD') \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

CREATE FUNCTION proef.als(rol text, vraag text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    antwoord text;
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', rol);
    EXECUTE vraag INTO antwoord;
    RESET ROLE;
    RETURN antwoord;
EXCEPTION WHEN OTHERS THEN
    RESET ROLE;
    RETURN SQLSTATE;
END
$$;
-- All that a role may read of every table and view, as text.
CREATE TABLE proef.relatie AS
    SELECT c.relname::text AS naam, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS kolommen
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'ki'::regnamespace AND c.relkind IN ('r', 'v') AND has_column_privilege('regress_ki_portaal', c.oid, a.attnum, 'SELECT')
     GROUP BY c.relname;
CREATE FUNCTION proef.gezien(rol text) RETURNS TABLE (tabel text, rijen bigint, vreemd bigint) LANGUAGE plpgsql AS $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT * FROM proef.relatie ORDER BY naam LOOP
        tabel := r.naam;
        rijen := als(rol, format('SELECT count(*) FROM (SELECT %s FROM ki.%I) t', r.kolommen, r.naam));
        vreemd := als(rol, format($q$SELECT count(*) FROM (SELECT %s FROM ki.%I) t WHERE t::text LIKE '%%VREEMD%%'$q$, r.kolommen, r.naam));
        RETURN NEXT;
    END LOOP;
END
$$;
SELECT * FROM no_plan();

-- Before.
SELECT is_empty($$SELECT * FROM gezien('regress_ki_portaal') WHERE rijen > 0 AND tabel NOT IN ('kanaal', 'taal', 'land', 'soort_digitaal_adres', 'soort_object',
    'soort_object_id', 'extern_register')$$, 'before it begins there is no row of anybody');
SELECT is(als('regress_ki_portaal', $$SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'))$$), '0', 'nor from a function');
SELECT is(als('regress_ki_portaal', 'SELECT klantinteracties.in_inzage()'), 'false', 'as it has not begun');

-- Who may begin, and of what.
SELECT is(als('regress_ki_lezer', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD')$$), '42501', 'not who reads everything');
SELECT is(als(current_user, $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD')$$), '55000', 'nor a superuser, who would see everything');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(NULL, 'DigiD')$$), '22004', 'not without a partij');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), NULL)$$), '22004', 'nor a middel');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P99'), 'DigiD')$$), '23503', 'nor of nobody');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), '')$$), '23514', 'nor by nothing');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD', 'nergens')$$), '3F000', 'nor in no register');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.in_inzage()$$), 'false', 'what failed did not begin');
SELECT throws_ok($$SELECT klantinteracties.verleen('regress_ki_alles', 'inzage', 'ki')$$, '55000', NULL, 'a role that bypasses row security is not given inzage');
SELECT throws_ok($$SELECT klantinteracties.verleen(current_user, 'inzage', 'ki2')$$, NULL, NULL, 'nor is the owner');
SELECT is((SELECT count(*)::int FROM partij_verificatie WHERE handeling = 'inzage'), 0, 'and nothing was recorded');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD') IS NOT NULL$$), 'true', 'it begins');
SELECT results_eq($$SELECT partij, grond::text, middel, geregistreerd_door = session_user FROM partij_verificatie WHERE handeling = 'inzage'$$,
    $$VALUES (id('P1'), 'zelf', 'DigiD', true)$$, 'which is recorded');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P2'), 'DigiD')$$), '55000', 'once');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD')$$), '55000', 'of the same, too');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD', 'ki2')$$), '55000', 'in one register');
SELECT is(als('regress_ki_portaal', $$SELECT klantinteracties.in_inzage()$$), 'true', 'which does not end it');

-- What is seen.
SELECT results_eq($$SELECT * FROM gezien('regress_ki_portaal') WHERE rijen > 0 AND tabel NOT IN ('kanaal', 'taal', 'land', 'soort_digitaal_adres', 'soort_object',
    'soort_object_id', 'extern_register') ORDER BY tabel COLLATE "C"$$,
    $$VALUES ('betrokkene', 3::bigint, 0::bigint), ('bijlage', 1, 0), ('digitaal_adres', 2, 0), ('klantcontact', 3, 0), ('klanttaak', 1, 0),
             ('onderwerpobject', 2, 0), ('partij', 1, 0), ('partij_identificator', 1, 0), ('partij_klantcontact', 3, 0)$$, 'its own contacts and data');
SELECT is_empty($$SELECT * FROM gezien('regress_ki_portaal') WHERE vreemd > 0$$, 'and nothing of anybody else');
CREATE TEMPORARY TABLE vraag (vraag text, antwoord text);
INSERT INTO vraag VALUES
    ('SELECT string_agg(nummer::text, '' '' ORDER BY nummer) FROM ki.klantcontact', '1 3 8'),
    ('SELECT count(*) FROM ki.klantcontact k JOIN ki.betrokkene b ON b.had_klantcontact = k.id', '3'),
    ('SELECT count(*) FROM ki.klantcontact FULL JOIN ki.betrokkene ON true', '9'),
    ($$SELECT count(*) FROM ki.klantcontact WHERE id = proef.id('K9')$$, '0'),
    ($$SELECT count(*) FROM ki.betrokkene WHERE had_klantcontact = proef.id('K8')$$, '1'),
    ($$SELECT count(*) FROM ki.partij WHERE id = proef.id('P2')$$, '0'),
    ('SELECT count(*) FROM ki.partij_verificatie', '42501'),
    ('SELECT count(*) FROM ki.mutatielog', '42501'),
    ('SELECT count(*) FROM ki.vernietiging', '42501'),
    ('SELECT count(*) FROM ki.klantcontact_overzicht', '42501'),
    ('SELECT count(todo) FROM ki.klantcontact', '42501'),
    ('SELECT count(resultaat) FROM ki.klantcontact', '42501'),
    ('SELECT count(geregistreerd_door) FROM ki.klantcontact', '42501'),
    ('SELECT count(interne_notitie) FROM ki.partij', '42501'),
    ('SELECT count(is_gemeente) FROM ki.partij', '42501'),
    ('SELECT count(k) FROM ki.klantcontact k', '42501'),
    ('SELECT count(*) FROM ki.kanaal', (SELECT count(*)::text FROM kanaal)),
    ('SELECT count(*) FROM ki2.klantcontact', '0'),
    ($$SELECT string_agg(nummer::text, ' ') FROM klantinteracties.contacthistorie(proef.id('P1'), aantal => NULL)$$, '8 3 1'),
    ($$SELECT string_agg(coalesce(initiatiefnemer, '-'), ' ') FROM klantinteracties.contacthistorie(proef.id('P1'), aantal => NULL)$$, '- - klant'),
    ($$SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P2'))$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'), na => proef.id('K9'))$$, '22023'),
    ($$SELECT string_agg(nummer::text, ' ') FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-1')$$, '1'),
    ($$SELECT count(*) FROM klantinteracties.contactketen(proef.id('K1'))$$, '3'),
    ($$SELECT count(*) FROM klantinteracties.contactketen(proef.id('K9'))$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('nummer', '1')$$, '1'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('nummer', '2')$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('digitaal_adres', 'VREEMD')$$, '0'),
    ($$SELECT klantinteracties.tel_contacten(proef.id('P1'))$$, '3'),
    ($$SELECT klantinteracties.tel_contacten(proef.id('P2'))$$, '0'),
    ($$SELECT string_agg((partij = proef.id('P1'))::text || rol, ' ') FROM klantinteracties.betrokken_partijen(proef.id('K8'))$$, 'trueklant'),
    ($$SELECT count(*) FROM klantinteracties.inhoudsdelen(proef.id('K1'))$$, '2'),
    ($$SELECT count(*) FROM klantinteracties.onderwerpdelen(proef.id('K1'))$$, '2'),
    ($$SELECT count(*) FROM klantinteracties.onderwerpdelen(proef.id('K9'))$$, '0'),
    ($$SELECT string_agg(waarde, ' ') FROM klantinteracties.effectieve_contactgegevens(proef.id('B8'))$$, 'Eigen Eigen 0612345678'),
    ($$SELECT count(*) FROM klantinteracties.effectieve_contactgegevens(proef.id('B80'))$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.antwoordkanaal(proef.id('T1'))$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.open_taken(proef.id('A2'))$$, '42501'),
    ($$SELECT count(*) FROM klantinteracties.doorlooptijden()$$, '0'),
    ($$SELECT count(*) FROM klantinteracties.versiehistorie('klantcontact', proef.id('K3'))$$, '42501'),
    ($$SELECT count(*) FROM klantinteracties.controleer_register()$$, '42501'),
    ($$SELECT jsonb_array_length(j->'hadBetrokkenen') || ' ' || (j ? 'hadBetrokkenActoren') || (j ? 'leiddeTotInterneTaken') || (j::text LIKE '%VREEMD%') || (j ? 'vertrouwelijk')
         FROM klantinteracties.klantcontact_json(proef.id('K8')) j$$, '1 falsefalsefalsetrue'),
    ($$SELECT klantinteracties.klantcontact_json(proef.id('K9'))$$, NULL),
    ($$SELECT count(*) FROM klantinteracties.klantcontacten_json(ARRAY[proef.id('K8'), proef.id('K9')])$$, '1'),
    ($$SELECT (j->>'indicatieGeheimhouding') || (j::text LIKE '%VREEMD%') FROM klantinteracties.partij_json(proef.id('P1')) j$$, 'truefalse'),
    ($$SELECT klantinteracties.partij_json(proef.id('P2'))$$, NULL);
SELECT is(als('regress_ki_portaal', vraag), antwoord, vraag) FROM vraag;

-- What it may write: that an identity was verified for an inzage, and nothing else.
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_portaal; INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P2'), 'wijziging', 'zelf', 'x')$$), '42501', 'no other verification');
SELECT is(uitkomst('SET LOCAL ROLE regress_ki_portaal; ' || o), '42501', o) FROM unnest(ARRAY[
    $$INSERT INTO ki.klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', now())$$, 'UPDATE ki.partij SET indicatie_actief = false', 'DELETE FROM ki.digitaal_adres',
    $$SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "x"}', 'r')$$, $$SELECT klantinteracties.vul_inhoud_aan(proef.id('K1'), 'x')$$,
    'SELECT * FROM ki.klantcontact FOR UPDATE', 'SELECT * FROM ki.partij FOR KEY SHARE', 'CREATE TABLE ki.x (id uuid)', 'TRUNCATE ki.klantcontact',
    'CREATE TABLE x (k uuid REFERENCES ki.klantcontact)']) o;

-- More bevoegdheden do not show more, nor does a role that has them; a role without it is as it was.
SELECT count(*) FROM unnest('{lezen,vertrouwelijk,corrigeren,registreren,vernietigen}'::text[]) b, klantinteracties.verleen('regress_ki_portaal', b) \g /dev/null
GRANT regress_ki_lezer TO regress_ki_portaal;
SELECT results_eq($$SELECT tabel, rijen, vreemd FROM gezien('regress_ki_portaal') WHERE rijen > 0 AND tabel NOT IN ('kanaal', 'taal', 'land', 'soort_digitaal_adres', 'soort_object',
    'soort_object_id', 'extern_register') ORDER BY tabel COLLATE "C"$$,
    $$VALUES ('betrokkene', 3::bigint, 0::bigint), ('bijlage', 1, 0), ('digitaal_adres', 2, 0), ('klantcontact', 3, 0), ('klanttaak', 1, 0),
             ('onderwerpobject', 2, 0), ('partij', 1, 0), ('partij_identificator', 1, 0), ('partij_klantcontact', 3, 0)$$, 'with all other bevoegdheden, too');
SELECT is(als('regress_ki_portaal', $$WITH u AS (UPDATE ki.interne_taak SET status = 'verwerkt' RETURNING 1) SELECT count(*) FROM u$$), '0', 'an UPDATE reaches nothing else');
UPDATE partij SET indicatie_geheimhouding = false WHERE id = id('P1');
SELECT is(als('regress_ki_lezer', 'SELECT string_agg(nummer::text, '' '' ORDER BY nummer) FROM ki.klantcontact'), '1 2 3 9', 'who reads sees what he saw');
SELECT is(als('regress_ki_lezer', $$SELECT string_agg(nummer::text, ' ') FROM klantinteracties.contacthistorie(proef.id('P2'))$$), '9 1', 'and so do functions for him');
SELECT count(*) FROM unnest('{lezen,vertrouwelijk,corrigeren,registreren,vernietigen}'::text[]) b, klantinteracties.ontneem('regress_ki_portaal', b) \g /dev/null
REVOKE regress_ki_lezer FROM regress_ki_portaal;
SELECT is(als('regress_ki_portaal', 'SELECT string_agg(nummer::text, '' '' ORDER BY nummer) FROM ki.klantcontact'), '1 3 8', 'what is taken back leaves inzage');
SELECT count(*) FROM klantinteracties.ontneem('regress_ki_portaal', 'inzage') \g /dev/null
SELECT is(als('regress_ki_portaal', 'SELECT count(*) FROM ki.klantcontact'), '42501', 'and that is taken back, too');
SELECT is_empty($$SELECT * FROM pg_policy WHERE polname LIKE 'inzage%' AND polrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace)$$, 'no policy is left');

-- A schema that gets another name, and a table with a user's own policy, stay what they are.
ALTER SCHEMA ki2 RENAME TO "Ki '%s' 3";
SELECT is(als('regress_ki_portaal', $$SELECT count(*) FROM "Ki '%s' 3".klantcontact$$), '0', 'in the other register nothing is seen');
SELECT ok((SELECT count(*) > 0 FROM klantinteracties.ontneem('regress_ki_portaal', 'inzage', 'Ki ''%s'' 3')), 'odd names: taken');
SELECT ok((SELECT count(*) > 0 FROM klantinteracties.verleen('regress_ki_portaal', 'inzage', 'Ki ''%s'' 3')), 'given');
SELECT is(als('regress_ki_portaal', $$SELECT count(*) FROM "Ki '%s' 3".klantcontact$$), '0', 'and nothing is seen');
SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
