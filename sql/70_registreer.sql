
CREATE FUNCTION klantinteracties.registreer_klantcontact(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_klantcontact';
COMMENT ON FUNCTION klantinteracties.registreer_klantcontact(jsonb, name) IS
'Registers one klantcontact with all its parts from JSON, by the names of the VNG exchange model, as klantcontact_json() writes them (KI-28). Returns its id. Inserts as the caller: privileges, row security and every rule hold, those over several rows when the transaction commits. Class 22 with the JSON path for what is not the exchange model, 23503 for a reference to nothing, 22004 for a null.';

CREATE FUNCTION klantinteracties.registreer_partij(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_partij';
COMMENT ON FUNCTION klantinteracties.registreer_partij(jsonb, name) IS
'Registers one partij from JSON, by the names that partij_json() writes, with its identificatoren, digitale adressen and whom it represented, and with "verificatie", the proof of who it is that KI-52 demands: {"handeling", "grond", "middel"}. Returns its id. For the rest as registreer_klantcontact().';
