/*
 * regels_deel.c
 *		The rules on the row of a part of a klantcontact, or of its follow-up: KI-49, KI-79, KI-121, and the copies that design
 *		decision D8 puts in a part. The parts are betrokkene, actor_klantcontact, bijlage and onderwerpobject (which has a file of
 *		its own); interne_taak is follow-up.
 */
#include "klantinteracties.h"

#include "catalog/pg_type.h"
#include "utils/datum.h"

/*
 * Reads the row that a key of this row refers to, and locks it unless this transaction wrote it. The foreign key itself is checked
 * after the row is stored, but the rules need the other row now: if it is not there, that is said in the foreign key's name. False
 * for a null key. After true the caller calls rij_sluiten().
 */
bool
lees_ouder(AndereRij *ouder, const Rij *rij, int kolom, LockTupleMode slot)
{
	if (is_leeg(rij, kolom))
		return false;
	if (!rij_lezen(ouder, register_ouder(rij->rt, rij->rel, kolom), waarde(rij, kolom), slot))
	{
		const char *fk = register_fk_naam(rij->rt, rij->rel, kolom);

		ereport(ERROR,
				(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
				 errmsg("insert or update on table \"%s\" violates foreign key constraint \"%s\"",
						RelationGetRelationName(rij->rel), fk),
				 errdetail("Key (%s)=(%s) is not present in table \"%s\".", tabellen[rij->rt->tabel].kolommen[kolom].naam,
						   tekst_van(UUIDOID, waarde(rij, kolom)), RelationGetRelationName(ouder->rel)),
				 errhint("Insert the row that is referred to first.  In one statement, let this one read the key from the RETURNING of the other."),
				 errtableconstraint(rij->rel, fk)));
	}
	return true;
}

/*
 * KI-49: a part is registered with its klantcontact, in the same transaction, or within the register's aanvulvenster. kc is the
 * klantcontact, locked if it was there before.
 */
void
regel_deel_tijdig(const AndereRij *kc, const Rij *deel, TimestampTz nu)
{
	const Interval *venster = &kc->rt->optie[OPTIE_AANVULVENSTER].duur;
	bool		leeg;
	TimestampTz geregistreerd_op;

	if (kc->nieuw)
		return;
	geregistreerd_op = DatumGetTimestampTz(rij_waarde(kc, GEREGISTREERD_OP, &leeg));
	if (!duur_is_nul(venster) && nu <= moment_plus(geregistreerd_op, venster))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("%s comes too late for klantcontact %s", tabellen[deel->rt->tabel].naam,
					naam_van_rij(kc->rel, kc->rt, kc->slot)),
			 errdetail("The parts of a klantcontact are registered with it, in one transaction."),
			 errhint("A later or changed part is a correction of the klantcontact.  The owner of the register can allow additions for a while by the rule option aanvulvenster."),
			 errtableconstraint(deel->rel, "klantcontact_deel_tijdig")));
}

/*
 * What each part shares: it comes in time, and carries whether its klantcontact is vertrouwelijk. The klantcontact is locked
 * against correction, and against other late parts, whose rules count what is there. The caller calls rij_sluiten() after true.
 */
static bool
regels_deel(AndereRij *kc, Rij *deel, int klantcontact, int vertrouwelijk, TimestampTz nu)
{
	if (!lees_ouder(kc, deel, klantcontact, LockTupleNoKeyExclusive))
		return false;
	regel_deel_tijdig(kc, deel, nu);
	neem_over(deel, vertrouwelijk, kc, KC_VERTROUWELIJK);
	return true;
}

void
betrokkene_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	if (oud != NULL || !regels_deel(&kc, rij, BB_HAD_KLANTCONTACT, BB_VERTROUWELIJK, nu))
		return;
	neem_over(rij, BB_PLAATSGEVONDEN_OP, &kc, KC_PLAATSGEVONDEN_OP);
	neem_over(rij, BB_KANAAL_CODE, &kc, KC_KANAAL_CODE);
	rij_sluiten(&kc);
}

/*
 * Is every column the same in two versions of a row, but for one? Columns that the owner added count, too, unless they are
 * generated: those follow from the others, and are computed after this.
 */
static bool
verder_zelfde(const Rij *a, const Rij *b, AttrNumber behalve)
{
	for (int i = 0; i < a->desc->natts; i++)
	{
		Form_pg_attribute att = TupleDescAttr(a->desc, i);

		if (att->attnum == behalve || att->attisdropped || att->attgenerated != '\0')
			continue;
		if (a->leeg[i] != b->leeg[i])
			return false;
		if (!a->leeg[i] && !datum_image_eq(a->waarde[i], b->waarde[i], att->attbyval, att->attlen))
			return false;
	}
	return true;
}

/* KI-79: the only change of a betrokkene is that one who was not gekend turns out to be a partij. */
bool
betrokkene_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return is_leeg(oud, BB_WAS_PARTIJ) && !is_leeg(rij, BB_WAS_PARTIJ) &&
		verder_zelfde(rij, oud, rij->rt->attnum[BB_WAS_PARTIJ]);
}

void
actor_klantcontact_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	regel_actor_is_actief(rij, AC_ACTOR_ID);
	if (regels_deel(&kc, rij, AC_KLANTCONTACT_ID, AC_VERTROUWELIJK, nu))
		rij_sluiten(&kc);
}

void
bijlage_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	if (regels_deel(&kc, rij, BL_WAS_BIJLAGE_VAN_KLANTCONTACT, BL_VERTROUWELIJK, nu))
		rij_sluiten(&kc);
}

/* An interne taak is follow-up: it may come at any later moment (KI-49). */
void
interne_taak_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	if (oud != NULL)
		return;
	regel_nummer(rij, IT_NUMMER);
	regel_actor_is_actief(rij, IT_TOEGEWEZEN_AAN_ACTOR);
	if (lees_ouder(&kc, rij, IT_AANLEIDINGGEVEND_KLANTCONTACT, LockTupleShare))
	{
		neem_over(rij, IT_VERTROUWELIJK, &kc, KC_VERTROUWELIJK);
		rij_sluiten(&kc);
	}
}

/* KI-21, KI-49, KI-121: an interne taak is worked on, but stays the same taak of the same klantcontact. */
bool
interne_taak_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, IT_NUMMER) && zelfde(rij, oud, IT_AANLEIDINGGEVEND_KLANTCONTACT) &&
		zelfde(rij, oud, IT_VERTROUWELIJK);
}

/* An address that a betrokkene gave carries whether the klantcontact is vertrouwelijk; one of a partij is not. */
void
digitaal_adres_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	betrokkene;

	zet(rij, DA_VERTROUWELIJK, BoolGetDatum(false));
	if (lees_ouder(&betrokkene, rij, DA_VERSTREKT_DOOR_BETROKKENE, LockTupleShare))
	{
		neem_over(rij, DA_VERTROUWELIJK, &betrokkene, BB_VERTROUWELIJK);
		rij_sluiten(&betrokkene);
	}
}
