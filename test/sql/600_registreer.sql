-- A klantcontact with all its parts from JSON, and back.
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\i :fixture
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'

-- All that the exchange model has, in other spellings where there are any. What the register sets itself is taken out of the answer.
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off', 'ki') \g /dev/null
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9001}'));
SELECT jsonb_pretty(klantinteracties.klantcontact_json(klantinteracties.registreer_klantcontact('{
    "id": "c0000000-0000-4000-8000-000000000002", "nummer": 23009182, "codeKanaal": "telefoon", "onderwerp": "Afvalinzameling rond kerst",
    "inhoud": "Vraag en antwoord", "indicatieContactGelukt": "Ja", "codeTaal": "dut", "vertrouwelijk": true,
    "plaatsgevondenOp": "2023-03-01T10:00:00+01:00",
    "hadBetrokkenActoren": ["a0000000-0000-4000-8000-000000000001", {"naam": "Afdeling vergunningen"}, {"naam": "Henk", "soortActor": "Geautomatiseerde actor"}],
    "hadBetrokkenen": [
        {"id": "e0000000-0000-4000-8000-000000000001", "rol": "Klant", "initiator": "Ja", "wasPartij": 123454321,
         "contactnaam": {"voorletters": "P.", "voornaam": "Pieter", "voorvoegselAchternaam": "van", "achternaam": "Dam"},
         "bezoekadres": {"nummeraanduidingid": "0518200000637599"},
         "correspondentieadres": {"adresregel1": "Postbus 1", "adresregel2": "1000 AA Amsterdam", "adresregel3": "Nederland"},
         "digitaleAdressen": [{"id": "10000000-0000-4000-8000-000000000001", "codeSoortDigitaalAdres": "1", "adres": "06-12345678", "omschrijving": "mobiel"},
                              {"id": "10000000-0000-4000-8000-000000000002", "codeSoortDigitaalAdres": "emailadres", "adres": "piet@voorbeeld.nl"}]},
        {"id": "e0000000-0000-4000-8000-000000000002", "rol": "vertegenwoordiger", "initiator": false, "organisatienaam": "Bakkerij"}],
    "omvatteBijlagen": [{"id": "00000000-0000-4000-8000-000000000001",
        "bijlageidentificator": {"codeObjecttype": "3", "codeSoortObjectId": "4", "objectId": "foto", "codeRegister": "7"}}],
    "leiddeTotInterneTaken": [{"id": "d0000000-0000-4000-8000-000000000001", "nummer": 12, "gevraagdeHandeling": "Terugbellen", "toelichting": "Na vijven",
        "status": "te verwerken", "toegewezenOp": "2023-03-01T10:05:00+01:00", "toegewezenAanActor": {"actoridentificator": {"codeSoortObjectId": "106", "objectId": "M-1"}}}],
    "gingOverOnderwerpobjecten": [
        {"id": "00000000-0000-4000-8000-000000000002", "onderwerpWasKlantcontact": {"nummer": 9001}, "ontstaanUitKlantcontact": false},
        {"id": "00000000-0000-4000-8000-000000000003", "ontstaanUitKlantcontact": true,
         "onderwerpobjectidentificator": {"codeObjecttype": "zaak", "codeSoortObjectId": "12", "objectId": "ZAAK-2023-0001", "codeRegister": "6"}},
        {"id": "00000000-0000-4000-8000-000000000004", "onderwerpWasKlanttaak": 77}]
}')) - 'geregistreerdOp') \gset
\echo :jsonb_pretty

-- What was read is what is registered again, by anybody who has it: but for the ids and nummers, which are taken.
CREATE FUNCTION pg_temp.kaal(j jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE jsonb_typeof(j)
           WHEN 'object' THEN (SELECT jsonb_object_agg(key, pg_temp.kaal(value)) FROM jsonb_each(j)
                                WHERE key NOT IN ('geregistreerdOp', 'nummer') AND NOT (key = 'id' AND NOT j ? 'naam'))
           WHEN 'array' THEN (SELECT jsonb_agg(pg_temp.kaal(value) ORDER BY nr) FROM jsonb_array_elements(j) WITH ORDINALITY e (value, nr))
           ELSE j END
$$;
SELECT pg_temp.kaal(klantinteracties.klantcontact_json(klantinteracties.registreer_klantcontact(pg_temp.kaal(:'jsonb_pretty')))) = pg_temp.kaal(:'jsonb_pretty') AS zelfde;

-- The moment of registration is the register's own, and the reply says so.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9006, "geregistreerdOp": "2001-01-01T00:00:00Z"}')) AS id \gset
SELECT geregistreerd_op > '2026-01-01' FROM klantcontact WHERE id = :'id';
-- Nothing but these.
SELECT count(*), min(nummer), max(nummer) FROM klantcontact;
SELECT * FROM klantinteracties.controleer_register('ki');

-- Spellings.
SELECT anders, u.* FROM unnest(ARRAY[
    '{"vertrouwelijk": "JA"}', '{"vertrouwelijk": false}', '{"vertrouwelijk": "nee"}', '{"indicatieContactGelukt": "onbekend"}',
    '{"indicatieContactGelukt": ""}', '{"codeTaal": null}', '{"codeTaal": "fre"}', '{"codeKanaal": {"naam": "E-mail"}}', '{"nummer": "0000000123"}',
    '{"plaatsgevondenOp": "2023-03-01T10:00"}', '{"plaatsgevondenOp": "2023-03-01 10:00:00.123Z"}', '{"plaatsgevondenOp": "2023-03-01T10:00:00+0100"}',
    '{"hadBetrokkenActoren": [{"id": "a0000000-0000-4000-8000-000000000001", "naam": "Nicole van Dijk", "soortActor": "Medewerker"}]}',
    '{"hadBetrokkenen": [{"rol": "Vertegenwoordiger", "wasPartij": {"partijIdentificator": {"codeSoortObjectId": "bsn", "objectId": "999990019"}}}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "initiator": "Nee", "wasPartij": {"uuid": "b0000000-0000-4000-8000-000000000001", "nummer": 123454321}}]}'
]) WITH ORDINALITY v (anders, nr), LATERAL proef.uitkomst('registreer_klantcontact', proef.contact(anders::jsonb)) u ORDER BY nr;

-- What is not the exchange model is refused, with where it is; no part of it is registered.
SELECT anders, u.* FROM unnest(ARRAY[
    -- keys
    '{"onderwerp": "weg"}', '{"plaatsgevondenOp": null}', '{"onderwerpp": "x"}', '{"een \"vreemde\" sleutel": 1}', '{"": 1}',
    '{"codeTaal": "nld", "codetaal": "nld"}', '{"betrokkenen": []}', '{"hadBetrokkenen": [{}]}', '{"hadBetrokkenen": [{"rol": "klant", "wasPartijj": null}]}',
    '{"hadBetrokkenen": [{"rol": "klant"}, {"rol": "klant", "contactnaam": {"naam": "x"}}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "digitaleAdressen": [{"adres": "x"}]}]}', '{"omvatteBijlagen": [{}]}',
    '{"omvatteBijlagen": [{"bijlageidentificator": {"codeObjecttype": "3", "objectId": "x", "codeRegister": "7"}}]}',
    '{"leiddeTotInterneTaken": [{"gevraagdeHandeling": "Terugbellen"}]}',
    -- types
    '{"id": 1}', '{"id": "x"}', '{"nummer": 1.5}', '{"nummer": "1e3"}', '{"nummer": 1e1000}', '{"nummer": true}', '{"onderwerp": 1}', '{"onderwerp": ["x"]}',
    '{"onderwerp": {"x": 1}}', '{"vertrouwelijk": 1}', '{"vertrouwelijk": "misschien"}', '{"plaatsgevondenOp": "gisteren"}', '{"plaatsgevondenOp": "now"}',
    '{"plaatsgevondenOp": "infinity"}', '{"plaatsgevondenOp": "2023-02-30T10:00:00"}', '{"plaatsgevondenOp": "2023-03-01"}',
    '{"plaatsgevondenOp": "01/03/2023 10:00"}', '{"plaatsgevondenOp": 1677661200}', '{"geregistreerdOp": "x"}', '{"codeKanaal": ["telefoon"]}', '{"codeKanaal": {}}',
    '{"hadBetrokkenen": {"rol": "klant"}}', '{"hadBetrokkenen": "klant"}', '{"hadBetrokkenen": [[]]}', '{"hadBetrokkenen": [null]}',
    '{"hadBetrokkenen": [{"rol": "klant", "initiator": "misschien"}]}', '{"hadBetrokkenen": [{"rol": "klant", "bezoekadres": "Dam 1"}]}',
    -- references
    '{"hadBetrokkenActoren": [1]}', '{"hadBetrokkenActoren": [{}]}', '{"hadBetrokkenActoren": [{"soortActor": "medewerker"}]}',
    '{"hadBetrokkenActoren": [{"naam": "Henk"}]}', '{"hadBetrokkenActoren": [{"naam": "Niemand"}]}',
    '{"hadBetrokkenActoren": [{"id": "a0000000-0000-4000-8000-000000000001", "naam": "Henk"}]}', '{"hadBetrokkenActoren": ["a0000000-0000-4000-8000-000000000099"]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 1}]}', '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": {}}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": "b0000000-0000-4000-8000-000000000099"}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": {"uuid": "b0000000-0000-4000-8000-000000000001", "nummer": 9001}}]}',
    '{"gingOverOnderwerpobjecten": [{"onderwerpWasKlantcontact": {"nummer": 99}}]}', '{"gingOverOnderwerpobjecten": [{"onderwerpWasInterneTaak": 99}]}',
    '{"codeKanaal": {"naam": "Postduif"}}',
    -- rules
    '{"onderwerp": ""}', '{"nummer": 9001}', '{"nummer": -1}', '{"id": "c0000000-0000-4000-8000-000000000001"}', '{"codeTaal": "xxx"}', '{"codeKanaal": "postduif"}',
    '{"hadBetrokkenActoren": []}', '{"hadBetrokkenActoren": "weg"}', '{"hadBetrokkenen": []}', '{"inhoud": null}', '{"plaatsgevondenOp": "2999-01-01T00:00:00Z"}',
    '{"hadBetrokkenen": [{"rol": "klant"}]}', '{"hadBetrokkenen": [{"rol": "belanghebbende", "wasPartij": 123454321}]}',
    '{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}, {"rol": "klant", "wasPartij": 123454321}]}',
    '{"hadBetrokkenActoren": ["a0000000-0000-4000-8000-000000000001", {"naam": "Nicole van Dijk"}]}',
    '{"gingOverOnderwerpobjecten": [{}]}', '{"leiddeTotInterneTaken": [{"gevraagdeHandeling": "x", "status": "vervallen", "toegewezenAanActor": {"naam": "Nicole van Dijk"}}]}'
]) WITH ORDINALITY v (anders, nr), LATERAL proef.uitkomst('registreer_klantcontact', proef.contact(anders::jsonb)) u ORDER BY nr;
SELECT gegevens, u.*
  FROM unnest(ARRAY[NULL, 'null', '1', '"x"', 'true', '[]', '[{}]', '{}']::jsonb[]) WITH ORDINALITY v (gegevens, nr), LATERAL proef.uitkomst('registreer_klantcontact', gegevens) u ORDER BY nr;
SELECT * FROM proef.uitkomst('registreer_klantcontact', jsonb_build_object('onderwerp', (repeat('[', 1000) || repeat(']', 1000))::jsonb));

-- No register.
SELECT klantinteracties.registreer_klantcontact('{}', 'bestaat niet');

-- A partij, with what proves who it is.
SELECT jsonb_pretty(klantinteracties.partij_json(klantinteracties.registreer_partij('{
    "id": "b0000000-0000-4000-8000-000000000002", "nummer": 9002, "soortPartij": "Organisatie", "naam": "Graafmachine Verhuur v.o.f.", "indicatieGeheimhouding": "Nee",
    "codeVoorkeurstaal": "nld", "voorkeursDigitaalAdres": "10000000-0000-4000-8000-000000000011", "interneNotitie": "blijft hier",
    "partijIdentificatoren": [
        {"id": "00000000-0000-4000-8000-000000000011", "partijIdentificator": {"codeObjecttype": "niet_natuurlijk_persoon", "codeSoortObjectId": "kvk_nummer", "objectId": "12345678", "codeRegister": "hr"}},
        {"id": "00000000-0000-4000-8000-000000000012", "partijIdentificator": {"codeObjecttype": "4", "codeSoortObjectId": "3", "objectId": "123456789878", "codeRegister": "5"},
         "subIdentificatorVan": {"partijIdentificator": {"codeSoortObjectId": "kvk_nummer", "objectId": "12345678"}}},
        {"id": "00000000-0000-4000-8000-000000000013", "anderePartijIdentificator": "klantnummer 7"}],
    "digitaleAdressen": [{"id": "10000000-0000-4000-8000-000000000011", "codeSoortDigitaalAdres": "2", "adres": "info@graafmachine.nl"}],
    "vertegenwoordigde": [123454321],
    "verificatie": {"handeling": "registratie", "grond": "Gemachtigd voor organisatie", "middel": "eHerkenning", "actor": {"naam": "Nicole van Dijk"}}}')));
SELECT jsonb_pretty(klantinteracties.partij_json(klantinteracties.registreer_partij('{
    "id": "b0000000-0000-4000-8000-000000000003", "nummer": 9003, "soortPartij": "contactpersoon",
    "partijtype": {"contactnaam": {"voornaam": "Henk", "achternaam": "de Bruin"},
                   "werkteVoorPartij": {"partijIdentificator": {"codeSoortObjectId": "kvk_nummer", "objectId": "12345678"}}},
    "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "paspoort"}}')));
SELECT handeling, grond, middel, actor = proef.id('A1') AS door_a1 FROM partij_verificatie ORDER BY partij;
SELECT interne_notitie FROM partij WHERE nummer = 9002;
SELECT anders, u.* FROM unnest(ARRAY[
    '{}', '{"soortPartij": null}', '{"soortPartij": "mens"}', '{"verificatie": null}', '{"verificatie": {"handeling": "registratie", "grond": "zelf"}}',
    '{"verificatie": []}', '{"verificatie": {"handeling": "wijziging", "grond": "zelf", "middel": "x"}}', '{"partijIdentificatoren": []}', '{"partijIdentificatoren": {}}',
    '{"partijIdentificatoren": [{"partijIdentificator": {"codeObjecttype": "1", "codeSoortObjectId": "1", "objectId": "123456789", "codeRegister": "1"}}]}',
    '{"partijIdentificatoren": [{"partijIdentificator": {"codeObjecttype": "1", "codeSoortObjectId": "1", "objectId": "999990019", "codeRegister": "1"}}]}',
    '{"partijIdentificatoren": [{"anderePartijIdentificator": "x", "subIdentificatorVan": {}}]}', '{"naam": "x"}', '{"naam": "x", "partijtype": {"naam": "y"}}',
    '{"voorkeursDigitaalAdres": "10000000-0000-4000-8000-000000000011"}', '{"vertegenwoordigde": [1]}', '{"vertegenwoordigde": 123454321}', '{"nummer": 9002}',
    '{"indicatieActief": "ja", "isGemeente": null, "indicatieHergebruik": true}', '{"contactnaam": {}}', '{"rekeningnummers": []}'
]) WITH ORDINALITY v (anders, nr), LATERAL proef.uitkomst('registreer_partij', '{"id": "b0000000-0000-4000-8000-000000000004", "nummer": 9004, "soortPartij": "persoon", "partijIdentificatoren": [{"anderePartijIdentificator": "paspoort X"}],
    "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "paspoort"}}' || anders::jsonb) u ORDER BY nr;

-- As the caller: who may only insert can register, what one may not see cannot be referred to, and row security holds.
CREATE ROLE regress_ki_schrijver;
GRANT USAGE ON SCHEMA ki TO regress_ki_schrijver;
GRANT INSERT ON klantcontact, betrokkene, actor_klantcontact, bijlage, onderwerpobject, interne_taak, digitaal_adres TO regress_ki_schrijver;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA proef TO regress_ki_schrijver;
SET ROLE regress_ki_schrijver;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9007}')) IS NOT NULL;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}]}'));
RESET ROLE;
GRANT SELECT (id, nummer) ON partij TO regress_ki_schrijver;
REVOKE INSERT ON klantcontact FROM regress_ki_schrijver;
GRANT INSERT (id, onderwerp, inhoud, plaatsgevonden_op) ON klantcontact TO regress_ki_schrijver;
ALTER TABLE partij ENABLE ROW LEVEL SECURITY;
CREATE POLICY niet_1 ON partij AS RESTRICTIVE TO regress_ki_schrijver USING (nummer <> 123454321);
SET ROLE regress_ki_schrijver;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": "weg", "hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}]}'));
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": "weg"}')) IS NOT NULL;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9008}'));
RESET ROLE;

-- A register that was renamed.
ALTER SCHEMA ki RENAME TO anders;
SET search_path = anders, proef;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9009}'), 'anders') IS NOT NULL;
ALTER SCHEMA anders RENAME TO ki;
SET search_path = ki, proef;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9010}')) IS NOT NULL;
-- A trigger that keeps a row out would leave half of it.
CREATE FUNCTION pg_temp.niets() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER niets BEFORE INSERT ON betrokkene FOR EACH ROW EXECUTE FUNCTION pg_temp.niets();
SELECT * FROM proef.uitkomst('registreer_klantcontact', proef.contact());

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
DROP ROLE regress_ki_schrijver;
