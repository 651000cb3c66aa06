\set ECHO none
\set QUIET on
\pset format unaligned
\pset tuples_only on
-- Every example of what is valid and what is not, one line each; then how addresses are normalised.
BEGIN;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS tap;
CREATE EXTENSION IF NOT EXISTS pgtap SCHEMA tap;
SET LOCAL search_path = tap;

CREATE TEMPORARY TABLE geval (nr integer GENERATED ALWAYS AS IDENTITY, soort text, waarde text, geldig boolean, waarom text);
INSERT INTO geval (soort, waarde, geldig, waarom) VALUES
    ('bsn', '999990019', true, NULL),
    ('bsn', '296648875', true, NULL),
    ('bsn', '123456782', true, NULL),
    ('bsn', '111222333', true, NULL),
    ('bsn', '123456789', false, '11-test'),
    ('bsn', '999990231', false, '11-test'),
    ('bsn', '000000000', false, 'passes the sum, but is nobody'),
    ('bsn', '99999001', false, 'eight digits'),
    ('bsn', '9999900190', false, 'ten digits'),
    ('bsn', '', false, 'empty'),
    ('bsn', ' 123456782', false, 'blank before'),
    ('bsn', '123456782 ', false, 'blank after'),
    ('bsn', '12345678 ', false, 'blank for a digit'),
    ('bsn', '+12345678', false, 'sign'),
    ('bsn', '-12345678', false, 'sign'),
    ('bsn', '1234.56782', false, 'full stop'),
    ('bsn', '12345678a', false, 'letter'),
    ('bsn', U&'\FF11\FF12\FF13\FF14\FF15\FF16\FF17\FF18\FF12', false, 'full-width digits'),
    ('bsn', U&'\0661\0662\0663\0664\0665\0666\0667\0668\0662', false, 'Arabic-Indic digits'),
    ('bsn', U&'12345678\00B2', false, 'superscript digit'),
    ('bsn', U&'1234567\00B2', false, 'superscript digit, nine bytes'),
    ('bsn', U&'\FF11\FF12\FF13', false, 'full-width digits, nine bytes'),
    ('rsin', '123443210', true, NULL),
    ('rsin', '002564440', true, NULL),
    ('rsin', '123443211', false, '11-test'),
    ('rsin', '000000000', false, 'passes the sum, but is nobody'),
    ('rsin', '12344321', false, 'eight digits'),
    ('kvk_nummer', '12345678', true, NULL),
    ('kvk_nummer', '00000000', true, NULL),
    ('kvk_nummer', '1234567', false, 'seven digits'),
    ('kvk_nummer', '123456789', false, 'nine digits'),
    ('kvk_nummer', '1234567A', false, 'letter'),
    ('kvk_nummer', U&'123456\00B2', false, 'superscript digit, eight bytes'),
    ('vestigingsnummer', '123456789878', true, NULL),
    ('vestigingsnummer', '12345678987', false, 'eleven digits'),
    ('vestigingsnummer', '1234567898780', false, 'thirteen digits'),
    ('vestigingsnummer', '12345678987 ', false, 'blank'),
    ('oin', '00000001123443210000', true, NULL),
    ('oin', '0000000112344321000', false, 'nineteen digits'),
    ('oin', '000000011234432100000', false, 'twenty-one digits'),
    ('nummeraanduiding_id', '0518200000637599', true, NULL),
    ('nummeraanduiding_id', '3024045390642408', true, NULL),
    ('nummeraanduiding_id', 'Te verwerken', false, 'copy error'),
    ('nummeraanduiding_id', 'Te verwerken....', false, 'letters, sixteen'),
    ('nummeraanduiding_id', '051820000063759', false, 'fifteen digits'),
    ('e_mailadres', 'jan.janssen@VNG.nl', true, NULL),
    ('e_mailadres', 'jan.janssen@vng', true, 'the full stop may be anywhere'),
    ('e_mailadres', '@vng.nl', false, '"@" first'),
    ('e_mailadres', 'jan@', false, '"@" last'),
    ('e_mailadres', 'jan.janssen@', false, '"@" last'),
    ('e_mailadres', 'jan@vng', false, 'no full stop'),
    ('e_mailadres', 'jan.vng.nl', false, 'no "@"'),
    ('e_mailadres', '@', false, '"@" alone'),
    ('e_mailadres', '@.@', false, '"@" first and last'),
    ('e_mailadres', '', false, 'empty'),
    ('e_mailadres', pg_catalog.repeat('a', 247) || '@vng.nl', true, '254 characters'),
    ('e_mailadres', pg_catalog.repeat('a', 248) || '@vng.nl', false, '255 characters'),
    ('e_mailadres', pg_catalog.repeat(U&'\00E9', 247) || '@vng.nl', true, '254 characters in 501 bytes'),
    ('e_mailadres', pg_catalog.repeat(U&'\00E9', 248) || '@vng.nl', false, '255 characters'),
    ('telefoonnummer', '0612345678', true, NULL),
    ('telefoonnummer', '0622300190', true, NULL),
    ('telefoonnummer', '0201234567', true, NULL),
    ('telefoonnummer', '0881234567', true, '088'),
    ('telefoonnummer', '+31612345678', true, NULL),
    ('telefoonnummer', '0031612345678', true, NULL),
    ('telefoonnummer', '06-12345678', true, NULL),
    ('telefoonnummer', '020 753 0523', true, NULL),
    ('telefoonnummer', '(020) 753.05-23', true, NULL),
    ('telefoonnummer', ' 0612345678 ', true, 'blanks are stripped'),
    ('telefoonnummer', '+123456789', true, 'nine digits'),
    ('telefoonnummer', '+12345678', false, 'eight digits'),
    ('telefoonnummer', '+123456789012345', true, 'fifteen digits'),
    ('telefoonnummer', '+1234567890123456', false, 'sixteen digits'),
    ('telefoonnummer', '001234567', true, 'seven digits'),
    ('telefoonnummer', '00123456', false, 'six digits'),
    ('telefoonnummer', '001234567890123', true, 'thirteen digits'),
    ('telefoonnummer', '0012345678901234', false, 'fourteen digits'),
    ('telefoonnummer', '612345678', false, 'no zero'),
    ('telefoonnummer', '6123456789', false, 'no zero, ten digits'),
    ('telefoonnummer', '06123456789', false, 'eleven digits'),
    ('telefoonnummer', '061234567', false, 'nine digits'),
    ('telefoonnummer', '0800123456', false, '0800'),
    ('telefoonnummer', '0900123456', false, '0900'),
    ('telefoonnummer', '0900-8844', false, '0900'),
    ('telefoonnummer', '14020', false, '140'),
    ('telefoonnummer', '1400123456', false, '1400'),
    ('telefoonnummer', '06-1234', false, 'too short'),
    ('telefoonnummer', '0612345678 bgg', false, 'letters'),
    ('telefoonnummer', '06+12345678', false, 'plus sign inside'),
    ('telefoonnummer', '++31612345678', false, 'two plus signs'),
    ('telefoonnummer', '06/12345678', false, 'slash'),
    ('telefoonnummer', U&'06\00A012345678', false, 'no-break space'),
    ('telefoonnummer', E'0612345678\n', false, 'newline'),
    ('telefoonnummer', U&'06123456\FF17', false, 'full-width digit'),
    ('telefoonnummer', '', false, 'empty'),
    ('telefoonnummer', '-', false, 'empty when stripped'),
    ('taalcode', 'nld', true, NULL),
    ('taalcode', 'NLD', false, 'upper case'),
    ('taalcode', 'nl', false, 'two letters'),
    ('taalcode', 'nldd', false, 'four letters'),
    ('taalcode', 'nl1', false, 'digit'),
    ('taalcode', U&'n\00EF', false, 'three bytes');

CREATE TEMPORARY TABLE norm (nr integer GENERATED ALWAYS AS IDENTITY, soort text, adres text, wordt text);
INSERT INTO norm (soort, adres, wordt) VALUES
    ('1', '0612345678', '+31612345678'),
    ('1', '06-12345678', '+31612345678'),
    ('3', '06-12345678', '+31612345678'),
    ('6', '06-12345678', '+31612345678'),
    ('1', '0031612345678', '+31612345678'),
    ('1', '+31612345678', '+31612345678'),
    ('1', '+31 (0)6 1234 5678', '+31612345678'),
    ('1', '0031 (0)6 1234 5678', '+31612345678'),
    ('1', '020 753 0523', '+31207530523'),
    ('1', '+31 20 753 0523', '+31207530523'),
    ('1', '0032 2 123 45 67', '+3221234567'),
    ('1', '+123456789012345', '+123456789012345'),
    ('1', '001234567890123', '+1234567890123'),
    ('1', '0800 123456', '0800 123456'),
    ('1', 'onbekend', 'onbekend'),
    ('1', '', ''),
    ('2', 'Jan.Janssen@VNG.nl', 'jan.janssen@vng.nl'),
    ('2', U&'R\00C9N\00C9E@VNG.NL', U&'r\00C9n\00C9e@vng.nl'),
    ('2', '0612345678', '0612345678'),
    ('4', 'Jan 06-12345678', 'Jan 06-12345678'),
    ('5', 'Jan.Janssen@VNG.nl', 'Jan.Janssen@VNG.nl'),
    ('11', '06-12345678', '06-12345678'),
    ('01', '06-12345678', '06-12345678'),
    ('', '06-12345678', '06-12345678');

SELECT plan((SELECT count(*) + count(DISTINCT soort) FROM geval)::integer + (SELECT count(*) * 2 FROM norm)::integer + 3);

CREATE FUNCTION pg_temp.is_geldig(soort text, waarde text, OUT geldig boolean) LANGUAGE plpgsql AS
    $$ BEGIN EXECUTE format('SELECT klantinteracties.is_%s($1)', soort) INTO geldig USING waarde; END $$;

SELECT is(pg_temp.is_geldig(soort, waarde), geldig,
          format('%s %s: %s', soort, CASE WHEN geldig THEN 'takes' ELSE 'refuses' END,
                 coalesce(waarom, waarde)))
  FROM geval ORDER BY nr;

SELECT is(klantinteracties.normaliseer_digitaal_adres(soort, adres), wordt,
          format('soort "%s": "%s" compares as "%s"', soort, regexp_replace(adres, '[^ -~]', '?', 'g'),
                 regexp_replace(wordt, '[^ -~]', '?', 'g')))
  FROM norm ORDER BY nr;
SELECT is(klantinteracties.normaliseer_digitaal_adres(soort, wordt), wordt,
          format('soort "%s": "%s" compares as itself', soort, regexp_replace(wordt, '[^ -~]', '?', 'g')))
  FROM norm ORDER BY nr;

-- Long values, stored compressed or out of line, are read whole.
CREATE TEMPORARY TABLE lang (nr integer, adres text);
ALTER TABLE lang ALTER adres SET STORAGE EXTERNAL;
INSERT INTO lang VALUES (1, '06' || pg_catalog.repeat(' ', 100000) || '12345678'), (2, pg_catalog.repeat('A', 100000));
SELECT ok(klantinteracties.is_telefoonnummer(adres), 'a number among 100000 blanks') FROM lang WHERE nr = 1;
SELECT is(klantinteracties.normaliseer_digitaal_adres('1', adres), '+31612345678', 'and its E.164 form') FROM lang WHERE nr = 1;
SELECT ok(klantinteracties.normaliseer_digitaal_adres('2', adres) = pg_catalog.lower(adres), '100000 letters') FROM lang WHERE nr = 2;

-- A NULL has no validity.
SELECT is(pg_temp.is_geldig(soort, NULL), NULL, format('is_%s(NULL)', soort))
  FROM (SELECT DISTINCT soort FROM geval) s ORDER BY soort;

SELECT * FROM finish();
ROLLBACK;
