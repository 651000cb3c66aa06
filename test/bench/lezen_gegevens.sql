-- Data for test/bench/lezen: a register "ki" and Open Klant's tables with the same contacts.
--   psql -v contacten=1000000 -v groot=4 -f lezen_gegevens.sql
-- contacten is a multiple of 50,000, and more than groot of them. Each of groot partijen has 50,000 contacts, the others 5 each; contacts
-- come in order of time, and a partij's are spread over all of it. Of each ten small partijen the eighth is an organisatie for which
-- the ninth worked, and the seventh represented the sixth; the others are personen who acted for themselves. One in ten
-- contacts has an interne taak, a zaak and a bijlage. It is loaded without the rules, as a restore would.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SELECT klantinteracties.maak_register('ki');
SET session_replication_role = replica;
SET synchronous_commit = off;

-- Keys that a benchmark can compute at little cost: a table and a number, in decimal digits.
CREATE FUNCTION public.sleutel(tabel integer, nr bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ('0000000' || tabel || '-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
-- Whose contact it is: of every so many, one is of each of the large partijen; the others go round the small ones.
CREATE TABLE public.wie AS
SELECT i AS contact,
       CASE WHEN i % deel < groot THEN i % deel + 1
            ELSE groot + 1 + ((i / deel * (deel - groot) + i % deel - groot) * 7919 % klein) END AS partij
  FROM generate_series(0::bigint, :contacten - 1) AS i,
       (SELECT :contacten::bigint / 50000 AS deel, :groot::bigint AS groot, (:contacten::bigint - :groot * 50000) / 5 AS klein) AS maat;

INSERT INTO ki.actor (id, naam, soort_actor, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(4, i), 'Actor ' || i, 'medewerker', now(), 'bench' FROM generate_series(1, 500) AS i;
INSERT INTO ki.partij (id, nummer, soort_partij, naam, contactnaam_achternaam, werkte_voor_partij, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(1, partij), partij, soort, CASE soort WHEN 'organisatie' THEN 'Organisatie ' || partij END,
       CASE WHEN soort <> 'organisatie' THEN 'Achternaam ' || partij END,
       CASE soort WHEN 'contactpersoon' THEN public.sleutel(1, partij - 1) END, now(), 'bench'
  FROM (SELECT DISTINCT partij, CASE WHEN partij > :groot AND partij % 10 = 8 THEN 'organisatie'
                                     WHEN partij > :groot AND partij % 10 = 9 THEN 'contactpersoon' ELSE 'persoon' END AS soort
          FROM public.wie) AS p;
INSERT INTO ki.partij_identificator (identificeerde_partij, soort_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
                                     partij_identificator_object_id, partij_identificator_register_code, geregistreerd_op, geregistreerd_door)
SELECT p.id, p.soort_partij, o.code, s.code, lpad(p.nummer::text, 9, '0'), o.extern_register, now(), 'bench'
  FROM ki.partij p
  JOIN ki.soort_object_id s ON s.code = CASE p.soort_partij WHEN 'organisatie' THEN '2' ELSE '1' END
  JOIN ki.soort_object o ON o.code = s.soort_object;
INSERT INTO ki.vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(1, nummer + 1), id, now(), 'bench' FROM ki.partij WHERE nummer > :groot AND nummer % 10 = 6;
INSERT INTO ki.klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, plaatsgevonden_op, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(2, contact), contact, (ARRAY['telefoon', 'e-mail', 'balie', 'chat'])[1 + contact % 4], 'Onderwerp ' || contact % 1000,
       repeat('Wat er gevraagd en geantwoord werd. ', 5), 'ja',
       timestamptz '2020-01-01 00:00+01' + contact * (interval '6 years' / :contacten), now(), 'bench'
  FROM public.wie;
INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol, initiator, plaatsgevonden_op, kanaal_code, vertrouwelijk, geregistreerd_op, geregistreerd_door)
SELECT k.id, public.sleutel(1, w.partij), 'klant', w.contact % 3 > 0, k.plaatsgevonden_op, k.kanaal_code, '', now(), 'bench'
  FROM public.wie w JOIN ki.klantcontact k ON k.nummer = w.contact ORDER BY w.contact;
INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(2, contact), public.sleutel(4, 1 + contact % 500), '', now(), 'bench' FROM public.wie;
INSERT INTO ki.interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor, toegewezen_op, vertrouwelijk,
                             geregistreerd_op, geregistreerd_door)
SELECT 'Terugbellen', public.sleutel(2, contact), public.sleutel(4, 1 + contact % 500), now(), '', now(), 'bench'
  FROM public.wie WHERE contact % 10 = 0;
INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
                        bijlageidentificator_object_id, bijlageidentificator_register_code, vertrouwelijk, geregistreerd_op, geregistreerd_door)
SELECT public.sleutel(2, contact), '3', '4', 'document-' || contact, '7', '', now(), 'bench' FROM public.wie WHERE contact % 10 = 1;
INSERT INTO ki.onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                                onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                                onderwerpobjectidentificator_register_code, plaatsgevonden_op, vertrouwelijk, geregistreerd_op, geregistreerd_door)
SELECT k.id, '12', '12', 'ZAAK-' || k.nummer / 30, '6', k.plaatsgevonden_op, '', now(), 'bench' FROM ki.klantcontact k WHERE k.nummer % 10 = 2;

-- The same in Open Klant's shape.
\ir openklant.sql
INSERT INTO openklant.klantinteracties_partij (id, uuid, soort_partij, indicatie_actief, voorkeurstaal, interne_notitie)
OVERRIDING SYSTEM VALUE SELECT nummer, id, 'persoon', true, '', '' FROM ki.partij;
INSERT INTO openklant.klantinteracties_partijidentificator (uuid, andere_partij_identificator, partij_identificator_code_objecttype,
    partij_identificator_code_soort_object_id, partij_identificator_object_id, partij_identificator_code_register, partij_id)
SELECT id, '', 'natuurlijk_persoon', 'bsn', lpad(nummer::text, 9, '0'), 'brp', nummer FROM ki.partij;
INSERT INTO openklant.klantinteracties_klantcontact (id, uuid, kanaal, onderwerp, inhoud, indicatie_contact_gelukt, taal, vertrouwelijk,
    plaatsgevonden_op, metadata, reactie, hoofd_onderwerp_type, verdere_actie_ondernomen)
OVERRIDING SYSTEM VALUE
SELECT nummer + 1, id, kanaal_code, onderwerp, inhoud, true, 'nld', false, plaatsgevonden_op, '{}', '', '', false FROM ki.klantcontact ORDER BY nummer;
INSERT INTO openklant.klantinteracties_betrokkene (uuid, rol, initiator, klantcontact_id, partij_id)
SELECT public.sleutel(5, contact), 'klant', contact % 3 > 0, contact + 1, partij FROM public.wie ORDER BY contact;
DROP TABLE public.wie;
VACUUM ANALYZE;
CHECKPOINT;
