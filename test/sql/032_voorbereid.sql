-- PREPARE TRANSACTION checks a klantcontact as COMMIT does. (The alternative output is of a server without prepared transactions.)
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
SHOW max_prepared_transactions \gset
SELECT :max_prepared_transactions = 0 AS zonder \gset
\if :zonder
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
\quit
\endif
\set ECHO all
\set SHOW_CONTEXT never
SET search_path = ki, proef;
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1')], 'insert'); END $$;
PREPARE TRANSACTION 'regress_ki';
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
PREPARE TRANSACTION 'regress_ki';
SELECT count(*) FROM klantcontact WHERE id = id('K1');
COMMIT PREPARED 'regress_ki';
SELECT count(*) FROM klantcontact WHERE id = id('K1');
UPDATE klantcontact SET onderwerp = 'x' WHERE id = id('K1');
-- what was prepared is registered: a part comes too late, whoever brings it
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[bl(1)], 'insert'); END $$;
COMMIT;
\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
