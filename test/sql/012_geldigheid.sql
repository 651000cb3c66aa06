-- The domains: what they refuse, how it is reported, and that they need no search_path. What is valid: 013_tap_geldigheid.
SET search_path = '';

SELECT '999990019'::klantinteracties.bsn, '123443210'::klantinteracties.rsin, '12345678'::klantinteracties.kvk_nummer,
       '123456789878'::klantinteracties.vestigingsnummer, '00000001123443210000'::klantinteracties.oin,
       '0518200000637599'::klantinteracties.nummeraanduiding_id, 'jan.janssen@VNG.nl'::klantinteracties.e_mailadres,
       '020 753 0523'::klantinteracties.telefoonnummer, 'nld'::klantinteracties.taalcode;

-- The message names domain and constraint, and not the value, which may be a secret.
SELECT '123456789'::klantinteracties.bsn;
\echo :LAST_ERROR_SQLSTATE
SELECT '123443211'::klantinteracties.rsin;
SELECT '1234567'::klantinteracties.kvk_nummer;
SELECT '12345678987'::klantinteracties.vestigingsnummer;
SELECT '0000000112344321000'::klantinteracties.oin;
SELECT 'Te verwerken'::klantinteracties.nummeraanduiding_id;
SELECT 'jan@vng'::klantinteracties.e_mailadres;
SELECT '0800123456'::klantinteracties.telefoonnummer;
SELECT 'NL '::klantinteracties.taalcode;

-- Closed lists, whole.
SELECT 'klant'::klantinteracties.klantcontactrol, 'vertegenwoordiger'::klantinteracties.klantcontactrol;
SELECT 'persoon'::klantinteracties.soort_partij, 'organisatie'::klantinteracties.soort_partij,
       'contactpersoon'::klantinteracties.soort_partij;
SELECT 'medewerker'::klantinteracties.soort_actor, 'organisatorische_eenheid'::klantinteracties.soort_actor,
       'geautomatiseerde_actor'::klantinteracties.soort_actor;
SELECT 'te_verwerken'::klantinteracties.taakstatus, 'verwerkt'::klantinteracties.taakstatus;
SELECT 'registratie'::klantinteracties.verificatie_handeling, 'inzage'::klantinteracties.verificatie_handeling,
       'verstrekking'::klantinteracties.verificatie_handeling, 'wijziging'::klantinteracties.verificatie_handeling,
       'hergebruik'::klantinteracties.verificatie_handeling;
SELECT 'zelf'::klantinteracties.verificatie_grond, 'gemachtigd_voor_persoon'::klantinteracties.verificatie_grond,
       'gemachtigd_voor_organisatie'::klantinteracties.verificatie_grond;
SELECT 'gemeente'::klantinteracties.klantcontactrol;
SELECT 'Persoon'::klantinteracties.soort_partij;
SELECT ''::klantinteracties.soort_actor;
SELECT 'te verwerken'::klantinteracties.taakstatus;
SELECT 'vernietiging'::klantinteracties.verificatie_handeling;
SELECT 'gemachtigd'::klantinteracties.verificatie_grond;

-- NULL passes every domain: whether a value must be there is the column's affair.
SELECT NULL::klantinteracties.bsn IS NULL AS bsn, NULL::klantinteracties.taakstatus IS NULL AS taakstatus;

-- A client reads the constraint in the error's fields, from a table as well.
CREATE SCHEMA test_domein;
CREATE TABLE test_domein.t (b klantinteracties.bsn, rol klantinteracties.klantcontactrol);
INSERT INTO test_domein.t VALUES ('999990019', 'klant'), (NULL, NULL);
DO $$
DECLARE
    c text;
    d text;
    s text;
BEGIN
    INSERT INTO test_domein.t VALUES ('999990231', 'klant');
EXCEPTION WHEN check_violation THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME, d = PG_DATATYPE_NAME, s = SCHEMA_NAME;
    RAISE NOTICE 'constraint %, domain %.%', c, s, d;
END
$$;
COPY test_domein.t FROM STDIN;
999990019	gemeente
\.
SELECT * FROM test_domein.t;

-- What a unique index on the normalised address refuses (KI-117).
CREATE TABLE test_domein.adres (soort text, adres text);
CREATE UNIQUE INDEX ON test_domein.adres (soort, klantinteracties.normaliseer_digitaal_adres(soort, adres));
INSERT INTO test_domein.adres VALUES ('1', '0612345678'), ('2', 'Jan.Janssen@VNG.nl'), ('4', 'jan');
INSERT INTO test_domein.adres VALUES ('1', '+31 6 1234 5678');
INSERT INTO test_domein.adres VALUES ('2', 'jan.janssen@vng.NL');
INSERT INTO test_domein.adres VALUES ('6', '06-12345678'), ('4', 'Jan');
SELECT * FROM test_domein.adres ORDER BY soort, adres;

-- Such an index serves a search under row security too, because the function is leakproof.
BEGIN;
CREATE INDEX adres_norm ON test_domein.adres (klantinteracties.normaliseer_digitaal_adres(soort, adres));
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA klantinteracties, test_domein TO regress_ki_lezer;
GRANT SELECT ON test_domein.adres TO regress_ki_lezer;
ALTER TABLE test_domein.adres ENABLE ROW LEVEL SECURITY;
CREATE POLICY geen_sms ON test_domein.adres USING (soort <> '6');
SET LOCAL ROLE regress_ki_lezer;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
EXPLAIN (COSTS OFF)
    SELECT * FROM test_domein.adres WHERE klantinteracties.normaliseer_digitaal_adres(soort, adres) = '+31612345678';
SELECT * FROM test_domein.adres WHERE klantinteracties.normaliseer_digitaal_adres(soort, adres) = '+31612345678';
ROLLBACK;

SET client_min_messages = warning;
DROP SCHEMA test_domein CASCADE;
