/*
 * regels_deel.c
 *		The rules on the row of a part of a klantcontact: KI-49, KI-78, KI-79, KI-121, and the copies that design decision D8
 *		puts in a part. The parts are betrokkene, actor_klantcontact, bijlage, and onderwerpobject, which has a file of its own.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"

/*
 * KI-49: a part is registered with its klantcontact, in the same transaction, or within the register's aanvulvenster. kc is the
 * klantcontact, locked if it was there before.
 */
void
regel_deel_tijdig(AndereRij *kc, const Rij *deel, TimestampTz nu)
{
	const Interval *venster = &kc->rt->optie[OPTIE_AANVULVENSTER].duur;
	bool		leeg;
	TimestampTz geregistreerd_op;

	if (deel->correctie || is_nieuw(kc))
		return;
	geregistreerd_op = DatumGetTimestampTz(rij_waarde(kc, GEREGISTREERD_OP, &leeg));
	if (!duur_is_nul(venster) && nu <= moment_plus(geregistreerd_op, venster))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("%s comes too late for klantcontact %s", tabellen[deel->rt->tabel].naam,
					naam_van_andere(kc)),
			 errdetail("The parts of a klantcontact are registered with it, in one transaction."),
			 errhint("A later or changed part is a correction of the klantcontact, made with klantinteracties.corrigeer().  The owner of the register can allow additions for a while by the rule option aanvulvenster."),
			 errtableconstraint(deel->rel, "klantcontact_deel_tijdig")));
}

/*
 * What each part shares: it comes in time, and carries whether its klantcontact is vertrouwelijk. The klantcontact is locked
 * against correction, and against other late parts, whose rules count what is there. The caller calls rij_sluiten() after true.
 */
static bool
regels_deel(AndereRij *kc, Rij *deel, const Rij *oud, int klantcontact, int vertrouwelijk, TimestampTz nu)
{
	if (!lees_ouder(kc, deel, klantcontact, LockTupleNoKeyExclusive))
		return false;
	regel_ouder_zichtbaar(kc, KC_VERTROUWELIJK, deel, oud, klantcontact);
	if (oud == NULL)
		regel_deel_tijdig(kc, deel, nu);
	neem_over(deel, vertrouwelijk, kc, KC_VERTROUWELIJK);
	return true;
}

/*
 * KI-78, an option: a known persoon gives no organisatienaam, a known organisatie no contactnaam, and of an unknown person of an
 * organisation both are recorded. The soort of a partij never changes, so a key lock will do.
 */
void
regel_betrokkene_namen(const Rij *rij)
{
	bool		organisatienaam = !is_leeg(rij, BB_ORGANISATIENAAM);
	bool		contactnaam = !groep_is_leeg(rij, BB_CONTACTNAAM, CONTACTNAAM_KOLOMMEN);
	bool		fout = organisatienaam && !contactnaam;
	AndereRij	partij;

	if (!rij->rt->optie[OPTIE_STRENG_BETROKKENE_NAMEN].aan)
		return;
	if (lees_ouder(&partij, rij, BB_WAS_PARTIJ, LockTupleKeyShare))
	{
		fout = (contactnaam && rij_is_tekst(&partij, P_SOORT_PARTIJ, "organisatie")) ||
			(organisatienaam && rij_is_tekst(&partij, P_SOORT_PARTIJ, "persoon"));
		rij_sluiten(&partij);
	}
	if (fout)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("names of the betrokkene do not fit what is known of it"),
				 errdetail("A known persoon gives no organisatienaam and a known organisatie no contactnaam, and an organisatienaam of somebody unknown comes with a contactnaam."),
				 errtableconstraint(rij->rel, "betrokkene_namen")));
}

/* KI-82: an address given by the betrokkene and its partij stays of both when another partij is filled in. The row is locked. */
static void
regel_adressen_van_partij(const Rij *rij)
{
	Relation	rel = table_open(register_kind(rij->rt, rij->rel, TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_BETROKKENE), AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	Snapshot	stand = laatste_stand();
	Zoektocht	z;

	zoek_begin(&z, rel, rt, DA_VERSTREKT_DOOR_BETROKKENE, waarde(rij, SLEUTEL), stand);
	while (zoek_volgende(&z))
	{
		bool		leeg;

		slot_waarde(z.slot, rt, DA_VERSTREKT_DOOR_PARTIJ, &leeg);
		if (!leeg)
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("partij and betrokkene of a digitaal adres are not the same"),
					 errdetail("Digitaal adres %s belongs to the betrokkene and to its former partij.",
							   tekst_van(UUIDOID, slot_waarde(z.slot, rt, SLEUTEL, &leeg))),
					 errhint("Correct the digitaal adres first."),
					 errkolom(rij, BB_WAS_PARTIJ, "digitaal_adres_eigenaar")));
	}
	zoek_eind(&z);
	UnregisterSnapshot(stand);
	table_close(rel, NoLock);
}

void
betrokkene_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	if (oud != NULL && !zelfde(rij, oud, BB_WAS_PARTIJ))
		regel_adressen_van_partij(rij);
	if (oud == NULL || rij->correctie)
	{
		/* That a partij was found later changes nothing of what was given (KI-79). */
		regel_adres(rij, BB_BEZOEKADRES, "bezoekadres");
		regel_adres(rij, BB_CORRESPONDENTIEADRES, "correspondentieadres");
		regel_betrokkene_namen(rij);
	}
	if (!regels_deel(&kc, rij, oud, BB_HAD_KLANTCONTACT, BB_VERTROUWELIJK, nu))
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
		if (i != behalve - 1 && is_anders(a, b, i))
			return false;
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

	if (regels_deel(&kc, rij, oud, AC_KLANTCONTACT_ID, AC_VERTROUWELIJK, nu))
		rij_sluiten(&kc);
}

void
bijlage_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	AndereRij	kc;

	regel_identificator_geldig(rij, oud, BL_IDENTIFICATOR);
	if (regels_deel(&kc, rij, oud, BL_WAS_BIJLAGE_VAN_KLANTCONTACT, BL_VERTROUWELIJK, nu))
		rij_sluiten(&kc);
}
