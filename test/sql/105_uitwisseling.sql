-- A klantcontact and a partij as JSON: all that the exchange model has, and nothing internal.
SET client_min_messages = warning;
SET TimeZone = 'Europe/Amsterdam';
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'
SELECT klantinteracties.maak_register('uit');
SET search_path = uit;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');

CREATE FUNCTION pg_temp.id(soort integer, nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT (lpad(soort::text, 8, '0') || '-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;

INSERT INTO actor (id, naam, soort_actor) VALUES (pg_temp.id(4, 1), 'KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij, voorkeurstaal, contactnaam_voorletters, contactnaam_achternaam, bezoekadres_nummeraanduiding_id,
                    interne_notitie)
VALUES (pg_temp.id(1, 1), 1, 'persoon', 'nld', 'J.', 'Jansen', '0518200000637599', 'GEHEIM');
INSERT INTO partij (id, nummer, soort_partij, naam, interne_notitie) VALUES (pg_temp.id(1, 2), 2, 'organisatie', 'Bakkerij', 'GEHEIM');
INSERT INTO partij (id, nummer, soort_partij, contactnaam_voornaam, werkte_voor_partij)
VALUES (pg_temp.id(1, 3), 3, 'contactpersoon', 'Carl', pg_temp.id(1, 2));
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
                                  partij_identificator_object_id, partij_identificator_register_code)
VALUES (pg_temp.id(6, 1), pg_temp.id(1, 1), '1', '1', '123456782', '1'), (pg_temp.id(6, 2), pg_temp.id(1, 2), '2', '100', '12345678', '5');
INSERT INTO partij_identificator (id, identificeerde_partij, andere_partij_identificator)
VALUES (pg_temp.id(6, 3), pg_temp.id(1, 1), 'paspoort X');
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
                                  partij_identificator_object_id, partij_identificator_register_code, sub_identificator_van)
VALUES (pg_temp.id(6, 4), pg_temp.id(1, 2), '4', '3', '123456789878', '5', pg_temp.id(6, 2));
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES (pg_temp.id(1, 2), pg_temp.id(1, 1));
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, omschrijving, verstrekt_door_partij)
VALUES (pg_temp.id(7, 1), '2', 'jansen@voorbeeld.nl', 'thuis', pg_temp.id(1, 1));
UPDATE partij SET voorkeurs_digitaal_adres = pg_temp.id(7, 1) WHERE nummer = 1;
COMMIT;

BEGIN;
INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, taal_code, vertrouwelijk, plaatsgevonden_op,
                          todo, resultaat)
VALUES (pg_temp.id(2, 1), 1, 'telefoon', 'Verzakte stoep', 'Vraag en antwoord', 'ja', 'nld', 'ja', '2026-01-05 09:00+01', 'GEHEIM', 'GEHEIM'),
       (pg_temp.id(2, 2), 2, NULL, 'Antwoord', 'Antwoord', '', NULL, '', '2026-01-06 09:00+01', NULL, NULL);
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT id, pg_temp.id(4, 1) FROM klantcontact;
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, initiator, contactnaam_voornaam, correspondentieadres_adresregel1)
VALUES (pg_temp.id(5, 1), pg_temp.id(2, 1), pg_temp.id(1, 1), 'klant', true, 'Jan', 'Postbus 1'),
       (pg_temp.id(5, 2), pg_temp.id(2, 1), pg_temp.id(1, 3), 'vertegenwoordiger', false, NULL, NULL),
       (pg_temp.id(5, 3), pg_temp.id(2, 2), NULL, 'klant', false, NULL, NULL);
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene)
VALUES (pg_temp.id(7, 2), '1', '0612345678', pg_temp.id(5, 1));
INSERT INTO bijlage (id, was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
                     bijlageidentificator_object_id, bijlageidentificator_register_code)
VALUES (pg_temp.id(8, 1), pg_temp.id(2, 1), '3', '4', 'foto', '7');
INSERT INTO interne_taak (id, nummer, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op)
VALUES (pg_temp.id(3, 1), 1, 'Terugbellen', pg_temp.id(2, 1), pg_temp.id(4, 1), '2026-01-05 10:00+01');
INSERT INTO klanttaak (id, nummer, gevraagde_handeling, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
                       zaakidentificator_object_id, zaakidentificator_register_code)
VALUES (pg_temp.id(9, 1), 77, 'Betalen', '12', '12', 'ZAAK-1', '6');
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                             onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                             onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
VALUES (pg_temp.id(10, 1), pg_temp.id(2, 1), '12', '12', 'ZAAK-1', '6', true);
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES (pg_temp.id(10, 2), pg_temp.id(2, 2), pg_temp.id(3, 1));
INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerp_was_klanttaak) VALUES (pg_temp.id(10, 3), pg_temp.id(2, 2), pg_temp.id(9, 1));
COMMIT;

-- The moment of registration is of this run.
SELECT jsonb_pretty(klantinteracties.klantcontact_json(pg_temp.id(2, 1)) - 'geregistreerdOp');
SELECT jsonb_pretty(klantinteracties.klantcontact_json(pg_temp.id(2, 2)) - 'geregistreerdOp');
SELECT jsonb_pretty(klantinteracties.partij_json(id)) FROM partij ORDER BY nummer;
SELECT (klantinteracties.klantcontact_json(id) ->> 'geregistreerdOp')::timestamptz = geregistreerd_op FROM klantcontact;

-- Nothing internal, whichever row.
SELECT count(*) AS geheim
  FROM (SELECT klantinteracties.klantcontact_json(id)::text FROM klantcontact
        UNION ALL SELECT klantinteracties.partij_json(id)::text FROM partij) AS j (tekst)
 WHERE tekst ~ 'GEHEIM|geregistreerdDoor|notitie';

-- Several at once, in the order asked for, the same as one by one.
SELECT klantcontact, gegevens = klantinteracties.klantcontact_json(klantcontact) AS zelfde
  FROM klantinteracties.klantcontacten_json(ARRAY[pg_temp.id(2, 2), pg_temp.id(2, 99), NULL, pg_temp.id(2, 1)]);
SELECT count(*) FROM klantinteracties.klantcontacten_json('{}');

SELECT klantinteracties.klantcontact_json(pg_temp.id(2, 99)), klantinteracties.partij_json(pg_temp.id(1, 99));
SELECT klantinteracties.klantcontact_json(NULL);
SELECT klantinteracties.klantcontacten_json(NULL);
SELECT klantinteracties.partij_json(NULL);

-- A reader of partijen who may not see interne_notitie gets the same JSON; one who may not see the BSN gets none.
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA uit TO regress_ki_lezer;
DO $$ BEGIN
    EXECUTE (SELECT format('GRANT SELECT (%s) ON partij TO regress_ki_lezer', string_agg(quote_ident(attname), ', '))
               FROM pg_attribute WHERE attrelid = 'partij'::regclass AND attnum > 0 AND attname <> 'interne_notitie');
END $$;
GRANT SELECT ON digitaal_adres, vertegenwoordiging TO regress_ki_lezer;
CREATE TEMPORARY TABLE van_eigenaar AS SELECT klantinteracties.partij_json(pg_temp.id(1, 1)) AS gegevens;
GRANT SELECT ON van_eigenaar TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT klantinteracties.partij_json(pg_temp.id(1, 1));
RESET ROLE;
GRANT SELECT ON partij_identificator TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT gegevens = klantinteracties.partij_json(pg_temp.id(1, 1)) FROM van_eigenaar;
RESET ROLE;

DROP TABLE van_eigenaar;
DROP SCHEMA uit CASCADE;
DROP ROLE regress_ki_lezer;
