-- controleer_register(): a sound register gives no row; one violation of every kind, planted behind the triggers' back, is
-- found once under the name that its trigger raises.
SELECT klantinteracties.maak_register('ki_controle');
SET search_path = ki_controle;

INSERT INTO land (landcode, landnaam) VALUES ('6030', 'Nederland');
INSERT INTO actor (id, naam, soort_actor, functie, e_mailadres, telefoonnummer, actoridentificator_objecttype_code,
                   actoridentificator_soort_object_id_code, actoridentificator_object_id, actoridentificator_register_code) VALUES
    ('a0000000-0000-7000-8000-000000000001', 'Nicole van Dijk', 'medewerker', 'KCC', 'n@dijk.nl', '14 0123', '104', '106', 'NvD', '101');
INSERT INTO actor (id, naam, soort_actor, omschrijving) VALUES
    ('a0000000-0000-7000-8000-000000000002', 'Vergunningen', 'organisatorische_eenheid', 'Afdeling');
INSERT INTO actor (id, naam, soort_actor, functie) VALUES
    ('a0000000-0000-7000-8000-000000000003', 'Scanstraat', 'geautomatiseerde_actor', 'post');

-- Partij 1 is a persoon, 2 an organisatie, 3 who worked for it, 4 the gemeente, 5 agrees to no reuse.
BEGIN;
INSERT INTO partij (id, nummer, soort_partij, contactnaam_voornaam, bezoekadres_adresregel1, bezoekadres_adresregel2,
                    bezoekadres_land_code, correspondentieadres_nummeraanduiding_id, voorkeurstaal, interne_notitie) VALUES
    ('b0000000-0000-7000-8000-000000000001', 1, 'persoon', 'Piet', 'Dorpsstraat 1', 'bus 2', '6030', '0518200000637599', 'nld', 'x');
INSERT INTO partij (id, nummer, soort_partij, naam) VALUES
    ('b0000000-0000-7000-8000-000000000002', 2, 'organisatie', 'Wereldwinkel');
INSERT INTO partij (id, nummer, soort_partij, contactnaam_achternaam, werkte_voor_partij) VALUES
    ('b0000000-0000-7000-8000-000000000003', 3, 'contactpersoon', 'Jansen', 'b0000000-0000-7000-8000-000000000002');
INSERT INTO partij (id, nummer, soort_partij, naam, is_gemeente) VALUES
    ('b0000000-0000-7000-8000-000000000004', 4, 'organisatie', 'Gemeente', 'ja');
INSERT INTO partij (id, nummer, soort_partij, indicatie_hergebruik) VALUES
    ('b0000000-0000-7000-8000-000000000005', 5, 'persoon', false);
INSERT INTO partij_verificatie (id, partij, handeling, grond, middel)
    SELECT ('e' || substr(id::text, 2))::uuid, id, 'registratie', 'zelf', 'DigiD' FROM partij;
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code,
        partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code) VALUES
    ('1d000000-0000-7000-8000-000000000001', 'b0000000-0000-7000-8000-000000000001', '1', '1', '999990019', '1'),
    ('1d000000-0000-7000-8000-000000000002', 'b0000000-0000-7000-8000-000000000002', '2', '100', '12345678', '5');
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code,
        partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code,
        sub_identificator_van) VALUES
    ('1d000000-0000-7000-8000-000000000003', 'b0000000-0000-7000-8000-000000000002', '4', '3', '000012345678', '5',
     '1d000000-0000-7000-8000-000000000002');
INSERT INTO partij_identificator (id, identificeerde_partij, andere_partij_identificator) VALUES
    ('1d000000-0000-7000-8000-000000000004', 'b0000000-0000-7000-8000-000000000004', 'de gemeente'),
    ('1d000000-0000-7000-8000-000000000005', 'b0000000-0000-7000-8000-000000000005', 'vaste klant');
INSERT INTO vertegenwoordiging (id, vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES
    ('f0000000-0000-7000-8000-000000000001', 'b0000000-0000-7000-8000-000000000003', 'b0000000-0000-7000-8000-000000000001');
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, omschrijving, verstrekt_door_partij) VALUES
    ('da000000-0000-7000-8000-000000000001', '1', '06-12345678', 'mobiel', 'b0000000-0000-7000-8000-000000000001'),
    ('da000000-0000-7000-8000-000000000002', '2', 'piet@example.nl', NULL, 'b0000000-0000-7000-8000-000000000001');
UPDATE partij SET voorkeurs_digitaal_adres = 'da000000-0000-7000-8000-000000000001' WHERE nummer = 1;
COMMIT;

-- Klantcontact 1 is of partij 1; 2 of somebody who is not gekend, with an interne taak; 3 answers it; 4 has a bijlage, a zaak and a
-- klanttaak, and is of partij 3 and the gemeente; 5 is vertrouwelijk.
BEGIN;
INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, taal_code, vertrouwelijk, plaatsgevonden_op, todo, resultaat) VALUES
    ('c0000000-0000-7000-8000-000000000001', 1, 'telefoon', 'Afval', 'Vraag en antwoord', 'nld', '', '2023-03-01 10:00+01', 'x', 'y'),
    ('c0000000-0000-7000-8000-000000000002', 2, 'balie', 'Paspoort', 'Vraag', NULL, '', '2023-03-02 10:00+01', NULL, NULL),
    ('c0000000-0000-7000-8000-000000000003', 3, 'e-mail', 'Paspoort', 'Antwoord', NULL, '', '2023-03-03 10:00+01', NULL, NULL),
    ('c0000000-0000-7000-8000-000000000004', 4, NULL, 'Vergunning', NULL, NULL, '', '2023-03-04 10:00+01', NULL, NULL),
    ('c0000000-0000-7000-8000-000000000005', 5, 'telefoon', 'Schulden', 'Gesprek', NULL, 'ja', '2023-03-05 10:00+01', NULL, NULL);
INSERT INTO actor_klantcontact (id, klantcontact_id, actor_id)
    SELECT ('ac' || substr(id::text, 3))::uuid, id, 'a0000000-0000-7000-8000-000000000001' FROM klantcontact;
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol) VALUES
    ('bb000000-0000-7000-8000-000000000001', 'c0000000-0000-7000-8000-000000000001', 'b0000000-0000-7000-8000-000000000001', 'klant'),
    ('bb000000-0000-7000-8000-000000000004', 'c0000000-0000-7000-8000-000000000004', 'b0000000-0000-7000-8000-000000000003', 'klant'),
    ('bb000000-0000-7000-8000-000000000014', 'c0000000-0000-7000-8000-000000000004', 'b0000000-0000-7000-8000-000000000004', 'klant'),
    ('bb000000-0000-7000-8000-000000000005', 'c0000000-0000-7000-8000-000000000005', 'b0000000-0000-7000-8000-000000000001', 'klant');
INSERT INTO betrokkene (id, had_klantcontact, rol, organisatienaam, contactnaam_voornaam, bezoekadres_adresregel1, bezoekadres_land_code) VALUES
    ('bb000000-0000-7000-8000-000000000002', 'c0000000-0000-7000-8000-000000000002', 'klant', 'Winkel', 'Karel', 'Straat 1', '6030');
INSERT INTO betrokkene (id, had_klantcontact, rol, correspondentieadres_nummeraanduiding_id, correspondentieadres_land_code) VALUES
    ('bb000000-0000-7000-8000-000000000003', 'c0000000-0000-7000-8000-000000000003', 'klant', '0518200000637599', '6030');
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES
    ('da000000-0000-7000-8000-000000000003', '1', '0612345679', 'bb000000-0000-7000-8000-000000000002');
INSERT INTO partij_verificatie (partij, handeling, grond, middel)
    VALUES ('b0000000-0000-7000-8000-000000000003', 'wijziging', 'zelf', 'DigiD');
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, verstrekt_door_partij) VALUES
    ('da000000-0000-7000-8000-000000000004', '3', '0612345670', 'bb000000-0000-7000-8000-000000000004', 'b0000000-0000-7000-8000-000000000003');
INSERT INTO interne_taak (id, nummer, aanleidinggevend_klantcontact, toegewezen_aan_actor, gevraagde_handeling, toelichting, status) VALUES
    ('70000000-0000-7000-8000-000000000001', 1, 'c0000000-0000-7000-8000-000000000002', 'a0000000-0000-7000-8000-000000000002', 'Mailen', 'x', 'te_verwerken'),
    ('70000000-0000-7000-8000-000000000002', 2, 'c0000000-0000-7000-8000-000000000004', 'a0000000-0000-7000-8000-000000000003', 'Scannen', NULL, 'verwerkt');
INSERT INTO klanttaak (id, nummer, gevraagde_handeling, toelichting, partij, zaakidentificator_objecttype_code,
        zaakidentificator_soort_object_id_code, zaakidentificator_object_id, zaakidentificator_register_code) VALUES
    ('71000000-0000-7000-8000-000000000001', 1, 'Foto sturen', 'x', 'b0000000-0000-7000-8000-000000000001', '12', '12', 'ZAAK-1', '6');
INSERT INTO bijlage (id, was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
        bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code) VALUES
    ('b1000000-0000-7000-8000-000000000001', 'c0000000-0000-7000-8000-000000000004', '3', '4', 'DOC-1', '7');
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES
    ('00000000-0000-7000-8000-000000000001', 'c0000000-0000-7000-8000-000000000003', '70000000-0000-7000-8000-000000000001');
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerp_was_klanttaak) VALUES
    ('00000000-0000-7000-8000-000000000002', 'c0000000-0000-7000-8000-000000000004', '71000000-0000-7000-8000-000000000001');
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
        onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
        onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact) VALUES
    ('00000000-0000-7000-8000-000000000003', 'c0000000-0000-7000-8000-000000000004', '12', '12', 'ZAAK-1', '6', false),
    ('00000000-0000-7000-8000-000000000004', 'c0000000-0000-7000-8000-000000000004', '12', '12', 'ZAAK-2', '6', true),
    ('00000000-0000-7000-8000-000000000005', 'c0000000-0000-7000-8000-000000000001', '3', '4', 'DOC-9', '7', false);
COMMIT;

SELECT * FROM klantinteracties.controleer_register();

-- What the triggers accept must be sound: KI-90 also holds when it is toegewezen_op that changes.
UPDATE interne_taak SET toegewezen_op = verwerkt_op + interval '1 second' WHERE nummer = 2;

-- What is found when something is planted with the triggers off; then it is undone.
CREATE FUNCTION pg_temp.plant(opdracht text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    gevonden text;
BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    EXECUTE opdracht;
    SELECT string_agg(format('%s %s %s: %s', regel, tabel, id, melding), E'\n' ORDER BY regel, tabel, id, melding) INTO gevonden
      FROM klantinteracties.controleer_register();
    RAISE EXCEPTION USING ERRCODE = 'KI000', MESSAGE = coalesce(gevonden, '');
EXCEPTION WHEN SQLSTATE 'KI000' THEN
    RETURN SQLERRM;
END
$$;
CREATE FUNCTION pg_temp.id(soort text, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (rpad(soort, 8, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;

CREATE TEMPORARY TABLE overtreding (nr integer GENERATED ALWAYS AS IDENTITY, regel text, opdracht text);
INSERT INTO overtreding (regel, opdracht) VALUES
    -- klantcontact and its parts
    ('klantcontact_nummer_bereik', $$UPDATE klantcontact SET nummer = -1 WHERE nummer = 1$$),
    ('klantcontact_nummer_bereik', $$UPDATE klantcontact SET nummer = 10000000000 WHERE nummer = 1$$),
    ('klantcontact_plaatsgevonden_op_eindig',
     $$UPDATE klantcontact SET plaatsgevonden_op = '-infinity' WHERE nummer = 1;
       UPDATE betrokkene SET plaatsgevonden_op = '-infinity' WHERE had_klantcontact = pg_temp.id('c', 1);
       UPDATE onderwerpobject SET plaatsgevonden_op = '-infinity' WHERE was_onderwerp_van_klantcontact = pg_temp.id('c', 1)$$),
    ('klantcontact_niet_gepland',
     $$UPDATE klantcontact SET plaatsgevonden_op = '2100-01-01' WHERE nummer = 5;
       UPDATE betrokkene SET plaatsgevonden_op = '2100-01-01' WHERE had_klantcontact = pg_temp.id('c', 5)$$),
    ('klantcontact_niet_gepland', $$UPDATE klantcontact SET geregistreerd_op = '2023-03-05 09:59:59+01' WHERE nummer = 5$$),
    ('klantcontact_minstens_een_betrokkene',
     $$DELETE FROM digitaal_adres WHERE verstrekt_door_betrokkene = pg_temp.id('bb', 2); DELETE FROM betrokkene WHERE id = pg_temp.id('bb', 2)$$),
    ('klantcontact_minstens_een_betrokkene',        -- only the gemeente is left
     $$UPDATE digitaal_adres SET verstrekt_door_betrokkene = NULL WHERE id = pg_temp.id('da', 4);
       DELETE FROM betrokkene WHERE id = pg_temp.id('bb', 4)$$),
    ('klantcontact_minstens_een_betrokkene',        -- and who worked for it
     $$UPDATE partij SET werkte_voor_partij = pg_temp.id('b', 4) WHERE nummer = 3$$),
    ('klantcontact_minstens_een_actor', $$DELETE FROM actor_klantcontact WHERE klantcontact_id = pg_temp.id('c', 1)$$),
    ('klantcontact_heeft_inhoud', $$UPDATE klantcontact SET inhoud = NULL WHERE nummer = 1$$),
    ('klantcontact_heeft_inhoud', $$DELETE FROM bijlage$$),
    ('klantcontact_heeft_doel', $$UPDATE betrokkene SET was_partij = NULL WHERE id = pg_temp.id('bb', 1)$$),
    ('klantcontact_heeft_doel',                     -- only the gemeente is gekend
     $$UPDATE betrokkene SET was_partij = pg_temp.id('b', 4) WHERE id = pg_temp.id('bb', 1);
       INSERT INTO betrokkene (id, had_klantcontact, rol, plaatsgevonden_op, kanaal_code, vertrouwelijk, geregistreerd_op, geregistreerd_door)
       SELECT pg_temp.id('bb', 9), id, 'klant', plaatsgevonden_op, kanaal_code, vertrouwelijk, now(), 'x' FROM klantcontact WHERE nummer = 1$$),
    ('betrokkene_contactgegevens', $$UPDATE betrokkene SET contactnaam_voornaam = 'Carl' WHERE id = pg_temp.id('bb', 1)$$),
    ('betrokkene_contactgegevens', $$UPDATE betrokkene SET contactnaam_achternaam = 'Jansen' WHERE id = pg_temp.id('bb', 4)$$),
    ('betrokkene_contactgegevens', $$INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, vertrouwelijk, geregistreerd_op, geregistreerd_door)
      VALUES (pg_temp.id('da', 9), '3', '+31 6 1234 5670', pg_temp.id('bb', 4), '', now(), 'x')$$),
    ('betrokkene_contactgegevens',
     $$UPDATE digitaal_adres SET verstrekt_door_partij = NULL, verstrekt_door_betrokkene = pg_temp.id('bb', 1) WHERE id = pg_temp.id('da', 2)$$),
    ('klantcontact_een_onderwerp',                  -- a second zaak; the one that arose does not count
     $$INSERT INTO onderwerpobject SELECT pg_temp.id('00', 9), was_onderwerp_van_klantcontact, NULL, NULL, NULL, '12', '12', 'ZAAK-3', '6',
              false, plaatsgevonden_op, kanaal_code, vertrouwelijk, now(), 'x' FROM onderwerpobject WHERE id = pg_temp.id('00', 3)$$),
    ('klantcontact_een_onderwerp',                  -- a second klanttaak, of another register
     $$INSERT INTO onderwerpobject SELECT pg_temp.id('00', 9), was_onderwerp_van_klantcontact, NULL, NULL, NULL, '100', '102', 'KT-3', '6',
              false, plaatsgevonden_op, kanaal_code, vertrouwelijk, now(), 'x' FROM onderwerpobject WHERE id = pg_temp.id('00', 3)$$),
    ('klantcontact_een_onderwerp',                  -- a second klantcontact
     $$INSERT INTO onderwerpobject SELECT pg_temp.id('00', 9), was_onderwerp_van_klantcontact, pg_temp.id('c', 1), NULL, NULL, NULL, NULL,
              NULL, NULL, false, plaatsgevonden_op, kanaal_code, vertrouwelijk, now(), 'x' FROM onderwerpobject WHERE id = pg_temp.id('00', 1)$$),
    ('betrokkene_bezoekadres_volledig', $$UPDATE betrokkene SET bezoekadres_adresregel1 = NULL WHERE id = pg_temp.id('bb', 2)$$),
    ('betrokkene_bezoekadres_volledig', $$UPDATE betrokkene SET bezoekadres_adresregel3 = 'x' WHERE id = pg_temp.id('bb', 2)$$),
    ('betrokkene_correspondentieadres_volledig', $$UPDATE betrokkene SET correspondentieadres_adresregel2 = 'x' WHERE id = pg_temp.id('bb', 3)$$),
    ('betrokkene_kopie', $$UPDATE betrokkene SET plaatsgevonden_op = '2023-03-01 10:01+01' WHERE id = pg_temp.id('bb', 1)$$),
    ('betrokkene_kopie', $$UPDATE betrokkene SET kanaal_code = NULL WHERE id = pg_temp.id('bb', 1)$$),
    ('betrokkene_kopie', $$UPDATE betrokkene SET vertrouwelijk = 'ja' WHERE id = pg_temp.id('bb', 1)$$),
    ('actor_klantcontact_kopie', $$UPDATE actor_klantcontact SET vertrouwelijk = '' WHERE klantcontact_id = pg_temp.id('c', 5)$$),
    ('bijlage_kopie', $$UPDATE bijlage SET vertrouwelijk = 'ja'$$),
    ('identificator_geldig',
     $$UPDATE bijlage SET bijlageidentificator_objecttype_code = '1', bijlageidentificator_register_code = '1',
              bijlageidentificator_soort_object_id_code = '1'$$),
    ('onderwerpobject_kopie', $$UPDATE onderwerpobject SET plaatsgevonden_op = '2023-03-04' WHERE id = pg_temp.id('00', 1)$$),
    ('onderwerpobject_kopie', $$UPDATE onderwerpobject SET kanaal_code = 'post' WHERE id = pg_temp.id('00', 1)$$),
    ('onderwerpobject_kopie', $$UPDATE onderwerpobject SET vertrouwelijk = 'ja' WHERE id = pg_temp.id('00', 1)$$),
    ('onderwerpobject_identificator_volledig', $$UPDATE onderwerpobject SET onderwerpobjectidentificator_register_code = NULL WHERE id = pg_temp.id('00', 5)$$),
    ('onderwerpobject_een_object', $$UPDATE onderwerpobject SET onderwerp_was_klantcontact = pg_temp.id('c', 1) WHERE id = pg_temp.id('00', 2)$$),
    ('onderwerpobject_een_object',
     $$UPDATE onderwerpobject SET onderwerp_was_klanttaak = NULL WHERE id = pg_temp.id('00', 2)$$),
    ('onderwerpobject_ontstaan_is_zaak', $$UPDATE onderwerpobject SET ontstaan_uit_klantcontact = true WHERE id = pg_temp.id('00', 5)$$),
    ('onderwerpobject_eerder_klantcontact',
     $$UPDATE onderwerpobject SET onderwerp_was_klantcontact = pg_temp.id('c', 3), onderwerp_was_interne_taak = NULL WHERE id = pg_temp.id('00', 1)$$),
    ('onderwerpobject_eerder_klantcontact',
     $$UPDATE onderwerpobject SET onderwerp_was_klantcontact = pg_temp.id('c', 4), onderwerp_was_interne_taak = NULL WHERE id = pg_temp.id('00', 1)$$),
    ('onderwerpobject_taak_van_klantcontact', $$UPDATE onderwerpobject SET onderwerp_was_klantcontact = pg_temp.id('c', 1) WHERE id = pg_temp.id('00', 1)$$),
    -- taken
    ('interne_taak_nummer_bereik', $$UPDATE interne_taak SET nummer = -1 WHERE nummer = 1$$),
    ('interne_taak_kopie', $$UPDATE interne_taak SET vertrouwelijk = 'ja' WHERE nummer = 1$$),
    ('interne_taak_verwerkt_op', $$UPDATE interne_taak SET verwerkt_op = clock_timestamp() WHERE nummer = 1$$),
    ('interne_taak_verwerkt_op', $$UPDATE interne_taak SET verwerkt_op = NULL WHERE nummer = 2$$),
    ('interne_taak_verwerkt_op', $$UPDATE interne_taak SET verwerkt_op = clock_timestamp() + interval '1 minute' WHERE nummer = 2$$),
    ('interne_taak_verwerkt_op', $$UPDATE interne_taak SET toegewezen_op = verwerkt_op + interval '1 second' WHERE nummer = 2$$),
    ('interne_taak_toegewezen_op', $$UPDATE interne_taak SET toegewezen_op = '2023-03-01' WHERE nummer = 1$$),
    ('klanttaak_nummer_bereik', $$UPDATE klanttaak SET nummer = -1$$),
    -- partij and what belongs to it
    ('partij_nummer_bereik', $$UPDATE partij SET nummer = -1 WHERE nummer = 1$$),
    ('partij_soort', $$UPDATE partij SET naam = 'x' WHERE nummer = 5$$),
    ('partij_soort', $$UPDATE partij SET is_gemeente = 'ja' WHERE nummer = 5$$),
    ('partij_soort', $$UPDATE partij SET contactnaam_achternaam = 'x' WHERE nummer = 2$$),
    ('partij_soort', $$UPDATE partij SET contactnaam_achternaam = NULL WHERE nummer = 3$$),
    ('partij_soort', $$UPDATE partij SET werkte_voor_partij = pg_temp.id('b', 2) WHERE nummer = 1$$),
    ('partij_soort', $$UPDATE partij SET werkte_voor_partij = pg_temp.id('b', 1) WHERE nummer = 3$$),
    ('partij_soort', $$UPDATE partij SET werkte_voor_partij = NULL WHERE nummer = 3; DELETE FROM vertegenwoordiging$$),
    ('partij_bezoekadres_volledig', $$UPDATE partij SET bezoekadres_adresregel1 = NULL WHERE nummer = 1$$),
    ('partij_correspondentieadres_volledig',
     $$UPDATE partij SET correspondentieadres_nummeraanduiding_id = NULL, correspondentieadres_land_code = '6030' WHERE nummer = 1$$),
    ('partij_zonder_hergebruik', $$UPDATE partij SET contactnaam_voornaam = 'x' WHERE nummer = 5$$),
    ('partij_zonder_hergebruik', $$UPDATE digitaal_adres SET verstrekt_door_partij = pg_temp.id('b', 5) WHERE id = pg_temp.id('da', 2)$$),
    ('partij_heeft_identificator', $$DELETE FROM partij_identificator WHERE id = pg_temp.id('1d', 5)$$),
    ('partij_is_geverifieerd', $$DELETE FROM partij_verificatie WHERE partij = pg_temp.id('b', 5)$$),
    ('partij_is_geverifieerd', $$UPDATE partij_verificatie SET handeling = 'wijziging' WHERE partij = pg_temp.id('b', 5)$$),
    ('partij_identificator_volledig', $$UPDATE partij_identificator SET partij_identificator_register_code = NULL WHERE id = pg_temp.id('1d', 1)$$),
    ('partij_identificator_een_vorm', $$UPDATE partij_identificator SET andere_partij_identificator = 'x' WHERE id = pg_temp.id('1d', 1)$$),
    ('partij_identificator_een_vorm', $$UPDATE partij_identificator SET andere_partij_identificator = NULL WHERE id = pg_temp.id('1d', 5)$$),
    ('partij_identificator_kopie', $$UPDATE partij_identificator SET soort_partij = 'contactpersoon' WHERE id = pg_temp.id('1d', 1)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET partij_identificator_object_id = '123456789' WHERE id = pg_temp.id('1d', 1)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET partij_identificator_object_id = '1234567' WHERE id = pg_temp.id('1d', 2)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET partij_identificator_object_id = '1' WHERE id = pg_temp.id('1d', 3)$$),
    ('identificator_geldig',                        -- a BSN of an organisatie
     $$UPDATE partij_identificator SET identificeerde_partij = pg_temp.id('b', 4), soort_partij = 'organisatie' WHERE id = pg_temp.id('1d', 1);
       UPDATE partij_identificator SET identificeerde_partij = pg_temp.id('b', 1), soort_partij = 'persoon' WHERE id = pg_temp.id('1d', 4)$$),
    ('identificator_geldig',                        -- a RSIN of a persoon
     $$UPDATE partij_identificator SET partij_identificator_soort_object_id_code = '2', partij_identificator_objecttype_code = '2',
              partij_identificator_register_code = '5' WHERE id = pg_temp.id('1d', 1)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET sub_identificator_van = NULL WHERE id = pg_temp.id('1d', 3)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET sub_identificator_van = pg_temp.id('1d', 1) WHERE id = pg_temp.id('1d', 3)$$),
    ('identificator_geldig', $$UPDATE partij_identificator SET sub_identificator_van = pg_temp.id('1d', 2) WHERE id = pg_temp.id('1d', 5)$$),
    ('klanttaak_zaak', $$UPDATE klanttaak SET zaakidentificator_objecttype_code = '8', zaakidentificator_soort_object_id_code = '8',
              zaakidentificator_register_code = '3'$$),
    ('partij_verificatie_geverifieerd_op_eindig', $$UPDATE partij_verificatie SET geverifieerd_op = '-infinity' WHERE partij = pg_temp.id('b', 1)$$),
    ('partij_verificatie_niet_gepland', $$UPDATE partij_verificatie SET geverifieerd_op = geregistreerd_op + interval '1 s' WHERE partij = pg_temp.id('b', 1)$$),
    ('vertegenwoordiging_niet_zichzelf', $$UPDATE vertegenwoordiging SET vertegenwoordigde_partij = vertegenwoordigende_partij$$),
    ('digitaal_adres_eigenaar', $$UPDATE digitaal_adres SET verstrekt_door_partij = NULL WHERE id = pg_temp.id('da', 2)$$),
    ('digitaal_adres_eigenaar', $$UPDATE digitaal_adres SET verstrekt_door_partij = pg_temp.id('b', 2) WHERE id = pg_temp.id('da', 4)$$),
    ('digitaal_adres_eigenaar', $$UPDATE digitaal_adres SET verstrekt_door_partij = pg_temp.id('b', 2) WHERE id = pg_temp.id('da', 3)$$),
    ('digitaal_adres_geldig', $$UPDATE digitaal_adres SET adres = 'bgg' WHERE id = pg_temp.id('da', 3)$$),
    ('digitaal_adres_geldig', $$UPDATE digitaal_adres SET adres = 'bgg' WHERE id = pg_temp.id('da', 2)$$),
    ('digitaal_adres_geldig', $$UPDATE digitaal_adres SET adres = 'bgg', soort_digitaal_adres_code = '3' WHERE id = pg_temp.id('da', 3)$$),
    ('digitaal_adres_geldig', $$UPDATE digitaal_adres SET adres = 'bgg', soort_digitaal_adres_code = '6' WHERE id = pg_temp.id('da', 3)$$),
    ('digitaal_adres_kopie', $$UPDATE digitaal_adres SET vertrouwelijk = 'ja' WHERE id = pg_temp.id('da', 2)$$),
    ('digitaal_adres_kopie', $$UPDATE digitaal_adres SET vertrouwelijk = 'ja' WHERE id = pg_temp.id('da', 3)$$),
    -- actor
    ('actor_soort', $$UPDATE actor SET omschrijving = 'x' WHERE soort_actor = 'medewerker'$$),
    ('actor_soort', $$UPDATE actor SET functie = 'x' WHERE soort_actor = 'organisatorische_eenheid'$$),
    ('actor_soort', $$UPDATE actor SET telefoonnummer = '14' WHERE soort_actor = 'geautomatiseerde_actor'$$),
    ('actor_identificator_volledig', $$UPDATE actor SET actoridentificator_object_id = NULL WHERE soort_actor = 'medewerker'$$),
    ('identificator_geldig',
     $$UPDATE actor SET actoridentificator_objecttype_code = '106', actoridentificator_register_code = '102',
              actoridentificator_soort_object_id_code = '101' WHERE soort_actor = 'medewerker'$$);

CREATE TEMPORARY TABLE uitkomst AS SELECT nr, regel, pg_temp.plant(opdracht) AS gevonden FROM overtreding ORDER BY nr;
SELECT nr, gevonden FROM uitkomst ORDER BY nr;
-- Each was found exactly once, and nothing else was.
SELECT nr, regel, gevonden FROM uitkomst WHERE gevonden NOT LIKE regel || ' %' OR gevonden LIKE E'%\n%' ORDER BY nr;

-- What a partij has since, or had changed, its betrokkene may have given.
SELECT pg_temp.plant($$UPDATE betrokkene SET contactnaam_achternaam = 'Jansen' WHERE id = pg_temp.id('bb', 4);
                       UPDATE partij SET geregistreerd_op = now() WHERE nummer = 3$$) AS later,
       pg_temp.plant($$UPDATE betrokkene SET contactnaam_achternaam = 'Jansen' WHERE id = pg_temp.id('bb', 4);
                       SET LOCAL session_replication_role = origin; SELECT klantinteracties.corrigeer('partij', pg_temp.id('b', 3), '{"interne_notitie": "x"}', 'x')$$) AS gewijzigd;

-- Every foreign key with a key that refers to nothing.
CREATE TEMPORARY TABLE sleutel AS
    SELECT c.conname::text AS regel, c.conrelid::regclass AS tabel,
           pg_temp.plant(format('UPDATE %s SET %s WHERE ctid = (SELECT min(ctid) FROM %1$s)', c.conrelid::regclass,
               (SELECT string_agg(format('%I = %L', a.attname,
                                         CASE a.atttypid WHEN 'uuid'::regtype THEN 'ffffffff-ffff-ffff-ffff-ffffffffffff' ELSE '~' END), ', ')
                  FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)))) AS gevonden
      FROM pg_constraint c
     WHERE c.contype = 'f' AND c.connamespace = 'ki_controle'::regnamespace;
SELECT regel, (SELECT count(*) FROM regexp_matches(gevonden, '(?:^|\n)' || regel || ' ' || tabel || ' ', 'g')) AS keer
  FROM sleutel ORDER BY regel COLLATE "C";

-- Every text, when it is empty and when it is longer than any can be: the rules that find it. A code of another table is a foreign key;
-- a domain refuses either by itself.
CREATE FUNCTION pg_temp.tekst(tabel text, kolom text, tekst text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT string_agg(DISTINCT m[1], ' ' ORDER BY m[1])
              FROM regexp_matches(pg_temp.plant(format('UPDATE %I SET %I = %L WHERE ctid = (SELECT min(ctid) FROM %1$I)', tabel, kolom, tekst)),
                                  '(?:^|\n)(\S+) ', 'g') m
             WHERE m[1] ~ '_lengte$');
EXCEPTION WHEN check_violation THEN
    RETURN 'domain';
END
$$;
SELECT c.table_name AS tabel, c.column_name AS kolom,
       pg_temp.tekst(c.table_name, c.column_name, '') AS leeg, pg_temp.tekst(c.table_name, c.column_name, repeat('é', 1001)) AS lang
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = 'ki_controle' AND c.data_type = 'text' AND t.table_type = 'BASE TABLE' AND c.table_name NOT IN ('mutatielog', 'vernietiging')
   AND c.column_name <> 'geregistreerd_door'
 ORDER BY c.table_name COLLATE "C", c.column_name COLLATE "C";
-- Characters count, not bytes.
SELECT pg_temp.tekst('klantcontact', 'onderwerp', repeat('é', 200)) AS past, pg_temp.tekst('klantcontact', 'onderwerp', repeat('é', 201)) AS te_lang;

-- Unique rules are checked where their index is gone.
SELECT regel, pg_temp.plant(opdracht) AS gevonden FROM (VALUES
    ('klantcontact_nummer_key', $$ALTER TABLE klantcontact DROP CONSTRAINT klantcontact_nummer_key; UPDATE klantcontact SET nummer = 5 WHERE nummer = 1$$),
    ('interne_taak_nummer_key', $$ALTER TABLE interne_taak DROP CONSTRAINT interne_taak_nummer_key; UPDATE interne_taak SET nummer = 2$$),
    ('klanttaak_nummer_key',
     $$ALTER TABLE klanttaak DROP CONSTRAINT klanttaak_nummer_key;
       INSERT INTO klanttaak SELECT pg_temp.id('71', 2), nummer, gevraagde_handeling, toelichting, status, partij, zaakidentificator_objecttype_code,
              zaakidentificator_soort_object_id_code, zaakidentificator_object_id, zaakidentificator_register_code, now(), 'x' FROM klanttaak$$),
    ('partij_nummer_key', $$ALTER TABLE partij DROP CONSTRAINT partij_nummer_key; UPDATE partij SET nummer = 2 WHERE nummer = 1$$),
    ('betrokkene_partij_eenmalig',
     $$ALTER TABLE betrokkene DROP CONSTRAINT betrokkene_partij_eenmalig; UPDATE betrokkene SET was_partij = pg_temp.id('b', 3) WHERE id = pg_temp.id('bb', 14)$$),
    ('actor_klantcontact_eenmalig',
     $$ALTER TABLE actor_klantcontact DROP CONSTRAINT actor_klantcontact_eenmalig;
       INSERT INTO actor_klantcontact SELECT pg_temp.id('ac', 9), actor_id, klantcontact_id, vertrouwelijk, now(), 'x' FROM actor_klantcontact
        WHERE klantcontact_id = pg_temp.id('c', 1)$$),
    ('actor_klantcontact_pkey',
     $$ALTER TABLE actor_klantcontact DROP CONSTRAINT actor_klantcontact_pkey; UPDATE actor_klantcontact SET id = pg_temp.id('ac', 1) WHERE id = pg_temp.id('ac', 2)$$),
    ('bijlage_eenmalig',
     $$ALTER TABLE bijlage DROP CONSTRAINT bijlage_eenmalig;
       INSERT INTO bijlage SELECT pg_temp.id('b1', 2), was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
              bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code, vertrouwelijk, now(), 'x' FROM bijlage$$),
    ('vertegenwoordiging_eenmalig',
     $$ALTER TABLE vertegenwoordiging DROP CONSTRAINT vertegenwoordiging_eenmalig;
       INSERT INTO vertegenwoordiging SELECT pg_temp.id('f', 2), vertegenwoordigende_partij, vertegenwoordigde_partij, now(), 'x' FROM vertegenwoordiging$$),
    ('partij_identificator_eenmalig',
     $$DROP INDEX partij_identificator_eenmalig;
       INSERT INTO partij_identificator SELECT pg_temp.id('1d', 9), pg_temp.id('b', 5), 'persoon', '1', '1', '999990019', '1', NULL, NULL, '', now(), 'x'$$),
    ('partij_identificator_een_per_soort',
     $$DROP INDEX partij_identificator_een_per_soort;
       INSERT INTO partij_identificator SELECT pg_temp.id('1d', 9), pg_temp.id('b', 1), 'persoon', '1', '1', '999990408', '1', NULL, NULL, '', now(), 'x'$$),
    ('digitaal_adres_eenmalig',
     $$DROP INDEX digitaal_adres_eenmalig;
       INSERT INTO digitaal_adres SELECT pg_temp.id('da', 9), '1', '+31612345678', NULL, NULL, pg_temp.id('b', 1), '', now(), 'x'$$))
    AS v(regel, opdracht);

-- Rule options: what is off is not checked, what is on is.
CREATE FUNCTION pg_temp.plant_met(regel text, optie text, waarde text, opdracht text) RETURNS text LANGUAGE sql
    RETURN pg_temp.plant(format('SELECT klantinteracties.stel_regel_in(%L, %L, %L); %s', regel, optie, waarde, opdracht));
SELECT regel, optie, waarde, pg_temp.plant_met(regel, optie, waarde, opdracht) AS gevonden FROM (VALUES
    ('klantcontact_niet_gepland', 'toekomst_tolerantie', '1 hour', $$UPDATE klantcontact SET geregistreerd_op = '2023-03-05 09:00:00+01' WHERE nummer = 5$$),
    ('klantcontact_niet_gepland', 'toekomst_tolerantie', '1 hour', $$UPDATE klantcontact SET geregistreerd_op = '2023-03-05 08:59:59+01' WHERE nummer = 5$$),
    ('klantcontact_heeft_inhoud', 'eis_inhoud', 'off', $$UPDATE klantcontact SET inhoud = NULL WHERE nummer = 1$$),
    ('klantcontact_heeft_doel', 'eis_doel', 'off', $$UPDATE betrokkene SET was_partij = NULL WHERE id = pg_temp.id('bb', 1)$$),
    ('klantcontact_een_onderwerp', 'een_onderwerp', 'off', $$UPDATE onderwerpobject SET ontstaan_uit_klantcontact = false$$),
    ('betrokkene_contactgegevens', 'streng_contactgegevens', 'off', $$UPDATE betrokkene SET contactnaam_voornaam = 'Carl' WHERE id = pg_temp.id('bb', 1)$$),
    ('partij_heeft_identificator', 'eis_partij_identificator', 'off', $$DELETE FROM partij_identificator WHERE id = pg_temp.id('1d', 5)$$),
    ('partij_is_geverifieerd', 'eis_verificatie', 'off', $$DELETE FROM partij_verificatie WHERE partij = pg_temp.id('b', 5)$$),
    ('identificator_geldig', 'valideer_identificatie', 'off', $$UPDATE partij_identificator SET partij_identificator_object_id = '1' WHERE id = pg_temp.id('1d', 1)$$),
    ('klantcontact_heeft_opvolging', 'eis_interne_taak_of_zaak', 'on', 'SELECT'),
    ('actor_volledig', 'volledige_actor', 'on', 'SELECT'),
    ('actor_volledig', 'volledige_actor', 'on', $$UPDATE actor SET functie = NULL$$),
    ('betrokkene_namen', 'streng_betrokkene_namen', 'on', $$UPDATE betrokkene SET contactnaam_voornaam = NULL WHERE id = pg_temp.id('bb', 2)$$),
    ('betrokkene_namen', 'streng_betrokkene_namen', 'on',
     $$UPDATE betrokkene SET contactnaam_voornaam = NULL, was_partij = pg_temp.id('b', 1) WHERE id = pg_temp.id('bb', 2)$$),
    ('partij_is_geverifieerd', 'eis_verificatie_hergebruik', 'on',
     $$DELETE FROM partij_verificatie WHERE partij = pg_temp.id('b', 3); SELECT klantinteracties.stel_regel_in('partij_is_geverifieerd', 'eis_verificatie', 'off')$$),
    ('partij_is_geverifieerd', 'eis_verificatie_hergebruik', 'on',
     $$UPDATE partij_verificatie SET handeling = 'hergebruik'; SELECT klantinteracties.stel_regel_in('partij_is_geverifieerd', 'eis_verificatie', 'off')$$))
    AS v(regel, optie, waarde, opdracht);

-- Which register: none without a search_path that has one, and any by name, also one whose name needs quotes.
SET search_path = '';
\set VERBOSITY terse
SELECT * FROM klantinteracties.controleer_register();
SELECT * FROM klantinteracties.controleer_register('geen');
\set VERBOSITY default
SELECT * FROM klantinteracties.controleer_register('ki_controle');
SELECT klantinteracties.maak_register('Het "register", ''t echte');
SET session_replication_role = replica;
INSERT INTO "Het ""register"", 't echte".actor (id, naam, soort_actor, geregistreerd_op, geregistreerd_door)
    VALUES ('a0000000-0000-7000-8000-000000000001', '', 'medewerker', pg_catalog.now(), 'x');
RESET session_replication_role;
SELECT * FROM klantinteracties.controleer_register('Het "register", ''t echte');

-- Nothing in a search_path takes part, and the settings of the check do not outlive it.
CREATE SCHEMA vijandig;
CREATE FUNCTION vijandig.onwaar(uuid, uuid) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hostile''; END';
CREATE OPERATOR vijandig.= (FUNCTION = vijandig.onwaar, LEFTARG = uuid, RIGHTARG = uuid);
CREATE FUNCTION vijandig.length(text) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hostile''; END';
CREATE FUNCTION vijandig.octet_length(text) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hostile''; END';
SET search_path = vijandig, ki_controle, pg_catalog;
CREATE TEMPORARY TABLE klantcontact (id integer);
SELECT regel, tabel, id FROM klantinteracties.controleer_register('Het "register", ''t echte');
SELECT * FROM klantinteracties.controleer_register();
SHOW search_path;
SELECT count(*) FROM pg_settings WHERE name IN ('row_security', 'work_mem', 'parallel_tuple_cost') AND source <> 'default';

-- It reads, and no more: also in a transaction that may not write.
BEGIN READ ONLY;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
COMMIT;

DROP TABLE pg_temp.klantcontact;

-- More klantcontacten than fit in memory at once: each is found in its slice, and the rules on its row in the first.
SELECT klantinteracties.maak_register('ki_controle_groot');
SET search_path = ki_controle_groot;
SET session_replication_role = replica;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op, geregistreerd_op, geregistreerd_door)
    SELECT ('c0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n, CASE n WHEN 7 THEN '' ELSE 'x' END, 'x', '2023-03-01', now(), 'x'
      FROM generate_series(1, 40000) AS n;
INSERT INTO actor (id, naam, soort_actor, geregistreerd_op, geregistreerd_door)
    VALUES ('a0000000-0000-7000-8000-000000000001', 'x', 'medewerker', now(), 'x');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk, geregistreerd_op, geregistreerd_door)
    SELECT id, 'a0000000-0000-7000-8000-000000000001', '', now(), 'x' FROM klantcontact WHERE nummer % 1000 > 0;
INSERT INTO partij (id, soort_partij) VALUES ('b0000000-0000-7000-8000-000000000001', 'persoon');
INSERT INTO betrokkene (had_klantcontact, was_partij, rol, plaatsgevonden_op, vertrouwelijk, geregistreerd_op, geregistreerd_door)
    SELECT id, CASE WHEN nummer % 3 = 0 THEN 'b0000000-0000-7000-8000-000000000001'::uuid END, 'klant', plaatsgevonden_op, '', now(), 'x' FROM klantcontact;
INSERT INTO interne_taak (nummer, aanleidinggevend_klantcontact, toegewezen_aan_actor, gevraagde_handeling, vertrouwelijk,
                          toegewezen_op, geregistreerd_op, geregistreerd_door)
    SELECT nummer, id, 'a0000000-0000-7000-8000-000000000001', 'x', '', now(), now(), 'x' FROM klantcontact WHERE nummer % 3 > 0 AND nummer % 2000 <> 500;
-- those that may not be kept as there is no taak, and one that is vertrouwelijk but not its betrokkene
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, vertrouwelijk)
    SELECT k.id, '1', '0612345678', b.id, CASE WHEN k.nummer = 39250 THEN 'ja' ELSE '' END::klantinteracties.ja_of_leeg
      FROM klantcontact k JOIN betrokkene b ON b.had_klantcontact = k.id WHERE k.nummer % 250 = 0;
RESET session_replication_role;
SET maintenance_work_mem = '1MB';
SET hash_mem_multiplier = 1;
SELECT regel, count(*), count(DISTINCT id), min(id), max(id) FROM klantinteracties.controleer_register() GROUP BY regel ORDER BY regel;
RESET maintenance_work_mem;
RESET hash_mem_multiplier;
-- in one piece, and with an address of nobody
SET session_replication_role = replica;
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene)
    VALUES ('d0000000-0000-7000-8000-000000000001', '1', '0612345678', 'd0000000-0000-7000-8000-000000000002');
RESET session_replication_role;
SELECT regel, count(*), count(DISTINCT id), min(id), max(id) FROM klantinteracties.controleer_register() GROUP BY regel ORDER BY regel;
SET search_path = '';

-- As the caller: without privilege or with a policy in the way there is an error, and no answer in part.
CREATE ROLE regress_ki_controle;
SET ROLE regress_ki_controle;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
RESET ROLE;
GRANT USAGE ON SCHEMA ki_controle TO regress_ki_controle;
GRANT SELECT ON ALL TABLES IN SCHEMA ki_controle TO regress_ki_controle;
SET ROLE regress_ki_controle;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
RESET ROLE;
DO $$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'ki_controle'::regnamespace AND relrowsecurity LOOP
        EXECUTE format('ALTER TABLE ki_controle.%I DISABLE ROW LEVEL SECURITY', t);
    END LOOP;
END $$;
REVOKE SELECT ON ki_controle.bijlage FROM regress_ki_controle;
SET ROLE regress_ki_controle;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
RESET ROLE;
GRANT SELECT ON ki_controle.bijlage TO regress_ki_controle;
SET ROLE regress_ki_controle;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
RESET ROLE;
ALTER TABLE ki_controle.partij ENABLE ROW LEVEL SECURITY;
SET ROLE regress_ki_controle;
SELECT * FROM klantinteracties.controleer_register('ki_controle');
RESET ROLE;
SELECT * FROM klantinteracties.controleer_register('ki_controle');

SET client_min_messages = warning;
DROP SCHEMA ki_controle, ki_controle_groot, "Het ""register"", 't echte", vijandig CASCADE;
DROP ROLE regress_ki_controle;
