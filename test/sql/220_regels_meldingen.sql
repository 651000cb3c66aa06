-- Each message of the rules of domain.md sections 3.4 to 3.8, as a user meets it in psql.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
SET search_path = ki;
\set ECHO queries
\set ON_ERROR_ROLLBACK on

-- partij
INSERT INTO partij (nummer, soort_partij, naam) VALUES (20, 'persoon', 'Wereldwinkel');
INSERT INTO partij (nummer, soort_partij, is_gemeente) VALUES (20, 'persoon', 'ja');
INSERT INTO partij (nummer, soort_partij, contactnaam_voornaam) VALUES (20, 'organisatie', 'Jan');
INSERT INTO partij (nummer, soort_partij) VALUES (20, 'contactpersoon');
INSERT INTO partij (nummer, soort_partij, werkte_voor_partij) VALUES (20, 'persoon', proef.id('P2'));
INSERT INTO partij (nummer, soort_partij, contactnaam_voornaam, werkte_voor_partij) VALUES (20, 'contactpersoon', 'Jan', proef.id('P1'));
INSERT INTO partij (nummer, soort_partij, contactnaam_voornaam, werkte_voor_partij) VALUES (20, 'contactpersoon', 'Jan', proef.id('P20'));
INSERT INTO partij (nummer, soort_partij, indicatie_hergebruik, contactnaam_voornaam) VALUES (20, 'persoon', false, 'Jan');
INSERT INTO partij (nummer, soort_partij, bezoekadres_land_code) VALUES (20, 'persoon', '6030');
INSERT INTO partij (nummer, soort_partij, bezoekadres_adresregel1, bezoekadres_land_code) VALUES (20, 'persoon', 'Dam 1', '7030');
INSERT INTO partij (nummer, soort_partij, contactnaam_voorletters) VALUES (20, 'persoon', 'A.B.C.D.E.F.');
INSERT INTO partij (nummer, soort_partij, contactnaam_voorletters) VALUES (20, 'persoon', '');
INSERT INTO partij (nummer, soort_partij) VALUES (12345678901, 'persoon');
INSERT INTO partij (id, nummer, soort_partij) VALUES (proef.id('P20'), 20, 'persoon');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij) VALUES (proef.id('P20'), 20, 'persoon');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P20'), 'registratie', 'zelf', 'DigiD');
COMMIT;
BEGIN;
INSERT INTO partij (id, nummer, soort_partij, contactnaam_voornaam) VALUES (proef.id('P20'), 20, 'contactpersoon', 'Jan');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P20'), 'registratie', 'zelf', 'DigiD');
COMMIT;
UPDATE partij SET contactnaam_voornaam = 'Jan' WHERE nummer = 1;
UPDATE partij SET nummer = 20 WHERE nummer = 1;
DELETE FROM partij WHERE nummer = 1;

-- partij_identificator
INSERT INTO partij_identificator (identificeerde_partij) VALUES (proef.id('P1'));
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator, partij_identificator_object_id)
VALUES (proef.id('P1'), 'paspoort', '999990019');
\set pi 'INSERT INTO partij_identificator (identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code)'
:pi VALUES (proef.id('P4'), '1', '1', '999990231', '1');
:pi VALUES (proef.id('P2'), '1', '1', '296648875', '1');
:pi VALUES (proef.id('P2'), '4', '3', '123456789878', '5');
BEGIN;
INSERT INTO partij_identificator (id, identificeerde_partij, andere_partij_identificator) VALUES (proef.id('I1'), proef.id('P1'), 'x');
UPDATE partij_identificator SET andere_partij_identificator = 'y' WHERE id = proef.id('I1');
ROLLBACK;

-- partij_verificatie, vertegenwoordiging
INSERT INTO partij_verificatie (partij, handeling, grond, middel, geverifieerd_op) VALUES (proef.id('P1'), 'inzage', 'zelf', 'DigiD', 'infinity');
INSERT INTO partij_verificatie (partij, handeling, grond, middel, geverifieerd_op) VALUES (proef.id('P1'), 'inzage', 'zelf', 'DigiD', '-infinity');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P1'), 'inzage', 'onbekend', 'DigiD');
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES (proef.id('P1'), proef.id('P1'));

-- digitaal_adres
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres) VALUES ('1', '0612345678');
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('1', '612345678', proef.id('P1'));
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij, verstrekt_door_betrokkene)
VALUES ('1', '0612345678', proef.id('P4'), proef.id('B93'));
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES ('1', '0612345678', proef.id('B93'));
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('1', '0612345678', proef.id('P1'));
BEGIN;
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (proef.id('D1'), '1', '0612345678', proef.id('P1'));
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES (proef.id('D2'), '1', '06-12345678', proef.id('P1'));
UPDATE digitaal_adres SET verstrekt_door_partij = proef.id('P4') WHERE id = proef.id('D1');
UPDATE partij SET contactnaam_achternaam = NULL, indicatie_hergebruik = false WHERE nummer = 1;
ROLLBACK;

-- betrokkene
UPDATE betrokkene SET was_partij = proef.id('P4') WHERE id = proef.id('B93');
\set kc 'INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)'
\set bb 'INSERT INTO betrokkene (had_klantcontact, was_partij, rol, contactnaam_achternaam)'
BEGIN;
:kc VALUES (proef.id('K1'), 1, 'Afval', 'Vraag en antwoord', '2023-05-01 10:00+02');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K1'), proef.id('A1'));
:bb VALUES (proef.id('K1'), proef.id('P1'), 'klant', 'Jansen');
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO interne_taak (aanleidinggevend_klantcontact, toegewezen_aan_actor, gevraagde_handeling)
VALUES (proef.id('K1'), proef.id('A2'), 'Terugbellen');
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
:bb VALUES (proef.id('K1'), proef.id('P4'), 'klant', 'De Vries');
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
BEGIN;
SELECT klantinteracties.stel_regel_in('betrokkene_namen', 'streng_betrokkene_namen', 'on');
:kc VALUES (proef.id('K1'), 1, 'Afval', 'Vraag en antwoord', '2023-05-01 10:00+02');
:bb VALUES (proef.id('K1'), proef.id('P2'), 'klant', 'Jansen');
ROLLBACK;

-- interne_taak
\set it 'INSERT INTO interne_taak (aanleidinggevend_klantcontact, toegewezen_aan_actor, gevraagde_handeling, status, toegewezen_op, verwerkt_op)'
:it VALUES (proef.id('K92'), proef.id('A9'), 'Terugbellen', 'te_verwerken', NULL, NULL);
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'te_verwerken', '2022-01-01', NULL);
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'te_verwerken', 'infinity', NULL);
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'te_verwerken', NULL, '2024-01-01');
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'verwerkt', '2024-01-02', '2024-01-01');
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'verwerkt', NULL, 'infinity');
:it VALUES (proef.id('K92'), proef.id('A2'), 'Terugbellen', 'gedaan', NULL, NULL);
:it VALUES (proef.id('K1'), proef.id('A2'), 'Terugbellen', 'te_verwerken', NULL, NULL);
UPDATE interne_taak SET toegewezen_aan_actor = proef.id('A1') WHERE nummer = 90;
UPDATE interne_taak SET nummer = 91 WHERE nummer = 90;
BEGIN;
UPDATE interne_taak SET status = 'verwerkt' WHERE nummer = 90;
UPDATE interne_taak SET status = 'te_verwerken', verwerkt_op = NULL WHERE nummer = 90;
UPDATE interne_taak SET verwerkt_op = NULL WHERE nummer = 90;
ROLLBACK;

-- klanttaak, actor, codes
INSERT INTO klanttaak (gevraagde_handeling, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
    zaakidentificator_object_id, zaakidentificator_register_code) VALUES ('Betalen', '8', '8', '1', '3');
DELETE FROM klanttaak;
INSERT INTO actor (naam, soort_actor, e_mailadres) VALUES ('Scanstraat', 'geautomatiseerde_actor', 'scan@vng.nl');
INSERT INTO actor (naam, soort_actor, actoridentificator_object_id) VALUES ('Jan', 'medewerker', '1');
BEGIN;
SELECT klantinteracties.stel_regel_in('actor_volledig', 'volledige_actor', 'on');
INSERT INTO actor (naam, soort_actor) VALUES ('Jan', 'medewerker');
ROLLBACK;
DELETE FROM actor WHERE naam = 'Wil Vertrokken';
UPDATE kanaal SET code = 'brief' WHERE code = 'post';
INSERT INTO klantcontact (nummer, kanaal_code, onderwerp, plaatsgevonden_op) VALUES (1, 'fax', 'Afval', '2023-05-01');
TRUNCATE partij_identificator;

\set ECHO none
RESET search_path;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
