
    ------------------------------------------------------------------------------------------------------------------
    -- What each object is, for whoever meets it in \d+ or in a tool. KI numbers are the rules of the register; what a
    -- trigger checks in detail stands with its function.
    ------------------------------------------------------------------------------------------------------------------

    EXECUTE format('COMMENT ON SCHEMA %I IS %L', maak_register.naam,
        'Register of klantcontacten, made by klantinteracties.maak_register(). Its owner manages it; its rules hold for everybody.');

    ------------------------------------------------------------------------------------------------------------------
    -- Reference tables
    ------------------------------------------------------------------------------------------------------------------

    COMMENT ON TABLE kanaal IS
        'Channel of a klantcontact, such as telefoon or balie; no rule depends on it (KI-12). A gemeente adds its own.';
    COMMENT ON COLUMN kanaal.code IS 'Code of the channel, at most 40 characters; never changed (KI-102).';
    COMMENT ON COLUMN kanaal.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN kanaal.indicatie_actief IS 'May the code be used in new rows? (KI-101)';
    COMMENT ON COLUMN kanaal.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN kanaal.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON kanaal IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON kanaal IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON kanaal IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE taal IS 'Language, by its ISO 639-2 code.';
    COMMENT ON COLUMN taal.code IS
        'Three lower case letters of ISO 639-2, the T variant where there are two; never changed (KI-102).';
    COMMENT ON COLUMN taal.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN taal.indicatie_actief IS 'May the code be used in new rows? (KI-101)';
    COMMENT ON COLUMN taal.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN taal.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON taal IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON taal IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON taal IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE soort_digitaal_adres IS
        'Kind of digitaal adres, such as telefoon or e-mail; never a physical place (KI-84).';
    COMMENT ON COLUMN soort_digitaal_adres.code IS 'Code of the kind, at most 40 characters; never changed (KI-102).';
    COMMENT ON COLUMN soort_digitaal_adres.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN soort_digitaal_adres.indicatie_actief IS 'May the code be used in new rows? (KI-101)';
    COMMENT ON COLUMN soort_digitaal_adres.geregistreerd_op IS
        'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN soort_digitaal_adres.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON soort_digitaal_adres IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON soort_digitaal_adres IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON soort_digitaal_adres IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE land IS 'Country of an address: RvIG table 34, loaded by the gemeente.';
    COMMENT ON COLUMN land.landcode IS 'Code in that table, four digits; never changed (KI-102).';
    COMMENT ON COLUMN land.landnaam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN land.ingangsdatum_land IS 'First day on which the code may be used; NULL: not known (KI-101).';
    COMMENT ON COLUMN land.einddatum_land IS 'From this day the code may not be used; NULL: it has not ended (KI-101).';
    COMMENT ON COLUMN land.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN land.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON land IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON land IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON land IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE extern_register IS
        'Register outside this one that has objects to refer to, such as the Zakenregister (KI-98).';
    COMMENT ON COLUMN extern_register.code IS 'Code of the register, at most 40 characters; never changed (KI-102).';
    COMMENT ON COLUMN extern_register.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN extern_register.locatie IS
        'Where the register is, such as its URL, at most 40 characters; NULL: not known.';
    COMMENT ON COLUMN extern_register.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN extern_register.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON extern_register IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON extern_register IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE soort_object IS
        'Kind of object in an extern register, such as a zaak: the objecttype of an identificator (KI-98). A gemeente adds its own.';
    COMMENT ON COLUMN soort_object.code IS 'Code of the objecttype, at most 40 characters; never changed (KI-102).';
    COMMENT ON COLUMN soort_object.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN soort_object.extern_register IS 'The register that has these objects.';
    COMMENT ON COLUMN soort_object.indicatie_actief IS 'May the code be used in new rows? (KI-101)';
    COMMENT ON COLUMN soort_object.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN soort_object.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON soort_object IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON soort_object IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON soort_object IS 'Checks one row and fills in what the register itself records.';

    COMMENT ON TABLE soort_object_id IS
        'Property that identifies an object of one kind, such as a burgerservicenummer: the soort object ID of an identificator (KI-98).';
    COMMENT ON COLUMN soort_object_id.code IS 'Code of the soort object ID, at most 40 characters; never changed (KI-102).';
    COMMENT ON COLUMN soort_object_id.naam IS 'Name as people read it, at most 80 characters.';
    COMMENT ON COLUMN soort_object_id.soort_object IS 'The kind of object that it identifies.';
    COMMENT ON COLUMN soort_object_id.indicatie_actief IS 'May the code be used in new rows? (KI-101)';
    COMMENT ON COLUMN soort_object_id.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN soort_object_id.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON soort_object_id IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON soort_object_id IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER "~regels" ON soort_object_id IS 'Checks one row and fills in what the register itself records.';

    ------------------------------------------------------------------------------------------------------------------
    -- Partij: who is known
    ------------------------------------------------------------------------------------------------------------------

    COMMENT ON TABLE partij IS
        'Person or organisation that is known because its identity was verified (KI-50, KI-52): what the gemeente may use in later contacts.';
    COMMENT ON COLUMN partij.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN partij.nummer IS
        'Number for use between people, at most ten digits; handed out unless given, never a key (KI-34, KI-122).';
    COMMENT ON COLUMN partij.soort_partij IS
        'Persoon, organisatie or contactpersoon, which decides what else is filled; never changed (KI-55, KI-70).';
    COMMENT ON COLUMN partij.indicatie_actief IS 'May the contact data be used to make contact? (KI-62)';
    COMMENT ON COLUMN partij.indicatie_geheimhouding IS 'Did the provider want the data to be treated as secret? (KI-63)';
    COMMENT ON COLUMN partij.indicatie_hergebruik IS
        'May the data be used again for later contacts? If not, no more than identificatoren is kept (KI-58). NULL: not stated.';
    COMMENT ON COLUMN partij.is_gemeente IS
        '"ja" for the gemeente itself, which is nobody''s klant (KI-01a); otherwise empty. Only on an organisatie.';
    COMMENT ON COLUMN partij.voorkeurstaal IS 'Language that the partij prefers; NULL: not stated.';
    COMMENT ON COLUMN partij.voorkeurs_digitaal_adres IS
        'The one of its own digitale adressen that the partij prefers; NULL: none (KI-83).';
    COMMENT ON COLUMN partij.werkte_voor_partij IS
        'The organisatie that a contactpersoon worked for when it was recorded: says nothing of today (KI-66, KI-67). NULL: none.';
    COMMENT ON COLUMN partij.naam IS
        'Name of an organisatie, at most 200 characters; NULL: not known, or another soort partij (KI-55).';
    COMMENT ON COLUMN partij.contactnaam_voorletters IS
        'Initials of a persoon or contactpersoon, at most 10 characters; NULL: not given (KI-104).';
    COMMENT ON COLUMN partij.contactnaam_voornaam IS
        'First name or names, at most 200 characters; NULL: not given (KI-104).';
    COMMENT ON COLUMN partij.contactnaam_voorvoegsel_achternaam IS
        'Prefix of the surname, such as "van der", at most 10 characters; NULL: none given (KI-104).';
    COMMENT ON COLUMN partij.contactnaam_achternaam IS
        'Surname without prefix, at most 200 characters; NULL: not given (KI-104).';
    COMMENT ON COLUMN partij.bezoekadres_nummeraanduiding_id IS
        'Address to visit in the Basisregistratie Adressen en Gebouwen, 16 digits; NULL: not in it, or not given (KI-103).';
    COMMENT ON COLUMN partij.bezoekadres_adresregel1 IS
        'Address to visit not in that register: first line, at most 80 characters; NULL: not used (KI-103).';
    COMMENT ON COLUMN partij.bezoekadres_adresregel2 IS
        'Address to visit: second line, only after a first; NULL: none (KI-103).';
    COMMENT ON COLUMN partij.bezoekadres_adresregel3 IS
        'Address to visit: third line, only after a second; NULL: none (KI-103).';
    COMMENT ON COLUMN partij.bezoekadres_land_code IS
        'Address to visit: its country, never without an address; NULL: not stated (KI-101, KI-103).';
    COMMENT ON COLUMN partij.correspondentieadres_nummeraanduiding_id IS
        'Address for post in the Basisregistratie Adressen en Gebouwen, 16 digits; NULL: not in it, or not given (KI-103).';
    COMMENT ON COLUMN partij.correspondentieadres_adresregel1 IS
        'Address for post not in that register: first line, at most 80 characters; NULL: not used (KI-103).';
    COMMENT ON COLUMN partij.correspondentieadres_adresregel2 IS
        'Address for post: second line, only after a first; NULL: none (KI-103).';
    COMMENT ON COLUMN partij.correspondentieadres_adresregel3 IS
        'Address for post: third line, only after a second; NULL: none (KI-103).';
    COMMENT ON COLUMN partij.correspondentieadres_land_code IS
        'Address for post: its country, never without an address; NULL: not stated (KI-101, KI-103).';
    COMMENT ON COLUMN partij.interne_notitie IS
        'Internal note, at most 1000 characters, never shown to the partij (KI-64). NULL: none.';
    COMMENT ON COLUMN partij.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN partij.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT partij_voorkeurs_digitaal_adres_fkey ON partij IS
        'A partij prefers one of its own addresses only (KI-83). Deferred: partij and address refer to each other.';
    COMMENT ON TRIGGER "!mutatielog" ON partij IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON partij IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON partij IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER partij_volledig ON partij IS
        'At commit: the identity of who gave or changed the data was verified, the partij is complete, no betrokkene repeats what it gave, and every klantcontact of one that becomes municipal still has a betrokkene that counts (KI-52, KI-54, KI-56, KI-67, KI-74, KI-01a).';
    COMMENT ON TRIGGER geen_truncate ON partij IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE partij_identificator IS
        'What identifies a partij: a number in another register, or free text where none fits (KI-56, KI-57).';
    COMMENT ON COLUMN partij_identificator.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN partij_identificator.identificeerde_partij IS
        'The partij that it identifies; never another one (KI-121).';
    COMMENT ON COLUMN partij_identificator.partij_identificator_objecttype_code IS
        'Kind of object; NULL: see andere_partij_identificator (KI-98).';
    COMMENT ON COLUMN partij_identificator.partij_identificator_soort_object_id_code IS
        'Which number object_id is, such as a burgerservicenummer; NULL: see andere_partij_identificator (KI-106, KI-114).';
    COMMENT ON COLUMN partij_identificator.partij_identificator_object_id IS
        'The number, at most 40 characters; NULL: see andere_partij_identificator (KI-59, KI-106).';
    COMMENT ON COLUMN partij_identificator.partij_identificator_register_code IS
        'The register that has the object; NULL: see andere_partij_identificator (KI-98).';
    COMMENT ON COLUMN partij_identificator.andere_partij_identificator IS
        'Free text where no register fits, at most 200 characters; NULL: the four columns above are filled (KI-57).';
    COMMENT ON COLUMN partij_identificator.sub_identificator_van IS
        'The KVK-nummer under which a vestigingsnummer hangs; NULL for other kinds (KI-115).';
    COMMENT ON COLUMN partij_identificator.vertrouwelijk IS
        'Copied by the register: "ja" when the partij asks for geheimhouding, else empty (KI-63).';
    COMMENT ON COLUMN partij_identificator.geregistreerd_op IS
        'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN partij_identificator.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT partij_identificator_objecttype_fkey ON partij_identificator IS
        'The objecttype exists, in that register (KI-98).';
    COMMENT ON CONSTRAINT partij_identificator_soort_object_id_fkey ON partij_identificator IS
        'The soort object ID exists, for that objecttype (KI-98).';
    COMMENT ON COLUMN partij_identificator.soort_partij IS
    'soort_partij of the identified partij, copied by the rules so that indexes can tell a contactpersoon from the others.';
    COMMENT ON INDEX partij_identificator_eenmalig IS
    'KI-59, KI-116: one identificator is one persoon or organisatie. Also the way from a number to its partijen, contactpersonen included.';
    COMMENT ON INDEX partij_identificator_eenmalig_contactpersoon IS
    'KI-116: contactpersonen of one human may share an identificator, but one of them does not have it twice.';
    COMMENT ON INDEX partij_identificator_een_per_soort IS
    'KI-116: at most one BSN, one RSIN and one KVK-nummer a partij.';
    COMMENT ON TRIGGER partij_volledig ON partij_identificator IS
    'At commit: a changed identification was verified, and the partij still has one (KI-54, KI-56).';
    COMMENT ON TRIGGER "!mutatielog" ON partij_identificator IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON partij_identificator IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON partij_identificator IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER geen_truncate ON partij_identificator IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE vertegenwoordiging IS
        'One partij represented another when this was recorded; proves no mandate of today and is never changed (KI-66).';
    COMMENT ON COLUMN vertegenwoordiging.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN vertegenwoordiging.vertegenwoordigende_partij IS 'The partij that represented.';
    COMMENT ON COLUMN vertegenwoordiging.vertegenwoordigde_partij IS
        'The partij that was represented, not the same one (KI-68).';
    COMMENT ON COLUMN vertegenwoordiging.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN vertegenwoordiging.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT vertegenwoordiging_eenmalig ON vertegenwoordiging IS 'A pair is recorded once (KI-68).';
    COMMENT ON TRIGGER "!mutatielog" ON vertegenwoordiging IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON vertegenwoordiging IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER partij_volledig ON vertegenwoordiging IS
    'At commit: a contactpersoon still worked for or represented somebody (KI-67).';
    COMMENT ON TRIGGER geen_truncate ON vertegenwoordiging IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE actor IS
        'Employee, department or machine that acts for the gemeente. Deactivated, not deleted (KI-100).';
    COMMENT ON COLUMN actor.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN actor.naam IS 'Name, at most 200 characters.';
    COMMENT ON COLUMN actor.soort_actor IS
        'Medewerker, organisatorische_eenheid or geautomatiseerde_actor; never changed (KI-99, KI-100).';
    COMMENT ON COLUMN actor.indicatie_actief IS
        'May the actor take part in new klantcontacten and be given interne taken? (KI-05)';
    COMMENT ON COLUMN actor.functie IS
        'Function of a medewerker or geautomatiseerde actor, at most 80 characters; NULL: not stated (KI-99).';
    COMMENT ON COLUMN actor.omschrijving IS
        'What the department or machine does, at most 200 characters; NULL: not stated (KI-99).';
    COMMENT ON COLUMN actor.e_mailadres IS
        'E-mail address of a medewerker or organisatorische eenheid; NULL: not stated (KI-99).';
    COMMENT ON COLUMN actor.telefoonnummer IS
        'Phone number of the same, at most 20 characters; may have words such as "bgg". NULL: not stated (KI-99).';
    COMMENT ON COLUMN actor.actoridentificator_objecttype_code IS
        'The actor elsewhere: its kind of object; NULL: not stated (KI-98).';
    COMMENT ON COLUMN actor.actoridentificator_soort_object_id_code IS
        'The actor elsewhere: the property that object_id is the value of; NULL: not stated (KI-98, KI-106).';
    COMMENT ON COLUMN actor.actoridentificator_object_id IS
        'The actor elsewhere: value of that property, at most 40 characters; NULL: not stated (KI-106).';
    COMMENT ON COLUMN actor.actoridentificator_register_code IS
        'The actor elsewhere: the register that has it; NULL: not stated (KI-98).';
    COMMENT ON COLUMN actor.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN actor.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT actor_objecttype_fkey ON actor IS 'The objecttype exists, in that register (KI-98).';
    COMMENT ON CONSTRAINT actor_soort_object_id_fkey ON actor IS 'The soort object ID exists, for that objecttype (KI-98).';
    COMMENT ON TRIGGER "!mutatielog" ON actor IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER meld_sluiting ON actor IS 'Who closes a row waits for who uses it, and lets all sessions look at it again.';
    COMMENT ON TRIGGER bij_opslag ON actor IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON actor IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER geen_truncate ON actor IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE partij_verificatie IS
        'How it was established that a partij is who it says, or may act for another (KI-52 to KI-54): recorded, never judged.';
    COMMENT ON COLUMN partij_verificatie.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN partij_verificatie.partij IS 'The partij whose data it was about.';
    COMMENT ON COLUMN partij_verificatie.handeling IS
        'For what: registratie, inzage, verstrekking, wijziging or hergebruik (KI-52 to KI-54).';
    COMMENT ON COLUMN partij_verificatie.grond IS 'In person, or authorised by a person or an organisation (KI-52).';
    COMMENT ON COLUMN partij_verificatie.middel IS
        'By what means, such as DigiD or a passport at the desk, at most 200 characters.';
    COMMENT ON COLUMN partij_verificatie.geverifieerd_op IS 'Moment of the verification, not in the future (KI-119).';
    COMMENT ON COLUMN partij_verificatie.actor IS 'Who verified; NULL: not stated.';
    COMMENT ON COLUMN partij_verificatie.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN partij_verificatie.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON partij_verificatie IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON partij_verificatie IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER partij_volledig ON partij_verificatie IS
    'At commit: the identity behind the registration of the partij is still proved (KI-52).';
    COMMENT ON TRIGGER geen_truncate ON partij_verificatie IS 'Refuses TRUNCATE, which no row trigger sees.';

    ------------------------------------------------------------------------------------------------------------------
    -- Klantcontact, its parts and its follow-up
    ------------------------------------------------------------------------------------------------------------------

    COMMENT ON TABLE klantcontact IS
        'One contact between the gemeente and a person or organisation outside it, about one onderwerp (KI-01, KI-08). Never changed but by correction (KI-18).';
    COMMENT ON COLUMN klantcontact.id IS 'Key: UUID version 7, made by the register unless given; never changed (KI-21).';
    COMMENT ON COLUMN klantcontact.nummer IS
        'Number for use between people, at most ten digits; handed out unless given, never a key (KI-34, KI-122).';
    COMMENT ON COLUMN klantcontact.kanaal_code IS 'Channel of the contact; NULL: not recorded (KI-12, KI-101).';
    COMMENT ON COLUMN klantcontact.onderwerp IS 'What the contact was about, in at most 200 characters (KI-07, KI-08).';
    COMMENT ON COLUMN klantcontact.inhoud IS
        'What was said or written, fit to be read by the inwoner, at most 1000 characters (KI-35, KI-43). NULL: a bijlage shows it (KI-06).';
    COMMENT ON COLUMN klantcontact.indicatie_contact_gelukt IS
        '"ja": gemeente and klant reached each other; empty: not stated (KI-33).';
    COMMENT ON COLUMN klantcontact.taal_code IS 'Language of the contact; NULL: not recorded (KI-101).';
    COMMENT ON COLUMN klantcontact.vertrouwelijk IS
        '"ja": onderwerp, inhoud and parts are confidential; empty: not stated (KI-31).';
    COMMENT ON COLUMN klantcontact.plaatsgevonden_op IS
        'Start of the conversation, or when the message was sent or received; never later than its registration (KI-14, KI-29).';
    COMMENT ON COLUMN klantcontact.todo IS
        'Kept for older systems only, and internal: no rule reads it, and klantcontact_json() leaves it out. NULL: none (KI-23, KI-35).';
    COMMENT ON COLUMN klantcontact.resultaat IS
        'Kept for older systems only, and internal: no rule reads it, and klantcontact_json() leaves it out. NULL: none (KI-23, KI-35).';
    COMMENT ON COLUMN klantcontact.vingerafdruk IS
        'SHA-256 of what registreer_klantcontact() was given, by which it knows the same when it comes again; NULL: it was given no id, or the row came otherwise.';
    COMMENT ON COLUMN klantcontact.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN klantcontact.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON INDEX klantcontact_plaatsgevonden_op_idx IS
        'Newest first; id decides between equal moments, so that paging misses nothing.';
    COMMENT ON TRIGGER "!mutatielog" ON klantcontact IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON klantcontact IS
        'Checks one row and fills in what the register itself records. Arguments: version of the register, and rule options (see stel_regel_in).';
    COMMENT ON TRIGGER klantcontact_volledig ON klantcontact IS
        'At commit: has the klantcontact a betrokkene, an actor, content and a purpose? (KI-01, KI-03, KI-06, KI-24, KI-27)';
    COMMENT ON TRIGGER bij_opslag ON klantcontact IS 'What the row refers to is in use (KI-05, KI-101); remembers until the transaction ends what spares other rules a look.';
    COMMENT ON TRIGGER geen_truncate ON klantcontact IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE betrokkene IS
        'Who took part in a klantcontact on the side of the klant; need not be a known partij (KI-01, KI-72). Contact data here are for this contact only.';
    COMMENT ON COLUMN betrokkene.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN betrokkene.had_klantcontact IS 'The klantcontact; never another one (KI-72, KI-121).';
    COMMENT ON COLUMN betrokkene.was_partij IS
        'The known partij that it was; NULL: not known. May be filled in later, then stays (KI-79).';
    COMMENT ON COLUMN betrokkene.rol IS 'As klant or as vertegenwoordiger of one (KI-72).';
    COMMENT ON COLUMN betrokkene.initiator IS
        'Did this betrokkene seek the contact? If no betrokkene of a klantcontact did, the gemeente did (KI-73).';
    COMMENT ON COLUMN betrokkene.organisatienaam IS
        'Organisation on whose behalf somebody spoke, at most 200 characters; NULL: not given (KI-76, KI-78).';
    COMMENT ON COLUMN betrokkene.contactnaam_voorletters IS
        'Initials for follow-up of this contact, at most 10 characters; NULL: not given (KI-74 to KI-76, KI-104).';
    COMMENT ON COLUMN betrokkene.contactnaam_voornaam IS
        'First name or names, at most 200 characters; NULL: not given (KI-74 to KI-76, KI-104).';
    COMMENT ON COLUMN betrokkene.contactnaam_voorvoegsel_achternaam IS
        'Prefix of the surname, such as "van der", at most 10 characters; NULL: none given (KI-74 to KI-76, KI-104).';
    COMMENT ON COLUMN betrokkene.contactnaam_achternaam IS
        'Surname without prefix, at most 200 characters; NULL: not given (KI-74 to KI-76, KI-104).';
    COMMENT ON COLUMN betrokkene.bezoekadres_nummeraanduiding_id IS
        'Address to visit for follow-up in the Basisregistratie Adressen en Gebouwen, 16 digits; NULL: not in it, or not given (KI-103).';
    COMMENT ON COLUMN betrokkene.bezoekadres_adresregel1 IS
        'Address to visit for follow-up not in that register: first line, at most 80 characters; NULL: not used (KI-103).';
    COMMENT ON COLUMN betrokkene.bezoekadres_adresregel2 IS
        'Address to visit for follow-up: second line, only after a first; NULL: none (KI-103).';
    COMMENT ON COLUMN betrokkene.bezoekadres_adresregel3 IS
        'Address to visit for follow-up: third line, only after a second; NULL: none (KI-103).';
    COMMENT ON COLUMN betrokkene.bezoekadres_land_code IS
        'Address to visit for follow-up: its country, never without an address; NULL: not stated (KI-101, KI-103).';
    COMMENT ON COLUMN betrokkene.correspondentieadres_nummeraanduiding_id IS
        'Address for post about this contact in the Basisregistratie Adressen en Gebouwen, 16 digits; NULL: not in it, or not given (KI-103).';
    COMMENT ON COLUMN betrokkene.correspondentieadres_adresregel1 IS
        'Address for post about this contact not in that register: first line, at most 80 characters; NULL: not used (KI-103).';
    COMMENT ON COLUMN betrokkene.correspondentieadres_adresregel2 IS
        'Address for post about this contact: second line, only after a first; NULL: none (KI-103).';
    COMMENT ON COLUMN betrokkene.correspondentieadres_adresregel3 IS
        'Address for post about this contact: third line, only after a second; NULL: none (KI-103).';
    COMMENT ON COLUMN betrokkene.correspondentieadres_land_code IS
        'Address for post about this contact: its country, never without an address; NULL: not stated (KI-101, KI-103).';
    COMMENT ON COLUMN betrokkene.plaatsgevonden_op IS
        'Copied from the klantcontact by the register: orders the history without a join.';
    COMMENT ON COLUMN betrokkene.kanaal_code IS 'Copied from the klantcontact by the register; NULL where that is.';
    COMMENT ON COLUMN betrokkene.vertrouwelijk IS 'Copied from the klantcontact by the register: "ja" or empty (KI-31).';
    COMMENT ON COLUMN betrokkene.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN betrokkene.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT betrokkene_partij_eenmalig ON betrokkene IS 'A partij takes part in a klantcontact once (KI-11).';
    COMMENT ON INDEX betrokkene_historie_idx IS
        'History of a partij, newest first: one range of this index has all that the list shows.';
    COMMENT ON TRIGGER "!mutatielog" ON betrokkene IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON betrokkene IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER klantcontact_volledig ON betrokkene IS
        'At commit: is the klantcontact still complete without what was changed or removed?';
    COMMENT ON TRIGGER bij_opslag ON betrokkene IS 'What the row refers to is in use (KI-05, KI-101); remembers until the transaction ends what spares other rules a look.';
    COMMENT ON TRIGGER geen_truncate ON betrokkene IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE actor_klantcontact IS 'Who took part in a klantcontact for the gemeente (KI-03).';
    COMMENT ON COLUMN actor_klantcontact.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN actor_klantcontact.actor_id IS 'The actor, active when this was recorded (KI-05).';
    COMMENT ON COLUMN actor_klantcontact.klantcontact_id IS 'The klantcontact; never another one (KI-121).';
    COMMENT ON COLUMN actor_klantcontact.vertrouwelijk IS
        'Copied from the klantcontact by the register: "ja" or empty (KI-31).';
    COMMENT ON COLUMN actor_klantcontact.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN actor_klantcontact.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT actor_klantcontact_eenmalig ON actor_klantcontact IS
        'An actor takes part in a klantcontact once (KI-04).';
    COMMENT ON TRIGGER "!mutatielog" ON actor_klantcontact IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER "~regels" ON actor_klantcontact IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER klantcontact_volledig ON actor_klantcontact IS
        'At commit: is the klantcontact still complete without what was changed or removed?';
    COMMENT ON TRIGGER bij_opslag ON actor_klantcontact IS 'What the row refers to is in use (KI-05, KI-101); remembers until the transaction ends what spares other rules a look.';
    COMMENT ON TRIGGER geen_truncate ON actor_klantcontact IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE bijlage IS
        'Content of a klantcontact that is in another register, such as a document: a reference, never the content itself (KI-39, KI-41).';
    COMMENT ON COLUMN bijlage.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN bijlage.was_bijlage_van_klantcontact IS 'The klantcontact; never another one (KI-42, KI-121).';
    COMMENT ON COLUMN bijlage.bijlageidentificator_objecttype_code IS 'The object: its kind of object (KI-98).';
    COMMENT ON COLUMN bijlage.bijlageidentificator_soort_object_id_code IS
        'The object: the property that object_id is the value of (KI-98, KI-106).';
    COMMENT ON COLUMN bijlage.bijlageidentificator_object_id IS
        'The object: value of that property, at most 40 characters (KI-106).';
    COMMENT ON COLUMN bijlage.bijlageidentificator_register_code IS 'The object: the register that has it (KI-98).';
    COMMENT ON COLUMN bijlage.vertrouwelijk IS 'Copied from the klantcontact by the register: "ja" or empty (KI-31).';
    COMMENT ON COLUMN bijlage.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN bijlage.geregistreerd_door IS 'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT bijlage_eenmalig ON bijlage IS 'An object is bijlage of a klantcontact once (KI-42).';
    COMMENT ON CONSTRAINT bijlage_objecttype_fkey ON bijlage IS 'The objecttype exists, in that register (KI-98).';
    COMMENT ON CONSTRAINT bijlage_soort_object_id_fkey ON bijlage IS
        'The soort object ID exists, for that objecttype (KI-98).';
    COMMENT ON TRIGGER "!mutatielog" ON bijlage IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON bijlage IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON bijlage IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER klantcontact_volledig ON bijlage IS
        'At commit: is the klantcontact still complete without what was changed or removed?';
    COMMENT ON TRIGGER geen_truncate ON bijlage IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE interne_taak IS
        'Request to one actor of the gemeente to do something because of a klantcontact, such as to call back (KI-85, KI-86).';
    COMMENT ON COLUMN interne_taak.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN interne_taak.nummer IS
        'Number for use between people, at most ten digits; handed out unless given, never a key (KI-34, KI-122).';
    COMMENT ON COLUMN interne_taak.gevraagde_handeling IS 'What is asked, such as "Terugbellen", at most 200 characters.';
    COMMENT ON COLUMN interne_taak.toelichting IS
        'What the klantcontact does not say already, at most 1000 characters; NULL: none.';
    COMMENT ON COLUMN interne_taak.status IS
        'te_verwerken, or verwerkt: the actor acted, however it was settled (KI-88, KI-91, KI-92).';
    COMMENT ON COLUMN interne_taak.toegewezen_op IS 'Moment of assignment, not before the klantcontact (KI-94).';
    COMMENT ON COLUMN interne_taak.verwerkt_op IS 'Moment at which the status became verwerkt; NULL: it is not (KI-90).';
    COMMENT ON COLUMN interne_taak.aanleidinggevend_klantcontact IS
        'The klantcontact that led to it; never another one (KI-85, KI-121).';
    COMMENT ON COLUMN interne_taak.toegewezen_aan_actor IS
        'Who is to act; never another one, as a wrongly routed taak is closed and a new one made (KI-86, KI-87).';
    COMMENT ON COLUMN interne_taak.vertrouwelijk IS 'Copied from the klantcontact by the register: "ja" or empty (KI-31).';
    COMMENT ON COLUMN interne_taak.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN interne_taak.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON INDEX interne_taak_te_verwerken_idx IS
        'Open taken only: what is done grows, what an actor has to do does not.';
    COMMENT ON TRIGGER "!mutatielog" ON interne_taak IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON interne_taak IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON interne_taak IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER klantcontact_volledig ON interne_taak IS
        'At commit: is the klantcontact still complete without what was changed or removed?';
    COMMENT ON TRIGGER geen_truncate ON interne_taak IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE klanttaak IS 'Something that a klant is asked to do for a zaak (KI-97).';
    COMMENT ON COLUMN klanttaak.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN klanttaak.nummer IS
        'Number for use between people, at most ten digits; handed out unless given, never a key (KI-34, KI-122).';
    COMMENT ON COLUMN klanttaak.gevraagde_handeling IS 'What is asked, at most 200 characters.';
    COMMENT ON COLUMN klanttaak.toelichting IS 'Explanation, at most 1000 characters; NULL: none.';
    COMMENT ON COLUMN klanttaak.status IS 'te_verwerken, or verwerkt: the klant acted.';
    COMMENT ON COLUMN klanttaak.partij IS 'Who is to do it; NULL: not stated.';
    COMMENT ON COLUMN klanttaak.zaakidentificator_objecttype_code IS
        'The zaak from which it arose: its kind of object (KI-98).';
    COMMENT ON COLUMN klanttaak.zaakidentificator_soort_object_id_code IS
        'The zaak from which it arose: the property that object_id is the value of (KI-98, KI-106).';
    COMMENT ON COLUMN klanttaak.zaakidentificator_object_id IS
        'The zaak from which it arose: value of that property, at most 40 characters (KI-106).';
    COMMENT ON COLUMN klanttaak.zaakidentificator_register_code IS
        'The zaak from which it arose: the register that has it (KI-98).';
    COMMENT ON COLUMN klanttaak.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN klanttaak.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT klanttaak_objecttype_fkey ON klanttaak IS 'The objecttype exists, in that register (KI-98).';
    COMMENT ON CONSTRAINT klanttaak_soort_object_id_fkey ON klanttaak IS
        'The soort object ID exists, for that objecttype (KI-98).';
    COMMENT ON TRIGGER "!mutatielog" ON klanttaak IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON klanttaak IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON klanttaak IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON TRIGGER geen_truncate ON klanttaak IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE onderwerpobject IS
        'Object that a klantcontact was about, or a zaak that arose from it: an earlier klantcontact, a klanttaak or an object elsewhere (KI-44, KI-45).';
    COMMENT ON COLUMN onderwerpobject.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN onderwerpobject.was_onderwerp_van_klantcontact IS 'The klantcontact; never another one (KI-121).';
    COMMENT ON COLUMN onderwerpobject.onderwerp_was_klantcontact IS
        'The earlier klantcontact that it was about; NULL: another object (KI-46, KI-47).';
    COMMENT ON COLUMN onderwerpobject.onderwerp_was_interne_taak IS
        'The interne taak that it answers; implies the klantcontact of that taak (KI-45). NULL: none.';
    COMMENT ON COLUMN onderwerpobject.onderwerp_was_klanttaak IS
        'The klanttaak that it was about; NULL: another object (KI-45).';
    COMMENT ON COLUMN onderwerpobject.onderwerpobjectidentificator_objecttype_code IS
        'The object elsewhere: its kind of object; NULL: none (KI-98).';
    COMMENT ON COLUMN onderwerpobject.onderwerpobjectidentificator_soort_object_id_code IS
        'The object elsewhere: the property that object_id is the value of; NULL: none (KI-98, KI-106).';
    COMMENT ON COLUMN onderwerpobject.onderwerpobjectidentificator_object_id IS
        'The object elsewhere: value of that property, at most 40 characters; NULL: none (KI-106).';
    COMMENT ON COLUMN onderwerpobject.onderwerpobjectidentificator_register_code IS
        'The object elsewhere: the register that has it; NULL: none (KI-98).';
    COMMENT ON COLUMN onderwerpobject.ontstaan_uit_klantcontact IS
        'True: the zaak arose from the klantcontact, which was not about it (KI-48).';
    COMMENT ON COLUMN onderwerpobject.plaatsgevonden_op IS
        'Copied from the klantcontact by the register: orders the history without a join.';
    COMMENT ON COLUMN onderwerpobject.kanaal_code IS 'Copied from the klantcontact by the register; NULL where that is.';
    COMMENT ON COLUMN onderwerpobject.vertrouwelijk IS
        'Copied from the klantcontact by the register: "ja" or empty (KI-31).';
    COMMENT ON COLUMN onderwerpobject.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN onderwerpobject.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON CONSTRAINT onderwerpobject_objecttype_fkey ON onderwerpobject IS
        'The objecttype exists, in that register (KI-98).';
    COMMENT ON CONSTRAINT onderwerpobject_soort_object_id_fkey ON onderwerpobject IS
        'The soort object ID exists, for that objecttype (KI-98).';
    COMMENT ON INDEX onderwerpobject_historie_idx IS
        'History of a zaak or other object, newest first: one range of this index.';
    COMMENT ON TRIGGER "!mutatielog" ON onderwerpobject IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON onderwerpobject IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON onderwerpobject IS
        'Checks one row and fills in what the register itself records. Argument: the rule option een_onderwerp (see stel_regel_in).';
    COMMENT ON TRIGGER klantcontact_volledig ON onderwerpobject IS
        'At commit: is the klantcontact still complete without what was changed or removed?';
    COMMENT ON TRIGGER geen_truncate ON onderwerpobject IS 'Refuses TRUNCATE, which no row trigger sees.';

    COMMENT ON TABLE digitaal_adres IS
        'Phone number, e-mail address or the like of a partij, for later contacts, or of a betrokkene, for follow-up of one klantcontact (KI-82).';
    COMMENT ON COLUMN digitaal_adres.id IS 'Key: UUID version 7, made by the register unless given; never changed.';
    COMMENT ON COLUMN digitaal_adres.soort_digitaal_adres_code IS
        'Kind of address; it and the adres agree at all times (KI-118).';
    COMMENT ON COLUMN digitaal_adres.adres IS
        'The address as it was given, at most 254 characters; compared in normalised form (KI-117).';
    COMMENT ON COLUMN digitaal_adres.omschrijving IS 'Remark, at most 80 characters; NULL: none.';
    COMMENT ON COLUMN digitaal_adres.verstrekt_door_betrokkene IS
        'The betrokkene who gave it for this contact only; NULL: the partij did (KI-75, KI-76, KI-82).';
    COMMENT ON COLUMN digitaal_adres.verstrekt_door_partij IS
        'The partij who gave it for later contacts; NULL: the betrokkene did (KI-82).';
    COMMENT ON COLUMN digitaal_adres.vertrouwelijk IS
        'Copied by the register: "ja" when the klantcontact of its betrokkene is, or its partij asks for geheimhouding; else empty (KI-31, KI-63).';
    COMMENT ON COLUMN digitaal_adres.geregistreerd_op IS 'Moment of registration, set by the register (KI-30, KI-108).';
    COMMENT ON COLUMN digitaal_adres.geregistreerd_door IS
        'Role of the session that registered it, set by the register (KI-108).';
    COMMENT ON TRIGGER "!mutatielog" ON digitaal_adres IS 'Writes what a change or removal superseded to the mutatielog (KI-108).';
    COMMENT ON TRIGGER bij_opslag ON digitaal_adres IS 'What the row refers to is in use (KI-05, KI-101).';
    COMMENT ON TRIGGER "~regels" ON digitaal_adres IS 'Checks one row and fills in what the register itself records.';
    COMMENT ON INDEX digitaal_adres_eenmalig IS
    'KI-117: a partij does not have one address twice, however it is written. Also the way from a partij to its addresses.';
    COMMENT ON TRIGGER klantcontact_volledig ON digitaal_adres IS
    'At commit: contact data of a betrokkene are kept for follow-up only (KI-74, KI-76).';
    COMMENT ON TRIGGER partij_volledig ON digitaal_adres IS
    'At commit: a change of the data of a partij was verified (KI-54), and no betrokkene repeats what the partij gave (KI-74).';
    COMMENT ON TRIGGER geen_truncate ON digitaal_adres IS 'Refuses TRUNCATE, which no row trigger sees.';

    ------------------------------------------------------------------------------------------------------------------
    -- What a change or removal superseded
    ------------------------------------------------------------------------------------------------------------------

    COMMENT ON TABLE mutatielog IS
        'Older versions of changed and removed rows: who, when, why (KI-19, KI-108). Written by the rules alone; an INSERT has no row here.';
    COMMENT ON COLUMN mutatielog.id IS 'Key; also the order of writing.';
    COMMENT ON COLUMN mutatielog.tabel IS 'Table of the row.';
    COMMENT ON COLUMN mutatielog.rij_id IS 'Key of the row, as text.';
    COMMENT ON COLUMN mutatielog.operatie IS 'What was done to the row.';
    COMMENT ON COLUMN mutatielog.oud IS 'The version that was superseded, column by column.';
    COMMENT ON COLUMN mutatielog.nieuw IS 'The version that took its place; NULL: the row was removed.';
    COMMENT ON COLUMN mutatielog.geregistreerd_op IS 'Moment from which the old version held (KI-109).';
    COMMENT ON COLUMN mutatielog.vervallen_op IS 'Moment at which it was superseded (KI-109).';
    COMMENT ON COLUMN mutatielog.gebruiker IS 'Role of the session that did it.';
    COMMENT ON COLUMN mutatielog.toepassingsgebruiker IS 'User of the application for whom it was done; NULL: not stated.';
    COMMENT ON COLUMN mutatielog.reden IS 'Why; NULL: an ordinary step, which needs no reason (KI-19).';
    COMMENT ON COLUMN mutatielog.vertrouwelijk IS
        'Copied from the row: "ja" or empty; becomes "ja" when the row does, or the klantcontact or partij that it belongs to (KI-31, KI-63).';
    COMMENT ON TRIGGER "~regels" ON mutatielog IS
        'Refuses every change: its rows come from the rules alone (KI-108), which also make them vertrouwelijk.';
    COMMENT ON TRIGGER geen_truncate ON mutatielog IS 'Refuses TRUNCATE, which no row trigger sees.';
