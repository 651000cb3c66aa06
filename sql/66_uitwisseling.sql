
CREATE FUNCTION klantinteracties.klantcontact_json(klantcontact uuid, register name DEFAULT NULL)
RETURNS jsonb
LANGUAGE C STABLE PARALLEL RESTRICTED COST 300 AS 'MODULE_PATHNAME', 'ki_klantcontact_json';
COMMENT ON FUNCTION klantinteracties.klantcontact_json(uuid, name) IS
'A klantcontact with all its parts, by the names of the VNG exchange model; what is empty is left out, what is internal too. Null if the reader sees no such klantcontact; 22004 for a null.';

CREATE FUNCTION klantinteracties.klantcontacten_json(klantcontacten uuid[], register name DEFAULT NULL)
RETURNS TABLE (klantcontact uuid, gegevens jsonb)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 3000 ROWS 20 SUPPORT klantinteracties.schat_rijen AS 'MODULE_PATHNAME', 'ki_klantcontacten_json';
COMMENT ON FUNCTION klantinteracties.klantcontacten_json(uuid[], name) IS
'klantcontact_json() of several klantcontacten in one call, in the order of the array: a page of a history. Those that the reader does not see are left out; 22004 for a null array.';

CREATE FUNCTION klantinteracties.partij_json(partij uuid, register name DEFAULT NULL)
RETURNS jsonb
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 AS 'MODULE_PATHNAME', 'ki_partij_json';
COMMENT ON FUNCTION klantinteracties.partij_json(uuid, name) IS
'A partij with its identificatoren, digitale adressen and whom it represented, by the names of the VNG exchange model; what is empty is left out, interne_notitie never there. Null if the reader sees no such partij; 22004 for a null.';
