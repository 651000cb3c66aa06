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

#define CONTACTNAAM \
	{"contactnaam_voorletters", KOLOM_TEKST, 10}, \
	{"contactnaam_voornaam", KOLOM_TEKST, 200}, \
	{"contactnaam_voorvoegsel_achternaam", KOLOM_TEKST, 10}, \
	{"contactnaam_achternaam", KOLOM_TEKST, 200}

#define ADRESSEN \
	{"bezoekadres_adresregel1", KOLOM_TEKST, 80}, \
	{"bezoekadres_adresregel2", KOLOM_TEKST, 80}, \
	{"bezoekadres_adresregel3", KOLOM_TEKST, 80}, \
	{"bezoekadres_land_code", KOLOM_TEKST, 0, TABEL_LAND}, \
	{"correspondentieadres_adresregel1", KOLOM_TEKST, 80}, \
	{"correspondentieadres_adresregel2", KOLOM_TEKST, 80}, \
	{"correspondentieadres_adresregel3", KOLOM_TEKST, 80}, \
	{"correspondentieadres_land_code", KOLOM_TEKST, 0, TABEL_LAND}

#define IDENTIFICATOR(groep) \
	{groep "_objecttype_code", KOLOM_TEKST, 0, TABEL_SOORT_OBJECT}, \
	{groep "_soort_object_id_code", KOLOM_TEKST, 0, TABEL_SOORT_OBJECT_ID}, \
	{groep "_object_id", KOLOM_TEKST, 40}

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
	[KC_RESULTAAT] = {"resultaat", KOLOM_TEKST, ONBEPERKT}
};

static const Kolom betrokkene[] = {
	SLEUTEL_UUID,
	[BB_HAD_KLANTCONTACT] = {"had_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[BB_WAS_PARTIJ] = {"was_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	[BB_PLAATSGEVONDEN_OP] = {"plaatsgevonden_op", KOLOM_MOMENT},
	[BB_KANAAL_CODE] = {"kanaal_code", KOLOM_TEKST},
	[BB_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG},
	{"organisatienaam", KOLOM_TEKST, 200},
	CONTACTNAAM,
	ADRESSEN
};

static const Kolom actor_klantcontact[] = {
	SLEUTEL_UUID,
	[AC_KLANTCONTACT_ID] = {"klantcontact_id", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[AC_ACTOR_ID] = {"actor_id", KOLOM_UUID, 0, TABEL_ACTOR},
	[AC_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG}
};

static const Kolom bijlage[] = {
	SLEUTEL_UUID,
	[BL_WAS_BIJLAGE_VAN_KLANTCONTACT] = {"was_bijlage_van_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[BL_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG},
	IDENTIFICATOR("bijlageidentificator")
};

static const Kolom onderwerpobject[] = {
	SLEUTEL_UUID,
	[OO_WAS_ONDERWERP_VAN_KLANTCONTACT] = {"was_onderwerp_van_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[OO_ONDERWERP_WAS_KLANTCONTACT] = {"onderwerp_was_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[OO_ONDERWERP_WAS_INTERNE_TAAK] = {"onderwerp_was_interne_taak", KOLOM_UUID, 0, TABEL_INTERNE_TAAK},
	[OO_ONDERWERP_WAS_KLANTTAAK] = {"onderwerp_was_klanttaak", KOLOM_UUID, 0, TABEL_KLANTTAAK},
	[OO_OBJECTTYPE_CODE] = IDENTIFICATOR("onderwerpobjectidentificator"),
	[OO_REGISTER_CODE] = {"onderwerpobjectidentificator_register_code", KOLOM_TEKST},
	[OO_ONTSTAAN_UIT_KLANTCONTACT] = {"ontstaan_uit_klantcontact", KOLOM_BOOLEAN},
	[OO_PLAATSGEVONDEN_OP] = {"plaatsgevonden_op", KOLOM_MOMENT},
	[OO_KANAAL_CODE] = {"kanaal_code", KOLOM_TEKST},
	[OO_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG}
};

static const Kolom interne_taak[] = {
	SLEUTEL_UUID,
	[IT_AANLEIDINGGEVEND_KLANTCONTACT] = {"aanleidinggevend_klantcontact", KOLOM_UUID, 0, TABEL_KLANTCONTACT},
	[IT_TOEGEWEZEN_AAN_ACTOR] = {"toegewezen_aan_actor", KOLOM_UUID, 0, TABEL_ACTOR},
	[IT_NUMMER] = {"nummer", KOLOM_NUMMER},
	[IT_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG},
	{"gevraagde_handeling", KOLOM_TEKST, 200},
	{"toelichting", KOLOM_TEKST, 1000}
};

static const Kolom klanttaak[] = {
	SLEUTEL_UUID,
	[KT_NUMMER] = {"nummer", KOLOM_NUMMER},
	{"gevraagde_handeling", KOLOM_TEKST, 200},
	{"toelichting", KOLOM_TEKST, 1000},
	IDENTIFICATOR("zaakidentificator")
};

static const Kolom partij[] = {
	SLEUTEL_UUID,
	[P_NUMMER] = {"nummer", KOLOM_NUMMER},
	[P_IS_GEMEENTE] = {"is_gemeente", KOLOM_JA_OF_LEEG},
	[P_WERKTE_VOOR_PARTIJ] = {"werkte_voor_partij", KOLOM_UUID, 0, TABEL_PARTIJ},
	{"voorkeurstaal", KOLOM_TEKST, 0, TABEL_TAAL},
	{"naam", KOLOM_TEKST, 200},
	CONTACTNAAM,
	ADRESSEN,
	{"interne_notitie", KOLOM_TEKST, 1000}
};

static const Kolom partij_identificator[] = {
	SLEUTEL_UUID,
	IDENTIFICATOR("partij_identificator"),
	{"andere_partij_identificator", KOLOM_TEKST, 200}
};

static const Kolom partij_verificatie[] = {
	SLEUTEL_UUID,
	{"middel", KOLOM_TEKST, 200}
};

static const Kolom vertegenwoordiging[] = {
	SLEUTEL_UUID
};

static const Kolom digitaal_adres[] = {
	SLEUTEL_UUID,
	[DA_VERSTREKT_DOOR_BETROKKENE] = {"verstrekt_door_betrokkene", KOLOM_UUID, 0, TABEL_BETROKKENE},
	[DA_VERTROUWELIJK] = {"vertrouwelijk", KOLOM_JA_OF_LEEG},
	{"soort_digitaal_adres_code", KOLOM_TEKST, 0, TABEL_SOORT_DIGITAAL_ADRES},
	{"adres", KOLOM_TEKST, 254},
	{"omschrijving", KOLOM_TEKST, 80}
};

static const Kolom actor[] = {
	SLEUTEL_UUID,
	[A_INDICATIE_ACTIEF] = {"indicatie_actief", KOLOM_BOOLEAN},
	{"naam", KOLOM_TEKST, 200},
	{"functie", KOLOM_TEKST, 80},
	{"omschrijving", KOLOM_TEKST, 200},
	{"telefoonnummer", KOLOM_TEKST, 20},
	IDENTIFICATOR("actoridentificator")
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
	[SLEUTEL] = {"id", KOLOM_NUMMER}
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
	[TABEL_MUTATIELOG] = TABEL(mutatielog, mutatielog)
};
