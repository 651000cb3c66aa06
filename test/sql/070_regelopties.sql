-- The options of the rules: arguments of a register's triggers, changed by its owner only, in the register that is named.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/register.sql
\i :fixture
\set ECHO all
\set SHOW_CONTEXT never
SET search_path = ki, proef, klantinteracties;
SET client_min_messages = warning;
CREATE FUNCTION proef.opties(tabel regclass) RETURNS text LANGUAGE sql AS $$
    SELECT regexp_replace(translate(encode(tgargs, 'escape'), '\', ' '), '000|versie=\S+ ', '', 'g') FROM pg_trigger
     WHERE tgrelid = tabel AND tgname = '~regels'
$$;
CREATE FUNCTION proef.zonder_inhoud() RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1, 'inhoud', NULL), proef.ac(1, 'A1'), proef.bb(1, 'P1')], 'insert'))
$$;
CREATE FUNCTION proef.zonder_doel() RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1)], 'insert'))
$$;
CREATE FUNCTION proef.over(duur interval) RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1, 'plaatsgevonden_op', (clock_timestamp() + duur)::text), proef.ac(1, 'A1'),
                                                 proef.bb(1, 'P1')], 'insert'))
$$;
CREATE FUNCTION proef.twee_zaken() RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1, 'P1'), proef.zaak(1, 'Z1'), proef.zaak(1, 'Z2')],
                                           'insert'))
$$;
CREATE FUNCTION proef.base(VARIADIC erbij jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT proef.uitkomst(proef.opdrachten(ARRAY[proef.kc(1), proef.ac(1, 'A1'), proef.bb(1, 'P1')] || erbij, 'insert'))
$$;

SELECT opties('klantcontact'), opties('onderwerpobject'), opties('bijlage');
SELECT pg_get_triggerdef(oid) ~ $$klantcontact_regels\('versie=[0-9.]+', 'toekomst_tolerantie=0', 'aanvulvenster=0', 'eis_inhoud=on', $$ AS zichtbaar
  FROM pg_trigger WHERE tgrelid = 'klantcontact'::regclass AND tgname = '~regels';

-- Each off or on, and back. The register's own name for a switch is on or off.
SELECT zonder_inhoud();
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'NO');
SELECT opties('klantcontact'), zonder_inhoud();
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'true');
SELECT opties('klantcontact'), zonder_inhoud();

SELECT zonder_doel();
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off');
SELECT opties('klantcontact'), zonder_doel();
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'on');

SELECT base(), base(it(1)), base(zaak(1, 'Z1')), base(oo(1, 'onderwerp_was_klanttaak', 'L1'));
SELECT stel_regel_in('klantcontact_heeft_opvolging', 'eis_interne_taak_of_zaak', 'on');
SELECT base(), base(it(1)), base(zaak(1, 'Z1')), base(oo(1, 'onderwerp_was_klanttaak', 'L1'));
SELECT stel_regel_in('klantcontact_heeft_opvolging', 'eis_interne_taak_of_zaak', 'off');

SELECT twee_zaken();
SELECT stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');
SELECT opties('onderwerpobject'), twee_zaken();
SELECT stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'on');

SELECT over('1 hour');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '90 minutes');
SELECT opties('klantcontact'), over('1 hour'), over('2 hours');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '0');

-- Within the aanvulvenster parts may come later, and are counted with those that were there.
SELECT uitkomst(opdrachten(ARRAY[bl(90)], 'insert'));
SELECT stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '1 day');
SELECT uitkomst(opdrachten(ARRAY[bl(90)], 'insert')) AS bl, uitkomst(opdrachten(ARRAY[ac(90, 'A2')], 'insert')) AS ac,
       uitkomst(opdrachten(ARRAY[bb(90, 'P4')], 'insert')) AS bb, uitkomst(opdrachten(ARRAY[zaak(90, 'Z1')], 'insert')) AS zaak,
       uitkomst(opdrachten(ARRAY[zaak(90, 'Z1'), zaak(90, 'Z2')], 'insert')) AS zaken;
UPDATE bijlage SET id = id;
UPDATE klantcontact SET inhoud = inhoud || ' Antwoord.';
SELECT stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '1 microsecond');
SELECT uitkomst(opdrachten(ARRAY[bl(90)], 'insert'));
SELECT stel_regel_in('klantcontact_deel_tijdig', 'aanvulvenster', '0');

-- It is part of the transaction.
BEGIN;
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off');
SELECT zonder_inhoud();
ROLLBACK;
SELECT opties('klantcontact'), zonder_inhoud();

-- What is pending is checked first, under the option as it was; then all is deferred again, as a transaction begins.
BEGIN;
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1, 'inhoud', NULL), ac(1, 'A1'), bb(1, 'P1')], 'insert'); END $$;
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off');
COMMIT;
BEGIN;
SET CONSTRAINTS ALL IMMEDIATE;
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off');
DO $$ BEGIN EXECUTE opdrachten(ARRAY[kc(1, 'inhoud', NULL), ac(1, 'A1')], 'insert'); END $$;
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'on');
COMMIT;
SELECT opties('klantcontact'), count(*) FROM klantcontact;

-- Another trigger of the register, its name, its arguments and what it fires on stay; so do other registers.
SELECT maak_register('regress_ander');
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off', 'regress_ander');
SELECT opties('regress_ander.klantcontact'), opties('klantcontact');
DROP SCHEMA regress_ander CASCADE;
ALTER TRIGGER "~regels" ON klantcontact RENAME TO "~de ""regels""";
ALTER TABLE klantcontact ENABLE ALWAYS TRIGGER "~de ""regels""";
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off');
SELECT tgname, tgenabled, encode(tgargs, 'escape') LIKE '%eis\_doel=off%' AS uit FROM pg_trigger
 WHERE tgrelid = 'klantcontact'::regclass AND tgname IN ('geen_truncate', 'klantcontact_volledig', '~de "regels"') ORDER BY tgname COLLATE "C";
ALTER TRIGGER "~de ""regels""" ON klantcontact RENAME TO "~regels";
ALTER TABLE klantcontact ENABLE REPLICA TRIGGER "~regels";
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'on');
ALTER TABLE onderwerpobject DISABLE TRIGGER "~regels";
SELECT stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'on');
SELECT tgrelid::regclass, tgenabled FROM pg_trigger
 WHERE tgrelid IN ('klantcontact'::regclass, 'onderwerpobject'::regclass) AND tgname = '~regels' ORDER BY 1;
ALTER TABLE klantcontact ENABLE TRIGGER "~regels";
ALTER TABLE onderwerpobject ENABLE TRIGGER "~regels";
-- An option that an older version did not know is added.
CREATE OR REPLACE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON klantcontact
    FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels('versie=0.9', 'eis_doelen=x');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off');
SELECT opties('klantcontact'), zonder_doel();

-- What is not an option, or not a value of it.
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis', 'off');
SELECT stel_regel_in('klantcontact_heeft_doel', 'Eis_doel', 'off');
SELECT stel_regel_in('klantcontact_heeft_inhoud', 'eis_doel', 'off');
SELECT stel_regel_in('geen_regel', 'eis_doel', 'off');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'soms');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', '');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '-1 second');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '1 day -1 hour');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', 'morgen');
SELECT stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '1000000 years');
SELECT stel_regel_in(NULL, 'eis_doel', 'off');
SELECT stel_regel_in('klantcontact_heeft_doel', NULL, 'off');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', NULL);
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'nergens');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'public');
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'pg_catalog');
SET search_path = public;
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off');
SET search_path = ki, proef, klantinteracties;
-- A value that the owner wrote into the trigger by hand is not guessed at, in any statement of the session.
CREATE OR REPLACE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON klantcontact
    FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels('versie=1.0', 'eis_doel=soms');
SELECT base();
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
INSERT INTO klantcontact (onderwerp, plaatsgevonden_op) VALUES ('x', '2023-01-01');
DELETE FROM klantcontact;
CREATE OR REPLACE TRIGGER "~regels" BEFORE INSERT OR UPDATE OR DELETE ON klantcontact
    FOR EACH ROW EXECUTE FUNCTION klantinteracties.klantcontact_regels('versie=1.0');
SELECT base();

-- Only the owner, and no setting of a session.
CREATE ROLE regress_ki_gast;
GRANT USAGE ON SCHEMA ki TO regress_ki_gast;
GRANT ALL ON ALL TABLES IN SCHEMA ki TO regress_ki_gast;
SET ROLE regress_ki_gast;
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'ki');
SELECT stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off', 'ki');
SET klantinteracties.eis_doel = off;
SELECT zonder_doel();
RESET ROLE;
SELECT opties('klantcontact');
DROP OWNED BY regress_ki_gast;
DROP ROLE regress_ki_gast;
BEGIN READ ONLY;
SELECT stel_regel_in('klantcontact_heeft_doel', 'eis_doel', 'off', 'ki');
ROLLBACK;

\set ECHO none
\set fixture :abs_srcdir /fixture/opruimen.sql
\i :fixture
