-- That a destruction opens nothing else, does all or nothing, and asks for the privileges it needs (design decisions D5, D6).
\getenv abs_srcdir PG_ABS_SRCDIR
\set ECHO none
\set fixture :abs_srcdir /fixture/vernietig.sql
\i :fixture
\set QUIET on
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = tap, proef, klantinteracties;
SELECT * FROM no_plan();

-- A destruction of these klantcontacten, and how many rows of each table went.
CREATE FUNCTION proef.weg(VARIADIC namen text[]) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(format('%s %s', tabel, n), ', ' ORDER BY tabel) FROM (
        SELECT tabel, count(*) AS n
          FROM klantinteracties.vernietig_klantcontacten(klantcontacten => proef.ids(VARIADIC namen), proef => false, grondslag => 'Selectielijst', register => 'ki')
         WHERE actie = 'vernietigd' GROUP BY tabel) t
$$;
-- What comes of a statement: ok, or its SQLSTATE and constraint.
CREATE FUNCTION proef.uitkomst(opdracht text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    regel text;
BEGIN
    EXECUTE opdracht;
    RETURN 'ok';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS regel = CONSTRAINT_NAME;
    RETURN rtrim(SQLSTATE || ' ' || regel);
END
$$;
-- Does a function that raises after it leave everything as it was?
CREATE FUNCTION proef.blijft_heel(opdracht text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    voor text := proef.foto();
BEGIN
    BEGIN
        EXECUTE opdracht;
        RAISE 'toch niet' USING ERRCODE = 'KI000';
    EXCEPTION WHEN OTHERS THEN
        NULL;
    END;
    RETURN proef.foto() = voor;
END
$$;

-- What is asked for wrongly.
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(voor => '2016-01-01', grondslag => $$ || g || $$, register => 'ki')$$), '22023',
          'the grondslag ' || g || ' says nothing')
  FROM unnest(ARRAY['NULL', '''''', ''' ''', 'E''\t\n''', 'U&''\00A0''']) g;
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(grondslag => 'Selectielijst', register => 'ki')$$), '22023', 'no criterion');
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(voor => $$ || v || $$, grondslag => 'Selectielijst', register => 'ki')$$), '22023',
          'a retention moment in the future: ' || v)
  FROM unnest(ARRAY['clock_timestamp() + interval ''1 minute''', '''infinity''']) v;
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(voor => '-infinity', grondslag => 'Selectielijst', register => 'ki')$$), 'ok', 'before all times');
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(zaak => 'ZAAK-1', proef => NULL, grondslag => 'Selectielijst', register => 'ki')$$), '22004', 'neither a dry run nor a real one');
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(klantcontacten => ARRAY[NULL, id('K1')], grondslag => 'Selectielijst', register => 'ki')$$), '22004', 'a null among the klantcontacten');
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(zaak => 'ZAAK-1', grondslag => 'Selectielijst', register => 'nergens')$$), '3F000', 'no such register');
SELECT is(uitkomst($$SELECT vernietig_klantcontacten(zaak => 'ZAAK-1', grondslag => 'Selectielijst')$$), '3F000', 'no register in search_path');
SELECT is(uitkomst(format($$SELECT vernietig_klantcontacten(klantcontacten => ids('K12'), proef => false, grondslag => %L, register => 'ki')$$,
    repeat('é', 1001))), '23514 vernietiging_grondslag_lengte', 'a grondslag of 1001 characters');
SELECT is((SELECT count(*) FROM ki.vernietiging), 0::bigint, 'none of these left a certificate');
SELECT is((SELECT count(*) FROM ki.klantcontact), 15::bigint, 'nor destroyed anything');

-- A plain statement does not destroy; certificates and log are not written, changed or removed.
CREATE TABLE proef.gewoon (nr integer GENERATED ALWAYS AS IDENTITY, opdracht text, wordt text);
INSERT INTO proef.gewoon (opdracht, wordt) VALUES
    ($$DELETE FROM ki.klantcontact WHERE id = proef.id('K9')$$, '23001 klantcontact_onveranderlijk'),
    ($$DELETE FROM ki.klantcontact WHERE id = proef.id('K1')$$, '23001 klantcontact_onveranderlijk'),
    ($$DELETE FROM ki.betrokkene WHERE id = proef.id('B9')$$, '23001 betrokkene_onveranderlijk'),
    ($$DELETE FROM ki.actor_klantcontact WHERE id = proef.id('M9')$$, '23001 actor_klantcontact_onveranderlijk'),
    ($$DELETE FROM ki.interne_taak WHERE id = proef.id('T3')$$, '23001 interne_taak_onveranderlijk'),
    ($$DELETE FROM ki.onderwerpobject WHERE id = proef.id('O9')$$, '23001 onderwerpobject_onveranderlijk'),
    ($$UPDATE ki.betrokkene SET rol = 'vertegenwoordiger' WHERE id = proef.id('B9')$$, '23001 betrokkene_onveranderlijk'),
    ($$DELETE FROM ki.mutatielog$$, '23001 mutatielog_onveranderlijk'),
    ($$INSERT INTO ki.vernietiging (grondslag, op_zaak, op_lijst) VALUES ('x', false, false)$$, '23001 vernietiging_onveranderlijk'),
    ($$INSERT INTO ki.vernietiging SELECT (v).* FROM proef.certificaat v$$, '23001 vernietiging_onveranderlijk'),
    ($$UPDATE ki.vernietiging SET grondslag = 'x'$$, '23001 vernietiging_onveranderlijk'),
    ($$UPDATE ki.vernietiging SET grondslag = grondslag$$, '23001 vernietiging_onveranderlijk'),
    ($$DELETE FROM ki.vernietiging$$, '23001 vernietiging_onveranderlijk'),
    ($$TRUNCATE ki.vernietiging$$, '23001 vernietiging_onveranderlijk'),
    ($$SELECT klantinteracties.corrigeer('vernietiging', id, '{"grondslag": "x"}', 'tikfout', 'ki') FROM ki.vernietiging$$, '22023');
SELECT corrigeer('klantcontact', id(k), '{"inhoud": "Iets anders"}', 'tikfout', 'ki') FROM unnest(ARRAY['K1', 'K2', 'K9']) k \g /dev/null
SELECT is(weg('K16'), 'actor_klantcontact 1, betrokkene 1, klantcontact 1', 'a destruction');
CREATE TABLE proef.certificaat AS SELECT * FROM ki.vernietiging;
SELECT is(uitkomst(opdracht), wordt, opdracht) FROM proef.gewoon ORDER BY nr;

-- Nor does one that a user's trigger makes in the midst of a destruction: before and after each row, and each statement.
CREATE TABLE proef.gehoord (wanneer text, opdracht text, wat text);
CREATE FUNCTION proef.luister() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN OLD;
    END IF;
    INSERT INTO proef.gehoord
    SELECT concat_ws(' ', TG_WHEN, TG_LEVEL, TG_TABLE_NAME), opdracht, proef.uitkomst(opdracht) FROM (
        SELECT g.opdracht FROM proef.gewoon g WHERE g.wordt LIKE '23001%'
        UNION ALL
        SELECT 'DELETE FROM ki.' || tabel FROM unnest(ARRAY['onderwerpobject', 'betrokkene', 'actor_klantcontact', 'bijlage', 'interne_taak', 'klantcontact']) tabel
        UNION ALL
        SELECT format('DELETE FROM ki.%I WHERE id = %L', TG_TABLE_NAME, OLD.id) WHERE TG_LEVEL = 'ROW' AND TG_WHEN = 'BEFORE') o;
    RETURN OLD;
END
$$;
CREATE FUNCTION pg_temp.hoor_toe(aan boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    tabel text;
    wanneer text;
    wat text;
BEGIN
    FOR tabel, wanneer, wat IN
        SELECT * FROM unnest(ARRAY['onderwerpobject', 'digitaal_adres', 'betrokkene', 'actor_klantcontact', 'bijlage', 'interne_taak', 'klantcontact']) t,
                      unnest(ARRAY['BEFORE', 'AFTER']) w, unnest(ARRAY['ROW', 'STATEMENT']) r LOOP
        IF aan THEN
            EXECUTE format('CREATE TRIGGER %I %s DELETE ON ki.%I FOR EACH %s EXECUTE FUNCTION proef.luister()', wanneer || wat, wanneer, tabel, wat);
        ELSE
            EXECUTE format('DROP TRIGGER %I ON ki.%I', wanneer || wat, tabel);
        END IF;
    END LOOP;
END
$$;
SELECT pg_temp.hoor_toe(true) \g /dev/null
SELECT is(weg('K1', 'K2'), 'actor_klantcontact 2, betrokkene 2, bijlage 1, digitaal_adres 1, interne_taak 1, klantcontact 2, mutatielog 2, onderwerpobject 1',
          'a destruction with triggers of a user''s around it');
SELECT is((SELECT count(DISTINCT wanneer) FROM gehoord), 7 * 4::bigint, 'they all ran');
SELECT is_empty($$SELECT * FROM proef.gehoord WHERE wat NOT LIKE '23001 %' AND wat <> 'ok'$$, 'and nothing else came of it');
SELECT results_eq($$SELECT opdracht FROM proef.gehoord WHERE wat = 'ok' GROUP BY opdracht ORDER BY opdracht COLLATE "C"$$,
    ARRAY['DELETE FROM ki.bijlage', 'DELETE FROM ki.klantcontact WHERE id = proef.id(''K1'')'],
    'than what found no rows any more');
SELECT pg_temp.hoor_toe(false) \g /dev/null
SELECT is(uitkomst(opdracht), CASE WHEN opdracht LIKE '%K1%' THEN 'ok' ELSE wordt END, 'afterwards: ' || opdracht) FROM proef.gewoon ORDER BY nr;

-- Nor one that a rule adds to the statement itself.
CREATE RULE meer AS ON DELETE TO ki.betrokkene DO ALSO DELETE FROM ki.klantcontact WHERE id = OLD.had_klantcontact;
SELECT is(uitkomst($$SELECT proef.weg('K13')$$), '23001 klantcontact_onveranderlijk', 'a rule that removes the klantcontact');
DROP RULE meer ON ki.betrokkene;
CREATE RULE meer AS ON DELETE TO ki.betrokkene DO ALSO DELETE FROM ki.mutatielog;
SELECT is(uitkomst($$SELECT proef.weg('K13')$$), '23001 mutatielog_onveranderlijk', 'a rule that removes the log');
DROP RULE meer ON ki.betrokkene;
CREATE RULE niet AS ON DELETE TO ki.betrokkene DO INSTEAD NOTHING;
SELECT is(uitkomst($$SELECT proef.weg('K13')$$), '27000', 'a rule that keeps the rows');
DROP RULE niet ON ki.betrokkene;

-- Nor one that a trigger makes without a subtransaction, though the row is to go.
CREATE FUNCTION proef.voor_de_beurt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() = 1 THEN
        DELETE FROM ki.betrokkene WHERE id IN (proef.id('B13'), proef.id('B15')) AND id <> OLD.id;
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER voor_de_beurt BEFORE DELETE ON ki.betrokkene FOR EACH ROW EXECUTE FUNCTION proef.voor_de_beurt();
SELECT is(uitkomst($$SELECT proef.weg('K13', 'K15')$$), '23001 betrokkene_onveranderlijk', 'a trigger that removes another row of the destruction');
DROP TRIGGER voor_de_beurt ON ki.betrokkene;

-- All or nothing.
CREATE FUNCTION proef.houd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN OLD.id = proef.id('K14') THEN NULL ELSE OLD END; END $$;
CREATE TRIGGER houd BEFORE DELETE ON ki.klantcontact FOR EACH ROW EXECUTE FUNCTION proef.houd();
SELECT is(uitkomst($$SELECT proef.weg('K13', 'K14')$$), '27000', 'a trigger keeps a row');
SELECT ok(blijft_heel($$SELECT proef.weg('K13', 'K14')$$), 'then all rows are kept');
DROP TRIGGER houd ON ki.klantcontact;
SELECT ok(blijft_heel($$SELECT proef.weg('K5', 'K6', 'K8', 'K9', 'K10')$$), 'a destruction that is rolled back leaves everything, the certificate too');
SELECT is(uitkomst(opdracht), CASE WHEN opdracht LIKE '%K1%' THEN 'ok' ELSE wordt END, 'after that: ' || opdracht) FROM proef.gewoon ORDER BY nr;
SELECT corrigeer('klantcontact', id('K9'), '{"inhoud": "Nog iets anders"}', 'tikfout', 'ki') \g /dev/null
SELECT is((SELECT count(*) FROM ki.mutatielog WHERE rij_id = id('K9')::text), 2::bigint, 'and what is corrected is remembered');

-- A destruction inside another.
CREATE FUNCTION proef.ook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.id = proef.id('K10') THEN
        PERFORM proef.weg('K11');
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER ook BEFORE DELETE ON ki.klantcontact FOR EACH ROW EXECUTE FUNCTION proef.ook();
SELECT is(weg('K10', 'K12'), 'actor_klantcontact 2, betrokkene 2, klantcontact 2, onderwerpobject 1', 'a trigger destroys more by the same function');
DROP TRIGGER ook ON ki.klantcontact;
SELECT is((SELECT klantcontacten FROM over_gebleven), 'K3 K5 K6 K7 K8 K9 K13 K14 K15', 'each what it was asked for');

-- Whatever the constraints are set to, and however it is asked for.
SET CONSTRAINTS ALL IMMEDIATE;
SELECT is(weg('K8', 'K9'), 'actor_klantcontact 2, betrokkene 2, klantcontact 2, mutatielog 2, onderwerpobject 1', 'constraints are immediate');
SET CONSTRAINTS ALL DEFERRED;
SET LOCAL row_security = on;
SELECT is(weg('K13'), 'actor_klantcontact 1, betrokkene 1, klantcontact 1', 'row security is on');
SELECT is(current_setting('row_security'), 'on', 'and stays so');
UPDATE ki.interne_taak SET status = 'verwerkt' WHERE nummer = 3;
SELECT is(weg('K3'), 'actor_klantcontact 1, betrokkene 1, interne_taak 1, klantcontact 1, mutatielog 1', 'what changed in this transaction');
CALL kc(30, '2015-06-01 10:00+02');
SELECT is(weg('K30'), 'actor_klantcontact 1, betrokkene 1, klantcontact 1', 'what was registered in this transaction');
SET CONSTRAINTS ALL IMMEDIATE;
SELECT is((SELECT wezen FROM wezen), 0::bigint, 'nothing refers to what is gone');

-- Privileges: DELETE on what goes, and nothing else.
CREATE ROLE regress_vernietiger;
CREATE SCHEMA gast;
CREATE TABLE gast.dossier (klantcontact uuid REFERENCES ki.klantcontact);
GRANT USAGE ON SCHEMA ki TO regress_vernietiger;
GRANT SELECT ON proef.gewoon TO regress_vernietiger;
GRANT DELETE ON ki.klantcontact, ki.betrokkene, ki.actor_klantcontact, ki.bijlage, ki.onderwerpobject, ki.interne_taak TO regress_vernietiger;
CREATE FUNCTION proef.droog() RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst($q$SELECT klantinteracties.vernietig_klantcontacten(klantcontacten => proef.ids('K14'), grondslag => 'Selectielijst', register => 'ki')$q$)
$$;
SET LOCAL ROLE regress_vernietiger;
SELECT is(droog(), '42501', 'without DELETE on digitaal_adres not even a dry run');
RESET ROLE;
GRANT DELETE ON ki.digitaal_adres TO regress_vernietiger;
ALTER TABLE ki.betrokkene FORCE ROW LEVEL SECURITY;
ALTER TABLE ki.mutatielog FORCE ROW LEVEL SECURITY;
ALTER TABLE ki.vernietiging ENABLE ROW LEVEL SECURITY;
ALTER TABLE ki.vernietiging FORCE ROW LEVEL SECURITY;
CREATE POLICY niets ON ki.betrokkene AS RESTRICTIVE USING (false);
CREATE ROLE regress_eigenaar;
SAVEPOINT gastvrij;
ALTER TABLE gast.dossier OWNER TO regress_eigenaar;
ALTER TABLE ki.klantcontact OWNER TO regress_vernietiger;
SELECT is(droog(), '42501', 'nor where the owner cannot see whether another table refers to it');
ROLLBACK TO gastvrij;
CREATE POLICY niets ON gast.dossier USING (true);
ALTER TABLE gast.dossier ENABLE ROW LEVEL SECURITY;
ALTER TABLE gast.dossier OWNER TO regress_eigenaar;
GRANT USAGE ON SCHEMA gast TO regress_vernietiger;
GRANT SELECT ON gast.dossier TO regress_vernietiger;
ALTER TABLE ki.klantcontact OWNER TO regress_vernietiger;
SELECT is(droog(), '42501', 'nor where row security of that table could hide something from the owner');
ROLLBACK TO gastvrij;
SELECT corrigeer('klantcontact', id('K14'), '{"inhoud": "Iets anders"}', 'tikfout', 'ki') \g /dev/null
SET LOCAL ROLE regress_vernietiger;
SELECT is(droog(), 'ok', 'with all of them, whatever row security hides from it and from the owner');
SELECT is(uitkomst($$DELETE FROM ki.klantcontact$$), '23001 klantcontact_onveranderlijk', 'a plain DELETE it cannot');
SELECT is(weg('K14'), 'actor_klantcontact 1, betrokkene 1, klantcontact 1, mutatielog 1', 'destroy it can');
SELECT is(current_user, 'regress_vernietiger', 'it is who it was');
SELECT is(uitkomst('SELECT FROM ki.' || t), '42501', 'and cannot read ' || t) FROM unnest(ARRAY['mutatielog', 'vernietiging']) t;
RESET ROLE;
SELECT is((SELECT geregistreerd_door FROM ki.vernietiging ORDER BY id DESC LIMIT 1), session_user::text, 'the certificate says whose session it was');

-- An address that is the partij's too stays with the partij, as what it prefers to be reached at.
SET CONSTRAINTS ALL DEFERRED;
CALL kc(17, '2015-06-01 10:00+02');
CALL it(17, 'K17', true);
INSERT INTO ki.digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, verstrekt_door_partij)
VALUES (id('D17'), '1', '06-12345678', id('B17'), id('P1'));
UPDATE ki.partij SET voorkeurs_digitaal_adres = id('D17') WHERE id = id('P1');
INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (id('P1'), 'wijziging', 'zelf', 'DigiD');
SET CONSTRAINTS ALL IMMEDIATE;
SELECT is((SELECT kort(reden) FROM vernietig_klantcontacten(klantcontacten => ids('K17'), grondslag => 'Selectielijst', register => 'ki')
            WHERE actie = 'behouden' AND tabel = 'digitaal_adres' AND id = id('D17')::text), 'partij P1 has it too', 'an address of a partij');
SET LOCAL ROLE regress_vernietiger;
SELECT is(weg('K17'), 'actor_klantcontact 1, betrokkene 1, interne_taak 1, klantcontact 1', 'does not go with the klantcontact');
RESET ROLE;
SELECT is((SELECT format('%s %s %s', adres, kort(verstrekt_door_partij::text), verstrekt_door_betrokkene) FROM ki.digitaal_adres WHERE id = id('D17')),
          '06-12345678 P1 ', 'it stays with the partij, and the betrokkene is gone from it');
SELECT is((SELECT reden FROM ki.mutatielog WHERE rij_id = id('D17')::text), 'Selectielijst', 'which is remembered, with the grondslag');

-- Each register for itself.
SET CONSTRAINTS ALL DEFERRED;
SELECT maak_register('ki2') \g /dev/null
INSERT INTO ki2.actor (id, naam, soort_actor) VALUES (id('A1'), 'Nicole van Dijk', 'medewerker');
INSERT INTO ki2.klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
SELECT id(k), substr(k, 2)::integer, 'Afval', 'Vraag', '2015-03-01 10:00+01' FROM unnest(ARRAY['K5', 'K15']) k;
INSERT INTO ki2.actor_klantcontact (klantcontact_id, actor_id) SELECT id, id('A1') FROM ki2.klantcontact;
INSERT INTO ki2.betrokkene (had_klantcontact, rol) SELECT id, 'klant' FROM ki2.klantcontact;
INSERT INTO ki2.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor, status)
SELECT 'Terugbellen', id, id('A1'), 'verwerkt' FROM ki2.klantcontact;
SET LOCAL search_path = tap, proef, klantinteracties, ki2, ki;
SELECT is((SELECT string_agg(kort(id), ' ' ORDER BY id) FROM vernietig_klantcontacten(voor => '2016-01-01', proef => false, grondslag => 'Selectielijst')
            WHERE tabel = 'klantcontact' AND actie = 'vernietigd'), 'K5 K15', 'the first register of the search_path');
SELECT is((SELECT count(*) FROM ki2.klantcontact), 0::bigint, 'is empty');
SELECT is((SELECT klantcontacten FROM over_gebleven), 'K5 K6 K7 K15', 'the other is as it was');
SELECT is((SELECT count(*) FROM ki2.vernietiging), 1::bigint, 'the certificate stands where it belongs');

SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
