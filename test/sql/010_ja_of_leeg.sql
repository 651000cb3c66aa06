-- ja_of_leeg (KI-31, KI-32, KI-33). The search_path is the default one: the type must work without klantinteracties in it.
CREATE SCHEMA test_ja;
CREATE TABLE test_ja.t (id integer PRIMARY KEY, w klantinteracties.ja_of_leeg);

-- Text: "ja" in any case, or empty; it is written as "ja" or empty.
INSERT INTO test_ja.t VALUES (1, 'ja'), (2, 'Ja'), (3, 'JA'), (4, 'jA'), (5, ''), (6, NULL);
SELECT id, w, w IS NULL AS is_null FROM test_ja.t ORDER BY id;

-- Anything else is refused, with 22P02.
SELECT 'nee'::klantinteracties.ja_of_leeg;
\echo :LAST_ERROR_SQLSTATE
SELECT 'j'::klantinteracties.ja_of_leeg;
SELECT 'x'::klantinteracties.ja_of_leeg;
SELECT 'xx'::klantinteracties.ja_of_leeg;
SELECT 'jx'::klantinteracties.ja_of_leeg;
SELECT ' ja'::klantinteracties.ja_of_leeg;
SELECT 'ja '::klantinteracties.ja_of_leeg;
SELECT ' '::klantinteracties.ja_of_leeg;
SELECT 'jaa'::klantinteracties.ja_of_leeg;
SELECT 'true'::klantinteracties.ja_of_leeg;
SELECT 'onbekend'::klantinteracties.ja_of_leeg;

-- How a value is stored is for ever: as a boolean is.
SELECT typlen, typbyval, typalign, typstorage, typcategory
  FROM pg_type
 WHERE oid = 'klantinteracties.ja_of_leeg'::regtype;

-- Soft errors, where the server has them (16 and later); before it the answer here is given, not tested.
SELECT current_setting('server_version_num')::integer >= 160000 AS zacht,
       current_setting('server_version_num')::integer >= 170000 AS zachte_copy \gset
\if :zacht
    SELECT pg_input_is_valid('Ja', 'klantinteracties.ja_of_leeg') AS ja,
           pg_input_is_valid('', 'klantinteracties.ja_of_leeg') AS leeg,
           pg_input_is_valid('nee', 'klantinteracties.ja_of_leeg') AS nee \gset
    SELECT sql_error_code AS code FROM pg_input_error_info('nee', 'klantinteracties.ja_of_leeg') \gset
\else
    \set ja t
    \set leeg t
    \set nee f
    \set code 22P02
\endif
\echo ja :ja, leeg :leeg, nee :nee :code

CREATE TABLE test_ja.zacht (w klantinteracties.ja_of_leeg);
\if :zachte_copy
    SET client_min_messages = warning;
    COPY test_ja.zacht FROM PROGRAM 'printf "ja\nnee\n\nJA\n"' WITH (ON_ERROR ignore);
    RESET client_min_messages;
\else
    INSERT INTO test_ja.zacht VALUES ('ja'), (''), ('JA');
\endif
SELECT count(*), count(*) FILTER (WHERE w = 'ja') AS ja FROM test_ja.zacht;

-- COPY, as text, CSV and binary, brings back what went out.
CREATE TABLE test_ja.terug (LIKE test_ja.t);
COPY test_ja.t TO STDOUT;
COPY test_ja.t TO STDOUT WITH (FORMAT csv);
COPY test_ja.terug FROM STDIN WITH (FORMAT csv);
1,ja
2,""
3,
\.
SELECT id, w, w IS NULL AS is_null FROM test_ja.terug ORDER BY id;
TRUNCATE test_ja.terug;
COPY test_ja.t TO PROGRAM 'cat > ja_of_leeg.copy' WITH (FORMAT binary);
COPY test_ja.terug FROM PROGRAM 'cat ja_of_leeg.copy; rm ja_of_leeg.copy' WITH (FORMAT binary);
SELECT count(*) FROM test_ja.terug JOIN test_ja.t USING (id) WHERE terug.w IS NOT DISTINCT FROM t.w;

-- The binary form is the text, and is read as strictly.
SELECT klantinteracties.ja_of_leeg_send('JA') AS ja, klantinteracties.ja_of_leeg_send('') AS leeg;
COPY test_ja.terug (w) FROM PROGRAM
    'printf "PGCOPY\n\377\r\n\000\000\000\000\000\000\000\000\000\000\001\000\000\000\003nee\377\377"' WITH (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
-- The stored form is not the binary form.
\set VERBOSITY sqlstate
COPY test_ja.terug (w) FROM PROGRAM
    'printf "PGCOPY\n\377\r\n\000\000\000\000\000\000\000\000\000\000\001\000\000\000\001\001\377\377"' WITH (FORMAT binary);
\set VERBOSITY default

-- Casts with boolean: only explicit, and empty is not false.
SELECT true::klantinteracties.ja_of_leeg AS true, false::klantinteracties.ja_of_leeg AS false,
       NULL::boolean::klantinteracties.ja_of_leeg IS NULL AS null_is_null;
SELECT 'ja'::klantinteracties.ja_of_leeg::boolean AS ja, ''::klantinteracties.ja_of_leeg::boolean IS NULL AS leeg_is_null,
       NULL::klantinteracties.ja_of_leeg::boolean IS NULL AS null_is_null;
INSERT INTO test_ja.t VALUES (10, true);
SELECT id FROM test_ja.t WHERE w;
CREATE TABLE test_ja.vlag (v boolean);
INSERT INTO test_ja.vlag SELECT w FROM test_ja.t;
SELECT 'ja'::klantinteracties.ja_of_leeg = true;

-- Casts with strings: from text and varchar on assignment, to them on assignment, as drivers need.
BEGIN;
INSERT INTO test_ja.t VALUES (10, 'JA'::text), (11, ''::varchar), (12, 'ja'::varchar(10));
UPDATE test_ja.t SET w = lower('JA') WHERE id = 11;
SELECT id, w FROM test_ja.t WHERE id >= 10 ORDER BY id;
PREPARE met_text(integer, text) AS INSERT INTO test_ja.t VALUES ($1, $2) RETURNING w;
PREPARE met_varchar(integer, varchar) AS INSERT INTO test_ja.t VALUES ($1, $2) RETURNING w;
EXECUTE met_text(20, 'Ja');
EXECUTE met_varchar(21, '');
SAVEPOINT s;
EXECUTE met_text(22, 'nee');
ROLLBACK TO s;
EXECUTE met_varchar(22, ' ja');
ROLLBACK;
DEALLOCATE ALL;
CREATE TABLE test_ja.tekst (t text, v varchar);
INSERT INTO test_ja.tekst SELECT w, w FROM test_ja.t WHERE id IN (1, 5) RETURNING *;
SELECT w || '!' AS plak, to_jsonb(w) AS json FROM test_ja.t WHERE id IN (1, 5) ORDER BY id;

-- Two types meet in a comparison only when the user says how.
SELECT 'ja'::klantinteracties.ja_of_leeg = 'ja'::text;

-- Operators and the constructs that look for an operator named "=", "<" or ">".
SELECT a AS l, b AS r, a = b AS eq, a <> b AS ne, a < b AS lt, a <= b AS le, a > b AS gt, a >= b AS ge
  FROM (VALUES ('ja'::klantinteracties.ja_of_leeg), ('')) x(a), (VALUES ('ja'::klantinteracties.ja_of_leeg), ('')) y(b)
 ORDER BY a, b;
SELECT id, w IS DISTINCT FROM 'ja' AS anders, NULLIF(w, '') IS NULL AS niet_ja, CASE w WHEN 'Ja' THEN 1 ELSE 0 END AS een,
       w IN ('JA') AS in_lijst, w = ANY ('{ja}') AS in_array
  FROM test_ja.t WHERE id IN (1, 5, 6) ORDER BY id;

-- The server stands by what an operator class promises.
SELECT amname, amvalidate(opc.oid)
  FROM pg_opclass opc JOIN pg_am am ON am.oid = opcmethod
 WHERE opcintype = 'klantinteracties.ja_of_leeg'::regtype ORDER BY 1;

-- ORDER BY, DISTINCT, GROUP BY.
SELECT w, id FROM test_ja.t ORDER BY w DESC NULLS LAST, id;
SELECT DISTINCT w FROM test_ja.t ORDER BY w;
SELECT w, count(*) FROM test_ja.t GROUP BY w ORDER BY w;

-- The hash is one of two and follows equality; the extended one too, and minds its seed.
SELECT count(DISTINCT klantinteracties.ja_of_leeg_hash(w)) AS hashes,
       count(DISTINCT klantinteracties.ja_of_leeg_hash_extended(w, 7)) AS extended,
       bool_and(klantinteracties.ja_of_leeg_hash_extended(w, 7) <> klantinteracties.ja_of_leeg_hash_extended(w, 8)) AS seeded,
       bool_and(klantinteracties.ja_of_leeg_hash_extended(w, 0) & x'FFFFFFFF'::bigint
                = klantinteracties.ja_of_leeg_hash(w) & x'FFFFFFFF'::bigint) AS same_low_half
  FROM test_ja.t;

-- Index, hash join, merge join.
CREATE TABLE test_ja.groot (id integer PRIMARY KEY, w klantinteracties.ja_of_leeg NOT NULL DEFAULT '');
INSERT INTO test_ja.groot SELECT i, (i % 1000 = 0)::klantinteracties.ja_of_leeg FROM generate_series(1, 10000) i;
CREATE INDEX groot_w ON test_ja.groot (w);
CREATE INDEX groot_w_hash ON test_ja.groot USING hash (w);
ANALYZE test_ja.groot;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM test_ja.groot WHERE w > '' ORDER BY w;
SELECT count(*) FROM test_ja.groot WHERE w > '';
DROP INDEX test_ja.groot_w;
EXPLAIN (COSTS OFF) SELECT id FROM test_ja.groot WHERE w = 'ja';
SELECT count(*) FROM test_ja.groot WHERE w = 'ja';
RESET enable_seqscan;
RESET enable_bitmapscan;
CREATE TABLE test_ja.klein AS SELECT w FROM test_ja.t WHERE id <= 3;
ANALYZE test_ja.klein;
SET enable_nestloop = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM test_ja.groot JOIN test_ja.klein USING (w);
SELECT count(*) FROM test_ja.groot JOIN test_ja.klein USING (w);
RESET enable_mergejoin;
SET enable_hashjoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM test_ja.groot JOIN test_ja.klein USING (w);
SELECT count(*) FROM test_ja.groot JOIN test_ja.klein USING (w);
RESET enable_hashjoin;
RESET enable_nestloop;

-- The index serves under row security too, because the operators are leakproof.
BEGIN;
CREATE ROLE regress_ki_lezer;
GRANT USAGE ON SCHEMA test_ja TO regress_ki_lezer;
GRANT SELECT ON test_ja.groot TO regress_ki_lezer;
ALTER TABLE test_ja.groot ENABLE ROW LEVEL SECURITY;
CREATE POLICY even ON test_ja.groot USING (id % 2 = 0);
SET LOCAL ROLE regress_ki_lezer;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM test_ja.groot WHERE w = 'ja';
ROLLBACK;

-- A btree of few values is small, because equal entries share one key (equalimage).
CREATE INDEX groot_w ON test_ja.groot (w);
CREATE INDEX groot_w_los ON test_ja.groot (w) WITH (deduplicate_items = off);
SELECT pg_relation_size('test_ja.groot_w') * 2 < pg_relation_size('test_ja.groot_w_los') AS klein;

-- Partitioning by hash and by list.
CREATE TABLE test_ja.deel (w klantinteracties.ja_of_leeg) PARTITION BY HASH (w);
CREATE TABLE test_ja.deel_0 PARTITION OF test_ja.deel FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE test_ja.deel_1 PARTITION OF test_ja.deel FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO test_ja.deel VALUES ('ja'), (''), ('JA');
SELECT count(DISTINCT tableoid) AS delen, count(*) FROM test_ja.deel GROUP BY w ORDER BY count(*);
CREATE TABLE test_ja.lijst (w klantinteracties.ja_of_leeg) PARTITION BY LIST (w);
CREATE TABLE test_ja.lijst_ja PARTITION OF test_ja.lijst FOR VALUES IN ('JA');
INSERT INTO test_ja.lijst VALUES ('ja') RETURNING tableoid::regclass, w;
INSERT INTO test_ja.lijst VALUES ('');

SET client_min_messages = warning;
DROP SCHEMA test_ja CASCADE;
