-- A function in a policy that renames the register and asks the same of it, while the question is planned (IMMUTABLE, in name) or runs.
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('hernoemd') \g /dev/null
SET search_path = hernoemd;
INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij) VALUES ('b0000000-0000-4000-8000-000000000001', 1, 'persoon');
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'x' FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
INSERT INTO klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) SELECT i, 'onderwerp', 'inhoud', '2023-03-01 10:00+01' FROM generate_series(1, 50) i;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT k.id, a.id FROM klantcontact k, actor a;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT k.id, p.id, 'klant' FROM klantcontact k, partij p;
COMMIT;
CREATE FUNCTION public.vraag(register name) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM klantinteracties.contacthistorie('b0000000-0000-4000-8000-000000000001', register => register)
$$;
CREATE FUNCTION public.hernoem_echt() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF current_setting('proef.bezig', true) IS DISTINCT FROM 'ja' THEN
        PERFORM set_config('proef.bezig', 'ja', true);
        FOR i IN 1..3 LOOP
            ALTER SCHEMA hernoemd RENAME TO anders;
            PERFORM public.vraag('anders');
            ALTER SCHEMA anders RENAME TO hernoemd;
            PERFORM public.vraag('hernoemd');
        END LOOP;
        -- The question cannot be put now; what is prepared next takes whatever memory was let go of.
        ALTER SCHEMA hernoemd RENAME TO anders;
        ALTER TABLE anders.betrokkene RENAME TO weg;
        BEGIN
            PERFORM public.vraag('anders');
        EXCEPTION WHEN undefined_table THEN
            FOR i IN 1..20 LOOP
                EXECUTE format('PREPARE p%s AS SELECT 1', (SELECT count(*) FROM pg_prepared_statements));
            END LOOP;
        END;
        ALTER TABLE anders.weg RENAME TO betrokkene;
        ALTER SCHEMA anders RENAME TO hernoemd;
        PERFORM set_config('proef.bezig', '', true);
    END IF;
    RETURN true;
END
$$;
CREATE FUNCTION public.hernoem() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN public.hernoem_echt(); END';
CREATE ROLE regress_ki_vrager;
GRANT USAGE ON SCHEMA hernoemd TO regress_ki_vrager;
GRANT SELECT ON ALL TABLES IN SCHEMA hernoemd TO regress_ki_vrager;
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY hernoem ON klantcontact TO regress_ki_vrager USING (public.hernoem());
SET ROLE regress_ki_vrager;
SELECT public.vraag('hernoemd');
SELECT public.vraag('hernoemd');
RESET ROLE;
ALTER FUNCTION public.hernoem() VOLATILE;
SET ROLE regress_ki_vrager;
SELECT public.vraag('hernoemd');
SELECT public.vraag('hernoemd');
RESET ROLE;
SELECT public.vraag('hernoemd');
DROP SCHEMA hernoemd CASCADE;
DROP FUNCTION public.vraag(name), public.hernoem(), public.hernoem_echt();
DROP ROLE regress_ki_vrager;
