-- Every example of domain.md section 3.5 that a database can judge: the betrokkene, its contact data, and digitale adressen.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
-- P1 has a name, addresses and a phone number.  The routes other than one by one bring along a klantcontact of P1 without any.
BEGIN;
UPDATE ki.partij SET contactnaam_voornaam = 'Karel', contactnaam_achternaam = 'Janssen', bezoekadres_adresregel1 = 'Dam 1',
    correspondentieadres_nummeraanduiding_id = '0518200000637599' WHERE id = proef.id('P1');
INSERT INTO ki.digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES
    (proef.id('D1'), '1', '06-12345678', proef.id('P1')), (proef.id('D2'), '2', 'Jan.Janssen@VNG.nl', proef.id('P1')), (proef.id('D4'), '1', '020 753 0523', proef.id('P4'));
INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES
    (proef.id('P1'), 'wijziging', 'zelf', 'DigiD'), (proef.id('P4'), 'wijziging', 'zelf', 'DigiD');
COMMIT;

\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = tap, proef;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, ki text, wat text, opties text[], rijen text, daarna text,
    wordt text);
INSERT INTO geval (ki, wat, rijen, wordt) VALUES
('KI-72', 'vertegenwoordiger, as the only betrokkene', $$kc(1), ac(1,'A1'), bb(1,'P1','rol','vertegenwoordiger')$$, 'ok'),
('KI-72', 'rol belanghebbende', $$kc(1), ac(1,'A1'), bb(1,'P1','rol','belanghebbende')$$, '23514 klantcontactrol_geldig klantcontactrol'),
('KI-72', 'rol null', $$kc(1), ac(1,'A1'), bb(1,'P1','rol',NULL)$$, '23502 betrokkene.rol'),
('KI-72', 'of no klantcontact', $$bb(1,'P1','had_klantcontact',NULL)$$, '23502 betrokkene.had_klantcontact'),
('KI-73', 'not the initiator', $$kc(1), ac(1,'A1'), bb(1,'P1','initiator','false')$$, 'ok'),
('KI-73', 'initiator null', $$kc(1), ac(1,'A1'), bb(1,'P1','initiator',NULL)$$, '23502 betrokkene.initiator'),
('KI-74', 'no contact data', $$kc(1), ac(1,'A1'), bb(1,'P1')$$, 'ok'),
('KI-74', 'the phone number of the partij', $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1'), it(1)$$, '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the phone number of the partij, otherwise written',
    $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','+31 6 1234 5678'), it(1)$$, '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the e-mail address of the partij, otherwise written',
    $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','soort_digitaal_adres_code','2','adres','jan.janssen@vng.nl'), it(1)$$,
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the same number of another soort',
    $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','soort_digitaal_adres_code','3'), it(1)$$, 'ok'),
('KI-74', 'the phone number of somebody else', $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0207530523'), it(1)$$, 'ok'),
('KI-74', 'the name of the partij',
    $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Karel','contactnaam_achternaam','Janssen'), it(1)$$,
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the bezoekadres of the partij', $$kc(1), ac(1,'A1'), bb(1,'P1','bezoekadres_adresregel1','Dam 1'), it(1)$$,
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the correspondentieadres of the partij',
    $$kc(1), ac(1,'A1'), bb(1,'P1','correspondentieadres_nummeraanduiding_id','0518200000637599'), it(1)$$,
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the bezoekadres of the partij, for post', $$kc(1), ac(1,'A1'), bb(1,'P1','correspondentieadres_adresregel1','Dam 1'), it(1)$$, 'ok'),
('KI-74', 'the name of somebody else', $$kc(1), ac(1,'A1'), bb(1,'P4','contactnaam_voornaam','Karel','contactnaam_achternaam','Janssen'), it(1)$$, 'ok'),
('KI-74', 'deviating data of a partij without follow-up', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-74', 'deviating address of a partij without follow-up', $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0698765432')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-74', 'deviating data with an answer', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl','initiator','false'),
    oo(1,'onderwerp_was_klantcontact','K90')$$, 'ok'),
('KI-75', 'deviating data for a callback', $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1','contactnaam_voornaam','Carl'),
    da('B1','adres','0698765432'), it(1)$$, 'ok'),
('KI-75', 'deviating data for a zaak', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), zaak(1,'Z1')$$, 'ok'),
('KI-75', 'deviating data for a klanttaak', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), oo(1,'onderwerp_was_klanttaak','L1')$$, 'ok'),
('KI-75', 'deviating data for some other object', $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), pand(1,'1')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-75', 'copied to the partij', $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0698765432'), it(1),
    da('P1','adres','0698765432','omschrijving',NULL)$$, '23514 betrokkene_contactgegevens betrokkene'),
('KI-76', 'not gekend, with name and number for a callback', $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1','contactnaam_voornaam','Karel',
    'contactnaam_achternaam','Deurne'), da('B1'), it(1)$$, 'ok'),
('KI-76', 'not gekend, anonymous', $$kc(1), ac(1,'A1'), bb(1), it(1)$$, 'ok'),
('KI-76', 'not gekend, with a number and no follow-up', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,NULL,'id','B2'), da('B2')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-76', 'not gekend, with an organisation and no follow-up', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,NULL,'organisatienaam','Wereldwinkel')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-76', 'not gekend, with an address and no follow-up', $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,NULL,'correspondentieadres_adresregel1','Dam 1')$$,
    '23514 betrokkene_contactgegevens klantcontact'),
('KI-82', 'of a betrokkene', $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1'), it(1)$$, 'ok'),
('KI-82', 'of nobody', $$da(NULL)$$, '23514 digitaal_adres_eigenaar digitaal_adres'),
('KI-82', 'of a betrokkene and its partij', $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'),
    da('B1','verstrekt_door_partij','P1','adres','0698765432'), it(1)$$, 'ok'),
('KI-82', 'of a betrokkene and another partij', $$pv(4,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'),
    da('B1','verstrekt_door_partij','P4','adres','0698765432'), it(1)$$, '23514 digitaal_adres_eigenaar digitaal_adres.verstrekt_door_partij'),
('KI-82', 'of a betrokkene who is not gekend and a partij', $$pv(4,'wijziging'), kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'),
    da('B1','verstrekt_door_partij','P4','adres','0698765432'), it(1)$$, '23514 digitaal_adres_eigenaar digitaal_adres.verstrekt_door_partij'),
('KI-82', 'of a betrokkene that is none', $$da('B9')$$, '23503 digitaal_adres_verstrekt_door_betrokkene_fkey digitaal_adres'),
('KI-82', 'of a partij that is none', $$da('P99')$$, '23503 digitaal_adres_verstrekt_door_partij_fkey digitaal_adres'),
('KI-84', 'three e-mail addresses', $$pv(4,'wijziging'), da('P4','soort_digitaal_adres_code','2','adres','a@b.nl'),
    da('P4','soort_digitaal_adres_code','2','adres','b@b.nl'), da('P4','soort_digitaal_adres_code','2','adres','c@b.nl')$$, 'ok'),
('KI-84', 'a postbus', $$da('P4','soort_digitaal_adres_code','postbus','adres','Postbus 1')$$,
    '23503 digitaal_adres_soort_digitaal_adres_code_fkey digitaal_adres'),
('KI-49', 'an address for a klantcontact of before', $$da('B92')$$, '23514 klantcontact_deel_tijdig digitaal_adres');

INSERT INTO geval (ki, wat, opties, rijen, wordt) VALUES
('KI-74', 'option off, the name of the partij', '{betrokkene_contactgegevens.streng_contactgegevens=off}',
    $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Karel','contactnaam_achternaam','Janssen')$$, 'ok'),
('KI-74', 'option off, the number of the partij', '{betrokkene_contactgegevens.streng_contactgegevens=off}',
    $$kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1')$$, 'ok'),
('KI-76', 'option off, not gekend', '{betrokkene_contactgegevens.streng_contactgegevens=off}',
    $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,NULL,'contactnaam_voornaam','Karel')$$, '23514 betrokkene_contactgegevens klantcontact'),
('KI-78', 'option off', NULL, $$kc(1), ac(1,'A1'), bb(1,'P1','organisatienaam','Wereldwinkel'), it(1)$$, 'ok'),
('KI-78', 'known persoon with an organisatienaam', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P1','organisatienaam','Wereldwinkel'), it(1)$$, '23514 betrokkene_namen betrokkene'),
('KI-78', 'known persoon with another name', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), it(1)$$, 'ok'),
('KI-78', 'known organisatie with another name', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P2','organisatienaam','Bos'), it(1)$$, 'ok'),
('KI-78', 'known organisatie with a contactnaam', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,'P2','contactnaam_voornaam','Carl'), it(1)$$, '23514 betrokkene_namen betrokkene'),
('KI-78', 'unknown person of an organisation', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,NULL,'organisatienaam','Wereldwinkel','contactnaam_voornaam','Jan'), it(1)$$, 'ok'),
('KI-78', 'unknown person', '{betrokkene_namen.streng_betrokkene_namen=on}', $$kc(1), ac(1,'A1'), bb(1,NULL,'contactnaam_voornaam','Jan'), it(1)$$, 'ok'),
('KI-78', 'organisation without a person', '{betrokkene_namen.streng_betrokkene_namen=on}',
    $$kc(1), ac(1,'A1'), bb(1,NULL,'organisatienaam','Wereldwinkel'), it(1)$$, '23514 betrokkene_namen betrokkene'),
('KI-49', 'an address for a klantcontact of before, in the aanvulvenster', '{klantcontact_deel_tijdig.aanvulvenster=1 day}', $$da('B92')$$, 'ok'),
('KI-76', 'the same, without follow-up', '{klantcontact_deel_tijdig.aanvulvenster=1 day}', $$da('B93','adres','0698765432')$$,
    '23514 betrokkene_contactgegevens klantcontact');

INSERT INTO geval (ki, wat, opties, rijen, daarna, wordt) VALUES
('KI-79', 'coupled later', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B92', 'ok'),
('KI-79', 'coupled twice', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B92; UPDATE ki.betrokkene SET was_partij = P4 WHERE id = B92',
    '23001 betrokkene_onveranderlijk betrokkene'),
('KI-79', 'coupled to another', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P4 WHERE id = B93', '23001 betrokkene_onveranderlijk betrokkene'),
('KI-79', 'uncoupled', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = NULL WHERE id = B93', '23001 betrokkene_onveranderlijk betrokkene'),
('KI-79', 'coupled, and another rol', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P1, rol = ''vertegenwoordiger'' WHERE id = B92',
    '23001 betrokkene_onveranderlijk betrokkene'),
('KI-79', 'coupled to nobody', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P99 WHERE id = B92', '23503 betrokkene_was_partij_fkey betrokkene'),
('KI-11', 'coupled to one who is there already', NULL, $$kc(1), ac(1,'A1'), bb(1,'P1'), bb(1,NULL,'id','B1')$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1', '23505 betrokkene_partij_eenmalig betrokkene'),
('KI-01a', 'coupled to the gemeente', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P7 WHERE id = B92',
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-01a', 'coupled to one who worked for the gemeente', NULL, NULL, 'UPDATE ki.betrokkene SET was_partij = P8 WHERE id = B92',
    '23514 klantcontact_minstens_een_betrokkene klantcontact'),
('KI-74', 'coupled, and gave what the partij has by now', '{klantcontact_deel_tijdig.aanvulvenster=1 day}', $$da('B92')$$,
    'SET CONSTRAINTS ALL IMMEDIATE; UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B92', 'ok'),
('KI-74', 'coupled while it is registered, with the name of the partij', NULL,
    $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1','contactnaam_voornaam','Karel','contactnaam_achternaam','Janssen'), it(1)$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1', '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'coupled while it is registered, with the number of the partij', NULL,
    $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1'), it(1)$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1', '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'its number given to the partij after it was checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0698765432'), it(1)$$,
    'SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (''1'', ''06-98765432'', P1)',
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'an address of the partij made its number after it was checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0698765432'), it(1)$$,
    'SET CONSTRAINTS ALL IMMEDIATE; UPDATE ki.digitaal_adres SET adres = ''0698765432'' WHERE id = D1', '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'another number given to the partij after it was checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','adres','0698765432'), it(1)$$,
    'SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (''1'', ''0207530523'', P1)', 'ok'),
('KI-74', 'its name given to the partij after it was checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), it(1)$$,
    'SET CONSTRAINTS ALL IMMEDIATE; UPDATE ki.partij SET contactnaam_voornaam = ''Carl'', contactnaam_voorvoegsel_achternaam = NULL, contactnaam_achternaam = NULL WHERE id = P1',
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'another name given to the partij after it was checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','contactnaam_voornaam','Carl'), it(1)$$,
    'SET CONSTRAINTS ALL IMMEDIATE; UPDATE ki.partij SET contactnaam_voornaam = ''Carlo'' WHERE id = P1', 'ok'),
('KI-74', 'its number given to the partij after it was coupled and checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1','adres','0698765432'), it(1)$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1; SET CONSTRAINTS ALL IMMEDIATE;
     INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (''1'', ''06-98765432'', P1)',
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'its name given to the partij after it was coupled and checked', NULL,
    $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,NULL,'id','B1','contactnaam_voornaam','Carl'), it(1)$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1; SET CONSTRAINTS ALL IMMEDIATE;
     UPDATE ki.partij SET contactnaam_voornaam = ''Carl'', contactnaam_achternaam = NULL WHERE id = P1',
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'coupled while it is registered, and then by correction to one who has the number', NULL,
    $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1','adres','0207530523'), it(1)$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B1; SET CONSTRAINTS ALL IMMEDIATE;
     SELECT klantinteracties.corrigeer(''betrokkene'', B1, jsonb_build_object(''was_partij'', P4), ''verkeerde'', ''ki'')',
    '23514 betrokkene_contactgegevens betrokkene'),
('KI-74', 'the number of a betrokkene of before, coupled now, given to the partij', '{klantcontact_deel_tijdig.aanvulvenster=1 day}',
    $$pv(1,'wijziging'), da('B92','adres','0698765432')$$,
    'UPDATE ki.betrokkene SET was_partij = P1 WHERE id = B92; SET CONSTRAINTS ALL IMMEDIATE;
     INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (''1'', ''0698765432'', P1)', 'ok'),
('KI-74', 'the number of a betrokkene of before given to the partij', '{klantcontact_deel_tijdig.aanvulvenster=1 day}',
    $$pv(1,'wijziging'), it(93), da('B93','adres','0698765432')$$,
    'SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (''1'', ''0698765432'', P1)', 'ok'),
('KI-83', 'an address of its own', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET voorkeurs_digitaal_adres = D1 WHERE id = P1', 'ok'),
('KI-83', 'the address of another', NULL, $$pv(1,'wijziging')$$, 'UPDATE ki.partij SET voorkeurs_digitaal_adres = D4 WHERE id = P1',
    '23503 partij_voorkeurs_digitaal_adres_fkey partij'),
('KI-83', 'the address of a betrokkene', NULL, $$pv(1,'wijziging'), kc(1), ac(1,'A1'), bb(1,'P1','id','B1'), da('B1','id','D9','adres','0698765432'), it(1)$$,
    'UPDATE ki.partij SET voorkeurs_digitaal_adres = D9 WHERE id = P1', '23503 partij_voorkeurs_digitaal_adres_fkey partij'),
('KI-83', 'an address of its own that comes after it', NULL, NULL, 'INSERT INTO ki.partij (id, nummer, soort_partij, voorkeurs_digitaal_adres) VALUES (P20, 20, ''persoon'', D9);
    INSERT INTO ki.partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (P20, ''x'');
    INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (P20, ''registratie'', ''zelf'', ''DigiD'');
    INSERT INTO ki.digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (D9, ''1'', ''0698765432'', P20)', 'ok'),
('KI-83', 'an address that was removed', NULL, $$pv(1,'wijziging')$$,
    'UPDATE ki.partij SET voorkeurs_digitaal_adres = D1 WHERE id = P1;
     SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; DELETE FROM ki.digitaal_adres WHERE id = D1',
    '23503 partij_voorkeurs_digitaal_adres_fkey partij'),
('KI-54', 'a preference without verification', NULL, $$pi(1), pv(1,'hergebruik')$$, 'UPDATE ki.partij SET voorkeurs_digitaal_adres = D4 WHERE id = P4',
    '23514 partij_is_geverifieerd partij'),
('KI-82', 'to another partij', NULL, NULL, 'UPDATE ki.digitaal_adres SET verstrekt_door_partij = P4 WHERE id = D1', '23001 digitaal_adres_onveranderlijk digitaal_adres'),
('KI-82', 'from a partij to a betrokkene', NULL, NULL, 'UPDATE ki.digitaal_adres SET verstrekt_door_partij = NULL, verstrekt_door_betrokkene = B93 WHERE id = D1',
    '23001 digitaal_adres_onveranderlijk digitaal_adres'),
('KI-82', 'to a betrokkene as well', NULL, NULL, 'UPDATE ki.digitaal_adres SET verstrekt_door_betrokkene = B93 WHERE id = D1', '23001 digitaal_adres_onveranderlijk digitaal_adres'),
('KI-82', 'of a betrokkene, changed', NULL, $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1','id','D9'), it(1)$$,
    'UPDATE ki.digitaal_adres SET adres = ''0698765432'' WHERE id = D9', '23001 digitaal_adres_onveranderlijk digitaal_adres'),
('KI-82', 'of a betrokkene, removed', NULL, $$kc(1), ac(1,'A1'), bb(1,NULL,'id','B1'), da('B1','id','D9'), it(1)$$,
    'DELETE FROM ki.digitaal_adres WHERE id = D9', '23001 digitaal_adres_onveranderlijk digitaal_adres'),
('KI-121', 'betrokkene to another klantcontact', NULL, NULL, 'UPDATE ki.betrokkene SET had_klantcontact = K91 WHERE id = B92', '23001 betrokkene_onveranderlijk betrokkene'),
('KI-121', 'betrokkene removed', NULL, NULL, 'DELETE FROM ki.betrokkene WHERE id = B92', '23001 betrokkene_onveranderlijk betrokkene');

SELECT plan(count(*)::integer) FROM geval;
SELECT is(verlopen(opties, rijen, daarna), wordt, format('%s %s: %s', ki, CASE wordt WHEN 'ok' THEN 'OK' ELSE 'NO' END, wat))
  FROM geval ORDER BY nr;
SELECT * FROM finish();
ROLLBACK;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
