
CREATE FUNCTION klantinteracties.registreer_klantcontact(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_klantcontact';
COMMENT ON FUNCTION klantinteracties.registreer_klantcontact(jsonb, name) IS
'Registers one klantcontact with all its parts from JSON, by the names of the VNG exchange model, as klantcontact_json() writes them (KI-28). Returns its id. Inserts as the caller: privileges, row security and every rule hold, those over several rows when the transaction commits. If an id is given, the same content may be sent again: the klantcontact is registered once. 23505 klantcontact_eenmalig for other content with that id, class 22 with the JSON path for what is not the exchange model, 23503 for a reference to nothing, 22004 for a null.';

CREATE FUNCTION klantinteracties.registreer_partij(gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_partij';
COMMENT ON FUNCTION klantinteracties.registreer_partij(jsonb, name) IS
'Registers one partij from JSON, by the names that partij_json() writes, with its identificatoren, digitale adressen and whom it represented, and with "verificatie", the proof of who it is that KI-52 demands: {"handeling", "grond", "middel"}. Returns its id. One that comes again is refused by the key that is taken, as 23505 of its id, nummer or identificator. For the rest as registreer_klantcontact().';

CREATE FUNCTION klantinteracties.registreer_antwoord(taak uuid, gegevens jsonb, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 3000 AS 'MODULE_PATHNAME', 'ki_registreer_antwoord';
COMMENT ON FUNCTION klantinteracties.registreer_antwoord(uuid, jsonb, name) IS
'Registers the klantcontact that answers an interne taak, from JSON as registreer_klantcontact() takes it (KI-47): its onderwerpobject is the taak, which is verwerkt now, and its betrokkenen, unless it names them, are those of the question, none of them initiator (KI-80). Returns its id. 22023 for a taak that does not exist, 23514 interne_taak_overgang for one that is verwerkt already; for the rest as registreer_klantcontact().';

CREATE FUNCTION klantinteracties.registreer_klantcontacten(gegevens jsonb[], per_rij boolean DEFAULT false, register name DEFAULT NULL)
RETURNS TABLE (volgnummer bigint, klantcontact uuid, sqlstate text, regel text, melding text, uitleg text, plaats text)
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 300000 ROWS 100 AS 'MODULE_PATHNAME', 'ki_registreer_klantcontacten';
COMMENT ON FUNCTION klantinteracties.registreer_klantcontacten(jsonb[], boolean, name) IS
'registreer_klantcontact() for several, in their order: all or none; or, if per_rij is true, each by itself, with its SQLSTATE, constraint name, message, detail and JSON path if it was refused, for an error of class 22 or 23 or one that a trigger raises (P0). Any other error ends the batch. What a klantcontact must have when the transaction commits is then checked at once, too. A NOTICE tells of each 10000.';

CREATE FUNCTION klantinteracties.registreer_klantcontacten_uit(vraag text, per_rij boolean DEFAULT false, register name DEFAULT NULL)
RETURNS TABLE (volgnummer bigint, klantcontact uuid, sqlstate text, regel text, melding text, uitleg text, plaats text)
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 300000 ROWS 1000 AS 'MODULE_PATHNAME', 'ki_registreer_klantcontacten_uit';
COMMENT ON FUNCTION klantinteracties.registreer_klantcontacten_uit(text, boolean, name) IS
'registreer_klantcontacten() for what a query returns, one column of type jsonb, of which a few rows are in memory at a time: for a staging table with more than an array should hold. The query is executed as the caller.';
