-- The default of every id of a register.

CREATE FUNCTION klantinteracties.uuid_v7() RETURNS uuid
    LANGUAGE C VOLATILE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION klantinteracties.uuid_v7() IS
    'a new UUID version 7; each is greater than the one before it in the same session';
