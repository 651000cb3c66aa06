/*
 * volledig_betrokkene.c
 *		KI-74: what a betrokkene gives for one klantcontact is not what its partij has given for good.
 *
 * Checked when the transaction that registers the betrokkene commits or SET CONSTRAINTS says so, whatever came first in it: the
 * betrokkene, its partij, or the address of either. Whichever is checked last sees the other: after SET CONSTRAINTS ... IMMEDIATE
 * that may be the partij. What a partij gives later may well be the same, so nothing is locked.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"

extern Datum normaliseer_digitaal_adres(PG_FUNCTION_ARGS);

/* Is a group of columns of the betrokkene filled, and the same as that of the partij? */
static bool
zelfde_groep(const AndereRij *betrokkene, int eerste, const AndereRij *partij, int eerste_van_partij, int aantal)
{
	bool		gevuld = false;

	for (int i = 0; i < aantal; i++)
	{
		bool		leeg;
		bool		leeg_van_partij;
		Datum		d = rij_waarde(betrokkene, eerste + i, &leeg);
		Datum		van_partij = rij_waarde(partij, eerste_van_partij + i, &leeg_van_partij);

		if (leeg != leeg_van_partij || (!leeg && !datum_image_eq(d, van_partij, false, -1)))
			return false;
		gevuld |= !leeg;
	}
	return gevuld;
}

static Datum
genormaliseerd(TupleTableSlot *slot, const RegisterTabel *rt, Datum soort)
{
	bool		leeg;

	return DirectFunctionCall2(normaliseer_digitaal_adres, soort, slot_waarde(slot, rt, DA_ADRES, &leeg));
}

/* Does the partij have the address in the slot, however it is written? The table is that of all addresses. */
static bool
partij_heeft_adres(Relation rel, RegisterTabel *rt, TupleTableSlot *slot, Datum partij)
{
	bool		leeg;
	Datum		soort = slot_waarde(slot, rt, DA_SOORT, &leeg);
	Datum		adres = genormaliseerd(slot, rt, soort);
	bool		gevonden = false;
	Zoektocht	z;

	zoek_begin(&z, rel, rt, DA_VERSTREKT_DOOR_PARTIJ, partij, SnapshotSelf);
	while (!gevonden && zoek_volgende(&z))
		gevonden = datum_image_eq(soort, slot_waarde(z.slot, rt, DA_SOORT, &leeg), false, -1) &&
			datum_image_eq(adres, genormaliseerd(z.slot, rt, soort), false, -1);
	zoek_eind(&z);
	return gevonden;
}

/* Did the betrokkene give an address that its partij has? One that it gave for its partij, too, is no repetition. */
static bool
herhaalt_adres(const AndereRij *betrokkene, Datum partij)
{
	Relation	rel = table_open(register_kind(betrokkene->rt, betrokkene->rel, TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_BETROKKENE),
								 AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	bool		leeg;
	bool		gevonden = false;
	Zoektocht	z;

	zoek_begin(&z, rel, rt, DA_VERSTREKT_DOOR_BETROKKENE, rij_waarde(betrokkene, SLEUTEL, &leeg), SnapshotSelf);
	while (!gevonden && zoek_volgende(&z))
	{
		bool		eenmalig;

		slot_waarde(z.slot, rt, DA_VERSTREKT_DOOR_PARTIJ, &eenmalig);
		gevonden = eenmalig && partij_heeft_adres(rel, rt, z.slot, partij);
	}
	zoek_eind(&z);
	table_close(rel, NoLock);
	return gevonden;
}

/* Did the betrokkene give a name or an address that its partij has? The lock waits for who gives the partij one at the same moment. */
static bool
herhaalt_gegevens(const AndereRij *betrokkene, Datum id)
{
	AndereRij	partij;
	bool		antwoord;

	antwoord = rij_lezen(&partij, register_ouder(betrokkene->rt, betrokkene->rel, BB_WAS_PARTIJ), id, LockTupleShare) &&
		(zelfde_groep(betrokkene, BB_CONTACTNAAM, &partij, P_CONTACTNAAM, CONTACTNAAM_KOLOMMEN) ||
		 zelfde_groep(betrokkene, BB_BEZOEKADRES, &partij, P_BEZOEKADRES, ADRES_KOLOMMEN) ||
		 zelfde_groep(betrokkene, BB_CORRESPONDENTIEADRES, &partij, P_CORRESPONDENTIEADRES, ADRES_KOLOMMEN));
	rij_sluiten(&partij);
	return antwoord;
}

/* KI-74, as the head of this file says, for a betrokkene or an address of it that this transaction registered. */
void
eis_afwijkende_contactgegevens(const AndereRij *betrokkene)
{
	bool		ongekend;
	Datum		partij = rij_waarde(betrokkene, BB_WAS_PARTIJ, &ongekend);

	if (ongekend || !betrokkene->rt->optie[OPTIE_STRENG_CONTACTGEGEVENS].aan ||
		!(herhaalt_gegevens(betrokkene, partij) || herhaalt_adres(betrokkene, partij)))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("contact data of a betrokkene repeat those of the partij"),
			 errhint("Leave them out, then those of the partij are used."),
			 errtableconstraint(betrokkene->rel, "betrokkene_contactgegevens")));
}

/*
 * The same from the other side: this partij was given a name or an address. Only betrokkenen that this transaction registered count. One
 * that was there before is held against what the partij has when it gives an address itself; after that was checked, the partij gives
 * the same later, as it may.
 */
void
eis_afwijkende_betrokkenen(Relation partijen, RegisterTabel *rt, Datum partij)
{
	AndereRij	betrokkene = {0};
	Zoektocht	z;

	betrokkene.rel = table_open(register_kind(rt, partijen, TABEL_BETROKKENE, BB_WAS_PARTIJ), AccessShareLock);
	betrokkene.rt = register_tabel(betrokkene.rel);
	zoek_begin(&z, betrokkene.rel, betrokkene.rt, BB_WAS_PARTIJ, partij, SnapshotSelf);
	betrokkene.slot = z.slot;
	while (zoek_volgende(&z))
		if (is_nieuw(&betrokkene))
			eis_afwijkende_contactgegevens(&betrokkene);
	zoek_eind(&z);
	table_close(betrokkene.rel, NoLock);
}
