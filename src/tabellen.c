/*
 * tabellen.c
 *		The tables of a register as the rules know them: the columns that a rule reads, with the lengths of domain.md section 2
 *		(KI-105) and the tables that keys refer to. What no rule reads is not here; sql/4*.sql has the tables whole.
 */
#include "klantinteracties.h"

#define SLEUTEL_UUID \
	[SLEUTEL] = {"id", KOLOM_UUID}, REGISTRATIE
#define SLEUTEL_CODE \
	[SLEUTEL] = {"code", KOLOM_TEKST, 40}, REGISTRATIE
#define REGISTRATIE \
	[GEREGISTREERD_OP] = {"geregistreerd_op", KOLOM_MOMENT}, \
	[GEREGISTREERD_DOOR] = {"geregistreerd_door", KOLOM_TEKST}

/* The columns of a group follow the one with this number. */
#define CONTACTNAAM(eerste) \
	[(eerste) + CONTACTNAAM_VOORLETTERS] = {"contactnaam_voorletters", KOLOM_TEKST, 10}, \
	[(eerste) + CONTACTNAAM_VOORNAAM] = {"contactnaam_voornaam", KOLOM_TEKST, 200}, \
	[(eerste) + CONTACTNAAM_VOORVOEGSEL_ACHTERNAAM] = {"contactnaam_voorvoegsel_achternaam", KOLOM_TEKST, 10}, \
	[(eerste) + CONTACTNAAM_ACHTERNAAM] = {"contactnaam_achternaam", KOLOM_TEKST, 200}

#define ADRES(eerste, groep) \
	[(eerste) + ADRES_NUMMERAANDUIDING_ID] = {groep "_nummeraanduiding_id", KOLOM_TEKST}, \
	[(eerste) + ADRES_REGEL1] = {groep "_adresregel1", KOLOM_TEKST, 80}, \
	[(eerste) + ADRES_REGEL2] = {groep "_adresregel2", KOLOM_TEKST, 80}, \
	[(eerste) + ADRES_REGEL3] = {groep "_adresregel3", KOLOM_TEKST, 80}, \
	[(eerste) + ADRES_LAND_CODE] = {groep "_land_code", KOLOM_TEKST, 0, TABEL_LAND}

#define IDENTIFICATOR(eerste, groep) \
	[(eerste) + IDENTIFICATOR_OBJECTTYPE_CODE] = {groep "_objecttype_code", KOLOM_TEKST, 0, TABEL_SOORT_OBJECT}, \
	[(eerste) + IDENTIFICATOR_SOORT_OBJECT_ID_CODE] = {groep "_soort_object_id_code", KOLOM_TEKST, 0, TABEL_SOORT_OBJECT_ID}, \
	[(eerste) + IDENTIFICATOR_OBJECT_ID] = {groep "_object_id", KOLOM_TEKST, 40}, \
	[(eerste) + IDENTIFICATOR_REGISTER_CODE] = {groep "_register_code", KOLOM_TEKST}

static const Kolom klantcontact[] = {
	SLEUTEL_UUID,
	[KC_NUMMER] = {"nummer", KOLOM_NUMMER},
	[KC_KANAAL_CODE] = {"kanaal_code", KOLOM_TEKST, 0, TABEL_KANAAL},
	[KC_ONDERWERP] = {"onderwerp", KOLOM_TEKST, 200},
	[KC_INHOUD] = {"inhoud", KOLOM_TEKST, 1000},
	[KC_INDICATIE_CONTACT_GELUKT] = {"indicatie_contact_gelukt", KOLOM_JA_OF_LEEG},
	[KC_TAAL_CODE] = {"taal_code", KOLOM_TEKST, 0, TABEL_TAAL},
	[KC_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG},
	[KC_PLAATSGEVONDEN_OP] = {"plaatsgevonden_op", KOLOM_MOMENT},
	[KC_TODO] = {"todo", KOLOM_TEKST, ONBEPERKT},
	[KC_RESULTAAT] = {"resultaat", KOLOM_TEKST, ONBEPERKT},
	[KC_VINGERAFDRUK] = {"vingerafdruk", KOLOM_BYTES}
};

static const Kolom betrokkene[] = {
	SLEUTEL_UUID,
	[BB_HAD_KLANTCONTACT] = {"had_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[BB_WAS_PARTIJ] = {"was_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[BB_PLAATSGEVONDEN_OP] = {"plaatsgevonden_op", KOLOM_MOMENT, .kopie = true},
	[BB_KANAAL_CODE] = {"kanaal_code", KOLOM_TEKST, .kopie = true},
	[BB_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	[BB_ORGANISATIENAAM] = {"organisatienaam", KOLOM_TEKST, 200},
	CONTACTNAAM(BB_CONTACTNAAM),
	ADRES(BB_BEZOEKADRES, "bezoekadres"),
	ADRES(BB_CORRESPONDENTIEADRES, "correspondentieadres")
};

static const Kolom actor_klantcontact[] = {
	SLEUTEL_UUID,
	[AC_KLANTCONTACT_ID] = {"klantcontact_id", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[AC_ACTOR_ID] = {"actor_id", KOLOM_UUID, 0, TABEL_ACTOR},
	[AC_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true}
};

static const Kolom bijlage[] = {
	SLEUTEL_UUID,
	[BL_WAS_BIJLAGE_VAN_KLANTCONTACT] = {"was_bijlage_van_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[BL_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	IDENTIFICATOR(BL_IDENTIFICATOR, "bijlageidentificator")
};

static const Kolom onderwerpobject[] = {
	SLEUTEL_UUID,
	[OO_WAS_ONDERWERP_VAN_KLANTCONTACT] = {"was_onderwerp_van_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[OO_ONDERWERP_WAS_KLANTCONTACT] = {"onderwerp_was_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[OO_ONDERWERP_WAS_INTERNE_TAAK] = {"onderwerp_was_interne_taak", KOLOM_UUID, 0, TABEL_INTERNE_TAAK},
	[OO_ONDERWERP_WAS_KLANTTAAK] = {"onderwerp_was_klanttaak", KOLOM_UUID, 0, TABEL_KLANTTAAK},
	IDENTIFICATOR(OO_IDENTIFICATOR, "onderwerpobjectidentificator"),
	[OO_ONTSTAAN_UIT_KLANTCONTACT] = {"ontstaan_uit_klantcontact", KOLOM_BOOLEAN},
	[OO_PLAATSGEVONDEN_OP] = {"plaatsgevonden_op", KOLOM_MOMENT, .kopie = true},
	[OO_KANAAL_CODE] = {"kanaal_code", KOLOM_TEKST, .kopie = true},
	[OO_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true}
};

static const Kolom interne_taak[] = {
	SLEUTEL_UUID,
	[IT_AANLEIDINGGEVEND_KLANTCONTACT] = {"aanleidinggevend_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[IT_TOEGEWEZEN_AAN_ACTOR] = {"toegewezen_aan_actor", KOLOM_UUID, 0, TABEL_ACTOR},
	[IT_NUMMER] = {"nummer", KOLOM_NUMMER},
	[IT_STATUS] = {"status", KOLOM_TEKST},
	[IT_TOEGEWEZEN_OP] = {"toegewezen_op", KOLOM_MOMENT},
	[IT_VERWERKT_OP] = {"verwerkt_op", KOLOM_MOMENT},
	[IT_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	{"gevraagde_handeling", KOLOM_TEKST, 200},
	{"toelichting", KOLOM_TEKST, 1000}
};

static const Kolom klanttaak[] = {
	SLEUTEL_UUID,
	[KT_NUMMER] = {"nummer", KOLOM_NUMMER},
	IDENTIFICATOR(KT_ZAAKIDENTIFICATOR, "zaakidentificator"),
	{"gevraagde_handeling", KOLOM_TEKST, 200},
	{"toelichting", KOLOM_TEKST, 1000}
};

static const Kolom partij[] = {
	SLEUTEL_UUID,
	[P_NUMMER] = {"nummer", KOLOM_NUMMER},
	[P_SOORT_PARTIJ] = {"soort_partij", KOLOM_TEKST},
	[P_IS_GEMEENTE] = {"is_gemeente", KOLOM_JA_OF_LEEG},
	[P_WERKTE_VOOR_PARTIJ] = {"werkte_voor_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[P_INDICATIE_GEHEIMHOUDING] = {"indicatie_geheimhouding", KOLOM_BOOLEAN},
	[P_INDICATIE_HERGEBRUIK] = {"indicatie_hergebruik", KOLOM_BOOLEAN},
	[P_VOORKEURSTAAL] = {"voorkeurstaal", KOLOM_TEKST, 0, TABEL_TAAL},
	[P_VOORKEURS_DIGITAAL_ADRES] = {"voorkeurs_digitaal_adres", KOLOM_UUID},
	[P_NAAM] = {"naam", KOLOM_TEKST, 200},
	CONTACTNAAM(P_CONTACTNAAM),
	ADRES(P_BEZOEKADRES, "bezoekadres"),
	ADRES(P_CORRESPONDENTIEADRES, "correspondentieadres"),
	[P_INTERNE_NOTITIE] = {"interne_notitie", KOLOM_TEKST, 1000}
};

static const Kolom partij_identificator[] = {
	SLEUTEL_UUID,
	[PI_IDENTIFICEERDE_PARTIJ] = {"identificeerde_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[PI_SOORT_PARTIJ] = {"soort_partij", KOLOM_TEKST, .kopie = true},
	[PI_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	[PI_SUB_IDENTIFICATOR_VAN] = {"sub_identificator_van", KOLOM_UUID, 0, TABEL_PARTIJ_IDENTIFICATOR},
	[PI_ANDERE] = {"andere_partij_identificator", KOLOM_TEKST, 200},
	IDENTIFICATOR(PI_IDENTIFICATOR, "partij_identificator")
};

static const Kolom partij_verificatie[] = {
	SLEUTEL_UUID,
	[PV_PARTIJ] = {"partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[PV_HANDELING] = {"handeling", KOLOM_TEKST},
	[PV_GEVERIFIEERD_OP] = {"geverifieerd_op", KOLOM_MOMENT},
	{"middel", KOLOM_TEKST, 200}
};

static const Kolom vertegenwoordiging[] = {
	SLEUTEL_UUID,
	[VT_VERTEGENWOORDIGENDE_PARTIJ] = {"vertegenwoordigende_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[VT_VERTEGENWOORDIGDE_PARTIJ] = {"vertegenwoordigde_partij", KOLOM_UUID, 0, TABEL_PARTIJ}
};

static const Kolom digitaal_adres[] = {
	SLEUTEL_UUID,
	[DA_VERSTREKT_DOOR_BETROKKENE] = {"verstrekt_door_betrokkene", KOLOM_UUID, 0, TABEL_BETROKKENE},
	[DA_VERSTREKT_DOOR_PARTIJ] = {"verstrekt_door_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[DA_SOORT] = {"soort_digitaal_adres_code", KOLOM_TEKST, 0, TABEL_SOORT_DIGITAAL_ADRES},
	[DA_ADRES] = {"adres", KOLOM_TEKST, 254},
	[DA_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	{"omschrijving", KOLOM_TEKST, 80}
};

static const Kolom actor[] = {
	SLEUTEL_UUID,
	[A_INDICATIE_ACTIEF] = {"indicatie_actief", KOLOM_BOOLEAN},
	[A_SOORT_ACTOR] = {"soort_actor", KOLOM_TEKST},
	[A_FUNCTIE] = {"functie", KOLOM_TEKST, 80},
	[A_OMSCHRIJVING] = {"omschrijving", KOLOM_TEKST, 200},
	[A_E_MAILADRES] = {"e_mailadres", KOLOM_TEKST},
	[A_TELEFOONNUMMER] = {"telefoonnummer", KOLOM_TEKST, 20},
	IDENTIFICATOR(A_ACTORIDENTIFICATOR, "actoridentificator"),
	{"naam", KOLOM_TEKST, 200}
};

/* kanaal, taal, soort_digitaal_adres, soort_object, soort_object_id */
static const Kolom code_en_naam[] = {
	SLEUTEL_CODE,
	[CODE_INDICATIE_ACTIEF] = {"indicatie_actief", KOLOM_BOOLEAN},
	{"naam", KOLOM_TEKST, 80}
};

static const Kolom land[] = {
	[SLEUTEL] = {"landcode", KOLOM_TEKST, 40},
	REGISTRATIE,
	[LAND_INGANGSDATUM] = {"ingangsdatum_land", KOLOM_DATUM},
	[LAND_EINDDATUM] = {"einddatum_land", KOLOM_DATUM},
	{"landnaam", KOLOM_TEKST, 80}
};

static const Kolom extern_register[] = {
	SLEUTEL_CODE,
	{"naam", KOLOM_TEKST, 80},
	{"locatie", KOLOM_TEKST, 40}
};

static const Kolom mutatielog[] = {
	[ML_RIJ_ID] = {"rij_id", KOLOM_TEKST},
	[ML_TABEL] = {"tabel", KOLOM_TEKST},
	[ML_OPERATIE] = {"operatie", KOLOM_TEKST},
	[ML_VERVALLEN_OP] = {"vervallen_op", KOLOM_MOMENT},
	[ML_REDEN] = {"reden", KOLOM_TEKST},
	[ML_ID] = {"id", KOLOM_NUMMER},
	[ML_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG, .kopie = true},
	[ML_GEREGISTREERD_OP] = {"geregistreerd_op", KOLOM_MOMENT}
};

static const Kolom vernietiging[] = {
	SLEUTEL_UUID,
	{"grondslag", KOLOM_TEKST, 1000}
};

#define TABEL(naam, kolommen) \
	{#naam, #naam "_regels", kolommen, lengthof(kolommen)}

const TabelBeschrijving tabellen[AANTAL_TABELLEN] = {
	[TABEL_KLANTCONTACT] = TABEL(klantcontact, klantcontact),
	[TABEL_BETROKKENE] = TABEL(betrokkene, betrokkene),
	[TABEL_ACTOR_KLANTCONTACT] = TABEL(actor_klantcontact, actor_klantcontact),
	[TABEL_BIJLAGE] = TABEL(bijlage, bijlage),
	[TABEL_ONDERWERPOBJECT] = TABEL(onderwerpobject, onderwerpobject),
	[TABEL_INTERNE_TAAK] = TABEL(interne_taak, interne_taak),
	[TABEL_KLANTTAAK] = TABEL(klanttaak, klanttaak),
	[TABEL_PARTIJ] = TABEL(partij, partij),
	[TABEL_PARTIJ_IDENTIFICATOR] = TABEL(partij_identificator, partij_identificator),
	[TABEL_PARTIJ_VERIFICATIE] = TABEL(partij_verificatie, partij_verificatie),
	[TABEL_VERTEGENWOORDIGING] = TABEL(vertegenwoordiging, vertegenwoordiging),
	[TABEL_DIGITAAL_ADRES] = TABEL(digitaal_adres, digitaal_adres),
	[TABEL_ACTOR] = TABEL(actor, actor),
	[TABEL_KANAAL] = TABEL(kanaal, code_en_naam),
	[TABEL_TAAL] = TABEL(taal, code_en_naam),
	[TABEL_SOORT_DIGITAAL_ADRES] = TABEL(soort_digitaal_adres, code_en_naam),
	[TABEL_LAND] = TABEL(land, land),
	[TABEL_EXTERN_REGISTER] = TABEL(extern_register, extern_register),
	[TABEL_SOORT_OBJECT] = TABEL(soort_object, code_en_naam),
	[TABEL_SOORT_OBJECT_ID] = TABEL(soort_object_id, code_en_naam),
	[TABEL_MUTATIELOG] = TABEL(mutatielog, mutatielog),
	[TABEL_VERNIETIGING] = TABEL(vernietiging, vernietiging)
};
