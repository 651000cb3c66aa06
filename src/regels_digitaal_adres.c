/*
 * regels_digitaal_adres.c
 *		The rules on the row of a digitaal adres: whose it is (KI-82), whether it is one (KI-117, KI-118), and what a betrokkene gives
 *		for one klantcontact only (KI-49). That a partij has each once is an index's business, that a betrokkene does not repeat those
 *		of its partij (KI-74) is in volledig_betrokkene.c.
 */
#include "klantinteracties.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "ontleed.h"

/* An address that a betrokkene gave belongs to what was registered of the klantcontact. One of a partij stays with it. */
bool
digitaal_adres_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return is_leeg(oud, DA_VERSTREKT_DOOR_BETROKKENE) && is_leeg(rij, DA_VERSTREKT_DOOR_BETROKKENE) &&
		zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, DA_VERSTREKT_DOOR_PARTIJ);
}

bool
digitaal_adres_mag_weg(const Rij *oud)
{
	return is_leeg(oud, DA_VERSTREKT_DOOR_BETROKKENE);
}

/* KI-82: an address belongs to a partij, or to a betrokkene; to both if that is the same partij. betrokkene may be NULL. */
void
regel_eigenaar(const Rij *rij, const AndereRij *betrokkene)
{
	bool		van_partij = !is_leeg(rij, DA_VERSTREKT_DOOR_PARTIJ);
	bool		ongekend;
	Datum		partij;

	if (betrokkene == NULL && !van_partij)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("digitaal adres belongs to nobody"),
				 errhint("Fill verstrekt_door_partij or verstrekt_door_betrokkene."),
				 errtableconstraint(rij->rel, "digitaal_adres_eigenaar")));
	if (betrokkene == NULL || !van_partij)
		return;
	partij = rij_waarde(betrokkene, BB_WAS_PARTIJ, &ongekend);
	if (ongekend || !datumIsEqual(partij, waarde(rij, DA_VERSTREKT_DOOR_PARTIJ), false, UUID_LEN))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("partij and betrokkene of a digitaal adres are not the same"),
				 errkolom(rij, DA_VERSTREKT_DOOR_PARTIJ, "digitaal_adres_eigenaar")));
}

/* KI-117, KI-118: an address is one of its soort. */
void
regel_adres_geldig(const Rij *rij)
{
	text	   *soort;
	text	   *adres;
	const char *s;
	size_t		len;
	char		e164[KI_E164_MAX + 1];
	bool		geldig = true;

	if (is_leeg(rij, DA_SOORT) || is_leeg(rij, DA_ADRES))
		return;
	soort = DatumGetTextPP(waarde(rij, DA_SOORT));
	adres = DatumGetTextPP(waarde(rij, DA_ADRES));
	s = VARDATA_ANY(adres);
	len = VARSIZE_ANY_EXHDR(adres);
	switch (ki_aard_van_soort(VARDATA_ANY(soort), VARSIZE_ANY_EXHDR(soort)))
	{
		case KI_AARD_TELEFOONNUMMER:
			geldig = ki_ontleed_telefoonnummer(s, len, e164) == KI_GELDIG;
			break;
		case KI_AARD_E_MAILADRES:
			geldig = ki_ontleed_e_mailadres(s, len, pg_mbstrlen_with_len(s, len)) == KI_GELDIG;
			break;
		case KI_AARD_VRIJ:
			break;
	}
	if (!geldig)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("adres does not fit soort_digitaal_adres_code \"%s\"", TextDatumGetCString(waarde(rij, DA_SOORT))),
				 errdetail("A phone number is Dutch, or begins with + or 00; an e-mail address has a @ in its middle and a dot."),
				 errkolom(rij, DA_ADRES, "digitaal_adres_geldig")));
}

/*
 * KI-58, KI-63: nobody keeps an address of a partij that does not agree to reuse, and that of one that asks for geheimhouding is
 * vertrouwelijk. The partij is locked against changing its mind, and as strongly as the check at commit locks it: a stronger lock then would set two sessions that add an address against each other.
 */
static void
regels_van_partij(Rij *rij)
{
	AndereRij	partij;
	bool		onbekend;

	zet(rij, DA_VERTROUWELIJK, BoolGetDatum(false));
	if (!lees_ouder(&partij, rij, DA_VERSTREKT_DOOR_PARTIJ, LockTupleNoKeyExclusive))
		return;
	if (!DatumGetBool(rij_waarde(&partij, P_INDICATIE_HERGEBRUIK, &onbekend)) && !onbekend)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("no contact data are kept of a partij that does not agree to reuse"),
				 errdetail("The indicatie_hergebruik of the partij is false."),
				 errtableconstraint(rij->rel, "partij_zonder_hergebruik")));
	neem_over(rij, DA_VERTROUWELIJK, &partij, P_INDICATIE_GEHEIMHOUDING);
	rij_sluiten(&partij);
}

/* KI-49: an address that a betrokkene gives is registered with the klantcontact, as the betrokkene is. */
static void
regel_adres_tijdig(const Rij *rij, AndereRij *betrokkene, TimestampTz nu)
{
	AndereRij	kc;
	bool		leeg;

	if (is_nieuw(betrokkene))
		return;
	if (rij_lezen(&kc, register_ouder(betrokkene->rt, betrokkene->rel, BB_HAD_KLANTCONTACT),
				  rij_waarde(betrokkene, BB_HAD_KLANTCONTACT, &leeg), LockTupleNoKeyExclusive))
		regel_deel_tijdig(&kc, rij, nu);
	rij_sluiten(&kc);
}

void
digitaal_adres_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	betrokkene;

	regel_adres_geldig(rij);
	regels_van_partij(rij);
	if (!lees_ouder(&betrokkene, rij, DA_VERSTREKT_DOOR_BETROKKENE, LockTupleShare))
	{
		regel_eigenaar(rij, NULL);
		return;
	}
	regel_ouder_zichtbaar(&betrokkene, BB_VERTROUWELIJK, rij, oud, DA_VERSTREKT_DOOR_BETROKKENE);
	regel_eigenaar(rij, &betrokkene);
	if (oud == NULL)
		regel_adres_tijdig(rij, &betrokkene, nu);
	if (!is_ja(rij, DA_VERTROUWELIJK))
		neem_over(rij, DA_VERTROUWELIJK, &betrokkene, BB_VERTROUWELIJK);
	rij_sluiten(&betrokkene);
}
