-- maak_register(): parts 40 to 50 are one function. Its body, parts 41 to 49, is the plain DDL of a register: it runs with
-- the new, empty schema first in the search_path and this extension's schema second, and everything it names is bound
-- there and then, so that nothing in a register depends on a search_path later (tried: dump, restore, empty search_path).
CREATE FUNCTION klantinteracties.maak_register(naam pg_catalog.text DEFAULT 'ki')
RETURNS pg_catalog.text
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
SET client_min_messages = warning
SET check_function_bodies = on
AS $maak_register$
#variable_conflict use_column
BEGIN
    -- The parameter is text and not name, because the server cuts off a name that is too long without a word.
    IF maak_register.naam IS NULL THEN
        RAISE EXCEPTION 'name of the register cannot be null' USING ERRCODE = 'null_value_not_allowed';
    ELSIF maak_register.naam = '' THEN
        RAISE EXCEPTION 'name of the register cannot be empty' USING ERRCODE = 'invalid_name';
    ELSIF octet_length(maak_register.naam) > 63 THEN
        RAISE EXCEPTION 'name of the register is too long'
            USING ERRCODE = 'name_too_long',
                  DETAIL = format('The name has %s bytes, at most 63 are kept.', octet_length(maak_register.naam));
    ELSIF maak_register.naam IN ('klantinteracties', 'information_schema') OR starts_with(maak_register.naam, 'pg_') THEN
        RAISE EXCEPTION 'name "%" is reserved', maak_register.naam
            USING ERRCODE = 'reserved_name',
                  HINT = 'Choose another name, such as "ki" or the name of the municipality.';
    ELSIF EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = maak_register.naam) THEN
        RAISE EXCEPTION 'schema "%" already exists', maak_register.naam
            USING ERRCODE = 'duplicate_schema',
                  HINT = 'A register lives in a schema of its own; choose another name.  The view klantinteracties.registers lists the registers.';
    END IF;

    EXECUTE format('CREATE SCHEMA %I', maak_register.naam);

    -- Inside the script of another extension, the tables would become that extension's and be lost with it (tried).
    IF EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_namespace'::regclass AND d.deptype = 'e'
                  AND d.objid = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = maak_register.naam)) THEN
        RAISE EXCEPTION 'cannot make a register inside the script of an extension'
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  HINT = 'Call maak_register() after CREATE EXTENSION.';
    END IF;

    -- The SET clause of this function puts the caller's search_path back.
    PERFORM set_config('search_path', format('%I, klantinteracties, pg_temp', maak_register.naam), true);
