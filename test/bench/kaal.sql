-- Turns the register "ki" into bare tables: the same columns, keys, foreign keys and indexes, without a rule. What the rules would fill
-- in, the statements have to.
DO $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT tgname, tgrelid::regclass AS tabel FROM pg_trigger
              WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'ki'::regnamespace) LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', t.tgname, t.tabel);
    END LOOP;
END
$$;
