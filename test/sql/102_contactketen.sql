-- contactketen(): W-10 and W-11, and chains that branch or run in a circle.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
\pset null '-'
SELECT klantinteracties.maak_register('keten');
SET search_path = keten;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');

CREATE FUNCTION pg_temp.k(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('20000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.t(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('30000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
-- kc1, T1: how the output names a row.
CREATE FUNCTION pg_temp.naam(id uuid) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE left(id::text, 1) WHEN '2' THEN 'kc' WHEN '3' THEN 'T' ELSE 'klanttaak' END || right(id::text, 12)::integer $$;
CREATE FUNCTION pg_temp.contact(nr integer, op timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (pg_temp.k(nr), nr, 'telefoon', 'onderwerp ' || nr, 'inhoud', op);
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT pg_temp.k(nr), id FROM actor;
    INSERT INTO betrokkene (had_klantcontact, rol, initiator) VALUES (pg_temp.k(nr), 'klant', true);
$$;
CREATE FUNCTION pg_temp.taak(nr integer, kc integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO interne_taak (id, nummer, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op)
    SELECT pg_temp.t(nr), nr, 'Terugbellen', pg_temp.k(kc), a.id, k.plaatsgevonden_op + interval '1 minute'
      FROM actor a, klantcontact k WHERE k.id = pg_temp.k(kc);
$$;
CREATE FUNCTION pg_temp.object(kc integer, objecttype text, soort_object_id text, object_id text, register_code text, ontstaan boolean)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                                 onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                                 onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
    VALUES (pg_temp.k(kc), objecttype, soort_object_id, object_id, register_code, ontstaan);
$$;
CREATE FUNCTION pg_temp.keten(kc integer) RETURNS TABLE (soort text, naam text, objecttype text, object_id text, voorganger text)
LANGUAGE sql AS $$
    SELECT soort, pg_temp.naam(id), objecttype_code, object_id, pg_temp.naam(voorganger)
      FROM klantinteracties.contactketen(pg_temp.k(kc))
$$;
INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');

-- W-10: the answer; its subject is the taak.
DO $$ BEGIN
    PERFORM pg_temp.contact(1, '2026-01-05 09:00+01');
    PERFORM pg_temp.taak(1, 1);
    PERFORM pg_temp.contact(2, '2026-01-05 11:00+01');
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak) VALUES (pg_temp.k(2), pg_temp.t(1));
END $$;
UPDATE interne_taak SET status = 'verwerkt', verwerkt_op = '2026-01-05 11:00+01' WHERE nummer = 1;
SELECT soort, pg_temp.naam(id), nummer, objecttype_code, object_id, omschrijving, moment, status, pg_temp.naam(voorganger) AS voorganger
  FROM klantinteracties.contactketen(pg_temp.k(1));
SELECT array_agg(id) = (SELECT array_agg(id) FROM klantinteracties.contactketen(pg_temp.k(2))) AS zelfde
  FROM klantinteracties.contactketen(pg_temp.k(1));

-- W-11: the answer leads to a zaak; a later contact asks about it, and about kc2.
DO $$ BEGIN
    PERFORM pg_temp.object(2, '12', '12', 'ZAAK-2', '6', true);
    PERFORM pg_temp.contact(3, '2026-01-06 09:00+01');
    PERFORM pg_temp.object(3, '12', '12', 'ZAAK-2', '6', false);
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact) VALUES (pg_temp.k(3), pg_temp.k(2));
    -- something else about the zaak is not part of the chain
    PERFORM pg_temp.contact(4, '2026-01-07 09:00+01');
    PERFORM pg_temp.object(4, '12', '12', 'ZAAK-2', '6', false);
END $$;
SELECT * FROM pg_temp.keten(3);
SELECT * FROM pg_temp.keten(4);

-- Two taken and two answers, a klanttaak here and one elsewhere, another object; from whatever contact one looks, the same rows.
DO $$ BEGIN
    PERFORM pg_temp.contact(10, '2026-02-01 09:00+01');
    PERFORM pg_temp.taak(10, 10), pg_temp.taak(11, 10);
    PERFORM pg_temp.contact(11, '2026-02-02 09:00+01'), pg_temp.contact(12, '2026-02-03 09:00+01');
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak)
    VALUES (pg_temp.k(11), pg_temp.t(10)), (pg_temp.k(12), pg_temp.t(11));
    INSERT INTO klanttaak (id, nummer, gevraagde_handeling, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
                           zaakidentificator_object_id, zaakidentificator_register_code)
    VALUES ('40000000-0000-7000-8000-000000000001', 1, 'Betalen', '12', '12', 'ZAAK-3', '6');
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klanttaak)
    SELECT pg_temp.k(nr), '40000000-0000-7000-8000-000000000001' FROM unnest(ARRAY[11, 12]) AS nr;
    PERFORM pg_temp.object(12, '100', '102', 'KT-77', '6', false), pg_temp.object(12, '8', '8', '0003100000117987', '3', false);
END $$;
SELECT * FROM pg_temp.keten(10);
SELECT count(DISTINCT rijen) AS antwoorden
  FROM unnest(ARRAY[10, 11, 12]) AS nr, LATERAL (SELECT array_agg(k) AS rijen FROM pg_temp.keten(nr) k) r;

-- A circle of two contacts at the same moment, each about the other.
DO $$ BEGIN
    PERFORM pg_temp.contact(20, '2026-03-01 09:00+01'), pg_temp.contact(21, '2026-03-01 09:00+01');
    INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact)
    VALUES (pg_temp.k(20), pg_temp.k(21)), (pg_temp.k(21), pg_temp.k(20));
END $$;
SELECT * FROM pg_temp.keten(20);

-- What the reader cannot see is not shown and not passed through.
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA keten TO regress_ki_lezer;
GRANT SELECT ON klantcontact, interne_taak, onderwerpobject TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT soort, nummer FROM klantinteracties.contactketen(pg_temp.k(1));
RESET ROLE;
GRANT SELECT ON klanttaak TO regress_ki_lezer;
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY niet_twee ON klantcontact AS RESTRICTIVE FOR SELECT TO regress_ki_lezer USING (nummer <> 2);
SET ROLE regress_ki_lezer;
SELECT soort, nummer FROM klantinteracties.contactketen(pg_temp.k(1));
SELECT soort, nummer FROM klantinteracties.contactketen(pg_temp.k(2));
SELECT soort, nummer, object_id FROM klantinteracties.contactketen(pg_temp.k(3));
RESET ROLE;

SELECT * FROM klantinteracties.contactketen(NULL);
SELECT count(*) FROM klantinteracties.contactketen(pg_temp.k(999));
SET search_path = '';
SELECT * FROM klantinteracties.contactketen(pg_temp.k(1));
SELECT count(*) FROM klantinteracties.contactketen(pg_temp.k(1), 'keten');

DROP SCHEMA keten CASCADE;
DROP ROLE regress_ki_lezer;
