-- Questions about a klantcontact, a taak and a partij, told by the worked cases of the domain.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
\pset null '-'
SELECT klantinteracties.maak_register('vragen');
SET search_path = vragen;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');

CREATE FUNCTION pg_temp.p(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('10000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.k(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('20000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.t(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('30000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.a(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('40000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.b(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('50000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.nr(id uuid) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT right(id::text, 12)::integer $$;
CREATE FUNCTION pg_temp.contact(nr integer, op timestamptz, kanaal text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (pg_temp.k(nr), nr, kanaal, 'onderwerp ' || nr, 'inhoud ' || nr, op);
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (pg_temp.k(nr), pg_temp.a(1));
$$;

INSERT INTO actor (id, naam, soort_actor) VALUES
    (pg_temp.a(1), 'KCC', 'organisatorische_eenheid'), (pg_temp.a(2), 'Burgerzaken', 'organisatorische_eenheid');
-- 1 is a person with a number and a preferred e-mail address; 2 an organisation with contactpersoon 3, who represented 1; 4 is inactive.
BEGIN;
INSERT INTO partij (id, nummer, soort_partij, indicatie_actief, naam, contactnaam_voorletters, contactnaam_voornaam,
                    contactnaam_voorvoegsel_achternaam, contactnaam_achternaam, bezoekadres_nummeraanduiding_id, bezoekadres_adresregel1,
                    werkte_voor_partij)
VALUES (pg_temp.p(1), 1, 'persoon', true, NULL, 'K.', 'Karel', 'van', 'Deurne', '0518200000637599', NULL, NULL),
       (pg_temp.p(2), 2, 'organisatie', true, 'Graafmachine Verhuur', NULL, NULL, NULL, NULL, NULL, 'Dorpsstraat 1', NULL),
       (pg_temp.p(3), 3, 'contactpersoon', true, NULL, 'H.', NULL, 'de', 'Bruin', NULL, NULL, pg_temp.p(2)),
       (pg_temp.p(4), 4, 'persoon', false, NULL, 'I.', NULL, NULL, 'Nactief', NULL, NULL, NULL);
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'partij ' || nummer FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES (pg_temp.p(2), pg_temp.p(1));
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij)
VALUES (pg_temp.a(11), '1', '0201234567', pg_temp.p(1)), (pg_temp.a(12), '2', 'karel@voorbeeld.nl', pg_temp.p(1)),
       (pg_temp.a(13), '2', 'inactief@voorbeeld.nl', pg_temp.p(4));
UPDATE partij SET voorkeurs_digitaal_adres = pg_temp.a(12) WHERE nummer = 1;
UPDATE partij SET voorkeurs_digitaal_adres = pg_temp.a(13) WHERE nummer = 4;
COMMIT;

-- W-05: a stranger asks to be called back. W-06: so does 1, on another number and by another name.
-- Then 1 by e-mail without more, 4 by letter, and 3 for the organisation that represented 1.
BEGIN;
DO $$ BEGIN
    PERFORM pg_temp.contact(5, '2026-01-05 09:00+01', 'telefoon'), pg_temp.contact(6, '2026-01-04 09:00+01', 'telefoon'),
            pg_temp.contact(7, '2026-01-07 09:00+01', 'telefoon'), pg_temp.contact(8, '2026-01-08 09:00+01', 'post'),
            pg_temp.contact(9, '2026-01-09 09:00+01', 'balie'), pg_temp.contact(10, '2026-01-10 09:00+01', 'chat');
END $$;
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, initiator, contactnaam_voornaam, contactnaam_voorvoegsel_achternaam,
                        contactnaam_achternaam, organisatienaam, correspondentieadres_adresregel1, correspondentieadres_adresregel2)
VALUES (pg_temp.b(5), pg_temp.k(5), NULL, 'klant', true, 'Karel', 'van', 'Deurne', 'Wereldwinkel', 'Dennenstraat 35', '3552RA Utrecht'),
       (pg_temp.b(6), pg_temp.k(6), pg_temp.p(1), 'klant', true, 'Carl', NULL, NULL, NULL, NULL, NULL),
       (pg_temp.b(7), pg_temp.k(7), pg_temp.p(1), 'klant', true, NULL, NULL, NULL, NULL, NULL, NULL),
       (pg_temp.b(8), pg_temp.k(8), pg_temp.p(4), 'klant', true, NULL, NULL, NULL, NULL, NULL, NULL),
       (pg_temp.b(9), pg_temp.k(9), pg_temp.p(3), 'vertegenwoordiger', true, NULL, NULL, NULL, NULL, NULL, NULL),
       (pg_temp.b(10), pg_temp.k(10), pg_temp.p(2), 'klant', false, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene)
VALUES ('1', '0612345678', pg_temp.b(5)), ('1', '0698765432', pg_temp.b(6));
INSERT INTO interne_taak (id, nummer, gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op)
SELECT pg_temp.t(nr), nr, 'Terugbellen', 'graag', pg_temp.k(nr), pg_temp.a(2), k.plaatsgevonden_op + interval '1 hour'
  FROM generate_series(5, 10) AS nr JOIN klantcontact k ON k.id = pg_temp.k(nr);
INSERT INTO bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
                     bijlageidentificator_object_id, bijlageidentificator_register_code)
VALUES (pg_temp.k(5), '3', '4', 'brief', '7'), (pg_temp.k(5), '103', '105', 'formulier', '8');
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact) VALUES (pg_temp.k(7), pg_temp.k(5));
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES (pg_temp.k(7), pg_temp.t(6));
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                             onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                             onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
VALUES (pg_temp.k(7), '12', '12', 'ZAAK-1', '6', true), (pg_temp.k(7), '100', '102', 'KT-1', '6', false),
       (pg_temp.k(7), '8', '8', '0003100000117987', '3', false);
COMMIT;

-- The longest waiting first.
SELECT * FROM klantinteracties.open_taken(pg_temp.a(2)) LIMIT 2;
UPDATE interne_taak SET status = 'verwerkt', verwerkt_op = '2026-01-06 10:00+01' WHERE nummer IN (5, 6);
SELECT nummer, plaatsgevonden_op FROM klantinteracties.open_taken(pg_temp.a(2));
SELECT nummer FROM klantinteracties.open_taken(pg_temp.a(1));
SELECT nummer, kanaal_code, plaatsgevonden_op, toegewezen_op, verwerkt_op, behandeltijd, doorlooptijd FROM klantinteracties.doorlooptijden();
SELECT nummer FROM klantinteracties.doorlooptijden('2026-01-04 09:00+01', '2026-01-05 09:00+01');
SELECT nummer FROM klantinteracties.doorlooptijden(tot => '2026-01-04 09:00+01');

SELECT nummer, k.* FROM interne_taak, klantinteracties.antwoordkanaal(id) AS k ORDER BY nummer;
SELECT * FROM klantinteracties.antwoordkanaal(pg_temp.t(99));

SELECT pg_temp.nr(b.id) AS betrokkene, g.* FROM betrokkene b, klantinteracties.effectieve_contactgegevens(b.id) WITH ORDINALITY AS g
 ORDER BY b.id, g.ordinality;

SELECT pg_temp.nr(k.id) AS kc, pg_temp.nr(partij) AS partij, rol, grond, pg_temp.nr(was_partij) AS was_partij
  FROM klantcontact k, klantinteracties.betrokken_partijen(k.id) ORDER BY k.id, grond;
-- A klantcontact concerns the partijen to whose history it belongs, and no other.
SELECT count(*) AS verschillen
  FROM (SELECT k.id AS klantcontact, b.partij, b.grond, b.was_partij FROM klantcontact k, klantinteracties.betrokken_partijen(k.id) b) AS b
  FULL JOIN (SELECT h.klantcontact, p.id AS partij, h.via AS grond, h.was_partij FROM partij p, klantinteracties.contacthistorie(p.id) h) AS h
       USING (klantcontact, partij, grond, was_partij)
 WHERE b IS NULL OR h IS NULL;

SELECT * FROM klantinteracties.inhoudsdelen(pg_temp.k(5));
SELECT vorm, tekst, pg_temp.nr(onderwerp_was_klantcontact) AS kc, pg_temp.nr(onderwerp_was_interne_taak) AS taak, objecttype_code AS objecttype,
       soort_object_id_code AS soort, object_id, register_code AS register, ontstaan_uit_klantcontact AS ontstaan
  FROM klantinteracties.onderwerpdelen(pg_temp.k(7));

-- Counted, and estimated: the estimate is as good as the statistics.
SELECT klantinteracties.tel_contacten(pg_temp.p(1)) AS alle, klantinteracties.tel_contacten(pg_temp.p(1), van => '2026-01-07 09:00+01') AS van,
       klantinteracties.tel_contacten(pg_temp.p(1), tot => '2026-01-07 09:00+01') AS tot,
       klantinteracties.tel_contacten(pg_temp.p(1), kanaal => 'balie') AS balie, klantinteracties.tel_contacten(pg_temp.p(99)) AS geen;
BEGIN;
INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
SELECT pg_temp.k(nr), nr, 'chat', 'onderwerp', 'inhoud', '2026-02-01 00:00+01' FROM generate_series(1001, 1600) AS nr;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT pg_temp.k(nr), pg_temp.a(1) FROM generate_series(1001, 1600) AS nr;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT pg_temp.k(nr), pg_temp.p(2), 'klant' FROM generate_series(1001, 1600) AS nr;
COMMIT;
ANALYZE betrokkene;
SELECT klantinteracties.tel_contacten(pg_temp.p(2)) AS geteld, klantinteracties.schat_contacten(pg_temp.p(2)) BETWEEN 500 AND 700 AS geschat_veel,
       klantinteracties.schat_contacten(pg_temp.p(3)) < 20 AS geschat_weinig,
       klantinteracties.schat_contacten(pg_temp.p(2), tot => '2020-01-01') < 100 AS geschat_vroeg;

-- A key is needed, and the caller's privileges hold: to estimate, too.
SELECT * FROM klantinteracties.open_taken(NULL);
SELECT * FROM klantinteracties.antwoordkanaal(NULL);
SELECT * FROM klantinteracties.betrokken_partijen(NULL);
SELECT * FROM klantinteracties.inhoudsdelen(NULL);
SELECT * FROM klantinteracties.onderwerpdelen(NULL);
SELECT * FROM klantinteracties.effectieve_contactgegevens(NULL);
SELECT klantinteracties.tel_contacten(NULL);
SELECT klantinteracties.schat_contacten(NULL);
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA vragen TO regress_ki_lezer;
GRANT SELECT ON partij_klantcontact TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT klantinteracties.schat_contacten(pg_temp.p(2));
SELECT klantinteracties.tel_contacten(pg_temp.p(2));
SELECT * FROM klantinteracties.open_taken(pg_temp.a(2));
RESET ROLE;

DROP SCHEMA vragen CASCADE;
DROP ROLE regress_ki_lezer;
