-- vergeet_partij(): erasing a person (KI-123), and the report of the partijen that no klantcontact leads to (KI-61).
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('ki_vergeet') \g /dev/null
SET search_path = ki_vergeet, klantinteracties;
CREATE FUNCTION pg_temp.id(soort text, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (rpad(soort, 8, '0') || '-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid;
-- Ids that are not ours are of no interest.
CREATE FUNCTION pg_temp.vergeet(n integer, proef boolean DEFAULT true) RETURNS TABLE (tabel text, id text, actie text, reden text)
    LANGUAGE sql VOLATILE AS $$
    SELECT v.tabel, CASE WHEN v.tabel IN ('partij', 'digitaal_adres') THEN v.id END, v.actie, v.reden
      FROM vergeet_partij(pg_temp.id('b', n), proef, 'AVG art. 17', 'ki_vergeet') v ORDER BY v.tabel COLLATE "C", 2, 3, 4
$$;
-- Everything of which something is known of the partij, by table; of the log only what holds data.
CREATE FUNCTION pg_temp.weet(tekst text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    t text;
    n bigint;
    alles text := NULL;
BEGIN
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'ki_vergeet'::regnamespace AND relkind = 'r' ORDER BY relname COLLATE "C" LOOP
        EXECUTE format('SELECT count(*) FROM ki_vergeet.%I AS t WHERE t::text LIKE %L', t, '%' || tekst || '%') INTO n;
        alles := nullif(concat_ws(', ', alles, CASE WHEN n > 0 THEN t || ' ' || n END), '');
    END LOOP;
    RETURN coalesce(alles, 'nothing');
END
$$;
CREATE PROCEDURE pg_temp.partij(n integer, soort text, werkgever integer DEFAULT NULL) LANGUAGE sql AS $$
    INSERT INTO ki_vergeet.partij (id, nummer, soort_partij, naam, contactnaam_achternaam, werkte_voor_partij, bezoekadres_adresregel1,
                                   voorkeurstaal, interne_notitie)
    VALUES (pg_temp.id('b', n), n, soort, CASE WHEN soort = 'organisatie' THEN 'Naam' || n END,
            CASE WHEN soort <> 'organisatie' THEN 'Naam' || n END, pg_temp.id('b', werkgever), 'Straat' || n, 'nld', 'Notitie' || n);
    INSERT INTO ki_vergeet.partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (pg_temp.id('b', n), 'Klant' || n);
    INSERT INTO ki_vergeet.partij_verificatie (partij, handeling, grond, middel) VALUES (pg_temp.id('b', n), 'registratie', 'zelf', 'DigiD' || n);
    INSERT INTO ki_vergeet.digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij)
    VALUES (pg_temp.id('da', n), '2', 'p' || n || '@example.nl', pg_temp.id('b', n));
    UPDATE ki_vergeet.partij SET voorkeurs_digitaal_adres = pg_temp.id('da', n) WHERE id = pg_temp.id('b', n);
$$;
-- 1 is known and nothing more; 2 was a betrokkene; 3 worked for 4, and 5 represented 1; 6 is represented by 7, a contactpersoon who
-- represented nobody else; 8 has a klanttaak.
BEGIN;
CALL pg_temp.partij(1, 'persoon');
CALL pg_temp.partij(2, 'persoon');
CALL pg_temp.partij(4, 'organisatie');
CALL pg_temp.partij(3, 'contactpersoon', 4);
CALL pg_temp.partij(5, 'persoon');
CALL pg_temp.partij(6, 'persoon');
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij)
    VALUES (pg_temp.id('b', 5), pg_temp.id('b', 1)), (pg_temp.id('b', 1), pg_temp.id('b', 2));
CALL pg_temp.partij(7, 'contactpersoon');
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES (pg_temp.id('b', 7), pg_temp.id('b', 6));
CALL pg_temp.partij(8, 'persoon');
INSERT INTO klanttaak (gevraagde_handeling, partij, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
                       zaakidentificator_object_id, zaakidentificator_register_code)
    VALUES ('Foto sturen', pg_temp.id('b', 8), '12', '12', 'ZAAK-1', '6');
CALL pg_temp.partij(9, 'organisatie');
UPDATE partij SET is_gemeente = 'ja' WHERE nummer = 9;
INSERT INTO actor (id, naam, soort_actor) VALUES (pg_temp.id('a', 1), 'Nicole van Dijk', 'medewerker');
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (pg_temp.id('c', 1), 23009182, 'Afval', 'Vraag en antwoord', '2023-03-01 10:00+01');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (pg_temp.id('c', 1), pg_temp.id('a', 1));
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (pg_temp.id('c', 1), pg_temp.id('b', 2), 'klant'),
    (pg_temp.id('c', 1), pg_temp.id('b', 3), 'vertegenwoordiger');
COMMIT;

-- KI-61: 6, 7 and 8 are reached by no klantcontact; 1 by 2, 5 by 1, 4 by 3.
SELECT nummer, soort_partij FROM rapportage_partij_zonder_klantcontact ORDER BY nummer;

-- What was changed or removed is remembered, and forgotten with the rest.
SELECT corrigeer('partij', pg_temp.id('b', 1), '{"contactnaam_voornaam": "Piet1"}', 'Tikfout') \g /dev/null
SELECT corrigeer('partij', pg_temp.id('b', 1), '{"contactnaam_voornaam": null}', 'Tikfout') \g /dev/null
BEGIN;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (pg_temp.id('b', 1), 'wijziging', 'zelf', 'DigiD1');
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('2', 'oud1@example.nl', pg_temp.id('b', 1));
DELETE FROM digitaal_adres WHERE adres = 'oud1@example.nl';
COMMIT;

-- A dry run says what would go, and does nothing.
SELECT * FROM pg_temp.vergeet(1);
SELECT pg_temp.weet('Naam1'), pg_temp.weet('Straat1'), pg_temp.weet('Klant1'), pg_temp.weet('DigiD1'), pg_temp.weet('p1@example.nl'), pg_temp.weet('oud1@example.nl'), pg_temp.weet('Piet1');
SELECT count(*) FROM vernietiging;
-- The real one.
SELECT tabel, actie, count(*) FROM pg_temp.vergeet(1, false) GROUP BY 1, 2 ORDER BY tabel COLLATE "C", actie;
SELECT pg_temp.weet('Naam1'), pg_temp.weet('Straat1'), pg_temp.weet('Klant1'), pg_temp.weet('DigiD1'), pg_temp.weet('p1@example.nl'), pg_temp.weet('oud1@example.nl'), pg_temp.weet('Piet1'),
       pg_temp.weet(pg_temp.id('b', 1)::text);
SELECT * FROM controleer_register();

-- One that others refer to stays, and they are named; what it gave goes, from the log too.
SELECT * FROM pg_temp.vergeet(2, false);
SELECT * FROM pg_temp.vergeet(3, false) WHERE actie <> 'vernietigd';
SELECT * FROM pg_temp.vergeet(4, false) WHERE actie <> 'vernietigd';
SELECT * FROM pg_temp.vergeet(6) WHERE actie = 'behouden';
SELECT * FROM pg_temp.vergeet(8) WHERE actie = 'behouden';
SELECT n, pg_temp.weet('Naam' || n) AS naam, pg_temp.weet('Straat' || n) AS straat, pg_temp.weet('p' || n || '@example.nl') AS adres, pg_temp.weet('Notitie' || n) AS notitie,
       pg_temp.weet('Klant' || n) AS klant
  FROM generate_series(2, 4) n;
SELECT nummer, indicatie_hergebruik, voorkeurstaal, voorkeurs_digitaal_adres FROM partij WHERE nummer IN (2, 3, 4) ORDER BY nummer;
SELECT tabel, operatie, reden, oud - '{id,geregistreerd_op,voorkeurs_digitaal_adres,verstrekt_door_partij,nummer}'::text[] = nieuw - '{id,geregistreerd_op,voorkeurs_digitaal_adres,verstrekt_door_partij,nummer}'::text[] AS zelfde,
       oud - '{id,geregistreerd_op,geregistreerd_door,verstrekt_door_partij}'::text[] AS oud
  FROM mutatielog WHERE rij_id IN (pg_temp.id('b', 2)::text, pg_temp.id('da', 2)::text) ORDER BY tabel COLLATE "C";
SELECT * FROM controleer_register();
-- Again, when it has nothing more to give.
SELECT * FROM pg_temp.vergeet(2, false);
-- Its klantcontact destroyed, nothing keeps it.
SELECT tabel, actie, count(*) FROM vernietig_klantcontacten(klantcontacten => ARRAY[pg_temp.id('c', 1)], proef => false, grondslag => 'Selectielijst')
 GROUP BY 1, 2 ORDER BY tabel COLLATE "C", actie;
SELECT tabel, actie, count(*) FROM pg_temp.vergeet(2, false) GROUP BY 1, 2 ORDER BY tabel COLLATE "C", actie;
SELECT pg_temp.weet('Klant2'), pg_temp.weet(pg_temp.id('b', 2)::text);

-- The certificates name nobody.
SELECT grondslag, op_partij, aantal_partij AS partij, aantal_partij_identificator AS identificator, aantal_partij_verificatie AS verificatie,
       aantal_vertegenwoordiging AS vertegenwoordiging, aantal_digitaal_adres AS adres, aantal_mutatielog AS log, aantal_behouden AS behouden,
       aantal_klantcontact AS klantcontact
  FROM vernietiging ORDER BY id;

-- Bad input.
\set VERBOSITY terse
SELECT vergeet_partij(NULL, false, 'AVG art. 17');
SELECT vergeet_partij(pg_temp.id('b', 6), NULL, 'AVG art. 17');
SELECT vergeet_partij(pg_temp.id('b', 6), false);
SELECT vergeet_partij(pg_temp.id('b', 6), false, E' \t');
SELECT vergeet_partij(pg_temp.id('b', 99), false, 'AVG art. 17');
SELECT vergeet_partij(pg_temp.id('b', 99), true, 'AVG art. 17');
SELECT vergeet_partij(pg_temp.id('b', 6), false, 'AVG art. 17', 'geen');

-- Half-way failure leaves nothing half done: a trigger of the user's that keeps a row, or fails; a rolled back savepoint.
CREATE FUNCTION pg_temp.houd() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF TG_ARGV[0] = ''fout'' THEN RAISE ''no''; END IF; RETURN NULL; END';
CREATE TABLE pg_temp.voor AS SELECT pg_temp.weet('5') AS w;
CREATE TRIGGER houd BEFORE DELETE ON partij_verificatie FOR EACH ROW EXECUTE FUNCTION pg_temp.houd('houd');
SELECT vergeet_partij(pg_temp.id('b', 5), false, 'AVG art. 17');
DROP TRIGGER houd ON partij_verificatie;
CREATE TRIGGER houd BEFORE DELETE ON mutatielog FOR EACH ROW EXECUTE FUNCTION pg_temp.houd('fout');
SELECT vergeet_partij(pg_temp.id('b', 5), false, 'AVG art. 17');
DROP TRIGGER houd ON mutatielog;
BEGIN;
SAVEPOINT s;
SELECT count(*) > 0 FROM vergeet_partij(pg_temp.id('b', 5), false, 'AVG art. 17');
ROLLBACK TO s;
COMMIT;
SELECT w = pg_temp.weet('5') AS onveranderd FROM pg_temp.voor;
-- Nothing else is let in: not in the same transaction, nor by a trigger meanwhile.
BEGIN;
SELECT count(*) > 0 FROM vergeet_partij(pg_temp.id('b', 5), false, 'AVG art. 17');
DELETE FROM partij WHERE nummer = 6;
ROLLBACK;
BEGIN;
CREATE FUNCTION pg_temp.ook() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM ki_vergeet.partij WHERE nummer = 6; RETURN OLD; END';
CREATE TRIGGER a_ook BEFORE DELETE ON partij FOR EACH ROW WHEN (OLD.nummer = 5) EXECUTE FUNCTION pg_temp.ook();
SELECT count(*) > 0 FROM vergeet_partij(pg_temp.id('b', 5), false, 'AVG art. 17');
ROLLBACK;

-- As who: the bevoegdheid vernietigen will do, SELECT alone will not; row security hides nothing from it.
CREATE ROLE regress_ki_vergeet;
SELECT verleen('regress_ki_vergeet', 'lezen', 'ki_vergeet') \g /dev/null
SET ROLE regress_ki_vergeet;
SELECT count(*) > 0 FROM vergeet_partij(pg_temp.id('b', 5), true, 'AVG art. 17', 'ki_vergeet');
RESET ROLE;
SELECT verleen('regress_ki_vergeet', 'vernietigen', 'ki_vergeet') \g /dev/null
BEGIN;
SET ROLE regress_ki_vergeet;
SELECT actie, count(*) FROM vergeet_partij('b0000000-0000-4000-8000-000000000006', false, 'AVG art. 17', 'ki_vergeet') WHERE tabel <> 'mutatielog' GROUP BY 1 ORDER BY 1;
SELECT actie, count(*) FROM vergeet_partij('b0000000-0000-4000-8000-000000000005', false, 'AVG art. 17', 'ki_vergeet') WHERE tabel <> 'mutatielog' GROUP BY 1 ORDER BY 1;
RESET ROLE;
ROLLBACK;
ALTER TABLE partij_verificatie ENABLE ROW LEVEL SECURITY;
SET ROLE regress_ki_vergeet;
SELECT count(*) > 0 FROM vergeet_partij('b0000000-0000-4000-8000-000000000005', true, 'AVG art. 17', 'ki_vergeet');
RESET ROLE;

DROP SCHEMA ki_vergeet CASCADE;
DROP ROLE regress_ki_vergeet;
