-- The shapes of others: S4, as the CommonGateway has it, and Open Klant's maak-klantcontact.
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\i :fixture
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'

-- S4, whole; and the betrokkene that it has no key for.
CREATE FUNCTION proef.s4(anders jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT '{"nummer": 9001, "onderwerp": "Verzakte stoep", "kanaal": {"naam": "Telefoon"}, "inhoud": "Vraag en antwoord", "todo": "nog doen", "resultaat": "gelukt",
        "indicatieContactGelukt": "Ja", "taal": "nld", "vertrouwelijk": "", "plaatsgevondenOp": "2023-03-01T10:00:00+01:00",
        "actors": [{"naam": "Nicole van Dijk", "soortActor": "Medewerker", "medewerker": {"functie": "KCC", "emailadres": "n@gemeente.nl"}}],
        "bijlage": [{"objectIdentificator": {"objecttype": "3", "soortObjectId": "4", "objectId": "foto", "register": "7"}}],
        "gaatOver": {"objectIdentificator": {"objecttype": "zaak", "soortObjectId": "12", "objectId": "ZAAK-1", "register": "6"}},
        "interneTaakOntstaanUit": [{"nummer": 9002, "gevraagdeHandeling": "Afspraak maken", "status": "te_verwerken", "toegewezenOp": "2023-03-01T10:10:00+01:00",
                                    "toelichting": "Fysieke leefomgeving", "actor": {"naam": "Afdeling vergunningen", "soortActor": "Organisatorische eenheid"}}],
        "geregistreerdOp": "2023-03-01T10:05:00+01:00",
        "betrokkenen": [{"rol": "klant", "intitiator": true, "partijId": "b0000000-0000-4000-8000-000000000001"}]}'::jsonb || anders
$$;
SELECT klantinteracties.registreer_klantcontact(proef.s4()) AS s4 \gset
SELECT kanaal_code, onderwerp, todo, resultaat, indicatie_contact_gelukt, taal_code, vertrouwelijk, plaatsgevonden_op, nummer FROM klantcontact WHERE id = :'s4';
SELECT jsonb_path_query_array(j, '$.hadBetrokkenActoren.naam'), jsonb_path_query_array(j, '$.hadBetrokkenen.initiator'),
       jsonb_path_query_array(j, '$.omvatteBijlagen.bijlageidentificator'), jsonb_path_query_array(j, '$.gingOverOnderwerpobjecten.onderwerpobjectidentificator'),
       jsonb_path_query_array(j, '$.leiddeTotInterneTaken') #- '{0,0,id}'
  FROM klantinteracties.klantcontact_json(:'s4') j;
SELECT anders, u.* FROM unnest(ARRAY[
    '{}', '{"kanaal": {"code": "e-mail"}}', '{"kanaal": "post"}', '{"bijlage": {"objectIdentificator": {"objecttype": "3", "soortObjectId": "4", "objectId": "foto", "register": "7"}}}',
    '{"kanaal": {"code": "e-mail", "naam": "Telefoon"}}', '{"kanaal": {"soortDigitaalAdres": "telefoonnummer"}}', '{"gaatOver": []}', '{"gaatOver": {"klantContact": {}}}',
    '{"actors": {"naam": "Nicole van Dijk"}}', '{"bijlage": "foto"}', '{"codeKanaal": "post"}', '{"betrokkenen": null}', '{"actors": [{"naam": "Nicole van Dijk", "functie": "x"}]}'
]) WITH ORDINALITY v (anders, nr), LATERAL proef.uitkomst('registreer_klantcontact', proef.s4('{"nummer": 9003, "interneTaakOntstaanUit": []}' || anders::jsonb)) u ORDER BY nr;

-- Open Klant's maak-klantcontact, with the actor that our rules demand besides. It writes what is not there as an empty string.
CREATE FUNCTION proef.ok(anders jsonb DEFAULT '{}', betrokkene jsonb DEFAULT '{}', klantcontact jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('klantcontact', '{
            "nummer": "0000009010", "kanaal": "e-mail", "onderwerp": "Aankondiging buurtfeest", "inhoud": "Vraag", "indicatieContactGelukt": true, "taal": "nld",
            "vertrouwelijk": false, "plaatsgevondenOp": "2023-03-01T09:00:00Z", "reactie": "", "hoofdOnderwerpType": "", "verdereActieOndernomen": false,
            "metadata": {}}'::jsonb || klantcontact,
        'betrokkene', '{
            "wasPartij": null, "rol": "klant", "organisatienaam": "", "initiator": true,
            "contactnaam": {"voorletters": "P", "voornaam": "Phil", "voorvoegselAchternaam": "", "achternaam": "Bozeman"},
            "bezoekadres": {"nummeraanduidingId": "", "straatnaam": "Dam", "huisnummer": 1, "huisnummertoevoeging": "a", "postcode": "1012 JS", "stad": "Amsterdam",
                            "adresregel1": "", "adresregel2": "", "adresregel3": "", "land": ""},
            "correspondentieadres": {"nummeraanduidingId": "", "straatnaam": "", "huisnummer": null, "huisnummertoevoeging": "", "postcode": "", "stad": "",
                            "adresregel1": "", "adresregel2": "", "adresregel3": "", "land": ""}}'::jsonb || betrokkene,
        'onderwerpobject', '{"wasKlantcontact": null,
            "onderwerpobjectidentificator": {"objectId": "ZAAK-2", "codeObjecttype": "zaak", "codeRegister": "6", "codeSoortObjectId": "12"}}'::jsonb,
        'actoren', '[{"uuid": "a0000000-0000-4000-8000-000000000001"}]'::jsonb) || anders
$$;
SELECT jsonb_pretty(klantinteracties.klantcontact_json(klantinteracties.registreer_klantcontact(proef.ok())) #- '{id}' #- '{geregistreerdOp}' #- '{hadBetrokkenen,0,id}' #- '{gingOverOnderwerpobjecten,0,id}');
SELECT v.*, u.* FROM (VALUES
    ('{}'::jsonb, '{}'::jsonb, '{}'::jsonb),
    ('{"onderwerpobject": {"wasKlantcontact": null, "onderwerpobjectidentificator": {"objectId": "", "codeObjecttype": "", "codeRegister": "", "codeSoortObjectId": ""}}}', '{}', '{}'),
    ('{"onderwerpobject": null}', '{}', '{}'),
    ('{"onderwerpobject": null, "interneTaken": [{"gevraagdeHandeling": "Publiceren", "toegewezenAanActor": {"naam": "Afdeling vergunningen"}}]}', '{}', '{}'),
    ('{"actoren": null}', '{}', '{}'),
    ('{"actoren": null}', '{}', '{"hadBetrokkenActoren": [{"naam": "Nicole van Dijk"}]}'),
    ('{"betrokkene": null}', '{}', '{}'),
    ('{"klantcontact": null}', '{}', '{}'),
    ('{"klantcontact": {}}', '{}', '{}'),
    ('{"onderwerp": "x"}', '{}', '{}'),
    ('{}', '{"wasPartij": {"uuid": "b0000000-0000-4000-8000-000000000001"}}', '{}'),
    ('{}', '{"bezoekadres": {"straatnaam": "Dam", "adresregel1": "Dam 1"}}', '{}'),
    ('{}', '{"bezoekadres": {"huisnummer": [1]}}', '{}'),
    ('{}', '{"rol": ""}', '{}'),
    ('{}', '{}', '{"onderwerp": ""}'),
    ('{}', '{}', '{"reactie": "Antwoord"}'),
    ('{}', '{}', '{"verdereActieOndernomen": true}'),
    ('{}', '{}', '{"metadata": {"a": "b"}}')) v (anders, betrokkene, klantcontact), LATERAL proef.uitkomst('registreer_klantcontact', proef.ok(anders, betrokkene, '{"nummer": "9011"}' || klantcontact)) u;

-- In the other shapes an empty string is a value, which no column takes (KI-107).
SELECT * FROM proef.uitkomst('registreer_klantcontact', proef.contact('{"inhoud": ""}'));
SELECT * FROM proef.uitkomst('registreer_klantcontact', proef.contact('{"betrokkene": {"rol": "klant"}}'));

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
