
    ------------------------------------------------------------------------------------------------------------------
    -- Reference data (domain section 4). Codes from 100 on are this project's, where the VNG's list has a gap; a gemeente
    -- adds its own. Landen come from RvIG table 34 and are loaded by the gemeente.
    ------------------------------------------------------------------------------------------------------------------

    INSERT INTO kanaal (code, naam) VALUES
        ('telefoon', 'Telefoon'), ('balie', 'Balie'), ('e-mail', 'E-mail'), ('post', 'Post'), ('e-formulier', 'E-formulier'),
        ('website', 'Website'), ('chat', 'Chat'), ('chatbot', 'Chatbot'), ('whatsapp', 'WhatsApp'), ('sms', 'SMS'),
        ('berichtenbox', 'Berichtenbox'), ('keukentafel', 'Keukentafel'), ('dso', 'DSO'), ('sociale_media', 'Sociale media');

    INSERT INTO taal (code, naam) VALUES
        ('ara', 'Arabisch'), ('aze', 'Azerbeidzjaans'), ('bel', 'Belarussisch'), ('ber', 'Berber'), ('bos', 'Bosnisch'),
        ('bul', 'Bulgaars'), ('ces', 'Tsjechisch'), ('cnr', 'Montenegrijns'), ('dan', 'Deens'), ('deu', 'Duits'),
        ('ell', 'Grieks'), ('eng', 'Engels'), ('est', 'Estisch'), ('fas', 'Perzisch'), ('fin', 'Fins'), ('fra', 'Frans'),
        ('fry', 'Fries'), ('gle', 'Iers'), ('hin', 'Hindi'), ('hrv', 'Kroatisch'), ('hun', 'Hongaars'), ('hye', 'Armeens'),
        ('isl', 'IJslands'), ('ita', 'Italiaans'), ('jav', 'Javaans'), ('lav', 'Lets'), ('lim', 'Limburgs'), ('lit', 'Litouws'),
        ('kat', 'Georgisch'), ('kur', 'Koerdisch'), ('mlt', 'Maltees'), ('mkd', 'Macedonisch'), ('nds', 'Nedersaksisch'),
        ('nld', 'Nederlands'), ('nor', 'Noors'), ('pap', 'Papiaments'), ('pol', 'Pools'), ('por', 'Portugees'), ('rom', 'Romani'),
        ('ron', 'Roemeens'), ('rus', 'Russisch'), ('sgn', 'Gebarentaal'), ('slk', 'Slowaaks'), ('slv', 'Sloveens'),
        ('som', 'Somalisch'), ('spa', 'Spaans'), ('srn', 'Sranan'), ('srp', 'Servisch'), ('sqi', 'Albanees'), ('swe', 'Zweeds'),
        ('tur', 'Turks'), ('ukr', 'Oekraïens'), ('yue', 'Kantonees'), ('yid', 'Jiddisch'), ('zho', 'Mandarijn');

    INSERT INTO soort_digitaal_adres (code, naam) VALUES
        ('1', 'Telefoon'), ('2', 'E-mail'), ('3', 'Whatsapp'), ('4', 'Facebook'), ('5', 'Instagram'), ('6', 'SMS');

    INSERT INTO extern_register (code, naam) VALUES
        ('1', 'Basisregistratie Personen'), ('2', 'Basisregistratie Kadaster'), ('3', 'Basisregistratie Adressen en Gebouwen'),
        ('4', 'Basisregistratie Waardering Onroerende Zaken'), ('5', 'Handelsregister'), ('6', 'Zakenregister'),
        ('7', 'Documentenregister'), ('8', 'Overige Objecten Registratie'),
        ('100', 'Klantinteracties'), ('101', 'Personeelsregistratie'), ('102', 'OIN-register'),
        ('103', 'Uitgever van een identiteitsdocument');

    INSERT INTO soort_object (code, naam, extern_register) VALUES
        ('1', 'Ingeschreven Natuurlijk Persoon', '1'), ('2', 'Ingeschreven Niet-Natuurlijk Persoon', '5'),
        ('3', 'Informatieobject', '7'), ('4', 'Vestiging', '5'), ('5', 'Onroerende zaak', '2'), ('6', 'Persoon (Kadaster)', '2'),
        ('7', 'Nummeraanduiding', '3'), ('8', 'Pand', '3'), ('9', 'WOZObject', '4'), ('10', 'Bezwaar', '4'),
        ('11', 'Biljet', '4'), ('12', 'Zaak', '6'),
        ('100', 'Klanttaak', '6'), ('101', 'Klantcontact', '100'), ('102', 'Interne taak', '100'), ('103', 'Overig object', '8'),
        ('104', 'Medewerker', '101'), ('105', 'Organisatorische eenheid', '101'), ('106', 'Organisatie met OIN', '102'),
        ('107', 'Houder van een identiteitsdocument', '103');

    INSERT INTO soort_object_id (code, naam, soort_object) VALUES
        ('1', 'Burgerservicenummer', '1'), ('2', 'Rechtspersonen en Samenwerkingsverbanden Identificatienummer (RSIN)', '2'),
        ('3', 'Vestigingsnummer', '4'), ('4', 'Identificatie', '3'), ('6', 'Identificatie', '5'), ('7', 'Identificatie', '6'),
        ('8', 'Identificatie', '8'), ('9', 'WozObjectnummer', '9'), ('10', 'Identificatie', '10'), ('11', 'Identificatie', '11'),
        ('12', 'Zaakidentificatie', '12'),
        ('100', 'KVK-nummer', '2'), ('101', 'OIN', '106'), ('102', 'Klanttaaknummer', '100'), ('103', 'Klantcontactnummer', '101'),
        ('104', 'Interne-taaknummer', '102'), ('105', 'Identificatie', '103'), ('106', 'Medewerkernummer', '104'),
        ('107', 'Identificatie', '105'), ('108', 'Nummeraanduiding ID', '7'), ('109', 'Paspoortnummer', '107'),
        ('110', 'Buitenlands persoonsnummer', '107');
