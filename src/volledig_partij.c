/*
 * volledig_partij.c
 *		What a partij must have when the transaction commits or SET CONSTRAINTS says so: proof of identity (KI-52, KI-54, KI-53a), an
 *		identificator (KI-56), for a contactpersoon somebody that it spoke for (KI-67); and what it means for its klantcontacten to
 *		become the gemeente (KI-01a), or to give what a betrokkene gave (KI-74).
 *
 * A partij that this transaction registered is nobody else's yet. Any other is locked FOR NO KEY UPDATE before what hangs below it
 * is counted. Proof is something of this transaction alone.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "storage/lmgr.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(ki_partij_volledig);

/* Checks every klantcontact of which this partij was a betrokkene. The caller holds the lock on betrokkenen. */
static void
controleer_klantcontacten_van(Relation betrokkenen, Datum partij, Snapshot stand)
{
	RegisterTabel *rt = register_tabel(betrokkenen);
	Oid			klantcontacten = register_ouder(rt, betrokkenen, BB_HAD_KLANTCONTACT);
	Zoektocht	z;

	zoek_begin(&z, betrokkenen, rt, BB_WAS_PARTIJ, partij, stand);
	while (zoek_volgende(&z))
	{
		bool		leeg;

		controleer_klantcontact(klantcontacten, slot_waarde(z.slot, rt, BB_HAD_KLANTCONTACT, &leeg));
	}
	zoek_eind(&z);
}

/* The partij became municipal: it, and who worked for it, do not count as betrokkene any more (KI-01a). */
static void
partij_werd_gemeentelijk(Relation partijen, RegisterTabel *rt, Datum partij)
{
	Oid			relid = register_kind(rt, partijen, TABEL_BETROKKENE, BB_WAS_PARTIJ);
	Relation	betrokkenen = table_open(relid, ShareRowExclusiveLock);
	Snapshot	stand = laatste_stand();
	Zoektocht	z;

	controleer_klantcontacten_van(betrokkenen, partij, stand);
	zoek_begin(&z, partijen, rt, P_WERKTE_VOOR_PARTIJ, partij, stand);
	while (zoek_volgende(&z))
	{
		bool		leeg;

		controleer_klantcontacten_van(betrokkenen, slot_waarde(z.slot, rt, SLEUTEL, &leeg), stand);
	}
	zoek_eind(&z);
	UnregisterSnapshot(stand);
	table_close(betrokkenen, NoLock);
}

/* Is the partij that this one worked for the gemeente? It is locked, as another session may just now make it so. */
static bool
werkte_voor_gemeente(Relation partijen, Datum werkgever)
{
	AndereRij	rij;
	bool		leeg;
	bool		antwoord;

	antwoord = rij_lezen(&rij, RelationGetRelid(partijen), werkgever, LockTupleShare) &&
		DatumGetBool(rij_waarde(&rij, P_IS_GEMEENTE, &leeg));
	rij_sluiten(&rij);
	return antwoord;
}

/* Was the identity behind this act on the partij verified in this transaction? Registering it covers all that follows there. */
static bool
is_geverifieerd(Relation partijen, RegisterTabel *rt, Datum partij, const char *handeling)
{
	Relation	rel = table_open(register_kind(rt, partijen, TABEL_PARTIJ_VERIFICATIE, PV_PARTIJ), AccessShareLock);
	AndereRij	verificatie = {.rel = rel, .rt = register_tabel(rel)};
	Zoektocht	z;
	bool		gevonden = false;

	zoek_begin(&z, rel, verificatie.rt, PV_PARTIJ, partij, SnapshotSelf);
	verificatie.slot = z.slot;
	while (!gevonden && zoek_volgende(&z))
		gevonden = is_nieuw(&verificatie) && (rij_is_tekst(&verificatie, PV_HANDELING, handeling) ||
											  rij_is_tekst(&verificatie, PV_HANDELING, "registratie"));
	zoek_eind(&z);
	table_close(rel, NoLock);
	return gevonden;
}

/* KI-52, KI-54, KI-53a: who gives, changes or uses data of a partij has proved to be entitled to it. */
static void
eis_verificatie(Relation partijen, RegisterTabel *rt, Datum partij, const char *handeling, Optie optie)
{
	if (!rt->optie[optie].aan || is_geverifieerd(partijen, rt, partij, handeling))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("partij %s has no verification of \"%s\" in this transaction", tekst_van(UUIDOID, partij), handeling),
			 errdetail("Data of a partij are registered, changed and used again only after the identity of who gives them was established."),
			 errhint("Insert a partij_verificatie with handeling \"%s\" in the same transaction.", handeling),
			 errtableconstraint(partijen, "partij_is_geverifieerd")));
}

/* Does the betrokkene in the slot have a partij of which it must be asked whether its data may be used again? It need not cost anything. */
bool
vraagt_verificatie_hergebruik(Relation betrokkenen, RegisterTabel *rt, TupleTableSlot *slot)
{
	const RegisterTabel *partijen;
	bool		ongekend;

	slot_waarde(slot, rt, BB_WAS_PARTIJ, &ongekend);
	if (ongekend)
		return false;
	/* Mostly the option is off; the foreign key locked the table. */
	partijen = register_bekend(register_ouder(rt, betrokkenen, BB_WAS_PARTIJ));
	return partijen == NULL || partijen->optie[OPTIE_EIS_VERIFICATIE_HERGEBRUIK].aan;
}

/* KI-53a: a betrokkene with a partij uses what is known of it again; the betrokkene is in the slot. */
void
eis_verificatie_hergebruik(Relation betrokkenen, RegisterTabel *rt, TupleTableSlot *slot)
{
	bool		leeg;
	Relation	partijen;

	if (!vraagt_verificatie_hergebruik(betrokkenen, rt, slot))
		return;
	partijen = table_open(register_ouder(rt, betrokkenen, BB_WAS_PARTIJ), AccessShareLock);
	eis_verificatie(partijen, register_tabel(partijen), slot_waarde(slot, rt, BB_WAS_PARTIJ, &leeg), "hergebruik",
					OPTIE_EIS_VERIFICATIE_HERGEBRUIK);
	table_close(partijen, NoLock);
}

/* KI-56: a persoon or organisatie is identified by something. */
static void
regel_heeft_identificator(const AndereRij *partij, Datum id, Snapshot stand)
{
	if (!partij->rt->optie[OPTIE_EIS_PARTIJ_IDENTIFICATOR].aan || rij_is_tekst(partij, P_SOORT_PARTIJ, "contactpersoon"))
		return;
	if (!bestaat_met(register_kind(partij->rt, partij->rel, TABEL_PARTIJ_IDENTIFICATOR, PI_IDENTIFICEERDE_PARTIJ),
					 PI_IDENTIFICEERDE_PARTIJ, id, stand))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("partij %s has no identificator", naam_van_andere(partij)),
				 errdetail("A persoon or organisatie is identified by a number of any register, or by free text."),
				 errhint("Insert a partij_identificator in the same transaction."),
				 errtableconstraint(partij->rel, "partij_heeft_identificator")));
}

/* KI-67: a contactpersoon worked for an organisatie, or represented somebody. */
static void
regel_contactpersoon_voor_iemand(const AndereRij *partij, Datum id, Snapshot stand)
{
	bool		niemand;

	if (!rij_is_tekst(partij, P_SOORT_PARTIJ, "contactpersoon"))
		return;
	rij_waarde(partij, P_WERKTE_VOOR_PARTIJ, &niemand);
	if (niemand && !bestaat_met(register_kind(partij->rt, partij->rel, TABEL_VERTEGENWOORDIGING, VT_VERTEGENWOORDIGENDE_PARTIJ),
								VT_VERTEGENWOORDIGENDE_PARTIJ, id, stand))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("contactpersoon %s worked for nobody and represented nobody",
						naam_van_andere(partij)),
				 errhint("Fill werkte_voor_partij, or insert a vertegenwoordiging in the same transaction."),
				 errtableconstraint(partij->rel, "partij_soort")));
}

/* The rules over the rows of one partij, which is new or locked. */
static void
controleer_partij(const AndereRij *partij)
{
	bool		leeg;
	Datum		id = rij_waarde(partij, SLEUTEL, &leeg);
	Snapshot	stand = laatste_stand();

	regel_heeft_identificator(partij, id, stand);
	regel_contactpersoon_voor_iemand(partij, id, stand);
	UnregisterSnapshot(stand);
}

/*
 * Was a partij that this transaction wrote verified for this (NULL: needs no verification), and is it complete? What was written may
 * have changed since.
 */
static void
controleer_geschreven_partij(Relation partijen, RegisterTabel *rt, Datum id, const char *handeling)
{
	AndereRij	partij;

	if (rij_lezen_zonder_slot(&partij, rt->relid, id, SnapshotSelf))
	{
		if (handeling != NULL)
			eis_verificatie(partijen, rt, id, handeling, OPTIE_EIS_VERIFICATIE);
		controleer_partij(&partij);
	}
	rij_sluiten(&partij);
}

static void
nieuwe_partij(TriggerData *trigdata, RegisterTabel *rt)
{
	bool		leeg;
	Datum		id = slot_waarde(trigdata->tg_trigslot, rt, SLEUTEL, &leeg);

	controleer_geschreven_partij(trigdata->tg_relation, rt, id, "registratie");
}

/* Did something change that a partij gives itself? What the gemeente keeps about a partij needs no proof of identity. */
static bool
gegevens_gewijzigd(const Rij *rij, const Rij *oud)
{
	for (int kolom = P_WERKTE_VOOR_PARTIJ; kolom < P_CORRESPONDENTIEADRES + ADRES_KOLOMMEN; kolom++)
		if (!zelfde(rij, oud, kolom))
			return true;
	return false;
}

static void
gewijzigde_partij(TriggerData *trigdata, RegisterTabel *rt)
{
	Relation	rel = trigdata->tg_relation;
	Rij			oud;
	Rij			rij;

	rij_begin(&oud, rel, rt, trigdata->tg_trigslot);
	rij_begin(&rij, rel, rt, trigdata->tg_newslot);
	if ((is_ja(&rij, P_IS_GEMEENTE) && !is_ja(&oud, P_IS_GEMEENTE)) ||
		(!is_leeg(&rij, P_WERKTE_VOOR_PARTIJ) && !zelfde(&rij, &oud, P_WERKTE_VOOR_PARTIJ) &&
		 werkte_voor_gemeente(rel, waarde(&rij, P_WERKTE_VOOR_PARTIJ))))
		partij_werd_gemeentelijk(rel, rt, waarde(&rij, SLEUTEL));
	if (gegevens_gewijzigd(&rij, &oud))
	{
		/* A correction repairs the gemeente's own error, and says why instead. */
		controleer_geschreven_partij(rel, rt, waarde(&rij, SLEUTEL),
									 is_gecorrigeerd(rel, waarde(&rij, SLEUTEL), trigdata->tg_event) ? NULL : "wijziging");
		eis_afwijkende_betrokkenen(rel, rt, waarde(&rij, SLEUTEL));
	}
}

/* Was a row only made to follow the partij or the klantcontact that it belongs to? Then nobody changed anything of it. */
static bool
volgt_alleen(TriggerData *trigdata, RegisterTabel *rt)
{
	Rij			oud;
	Rij			rij;

	rij_begin(&oud, trigdata->tg_relation, rt, trigdata->tg_trigslot);
	rij_begin(&rij, trigdata->tg_relation, rt, trigdata->tg_newslot);
	return alleen_kopieen_gewijzigd(&rij, &oud);
}

/* Something that belongs to a partij was added, changed or removed: an identificator, an address, a vertegenwoordiging. */
static void
gewijzigd_van_partij(TriggerData *trigdata, RegisterTabel *rt, int kolom)
{
	Relation	rel = trigdata->tg_relation;
	AndereRij	partij;
	bool		leeg;
	Datum		rij_id = slot_waarde(trigdata->tg_trigslot, rt, SLEUTEL, &leeg);
	Datum		id = slot_waarde(trigdata->tg_trigslot, rt, kolom, &leeg);

	if (leeg || (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event) && volgt_alleen(trigdata, rt)))
		return;
	if (rij_lezen(&partij, register_ouder(rt, rel, kolom), id, LockTupleNoKeyExclusive))
	{
		/* A correction repairs the gemeente's own error, and says why instead. */
		if (rt->tabel != TABEL_VERTEGENWOORDIGING && !is_gecorrigeerd(rel, rij_id, trigdata->tg_event))
			eis_verificatie(partij.rel, partij.rt, id, "wijziging", OPTIE_EIS_VERIFICATIE);
		if (!TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
			controleer_partij(&partij);
		if (rt->tabel == TABEL_DIGITAAL_ADRES && !TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
			eis_afwijkende_betrokkenen(partij.rel, partij.rt, id);
	}
	rij_sluiten(&partij);
}

/* Was there ever a proof of identity when the partij was registered? It is locked. */
static bool
heeft_verificatie_van_registratie(const AndereRij *partij, Datum id)
{
	Relation	rel = table_open(register_kind(partij->rt, partij->rel, TABEL_PARTIJ_VERIFICATIE, PV_PARTIJ), AccessShareLock);
	AndereRij	verificatie = {.rel = rel, .rt = register_tabel(rel)};
	Snapshot	stand = laatste_stand();
	Zoektocht	z;
	bool		gevonden = false;

	zoek_begin(&z, rel, verificatie.rt, PV_PARTIJ, id, stand);
	verificatie.slot = z.slot;
	while (!gevonden && zoek_volgende(&z))
		gevonden = rij_is_tekst(&verificatie, PV_HANDELING, "registratie");
	zoek_eind(&z);
	UnregisterSnapshot(stand);
	table_close(rel, NoLock);
	return gevonden;
}

/* KI-52: a verification was corrected or removed; that of the registration may have been the only one. */
static void
gewijzigde_verificatie(TriggerData *trigdata, RegisterTabel *rt)
{
	AndereRij	partij;
	bool		leeg;
	Datum		id = slot_waarde(trigdata->tg_trigslot, rt, PV_PARTIJ, &leeg);

	if (rij_lezen(&partij, register_ouder(rt, trigdata->tg_relation, PV_PARTIJ), id, LockTupleNoKeyExclusive) &&
		partij.rt->optie[OPTIE_EIS_VERIFICATIE].aan && !heeft_verificatie_van_registratie(&partij, id))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("partij %s would have no verification of \"registratie\"", naam_van_andere(&partij)),
				 errdetail("Data of a partij are registered only after the identity of who gives them was established."),
				 errhint("Add the right verification in the same transaction."),
				 errtableconstraint(partij.rel, "partij_is_geverifieerd")));
	rij_sluiten(&partij);
}

/*
 * ki_partij_volledig() -> trigger
 *
 * AFTER ROW, deferred, on partij (INSERT, UPDATE), and on what belongs to one. Raises 23514 with the constraint name of the first
 * rule that the partij violates: partij_is_geverifieerd, partij_heeft_identificator, partij_soort, betrokkene_contactgegevens; or what
 * controleer_klantcontact() finds when the partij became the gemeente, or somebody who worked for it.
 */
Datum
ki_partij_volledig(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	RegisterTabel *rt = register_tabel(trigdata->tg_relation);

	if (rt->tabel == TABEL_PARTIJ_IDENTIFICATOR)
		gewijzigd_van_partij(trigdata, rt, PI_IDENTIFICEERDE_PARTIJ);
	else if (rt->tabel == TABEL_DIGITAAL_ADRES)
		gewijzigd_van_partij(trigdata, rt, DA_VERSTREKT_DOOR_PARTIJ);
	else if (rt->tabel == TABEL_PARTIJ_VERIFICATIE)
		gewijzigde_verificatie(trigdata, rt);
	else if (rt->tabel == TABEL_VERTEGENWOORDIGING)
		gewijzigd_van_partij(trigdata, rt, VT_VERTEGENWOORDIGENDE_PARTIJ);
	else if (rt->tabel != TABEL_PARTIJ)
		verkeerde_tabel(trigdata->tg_relation, "partij_volledig");
	else if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		nieuwe_partij(trigdata, rt);
	else if (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event))
		gewijzigde_partij(trigdata, rt);
	return PointerGetDatum(NULL);
}
