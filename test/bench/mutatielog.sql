-- What the memory of mutations costs: 20,000 interne taken become verwerkt, with the trigger that writes the mutatielog and without, in
-- one statement and row by row, by turns.  In a database of its own:  psql -X -f test/bench/mutatielog.sql
\set QUIET on
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS klantinteracties;
SELECT klantinteracties.maak_register('bench') \g /dev/null
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'bench') \g /dev/null
SET search_path = bench;
BEGIN;
INSERT INTO actor (id, naam, soort_actor) VALUES ('00000000-0000-0000-0000-00000000000a', 'A', 'medewerker');
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op)
    SELECT lpad(n::text, 32, '0')::uuid, 'Vraag over afval', 'Vraag en antwoord van gemiddelde lengte', '2024-01-01' FROM generate_series(1, 20000) n;
INSERT INTO betrokkene (had_klantcontact, rol) SELECT id, 'klant' FROM klantcontact;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT id, '00000000-0000-0000-0000-00000000000a' FROM klantcontact;
INSERT INTO interne_taak (id, gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    SELECT id, 'Terugbellen', 'Na vijven bellen', id, '00000000-0000-0000-0000-00000000000a' FROM klantcontact;
COMMIT;

CREATE TEMPORARY TABLE meting (wijze text, log text, ms float);
CREATE PROCEDURE pg_temp.meet(wijze text, log text) LANGUAGE plpgsql AS $$
DECLARE
    van timestamptz;
    duur interval;
    r record;
BEGIN
    EXECUTE format('ALTER TABLE bench.interne_taak %s TRIGGER mutatielog', CASE log WHEN 'with' THEN 'ENABLE' ELSE 'DISABLE' END);
    van := clock_timestamp();
    IF wijze = 'one statement' THEN
        UPDATE bench.interne_taak SET status = 'verwerkt';
    ELSE
        FOR r IN SELECT id FROM bench.klantcontact LOOP
            UPDATE bench.interne_taak SET status = 'verwerkt' WHERE id = r.id;
        END LOOP;
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
    duur := clock_timestamp() - van;
    ROLLBACK;
    INSERT INTO meting VALUES (wijze, log, extract(epoch FROM duur) * 1000);
END
$$;
VACUUM ANALYZE klantcontact, interne_taak;
SELECT format('CALL pg_temp.meet(%L, %L)', wijze, log), 'VACUUM bench.interne_taak', 'VACUUM bench.mutatielog'
  FROM generate_series(1, 9) ronde, unnest('{one statement,row by row}'::text[]) wijze, unnest('{with,without}'::text[]) log
 ORDER BY ronde, wijze, (log = 'with') = (ronde % 2 = 0) \gexec
SELECT wijze, log || ' the log' AS log, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS median_ms,
       round(min(ms)::numeric, 1) AS min, round(max(ms)::numeric, 1) AS max,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) / 20)::numeric, 1) AS us_per_row
  FROM meting GROUP BY wijze, log ORDER BY wijze, log;
DROP SCHEMA bench CASCADE;
