
CREATE FUNCTION klantinteracties.zoek_partij(soort text, waarde text, sub_van text DEFAULT NULL, register name DEFAULT NULL)
RETURNS TABLE (partij uuid)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 50 ROWS 1 AS 'MODULE_PATHNAME', 'ki_zoek_partij';
COMMENT ON FUNCTION klantinteracties.zoek_partij(text, text, text, name) IS
'The partijen that are known by this: soort is bsn, rsin, kvk_nummer, vestigingsnummer, oin, a code of soort_object_id, id, nummer or digitaal_adres (as it is stored). Only the id: who may know more reads the partij. sub_van, if given, is the object ID of the identificator under which an identificator stands. There is no way to search by name (KI-71). 22004 for a null soort or waarde, 22023 for a soort that is none, 22P02 for an id or nummer that is none.';
