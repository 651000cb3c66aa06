-- Every example of domain.md sections 3.1 to 3.3 that a database can judge, each inserted by every route that there is: row by
-- row, many rows in a statement, INSERT ... SELECT, COPY, one statement with data-modifying CTEs (checked at commit, or at once),
-- each row in a subtransaction, and with a rule option set before the commit. The outcome must not depend on the route.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\pset format unaligned
\pset tuples_only on
BEGIN;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
SET LOCAL search_path = tap, proef;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, ki text, wat text, rijen text, wordt text);
INSERT INTO geval (ki, wat, rijen, wordt) VALUES
('KI-01', 'BASE', $$kc(1), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-01', 'no betrokkene', $$kc(1), ac(1,'A1')$$, '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01', 'no parts at all', $$kc(1)$$, '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01', 'second klantcontact without betrokkene', $$kc(1), ac(1,'A1'), bb(1,'P1'), kc(2), ac(2,'A1')$$,
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01', 'first klantcontact without betrokkene', $$kc(1), ac(1,'A1'), kc(2), ac(2,'A1'), bb(2,'P1')$$,
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01a', 'inhabitant and the gemeente', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,'P7')$$, 'ok'),
('KI-01a', 'the gemeente first', $$kc(1), ac(1,'A1'), bb(1,'P7'), bb(1,'P1')$$, 'ok'),
('KI-01a', 'only the gemeente', $$kc(1), ac(1,'A1'), bb(1,'P7')$$, '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01a', 'only who worked for the gemeente', $$kc(1), ac(1,'A1'), bb(1,'P8')$$,
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01a', 'the gemeente and who worked for it, with follow-up', $$kc(1), ac(1,'A1'), bb(1,'P7'), bb(1,'P8'), it(1)$$,
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01a', 'the gemeente and somebody not gekend, with follow-up', $$kc(1), ac(1,'A1'), bb(1,'P7'), bb(1), it(1)$$, 'ok'),
('KI-01a', 'contactpersoon of a company', $$kc(1), ac(1,'A1'), bb(1,'P3')$$, 'ok'),
('KI-03', 'no actor', $$kc(1), bb(1,'P1')$$, '23514 klantcontact_minstens_een_actor klantcontact'),
('KI-03', 'an automated actor', $$kc(1), ac(1,'A3'), bb(1,'P1')$$, 'ok'),
('KI-04', 'several actoren', $$kc(1), ac(1,'A1'), ac(1,'A2'), bb(1,'P1')$$, 'ok'),
('KI-04', 'the same actor twice', $$kc(1), ac(1,'A1'), ac(1,'A1'), bb(1,'P1')$$, '23505 actor_klantcontact_eenmalig actor_klantcontact'),
('KI-05', 'actor not active', $$kc(1), ac(1,'A9'), bb(1,'P1')$$, '23514 actor_is_actief actor_klantcontact.actor_id'),
('KI-05', 'one of two actoren not active', $$kc(1), ac(1,'A1'), ac(1,'A9'), bb(1,'P1')$$, '23514 actor_is_actief actor_klantcontact.actor_id'),
('KI-05', 'interne taak for an actor not active', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1,'toegewezen_aan_actor','A9')$$,
    '23514 actor_is_actief interne_taak.toegewezen_aan_actor'),
('KI-06', 'bijlage for content', $$kc(1,'inhoud',NULL), ac(1,'A1'), bb(1,'P1'), bl(1)$$, 'ok'),
('KI-06', 'no content', $$kc(1,'inhoud',NULL), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_heeft_inhoud klantcontact'),
('KI-07', '200 characters', $$kc(1,'onderwerp',repeat('é',200)), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-07', '201 characters', $$kc(1,'onderwerp',repeat('é',201)), ac(1,'A1'), bb(1,'P1')$$,
    '23514 klantcontact_onderwerp_lengte klantcontact.onderwerp'),
('KI-07', 'one character', $$kc(1,'onderwerp','?'), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-07', 'empty', $$kc(1,'onderwerp',''), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_onderwerp_lengte klantcontact.onderwerp'),
('KI-07', 'null', $$kc(1,'onderwerp',NULL), ac(1,'A1'), bb(1,'P1')$$, '23502 klantcontact.onderwerp'),
('KI-08', 'two zaken', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1'), zaak(1,'Z2')$$, '23514 klantcontact_een_onderwerp onderwerpobject'),
('KI-08', 'two klanttaken, stored and elsewhere', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_klanttaak','L1'),
    zaak(1,'T-1','onderwerpobjectidentificator_objecttype_code','100','onderwerpobjectidentificator_soort_object_id_code','102')$$,
    '23514 klantcontact_een_onderwerp onderwerpobject'),
('KI-08', 'two earlier klantcontacten', $$kc(1,'plaatsgevonden_op','2024-01-01'), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_klantcontact','K90'), oo(1,'onderwerp_was_klantcontact','K91')$$, '23514 klantcontact_een_onderwerp onderwerpobject'),
('KI-08', 'a zaak, a klanttaak, a klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1'), oo(1,'onderwerp_was_klanttaak','L1'),
    oo(1,'onderwerp_was_klantcontact','K90')$$, 'ok'),
('KI-08', 'a running zaak and two new ones', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1'),
    zaak(1,'Z2','ontstaan_uit_klantcontact','true'), zaak(1,'Z3','ontstaan_uit_klantcontact','true')$$, 'ok'),
('KI-08', 'other objects', $$kc(1), ac(1,'A1'), bb(1,'P1'), pand(1,'1'), pand(1,'2')$$, 'ok'),
('KI-08', 'a zaak each', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1'), kc(2), ac(2,'A1'), bb(2,'P1'), zaak(2,'Z1')$$, 'ok'),
('KI-11', 'two klanten', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,'P4')$$, 'ok'),
('KI-11', 'the same partij twice', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,'P1')$$, '23505 betrokkene_partij_eenmalig betrokkene'),
('KI-11', 'several not gekend', $$kc(1), ac(1,'A1'), bb(1), bb(1), it(1)$$, 'ok'),
('KI-12', 'kanaal not recorded', $$kc(1,'kanaal_code',NULL), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-12', 'any kanaal', $$kc(1,'kanaal_code','chatbot'), ac(1,'A3'), bb(1,'P1')$$, 'ok'),
('KI-12', 'no such kanaal', $$kc(1,'kanaal_code','rooksignaal'), ac(1,'A1'), bb(1,'P1')$$, '23503 klantcontact_kanaal_code_fkey klantcontact'),
('KI-12', 'kanaal not active', $$kc(1,'kanaal_code','fax'), ac(1,'A1'), bb(1,'P1')$$, '23514 code_is_actief klantcontact.kanaal_code'),
('KI-12', 'no such taal', $$kc(1,'taal_code','xxx'), ac(1,'A1'), bb(1,'P1')$$, '23503 klantcontact_taal_code_fkey klantcontact'),
('KI-14', 'an hour ago', $$kc(1,'plaatsgevonden_op',(now() - interval '1 hour')::text), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-14', 'tomorrow', $$kc(1,'plaatsgevonden_op',(now() + interval '1 day')::text), ac(1,'A1'), bb(1,'P1')$$,
    '23514 klantcontact_niet_gepland klantcontact.plaatsgevonden_op'),
('KI-14', 'ever', $$kc(1,'plaatsgevonden_op','infinity'), ac(1,'A1'), bb(1,'P1')$$,
    '23514 klantcontact_niet_gepland klantcontact.plaatsgevonden_op'),
('KI-14', 'never', $$kc(1,'plaatsgevonden_op','-infinity'), ac(1,'A1'), bb(1,'P1')$$,
    '23514 klantcontact_plaatsgevonden_op_eindig klantcontact.plaatsgevonden_op'),
('KI-14', 'null', $$kc(1,'plaatsgevonden_op',NULL), ac(1,'A1'), bb(1,'P1')$$, '23502 klantcontact.plaatsgevonden_op'),
('KI-24', 'not gekend, interne taak', $$kc(1), ac(1,'A1'), bb(1,NULL,'contactnaam_voornaam','Karel'), it(1)$$, 'ok'),
('KI-24', 'not gekend, zaak', $$kc(1), ac(1,'A1'), bb(1), zaak(1,'Z1')$$, 'ok'),
('KI-24', 'not gekend, zaak that arose', $$kc(1), ac(1,'A1'), bb(1), zaak(1,'Z1','ontstaan_uit_klantcontact','true')$$, 'ok'),
('KI-24', 'not gekend, klanttaak', $$kc(1), ac(1,'A1'), bb(1), oo(1,'onderwerp_was_klanttaak','L1')$$, 'ok'),
('KI-24', 'not gekend, other object only', $$kc(1), ac(1,'A1'), bb(1), pand(1,'1')$$, '23514 klantcontact_heeft_doel klantcontact'),
('KI-24', 'not gekend, nothing else', $$kc(1), ac(1,'A1'), bb(1)$$, '23514 klantcontact_heeft_doel klantcontact'),
('KI-24', 'the gemeente is no gekende partij', $$kc(1), ac(1,'A1'), bb(1,'P7'), bb(1)$$, '23514 klantcontact_heeft_doel klantcontact'),
('KI-25', 'not gekend, answer to an earlier klantcontact', $$kc(1), ac(1,'A1'), bb(1), oo(1,'onderwerp_was_klantcontact','K90')$$, 'ok'),
('KI-26', 'gekend and transferred', $$kc(1), ac(1,'A1'), ac(1,'A6'), bb(1,'P1')$$, 'ok'),
('KI-26', 'not gekend, transferred and answered', $$kc(1), ac(1,'A1'), ac(1,'A6'), bb(1)$$, '23514 klantcontact_heeft_doel klantcontact'),
('KI-30', 'a moment of registration of the client''s is not kept',
    $$kc(1,'geregistreerd_op','2020-01-01'), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-31', 'ja, and null for empty', $$kc(1,'vertrouwelijk','Ja','indicatie_contact_gelukt',NULL), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-31', 'null for empty', $$kc(1,'vertrouwelijk',NULL), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-32', 'nee', $$kc(1,'vertrouwelijk','nee'), ac(1,'A1'), bb(1,'P1')$$, '22P02'),
('KI-33', 'misschien', $$kc(1,'indicatie_contact_gelukt','misschien'), ac(1,'A1'), bb(1,'P1')$$, '22P02'),
('KI-34', 'taken', $$kc(1,'nummer','90'), ac(1,'A1'), bb(1,'P1')$$, '23505 klantcontact_nummer_key klantcontact'),
('KI-34', 'zero', $$kc(1,'nummer','0'), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-34', '10 digits', $$kc(1,'nummer','9999999999'), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-34', '11 digits', $$kc(1,'nummer','12345678901'), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_nummer_bereik klantcontact.nummer'),
('KI-34', 'negative', $$kc(1,'nummer','-1'), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_nummer_bereik klantcontact.nummer'),
('KI-34', 'null', $$kc(1,'nummer',NULL), ac(1,'A1'), bb(1,'P1')$$, '23502 klantcontact.nummer'),
('KI-34', 'interne taak, 11 digits', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1,'nummer','12345678901')$$,
    '23514 interne_taak_nummer_bereik interne_taak.nummer'),
('KI-39', 'text and two bijlagen', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1), bl(1,'bijlageidentificator_object_id','2')$$, 'ok'),
('KI-41', 'no register', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_register_code',NULL)$$,
    '23502 bijlage.bijlageidentificator_register_code'),
('KI-41', 'no object ID', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_object_id',NULL)$$,
    '23502 bijlage.bijlageidentificator_object_id'),
('KI-41', 'empty object ID', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_object_id','')$$,
    '23514 bijlage_bijlageidentificator_object_id_lengte bijlage.bijlageidentificator_object_id'),
('KI-41', 'no such objecttype', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_objecttype_code','999')$$,
    '23503 bijlage_objecttype_fkey bijlage'),
('KI-41', 'objecttype of another register', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_register_code','6')$$,
    '23503 bijlage_objecttype_fkey bijlage'),
('KI-41', 'ID of another objecttype', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_soort_object_id_code','12')$$,
    '23503 bijlage_soort_object_id_fkey bijlage'),
('KI-42', 'twice on a klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1), bl(1)$$, '23505 bijlage_eenmalig bijlage'),
('KI-42', 'on two klantcontacten', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1), kc(2), ac(2,'A1'), bb(2,'P1'), bl(2)$$, 'ok'),
('KI-43', '1000 characters', $$kc(1,'inhoud',repeat('é',1000)), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-43', '1001 characters', $$kc(1,'inhoud',repeat('é',1001)), ac(1,'A1'), bb(1,'P1')$$,
    '23514 klantcontact_inhoud_lengte klantcontact.inhoud'),
('KI-43', 'empty', $$kc(1,'inhoud',''), ac(1,'A1'), bb(1,'P1'), bl(1)$$, '23514 klantcontact_inhoud_lengte klantcontact.inhoud'),
('KI-43', 'todo and resultaat have no length', $$kc(1,'todo',repeat('x',5000),'resultaat',repeat('x',5000)), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-43', 'todo empty', $$kc(1,'todo',''), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_todo_lengte klantcontact.todo'),
('KI-44', 'no reference', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1)$$, '23514 onderwerpobject_een_object onderwerpobject'),
('KI-45', 'two references', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1','onderwerp_was_klantcontact','K90')$$,
    '23514 onderwerpobject_een_object onderwerpobject'),
('KI-45', 'klanttaak and klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_klanttaak','L1','onderwerp_was_klantcontact','K90')$$, '23514 onderwerpobject_een_object onderwerpobject'),
('KI-45', 'interne taak', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_interne_taak','T90')$$, 'ok'),
('KI-45', 'interne taak and its klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_interne_taak','T90','onderwerp_was_klantcontact','K90')$$, 'ok'),
('KI-45', 'interne taak and another klantcontact', $$kc(1,'plaatsgevonden_op','2024-01-01'), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_interne_taak','T90','onderwerp_was_klantcontact','K91')$$,
    '23514 onderwerpobject_taak_van_klantcontact onderwerpobject.onderwerp_was_klantcontact'),
('KI-45', 'interne taak and a zaak', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1','onderwerp_was_interne_taak','T90')$$,
    '23514 onderwerpobject_een_object onderwerpobject'),
('KI-45', 'no such interne taak', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_interne_taak','T5')$$,
    '23503 onderwerpobject_onderwerp_was_interne_taak_fkey onderwerpobject'),
('KI-45', 'no such klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_klantcontact','K5')$$,
    '23503 onderwerpobject_onderwerp_was_klantcontact_fkey onderwerpobject'),
('KI-45', 'part of an identificator', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1','onderwerpobjectidentificator_register_code',NULL)$$,
    '23514 onderwerpobject_identificator_volledig onderwerpobject'),
('KI-45', 'identificator without its object ID, and a klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'),
    zaak(1,NULL,'onderwerp_was_klantcontact','K90')$$, '23514 onderwerpobject_identificator_volledig onderwerpobject'),
('KI-46', 'about itself', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_klantcontact','K1')$$,
    '23514 onderwerpobject_eerder_klantcontact onderwerpobject.onderwerp_was_klantcontact'),
('KI-46', 'about a later one', $$kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_klantcontact','K91')$$,
    '23514 onderwerpobject_eerder_klantcontact onderwerpobject.onderwerp_was_klantcontact'),
('KI-46', 'at the same moment', $$kc(1,'plaatsgevonden_op','2023-02-01 10:00+01'), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_klantcontact','K90')$$, 'ok'),
('KI-48', 'a zaak that arose', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1','ontstaan_uit_klantcontact','true')$$, 'ok'),
('KI-48', 'a klantcontact does not arise', $$kc(1), ac(1,'A1'), bb(1,'P1'),
    oo(1,'onderwerp_was_klantcontact','K90','ontstaan_uit_klantcontact','true')$$,
    '23514 onderwerpobject_ontstaan_is_zaak onderwerpobject.ontstaan_uit_klantcontact'),
('KI-48', 'another object does not arise', $$kc(1), ac(1,'A1'), bb(1,'P1'), pand(1,'1','ontstaan_uit_klantcontact','true')$$,
    '23514 onderwerpobject_ontstaan_is_zaak onderwerpobject.ontstaan_uit_klantcontact'),
('KI-49', 'late actor', $$ac(90,'A6')$$, '23514 klantcontact_deel_tijdig actor_klantcontact'),
('KI-49', 'late betrokkene', $$bb(90,'P1')$$, '23514 klantcontact_deel_tijdig betrokkene'),
('KI-49', 'late bijlage', $$bl(90)$$, '23514 klantcontact_deel_tijdig bijlage'),
('KI-49', 'late subject', $$zaak(90,'Z1')$$, '23514 klantcontact_deel_tijdig onderwerpobject'),
('KI-49', 'late subject, other object', $$pand(90,'1')$$, '23514 klantcontact_deel_tijdig onderwerpobject'),
('KI-49', 'late part beside a new klantcontact', $$bl(90), kc(1), ac(1,'A1'), bb(1,'P1')$$, '23514 klantcontact_deel_tijdig bijlage'),
('KI-49', 'late interne taak', $$it(91)$$, 'ok'),
('KI-49', 'late zaak that arose', $$zaak(90,'Z1','ontstaan_uit_klantcontact','true')$$, 'ok'),
('KI-49', 'actor of no klantcontact', $$ac(5,'A1')$$, '23503 actor_klantcontact_klantcontact_id_fkey actor_klantcontact'),
('KI-49', 'betrokkene of no klantcontact', $$bb(5,'P1')$$, '23503 betrokkene_had_klantcontact_fkey betrokkene'),
('KI-49', 'bijlage of no klantcontact', $$bl(5)$$, '23503 bijlage_was_bijlage_van_klantcontact_fkey bijlage'),
('KI-49', 'subject of no klantcontact', $$zaak(5,'Z1')$$, '23503 onderwerpobject_was_onderwerp_van_klantcontact_fkey onderwerpobject'),
('KI-49', 'interne taak of no klantcontact', $$it(5)$$, '23503 interne_taak_aanleidinggevend_klantcontact_fkey interne_taak'),
('KI-49', 'betrokkene of null', $$bb(5,'P1','had_klantcontact',NULL)$$, '23502 betrokkene.had_klantcontact'),
('KI-49', 'betrokkene who is no partij', $$kc(1), ac(1,'A1'), bb(1,'P99')$$, '23503 betrokkene_was_partij_fkey betrokkene'),
('KI-105', 'betrokkene with a name too long', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voorletters','A.B.C.D.E.F.')$$,
    '23514 betrokkene_contactnaam_voorletters_lengte betrokkene.contactnaam_voorletters'),
('KI-101', 'land that is no more', $$kc(1), ac(1,'A1'), bb(1,'P1','bezoekadres_adresregel1','Dorp 1','bezoekadres_land_code','7030')$$,
    '23514 code_is_actief betrokkene.bezoekadres_land_code'),
('KI-101', 'land', $$kc(1), ac(1,'A1'), bb(1,'P1','bezoekadres_adresregel1','Dorp 1','bezoekadres_land_code','6030'), it(1)$$, 'ok');

SELECT plan(count(*)::integer) FROM geval;

-- One value where all routes agree, else the routes and their values.
CREATE FUNCTION pg_temp.uitkomsten(rijen text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r jsonb[];
    uit text;
BEGIN
    EXECUTE format('SELECT ARRAY[%s]', rijen) INTO r;
    SELECT CASE count(DISTINCT uitkomst) WHEN 1 THEN min(uitkomst) ELSE string_agg(route || ': ' || uitkomst, E'\n') END INTO uit
      FROM unnest('{insert,rows,select,copy,cte,cte immediate,block,option}'::text[]) route,
           LATERAL (SELECT uitkomst(opdrachten(r, route))) u (uitkomst);
    RETURN uit;
END
$$;

SELECT is(pg_temp.uitkomsten(rijen), wordt, format('%s %s: %s', ki, CASE wordt WHEN 'ok' THEN 'OK' ELSE 'NO' END, wat))
  FROM geval ORDER BY nr;

SELECT * FROM finish();
ROLLBACK;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
