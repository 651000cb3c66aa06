
CREATE FUNCTION klantinteracties.registreer_klantcontact(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_klantcontact';
COMMENT ON FUNCTION klantinteracties.registreer_klantcontact(jsonb, name) IS
'Registers one klantcontact with all its parts from JSON, by the names of the VNG exchange model, as klantcontact_json() writes them (KI-28). Returns its id. Inserts as the caller: privileges, row security and every rule hold, those over several rows when the transaction commits. If an id is given, the same content may be sent again: the klantcontact is registered once. 23505 klantcontact_eenmalig for other content with that id, class 22 with the JSON path for what is not the exchange model, 23503 for a reference to nothing, 22004 for a null.';

CREATE FUNCTION klantinteracties.registreer_partij(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_partij';
COMMENT ON FUNCTION klantinteracties.registreer_partij(jsonb, name) IS
'Registers one partij from JSON, by the names that partij_json() writes, with its identificatoren, digitale adressen and whom it represented, and with "verificatie", the proof of who it is that KI-52 demands: {"handeling", "grond", "middel"}. Returns its id. For the rest as registreer_klantcontact().';

CREATE FUNCTION klantinteracties.registreer_antwoord(taak uuid, gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_antwoord';
COMMENT ON FUNCTION klantinteracties.registreer_antwoord(uuid, jsonb, name) IS
'Registers the klantcontact that answers an interne taak, from JSON as registreer_klantcontact() takes it (KI-47): its onderwerpobject is the taak, which is verwerkt now, and its betrokkenen, unless it names them, are those of the question, none of them initiator (KI-80). Returns its id. 22023 for a taak that does not exist, 23514 interne_taak_overgang for one that is verwerkt already; for the rest as registreer_klantcontact().';
