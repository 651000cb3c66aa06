-- Some thousands of mutated bodies (test/fuzz/json.sql): each is registered whole, or refused with an error of class 22 or 23.
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\set fuzz :abs_srcdir /fuzz/json.sql
\set ECHO none
\i :fixture
\i :fuzz
\set ECHO all
SET client_min_messages = warning;
CALL proef.fuzz(3000, 0.25);
SELECT functie, sum(aantal) > 500 AS aantal, count(*) FILTER (WHERE staat LIKE 'ok%') AS geregistreerd, count(*) > 5 AS soorten_fouten
  FROM proef.gezien GROUP BY functie ORDER BY functie;
SELECT * FROM proef.fout;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
