-- Every function of the extension with each of its arguments NULL in turn, and all at once: an answer, or an error that says so.
-- Nothing may end the session, and nothing may be an internal error (XX000).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture

-- SQL for a value of the type that is as good as any.
CREATE FUNCTION proef.een(type oid) RETURNS text LANGUAGE sql AS $$
    SELECT CASE format_type(type, NULL)
           WHEN 'boolean' THEN 'false'
           WHEN 'uuid' THEN quote_literal(proef.id('K1')) || '::uuid'
           WHEN 'uuid[]' THEN 'ARRAY[' || quote_literal(proef.id('K1')) || '::uuid]'
           WHEN 'jsonb' THEN '''{}''::jsonb'
           WHEN 'jsonb[]' THEN '''{"{}"}''::jsonb[]'
           WHEN 'timestamp with time zone' THEN 'now()'
           WHEN 'regclass' THEN '''ki.klantcontact''::regclass'
           WHEN 'name' THEN '''ki''::name'
           WHEN 'cstring' THEN '''ja''::cstring'
           WHEN 'klantinteracties.ja_of_leeg' THEN '''ja''::klantinteracties.ja_of_leeg'
           WHEN 'text[]' THEN '''{ki}''::text[]'
           WHEN 'smallint[]' THEN '''{1}''::smallint[]'
           WHEN 'oid[]' THEN '''{1259}''::oid[]'
           WHEN 'text' THEN '''ki'''
           WHEN 'bytea' THEN '''\x01''::bytea'
           ELSE '''1''::' || format_type(type, NULL) END
$$;

-- What comes of the function when the arguments of these numbers are NULL.
CREATE FUNCTION proef.met_nulls(functie pg_proc, nulls integer[]) RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(format('SELECT * FROM klantinteracties.%I(%s)', functie.proname,
        (SELECT string_agg(CASE WHEN n = ANY (nulls) THEN 'NULL::' || format_type(type, NULL) ELSE proef.een(type) END, ', ' ORDER BY n)
           FROM unnest(functie.proargtypes) WITH ORDINALITY a (type, n))))
$$;

CREATE TABLE proef.gezien AS
SELECT p.proname, nulls, proef.met_nulls(p, nulls) AS uitkomst
  FROM pg_proc p,
       LATERAL (SELECT ARRAY[n] AS nulls FROM generate_series(1, pronargs) n
                UNION SELECT array_agg(n) FROM generate_series(1, pronargs) n) a
 WHERE pronamespace = 'klantinteracties'::regnamespace AND prorettype <> 'trigger'::regtype AND 'internal'::regtype <> ALL (proargtypes::oid[]);
\pset format unaligned
\set ECHO all

-- What an argument that cannot be NULL says: so (22004), that there is no such register (3F000), or what is lacking (22023).
SELECT uitkomst, count(*) > 20 AS vaak FROM proef.gezien WHERE uitkomst IN ('ok', '22004', '22023', '3F000') GROUP BY 1 ORDER BY 1;
SELECT proname, nulls, uitkomst FROM proef.gezien WHERE uitkomst NOT IN ('ok', '22004', '22023', '3F000') ORDER BY 1, 2;

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
