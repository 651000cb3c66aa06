
CREATE FUNCTION klantinteracties.effectieve_contactgegevens(betrokkene uuid, register name DEFAULT NULL)
RETURNS TABLE (soort text, soort_digitaal_adres_code text, waarde text, onderdelen jsonb, bron text, voorkeur boolean)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 4 AS 'MODULE_PATHNAME', 'ki_effectieve_contactgegevens';
COMMENT ON FUNCTION klantinteracties.effectieve_contactgegevens(uuid, name) IS
'How to reach a betrokkene (KI-77): soort contactnaam, organisatienaam, bezoekadres, correspondentieadres, digitaal_adres. What was given for this klantcontact (bron betrokkene) goes before the like of the partij (bron partij), whose data are left out when it is not active (KI-62). A name or an address counts as a whole, digitale adressen for each soort. onderdelen holds the parts of a name or address, voorkeur says which digitaal adres the partij prefers. 22004 for a null.';

CREATE FUNCTION klantinteracties.tel_contacten(partij uuid, van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL,
    kanaal text DEFAULT NULL, register name DEFAULT NULL)
RETURNS bigint
LANGUAGE C STABLE PARALLEL RESTRICTED COST 1000 AS 'MODULE_PATHNAME', 'ki_tel_contacten';
COMMENT ON FUNCTION klantinteracties.tel_contacten(uuid, timestamptz, timestamptz, text, name) IS
'How many rows contacthistorie() has in all for these arguments, counted. 22004 for a null partij.';

CREATE FUNCTION klantinteracties.schat_contacten(partij uuid, van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL,
    kanaal text DEFAULT NULL, register name DEFAULT NULL)
RETURNS bigint
LANGUAGE C STABLE PARALLEL RESTRICTED COST 1000 AS 'MODULE_PATHNAME', 'ki_schat_contacten';
COMMENT ON FUNCTION klantinteracties.schat_contacten(uuid, timestamptz, timestamptz, text, name) IS
'How many rows contacthistorie() has in all for these arguments, as the planner estimates from its statistics, without reading them. 22004 for a null partij.';
