-- What controleer_register() costs, in scans of all tables of the register that read every column, by turns; time is that which the
-- session had a processor.  On Linux, as superuser, in a database with a filled register ki:  psql -X -f test/bench/controle.sql
-- (psql -v basis=1000000 -v nieuw=1 -f test/bench/gegevens.sql fills one, and VACUUM ANALYZE settles it.)
\set QUIET on
\set ON_ERROR_STOP 1
SET max_parallel_workers_per_gather = 0;
CREATE TEMPORARY TABLE meting (ronde integer, wat text, ms float);
CREATE FUNCTION pg_temp.processor() RETURNS float LANGUAGE sql AS
$$ SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::float / 1e6 $$;
CREATE FUNCTION pg_temp.lees() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    t text;
    n bigint;
BEGIN
    -- To read the last column is to read those before it.
    FOR t IN SELECT format('SELECT count(*) FROM %s WHERE %I IS NULL', oid::regclass,
                           (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum DESC LIMIT 1))
               FROM pg_class c WHERE relnamespace = 'ki'::regnamespace AND relkind = 'r' LOOP
        EXECUTE t INTO n;
    END LOOP;
END
$$;
CREATE PROCEDURE pg_temp.meet(ronde integer, wat text) LANGUAGE plpgsql AS $$
DECLARE
    van float := pg_temp.processor();
BEGIN
    IF wat = 'scan' THEN
        PERFORM pg_temp.lees();
    ELSE
        PERFORM * FROM klantinteracties.controleer_register('ki');
    END IF;
    INSERT INTO meting VALUES (ronde, wat, pg_temp.processor() - van);
END
$$;
-- The first round only warms up.
SELECT format('CALL pg_temp.meet(%s, %L)', ronde, wat) FROM generate_series(0, 9) ronde, unnest('{scan,check}'::text[]) wat
 ORDER BY ronde, (wat = 'scan') = (ronde % 2 = 0) \gexec
SELECT count(*) AS rounds, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY c.ms / s.ms)::numeric, 2) AS scans,
       round(min(c.ms / s.ms)::numeric, 2) AS min, round(max(c.ms / s.ms)::numeric, 2) AS max,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY c.ms)::numeric) AS check_ms,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY s.ms)::numeric) AS scan_ms
  FROM (SELECT * FROM meting WHERE wat = 'check' AND ronde > 0) c JOIN (SELECT * FROM meting WHERE wat = 'scan') s USING (ronde);
