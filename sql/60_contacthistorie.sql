
-- The functions that read a register (60 to 79). They ask as the caller and show nothing that the caller's own SELECT would not, so
-- PUBLIC keeps EXECUTE; what they may show is granted on the tables of the register. PARALLEL RESTRICTED: the saved plans are those
-- of one process, and what a policy calls may be restricted too.

CREATE FUNCTION klantinteracties.schat_rijen(internal) RETURNS internal
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'ki_schat_rijen';
COMMENT ON FUNCTION klantinteracties.schat_rijen(internal) IS
'Support function: tells the planner that a function returns as many rows as its integer argument says, or as its array has keys.';

CREATE FUNCTION klantinteracties.contacthistorie(partij uuid, van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL,
    kanaal text DEFAULT NULL, aantal integer DEFAULT 20, na uuid DEFAULT NULL, register name DEFAULT NULL)
RETURNS TABLE (klantcontact uuid, nummer bigint, plaatsgevonden_op timestamptz, kanaal_code text, onderwerp text, inhoud text,
    indicatie_contact_gelukt klantinteracties.ja_of_leeg, vertrouwelijk klantinteracties.ja_of_leeg, via text, was_partij uuid,
    rol text, initiator boolean, initiatiefnemer text)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 20 SUPPORT klantinteracties.schat_rijen AS 'MODULE_PATHNAME', 'ki_contacthistorie';
COMMENT ON FUNCTION klantinteracties.contacthistorie(uuid, timestamptz, timestamptz, text, integer, uuid, name) IS
'The klantcontacten of a partij, newest first by (plaatsgevonden_op, klantcontact), each once. From van, up to but not including tot, of one kanaal; at most aantal rows, all for a null. The next page begins after the row whose klantcontact is given as na. via tells how the contact belongs to the partij: direct; werkte_voor, through was_partij, a contactpersoon who worked for it; or vertegenwoordiging, through was_partij, who took part as vertegenwoordiger and once represented the partij, or worked for one who did, in a contact that names no other partij as klant. rol and initiator are those of was_partij; initiatiefnemer is the rol of who took the initiative, klant before vertegenwoordiger, else gemeente, among the betrokkenen that the reader may see; null in an inzage where the partij itself was not. 22004 for a null partij, 22023 for an aantal below one or an na that is not visible.';

CREATE FUNCTION klantinteracties.contacthistorie_van_identificator(soort text, waarde text, sub_van text DEFAULT NULL,
    van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL, kanaal text DEFAULT NULL, aantal integer DEFAULT 20,
    na uuid DEFAULT NULL, register name DEFAULT NULL)
RETURNS TABLE (klantcontact uuid, nummer bigint, plaatsgevonden_op timestamptz, kanaal_code text, onderwerp text, inhoud text,
    indicatie_contact_gelukt klantinteracties.ja_of_leeg, vertrouwelijk klantinteracties.ja_of_leeg, via text, was_partij uuid,
    rol text, initiator boolean, initiatiefnemer text)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 20 SUPPORT klantinteracties.schat_rijen AS 'MODULE_PATHNAME', 'ki_contacthistorie_van_identificator';
COMMENT ON FUNCTION klantinteracties.contacthistorie_van_identificator(text, text, text, timestamptz, timestamptz, text, integer, uuid, name) IS
'contacthistorie() of the partij that this identificator identifies, or of all of them together. soort is bsn, rsin, kvk_nummer, vestigingsnummer, oin or a code of soort_object_id, which determines objecttype and register; waarde is the object ID, and sub_van, if given, the object ID of the identificator under which it stands, as the KVK-nummer of a vestigingsnummer. 22023 for a soort that is none.';

CREATE FUNCTION klantinteracties.contacthistorie_van_onderwerp(objecttype text, object_id text,
    van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL, kanaal text DEFAULT NULL, aantal integer DEFAULT 20,
    na uuid DEFAULT NULL, register name DEFAULT NULL)
RETURNS TABLE (klantcontact uuid, nummer bigint, plaatsgevonden_op timestamptz, kanaal_code text, onderwerp text, inhoud text,
    indicatie_contact_gelukt klantinteracties.ja_of_leeg, vertrouwelijk klantinteracties.ja_of_leeg, ontstaan_uit_klantcontact boolean,
    initiatiefnemer text)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 20 SUPPORT klantinteracties.schat_rijen AS 'MODULE_PATHNAME', 'ki_contacthistorie_van_onderwerp';
COMMENT ON FUNCTION klantinteracties.contacthistorie_van_onderwerp(text, text, timestamptz, timestamptz, text, integer, uuid, name) IS
'The klantcontacten about an object, newest first, each once, page by page as in contacthistorie(). objecttype is zaak, klanttaak or a code of soort_object, object_id the ID of the object; a klanttaak of this register is found by its nummer too. ontstaan_uit_klantcontact: the object arose from this contact. 22004 for a null objecttype or object_id, 22023 for an objecttype that is none.';
