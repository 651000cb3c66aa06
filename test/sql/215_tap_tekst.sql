-- KI-105 and KI-107 for every text of every table, as the catalog knows them: none takes an empty string, each takes what section 2
-- of domain.md allows and not one character more, whatever the bytes.  A text without a length here makes this test fail.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/partij.sql
\i :fixture
\set fixture :abs_srcdir /fixture/tap.sql
\i :fixture
SET LOCAL search_path = tap, proef;

-- A row of each table that is in order, with all its texts, and what must go with it.
CREATE TEMPORARY TABLE voorbeeld (nr integer GENERATED ALWAYS AS IDENTITY, tabel text, rij text, mee text);
INSERT INTO voorbeeld (tabel, rij, mee) VALUES
('klantcontact', $$kc(1,'todo','x','resultaat','x')$$, $$ac(1,'A1'), bb(1,'P1')$$),
('betrokkene', $$bb(93,NULL,'organisatienaam','x','contactnaam_voorletters','x','contactnaam_voornaam','x',
    'contactnaam_voorvoegsel_achternaam','x','contactnaam_achternaam','x',
    'bezoekadres_nummeraanduiding_id','0518200000637599','bezoekadres_adresregel1','x','bezoekadres_adresregel2','x',
    'bezoekadres_adresregel3','x','bezoekadres_land_code','6030','correspondentieadres_nummeraanduiding_id','0518200000637599',
    'correspondentieadres_adresregel1','x','correspondentieadres_adresregel2','x','correspondentieadres_adresregel3','x',
    'correspondentieadres_land_code','6030')$$, 'it(93)'),
('actor_klantcontact', $$ac(93,'A2')$$, NULL),
('bijlage', 'bl(93)', NULL),
('onderwerpobject', $$zaak(93,'Z1')$$, NULL),
('interne_taak', $$it(93,'toelichting','x','status','te_verwerken')$$, NULL),
('klanttaak', $$kt(2,'toelichting','x','status','te_verwerken')$$, NULL),
('partij', $$p(20,'contactnaam_voorletters','x','contactnaam_voornaam','x','contactnaam_voorvoegsel_achternaam','x',
    'contactnaam_achternaam','x','interne_notitie','x','voorkeurstaal','nld',
    'bezoekadres_nummeraanduiding_id','0518200000637599','bezoekadres_adresregel1','x','bezoekadres_adresregel2','x',
    'bezoekadres_adresregel3','x','bezoekadres_land_code','6030','correspondentieadres_nummeraanduiding_id','0518200000637599',
    'correspondentieadres_adresregel1','x','correspondentieadres_adresregel2','x','correspondentieadres_adresregel3','x',
    'correspondentieadres_land_code','6030')$$, 'pi(20), pv(20)'),
('partij', $$p(20,'soort_partij','organisatie','naam','x')$$, 'pi(20), pv(20)'),
('partij_identificator', $$nr(1,'paspoort','x')$$, $$pv(1,'wijziging')$$),
('partij_identificator', $$pi(1,'andere_partij_identificator','x')$$, $$pv(1,'wijziging')$$),
('partij_verificatie', 'pv(1)', NULL),
('vertegenwoordiging', 'vt(1,4)', NULL),
('digitaal_adres', $$da('P1','soort_digitaal_adres_code','4','adres','x','omschrijving','x')$$, $$pv(1,'wijziging')$$),
('actor', $$actor(20,'medewerker','functie','x','e_mailadres','a@b.nl','telefoonnummer','x','actoridentificator_objecttype_code','104',
    'actoridentificator_soort_object_id_code','106','actoridentificator_object_id','1','actoridentificator_register_code','101')$$, NULL),
('actor', $$actor(20,'organisatorische_eenheid','omschrijving','x')$$, NULL),
('kanaal', $$code('kanaal','code','x','naam','x')$$, NULL),
('taal', $$code('taal','code','xyz','naam','x')$$, NULL),
('soort_digitaal_adres', $$code('soort_digitaal_adres','code','x','naam','x')$$, NULL),
('land', $$code('land','landcode','x','landnaam','x')$$, NULL),
('extern_register', $$code('extern_register','code','x','naam','x','locatie','x')$$, NULL),
('soort_object', $$code('soort_object','code','x','naam','x','extern_register','8')$$, NULL),
('soort_object_id', $$code('soort_object_id','code','x','naam','x','soort_object','8')$$, NULL);

-- The lengths, as domain.md section 2 gives them; NULL where a text has none. What is not here refers to another table, is of a
-- domain with a form of its own, or is filled in by the register.
CREATE TEMPORARY TABLE lengte (kolom text, tekens integer);
INSERT INTO lengte VALUES
('klantcontact.onderwerp', 200), ('klantcontact.inhoud', 1000), ('klantcontact.todo', NULL), ('klantcontact.resultaat', NULL),
('betrokkene.organisatienaam', 200),
('betrokkene.contactnaam_voorletters', 10), ('betrokkene.contactnaam_voornaam', 200),
('betrokkene.contactnaam_voorvoegsel_achternaam', 10), ('betrokkene.contactnaam_achternaam', 200),
('betrokkene.bezoekadres_adresregel1', 80), ('betrokkene.bezoekadres_adresregel2', 80), ('betrokkene.bezoekadres_adresregel3', 80),
('betrokkene.correspondentieadres_adresregel1', 80), ('betrokkene.correspondentieadres_adresregel2', 80),
('betrokkene.correspondentieadres_adresregel3', 80),
('bijlage.bijlageidentificator_object_id', 40), ('onderwerpobject.onderwerpobjectidentificator_object_id', 40),
('interne_taak.gevraagde_handeling', 200), ('interne_taak.toelichting', 1000),
('klanttaak.gevraagde_handeling', 200), ('klanttaak.toelichting', 1000), ('klanttaak.zaakidentificator_object_id', 40),
('partij.naam', 200), ('partij.interne_notitie', 1000), ('partij.contactnaam_voorletters', 10), ('partij.contactnaam_voornaam', 200),
('partij.contactnaam_voorvoegsel_achternaam', 10), ('partij.contactnaam_achternaam', 200),
('partij.bezoekadres_adresregel1', 80), ('partij.bezoekadres_adresregel2', 80), ('partij.bezoekadres_adresregel3', 80),
('partij.correspondentieadres_adresregel1', 80), ('partij.correspondentieadres_adresregel2', 80),
('partij.correspondentieadres_adresregel3', 80),
('partij_identificator.partij_identificator_object_id', 40), ('partij_identificator.andere_partij_identificator', 200),
('partij_verificatie.middel', 200), ('digitaal_adres.adres', 254), ('digitaal_adres.omschrijving', 80),
('actor.naam', 200), ('actor.functie', 80), ('actor.omschrijving', 200), ('actor.telefoonnummer', 20),
('actor.actoridentificator_object_id', 40),
('kanaal.code', 40), ('kanaal.naam', 80), ('taal.naam', 80), ('soort_digitaal_adres.code', 40), ('soort_digitaal_adres.naam', 80),
('land.landcode', 40), ('land.landnaam', 80), ('extern_register.code', 40), ('extern_register.naam', 80),
('extern_register.locatie', 40), ('soort_object.code', 40), ('soort_object.naam', 80), ('soort_object_id.code', 40),
('soort_object_id.naam', 80);

-- What comes of the row of the table with another text in a column.  Late parts are allowed for the sake of this test.
CREATE FUNCTION pg_temp.met(rij text, mee text, kolom text, tekst text) RETURNS text LANGUAGE sql AS $$
    SELECT verloop('{klantcontact_deel_tijdig.aanvulvenster=1 day}',
                   format('jsonb_set(%s, %L, %L)%s', rij, ARRAY['1', kolom], to_jsonb(tekst), ', ' || mee), NULL, 'insert')
$$;
CREATE TEMPORARY TABLE tekst AS
SELECT table_name AS tabel, c.column_name AS kolom, c.domain_name AS domein, table_name || '.' || c.column_name AS naam
  FROM information_schema.columns c
  JOIN information_schema.tables USING (table_schema, table_name)
 WHERE table_schema = 'ki' AND table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying')
   AND table_name NOT IN ('mutatielog', 'vernietiging');
-- each with the first row of its table that names it, or else the first
CREATE TEMPORARY TABLE geval AS
SELECT DISTINCT ON (t.naam) t.*, v.rij, v.mee, l.kolom IS NOT NULL AS vrij, l.tekens
  FROM tekst t
  LEFT JOIN voorbeeld v ON v.tabel = t.tabel
  LEFT JOIN lengte l ON l.kolom = t.naam
 ORDER BY t.naam, position(quote_literal(t.kolom) IN v.rij) = 0, v.nr;

SELECT plan((SELECT 2 + count(*) + 4 * count(tekens) FROM geval)::integer);

SELECT set_eq('SELECT kolom FROM lengte',
    $$SELECT naam FROM geval g WHERE domein IS NULL AND kolom NOT IN ('geregistreerd_door')
         AND naam NOT IN ('betrokkene.kanaal_code', 'onderwerpobject.kanaal_code')
         AND NOT EXISTS (SELECT FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                          WHERE c.contype = 'f' AND c.conrelid = to_regclass('ki.' || g.tabel) AND a.attname = g.kolom)$$,
    'every text has a length, or refers to something');
SELECT is((SELECT string_agg(DISTINCT tabel, ', ') FROM geval
            WHERE verloop('{klantcontact_deel_tijdig.aanvulvenster=1 day}', rij || coalesce(', ' || mee, ''), NULL, 'insert') <> 'ok'),
    NULL, 'the rows are in order');

-- An empty string: of a text, of a code that refers to another table, of a domain.  What the register fills in is filled in.
SELECT matches(pg_temp.met(rij, mee, kolom, ''),
    CASE WHEN vrij THEN format('^23514 %s_%s_lengte %s$', tabel, kolom, naam)
         WHEN kolom = 'geregistreerd_door' OR naam IN ('betrokkene.kanaal_code', 'onderwerpobject.kanaal_code') THEN '^ok$'
         ELSE '^(23503|23514) ' END, 'KI-107 NO: empty ' || naam)
  FROM geval ORDER BY naam;
SELECT is(pg_temp.met(rij, mee, kolom, repeat('x', tekens)), 'ok', format('KI-105 OK: %s characters in %s', tekens, naam))
  FROM geval WHERE tekens IS NOT NULL ORDER BY naam;
SELECT is(pg_temp.met(rij, mee, kolom, repeat('x', tekens + 1)), format('23514 %s_%s_lengte %s', tabel, kolom, naam),
    format('KI-105 NO: %s characters in %s', tekens + 1, naam))
  FROM geval WHERE tekens IS NOT NULL ORDER BY naam;
SELECT is(pg_temp.met(rij, mee, kolom, repeat('€', tekens)), 'ok', format('KI-105 OK: %s characters of three bytes in %s', tekens, naam))
  FROM geval WHERE tekens IS NOT NULL ORDER BY naam;
SELECT is(pg_temp.met(rij, mee, kolom, repeat('😀', tekens) || 'x'), format('23514 %s_%s_lengte %s', tabel, kolom, naam),
    format('KI-105 NO: %s characters of four bytes in %s', tekens + 1, naam))
  FROM geval WHERE tekens IS NOT NULL ORDER BY naam;
SELECT * FROM finish();
ROLLBACK;
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
