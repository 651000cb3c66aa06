-- What is registered of a klantcontact does not change, whoever asks and however (KI-18, KI-21, KI-38, KI-49, KI-79, KI-121).
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = ki, proef;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1), ac(1, 'A1'), bb(1, 'P1'), bb(1, NULL, 'id', 'K101'), bl(1), zaak(1, 'Z1'), it(1)], 'insert'); END $$;

-- Everything that stands here now must stand here at the end.
CREATE FUNCTION proef.foto() RETURNS TABLE (foto text) LANGUAGE sql AS $$
    SELECT md5(string_agg(r, E'\n' ORDER BY r)) FROM (
        SELECT k::text FROM ki.klantcontact k UNION ALL SELECT a::text FROM ki.actor_klantcontact a UNION ALL
        SELECT b::text FROM ki.betrokkene b UNION ALL SELECT b::text FROM ki.bijlage b UNION ALL
        SELECT o::text FROM ki.onderwerpobject o UNION ALL SELECT i::text FROM ki.interne_taak i) r (r)
$$;
SELECT foto FROM foto() \gset

-- A user's tables around the register: a parent with cascades and a child.
CREATE SCHEMA gast;
CREATE TABLE gast.dossier (id uuid PRIMARY KEY);
INSERT INTO gast.dossier SELECT id FROM klantcontact;
CREATE TABLE gast.kind (klantcontact uuid REFERENCES klantcontact ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO gast.kind SELECT id FROM klantcontact;
CREATE TABLE gast.nieuws (id uuid, onderwerp text);
INSERT INTO gast.nieuws VALUES (id('K1'), 'Iets anders');
CREATE VIEW gast.contacten AS SELECT * FROM klantcontact;
CREATE PROCEDURE gast.wijzig() LANGUAGE plpgsql AS $$ BEGIN UPDATE ki.klantcontact SET onderwerp = 'x'; END $$;

-- Each statement, and what comes of it.
CREATE TABLE proef.pogingen (nr integer GENERATED ALWAYS AS IDENTITY, poging text);
COPY proef.pogingen (poging) FROM STDIN;
UPDATE klantcontact SET onderwerp = 'x'
UPDATE klantcontact SET onderwerp = onderwerp
UPDATE klantcontact SET id = id
UPDATE klantcontact SET id = gen_random_uuid()
UPDATE klantcontact SET nummer = 5 WHERE nummer = 90
UPDATE klantcontact SET indicatie_contact_gelukt = 'ja'
UPDATE klantcontact SET geregistreerd_op = now()
UPDATE klantcontact k SET onderwerp = n.onderwerp FROM gast.nieuws n WHERE n.id = k.id
UPDATE klantcontact SET (onderwerp, inhoud) = (SELECT 'x', 'y')
UPDATE ONLY klantcontact SET onderwerp = 'x'
WITH u AS (UPDATE klantcontact SET onderwerp = 'x' RETURNING *) SELECT * FROM u
UPDATE klantcontact SET onderwerp = 'x' WHERE false
DELETE FROM klantcontact
DELETE FROM klantcontact k USING gast.nieuws n WHERE n.id = k.id
DELETE FROM klantcontact WHERE false
TRUNCATE klantcontact
TRUNCATE klantcontact CASCADE
TRUNCATE ONLY klantcontact, betrokkene, actor_klantcontact, bijlage, onderwerpobject, interne_taak, digitaal_adres
TRUNCATE kanaal CASCADE
TRUNCATE partij CASCADE
TRUNCATE gast.dossier
TRUNCATE bijlage
TRUNCATE betrokkene CASCADE
TRUNCATE mutatielog
MERGE INTO klantcontact k USING gast.nieuws n ON n.id = k.id WHEN MATCHED THEN UPDATE SET onderwerp = n.onderwerp
MERGE INTO klantcontact k USING gast.nieuws n ON n.id = k.id WHEN MATCHED THEN DELETE
MERGE INTO klantcontact k USING gast.nieuws n ON n.id = k.id WHEN MATCHED THEN DO NOTHING
MERGE INTO klantcontact k USING gast.nieuws n ON false WHEN NOT MATCHED THEN INSERT (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01')
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2023-01-01') ON CONFLICT (id) DO UPDATE SET onderwerp = excluded.onderwerp
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2023-01-01') ON CONFLICT (id) DO UPDATE SET onderwerp = excluded.onderwerp WHERE false
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2023-01-01') ON CONFLICT DO NOTHING
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), '', '2023-01-01') ON CONFLICT DO NOTHING
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K2'), 'x', '2023-01-01') ON CONFLICT DO NOTHING
INSERT INTO klantcontact (id, onderwerp, plaatsgevonden_op) VALUES (id('K1'), 'x', '2023-01-01')
UPDATE gast.contacten SET onderwerp = 'x'
DELETE FROM gast.contacten
INSERT INTO gast.contacten (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', '2023-01-01')
CALL gast.wijzig()
PREPARE regress_ki AS UPDATE ki.klantcontact SET onderwerp = $1; EXECUTE regress_ki('x')
DO $$ DECLARE c CURSOR FOR SELECT * FROM ki.klantcontact FOR UPDATE; BEGIN OPEN c; MOVE c; UPDATE ki.klantcontact SET onderwerp = 'x' WHERE CURRENT OF c; END $$
DO $$ DECLARE c CURSOR FOR SELECT * FROM ki.klantcontact FOR UPDATE; BEGIN OPEN c; MOVE c; DELETE FROM ki.klantcontact WHERE CURRENT OF c; END $$
SET session_replication_role = local; UPDATE ki.klantcontact SET onderwerp = 'x'
SELECT * FROM ki.klantcontact FOR UPDATE
UPDATE betrokkene SET rol = 'vertegenwoordiger'
UPDATE betrokkene SET rol = rol
UPDATE betrokkene SET was_partij = id('P4') WHERE was_partij = id('P1')
UPDATE betrokkene SET was_partij = was_partij
UPDATE betrokkene SET was_partij = NULL WHERE was_partij = id('P1')
UPDATE betrokkene SET had_klantcontact = id('K90') WHERE was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4'), rol = 'vertegenwoordiger' WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4'), had_klantcontact = id('K90') WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4'), id = gen_random_uuid() WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4'), vertrouwelijk = 'ja' WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4'), plaatsgevonden_op = '2020-01-01' WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4') WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P4') WHERE had_klantcontact = id('K1') AND was_partij IS NULL; UPDATE betrokkene SET was_partij = id('P2') WHERE was_partij = id('P4')
UPDATE betrokkene SET was_partij = id('P4') WHERE had_klantcontact = id('K1') AND was_partij IS NULL; UPDATE betrokkene SET was_partij = NULL WHERE was_partij = id('P4')
UPDATE betrokkene SET was_partij = id('P1') WHERE had_klantcontact = id('K1') AND was_partij IS NULL
UPDATE betrokkene SET was_partij = id('P99') WHERE had_klantcontact = id('K1') AND was_partij IS NULL
DELETE FROM betrokkene
UPDATE actor_klantcontact SET actor_id = id('A2')
UPDATE actor_klantcontact SET klantcontact_id = id('K90')
DELETE FROM actor_klantcontact
UPDATE bijlage SET bijlageidentificator_object_id = 'x'
UPDATE bijlage SET was_bijlage_van_klantcontact = id('K90')
DELETE FROM bijlage
UPDATE onderwerpobject SET onderwerpobjectidentificator_object_id = 'x'
UPDATE onderwerpobject SET was_onderwerp_van_klantcontact = id('K90')
UPDATE onderwerpobject SET ontstaan_uit_klantcontact = true
DELETE FROM onderwerpobject
UPDATE interne_taak SET status = 'verwerkt'
UPDATE interne_taak SET nummer = 3 WHERE id = id('T1')
UPDATE interne_taak SET id = gen_random_uuid() WHERE id = id('T1')
UPDATE interne_taak SET aanleidinggevend_klantcontact = id('K91') WHERE id = id('T1')
UPDATE interne_taak SET vertrouwelijk = 'ja'
DELETE FROM interne_taak
DELETE FROM kanaal WHERE code = 'telefoon'
INSERT INTO mutatielog (tabel, rij_id, operatie, oud, geregistreerd_op, vervallen_op, gebruiker) VALUES ('klantcontact', 'x', 'U', '{}', now(), now(), 'x')
\.
\pset format unaligned
SELECT uitkomst(poging) || '  <-  ' || poging AS uitkomst FROM pogingen ORDER BY nr;
\pset format aligned
SELECT foto = :'foto' AS onveranderd FROM foto();

-- The one change that is allowed leaves the registration of the row as it was.
SELECT geregistreerd_op AS wanneer FROM betrokkene WHERE had_klantcontact = id('K1') AND was_partij IS NULL \gset
BEGIN;
UPDATE betrokkene SET was_partij = id('P4'), geregistreerd_op = now(), geregistreerd_door = 'niemand'
 WHERE had_klantcontact = id('K1') AND was_partij IS NULL;
SELECT kort(was_partij::text), geregistreerd_op = :'wanneer' AS wanneer, geregistreerd_door = session_user AS wie
  FROM betrokkene WHERE was_partij = id('P4');
ROLLBACK;

-- A row of the mutatielog, as a restore brings it, is as fixed.
ALTER TABLE mutatielog DISABLE TRIGGER "~regels";
INSERT INTO mutatielog (tabel, rij_id, operatie, oud, geregistreerd_op, vervallen_op, gebruiker)
VALUES ('klantcontact', 'x', 'U', '{}', now(), now(), 'x');
ALTER TABLE mutatielog ENABLE TRIGGER "~regels";
\set VERBOSITY sqlstate
DELETE FROM mutatielog;
UPDATE mutatielog SET oud = '{"a": 1}';
\set VERBOSITY default

-- Cascades that the owner makes on klantcontact itself do not get through either.
ALTER TABLE klantcontact ADD CONSTRAINT dossier FOREIGN KEY (id) REFERENCES gast.dossier ON DELETE CASCADE ON UPDATE CASCADE;
DELETE FROM gast.dossier;
UPDATE gast.dossier SET id = gen_random_uuid();
TRUNCATE gast.dossier CASCADE;
ALTER TABLE klantcontact DROP CONSTRAINT dossier;
ALTER TABLE bijlage ADD COLUMN dossier uuid REFERENCES gast.dossier ON DELETE SET NULL;
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1'), bl(3, 'id', 'K103', 'dossier', 'K1')], 'insert'); END $$;
DELETE FROM gast.dossier;
ROLLBACK;
ALTER TABLE bijlage DROP COLUMN dossier;

-- Rewrite rules: what they make of a statement meets the rules of the register. (Any statement that is rewritten away is none.)
CREATE RULE stiekem AS ON INSERT TO gast.nieuws DO ALSO UPDATE ki.klantcontact SET onderwerp = NEW.onderwerp WHERE id = NEW.id;
INSERT INTO gast.nieuws VALUES (id('K1'), 'x');
CREATE RULE omleiding AS ON DELETE TO klantcontact DO INSTEAD UPDATE ki.klantcontact SET onderwerp = 'x' WHERE id = OLD.id;
DELETE FROM klantcontact;
DROP RULE omleiding ON klantcontact;

-- The owner's own BEFORE triggers: one that sorts before the rules may change the row, and the rules judge what it made of it.
CREATE FUNCTION proef.verander() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.onderwerp := left(NEW.onderwerp, 200);
    NEW.plaatsgevonden_op := NEW.plaatsgevonden_op + TG_ARGV[0]::interval;
    RETURN NEW;
END
$$;
CREATE TRIGGER eerst BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.verander('0');
SELECT uitkomst(opdrachten(ARRAY[kc(3, 'onderwerp', repeat('x', 300)), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
CREATE OR REPLACE TRIGGER eerst BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.verander('100 years');
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
DROP TRIGGER eerst ON klantcontact;
-- One that sorts after them is refused, until it is renamed, disabled or dropped. Names sort by byte.
CREATE TRIGGER "~~laat" BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.verander('100 years');
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
ALTER TABLE klantcontact DISABLE TRIGGER "~~laat";
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
ALTER TABLE klantcontact ENABLE ALWAYS TRIGGER "~~laat";
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
ALTER TRIGGER "~~laat" ON klantcontact RENAME TO "été";
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
ALTER TRIGGER "été" ON klantcontact RENAME TO zomer;
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
DROP TRIGGER zomer ON klantcontact;
CREATE TRIGGER "~~laat" BEFORE UPDATE ON betrokkene FOR EACH ROW EXECUTE FUNCTION proef.verander('0');
UPDATE betrokkene SET was_partij = id('P4') WHERE had_klantcontact = id('K1') AND was_partij IS NULL;
DROP TRIGGER "~~laat" ON betrokkene;
-- After the row is stored anything may run.
CREATE TRIGGER "~~na" AFTER INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
DROP TRIGGER "~~na" ON klantcontact;
-- One that returns null keeps the row out, and the klantcontact must do without.
CREATE FUNCTION proef.slik_in() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER eerst BEFORE INSERT OR UPDATE OR DELETE ON betrokkene FOR EACH ROW EXECUTE FUNCTION proef.slik_in();
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
DELETE FROM betrokkene;
DROP TRIGGER eerst ON betrokkene;
CREATE TRIGGER eerst BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.slik_in();
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3, 'P1')], 'insert'));
DROP TRIGGER eerst ON klantcontact;
-- A trigger that registers what another klantcontact brings about.
CREATE FUNCTION proef.taak_erbij() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ki.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    VALUES ('Terugbellen', NEW.id, proef.id('A2'));
    RETURN NULL;
END
$$;
CREATE TRIGGER taak_erbij AFTER INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION proef.taak_erbij();
SELECT uitkomst(opdrachten(ARRAY[kc(3), ac(3, 'A1'), bb(3)], 'insert'));
DROP TRIGGER taak_erbij ON klantcontact;

-- Columns that the owner adds belong to the row: they cannot be changed later. A generated one follows from the others.
ALTER TABLE klantcontact ADD COLUMN zaaksysteem text DEFAULT 'oud';
UPDATE klantcontact SET zaaksysteem = 'nieuw';
ALTER TABLE betrokkene ADD COLUMN wijk text, ADD COLUMN gekend boolean GENERATED ALWAYS AS (was_partij IS NOT NULL) STORED;
UPDATE betrokkene SET was_partij = id('P4'), wijk = 'Noord' WHERE had_klantcontact = id('K1') AND was_partij IS NULL;
CREATE FUNCTION proef.kijk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.rol := NEW.rol; RETURN NEW; END';
CREATE TRIGGER eerst BEFORE UPDATE ON betrokkene FOR EACH ROW EXECUTE FUNCTION proef.kijk();
BEGIN;
UPDATE betrokkene SET was_partij = id('P4') WHERE had_klantcontact = id('K1') AND was_partij IS NULL;
SELECT kort(was_partij::text), gekend FROM betrokkene WHERE had_klantcontact = id('K1') ORDER BY 1;
ROLLBACK;
DROP TRIGGER eerst ON betrokkene;
ALTER TABLE betrokkene DROP COLUMN wijk, DROP COLUMN gekend;
ALTER TABLE klantcontact DROP COLUMN zaaksysteem;
SELECT foto = :'foto' AS onveranderd FROM foto();

\set ECHO none
SET client_min_messages = warning;
DROP SCHEMA gast CASCADE;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
