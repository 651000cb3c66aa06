-- Part of gegevens.sql: the contacts :van to :tot, as tables in schema "bron".
-- Everything of a contact in one row, for who writes it row by row.
CREATE TABLE bron.contact AS
SELECT i AS contact,
       public.sleutel(2, i) AS id,
       public.sleutel(3, i) AS betrokkene,
       public.kies('{telefoon,telefoon,telefoon,balie,e-mail,chat,website,whatsapp}', i, 4) AS kanaal_code,
       public.onderwerp(i) AS onderwerp,
       public.inhoud(i) AS inhoud,
       timestamptz '2015-01-01 00:00+01' + i * interval '12 seconds' AS plaatsgevonden_op,
       CASE WHEN i % 20 NOT IN (3, 13) THEN public.sleutel(1, 1 + (:partijen * public.greep(i, 5) ^ 2)::bigint) END AS partij,
       CASE WHEN i % 20 = 7 THEN public.sleutel(1, :partijen + 2 + i % 100) END AS vertegenwoordiger,
       public.sleutel(4, 1 + (500 * public.greep(i, 6))::bigint) AS actor,
       CASE WHEN i % 20 IN (2, 12) THEN public.sleutel(4, 502 + i % 20) END AS tweede_actor,
       CASE WHEN i % 20 IN (1, 3, 11, 13) THEN public.sleutel(4, 502 + i % 10) END AS taak_voor,
       CASE WHEN i % 20 IN (0, 4, 8, 12, 16) THEN 'ZAAK-2023-' || lpad((i / 30)::text, 8, '0') END AS zaak,
       CASE WHEN i % 20 IN (5, 15) THEN 'document-' || i END AS document,
       CASE WHEN i % 20 IN (3, 13) THEN public.kies('{Jansen,De Vries,Van den Berg,Bakker,Yilmaz,Visser,De Jong,Mulder}', i, 7) END AS achternaam,
       CASE WHEN i % 20 IN (3, 13) THEN '06' || lpad((i % 100000000)::text, 8, '0') END AS telefoonnummer
  FROM generate_series(:van::bigint, :tot) AS i;

-- The same as rows of the register's tables, with what a register copies from the klantcontact: bare tables do not. When and by whom a
-- row was registered is the default of its columns.
CREATE TABLE bron.klantcontact AS
SELECT contact, id, contact AS nummer, kanaal_code, onderwerp, inhoud, 'ja'::ja_of_leeg AS indicatie_contact_gelukt, 'nld' AS taal_code,
       ''::ja_of_leeg AS vertrouwelijk, plaatsgevonden_op
  FROM bron.contact;
CREATE TABLE bron.betrokkene AS
SELECT contact, betrokkene AS id, id AS had_klantcontact, partij AS was_partij, 'klant'::klantcontactrol AS rol, contact % 3 > 0 AS initiator,
       achternaam AS contactnaam_achternaam, plaatsgevonden_op, kanaal_code, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact
 UNION ALL
SELECT contact, public.sleutel(5, contact), id, vertegenwoordiger, 'vertegenwoordiger', false, NULL, plaatsgevonden_op, kanaal_code, ''
  FROM bron.contact WHERE vertegenwoordiger IS NOT NULL
 ORDER BY contact;
CREATE TABLE bron.actor_klantcontact AS
SELECT contact, public.sleutel(6, contact) AS id, id AS klantcontact_id, actor AS actor_id, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact
 UNION ALL
SELECT contact, public.sleutel(7, contact), id, tweede_actor, '' FROM bron.contact WHERE tweede_actor IS NOT NULL
 ORDER BY contact;
CREATE TABLE bron.bijlage AS
SELECT contact, public.sleutel(8, contact) AS id, id AS was_bijlage_van_klantcontact, '3' AS bijlageidentificator_objecttype_code,
       '4' AS bijlageidentificator_soort_object_id_code, document AS bijlageidentificator_object_id,
       '7' AS bijlageidentificator_register_code, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact WHERE document IS NOT NULL ORDER BY contact;
CREATE TABLE bron.interne_taak AS
SELECT contact, public.sleutel(9, contact) AS id, contact AS nummer, 'Terugbellen' AS gevraagde_handeling, plaatsgevonden_op AS toegewezen_op,
       id AS aanleidinggevend_klantcontact, taak_voor AS toegewezen_aan_actor, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact WHERE taak_voor IS NOT NULL ORDER BY contact;
CREATE TABLE bron.onderwerpobject AS
SELECT contact, public.sleutel(10, contact) AS id, id AS was_onderwerp_van_klantcontact, '12' AS onderwerpobjectidentificator_objecttype_code,
       '12' AS onderwerpobjectidentificator_soort_object_id_code, zaak AS onderwerpobjectidentificator_object_id,
       '6' AS onderwerpobjectidentificator_register_code, plaatsgevonden_op, kanaal_code, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact WHERE zaak IS NOT NULL ORDER BY contact;
CREATE TABLE bron.digitaal_adres AS
SELECT contact, public.sleutel(11, contact) AS id, '1' AS soort_digitaal_adres_code, telefoonnummer AS adres,
       betrokkene AS verstrekt_door_betrokkene, ''::ja_of_leeg AS vertrouwelijk
  FROM bron.contact WHERE telefoonnummer IS NOT NULL ORDER BY contact;
