/*
 * regels_taak.c
 *		The rules on the rows of interne_taak and klanttaak, domain.md section 3.6, KI-97 and KI-119. An interne taak is follow-up of
 *		a klantcontact and may be added to it at any later moment (KI-49).
 */
#include "klantinteracties.h"

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
				 errhint("Set it to verwerkt with a toelichting, and make a new interne taak for the right actor."),
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
			 errkolom(rij, IT_VERWERKT_OP, "interne_taak_verwerkt_op")));
}

/* KI-90, KI-119: verwerkt_op is filled exactly when the taak is verwerkt, after it was assigned and not in the future. */
static void
regel_verwerkt_op(Rij *rij, const Rij *oud, TimestampTz nu)
{
	bool		verwerkt = is_tekst(rij, IT_STATUS, VERWERKT);
	bool		wordt_verwerkt = verwerkt && (oud == NULL || !is_tekst(oud, IT_STATUS, VERWERKT));
	TimestampTz verwerkt_op;

	if (wordt_verwerkt && is_leeg(rij, IT_VERWERKT_OP))
		zet(rij, IT_VERWERKT_OP, TimestampTzGetDatum(nu));
	if (verwerkt && is_leeg(rij, IT_VERWERKT_OP))
		fout_verwerkt_op(rij, _("An interne taak that is verwerkt has a moment at which it was."));
	if (!verwerkt && !is_leeg(rij, IT_VERWERKT_OP))
		fout_verwerkt_op(rij, _("An interne taak that is not verwerkt has none."));
	if (!verwerkt || (oud != NULL && zelfde(rij, oud, IT_VERWERKT_OP) && zelfde(rij, oud, IT_TOEGEWEZEN_OP)))
		return;
	verwerkt_op = DatumGetTimestampTz(waarde(rij, IT_VERWERKT_OP));
	if (verwerkt_op > nu)
		fout_verwerkt_op(rij, _("It cannot be in the future."));
	if (!is_leeg(rij, IT_TOEGEWEZEN_OP) && verwerkt_op < DatumGetTimestampTz(waarde(rij, IT_TOEGEWEZEN_OP)))
		fout_verwerkt_op(rij, _("It cannot be before toegewezen_op."));
}

/* KI-94: a taak follows from a klantcontact that took place. kc is its klantcontact. */
static void
regel_toegewezen_op(const Rij *rij, const AndereRij *kc)
{
	bool		leeg;

	if (!is_leeg(rij, IT_TOEGEWEZEN_OP) &&
		DatumGetTimestampTz(waarde(rij, IT_TOEGEWEZEN_OP)) < DatumGetTimestampTz(rij_waarde(kc, KC_PLAATSGEVONDEN_OP, &leeg)))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak cannot be assigned before klantcontact %s took place",
						naam_van_rij(kc->rel, kc->rt, kc->slot)),
				 errkolom(rij, IT_TOEGEWEZEN_OP, "interne_taak_toegewezen_op")));
}

void
interne_taak_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	regel_nummer(rij, IT_NUMMER);
	if (oud == NULL)
		regel_actor_is_actief(rij, IT_TOEGEWEZEN_AAN_ACTOR);
	else
		regel_taak_overgang(rij, oud);
	/* A taak that is made and done in one go was assigned no later than it was done (KI-89). */
	regel_verwerkt_op(rij, oud, nu);
	if (oud != NULL && zelfde(rij, oud, IT_TOEGEWEZEN_OP))
		return;
	if (lees_ouder(&kc, rij, IT_AANLEIDINGGEVEND_KLANTCONTACT, LockTupleShare))
	{
		regel_toegewezen_op(rij, &kc);
		neem_over(rij, IT_VERTROUWELIJK, &kc, KC_VERTROUWELIJK);
		rij_sluiten(&kc);
	}
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

void
klanttaak_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	regel_nummer(rij, KT_NUMMER);
	regel_identificator_geldig(rij, KT_ZAAKIDENTIFICATOR);
}
