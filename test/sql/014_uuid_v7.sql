-- uuid_v7(): version and variant, order, uniqueness, time.
CREATE TEMPORARY TABLE u AS
    SELECT i, klantinteracties.uuid_v7() AS id FROM generate_series(1, 100000) i;

-- Not one of 100000 is a duplicate, out of order, or of another version or variant.
SELECT count(DISTINCT id) AS verschillend FROM u;
SELECT count(*) AS niet_oplopend FROM (SELECT id > lag(id) OVER (ORDER BY i) AS hoger FROM u) s WHERE NOT hoger;
SELECT count(*) AS andere_versie FROM u WHERE substr(id::text, 15, 1) <> '7';
SELECT count(*) AS andere_variant FROM u WHERE substr(id::text, 20, 1) NOT IN ('8', '9', 'a', 'b');

-- The order holds from one statement to the next, and over a rollback.
SELECT max(id::text) AS vorige FROM u \gset
SELECT klantinteracties.uuid_v7() > :'vorige' AS hoger;
BEGIN;
SELECT klantinteracties.uuid_v7() AS vorige \gset
ROLLBACK;
SELECT klantinteracties.uuid_v7() > :'vorige' AS hoger;

-- The first 48 bits are the time in milliseconds; a minute covers a slow machine.
SELECT abs(extract(epoch FROM clock_timestamp()) * 1000
           - ('x' || replace(left(klantinteracties.uuid_v7()::text, 13), '-', ''))::bit(48)::bigint) < 60000 AS nu;

-- The twelve bits after the version split the millisecond: they are not constant, and reach from low to high.
SELECT min(deel) < 1024 AS laag, max(deel) >= 3072 AS hoog
  FROM (SELECT ('x' || substr(id::text, 16, 3))::bit(12)::integer AS deel FROM u) s;

-- The rest is random: each of its 62 bits is about as often one as zero. The bounds are 20 standard deviations wide.
SELECT count(*) AS bits, count(*) FILTER (WHERE een NOT BETWEEN 4000 AND 6000) AS scheef
  FROM (SELECT b, count(*) FILTER (WHERE get_bit(uuid_send(id), b) = 1) AS een
          FROM u, generate_series(64, 127) b
         WHERE i <= 10000 AND b NOT IN (70, 71)     -- the variant; get_bit counts from the low end of each byte
         GROUP BY b) s;

-- As the default of a key.
CREATE TEMPORARY TABLE k (id uuid PRIMARY KEY DEFAULT klantinteracties.uuid_v7(), n integer);
INSERT INTO k (n) SELECT generate_series(1, 3);
SELECT n FROM k ORDER BY id;

SELECT provolatile, proparallel, proisstrict FROM pg_proc WHERE oid = 'klantinteracties.uuid_v7'::regproc;
