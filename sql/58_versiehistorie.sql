-- By the key as text: also of reference data, whose key is a code.
CREATE FUNCTION klantinteracties.versiehistorie(tabel text, id text, register name DEFAULT NULL)
RETURNS TABLE (versie integer, geregistreerd_op timestamptz, vervallen_op timestamptz, rij jsonb, operatie text, gebruiker text,
    toepassingsgebruiker text, reden text)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 5 AS $$
DECLARE
    schema pg_catalog.name := klantinteracties.register_van(register);
    sleutel pg_catalog.name;
    is_uuid pg_catalog.bool;
BEGIN
    IF tabel IS NULL OR id IS NULL THEN
        RAISE null_value_not_allowed USING MESSAGE = pg_catalog.format('argument "%s" cannot be null',
            CASE WHEN tabel IS NULL THEN 'tabel' ELSE 'id' END);
    END IF;
    -- A table of a register, with its key: an id or a code. The mutatielog has another, and no versions.
    SELECT k.attname, k.atttypid OPERATOR(pg_catalog.=) 'pg_catalog.uuid'::pg_catalog.regtype INTO sleutel, is_uuid
      FROM pg_catalog.pg_class AS c
      JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      JOIN pg_catalog.pg_index AS i ON i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisprimary AND i.indnkeyatts OPERATOR(pg_catalog.=) 1
      JOIN pg_catalog.pg_attribute AS k ON k.attrelid OPERATOR(pg_catalog.=) c.oid AND k.attnum OPERATOR(pg_catalog.=) i.indkey[0]
      JOIN pg_catalog.pg_attribute AS g ON g.attrelid OPERATOR(pg_catalog.=) c.oid AND g.attname OPERATOR(pg_catalog.=) 'geregistreerd_op'
     WHERE n.nspname OPERATOR(pg_catalog.=) schema AND c.relname OPERATOR(pg_catalog.=) tabel
       AND c.relkind OPERATOR(pg_catalog.=) 'r' AND tabel OPERATOR(pg_catalog.<>) 'mutatielog';
    IF sleutel IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = pg_catalog.format('no versions are kept of rows of "%s"', tabel);
    END IF;
    IF is_uuid THEN
        id := id::pg_catalog.uuid::pg_catalog.text;
    END IF;
    -- What was superseded, and the row as it is now. A row that a correction added begins with a line that says why.
    RETURN QUERY EXECUTE pg_catalog.format(
        'WITH logboek AS (
             SELECT * FROM %1$I.mutatielog AS m
              WHERE m.tabel OPERATOR(pg_catalog.=) %2$L AND m.rij_id OPERATOR(pg_catalog.=) $1),
         versies AS (
             SELECT l.id AS nr, CASE WHEN l.oud IS NOT NULL THEN l.geregistreerd_op END AS geregistreerd_op, l.vervallen_op,
                    l.oud AS rij, l.operatie, l.gebruiker, l.toepassingsgebruiker, l.reden
               FROM logboek AS l
             UNION ALL
             SELECT NULL, GREATEST(t.geregistreerd_op, (SELECT pg_catalog.max(l.vervallen_op) FROM logboek AS l)), NULL,
                    pg_catalog.to_jsonb(t), NULL, NULL, NULL, NULL
               FROM %1$I.%2$I AS t WHERE t.%3$I%4$s)
         SELECT (pg_catalog.count(v.rij) OVER (ORDER BY v.nr))::pg_catalog.int4, v.geregistreerd_op, v.vervallen_op, v.rij,
                v.operatie, v.gebruiker, v.toepassingsgebruiker, v.reden
           FROM versies AS v ORDER BY v.nr', schema, tabel, sleutel,
        CASE WHEN is_uuid THEN ' OPERATOR(pg_catalog.=) $1::pg_catalog.uuid' ELSE '::pg_catalog.text OPERATOR(pg_catalog.=) $1' END) USING id;
END
$$;
COMMENT ON FUNCTION klantinteracties.versiehistorie(text, text, name) IS
'What the register knew of a row, by its id or code, oldest version first: the row as it was from geregistreerd_op until vervallen_op, and which operatie superseded it, by which gebruiker of the database and of the application, with what reden. The present row comes last and has no vervallen_op; a removed one has none. Who registered a row stands in it as geregistreerd_door. A row that a correction added begins with versie 0, without rij, which says why. Shows what the caller may see of the table and of the mutatielog. 22004 for a null, 22023 for a table without versions.';

CREATE FUNCTION klantinteracties.versiehistorie(tabel text, id uuid, register name DEFAULT NULL)
RETURNS TABLE (versie integer, geregistreerd_op timestamptz, vervallen_op timestamptz, rij jsonb, operatie text, gebruiker text,
    toepassingsgebruiker text, reden text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 AS $$
    SELECT * FROM klantinteracties.versiehistorie(tabel, id::pg_catalog.text, register)
$$;
COMMENT ON FUNCTION klantinteracties.versiehistorie(text, uuid, name) IS
'The same, of a row with an id.';
