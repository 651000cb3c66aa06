-- What the memory of mutations costs: 20,000 interne taken become verwerkt, with the trigger that writes the mutatielog and without, in
-- one statement and row by row, by turns.  In a database of its own, on Linux, as superuser:  psql -X -f test/bench/mutatielog.sql
-- Time is that which the session had a processor; each ratio is of two runs that followed each other.
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

CREATE TEMPORARY TABLE meting (ronde integer, wijze text, log text, ms float);
CREATE FUNCTION pg_temp.processor() RETURNS float LANGUAGE sql AS
$$ SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::float / 1e6 $$;
CREATE PROCEDURE pg_temp.meet(ronde integer, wijze text, log text) LANGUAGE plpgsql AS $$
DECLARE
    van float;
    duur float;
    r record;
BEGIN
    EXECUTE format('ALTER TABLE bench.interne_taak %s TRIGGER "!mutatielog"', CASE log WHEN 'with' THEN 'ENABLE' ELSE 'DISABLE' END);
    van := pg_temp.processor();
    IF wijze = 'one statement' THEN
        UPDATE bench.interne_taak SET status = 'verwerkt';
    ELSE
        FOR r IN SELECT id FROM bench.klantcontact LOOP
            UPDATE bench.interne_taak SET status = 'verwerkt' WHERE id = r.id;
        END LOOP;
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
    duur := pg_temp.processor() - van;
    ROLLBACK;
    INSERT INTO meting VALUES (ronde, wijze, log, duur);
END
$$;
VACUUM ANALYZE klantcontact, interne_taak;
SELECT format('CALL pg_temp.meet(%s, %L, %L)', ronde, wijze, log), 'VACUUM bench.interne_taak', 'VACUUM bench.mutatielog'
  FROM generate_series(1, 9) ronde, unnest('{one statement,row by row}'::text[]) wijze, unnest('{with,without}'::text[]) log
 ORDER BY ronde, wijze, (log = 'with') = (ronde % 2 = 0) \gexec
SELECT wijze, count(*) AS rounds, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY m.ms / z.ms)::numeric, 2) AS ratio,
       round(min(m.ms / z.ms)::numeric, 2) AS min, round(max(m.ms / z.ms)::numeric, 2) AS max,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY m.ms) / 20)::numeric, 1) AS with_us_per_row,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY z.ms) / 20)::numeric, 1) AS without_us_per_row
  FROM (SELECT * FROM meting WHERE log = 'with') m JOIN (SELECT * FROM meting WHERE log = 'without') z USING (ronde, wijze)
 GROUP BY wijze ORDER BY wijze;
DROP SCHEMA bench CASCADE;
