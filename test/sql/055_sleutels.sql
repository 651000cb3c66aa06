-- A row keeps its key, and a partij stays: nothing can come in its place under the same key in one statement, before the
-- foreign keys are checked.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS klantinteracties;
SELECT klantinteracties.maak_register('sleutels');
SET search_path = sleutels;
SELECT klantinteracties.stel_regel_in('partij_is_geverifieerd', 'eis_verificatie', 'off'),
       klantinteracties.stel_regel_in('partij_heeft_identificator', 'eis_partij_identificator', 'off');

INSERT INTO partij (id, soort_partij, naam, is_gemeente) VALUES
    ('00000000-0000-7000-8000-000000000001', 'organisatie', 'Bakkerij', ''),
    ('00000000-0000-7000-8000-000000000002', 'organisatie', 'Gemeente', 'ja'),
    ('00000000-0000-7000-8000-000000000003', 'organisatie', 'Garage', '');
INSERT INTO partij (id, soort_partij, contactnaam_achternaam, werkte_voor_partij) VALUES
    ('00000000-0000-7000-8000-000000000004', 'contactpersoon', 'Jansen', '00000000-0000-7000-8000-000000000003');
INSERT INTO actor (id, naam, soort_actor) VALUES ('00000000-0000-7000-8000-0000000000a1', 'Balie', 'organisatorische_eenheid');
BEGIN;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES
    ('00000000-0000-7000-8000-0000000000c1', 1, 'vraag', 'antwoord', '2024-05-01 10:00+02'),
    ('00000000-0000-7000-8000-0000000000c2', 2, 'vraag', 'antwoord', '2024-05-01 10:00+02');
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES
    ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-000000000001', 'klant'),
    ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-000000000004', 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    SELECT id, '00000000-0000-7000-8000-0000000000a1' FROM klantcontact;
COMMIT;

-- No reference would dangle if two partijen traded keys.
UPDATE partij SET id = CASE nummer WHEN 1 THEN '00000000-0000-7000-8000-000000000009'::uuid
                                   WHEN 2 THEN '00000000-0000-7000-8000-000000000001' ELSE id END, nummer = nummer + 10;
UPDATE kanaal SET code = 'bel' WHERE code = 'telefoon';
UPDATE actor SET id = '00000000-0000-7000-8000-0000000000a2';
UPDATE partij SET id = id, naam = 'Bakkerij Vos' WHERE nummer = 1;

-- The only betrokkene of 1 is replaced by the gemeente, that of 2 by somebody who worked for it, or whom he worked for.
WITH weg AS (DELETE FROM partij WHERE nummer = 1 RETURNING id)
INSERT INTO partij (id, soort_partij, naam, is_gemeente) SELECT id, 'organisatie', 'Gemeente', 'ja' FROM weg;
WITH weg AS (DELETE FROM partij WHERE nummer = 4 RETURNING id)
INSERT INTO partij (id, soort_partij, contactnaam_achternaam, werkte_voor_partij)
    SELECT id, 'contactpersoon', 'Pietersen', '00000000-0000-7000-8000-000000000002' FROM weg;
WITH weg AS (DELETE FROM partij WHERE nummer = 3 RETURNING id)
INSERT INTO partij (id, soort_partij, naam, is_gemeente) SELECT id, 'organisatie', 'Gemeente', 'ja' FROM weg;
-- by another organisatie
WITH weg AS (DELETE FROM partij WHERE nummer = 1 RETURNING id)
INSERT INTO partij (id, soort_partij, naam) SELECT id, 'organisatie', 'Bakkerij De Haas' FROM weg;
SELECT b.had_klantcontact, p.naam, p.is_gemeente FROM betrokkene b JOIN partij p ON p.id = b.was_partij ORDER BY 1;

-- The gemeente, and who worked for it, can be registered, also together with a klantcontact.
BEGIN;
INSERT INTO partij (id, soort_partij, contactnaam_achternaam, werkte_voor_partij) VALUES
    ('00000000-0000-7000-8000-000000000006', 'contactpersoon', 'De Wit', '00000000-0000-7000-8000-000000000002');
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES
    ('00000000-0000-7000-8000-0000000000c3', 3, 'vraag', 'antwoord', '2024-05-01 10:00+02');
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES
    ('00000000-0000-7000-8000-0000000000c3', '00000000-0000-7000-8000-000000000006', 'klant'),
    ('00000000-0000-7000-8000-0000000000c3', '00000000-0000-7000-8000-000000000003', 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    VALUES ('00000000-0000-7000-8000-0000000000c3', '00000000-0000-7000-8000-0000000000a1');
COMMIT;

DROP SCHEMA sleutels CASCADE;
