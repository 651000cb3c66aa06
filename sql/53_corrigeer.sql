
CREATE FUNCTION klantinteracties.corrigeer(tabel text, id uuid, wijziging jsonb, reden text, register name DEFAULT NULL)
RETURNS uuid
LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_corrigeer';
COMMENT ON FUNCTION klantinteracties.corrigeer(text, uuid, jsonb, text, name) IS
'Repairs an error in one row of a register (KI-19): changes the columns that wijziging names, {"column": value, ...}; removes the row if wijziging is null; adds a forgotten one if id is null. Needs a reason and the privilege UPDATE on the whole table, and INSERT or DELETE to add or remove (bevoegdheid corrigeren). Every rule is checked on the result, the old version, who, when and why go to the mutatielog, and the copies in other rows follow. id, nummer, registration, copied columns and the soort of a partij or actor are not corrected. Returns the id. 22023 for bad input, 55000 where a trigger, a rule or row security made something else of it.';

CREATE FUNCTION klantinteracties.vul_inhoud_aan(klantcontact uuid, tekst text, register name DEFAULT NULL)
RETURNS void
LANGUAGE C VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'ki_vul_inhoud_aan';
COMMENT ON FUNCTION klantinteracties.vul_inhoud_aan(uuid, text, name) IS
'Adds a text to the inhoud of a klantcontact, after a blank, while the rule option aanvulvenster of the register allows it (KI-20); 23001 klantcontact_onveranderlijk otherwise.';
