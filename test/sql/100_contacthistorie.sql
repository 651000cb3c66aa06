-- contacthistorie(): which contacts, in which order, page by page, for whom.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT klantinteracties.maak_register('historie');
SET search_path = historie;

-- Keys that can be read: the first digit says the table, the last are the number.
CREATE FUNCTION pg_temp.p(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('10000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.k(nr integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT ('20000000-0000-7000-8000-' || lpad(nr::text, 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.nr(id uuid) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT right(id::text, 12)::integer $$;

CREATE FUNCTION pg_temp.partij(nr integer, soort text, werkte_voor integer DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO partij (id, nummer, soort_partij, naam, contactnaam_achternaam, werkte_voor_partij)
    VALUES (pg_temp.p(nr), nr, soort, CASE soort WHEN 'organisatie' THEN 'Organisatie ' || nr END,
            CASE soort WHEN 'organisatie' THEN NULL ELSE 'Mens ' || nr END, pg_temp.p(werkte_voor));
    INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (pg_temp.p(nr), 'partij ' || nr);
    INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (pg_temp.p(nr), 'registratie', 'zelf', 'balie');
END $$;

-- A contact with betrokkenen, written as partij:rol or partij:rol:initiator.
CREATE FUNCTION pg_temp.contact(nr integer, op timestamptz, kanaal text, VARIADIC betrokkenen text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO klantcontact (id, nummer, kanaal_code, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (pg_temp.k(nr), nr, kanaal, 'onderwerp ' || nr, 'inhoud ' || nr, op);
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT pg_temp.k(nr), id FROM actor;
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol, initiator)
    SELECT pg_temp.k(nr), pg_temp.p(split_part(b, ':', 1)::integer), split_part(b, ':', 2), split_part(b, ':', 3) = 'initiator'
      FROM unnest(betrokkenen) AS b;
END $$;

INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');

-- W-35: Henk as a person (813272), as contactpersoon of Graafmachine Verhuur (267890) and of the zaalvoetbalvereniging (569842).
-- 700 represented 1 and 2; 900 is a bureau that represented 1 and has contactpersoon 901.
BEGIN;
SELECT count(pg_temp.partij(nr, 'persoon')) AS personen FROM unnest(ARRAY[1, 2, 700, 813272]) AS nr;
SELECT count(pg_temp.partij(nr, 'organisatie')) AS organisaties FROM unnest(ARRAY[900, 267890, 569842]) AS nr;
SELECT pg_temp.partij(918286, 'contactpersoon', 267890), pg_temp.partij(127735, 'contactpersoon', 569842),
       pg_temp.partij(918287, 'contactpersoon', 267890), pg_temp.partij(901, 'contactpersoon', 900);
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij)
VALUES (pg_temp.p(700), pg_temp.p(1)), (pg_temp.p(700), pg_temp.p(2)), (pg_temp.p(900), pg_temp.p(1));
COMMIT;

BEGIN;
SELECT pg_temp.contact(1, '2026-01-05 09:00+01', 'telefoon', '813272:klant:initiator'),
       pg_temp.contact(2, '2026-01-06 09:00+01', 'e-mail', '918286:klant'),
       pg_temp.contact(3, '2026-01-07 09:00+01', 'telefoon', '127735:klant:initiator'),
       -- both contactpersonen of Graafmachine, and one together with Graafmachine itself
       pg_temp.contact(4, '2026-01-08 09:00+01', 'balie', '918286:vertegenwoordiger:initiator', '918287:klant'),
       pg_temp.contact(5, '2026-01-09 09:00+01', 'balie', '918286:vertegenwoordiger:initiator', '267890:klant:initiator');
COMMIT;

\pset null '-'
SELECT pg_temp.nr(klantcontact) AS kc, nummer, plaatsgevonden_op, kanaal_code, onderwerp, inhoud, indicatie_contact_gelukt AS gelukt,
       vertrouwelijk, via, pg_temp.nr(was_partij) AS was_partij, rol, initiator, initiatiefnemer
  FROM klantinteracties.contacthistorie(pg_temp.p(267890));
SELECT pg_temp.nr(klantcontact) AS kc, via, initiatiefnemer FROM klantinteracties.contacthistorie(pg_temp.p(813272));
SELECT pg_temp.nr(klantcontact) AS kc, via, initiatiefnemer FROM klantinteracties.contacthistorie(pg_temp.p(569842));
SELECT pg_temp.nr(klantcontact) AS kc, via, initiatiefnemer FROM klantinteracties.contacthistorie(pg_temp.p(918286));

-- Represented: only what the representative did as vertegenwoordiger, and not what names another klant.
BEGIN;
SELECT pg_temp.contact(11, '2026-02-01 09:00+01', 'telefoon', '700:vertegenwoordiger:initiator'),
       pg_temp.contact(12, '2026-02-02 09:00+01', 'telefoon', '700:vertegenwoordiger', '2:klant'),
       pg_temp.contact(13, '2026-02-03 09:00+01', 'telefoon', '700:klant'),
       pg_temp.contact(14, '2026-02-04 09:00+01', 'telefoon', '700:vertegenwoordiger', '1:klant'),
       pg_temp.contact(15, '2026-02-05 09:00+01', 'telefoon', '901:vertegenwoordiger');
COMMIT;
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij FROM klantinteracties.contacthistorie(pg_temp.p(1));
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij FROM klantinteracties.contacthistorie(pg_temp.p(2));
SELECT pg_temp.nr(klantcontact) AS kc, via, pg_temp.nr(was_partij) AS was_partij FROM klantinteracties.contacthistorie(pg_temp.p(900));

-- The view holds the same rows for every partij.
SELECT p.nummer, count(v) AS in_view, count(h) AS in_historie
  FROM partij p
  LEFT JOIN (partij_klantcontact v FULL JOIN
             (SELECT p.id AS partij, h.* FROM partij p, klantinteracties.contacthistorie(p.id) h) h
             USING (partij, klantcontact, plaatsgevonden_op, kanaal_code, vertrouwelijk, via, was_partij, rol, initiator))
    ON partij = p.id
 GROUP BY p.nummer HAVING count(v) > 0 OR count(h) > 0 ORDER BY 1;
SELECT partij, klantcontact FROM partij_klantcontact GROUP BY 1, 2 HAVING count(*) > 1;

-- Filters: van counts, tot does not.
SELECT pg_temp.nr(klantcontact) AS kc
  FROM klantinteracties.contacthistorie(pg_temp.p(267890), van => '2026-01-06 09:00+01', tot => '2026-01-09 09:00+01');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(267890), kanaal => 'e-mail');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(267890), kanaal => 'fax');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(267890), van => 'infinity');
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(267890), tot => '-infinity');
-- With both, the page begins at the earlier of the two.
SELECT pg_temp.nr(klantcontact) AS kc
  FROM klantinteracties.contacthistorie(pg_temp.p(267890), tot => '2026-01-09 09:00+01', na => pg_temp.k(5));
SELECT pg_temp.nr(klantcontact) AS kc
  FROM klantinteracties.contacthistorie(pg_temp.p(267890), tot => '2026-01-09 09:00+01', na => pg_temp.k(4));
SELECT pg_temp.nr(klantcontact) AS kc
  FROM klantinteracties.contacthistorie(pg_temp.p(267890), tot => '2026-01-08 09:00+01', na => pg_temp.k(5));

-- Pages: 60 contacts of one partij, in threes at the same moment; while the reader turns pages, newer ones come in.
BEGIN;
SELECT count(pg_temp.contact(100 + i, timestamptz '2026-03-01 00:00+01' + i / 3 * interval '1 hour', 'chat', '2:klant', '1:klant')) AS n
  FROM generate_series(1, 60) AS i;
COMMIT;
CREATE TEMPORARY TABLE gelezen (volgnr integer GENERATED ALWAYS AS IDENTITY, kc uuid, op timestamptz);
CREATE TEMPORARY TABLE vooraf AS
SELECT had_klantcontact AS kc, plaatsgevonden_op AS op FROM betrokkene WHERE was_partij = pg_temp.p(2);
DO $$
DECLARE
    na uuid;
    n integer;
BEGIN
    FOR pagina IN 1 .. 100 LOOP
        INSERT INTO gelezen (kc, op)
        SELECT klantcontact, plaatsgevonden_op
          FROM klantinteracties.contacthistorie(pg_temp.p(2), kanaal => 'chat', aantal => 7, na => na) WITH ORDINALITY
         ORDER BY ordinality;
        GET DIAGNOSTICS n = ROW_COUNT;
        EXIT WHEN n = 0;
        SELECT kc INTO na FROM gelezen ORDER BY volgnr DESC LIMIT 1;
        PERFORM pg_temp.contact(200 + pagina, '2026-04-01 00:00+02', 'chat', '2:klant');
    END LOOP;
END $$;
SELECT count(*) AS gelezen, count(DISTINCT kc) AS verschillend FROM gelezen;
SELECT * FROM vooraf WHERE kc NOT IN (SELECT kc FROM gelezen) AND op >= '2026-03-01 00:00+01';
SELECT bool_and(volgt) AS in_volgorde
  FROM (SELECT (op, kc) < lag((op, kc)) OVER (ORDER BY volgnr) AS volgt FROM gelezen) AS g WHERE volgt IS NOT NULL;
-- A page may end in the middle of a moment.
SELECT pg_temp.nr(klantcontact) AS kc, plaatsgevonden_op
  FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => 2, na => pg_temp.k(160));
SELECT pg_temp.nr(klantcontact) AS kc, plaatsgevonden_op
  FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => 2, na => pg_temp.k(158));
-- Twenty unless told otherwise; null is all.
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(1));
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => NULL);
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => 2147483647);

-- Errors.
SELECT * FROM klantinteracties.contacthistorie(NULL);
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => 0);
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => -1);
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), na => pg_temp.k(999));
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), register => 'nergens');
\set VERBOSITY sqlstate
SELECT * FROM klantinteracties.contacthistorie(NULL);
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), aantal => 0);
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), na => pg_temp.k(999));
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1), register => 'nergens');
\set VERBOSITY default
-- A partij that does not exist has no history.
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(5));
SET search_path = '';
SELECT * FROM klantinteracties.contacthistorie(pg_temp.p(1));
-- An empty search_path is no matter when the register is named.
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
-- Nor is one in which other operators come first.
CREATE SCHEMA kaper;
CREATE FUNCTION kaper.nooit(uuid, uuid) RETURNS boolean LANGUAGE sql AS 'SELECT false';
CREATE OPERATOR kaper.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = kaper.nooit);
SET search_path = kaper, pg_catalog;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
RESET search_path;
DROP SCHEMA kaper CASCADE;

-- Two registers in one session, and a register that gets another name, or is made again.
SELECT klantinteracties.maak_register('historie_2');
SELECT count(*) AS een, (SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie_2')) AS twee
  FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
ALTER SCHEMA historie RENAME TO historie_oud;
ALTER SCHEMA historie_2 RENAME TO historie;
SELECT count(*) AS oud, (SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie')) AS nieuw
  FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie_oud');
DROP SCHEMA historie CASCADE;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
SELECT klantinteracties.maak_register('historie');
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
DROP SCHEMA historie CASCADE;
ALTER SCHEMA historie_oud RENAME TO historie;
SET search_path = historie;

-- The caller's privileges and policies hold, also right after another role asked with the same plan.
CREATE ROLE regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
RESET ROLE;
GRANT USAGE ON SCHEMA historie TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
RESET ROLE;
GRANT SELECT ON betrokkene, partij, vertegenwoordiging TO regress_ki_lezer;
GRANT SELECT (id, nummer, kanaal_code, onderwerp, plaatsgevonden_op, indicatie_contact_gelukt, vertrouwelijk) ON klantcontact TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2));
RESET ROLE;
GRANT SELECT (inhoud) ON klantcontact TO regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2));
RESET ROLE;
REVOKE USAGE ON SCHEMA historie FROM regress_ki_lezer;
SET ROLE regress_ki_lezer;
SELECT count(*) FROM klantinteracties.contacthistorie(pg_temp.p(2), register => 'historie');
RESET ROLE;
GRANT USAGE ON SCHEMA historie TO regress_ki_lezer;
-- A policy on klantcontact alone leaves pages full, and na takes only what the reader may see.
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY even ON klantcontact AS RESTRICTIVE FOR SELECT TO regress_ki_lezer USING (nummer % 2 = 0);
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(2), aantal => 3, na => pg_temp.k(160));
SET ROLE regress_ki_lezer;
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(2), aantal => 3, na => pg_temp.k(160));
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(2), aantal => 3, na => pg_temp.k(159));
SELECT count(*) FILTER (WHERE nummer % 2 = 1) AS oneven, count(*) > 0 AS iets
  FROM klantinteracties.contacthistorie(pg_temp.p(2), aantal => NULL);
RESET ROLE;
SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(2), aantal => 3, na => pg_temp.k(160));
DROP POLICY even ON klantcontact;
ALTER TABLE klantcontact DISABLE ROW LEVEL SECURITY;

-- A read-only transaction will do; with a cursor too.
BEGIN READ ONLY;
DECLARE lezer CURSOR FOR SELECT pg_temp.nr(klantcontact) AS kc FROM klantinteracties.contacthistorie(pg_temp.p(267890));
FETCH 2 FROM lezer;
ROLLBACK;

DROP SCHEMA historie CASCADE;
DROP ROLE regress_ki_lezer;
