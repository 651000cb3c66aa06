-- How functions that are written in SQL or plpgsql find their register. They have no SET search_path, which would hide that of the
-- caller from them, so they qualify every name and operator.

CREATE FUNCTION klantinteracties.register_van(register name DEFAULT NULL) RETURNS name
    LANGUAGE C STABLE PARALLEL RESTRICTED AS 'MODULE_PATHNAME', 'ki_register_van';
COMMENT ON FUNCTION klantinteracties.register_van(name) IS
'The schema of the register of this name, or of the first register of the search_path: what every function with a parameter register works on. 3F000 if there is none.';
