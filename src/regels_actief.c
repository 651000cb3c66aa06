/*
 * regels_actief.c
 *		KI-05, KI-12, KI-101: new rows name only actoren and codes that are in use; and what it takes to close one.
 *
 * The foreign key of the row locks what it refers to, FOR KEY SHARE, until the transaction ends. So this is asked by a trigger whose
 * name sorts after those of the foreign keys, and needs no lock of its own. In return, who closes a row waits for that lock, with one
 * that conflicts with it: whoever comes second sees what the first did, at every isolation level.
 *
 * Because of that lock an answer stays true until somebody closes the row, whatever transactions come between, so a session remembers
 * it (onthouden.c). Who closes a row has it locked already when he tells all sessions to forget: from then on none can get the lock
 * that it takes to remember again, and each listens before it trusts what it remembers.
 */
#include "klantinteracties.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/sinval.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/inval.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(ki_meld_sluiting);

/* A table of codes whose rows a new row can only name while they are open. */
static bool
is_codetabel(Tabel tabel)
{
	return tabel == TABEL_KANAAL || tabel == TABEL_TAAL || tabel == TABEL_SOORT_DIGITAAL_ADRES || tabel == TABEL_LAND ||
		tabel == TABEL_SOORT_OBJECT || tabel == TABEL_SOORT_OBJECT_ID;
}

/* Can rows of this table be closed, so that no new row may refer to them? */
bool
is_sluitbaar(Tabel tabel)
{
	return tabel == TABEL_ACTOR || is_codetabel(tabel);
}

/* The day that it is in a municipality, wherever the session says that it is. */
static DateADT
dag_van_vandaag(void)
{
	Datum		nu = DirectFunctionCall2(timestamptz_zone, CStringGetTextDatum("Europe/Amsterdam"),
										 TimestampTzGetDatum(GetCurrentTimestamp()));

	return DatumGetDateADT(DirectFunctionCall1(timestamp_date, nu));
}

/* Is the land in the slot in use today? */
static bool
land_is_open(TupleTableSlot *slot, const RegisterTabel *rt)
{
	DateADT		vandaag = dag_van_vandaag();
	bool		leeg;
	Datum		d = slot_waarde(slot, rt, LAND_INGANGSDATUM, &leeg);

	if (!leeg && DatumGetDateADT(d) > vandaag)
		return false;
	d = slot_waarde(slot, rt, LAND_EINDDATUM, &leeg);
	return leeg || DatumGetDateADT(d) > vandaag;
}

/* Is the actor or code in the slot in use? A land is closed by its einddatum, anything else by indicatie_actief. */
static bool
is_open(TupleTableSlot *slot, const RegisterTabel *rt)
{
	bool		leeg;
	Datum		d;

	if (rt->tabel == TABEL_LAND)
		return land_is_open(slot, rt);
	d = slot_waarde(slot, rt, rt->tabel == TABEL_ACTOR ? A_INDICATIE_ACTIEF : CODE_INDICATIE_ACTIEF, &leeg);
	return !leeg && DatumGetBool(d);
}

/* KI-05 */
pg_noreturn static void
fout_actor(const Rij *rij, int kolom, Datum sleutel)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("actor %s is not active", tekst_van(UUIDOID, sleutel)),
			 errhint("Name an active actor, or have this one activated."),
			 errkolom(rij, kolom, "actor_is_actief")));
}

/* KI-12, KI-101 */
pg_noreturn static void
fout_code(const Rij *rij, int kolom, Datum sleutel, Tabel codes)
{
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("code \"%s\" of %s is not active", TextDatumGetCString(sleutel), tabellen[codes].naam),
			 errhint("Use an active code, or have this one activated."),
			 errkolom(rij, kolom, "code_is_actief")));
}

/*
 * Is the row with this key of a table that can be closed, open? Also if it is not there, which is the foreign key's business. The key
 * has locked it, unless who refers to it is not there any more either.
 */
static bool
is_bruikbaar(Oid relid, Datum sleutel, bool is_uuid, Relation verwijzers, TupleTableSlot *verwijzer)
{
	uint64		sinds = geldigheid(FEIT_ACTIEF);
	AndereRij	rij;
	bool		antwoord = true;

	if (rij_lezen_nu(&rij, relid, sleutel))
	{
		antwoord = is_open(rij.slot, rij.rt);
		/* A land can come to its end by itself, and what this transaction wrote can be rolled back. */
		if (antwoord && !rij.van_ons && rij.rt->tabel != TABEL_LAND && rij.rt->meldt_sluiting &&
			table_tuple_satisfies_snapshot(verwijzers, verwijzer, SnapshotSelf))
			onthoud(FEIT_ACTIEF, sinds, relid, sleutel, is_uuid);
	}
	rij_sluiten(&rij);
	return antwoord;
}

/*
 * KI-05: an actor that is not active takes no part in a new klantcontact and is given no new interne taak.
 * KI-101 (and KI-12 for kanaal): a new row uses active codes only.
 * What a row has, it keeps: oud is the version before an update, NULL for an insert.
 */
void
regel_verwijzing_actief(Relation rel, RegisterTabel *rt, TupleTableSlot *nieuw, TupleTableSlot *oud)
{
	Rij			rij = {.rel = rel, .rt = rt};

	AcceptInvalidationMessages();
	for (int i = 0; i < rt->aantal_sluitbaar; i++)
	{
		int			kolom = rt->sluitbaar[i];
		Tabel		tabel = tabellen[rt->tabel].kolommen[kolom].verwijst_naar;
		bool		is_uuid = tabel == TABEL_ACTOR;
		bool		leeg;
		Datum		sleutel = slot_waarde(nieuw, rt, kolom, &leeg);
		Oid			relid;

		if (leeg || (oud != NULL && zelfde_in_slot(oud, nieuw, rt, kolom)))
			continue;
		relid = register_ouder(rt, rel, kolom);
		if (is_bekend(FEIT_ACTIEF, relid, sleutel, is_uuid) || is_bruikbaar(relid, sleutel, is_uuid, rel, nieuw))
			continue;
		if (is_uuid)
			fout_actor(&rij, kolom, sleutel);
		fout_code(&rij, kolom, sleutel, tabel);
	}
}

/* Does the update in the slots close the row, or when it is closed? */
static bool
wordt_gesloten(const RegisterTabel *rt, TupleTableSlot *oud, TupleTableSlot *nieuw)
{
	if (rt->tabel == TABEL_LAND)
		return !zelfde_in_slot(oud, nieuw, rt, LAND_INGANGSDATUM) || !zelfde_in_slot(oud, nieuw, rt, LAND_EINDDATUM);
	return is_open(oud, rt) && !is_open(nieuw, rt);
}

/* Tells all sessions, this one too, that what they remember of this table may not be true any more. Nothing undoes this. */
static void
laat_vergeten(Oid relid)
{
	SharedInvalidationMessage bericht;

	memset(&bericht, 0, sizeof(bericht));
	bericht.rc.id = SHAREDINVALRELCACHE_ID;
	bericht.rc.dbId = MyDatabaseId;
	bericht.rc.relId = relid;
	SendSharedInvalidMessages(&bericht, 1);
}

/*
 * ki_meld_sluiting() -> trigger
 *
 * AFTER UPDATE OR DELETE FOR EACH ROW, on actor and the tables of codes: waits for the transactions that have named the row that is
 * closed, and makes all sessions look at it again. Without it nothing of the table is remembered.
 */
Datum
ki_meld_sluiting(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);
	bool		leeg;

	if (!is_sluitbaar(rt->tabel) || TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		verkeerde_tabel(rel, "meld_sluiting");
	if (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event))
	{
		if (!wordt_gesloten(rt, trigdata->tg_trigslot, trigdata->tg_newslot))
			return PointerGetDatum(NULL);
		wacht_op_verwijzers(rt->relid, slot_waarde(trigdata->tg_newslot, rt, SLEUTEL, &leeg));
	}
	laat_vergeten(rt->relid);
	return PointerGetDatum(NULL);
}
