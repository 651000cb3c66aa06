-- Corrections of every kind, on every table: what each comes to, by its rules, privileges and row security; and that every copy of a
-- klantcontact's columns follows.
\set ECHO none
\set QUIET on
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = ki, proef, tap;

-- How many parts do not carry what their klantcontact says.
CREATE FUNCTION proef.scheef() RETURNS bigint LANGUAGE sql AS $$
    SELECT (SELECT count(*) FROM ki.betrokkene d JOIN ki.klantcontact k ON k.id = d.had_klantcontact
             WHERE (d.plaatsgevonden_op, d.kanaal_code, d.vertrouwelijk) IS DISTINCT FROM (k.plaatsgevonden_op, k.kanaal_code, k.vertrouwelijk))
         + (SELECT count(*) FROM ki.onderwerpobject d JOIN ki.klantcontact k ON k.id = d.was_onderwerp_van_klantcontact
             WHERE (d.plaatsgevonden_op, d.kanaal_code, d.vertrouwelijk) IS DISTINCT FROM (k.plaatsgevonden_op, k.kanaal_code, k.vertrouwelijk))
         + (SELECT count(*) FROM ki.actor_klantcontact d JOIN ki.klantcontact k ON k.id = d.klantcontact_id WHERE d.vertrouwelijk <> k.vertrouwelijk)
         + (SELECT count(*) FROM ki.bijlage d JOIN ki.klantcontact k ON k.id = d.was_bijlage_van_klantcontact WHERE d.vertrouwelijk <> k.vertrouwelijk)
         + (SELECT count(*) FROM ki.interne_taak d JOIN ki.klantcontact k ON k.id = d.aanleidinggevend_klantcontact WHERE d.vertrouwelijk <> k.vertrouwelijk)
         + (SELECT count(*) FROM ki.digitaal_adres d JOIN ki.betrokkene b ON b.id = d.verstrekt_door_betrokkene WHERE d.vertrouwelijk <> b.vertrouwelijk)
$$;
-- Raises what proef.uitkomst() reports where a condition does not hold.
CREATE FUNCTION proef.eis(voorwaarde boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF voorwaarde IS NOT TRUE THEN
        RAISE SQLSTATE 'ANDER';
    END IF;
END
$$;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, tabel text, rij text, wijziging text, wordt text);
-- A short name in double quotes stands for its id; a rij of NULL is one to add, a wijziging of NULL one to remove.
INSERT INTO geval (tabel, rij, wijziging, wordt) VALUES
    ('klantcontact', 'K1', '{"inhoud": "Nieuw"}', 'ok'),
    ('klantcontact', 'K1', '{"indicatie_contact_gelukt": "ja"}', 'ok'),
    ('klantcontact', 'K1', '{"kanaal_code": "telefoon"}', 'ok'),
    ('klantcontact', 'K1', '{"kanaal_code": null}', 'ok'),
    ('klantcontact', 'K3', '{"kanaal_code": "post", "taal_code": "nld"}', 'ok'),
    ('klantcontact', 'K1', '{"kanaal_code": "duif"}', '23503 klantcontact_kanaal_code_fkey'),
    ('klantcontact', 'K1', '{"vertrouwelijk": "ja"}', 'ok'),
    ('klantcontact', 'K2', '{"vertrouwelijk": "ja", "plaatsgevonden_op": "2024-01-01", "kanaal_code": "post"}', 'ok'),
    ('klantcontact', 'K1', '{"plaatsgevonden_op": "2024-05-03 11:00+02"}', '23514 onderwerpobject_eerder_klantcontact'),
    ('klantcontact', 'K3', '{"plaatsgevonden_op": "2024-04-30"}', '23514 onderwerpobject_eerder_klantcontact'),
    ('klantcontact', 'K2', '{"plaatsgevonden_op": "infinity"}', '23514 klantcontact_niet_gepland'),
    ('klantcontact', 'K2', '{"plaatsgevonden_op": "2999-01-01"}', '23514 klantcontact_niet_gepland'),
    ('klantcontact', 'K1', '{"inhoud": null}', 'ok'),
    ('klantcontact', 'K2', '{"inhoud": null}', '23514 klantcontact_heeft_inhoud'),
    ('klantcontact', 'K1', '{"onderwerp": null}', '23502'),
    ('klantcontact', 'K1', '{"id": "K9"}', '22023'),
    ('klantcontact', 'K1', '{"nummer": 9}', '22023'),
    ('klantcontact', 'K1', '{"geregistreerd_op": "2020-01-01"}', '22023'),
    ('klantcontact', 'K1', '{"geregistreerd_door": "x"}', '22023'),
    ('betrokkene', 'B1', '{"rol": "vertegenwoordiger", "initiator": false}', 'ok'),
    ('betrokkene', 'B1', '{"rol": "klant"}', 'ok'),
    ('betrokkene', 'B1', '{"was_partij": "P3"}', 'ok'),
    ('betrokkene', 'B1', '{"was_partij": "P2"}', '23505 betrokkene_partij_eenmalig'),
    ('betrokkene', 'B3', '{"was_partij": "P7"}', '23514 klantcontact_minstens_een_betrokkene'),
    ('betrokkene', 'B3', '{"was_partij": null}', 'ok'),
    ('betrokkene', 'B2', '{"bezoekadres_adresregel2": "x"}', '23514 betrokkene_bezoekadres_volledig'),
    ('betrokkene', 'B4', '{"had_klantcontact": "K2"}', 'ok'),
    ('betrokkene', 'B2', '{"had_klantcontact": "K1"}', '23514 klantcontact_minstens_een_betrokkene'),
    ('betrokkene', 'B4', '{"had_klantcontact": "K3"}', 'ok'),
    ('betrokkene', 'B4', '{"had_klantcontact": "K9"}', '23503 betrokkene_had_klantcontact_fkey'),
    ('betrokkene', 'B1', '{"plaatsgevonden_op": "2024-01-01"}', '22023'),
    ('betrokkene', 'B1', '{"vertrouwelijk": "ja"}', '22023'),
    ('betrokkene', 'B1', NULL, 'ok'),
    ('betrokkene', 'B3', NULL, '23514 klantcontact_minstens_een_betrokkene'),
    ('betrokkene', 'B2', NULL, '23503 digitaal_adres_verstrekt_door_betrokkene_fkey'),
    ('betrokkene', NULL, '{"had_klantcontact": "K2", "was_partij": "P2", "rol": "vertegenwoordiger"}', 'ok'),
    ('betrokkene', NULL, '{"rol": "klant"}', '23502'),
    ('betrokkene', NULL, '{"had_klantcontact": "K9", "rol": "klant"}', '23503 betrokkene_had_klantcontact_fkey'),
    ('betrokkene', NULL, '{"had_klantcontact": "K1", "was_partij": "P1", "rol": "klant"}', '23505 betrokkene_partij_eenmalig'),
    ('betrokkene', NULL, '{"id": "B9", "had_klantcontact": "K1", "rol": "klant"}', '22023'),
    ('actor_klantcontact', 'AK1', '{"actor_id": "A2"}', 'ok'),
    ('actor_klantcontact', 'AK1', '{"actor_id": "A9"}', '23514 actor_is_actief'),
    ('actor_klantcontact', 'AK1', '{"klantcontact_id": "K2"}', '23505 actor_klantcontact_eenmalig'),
    ('actor_klantcontact', 'AK1', NULL, '23514 klantcontact_minstens_een_actor'),
    ('actor_klantcontact', NULL, '{"klantcontact_id": "K1", "actor_id": "A2"}', 'ok'),
    ('actor_klantcontact', NULL, '{"klantcontact_id": "K1", "actor_id": "A9"}', '23514 actor_is_actief'),
    ('bijlage', 'BL1', '{"bijlageidentificator_object_id": "DOC-2"}', 'ok'),
    ('bijlage', 'BL1', '{"was_bijlage_van_klantcontact": "K2"}', 'ok'),
    ('bijlage', 'BL1', NULL, 'ok'),
    ('onderwerpobject', 'O1', '{"onderwerpobjectidentificator_object_id": "ZAAK-2"}', 'ok'),
    ('onderwerpobject', 'O1', '{"onderwerp_was_klanttaak": "L1"}', '23514 onderwerpobject_een_object'),
    ('onderwerpobject', 'O3', '{"onderwerp_was_klantcontact": "K3"}', '23514 onderwerpobject_eerder_klantcontact'),
    ('onderwerpobject', 'O3', '{"was_onderwerp_van_klantcontact": "K2"}', 'ok'),
    ('onderwerpobject', 'O1', NULL, 'ok'),
    ('onderwerpobject', NULL, '{"was_onderwerp_van_klantcontact": "K1", "onderwerp_was_klanttaak": "L1"}', 'ok'),
    ('onderwerpobject', NULL, '{"was_onderwerp_van_klantcontact": "K3", "onderwerp_was_klantcontact": "K2"}', '23514 klantcontact_een_onderwerp'),
    ('interne_taak', 'T1', '{"toegewezen_aan_actor": "A1"}', 'ok'),
    ('interne_taak', 'T1', '{"status": "verwerkt"}', 'ok'),
    ('interne_taak', 'T1', '{"toegewezen_op": "2024-04-30"}', '23514 interne_taak_toegewezen_op'),
    ('interne_taak', 'T1', '{"aanleidinggevend_klantcontact": "K2"}', 'ok'),
    ('interne_taak', 'T1', '{"nummer": 9}', '22023'),
    ('interne_taak', 'T1', NULL, 'ok'),
    ('interne_taak', 'T2', NULL, '23514 klantcontact_heeft_doel'),
    ('klanttaak', 'L1', '{"zaakidentificator_object_id": "ZAAK-2"}', 'ok'),
    ('klanttaak', 'L1', '{"nummer": 9}', '22023'),
    ('partij', 'P1', '{"contactnaam_achternaam": "Jansen"}', 'ok'),
    ('partij', 'P1', '{"naam": "Jansen"}', '23514 partij_soort'),
    ('partij', 'P1', '{"voorkeurs_digitaal_adres": "D1"}', 'ok'),
    ('partij', 'P2', '{"voorkeurs_digitaal_adres": "D1"}', '23503 partij_voorkeurs_digitaal_adres_fkey'),
    ('partij', 'P3', '{"is_gemeente": "ja"}', 'ok'),
    ('partij', 'P1', '{"soort_partij": "contactpersoon"}', '22023'),
    ('partij', 'P1', '{"nummer": 9}', '22023'),
    ('partij', 'P1', NULL, '23503 partij_identificator_identificeerde_partij_fkey'),
    ('partij_identificator', 'PI1', '{"andere_partij_identificator": "klantnummer 11"}', 'ok'),
    ('partij_identificator', 'PI1', '{"soort_partij": "organisatie"}', '22023'),
    ('partij_identificator', 'PI1', '{"identificeerde_partij": "P2"}', '23514 partij_heeft_identificator'),
    ('partij_identificator', 'PI1', NULL, '23514 partij_heeft_identificator'),
    ('partij_identificator', NULL, '{"identificeerde_partij": "P1", "andere_partij_identificator": "x"}', 'ok'),
    ('partij_verificatie', 'PV1', '{"middel": "paspoort"}', 'ok'),
    ('partij_verificatie', 'PV1', '{"geverifieerd_op": "2999-01-01"}', '23514 partij_verificatie_niet_gepland'),
    ('partij_verificatie', 'PV1', '{"handeling": "wijziging"}', '23514 partij_is_geverifieerd'),
    ('partij_verificatie', 'PV1', '{"partij": "P2"}', '23514 partij_is_geverifieerd'),
    ('partij_verificatie', 'PV1', NULL, '23514 partij_is_geverifieerd'),
    ('vertegenwoordiging', 'V1', '{"vertegenwoordigende_partij": "P3"}', 'ok'),
    ('vertegenwoordiging', 'V1', '{"vertegenwoordigende_partij": "P1"}', '23514 vertegenwoordiging_niet_zichzelf'),
    ('vertegenwoordiging', 'V1', NULL, 'ok'),
    ('digitaal_adres', 'D1', '{"adres": "0612345679"}', 'ok'),
    ('digitaal_adres', 'D1', '{"adres": "geen"}', '23514 digitaal_adres_geldig'),
    ('digitaal_adres', 'D1', '{"verstrekt_door_partij": "P2"}', 'ok'),
    ('digitaal_adres', 'D1', NULL, 'ok'),
    ('digitaal_adres', 'D2', '{"verstrekt_door_betrokkene": "B1"}', 'ok'),
    ('digitaal_adres', 'D2', '{"verstrekt_door_betrokkene": "B3"}', 'ok'),
    ('digitaal_adres', 'D2', '{"verstrekt_door_betrokkene": null}', '23514 digitaal_adres_eigenaar'),
    ('digitaal_adres', 'D2', NULL, 'ok'),
    ('actor', 'A1', '{"naam": "Nicole"}', 'ok'),
    ('actor', 'A1', '{"omschrijving": "x"}', '23514 actor_soort'),
    ('actor', 'A1', '{"soort_actor": "organisatorische_eenheid"}', '22023');

CREATE FUNCTION proef.correctie(tabel text, rij text, wijziging text, reden text) RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT klantinteracties.corrigeer(%L, %s, %L, %L, ''ki'');'
            ' SELECT proef.eis(proef.scheef() = 0'
            ' AND EXISTS (SELECT FROM ki.mutatielog WHERE tabel = %1$L AND reden = %4$L%s))',
        tabel, CASE WHEN rij IS NULL THEN 'NULL' ELSE quote_literal(proef.id(rij)) END,
        CASE WHEN wijziging IS NOT NULL THEN
            (SELECT jsonb_object_agg(key, CASE WHEN value #>> '{}' ~ '^[A-Z]+[0-9]$' THEN to_jsonb(proef.id(value #>> '{}')) ELSE value END)
               FROM jsonb_each(wijziging::jsonb)) END,
        reden, ' AND rij_id = ' || quote_literal(proef.id(rij)))
$$;

SELECT plan((SELECT count(*)::int FROM geval) + 27);

SELECT is(uitkomst(proef.correctie(tabel, rij, wijziging, 'reden')), wordt,
          format('%s %s %s: %s', tabel, coalesce(rij, 'added'), coalesce(wijziging, 'removed'), wordt))
  FROM geval ORDER BY nr;

-- Rows that refer to a corrected one (KI-45, KI-76, KI-82, KI-115)
SELECT is(uitkomst($$
    SELECT klantinteracties.corrigeer('onderwerpobject', id('O3'), jsonb_build_object('onderwerp_was_interne_taak', id('T1')), 'r');
    SELECT klantinteracties.corrigeer('interne_taak', id('T1'), jsonb_build_object('aanleidinggevend_klantcontact', id('K2')), 'r')$$),
    '23514 onderwerpobject_taak_van_klantcontact', 'a taak that a klantcontact is about stays with its klantcontact');
CREATE FUNCTION proef.onderneming(correctie jsonb) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO ki.partij (id, soort_partij) VALUES (%1$L, ''organisatie'');
        INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel) VALUES (%1$L, ''registratie'', ''zelf'', ''DigiD'');
        INSERT INTO ki.partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code,
            partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code, sub_identificator_van)
        VALUES (%2$L, %1$L, ''2'', ''100'', ''12345678'', ''5'', NULL), (%3$L, %1$L, ''4'', ''3'', ''123456789878'', ''5'', %2$L);
        SELECT klantinteracties.corrigeer(''partij_identificator'', %2$L, %4$L, ''r'')', id('P50'), id('I50'), id('I51'), correctie)
$$;
SELECT is(uitkomst(onderneming('{"partij_identificator_object_id": "12345679"}')), 'ok', 'the KVK-nummer above a vestiging is another');
SELECT is(uitkomst(onderneming('{"partij_identificator_objecttype_code": "106", "partij_identificator_soort_object_id_code": "101",
        "partij_identificator_object_id": "00000001123443210000", "partij_identificator_register_code": "102"}')),
    '23514 identificator_geldig', 'but no other number');
SELECT is(uitkomst($$
    SELECT klantinteracties.corrigeer('digitaal_adres', id('D4'), jsonb_build_object('verstrekt_door_partij', id('P2')), 'r');
    SELECT klantinteracties.corrigeer('betrokkene', id('B4'), jsonb_build_object('was_partij', id('P3')), 'r')$$),
    '23514 digitaal_adres_eigenaar', 'an address of betrokkene and partij keeps both the same');
SELECT is(uitkomst($$
    SELECT klantinteracties.corrigeer('interne_taak', id('T1'), NULL, 'r');
    SELECT klantinteracties.corrigeer('onderwerpobject', id('O1'), NULL, 'r');
    SELECT klantinteracties.corrigeer('digitaal_adres', id('D4'), NULL, 'r');
    SELECT klantinteracties.corrigeer('betrokkene', id('B1'), '{"was_partij": null}', 'r')$$),
    'ok', 'without follow-up, but P2 is gekend');
SELECT is(uitkomst($$
    SELECT klantinteracties.corrigeer('interne_taak', id('T1'), NULL, 'r');
    SELECT klantinteracties.corrigeer('onderwerpobject', id('O1'), NULL, 'r');
    SELECT klantinteracties.corrigeer('digitaal_adres', id('D4'), NULL, 'r');
    SELECT klantinteracties.corrigeer('betrokkene', id('B1'), '{"was_partij": null}', 'r');
    SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;
    SELECT klantinteracties.corrigeer('digitaal_adres', id('D2'), jsonb_build_object('verstrekt_door_betrokkene', id('B1')), 'r')$$),
    '23514 betrokkene_contactgegevens', 'an address does not move to a klantcontact without follow-up');

-- KI-52: a wrong verification of the registration goes when the right one is there
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('partij_verificatie', id('PV1'), NULL, 'r');
    SELECT klantinteracties.corrigeer('partij_verificatie', NULL, jsonb_build_object('partij', id('P1'), 'handeling', 'registratie', 'grond', 'zelf', 'middel', 'paspoort'), 'r')$$),
    'ok', 'replaced');
SELECT is(uitkomst($$SELECT klantinteracties.stel_regel_in('partij_is_geverifieerd', 'eis_verificatie', 'off', 'ki');
    SELECT klantinteracties.corrigeer('partij_verificatie', id('PV1'), NULL, 'r')$$), 'ok', 'none is demanded');

-- KI-54: a correction says why; any other change of the partij in the same transaction still proves who asked for it
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('partij', id('P1'), '{"interne_notitie": "x"}', 'r');
    UPDATE ki.partij SET contactnaam_achternaam = 'x' WHERE id = id('P1')$$), '23514 partij_is_geverifieerd', 'correction, then change');
SELECT is(uitkomst($$UPDATE ki.partij SET contactnaam_achternaam = 'x' WHERE id = id('P1');
    SELECT klantinteracties.corrigeer('partij', id('P1'), '{"interne_notitie": "x"}', 'r')$$), '23514 partij_is_geverifieerd', 'change, then correction');
SELECT is(uitkomst($$INSERT INTO ki.partij_identificator (id, identificeerde_partij, andere_partij_identificator) VALUES (id('PI9'), id('P1'), 'x');
    SELECT klantinteracties.corrigeer('partij_identificator', id('PI9'), '{"andere_partij_identificator": "y"}', 'r')$$),
    '23514 partij_is_geverifieerd', 'a correction covers no registration');
SELECT is(uitkomst($$DELETE FROM ki.digitaal_adres WHERE id = id('D1')$$), '23514 partij_is_geverifieerd', 'removal without');

-- columns that the owner added, and one that he dropped
ALTER TABLE ki.klantcontact ADD COLUMN eigen text, ADD COLUMN "Rare ""naam""" integer DEFAULT 1,
    ADD COLUMN afgeleid text GENERATED ALWAYS AS (lower(onderwerp)) STORED;
ALTER TABLE ki.betrokkene ADD COLUMN eigen text DEFAULT 'x', ADD COLUMN afgeleid text GENERATED ALWAYS AS (kanaal_code || '!') STORED;
ALTER TABLE ki.betrokkene DROP COLUMN eigen;
CREATE FUNCTION proef.niets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER niets BEFORE INSERT OR UPDATE ON ki.betrokkene FOR EACH ROW EXECUTE FUNCTION proef.niets();
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"eigen": "x", "Rare \"naam\"": 2, "onderwerp": "Ander", "kanaal_code": "post"}', 'r');
    SELECT proef.eis(eigen = 'x' AND "Rare ""naam""" = 2 AND afgeleid = 'ander' AND proef.scheef() = 0) FROM ki.klantcontact WHERE id = id('K1');
    SELECT proef.eis(afgeleid = 'post!') FROM ki.betrokkene WHERE id = id('B1')$$), 'ok', 'extra columns');
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"afgeleid": "x"}', 'r')$$), '428C9', 'a generated column');
SELECT is(uitkomst($$UPDATE ki.betrokkene SET was_partij = id('P3') WHERE id = id('B2')$$), 'ok', 'coupling with a generated column');
SELECT is(uitkomst($$SELECT klantinteracties.corrigeer('betrokkene', id('B1'), '{"eigen": "x"}', 'r')$$), '22023', 'a dropped column');

-- privileges and row security
CREATE ROLE regress_ki_lezer;
CREATE ROLE regress_ki_registreerder;
CREATE ROLE regress_ki_corrector;
GRANT USAGE ON SCHEMA ki TO regress_ki_lezer, regress_ki_registreerder, regress_ki_corrector;
GRANT SELECT ON ALL TABLES IN SCHEMA ki TO regress_ki_lezer, regress_ki_registreerder;
GRANT INSERT ON ALL TABLES IN SCHEMA ki TO regress_ki_registreerder;
GRANT SELECT, UPDATE ON ki.klantcontact TO regress_ki_corrector;
GRANT SELECT, INSERT, UPDATE, DELETE ON ki.bijlage TO regress_ki_corrector;
SELECT is(uitkomst('SET LOCAL ROLE regress_ki_lezer; ' || proef.correctie('klantcontact', 'K1', '{"inhoud": "x"}', 'r')), '42501', 'who reads does not correct');
SELECT is(uitkomst('SET LOCAL ROLE regress_ki_registreerder; ' || proef.correctie('bijlage', 'BL1', NULL, 'r')), '42501', 'who registers does not remove');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_registreerder;
    SELECT klantinteracties.corrigeer('betrokkene', NULL, jsonb_build_object('had_klantcontact', id('K1'), 'rol', 'klant'), 'r')$$),
    '42501', 'who registers does not add what was forgotten');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_corrector; SELECT klantinteracties.corrigeer('bijlage', id('BL1'), NULL, 'r')$$), 'ok', 'who corrects removes');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_corrector;
    SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja"}', 'r')$$), '42501', 'nor makes a row what he may not see');
SELECT count(*) FROM klantinteracties.verleen('regress_ki_corrector', 'vertrouwelijk', 'ki') \g /dev/null
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_corrector;
    SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"vertrouwelijk": "ja", "kanaal_code": "post"}', 'r');
    RESET ROLE; SELECT proef.eis(proef.scheef() = 0 AND (SELECT vertrouwelijk = 'ja' FROM ki.betrokkene WHERE id = id('B1')))$$),
    'ok', 'copies follow in tables that the corrector may not read');
ALTER TABLE ki.klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY zichtbaar ON ki.klantcontact AS RESTRICTIVE TO regress_ki_corrector USING (nummer <> 2) WITH CHECK (inhoud IS DISTINCT FROM 'verboden');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_corrector; SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"inhoud": "x"}', 'r')$$),
    '22023', 'a row that row security hides does not exist');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_corrector; SELECT klantinteracties.corrigeer('klantcontact', id('K1'), '{"inhoud": "verboden"}', 'r')$$),
    '42501', 'what row security refuses');
SELECT is(uitkomst($$SELECT klantinteracties.stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '1 day', 'ki');
    SET LOCAL ROLE regress_ki_corrector; SELECT klantinteracties.vul_inhoud_aan(id('K2'), 'x', 'ki')$$), '22023', 'nor is one that is hidden added to');
SELECT is(uitkomst($$SET LOCAL ROLE regress_ki_lezer; SELECT klantinteracties.vul_inhoud_aan(id('K2'), 'x', 'ki')$$), '42501', 'nor by who reads');
ALTER TABLE ki.klantcontact FORCE ROW LEVEL SECURITY;
SELECT is(uitkomst(proef.correctie('klantcontact', 'K1', '{"kanaal_code": "post"}', 'r')), 'ok', 'forced row security and a superuser');

SELECT * FROM finish();
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
