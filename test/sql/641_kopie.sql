-- COPY under row security: what is copied out is what a SELECT shows; in goes nothing but by INSERT.
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set fixture :abs_srcdir /fixture/memo.sql
\i :fixture
SET client_min_messages = warning;
SET search_path = ki, proef;
CREATE ROLE regress_ki_kcc;
CREATE ROLE regress_ki_portaal;
GRANT USAGE ON SCHEMA proef TO PUBLIC;
SELECT count(*) FROM unnest('{lezen,registreren}'::text[]) b, klantinteracties.verleen('regress_ki_kcc', b) \g /dev/null
SELECT count(*) FROM klantinteracties.verleen('regress_ki_portaal', 'inzage') \g /dev/null
SELECT klantinteracties.corrigeer('klantcontact', id('K2'), '{"vertrouwelijk": "ja"}', 'op verzoek') \g /dev/null
RESET client_min_messages;
\set VERBOSITY terse
\set ECHO all
COPY (SELECT nummer, onderwerp FROM klantcontact ORDER BY nummer) TO STDOUT;
SET ROLE regress_ki_kcc;
COPY klantcontact (nummer, onderwerp) TO STDOUT;
COPY (SELECT nummer, onderwerp FROM klantcontact ORDER BY nummer) TO STDOUT;
COPY mutatielog (tabel) TO STDOUT;
\copy klantcontact (onderwerp, inhoud, plaatsgevonden_op) FROM '/dev/null'
BEGIN;
DECLARE alles CURSOR FOR SELECT nummer FROM klantcontact ORDER BY nummer;
FETCH ALL alles;
COMMIT;
SET ROLE regress_ki_portaal;
COPY klantcontact (nummer, onderwerp) TO STDOUT;
BEGIN;
SELECT klantinteracties.begin_inzage(id('P1'), 'DigiD');
COPY klantcontact (nummer, onderwerp) TO STDOUT;
COPY (SELECT rol, initiator FROM betrokkene ORDER BY initiator) TO STDOUT;
COPY partij TO STDOUT;
ROLLBACK;
RESET ROLE;
\set ECHO none
SET client_min_messages = warning;
DROP SCHEMA ki, proef CASCADE;
DROP ROLE regress_ki_kcc, regress_ki_portaal;
