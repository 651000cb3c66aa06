-- Every example of domain.md sections 3.6 to 3.8 that a database can judge: interne taak, klanttaak, actor, codes, identificators.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
\pset format unaligned
\pset tuples_only on
BEGIN;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
SET LOCAL search_path = tap, proef;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, ki text, wat text, opties text[], rijen text, daarna text,
    wordt text);
INSERT INTO geval (ki, wat, rijen, wordt) VALUES
('KI-85', 'of a klantcontact', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1)$$, 'ok'),
('KI-85', 'of none', $$it(1,'aanleidinggevend_klantcontact',NULL)$$, '23502 interne_taak.aanleidinggevend_klantcontact'),
('KI-85', 'of one that does not exist', $$it(1)$$, '23503 interne_taak_aanleidinggevend_klantcontact_fkey interne_taak'),
('KI-86', 'of nobody', $$it(92,'id','T1','toegewezen_aan_actor',NULL)$$, '23502 interne_taak.toegewezen_aan_actor'),
('KI-86', 'of an actor that does not exist', $$it(92,'id','T1','toegewezen_aan_actor','A99')$$, '23503 interne_taak_toegewezen_aan_actor_fkey interne_taak'),
('KI-05', 'of an actor that is not active', $$it(92,'id','T1','toegewezen_aan_actor','A9')$$, '23514 actor_is_actief interne_taak.toegewezen_aan_actor'),
('KI-88', 'te_verwerken', $$it(92,'id','T1','status','te_verwerken')$$, 'ok'),
('KI-88', 'vervallen', $$it(92,'id','T1','status','vervallen')$$, '23514 taakstatus_geldig taakstatus'),
('KI-88', 'afgedaan', $$it(92,'id','T1','status','afgedaan')$$, '23514 taakstatus_geldig taakstatus'),
('KI-88', 'in behandeling', $$it(92,'id','T1','status','in behandeling')$$, '23514 taakstatus_geldig taakstatus'),
('KI-88', 'null', $$it(92,'id','T1','status',NULL)$$, '23502 interne_taak.status'),
('KI-89', 'verwerkt when it was made', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1,'status','verwerkt','verwerkt_op',now()::text)$$, 'ok'),
('KI-89', 'verwerkt when it was made, and no more said', $$it(92,'id','T1','status','verwerkt')$$, 'ok'),
('KI-90', 'verwerkt at some moment', $$it(92,'id','T1','status','verwerkt','verwerkt_op','2024-01-15T09:17:20')$$, 'ok'),
('KI-90', 'assigned and verwerkt at the same moment', $$it(92,'id','T1','status','verwerkt','verwerkt_op','2024-01-15T09:17:20','toegewezen_op','2024-01-15T09:17:20')$$, 'ok'),
('KI-90', 'not verwerkt, with verwerkt_op', $$it(92,'id','T1','verwerkt_op','2024-01-15T09:17:20')$$, '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-90', 'verwerkt before it was assigned', $$it(92,'id','T1','status','verwerkt','verwerkt_op','2024-01-15T09:17:20','toegewezen_op','2024-01-15T09:17:21')$$,
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-90', 'verwerkt before the contact took place', $$it(92,'id','T1','status','verwerkt','verwerkt_op','2022-01-15T09:17:20')$$,
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-119', 'verwerkt tomorrow', $$it(92,'id','T1','status','verwerkt','verwerkt_op',(now() + interval '1 day')::text)$$,
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-119', 'verwerkt at infinity', $$it(92,'id','T1','status','verwerkt','verwerkt_op','infinity')$$, '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-119', 'verwerkt at -infinity', $$it(92,'id','T1','status','verwerkt','verwerkt_op','-infinity')$$, '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-94', 'three columns', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1,'id','T1')$$, 'ok'),
('KI-94', 'assigned when the contact took place', $$it(92,'id','T1','toegewezen_op','2023-05-01 10:00+02')$$, 'ok'),
('KI-94', 'assigned before the contact took place', $$it(92,'id','T1','toegewezen_op','2023-05-01 09:59:59+02')$$,
    '23514 interne_taak_toegewezen_op interne_taak.toegewezen_op'),
('KI-94', 'assigned at -infinity', $$it(92,'id','T1','toegewezen_op','-infinity')$$, '23514 interne_taak_toegewezen_op interne_taak.toegewezen_op'),
('KI-119', 'assigned tomorrow', $$it(92,'id','T1','toegewezen_op',(now() + interval '1 day')::text)$$,
    '23514 interne_taak_toegewezen_op interne_taak.toegewezen_op'),
('KI-119', 'assigned at infinity', $$it(92,'id','T1','toegewezen_op','infinity')$$, '23514 interne_taak_toegewezen_op interne_taak.toegewezen_op'),
('KI-96', 'two taken, one for a machine', $$kc(1), ac(1,'A1'), bb(1,'P1'), it(1), it(1,'id','T2','nummer','2','toegewezen_aan_actor','A3')$$, 'ok'),
('KI-34', 'nummer taken', $$it(92,'id','T1','nummer','90')$$, '23505 interne_taak_nummer_key interne_taak'),
('KI-97', 'klanttaak of a zaak', $$kt(2), kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerp_was_klanttaak','L2')$$, 'ok'),
('KI-97', 'klanttaak of nothing', $$kt(2,'zaakidentificator_object_id',NULL)$$, '23502 klanttaak.zaakidentificator_object_id'),
('KI-97', 'klanttaak of nothing at all', $$kt(2,'zaakidentificator_object_id',NULL,'zaakidentificator_register_code',NULL,
    'zaakidentificator_objecttype_code',NULL,'zaakidentificator_soort_object_id_code',NULL)$$, '23502 klanttaak.zaakidentificator_objecttype_code'),
('KI-97', 'klanttaak of a pand', $$kt(2,'zaakidentificator_register_code','3','zaakidentificator_objecttype_code','8',
    'zaakidentificator_soort_object_id_code','8')$$, '23514 klanttaak_zaak klanttaak.zaakidentificator_objecttype_code'),
('KI-97', 'klanttaak of a zaak in another register', $$kt(2,'zaakidentificator_register_code','7')$$, '23503 klanttaak_objecttype_fkey klanttaak'),
('KI-97', 'klanttaak of nobody known', $$kt(2,'partij','P99')$$, '23503 klanttaak_partij_fkey klanttaak'),
('KI-34', 'klanttaak with a nummer of 11 digits', $$kt(2,'nummer','12345678901')$$, '23514 klanttaak_nummer_bereik klanttaak.nummer'),
('KI-98', 'an objecttype of its own', $$code('soort_object','code','200','naam','Lantaarnpaal','extern_register','8'),
    code('soort_object_id','code','200','naam','Paalnummer','soort_object','200'),
    kc(1), ac(1,'A1'), bb(1,'P1'), oo(1,'onderwerpobjectidentificator_objecttype_code','200','onderwerpobjectidentificator_soort_object_id_code','200',
    'onderwerpobjectidentificator_object_id','1','onderwerpobjectidentificator_register_code','8')$$, 'ok'),
('KI-98', 'free text for an objecttype', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'Z1','onderwerpobjectidentificator_objecttype_code','Lantaarnpaal')$$,
    '23503 onderwerpobject_objecttype_fkey onderwerpobject'),
('KI-98', 'a second code of a name', $$code('kanaal','code','post','naam','Post')$$, '23505 kanaal_pkey kanaal'),
('KI-99', 'medewerker with a name only', $$actor(20,'medewerker')$$, 'ok'),
('KI-99', 'medewerker with all that it has', $$actor(20,'medewerker','functie','adviseur','e_mailadres','jan@vng.nl','telefoonnummer','0340-232221 bgg')$$, 'ok'),
('KI-99', 'medewerker with omschrijving', $$actor(20,'medewerker','omschrijving','x')$$, '23514 actor_soort actor.omschrijving'),
('KI-99', 'organisatorische eenheid with omschrijving only', $$actor(20,'organisatorische_eenheid','omschrijving','Vergunningen')$$, 'ok'),
('KI-99', 'organisatorische eenheid with functie', $$actor(20,'organisatorische_eenheid','functie','x')$$, '23514 actor_soort actor.functie'),
('KI-99', 'geautomatiseerde actor with functie and omschrijving', $$actor(20,'geautomatiseerde_actor','functie','scannen','omschrijving','x')$$, 'ok'),
('KI-99', 'geautomatiseerde actor with e_mailadres', $$actor(20,'geautomatiseerde_actor','e_mailadres','jan@vng.nl')$$, '23514 actor_soort actor.e_mailadres'),
('KI-99', 'geautomatiseerde actor with telefoonnummer', $$actor(20,'geautomatiseerde_actor','telefoonnummer','0340-232221')$$, '23514 actor_soort actor.telefoonnummer'),
('KI-99', 'e_mailadres that is none', $$actor(20,'medewerker','e_mailadres','jan@vng')$$, '23514 e_mailadres_geldig e_mailadres'),
('KI-99', 'soort null', $$actor(20,NULL)$$, '23502 actor.soort_actor'),
('KI-99', 'soort that is none', $$actor(20,'stagiair')$$, '23514 soort_actor_geldig soort_actor'),
('KI-98', 'identificator', $$actor(20,'medewerker','actoridentificator_objecttype_code','104','actoridentificator_soort_object_id_code','106',
    'actoridentificator_object_id','1','actoridentificator_register_code','101')$$, 'ok'),
('KI-98', 'part of an identificator', $$actor(20,'medewerker','actoridentificator_objecttype_code','104')$$, '23514 actor_identificator_volledig actor'),
('KI-100', 'used before it exists', $$kc(1), ac(1,'A20'), bb(1,'P1')$$, '23503 actor_klantcontact_actor_id_fkey actor_klantcontact'),
('KI-101', 'kanaal not active', $$kc(1,'kanaal_code','fax'), ac(1,'A1'), bb(1,'P1')$$, '23514 code_is_actief klantcontact.kanaal_code'),
('KI-101', 'land that is no more', $$p(20,'bezoekadres_land_code','7030','bezoekadres_adresregel1','x'), pi(20), pv(20)$$, '23514 code_is_actief partij.bezoekadres_land_code'),
('KI-101', 'land that is not yet', $$code('land','landcode','9999','landnaam','X','ingangsdatum_land','infinity'),
    p(20,'bezoekadres_land_code','9999','bezoekadres_adresregel1','x'), pi(20), pv(20)$$, '23514 code_is_actief partij.bezoekadres_land_code'),
('KI-101', 'land', $$p(20,'bezoekadres_land_code','6030','bezoekadres_adresregel1','x'), pi(20), pv(20)$$, 'ok'),
('KI-101', 'land of no table', $$p(20,'bezoekadres_land_code','NL','bezoekadres_adresregel1','x'), pi(20), pv(20)$$, '23503 partij_bezoekadres_land_code_fkey partij'),
('KI-103', 'nummeraanduiding', $$p(20,'bezoekadres_nummeraanduiding_id','0518200000637599'), pi(20), pv(20)$$, 'ok'),
('KI-103', 'lines', $$p(20,'correspondentieadres_adresregel1','x','correspondentieadres_adresregel2','y','correspondentieadres_adresregel3','z'), pi(20), pv(20)$$, 'ok'),
('KI-103', 'both', $$p(20,'bezoekadres_nummeraanduiding_id','0518200000637599','bezoekadres_adresregel1','x'), pi(20), pv(20)$$, 'ok'),
('KI-103', 'land only', $$p(20,'bezoekadres_land_code','6030'), pi(20), pv(20)$$, '23514 partij_bezoekadres_volledig partij'),
('KI-103', 'second line only', $$p(20,'correspondentieadres_adresregel2','x'), pi(20), pv(20)$$, '23514 partij_correspondentieadres_volledig partij'),
('KI-103', 'no second line', $$p(20,'bezoekadres_adresregel1','x','bezoekadres_adresregel3','x'), pi(20), pv(20)$$, '23514 partij_bezoekadres_volledig partij'),
('KI-103', 'nummeraanduiding and a second line', $$p(20,'bezoekadres_nummeraanduiding_id','0518200000637599','bezoekadres_adresregel2','x'), pi(20), pv(20)$$,
    '23514 partij_bezoekadres_volledig partij'),
('KI-103', 'land only, of a betrokkene', $$kc(1), ac(1,'A1'), bb(1,NULL,'correspondentieadres_land_code','6030'), it(1)$$,
    '23514 betrokkene_correspondentieadres_volledig betrokkene'),
('KI-103', 'second line only, of a betrokkene', $$kc(1), ac(1,'A1'), bb(1,NULL,'bezoekadres_adresregel2','x'), it(1)$$,
    '23514 betrokkene_bezoekadres_volledig betrokkene'),
('KI-106', 'BSN', $$p(20), nr(20,'bsn','296648875'), pv(20)$$, 'ok'),
('KI-106', 'BSN that fails the 11-test', $$p(20), nr(20,'bsn','123456789'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'BSN of the standard''s that fails it', $$p(20), nr(20,'bsn','999990231'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'BSN of zeros', $$p(20), nr(20,'bsn','000000000'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'RSIN that fails', $$p(20,'soort_partij','organisatie'), nr(20,'rsin','123443211'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'KVK-nummer', $$p(20,'soort_partij','organisatie'), nr(20,'kvk','12345678'), pv(20)$$, 'ok'),
('KI-106', 'KVK-nummer of 7 digits', $$p(20,'soort_partij','organisatie'), nr(20,'kvk','1234567'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'OIN', $$p(20,'soort_partij','organisatie'), nr(20,'oin','00000001123443210000'), pv(20)$$, 'ok'),
('KI-106', 'OIN of 19 digits', $$p(20,'soort_partij','organisatie'), nr(20,'oin','0000000112344321000'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-106', 'passport, whatever it looks like', $$p(20), nr(20,'paspoort','NP-1/ü'), pv(20)$$, 'ok'),
('KI-106', 'OIN of an actor', $$actor(20,'organisatorische_eenheid','actoridentificator_objecttype_code','106','actoridentificator_soort_object_id_code','101',
    'actoridentificator_object_id','1','actoridentificator_register_code','102')$$, '23514 identificator_geldig actor.actoridentificator_object_id'),
('KI-106', 'BSN as subject', $$kc(1), ac(1,'A1'), bb(1,'P1'), zaak(1,'123456789','onderwerpobjectidentificator_objecttype_code','1',
    'onderwerpobjectidentificator_soort_object_id_code','1','onderwerpobjectidentificator_register_code','1')$$,
    '23514 identificator_geldig onderwerpobject.onderwerpobjectidentificator_object_id'),
('KI-106', 'nummeraanduiding as bijlage', $$kc(1), ac(1,'A1'), bb(1,'P1'), bl(1,'bijlageidentificator_objecttype_code','7',
    'bijlageidentificator_soort_object_id_code','108','bijlageidentificator_register_code','3')$$, '23514 identificator_geldig bijlage.bijlageidentificator_object_id'),
('KI-113', 'full-width digits', $$p(20), nr(20,'bsn','１２３４５６７８２'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-113', 'a superscript', $$p(20), nr(20,'bsn','12345678²'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-113', 'blanks around it', $$p(20), nr(20,'bsn',' 296648875 '), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-113', 'a sign', $$p(20), nr(20,'bsn','+29664887'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_object_id'),
('KI-114', 'BSN of an organisatie', $$p(20,'soort_partij','organisatie'), nr(20,'bsn','296648875'), pv(20)$$,
    '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-114', 'BSN of an organisatie that says to be a persoon', $$p(20,'soort_partij','organisatie'), nr(20,'bsn','296648875','soort_partij','persoon'), pv(20)$$,
    '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-114', 'RSIN of a persoon', $$p(20), nr(20,'rsin','296648875'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-114', 'KVK-nummer of a persoon', $$p(20), nr(20,'kvk','12345678'), pv(20)$$, '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-114', 'KVK-nummer of a contactpersoon', $$nr(3,'kvk','12345678')$$, '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-115', 'vestiging under a KVK-nummer', $$pv(2,'wijziging'), nr(2,'kvk','12345678','id','I1'), nr(2,'vestiging','123456789878','sub_identificator_van','I1')$$, 'ok'),
('KI-115', 'vestiging under the KVK-nummer of another', $$nr(2,'kvk','12345678','id','I1'), p(20,'soort_partij','organisatie'), pv(2,'wijziging'), pv(20),
    nr(20,'vestiging','123456789878','sub_identificator_van','I1')$$, 'ok'),
('KI-115', 'two vestigingen', $$pv(2,'wijziging'), nr(2,'kvk','12345678','id','I1'), nr(2,'vestiging','123456789878','sub_identificator_van','I1'),
    nr(2,'vestiging','123456789879','sub_identificator_van','I1')$$, 'ok'),
('KI-115', 'vestiging under nothing', $$nr(2,'vestiging','123456789878')$$, '23514 identificator_geldig partij_identificator.sub_identificator_van'),
('KI-115', 'vestiging under what does not exist', $$nr(2,'vestiging','123456789878','sub_identificator_van','I9')$$,
    '23503 partij_identificator_sub_identificator_van_fkey partij_identificator'),
('KI-115', 'vestiging under itself', $$nr(2,'vestiging','123456789878','id','I1','sub_identificator_van','I1')$$,
    '23503 partij_identificator_sub_identificator_van_fkey partij_identificator'),
('KI-115', 'vestiging under an OIN', $$nr(2,'oin','00000001123443210000','id','I1'), nr(2,'vestiging','123456789878','sub_identificator_van','I1')$$,
    '23514 identificator_geldig partij_identificator.sub_identificator_van'),
('KI-115', 'OIN under a KVK-nummer', $$nr(2,'kvk','12345678','id','I1'), nr(2,'oin','00000001123443210000','sub_identificator_van','I1')$$,
    '23514 identificator_geldig partij_identificator.sub_identificator_van'),
('KI-115', 'free text under a KVK-nummer', $$nr(2,'kvk','12345678','id','I1'), pi(2,'sub_identificator_van','I1')$$,
    '23514 identificator_geldig partij_identificator.sub_identificator_van'),
('KI-115', 'the same vestiging twice', $$nr(2,'kvk','12345678','id','I1'), nr(2,'vestiging','123456789878','sub_identificator_van','I1'),
    nr(7,'vestiging','123456789878','sub_identificator_van','I1')$$, '23505 partij_identificator_eenmalig partij_identificator'),
('KI-115', 'the same vestigingsnummer under two KVK-nummers', $$pv(2,'wijziging'), pv(7,'wijziging'), nr(2,'kvk','12345678','id','I1'), nr(7,'kvk','12345679','id','I2'),
    nr(2,'vestiging','123456789878','sub_identificator_van','I1'), nr(2,'vestiging','123456789878','sub_identificator_van','I2')$$, 'ok'),
('KI-116', 'second BSN', $$nr(1,'bsn','296648875')$$, '23505 partij_identificator_een_per_soort partij_identificator'),
('KI-116', 'second RSIN', $$nr(2,'rsin','296648875')$$, '23505 partij_identificator_een_per_soort partij_identificator'),
('KI-116', 'second KVK-nummer', $$nr(2,'kvk','12345678'), nr(2,'kvk','12345679')$$, '23505 partij_identificator_een_per_soort partij_identificator'),
('KI-116', 'two passports', $$pv(1,'wijziging'), nr(1,'paspoort','A'), nr(1,'paspoort','B')$$, 'ok'),
('KI-116', 'one passport twice', $$nr(1,'paspoort','A'), nr(1,'paspoort','A')$$, '23505 partij_identificator_eenmalig partij_identificator'),
('KI-116', 'one passport of two personen', $$nr(1,'paspoort','A'), nr(4,'paspoort','A')$$, '23505 partij_identificator_eenmalig partij_identificator'),
('KI-116', 'one passport of a contactpersoon twice', $$nr(3,'paspoort','A'), nr(3,'paspoort','A')$$,
    '23505 partij_identificator_eenmalig_contactpersoon partij_identificator'),
('KI-116', 'one passport of a persoon and two contactpersonen', $$pv(1,'wijziging'), pv(3,'wijziging'), pv(8,'wijziging'), nr(1,'paspoort','A'),
    nr(3,'paspoort','A'), nr(8,'paspoort','A')$$, 'ok'),
('KI-117', 'as it was given', $$pv(1,'wijziging'), da('P1','adres','06-12345678')$$, 'ok'),
('KI-117', 'one number in two forms', $$da('P1','adres','0612345678'), da('P1','adres','0031612345678')$$, '23505 digitaal_adres_eenmalig digitaal_adres'),
('KI-117', 'one e-mail address in two forms', $$da('P1','soort_digitaal_adres_code','2','adres','Jan@VNG.nl'),
    da('P1','soort_digitaal_adres_code','2','adres','jan@vng.nl')$$, '23505 digitaal_adres_eenmalig digitaal_adres'),
('KI-117', 'one number of two soorten', $$pv(1,'wijziging'), da('P1'), da('P1','soort_digitaal_adres_code','6')$$, 'ok'),
('KI-117', 'one number of two partijen', $$pv(1,'wijziging'), pv(4,'wijziging'), da('P1'), da('P4')$$, 'ok'),
('KI-117', 'one name of Facebook in two forms', $$pv(1,'wijziging'), da('P1','soort_digitaal_adres_code','4','adres','Jan'),
    da('P1','soort_digitaal_adres_code','4','adres','jan')$$, 'ok'),
('KI-117', 'not a Dutch number', $$da('P1','adres','612345678')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-117', 'an 0800 number', $$da('P1','adres','0800123456')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-117', 'half a number', $$da('P1','adres','06-1234')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-117', 'with an extension', $$da('P1','adres','0340232221 bgg')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-118', 'e-mail address without a dot', $$da('P1','soort_digitaal_adres_code','2','adres','jan@vng')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-118', 'a phone number for an e-mail address', $$da('P1','soort_digitaal_adres_code','2')$$, '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-118', 'whatever, on Facebook', $$pv(1,'wijziging'), da('P1','soort_digitaal_adres_code','4','adres','@@@')$$, 'ok'),
('KI-119', 'verified just now', $$pv(1,'inzage','geverifieerd_op',now()::text)$$, 'ok'),
('KI-119', 'verified tomorrow', $$pv(1,'inzage','geverifieerd_op',(now() + interval '1 day')::text)$$,
    '23514 partij_verificatie_niet_gepland partij_verificatie.geverifieerd_op'),
('KI-119', 'verified at infinity', $$pv(1,'inzage','geverifieerd_op','infinity')$$, '23514 partij_verificatie_niet_gepland partij_verificatie.geverifieerd_op'),
('KI-119', 'verified at -infinity', $$pv(1,'inzage','geverifieerd_op','-infinity')$$,
    '23514 partij_verificatie_geverifieerd_op_eindig partij_verificatie.geverifieerd_op'),
('KI-119', 'verified at null', $$pv(1,'inzage','geverifieerd_op',NULL)$$, '23502 partij_verificatie.geverifieerd_op');

INSERT INTO geval (ki, wat, opties, rijen, wordt) VALUES
('KI-99', 'option, medewerker with a name only', '{actor_volledig.volledige_actor=on}', $$actor(20,'medewerker')$$, '23514 actor_volledig actor.functie'),
('KI-99', 'option, medewerker without e_mailadres', '{actor_volledig.volledige_actor=on}', $$actor(20,'medewerker','functie','x','telefoonnummer','1')$$,
    '23514 actor_volledig actor.e_mailadres'),
('KI-99', 'option, medewerker without telefoonnummer', '{actor_volledig.volledige_actor=on}', $$actor(20,'medewerker','functie','x','e_mailadres','a@b.nl')$$,
    '23514 actor_volledig actor.telefoonnummer'),
('KI-99', 'option, geautomatiseerde actor without functie', '{actor_volledig.volledige_actor=on}', $$actor(20,'geautomatiseerde_actor')$$, '23514 actor_volledig actor.functie'),
('KI-99', 'option, all that is asked', '{actor_volledig.volledige_actor=on}', $$actor(20,'medewerker','functie','x','e_mailadres','a@b.nl','telefoonnummer','1'),
    actor(21,'geautomatiseerde_actor','functie','x'), actor(22,'organisatorische_eenheid')$$, 'ok'),
('KI-106', 'option off', '{identificator_geldig.valideer_identificatie=off}', $$p(20), nr(20,'bsn','999990231'), pv(20)$$, 'ok'),
('KI-114', 'option off, BSN of an organisatie', '{identificator_geldig.valideer_identificatie=off}', $$nr(2,'bsn','296648875')$$,
    '23514 identificator_geldig partij_identificator.partij_identificator_soort_object_id_code'),
('KI-115', 'option off, vestiging under nothing', '{identificator_geldig.valideer_identificatie=off}', $$nr(2,'vestiging','1')$$,
    '23514 identificator_geldig partij_identificator.sub_identificator_van');

INSERT INTO geval (ki, wat, opties, rijen, daarna, wordt) VALUES
('KI-94', 'what is filled in', NULL, $$it(92,'id','T1','gevraagde_handeling','Lezen')$$, $s$DO $d$ BEGIN
    ASSERT (SELECT id IS NOT NULL AND nummer IS NOT NULL AND status = 'te_verwerken' AND verwerkt_op IS NULL
        AND toegewezen_op BETWEEN now() AND clock_timestamp() FROM ki.interne_taak WHERE id = T1); END $d$ $s$, 'ok'),
('KI-90', 'what is filled in', NULL, $$it(92,'id','T1','status','verwerkt')$$, $s$DO $d$ BEGIN
    ASSERT (SELECT verwerkt_op = toegewezen_op AND verwerkt_op BETWEEN now() AND clock_timestamp() FROM ki.interne_taak WHERE id = T1); END $d$ $s$, 'ok'),
('KI-14', 'a contact of a clock that runs ahead', '{klantcontact_niet_gepland.toekomst_tolerantie=2 hours}',
    $$kc(1,'plaatsgevonden_op',(now() + interval '1 hour')::text), ac(1,'A1'), bb(1,'P1'), it(1,'status','verwerkt')$$, $s$DO $d$ BEGIN
    ASSERT (SELECT toegewezen_op = now() + interval '1 hour' AND verwerkt_op = toegewezen_op FROM ki.interne_taak WHERE id = T1); END $d$ $s$, 'ok'),
('KI-87', 'given to another actor', NULL, NULL, 'UPDATE ki.interne_taak SET toegewezen_aan_actor = A1 WHERE id = T92',
    '23514 interne_taak_overgang interne_taak.toegewezen_aan_actor'),
('KI-87', 'rerouted', NULL, NULL, 'UPDATE ki.interne_taak SET status = ''verwerkt'', toelichting = ''Verkeerde afdeling'' WHERE id = T92;
    INSERT INTO ki.interne_taak (aanleidinggevend_klantcontact, toegewezen_aan_actor, gevraagde_handeling) VALUES (K92, A1, ''Terugbellen'')', 'ok'),
('KI-91', 'verwerkt', NULL, NULL, 'UPDATE ki.interne_taak SET status = ''verwerkt'' WHERE id = T92; DO $d$ BEGIN
    ASSERT (SELECT verwerkt_op BETWEEN now() AND clock_timestamp() FROM ki.interne_taak WHERE id = T92); END $d$', 'ok'),
('KI-91', 'and back', NULL, NULL, 'UPDATE ki.interne_taak SET status = ''verwerkt'' WHERE id = T92;
    UPDATE ki.interne_taak SET status = ''te_verwerken'', verwerkt_op = NULL WHERE id = T92', '23514 interne_taak_overgang interne_taak.status'),
('KI-91', 'verwerkt again', NULL, NULL, 'UPDATE ki.interne_taak SET status = ''verwerkt'' WHERE id = T92; UPDATE ki.interne_taak SET status = ''verwerkt'' WHERE id = T92', 'ok'),
('KI-90', 'verwerkt_op taken away', NULL, $$it(92,'id','T1','status','verwerkt')$$, 'UPDATE ki.interne_taak SET verwerkt_op = NULL WHERE id = T1',
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-90', 'verwerkt_op without the status', NULL, NULL, 'UPDATE ki.interne_taak SET verwerkt_op = now() WHERE id = T92',
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-90', 'verwerkt before it was assigned', NULL, NULL, 'UPDATE ki.interne_taak SET status = ''verwerkt'', verwerkt_op = ''2023-06-01'' WHERE id = T92',
    '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-90', 'assigned after it was done', NULL, $$it(92,'id','T1','status','verwerkt','verwerkt_op','2024-01-15T09:17:20')$$,
    'UPDATE ki.interne_taak SET toegewezen_op = ''2024-01-15T09:17:21'' WHERE id = T1', '23514 interne_taak_verwerkt_op interne_taak.verwerkt_op'),
('KI-94', 'assigned before the contact took place', NULL, NULL, 'UPDATE ki.interne_taak SET toegewezen_op = ''2022-01-01'' WHERE id = T92',
    '23514 interne_taak_toegewezen_op interne_taak.toegewezen_op'),
('KI-94', 'assigned at no moment', NULL, NULL, 'UPDATE ki.interne_taak SET toegewezen_op = NULL WHERE id = T92', '23502 interne_taak.toegewezen_op'),
('KI-121', 'taak to another klantcontact', NULL, NULL, 'UPDATE ki.interne_taak SET aanleidinggevend_klantcontact = K93 WHERE id = T92', '23001 interne_taak_onveranderlijk interne_taak'),
('KI-70', 'nummer of a taak', NULL, NULL, 'UPDATE ki.interne_taak SET nummer = 5 WHERE id = T92', '23001 interne_taak_onveranderlijk interne_taak'),
('KI-85', 'taak removed', NULL, NULL, 'DELETE FROM ki.interne_taak WHERE id = T92', '23001 interne_taak_onveranderlijk interne_taak'),
('KI-85', 'taak vertrouwelijk by itself', NULL, NULL, 'UPDATE ki.interne_taak SET vertrouwelijk = ''ja'' WHERE id = T92', '23001 interne_taak_onveranderlijk interne_taak'),
('KI-97', 'klanttaak verwerkt', NULL, NULL, 'UPDATE ki.klanttaak SET status = ''verwerkt'', partij = P1', 'ok'),
('KI-97', 'klanttaak of another zaak', NULL, NULL, 'UPDATE ki.klanttaak SET zaakidentificator_object_id = ''Z2''', '23001 klanttaak_onveranderlijk klanttaak'),
('KI-97', 'klanttaak removed', NULL, NULL, 'DELETE FROM ki.klanttaak', '23001 klanttaak_onveranderlijk klanttaak'),
('KI-100', 'actor deactivated and back', NULL, NULL, 'UPDATE ki.actor SET indicatie_actief = false WHERE id = A1; UPDATE ki.actor SET indicatie_actief = true WHERE id = A1', 'ok'),
('KI-100', 'actor without rows removed', NULL, NULL, 'DELETE FROM ki.actor WHERE id = A9', '23001 actor_onveranderlijk actor'),
('KI-100', 'actor of another soort', NULL, NULL, 'UPDATE ki.actor SET soort_actor = ''organisatorische_eenheid'' WHERE id = A1', '23001 actor_onveranderlijk actor'),
('KI-99', 'actor given what it has not', NULL, NULL, 'UPDATE ki.actor SET omschrijving = ''x'' WHERE id = A1', '23514 actor_soort actor.omschrijving'),
('KI-05', 'taak of an actor that is not active any more', NULL, NULL, 'UPDATE ki.actor SET indicatie_actief = false WHERE id = A2;
    UPDATE ki.interne_taak SET status = ''verwerkt'' WHERE id = T92', 'ok'),
('KI-101', 'kanaal closed, what has it stays', NULL, NULL, 'UPDATE ki.kanaal SET indicatie_actief = false WHERE code = ''telefoon''; DO $d$ BEGIN
    ASSERT (SELECT kanaal_code = ''telefoon'' FROM ki.klantcontact WHERE id = K90); END $d$', 'ok'),
('KI-101', 'taal closed, what has it changes', '{partij_is_geverifieerd.eis_verificatie=off}', NULL, 'UPDATE ki.partij SET voorkeurstaal = ''nld'' WHERE id = P1;
    UPDATE ki.taal SET indicatie_actief = false WHERE code = ''nld''; UPDATE ki.partij SET contactnaam_voornaam = ''x'' WHERE id = P1', 'ok'),
('KI-101', 'taal closed, and chosen', '{partij_is_geverifieerd.eis_verificatie=off}', NULL, 'UPDATE ki.taal SET indicatie_actief = false WHERE code = ''nld'';
    UPDATE ki.partij SET voorkeurstaal = ''nld'' WHERE id = P1', '23514 code_is_actief partij.voorkeurstaal'),
('KI-102', 'name corrected', NULL, NULL, 'UPDATE ki.kanaal SET naam = ''Brief'' WHERE code = ''post''', 'ok'),
('KI-102', 'land closed', NULL, NULL, 'UPDATE ki.land SET einddatum_land = current_date WHERE landcode = ''6030''', 'ok'),
('KI-102', 'every table of codes: code changed', NULL, NULL, $s$DO $d$
    DECLARE t text; k text; uit text;
    BEGIN
        FOR t, k IN VALUES ('kanaal', 'code'), ('taal', 'code'), ('soort_digitaal_adres', 'code'), ('land', 'landcode'), ('extern_register', 'code'),
                           ('soort_object', 'code'), ('soort_object_id', 'code') LOOP
            uit := proef.uitkomst(format('UPDATE ki.%I SET %I = ''xyz'' WHERE %2$I = (SELECT max(%2$I) FROM ki.%1$I)', t, k));
            IF uit <> format('23001 code_onveranderlijk %s.%s', t, k) THEN RAISE EXCEPTION '%: %', t, uit; END IF;
        END LOOP;
    END $d$ $s$, 'ok'),
('KI-102', 'code in use removed', NULL, NULL, 'DELETE FROM ki.kanaal WHERE code = ''telefoon''', '23503 klantcontact_kanaal_code_fkey klantcontact'),
('KI-102', 'every table of codes: emptied', NULL, NULL, $s$DO $d$
    DECLARE t text; uit text;
    BEGIN
        FOREACH t IN ARRAY '{kanaal,taal,soort_digitaal_adres,land,extern_register,soort_object,soort_object_id}'::text[] LOOP
            uit := proef.uitkomst(format('TRUNCATE ki.%I CASCADE', t));
            IF uit NOT LIKE '23001 %_onveranderlijk %' THEN RAISE EXCEPTION '%: %', t, uit; END IF;
        END LOOP;
    END $d$ $s$, 'ok'),
('KI-106', 'actor given a wrong number', NULL, $$actor(20,'organisatorische_eenheid','actoridentificator_objecttype_code','106',
    'actoridentificator_soort_object_id_code','101','actoridentificator_object_id','00000001123443210000','actoridentificator_register_code','102')$$,
    'UPDATE ki.actor SET actoridentificator_object_id = ''1'' WHERE id = A20', '23514 identificator_geldig actor.actoridentificator_object_id'),
('KI-117', 'changed into one that is there', '{partij_is_geverifieerd.eis_verificatie=off}', $$da('P1'), da('P1','id','D2','adres','0698765432')$$,
    'UPDATE ki.digitaal_adres SET adres = ''+31612345678'' WHERE id = D2', '23505 digitaal_adres_eenmalig digitaal_adres'),
('KI-117', 'stored as it was given', '{partij_is_geverifieerd.eis_verificatie=off}', $$da('P1','id','D1','adres','020 753 0523')$$,
    'DO $d$ BEGIN ASSERT (SELECT adres = ''020 753 0523'' FROM ki.digitaal_adres WHERE id = D1); END $d$', 'ok'),
('KI-118', 'of another soort', '{partij_is_geverifieerd.eis_verificatie=off}', $$da('P1','id','D1','soort_digitaal_adres_code','4','adres','@@@')$$,
    'UPDATE ki.digitaal_adres SET soort_digitaal_adres_code = ''2'' WHERE id = D1', '23514 digitaal_adres_geldig digitaal_adres.adres'),
('KI-118', 'of another soort that fits', '{partij_is_geverifieerd.eis_verificatie=off}', $$da('P1','id','D1')$$,
    'UPDATE ki.digitaal_adres SET soort_digitaal_adres_code = ''6'' WHERE id = D1', 'ok'),
('KI-54', 'digitaal adres changed without verification', NULL, NULL, 'INSERT INTO ki.digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij)
    VALUES (D1, ''1'', ''0612345678'', P1); DELETE FROM ki.digitaal_adres WHERE id = D1', '23514 partij_is_geverifieerd partij'),
('KI-122', 'numbers of a sequence', NULL, NULL, $s$DO $d$ BEGIN ASSERT (SELECT count(*) = 4 FROM information_schema.columns
    WHERE table_schema = 'ki' AND column_name = 'nummer' AND identity_generation = 'BY DEFAULT' AND identity_maximum = '9999999999'); END $d$ $s$, 'ok');

SELECT plan(count(*)::integer) FROM geval;
SELECT is(verlopen(opties, rijen, daarna), wordt, format('%s %s: %s', ki, CASE wordt WHEN 'ok' THEN 'OK' ELSE 'NO' END, wat))
  FROM geval ORDER BY nr;
SELECT * FROM finish();
ROLLBACK;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
