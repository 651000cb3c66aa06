
CREATE FUNCTION klantinteracties.betrokken_partijen(klantcontact uuid, register name DEFAULT NULL)
RETURNS TABLE (partij uuid, rol text, grond text, was_partij uuid)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 2 AS 'MODULE_PATHNAME', 'ki_betrokken_partijen';
COMMENT ON FUNCTION klantinteracties.betrokken_partijen(uuid, name) IS
'The partijen that a klantcontact concerns, each once: those to whose contacthistorie() it belongs. grond is direct for a betrokkene, werkte_voor for whom a betrokken contactpersoon worked, vertegenwoordiging for whom a betrokken vertegenwoordiger once represented (KI-66: a statement about the past); was_partij is the betrokkene, and rol that of the betrokkene. 22004 for a null.';

CREATE FUNCTION klantinteracties.inhoudsdelen(klantcontact uuid, register name DEFAULT NULL)
RETURNS TABLE (vorm text, tekst text, objecttype_code text, soort_object_id_code text, object_id text, register_code text)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 50 ROWS 2 AS 'MODULE_PATHNAME', 'ki_inhoudsdelen';
COMMENT ON FUNCTION klantinteracties.inhoudsdelen(uuid, name) IS
'What a klantcontact held, in parts (KI-39): its inhoud (vorm tekst), then the identificators of its bijlagen (informatieobject, overig_object) in the order of registration. 22004 for a null.';

CREATE FUNCTION klantinteracties.onderwerpdelen(klantcontact uuid, register name DEFAULT NULL)
RETURNS TABLE (vorm text, tekst text, onderwerp_was_klantcontact uuid, onderwerp_was_interne_taak uuid, onderwerp_was_klanttaak uuid,
    objecttype_code text, soort_object_id_code text, object_id text, register_code text, ontstaan_uit_klantcontact boolean)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 50 ROWS 2 AS 'MODULE_PATHNAME', 'ki_onderwerpdelen';
COMMENT ON FUNCTION klantinteracties.onderwerpdelen(uuid, name) IS
'What a klantcontact was about, in parts (KI-44): its onderwerp (vorm tekst), then its onderwerpobjecten (klantcontact, interne_taak, zaak, klanttaak, ander_object) in the order of registration. An interne_taak comes with the klantcontact that caused it. 22004 for a null.';
