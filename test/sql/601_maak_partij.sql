-- maak_partij_van_betrokkene(): a betrokkene who was not gekend becomes a partij (KI-69, KI-79).
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('ki_maak') \g /dev/null
SET search_path = ki_maak, klantinteracties;
CREATE FUNCTION pg_temp.id(n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid;
INSERT INTO actor (naam, soort_actor) VALUES ('Nicole van Dijk', 'medewerker');
INSERT INTO land (landcode, landnaam) VALUES ('6030', 'Nederland');
-- 1 a klant with a name and all else, 2 a vertegenwoordiger with a name, 3 with an organisatienaam too, 4 without a name, 5 a klant with
-- a name, 6 one with an organisatienaam only.
BEGIN;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
    SELECT pg_temp.id(n), n, 'Afval', 'Vraag', '2023-03-01 10:00+01' FROM generate_series(1, 6) n;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT pg_temp.id(n), actor.id FROM generate_series(1, 6) n, actor;
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    SELECT 'Terugbellen', pg_temp.id(n), actor.id FROM generate_series(1, 6) n, actor;
INSERT INTO betrokkene (id, had_klantcontact, rol, organisatienaam, contactnaam_voorletters, contactnaam_voornaam, contactnaam_voorvoegsel_achternaam,
                        contactnaam_achternaam, bezoekadres_adresregel1, bezoekadres_adresregel2, bezoekadres_land_code,
                        correspondentieadres_nummeraanduiding_id) VALUES
    (pg_temp.id(1), pg_temp.id(1), 'klant', NULL, 'K.', 'Karel', 'van', 'Deurne', 'Straat 1', 'bus 2', '6030', '0518200000637599'),
    (pg_temp.id(2), pg_temp.id(2), 'vertegenwoordiger', NULL, NULL, 'Jan', NULL, 'de Vries', NULL, NULL, NULL, NULL),
    (pg_temp.id(3), pg_temp.id(3), 'vertegenwoordiger', 'Wereldwinkel', NULL, 'Jan', NULL, NULL, NULL, NULL, NULL, NULL),
    (pg_temp.id(4), pg_temp.id(4), 'klant', NULL, NULL, NULL, NULL, NULL, 'Straat 4', NULL, NULL, NULL),
    (pg_temp.id(5), pg_temp.id(5), 'klant', NULL, NULL, 'Piet', NULL, NULL, NULL, NULL, NULL, NULL),
    (pg_temp.id(6), pg_temp.id(6), 'klant', 'Bakkerij', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, omschrijving, verstrekt_door_betrokkene) VALUES
    ('1', '0612345678', 'mobiel', pg_temp.id(1)), ('2', 'karel@example.nl', NULL, pg_temp.id(1));
COMMIT;

-- What the partij became, of what the betrokkene gave.
CREATE FUNCTION pg_temp.maak(n integer, extra jsonb DEFAULT '{}') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    partij uuid;
    regel text;
BEGIN
    partij := maak_partij_van_betrokkene(pg_temp.id(n), '{"indicatieHergebruik": true, "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "DigiD"}}' || extra);
    SET CONSTRAINTS ALL IMMEDIATE;
    RETURN jsonb_pretty(partij_json(partij) #- '{id}' #- '{werkteVoorPartij}' #- '{nummer}' #- '{partijIdentificatoren,0,id}' #- '{digitaleAdressen,0,id}' #- '{digitaleAdressen,1,id}')
        || (SELECT coalesce(E'\nworked for a ' || w.soort_partij, '') FROM partij p LEFT JOIN partij w ON w.id = p.werkte_voor_partij WHERE p.id = partij)
        || E'\nis partij of the betrokkene: ' || (SELECT was_partij = partij FROM betrokkene WHERE id = pg_temp.id(n));
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS regel = CONSTRAINT_NAME;
    RETURN rtrim(SQLSTATE || ' ' || regel) || ': ' || regexp_replace(SQLERRM, '[0-9a-f]{8}-[0-9a-f-]{27}', '...');
END
$$;
SELECT pg_temp.maak(1, '{"partijIdentificatoren": [{"anderePartijIdentificator": "paspoort X"}], "codeVoorkeurstaal": "nld"}');
SELECT pg_temp.maak(3, '{"partijIdentificatoren": [{"anderePartijIdentificator": "winkel"}]}');
SELECT pg_temp.maak(2, jsonb_build_object('werkteVoorPartij', (SELECT id FROM partij WHERE soort_partij = 'organisatie')));
-- What the caller says wins, but for the soort.
SELECT pg_temp.maak(6, '{"partijIdentificatoren": [{"anderePartijIdentificator": "b"}], "soortPartij": "persoon", "naam": "De Bakkerij"}');

-- NO: without that agreement, a name, an identificator, a verification; one that has a partij, or is not there.
SELECT pg_temp.maak(5, extra) FROM unnest(ARRAY[
    '{"indicatieHergebruik": false}', '{"indicatieHergebruik": null}', '{"indicatieHergebruik": "true"}',
    '{}', '{"partijIdentificatoren": [{"anderePartijIdentificator": "p"}], "verificatie": null}']::jsonb[]) extra;
SELECT pg_temp.maak(4, '{"partijIdentificatoren": [{"anderePartijIdentificator": "p"}]}');
SELECT pg_temp.maak(1, '{"partijIdentificatoren": [{"anderePartijIdentificator": "p"}]}');
SELECT pg_temp.maak(99);
\set VERBOSITY terse
SELECT maak_partij_van_betrokkene(NULL, '{}');
SELECT maak_partij_van_betrokkene(pg_temp.id(5), NULL);
SELECT maak_partij_van_betrokkene(pg_temp.id(5), '[]');
SELECT nummer, was_partij IS NULL AS ongekend FROM betrokkene JOIN klantcontact ON klantcontact.id = had_klantcontact ORDER BY nummer;
SELECT * FROM controleer_register();
DROP SCHEMA ki_maak CASCADE;
