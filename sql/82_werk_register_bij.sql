-- Bringing a register up to date. ALTER EXTENSION ... UPDATE brings new code; a register keeps the tables, triggers and views that it
-- was made with, and works with them, until its owner calls werk_register_bij().

CREATE FUNCTION klantinteracties.versie_van(naam text) RETURNS text
    LANGUAGE C STABLE STRICT PARALLEL RESTRICTED AS 'MODULE_PATHNAME', 'ki_versie_van';
COMMENT ON FUNCTION klantinteracties.versie_van(text) IS
'The version of the register of this name: that of the extension which made it, or brought it up to date. Empty if that was lost.';

CREATE FUNCTION klantinteracties.zet_versie(naam text, versie text) RETURNS void
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_zet_versie';
COMMENT ON FUNCTION klantinteracties.zet_versie(text, text) IS
'Says of which version a register is. For werk_register_bij(); only the owner of the register can.';

-- The steps, from each version to the next, in the order of the versions: the plain DDL that makes of a register as it was one as
-- maak_register() makes it now. The register is first in the search_path, so tables need no schema; types and functions of the extension
-- do, as the register may have objects of its owner's by the same name. test/t/002_bijwerken.pl compares the outcome.
CREATE FUNCTION klantinteracties.werk_bij(naam text) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
    SET client_min_messages = warning
    SET check_function_bodies = on
AS $werk_bij$
DECLARE
    -- every version that was released; the last is this one
    versies CONSTANT text[] := '{1.0}';
    versie CONSTANT text := klantinteracties.versie_van(naam);
    stand CONSTANT integer := array_position(versies, versie);
BEGIN
    IF stand IS NULL THEN
        RAISE EXCEPTION 'cannot bring register "%" of version "%" up to date', naam, versie
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  HINT = 'It may have come from a server with a newer version of the extension: install that one, then ALTER EXTENSION klantinteracties UPDATE.';
    END IF;
    PERFORM set_config('search_path', format('%I, pg_temp', naam), true);

    -- A step begins with IF stand < array_position(versies, '1.1') THEN.

    IF versie <> versies[cardinality(versies)] THEN
        PERFORM klantinteracties.zet_versie(naam, versies[cardinality(versies)]);
    END IF;
END
$werk_bij$;
COMMENT ON FUNCTION klantinteracties.werk_bij(text) IS
'What werk_register_bij() does once begin_beheer() let it.';

CREATE FUNCTION klantinteracties.werk_register_bij(naam text) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
    SELECT klantinteracties.begin_beheer(naam, 'werk_register_bij');
    SELECT klantinteracties.werk_bij(naam);
END;
COMMENT ON FUNCTION klantinteracties.werk_register_bij(text) IS
'Brings a register to the version of the extension, after ALTER EXTENSION ... UPDATE: changes its tables, rules and views, and leaves rows, rule options and what its owner made. Does nothing to one that is up to date. Only the owner of the register can. Nobody can read or write the register meanwhile. What is pending is checked first. 55000 for a version from which this one does not lead on, 3F000 if there is no such register, 25006 in a read-only transaction.';

-- The last statement of an update script: what is left to do.
CREATE FUNCTION klantinteracties.meld_achterstand() RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    aantal CONSTANT bigint := (SELECT count(*) FROM klantinteracties.registers WHERE NOT bijgewerkt);
BEGIN
    -- The server does not show a notice of a script.
    IF aantal > 0 THEN
        RAISE WARNING 'registers of an older version: %', aantal
            USING HINT = 'They keep working.  To bring them up to date: SELECT klantinteracties.werk_register_bij(register) FROM klantinteracties.registers WHERE NOT bijgewerkt;';
    END IF;
END
$$;
COMMENT ON FUNCTION klantinteracties.meld_achterstand() IS
'Warns of registers that are not of the version of the extension, and says how to bring them up to date.';
