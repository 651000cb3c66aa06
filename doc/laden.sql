-- Loads a large existing file into a register: the fastest way that is safe.
--
--   psql -X -d database -v register=ki -v map=/path/of/the/files -f laden.sql
--
-- The files are CSV, one for each table, <table>.csv, with the names of their columns in the first line; the server reads them. Which tables
-- there is a file of says -v tabellen='{actor,partij,...}'; unless it is given, those below. Others that a file may be of are
-- vertegenwoordiging, klanttaak and the tables of codes. psql ends with status 3, and nothing is loaded, when anything is wrong.
--
-- The rules and the foreign keys do not look at each row (that would take most of the time). In their place controleer_register() looks at
-- all rows at once, each rule and each foreign key set by set; only if it finds nothing does the transaction commit. Meanwhile others read
-- the register as it was and wait to write. Unique keys and NOT NULL hold as always.
--
-- What the rules would fill in is in the files: geregistreerd_op and geregistreerd_door, so that what the old system knew is kept, and the
-- columns that parts repeat of their klantcontact (plaatsgevonden_op, kanaal_code, vertrouwelijk). What cannot be seen afterwards is not
-- checked: that codes and actoren were active, and that parts came in time (KI-05, KI-101, KI-49).
--
-- It needs a superuser, or a role with pg_read_server_files and GRANT SET ON PARAMETER session_replication_role, who owns the register. An
-- owner without those can do the same with ALTER TABLE ... DISABLE TRIGGER USER and \copy; the foreign keys then look at each row.
\set ON_ERROR_STOP on
\if :{?tabellen}
\else
\set tabellen '{actor,partij,partij_identificator,partij_verificatie,klantcontact,betrokkene,actor_klantcontact,bijlage,interne_taak,onderwerpobject,digitaal_adres}'
\endif
BEGIN;
SELECT set_config('search_path', quote_ident(:'register') || ', klantinteracties', true) AS zoekpad \gset
SELECT format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', string_agg(oid::regclass::text, ', ' ORDER BY relname))
  FROM pg_class WHERE relnamespace = quote_ident(:'register')::regnamespace AND relkind = 'r' \gexec
SET LOCAL session_replication_role = replica;

-- In an order in which keys ascend, and the rows of a klantcontact lie together: sort the files by the moment of the klantcontact. Parents
-- first is not needed here, but lets the same files be loaded with the rules on.
SELECT format('COPY %I (%s) FROM %L (FORMAT csv, HEADER match)', t, string_agg(quote_ident(attname), ', ' ORDER BY attnum), :'map' || '/' || t || '.csv')
  FROM unnest(:'tabellen'::text[]) WITH ORDINALITY AS u (t, n)
  JOIN pg_attribute ON attrelid = t::regclass AND attnum > 0 AND NOT attisdropped
 GROUP BY t, n ORDER BY n \gexec

-- The proof. The planner must know the new rows to find a fast way through them.
SET LOCAL session_replication_role = origin;
SELECT format('ANALYZE %s', oid::regclass) FROM pg_class WHERE relnamespace = quote_ident(:'register')::regnamespace AND relkind = 'r' \gexec
CREATE TEMPORARY TABLE bevinding ON COMMIT DROP AS SELECT * FROM klantinteracties.controleer_register(:'register');
SELECT * FROM pg_temp.bevinding LIMIT 100;
SELECT count(*) AS bevindingen, count(*) = 0 AS gezond FROM pg_temp.bevinding \gset
\if :gezond
-- Who is numbered next comes after the highest number in use, and after any that was in use: a number is given once. No ROLLBACK undoes this.
SELECT format('SELECT setval(%L, hoogste) FROM (SELECT max(nummer) AS hoogste FROM %s) t, %s s WHERE hoogste >= s.last_value',
              reeks, tabel, reeks)
  FROM unnest('{partij,klantcontact,interne_taak,klanttaak}'::regclass[]) AS tabel, pg_get_serial_sequence(tabel::text, 'nummer') AS reeks \gexec
COMMIT;
\else
ROLLBACK;
\warn :bevindingen violations
DO $$ BEGIN RAISE 'nothing was loaded'; END $$;
\endif
