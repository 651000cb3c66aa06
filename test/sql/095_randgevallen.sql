-- What is registered, corrected and asked for in unusual ways: in one statement, by triggers of the owner, twice in a transaction, in a time
-- zone that nobody has. Each answer is "ok", or the SQLSTATE and rule.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET search_path = ki, proef, klantinteracties;
\pset format unaligned
\pset tuples_only on
\set SHOW_CONTEXT never

-- SQL for one klantcontact with an actor and a gekende klant, and for a zaak that it is about.
CREATE FUNCTION proef.kc() RETURNS text LANGUAGE sql RETURN
    $$INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K9'), 'o', 'i', '2024-06-01 10:00+02');$$;
CREATE FUNCTION proef.rest() RETURNS text LANGUAGE sql RETURN
    $$INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K9'), id('A1'));
      INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K9'), id('P3'), 'klant');$$;
CREATE FUNCTION proef.zaak(nr integer, sleutel text DEFAULT $$id('OZ')$$) RETURNS text LANGUAGE sql RETURN
    format($$INSERT INTO onderwerpobject (id, was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
        onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id, onderwerpobjectidentificator_register_code)
        VALUES (%s, id('K9'), '12', '12', 'ZAAK-%s', '6');$$, sleutel, nr);
\set ECHO all

-- KI-08 holds for what one statement registers, too: the klantcontact with its first zaak, then another zaak.
CREATE FUNCTION proef.in_een(tweede text) RETURNS text LANGUAGE sql RETURN
    $$WITH kc AS (INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (id('K9'), 'o', 'i', '2024-06-01 10:00+02') RETURNING id),
           oo AS (INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                    onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id, onderwerpobjectidentificator_register_code)
                  SELECT id, '12', '12', 'ZAAK-1', '6' FROM kc),
           ac AS (INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT id, proef.id('A1') FROM kc)
      INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT id, proef.id('P3'), 'klant' FROM kc; $$ || tweede;
SELECT uitkomst(in_een(''));
SELECT uitkomst(in_een(zaak(2)));

-- A trigger of the owner's adds the zaak, or the klant, before ours have seen the klantcontact: it counts as any other.
CREATE FUNCTION proef.voeg_toe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE TG_ARGV[0]; RETURN NULL; END $$;
DO $$ BEGIN EXECUTE format('CREATE TRIGGER a_voeg_toe AFTER INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.voeg_toe(%L)', zaak(1)); END $$;
SELECT uitkomst(kc() || rest());
SELECT uitkomst(kc() || rest() || zaak(2, $$id('OZ2')$$));
DROP TRIGGER a_voeg_toe ON klantcontact;
CREATE TRIGGER a_voeg_toe AFTER INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.voeg_toe(
    $$INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol) VALUES (proef.id('K9'), proef.id('P3'), 'klant')$$);
SELECT uitkomst(kc() || $$INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K9'), id('A1'))$$);
SELECT uitkomst(kc() || $$INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (id('K9'), id('A1'));
    INSERT INTO betrokkene (had_klantcontact, rol) VALUES (id('K9'), 'vertegenwoordiger')$$);
DROP TRIGGER a_voeg_toe ON klantcontact;

-- What this transaction registered stays new when it corrects it: KI-49, KI-52, KI-54.
SELECT uitkomst(kc() || $$SELECT corrigeer('klantcontact', id('K9'), '{"onderwerp": "beter"}', 'typfout');$$ || rest());
SELECT uitkomst($$SELECT corrigeer('klantcontact', id('K1'), '{"onderwerp": "beter"}', 'typfout');
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (id('K1'), id('P3'), 'klant')$$);
SELECT uitkomst($$INSERT INTO partij_verificatie (id, partij, handeling, grond, middel) VALUES (id('PV9'), id('P1'), 'wijziging', 'zelf', 'DigiD');
    SELECT corrigeer('partij_verificatie', id('PV9'), '{"middel": "paspoort"}', 'typfout');
    UPDATE partij SET contactnaam_achternaam = 'Jansen' WHERE id = id('P1')$$);
SELECT uitkomst($$SELECT corrigeer('partij_verificatie', id('PV1'), '{"middel": "paspoort"}', 'typfout');
    UPDATE partij SET contactnaam_achternaam = 'Jansen' WHERE id = id('P1')$$);

-- KI-54: a change without verification does not pass for a correction because another correction hides both.
SELECT uitkomst($$UPDATE partij SET contactnaam_achternaam = 'Zwart' WHERE id = id('P1');
    SELECT corrigeer('partij', id('P1'), '{"indicatie_geheimhouding": true}', 'vergeten')$$);
SELECT uitkomst($$SELECT corrigeer('partij_identificator', id('PI1'), '{"andere_partij_identificator": "klantnummer 11"}', 'typfout');
    SELECT count(*) FROM vergeet_partij(id('P1'), false, 'verzoek')$$);

-- KI-74: what a correction gives a betrokkene differs from what its partij has, as what was registered.
SELECT uitkomst($$UPDATE ki.interne_taak SET toelichting = 'x' WHERE id = id('T1');
    SELECT corrigeer('betrokkene', id('B4'), '{"contactnaam_achternaam": "Anders"}', 'typfout')$$);
SELECT uitkomst($$SELECT corrigeer('betrokkene', id('B4'), '{"contactnaam_achternaam": "De Vries"}', 'typfout')$$);
SELECT uitkomst($$INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P2'), 'wijziging', 'zelf', 'DigiD');
    INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('1', '0611111111', id('P2'));
    SELECT corrigeer('digitaal_adres', id('D4'), '{"adres": "06-11111111"}', 'typfout')$$);
SELECT uitkomst($$SELECT corrigeer('digitaal_adres', id('D4'), '{"adres": "06-11111112"}', 'typfout')$$);

-- What the partij gives later may be the same, and then a correction of something else is not held against it.
SELECT uitkomst($$SELECT corrigeer('betrokkene', id('B4'), '{"contactnaam_voornaam": "Carla", "contactnaam_achternaam": "De Vries"}', 'typfout')$$, true);
SELECT uitkomst($$INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P2'), 'wijziging', 'zelf', 'DigiD');
    UPDATE partij SET contactnaam_voornaam = 'Carla' WHERE id = id('P2');
    INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('1', '0687654322', id('P2'))$$, true);
SELECT uitkomst($$SELECT corrigeer('betrokkene', id('B4'), '{"organisatienaam": "Bakker"}', 'vergeten')$$);
SELECT uitkomst($$SELECT corrigeer('betrokkene', id('B4'), '{"bezoekadres_adresregel1": "Dam 1", "bezoekadres_land_code": "6030"}', 'vergeten')$$);
SELECT uitkomst($$SELECT corrigeer('digitaal_adres', id('D4'), '{"omschrijving": "mobiel"}', 'vergeten')$$);
SELECT uitkomst($$SELECT corrigeer('digitaal_adres', id('D4'), '{"adres": "0687654323"}', 'typfout')$$);
SELECT uitkomst($$SELECT corrigeer('betrokkene', id('B4'), '{"contactnaam_voornaam": "Carl"}', 'typfout');
    SELECT corrigeer('betrokkene', id('B4'), '{"contactnaam_voornaam": "Carla"}', 'toch niet')$$);

-- KI-32: what JSON can say of ja or nothing.
CREATE FUNCTION proef.gelukt(v jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corrigeer('klantcontact', id('K1'), jsonb_build_object('indicatie_contact_gelukt', v), 'weken later gebleken');
    RETURN (SELECT format('"%s"', indicatie_contact_gelukt) FROM klantcontact WHERE id = id('K1'));
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END
$$;
SELECT v, gelukt(v) FROM unnest('{true,false,"\"ja\"","\"JA\"",null,"\"Nee\"","\"onbekend\"","\"misschien\"",1,"{}"}'::jsonb[]) v;
SELECT gelukt('true'), gelukt('null');

-- What an option allowed once does not stand in the way of a change of something else (KI-31, KI-63, KI-100).
SELECT klantinteracties.stel_regel_in('identificator_geldig', 'valideer_identificatie', 'off') \g /dev/null
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off') \g /dev/null
BEGIN;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P2'), 'wijziging', 'zelf', 'DigiD');
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
    partij_identificator_object_id, partij_identificator_register_code) VALUES (id('PI12'), id('P2'), '1', '1', '123456780', '1');
DO $$ BEGIN EXECUTE replace(kc() || rest() || zaak(1, $s$id('OX')$s$) || zaak(2, $s$id('OX2')$s$), 'K9', 'K8'); END $$;
COMMIT;
SELECT klantinteracties.stel_regel_in('identificator_geldig', 'valideer_identificatie', 'on') \g /dev/null
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'on') \g /dev/null
SELECT klantinteracties.stel_regel_in('actor_volledig', 'volledige_actor', 'on') \g /dev/null
SELECT uitkomst($$INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P2'), 'wijziging', 'zelf', 'DigiD');
    UPDATE partij SET indicatie_geheimhouding = true WHERE id = id('P2')$$);
SELECT uitkomst($$SELECT corrigeer('partij_identificator', id('PI12'), '{"partij_identificator_object_id": "123456781"}', 'r')$$);
SELECT uitkomst($$SELECT corrigeer('klantcontact', id('K8'), '{"vertrouwelijk": "ja"}', 'r')$$);
SELECT uitkomst($$SELECT corrigeer('onderwerpobject', id('OX'), '{"ontstaan_uit_klantcontact": true}', 'r');
    SELECT corrigeer('onderwerpobject', id('OX'), '{"ontstaan_uit_klantcontact": false}', 'r')$$);
SELECT uitkomst($$SELECT deactiveer_actor(id('A1'))$$);
SELECT uitkomst($$UPDATE actor SET functie = NULL, naam = 'N' WHERE id = id('A1')$$);
SELECT uitkomst($$UPDATE actor SET functie = 'f' WHERE id = id('A1'); UPDATE actor SET functie = NULL WHERE id = id('A1')$$);
SELECT uitkomst($$INSERT INTO actor (naam, soort_actor) VALUES ('N', 'medewerker')$$);
SELECT klantinteracties.stel_regel_in('actor_volledig', 'volledige_actor', 'off') \g /dev/null

-- No session setting weakens a rule. A day of an option has 24 hours, and a land is closed on a day in the municipality.
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '1 day') \g /dev/null
CREATE FUNCTION proef.in_zone(zone text, opdracht text) RETURNS text LANGUAGE sql SET TimeZone = 'UTC' RETURN
    uitkomst(format('SET LOCAL TimeZone = %L;', zone) || opdracht);
SELECT in_zone(zone, replace(kc(), $$'2024-06-01 10:00+02'$$, format($$now() + '%s hours'$$, uur)) || rest())
  FROM (VALUES ('UTC'), (format('AAA0BBB-24,J1/0,J%s/0', least(365, greatest(2, extract(doy FROM now() + interval '36 hours')))))) z (zone), (VALUES (23), (46)) u (uur) ORDER BY zone DESC, uur;
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '0') \g /dev/null
INSERT INTO land (landcode, landnaam, ingangsdatum_land, einddatum_land) VALUES ('7001', 'Voorbij', '2000-01-01', current_date - 3);
INSERT INTO land (landcode, landnaam, ingangsdatum_land) VALUES ('7002', 'Straks', current_date + 3);
SELECT zone, land, in_zone(zone, format($$INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P1'), 'wijziging', 'zelf', 'DigiD');
        UPDATE partij SET bezoekadres_adresregel1 = 'x', bezoekadres_land_code = %L WHERE id = id('P1')$$, land))
  FROM unnest('{UTC,X120,X-120,Pacific/Kiritimati}'::text[]) zone, unnest('{6030,7001,7002}'::text[]) land;
BEGIN;
SET LOCAL TimeZone = 'X-120';
SELECT klantinteracties.deactiveer_code('land', '6030') \g /dev/null
SELECT einddatum_land - (now() AT TIME ZONE 'Europe/Amsterdam')::date FROM land WHERE landcode = '6030';
SELECT klantinteracties.activeer_code('land', '6030') \g /dev/null
SELECT einddatum_land IS NULL FROM land WHERE landcode = '6030';
ROLLBACK;

-- A key that is null is refused as the server does, wherever it is asked for; also with a subject that is there.
SELECT uitkomst(kc() || zaak(1) || zaak(2, 'NULL'));
SELECT uitkomst(kc() || zaak(1, 'NULL'));
\set VERBOSITY default
INSERT INTO onderwerpobject (id) VALUES (NULL);
\set VERBOSITY terse

-- Tables that are not, or not any more, as we made them: an error, not a crash.
CREATE SCHEMA gast;
CREATE TABLE gast.klantcontact (LIKE ki.klantcontact);
ALTER TABLE gast.klantcontact ALTER id DROP NOT NULL, ALTER onderwerp DROP NOT NULL, ALTER plaatsgevonden_op DROP NOT NULL,
    ALTER nummer DROP NOT NULL, ALTER geregistreerd_op DROP NOT NULL, ALTER geregistreerd_door DROP NOT NULL,
    ALTER vertrouwelijk DROP NOT NULL, ALTER indicatie_contact_gelukt DROP NOT NULL;
CREATE TRIGGER bij_opslag AFTER INSERT OR UPDATE ON gast.klantcontact FOR EACH ROW EXECUTE FUNCTION klantinteracties.bij_opslag();
INSERT INTO gast.klantcontact DEFAULT VALUES;
UPDATE gast.klantcontact SET onderwerp = 'x';
CREATE TRIGGER "~regels" BEFORE INSERT OR UPDATE ON gast.klantcontact FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels();
INSERT INTO gast.klantcontact DEFAULT VALUES;
DROP SCHEMA gast CASCADE;
BEGIN;
ALTER TABLE betrokkene ALTER had_klantcontact DROP NOT NULL;
DO $$ BEGIN EXECUTE kc(); END $$;
SAVEPOINT s;
INSERT INTO betrokkene (rol, plaatsgevonden_op) VALUES ('klant', now());
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
BEGIN;
DROP TRIGGER klantcontact_volledig ON betrokkene;
CREATE CONSTRAINT TRIGGER klantcontact_volledig AFTER UPDATE OR DELETE ON betrokkene DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.rol::text <> 'x') EXECUTE FUNCTION klantcontact_volledig();
DO $$ BEGIN EXECUTE kc() || rest(); END $$;
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO betrokkene (had_klantcontact, rol, contactnaam_achternaam) VALUES (id('K9'), 'vertegenwoordiger', 'X');
ROLLBACK;
BEGIN;
DROP TRIGGER bij_opslag ON betrokkene;
CREATE CONSTRAINT TRIGGER bij_opslag AFTER INSERT OR UPDATE ON betrokkene DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION bij_opslag();
DO $$ BEGIN EXECUTE kc() || rest(); END $$;
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;

-- A trigger of the owner's changes the actor once more while it is closed.
CREATE FUNCTION proef.functie() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN UPDATE ki.actor SET functie = 'x' WHERE id = NEW.id AND functie IS DISTINCT FROM 'x'; RETURN NULL; END $$;
CREATE TRIGGER functie AFTER UPDATE ON actor FOR EACH ROW EXECUTE FUNCTION proef.functie();
SELECT uitkomst($$SELECT deactiveer_actor(id('A1'))$$);
-- KI-108: the versions come in the order in which they were.
UPDATE actor SET naam = 'Nieuwe naam' WHERE id = id('A1');
SELECT oud ->> 'naam', oud ->> 'functie', nieuw ->> 'naam', nieuw ->> 'functie' FROM mutatielog WHERE rij_id = id('A1')::text ORDER BY id;
SELECT oud ->> 'naam', oud ->> 'functie', nieuw ->> 'naam', nieuw ->> 'functie' FROM mutatielog WHERE rij_id = id('A1')::text ORDER BY geregistreerd_op;
DROP TRIGGER functie ON actor;

-- A table that refers to a klantcontact through a table of which ours is a partition keeps it from being destroyed.
BEGIN;
UPDATE interne_taak SET status = 'verwerkt';
ALTER TABLE klantcontact ALTER nummer DROP IDENTITY;
CREATE TABLE proef.alle (LIKE klantcontact) PARTITION BY LIST (kanaal_code);
ALTER TABLE proef.alle ATTACH PARTITION klantcontact FOR VALUES IN ('telefoon', 'balie', NULL);
ALTER TABLE proef.alle ADD UNIQUE (id, kanaal_code);
CREATE TABLE proef.b (klantcontact_id uuid, kanaal_code text, FOREIGN KEY (klantcontact_id, kanaal_code) REFERENCES proef.alle (id, kanaal_code) ON DELETE CASCADE);
INSERT INTO proef.b VALUES (id('K2'), 'balie');
SELECT actie, count(*), min(reden) LIKE 'table proef.b refers to it%' FROM vernietig_klantcontacten(klantcontacten => ARRAY[id('K2'), id('K3')], proef => false, grondslag => 'verjaard')
 WHERE tabel = 'klantcontact' GROUP BY 1 ORDER BY 1;
SELECT count(*) FROM proef.b;
ROLLBACK;

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
