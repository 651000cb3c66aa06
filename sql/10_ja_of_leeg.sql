-- ja_of_leeg: a fact that the standard states as "ja" or not at all. It is stored as a boolean is, which LIKE says.

CREATE TYPE klantinteracties.ja_of_leeg;

CREATE FUNCTION klantinteracties.ja_of_leeg_in(cstring) RETURNS klantinteracties.ja_of_leeg
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_in(cstring) IS
    'reads "ja" in any case, or the empty string; refuses everything else';

CREATE FUNCTION klantinteracties.ja_of_leeg_out(klantinteracties.ja_of_leeg) RETURNS cstring
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_out(klantinteracties.ja_of_leeg) IS
    'writes "ja" or the empty string';

CREATE FUNCTION klantinteracties.ja_of_leeg_recv(internal) RETURNS klantinteracties.ja_of_leeg
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_recv(internal) IS
    'reads the binary form, which is the text form';

CREATE FUNCTION klantinteracties.ja_of_leeg_send(klantinteracties.ja_of_leeg) RETURNS bytea
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.ja_of_leeg_send(klantinteracties.ja_of_leeg) IS
    'writes the binary form, which is the text form';

CREATE TYPE klantinteracties.ja_of_leeg (
    INPUT = klantinteracties.ja_of_leeg_in,
    OUTPUT = klantinteracties.ja_of_leeg_out,
    RECEIVE = klantinteracties.ja_of_leeg_recv,
    SEND = klantinteracties.ja_of_leeg_send,
    LIKE = boolean
);
COMMENT ON TYPE klantinteracties.ja_of_leeg IS
    '"ja" or empty; empty says that it was not stated, and there is no "nee"';
