-- What is in the register before the day begins: the contact centre, its citizens and a winter of contacts. All of it is
-- invented; modulo arithmetic makes it the same every time.

INSERT INTO actor (naam, soort_actor, functie) VALUES
    ('Nicole van Dijk', 'medewerker', 'Medewerker klantcontact'),
    ('Joris Bakker', 'medewerker', 'Medewerker klantcontact'),
    ('Samira El Amrani', 'medewerker', 'Medewerker burgerzaken'),
    ('Berichtenuitwisseling', 'geautomatiseerde_actor', 'Verzending naar MijnOverheid');
INSERT INTO actor (naam, soort_actor, omschrijving) VALUES
    ('Team Vergunningen', 'organisatorische_eenheid', 'Omgevings- en evenementenvergunningen'),
    ('Team Openbare Ruimte', 'organisatorische_eenheid', 'Wegen, groen en afval'),
    ('Team Burgerzaken', 'organisatorische_eenheid', 'Reisdocumenten, akten en verhuizingen'),
    ('Team Belastingen', 'organisatorische_eenheid', 'Aanslagen, WOZ en kwijtschelding'),
    ('Team Communicatie', 'organisatorische_eenheid', 'Website en gemeentepagina');

-- Sixty citizens, each known by a burgerservicenummer that passes the 11-test; the first is the one the day is about.
CREATE TEMPORARY TABLE burger AS
SELECT (row_number() OVER (ORDER BY n))::integer AS nr, klantinteracties.uuid_v7() AS partij, n::text AS bsn
  FROM generate_series(999990019, 999999999) n
 WHERE klantinteracties.is_bsn(n::text)
 ORDER BY n LIMIT 60;

BEGIN;
INSERT INTO partij (id, soort_partij, voorkeurstaal, contactnaam_voornaam, contactnaam_voorvoegsel_achternaam, contactnaam_achternaam)
SELECT partij, 'persoon', 'nld',
       CASE nr WHEN 1 THEN 'Karel' ELSE ('{Emma,Noah,Fatima,Daan,Sanne,Mehmet,Lotte,Willem,Anouk,Priya,Bram,Ria}'::text[])[nr % 12 + 1] END,
       CASE nr WHEN 1 THEN 'van' ELSE (ARRAY[NULL, 'de', NULL, 'van der', NULL])[nr % 5 + 1] END,
       CASE nr WHEN 1 THEN 'Deurne' ELSE ('{Jansen,Vries,Yilmaz,Berg,Visser,Smit,Meijer}'::text[])[nr % 7 + 1] END
  FROM burger;
INSERT INTO partij_identificator (identificeerde_partij, partij_identificator_objecttype_code,
       partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code)
SELECT partij, '1', '1', bsn, '1' FROM burger;
INSERT INTO partij_verificatie (partij, handeling, grond, middel, geverifieerd_op)
SELECT partij, 'registratie', 'zelf', CASE nr % 3 WHEN 0 THEN 'paspoort aan de balie' ELSE 'DigiD' END, '2024-11-28 10:00'
  FROM burger;
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij)
SELECT '1', '06-10' || lpad((nr * 7919 % 1000000)::text, 6, '0'), partij FROM burger WHERE nr % 4 = 1;
COMMIT;

-- A company, and somebody who spoke for it.
BEGIN;
WITH bakkerij AS (
    INSERT INTO partij (soort_partij, naam) VALUES ('organisatie', 'Bakkerij De Korenbloem B.V.') RETURNING id
), identificatie AS (
    INSERT INTO partij_identificator (identificeerde_partij, partij_identificator_objecttype_code,
           partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code)
    SELECT id, '2', '100', '12345678', '5' FROM bakkerij
), contactpersoon AS (
    INSERT INTO partij (soort_partij, contactnaam_voornaam, contactnaam_achternaam, werkte_voor_partij)
    SELECT 'contactpersoon', 'Hanneke', 'Molenaar', id FROM bakkerij RETURNING id
)
INSERT INTO partij_verificatie (partij, handeling, grond, middel, geverifieerd_op)
SELECT id, 'registratie', 'gemachtigd_voor_organisatie', 'eHerkenning', timestamptz '2024-11-28 10:00'
  FROM (SELECT id FROM bakkerij UNION ALL SELECT id FROM contactpersoon) p;
COMMIT;

CREATE TEMPORARY TABLE gesprek (nr integer GENERATED ALWAYS AS IDENTITY, onderwerp text, vraag text, antwoord text, team text);
INSERT INTO gesprek (onderwerp, vraag, antwoord, team) VALUES
    ('Ophaaldag van de gft-bak', 'De bak is vorige week niet geleegd. Wanneer wel?', 'Morgen rijdt een extra wagen.', 'Team Openbare Ruimte'),
    ('Paspoort verlengen', 'Hoe lang duurt het en wat neem ik mee?', 'Vijf werkdagen; oud paspoort en een recente pasfoto.', 'Team Burgerzaken'),
    ('Losliggende stoeptegel', 'Voor de deur ligt een tegel los.', 'Doorgegeven aan de buitendienst.', 'Team Openbare Ruimte'),
    ('WOZ-waarde van de woning', 'Waarom is de waarde zo gestegen?', 'Taxatieverslag staat op de website; bezwaar kan zes weken.', 'Team Belastingen'),
    ('Verhuizing doorgeven', 'Ik verhuis binnen de gemeente. Wanneer meld ik dat?', 'Vanaf vier weken vooraf, uiterlijk vijf dagen erna.', 'Team Burgerzaken'),
    ('Parkeervergunning voor bezoekers', 'Kan ik uren bijkopen?', 'Ja, tot 150 uur per kwartaal, online.', 'Team Vergunningen'),
    ('Kapotte straatlantaarn', 'De lamp bij nummer 14 brandt al een week niet.', 'Gemeld bij de beheerder; hersteld binnen vijf dagen.', 'Team Openbare Ruimte'),
    ('Overkapping in de achtertuin', 'Heb ik een vergunning nodig?', 'Tot drie meter hoog en vier meter diep niet.', 'Team Vergunningen'),
    ('Kwijtschelding gemeentelijke belastingen', 'Kom ik in aanmerking?', 'Met een bijstandsuitkering meestal wel; formulier gestuurd.', 'Team Belastingen'),
    ('Uittreksel uit de Basisregistratie Personen', 'Ik heb een uittreksel nodig voor mijn verhuurder.', 'Aangevraagd met DigiD; komt per post.', 'Team Burgerzaken'),
    ('Grofvuil laten ophalen', 'Een bank en twee matrassen.', 'Afspraak gemaakt, voor 7.30 uur aan de weg.', 'Team Openbare Ruimte'),
    ('Evenement in het park', 'Hoe vroeg moet ik een buurtfeest aanvragen?', 'Een klein evenement drie weken vooraf melden.', 'Team Vergunningen'),
    ('Gladheid op het fietspad', 'Het fietspad langs de vaart is niet gestrooid.', 'Ligt op strooiroute 3; melding doorgezet.', 'Team Openbare Ruimte'),
    ('Aangifte van geboorte', 'Kan dat ook digitaal?', 'Ja, binnen drie dagen, met DigiD.', 'Team Burgerzaken'),
    ('Betalingsregeling aanslag', 'Kan ik in termijnen betalen?', 'Tien termijnen met automatische incasso.', 'Team Belastingen'),
    ('Standplaats op de weekmarkt', 'Is er op zaterdag nog plaats?', 'Er is een wachtlijst; aanmelding genoteerd.', 'Team Vergunningen');

-- Four hundred contacts on working days between nine and five. Every fifth led to an interne taak, every eighth is about a
-- zaak; where the gemeente took the initiative, no betrokkene did. Every fortieth is a call of the bakery.
CREATE TEMPORARY TABLE winter AS
SELECT i, klantinteracties.uuid_v7() AS klantcontact, g.*,
       ('{telefoon,telefoon,telefoon,balie,e-mail,telefoon,website,chat,balie,e-mail,post,whatsapp}'::text[])[i * 5 % 12 + 1] AS kanaal,
       timestamptz '2024-12-02 09:00' + ((i - 1) / 32) * interval '7 days' + ((i - 1) % 32 / 7) * interval '1 day'
           + i * 37 % 470 * interval '1 minute' AS moment,
       i % 7 = 0 AS uitgaand,
       CASE WHEN i % 40 = 0 THEN (SELECT id FROM partij WHERE soort_partij = 'contactpersoon') ELSE b.partij END AS partij
  FROM generate_series(1, 400) i
  JOIN gesprek g ON g.nr = CASE WHEN i % 40 = 0 THEN (ARRAY[16, 12, 7])[i / 40 % 3 + 1] ELSE i * 11 % 16 + 1 END
  JOIN burger b ON b.nr = i * i % 61 % 60 + 1;

BEGIN;
INSERT INTO klantcontact (id, kanaal_code, onderwerp, inhoud, taal_code, indicatie_contact_gelukt, vertrouwelijk, plaatsgevonden_op)
SELECT klantcontact, kanaal, onderwerp,
       CASE WHEN uitgaand THEN 'Teruggekomen op de vraag van de inwoner. ' ELSE 'Vraag: ' || vraag || ' ' END || 'Antwoord: ' || antwoord,
       'nld', CASE WHEN i % 29 <> 0 THEN 'ja' END, CASE WHEN i % 50 = 0 THEN 'ja' END, moment
  FROM winter
 ORDER BY moment, i;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator)
SELECT klantcontact, partij, CASE WHEN i % 40 = 0 THEN 'vertegenwoordiger' ELSE 'klant' END, NOT uitgaand FROM winter;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
SELECT klantcontact, actor.id
  FROM winter JOIN actor ON actor.naam = ('{Nicole van Dijk,Joris Bakker,Samira El Amrani}'::text[])[i % 3 + 1];
INSERT INTO interne_taak (gevraagde_handeling, toelichting, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op,
       status, verwerkt_op)
SELECT ('{Terugbellen,Antwoord per e-mail sturen,Melding beoordelen}'::text[])[i % 3 + 1], 'Vraag: ' || vraag, klantcontact, actor.id,
       moment + interval '10 minutes',
       CASE WHEN i % 90 = 0 THEN 'te_verwerken' ELSE 'verwerkt' END,
       CASE WHEN i % 90 = 0 THEN NULL ELSE moment + i % 48 * interval '1 hour' + interval '30 minutes' END
  FROM winter JOIN actor ON actor.naam = team
 WHERE i % 5 = 0
 ORDER BY moment, i;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
       onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
       onderwerpobjectidentificator_register_code)
SELECT klantcontact, '12', '12', 'ZAAK-2025-' || lpad(i::text, 4, '0'), '6' FROM winter WHERE i % 8 = 0;
COMMIT;

ANALYZE;
