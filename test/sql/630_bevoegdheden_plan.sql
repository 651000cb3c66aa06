-- Row security costs a reader no more than a look at the row: a history is one range of betrokkene_historie_idx for who reads, for who
-- may see what is vertrouwelijk, and in an inzage.
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('plan') \g /dev/null
SET search_path = plan;
INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij)
SELECT ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i, 'persoon' FROM generate_series(1, 40) AS i;
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'nummer ' || nummer FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
COMMIT;
-- 3000 contacts of partij 1, one of each other; one in ten is vertrouwelijk.
BEGIN;
INSERT INTO klantcontact (nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk)
SELECT i, 'chat', 'onderwerp', 'inhoud', timestamptz '2026-01-01 00:00+01' + i * interval '1 minute', CASE WHEN i % 10 = 0 THEN 'ja' ELSE '' END
  FROM generate_series(1, 3000) AS i;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT k.id, a.id FROM klantcontact k, actor a;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
SELECT k.id, p.id, 'klant' FROM klantcontact k JOIN partij p ON p.nummer = CASE WHEN k.nummer < 40 THEN k.nummer + 1 ELSE 1 END;
COMMIT;
VACUUM ANALYZE klantcontact, betrokkene, partij, vertegenwoordiging;
CREATE ROLE regress_ki_lezer;
CREATE ROLE regress_ki_vertrouwd;
CREATE ROLE regress_ki_portaal;
SELECT count(*) FROM klantinteracties.verleen('regress_ki_lezer', 'lezen') \g /dev/null
SELECT count(*) FROM unnest('{lezen,vertrouwelijk}'::text[]) b, klantinteracties.verleen('regress_ki_vertrouwd', b) \g /dev/null
SELECT count(*) FROM klantinteracties.verleen('regress_ki_portaal', 'inzage') \g /dev/null

CREATE FUNCTION leest(partij integer, aantal integer) RETURNS TABLE (rijen bigint, hele_tabellen bigint, een_stukje boolean)
LANGUAGE plpgsql AS $$
DECLARE
    eerst bigint := pg_stat_get_xact_tuples_returned('betrokkene_historie_idx'::regclass);
    eerst_heel bigint := pg_stat_get_xact_numscans('betrokkene'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass);
BEGIN
    SELECT count(*) INTO rijen
      FROM klantinteracties.contacthistorie(('10000000-0000-7000-8000-' || lpad(partij::text, 12, '0'))::uuid, aantal => leest.aantal);
    hele_tabellen := pg_stat_get_xact_numscans('betrokkene'::regclass) + pg_stat_get_xact_numscans('klantcontact'::regclass) - eerst_heel;
    een_stukje := pg_stat_get_xact_tuples_returned('betrokkene_historie_idx'::regclass) - eerst <= 30;
    RETURN NEXT;
END $$;
SET ROLE regress_ki_lezer;
SELECT * FROM leest(1, 20);
SELECT * FROM leest(5, 20);
SET ROLE regress_ki_vertrouwd;
SELECT * FROM leest(1, 20);
SET ROLE regress_ki_portaal;
BEGIN;
SELECT klantinteracties.begin_inzage('10000000-0000-7000-8000-000000000005', 'DigiD');
SELECT * FROM leest(5, 20);
SELECT * FROM leest(1, 20);
COMMIT;
RESET ROLE;

-- What the planner makes of a policy: a filter on what the index holds, one range of an index, or nothing at all.
CREATE FUNCTION plan_van(vraag text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || vraag;
END $$;
SET ROLE regress_ki_lezer;
SELECT * FROM plan_van($$SELECT plaatsgevonden_op, had_klantcontact, rol FROM betrokkene WHERE was_partij = '10000000-0000-7000-8000-000000000001'
                         ORDER BY plaatsgevonden_op DESC, had_klantcontact DESC LIMIT 20$$);
SET ROLE regress_ki_portaal;
SELECT * FROM plan_van('SELECT onderwerp FROM klantcontact');
SELECT * FROM plan_van('SELECT had_klantcontact FROM betrokkene ORDER BY plaatsgevonden_op DESC LIMIT 20');
SELECT * FROM plan_van('SELECT naam FROM actor');
RESET ROLE;
-- Another reader of the same session does not get the plan, or the answer, of the one before.
SET plan_cache_mode = force_generic_plan;
PREPARE hoeveel AS SELECT count(*) FROM klantcontact;
SET ROLE regress_ki_lezer;
EXECUTE hoeveel;
SET ROLE regress_ki_vertrouwd;
EXECUTE hoeveel;
SET ROLE regress_ki_portaal;
EXECUTE hoeveel;
RESET ROLE;
EXECUTE hoeveel;
SELECT count(*) FROM klantinteracties.ontneem('regress_ki_vertrouwd', 'vertrouwelijk') \g /dev/null
SET ROLE regress_ki_vertrouwd;
EXECUTE hoeveel;
RESET ROLE;
DROP SCHEMA plan CASCADE;
DROP ROLE regress_ki_lezer, regress_ki_vertrouwd, regress_ki_portaal;
