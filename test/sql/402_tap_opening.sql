-- The opening of a correction is for one row event. Whatever else runs meanwhile, and whatever comes after it, finds the register
-- closed: settings, triggers, rules, policies and defaults of the owner, nested corrections, errors, savepoints, cursors.
\set ECHO none
\set QUIET on
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = ki, proef, tap;

-- Executes a statement in a trigger, in a subtransaction that catches its error (vang) or not (gooi). NEW goes on as it was, or
-- with a column changed (NEW.kolom = waarde).
CREATE FUNCTION proef.dader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 3 THEN
        RETURN COALESCE(NEW, OLD);      -- enough of one's own doing
    END IF;
    IF TG_ARGV[0] = 'gooi' THEN
        EXECUTE TG_ARGV[1];
    ELSIF TG_ARGV[0] = 'vang' THEN
        BEGIN
            EXECUTE TG_ARGV[1];
        EXCEPTION WHEN OTHERS THEN NULL;
        END;
    ELSIF TG_ARGV[0] = 'niets' THEN
        RETURN NULL;
    ELSE
        NEW := jsonb_populate_record(NEW, TG_ARGV[1]::jsonb);
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
-- The same where the owner may put an expression.
CREATE FUNCTION proef.dader(opdracht text, vang boolean DEFAULT true) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF vang THEN
        BEGIN
            EXECUTE opdracht;
        EXCEPTION WHEN OTHERS THEN NULL;
        END;
    ELSE
        EXECUTE opdracht;
    END IF;
    RETURN true;
END
$$;

-- All that is stored of what a correction may change, and the log, as one value.
CREATE FUNCTION proef.stand() RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_object_agg(rij, inhoud) FROM (
        SELECT id::text, to_jsonb(t) FROM ki.klantcontact t UNION ALL SELECT id::text, to_jsonb(t) FROM ki.betrokkene t
        UNION ALL SELECT id::text, to_jsonb(t) FROM ki.bijlage t UNION ALL SELECT id::text, to_jsonb(t) FROM ki.actor_klantcontact t) v (rij, inhoud)
$$;
-- Which rows an attack changed, added or removed, but for those that the correction is about; or the error. Then whether the
-- register is closed afterwards.
CREATE FUNCTION proef.aanval(aanleg text, opdracht text, behalve text DEFAULT 'K1') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    ervoor jsonb;
    anders text;
    staat text;
    regel text;
    open text;
    dader record;
BEGIN
    BEGIN
        EXECUTE aanleg;
        ervoor := proef.stand();
        BEGIN
            EXECUTE opdracht;
            SET CONSTRAINTS ALL IMMEDIATE;
            SET CONSTRAINTS ALL DEFERRED;
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS staat = RETURNED_SQLSTATE, regel = CONSTRAINT_NAME;
        END;
        SELECT string_agg(key, ' ') INTO anders
          FROM (SELECT key FROM (SELECT * FROM jsonb_each(ervoor) EXCEPT SELECT * FROM jsonb_each(proef.stand())) w
                UNION SELECT key FROM (SELECT * FROM jsonb_each(proef.stand()) EXCEPT SELECT * FROM jsonb_each(ervoor)) w) v
         WHERE key <> ALL (SELECT proef.id(b)::text FROM unnest(string_to_array(behalve, ' ')) b);
        RESET ROLE;
        FOR dader IN SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE tgfoid = 'proef.dader()'::regprocedure LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', dader.tgname, dader.tgrelid);
        END LOOP;
        FOR open IN SELECT * FROM unnest(ARRAY[
                $q$UPDATE ki.klantcontact SET inhoud = 'Nieuw' WHERE id = proef.id('K1')$q$,
                $q$UPDATE ki.klantcontact SET inhoud = 'gekraakt' WHERE id = proef.id('K1')$q$,
                $q$UPDATE ki.klantcontact SET inhoud = 'gekraakt' WHERE id = proef.id('K2')$q$,
                $q$DELETE FROM ki.bijlage WHERE id = proef.id('BL1')$q$,
                $q$INSERT INTO ki.betrokkene (had_klantcontact, rol) VALUES (proef.id('K2'), 'klant')$q$]) LOOP
            CONTINUE WHEN open LIKE 'DELETE%' AND NOT EXISTS (SELECT FROM ki.bijlage WHERE id = proef.id('BL1'));
            IF proef.uitkomst(open) !~ '^(23001|23514 klantcontact_deel_tijdig)' THEN
                anders := concat_ws(' ', anders, 'OPEN:', open);
            END IF;
        END LOOP;
        RAISE SQLSTATE 'UNDOE';
    EXCEPTION WHEN SQLSTATE 'UNDOE' THEN NULL;
    END;
    RETURN COALESCE(nullif(concat_ws(' ', staat, nullif(regel, ''), anders), ''), 'closed');
END
$$;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, wat text, aanleg text, opdracht text, wordt text, behalve text DEFAULT 'K1');
\set correctie 'SELECT klantinteracties.corrigeer(\'klantcontact\', id(\'K1\'), \'{"inhoud": "Nieuw"}\', \'reden\')'
INSERT INTO geval (wat, aanleg, opdracht, wordt) VALUES
    ('nothing else', '', :'correctie', 'closed'),
    ('an invented setting', $$SET LOCAL klantinteracties.opening = 'on'; SET LOCAL klantinteracties.corrigeer = 'on'$$,
        $$UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1')$$, '23001 klantcontact_onveranderlijk'),
    ('after a correction, the same again', '', :'correctie' || $$; UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1')$$,
        '23001 klantcontact_onveranderlijk'),
    ('after one that failed', '', $$DO $d$ BEGIN
        BEGIN PERFORM klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuw", "kanaal_code": "duif"}', 'r');
              SET CONSTRAINTS ALL IMMEDIATE; EXCEPTION WHEN OTHERS THEN NULL; END;
        UPDATE klantcontact SET inhoud = 'Nieuw', kanaal_code = 'duif' WHERE id = id('K1'); END $d$ $$, '23001 klantcontact_onveranderlijk'),
    ('after one that was rolled back', '', $$DO $d$ BEGIN
        BEGIN PERFORM klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuw"}', 'r');
              RAISE SQLSTATE 'XXXXX'; EXCEPTION WHEN OTHERS THEN NULL; END;
        UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1'); END $d$ $$, '23001 klantcontact_onveranderlijk'),
    ('through a cursor', '', $$DO $d$ DECLARE c refcursor; u uuid; BEGIN
        OPEN c FOR SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuw"}', 'r') FROM generate_series(1, 2);
        FETCH c INTO u;
        UPDATE klantcontact SET inhoud = 'Nieuw' WHERE id = id('K1'); END $d$ $$, '23001 klantcontact_onveranderlijk'),
    ('in one statement with a plain change', '', $$WITH c AS MATERIALIZED (SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Nieuw"}', 'r'))
        UPDATE klantcontact SET inhoud = 'Nieuw' FROM c WHERE id = id('K2')$$, '23001 klantcontact_onveranderlijk'),
    ('ON CONFLICT', '', $$INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2024-01-01')
        ON CONFLICT (id) DO UPDATE SET inhoud = 'Nieuw'$$, '23001 klantcontact_onveranderlijk'),
    ('MERGE', '', $$MERGE INTO klantcontact k USING (SELECT id('K1')) v (id) ON k.id = v.id WHEN MATCHED THEN UPDATE SET inhoud = 'Nieuw'$$,
        '23001 klantcontact_onveranderlijk'),
    ('correction within a statement that corrects', '', $$SELECT klantinteracties.corrigeer('klantcontact', id('K1'),
        jsonb_build_object('inhoud', 'Nieuw', 'todo', klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "Eerst"}', 'r')::text), 'r')$$, 'closed');

-- Triggers of the owner on the corrected table, before and after, catching and not, that go on to what is not theirs.
INSERT INTO geval (wat, aanleg, opdracht, wordt)
SELECT format('%s %s trigger: %s', moment, wijze, doel),
       -- the one after it sorts after the trigger that writes the log
       format('CREATE TRIGGER %s %s UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.dader(%L, %L)',
           CASE moment WHEN 'BEFORE' THEN 'dader' ELSE 'zdader' END, moment, wijze, sql),
       :'correctie', CASE wijze WHEN 'vang' THEN gevangen ELSE gegooid END
  FROM unnest('{BEFORE,AFTER}'::text[]) moment, unnest('{gooi,vang}'::text[]) wijze,
       LATERAL (VALUES
        ('other row', $$UPDATE ki.klantcontact SET inhoud = 'Nieuw' WHERE id = proef.id('K2')$$, 'closed', '23001 klantcontact_onveranderlijk'),
        ('same row', $$UPDATE ki.klantcontact SET inhoud = 'gekraakt' WHERE id = proef.id('K1')$$, 'closed', '23001 klantcontact_onveranderlijk'),
        ('same row to what is expected', $$UPDATE ki.klantcontact SET inhoud = 'Nieuw' WHERE id = proef.id('K1')$$, 'closed', '23001 klantcontact_onveranderlijk'),
        ('part', $$DELETE FROM ki.bijlage WHERE id = proef.id('BL1')$$, 'closed', '23001 bijlage_onveranderlijk'),
        ('late part', $$INSERT INTO ki.betrokkene (had_klantcontact, rol) VALUES (proef.id('K1'), 'klant')$$, 'closed', '23514 klantcontact_deel_tijdig'),
        ('the log', $$DELETE FROM ki.mutatielog$$, 'closed', CASE moment WHEN 'BEFORE' THEN 'closed' ELSE '23001 mutatielog_onveranderlijk' END),
        ('a log row', $$INSERT INTO ki.mutatielog (tabel, rij_id, operatie, geregistreerd_op, vervallen_op, gebruiker) VALUES ('a', 'b', 'c', now(), now(), 'd')$$,
            'closed', '23001 mutatielog_onveranderlijk')
       ) v (doel, sql, gevangen, gegooid);
INSERT INTO geval (wat, aanleg, opdracht, wordt, behalve) VALUES
    ('a trigger that corrects another row', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW WHEN (OLD.nummer = 1)
        EXECUTE FUNCTION proef.dader('gooi', 'SELECT klantinteracties.corrigeer(''klantcontact'', proef.id(''K2''), ''{"inhoud": "Ander"}'', ''andere'', ''ki'')')$$,
        :'correctie', 'closed', 'K1 K2'),
    ('a trigger that corrects another row and goes on', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW WHEN (OLD.nummer = 1)
        EXECUTE FUNCTION proef.dader('gooi', 'SELECT klantinteracties.corrigeer(''klantcontact'', proef.id(''K2''), ''{"inhoud": "Ander"}'', ''andere'', ''ki'');
            UPDATE ki.klantcontact SET inhoud = ''Ander'' WHERE id = proef.id(''K2'')')$$,
        :'correctie', '23001 klantcontact_onveranderlijk', 'K1'),
    ('a trigger that corrects the same row', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW
        EXECUTE FUNCTION proef.dader('gooi', 'SELECT klantinteracties.corrigeer(''klantcontact'', proef.id(''K1''), ''{"inhoud": "Ander"}'', ''andere'', ''ki'')')$$,
        :'correctie', '27000', 'K1'),
    ('a trigger that changes NEW', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.dader('zet', '{"todo": "gekraakt"}')$$,
        :'correctie', '23001 klantcontact_onveranderlijk', ''),
    ('a trigger that moves the row', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.dader('zet', '{"id": "00000000-0000-0000-0000-000000000000"}')$$,
        :'correctie', '23001 klantcontact_onveranderlijk', ''),
    ('a trigger that keeps the row', $$CREATE TRIGGER dader BEFORE UPDATE ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.dader('niets')$$,
        :'correctie', '55000', ''),
    ('a trigger on a part that follows', $$CREATE TRIGGER dader BEFORE UPDATE ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader('vang', 'UPDATE ki.klantcontact SET inhoud = ''gekraakt''')$$,
        $$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"kanaal_code": "post"}', 'r')$$, 'closed', 'K1 B1 B4'),
    ('a part that follows and is changed', $$CREATE TRIGGER dader BEFORE UPDATE ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader('zet', '{"rol": "vertegenwoordiger"}')$$,
        $$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"kanaal_code": "post"}', 'r')$$, '23001 betrokkene_onveranderlijk', ''),
    ('a rule that changes another row', $$CREATE RULE dader AS ON UPDATE TO klantcontact WHERE OLD.id = proef.id('K1')
        DO ALSO UPDATE ki.betrokkene SET rol = 'vertegenwoordiger' WHERE id = proef.id('B2')$$, :'correctie', '23001 betrokkene_onveranderlijk', ''),
    ('a policy', $$CREATE ROLE regress_ki_corrector; GRANT USAGE ON SCHEMA ki TO regress_ki_corrector; GRANT ALL ON ALL TABLES IN SCHEMA ki TO regress_ki_corrector;
        ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
        CREATE POLICY dader ON klantcontact AS RESTRICTIVE USING (true) WITH CHECK (proef.dader('UPDATE ki.bijlage SET bijlageidentificator_object_id = ''gekraakt'''));
        SET LOCAL ROLE regress_ki_corrector$$, :'correctie' || '; RESET ROLE', 'closed', 'K1'),
    ('a policy that throws', $$CREATE ROLE regress_ki_corrector; GRANT USAGE ON SCHEMA ki TO regress_ki_corrector; GRANT ALL ON ALL TABLES IN SCHEMA ki TO regress_ki_corrector;
        ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
        CREATE POLICY dader ON klantcontact AS RESTRICTIVE USING (true) WITH CHECK (proef.dader('UPDATE ki.klantcontact SET inhoud = ''Nieuw'' WHERE id = proef.id(''K2'')', false));
        SET LOCAL ROLE regress_ki_corrector$$, :'correctie', '23001 klantcontact_onveranderlijk', ''),
    ('a CHECK constraint', $$ALTER TABLE klantcontact ADD CHECK (proef.dader('UPDATE ki.klantcontact SET inhoud = ''Nieuw'' WHERE id = proef.id(''K2'')', false)) NOT VALID$$,
        :'correctie', '23001 klantcontact_onveranderlijk', '');

-- The opening for a part that was forgotten, and for one that is removed.
\set deel 'SELECT klantinteracties.corrigeer(\'betrokkene\', NULL, jsonb_build_object(\'had_klantcontact\', id(\'K1\'), \'rol\', \'klant\'), \'r\')'
\set weg 'SELECT klantinteracties.corrigeer(\'bijlage\', id(\'BL1\'), NULL, \'r\')'
INSERT INTO geval (wat, aanleg, opdracht, wordt, behalve) VALUES
    ('added: a trigger that gives it to K2', $$CREATE TRIGGER dader BEFORE INSERT ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader('zet', '{"had_klantcontact": "ecebd75f-c367-b9aa-41be-06278689dc63"}')$$, :'deel', '23514 klantcontact_deel_tijdig', ''),
    ('added: a trigger that fills in a partij', format('CREATE TRIGGER dader BEFORE INSERT ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader(''zet'', %L)', json_build_object('was_partij', id('P3'))), :'deel', '23514 klantcontact_deel_tijdig', ''),
    ('added: a trigger that changes what was named', $$CREATE TRIGGER dader BEFORE INSERT ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader('zet', '{"rol": "vertegenwoordiger"}')$$, :'deel', '23514 klantcontact_deel_tijdig', ''),
    ('added: a trigger that adds another', $$CREATE TRIGGER dader BEFORE INSERT ON betrokkene FOR EACH ROW
        EXECUTE FUNCTION proef.dader('gooi', 'INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
            bijlageidentificator_object_id, bijlageidentificator_register_code) VALUES (proef.id(''K1''), ''3'', ''4'', ''x'', ''7'')')$$,
        :'deel', '23514 klantcontact_deel_tijdig', ''),
    ('added: a default that adds another', $$ALTER TABLE betrokkene ADD COLUMN eigen boolean;
        ALTER TABLE betrokkene ALTER eigen SET DEFAULT proef.dader('INSERT INTO ki.betrokkene (had_klantcontact, rol, eigen) VALUES (proef.id(''K1''), ''klant'', true)', false)$$,
        :'deel', '23514 klantcontact_deel_tijdig', ''),
    ('added: after it another', '', :'deel' || $$; INSERT INTO betrokkene (had_klantcontact, rol) VALUES (id('K1'), 'klant')$$, '23514 klantcontact_deel_tijdig', ''),
    ('removed', '', :'weg', 'closed', 'BL1'),
    ('removed: a trigger that removes another', $$CREATE TRIGGER dader BEFORE DELETE ON bijlage FOR EACH ROW
        EXECUTE FUNCTION proef.dader('gooi', 'DELETE FROM ki.actor_klantcontact WHERE id = proef.id(''AK1'')')$$, :'weg', '23001 actor_klantcontact_onveranderlijk', ''),
    ('removed: a late trigger that keeps it', $$CREATE TRIGGER "~~dader" BEFORE DELETE ON bijlage FOR EACH ROW EXECUTE FUNCTION proef.dader('niets')$$, :'weg', '55000', ''),
    ('removed: a late trigger that removes it itself', $$CREATE TRIGGER "~~dader" BEFORE DELETE ON bijlage FOR EACH ROW
        EXECUTE FUNCTION proef.dader('gooi', 'DELETE FROM ki.bijlage WHERE id = proef.id(''BL1'')')$$, :'weg', '23001 bijlage_onveranderlijk', '');
SELECT plan((SELECT count(*)::int FROM geval) + 3);
SELECT is(aanval(aanleg, opdracht, behalve), wordt, wat) FROM geval ORDER BY nr;

-- The reason of a correction goes to its own event alone, and to the copies that follow it.
SELECT is(uitkomst($$CREATE TRIGGER a_dader AFTER UPDATE ON ki.partij FOR EACH ROW WHEN (NEW.contactnaam_achternaam <> 'Geleend')
        EXECUTE FUNCTION proef.dader('gooi', 'UPDATE ki.partij SET contactnaam_achternaam = ''Geleend'' WHERE id = proef.id(''P1'')');
    SELECT klantinteracties.corrigeer('partij', id('P1'), '{"interne_notitie": "x"}', 'reden');$$),
    '23514 partij_is_geverifieerd', 'a change by a trigger has no reason');
SELECT is(uitkomst($$CREATE TRIGGER dader BEFORE UPDATE ON ki.partij FOR EACH ROW EXECUTE FUNCTION proef.dader('zet', '{"interne_notitie": "anders"}');
    SELECT klantinteracties.corrigeer('partij', id('P1'), '{"contactnaam_achternaam": "x"}', 'reden');$$),
    '55000', 'a correction that became an ordinary change is none');
SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'reden') \g /dev/null
SELECT results_eq($$SELECT tabel, count(*)::int, count(reden)::int FROM mutatielog WHERE vertrouwelijk = 'ja' GROUP BY tabel ORDER BY tabel$$,
    $$VALUES ('actor_klantcontact', 1, 1), ('betrokkene', 2, 2), ('bijlage', 1, 1), ('digitaal_adres', 1, 1), ('interne_taak', 1, 1),
             ('klantcontact', 1, 1), ('onderwerpobject', 1, 1)$$, 'copies that follow have the reason');

SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
