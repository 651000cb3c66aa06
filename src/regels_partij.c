/*
 * regels_partij.c
 *		The rules on the rows of a partij, its identificators, its verifications and its vertegenwoordigingen, domain.md section 3.4
 *		and KI-113 to KI-116. What a partij must have when the transaction commits is in volledig_partij.c.
 */
#include "klantinteracties.h"

#include "utils/datum.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

static bool
heeft_contactnaam(const Rij *rij)
{
	return !groep_is_leeg(rij, P_CONTACTNAAM, CONTACTNAAM_KOLOMMEN);
}

/* KI-70: id, nummer and soort_partij stay. */
bool
partij_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, P_NUMMER) && zelfde(rij, oud, P_SOORT_PARTIJ);
}

static void
fout_partij_soort(const Rij *rij, int kolom, const char *bericht)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("%s", bericht),
			 errkolom(rij, kolom, "partij_soort")));
}

/* KI-55, KI-01a: each soort has its own attributes. */
void
regel_partij_soort(const Rij *rij)
{
	bool		organisatie = is_tekst(rij, P_SOORT_PARTIJ, "organisatie");
	bool		contactpersoon = is_tekst(rij, P_SOORT_PARTIJ, "contactpersoon");

	if (!organisatie && !is_leeg(rij, P_NAAM))
		fout_partij_soort(rij, P_NAAM, _("only an organisatie has a naam"));
	if (!organisatie && is_ja(rij, P_IS_GEMEENTE))
		fout_partij_soort(rij, P_IS_GEMEENTE, _("only an organisatie can be the gemeente"));
	if (organisatie && heeft_contactnaam(rij))
		fout_partij_soort(rij, P_CONTACTNAAM, _("an organisatie has no contactnaam"));
	if (contactpersoon && !heeft_contactnaam(rij))
		fout_partij_soort(rij, P_CONTACTNAAM, _("a contactpersoon must have a contactnaam"));
	if (!contactpersoon && !is_leeg(rij, P_WERKTE_VOOR_PARTIJ))
		fout_partij_soort(rij, P_WERKTE_VOOR_PARTIJ, _("only a contactpersoon worked for a partij"));
}

/* KI-67: a contactpersoon worked for an organisatie. The soort of a partij never changes, so a key lock will do. */
static void
regel_werkte_voor_organisatie(const Rij *rij)
{
	AndereRij	werkgever;

	if (!lees_ouder(&werkgever, rij, P_WERKTE_VOOR_PARTIJ, LockTupleKeyShare))
		return;
	if (!rij_is_tekst(&werkgever, P_SOORT_PARTIJ, "organisatie"))
		fout_partij_soort(rij, P_WERKTE_VOOR_PARTIJ, _("werkte_voor_partij must be an organisatie"));
	rij_sluiten(&werkgever);
}

static void
fout_zonder_hergebruik(const Rij *rij)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("no contact data are kept of a partij that does not agree to reuse"),
			 errdetail("The indicatie_hergebruik of the partij is false."),
			 errtableconstraint(rij->rel, "partij_zonder_hergebruik")));
}

/*
 * KI-58: of a partij that does not agree to reuse no contact data are kept, but for the name of a contactpersoon, who must have
 * one. The row of the partij is locked, by the update or because it is new; who adds an address locks it too
 * (regels_van_partij() in regels_digitaal_adres.c).
 */
void
regel_zonder_hergebruik(const Rij *rij, const Rij *oud)
{
	if (is_leeg(rij, P_INDICATIE_HERGEBRUIK) || is_waar(rij, P_INDICATIE_HERGEBRUIK))
		return;
	if ((heeft_contactnaam(rij) && !is_tekst(rij, P_SOORT_PARTIJ, "contactpersoon")) ||
		!groep_is_leeg(rij, P_BEZOEKADRES, ADRES_KOLOMMEN) || !groep_is_leeg(rij, P_CORRESPONDENTIEADRES, ADRES_KOLOMMEN))
		fout_zonder_hergebruik(rij);
	if (oud != NULL &&
		bestaat_met(register_kind(rij->rt, rij->rel, TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_PARTIJ), DA_VERSTREKT_DOOR_PARTIJ,
					waarde(rij, SLEUTEL), SnapshotSelf))
		fout_zonder_hergebruik(rij);
}

void
partij_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (is_leeg(rij, P_IS_GEMEENTE))
		zet(rij, P_IS_GEMEENTE, BoolGetDatum(false));
	regel_nummer(rij, P_NUMMER);
	regel_partij_soort(rij);
	if (oud == NULL || !zelfde(rij, oud, P_WERKTE_VOOR_PARTIJ))
		regel_werkte_voor_organisatie(rij);
	regel_adres(rij, P_BEZOEKADRES, "bezoekadres");
	regel_adres(rij, P_CORRESPONDENTIEADRES, "correspondentieadres");
	regel_zonder_hergebruik(rij, oud);
}

/* A partij-identificator is an identificator, or free text where none fits (domain 2.7). */
void
regel_een_vorm(const Rij *rij)
{
	if (is_leeg(rij, PI_IDENTIFICATOR + IDENTIFICATOR_OBJECT_ID) == is_leeg(rij, PI_ANDERE))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("a partij_identificator is either an identificator or a free text"),
				 errhint("Fill the identificator or andere_partij_identificator, not both."),
				 errtableconstraint(rij->rel, "partij_identificator_een_vorm")));
}

static bool
is_soort(const Rij *rij, const char *soort)
{
	return is_tekst(rij, PI_IDENTIFICATOR + IDENTIFICATOR_SOORT_OBJECT_ID_CODE, soort);
}

/* KI-114: a BSN is of a natural person; a RSIN, KVK-nummer or vestigingsnummer of an organisatie. */
void
regel_soort_identificator(const Rij *rij)
{
	bool		organisatie = is_tekst(rij, PI_SOORT_PARTIJ, "organisatie");
	bool		van_persoon = is_soort(rij, SOORT_BSN);
	bool		van_organisatie = is_soort(rij, SOORT_RSIN) || is_soort(rij, SOORT_KVK_NUMMER) || is_soort(rij, SOORT_VESTIGINGSNUMMER);

	if ((van_persoon && organisatie) || (van_organisatie && !organisatie))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("identificator does not fit the soort of the partij"),
				 errdetail("A BSN identifies a persoon or contactpersoon; a RSIN, KVK-nummer or vestigingsnummer an organisatie."),
				 errkolom(rij, PI_IDENTIFICATOR + IDENTIFICATOR_SOORT_OBJECT_ID_CODE, "identificator_geldig")));
}

static void
fout_sub_identificator(const Rij *rij)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("a vestigingsnummer belongs under a KVK-nummer, and nothing else under any identificator"),
			 errhint("Let sub_identificator_van of a vestigingsnummer be the partij_identificator with its KVK-nummer; leave it null otherwise."),
			 errkolom(rij, PI_SUB_IDENTIFICATOR_VAN, "identificator_geldig")));
}

/* KI-115: a vestigingsnummer hangs under another identificator, and nothing else does. */
void
regel_sub_identificator(const Rij *rij)
{
	if (is_soort(rij, SOORT_VESTIGINGSNUMMER) == is_leeg(rij, PI_SUB_IDENTIFICATOR_VAN))
		fout_sub_identificator(rij);
}

/* KI-115: that is a KVK-nummer. */
static void
regel_onder_kvk_nummer(const Rij *rij)
{
	AndereRij	boven;

	if (!lees_ouder(&boven, rij, PI_SUB_IDENTIFICATOR_VAN, LockTupleShare))
		return;
	if (!rij_is_tekst(&boven, PI_IDENTIFICATOR + IDENTIFICATOR_SOORT_OBJECT_ID_CODE, SOORT_KVK_NUMMER))
		fout_sub_identificator(rij);
	rij_sluiten(&boven);
}

/* KI-115: an identificator that has others under it stays a KVK-nummer when it is corrected. The row is locked by the update. */
static void
regel_boven_vestiging(const Rij *rij)
{
	if (!is_soort(rij, SOORT_KVK_NUMMER) &&
		bestaat_met(rij->rt->relid, PI_SUB_IDENTIFICATOR_VAN, waarde(rij, SLEUTEL), SnapshotSelf))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("identificator with vestigingsnummers under it must be a KVK-nummer"),
				 errkolom(rij, PI_IDENTIFICATOR + IDENTIFICATOR_SOORT_OBJECT_ID_CODE, "identificator_geldig")));
}

void
partij_identificator_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	partij;

	regel_identificator_volledig(rij, PI_IDENTIFICATOR, "partij_identificator_volledig");
	regel_een_vorm(rij);
	/* As strongly as the check at commit: see regels_van_partij() in regels_digitaal_adres.c. */
	if (lees_ouder(&partij, rij, PI_IDENTIFICEERDE_PARTIJ, LockTupleNoKeyExclusive))
	{
		neem_over(rij, PI_SOORT_PARTIJ, &partij, P_SOORT_PARTIJ);
		neem_over(rij, PI_VERTROUWELIJK, &partij, P_INDICATIE_GEHEIMHOUDING);
		rij_sluiten(&partij);
	}
	regel_identificator_geldig(rij, oud, PI_IDENTIFICATOR);
	regel_soort_identificator(rij);
	regel_sub_identificator(rij);
	regel_onder_kvk_nummer(rij);
	if (oud != NULL)
		regel_boven_vestiging(rij);
}

/* KI-119: a verification took place, at some moment. */
void
partij_verificatie_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	TimestampTz geverifieerd_op;

	if (is_leeg(rij, PV_GEVERIFIEERD_OP))
		return;
	geverifieerd_op = DatumGetTimestampTz(waarde(rij, PV_GEVERIFIEERD_OP));
	if (TIMESTAMP_IS_NOBEGIN(geverifieerd_op))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("geverifieerd_op must be a moment"),
				 errkolom(rij, PV_GEVERIFIEERD_OP, "partij_verificatie_geverifieerd_op_eindig")));
	if (geverifieerd_op > nu)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("geverifieerd_op cannot be in the future"),
				 errkolom(rij, PV_GEVERIFIEERD_OP, "partij_verificatie_niet_gepland")));
}

/* KI-68: nobody represents himself. That a pair is recorded once is an index's business. */
void
vertegenwoordiging_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (!is_leeg(rij, VT_VERTEGENWOORDIGENDE_PARTIJ) && !is_leeg(rij, VT_VERTEGENWOORDIGDE_PARTIJ) &&
		datumIsEqual(waarde(rij, VT_VERTEGENWOORDIGENDE_PARTIJ), waarde(rij, VT_VERTEGENWOORDIGDE_PARTIJ), false, UUID_LEN))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("a partij does not represent itself"),
				 errtableconstraint(rij->rel, "vertegenwoordiging_niet_zichzelf")));
}
