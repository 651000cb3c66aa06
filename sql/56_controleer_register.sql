CREATE FUNCTION klantinteracties.controleer_register(register name DEFAULT NULL)
RETURNS TABLE (regel text, tabel text, id text, melding text)
LANGUAGE C STABLE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_controleer_register';
COMMENT ON FUNCTION klantinteracties.controleer_register(name) IS
'Checks every rule again over all that a register holds, the first register of the search_path unless named: after a load with the triggers off, a replication, a crash. Returns the constraint name of the rule, the table, the id of the row and what is wrong with it; no row means that the register is sound. Rule options count as they are now. What depended on the moment of registration cannot be checked any more: whether a code or actor was active, a part in time, a change allowed or verified. The caller needs SELECT on all tables of the register and gets an error (42501) where row security would hide rows. Works on a standby.';
