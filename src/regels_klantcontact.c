/*
 * regels_klantcontact.c
 *		The rules on the row of a klantcontact, domain.md sections 3.1 and 3.2. Its texts (KI-07, KI-43), its codes (KI-12) and its
 *		registration (KI-30) are in regels_algemeen.c, what asks for other rows at commit is in volledig_*.c.
 */
#include "klantinteracties.h"

#include "catalog/pg_type.h"
#include "utils/fmgrprotos.h"

/* KI-31 to KI-33: these are ja or empty; that nothing was stated (null, as COPY CSV sends it) is empty too. */
static void
regel_ja_of_leeg(Rij *rij, int kolom)
{
	if (is_leeg(rij, kolom))
		zet(rij, kolom, BoolGetDatum(false));
}

/* KI-14, KI-30: a klantcontact took place, at the latest now; an option allows for clocks that run ahead. */
static void
regel_niet_gepland(const Rij *rij, TimestampTz nu)
{
	TimestampTz plaatsgevonden_op;
	TimestampTz uiterlijk;

	if (is_leeg(rij, KC_PLAATSGEVONDEN_OP))
		return;
	plaatsgevonden_op = DatumGetTimestampTz(waarde(rij, KC_PLAATSGEVONDEN_OP));
	if (TIMESTAMP_IS_NOBEGIN(plaatsgevonden_op))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("plaatsgevonden_op of a klantcontact must be a moment"),
				 errdetail("It is %s.", tekst_van(TIMESTAMPTZOID, waarde(rij, KC_PLAATSGEVONDEN_OP))),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "klantcontact_plaatsgevonden_op_eindig")));
	uiterlijk = moment_plus(nu, &rij->rt->optie[OPTIE_TOEKOMST_TOLERANTIE].duur);
	if (plaatsgevonden_op > uiterlijk)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact cannot take place in the future"),
				 errdetail("plaatsgevonden_op is %s, it is registered at %s.",
						   tekst_van(TIMESTAMPTZOID, waarde(rij, KC_PLAATSGEVONDEN_OP)),
						   tekst_van(TIMESTAMPTZOID, TimestampTzGetDatum(nu))),
				 errhint("Register a klantcontact after it took place. If the clocks of clients run ahead, the owner of the register can set the rule option toekomst_tolerantie."),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "klantcontact_niet_gepland")));
}

void
klantcontact_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	regel_nummer(rij, KC_NUMMER);
	regel_ja_of_leeg(rij, KC_INDICATIE_CONTACT_GELUKT);
	regel_ja_of_leeg(rij, KC_VERTROUWELIJK);
	regel_niet_gepland(rij, nu);
}
