-- Operators, operator classes and casts of ja_of_leeg. The functions are the server's own for boolean, since the values
-- are stored alike: empty sorts before "ja". LEAKPROOF lets an index on such a column serve a query under row security.

CREATE FUNCTION klantinteracties.ja_of_leeg_eq(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'booleq';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_eq(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of = operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_ne(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'boolne';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_ne(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of <> operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_lt(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'boollt';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_lt(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of < operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_le(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'boolle';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_le(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of <= operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_ge(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'boolge';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_ge(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of >= operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_gt(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'boolgt';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_gt(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'implementation of > operator';

CREATE FUNCTION klantinteracties.ja_of_leeg_cmp(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'btboolcmp';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_cmp(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS
    'less-equal-greater';

-- What boolean itself is hashed with up to 17. Hash indexes and partitions outlive an upgrade, so it stays.
CREATE FUNCTION klantinteracties.ja_of_leeg_hash(klantinteracties.ja_of_leeg) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'hashchar';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_hash(klantinteracties.ja_of_leeg) IS
    'hash';

CREATE FUNCTION klantinteracties.ja_of_leeg_hash_extended(klantinteracties.ja_of_leeg, bigint) RETURNS bigint
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'hashcharextended';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_hash_extended(klantinteracties.ja_of_leeg, bigint) IS
    'hash, 64 bits with a seed';

-- The operators are in pg_catalog, because an operator is looked up in the search_path, and PostgreSQL writes no schema
-- where IS DISTINCT FROM, NULLIF, CASE ... WHEN or USING compares: elsewhere "vertrouwelijk = 'ja'" would fail for whoever
-- lacks klantinteracties in the search_path, and so would the restore of a view with such a comparison.
CREATE OPERATOR pg_catalog.= (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_eq,
    COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR pg_catalog.= (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'equal';

CREATE OPERATOR pg_catalog.<> (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_ne,
    COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR pg_catalog.<> (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'not equal';

CREATE OPERATOR pg_catalog.< (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_lt,
    COMMUTATOR = OPERATOR(pg_catalog.>), NEGATOR = OPERATOR(pg_catalog.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR pg_catalog.< (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'less than';

CREATE OPERATOR pg_catalog.<= (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_le,
    COMMUTATOR = OPERATOR(pg_catalog.>=), NEGATOR = OPERATOR(pg_catalog.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR pg_catalog.<= (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'less than or equal';

CREATE OPERATOR pg_catalog.>= (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_ge,
    COMMUTATOR = OPERATOR(pg_catalog.<=), NEGATOR = OPERATOR(pg_catalog.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR pg_catalog.>= (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'greater than or equal';

CREATE OPERATOR pg_catalog.> (
    LEFTARG = klantinteracties.ja_of_leeg, RIGHTARG = klantinteracties.ja_of_leeg,
    FUNCTION = klantinteracties.ja_of_leeg_gt,
    COMMUTATOR = OPERATOR(pg_catalog.<), NEGATOR = OPERATOR(pg_catalog.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR pg_catalog.> (klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg) IS 'greater than';

CREATE OPERATOR FAMILY klantinteracties.ja_of_leeg_ops USING btree;
COMMENT ON OPERATOR FAMILY klantinteracties.ja_of_leeg_ops USING btree IS 'order of ja_of_leeg: empty, then "ja"';

CREATE OPERATOR CLASS klantinteracties.ja_of_leeg_ops
    DEFAULT FOR TYPE klantinteracties.ja_of_leeg USING btree FAMILY klantinteracties.ja_of_leeg_ops AS
    OPERATOR 1 pg_catalog.<,
    OPERATOR 2 pg_catalog.<=,
    OPERATOR 3 pg_catalog.=,
    OPERATOR 4 pg_catalog.>=,
    OPERATOR 5 pg_catalog.>,
    FUNCTION 1 klantinteracties.ja_of_leeg_cmp(klantinteracties.ja_of_leeg, klantinteracties.ja_of_leeg),
    FUNCTION 4 btequalimage(oid);
COMMENT ON OPERATOR CLASS klantinteracties.ja_of_leeg_ops USING btree IS 'order of ja_of_leeg: empty, then "ja"';

CREATE OPERATOR FAMILY klantinteracties.ja_of_leeg_ops USING hash;
COMMENT ON OPERATOR FAMILY klantinteracties.ja_of_leeg_ops USING hash IS 'hashing of ja_of_leeg';

CREATE OPERATOR CLASS klantinteracties.ja_of_leeg_ops
    DEFAULT FOR TYPE klantinteracties.ja_of_leeg USING hash FAMILY klantinteracties.ja_of_leeg_ops AS
    OPERATOR 1 pg_catalog.=,
    FUNCTION 1 klantinteracties.ja_of_leeg_hash(klantinteracties.ja_of_leeg),
    FUNCTION 2 klantinteracties.ja_of_leeg_hash_extended(klantinteracties.ja_of_leeg, bigint);
COMMENT ON OPERATOR CLASS klantinteracties.ja_of_leeg_ops USING hash IS 'hashing of ja_of_leeg';

-- A boolean is never taken for a ja_of_leeg, nor the other way round, unless the user says so: false and "not stated"
-- differ. A string is, on assignment, because drivers send their parameters as text or varchar. That a ja_of_leeg can be
-- assigned to text, and cast to any string type, needs no cast here: PostgreSQL gives that to every type.

CREATE FUNCTION klantinteracties.ja_of_leeg_naar_boolean(klantinteracties.ja_of_leeg) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_naar_boolean(klantinteracties.ja_of_leeg) IS
    'true for "ja", NULL for empty: what was not stated is not false';

CREATE CAST (klantinteracties.ja_of_leeg AS boolean)
    WITH FUNCTION klantinteracties.ja_of_leeg_naar_boolean(klantinteracties.ja_of_leeg);
COMMENT ON CAST (klantinteracties.ja_of_leeg AS boolean) IS 'explicit: "ja" is true, empty is NULL';

CREATE CAST (boolean AS klantinteracties.ja_of_leeg) WITHOUT FUNCTION;
COMMENT ON CAST (boolean AS klantinteracties.ja_of_leeg) IS 'explicit: true is "ja", false is empty, NULL is NULL';

CREATE CAST (text AS klantinteracties.ja_of_leeg) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (text AS klantinteracties.ja_of_leeg) IS 'reads "ja" in any case, or the empty string';

CREATE CAST (varchar AS klantinteracties.ja_of_leeg) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (varchar AS klantinteracties.ja_of_leeg) IS 'reads "ja" in any case, or the empty string';
