-- Data for test/bench/instructies and test/bench/prestaties: a register "ki" with contacts, and in schema "bron" more contacts, to be
-- written to it.
--   psql -v basis=20000 -v nieuw=20000 -f gegevens.sql
-- Of 20 contacts all have a klant and an actor, 2 a klant who is not gekend, with a name, a phone number and an interne taak; further
-- there are among them 2 with an interne taak, 1 with a vertegenwoordiger, 2 with a second actor, 5 about a zaak and 2 with a
-- bijlage. Some partijen have far more contacts than others: the first thousandth of them has 3 %.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET search_path = klantinteracties;
SELECT maak_register('ki');
\ir tekst.sql
CREATE SCHEMA bron;
SELECT GREATEST(1000, (:basis + :nieuw) / 5) AS partijen \gset

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
  FROM generate_series(1::bigint, :basis + :nieuw) AS i;

-- The same as rows of the register's tables, with the columns that a register fills in: bare tables do not.
CREATE TABLE bron.klantcontact AS
SELECT contact, id, contact AS nummer, kanaal_code, onderwerp, inhoud, 'ja'::ja_of_leeg AS indicatie_contact_gelukt, 'nld' AS taal_code,
       ''::ja_of_leeg AS vertrouwelijk, plaatsgevonden_op, plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact;
CREATE TABLE bron.betrokkene AS
SELECT contact, betrokkene AS id, id AS had_klantcontact, partij AS was_partij, 'klant'::klantcontactrol AS rol, contact % 3 > 0 AS initiator,
       achternaam AS contactnaam_achternaam, plaatsgevonden_op, kanaal_code, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact
 UNION ALL
SELECT contact, public.sleutel(5, contact), id, vertegenwoordiger, 'vertegenwoordiger', false, NULL, plaatsgevonden_op, kanaal_code, '',
       plaatsgevonden_op, 'bench'
  FROM bron.contact WHERE vertegenwoordiger IS NOT NULL
 ORDER BY contact;
CREATE TABLE bron.actor_klantcontact AS
SELECT contact, public.sleutel(6, contact) AS id, id AS klantcontact_id, actor AS actor_id, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact
 UNION ALL
SELECT contact, public.sleutel(7, contact), id, tweede_actor, '', plaatsgevonden_op, 'bench' FROM bron.contact WHERE tweede_actor IS NOT NULL
 ORDER BY contact;
CREATE TABLE bron.bijlage AS
SELECT contact, public.sleutel(8, contact) AS id, id AS was_bijlage_van_klantcontact, '3' AS bijlageidentificator_objecttype_code,
       '4' AS bijlageidentificator_soort_object_id_code, document AS bijlageidentificator_object_id,
       '7' AS bijlageidentificator_register_code, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact WHERE document IS NOT NULL ORDER BY contact;
CREATE TABLE bron.interne_taak AS
SELECT contact, public.sleutel(9, contact) AS id, contact AS nummer, 'Terugbellen' AS gevraagde_handeling, plaatsgevonden_op AS toegewezen_op,
       id AS aanleidinggevend_klantcontact, taak_voor AS toegewezen_aan_actor, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact WHERE taak_voor IS NOT NULL ORDER BY contact;
CREATE TABLE bron.onderwerpobject AS
SELECT contact, public.sleutel(10, contact) AS id, id AS was_onderwerp_van_klantcontact, '12' AS onderwerpobjectidentificator_objecttype_code,
       '12' AS onderwerpobjectidentificator_soort_object_id_code, zaak AS onderwerpobjectidentificator_object_id,
       '6' AS onderwerpobjectidentificator_register_code, plaatsgevonden_op, kanaal_code, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact WHERE zaak IS NOT NULL ORDER BY contact;
CREATE TABLE bron.digitaal_adres AS
SELECT contact, public.sleutel(11, contact) AS id, '1' AS soort_digitaal_adres_code, telefoonnummer AS adres,
       betrokkene AS verstrekt_door_betrokkene, ''::ja_of_leeg AS vertrouwelijk,
       plaatsgevonden_op AS geregistreerd_op, 'bench' AS geregistreerd_door
  FROM bron.contact WHERE telefoonnummer IS NOT NULL ORDER BY contact;

-- The first contacts go to the register, as a restore would load them; the others wait.
SET session_replication_role = replica;
INSERT INTO ki.actor (id, naam, soort_actor, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(4, i), 'Actor ' || i, 'medewerker', '2015-01-01', 'bench' FROM generate_series(1, 530) AS i;
INSERT INTO ki.partij (id, nummer, soort_partij, contactnaam_achternaam, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(1, i), i, 'persoon', 'Achternaam ' || i, '2015-01-01', 'bench' FROM generate_series(1, :partijen + 101) AS i;
INSERT INTO ki.partij_identificator (identificeerde_partij, soort_partij, partij_identificator_objecttype_code,
    partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code, geregistreerd_op,
    geregistreerd_door)
SELECT id, 'persoon', '1', '1', public.bsn(nummer), '1', '2015-01-01', 'bench' FROM ki.partij;
INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel, geverifieerd_op, geregistreerd_op, geregistreerd_door)
SELECT id, 'registratie', 'zelf', 'DigiD', '2015-01-01', '2015-01-01', 'bench' FROM ki.partij;

-- The columns of a table in bron, but for the number of the contact.
CREATE FUNCTION bron.kolommen(tabel text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = ('bron.' || tabel)::regclass AND attnum > 1
$$;
-- The tables, in the order in which a klantcontact is written, and the statement that writes the contacts of a range to one.
CREATE FUNCTION bron.opdrachten(van bigint, tot bigint) RETURNS TABLE (tabel text, kies text, schrijf text) LANGUAGE sql STABLE AS $$
    SELECT t, k, format('INSERT INTO ki.%I (%s) %s', t, bron.kolommen(t), k)
      FROM unnest('{klantcontact,betrokkene,actor_klantcontact,bijlage,interne_taak,onderwerpobject,digitaal_adres}'::text[])
           WITH ORDINALITY u (t, volgorde),
           LATERAL (SELECT format('SELECT %s FROM bron.%I WHERE contact BETWEEN %s AND %s', bron.kolommen(t), t, van, tot)) v (k)
     ORDER BY volgorde
$$;
SELECT schrijf FROM bron.opdrachten(1, :basis) \gexec
SELECT format('CREATE INDEX ON bron.%I (contact)', tabel) FROM bron.opdrachten(0, 0) \gexec
-- Numbers of its own to who names none.
SELECT format('ALTER TABLE ki.%I ALTER nummer RESTART WITH 1000000000', t) FROM unnest('{klantcontact,interne_taak}'::text[]) AS t \gexec
RESET session_replication_role;

-- A contact a transaction, in the server: with the usual parts, or only a klant who is gekend and an actor.
CREATE PROCEDURE bron.schrijf(van bigint, tot bigint, alleen_kern boolean) LANGUAGE plpgsql AS $$
DECLARE
    c bron.contact;
    kc uuid;
    bb uuid;
BEGIN
    FOR c IN SELECT * FROM bron.contact WHERE contact BETWEEN van AND tot ORDER BY contact LOOP
        IF alleen_kern AND c.partij IS NULL THEN
            c.partij := '00000001-0000-7000-8000-000000000001';
            c.achternaam := NULL;
        END IF;
        INSERT INTO ki.klantcontact (kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, taal_code, plaatsgevonden_op,
                                     geregistreerd_op, geregistreerd_door)
        VALUES (c.kanaal_code, c.onderwerp, c.inhoud, 'ja', 'nld', c.plaatsgevonden_op, c.plaatsgevonden_op, 'bench') RETURNING id INTO kc;
        INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol, initiator, contactnaam_achternaam, plaatsgevonden_op, kanaal_code,
                                   vertrouwelijk, geregistreerd_op, geregistreerd_door)
        VALUES (kc, c.partij, 'klant', true, c.achternaam, c.plaatsgevonden_op, c.kanaal_code, '', c.plaatsgevonden_op, 'bench')
        RETURNING id INTO bb;
        INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk, geregistreerd_op, geregistreerd_door)
        VALUES (kc, c.actor, '', c.plaatsgevonden_op, 'bench');
        IF NOT alleen_kern THEN
            IF c.vertegenwoordiger IS NOT NULL THEN
                INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol, plaatsgevonden_op, kanaal_code, vertrouwelijk,
                                           geregistreerd_op, geregistreerd_door)
                VALUES (kc, c.vertegenwoordiger, 'vertegenwoordiger', c.plaatsgevonden_op, c.kanaal_code, '', c.plaatsgevonden_op, 'bench');
            END IF;
            IF c.tweede_actor IS NOT NULL THEN
                INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk, geregistreerd_op, geregistreerd_door)
                VALUES (kc, c.tweede_actor, '', c.plaatsgevonden_op, 'bench');
            END IF;
            IF c.document IS NOT NULL THEN
                INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
                    bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code,
                    vertrouwelijk, geregistreerd_op, geregistreerd_door)
                VALUES (kc, '3', '4', c.document, '7', '', c.plaatsgevonden_op, 'bench');
            END IF;
            IF c.taak_voor IS NOT NULL THEN
                INSERT INTO ki.interne_taak (gevraagde_handeling, toegewezen_op, aanleidinggevend_klantcontact, toegewezen_aan_actor,
                    vertrouwelijk, geregistreerd_op, geregistreerd_door)
                VALUES ('Terugbellen', c.plaatsgevonden_op, kc, c.taak_voor, '', c.plaatsgevonden_op, 'bench');
            END IF;
            IF c.zaak IS NOT NULL THEN
                INSERT INTO ki.onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                    onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                    onderwerpobjectidentificator_register_code, plaatsgevonden_op, kanaal_code, vertrouwelijk, geregistreerd_op,
                    geregistreerd_door)
                VALUES (kc, '12', '12', c.zaak, '6', c.plaatsgevonden_op, c.kanaal_code, '', c.plaatsgevonden_op, 'bench');
            END IF;
            IF c.telefoonnummer IS NOT NULL THEN
                INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene, geregistreerd_op, geregistreerd_door)
                VALUES ('1', c.telefoonnummer, bb, c.plaatsgevonden_op, 'bench');
            END IF;
        END IF;
        COMMIT;
    END LOOP;
END
$$;
