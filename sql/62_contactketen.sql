
CREATE FUNCTION klantinteracties.contactketen(klantcontact uuid, register name DEFAULT NULL)
RETURNS TABLE (soort text, id uuid, nummer bigint, objecttype_code text, object_id text, omschrijving text, moment timestamptz,
    status text, voorganger uuid)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 200 ROWS 5 AS 'MODULE_PATHNAME', 'ki_contactketen';
COMMENT ON FUNCTION klantinteracties.contactketen(uuid, name) IS
'What a klantcontact led to and what it came from, one row each and each once: soort is klantcontact, interne_taak, klanttaak, zaak or ander_object; the last two, and a klanttaak kept elsewhere, have no id but objecttype_code and object_id. Contacts in order of plaatsgevonden_op, each followed by its interne taken (moment is toegewezen_op) and by what it is the first to be about. voorganger is the id of what a row follows from, null for the contact that began the chain. No rows for a klantcontact that the reader cannot see; 22004 for a null.';
