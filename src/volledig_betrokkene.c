/*
 * volledig_betrokkene.c
 *		KI-74: what a betrokkene gives for one klantcontact is not what its partij has given for good.
 *
 * Checked when the transaction that registers the betrokkene commits or SET CONSTRAINTS says so, whatever came first in it: the
 * betrokkene, its partij, or the address of either. Whichever is checked last sees the other: after SET CONSTRAINTS ... IMMEDIATE
 * that may be the partij. What a partij gives later may well be the same. Who gives it something at the same moment is waited for, by a
 * lock on the partij; only where a betrokkene gave something, as it keeps others from changing the partij until the transaction ends.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"

extern Datum normaliseer_digitaal_adres(PG_FUNCTION_ARGS);

/* What both have, in groups of columns. */
static const struct
{
	int			van_betrokkene;
	int			van_partij;
	int			aantal;
}			groepen[] = {
	{BB_CONTACTNAAM, P_CONTACTNAAM, CONTACTNAAM_KOLOMMEN},
	{BB_BEZOEKADRES, P_BEZOEKADRES, ADRES_KOLOMMEN},
	{BB_CORRESPONDENTIEADRES, P_CORRESPONDENTIEADRES, ADRES_KOLOMMEN}
};

/* Did the betrokkene fill this group? And if was is a version before: otherwise than that? */
static bool
gaf_groep(const AndereRij *betrokkene, TupleTableSlot *was, int groep)
{
	bool		gevuld = false;
	bool		anders = was == NULL;

	for (int i = 0; i < groepen[groep].aantal; i++)
	{
		int			kolom = groepen[groep].van_betrokkene + i;
		bool		leeg;

		rij_waarde(betrokkene, kolom, &leeg);
		gevuld |= !leeg;
		anders = anders || !zelfde_in_slot(was, betrokkene->slot, betrokkene->rt, kolom);
	}
	return gevuld && anders;
}

static bool
zelfde_groep(const AndereRij *betrokkene, const AndereRij *partij, int groep)
{
	for (int i = 0; i < groepen[groep].aantal; i++)
	{
		bool		leeg;
		bool		leeg_van_partij;
		Datum		d = rij_waarde(betrokkene, groepen[groep].van_betrokkene + i, &leeg);
		Datum		van_partij = rij_waarde(partij, groepen[groep].van_partij + i, &leeg_van_partij);

		if (leeg != leeg_van_partij || (!leeg && !datum_image_eq(d, van_partij, false, -1)))
			return false;
	}
	return true;
}

/* Reads the partij of a betrokkene, which then stays as it is. The caller calls rij_sluiten(). */
static bool
lees_partij(AndereRij *partij, const AndereRij *betrokkene, Datum id)
{
	return rij_lezen(partij, register_ouder(betrokkene->rt, betrokkene->rel, BB_WAS_PARTIJ), id, LockTupleShare);
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

/* Is the address in the slot, which the betrokkene gave, one that its partij has? One that it gave for its partij, too, is no repetition. */
static bool
herhaalt_dit_adres(const AndereRij *betrokkene, Relation rel, RegisterTabel *rt, TupleTableSlot *adres, Datum id)
{
	AndereRij	partij;
	bool		eenmalig;
	bool		antwoord;

	slot_waarde(adres, rt, DA_VERSTREKT_DOOR_PARTIJ, &eenmalig);
	if (!eenmalig)
		return false;
	antwoord = lees_partij(&partij, betrokkene, id) && partij_heeft_adres(rel, rt, adres, id);
	rij_sluiten(&partij);
	return antwoord;
}

static bool
herhaalt_een_adres(const AndereRij *betrokkene, Datum partij)
{
	Relation	rel = table_open(register_kind(betrokkene->rt, betrokkene->rel, TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_BETROKKENE),
								 AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	bool		leeg;
	bool		gevonden = false;
	Zoektocht	z;

	zoek_begin(&z, rel, rt, DA_VERSTREKT_DOOR_BETROKKENE, rij_waarde(betrokkene, SLEUTEL, &leeg), SnapshotSelf);
	while (!gevonden && zoek_volgende(&z))
		gevonden = herhaalt_dit_adres(betrokkene, rel, rt, z.slot, partij);
	zoek_eind(&z);
	table_close(rel, NoLock);
	return gevonden;
}

/* Did the betrokkene give a name or an address that its partij has? was as for gaf_groep(). */
static bool
herhaalt_gegevens(const AndereRij *betrokkene, TupleTableSlot *was, Datum id)
{
	AndereRij	partij;
	bool		gaf[lengthof(groepen)];
	bool		iets = false;
	bool		gevonden = false;

	for (int groep = 0; groep < lengthof(groepen); groep++)
		iets |= gaf[groep] = gaf_groep(betrokkene, was, groep);
	if (!iets)
		return false;
	if (lees_partij(&partij, betrokkene, id))
		for (int groep = 0; !gevonden && groep < lengthof(groepen); groep++)
			gevonden = gaf[groep] && zelfde_groep(betrokkene, &partij, groep);
	rij_sluiten(&partij);
	return gevonden;
}

pg_noreturn static void
fout_herhaald(const AndereRij *betrokkene)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("contact data of a betrokkene repeat those of the partij"),
			 errhint("Leave them out, then those of the partij are used."),
			 errtableconstraint(betrokkene->rel, "betrokkene_contactgegevens")));
}

/* Is there a partij to compare with, and does the register ask for it? */
static bool
vraagt_afwijking(const AndereRij *betrokkene, Datum *partij)
{
	bool		ongekend;

	*partij = rij_waarde(betrokkene, BB_WAS_PARTIJ, &ongekend);
	return !ongekend && betrokkene->rt->optie[OPTIE_STRENG_CONTACTGEGEVENS].aan;
}

/* KI-74, as the head of this file says, for a betrokkene with its addresses; of one that was corrected, only what differs from was. */
void
eis_afwijkende_contactgegevens(const AndereRij *betrokkene, TupleTableSlot *was)
{
	Datum		partij;

	if (vraagt_afwijking(betrokkene, &partij) &&
		(herhaalt_gegevens(betrokkene, was, partij) || (was == NULL && herhaalt_een_adres(betrokkene, partij))))
		fout_herhaald(betrokkene);
}

/* The same for one address that it gave. */
void
eis_afwijkend_adres(const AndereRij *betrokkene, Relation rel, RegisterTabel *rt, TupleTableSlot *adres)
{
	Datum		partij;

	if (vraagt_afwijking(betrokkene, &partij) && herhaalt_dit_adres(betrokkene, rel, rt, adres, partij))
		fout_herhaald(betrokkene);
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
			eis_afwijkende_contactgegevens(&betrokkene, NULL);
	zoek_eind(&z);
	table_close(betrokkene.rel, NoLock);
}
