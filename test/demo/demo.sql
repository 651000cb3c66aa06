-- A day at the contact centre of a gemeente, in plain SQL. Everything is invented, and the same at every run.
\set QUIET on
\pset footer off
\pset linestyle unicode
\pset border 1
\pset null ''

\echo
\echo '1  A database becomes a register of customer contacts'
\echo '────────────────────────────────────────────────────'
\echo
\set ECHO queries
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register('rijnstad');
SET search_path = rijnstad;
\set ECHO none
\echo
SET client_min_messages = warning;
SET timezone = 'Europe/Amsterdam';

\ir winter.sql

\echo '2  What it knows of last winter'
\echo '───────────────────────────────'
\echo
SELECT k.naam AS kanaal,
       count(*) FILTER (WHERE to_char(plaatsgevonden_op, 'MM') = '12') AS december,
       count(*) FILTER (WHERE to_char(plaatsgevonden_op, 'MM') = '01') AS januari,
       count(*) FILTER (WHERE to_char(plaatsgevonden_op, 'MM') = '02') AS februari,
       count(*) AS samen, repeat('▇', (count(*) / 4)::integer) AS " "
  FROM klantcontact kc JOIN kanaal k ON k.code = kc.kanaal_code
 GROUP BY k.naam ORDER BY samen DESC, k.naam;

\echo '3  Monday 3 March 2025'
\echo '──────────────────────'
\echo
\echo '09.04  Somebody asks about opening hours, gives no name and needs nothing more: nothing is kept of that.'
\echo
\set ON_ERROR_STOP 0
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('telefoon', 'Openingstijden van het stadhuis', 'Vraag: tot hoe laat? Antwoord: tot vijf uur.', 'ja', '2025-03-03 09:04')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Nicole van Dijk'
)
INSERT INTO betrokkene (had_klantcontact, rol, initiator) SELECT kc.id, 'klant', true FROM kc;
\set anoniem :SQLSTATE
\set ON_ERROR_STOP 1

\echo
\echo '09.12  Karel asks for a specialist, and wants to be called back on his work phone: one statement registers it all.'
\echo
\set ECHO queries
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, taal_code, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('telefoon', 'Dakkapel aan de voorkant', 'Vraag: is een vergunning nodig? Een vakspecialist belt terug.',
            'nld', 'ja', '2025-03-03 09:12')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Nicole van Dijk'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator, contactnaam_voornaam)
    SELECT kc.id, identificeerde_partij, 'klant', true, 'Carl'
      FROM kc, partij_identificator WHERE partij_identificator_object_id = '999990019'
    RETURNING id
), da AS (
    INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, omschrijving, verstrekt_door_betrokkene)
    SELECT '1', '06-12345678', 'werk', bb.id FROM bb
)
INSERT INTO interne_taak (gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor)
SELECT 'Terugbellen', 'Graag voor vijf uur; vraag naar Carl.', kc.id, actor.id
  FROM kc, actor WHERE actor.naam = 'Team Vergunningen';
\set ECHO none
\echo

\echo '10.20  An e-mail with three attachments, from a sender nobody knows: kept because somebody has to act on it.'
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('e-mail', 'Aankondiging buurtfeest', 'ja', '2025-03-03 10:20')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Team Communicatie'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, rol, initiator, organisatienaam)
    SELECT kc.id, 'klant', true, 'Buurtcomité Lindelaan' FROM kc
    RETURNING id
), da AS (
    INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene)
    SELECT '2', 'buurtcomite.lindelaan@example.nl', bb.id FROM bb
), bl AS (
    INSERT INTO bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
           bijlageidentificator_object_id, bijlageidentificator_register_code)
    SELECT kc.id, '3', '4', document, '7'
      FROM kc, unnest('{e-mail-aankondiging-buurtfeest.eml,Flyer-buurtfeest.pdf,routebeschrijving.pdf}'::text[]) document
)
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
SELECT 'Publiceren op de gemeentepagina', kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Team Communicatie';

\echo '11.05  Karel sends an e-form, which starts a zaak: its content is kept twice, as data and as a document.'
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, taal_code, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('e-formulier', 'Aanvraag bewonersparkeren', 'nld', 'ja', '2025-03-03 11:05')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Team Vergunningen'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator)
    SELECT kc.id, identificeerde_partij, 'klant', true
      FROM kc, partij_identificator WHERE partij_identificator_object_id = '999990019'
), bl AS (
    INSERT INTO bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
           bijlageidentificator_object_id, bijlageidentificator_register_code)
    SELECT kc.id, '103', '105', 'aanvraag-2025-0093', '8' FROM kc
    UNION ALL
    SELECT kc.id, '3', '4', 'aanvraag-2025-0093.pdf', '7' FROM kc
)
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
       onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
       onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
SELECT kc.id, '12', '12', 'ZAAK-2025-0501', '6', true FROM kc;

\echo '13.30  One call of Karel, two matters: two klantcontacten, so that neither team reads what is not its business.'
BEGIN;
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, taal_code, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('telefoon', 'Verzakte stoep', 'Voor Lindelaan 12 is de stoep verzakt. Melding aangemaakt.', 'nld', 'ja', '2025-03-03 13:30')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Joris Bakker'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator)
    SELECT kc.id, identificeerde_partij, 'klant', true
      FROM kc, partij_identificator WHERE partij_identificator_object_id = '999990019'
)
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
       onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
       onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
SELECT kc.id, '12', '12', 'ZAAK-2025-0502', '6', true FROM kc;
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, taal_code, indicatie_contact_gelukt, plaatsgevonden_op)
    VALUES ('telefoon', 'Overleg verbouwing woning', 'Wil de schetsen bespreken met een adviseur.', 'nld', 'ja', '2025-03-03 13:30')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Joris Bakker'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator)
    SELECT kc.id, identificeerde_partij, 'klant', true
      FROM kc, partij_identificator WHERE partij_identificator_object_id = '999990019'
)
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
SELECT 'Afspraak maken', kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Team Vergunningen';
COMMIT;

\echo '15.45  A decision is offered to the Berichtenbox of Karel: the gemeente takes the initiative.'
\echo
WITH kc AS (
    INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, taal_code, plaatsgevonden_op)
    VALUES ('berichtenbox', 'Besluit kwijtschelding', 'U hebt een brief van de gemeente.', 'nld', '2025-03-03 15:45')
    RETURNING id
), ac AS (
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT kc.id, actor.id FROM kc, actor WHERE actor.naam = 'Berichtenuitwisseling'
), bb AS (
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
    SELECT kc.id, identificeerde_partij, 'klant'
      FROM kc, partij_identificator WHERE partij_identificator_object_id = '999990019'
)
INSERT INTO bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
       bijlageidentificator_object_id, bijlageidentificator_register_code)
SELECT kc.id, '3', '4', 'brief.pdf', '7' FROM kc;

SELECT to_char(kc.plaatsgevonden_op, 'HH24.MI') AS tijd, kc.nummer, kc.kanaal_code AS kanaal, kc.onderwerp,
       coalesce(NULLIF(concat_ws(' ', p.contactnaam_voornaam, p.contactnaam_voorvoegsel_achternaam, p.contactnaam_achternaam), ''),
                bb.organisatienaam) AS betrokkene,
       NULLIF((SELECT count(*) FROM bijlage WHERE was_bijlage_van_klantcontact = kc.id), 0) AS bijlagen,
       concat((SELECT 'taak ' || nummer FROM interne_taak WHERE aanleidinggevend_klantcontact = kc.id),
              (SELECT onderwerpobjectidentificator_object_id FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = kc.id)) AS gevolg
  FROM klantcontact kc
  JOIN betrokkene bb ON bb.had_klantcontact = kc.id
  LEFT JOIN partij p ON p.id = bb.was_partij
 WHERE kc.plaatsgevonden_op >= '2025-03-03'
 ORDER BY kc.nummer;

\echo '4  What did Karel and the gemeente talk about? The newest eight'
\echo '───────────────────────────────────────────────────────────────'
\echo
\set ECHO queries
SELECT to_char(h.plaatsgevonden_op, 'DD-MM-YYYY HH24.MI') AS moment, h.nummer, h.kanaal_code AS kanaal,
       h.initiatiefnemer, h.onderwerp
  FROM partij_identificator p, klantinteracties.contacthistorie(p.identificeerde_partij, aantal => 8) h
 WHERE p.partij_identificator_object_id = '999990019';
\set ECHO none

\echo '   And the bakery? Somebody called who worked for it'
\echo
SELECT to_char(h.plaatsgevonden_op, 'DD-MM-YYYY HH24.MI') AS moment, h.nummer, h.via, h.rol, h.onderwerp
  FROM partij p, klantinteracties.contacthistorie(p.id, aantal => 4) h
 WHERE p.naam = 'Bakkerij De Korenbloem B.V.';

\echo '5  Who has something to do? Longest waiting first'
\echo '─────────────────────────────────────────────────'
\echo
\set ECHO queries
SELECT it.nummer AS taak, actor.naam AS toegewezen_aan, it.gevraagde_handeling, kc.onderwerp,
       to_char(kc.plaatsgevonden_op, 'DD-MM-YYYY') AS sinds
  FROM interne_taak it
  JOIN klantcontact kc ON kc.id = it.aanleidinggevend_klantcontact
  JOIN actor ON actor.id = it.toegewezen_aan_actor
 WHERE it.status = 'te_verwerken'
 ORDER BY kc.plaatsgevonden_op, it.nummer;
\set ECHO none

\echo '6  What the register refuses, whoever asks'
\echo '──────────────────────────────────────────'
\echo
\echo 'A contact that has yet to take place'
\echo
\set ON_ERROR_STOP 0
\set ECHO queries
INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
VALUES ('balie', 'Afspraak rijbewijs', 'Komt langs.', '2999-03-04 10:00');
\set ECHO none
\set gepland :SQLSTATE

\echo
\echo 'A contact with nobody'
\echo
\set ECHO queries
BEGIN;
INSERT INTO klantcontact (kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
VALUES ('telefoon', 'Overleg met de buitendienst', 'Onder collega''s.', '2025-03-03 16:00');
COMMIT;
\set ECHO none
\set niemand :SQLSTATE

\echo
\echo 'A second thought'
\echo
\set ECHO queries
UPDATE klantcontact SET inhoud = 'Niets toegezegd.' WHERE onderwerp = 'Dakkapel aan de voorkant';
\set ECHO none
\set gewijzigd :SQLSTATE
\set ON_ERROR_STOP 1

\echo
\echo '7  The end of the day'
\echo '─────────────────────'
\echo
CREATE TEMPORARY VIEW stand AS
SELECT (SELECT count(*) FROM klantcontact) AS klantcontacten, (SELECT count(*) FROM betrokkene) AS betrokkenen,
       (SELECT count(*) FROM partij) AS partijen, (SELECT count(*) FROM bijlage) AS bijlagen,
       (SELECT count(*) FROM interne_taak WHERE status = 'te_verwerken') AS open_taken,
       (SELECT count(*) FROM interne_taak WHERE status = 'verwerkt') AS verwerkte_taken;
TABLE stand;

-- The demonstration is also a test: it fails when something is kept that should not be, or lost that should.
SELECT stand::text <> '(406,406,62,6,7,76)' OR
       (:'anoniem', :'gepland', :'niemand', :'gewijzigd') <> ('23514', '23514', '23514', '23001') AS onverwacht
  FROM stand \gset
\if :onverwacht
    DO $$ BEGIN RAISE EXCEPTION 'the demonstration did not end as it should'; END $$;
\endif
