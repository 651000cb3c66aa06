-- Klantcontacten by the batch.
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/registreer.sql
\i :fixture
\set SHOW_CONTEXT never
\pset format unaligned
\pset tuples_only on
\pset null '-'

CREATE TEMPORARY TABLE invoer AS SELECT nr, gegevens FROM unnest(ARRAY[
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9001}'),
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000002", "nummer": 9002, "hadBetrokkenActoren": []}'),
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000003", "nummer": 9001}'),
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000004", "nummer": 9004, "hadBetrokkenen": [{"roll": "klant"}]}'),
    NULL, '[]',
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000007", "nummer": 9007, "geregistreerdOp": "2001-01-01T00:00:00Z",
                    "gingOverOnderwerpobjecten": [{"onderwerpWasKlantcontact": {"nummer": 9001}}]}'),
    -- what is checked of a betrokkene at commit
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000008", "nummer": 9008, "hadBetrokkenen": [{"rol": "klant", "wasPartij": 123454321, "contactnaam": {"voornaam": "Piet"}}],
                    "interneTaken": [{"gevraagdeHandeling": "x", "toegewezenAanActor": {"naam": "Nicole van Dijk"}}]}'),
    -- again, and again with other content
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9001}'),
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000001", "nummer": 9010}'),
    proef.contact('{"id": "c0000000-0000-4000-8000-000000000011", "nummer": 9011}')
]::jsonb[]) WITH ORDINALITY v (gegevens, nr);
GRANT SELECT ON invoer TO PUBLIC;

-- All or none.
\set SHOW_CONTEXT errors
SELECT * FROM klantinteracties.registreer_klantcontacten((SELECT array_agg(gegevens ORDER BY nr) FROM invoer));
SELECT * FROM klantinteracties.registreer_klantcontacten((SELECT array_agg(gegevens ORDER BY nr) FROM invoer WHERE nr IN (1, 7, 9, 2)));
\set SHOW_CONTEXT never
SELECT count(*) FROM klantcontact;
BEGIN;
SELECT * FROM klantinteracties.registreer_klantcontacten((SELECT array_agg(gegevens ORDER BY nr) FROM invoer WHERE nr IN (1, 7, 9, 11)));
COMMIT;
SELECT nummer FROM klantcontact ORDER BY nummer;
SELECT count(*) > 0 FROM klantinteracties.vernietig_klantcontacten(klantcontacten => (SELECT array_agg(id) FROM klantcontact), proef => false, grondslag => 'proef', register => 'ki');

-- One by one: those that are in order, and what is wrong with the others.
SELECT * FROM klantinteracties.registreer_klantcontacten((SELECT array_agg(gegevens ORDER BY nr) FROM invoer), true);
SELECT nummer FROM klantcontact ORDER BY nummer;
SELECT count(*) FROM betrokkene;
SELECT * FROM klantinteracties.controleer_register('ki');
-- Once more is nothing more.
SELECT volgnummer, klantcontact, regel FROM klantinteracties.registreer_klantcontacten_uit('SELECT gegevens FROM invoer ORDER BY nr', true);
SELECT count(*) FROM klantcontact;

-- From a query: one column of jsonb, as the caller.
SELECT klantinteracties.registreer_klantcontacten_uit('SELECT 1');
SELECT klantinteracties.registreer_klantcontacten_uit('SELECT gegevens, nr FROM invoer');
SELECT klantinteracties.registreer_klantcontacten_uit('DELETE FROM invoer');
SELECT klantinteracties.registreer_klantcontacten_uit('SELECT');
SELECT klantinteracties.registreer_klantcontacten_uit('SELECT 1; SELECT 2');
SELECT klantinteracties.registreer_klantcontacten_uit('geen SQL');
SELECT klantinteracties.registreer_klantcontacten_uit('SELECT gegevens / 0 FROM invoer');
SELECT count(*) FROM klantinteracties.registreer_klantcontacten_uit('SELECT gegevens FROM invoer WHERE false');
SELECT count(*) FROM klantinteracties.registreer_klantcontacten('{}');
SELECT * FROM klantinteracties.registreer_klantcontacten('{NULL}', true);
SELECT klantinteracties.registreer_klantcontacten(NULL);
SELECT klantinteracties.registreer_klantcontacten('{}', NULL);
SELECT klantinteracties.registreer_klantcontacten_uit(NULL);
SELECT klantinteracties.registreer_klantcontacten('{}', false, 'geen');
-- An error that is not of the klantcontact ends it, and leaves nothing.
CREATE ROLE regress_ki_niemand;
GRANT USAGE ON SCHEMA ki, proef TO regress_ki_niemand;
SET ROLE regress_ki_niemand;
SELECT * FROM klantinteracties.registreer_klantcontacten((SELECT array_agg(gegevens ORDER BY nr) FROM invoer WHERE nr = 11), true);
RESET ROLE;
CREATE FUNCTION pg_temp.streng() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.nummer = 9020 THEN RAISE 'niet vandaag'; END IF;
    IF NEW.nummer = 9021 THEN RAISE query_canceled; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER streng BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION pg_temp.streng();
SELECT * FROM klantinteracties.registreer_klantcontacten(ARRAY[proef.contact('{"nummer": 9020}')], true);
SELECT * FROM klantinteracties.registreer_klantcontacten(ARRAY[proef.contact('{"nummer": 9022}'), proef.contact('{"nummer": 9021}')], true);
DROP TRIGGER streng ON klantcontact;
-- Nor does a trigger of the user's end it by closing the cursor it reads from.
CREATE FUNCTION pg_temp.sluit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CLOSE ALL'; RETURN NEW; END $$;
CREATE TRIGGER sluit BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION pg_temp.sluit();
\set VERBOSITY sqlstate
SELECT klantinteracties.registreer_klantcontacten(ARRAY[proef.contact('{"nummer": 9023}')]);
SELECT klantinteracties.registreer_klantcontacten_uit($$SELECT proef.contact('{"nummer": 9023}')$$, true);
\set VERBOSITY terse
DROP TRIGGER sluit ON klantcontact;

-- What a batch keeps in memory grows with it only for the rules (events of deferred checks, new klantcontacten); its answer goes to disk. The source
-- looks at it now and then.
SET work_mem = '64kB';
CREATE FUNCTION pg_temp.geheugen() RETURNS text LANGUAGE sql AS
    $$ SELECT sum(used_bytes)::text FROM pg_backend_memory_contexts WHERE name NOT IN ('AfterTriggerEvents', 'new klantcontacten') $$;
CREATE FUNCTION pg_temp.groei(per_rij boolean) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
    groei numeric;
BEGIN
    PERFORM klantinteracties.registreer_klantcontacten_uit(
        'SELECT proef.contact(jsonb_build_object(''nummer'', 20000 + n, ''inhoud'', CASE WHEN n % 1000 = 0 THEN pg_temp.geheugen() ELSE ''x'' END))
           FROM generate_series(1, 3000) n', per_rij);
    SELECT straks.inhoud::numeric - eerst.inhoud::numeric INTO STRICT groei FROM klantcontact eerst, klantcontact straks
     WHERE eerst.nummer = 21000 AND straks.nummer = 23000;
    RAISE SQLSTATE 'UKOKE';
EXCEPTION WHEN SQLSTATE 'UKOKE' THEN
    RETURN groei;
END
$$;
SELECT pg_temp.groei(false) < 65536, pg_temp.groei(true) < 65536;
RESET work_mem;

-- Progress.
SELECT volgnummer, klantcontact IS NOT NULL, regel FROM klantinteracties.registreer_klantcontacten_uit(
    $$SELECT CASE WHEN n % 5000 <> 0 THEN '{}' ELSE proef.contact(jsonb_build_object('nummer', 10000 + n)) END FROM generate_series(1, 25000) n$$, true)
 WHERE volgnummer % 5000 = 0;

\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA ki CASCADE;
DROP SCHEMA proef CASCADE;
DROP ROLE regress_ki_niemand;
