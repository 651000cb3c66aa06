
CREATE FUNCTION klantinteracties.open_taken(actor uuid, register name DEFAULT NULL)
RETURNS TABLE (interne_taak uuid, nummer bigint, gevraagde_handeling text, toelichting text, toegewezen_op timestamptz,
    klantcontact uuid, klantcontact_nummer bigint, plaatsgevonden_op timestamptz, kanaal_code text, onderwerp text,
    vertrouwelijk klantinteracties.ja_of_leeg)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 100 ROWS 20 AS 'MODULE_PATHNAME', 'ki_open_taken';
COMMENT ON FUNCTION klantinteracties.open_taken(uuid, name) IS
'The interne taken that an actor has still to do (status te_verwerken), those whose klantcontact waits longest first. 22004 for a null actor.';

CREATE FUNCTION klantinteracties.doorlooptijden(van timestamptz DEFAULT NULL, tot timestamptz DEFAULT NULL, register name DEFAULT NULL)
RETURNS TABLE (interne_taak uuid, nummer bigint, gevraagde_handeling text, klantcontact uuid, kanaal_code text,
    plaatsgevonden_op timestamptz, toegewezen_op timestamptz, verwerkt_op timestamptz, behandeltijd interval, doorlooptijd interval)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 10000 ROWS 10000 AS 'MODULE_PATHNAME', 'ki_doorlooptijden';
COMMENT ON FUNCTION klantinteracties.doorlooptijden(timestamptz, timestamptz, name) IS
'How long interne taken took that are verwerkt, of klantcontacten from van, up to but not including tot; a null leaves that end open. behandeltijd is from toegewezen_op, doorlooptijd from plaatsgevonden_op to verwerkt_op. It does not say who did them.';

CREATE FUNCTION klantinteracties.antwoordkanaal(taak uuid, register name DEFAULT NULL)
RETURNS TABLE (kanaal_code text, soort_digitaal_adres_code text, adres text, bron text)
LANGUAGE C STABLE PARALLEL RESTRICTED COST 50 ROWS 1 AS 'MODULE_PATHNAME', 'ki_antwoordkanaal';
COMMENT ON FUNCTION klantinteracties.antwoordkanaal(uuid, name) IS
'How to answer for an interne taak (KI-95), one row: the digitaal adres that a betrokkene of its klantcontact gave for this once (bron betrokkene), else the one that a betrokken partij prefers, if it is active (partij), else the kanaal of the klantcontact itself, without an address (klantcontact). No row for a taak that the reader cannot see; 22004 for a null.';
