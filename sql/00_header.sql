-- klantinteracties: the register of customer contacts of a Dutch municipality.
-- This script is made from the parts in sql/; each object is described by a COMMENT.

\echo Use "CREATE EXTENSION klantinteracties" to load this file. \quit

SET LOCAL search_path TO pg_catalog, pg_temp;

-- CREATE EXTENSION uses a schema that exists. One that a stranger made first would leave that stranger in control of
-- the names in it. A superuser's restore makes the schema for its later owner, so the database's owner is accepted too.
DO $$
DECLARE
    eigenaar name;
BEGIN
    SELECT pg_catalog.pg_get_userbyid(n.nspowner) INTO eigenaar
      FROM pg_catalog.pg_namespace n
      JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) n.nspowner
     WHERE n.nspname OPERATOR(pg_catalog.=) 'klantinteracties'
       AND NOT r.rolsuper
       AND r.oid OPERATOR(pg_catalog.<>) '@extowner@'::pg_catalog.regrole
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_database d
                        WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
                          AND d.datdba OPERATOR(pg_catalog.=) n.nspowner);
    IF FOUND THEN
        RAISE EXCEPTION 'schema "klantinteracties" belongs to "%", who owns neither the extension nor the database', eigenaar
            USING ERRCODE = 'insufficient_privilege',
                  HINT = 'Drop or rename that schema, then repeat CREATE EXTENSION.';
    END IF;
END
$$;
