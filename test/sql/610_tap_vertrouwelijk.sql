-- What row security hides from who may read: klantcontacten that are vertrouwelijk with all that is theirs (KI-31), data of partijen that
-- ask for geheimhouding (KI-63), and what the mutatielog remembers of either, from whenever it is.
\set ECHO none
\set QUIET on
\set VERBOSITY terse
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = ki, proef, tap;
CREATE ROLE regress_ki_lezer;
CREATE ROLE regress_ki_vertrouwd;
CREATE ROLE regress_ki_kcc;
SELECT count(*) FROM klantinteracties.verleen('regress_ki_lezer', 'lezen') \g /dev/null
SELECT count(*) FROM unnest('{lezen,vertrouwelijk,corrigeren}'::text[]) b, klantinteracties.verleen('regress_ki_vertrouwd', b) \g /dev/null
SELECT count(*) FROM unnest('{lezen,registreren}'::text[]) b, klantinteracties.verleen('regress_ki_kcc', b) \g /dev/null

-- Everything secret says so: K8 is vertrouwelijk, P8 asks for geheimhouding.
CREATE FUNCTION proef.identificator(tabel text, object_id text) RETURNS text LANGUAGE sql AS $$
    SELECT format(CASE tabel WHEN 'bijlage' THEN $q$INSERT INTO ki.bijlage (id, was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
        bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code)
        VALUES (id('BL' || %1$L), id('K8'), '3', '4', %1$L, '7')$q$
      ELSE $q$INSERT INTO ki.onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
        onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id, onderwerpobjectidentificator_register_code)
        VALUES (id('O8'), id('K8'), '12', '12', %1$L, '6')$q$ END, object_id)
$$;
INSERT INTO partij (id, nummer, soort_partij, contactnaam_achternaam, indicatie_geheimhouding, interne_notitie)
VALUES (id('P8'), 8, 'persoon', 'GEHEIM', true, 'GEHEIM');
INSERT INTO partij_identificator (id, identificeerde_partij, andere_partij_identificator) VALUES (id('PI8'), id('P8'), 'GEHEIM');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P8'), 'registratie', 'zelf', 'DigiD');
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij, omschrijving) VALUES (id('D8'), '4', 'GEHEIM', id('P8'), 'GEHEIM');
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk, kanaal_code)
VALUES (id('K8'), 8, 'GEHEIM', 'GEHEIM', '2024-06-01 10:00+02', 'ja', 'balie'), (id('K9'), 9, 'Gewoon', 'Gewoon', '2024-06-02 10:00+02', '', 'balie');
INSERT INTO actor_klantcontact (id, klantcontact_id, actor_id) VALUES (id('AK8'), id('K8'), id('A1')), (id('AK9'), id('K9'), id('A1'));
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, contactnaam_achternaam, initiator) VALUES
    (id('B8'), id('K8'), id('P1'), 'klant', 'GEHEIM', true), (id('B9'), id('K9'), id('P8'), 'klant', NULL, true);
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES (id('D9'), '4', 'GEHEIM', id('B8'));
DO $$ BEGIN EXECUTE proef.identificator('bijlage', 'GEHEIM'); EXECUTE proef.identificator('bijlage', 'GEHEIM 2');
    EXECUTE proef.identificator('onderwerpobject', 'GEHEIM'); END $$;
INSERT INTO interne_taak (id, nummer, gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor)
VALUES (id('T8'), 8, 'GEHEIM', 'GEHEIM', id('K8'), id('A2'));
SET CONSTRAINTS ALL IMMEDIATE;
SELECT klantinteracties.corrigeer('klantcontact', id('K8'), '{"inhoud": "GEHEIM 2"}', 'GEHEIM') \g /dev/null
SELECT klantinteracties.corrigeer('partij', id('P8'), '{"contactnaam_achternaam": "GEHEIM 2"}', 'GEHEIM') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', id('D8'), '{"omschrijving": "GEHEIM 2"}', 'GEHEIM') \g /dev/null
SELECT klantinteracties.corrigeer('bijlage', id('BLGEHEIM 2'), NULL, 'GEHEIM') \g /dev/null
SET CONSTRAINTS ALL DEFERRED;
ANALYZE ki.klantcontact, ki.betrokkene, ki.partij;

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
SELECT * FROM no_plan();

-- Every table and view.
CREATE TEMPORARY TABLE relatie AS
    SELECT t AS naam FROM klantinteracties.bevoegdheden() b, unnest(b.tabellen) t WHERE bevoegdheid = 'lezen';
SELECT is(als('regress_ki_lezer', format($$SELECT count(*) FROM ki.%I t WHERE t::text LIKE '%%GEHEIM%%'$$, naam)), '0', naam || ': nothing that is secret')
  FROM relatie ORDER BY naam;
SELECT set_eq($$SELECT naam FROM relatie WHERE als('regress_ki_vertrouwd', format($q$SELECT count(*) FROM ki.%I t WHERE t::text LIKE '%%GEHEIM%%'$q$, naam)) <> '0'$$,
    '{klantcontact,betrokkene,bijlage,onderwerpobject,interne_taak,partij,partij_identificator,digitaal_adres,mutatielog,klantcontact_overzicht,open_taak,rapportage_klantcontacten}'::text[],
    'for who has bevoegdheid vertrouwelijk there is');
SELECT is(als('regress_ki_lezer', $$SELECT count(*) FROM ki.actor_klantcontact WHERE klantcontact_id = proef.id('K8')$$), '0', 'actor_klantcontact, which says nothing itself');
SELECT is(als('regress_ki_vertrouwd', $$SELECT count(*) FROM ki.actor_klantcontact WHERE klantcontact_id = proef.id('K8')$$), '1', 'likewise');

-- Every reading function.
CREATE TEMPORARY TABLE vraag (vraag text, gewoon text, vertrouwd text);
INSERT INTO vraag VALUES
    ($$SELECT string_agg(nummer::text, ' ' ORDER BY nummer) FROM klantinteracties.contacthistorie(proef.id('P1'), aantal => NULL)$$, '1 3', '1 3 8'),
    ($$SELECT string_agg(nummer::text, ' ' ORDER BY nummer) FROM klantinteracties.contacthistorie(proef.id('P8'))$$, '9', '9'),
    ($$SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'), na => proef.id('K8'))$$, '22023', '2'),
    ($$SELECT string_agg(nummer::text, ' ') FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'GEHEIM')$$, NULL, '8'),
    ($$SELECT count(*) FROM klantinteracties.contactketen(proef.id('K8'))$$, '0', '3'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('nummer', '8')$$, '0', '1'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('digitaal_adres', 'GEHEIM')$$, '0', '1'),
    ($$SELECT count(*) FROM klantinteracties.open_taken(proef.id('A2')) WHERE nummer = 8$$, '0', '1'),
    ($$SELECT count(*) FROM klantinteracties.antwoordkanaal(proef.id('T8'))$$, '0', '1'),
    ($$SELECT count(*) FROM klantinteracties.betrokken_partijen(proef.id('K8'))$$, '0', '1'),
    ($$SELECT count(*) FROM klantinteracties.inhoudsdelen(proef.id('K8'))$$, '0', '2'),
    ($$SELECT count(*) FROM klantinteracties.onderwerpdelen(proef.id('K8'))$$, '0', '2'),
    ($$SELECT count(*) FROM klantinteracties.effectieve_contactgegevens(proef.id('B8'))$$, '0', '3'),
    ($$SELECT count(*) FROM klantinteracties.effectieve_contactgegevens(proef.id('B9'))$$, '0', '2'),
    ($$SELECT klantinteracties.tel_contacten(proef.id('P1'))$$, '2', '3'),
    ($$SELECT klantinteracties.klantcontact_json(proef.id('K8')) IS NOT NULL$$, 'false', 'true'),
    ($$SELECT klantinteracties.klantcontact_json(proef.id('K9')) IS NOT NULL$$, 'true', 'true'),
    ($$SELECT count(*) FROM klantinteracties.klantcontacten_json(ARRAY[proef.id('K8'), proef.id('K9')])$$, '1', '2'),
    ($$SELECT klantinteracties.partij_json(proef.id('P8')) IS NOT NULL$$, 'false', 'true'),
    ($$SELECT count(*) FROM klantinteracties.versiehistorie('klantcontact', proef.id('K8'))$$, '0', '2'),
    ($$SELECT count(*) FROM klantinteracties.versiehistorie('partij', proef.id('P8'))$$, '0', '2'),
    ($$SELECT count(*) FROM klantinteracties.doorlooptijden()$$, '0', '0');
SELECT is(als('regress_ki_lezer', vraag), gewoon, 'lezen: ' || vraag) FROM vraag;
SELECT is(als('regress_ki_vertrouwd', vraag), vertrouwd, 'vertrouwelijk: ' || vraag) FROM vraag;
SELECT is(als('regress_ki_lezer', vraag), gewoon, 'lezen, again: ' || vraag) FROM vraag;

-- Who registers may register what he may not see.
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; WITH k AS (INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op)
    VALUES ('x', 'x', '2024-06-02') RETURNING id), a AS (INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) SELECT id, proef.id('A1') FROM k)
    INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol) SELECT id, proef.id('P1'), 'klant' FROM k$$), 'ok', 'an ordinary klantcontact is returned');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk)
    VALUES (proef.id('K11'), 'x', 'x', '2024-06-02', 'ja') RETURNING id$$), '42501', 'one that is vertrouwelijk is not returned to who may not see it');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc;
    INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk) VALUES (proef.id('K11'), 'x', 'x', '2024-06-02', 'ja');
    INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K11'), proef.id('A1'));
    INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol) VALUES (proef.id('K11'), proef.id('P8'), 'klant')$$), 'ok', 'but is registered, about a partij that he may not see');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "x"}', 'r', 'ki')$$), '42501',
    'who registers does not correct');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; SELECT klantinteracties.markeer_verwerkt(proef.id('T1'), 'gedaan')$$), 'ok', 'he takes the ordinary steps');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; SELECT klantinteracties.markeer_verwerkt(proef.id('T8'), 'gedaan')$$), '22023', 'where he sees the row');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_kcc; UPDATE ki.interne_taak SET toelichting = 'x'$$), 'ok', 'an UPDATE of all rows');
SELECT is(als('regress_ki_kcc', $$WITH u AS (UPDATE ki.interne_taak SET toelichting = 'x' RETURNING nummer) SELECT string_agg(nummer::text, ' ' ORDER BY nummer) FROM u$$), '1 2', 'is one of those that he sees');

-- A partij that asks for geheimhouding later, and one that does so no longer: what is kept of it follows, the log only the one way.
SELECT is(als('regress_ki_lezer', $$SELECT concat_ws(' ', (SELECT count(*) FROM ki.partij WHERE id = proef.id('P1')), (SELECT count(*) FROM ki.partij_identificator
    WHERE identificeerde_partij = proef.id('P1')), (SELECT count(*) FROM ki.digitaal_adres WHERE verstrekt_door_partij = proef.id('P1')))$$), '1 1 1', 'P1 is visible');
SELECT klantinteracties.corrigeer('partij', id('P1'), '{"contactnaam_achternaam": "Janssens"}', 'tikfout') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', id('D1'), '{"omschrijving": "mobiel"}', 'vergeten') \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT is(als('regress_ki_lezer', $$SELECT count(*) FROM ki.mutatielog WHERE rij_id IN (proef.id('P1')::text, proef.id('D1')::text)$$), '2', 'and what was corrected of it');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_vertrouwd; SELECT klantinteracties.corrigeer('partij', proef.id('P1'), '{"indicatie_geheimhouding": true}', 'vergeten', 'ki')$$, true), 'ok',
    'by correction, without verification');
SELECT is(als('regress_ki_lezer', $$SELECT concat_ws(' ', (SELECT count(*) FROM ki.partij WHERE id = proef.id('P1')), (SELECT count(*) FROM ki.partij_identificator
    WHERE identificeerde_partij = proef.id('P1')), (SELECT count(*) FROM ki.digitaal_adres WHERE verstrekt_door_partij = proef.id('P1')),
    (SELECT count(*) FROM ki.mutatielog WHERE rij_id IN (proef.id('P1')::text, proef.id('D1')::text, proef.id('PI1')::text)))$$), '0 0 0 0', 'nothing of it is any more');
SELECT is_empty($$SELECT * FROM klantinteracties.controleer_register('ki')$$, 'and the register is sound');
SELECT is(uitkomst($$INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (id('D7'), '4', 'x', id('P1'))$$), '23514 partij_is_geverifieerd', 'a new address needs verification');
SELECT is(uitkomst($$INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P1'), 'wijziging', 'zelf', 'DigiD');
    INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (id('D7'), '4', 'x', id('P1'));
    UPDATE digitaal_adres SET vertrouwelijk = '' WHERE id = id('D7')$$, true), 'ok', 'with it');
SELECT is((SELECT vertrouwelijk::text FROM digitaal_adres WHERE id = id('D7')), 'ja', 'it is secret too, whatever is said of it');
SELECT is(uitkomst($$UPDATE partij_identificator SET vertrouwelijk = '' WHERE id = id('PI1')$$), '23001 partij_identificator_onveranderlijk', 'nobody says otherwise');
SELECT is(uitkomst($$UPDATE partij SET indicatie_geheimhouding = false WHERE id = id('P1')$$, true), 'ok', 'in the transaction of the verification it may be taken back');
SELECT is(als('regress_ki_lezer', $$SELECT concat_ws(' ', (SELECT count(*) FROM ki.partij WHERE id = proef.id('P1')), (SELECT count(*) FROM ki.partij_identificator
    WHERE identificeerde_partij = proef.id('P1')), (SELECT count(*) FROM ki.digitaal_adres WHERE verstrekt_door_partij = proef.id('P1')),
    (SELECT count(*) FROM ki.mutatielog WHERE rij_id IN (proef.id('P1')::text, proef.id('D1')::text, proef.id('PI1')::text)))$$), '1 1 2 0', 'then it is visible again; what was remembered is not');
SELECT is_empty($$SELECT * FROM klantinteracties.controleer_register('ki')$$, 'and the register is sound');

-- A klantcontact that turns out to be vertrouwelijk: the log of it and its parts, also of parts that are gone, and of their addresses.
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Oud"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('betrokkene', id('B1'), '{"contactnaam_voornaam": "Oud"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', id('D4'), '{"omschrijving": "Oud"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', id('D4'), NULL, 'r') \g /dev/null
SELECT klantinteracties.corrigeer('betrokkene', id('B4'), NULL, 'r') \g /dev/null
SELECT klantinteracties.corrigeer('bijlage', id('BL1'), '{"bijlageidentificator_object_id": "Oud"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('bijlage', id('BL1'), NULL, 'r') \g /dev/null
SELECT klantinteracties.corrigeer('onderwerpobject', id('O1'), '{"onderwerpobjectidentificator_object_id": "Oud"}', 'r') \g /dev/null
UPDATE interne_taak SET toelichting = 'Oud' WHERE id = id('T1');
SELECT klantinteracties.corrigeer('actor_klantcontact', NULL, jsonb_build_object('klantcontact_id', id('K1'), 'actor_id', id('A2')), 'r') \g /dev/null
SELECT klantinteracties.corrigeer('klantcontact', id('K3'), '{"inhoud": "Oud"}', 'r') \g /dev/null
-- parts that went elsewhere, and what they were before
SELECT klantinteracties.corrigeer('betrokkene', NULL, jsonb_build_object('had_klantcontact', id('K1'), 'rol', 'klant', 'contactnaam_voornaam', 'Oud'), 'r') AS b5 \gset
SELECT klantinteracties.corrigeer('betrokkene', :'b5', '{"contactnaam_voornaam": "Ouder"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', NULL, jsonb_build_object('soort_digitaal_adres_code', '4', 'adres', 'Oud', 'verstrekt_door_betrokkene', :'b5'), 'r') AS d5 \gset
SELECT klantinteracties.corrigeer('digitaal_adres', :'d5', '{"adres": "Ouder"}', 'r') \g /dev/null
SELECT klantinteracties.corrigeer('digitaal_adres', NULL, jsonb_build_object('soort_digitaal_adres_code', '4', 'adres', 'Elders', 'verstrekt_door_betrokkene', :'b5'), 'r') AS d6 \gset
SELECT klantinteracties.corrigeer('digitaal_adres', :'d6', jsonb_build_object('verstrekt_door_betrokkene', id('B2')), 'r') \g /dev/null
SELECT klantinteracties.corrigeer('betrokkene', :'b5', jsonb_build_object('had_klantcontact', id('K3')), 'r') \g /dev/null
UPDATE interne_taak SET toelichting = 'Ouder' WHERE id = id('T1');
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
CREATE TEMPORARY TABLE eerder AS SELECT id, tabel FROM mutatielog WHERE vertrouwelijk = '';
GRANT SELECT ON eerder TO PUBLIC;
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'vergeten') \g /dev/null
SELECT is(als('regress_ki_lezer', 'SELECT string_agg(DISTINCT tabel, '','') FROM ki.mutatielog JOIN eerder USING (id, tabel)'), 'interne_taak,klantcontact',
    'only what belongs to others');
SELECT bag_eq($$SELECT DISTINCT rij_id FROM mutatielog WHERE vertrouwelijk = ''$$, $$VALUES (id('K3')::text), (id('T2')::text)$$, 'of K3 and of the taak of K2');
SELECT is(als('regress_ki_vertrouwd', 'SELECT count(*) FROM ki.mutatielog JOIN eerder USING (id, tabel)'), (SELECT count(*)::text FROM eerder), 'who may sees all');
SELECT is((SELECT count(*)::int FROM mutatielog WHERE oud IS NULL AND nieuw IS NULL), 0, 'nothing of it was lost');
SELECT is(uitkomst($$UPDATE mutatielog SET vertrouwelijk = 'ja'$$), '23001 mutatielog_onveranderlijk', 'by hand nobody closes it');
SELECT is(uitkomst($$UPDATE mutatielog SET vertrouwelijk = ''$$), '23001 mutatielog_onveranderlijk', 'nor opens it');
SELECT is(uitkomst($$CREATE RULE meer AS ON UPDATE TO mutatielog DO INSTEAD NOTHING; SELECT klantinteracties.corrigeer('klantcontact', id('K3'), '{"vertrouwelijk": "ja"}', 'r')$$),
    '55000', 'if it cannot follow, nothing is corrected');
SELECT is(uitkomst($$CREATE FUNCTION proef.meer() RETURNS trigger LANGUAGE plpgsql AS $q$ BEGIN UPDATE ki.mutatielog SET reden = 'x'; RETURN NULL; END $q$;
    CREATE TRIGGER meer AFTER UPDATE ON mutatielog FOR EACH ROW EXECUTE FUNCTION proef.meer();
    SELECT klantinteracties.corrigeer('klantcontact', id('K3'), '{"vertrouwelijk": "ja"}', 'r')$$), '23001 mutatielog_onveranderlijk', 'nothing else slips through');

-- Not by statistics, nor by name.
SELECT is(als('regress_ki_lezer', $$SELECT count(*) FROM pg_stats WHERE schemaname = 'ki' AND tablename IN ('klantcontact', 'betrokkene', 'partij')$$), '0', 'pg_stats is closed');
SELECT is(als('regress_ki_lezer', $$SELECT row_security_active('ki.klantcontact')$$), 'true', 'row security is active for who reads');
SELECT is(als('regress_ki_lezer', $$SELECT set_config('row_security', 'off', true)$$), 'off', 'who turns it off');
SELECT is(als('regress_ki_lezer', $$SELECT count(*) FROM ki.klantcontact$$), '42501', 'gets an error');
SELECT is(als('regress_ki_lezer', $$SELECT count(*) FROM klantinteracties.contacthistorie(proef.id('P1'))$$), '42501', 'from functions, too');
SET LOCAL row_security = on;
SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
