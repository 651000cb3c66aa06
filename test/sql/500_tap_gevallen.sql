-- The worked cases of domain.md section 6, and KI-69 and KI-123, each as it would happen: what is accepted is committed, and later steps
-- of a case are transactions of their own, because the rules tell "registered with it" from "later".
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
SET search_path = ki, proef, tap;

-- Like proef.uitkomst(), of rows and then statements, but what is accepted stays.
CREATE FUNCTION proef.doe(rijen text, daarna text DEFAULT '') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r jsonb[];
    staat text;
    regel text;
    tabel text;
BEGIN
    IF rijen <> '' THEN
        EXECUTE format('SELECT ARRAY[%s]', rijen) INTO r;
        EXECUTE opdrachten(r, 'insert');
    END IF;
    EXECUTE voluit(daarna);
    SET CONSTRAINTS ALL IMMEDIATE;
    RETURN 'ok';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS staat = RETURNED_SQLSTATE, regel = CONSTRAINT_NAME, tabel = TABLE_NAME;
    RETURN concat_ws(' ', staat, nullif(regel, ''), nullif(tabel, ''));
END
$$;
-- How many rows each table of the register has.
CREATE FUNCTION proef.aantallen() RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    t name;
    n bigint;
    alle jsonb := '{}';
BEGIN
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('SELECT count(*) FROM ki.%I', t) INTO n;
        alle := alle || jsonb_build_object(t, n);
    END LOOP;
    RETURN alle;
END
$$;
CREATE FUNCTION proef.richting(naam text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT richting FROM ki.klantcontact_overzicht WHERE klantcontact = proef.id(naam)
$$;
CREATE FUNCTION proef.keten(naam text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT kort(string_agg(coalesce(k.id::text, k.object_id), ' ' ORDER BY k.nr))
      FROM klantinteracties.contactketen(proef.id(naam), 'ki') WITH ORDINALITY
           k (soort, id, nummer, objecttype_code, object_id, omschrijving, moment, status, voorganger, nr)
$$;
CREATE FUNCTION proef.gegevens(naam text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(string_agg(concat_ws(' ', soort, soort_digitaal_adres_code, waarde, bron), ', '
        ORDER BY soort COLLATE "C", soort_digitaal_adres_code COLLATE "C", waarde COLLATE "C"), '')
      FROM klantinteracties.effectieve_contactgegevens(proef.id(naam), 'ki')
$$;
-- a document as bijlage; an object of register 8
CREATE FUNCTION proef.doc(n integer, document text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT proef.bl(n, 'bijlageidentificator_object_id', document)
$$;
CREATE FUNCTION proef.object(n integer, soort text, soort_id text, object text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT proef.bl(n, 'bijlageidentificator_objecttype_code', soort, 'bijlageidentificator_soort_object_id_code', soort_id,
        'bijlageidentificator_object_id', object, 'bijlageidentificator_register_code', '8')
$$;

-- The actoren and data that the cases add to the fixture: P1 has a phone number and prefers e-mail.
SELECT plan(129);
SELECT is(doe($$actor(4,'geautomatiseerde_actor'), actor(5,'organisatorische_eenheid'), actor(7,'medewerker'),
    actor(8,'geautomatiseerde_actor'), actor(10,'organisatorische_eenheid','naam','KCC'),
    pv(1,'wijziging'), da('P1','id','D1','adres','0698765432'),
    da('P1','id','D2','soort_digitaal_adres_code','2','adres','p.janssen@voorbeeld.nl'),
    code('soort_object','code','200','naam','Productaanvraag','extern_register','8'),
    code('soort_object_id','code','200','naam','Identificatie','soort_object','200')$$,
    'UPDATE ki.partij SET voorkeurs_digitaal_adres = D2 WHERE id = P1'), 'ok', 'fixture of the cases');
CREATE TEMPORARY TABLE voor AS SELECT aantallen() AS aantallen, to_jsonb(p) AS p1 FROM partij p WHERE p.id = id('P1');

-- The five cases of the specification itself: W-01, W-06, W-20, W-25 and the berichtenbox.
SELECT is(doe($$kc(100), ac(100,'A1'), bb(100)$$), '23514 klantcontact_heeft_doel klantcontact', 'W-01 anonymous call, answered directly, is refused');
SELECT is(aantallen(), (SELECT aantallen FROM voor), 'W-01 nothing is registered');

SELECT is(doe($$kc(600), ac(600,'A1'), bb(600,'P1','id','B600','contactnaam_voornaam','Carl'), da('B600'), it(600)$$), 'ok',
    'W-06 call back a gekende persoon, deviating data');
SELECT is(gegevens('B600'), 'contactnaam Carl betrokkene, digitaal_adres 1 0612345678 betrokkene, digitaal_adres 2 p.janssen@voorbeeld.nl partij',
    'W-06 the deviating data go first');
SELECT is(to_jsonb(p), p1, 'W-06 P1 is unchanged') FROM partij p, voor WHERE p.id = id('P1');
SELECT is(string_agg(adres, ' ' ORDER BY adres), '0698765432 p.janssen@voorbeeld.nl', 'W-06 so are its addresses')
  FROM digitaal_adres WHERE verstrekt_door_partij = id('P1');
SELECT is(doe($$kc(601), ac(601,'A1'), bb(601,'P1','id','B601'), da('B601','adres','06-98765432'), it(601)$$),
    '23514 betrokkene_contactgegevens betrokkene', 'W-06 the number that P1 has already is refused');

-- The case names the mail by its file name, which is longer than the 40 characters of an object ID.
SELECT is(doe($$kc(2000,'kanaal_code','e-mail','onderwerp','Aankondiging buurtfeest','inhoud',NULL), ac(2000,'A5'),
    bb(2000,NULL,'id','B2000','contactnaam_voornaam','Jan','contactnaam_achternaam','Janssen'),
    da('B2000','soort_digitaal_adres_code','2','adres','jan.janssen@VNG.nl'), doc(2000,'aankondiging-buurtfeest.eml'),
    doc(2000,'Flyer-buurtfeest.pdf'), doc(2000,'routebeschrijving.pdf'),
    it(2000,'gevraagde_handeling','Publiceren','toegewezen_aan_actor','A7')$$), 'ok', 'W-20 e-mail with attachments');
SELECT is(bijlagen, 3::bigint, 'W-20 three bijlagen') FROM klantcontact_overzicht WHERE klantcontact = id('K2000');
SELECT is(aantallen() -> 'partij', aantallen -> 'partij', 'W-20 no partij') FROM voor;
SELECT is(doe($$kc(2001,'inhoud',NULL), ac(2001,'A5'), bb(2001,NULL,'id','B2001'),
    da('B2001','soort_digitaal_adres_code','2','adres','jan.janssen@VNG.nl'), doc(2001,'Flyer-buurtfeest.pdf')$$),
    '23514 klantcontact_heeft_doel klantcontact', 'W-20 without interne taak it is refused');

SELECT is(doe($$kc(2500,'kanaal_code','e-formulier','inhoud',NULL), ac(2500,'A4'), bb(2500,'P1'), object(2500,'103','105','formulier-1'),
    doc(2500,'formulier-1.pdf'), zaak(2500,'ZAAK-25','ontstaan_uit_klantcontact','true')$$), 'ok', 'W-25 e-formulier that starts a zaak');
SELECT is(string_agg(concat_ws(' ', vorm, object_id), ', ' ORDER BY vorm COLLATE "C"),
    'informatieobject formulier-1.pdf, overig_object formulier-1', 'W-25 two representations of one content')
  FROM klantinteracties.inhoudsdelen(id('K2500'), 'ki');
SELECT is(keten('K2500'), 'K2500 ZAAK-25', 'W-25 the zaak is in the chain');
SELECT is(doe($$kc(2501,'kanaal_code','e-formulier','inhoud',NULL), ac(2501,'A4'), bb(2501,'P1'), object(2501,'103','105','formulier-2'),
    it(2501,'gevraagde_handeling','Zaak aanmaken')$$), 'ok', 'W-25 an interne taak instead, other software makes the zaak');

SELECT is(doe($$kc(1,'kanaal_code','berichtenbox','plaatsgevonden_op','2023-03-01 10:00+01'), ac(1,'A4'), bb(1,'P1','initiator','false'),
    doc(1,'brief.pdf')$$), 'ok', 'berichtenbox: a message that was offered');
SELECT is(richting('K1'), 'uitgaand', 'berichtenbox: richting');
SELECT is(doe($$kc(2,'kanaal_code','berichtenbox','plaatsgevonden_op',(now() + interval '1 day')::text), ac(2,'A4'),
    bb(2,'P1','initiator','false'), doc(2,'brief.pdf')$$), '23514 klantcontact_niet_gepland klantcontact',
    'berichtenbox: one that is to be offered tomorrow is refused');

-- Telephone and desk.
SELECT is(doe($$kc(200), ac(200,'A1'), bb(200,'P1')$$), 'ok', 'W-02 authenticated caller, answered directly');
SELECT is(verloop('{klantcontact_heeft_opvolging.eis_interne_taak_of_zaak=on}', $$kc(201), ac(201,'A1'), bb(201,'P1')$$, '', 'insert'),
    '23514 klantcontact_heeft_opvolging klantcontact', 'W-02 with eis_interne_taak_of_zaak it is refused');
SELECT is(verloop('{klantcontact_heeft_opvolging.eis_interne_taak_of_zaak=on}',
    $$kc(201), ac(201,'A1'), bb(201,'P1'), it(201,'status','verwerkt')$$, '', 'insert'), 'ok', 'W-02 with an interne taak that is verwerkt it is not');

SELECT is(doe($$kc(300,'onderwerp','Vraag over de vergunning voor een overkapping','inhoud','Vraag: mag dit? Doorverbonden.'),
    ac(300,'A1'), bb(300,'P1')$$), 'ok', 'W-03 gekende klant is put through');
SELECT is(doe('', $$SELECT klantinteracties.vul_inhoud_aan(K300, 'Antwoord: alleen meldingsplicht', 'ki')$$),
    '23001 klantcontact_onveranderlijk klantcontact', 'W-03 nothing is added without aanvulvenster');
SELECT klantinteracties.stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '1 day', 'ki') \g /dev/null
SELECT is(doe($$ac(300,'A6')$$, $$SELECT klantinteracties.vul_inhoud_aan(K300, 'Antwoord: alleen meldingsplicht', 'ki')$$), 'ok',
    'W-03 within it the colleague adds the answer');
SELECT is(inhoud, 'Vraag: mag dit? Doorverbonden. Antwoord: alleen meldingsplicht', 'W-03 one klantcontact has both')
  FROM klantcontact WHERE id = id('K300');
SELECT is(kort(actoren::text), '{A1,A6}', 'W-03 two actoren') FROM klantcontact_overzicht WHERE klantcontact = id('K300');
SELECT is(string_agg(oud ->> 'inhoud', '|'), 'Vraag: mag dit? Doorverbonden.', 'W-03 the mutatielog has the old text')
  FROM mutatielog WHERE rij_id = id('K300')::text;
SELECT is(doe('', $$UPDATE ki.klantcontact SET inhoud = 'Antwoord' WHERE id = K300$$), '23001 klantcontact_onveranderlijk klantcontact',
    'W-03 a plain UPDATE is refused');
SELECT klantinteracties.stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '0', 'ki') \g /dev/null

UPDATE voor SET aantallen = aantallen();
SELECT is(doe($$kc(400), ac(400,'A1'), ac(400,'A6'), bb(400)$$), '23514 klantcontact_heeft_doel klantcontact',
    'W-04 somebody not gekend, put through, is refused');
SELECT is(aantallen(), aantallen, 'W-04 nothing is registered') FROM voor;

SELECT is(doe($$kc(500), ac(500,'A1'), bb(500,NULL,'id','B500','contactnaam_voornaam','Karel','contactnaam_voorvoegsel_achternaam','van',
    'contactnaam_achternaam','Deurne'), da('B500'), it(500)$$), 'ok', 'W-05 call back somebody unknown');
SELECT is(aantallen() -> 'partij', aantallen -> 'partij', 'W-05 no partij') FROM voor;
SELECT ok(plaatsgevonden_op = '2023-03-01 10:00+01' AND klantcontact = id('K500'), 'W-05 A2 has it to do')
  FROM klantinteracties.open_taken(id('A2'), 'ki') WHERE interne_taak = id('T500');

SELECT is(doe($$p(700,'voorkeurstaal','nld','contactnaam_voornaam','Karel','contactnaam_voorvoegsel_achternaam','van',
    'contactnaam_achternaam','Deurne'), pv(700), da('P700')$$), '23514 partij_heeft_identificator partij', 'W-07 not without identificator');
SELECT is(doe($$p(700), nr(700,'bsn','296648875')$$), '23514 partij_is_geverifieerd partij', 'W-07 not without verification');
SELECT is(doe($$p(700,'voorkeurstaal','nld','contactnaam_voornaam','Karel','contactnaam_voorvoegsel_achternaam','van',
    'contactnaam_achternaam','Deurne'), nr(700,'bsn','296648875'), pv(700), da('P700'),
    kc(700), ac(700,'A1'), bb(700,'P700','id','B700'), da('B700','adres','0687654321'), it(700)$$), 'ok',
    'W-07 authenticated, not yet registered');
SELECT is(gegevens('B700'), 'contactnaam Karel van Deurne partij, digitaal_adres 1 0687654321 betrokkene', 'W-07 the one-off number goes first');

SELECT is(doe($$kc(800,'kanaal_code','balie'), ac(800,'A1'), bb(800,'P1','id','B800'), da('B800','id','D800'),
    it(800,'toegewezen_aan_actor','A7')$$), 'ok', 'W-08 desk visit, call back');
SELECT is(count(*), 0::bigint, 'W-08 another actor calls back')
  FROM interne_taak t JOIN actor_klantcontact a ON a.klantcontact_id = t.aanleidinggevend_klantcontact AND a.actor_id = t.toegewezen_aan_actor
 WHERE t.id = id('T800');
SELECT ok(bool_and((id = id('D1')) = (verstrekt_door_betrokkene IS NULL) AND (id = id('D800')) = (verstrekt_door_partij IS NULL))
    AND count(*) = 2, 'W-08 both numbers exist, of different owners') FROM digitaal_adres WHERE id IN (id('D1'), id('D800'));

SELECT is(doe($$kc(1000,'plaatsgevonden_op','2023-03-02 10:00+01'), ac(1000,'A6'), bb(1000,NULL,'initiator','false')$$),
    '23514 klantcontact_heeft_doel klantcontact', 'W-10 an answer that says not to what is refused');
SELECT is(doe($$kc(1000,'plaatsgevonden_op','2023-03-02 10:00+01'), ac(1000,'A6'), bb(1000,NULL,'id','B1000','initiator','false',
    'contactnaam_voornaam','Karel','contactnaam_voorvoegsel_achternaam','van','contactnaam_achternaam','Deurne'), da('B1000'),
    oo(1000,'onderwerp_was_interne_taak','T500','onderwerp_was_klantcontact','K500')$$,
    $$UPDATE ki.interne_taak SET status = 'verwerkt' WHERE id = T500$$), 'ok', 'W-10 the call back after W-05, betrokkene not gekend');
SELECT ok(verwerkt_op >= toegewezen_op, 'W-10 verwerkt_op is filled') FROM interne_taak WHERE id = id('T500');
SELECT is(richting('K1000'), 'uitgaand', 'W-10 richting');
SELECT is(keten('K500'), 'K500 T500 K1000', 'W-10 the chain');
SELECT is(count(*), 0::bigint, 'W-10 A2 has it to do no more') FROM klantinteracties.open_taken(id('A2'), 'ki') WHERE interne_taak = id('T500');

SELECT is(doe($$kc(1100), ac(1100,'A1'), bb(1100,NULL,'id','B1100'), da('B1100'), it(1100)$$), 'ok', 'W-11 question');
SELECT is(doe($$kc(1101,'plaatsgevonden_op','2023-03-02 10:00+01'), ac(1101,'A6'), bb(1101,NULL,'initiator','false'),
    oo(1101,'onderwerp_was_interne_taak','T1100','onderwerp_was_klantcontact','K1100'),
    zaak(1101,'ZAAK-2','ontstaan_uit_klantcontact','true')$$,
    $$UPDATE ki.interne_taak SET status = 'verwerkt' WHERE id = T1100$$), 'ok', 'W-11 the call back leads to a zaak');
SELECT is(keten('K1100'), 'K1100 T1100 K1101 ZAAK-2', 'W-11 the chain');
SELECT ok(to_jsonb(t)::text !~* 'zaak', 'W-11 the interne taak does not refer to it') FROM interne_taak t WHERE t.id = id('T1100');

SELECT is(doe($$kc(1300), ac(1300,'A1'), bb(1300,'P1'), it(1300)$$), 'ok', 'W-13 question');
SELECT is(doe($$kc(1301,'plaatsgevonden_op','2023-03-02 10:00+01'), ac(1301,'A6'), bb(1301,'P1','initiator','false'),
    oo(1301,'onderwerp_was_interne_taak','T1300','onderwerp_was_klantcontact','K1300'), zaak(1301,'ZAAK-3')$$,
    $$SELECT klantinteracties.markeer_verwerkt(T1300, register => 'ki')$$), 'ok', 'W-13 the call back about a running zaak');
SELECT is(status::text, 'verwerkt', 'W-13 the interne taak is verwerkt') FROM interne_taak WHERE id = id('T1300');
SELECT ok(NOT ontstaan_uit_klantcontact, 'W-13 the zaak did not arise from it')
  FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-3', register => 'ki');

SELECT is(doe($$p(1400), nr(1400,'bsn','100000009'), pv(1400), kc(1400,'inhoud',NULL), ac(1400,'A1'), bb(1400,'P1400'),
    object(1400,'200','200','aanvraag-1'), it(1400,'gevraagde_handeling','Zaak aanmaken')$$), 'ok', 'W-14 product request by phone');
SELECT is(doe($$object(1400,'200','200','aanvraag-2')$$), '23514 klantcontact_deel_tijdig bijlage', 'W-14 a bijlage later is refused');
SELECT is(verloop('{klantcontact_deel_tijdig.aanvulvenster=1 day}', $$object(1400,'200','200','aanvraag-2')$$, '', 'insert'), 'ok',
    'W-14 within the aanvulvenster it is not');

SELECT is(doe($$kc(1500,'kanaal_code','balie'), ac(1500,'A1'), bb(1500,'P1'), bb(1500,'P4')$$), 'ok', 'W-15 two klanten at the desk');
SELECT is(doe($$kc(1501,'kanaal_code','balie'), ac(1501,'A1'), bb(1501,'P1'), bb(1501,'P1')$$), '23505 betrokkene_partij_eenmalig betrokkene',
    'W-15 the same one twice is refused');

SELECT is(doe($$kc(1700,'kanaal_code','keukentafel'), ac(1700,'A1'), ac(1700,'A6'), bb(1700,'P1','initiator','false'),
    bb(1700,'P3','rol','vertegenwoordiger','initiator','false'), doc(1700,'formulier.pdf')$$), 'ok', 'W-17 keukentafelgesprek');
SELECT is(richting('K1700'), 'uitgaand', 'W-17 richting');
SELECT is(initiatiefnemer, 'gemeente', 'W-17 initiative of the gemeente') FROM klantcontact_overzicht WHERE klantcontact = id('K1700');

SELECT is(doe($$kc(1800,'kanaal_code','chatbot'), ac(1800,'A4'), bb(1800,'P1')$$), 'ok', 'W-18 chatbot');
SELECT is(doe($$kc(1801,'kanaal_code','chatbot'), ac(1801,'A4'), ac(1801,'A1'), bb(1801,'P1')$$), 'ok', 'W-18 handed over to an employee');
SELECT is(doe($$kc(1802,'kanaal_code','chatbot'), ac(1802,'A4'), bb(1802)$$), '23514 klantcontact_heeft_doel klantcontact',
    'W-18 anonymous and solved is refused');

SELECT is(doe($$kc(1900,'indicatie_contact_gelukt','','inhoud','Niet opgenomen'), ac(1900,'A1'), bb(1900,'P1','initiator','false'),
    zaak(1900,'ZAAK-4')$$), 'ok', 'W-19 outgoing call, not answered');
SELECT is(doe($$kc(1901,'indicatie_contact_gelukt','','inhoud',NULL), ac(1901,'A1'), bb(1901,'P1','initiator','false'),
    zaak(1901,'ZAAK-4')$$), '23514 klantcontact_heeft_inhoud klantcontact', 'W-19 without inhoud it is refused');

SELECT is(doe($$kc(4001,'onderwerp','Verzakte stoep'), ac(4001,'A1'), bb(4001,'P1'), zaak(4001,'MOR-1','ontstaan_uit_klantcontact','true'),
    kc(4002,'onderwerp','Overleg verbouwing woning'), ac(4002,'A1'), bb(4002,'P1'),
    it(4002,'gevraagde_handeling','Afspraak maken','toegewezen_aan_actor','A5')$$), 'ok', 'W-40 one call, two matters');
SELECT is(keten('K4001'), 'K4001 MOR-1', 'W-40 the first has a zaak only');
SELECT is(keten('K4002'), 'K4002 T4002', 'W-40 the second an interne taak only');

-- Written channels.
SELECT is(doe($$kc(2100,'kanaal_code','e-mail','onderwerp','Ophaalschema vuilnis','taal_code',NULL,'plaatsgevonden_op','2023-11-20 09:00+01'),
    ac(2100,'A8'), bb(2100,NULL,'id','B2100'), da('B2100','soort_digitaal_adres_code','2','adres','jan.janssen@VNG.nl',
    'omschrijving','Opgenomen naar aanleiding van een ontvangen e-mail'), doc(2100,'bijlage.pdf'),
    it(2100,'gevraagde_handeling','Lezen en bepalen benodigde actie','toegewezen_aan_actor','A10')$$), 'ok', 'W-21 imported e-mail');
SELECT is(doe('', 'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B2100'), 'ok', 'W-21 the partij is known later');
SELECT is(doe('', 'UPDATE ki.betrokkene SET was_partij = P4 WHERE id = B2100'), '23001 betrokkene_onveranderlijk betrokkene', 'W-21 once');

SELECT is(doe($$kc(2300,'kanaal_code','post','inhoud',NULL,'plaatsgevonden_op','2024-01-24 10:00:12+01'), ac(2300,'A3'),
    bb(2300,NULL,'correspondentieadres_adresregel1','Dennenstraat 35','correspondentieadres_adresregel2','3552RA Utrecht'),
    doc(2300,'brief.pdf'), it(2300)$$), 'ok', 'W-23 scanned letter');
SELECT is(doe($$kc(2301,'kanaal_code','post','inhoud',NULL), ac(2301,'A3'), bb(2301,'P1'), doc(2301,'brief.pdf')$$), 'ok',
    'W-23 of a partij, without interne taak');
SELECT is(doe($$kc(2302,'kanaal_code','post','inhoud',NULL), ac(2302,'A3'), bb(2302), doc(2302,'brief.pdf')$$),
    '23514 klantcontact_heeft_doel klantcontact', 'W-23 without either it is refused');

SELECT is(doe($$kc(2700,'kanaal_code','website','inhoud','Toelichting'), ac(2700,'A2'), bb(2700,'P1','id','B2700'),
    doc(2700,'Tekening-afgesloten-wegdeel.pdf'), zaak(2700,'ZAAK-27')$$), 'ok', 'W-27 document for a running zaak');
SELECT is(string_agg(vorm, ' ' ORDER BY vorm COLLATE "C"), 'informatieobject tekst', 'W-27 one bijlage, the explanation is inhoud')
  FROM klantinteracties.inhoudsdelen(id('K2700'), 'ki');
SELECT is(string_agg(waarde || ' ' || bron, ', '), 'p.janssen@voorbeeld.nl partij', 'W-27 the answer goes to what P1 prefers')
  FROM klantinteracties.effectieve_contactgegevens(id('B2700'), 'ki') WHERE voorkeur;

-- Interne taken, partij and correction.
SELECT is(doe($$kc(3100), ac(3100,'A1'), bb(3100,'P1'), it(3100,'gevraagde_handeling','Zaak aanmaken')$$), 'ok', 'W-31 a zaak is asked for');
SELECT is(doe($$kc(3101,'plaatsgevonden_op','2023-03-02 10:00+01'), ac(3101,'A6'), bb(3101,'P1','initiator','false'),
    oo(3101,'onderwerp_was_klantcontact','K3100')$$, $$SELECT klantinteracties.markeer_verwerkt(T3100, register => 'ki')$$), 'ok',
    'W-31 the answer');
SELECT is(status::text, 'verwerkt', 'W-31 the interne taak is verwerkt') FROM interne_taak WHERE id = id('T3100');
SELECT is(doe($$zaak(3100,'ZAAK-5','ontstaan_uit_klantcontact','true')$$), 'ok', 'W-31 the zaak that arose is added later');
SELECT is(doe($$zaak(3100,'ZAAK-6')$$), '23514 klantcontact_deel_tijdig onderwerpobject', 'W-31 another zaak is not');

SELECT is(doe($$p(3200,'indicatie_hergebruik','false'), nr(3200,'bsn','200000007'), pv(3200), kc(3200), ac(3200,'A1'),
    bb(3200,'P3200','id','B3200'), da('B3200'), it(3200)$$), 'ok', 'W-32 no consent for reuse');
SELECT is(gegevens('B3200'), 'digitaal_adres 1 0612345678 betrokkene', 'W-32 the one-off number is used');
SELECT is(doe($$kc(3201), ac(3201,'A1'), bb(3201,'P3200','id','B3201')$$), 'ok', 'W-32 a later klantcontact');
SELECT is(gegevens('B3201'), '', 'W-32 has nothing to reuse');
SELECT is(doe($$pv(3200,'wijziging'), da('P3200')$$), '23514 partij_zonder_hergebruik digitaal_adres', 'W-32 nor can it be given contact data');

UPDATE voor SET aantallen = aantallen();
SELECT is(doe($$kc(3300), ac(3300,'A1'), bb(3300)$$), '23514 klantcontact_heeft_doel klantcontact', 'W-33 not authenticated, no follow-up');
SELECT is(aantallen(), aantallen, 'W-33 nothing is registered') FROM voor;
SELECT is(doe($$kc(3301), ac(3301,'A1'), bb(3301,NULL,'id','B3301','contactnaam_voornaam','Karel'), da('B3301'), it(3301)$$), 'ok',
    'W-33 not authenticated, follow-up');
SELECT is(aantallen() -> 'partij', aantallen -> 'partij', 'W-33 no partij') FROM voor;
SELECT is(doe($$p(3302,'indicatie_hergebruik','false'), nr(3302,'bsn','300000005'), pv(3302), kc(3302), ac(3302,'A1'), bb(3302,'P3302')$$),
    'ok', 'W-33 authenticated, no consent');
SELECT is(doe($$p(3303,'indicatie_hergebruik','true','contactnaam_voornaam','Karel'), nr(3303,'bsn','400000003'), pv(3303), da('P3303'),
    kc(3303), ac(3303,'A1'), bb(3303,'P3303','id','B3303')$$), 'ok', 'W-33 authenticated, consent');
SELECT is(gegevens('B3303'), 'contactnaam Karel partij, digitaal_adres 1 0612345678 partij', 'W-33 what is known is used');

SELECT is(doe($$kc(3400,'inhoud','Verslag'), ac(3400,'A1'), bb(3400,'P1')$$), 'ok', 'W-34 report');
SELECT is(doe('', $$SELECT klantinteracties.corrigeer('klantcontact', K3400, '{"inhoud": "Ander verslag"}', '', 'ki')$$), '22023',
    'W-34 a correction without reason is refused');
SELECT is(doe('', $$SELECT klantinteracties.corrigeer('klantcontact', K3400, '{"inhoud": "Ander verslag"}', 'klant betwist het verslag', 'ki')$$),
    'ok', 'W-34 with a reason it is not');
SELECT is(string_agg(concat_ws(' ', versie, rij ->> 'inhoud', reden), ', ' ORDER BY versie), '1 Verslag klant betwist het verslag, 2 Ander verslag',
    'W-34 two versions') FROM klantinteracties.versiehistorie('klantcontact', id('K3400'), 'ki');
SELECT ok(bool_and((vervallen_op IS NULL) = (versie = 2)) AND max(vervallen_op) = max(geregistreerd_op),
    'W-34 the second begins where the first ended') FROM klantinteracties.versiehistorie('klantcontact', id('K3400'), 'ki');

SELECT is(doe($$p(3504,'nummer','267890','soort_partij','organisatie','naam','Graafmachine Verhuur v.o.f.'), pi(3504), pv(3504),
    p(3505,'nummer','569842','soort_partij','organisatie','naam','Lokale Zaalvoetbalvereniging'), pi(3505), pv(3505),
    p(3501,'nummer','813272','contactnaam_voornaam','Henk','contactnaam_achternaam','de Bruin'), nr(3501,'bsn','123456782'), pv(3501),
    p(3502,'nummer','918286','soort_partij','contactpersoon','contactnaam_voornaam','Henk','werkte_voor_partij','P3504'), pv(3502),
    p(3503,'nummer','127735','soort_partij','contactpersoon','contactnaam_voornaam','Henk','werkte_voor_partij','P3505'), pv(3503)$$), 'ok',
    'W-35 Henk de Bruin three times');
SELECT is(doe($$p(3506), nr(3506,'bsn','123456782'), pv(3506)$$), '23505 partij_identificator_eenmalig partij_identificator',
    'W-35 a second persoon with his BSN is refused');

-- KI-69, KI-123: what becomes of a betrokkene who agrees to reuse, and of a partij that is to be forgotten.
SELECT is(doe($$kc(6900), ac(6900,'A1'), bb(6900,NULL,'id','B6901','contactnaam_voornaam','Jan','contactnaam_achternaam','de Vries'), da('B6901','adres','0612340001'),
    bb(6900,NULL,'id','B6902','contactnaam_voornaam','Jo','organisatienaam','Wereldwinkel'),
    bb(6900,NULL,'id','B6903','rol','vertegenwoordiger','contactnaam_voornaam','Kim'), it(6900)$$), 'ok', 'KI-69 three who are not gekend');
CREATE FUNCTION proef.maak(naam text, extra jsonb) RETURNS text LANGUAGE sql AS $$
    SELECT doe('', format($q$SELECT klantinteracties.maak_partij_van_betrokkene(%L, %L, 'ki')$q$, proef.id(naam),
        '{"indicatieHergebruik": true, "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "DigiD"}}' || jsonb_build_object('nummer', right(naam, 4)::int) || extra))
$$;
SELECT is(maak('B6901', '{"indicatieHergebruik": false, "partijIdentificatoren": [{"anderePartijIdentificator": "paspoort 1"}]}'), '22023',
    'KI-69 without agreement to reuse no partij is made of one');
SELECT is(maak('B6901', '{"partijIdentificatoren": [{"anderePartijIdentificator": "paspoort 1"}]}'), 'ok', 'KI-69 a klant with a name');
SELECT is(maak('B6902', '{"partijIdentificatoren": [{"anderePartijIdentificator": "winkel"}]}'), 'ok', 'KI-69 one with an organisatienaam');
SELECT is(maak('B6903', jsonb_build_object('werkteVoorPartij', (SELECT was_partij FROM betrokkene WHERE id = id('B6902')))), 'ok', 'KI-69 a vertegenwoordiger with a name');
SELECT is(string_agg(concat_ws(' ', soort_partij, p.naam, p.contactnaam_voornaam, p.contactnaam_achternaam, d.adres), ', ' ORDER BY soort_partij COLLATE "C"),
    'contactpersoon Kim, organisatie Wereldwinkel, persoon Jan de Vries 0612340001', 'KI-69 each is of its soort, with what it gave')
  FROM betrokkene b JOIN partij p ON p.id = b.was_partij LEFT JOIN digitaal_adres d ON d.verstrekt_door_partij = p.id WHERE had_klantcontact = id('K6900');

SELECT is(doe($$p(12300,'contactnaam_voornaam','Onbekend'), nr(12300,'bsn','500000001','id','I12300'), pv(12300), da('P12300'),
    p(12301,'soort_partij','organisatie','naam','Bos'), nr(12301,'kvk','87654321','id','I12301'), pv(12301),
    p(12302,'soort_partij','organisatie','naam','Bos'), nr(12302,'vestiging','123456789879','sub_identificator_van','I12301'), pv(12302),
    p(12303,'contactnaam_voornaam','Karel'), pi(12303), pv(12303), da('P12303'), kc(12303), ac(12303,'A1'), bb(12303,'P12303','id','B12303')$$), 'ok',
    'KI-123 four partijen, one with a vestiging under its KVK-nummer, one a betrokkene');
SELECT is(doe('', format('DELETE FROM ki.partij WHERE id = %s', p)), '23001 partij_onveranderlijk partij', 'KI-123 none is removed: ' || p) FROM unnest('{P12300,P12301,P12303}'::text[]) p;
SELECT is(doe('', 'SELECT klantinteracties.vergeet_partij(P12300, false, ''AVG'', ''ki'')'), 'ok', 'KI-123 whom nothing refers to is forgotten');
SELECT is_empty($$SELECT FROM partij WHERE id = id('P12300')$$, 'KI-123 it is gone');
SELECT is(string_agg(DISTINCT tabel, ',' ORDER BY tabel), 'partij', 'KI-123 one with the vestiging of another under it stays, and is named')
  FROM klantinteracties.vergeet_partij(id('P12301'), false, 'AVG', 'ki') WHERE actie = 'behouden';
SELECT is(doe('', 'SELECT klantinteracties.vergeet_partij(P12303, false, ''AVG'', ''ki'')'), 'ok', 'KI-123 so does a betrokkene');
SELECT is(concat_ws(' ', kort(b.was_partij::text), p.contactnaam_voornaam, (SELECT count(*) FROM digitaal_adres WHERE verstrekt_door_partij = p.id)), 'P12303 0',
    'KI-123 but without its contact data') FROM betrokkene b JOIN partij p ON p.id = b.was_partij WHERE b.id = id('B12303');
SELECT is((SELECT count(*)::int FROM partij_identificator WHERE identificeerde_partij IN (id('P12301'), id('P12302'))), 2, 'KI-123 nothing was orphaned');

SELECT is(doe($$kc(3700), ac(3700,'A1'), bb(3700,'P1','id','B3700')$$), 'ok', 'W-37 a klantcontact');
SELECT is(gegevens('B3700'), 'contactnaam Janssen partij, digitaal_adres 1 0698765432 partij, digitaal_adres 2 p.janssen@voorbeeld.nl partij',
    'W-37 the data of an active partij');
SELECT is(doe('', $$SELECT klantinteracties.deactiveer_actor(A1, 'ki'), klantinteracties.deactiveer_code('kanaal', 'telefoon', 'ki'),
    klantinteracties.deactiveer_partij(P1, 'ki')$$), 'ok', 'W-37 actor, kanaal and partij are deactivated');
SELECT is(concat_ws(' ', kanaal_code, kort(actoren::text), kort(partijen::text)), 'telefoon {A1} {P1}', 'W-37 the old klantcontact stays readable')
  FROM klantcontact_overzicht WHERE klantcontact = id('K3700');
SELECT is(doe($$kc(3701,'kanaal_code','balie'), ac(3701,'A1'), bb(3701,'P4')$$), '23514 actor_is_actief actor_klantcontact', 'W-37 the actor is refused');
SELECT is(doe($$kc(3701), ac(3701,'A6'), bb(3701,'P4')$$), '23514 code_is_actief klantcontact', 'W-37 so is the kanaal');
SELECT is(gegevens('B3700'), '', 'W-37 nor are the data of the partij used');

SELECT is(doe($$nr(2,'kvk','12345678','id','I3801'), nr(2,'vestiging','123456789878','sub_identificator_van','I3801'), pv(2,'wijziging')$$),
    'ok', 'W-38 organisatie with KVK-nummer and vestigingsnummer');
SELECT is(doe($$nr(5,'vestiging','123456789879'), pv(5,'wijziging')$$), '23514 identificator_geldig partij_identificator',
    'W-38 a vestigingsnummer without parent is refused');

SELECT * FROM finish();
RESET search_path;
DROP SCHEMA tap CASCADE;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
