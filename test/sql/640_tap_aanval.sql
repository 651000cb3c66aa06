-- Attempts to see or do more than a bevoegdheid gives: each role tries on its own what it can think of, and none of it may work.
\set ECHO none
\set QUIET on
\set VERBOSITY terse
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL client_min_messages = error;
SET LOCAL search_path = ki, proef, tap;
CREATE ROLE regress_ki_niets;
CREATE ROLE regress_ki_lezer;
CREATE ROLE regress_ki_kcc;
CREATE ROLE regress_ki_correct;
CREATE ROLE regress_ki_weg;
CREATE ROLE regress_ki_portaal;
SELECT count(*) FROM (VALUES ('lezer', 'lezen'), ('kcc', 'lezen'), ('kcc', 'registreren'), ('correct', 'corrigeren'), ('weg', 'vernietigen'), ('portaal', 'inzage')) r (rol, b),
    klantinteracties.verleen('regress_ki_' || rol, b) \g /dev/null
CREATE TABLE proef.rol AS SELECT rolname::text AS rol FROM pg_roles WHERE rolname LIKE 'regress\_ki\_%';

-- K8 is vertrouwelijk and of P8, who asks for geheimhouding; all of it says GEHEIM, as does what P1 may not see of its own K1.
INSERT INTO partij (id, nummer, soort_partij, contactnaam_achternaam, indicatie_geheimhouding, interne_notitie) VALUES (id('P8'), 8, 'persoon', 'GEHEIM', true, 'GEHEIM');
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
    partij_identificator_object_id, partij_identificator_register_code) VALUES (id('PI8'), id('P8'), '1', '1', '111222333', '1');
INSERT INTO partij_identificator (id, identificeerde_partij, andere_partij_identificator) VALUES (id('PI9'), id('P8'), 'GEHEIM');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P8'), 'registratie', 'zelf', 'DigiD');
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk, todo) VALUES (id('K8'), 8, 'GEHEIM', 'GEHEIM', '2024-06-01 10:00+02', 'ja', 'GEHEIM');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K8'), id('A1'));
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, organisatienaam, initiator) VALUES (id('B8'), id('K8'), id('P8'), 'klant', 'GEHEIM', true);
INSERT INTO interne_taak (id, nummer, gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor)
VALUES (id('T8'), 8, 'GEHEIM', 'GEHEIM', id('K8'), id('A2'));
SELECT klantinteracties.corrigeer('klantcontact', id('K8'), '{"inhoud": "GEHEIM 2"}', 'GEHEIM') \g /dev/null
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ANALYZE ki.klantcontact, ki.betrokkene, ki.partij, ki.partij_identificator;

-- What comes of commands as a role: "ok" and the first column of the last, or the error's code; all that the client is told of an error.
CREATE TABLE proef.gezegd (tekst text);
CREATE FUNCTION proef.als(rol text, opdracht text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    antwoord text;
    staat text;
    bericht text;
    detail text;
    hint text;
BEGIN
    BEGIN
        EXECUTE format('SET LOCAL ROLE %I', rol);
        IF opdracht ~* '^\s*(select|with|explain|table)' THEN
            EXECUTE opdracht INTO antwoord;
        ELSE
            EXECUTE opdracht;
        END IF;
        RAISE SQLSTATE 'UNDOE';
    EXCEPTION WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS staat = RETURNED_SQLSTATE, bericht = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    END;
    RESET ROLE;
    IF staat = 'UNDOE' THEN
        RETURN 'ok ' || coalesce(antwoord, '');
    END IF;
    INSERT INTO proef.gezegd VALUES (concat_ws(E'\n', bericht, detail, hint));
    RETURN staat;
END
$$;
SELECT * FROM no_plan();

-- 1. Every function of the extension, by a role that has nothing. Those that look at a register find that it may not; only these answer:
CREATE TABLE proef.mag (functie text);
INSERT INTO proef.mag VALUES ('register_van'), ('wie_mag_wat'), ('verleende_bevoegdheden'), ('rechten_van_rollen'), ('rechten_van_bevoegdheden'),  -- the catalog
    ('inhoud_van_beleid'), ('opdracht_voor_beleid'), ('opdrachten_voor_rechten'), ('inhoud_van'), ('hangt_aan_extensie'),
    ('maak_register');    -- there is one of that name
CREATE FUNCTION proef.argument(functie name, naam text, type oid) RETURNS text LANGUAGE sql AS $$
    SELECT CASE
        WHEN naam IN ('register', 'schema') OR naam = 'naam' AND functie ~ 'register' THEN quote_literal('ki') || '::' || format_type(type, NULL)
        WHEN type = 'uuid'::regtype THEN format('proef.id(%L)', CASE naam WHEN 'partij' THEN 'P1' WHEN 'betrokkene' THEN 'B1' WHEN 'taak' THEN 'T1' WHEN 'actor' THEN 'A2' ELSE 'K1' END)
        WHEN type = 'uuid[]'::regtype THEN $q$ARRAY[proef.id('K1')]$q$
        WHEN type = 'regclass'::regtype THEN '''ki.klantcontact''::regclass'
        WHEN functie = 'stel_regel_in' THEN quote_literal(CASE naam WHEN 'regel' THEN 'klantcontact_heeft_doel' WHEN 'optie' THEN 'eis_doel' ELSE 'off' END)
        WHEN naam = 'tabel' THEN quote_literal(CASE WHEN functie ~ 'code$|^zet_' THEN 'kanaal' ELSE 'klantcontact' END) || '::' || format_type(type, NULL)
        WHEN naam = 'soort' THEN '''nummer''' WHEN naam = 'objecttype' THEN '''zaak''' WHEN naam = 'rol' THEN '''regress_ki_niets''::name'
        WHEN naam = 'bevoegdheid' THEN '''lezen''' WHEN naam = 'code' THEN '''telefoon''' WHEN naam = 'sleutel' THEN '''telefoon''' WHEN naam = 'waarde' THEN '''1'''
        WHEN type = 'jsonb'::regtype THEN '''{"inhoud": "x", "onderwerp": "x", "plaatsgevondenOp": "2024-01-01T00:00:00Z"}''::jsonb'
        WHEN type = 'jsonb[]'::regtype THEN 'ARRAY[''{"onderwerp": "x", "plaatsgevondenOp": "2024-01-01T00:00:00Z"}''::jsonb]'
        WHEN functie ~ '_uit$' AND type = 'text'::regtype THEN '''SELECT ''''{"onderwerp": "x", "plaatsgevondenOp": "2024-01-01T00:00:00Z"}''''::jsonb'''
        WHEN type = 'boolean'::regtype THEN 'true'
        WHEN type IN ('timestamptz'::regtype) THEN '''2024-06-01''::timestamptz'
        WHEN type IN ('text'::regtype, 'cstring'::regtype, 'name'::regtype) THEN '''x''::' || format_type(type, NULL)
        WHEN type IN ('integer'::regtype, 'bigint'::regtype, 'smallint'::regtype, 'oid'::regtype) THEN '1::' || format_type(type, NULL)
        ELSE 'NULL::' || format_type(type, NULL) END
$$;
CREATE TABLE proef.functie AS
    SELECT p.proname::text AS naam, p.oid::regprocedure::text AS wat, p.prokind,
           coalesce('register' = ANY (p.proargnames[:p.pronargs]) OR 'schema' = ANY (p.proargnames[:p.pronargs]) OR p.proname ~ '_register' AND 'naam' = ANY (p.proargnames[:p.pronargs]), false) AS op_register,
           CASE p.prokind WHEN 'p' THEN 'CALL ' ELSE 'SELECT count(f) FROM ' END || format('klantinteracties.%I(', p.proname)
               || coalesce((SELECT string_agg(proef.argument(p.proname, p.proargnames[a.nr], a.type), ', ' ORDER BY a.nr)
                              FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, nr)), '') || CASE p.prokind WHEN 'p' THEN ')' ELSE ') f' END AS roep,
           CASE p.prokind WHEN 'p' THEN 'CALL ' ELSE 'SELECT count(f) FROM ' END || format('klantinteracties.%I(', p.proname)
               || coalesce((SELECT string_agg('NULL::' || format_type(a.type, NULL), ', ' ORDER BY a.nr)
                              FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, nr)), '') || CASE p.prokind WHEN 'p' THEN ')' ELSE ') f' END AS roep_leeg
      FROM pg_proc p
     WHERE p.pronamespace = 'klantinteracties'::regnamespace AND p.prokind IN ('f', 'p') AND p.prorettype NOT IN ('trigger'::regtype, 'internal'::regtype)
       AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[]);
SELECT cmp_ok((SELECT count(*)::int FROM functie WHERE op_register), '>', 40, 'there are functions on a register');
CREATE TABLE proef.uitkomst AS
    SELECT wat, uitkomst FROM functie CROSS JOIN LATERAL als('regress_ki_niets', roep) uitkomst WHERE op_register AND naam NOT IN (TABLE mag);
SELECT is(string_agg(wat || ': ' || uitkomst, ', '), NULL, 'who has nothing gets an error from each of them, if only about an argument')
  FROM proef.uitkomst WHERE uitkomst !~ '^(42501|22...)$';
SELECT cmp_ok((SELECT count(*)::int FROM proef.uitkomst WHERE uitkomst = '42501'), '>', 30, 'mostly that he may not');
-- (naam_van_object() is the server's pg_identify_object())
SELECT is(string_agg(wat, ', '), NULL, 'no function breaks, whoever calls it with whatever')
  FROM functie CROSS JOIN LATERAL (VALUES (roep), (roep_leeg)) r (roep) WHERE naam <> 'naam_van_object' AND als('regress_ki_niets', r.roep) ~ '^XX|^08|^57';
SELECT is(string_agg(wat, ', '), NULL, 'nor for who may read')
  FROM functie CROSS JOIN LATERAL (VALUES (roep), (roep_leeg)) r (roep) WHERE naam <> 'naam_van_object' AND als('regress_ki_kcc', r.roep) ~ '^XX|^08|^57';
SELECT is(string_agg(relname, ', ') FILTER (WHERE uitkomst <> '42501'), NULL, 'nor read a table, view or sequence')
  FROM pg_class CROSS JOIN LATERAL als('regress_ki_niets', 'SELECT * FROM ki.' || quote_ident(relname)) uitkomst
 WHERE relnamespace = 'ki'::regnamespace AND relkind IN ('r', 'v', 'S');

GRANT CREATE, USAGE ON SCHEMA proef TO PUBLIC;

-- 2. What nobody may do who does not own the register, whatever bevoegdheid he has.
CREATE TABLE proef.verboden (opdracht text);
INSERT INTO proef.verboden VALUES
    ('CREATE TRIGGER x BEFORE INSERT ON ki.klantcontact FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()'),
    ('ALTER TABLE ki.klantcontact DISABLE TRIGGER ALL'), ('ALTER TABLE ki.klantcontact DISABLE TRIGGER "~regels"'), ('DROP TRIGGER "~regels" ON ki.klantcontact'),
    ('ALTER TABLE ki.klantcontact DISABLE ROW LEVEL SECURITY'), ('DROP POLICY gewoon ON ki.klantcontact'), ('CREATE POLICY x ON ki.klantcontact USING (true)'),
    ('ALTER POLICY gewoon ON ki.klantcontact USING (true)'), ('CREATE RULE x AS ON SELECT TO ki.klantcontact DO INSTEAD NOTHING'),
    ('ALTER TABLE ki.klantcontact OWNER TO CURRENT_USER'), ('ALTER SCHEMA ki OWNER TO CURRENT_USER'), ('ALTER TABLE ki.klantcontact ADD x int'),
    ('CREATE TABLE public.kind () INHERITS (ki.klantcontact)'), ('CREATE TABLE proef.x (k uuid REFERENCES ki.klantcontact)'), ('CREATE INDEX ON ki.klantcontact (inhoud)'),
    ('TRUNCATE ki.klantcontact CASCADE'), ('TRUNCATE ki.mutatielog'), ('CREATE TABLE ki.x (id int)'), ('CREATE FUNCTION ki.uuid_v7() RETURNS uuid LANGUAGE sql RETURN NULL'),
    ('CREATE FUNCTION klantinteracties.x() RETURNS int LANGUAGE sql RETURN 1'), ('CREATE OPERATOR klantinteracties.= (FUNCTION = booleq, LEFTARG = boolean, RIGHTARG = boolean)'),
    ('SET LOCAL session_replication_role = replica'),
    ('SELECT nextval(''ki.klantcontact_nummer_seq'')'), ('SELECT currval(''ki.klantcontact_nummer_seq'')'), ('SELECT setval(''ki.klantcontact_nummer_seq'', 1)'),
    ('SELECT last_value FROM ki.klantcontact_nummer_seq'), ('SELECT count(*) FROM pg_statistic'),
    ('INSERT INTO ki.mutatielog (tabel, rij_id, operatie, geregistreerd_op, vervallen_op, gebruiker) VALUES (''x'', ''x'', ''x'', now(), now(), ''x'')'),
    ('UPDATE ki.mutatielog SET vertrouwelijk = '''''), ('DELETE FROM ki.mutatielog'), ('INSERT INTO ki.vernietiging (grondslag) VALUES (''x'')'), ('DELETE FROM ki.vernietiging'),
    ('INSERT INTO ki.kanaal (code, naam) VALUES (''x'', ''x'')'), ('UPDATE ki.kanaal SET naam = ''x'''),
    ('SELECT klantinteracties.verleen(current_user, ''lezen'', ''ki'')'), ('SELECT klantinteracties.ontneem(''regress_ki_lezer'', ''lezen'', ''ki'')'),
    ('SELECT klantinteracties.stel_regel_in(''klantcontact_heeft_doel'', ''eis_doel'', ''off'', ''ki'')'), ('SELECT klantinteracties.wijzig_bevoegdheid(current_user, ''lezen'', ''ki'', true)'),
    ('CREATE PUBLICATION x FOR TABLE ki.klantcontact'), ('CREATE STATISTICS x ON id, nummer FROM ki.klantcontact'), ('COMMENT ON TABLE ki.klantcontact IS ''x''');
SELECT is(string_agg(rol || ': ' || uitkomst, ', ') FILTER (WHERE uitkomst !~ '^(42501|55000|23001)'), NULL, opdracht)
  FROM verboden CROSS JOIN rol CROSS JOIN LATERAL als(rol, opdracht) uitkomst GROUP BY opdracht ORDER BY opdracht COLLATE "C";

-- 3. Cheap functions, operators, casts and errors in a query, of who reads: they see no row that he does not. One of each for each table and view.
SET LOCAL ROLE regress_ki_lezer;
CREATE FUNCTION proef.lek(tekst text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE COST 0.0000001 AS $$
BEGIN
    IF tekst LIKE '%GEHEIM%' THEN
        RAISE EXCEPTION USING ERRCODE = 'LEKT!', MESSAGE = tekst;
    END IF;
    RETURN true;
END
$$;
CREATE FUNCTION proef.lek2(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE COST 0.0000001 RETURN proef.lek(a) AND proef.lek(b);
CREATE OPERATOR proef.<<<< (FUNCTION = proef.lek2, LEFTARG = text, RIGHTARG = text);
CREATE VIEW proef.kijkje WITH (security_barrier = false) AS SELECT * FROM ki.klantcontact;
RESET ROLE;
CREATE TABLE proef.relatie AS
    SELECT c.relname::text AS naam, r.rol, string_agg('t.' || quote_ident(a.attname), ', ' ORDER BY a.attnum) AS kolommen
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     CROSS JOIN (VALUES ('regress_ki_lezer'), ('regress_ki_portaal')) r (rol)
     WHERE c.relnamespace = 'ki'::regnamespace AND c.relkind IN ('r', 'v') AND has_column_privilege(r.rol, c.oid, a.attnum, 'SELECT')
     GROUP BY c.relname, r.rol;
CREATE TABLE proef.list (vraag text);
INSERT INTO proef.list VALUES
    ('SELECT count(*) FROM ki.%1$I t WHERE proef.lek(concat(%2$s))'),
    ('SELECT count(*) FROM ki.%1$I t WHERE NOT proef.lek(concat(%2$s)) OR true'),
    ('SELECT count(*) FROM ki.%1$I t WHERE concat(%2$s) OPERATOR(proef.<<<<) ''x'''),
    ('SELECT count(*) FROM ki.%1$I t WHERE CASE WHEN concat(%2$s) LIKE ''%%GEHEIM%%'' THEN 1 / (length(concat(%2$s)) * 0) ELSE 1 END > 0'),
    ('SELECT count(*) FROM (SELECT concat(%2$s) AS x FROM ki.%1$I t OFFSET 0) s WHERE proef.lek(x)'),
    ('SELECT max(concat(%2$s)::xml::text) FROM ki.%1$I t WHERE concat(%2$s) ~ ''GEHEIM'''),
    ('SELECT count(*) FROM ki.%1$I t TABLESAMPLE SYSTEM (100) WHERE proef.lek(concat(%2$s))'),
    ('SELECT count(*) FROM ki.%1$I t WHERE ctid >= ''(0,0)'' AND proef.lek(concat(%2$s))'),
    ('SELECT count(*) FROM ki.%1$I t JOIN generate_series(1, 2) g ON proef.lek(concat(%2$s, g))'),
    ('SELECT count(*) FROM ki.kanaal k LEFT JOIN ki.%1$I t ON proef.lek(concat(%2$s)) AND k.code = ''post'''),
    ('SELECT count(*) FROM generate_series(1, 2) g WHERE EXISTS (SELECT FROM ki.%1$I t WHERE proef.lek(concat(%2$s, g)))'),
    ('SELECT string_agg(concat(%2$s), '' '' ORDER BY proef.lek(concat(%2$s))) FROM ki.%1$I t'),
    ('SELECT count(*) FROM ki.%1$I t GROUP BY proef.lek(concat(%2$s))'),
    ('WITH x AS MATERIALIZED (SELECT * FROM ki.%1$I t WHERE proef.lek(concat(%2$s))) SELECT count(*) FROM x');
SELECT is(string_agg(DISTINCT uitkomst || ' ' || naam, ', ') FILTER (WHERE uitkomst !~ '^(ok|0A000|42703)' OR uitkomst ~ 'GEHEIM'), NULL, 'lezen: ' || vraag)
  FROM list CROSS JOIN LATERAL (SELECT naam, als(rol, format(vraag, naam, kolommen)) AS uitkomst FROM relatie WHERE rol = 'regress_ki_lezer') u
 GROUP BY vraag ORDER BY vraag COLLATE "C";
SELECT is(als('regress_ki_lezer', 'SELECT count(*) FROM proef.kijkje WHERE proef.lek(inhoud)'), 'ok 3', 'a view of his own');
SELECT is(als('regress_ki_lezer', v), 'ok ', v) FROM unnest(ARRAY[
    $$SELECT x FROM (SELECT schema_to_xml('ki', true, true, '')::text) s (x) WHERE x LIKE '%GEHEIM%'$$, $$SELECT x FROM (SELECT table_to_xml('ki.klantcontact', true, true, '')::text) s (x) WHERE x LIKE '%GEHEIM%'$$,
    $$SELECT x FROM (SELECT query_to_xml('SELECT * FROM ki.mutatielog', true, true, '')::text) s (x) WHERE x LIKE '%GEHEIM%'$$,
    $$SELECT max(most_common_vals::text) FROM pg_stats WHERE schemaname = 'ki' AND tablename = 'klantcontact'$$,
    $$SELECT max(histogram_bounds::text) FROM pg_stats WHERE schemaname = 'ki' AND tablename = 'partij_identificator'$$,
    $$SELECT max(last_value) FROM pg_sequences WHERE schemaname = 'ki'$$]) v;
SELECT is(als('regress_ki_lezer', v), '42501', v) FROM unnest(ARRAY['SET LOCAL row_security = off; SELECT count(*) FROM ki.klantcontact',
    'SET LOCAL row_security = off; SELECT count(*) FROM ki.partij_klantcontact']) v;

-- 4. search_path: operators, functions, types and tables with the names of ours, in a schema and in pg_temp.
SET LOCAL ROLE regress_ki_lezer;
CREATE FUNCTION proef.altijd(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true;
CREATE FUNCTION proef.altijd(uuid, uuid) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true;
CREATE OPERATOR proef.= (FUNCTION = proef.altijd, LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg);
CREATE OPERATOR proef.= (FUNCTION = proef.altijd, LEFTARG = uuid, RIGHTARG = uuid);
CREATE FUNCTION proef.register_van(name) RETURNS name LANGUAGE sql RETURN 'pg_catalog'::name;
CREATE TEMPORARY TABLE klantcontact AS SELECT 'nep' AS inhoud;
RESET ROLE;
SELECT is((SELECT als('regress_ki_lezer', 'SELECT count(*) FROM ki.klantcontact') FROM set_config('search_path', 'pg_temp, proef, pg_catalog, klantinteracties, ki, tap', true)), 'ok 3', 'policies are bound to our operators');
SELECT is(als('regress_ki_lezer', v), w, 'search_path: ' || v) FROM (VALUES
    ($$SELECT count(*) FROM klantinteracties.contacthistorie(md5('P8')::uuid, register => 'ki')$$, 'ok 0'),
    ($$SELECT count(*) FROM klantinteracties.contacthistorie(md5('P1')::uuid)$$, 'ok 2'),
    ($$SELECT klantinteracties.klantcontact_json(md5('K8')::uuid)$$, 'ok '),
    ($$SELECT count(*) FROM klantinteracties.versiehistorie('klantcontact', md5('K8')::uuid)$$, 'ok 0'),
    ($$SELECT count(*) FROM klantinteracties.zoek_partij('bsn', '111222333')$$, 'ok 0')) v (v, w);
SET LOCAL search_path = ki, proef, tap;

-- 5. Keys and constraints: what an error says, and what it does not. K8 was registered in this transaction; 642_verborgen has one that was not.
TRUNCATE proef.gezegd;
CREATE TABLE proef.sleutel (opdracht text, wordt text);
INSERT INTO proef.sleutel VALUES
    ($$INSERT INTO ki.klantcontact (nummer, onderwerp, plaatsgevonden_op) VALUES (8, 'x', now())$$, '23505'),
    ($$INSERT INTO ki.klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (proef.id('K8'), 'x', now())$$, '23505'),
    ($$INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol) VALUES (proef.id('K8'), proef.id('P8'), 'klant')$$, '23505'),
    ($$INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
        bijlageidentificator_object_id, bijlageidentificator_register_code) VALUES (proef.id('K8'), '3', '4', 'x', '7')$$, 'ok'),
    ($$INSERT INTO ki.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op) VALUES ('x', proef.id('K8'), proef.id('A1'), '2000-01-01')$$, '23514'),
    ($$INSERT INTO ki.partij_identificator (identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
        partij_identificator_object_id, partij_identificator_register_code) VALUES (proef.id('P1'), '1', '1', '111222333', '1')$$, '23505'),
    ($$INSERT INTO ki.onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_klantcontact) VALUES (proef.id('K1'), proef.id('K8'))$$, '23514'),
    ($$UPDATE ki.betrokkene SET was_partij = proef.id('P8') WHERE id = proef.id('B2')$$, 'ok'),
    ($$INSERT INTO ki.klantcontact (nummer, onderwerp, plaatsgevonden_op) VALUES (8, 'x', now()) ON CONFLICT (nummer) DO UPDATE SET inhoud = 'x'$$, '42501'),
    ($$INSERT INTO ki.interne_taak (nummer, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES (8, 'x', proef.id('K1'), proef.id('A1'))
        ON CONFLICT (nummer) DO UPDATE SET toelichting = interne_taak.toelichting || 'x'$$, '42501'),
    ($$MERGE INTO ki.interne_taak t USING (VALUES (8)) v (n) ON t.nummer = v.n WHEN MATCHED THEN UPDATE SET toelichting = 'x' WHEN NOT MATCHED THEN DO NOTHING$$, 'ok'),
    ($$UPDATE ki.interne_taak SET toelichting = toelichting || 'x' WHERE nummer = 8$$, 'ok'),
    ($$SELECT klantinteracties.markeer_verwerkt(proef.id('T8'), 'x')$$, '22023'),
    ($$SELECT klantinteracties.voeg_partij_toe(proef.id('B8'), proef.id('P1'))$$, '22023'),
    ($$SELECT klantinteracties.corrigeer('klantcontact', proef.id('K8'), '{"inhoud": "x"}', 'r')$$, '42501');
SELECT matches(als('regress_ki_kcc', opdracht), '^' || wordt, opdracht) FROM sleutel ORDER BY opdracht COLLATE "C";
SELECT is_empty($$SELECT tekst FROM proef.gezegd WHERE tekst ~ 'GEHEIM|111222333\)|2024-06-01'$$, 'and no error says what is hidden');
SELECT is((SELECT toelichting FROM ki.interne_taak WHERE nummer = 8), 'GEHEIM', 'nor was it changed');
SELECT is(als('regress_ki_kcc', $$WITH x AS (INSERT INTO ki.klantcontact (nummer, onderwerp, plaatsgevonden_op) VALUES (8, 'x', now()) ON CONFLICT (nummer) DO NOTHING RETURNING 1)
    SELECT count(*) FROM x$$), 'ok 0', 'a known limit: whoever registers can find out that a nummer is taken');
SELECT is(als('regress_ki_correct', $$SELECT klantinteracties.corrigeer('klantcontact', proef.id('K8'), '{"inhoud": "x"}', 'r')$$), '22023', 'who corrects does not find it');
SELECT is(als('regress_ki_correct', $$SELECT klantinteracties.corrigeer('betrokkene', NULL, jsonb_build_object('had_klantcontact', proef.id('K8'), 'rol', 'klant'), 'r')$$), '42501',
    'nor adds to it');
SELECT is(als('regress_ki_weg', v), '42501', 'who destroys reads nothing: ' || v) FROM unnest(ARRAY['SELECT count(*) FROM ki.klantcontact', 'DELETE FROM ki.klantcontact WHERE nummer = 1',
    'DELETE FROM ki.klantcontact RETURNING inhoud', $$DELETE FROM ki.klantcontact WHERE lek(inhoud)$$, 'DELETE FROM ki.klantcontact USING ki.betrokkene']) v;
SELECT is(als('regress_ki_weg', v), '23001', 'nor removes by hand: ' || v) FROM unnest(ARRAY['DELETE FROM ki.klantcontact', 'DELETE FROM ki.betrokkene', 'DELETE FROM ki.interne_taak']) v;

-- 6. The same tricks in an inzage of P1, who was a betrokkene of K1 with P2.
UPDATE ki.partij SET interne_notitie = 'GEHEIM', contactnaam_achternaam = CASE WHEN id = id('P2') THEN 'GEHEIM' ELSE 'Janssen' END WHERE id IN (id('P1'), id('P2'));
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id('P' || n), 'wijziging', 'zelf', 'DigiD' FROM generate_series(1, 2) n;
UPDATE ki.actor SET naam = 'GEHEIM' WHERE id = id('A1');
UPDATE ki.interne_taak SET toelichting = 'GEHEIM';
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SET LOCAL ROLE regress_ki_portaal;
SELECT klantinteracties.begin_inzage(proef.id('P1'), 'DigiD', 'ki') \g /dev/null
RESET ROLE;
SELECT is(string_agg(DISTINCT uitkomst || ' ' || naam, ', ') FILTER (WHERE uitkomst !~ '^(ok|0A000|42703|42501)' OR uitkomst ~ 'GEHEIM'), NULL, 'inzage: ' || vraag)
  FROM list CROSS JOIN LATERAL (SELECT naam, als(rol, format(vraag, naam, kolommen)) AS uitkomst FROM relatie WHERE rol = 'regress_ki_portaal') u
 GROUP BY vraag ORDER BY vraag COLLATE "C";
SELECT is(als('regress_ki_portaal', v), w, 'inzage: ' || v) FROM (VALUES
    ('SELECT count(*) FROM ki.klantcontact', 'ok 2'),
    ('SELECT count(*) FROM ki.betrokkene', 'ok 2'),
    ($$SELECT string_agg(DISTINCT was_partij::text, ' ') FROM ki.betrokkene$$, 'ok ' || id('P1')),
    ($$SELECT count(*) FROM ki.betrokkene a JOIN ki.betrokkene b ON a.had_klantcontact = b.had_klantcontact AND a.id <> b.id$$, 'ok 0'),
    ($$SELECT count(*) FROM ki.partij_klantcontact WHERE partij <> proef.id('P1')$$, 'ok 0'),
    ($$SELECT max(most_common_vals::text) FROM pg_stats WHERE schemaname = 'ki'$$, 'ok '),
    ($$SELECT klantinteracties.begin_inzage(proef.id('P2'), 'DigiD', 'ki')$$, '55000'),
    ($$SET LOCAL row_security = off; SELECT 1 FROM ki.partij$$, '42501'),
    ($$INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P2'), 'registratie', 'zelf', 'x')$$, '42501'),
    ($$INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P2'), 'inzage', 'zelf', 'x') RETURNING id$$, '42501'),
    ($$SELECT klantinteracties.inzage_partij('ki.partij') = proef.id('P1')$$, 'ok true'),
    ($$SELECT klantinteracties.inzage_partij('pg_class')$$, 'ok '),
    ($$SELECT cardinality(klantinteracties.inzage_klantcontacten('pg_class'))$$, 'ok 0'),
    ($$SELECT klantinteracties.inzage_partij(0)$$, 'ok ')) v (v, w);
-- A function of his own that another reads with, and one that asks in the middle of a query.
SET LOCAL ROLE regress_ki_portaal;
CREATE FUNCTION proef.kijk_verder(uuid) RETURNS bigint LANGUAGE plpgsql VOLATILE COST 0.0001 AS $$
BEGIN
    PERFORM klantinteracties.begin_inzage($1, 'x', 'ki');
    RETURN 1;
EXCEPTION WHEN OTHERS THEN
    RETURN (SELECT count(*) FROM ki.betrokkene WHERE was_partij = $1);
END
$$;
RESET ROLE;
SELECT is(als('regress_ki_portaal', $$SELECT sum(proef.kijk_verder(proef.id('P2'))) FROM ki.klantcontact$$), 'ok 0', 'nor by a function in the middle of a query');
SELECT is(als('regress_ki_lezer', 'SELECT count(*) FROM ki.klantcontact'), 'ok 3', 'who reads is not narrowed');
SELECT is(als('regress_ki_kcc', 'SELECT count(*) FROM ki.klantcontact WHERE lek(inhoud)'), 'ok 3', 'nor widened');
SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
