
    ------------------------------------------------------------------------------------------------------------------
    -- Destruction: the certificates.
    ------------------------------------------------------------------------------------------------------------------

    COMMENT ON TABLE vernietiging IS
        'Certificates of destruction, one a call of vernietig_klantcontacten() that destroyed something (KI-38, KI-110), or of vergeet_partij() (KI-123). Without personal data: how much went, on what ground and how it was selected, not what. Nothing changes or removes a row.';
    COMMENT ON COLUMN vernietiging.id IS 'Key (UUID version 7).';
    COMMENT ON COLUMN vernietiging.grondslag IS
        'Ground of the destruction, such as the category of the selectielijst; at most 1000 characters, and no personal data.';
    COMMENT ON COLUMN vernietiging.voor IS
        'Retention moment: only klantcontacten that took place before it were selected; NULL: it was no criterion.';
    COMMENT ON COLUMN vernietiging.op_zaak IS 'Were only klantcontacten of one zaak selected? Which zaak is not kept.';
    COMMENT ON COLUMN vernietiging.op_lijst IS 'Were only klantcontacten of a list selected? The list is not kept.';
    COMMENT ON COLUMN vernietiging.op_partij IS 'Was a partij erased? Which one is not kept.';
    COMMENT ON COLUMN vernietiging.aantal_klantcontact IS 'Number of klantcontacten destroyed.';
    COMMENT ON COLUMN vernietiging.aantal_betrokkene IS 'Number of betrokkenen destroyed with them.';
    COMMENT ON COLUMN vernietiging.aantal_digitaal_adres IS 'Number of digitale adressen of those betrokkenen, or of the partij, destroyed.';
    COMMENT ON COLUMN vernietiging.aantal_actor_klantcontact IS 'Number of rows of actor_klantcontact destroyed with them.';
    COMMENT ON COLUMN vernietiging.aantal_bijlage IS 'Number of bijlagen destroyed with them.';
    COMMENT ON COLUMN vernietiging.aantal_onderwerpobject IS 'Number of onderwerpobjecten destroyed with them.';
    COMMENT ON COLUMN vernietiging.aantal_interne_taak IS 'Number of interne taken destroyed with them.';
    COMMENT ON COLUMN vernietiging.aantal_partij IS 'Number of partijen destroyed: 1, or 0 if only its contact data went.';
    COMMENT ON COLUMN vernietiging.aantal_partij_identificator IS 'Number of its identificatoren destroyed.';
    COMMENT ON COLUMN vernietiging.aantal_partij_verificatie IS 'Number of its verifications destroyed.';
    COMMENT ON COLUMN vernietiging.aantal_vertegenwoordiging IS 'Number of vertegenwoordigingen by it or of it destroyed.';
    COMMENT ON COLUMN vernietiging.aantal_mutatielog IS 'Number of rows of the mutatielog destroyed, of all those rows.';
    COMMENT ON COLUMN vernietiging.aantal_behouden IS 'Number of klantcontacten, or partijen, that were selected and kept.';
    COMMENT ON COLUMN vernietiging.geregistreerd_op IS 'Moment of the destruction, set by the register.';
    COMMENT ON COLUMN vernietiging.geregistreerd_door IS 'Role of the session that destroyed, set by the register.';
    COMMENT ON TRIGGER "~regels" ON vernietiging IS
        'Refuses every change, and every row that vernietig_klantcontacten() or vergeet_partij() did not write.';
    COMMENT ON TRIGGER geen_truncate ON vernietiging IS 'Refuses TRUNCATE, which no row trigger sees.';
    COMMENT ON INDEX mutatielog_gecorrigeerd_idx IS 'What was removed or corrected, to find what was once part of a klantcontact when that is destroyed or becomes vertrouwelijk.';
