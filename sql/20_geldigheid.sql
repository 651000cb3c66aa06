-- Is this text a valid number or address (KI-106, KI-113)? Only ASCII digits count; blanks and signs are refused.

CREATE FUNCTION klantinteracties.is_bsn(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_bsn(text) IS
    'nine digits, not all zero, that pass the 11-test';

CREATE FUNCTION klantinteracties.is_rsin(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_rsin(text) IS
    'nine digits, not all zero, that pass the 11-test';

CREATE FUNCTION klantinteracties.is_kvk_nummer(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_kvk_nummer(text) IS
    'eight digits';

CREATE FUNCTION klantinteracties.is_vestigingsnummer(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_vestigingsnummer(text) IS
    'twelve digits';

CREATE FUNCTION klantinteracties.is_oin(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_oin(text) IS
    'twenty digits';

CREATE FUNCTION klantinteracties.is_nummeraanduiding_id(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_nummeraanduiding_id(text) IS
    'sixteen digits';

CREATE FUNCTION klantinteracties.is_e_mailadres(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_e_mailadres(text) IS
    'at most 254 characters, with an "@" that is neither first nor last, and a full stop';

CREATE FUNCTION klantinteracties.is_telefoonnummer(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_telefoonnummer(text) IS
    'without blanks, hyphens, parentheses and full stops: ten digits from 01, not 0800 or 0900; or 00 and 7 to 13 digits; or a plus sign and 9 to 15 digits';

CREATE FUNCTION klantinteracties.is_taalcode(text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.is_taalcode(text) IS
    'three lower case letters of ASCII, as in ISO 639-2';

-- Stands in a unique index (KI-117). LEAKPROOF, or that index could not serve a search under row security: the function
-- raises no error, whatever the address.
CREATE FUNCTION klantinteracties.normaliseer_digitaal_adres(soort text, adres text) RETURNS text
    LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.normaliseer_digitaal_adres(text, text) IS
    'the form in which addresses of one soort compare: E.164 for a valid phone number (soort 1, 3, 6), lower case of the ASCII letters for e-mail (2), otherwise unchanged';
