-- Destruction by retention moment, by zaak and by list: what goes, what stays and why, and the certificate (KI-38, KI-110, KI-123).
\getenv abs_srcdir PG_ABS_SRCDIR
\set ECHO none
\set fixture :abs_srcdir /fixture/vernietig.sql
\i :fixture
\set ECHO all
SET search_path = klantinteracties, proef, ki, public;
\set SHOW_CONTEXT never

-- K1 has a past: its inhoud and its betrokkene were corrected, and of the betrokkenen and addresses that it had, some were removed.
SELECT kort(corrigeer('klantcontact', id('K1'), '{"inhoud": "Iets anders"}', 'tikfout')::text),
       kort(corrigeer('betrokkene', id('B1'), '{"contactnaam_achternaam": "Jansen"}', 'tikfout')::text),
       kort(corrigeer('digitaal_adres', id('D1'), '{"adres": "06-87654321"}', 'tikfout')::text);
SELECT corrigeer('betrokkene', NULL, jsonb_build_object('had_klantcontact', id('K1'), 'rol', 'klant', 'contactnaam_achternaam', 'Weg'), 'vergeten') AS weg \gset
SELECT corrigeer('digitaal_adres', NULL, jsonb_build_object('verstrekt_door_betrokkene', :'weg', 'soort_digitaal_adres_code', '1', 'adres', '06-11111111'), 'vergeten') AS adres1 \gset
SELECT corrigeer('digitaal_adres', NULL, jsonb_build_object('verstrekt_door_betrokkene', id('B1'), 'soort_digitaal_adres_code', '1', 'adres', '06-22222222'), 'vergeten') AS adres2 \gset
SELECT corrigeer('digitaal_adres', :'adres1', '{"adres": "06-33333333"}', 'tikfout') IS NULL AS a, corrigeer('digitaal_adres', :'adres1', NULL, 'toch niet') IS NULL AS b,
       corrigeer('digitaal_adres', :'adres2', NULL, 'toch niet') IS NULL AS c, corrigeer('betrokkene', :'weg', NULL, 'toch niet') IS NULL AS d;
-- So has K9, which will stay.
SELECT kort(corrigeer('klantcontact', id('K9'), '{"inhoud": "Iets anders"}', 'tikfout')::text);
SELECT tabel, operatie, count(*) FROM mutatielog GROUP BY 1, 2 ORDER BY 1, 2;

-- Tables of a user, each with a foreign key to a klantcontact or to what goes with it, whatever is to happen to it on a delete.
CREATE SCHEMA gast;
CREATE TABLE gast.dossier (klantcontact uuid REFERENCES klantcontact);
CREATE TABLE gast.kind (nummer bigint REFERENCES klantcontact (nummer) ON DELETE CASCADE);
CREATE TABLE gast."Eigen" (betrokkene uuid REFERENCES betrokkene ON DELETE SET NULL);
CREATE TABLE gast.gedeeld (klantcontact uuid, partij uuid, jaar integer,
    FOREIGN KEY (klantcontact, partij) REFERENCES betrokkene (had_klantcontact, was_partij)) PARTITION BY LIST (jaar);
CREATE TABLE gast.gedeeld_2015 PARTITION OF gast.gedeeld FOR VALUES IN (2015);
CREATE TABLE gast.bellen (adres uuid REFERENCES digitaal_adres);
INSERT INTO gast.dossier VALUES (id('K12')), (NULL);
INSERT INTO gast.kind VALUES (13);
INSERT INTO gast."Eigen" VALUES (id('B14'));
INSERT INTO gast.gedeeld VALUES (id('K15'), id('P1'), 2015), (id('K16'), NULL, 2015);

-- What a call does: how many rows of each table go, and what stays.
PREPARE gaat(timestamptz, text, uuid[], boolean) AS
    SELECT tabel, count(*), string_agg(proef.kort(id), ' ' ORDER BY proef.kort(id) COLLATE "C") FILTER (WHERE tabel = 'klantcontact') AS welke
      FROM vernietig_klantcontacten($1, $2, $3, $4, 'Selectielijst gemeenten 2020, 9.1', 'ki') WHERE actie = 'vernietigd'
     GROUP BY 1 ORDER BY 1;
PREPARE blijft(timestamptz, text, uuid[]) AS
    SELECT tabel, kort(id) AS id, actie, reden FROM vernietig_klantcontacten($1, $2, $3, true, 'Selectielijst gemeenten 2020, 9.1', 'ki')
     WHERE actie <> 'vernietigd' ORDER BY length(kort(id)), kort(id), reden;

-- A dry run, which is the default, says all and does nothing.
SELECT foto() AS voor \gset
EXECUTE gaat('2016-01-01', NULL, NULL, true);
EXECUTE blijft('2016-01-01', NULL, NULL);
SELECT count(*) > 0 AS gemeld FROM vernietig_klantcontacten(voor => '2016-01-01', grondslag => 'Selectielijst');
SELECT foto() = :'voor' AS ongewijzigd;

-- All criteria given must match; a klantcontact that took place at the moment itself did not before it.
EXECUTE gaat('2015-03-02 10:00+01', NULL, NULL, true);
EXECUTE gaat('2015-03-10 10:00+01', 'ZAAK-1', NULL, true);
EXECUTE gaat('2015-03-10 10:01+01', 'ZAAK-1', NULL, true);
EXECUTE gaat('2015-03-02 10:00+01', NULL, ids('K1', 'K2', 'K10'), true);
EXECUTE gaat(NULL, 'ZAAK-1', ids('K10', 'K16'), true);
EXECUTE gaat(NULL, NULL, ids('K10', 'K10', 'K999'), true);
EXECUTE gaat(NULL, NULL, '{}', true);
EXECUTE gaat(NULL, '', NULL, true);
-- By zaak, what belongs to another zaak too stays; in a list it was decided on.
EXECUTE blijft(NULL, 'ZAAK-1', NULL);
EXECUTE blijft(NULL, 'ZAAK-2', NULL);
EXECUTE blijft(NULL, 'ZAAK-1', ids('K11'));
-- A chain goes as a whole, or from its end.
EXECUTE blijft(NULL, NULL, ids('K5', 'K6', 'K8'));
EXECUTE blijft(NULL, NULL, ids('K8', 'K9'));
EXECUTE blijft(NULL, NULL, ids('K1'));
EXECUTE gaat(NULL, NULL, ids('K8', 'K9'), true);

-- The real run does what the dry run said.
CREATE TABLE proef.proefrit AS SELECT * FROM vernietig_klantcontacten(voor => '2016-01-01', grondslag => 'Selectielijst gemeenten 2020, 9.1');
CREATE TABLE proef.echt AS SELECT * FROM vernietig_klantcontacten(voor => '2016-01-01', grondslag => 'Selectielijst gemeenten 2020, 9.1', proef => false);
(TABLE proef.proefrit EXCEPT ALL TABLE proef.echt) UNION ALL (TABLE proef.echt EXCEPT ALL TABLE proef.proefrit);
SELECT * FROM over_gebleven;
SELECT * FROM wezen;
SELECT count(*) FROM digitaal_adres WHERE verstrekt_door_betrokkene IS NOT NULL;
-- Nothing is remembered of what went; the log of what stays is as it was.
SELECT tabel, kort(rij_id) AS id, operatie FROM mutatielog;
SELECT count(*) FROM mutatielog WHERE concat(oud, nieuw) ~ 'Jans|Weg|06-[0-9]{8}';
-- The tables of users and the partijen are as they were.
SELECT (SELECT count(*) FROM gast.dossier) AS dossier, (SELECT count(*) FROM gast.kind) AS kind,
       (SELECT count(*) FROM gast."Eigen" WHERE betrokkene IS NOT NULL) AS eigen, (SELECT count(*) FROM gast.gedeeld) AS gedeeld,
       (SELECT count(*) FROM partij) AS partijen;

-- By zaak, and by list.
EXECUTE gaat(NULL, 'ZAAK-1', NULL, false);
EXECUTE gaat(NULL, NULL, ids('K8', 'K9', 'K11'), false);
-- Again, there is nothing left: no certificate.
EXECUTE gaat(NULL, NULL, ids('K8', 'K9', 'K11'), false);
-- What stood in the way is done, so it goes too.
UPDATE interne_taak SET status = 'verwerkt' WHERE nummer IN (3, 7);
EXECUTE gaat('2016-01-01', NULL, NULL, false);
SET client_min_messages = warning;
DROP SCHEMA gast CASCADE;
RESET client_min_messages;
EXECUTE gaat('2016-01-01', NULL, NULL, false);
SELECT * FROM over_gebleven;
SELECT count(*) FROM mutatielog;

-- The certificates: how much, on what ground and how selected; nothing of what went.
SELECT grondslag, voor = '2016-01-01' AS voor_2016, op_zaak, op_lijst, aantal_behouden AS behouden, aantal_klantcontact AS kc, aantal_betrokkene AS bb,
       aantal_digitaal_adres AS da, aantal_actor_klantcontact AS ac, aantal_bijlage AS bl, aantal_onderwerpobject AS oo,
       aantal_interne_taak AS it, aantal_mutatielog AS ml, geregistreerd_op BETWEEN now() - interval '1 hour' AND clock_timestamp() AS nu,
       geregistreerd_door = session_user AS door
  FROM vernietiging ORDER BY id;
SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'ki' AND table_name = 'vernietiging' ORDER BY ordinal_position;

-- An address that is the partij's too stays with it, without proof of identity.
BEGIN;
CALL kc(17, '2015-06-01 10:00+02');
CALL it(17, 'K17', true);
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, verstrekt_door_partij)
VALUES (id('D17'), '1', '06-12345678', id('B17'), id('P1'));
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (id('P1'), 'wijziging', 'zelf', 'DigiD');
COMMIT;
EXECUTE gaat('2016-01-01', NULL, NULL, false);
SELECT kort(id::text) AS id, adres, kort(verstrekt_door_partij::text) AS partij, verstrekt_door_betrokkene FROM digitaal_adres;
SELECT tabel, kort(rij_id) AS id, reden FROM mutatielog;

-- What is destroyed stays so, and nothing else is open, when a procedure commits.
DO $$ BEGIN CALL kc(20, '2015-05-01 10:00+02'); CALL kc(21, '2015-05-01 10:00+02'); END $$;
DO $$
BEGIN
    PERFORM vernietig_klantcontacten(klantcontacten => ids('K20'), grondslag => 'Selectielijst', proef => false);
    COMMIT;
    DELETE FROM klantcontact WHERE id = id('K21');
END
$$;
SELECT * FROM over_gebleven;

RESET search_path;
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
