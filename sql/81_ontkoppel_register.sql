-- Leaving: a register becomes plain tables that need nothing of the extension (design decision D11).

CREATE FUNCTION klantinteracties.hangt_aan_extensie(schema name)
    RETURNS TABLE (classid oid, objid oid, objsubid integer, refclassid oid, refobjid oid, refobjsubid integer)
    LANGUAGE sql STABLE ROWS 1000
BEGIN ATOMIC
    WITH RECURSIVE lid (classid, objid) AS (    -- the array of a type is no member itself
        SELECT d.classid, d.objid
          FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'klantinteracties'
         WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
        UNION
        SELECT d.classid, d.objid
          FROM lid JOIN pg_depend d ON d.refclassid = lid.classid AND d.refobjid = lid.objid AND d.deptype = 'i'
    )
    -- An index takes the operator class of its column's type, whatever that becomes.
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
      FROM pg_depend d
     WHERE (d.refclassid, d.refobjid) IN (SELECT lid.classid, lid.objid FROM lid WHERE lid.classid <> 'pg_opclass'::regclass)
       AND (d.classid, d.objid) IN (SELECT i.classid, i.objid FROM klantinteracties.inhoud_van(hangt_aan_extensie.schema) i);
END;
COMMENT ON FUNCTION klantinteracties.hangt_aan_extensie(name) IS
'The rows of pg_depend by which something in a schema depends on a member of the extension.';

CREATE FUNCTION klantinteracties.zonder_extensie(uitdrukking text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    RETURN CASE WHEN uitdrukking = 'klantinteracties.uuid_v7()' THEN 'gen_random_uuid()'
                WHEN uitdrukking ~ '^''([^'']|'''')*''::klantinteracties\.ja_of_leeg$' THEN regexp_replace(uitdrukking, '::[^'']*$', '::text')
                WHEN strpos(uitdrukking, 'klantinteracties.') = 0 THEN uitdrukking END;
COMMENT ON FUNCTION klantinteracties.zonder_extensie(text) IS
'A default, as pg_get_expr() shows it, for a column that has no type of the extension any more; null for one that is not known.';

CREATE FUNCTION klantinteracties.ontkoppel(naam text) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
    SET client_min_messages = warning
AS $$
#variable_conflict use_column
DECLARE
    extensie CONSTANT oid := 'klantinteracties'::regnamespace;
    register CONSTANT oid := (SELECT n.oid FROM pg_namespace n WHERE n.nspname = naam);
    -- A table is ours by a trigger of ours; what else maak_register() made on purpose, by its name.
    onze_triggers CONSTANT oid[] := ARRAY(
        SELECT t.oid FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
         WHERE c.relnamespace = register AND c.relkind = 'r' AND p.pronamespace = extensie);
    onze_tabellen CONSTANT oid[] := ARRAY(SELECT DISTINCT t.tgrelid FROM pg_trigger t WHERE t.oid = ANY (onze_triggers));
    onze_views CONSTANT oid[] := ARRAY(
        SELECT c.oid FROM pg_class c
         WHERE c.relnamespace = register AND c.relkind = 'v'
           AND c.relname IN ('klantcontact_overzicht', 'open_taak', 'partij_klantcontact', 'rapportage_direct_afgehandeld',
                             'rapportage_doorlooptijden', 'rapportage_klantcontacten', 'rapportage_open_werk',
                             'rapportage_partij_zonder_klantcontact'));
    onze_indexen CONSTANT oid[] := ARRAY(
        SELECT c.oid FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
         WHERE i.indrelid = ANY (onze_tabellen) AND c.relname = 'digitaal_adres_eenmalig');
    -- Policies that read a column of ours, or ask a function of ours.  What is vertrouwelijk stays hidden afterwards, and who had no
    -- more than inzage sees nothing.
    ons_beleid CONSTANT oid[] := ARRAY(
        SELECT p.oid FROM pg_policy p
         WHERE p.polrelid = ANY (onze_tabellen)
           AND (p.polname = 'gewoon' AND strpos(pg_get_expr(p.polqual, p.polrelid), 'klantinteracties.') > 0 OR p.polname = 'inzage_eigen'));
    weer_beleid CONSTANT text[] := ARRAY(
        SELECT format('CREATE POLICY gewoon ON %1$s USING (vertrouwelijk = '''') WITH CHECK (true); COMMENT ON POLICY gewoon ON %1$s IS %2$L',
                      p.polrelid::regclass, obj_description(p.oid, 'pg_policy'))
          FROM pg_policy p WHERE p.oid = ANY (ons_beleid) AND p.polname = 'gewoon');
    blijft_hangen text[];
    opdracht text;
BEGIN
    -- What its owner made and what DROP or ALTER COLUMN TYPE would stumble over, or leave tied to the extension.
    blijft_hangen := ARRAY(
        WITH weg (classid, objid) AS (
            SELECT 'pg_class'::regclass, unnest(onze_views || onze_indexen)
            UNION ALL
            SELECT 'pg_rewrite'::regclass, r.oid FROM pg_rewrite r WHERE r.ev_class = ANY (onze_views)
            UNION ALL
            SELECT 'pg_trigger'::regclass, unnest(onze_triggers)
            UNION ALL
            SELECT 'pg_policy'::regclass, unnest(ons_beleid)
        ), onze_kolom AS (      -- becomes text
            SELECT a.attrelid, a.attnum
              FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
             WHERE a.attrelid = ANY (onze_tabellen) AND NOT a.attisdropped AND a.attgenerated = ''
               AND t.typnamespace = extensie AND t.typtype IN ('b', 'd') AND t.typcategory <> 'A'
        ), hangt AS (
            SELECT h.* FROM klantinteracties.hangt_aan_extensie(naam) h
             WHERE NOT (h.classid = 'pg_class'::regclass
                        AND (h.objid, h.objsubid::smallint) IN (SELECT k.attrelid, k.attnum FROM onze_kolom k))
               AND NOT (h.classid = 'pg_attrdef'::regclass
                        AND EXISTS (SELECT FROM pg_attrdef s JOIN pg_attribute a ON a.attrelid = s.adrelid AND a.attnum = s.adnum
                                     WHERE s.oid = h.objid AND s.adrelid = ANY (onze_tabellen) AND a.attgenerated = ''
                                       AND klantinteracties.zonder_extensie(pg_get_expr(s.adbin, s.adrelid)) IS NOT NULL))
            UNION ALL
            SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
              FROM weg JOIN pg_depend d ON d.refclassid = weg.classid AND d.refobjid = weg.objid
             WHERE d.deptype = 'n'
            UNION ALL
            SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
              FROM onze_kolom k
              JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = k.attrelid AND d.refobjsubid = k.attnum
             WHERE d.classid IN ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_trigger'::regclass, 'pg_proc'::regclass)
                OR d.classid = 'pg_attrdef'::regclass
                   AND NOT EXISTS (SELECT FROM pg_attrdef s
                                    WHERE s.oid = d.objid AND s.adrelid = k.attrelid AND s.adnum = k.attnum)
        )
        SELECT format('%s depends on %s', o.naam, min(pg_describe_object(h.refclassid, h.refobjid, h.refobjsubid)))
          FROM hangt h
         CROSS JOIN LATERAL klantinteracties.naam_van_object(h.classid, h.objid, h.objsubid) o (naam)
         WHERE (h.classid, h.objid) NOT IN (TABLE weg)
         GROUP BY o.naam ORDER BY o.naam COLLATE "C");
    IF cardinality(blijft_hangen) > 0 THEN
        RAISE EXCEPTION 'cannot detach register "%" because other objects depend on what goes', naam
            USING ERRCODE = 'dependent_objects_still_exist',
                  DETAIL = array_to_string(blijft_hangen, chr(10)),
                  HINT = 'Drop these objects, or make them use nothing of the extension and no column of its types.';
    END IF;

    FOR opdracht IN
        SELECT format(CASE p.polname WHEN 'gewoon' THEN 'DROP POLICY %I ON %s' ELSE 'ALTER POLICY %I ON %s USING (false) WITH CHECK (false)' END,
                      p.polname, p.polrelid::regclass)
          FROM pg_policy p WHERE p.oid = ANY (ons_beleid)
        UNION ALL
        SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t WHERE t.oid = ANY (onze_triggers)
        UNION ALL
        SELECT 'DROP VIEW ' || string_agg(v::regclass::text, ', ') FROM unnest(onze_views) v HAVING count(*) > 0
        UNION ALL
        SELECT format('DROP INDEX %s', i::regclass) FROM unnest(onze_indexen) i
        UNION ALL
        -- At most one rewrite a table.  A default goes before the type changes, which it may not fit.
        SELECT format('ALTER TABLE %s ', a.attrelid::regclass)
               || string_agg(concat_ws(', ',
                      CASE WHEN k.onze AND k.waarde IS NOT NULL THEN format('ALTER %I DROP DEFAULT', a.attname) END,
                      CASE WHEN k.onze THEN format('ALTER %I TYPE text', a.attname) END,
                      CASE WHEN k.waarde IS NOT NULL THEN format('ALTER %I SET DEFAULT %s', a.attname, k.waarde) END), ', ')
          FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef s ON s.adrelid = a.attrelid AND s.adnum = a.attnum
         CROSS JOIN LATERAL (SELECT t.typnamespace = extensie, klantinteracties.zonder_extensie(pg_get_expr(s.adbin, s.adrelid)))
                            k (onze, waarde)
         WHERE a.attrelid = ANY (onze_tabellen) AND NOT a.attisdropped AND a.attgenerated = ''
           AND (k.onze OR k.waarde <> pg_get_expr(s.adbin, s.adrelid))
         GROUP BY a.attrelid
    LOOP
        EXECUTE opdracht;
    END LOOP;
    FOREACH opdracht IN ARRAY weer_beleid LOOP
        EXECUTE opdracht;
    END LOOP;

    IF starts_with(obj_description(register, 'pg_namespace'), 'Register of klantcontacten, made by ') THEN
        EXECUTE format('COMMENT ON SCHEMA %I IS %L', naam,
            'Klantcontacten, once a register of the extension klantinteracties: plain tables without its rules.');
    END IF;
END
$$;
COMMENT ON FUNCTION klantinteracties.ontkoppel(text) IS
'What ontkoppel_register() does once begin_beheer() let it.';

CREATE FUNCTION klantinteracties.ontkoppel_register(naam text) RETURNS void
    LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
    SELECT klantinteracties.begin_beheer(naam, 'ontkoppel_register');
    SELECT klantinteracties.ontkoppel(naam);
END;
COMMENT ON FUNCTION klantinteracties.ontkoppel_register(text) IS
'Turns a register into plain tables that need nothing of the extension and outlive DROP EXTENSION: its rules and views go, what row security hid stays hidden, columns of the extension''s types become text, new keys come from gen_random_uuid(); every row, foreign key, grant and number stays. There is no way back. Only the owner of the register can. Objects that the owner made stay, too: where some depend on what goes, it is refused with a list of them (2BP01). What is pending is checked first. Rewrites the tables, which nobody can read or write meanwhile. 3F000 if there is no such register, 25006 in a read-only transaction.';
