-- werk_register_bij() where there is nothing to do, and where it cannot; what it does is tested by test/t/002_bijwerken.pl.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET client_min_messages = warning;
CREATE ROLE regress_ki_ander;
-- What a register is made of, as one number.
CREATE FUNCTION proef.stand() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(pg_get_triggerdef(t.oid) || t.tgenabled::text, ' ' ORDER BY t.tgrelid::regclass::text, t.tgname))
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'ki'::regnamespace AND NOT t.tgisinternal
$$;
RESET client_min_messages;
\set SHOW_CONTEXT never
\set VERBOSITY terse
\set ECHO all

-- up to date: nothing changes, also by an owner who switched a trigger off
ALTER TABLE ki.klantcontact DISABLE TRIGGER "~regels";
SELECT proef.stand() AS stand \gset
SELECT klantinteracties.werk_register_bij('ki');
SELECT proef.stand() = :'stand' AS zelfde;
ALTER TABLE ki.klantcontact ENABLE TRIGGER "~regels";
SELECT klantinteracties.versie_van('ki') = extversion AS van_nu FROM pg_extension WHERE extname = 'klantinteracties';

-- who may, and what it works on
SELECT klantinteracties.werk_register_bij(NULL);
SELECT klantinteracties.werk_register_bij('niets');
SELECT klantinteracties.werk_register_bij('proef');
SET ROLE regress_ki_ander;
SELECT klantinteracties.werk_register_bij('ki');
SELECT klantinteracties.zet_versie('ki', '0');
RESET ROLE;
BEGIN READ ONLY;
SELECT klantinteracties.werk_register_bij('ki');
ROLLBACK;
BEGIN;
INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
SELECT klantinteracties.werk_register_bij('ki');
ROLLBACK;

-- the version is one argument of a trigger, and the others stay
BEGIN;
SELECT klantinteracties.stel_regel_in('klantcontact_heeft_inhoud', 'eis_inhoud', 'off', 'ki');
SELECT klantinteracties.zet_versie('ki', '0.9');
SELECT versie, bijgewerkt FROM klantinteracties.registers WHERE register = 'ki';
SELECT substring(pg_get_triggerdef(oid) FROM '\(''.*') AS argumenten FROM pg_trigger WHERE tgname = '~regels' AND tgrelid = 'ki.klantcontact'::regclass;
-- a version that nothing leads on from
\set VERBOSITY default
SELECT klantinteracties.werk_register_bij('ki');
ROLLBACK;

-- what lags behind is said: all together, and where something is missing
BEGIN;
SELECT klantinteracties.zet_versie('ki', '0.9');
SELECT klantinteracties.meld_achterstand();
ALTER TABLE ki.klantcontact RENAME todo TO te_doen;
INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
ROLLBACK;
BEGIN;
SELECT klantinteracties.zet_versie('ki', '0.9');
DROP TABLE ki.mutatielog;
UPDATE ki.interne_taak SET toelichting = 'x' WHERE id = proef.id('T1');
ROLLBACK;
SELECT klantinteracties.meld_achterstand();
BEGIN;
ALTER TABLE ki.klantcontact RENAME todo TO te_doen;
INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
ROLLBACK;

\set ECHO none
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
DROP ROLE regress_ki_ander;
