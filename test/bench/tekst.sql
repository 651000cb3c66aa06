-- What the generators of test/bench share: keys that a benchmark can compute, and Dutch text of the size that a contact centre writes.
-- All of it follows from a number, so that every run has the same data.

-- The key of row nr of a table. Keys ascend with nr, as those of version 7 do with time.
CREATE FUNCTION public.sleutel(tabel integer, nr bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (lpad(to_hex(tabel), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(nr), 12, '0'))::uuid $$;

-- A draw between 0 and 1.
CREATE FUNCTION public.greep(nr bigint, worp integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (hashint8extended(nr, worp) & 1073741823) / 1073741824.0::double precision $$;
CREATE FUNCTION public.kies(uit text[], nr bigint, worp integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT uit[1 + (public.greep(nr, worp) * cardinality(uit))::integer % cardinality(uit)] $$;

CREATE FUNCTION public.onderwerp(nr bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.kies('{Vraag over,Melding over,Klacht over,Aanvraag van,Wijziging van,Bezwaar tegen,Informatie over,Status van}', nr, 1) || ' ' ||
           public.kies('{parkeervergunning,afvalinzameling rond de feestdagen,verhuizing,uitkering levensonderhoud,bijzondere bijstand,
               huishoudelijke hulp,omgevingsvergunning dakkapel,paspoort,rijbewijs,uittreksel BRP,geboorteaangifte,overlijdensaangifte,
               kwijtschelding gemeentelijke belastingen,WOZ-beschikking,leerlingenvervoer,losliggende stoeptegel,kapotte straatverlichting,
               omgewaaide boom,geluidsoverlast,grofvuil,evenementenvergunning,gehandicaptenparkeerkaart,schuldhulpverlening,huwelijk,
               naamgebruik,briefadres,hondenbelasting,marktstandplaats,handhaving bouwwerk,riolering}', nr, 2)
$$;

-- 1 to 12 sentences, most often few: 90 to 900 characters, half of them more than 240.
CREATE FUNCTION public.inhoud(nr bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(string_agg(public.kies(ARRAY[
               'Inwoner belt over de stand van zaken van de aanvraag en wil weten wanneer er een besluit komt.',
               'Uitgelegd dat de wettelijke beslistermijn acht weken is, en een keer verlengd kan worden.',
               'Mevrouw heeft de ontvangstbevestiging niet ontvangen; opnieuw per e-mail gestuurd.',
               'Meneer geeft aan dat het adres in de brief niet klopt.',
               'Gegevens gecontroleerd en doorverwezen naar de website om de wijziging zelf door te geven.',
               'De afdeling belt terug binnen twee werkdagen.',
               'Er lag al een melding van een buurtbewoner; deze is eraan toegevoegd.',
               'De buitendienst is gevraagd om vandaag nog te kijken, omdat er kinderen langs lopen.',
               'Afspraak gemaakt aan de balie voor volgende week; legitimatiebewijs meenemen.',
               'Beller is het niet eens met de aanslag en wil bezwaar maken.',
               'Uitgelegd hoe dat gaat, en dat het binnen zes weken moet.',
               'Partner heeft dezelfde vraag gesteld via het formulier op de website.',
               'Geen vervolg nodig.',
               'De zaak staat in behandeling bij team vergunningen; er ontbreekt nog een tekening.',
               'Verzoek om uitstel van betaling genoteerd, en het telefoonnummer van de invordering gegeven.',
               'Klant heeft hulp nodig bij het invullen; verwezen naar het spreekuur in het wijkhuis.',
               'De container is vorige week niet geleegd, en deze week ook niet.',
               'Gezegd dat de feestdagen de route een dag opschuiven, en de afvalkalender toegestuurd.',
               'Inwoner bedankt voor de snelle hulp.',
               'Machtiging is nog niet binnen, dus inhoudelijk niets meegedeeld.'], nr, 10 + i), ' ' ORDER BY i), 1000)
      FROM generate_series(1, 1 + (public.greep(nr, 3) ^ 1.5 * 11)::integer) AS i
$$;

-- A number that passes the 11-test: its eighth digit is 1 where the ninth could not be right otherwise.
CREATE FUNCTION public.bsn(nr bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lpad((nr * 100 + CASE WHEN proef = 10 THEN 11 ELSE proef END)::text, 9, '0')
      FROM (SELECT (9 * (nr / 1000000 % 10) + 8 * (nr / 100000 % 10) + 7 * (nr / 10000 % 10) + 6 * (nr / 1000 % 10) +
                    5 * (nr / 100 % 10) + 4 * (nr / 10 % 10) + 3 * (nr % 10)) % 11 AS proef) AS som
$$;
