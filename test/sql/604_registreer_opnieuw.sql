-- A klantcontact that comes again, with the same id: once registered, and the same answer.
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\i :fixture
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'

CREATE FUNCTION proef.k1(anders jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9001, "indicatieContactGelukt": "ja", "codeTaal": "nld",
        "hadBetrokkenen": [{"rol": "klant", "wasPartij": "b0000000-0000-4000-8000-000000000001"},
                           {"rol": "klant", "contactnaam": {"voornaam": "Karel"}, "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "0612345678"}]}],
        "leiddeTotInterneTaken": [{"id": "d0000000-0000-4000-8000-000000000001", "gevraagdeHandeling": "Terugbellen", "toegewezenAanActor": "a0000000-0000-4000-8000-000000000002"}]}'
        || anders)
$$;
SELECT klantinteracties.registreer_klantcontact(proef.k1());
CREATE TEMPORARY TABLE eerst AS SELECT proef.aantal() AS rijen;
SELECT klantinteracties.registreer_klantcontact(proef.k1());
-- Another spelling, other references to the same, and what the register replaces anyway, are the same content.
SELECT klantinteracties.registreer_klantcontact(proef.k1('{"geregistreerdOp": "2001-01-01T00:00:00Z", "plaatsgevondenOp": "2023-03-01T09:00:00Z", "codeTaal": "dut", "indicatieContactGelukt": true,
    "vertrouwelijk": "nee", "hadBetrokkenActoren": [{"naam": "Nicole van Dijk"}],
    "hadBetrokkenen": [{"rol": "Klant", "initiator": false, "wasPartij": 123454321},
                       {"rol": "klant", "contactnaam": {"voornaam": "Karel"}, "digitaleAdressen": [{"codeSoortDigitaalAdres": "telefoonnummer", "adres": "0612345678"}]}]}'));
-- Anything else is other content: each of these is refused.
SELECT anders, u.* FROM unnest(ARRAY[
    '{"onderwerp": "Anders"}', '{"inhoud": "Anders"}', '{"inhoud": null}', '{"nummer": 9002}', '{"nummer": "weg"}', '{"vertrouwelijk": "ja"}', '{"plaatsgevondenOp": "2023-03-01T10:00:01+01:00"}',
    '{"hadBetrokkenActoren": [{"naam": "Afdeling vergunningen"}]}', '{"hadBetrokkenActoren": []}', '{"todo": "Vraag en antwoord"}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}, {"rol": "klant", "contactnaam": {"achternaam": "Karel"}, "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "0612345678"}]}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321, "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "0612345678"}]}, {"rol": "klant", "contactnaam": {"voornaam": "Karel"}}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "initiator": true, "wasPartij": 123454321}, {"rol": "klant", "contactnaam": {"voornaam": "Karel"}, "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "0612345678"}]}]}'
]) WITH ORDINALITY v (anders, nr), LATERAL proef.uitkomst('registreer_klantcontact', proef.k1(anders::jsonb)) u ORDER BY nr;
SELECT proef.aantal() = rijen AS niets_erbij FROM eerst;

-- What was corrected, added or settled since is not what was sent.
SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"inhoud": "Gecorrigeerd"}', 'verkeerd genoteerd', 'ki');
SELECT klantinteracties.corrigeer('betrokkene', id, '{"contactnaam_voornaam": "Carel"}', 'verkeerd gespeld', 'ki') IS NOT NULL FROM betrokkene WHERE contactnaam_voornaam = 'Karel';
SELECT klantinteracties.markeer_verwerkt(proef.id('T1'), NULL, 'ki');
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES ('Nog eens', proef.id('K1'), proef.id('A1'));
SELECT klantinteracties.registreer_klantcontact(proef.k1());
SELECT staat, regel FROM proef.uitkomst('registreer_klantcontact', proef.k1('{"inhoud": "Gecorrigeerd"}'));
SELECT inhoud FROM klantcontact WHERE id = proef.id('K1');
-- The memory of it is no subject of a correction, nor of anything else.
SELECT klantinteracties.corrigeer('klantcontact', proef.id('K1'), '{"vingerafdruk": null}', 'weg ermee', 'ki');
UPDATE klantcontact SET vingerafdruk = NULL WHERE id = proef.id('K1');

-- It is the same for who may see none of it; and for who may not register it is refused as it always is.
CREATE ROLE regress_ki_blind;
GRANT USAGE ON SCHEMA ki, proef TO regress_ki_blind;
SET ROLE regress_ki_blind;
SELECT klantinteracties.registreer_klantcontact(proef.k1(), 'ki');
RESET ROLE;
GRANT INSERT ON klantcontact, betrokkene, actor_klantcontact, digitaal_adres, interne_taak TO regress_ki_blind;
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY alleen_schrijven ON klantcontact FOR INSERT TO regress_ki_blind WITH CHECK (true);
SET ROLE regress_ki_blind;
SELECT klantinteracties.registreer_klantcontact(proef.k1(), 'ki');
SELECT klantinteracties.registreer_klantcontact(proef.k1('{"inhoud": "Anders"}'), 'ki');
SELECT klantinteracties.registreer_klantcontact(proef.k1('{"id": "c0000000-0000-4000-8000-000000000002", "nummer": 9002, "leiddeTotInterneTaken": [{"gevraagdeHandeling": "x", "toegewezenAanActor": "a0000000-0000-4000-8000-000000000002"}]}'), 'ki');
RESET ROLE;

-- Twice in one transaction, and after an error.
BEGIN;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000003", "nummer": 9003}'));
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000003", "nummer": 9003}'));
SELECT id, klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000004", "nummer": 9004}')) FROM generate_series(1, 2) id;
SAVEPOINT s;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000005", "nummer": 9005}'));
ROLLBACK TO s;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000005", "nummer": 9006}'));
COMMIT;
SELECT nummer FROM klantcontact ORDER BY nummer;

-- An id of a row that came otherwise, and another key than the id.
BEGIN;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
VALUES (proef.id('K7'), 9007, 'Afvalinzameling rond kerst', 'Vraag en antwoord', '2023-03-01T10:00:00+01:00');
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (proef.id('K7'), proef.id('P1'), 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (proef.id('K7'), proef.id('A1'));
COMMIT;
SELECT staat, regel FROM proef.uitkomst('registreer_klantcontact', proef.contact('{"id": "c0000000-0000-4000-8000-000000000007", "nummer": 9007}'));
SELECT staat, regel FROM proef.uitkomst('registreer_klantcontact', proef.contact('{"id": "c0000000-0000-4000-8000-000000000008", "nummer": 9007}'));

-- An answer comes again, though its interne taak is verwerkt by then; to another taak, or none, it is another klantcontact.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9009,
    "leiddeTotInterneTaken": [{"id": "d0000000-0000-4000-8000-000000000002", "gevraagdeHandeling": "Terugbellen", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}}]}')) IS NOT NULL;
SELECT klantinteracties.registreer_antwoord(proef.id('T2'), proef.contact('{"id": "c0000000-0000-4000-8000-000000000010", "nummer": 9010, "hadBetrokkenen": "weg"}'));
SELECT klantinteracties.registreer_antwoord(proef.id('T2'), proef.contact('{"id": "c0000000-0000-4000-8000-000000000010", "nummer": 9010, "hadBetrokkenen": "weg"}'));
SELECT klantinteracties.registreer_antwoord(proef.id('T1'), proef.contact('{"id": "c0000000-0000-4000-8000-000000000010", "nummer": 9010, "hadBetrokkenen": "weg"}'));
SELECT staat, regel FROM proef.uitkomst('registreer_klantcontact', proef.contact('{"id": "c0000000-0000-4000-8000-000000000010", "nummer": 9010, "hadBetrokkenen": "weg"}'));

-- What a klantcontact was sent as says nobody but what it was sent to: a copy of it makes another klantcontact no repetition.
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, vingerafdruk)
SELECT 'c0000000-0000-4000-8000-000000000077', 'x', 'x', now(), vingerafdruk FROM klantcontact WHERE vingerafdruk IS NOT NULL LIMIT 1
RETURNING vingerafdruk;
ROLLBACK;

-- A partij that comes again is refused by the key that is taken, and nothing of it is registered twice.
CREATE FUNCTION proef.persoon(anders jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT '{"id": "b0000000-0000-4000-8000-000000000020", "nummer": 9020, "soortPartij": "persoon",
        "partijIdentificatoren": [{"partijIdentificator": {"codeObjecttype": "1", "codeSoortObjectId": "1", "objectId": "111222333", "codeRegister": "1"}}],
        "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "DigiD"}}'::jsonb || anders
$$;
SELECT klantinteracties.registreer_partij(proef.persoon());
UPDATE eerst SET rijen = proef.aantal();
SELECT staat, regel FROM proef.uitkomst('registreer_partij', proef.persoon());
SELECT staat, regel FROM proef.uitkomst('registreer_partij', proef.persoon() - 'nummer');
SELECT staat, regel FROM proef.uitkomst('registreer_partij', proef.persoon() - 'id' - 'nummer');
SELECT proef.aantal() = rijen FROM eerst;
SELECT partij FROM klantinteracties.zoek_partij('bsn', '111222333');

-- Destroyed is destroyed: then it is new.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000003", "nummer": 9003}'));
SELECT count(*) > 0 FROM klantinteracties.vernietig_klantcontacten(klantcontacten => ARRAY[proef.id('K3')], proef => false, grondslag => 'selectielijst', register => 'ki');
SELECT count(*) FROM klantcontact WHERE id = proef.id('K3');
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000003", "nummer": 9003}'));
SELECT * FROM klantinteracties.controleer_register('ki');

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
DROP ROLE regress_ki_blind;
