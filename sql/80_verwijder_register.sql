-- What is done to a whole register: dropping it here, leaving the extension in 81, bringing it up to date in 82. Each is a function in
-- SQL without a SET clause, because begin_beheer() fires triggers of the user, who may count on a search_path of his own; then
-- comes what the function really does, in plpgsql with a search_path of its own.

CREATE FUNCTION klantinteracties.begin_beheer(naam text, functie text) RETURNS void
    LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_begin_beheer';
COMMENT ON FUNCTION klantinteracties.begin_beheer(text, text) IS
'Begins what a function does to a whole register: refuses whoever does not own it (42501) and a read-only transaction (25006), fires what is pending, and locks its tables until the transaction ends. 22004 for null, 3F000 for what is no register.';

CREATE FUNCTION klantinteracties.inhoud_van(schema name) RETURNS TABLE (classid oid, objid oid)
    LANGUAGE sql STABLE ROWS 1000
BEGIN ATOMIC
    WITH RECURSIVE deel (classid, objid) AS (
        SELECT d.classid, d.objid FROM pg_depend d
         WHERE d.refclassid = 'pg_namespace'::regclass
           AND d.refobjid = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = inhoud_van.schema)
        UNION
        SELECT d.classid, d.objid
          FROM deel JOIN pg_depend d ON d.refclassid = deel.classid AND d.refobjid = deel.objid
         WHERE d.deptype <> 'n'
    )
    SELECT deel.classid, deel.objid FROM deel;
END;
COMMENT ON FUNCTION klantinteracties.inhoud_van(name) IS
'Every object that belongs to a schema, as pg_depend knows it: what is in the schema, and what is part of that, such as a trigger of a table or the rule of a view.';

CREATE FUNCTION klantinteracties.naam_van_object(classid oid, objid oid, objsubid integer) RETURNS text
    LANGUAGE sql STABLE STRICT
BEGIN ATOMIC
    SELECT coalesce((SELECT pg_describe_object('pg_class'::regclass, r.ev_class, 0) FROM pg_rewrite r
                      WHERE r.oid = naam_van_object.objid AND naam_van_object.classid = 'pg_rewrite'::regclass),
                    (SELECT pg_describe_object('pg_class'::regclass, c.oid, 0) FROM pg_class c
                      WHERE c.oid = naam_van_object.objid AND naam_van_object.classid = 'pg_class'::regclass AND c.relkind IN ('v', 'm')),
                    pg_describe_object(naam_van_object.classid, naam_van_object.objid, naam_van_object.objsubid));
END;
COMMENT ON FUNCTION klantinteracties.naam_van_object(oid, oid, integer) IS
'An object as DROP names it: the rule and the columns of a view are the view.';

CREATE FUNCTION klantinteracties.verwijder(naam text, bevestiging text) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
    SET client_min_messages = warning
AS $$
DECLARE
    elders text[];
BEGIN
    IF bevestiging IS DISTINCT FROM naam THEN
        RAISE EXCEPTION 'name of register "%" was not confirmed', naam
            USING ERRCODE = 'invalid_parameter_value',
                  DETAIL = 'The register, all its klantcontacten and everything else in its schema would be dropped.',
                  HINT = 'Repeat the name of the register as the second argument.';
    END IF;
    -- CASCADE would also take what stands elsewhere, which nobody confirmed.
    elders := ARRAY(
        WITH deel AS MATERIALIZED (SELECT i.classid, i.objid FROM klantinteracties.inhoud_van(naam) i)
        SELECT format('%s depends on %s', o.naam, min(pg_describe_object(d.refclassid, d.refobjid, 0)))
          FROM deel
          JOIN pg_depend d ON d.refclassid = deel.classid AND d.refobjid = deel.objid
         CROSS JOIN LATERAL klantinteracties.naam_van_object(d.classid, d.objid, d.objsubid) o (naam)
         WHERE NOT EXISTS (SELECT FROM deel e WHERE e.classid = d.classid AND e.objid = d.objid)
         GROUP BY o.naam ORDER BY o.naam COLLATE "C");
    IF cardinality(elders) > 0 THEN
        RAISE EXCEPTION 'cannot drop register "%" because other objects depend on it', naam
            USING ERRCODE = 'dependent_objects_still_exist',
                  DETAIL = array_to_string(elders, chr(10)),
                  HINT = 'Drop these objects first.';
    END IF;
    EXECUTE format('DROP SCHEMA %I CASCADE', naam);
END
$$;
COMMENT ON FUNCTION klantinteracties.verwijder(text, text) IS
'What verwijder_register() does once begin_beheer() let it.';

CREATE FUNCTION klantinteracties.verwijder_register(naam text, bevestiging text) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
    SELECT klantinteracties.begin_beheer(naam, 'verwijder_register');
    SELECT klantinteracties.verwijder(naam, bevestiging);
END;
COMMENT ON FUNCTION klantinteracties.verwijder_register(text, text) IS
'Drops a register with all it holds and everything else in its schema, if its name is confirmed: verwijder_register(''ki'', ''ki''). Only the owner of the register can. Objects in other schemas stay: where some depend on it, it is refused with a list of them (2BP01). What is pending is checked first. 22023 if the name is not confirmed, 3F000 if there is no such register, 25006 in a read-only transaction.';
