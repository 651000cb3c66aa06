-- Valid bodies, mutated, for registreer_klantcontact() and registreer_partij(): whatever comes in, it is registered whole or refused
-- with an error of class 22 or 23. To be included after test/fixture/registreer.sql. CALL proef.fuzz(aantal, zaad) leaves in proef.gezien
-- what came of so many bodies, by function and SQLSTATE, each with the first body that gave it; the view proef.fout has what should not
-- have been. The same zaad makes the same bodies on the same version of the server.
CREATE TABLE proef.zaden (nr integer PRIMARY KEY, functie text, gegevens jsonb, paden text[]);
INSERT INTO proef.zaden (nr, functie, gegevens) VALUES
    (1, 'registreer_klantcontact', proef.contact('{"nummer": "weg"}')),
    (2, 'registreer_klantcontact', proef.contact('{"nummer": "weg", "codeKanaal": "telefoon", "indicatieContactGelukt": "Ja", "codeTaal": "dut",
        "vertrouwelijk": true, "geregistreerdOp": "2024-01-01T00:00:00Z", "todo": "x", "resultaat": "y",
        "hadBetrokkenActoren": ["a0000000-0000-4000-8000-000000000001", {"naam": "Afdeling vergunningen"},
                                {"naam": "Henk", "soortActor": "Geautomatiseerde actor"}],
        "hadBetrokkenen": [
            {"rol": "Klant", "initiator": "Ja", "wasPartij": 123454321, "contactnaam": {"voorletters": "P.", "achternaam": "Dam"},
             "bezoekadres": {"nummeraanduidingid": "0518200000637599"},
             "correspondentieadres": {"adresregel1": "Postbus 1", "adresregel2": "1000 AA Amsterdam", "codeLand": null},
             "digitaleAdressen": [{"codeSoortDigitaalAdres": "1", "adres": "06-12345678", "omschrijving": "mobiel"},
                                  {"codeSoortDigitaalAdres": "emailadres", "adres": "piet@voorbeeld.nl"}]},
            {"rol": "vertegenwoordiger", "initiator": false, "organisatienaam": "Bakkerij"}],
        "omvatteBijlagen": [{"bijlageidentificator": {"codeObjecttype": "3", "codeSoortObjectId": "4", "objectId": "foto", "codeRegister": "7"}}],
        "leiddeTotInterneTaken": [{"gevraagdeHandeling": "Terugbellen", "toelichting": "Na vijven", "status": "te verwerken",
            "toegewezenOp": "2023-03-01T10:05:00+01:00",
            "toegewezenAanActor": {"actoridentificator": {"codeSoortObjectId": "106", "objectId": "M-1"}}}],
        "gingOverOnderwerpobjecten": [{"onderwerpWasKlanttaak": 77},
            {"ontstaanUitKlantcontact": true,
             "onderwerpobjectidentificator": {"codeObjecttype": "zaak", "codeSoortObjectId": "12", "objectId": "ZAAK-2023-0001", "codeRegister": "6"}}]}')),
    (3, 'registreer_klantcontact', '{"plaatsgevondenOp": "2023-03-01T10:00:00Z", "onderwerp": "x", "kanaal": {"naam": "E-mail"},
        "inhoud": "y", "actors": [{"naam": "Nicole van Dijk"}],
        "betrokkenen": [{"rol": "klant", "wasPartij": {"partijIdentificator": {"codeSoortObjectId": "bsn", "objectId": "999990019"}}}]}'),
    -- S4, and Open Klant's maak-klantcontact
    (6, 'registreer_klantcontact', '{"plaatsgevondenOp": "2023-03-01T10:00:00Z", "onderwerp": "Melding", "inhoud": "x", "kanaal": {"naam": "E-mail"},
        "geregistreerdOp": "2023-03-01T10:00:00Z", "indicatieContactGelukt": "ja", "actors": [{"naam": "Nicole van Dijk", "soortActor": "Medewerker"}],
        "bijlage": {"objectIdentificator": {"objecttype": "3", "soortObjectId": "4", "objectId": "foto", "register": "7"}},
        "hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321}],
        "interneTaakOntstaanUit": {"gevraagdeHandeling": "Terugbellen", "actor": {"naam": "Nicole van Dijk"}},
        "gaatOver": {"objectidentificator": {"codeObjecttype": "zaak", "codeSoortObjectId": "12", "objectId": "ZAAK-1", "codeRegister": "6"}}}'),
    (7, 'registreer_klantcontact', '{"klantcontact": {"kanaal": "telefoon", "onderwerp": "Melding", "inhoud": "x", "indicatieContactGelukt": true,
            "taal": "nld", "vertrouwelijk": false, "plaatsgevondenOp": "2023-03-01T10:00:00Z", "nummer": "", "metadata": {}, "reactie": ""},
        "betrokkene": {"rol": "klant", "wasPartij": {"uuid": "b0000000-0000-4000-8000-000000000001"}, "initiator": true, "organisatienaam": "",
            "contactnaam": {"voorletters": "", "voornaam": ""},
            "bezoekadres": {"nummeraanduidingId": "", "straatnaam": "", "huisnummer": null, "postcode": "", "land": ""}},
        "onderwerpobject": null, "hadBetrokkenActoren": [{"naam": "Nicole van Dijk"}]}'),
    (4, 'registreer_partij', '{"soortPartij": "Organisatie", "naam": "Graafmachine Verhuur", "indicatieGeheimhouding": "Nee", "codeVoorkeurstaal": "nld",
        "voorkeursDigitaalAdres": "10000000-0000-4000-8000-000000000011", "interneNotitie": "blijft hier",
        "bezoekadres": {"adresregel1": "Dam 1", "adresregel2": "1012 JS Amsterdam"},
        "partijIdentificatoren": [
            {"partijIdentificator": {"codeObjecttype": "niet_natuurlijk_persoon", "codeSoortObjectId": "kvk_nummer", "objectId": "12345678", "codeRegister": "hr"}},
            {"partijIdentificator": {"codeObjecttype": "4", "codeSoortObjectId": "3", "objectId": "123456789878", "codeRegister": "5"},
             "subIdentificatorVan": {"partijIdentificator": {"codeSoortObjectId": "kvk_nummer", "objectId": "12345678"}}},
            {"anderePartijIdentificator": "klantnummer 7"}],
        "digitaleAdressen": [{"id": "10000000-0000-4000-8000-000000000011", "codeSoortDigitaalAdres": "2", "adres": "info@graafmachine.nl"}],
        "vertegenwoordigde": [123454321],
        "verificatie": {"handeling": "registratie", "grond": "Gemachtigd voor organisatie", "middel": "eHerkenning", "actor": {"naam": "Nicole van Dijk"}}}'),
    (5, 'registreer_partij', '{"soortPartij": "persoon", "partijtype": {"contactnaam": {"voornaam": "Henk", "achternaam": "de Bruin"}},
        "partijIdentificatoren": [{"anderePartijIdentificator": "paspoort X"}], "isGemeente": null, "indicatieActief": "ja",
        "verificatie": {"handeling": "registratie", "grond": "zelf", "middel": "paspoort", "geverifieerdOp": "2023-03-01T10:00:00Z"}}');

-- Where a value stands in a body, written as array literals.
CREATE FUNCTION proef.paden(j jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    WITH RECURSIVE p (pad, waarde) AS (
        SELECT '{}'::text[], j
        UNION ALL
        SELECT p.pad || deel.sleutel, deel.waarde
          FROM p, LATERAL (SELECT e.key, e.value FROM jsonb_each(CASE jsonb_typeof(p.waarde) WHEN 'object' THEN p.waarde ELSE '{}' END) AS e
                           UNION ALL
                           SELECT (a.nr - 1)::text, a.value
                             FROM jsonb_array_elements(CASE jsonb_typeof(p.waarde) WHEN 'array' THEN p.waarde ELSE '[]' END)
                                  WITH ORDINALITY AS a (value, nr)) AS deel (sleutel, waarde))
    SELECT array_agg(pad::text ORDER BY pad) FROM p WHERE cardinality(pad) > 0
$$;
UPDATE proef.zaden SET paden = proef.paden(gegevens);

-- What a value or a key may become.
CREATE FUNCTION proef.lastige_waarden() RETURNS jsonb[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(w) FROM (
        SELECT unnest(ARRAY['null', 'true', 'false', '0', '-1', '1', '77', '123454321', '9999999999', '10000000000', '99999999999999999999', '1.5', '1e5',
                            '1e300', '-0', '{}', '[]', '[[]]', '[null]', '[{}]', '{"": null}', '{"id": null}', '{"uuid": 1}', '{"nummer": 77}',
                            '{"naam": "Henk"}', '{"code": "telefoon"}', '{"partijIdentificator": {}}',
                            '{"partijIdentificator": {"codeSoortObjectId": "rsin", "objectId": ""}}', '[1, "x", {"rol": "klant"}]']::jsonb[])
        UNION ALL
        SELECT to_jsonb(t) FROM unnest(ARRAY['', ' ', 'x', 'ja', 'Ja', 'nee', 'onbekend', 'klant', 'te_verwerken', 'verwerkt', 'persoon', 'contactpersoon',
            '2023-03-01T10:00:00', '2023-02-30T10:00:00Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2023-03-01T24:00:00+99', '0001-01-01T00:00-15:59',
            'infinity', 'now', '999990019', '000000000', '06 12345678', '@', 'a@b.c', 'nld', 'NLD', 'telefoon', '12', '100', '''; DROP TABLE', '%s%n', '$1', '\x00',
            E'\u00e9\u4e16\U0001F600', E'\u202e', E'\n\t', 'a0000000-0000-4000-8000-000000000001', 'A0000000000040008000000000000001', '{a0000000}',
            'b0000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
            repeat('x', 201), repeat('é', 1001), repeat('9', 400), repeat('x', 9000)]) AS t
        UNION ALL
        SELECT (repeat('[', 500) || repeat(']', 500))::jsonb
        UNION ALL
        SELECT jsonb_agg(jsonb_build_object('rol', 'klant', 'initiator', true)) FROM generate_series(1, 40)) AS v (w)
$$;
CREATE FUNCTION proef.lastige_sleutels() RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(DISTINCT k) FROM (
        SELECT (regexp_matches(pad, '([A-Za-z0-9]+)\}$'))[1] FROM proef.zaden, unnest(paden) AS pad
        UNION ALL
        SELECT unnest(ARRAY['', 'x', 'ID', 'uuid', 'klantcontact', 'betrokkene', 'onderwerpobject', 'gaatOver', 'bijlage', 'interneTaakOntstaanUit', 'rol ',
                            'een "vreemde" sleutel', 'vingerafdruk', 'geregistreerd_door', 'metadata', 'huisnummer', 'partijId', '__proto__'])) AS s (k)
$$;

-- One change of a body, somewhere. A path that an earlier change took away leaves it as it is.
CREATE FUNCTION proef.muteer(j jsonb, paden text[], waarden jsonb[], sleutels text[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    pad text[] := paden[1 + floor(random() * cardinality(paden))];
    hier jsonb := j #> pad;
    waarde jsonb := waarden[1 + floor(random() * cardinality(waarden))];
    sleutel text := sleutels[1 + floor(random() * cardinality(sleutels))];
BEGIN
    CASE floor(random() * 9)
        WHEN 0 THEN RETURN jsonb_set(j, pad, waarde);
        WHEN 1 THEN RETURN j #- pad;
        WHEN 2 THEN RETURN jsonb_set(j #- pad, pad[:cardinality(pad) - 1] || sleutel, coalesce(hier, 'null'));	-- another name
        WHEN 3 THEN RETURN jsonb_set(j, pad[:cardinality(pad) - 1] || sleutel, waarde);	-- one more
        WHEN 4 THEN RETURN jsonb_set(j, pad, coalesce(j #> paden[1 + floor(random() * cardinality(paden))]::text[], 'null'));	-- as elsewhere
        WHEN 5 THEN RETURN jsonb_set(j, pad, jsonb_build_array(hier, hier));
        WHEN 6 THEN RETURN jsonb_set(j, pad, jsonb_build_object(sleutel, hier));
        WHEN 7 THEN RETURN jsonb_insert(j, pad[:cardinality(pad) - 1] || '0'::text, coalesce(hier, waarde));	-- once more, in an array
        ELSE	-- a text that is a little different, a number as a text
            RETURN jsonb_set(j, pad, to_jsonb(overlay(coalesce(hier #>> '{}', '') PLACING chr(32 + floor(random() * 400)::integer)
                                                      FROM 1 + floor(random() * 20)::integer FOR floor(random() * 3)::integer)));
    END CASE;
EXCEPTION WHEN data_exception OR object_not_in_prerequisite_state THEN
    RETURN j;					-- nothing of that sort can be done here
END
$$;

-- A body with an id that comes again whole is registered once, and answered with the same id.
CREATE TABLE proef.geregistreerd (id uuid PRIMARY KEY);
CREATE TABLE proef.gezien (functie text, staat text, aantal bigint NOT NULL, eerste jsonb, melding text, PRIMARY KEY (functie, staat));

CREATE PROCEDURE proef.fuzz(aantal integer, zaad double precision) LANGUAGE plpgsql AS $$
DECLARE
    waarden jsonb[] := proef.lastige_waarden();
    sleutels text[] := proef.lastige_sleutels();
    zaden proef.zaden[] := ARRAY(SELECT z FROM proef.zaden z ORDER BY nr);
    z proef.zaden;
    j jsonb;
    id uuid;
    staat text;
    melding text;
BEGIN
    PERFORM setseed(zaad);
    FOR n IN 1 .. aantal LOOP
        z := zaden[1 + floor(random() * cardinality(zaden))];
        j := z.gegevens;
        FOR m IN 1 .. CASE WHEN n % 20 = 0 THEN 0 ELSE 1 + floor(random() * random() * 5) END::integer LOOP
            j := proef.muteer(j, z.paden, waarden, sleutels);
        END LOOP;
        staat := 'ok';
        melding := NULL;
        BEGIN
            IF z.functie = 'registreer_partij' THEN
                PERFORM klantinteracties.registreer_partij(j, 'ki');
            ELSE
                id := klantinteracties.registreer_klantcontact(j, 'ki');
            END IF;
            SET CONSTRAINTS ALL IMMEDIATE;
            -- its identificatoren may come once
            IF z.functie = 'registreer_partij' THEN
                RAISE SQLSTATE 'UKOKE';
            END IF;
            SET CONSTRAINTS ALL DEFERRED;
            INSERT INTO proef.geregistreerd VALUES (id) ON CONFLICT DO NOTHING;
            IF NOT FOUND THEN
                staat := 'ok, again';
            END IF;
        EXCEPTION
            WHEN SQLSTATE 'UKOKE' THEN
                staat := 'ok, undone';
            WHEN OTHERS THEN
                staat := SQLSTATE;
                melding := SQLERRM;
        END;
        INSERT INTO proef.gezien AS g VALUES (z.functie, staat, 1, j, melding)
        ON CONFLICT ON CONSTRAINT gezien_pkey DO UPDATE SET aantal = g.aantal + 1;
        IF n % 1000 = 0 THEN
            COMMIT;
            IF n % 50000 = 0 THEN
                RAISE INFO '% of % bodies', n, aantal;
            END IF;
        END IF;
    END LOOP;
END
$$;

-- What should not be: any other error, a klantcontact too many or too few, or one that is not whole.
CREATE VIEW proef.fout AS
SELECT functie || ': ' || staat || ' ' || melding AS wat, eerste::text AS waar FROM proef.gezien WHERE staat !~ '^(22|23|ok)'
UNION ALL
SELECT 'klantcontacten: ' || k || ', registered: ' || g, NULL
  FROM (SELECT count(*) AS k FROM ki.klantcontact) AS k,
       (SELECT coalesce(sum(aantal), 0) AS g FROM proef.gezien WHERE functie = 'registreer_klantcontact' AND staat = 'ok') AS g
 WHERE k <> g
UNION ALL
SELECT c.regel || ': ' || c.melding, c.tabel || ' ' || c.id FROM klantinteracties.controleer_register('ki') AS c;
