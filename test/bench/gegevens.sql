-- Data for test/bench/instructies and test/bench/prestaties: a register "ki" with contacts, and in schema "bron" more contacts, to be
-- written to it.
--   psql -v basis=20000 -v nieuw=20000 -f gegevens.sql
-- With -v sleutels=v4 the keys are random, as those of UUID version 4 are, also of what is written later.
-- Of 20 contacts all have a klant and an actor, 2 a klant who is not gekend, with a name, a phone number and an interne taak; further
-- there are among them 2 with an interne taak, 1 with a vertegenwoordiger, 2 with a second actor, 5 about a zaak and 2 with a
-- bijlage. Some partijen have far more contacts than others: the first thousandth of them has 3 %.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET search_path = klantinteracties;
SELECT maak_register('ki');
CREATE SCHEMA bron;
\ir tekst.sql
\if :{?sleutels}
CREATE OR REPLACE FUNCTION public.sleutel(tabel integer, nr bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT md5(tabel || ' ' || nr)::uuid $$;
\endif
SELECT GREATEST(1000, (:basis + :nieuw) / 5) AS partijen, :basis + 1 AS eerste, :basis + :nieuw AS laatste \gset

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
-- The first contacts go to the register as a restore would load them; the others wait.
SET session_replication_role = replica;
INSERT INTO ki.actor (id, naam, soort_actor)
SELECT public.sleutel(4, i), 'Actor ' || i, 'medewerker' FROM generate_series(1, 530) AS i;
INSERT INTO ki.partij (id, nummer, soort_partij, contactnaam_achternaam)
SELECT public.sleutel(1, i), i, 'persoon', 'Achternaam ' || i FROM generate_series(1, :partijen + 101) AS i;
INSERT INTO ki.partij_identificator (identificeerde_partij, soort_partij, partij_identificator_objecttype_code,
    partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code)
SELECT id, 'persoon', '1', '1', public.bsn(nummer), '1' FROM ki.partij;
INSERT INTO ki.partij_verificatie (partij, handeling, grond, middel, geverifieerd_op)
SELECT id, 'registratie', 'zelf', 'DigiD', '2015-01-01' FROM ki.partij;

\set van 1
\set tot :basis
\ir bron.sql
SELECT schrijf FROM bron.opdrachten(1, :basis) \gexec
RESET session_replication_role;
SELECT format('DROP TABLE bron.%I', tabel) FROM bron.opdrachten(0, 0) UNION ALL VALUES ('DROP TABLE bron.contact') \gexec
\set van :eerste
\set tot :laatste
\ir bron.sql
SELECT format('CREATE INDEX ON bron.%I (contact)', tabel) FROM bron.opdrachten(0, 0) \gexec
-- Numbers of its own to who names none; and random keys, if they are to be.
SELECT format('ALTER TABLE ki.%I ALTER nummer RESTART WITH 1000000000', t) FROM unnest('{klantcontact,interne_taak}'::text[]) AS t \gexec
\if :{?sleutels}
SELECT format('ALTER TABLE ki.%I ALTER id SET DEFAULT gen_random_uuid()', tabel) FROM bron.opdrachten(0, 0) \gexec
\endif

-- A contact a transaction, in the server: with the usual parts, or only a klant who is gekend and an actor. The statements give the parts
-- what they have of the klantcontact, as bare tables need it; or, where there are rules, leave it to them.
CREATE PROCEDURE bron.schrijf(van bigint, tot bigint, alleen_kern boolean, zonder_kopie boolean DEFAULT false) LANGUAGE plpgsql AS $$
DECLARE
    c bron.contact;
    kopie_op timestamptz;
    kopie_kanaal text;
    kc uuid;
    bb uuid;
    een_partij uuid := public.sleutel(1, 1);
BEGIN
    FOR c IN SELECT * FROM bron.contact WHERE contact BETWEEN van AND tot ORDER BY contact LOOP
        IF alleen_kern AND c.partij IS NULL THEN
            c.partij := een_partij;
            c.achternaam := NULL;
        END IF;
        IF NOT zonder_kopie OR current_database() <> 'register' THEN
            kopie_op := c.plaatsgevonden_op;
            kopie_kanaal := c.kanaal_code;
        END IF;
        INSERT INTO ki.klantcontact (kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt, taal_code, plaatsgevonden_op)
        VALUES (c.kanaal_code, c.onderwerp, c.inhoud, 'ja', 'nld', c.plaatsgevonden_op) RETURNING id INTO kc;
        INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol, initiator, contactnaam_achternaam, plaatsgevonden_op, kanaal_code,
                                   vertrouwelijk)
        VALUES (kc, c.partij, 'klant', true, c.achternaam, kopie_op, kopie_kanaal, '')
        RETURNING id INTO bb;
        INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk) VALUES (kc, c.actor, '');
        IF NOT alleen_kern THEN
            IF c.vertegenwoordiger IS NOT NULL THEN
                INSERT INTO ki.betrokkene (had_klantcontact, was_partij, rol, plaatsgevonden_op, kanaal_code, vertrouwelijk)
                VALUES (kc, c.vertegenwoordiger, 'vertegenwoordiger', kopie_op, kopie_kanaal, '');
            END IF;
            IF c.tweede_actor IS NOT NULL THEN
                INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id, vertrouwelijk) VALUES (kc, c.tweede_actor, '');
            END IF;
            IF c.document IS NOT NULL THEN
                INSERT INTO ki.bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
                    bijlageidentificator_soort_object_id_code, bijlageidentificator_object_id, bijlageidentificator_register_code, vertrouwelijk)
                VALUES (kc, '3', '4', c.document, '7', '');
            END IF;
            IF c.taak_voor IS NOT NULL THEN
                INSERT INTO ki.interne_taak (gevraagde_handeling, toegewezen_op, aanleidinggevend_klantcontact, toegewezen_aan_actor, vertrouwelijk)
                VALUES ('Terugbellen', c.plaatsgevonden_op, kc, c.taak_voor, '');
            END IF;
            IF c.zaak IS NOT NULL THEN
                INSERT INTO ki.onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                    onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                    onderwerpobjectidentificator_register_code, plaatsgevonden_op, kanaal_code, vertrouwelijk)
                VALUES (kc, '12', '12', c.zaak, '6', kopie_op, kopie_kanaal, '');
            END IF;
            IF c.telefoonnummer IS NOT NULL THEN
                INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene)
                VALUES ('1', c.telefoonnummer, bb);
            END IF;
        END IF;
        COMMIT;
    END LOOP;
END
$$;
