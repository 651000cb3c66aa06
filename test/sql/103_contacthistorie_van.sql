-- Histories by identificator and by onderwerp, and the ways to find a partij.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
\pset null '-'
SELECT klantinteracties.maak_register('van');
SET search_path = van;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');

CREATE FUNCTION pg_temp.p(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('10000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.k(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('20000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.nr(id uuid) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT right(id::text, 12)::integer $$;
CREATE FUNCTION pg_temp.partij(nr integer, soort text, werkte_voor integer DEFAULT NULL) RETURNS void LANGUAGE sql AS $$
    INSERT INTO partij (id, nummer, soort_partij, naam, contactnaam_achternaam, werkte_voor_partij)
    VALUES (pg_temp.p(nr), nr, soort, CASE soort WHEN 'organisatie' THEN 'Organisatie ' || nr END,
            CASE soort WHEN 'organisatie' THEN NULL ELSE 'Mens ' || nr END, pg_temp.p(werkte_voor));
    INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (pg_temp.p(nr), 'registratie', 'zelf', 'balie');
$$;
CREATE FUNCTION pg_temp.identificator(partij integer, nr integer, soort text, waarde text, sub_van integer DEFAULT NULL) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code,
        partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code, sub_identificator_van)
    SELECT ('50000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid, pg_temp.p(partij), s.soort_object, s.code, waarde, o.extern_register,
           ('50000000-0000-7000-8000-' || lpad(sub_van::text, 12, '0'))::uuid
      FROM soort_object_id s JOIN soort_object o ON o.code = s.soort_object WHERE s.code = soort
$$;
CREATE FUNCTION pg_temp.contact(nr integer, op timestamptz, kanaal text, VARIADIC partijen integer[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (pg_temp.k(nr), nr, kanaal, 'onderwerp ' || nr, 'inhoud', op);
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT pg_temp.k(nr), id FROM actor;
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT pg_temp.k(nr), pg_temp.p(p), 'klant' FROM unnest(partijen) AS p;
$$;
CREATE FUNCTION pg_temp.object(kc integer, soort_object_id text, object_id text, ontstaan boolean DEFAULT false) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
        onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id, onderwerpobjectidentificator_register_code,
        ontstaan_uit_klantcontact)
    SELECT pg_temp.k(kc), s.soort_object, s.code, object_id, o.extern_register, ontstaan
      FROM soort_object_id s JOIN soort_object o ON o.code = s.soort_object WHERE s.code = soort_object_id
$$;
INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');

-- 1 has a BSN; 2 is a RSIN with the same digits; 3 has a KVK-nummer and a vestiging, 4 the same vestigingsnummer without one;
-- 5 is a contactpersoon who has the BSN of 1.
BEGIN;
DO $$ BEGIN
    PERFORM pg_temp.partij(1, 'persoon'), pg_temp.partij(2, 'organisatie'), pg_temp.partij(3, 'organisatie'),
            pg_temp.partij(4, 'organisatie');
    PERFORM pg_temp.partij(5, 'contactpersoon', 3);
    PERFORM pg_temp.identificator(1, 1, '1', '123456782'), pg_temp.identificator(2, 2, '2', '123456782'),
            pg_temp.identificator(3, 3, '100', '12345678');
    PERFORM pg_temp.identificator(3, 4, '3', '123456789878', 3), pg_temp.identificator(4, 5, '100', '87654321');
    PERFORM pg_temp.identificator(4, 6, '3', '000037178598', 5), pg_temp.identificator(5, 7, '1', '123456782');
    PERFORM pg_temp.contact(1, '2026-01-01 09:00+01', 'balie', 1), pg_temp.contact(2, '2026-01-02 09:00+01', 'balie', 2),
            pg_temp.contact(3, '2026-01-03 09:00+01', 'chat', 3), pg_temp.contact(4, '2026-01-04 09:00+01', 'chat', 4),
            pg_temp.contact(5, '2026-01-05 09:00+01', 'chat', 5), pg_temp.contact(6, '2026-01-06 09:00+01', 'chat', 1, 5);
    INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij)
    VALUES ('2', 'een@voorbeeld.nl', pg_temp.p(1)), ('1', '0612345678', pg_temp.p(1)), ('1', '0612345678', pg_temp.p(3));
END $$;
COMMIT;

SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij
  FROM klantinteracties.contacthistorie_van_identificator('bsn', '123456782');
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij
  FROM klantinteracties.contacthistorie_van_identificator('1', '123456782', aantal => 2);
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij
  FROM klantinteracties.contacthistorie_van_identificator('rsin', '123456782');
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij
  FROM klantinteracties.contacthistorie_van_identificator('kvk_nummer', '12345678', na => pg_temp.k(6), van => '2026-01-04');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_identificator('vestigingsnummer', '123456789878');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_identificator('vestigingsnummer', '123456789878', '12345678');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_identificator('vestigingsnummer', '123456789878', '87654321');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_identificator('bsn', '999990019');
SELECT * FROM klantinteracties.contacthistorie_van_identificator('BSN', '123456782');
SELECT * FROM klantinteracties.contacthistorie_van_identificator('bsn', NULL);
SELECT * FROM klantinteracties.contacthistorie_van_identificator(NULL, '123456782');
SELECT * FROM klantinteracties.contacthistorie_van_identificator('bsn', '123456782', aantal => 0);

SELECT soort, waarde, sub_van,
       (SELECT array_agg(pg_temp.nr(partij)) FROM klantinteracties.zoek_partij(soort, waarde, sub_van)) AS partijen
  FROM (VALUES ('bsn', '123456782', NULL), ('rsin', '123456782', NULL), ('1', '123456782', NULL), ('oin', '123456782', NULL),
               ('vestigingsnummer', '000037178598', NULL), ('vestigingsnummer', '000037178598', '87654321'),
               ('vestigingsnummer', '000037178598', '12345678'), ('nummer', '3', NULL), ('nummer', '33', NULL),
               ('id', '10000000-0000-7000-8000-000000000004', NULL), ('id', '10000000-0000-7000-8000-000000000044', NULL),
               ('digitaal_adres', '0612345678', NULL), ('digitaal_adres', 'een@voorbeeld.nl', NULL),
               ('digitaal_adres', 'twee@voorbeeld.nl', NULL)) AS v (soort, waarde, sub_van);
SELECT * FROM klantinteracties.zoek_partij('naam', 'Mens 1');
SELECT * FROM klantinteracties.zoek_partij('bsn', NULL);
SELECT * FROM klantinteracties.zoek_partij(NULL, '123456782');
SELECT * FROM klantinteracties.zoek_partij('nummer', 'een');
SELECT * FROM klantinteracties.zoek_partij('id', 'een');

-- A zaak: 10 made it, 11 and 12 are about it, 13 about another object with that ID; 11 names it twice.
BEGIN;
DO $$ BEGIN
    PERFORM pg_temp.contact(nr, timestamptz '2026-02-01 09:00+01' + nr / 2 * interval '1 day', 'chat', 1)
       FROM generate_series(10, 40) AS nr;
    PERFORM pg_temp.object(10, '12', 'ZAAK-1', true), pg_temp.object(11, '12', 'ZAAK-1'), pg_temp.object(11, '12', 'ZAAK-1', true),
            pg_temp.object(12, '12', 'ZAAK-1'), pg_temp.object(13, '105', 'ZAAK-1');
    PERFORM pg_temp.object(nr, '12', 'ZAAK-2') FROM generate_series(14, 40) AS nr;
    INSERT INTO klanttaak (id, nummer, gevraagde_handeling, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
                           zaakidentificator_object_id, zaakidentificator_register_code)
    VALUES ('40000000-0000-7000-8000-000000000001', 77, 'Betalen', '12', '12', 'ZAAK-1', '6');
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klanttaak)
    SELECT pg_temp.k(nr), '40000000-0000-7000-8000-000000000001' FROM unnest(ARRAY[12, 14, 14]) AS nr;
    PERFORM pg_temp.object(13, '102', '77'), pg_temp.object(14, '102', '77'), pg_temp.object(15, '102', 'KT-77');
END $$;
COMMIT;
SELECT pg_temp.nr(klantcontact) AS kc, nummer, plaatsgevonden_op, kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt AS gelukt,
       vertrouwelijk, ontstaan_uit_klantcontact AS ontstaan, initiatiefnemer
  FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-1');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('12', 'ZAAK-1', aantal => 2);
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('12', 'ZAAK-1', aantal => 2, na => pg_temp.k(11));
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('12', 'ZAAK-1', kanaal => 'balie');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('103', 'ZAAK-1');
SELECT count(*), min(nummer), max(nummer) FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-2');
SELECT count(*), min(nummer), max(nummer) FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-2', na => pg_temp.k(21));
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('klanttaak', '77');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('klanttaak', '77', aantal => 1);
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie_van_onderwerp('klanttaak', 'KT-77');
SELECT * FROM klantinteracties.contacthistorie_van_onderwerp('zaken', 'ZAAK-1');
SELECT * FROM klantinteracties.contacthistorie_van_onderwerp(NULL, 'ZAAK-1');
SELECT * FROM klantinteracties.contacthistorie_van_onderwerp('zaak', NULL);
SELECT * FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-1', na => pg_temp.k(99));

-- It reads one range of the index, as far as the page goes, though the plan was made when there was less.
CREATE FUNCTION pg_temp.leest(aantal integer) RETURNS TABLE (rijen bigint, hele_tabellen bigint, uit_index bigint) LANGUAGE plpgsql AS $$
DECLARE
    eerst bigint := pg_stat_get_xact_tuples_returned('onderwerpobject_historie_idx'::regclass);
    eerst_heel bigint := pg_stat_get_xact_numscans('onderwerpobject'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass);
BEGIN
    SELECT count(*) INTO rijen FROM klantinteracties.contacthistorie_van_onderwerp('zaak', 'ZAAK-2', aantal => leest.aantal);
    hele_tabellen := pg_stat_get_xact_numscans('onderwerpobject'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass) - eerst_heel;
    uit_index := pg_stat_get_xact_tuples_returned('onderwerpobject_historie_idx'::regclass) - eerst;
    RETURN NEXT;
END $$;
BEGIN;
DO $$ BEGIN
    PERFORM pg_temp.contact(nr, timestamptz '2026-03-01 09:00+01' + nr * interval '1 minute', 'chat', 1), pg_temp.object(nr, '12', 'ZAAK-2')
       FROM generate_series(100, 1100) AS nr;
END $$;
COMMIT;
SELECT rijen, hele_tabellen, uit_index <= 2 * rijen AS niet_meer FROM pg_temp.leest(20);
ANALYZE onderwerpobject, klantcontact;
SELECT rijen, hele_tabellen, uit_index <= 2 * rijen AS niet_meer FROM pg_temp.leest(20);

DROP SCHEMA van CASCADE;
