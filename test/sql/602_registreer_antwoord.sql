-- The answer to an interne taak: a klantcontact of its own, about the taak, with the betrokkenen of the question (KI-47, KI-80).
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\i :fixture
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'

-- A question of two: somebody known who wants to be called elsewhere for once, and somebody unknown.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9001,
    "hadBetrokkenen": [
        {"rol": "klant", "initiator": true, "wasPartij": 123454321, "contactnaam": {"voornaam": "Carl"}, "organisatienaam": "Bakkerij",
         "bezoekadres": {"adresregel1": "Dam 1"},
         "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "0698765432", "omschrijving": "overdag"}, {"codeSoortDigitaalAdres": "1", "adres": "020 753 0523"}]},
        {"rol": "vertegenwoordiger", "correspondentieadres": {"adresregel1": "Postbus 1"}, "digitaleAdressen": [{"codeSoortDigitaalAdres": "2", "adres": "karel@voorbeeld.nl"}]}],
    "leiddeTotInterneTaken": [
        {"id": "d0000000-0000-4000-8000-000000000001", "gevraagdeHandeling": "Terugbellen", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}},
        {"id": "d0000000-0000-4000-8000-000000000002", "gevraagdeHandeling": "Mailen", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}}]}')) AS vraag \gset
-- One of the numbers became that of the partij since.
BEGIN;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P1'), 'wijziging', 'zelf', 'telefonisch');
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES ('1', '+31207530523', proef.id('P1'));
COMMIT;

CREATE FUNCTION proef.antwoord(anders jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT proef.contact('{"nummer": "weg", "hadBetrokkenen": "weg", "hadBetrokkenActoren": [{"naam": "Afdeling vergunningen"}], "inhoud": "Antwoord"}'::jsonb || anders)
$$;
SELECT klantinteracties.registreer_antwoord(proef.id('T1'), proef.antwoord('{"nummer": 9002}')) AS antwoord \gset
SELECT was_partij, rol, initiator, contactnaam_voornaam, organisatienaam, bezoekadres_adresregel1, correspondentieadres_adresregel1,
       (SELECT string_agg(concat_ws(' ', adres, omschrijving), ', ' ORDER BY adres) FROM digitaal_adres WHERE verstrekt_door_betrokkene = b.id)
  FROM betrokkene b WHERE had_klantcontact = :'antwoord' ORDER BY id;
SELECT onderwerp_was_interne_taak, onderwerp_was_klantcontact = :'vraag' FROM onderwerpobject WHERE was_onderwerp_van_klantcontact = :'antwoord';
SELECT status, verwerkt_op IS NOT NULL FROM interne_taak ORDER BY id;
SELECT * FROM klantinteracties.controleer_register('ki');

-- Once: what else there was to say is another klantcontact.
SELECT klantinteracties.registreer_antwoord(proef.id('T1'), proef.antwoord());
DO $$
DECLARE
    namen text;
BEGIN
    PERFORM klantinteracties.registreer_antwoord(proef.id('T1'), proef.antwoord());
EXCEPTION WHEN check_violation THEN
    GET STACKED DIAGNOSTICS namen = CONSTRAINT_NAME;
    ASSERT namen = 'interne_taak_overgang';
END $$;
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9003, "gingOverOnderwerpobjecten": [{"onderwerpWasInterneTaak": "d0000000-0000-4000-8000-000000000001"}]}')) IS NOT NULL;

-- Whom it names is whom it was given to.
SELECT klantinteracties.registreer_antwoord(proef.id('T2'), proef.antwoord('{"hadBetrokkenen": [{"rol": "klant", "initiator": true, "wasPartij": 123454321}]}'));
SELECT klantinteracties.registreer_antwoord(proef.id('T2'), proef.antwoord('{"hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}], "nummer": 9004}')) AS antwoord \gset
SELECT count(*), bool_or(initiator) FROM betrokkene WHERE had_klantcontact = :'antwoord';

-- A name and an address that the partij has by now are left to the partij; what differs goes along.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9007, "hadBetrokkenen": [{"rol": "klant", "wasPartij": "b0000000-0000-4000-8000-000000000001",
        "contactnaam": {"voornaam": "Kees", "achternaam": "Los"}, "bezoekadres": {"adresregel1": "Dam 2"}, "correspondentieadres": {"adresregel1": "Postbus 2"}}],
    "leiddeTotInterneTaken": [{"id": "d0000000-0000-4000-8000-000000000007", "gevraagdeHandeling": "Terugbellen", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}}]}')) IS NOT NULL;
BEGIN;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (proef.id('P1'), 'wijziging', 'zelf', 'DigiD');
UPDATE partij SET contactnaam_voorletters = NULL, contactnaam_voornaam = 'Kees', contactnaam_voorvoegsel_achternaam = NULL, contactnaam_achternaam = 'Los',
    bezoekadres_nummeraanduiding_id = NULL, bezoekadres_adresregel1 = 'Dam 2', bezoekadres_adresregel2 = NULL, bezoekadres_adresregel3 = NULL
 WHERE id = proef.id('P1');
COMMIT;
SELECT klantinteracties.registreer_antwoord(proef.id('T7'), proef.antwoord('{"nummer": 9008}')) AS antwoord \gset
SELECT was_partij, contactnaam_voornaam, contactnaam_achternaam, bezoekadres_adresregel1, correspondentieadres_adresregel1
  FROM betrokkene WHERE had_klantcontact = :'antwoord';

-- What is refused leaves the taak as it was.
SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": 9005, "hadBetrokkenen": [{"rol": "klant"}],
    "leiddeTotInterneTaken": [{"id": "d0000000-0000-4000-8000-000000000003", "gevraagdeHandeling": "Terugbellen", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}}]}')) IS NOT NULL;
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), proef.antwoord('{"plaatsgevondenOp": "2023-02-01T10:00:00+01:00"}'));
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), proef.antwoord('{"onbekend": 1}'));
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), proef.antwoord('{"hadBetrokkenActoren": []}'));
SELECT status FROM interne_taak WHERE id = proef.id('T3');

SELECT klantinteracties.registreer_antwoord(proef.id('T99'), proef.antwoord());
SELECT klantinteracties.registreer_antwoord(NULL, proef.antwoord());
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), NULL);

-- As the caller.
CREATE ROLE regress_ki_antwoorder;
SELECT klantinteracties.verleen('regress_ki_antwoorder', 'registreren', 'ki') \g /dev/null
GRANT USAGE ON SCHEMA proef TO regress_ki_antwoorder;
SET ROLE regress_ki_antwoorder;
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), proef.antwoord('{"hadBetrokkenActoren": ["a0000000-0000-4000-8000-000000000002"]}'));
RESET ROLE;
SELECT klantinteracties.verleen('regress_ki_antwoorder', 'lezen', 'ki') \g /dev/null
SET ROLE regress_ki_antwoorder;
SELECT klantinteracties.registreer_antwoord(proef.id('T3'), proef.antwoord('{"nummer": 9006}')) IS NOT NULL;
RESET ROLE;
SELECT status FROM interne_taak WHERE id = proef.id('T3');

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
DROP ROLE regress_ki_antwoorder;
