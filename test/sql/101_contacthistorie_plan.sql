-- However its plan came about, a history is read from betrokkene_historie_idx, as far as the rows that are asked for.
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('plan');
SET search_path = plan;

INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij)
SELECT ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i, 'persoon' FROM generate_series(1, 40) AS i;
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'nummer ' || nummer FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
COMMIT;

-- Contacts of partij 1, and one each of the others.
CREATE FUNCTION pg_temp.contacten(van integer, tot integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO klantcontact (nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
    SELECT i, 'chat', 'onderwerp', 'inhoud', timestamptz '2026-01-01 00:00+01' + i * interval '1 minute' FROM generate_series(van, tot) AS i;
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT k.id, a.id FROM klantcontact k, actor a WHERE k.nummer BETWEEN van AND tot;
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
    SELECT k.id, p.id, 'klant' FROM klantcontact k JOIN partij p ON p.nummer = CASE WHEN k.nummer < 40 THEN k.nummer + 1 ELSE 1 END
     WHERE k.nummer BETWEEN van AND tot;
$$;

-- What one call reads of betrokkene and klantcontact: scans from end to end, and entries of the index of histories.
CREATE FUNCTION pg_temp.leest(partij integer, aantal integer) RETURNS TABLE (rijen bigint, hele_tabellen bigint, uit_index bigint)
LANGUAGE plpgsql AS $$
DECLARE
    eerst bigint := pg_stat_get_xact_tuples_returned('betrokkene_historie_idx'::regclass);
    eerst_heel bigint := pg_stat_get_xact_numscans('betrokkene'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass);
BEGIN
    SELECT count(*) INTO rijen
      FROM klantinteracties.contacthistorie(('10000000-0000-7000-8000-' || lpad(partij::text, 12, '0'))::uuid, aantal => leest.aantal);
    hele_tabellen := pg_stat_get_xact_numscans('betrokkene'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass) - eerst_heel;
    uit_index := pg_stat_get_xact_tuples_returned('betrokkene_historie_idx'::regclass) - eerst;
    RETURN NEXT;
END $$;

-- The plan is made while the tables are all but empty and known to be, and kept: it does not change when they grow.
DO $$ BEGIN PERFORM pg_temp.contacten(1, 3); END $$;
ANALYZE klantcontact, betrokkene;
SELECT * FROM pg_temp.leest(2, 20);
DO $$ BEGIN PERFORM pg_temp.contacten(4, 3000); END $$;
SELECT * FROM pg_temp.leest(1, 20);
SELECT * FROM pg_temp.leest(5, 20);
-- With statistics of the skew, for a partij with many and for one with few.
ANALYZE klantcontact, betrokkene;
SELECT * FROM pg_temp.leest(1, 20);
SELECT * FROM pg_temp.leest(5, 20);
SELECT * FROM pg_temp.leest(1, 500);
-- In a session that plans for the values of each call.
SET plan_cache_mode = force_custom_plan;
SELECT * FROM pg_temp.leest(1, 20);
RESET plan_cache_mode;
-- With tables that look never analyzed.
UPDATE pg_class SET relpages = 0, reltuples = -1
 WHERE oid IN ('klantcontact'::regclass, 'betrokkene'::regclass, 'betrokkene_historie_idx'::regclass);
DELETE FROM pg_statistic WHERE starelid IN ('klantcontact'::regclass, 'betrokkene'::regclass);
SELECT * FROM pg_temp.leest(1, 20);

-- From a number to its partijen: by the index that makes it unique, in the functions and in plain SQL, and contactpersonen too.
BEGIN;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'wijziging', 'zelf', 'balie' FROM partij WHERE nummer = 5;
INSERT INTO partij_identificator (identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
                                  partij_identificator_object_id, partij_identificator_register_code)
SELECT id, '1', '1', '123456782', '1' FROM partij WHERE nummer = 5;
COMMIT;
CREATE FUNCTION pg_temp.leest_identificatoren(vraag text) RETURNS TABLE (rijen bigint, hele_tabel bigint, uit_index bigint)
LANGUAGE plpgsql AS $$
DECLARE
    eerst bigint := pg_stat_get_xact_tuples_returned('partij_identificator_eenmalig'::regclass);
    eerst_heel bigint := pg_stat_get_xact_numscans('partij_identificator'::regclass);
BEGIN
    EXECUTE 'SELECT count(*) FROM ' || vraag INTO rijen;
    hele_tabel := pg_stat_get_xact_numscans('partij_identificator'::regclass) - eerst_heel;
    uit_index := pg_stat_get_xact_tuples_returned('partij_identificator_eenmalig'::regclass) - eerst;
    RETURN NEXT;
END $$;
SELECT * FROM pg_temp.leest_identificatoren($$klantinteracties.contacthistorie_van_identificator('bsn', '123456782')$$);
SELECT * FROM pg_temp.leest_identificatoren($$klantinteracties.zoek_partij('bsn', '123456782')$$);
SET enable_seqscan = off;
SELECT * FROM pg_temp.leest_identificatoren($$partij_identificator
 WHERE partij_identificator_object_id = '123456782' AND partij_identificator_soort_object_id_code = '1'$$);
RESET enable_seqscan;

-- The view: the planner reads the direct contacts in the order of the index.
CREATE FUNCTION pg_temp.plan_van(vraag text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE 'EXPLAIN ' || vraag;
END $$;
ANALYZE klantcontact, betrokkene;
SELECT bool_or(regel ~ '^  ->  Merge Append') AS voegt_samen,
       bool_or(regel ~ '->  Index (Only )?Scan using betrokkene_historie_idx on betrokkene b ') AS op_volgorde
  FROM pg_temp.plan_van($$SELECT klantcontact FROM partij_klantcontact WHERE partij = '10000000-0000-7000-8000-000000000001'
                           ORDER BY plaatsgevonden_op DESC, klantcontact DESC LIMIT 20$$) AS regel;

-- The planner knows how many rows a page has, where the query says so.
SELECT vraag, substring(regel FROM 'rows=(\d+)') AS rijen
  FROM unnest(ARRAY['contacthistorie(NULL, aantal => 7)', 'contacthistorie(NULL, aantal => -7)', 'contacthistorie(NULL)',
                    'contacthistorie(NULL, aantal => NULL)', 'contacthistorie(NULL, aantal => (random() * 7)::integer)',
                    'contacthistorie_van_identificator(NULL, NULL, aantal => 3 + 4)',
                    'contacthistorie_van_onderwerp(NULL, NULL, aantal => 100)',
                    $$klantcontacten_json(ARRAY[gen_random_uuid()]::uuid[])$$,
                    $$klantcontacten_json('{10000000-0000-7000-8000-000000000001,10000000-0000-7000-8000-000000000002}')$$]) AS vraag,
       LATERAL pg_temp.plan_van('SELECT * FROM klantinteracties.' || vraag) AS regel
 WHERE regel ~ '^Function Scan';

DROP SCHEMA plan CASCADE;
