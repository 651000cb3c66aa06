/*
 * regels_taak.c
 *		The rules on the rows of interne_taak and klanttaak, domain.md section 3.6, KI-97 and KI-119. An interne taak is follow-up of
 *		a klantcontact and may be added to it at any later moment (KI-49).
 */
#include "klantinteracties.h"

#include "utils/snapmgr.h"

#define VERWERKT "verwerkt"

/* KI-49, KI-108, KI-121: an interne taak is worked on, but stays the same taak of the same klantcontact. */
bool
interne_taak_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, IT_NUMMER) && zelfde(rij, oud, IT_AANLEIDINGGEVEND_KLANTCONTACT) &&
		zelfde(rij, oud, IT_VERTROUWELIJK);
}

/* KI-87: a taak is not given to another actor. KI-91: what is verwerkt stays so. Both are corrections. */
static void
regel_taak_overgang(const Rij *rij, const Rij *oud)
{
	if (!zelfde(rij, oud, IT_TOEGEWEZEN_AAN_ACTOR))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak cannot be given to another actor"),
				 errhint("Set it to verwerkt with a toelichting, and make a new interne taak for the right actor: klantinteracties.herrouteer_taak() does both."),
				 errkolom(rij, IT_TOEGEWEZEN_AAN_ACTOR, "interne_taak_overgang")));
	if (is_tekst(oud, IT_STATUS, VERWERKT) && !is_tekst(rij, IT_STATUS, VERWERKT))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak that is verwerkt cannot become te_verwerken"),
				 errhint("Make a new interne taak for what is left to do."),
				 errkolom(rij, IT_STATUS, "interne_taak_overgang")));
}

static void
fout_verwerkt_op(const Rij *rij, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("verwerkt_op of an interne taak is not right"),
			 errdetail("%s", detail),
			 errhint("Leave verwerkt_op out, and it follows from the status."),
			 errkolom(rij, IT_VERWERKT_OP, "interne_taak_verwerkt_op")));
}

/* When the taak was assigned; before anything else, if that is null. */
static TimestampTz
toegewezen_op(const Rij *rij)
{
	return is_leeg(rij, IT_TOEGEWEZEN_OP) ? DT_NOBEGIN : DatumGetTimestampTz(waarde(rij, IT_TOEGEWEZEN_OP));
}

/* KI-89: does a taak become verwerkt that does not say when? Then it does now. */
static bool
vul_verwerkt_op(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (!is_tekst(rij, IT_STATUS, VERWERKT) || !is_leeg(rij, IT_VERWERKT_OP) || (oud != NULL && is_tekst(oud, IT_STATUS, VERWERKT)))
		return false;
	zet(rij, IT_VERWERKT_OP, TimestampTzGetDatum(Max(nu, toegewezen_op(rij))));
	return true;
}

/*
 * KI-90, KI-119: verwerkt_op is filled exactly when the taak is verwerkt, after it was assigned and not in the future. Moments that
 * stay as they were in oud are not looked at again: the clock may have been put back.
 */
void
regel_verwerkt_op(const Rij *rij, const Rij *oud, TimestampTz nu)
{
	bool		verwerkt = is_tekst(rij, IT_STATUS, VERWERKT);
	TimestampTz verwerkt_op;

	if (verwerkt && is_leeg(rij, IT_VERWERKT_OP))
		fout_verwerkt_op(rij, _("An interne taak that is verwerkt has a moment at which it was."));
	if (!verwerkt && !is_leeg(rij, IT_VERWERKT_OP))
		fout_verwerkt_op(rij, _("An interne taak that is not verwerkt has none."));
	if (!verwerkt || (oud != NULL && zelfde(rij, oud, IT_VERWERKT_OP) && zelfde(rij, oud, IT_TOEGEWEZEN_OP)))
		return;
	verwerkt_op = DatumGetTimestampTz(waarde(rij, IT_VERWERKT_OP));
	if (verwerkt_op > nu)
		fout_verwerkt_op(rij, _("It cannot be in the future."));
	if (verwerkt_op < toegewezen_op(rij))
		fout_verwerkt_op(rij, _("It cannot be before the taak was assigned, nor before its klantcontact took place."));
}

/*
 * KI-94: unless it says when, a new taak is assigned now; one that is done already, when it was done (KI-89). The option
 * toekomst_tolerantie lets a klantcontact take place a little later than now.
 */
static void
vul_toegewezen_op(Rij *rij, TimestampTz plaatsgevonden_op, TimestampTz nu)
{
	TimestampTz moment = is_leeg(rij, IT_VERWERKT_OP) ? nu : Min(nu, DatumGetTimestampTz(waarde(rij, IT_VERWERKT_OP)));

	zet(rij, IT_TOEGEWEZEN_OP, TimestampTzGetDatum(Max(moment, plaatsgevonden_op)));
}

/* KI-94, KI-119: a taak follows from a klantcontact that took place, and was assigned. kc is its klantcontact. */
static void
regel_toegewezen_op(const Rij *rij, const AndereRij *kc, TimestampTz plaatsgevonden_op, TimestampTz nu)
{
	if (toegewezen_op(rij) > nu)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak cannot be assigned in the future"),
				 errhint("Leave toegewezen_op null, and it is filled in."),
				 errkolom(rij, IT_TOEGEWEZEN_OP, "interne_taak_toegewezen_op")));
	if (toegewezen_op(rij) < plaatsgevonden_op)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak cannot be assigned before klantcontact %s took place",
						naam_van_andere(kc)),
				 errhint("Leave toegewezen_op null, and it is filled in."),
				 errkolom(rij, IT_TOEGEWEZEN_OP, "interne_taak_toegewezen_op")));
}

/*
 * Locks the klantcontact of a taak, for who is about to lock the taak: each operation that locks both begins with the klantcontact, or two
 * would wait for each other. Which it is never changes but by correction, which locks both too.
 */
void
vergrendel_klantcontact_van_taak(Oid taken, Datum taak)
{
	AndereRij	rij;
	AndereRij	kc;
	bool		leeg;

	if (rij_lezen_nu(&rij, taken, taak))
	{
		(void) rij_lezen(&kc, register_ouder(rij.rt, rij.rel, IT_AANLEIDINGGEVEND_KLANTCONTACT),
						 rij_waarde(&rij, IT_AANLEIDINGGEVEND_KLANTCONTACT, &leeg), LockTupleShare);
		rij_sluiten(&kc);
	}
	rij_sluiten(&rij);
}

/*
 * What the klantcontact of a taak says of it: when it can have been assigned, and whether it is vertrouwelijk. It is locked as by a
 * part (regels_deel.c), since who adds a taak may add a zaak next, and two who shared the lock would wait for each other.
 */
static void
regels_taak_van_klantcontact(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;
	TimestampTz plaatsgevonden_op;
	bool		leeg;

	if (oud != NULL && !rij->correctie && zelfde(rij, oud, IT_TOEGEWEZEN_OP) && zelfde(rij, oud, IT_VERTROUWELIJK))
		return;
	if (!lees_ouder(&kc, rij, IT_AANLEIDINGGEVEND_KLANTCONTACT, LockTupleNoKeyExclusive))
	{
		/* The server will complain that there is no klantcontact, if it finds nothing else to complain of. */
		zet(rij, IT_TOEGEWEZEN_OP, TimestampTzGetDatum(nu));
		return;
	}
	regel_ouder_zichtbaar(&kc, KC_VERTROUWELIJK, rij, oud, IT_AANLEIDINGGEVEND_KLANTCONTACT);
	plaatsgevonden_op = DatumGetTimestampTz(rij_waarde(&kc, KC_PLAATSGEVONDEN_OP, &leeg));
	if (!is_leeg(rij, IT_TOEGEWEZEN_OP))
		regel_toegewezen_op(rij, &kc, plaatsgevonden_op, nu);
	else if (oud == NULL)
		vul_toegewezen_op(rij, plaatsgevonden_op, nu);
	neem_over(rij, IT_VERTROUWELIJK, &kc, KC_VERTROUWELIJK);
	rij_sluiten(&kc);
}

/* KI-45: what was about this taak was about its klantcontact. The row is locked by the update. */
static void
regel_taak_als_onderwerp(const Rij *rij)
{
	if (bestaat_met(register_kind(rij->rt, rij->rel, TABEL_ONDERWERPOBJECT, OO_ONDERWERP_WAS_INTERNE_TAAK),
					OO_ONDERWERP_WAS_INTERNE_TAAK, waarde(rij, SLEUTEL), SnapshotSelf))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak that a klantcontact is about cannot move to another klantcontact"),
				 errkolom(rij, IT_AANLEIDINGGEVEND_KLANTCONTACT, "onderwerpobject_taak_van_klantcontact")));
}

void
interne_taak_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (oud != NULL && !zelfde(rij, oud, IT_AANLEIDINGGEVEND_KLANTCONTACT))
		regel_taak_als_onderwerp(rij);
	regel_nummer(rij, IT_NUMMER);
	if (oud != NULL && !rij->correctie)
		regel_taak_overgang(rij, oud);
	regels_taak_van_klantcontact(rij, oud, nu);
	if (!vul_verwerkt_op(rij, oud, nu))
		regel_verwerkt_op(rij, oud, nu);
}

/* KI-97: the zaak of a klanttaak never changes, nor do its id and nummer. */
bool
klanttaak_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	bool		zelfde_zaak = true;

	for (int i = 0; i < IDENTIFICATOR_KOLOMMEN; i++)
		zelfde_zaak &= zelfde(rij, oud, KT_ZAAKIDENTIFICATOR + i);
	return zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, KT_NUMMER) && zelfde_zaak;
}

/* KI-97: a klanttaak arises from a zaak, and from nothing else that has an identificator. */
void
regel_klanttaak_zaak(const Rij *rij)
{
	int			objecttype = KT_ZAAKIDENTIFICATOR + IDENTIFICATOR_OBJECTTYPE_CODE;

	if (!is_leeg(rij, objecttype) && !is_tekst(rij, objecttype, OBJECTTYPE_ZAAK))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("zaak of a klanttaak must be a zaak"),
				 errdetail("Its objecttype is \"%s\", that of a zaak is \"%s\".", tekst_van_kolom(rij, objecttype), OBJECTTYPE_ZAAK),
				 errkolom(rij, objecttype, "klanttaak_zaak")));
}

void
klanttaak_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	regel_nummer(rij, KT_NUMMER);
	regel_klanttaak_zaak(rij);
}
