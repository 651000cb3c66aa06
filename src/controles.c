/*
 * controles.c
 *		What controleer_register() asks of what is stored.
 *
 * The rule itself is in regels_*.c or volledig_*.c. Whoever adds one there adds here
 * - a line of rij_controles[], if a row shows by itself that it breaks the rule: the rule is called on it;
 * - a line of dossier_delen[] or dossier_controles[], if it is about a klantcontact or a partij and the rows that refer to it. They are
 *	 too many to be joined again and again: one scan of each table notes in the dossier of each what a row says of it (dossiers.c);
 * - a line of verwijs_controles[], if it asks another row that a key of this one leads to: that is a query with a join, over the rows
 *	 that have such a key;
 * - a line of samenhang_controles[], if it takes something else: each is a query of its own;
 * - a line of eenmalig_controles[], if a unique index enforces it;
 * - or a line of the list below, if nothing that is stored can show it.
 * test/t/340_controles.pl fails for a rule that is in none. Lengths and empty texts (<tabel>_<kolom>_lengte), nummers
 * (<tabel>_nummer_bereik), primary keys and foreign keys need no line: their checks follow from tabellen.c and from the catalog. Not
 * null and domains hold whatever the triggers do.
 *
 * A rule in SQL is a condition on a row t. In verwijs_controles[] the row that a key of t refers to has the name of that key column,
 * and is all null if there is none. {naam} stands for a table of the register, or for whether a rule option is on. Only pg_catalog is
 * in the search_path: functions of the extension are qualified, and ja_of_leeg is compared as boolean, where leeg is null.
 *
 * A rule whose option is off now is not checked, whatever it was when the row came.
 *
 * Not to be seen in what is stored, as it depends on the moment of registration or on what was there before:
 *
 *		<tabel>_onveranderlijk, mutatielog_onveranderlijk, code_onveranderlijk (KI-18, KI-49, KI-102, KI-108)
 *		interne_taak_overgang (KI-87, KI-91)
 *		code_is_actief (KI-101), actor_is_actief (KI-05): a code or actor may have been closed since
 *		klantcontact_deel_tijdig (KI-49): transactions leave no trace that survives a dump
 *
 * and of rules that are checked here otherwise:
 *
 *		partij_is_geverifieerd (KI-54, KI-53a): that a change or a later use was verified in its own transaction
 *		betrokkene_contactgegevens (KI-74): what the partij gave after the betrokkene, in the same transaction or since, or has changed
 *		betrokkene_namen (KI-78): what was not known when the names were given; the partij may have been found since (KI-79)
 */
#include "dossiers.h"

/* The columns of a group, of row r. */
#define CONTACTNAAM(r) \
	r ".contactnaam_voorletters, " r ".contactnaam_voornaam, " \
	r ".contactnaam_voorvoegsel_achternaam, " r ".contactnaam_achternaam"
#define ADRES(r, groep) \
	r "." groep "_nummeraanduiding_id, " r "." groep "_land_code, " \
	r "." groep "_adresregel1, " r "." groep "_adresregel2, " r "." groep "_adresregel3"
#define IDENTIFICATOR(groep) \
	"t." groep "_objecttype_code, t." groep "_soort_object_id_code, t." groep "_object_id, t." groep "_register_code"

/* rij_controles[]: each calls one rule of a row that it can break alone. */

static void
klantcontact_moment(const Rij *rij, const Stand *stand)
{
	regel_niet_gepland(rij, DatumGetTimestampTz(waarde(rij, GEREGISTREERD_OP)));
}

static void
betrokkene_bezoekadres(const Rij *rij, const Stand *stand)
{
	regel_adres(rij, BB_BEZOEKADRES, "bezoekadres");
}

static void
betrokkene_correspondentieadres(const Rij *rij, const Stand *stand)
{
	regel_adres(rij, BB_CORRESPONDENTIEADRES, "correspondentieadres");
}

static void
betrokkene_namen(const Rij *rij, const Stand *stand)
{
	if (is_leeg(rij, BB_WAS_PARTIJ))
		regel_betrokkene_namen(rij);
}

static void
bijlage_geldig(const Rij *rij, const Stand *stand)
{
	regel_identificator_geldig(rij, NULL, BL_IDENTIFICATOR);
}

static void
onderwerpobject_een_object(const Rij *rij, const Stand *stand)
{
	regel_een_object(rij);
}

static void
onderwerpobject_geldig(const Rij *rij, const Stand *stand)
{
	regel_identificator_geldig(rij, NULL, OO_IDENTIFICATOR);
}

static void
onderwerpobject_ontstaan(const Rij *rij, const Stand *stand)
{
	regel_ontstaan_is_zaak(rij);
}

static void
onderwerpobject_zichzelf(const Rij *rij, const Stand *stand)
{
	regel_niet_over_zichzelf(rij, NULL);
}

static void
interne_taak_verwerkt_op(const Rij *rij, const Stand *stand)
{
	regel_verwerkt_op(rij, NULL, stand->nu);
}

static void
klanttaak_zaak(const Rij *rij, const Stand *stand)
{
	regel_klanttaak_zaak(rij);
}

static void
partij_soort(const Rij *rij, const Stand *stand)
{
	regel_partij_soort(rij);
}

static void
partij_bezoekadres(const Rij *rij, const Stand *stand)
{
	regel_adres(rij, P_BEZOEKADRES, "bezoekadres");
}

static void
partij_correspondentieadres(const Rij *rij, const Stand *stand)
{
	regel_adres(rij, P_CORRESPONDENTIEADRES, "correspondentieadres");
}

static void
partij_hergebruik(const Rij *rij, const Stand *stand)
{
	regel_zonder_hergebruik(rij, NULL);
}

static void
partij_identificator_volledig(const Rij *rij, const Stand *stand)
{
	regel_identificator_volledig(rij, PI_IDENTIFICATOR, "partij_identificator_volledig");
}

static void
partij_identificator_een_vorm(const Rij *rij, const Stand *stand)
{
	regel_een_vorm(rij);
}

static void
partij_identificator_geldig(const Rij *rij, const Stand *stand)
{
	regel_identificator_geldig(rij, NULL, PI_IDENTIFICATOR);
}

static void
partij_identificator_soort(const Rij *rij, const Stand *stand)
{
	regel_soort_identificator(rij);
}

static void
partij_identificator_sub(const Rij *rij, const Stand *stand)
{
	regel_sub_identificator(rij);
}

static void
partij_verificatie_moment(const Rij *rij, const Stand *stand)
{
	partij_verificatie_rij((Rij *) rij, NULL, DatumGetTimestampTz(waarde(rij, GEREGISTREERD_OP)));
}

static void
vertegenwoordiging_zichzelf(const Rij *rij, const Stand *stand)
{
	vertegenwoordiging_rij((Rij *) rij, NULL, stand->nu);
}

static void
digitaal_adres_van_iemand(const Rij *rij, const Stand *stand)
{
	if (is_leeg(rij, DA_VERSTREKT_DOOR_BETROKKENE))
		regel_eigenaar(rij, NULL);
}

static void
digitaal_adres_geldig(const Rij *rij, const Stand *stand)
{
	regel_adres_geldig(rij);
}

static void
actor_soort(const Rij *rij, const Stand *stand)
{
	regel_actor_soort(rij, NULL);
}

static void
actor_volledig(const Rij *rij, const Stand *stand)
{
	regel_identificator_volledig(rij, A_ACTORIDENTIFICATOR, "actor_identificator_volledig");
}

static void
actor_geldig(const Rij *rij, const Stand *stand)
{
	regel_identificator_geldig(rij, NULL, A_ACTORIDENTIFICATOR);
}

const RijControle rij_controles[] = {
	{TABEL_KLANTCONTACT, klantcontact_moment},
	{TABEL_BETROKKENE, betrokkene_bezoekadres},
	{TABEL_BETROKKENE, betrokkene_correspondentieadres},
	{TABEL_BETROKKENE, betrokkene_namen},
	{TABEL_BIJLAGE, bijlage_geldig},
	{TABEL_ONDERWERPOBJECT, onderwerpobject_een_object},
	{TABEL_ONDERWERPOBJECT, onderwerpobject_geldig},
	{TABEL_ONDERWERPOBJECT, onderwerpobject_ontstaan},
	{TABEL_ONDERWERPOBJECT, onderwerpobject_zichzelf},
	{TABEL_INTERNE_TAAK, interne_taak_verwerkt_op},
	{TABEL_KLANTTAAK, klanttaak_zaak},
	{TABEL_PARTIJ, partij_soort},
	{TABEL_PARTIJ, partij_bezoekadres},
	{TABEL_PARTIJ, partij_correspondentieadres},
	{TABEL_PARTIJ, partij_hergebruik},
	{TABEL_PARTIJ_IDENTIFICATOR, partij_identificator_volledig},
	{TABEL_PARTIJ_IDENTIFICATOR, partij_identificator_een_vorm},
	{TABEL_PARTIJ_IDENTIFICATOR, partij_identificator_geldig},
	{TABEL_PARTIJ_IDENTIFICATOR, partij_identificator_soort},
	{TABEL_PARTIJ_IDENTIFICATOR, partij_identificator_sub},
	{TABEL_PARTIJ_VERIFICATIE, partij_verificatie_moment},
	{TABEL_VERTEGENWOORDIGING, vertegenwoordiging_zichzelf},
	{TABEL_DIGITAAL_ADRES, digitaal_adres_van_iemand},
	{TABEL_DIGITAAL_ADRES, digitaal_adres_geldig},
	{TABEL_ACTOR, actor_soort},
	{TABEL_ACTOR, actor_volledig},
	{TABEL_ACTOR, actor_geldig},

	{TABEL_GEEN, NULL}
};

/* Design decision D8: what a row carries of its klantcontact. No rule raises that it differs, as the triggers fill it in. */
static void
kopie(const Rij *rij, int vertrouwelijk, Bewering *b)
{
	b->masker = DOSSIER_VERTROUWELIJK;
	b->kopie = is_ja(rij, vertrouwelijk) ? DOSSIER_VERTROUWELIJK : 0;
}

static void
historie(const Rij *rij, int plaatsgevonden_op, int kanaal_code, Bewering *b)
{
	b->historie = true;
	b->plaatsgevonden_op = is_leeg(rij, plaatsgevonden_op) ? DT_NOBEGIN : DatumGetTimestampTz(waarde(rij, plaatsgevonden_op));
	b->geen_kanaal = is_leeg(rij, kanaal_code);
	b->kanaal = b->geen_kanaal ? (Datum) 0 : waarde(rij, kanaal_code);
}

/* What a klantcontact says of itself. */
void
beschrijf_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	historie(rij, KC_PLAATSGEVONDEN_OP, KC_KANAAL_CODE, b);
	b->kenmerken = (is_leeg(rij, KC_INHOUD) ? 0 : DOSSIER_INHOUD) | (is_ja(rij, KC_VERTROUWELIJK) ? DOSSIER_VERTROUWELIJK : 0);
}

static int
soort_van_partij(const Rij *rij, int kolom)
{
	return is_tekst(rij, kolom, "persoon") ? PARTIJ_PERSOON :
		is_tekst(rij, kolom, "organisatie") ? PARTIJ_ORGANISATIE :
		is_tekst(rij, kolom, "contactpersoon") ? PARTIJ_CONTACTPERSOON : 0;
}

static void
zet_gemeentelijk(const Rij *rij, bool gemeente, Stand *stand)
{
	bool		was_er;
	Gemeentelijk *partij = hash_search(stand->gemeentelijk, DatumGetUUIDP(waarde(rij, SLEUTEL)), HASH_ENTER, &was_er);

	partij->gemeente = gemeente || (was_er && partij->gemeente);
}

/* What a partij says of itself. */
void
beschrijf_partij(const Rij *rij, Stand *stand, Bewering *b)
{
	b->geen_kanaal = true;
	b->kenmerken = soort_van_partij(rij, P_SOORT_PARTIJ);
	if (is_waar(rij, P_INDICATIE_GEHEIMHOUDING))
		b->kenmerken |= PARTIJ_GEHEIM;
	if (!is_leeg(rij, P_INDICATIE_HERGEBRUIK) && !is_waar(rij, P_INDICATIE_HERGEBRUIK))
		b->kenmerken |= PARTIJ_ZONDER_HERGEBRUIK;
	if (!is_leeg(rij, P_WERKTE_VOOR_PARTIJ))
		stand->heeft_werkgever = true;
	else if ((b->kenmerken & PARTIJ_CONTACTPERSOON) != 0)
		b->kenmerken |= PARTIJ_ZONDER_WERKGEVER;
	if (is_ja(rij, P_IS_GEMEENTE))
		zet_gemeentelijk(rij, true, stand);
}

/* The partij that a key leads to, if it is the gemeente or worked for it. */
static Gemeentelijk *
zoek_gemeentelijk(const Rij *rij, int kolom, const Stand *stand)
{
	if (hash_get_num_entries(stand->gemeentelijk) == 0)
		return NULL;
	return hash_search(stand->gemeentelijk, DatumGetUUIDP(waarde(rij, kolom)), HASH_FIND, NULL);
}

/* KI-67. Who worked for the gemeente is no klant of it either (KI-01a). */
static void
werkte_voor(const Rij *rij, Stand *stand, Bewering *b)
{
	Gemeentelijk *werkgever = zoek_gemeentelijk(rij, P_WERKTE_VOOR_PARTIJ, stand);

	b->eis = PARTIJ_ORGANISATIE;
	if (werkgever != NULL && werkgever->gemeente)
		zet_gemeentelijk(rij, false, stand);
}

static void
identificator_van_partij(const Rij *rij, Stand *stand, Bewering *b)
{
	b->masker = PARTIJ_PERSOON | PARTIJ_ORGANISATIE | PARTIJ_CONTACTPERSOON | PARTIJ_GEHEIM;
	b->kopie = soort_van_partij(rij, PI_SOORT_PARTIJ) | (is_ja(rij, PI_VERTROUWELIJK) ? PARTIJ_GEHEIM : 0);
	b->kenmerken = PARTIJ_GEIDENTIFICEERD;
}

static void
verificatie_van_partij(const Rij *rij, Stand *stand, Bewering *b)
{
	b->kenmerken = is_tekst(rij, PV_HANDELING, "registratie") ? PARTIJ_GEREGISTREERD :
		is_tekst(rij, PV_HANDELING, "hergebruik") ? PARTIJ_HERGEBRUIKT : 0;
}

static void
vertegenwoordiger(const Rij *rij, Stand *stand, Bewering *b)
{
	b->kenmerken = PARTIJ_VERTEGENWOORDIGT;
}

/* Did the betrokkene give a name or an address? Their columns stand together. */
static bool
gaf_gegevens(const Rij *rij)
{
	return !groep_is_leeg(rij, BB_ORGANISATIENAAM, BB_CORRESPONDENTIEADRES + ADRES_KOLOMMEN - BB_ORGANISATIENAAM);
}

/* What a digitaal adres says of the betrokkene that gave it. */
void
beschrijf_gever(const Rij *rij, Stand *stand, Bewering *b)
{
	b->geen_kanaal = true;
	b->kenmerken = is_ja(rij, DA_VERTROUWELIJK) ? GEVER_ADRES_VERTROUWELIJK : GEVER_ADRES_OPEN;
	if (!is_leeg(rij, DA_VERSTREKT_DOOR_PARTIJ))
		b->kenmerken |= GEVER_ADRES_VAN_PARTIJ;
}

/* Whether its addresses are right is left to verwijs_controles[], unless it is clear that they are. */
static void
betrokkene_als_gever(const Rij *rij, Stand *stand, Bewering *b)
{
	b->kenmerken = GEVER_GEZIEN;
	b->verbod = GEVER_ADRES_VAN_PARTIJ | (is_ja(rij, BB_VERTROUWELIJK) ? GEVER_ADRES_OPEN : GEVER_ADRES_VERTROUWELIJK);
}

static void
betrokkene_van_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	bool		gekend = !is_leeg(rij, BB_WAS_PARTIJ);

	kopie(rij, BB_VERTROUWELIJK, b);
	historie(rij, BB_PLAATSGEVONDEN_OP, BB_KANAAL_CODE, b);
	if (!gekend)
		b->kenmerken = DOSSIER_KLANT;
	else if (zoek_gemeentelijk(rij, BB_WAS_PARTIJ, stand) == NULL)
		b->kenmerken = DOSSIER_KLANT | DOSSIER_GEKEND;
	if ((!gekend || stand->aan[OPTIE_STRENG_CONTACTGEGEVENS]) && (stand->gaf_adres || gaf_gegevens(rij)))
		b->kenmerken |= DOSSIER_CONTACTGEGEVENS;
}

/* KI-53a, and KI-78 as far as it can be seen. */
static void
betrokkene_van_partij(const Rij *rij, Stand *stand, Bewering *b)
{
	if (stand->aan[OPTIE_EIS_VERIFICATIE_HERGEBRUIK])
		b->eis = PARTIJ_GEREGISTREERD | PARTIJ_HERGEBRUIKT;
	if (stand->aan[OPTIE_STRENG_BETROKKENE_NAMEN] && !is_leeg(rij, BB_ORGANISATIENAAM) &&
		groep_is_leeg(rij, BB_CONTACTNAAM, CONTACTNAAM_KOLOMMEN))
		b->verbod = PARTIJ_PERSOON;
	if (!stand->heeft_gegevens)
		stand->heeft_gegevens = gaf_gegevens(rij);
}

/* KI-58, and the copy of an address that is of the partij alone. */
static void
adres_van_partij(const Rij *rij, Stand *stand, Bewering *b)
{
	stand->heeft_adres = true;
	if (!is_leeg(rij, DA_VERSTREKT_DOOR_BETROKKENE))
		return;
	b->verbod = PARTIJ_ZONDER_HERGEBRUIK;
	b->masker = PARTIJ_GEHEIM;
	b->kopie = is_ja(rij, DA_VERTROUWELIJK) ? PARTIJ_GEHEIM : 0;
}

static void
actor_van_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	kopie(rij, AC_VERTROUWELIJK, b);
	b->kenmerken = DOSSIER_ACTOR;
}

static void
bijlage_van_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	kopie(rij, BL_VERTROUWELIJK, b);
	b->kenmerken = DOSSIER_INHOUD;
}

static void
taak_van_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	kopie(rij, IT_VERTROUWELIJK, b);
	b->kenmerken = DOSSIER_OPVOLGING | DOSSIER_TAAK_OF_ZAAK;
	if (!is_leeg(rij, IT_TOEGEWEZEN_OP))
		b->moment = DatumGetTimestampTz(waarde(rij, IT_TOEGEWEZEN_OP));
}

static void
onderwerp_van_klantcontact(const Rij *rij, Stand *stand, Bewering *b)
{
	int			over = 0;

	kopie(rij, OO_VERTROUWELIJK, b);
	historie(rij, OO_PLAATSGEVONDEN_OP, OO_KANAAL_CODE, b);
	switch (vorm_van_rij(rij))
	{
		case VORM_KLANTCONTACT:
			b->kenmerken = DOSSIER_OPVOLGING;
			over = DOSSIER_OVER_KLANTCONTACT;
			break;
		case VORM_KLANTTAAK:
			b->kenmerken = DOSSIER_OPVOLGING;
			over = DOSSIER_OVER_KLANTTAAK;
			break;
		case VORM_ZAAK:
			b->kenmerken = DOSSIER_OPVOLGING | DOSSIER_TAAK_OF_ZAAK;
			over = is_waar(rij, OO_ONTSTAAN_UIT_KLANTCONTACT) ? 0 : DOSSIER_OVER_ZAAK;
			break;
		case VORM_ANDER_OBJECT:
			break;
	}
	if (stand->aan[OPTIE_EEN_ONDERWERP])
		b->kenmerken |= over;
}

static void
klantcontact_als_onderwerp(const Rij *rij, Stand *stand, Bewering *b)
{
	if (!is_leeg(rij, OO_PLAATSGEVONDEN_OP))
		b->moment = DatumGetTimestampTz(waarde(rij, OO_PLAATSGEVONDEN_OP));
}

#define KOPIE(regel) [FOUT_KOPIE] = {regel, "what is copied from the row that this one belongs to, is not what that row has"}

/*
 * In this order, so that what a row demands of a dossier is in it: partijen before betrokkenen, and whether a betrokkene gave an address
 * before anything else of it.
 */
const DossierDeel dossier_delen[] = {
	{TABEL_PARTIJ, P_WERKTE_VOOR_PARTIJ, DOSSIER_VAN_PARTIJ, werkte_voor,
	{[FOUT_EIS] = {"partij_soort", "werkte_voor_partij must be an organisatie"}}},	/* KI-67 */
	{TABEL_PARTIJ_IDENTIFICATOR, PI_IDENTIFICEERDE_PARTIJ, DOSSIER_VAN_PARTIJ, identificator_van_partij,
	{KOPIE("partij_identificator_kopie")}},
	{TABEL_PARTIJ_VERIFICATIE, PV_PARTIJ, DOSSIER_VAN_PARTIJ, verificatie_van_partij, {{NULL}}},
	{TABEL_VERTEGENWOORDIGING, VT_VERTEGENWOORDIGENDE_PARTIJ, DOSSIER_VAN_PARTIJ, vertegenwoordiger, {{NULL}}},
	{TABEL_BETROKKENE, SLEUTEL, DOSSIER_VAN_GEVER, betrokkene_als_gever, {{NULL}}},
	{TABEL_BETROKKENE, BB_HAD_KLANTCONTACT, DOSSIER_VAN_KLANTCONTACT, betrokkene_van_klantcontact,
	{KOPIE("betrokkene_kopie")}},
	{TABEL_BETROKKENE, BB_WAS_PARTIJ, DOSSIER_VAN_PARTIJ, betrokkene_van_partij,
		{[FOUT_EIS] = {"partij_is_geverifieerd", "partij of the betrokkene has no verification of \"hergebruik\""},	/* KI-53a */
	[FOUT_VERBOD] = {"betrokkene_namen", "names of the betrokkene do not fit what is known of it"}}},	/* KI-78 */
	{TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_PARTIJ, DOSSIER_VAN_PARTIJ, adres_van_partij,
		{[FOUT_VERBOD] = {"partij_zonder_hergebruik", "no contact data are kept of a partij that does not agree to reuse"}, /* KI-58 */
	KOPIE("digitaal_adres_kopie")}},
	{TABEL_ACTOR_KLANTCONTACT, AC_KLANTCONTACT_ID, DOSSIER_VAN_KLANTCONTACT, actor_van_klantcontact,
	{KOPIE("actor_klantcontact_kopie")}},
	{TABEL_BIJLAGE, BL_WAS_BIJLAGE_VAN_KLANTCONTACT, DOSSIER_VAN_KLANTCONTACT, bijlage_van_klantcontact,
	{KOPIE("bijlage_kopie")}},
	{TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT, DOSSIER_VAN_KLANTCONTACT, taak_van_klantcontact,
		{KOPIE("interne_taak_kopie"),
	[FOUT_MOMENT] = {"interne_taak_toegewezen_op", "interne taak cannot be assigned before its klantcontact took place"}}}, /* KI-94 */
	{TABEL_ONDERWERPOBJECT, OO_WAS_ONDERWERP_VAN_KLANTCONTACT, DOSSIER_VAN_KLANTCONTACT, onderwerp_van_klantcontact,
		{KOPIE("onderwerpobject_kopie"),
	[FOUT_DUBBEL] = {"klantcontact_een_onderwerp", "klantcontact already has a subject of this form"}}},	/* KI-08 */
	{TABEL_ONDERWERPOBJECT, OO_ONDERWERP_WAS_KLANTCONTACT, DOSSIER_VAN_KLANTCONTACT, klantcontact_als_onderwerp,
	{[FOUT_MOMENT] = {"onderwerpobject_eerder_klantcontact", "klantcontact cannot be about one that took place later"}}},	/* KI-46 */

	{.tabel = TABEL_GEEN}
};

const DossierControle dossier_controles[] = {
	{DOSSIER_VAN_KLANTCONTACT, "klantcontact_minstens_een_betrokkene",	/* KI-01, KI-01a */
		ALTIJD, 0, DOSSIER_KLANT,
	"klantcontact has no betrokkene other than the gemeente itself"},
	{DOSSIER_VAN_KLANTCONTACT, "klantcontact_minstens_een_actor",	/* KI-03 */
		ALTIJD, 0, DOSSIER_ACTOR,
	"klantcontact has no actor"},
	{DOSSIER_VAN_KLANTCONTACT, "klantcontact_heeft_inhoud", /* KI-06 */
		OPTIE_EIS_INHOUD, 0, DOSSIER_INHOUD,
	"klantcontact has no inhoud and no bijlage"},
	{DOSSIER_VAN_KLANTCONTACT, "klantcontact_heeft_doel",	/* KI-24, KI-25 */
		OPTIE_EIS_DOEL, 0, DOSSIER_GEKEND | DOSSIER_OPVOLGING,
	"klantcontact has no gekende partij and no follow-up"},
	{DOSSIER_VAN_KLANTCONTACT, "betrokkene_contactgegevens",	/* KI-74, KI-76 */
		ALTIJD, DOSSIER_CONTACTGEGEVENS, DOSSIER_OPVOLGING,
	"klantcontact keeps contact data of a betrokkene without follow-up"},
	{DOSSIER_VAN_KLANTCONTACT, "klantcontact_heeft_opvolging",	/* KI-27 */
		OPTIE_EIS_INTERNE_TAAK_OF_ZAAK, 0, DOSSIER_TAAK_OF_ZAAK,
	"klantcontact has no interne taak and no zaak"},
	{DOSSIER_VAN_PARTIJ, "partij_soort",	/* KI-67 */
		ALTIJD, PARTIJ_ZONDER_WERKGEVER, PARTIJ_VERTEGENWOORDIGT,
	"contactpersoon worked for nobody and represented nobody"},
	{DOSSIER_VAN_PARTIJ, "partij_heeft_identificator",	/* KI-56 */
		OPTIE_EIS_PARTIJ_IDENTIFICATOR, PARTIJ_PERSOON | PARTIJ_ORGANISATIE, PARTIJ_GEIDENTIFICEERD,
	"partij has no identificator"},
	{DOSSIER_VAN_PARTIJ, "partij_is_geverifieerd",	/* KI-52 */
		OPTIE_EIS_VERIFICATIE, 0, PARTIJ_GEREGISTREERD,
	"partij has no verification of \"registratie\""},

	{.regel = NULL}
};

const Controle verwijs_controles[] = {
	{TABEL_ONDERWERPOBJECT, "onderwerpobject_taak_van_klantcontact",	/* KI-45 */
		"t.onderwerp_was_klantcontact IS DISTINCT FROM onderwerp_was_interne_taak.aanleidinggevend_klantcontact"
		" AND onderwerp_was_interne_taak.id IS NOT NULL",
	"interne taak and klantcontact of an onderwerpobject do not belong together", NULL},
	{TABEL_PARTIJ_IDENTIFICATOR, "identificator_geldig",	/* KI-115 */
		"t.partij_identificator_soort_object_id_code = '" SOORT_VESTIGINGSNUMMER "' AND sub_identificator_van.id IS NOT NULL"
		" AND sub_identificator_van.partij_identificator_soort_object_id_code IS DISTINCT FROM '" SOORT_KVK_NUMMER "'",
	"a vestigingsnummer belongs under a KVK-nummer, and nothing else under any identificator", NULL},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_eigenaar",	/* KI-82 */
		"t.verstrekt_door_partij IS DISTINCT FROM verstrekt_door_betrokkene.was_partij"
		" AND t.verstrekt_door_partij IS NOT NULL AND verstrekt_door_betrokkene.id IS NOT NULL",
	"partij and betrokkene of a digitaal adres are not the same", NULL},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_kopie",
		"verstrekt_door_betrokkene.id IS NOT NULL AND"
		" t.vertrouwelijk::boolean IS TRUE <> (verstrekt_door_betrokkene.vertrouwelijk::boolean IS TRUE OR"
		"  t.verstrekt_door_partij IN (SELECT p.id FROM {partij} p WHERE p.indicatie_geheimhouding) IS TRUE)",
	"what is copied from the row that this one belongs to, is not what that row has", NULL},

	{.tabel = TABEL_GEEN}
};

/* The klantcontact that an address is kept of for follow-up only, as SQL; null if it is of none. */
const char *const klantcontact_van_adres =
	"CASE WHEN verstrekt_door_betrokkene.was_partij IS NULL OR {streng_contactgegevens} THEN verstrekt_door_betrokkene.had_klantcontact END";

static bool
heeft_gegevens(const Stand *stand)
{
	return stand->aan[OPTIE_STRENG_CONTACTGEGEVENS] && stand->heeft_gegevens;
}

static bool
heeft_adres(const Stand *stand)
{
	return stand->aan[OPTIE_STRENG_CONTACTGEGEVENS] && stand->heeft_adres;
}

#define NAAM_OF_ADRES \
	"num_nonnulls(t.organisatienaam, " CONTACTNAAM("t") ", " ADRES("t", "bezoekadres") ", " ADRES("t", "correspondentieadres") ") > 0"

/* Is a group of columns filled, and the same as another? */
#define ZELFDE(groep, andere) "num_nonnulls(" groep ") > 0 AND (" groep ") IS NOT DISTINCT FROM (" andere ")"

/* Is a row as it was registered? */
#define ONGEWIJZIGD(tabel, r) \
	"NOT EXISTS (SELECT FROM {mutatielog} m WHERE m.tabel = '" tabel "' AND m.rij_id = " r ".id::text)"

const Controle samenhang_controles[] = {
	{TABEL_BETROKKENE, "betrokkene_contactgegevens",	/* KI-74 */
		"t.was_partij IS NOT NULL AND " NAAM_OF_ADRES " AND EXISTS (SELECT FROM {partij} p WHERE p.id = t.was_partij"
		" AND p.geregistreerd_op <= t.geregistreerd_op AND (" ZELFDE(CONTACTNAAM("t"), CONTACTNAAM("p"))
		" OR " ZELFDE(ADRES("t", "bezoekadres"), ADRES("p", "bezoekadres"))
		" OR " ZELFDE(ADRES("t", "correspondentieadres"), ADRES("p", "correspondentieadres")) ") AND " ONGEWIJZIGD("partij", "p") ")"
		" AND " ONGEWIJZIGD("betrokkene", "t"),
	"contact data of a betrokkene repeat those of the partij", heeft_gegevens},
	{TABEL_DIGITAAL_ADRES, "betrokkene_contactgegevens",	/* KI-74 */
		"t.verstrekt_door_partij IS NULL AND EXISTS (SELECT FROM {betrokkene} b"
		" JOIN {digitaal_adres} a ON a.verstrekt_door_partij = b.was_partij WHERE b.id = t.verstrekt_door_betrokkene"
		" AND a.soort_digitaal_adres_code = t.soort_digitaal_adres_code AND a.geregistreerd_op <= t.geregistreerd_op"
		" AND klantinteracties.normaliseer_digitaal_adres(a.soort_digitaal_adres_code, a.adres) ="
		" klantinteracties.normaliseer_digitaal_adres(t.soort_digitaal_adres_code, t.adres)"
		" AND " ONGEWIJZIGD("betrokkene", "b") " AND " ONGEWIJZIGD("digitaal_adres", "a") ") AND " ONGEWIJZIGD("digitaal_adres", "t"),
	"contact data of a betrokkene repeat those of the partij", heeft_adres},

	{.tabel = TABEL_GEEN}
};

/* Each rule is the name of its unique index, and is checked only where that index is not there to enforce it. */
const Eenmalig eenmalig_controles[] = {
	{TABEL_KLANTCONTACT, "klantcontact_nummer_key", "t.nummer", "true"},	/* KI-34 */
	{TABEL_INTERNE_TAAK, "interne_taak_nummer_key", "t.nummer", "true"},
	{TABEL_KLANTTAAK, "klanttaak_nummer_key", "t.nummer", "true"},
	{TABEL_PARTIJ, "partij_nummer_key", "t.nummer", "true"},
	{TABEL_BETROKKENE, "betrokkene_partij_eenmalig",	/* KI-11 */
	"t.had_klantcontact, t.was_partij", "t.was_partij IS NOT NULL"},
	{TABEL_ACTOR_KLANTCONTACT, "actor_klantcontact_eenmalig",	/* KI-04 */
	"t.klantcontact_id, t.actor_id", "true"},
	{TABEL_BIJLAGE, "bijlage_eenmalig", /* KI-42 */
	"t.was_bijlage_van_klantcontact, " IDENTIFICATOR("bijlageidentificator"), "true"},
	{TABEL_VERTEGENWOORDIGING, "vertegenwoordiging_eenmalig",	/* KI-68 */
	"t.vertegenwoordigende_partij, t.vertegenwoordigde_partij", "true"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_eenmalig",	/* KI-59, KI-116 */
		IDENTIFICATOR("partij_identificator") ", t.sub_identificator_van",
	"t.partij_identificator_object_id IS NOT NULL AND t.soort_partij <> 'contactpersoon'"},
	{TABEL_PARTIJ_IDENTIFICATOR, "partij_identificator_een_per_soort",	/* KI-116 */
		"t.identificeerde_partij, t.partij_identificator_soort_object_id_code",
	"t.partij_identificator_soort_object_id_code IN ('" SOORT_BSN "', '" SOORT_RSIN "', '" SOORT_KVK_NUMMER "')"},
	{TABEL_DIGITAAL_ADRES, "digitaal_adres_eenmalig",	/* KI-117 */
		"t.verstrekt_door_partij, t.soort_digitaal_adres_code,"
		" klantinteracties.normaliseer_digitaal_adres(t.soort_digitaal_adres_code, t.adres)",
	"t.verstrekt_door_partij IS NOT NULL"},

	{TABEL_GEEN, NULL, NULL, NULL}
};
