-- Domains over text: every driver knows them as text. What they refuse is a check_violation of <domain>_geldig.

CREATE DOMAIN klantinteracties.bsn AS text
    CONSTRAINT bsn_geldig CHECK (klantinteracties.is_bsn(VALUE));
COMMENT ON DOMAIN klantinteracties.bsn IS 'burgerservicenummer: see is_bsn';

CREATE DOMAIN klantinteracties.rsin AS text
    CONSTRAINT rsin_geldig CHECK (klantinteracties.is_rsin(VALUE));
COMMENT ON DOMAIN klantinteracties.rsin IS 'rechtspersonen en samenwerkingsverbanden identificatienummer: see is_rsin';

CREATE DOMAIN klantinteracties.kvk_nummer AS text
    CONSTRAINT kvk_nummer_geldig CHECK (klantinteracties.is_kvk_nummer(VALUE));
COMMENT ON DOMAIN klantinteracties.kvk_nummer IS 'number in the Handelsregister: see is_kvk_nummer';

CREATE DOMAIN klantinteracties.vestigingsnummer AS text
    CONSTRAINT vestigingsnummer_geldig CHECK (klantinteracties.is_vestigingsnummer(VALUE));
COMMENT ON DOMAIN klantinteracties.vestigingsnummer IS 'branch in the Handelsregister: see is_vestigingsnummer';

CREATE DOMAIN klantinteracties.oin AS text
    CONSTRAINT oin_geldig CHECK (klantinteracties.is_oin(VALUE));
COMMENT ON DOMAIN klantinteracties.oin IS 'organisatie-identificatienummer: see is_oin';

CREATE DOMAIN klantinteracties.nummeraanduiding_id AS text
    CONSTRAINT nummeraanduiding_id_geldig CHECK (klantinteracties.is_nummeraanduiding_id(VALUE));
COMMENT ON DOMAIN klantinteracties.nummeraanduiding_id IS
    'address in the Basisregistratie Adressen en Gebouwen: see is_nummeraanduiding_id';

CREATE DOMAIN klantinteracties.e_mailadres AS text
    CONSTRAINT e_mailadres_geldig CHECK (klantinteracties.is_e_mailadres(VALUE));
COMMENT ON DOMAIN klantinteracties.e_mailadres IS 'e-mail address: see is_e_mailadres';

CREATE DOMAIN klantinteracties.telefoonnummer AS text
    CONSTRAINT telefoonnummer_geldig CHECK (klantinteracties.is_telefoonnummer(VALUE));
COMMENT ON DOMAIN klantinteracties.telefoonnummer IS 'phone number of a digitaal adres: see is_telefoonnummer';

CREATE DOMAIN klantinteracties.taalcode AS text
    CONSTRAINT taalcode_geldig CHECK (klantinteracties.is_taalcode(VALUE));
COMMENT ON DOMAIN klantinteracties.taalcode IS 'language by its ISO 639-2 code: see is_taalcode';

-- Closed lists.

CREATE DOMAIN klantinteracties.klantcontactrol AS text
    CONSTRAINT klantcontactrol_geldig CHECK (VALUE IN ('klant', 'vertegenwoordiger'));
COMMENT ON DOMAIN klantinteracties.klantcontactrol IS 'as what a betrokkene takes part in a klantcontact';

CREATE DOMAIN klantinteracties.soort_partij AS text
    CONSTRAINT soort_partij_geldig CHECK (VALUE IN ('persoon', 'organisatie', 'contactpersoon'));
COMMENT ON DOMAIN klantinteracties.soort_partij IS 'what a partij is';

CREATE DOMAIN klantinteracties.soort_actor AS text
    CONSTRAINT soort_actor_geldig
        CHECK (VALUE IN ('medewerker', 'organisatorische_eenheid', 'geautomatiseerde_actor'));
COMMENT ON DOMAIN klantinteracties.soort_actor IS 'what an actor is';

CREATE DOMAIN klantinteracties.taakstatus AS text
    CONSTRAINT taakstatus_geldig CHECK (VALUE IN ('te_verwerken', 'verwerkt'));
COMMENT ON DOMAIN klantinteracties.taakstatus IS 'how far an interne taak or a klanttaak is';

CREATE DOMAIN klantinteracties.verificatie_handeling AS text
    CONSTRAINT verificatie_handeling_geldig
        CHECK (VALUE IN ('registratie', 'inzage', 'verstrekking', 'wijziging', 'hergebruik'));
COMMENT ON DOMAIN klantinteracties.verificatie_handeling IS 'for what the identity of a partij was verified';

CREATE DOMAIN klantinteracties.verificatie_grond AS text
    CONSTRAINT verificatie_grond_geldig
        CHECK (VALUE IN ('zelf', 'gemachtigd_voor_persoon', 'gemachtigd_voor_organisatie'));
COMMENT ON DOMAIN klantinteracties.verificatie_grond IS 'on whose behalf the verified person acted';
