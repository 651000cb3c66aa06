/*
 * opzoeken.c
 *		Looks at other rows for a rule: through an index and as they are now, whatever the user may see (design decision D5).
 *
 * A rule asks what is true, not what this user or this transaction's snapshot sees. So rows are read directly, without row security
 * and privileges, against the latest committed state and this transaction's own changes, also those of the command under way. Such
 * a look is good for nothing once another transaction can change the row afterwards: a caller that compares with a row, or copies
 * from it, locks it, and takes the snapshot for what hangs below that row only then. That holds at every isolation level, because
 * neither the lock nor the snapshot is the transaction's own (tried: with the snapshot of a REPEATABLE READ transaction two
 * sessions each remove one of two betrokkenen).
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/relscan.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "storage/bufmgr.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

/*
 * The latest committed state with all that this transaction did, the command under way included: in one statement a part may
 * follow its klantcontact (design decision D6a), and an autocommit DELETE reaches its deferred check in the same command. The
 * caller unregisters it.
 */
Snapshot
laatste_stand(void)
{
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());

	snapshot->curcid = GetCurrentCommandId(false) + 1;
	return snapshot;
}

/*
 * Executes a statement with parameter $1 on this state, with its triggers, and returns how many rows it touched; what it returns is in
 * SPI_tuptable. The caller is connected to SPI.
 */
uint64
voer_uit_op_stand(const char *sql, Oid type, Datum parameter, Snapshot stand)
{
	SPIPlanPtr	plan = SPI_prepare(sql, 1, &type);
	uint64		rijen;
	int			resultaat;

	if (plan == NULL)
		elog(ERROR, "SPI_prepare returned %s", SPI_result_code_string(SPI_result));
	resultaat = SPI_execute_snapshot(plan, &parameter, NULL, stand, InvalidSnapshot, false, true, 0);
	if (resultaat < 0)
		elog(ERROR, "SPI_execute_snapshot returned %s", SPI_result_code_string(resultaat));
	rijen = SPI_processed;
	SPI_freeplan(plan);
	return rijen;
}

/* The same on the latest state. */
uint64
voer_uit_nu(const char *sql, Oid type, Datum parameter)
{
	Snapshot	stand = laatste_stand();
	uint64		rijen = voer_uit_op_stand(sql, type, parameter, stand);

	UnregisterSnapshot(stand);
	return rijen;
}

/* What zoek_begin() does, but for the slot that the rows come in, which is the caller's. */
static void
zoek_begin_in(Zoektocht *z, TupleTableSlot *slot, Relation rel, RegisterTabel *rt, int kolom, Datum waarde, Snapshot snapshot)
{
	Oid			index = register_index(rt, rel, kolom);
	Form_pg_attribute att = TupleDescAttr(RelationGetDescr(rel), rt->attnum[kolom] - 1);
	RegProcedure gelijk = tabellen[rt->tabel].kolommen[kolom].soort == KOLOM_UUID ? F_UUID_EQ : F_TEXTEQ;

	z->rel = rel;
	z->slot = slot;
	/* No row has null; a table that is not as we made it may allow it, and then what refers to it asks for it. */
	ScanKeyEntryInitialize(&z->sleutel, DatumGetPointer(waarde) == NULL ? SK_ISNULL : 0, OidIsValid(index) ? 1 : rt->attnum[kolom],
						   BTEqualStrategyNumber, InvalidOid, att->attcollation, gelijk, waarde);
	if (OidIsValid(index))
	{
		z->index = index_open(index, AccessShareLock);
		z->iscan = ki_index_beginscan(rel, z->index, snapshot, 1);
		index_rescan(z->iscan, &z->sleutel, 1, NULL, 0);
	}
	else
	{
		z->index = NULL;
		z->hscan = table_beginscan(rel, snapshot, 1, &z->sleutel);
	}
}

/* Begins to look for the rows of rel in which a column, an uuid or text, has this value. The caller holds a lock on rel. */
void
zoek_begin(Zoektocht *z, Relation rel, RegisterTabel *rt, int kolom, Datum waarde, Snapshot snapshot)
{
	zoek_begin_in(z, table_slot_create(rel, NULL), rel, rt, kolom, waarde, snapshot);
}

/* The next such row, in z->slot. */
bool
zoek_volgende(Zoektocht *z)
{
	if (z->index != NULL)
		return index_getnext_slot(z->iscan, ForwardScanDirection, z->slot);
	return table_scan_getnextslot(z->hscan, ForwardScanDirection, z->slot);
}

static void
zoek_eind_in(Zoektocht *z)
{
	if (z->index != NULL)
	{
		index_endscan(z->iscan);
		index_close(z->index, NoLock);
	}
	else
		table_endscan(z->hscan);
}

void
zoek_eind(Zoektocht *z)
{
	zoek_eind_in(z);
	ExecDropSingleTupleTableSlot(z->slot);
}

/* Is there a row of the given table in which the column has this value? */
bool
bestaat_met(Oid relid, int kolom, Datum waarde, Snapshot snapshot)
{
	Relation	rel = table_open(relid, AccessShareLock);
	Zoektocht	z;
	bool		gevonden;

	zoek_begin(&z, rel, register_tabel(rel), kolom, waarde, snapshot);
	gevonden = zoek_volgende(&z);
	zoek_eind(&z);
	table_close(rel, NoLock);
	return gevonden;
}

/*
 * Was a row that this transaction wrote registered by it, too? If its table was rewritten (ALTER TABLE), it wrote them all; then the
 * moment of registration tells.
 */
static bool
is_hier_geregistreerd(const AndereRij *rij)
{
	bool		leeg;

	if (ki_nieuwe_opslag(rij->rel) == InvalidSubTransactionId)
		return true;
	return DatumGetTimestampTz(rij_waarde(rij, rij->rt->tabel == TABEL_MUTATIELOG ? ML_VERVALLEN_OP : GEREGISTREERD_OP, &leeg)) >=
		GetCurrentTransactionStartTimestamp();
}

/* Whose is the row in the slot? A row that this transaction wrote is locked by that against everybody else. */
static void
bepaal_herkomst(AndereRij *rij)
{
	bool		leeg;
	TransactionId xmin = DatumGetTransactionId(slot_getsysattr(rij->slot, MinTransactionIdAttributeNumber, &leeg));
	HeapTuple	tuple;
	bool		kopie;

	rij->van_ons = false;
	rij->nieuw = false;
	if (!TransactionIdIsCurrentTransactionId(xmin))
		return;
	tuple = ExecFetchSlotHeapTuple(rij->slot, false, &kopie);
	/* A frozen row (COPY FREEZE) does not tell who wrote it. */
	rij->van_ons = !HeapTupleHeaderXminFrozen(tuple->t_data);
	rij->nieuw = rij->van_ons && (tuple->t_data->t_infomask & HEAP_UPDATED) == 0 && is_hier_geregistreerd(rij);
	if (kopie)
		heap_freetuple(tuple);
}

/* Did this transaction insert the version of a row in rij->slot? */
bool
is_nieuwe_versie(AndereRij *rij)
{
	bepaal_herkomst(rij);
	return rij->nieuw;
}

/*
 * Did this transaction insert the row in rij->slot? One that it corrected since is a later version; the first is kept by the server as
 * long as this transaction lasts.
 */
bool
is_nieuw(AndereRij *rij)
{
	AndereRij	versie = *rij;
	Zoektocht	z;
	bool		gevonden;
	bool		leeg;

	if (rij->kort)
		return rij->nieuw;
	gevonden = is_nieuwe_versie(rij);
	if (gevonden || !rij->van_ons)
		return gevonden;
	zoek_begin(&z, rij->rel, rij->rt, SLEUTEL, rij_waarde(rij, SLEUTEL, &leeg), SnapshotAny);
	versie.slot = z.slot;
	while (!gevonden && zoek_volgende(&z))
		gevonden = is_nieuwe_versie(&versie);
	zoek_eind(&z);
	return gevonden;
}

/* Is the key of these rows an uuid, rather than text? */
static bool
heeft_uuid(const AndereRij *rij)
{
	return tabellen[rij->rt->tabel].kolommen[SLEUTEL].soort == KOLOM_UUID;
}

/* Puts the row with this key, as the snapshot sees it, in rij->slot; whose it is says the caller. */
static bool
zoek_sleutel(AndereRij *rij, Datum sleutel, Snapshot snapshot)
{
	Zoektocht	z;
	bool		gevonden;

	zoek_begin_in(&z, rij->slot, rij->rel, rij->rt, SLEUTEL, sleutel, snapshot);
	gevonden = zoek_volgende(&z);
	zoek_eind_in(&z);
	if (gevonden)
		onthoud_plek(rij->rt->relid, sleutel, heeft_uuid(rij), &rij->slot->tts_tid);
	return gevonden;
}

/*
 * Is the row with this key still where it was the last time? That spares the way through the index. The place may be anything by now,
 * also past the end of a table that was made shorter; the caller's lock keeps it from becoming so after we looked.
 */
static bool
zoek_waar_het_was(AndereRij *rij, Datum sleutel)
{
	ItemPointerData tid;
	bool		leeg;
	Datum		gevonden;

	if (!is_bekende_plek(rij->rt->relid, sleutel, heeft_uuid(rij), &tid) ||
		ItemPointerGetBlockNumber(&tid) >= RelationGetNumberOfBlocks(rij->rel) ||
		!table_tuple_fetch_row_version(rij->rel, &tid, SnapshotSelf, rij->slot))
		return false;
	gevonden = rij_waarde(rij, SLEUTEL, &leeg);
	return !leeg && (heeft_uuid(rij) ? datumIsEqual(gevonden, sleutel, false, UUID_LEN) : datum_image_eq(gevonden, sleutel, false, -1));
}

/*
 * Puts the row with this key, as it is now, in rij->slot, and says whose it is. SnapshotSelf costs nothing and what it finds was true
 * when it was found; but if another transaction updates the row meanwhile, it may see neither the old version nor the new one. Only a
 * real snapshot can say that there is none; and only with one does the server know what a SERIALIZABLE transaction read.
 */
static bool
zoek_sleutel_nu(AndereRij *rij, Datum sleutel)
{
	bool		gevonden;

	if (DatumGetPointer(sleutel) == NULL)
		return false;
	gevonden = zoek_waar_het_was(rij, sleutel) || zoek_sleutel(rij, sleutel, SnapshotSelf);
	if (gevonden)
		bepaal_herkomst(rij);
	if (!gevonden || (IsolationIsSerializable() && !rij->van_ons))
	{
		Snapshot	snapshot = laatste_stand();

		gevonden = zoek_sleutel(rij, sleutel, snapshot);
		UnregisterSnapshot(snapshot);
		if (gevonden)
			bepaal_herkomst(rij);
	}
	return gevonden;
}

/*
 * Locks the row in the slot and puts its newest version there, also one that the command under way made. False if another transaction
 * deleted it meanwhile.
 */
static bool
zet_op_slot(Relation rel, TupleTableSlot *rij, LockTupleMode slot)
{
	ItemPointerData tid = rij->tts_tid;
	TM_FailureData tmfd;
	TM_Result	resultaat;

	resultaat = table_tuple_lock(rel, &tid, SnapshotSelf, rij, GetCurrentCommandId(false) + 1, slot, LockWaitBlock,
								 TUPLE_LOCK_FLAG_LOCK_UPDATE_IN_PROGRESS | TUPLE_LOCK_FLAG_FIND_LAST_VERSION, &tmfd);
	if (resultaat == TM_Ok)
		return true;
	if (resultaat == TM_Deleted)
		return false;
	elog(ERROR, "unexpected table_tuple_lock status: %u", resultaat);
}

/* Opens the table of another row, with a slot for it. */
static void
rij_openen(AndereRij *rij, Oid relid, LOCKMODE lockmode)
{
	rij->rel = table_open(relid, lockmode);
	rij->rt = register_tabel(rij->rel);
	rij->slot = table_slot_create(rij->rel, NULL);
	rij->kort = false;
}

/*
 * Waits for all transactions whose foreign keys hold the row with this key, which this transaction wrote: the server carries the locks on
 * a version to the next one. None gets such a lock from now on.
 */
void
wacht_op_verwijzers(Oid relid, Datum sleutel)
{
	AndereRij	rij;

	rij_openen(&rij, relid, RowShareLock);
	if (zoek_sleutel_nu(&rij, sleutel))
		zet_op_slot(rij.rel, rij.slot, LockTupleExclusive);
	rij_sluiten(&rij);
}

/*
 * Reads the row with this key of another table of the register, and keeps it from changing in what the lock protects; a row that
 * this transaction wrote needs no lock. False if there is none. In either case the caller calls rij_sluiten().
 */
bool
rij_lezen(AndereRij *rij, Oid relid, Datum sleutel, LockTupleMode slot)
{
	rij_openen(rij, relid, RowShareLock);
	/* Who deleted the row that we waited for may have put another in its place, which the foreign key would accept. */
	while (zoek_sleutel_nu(rij, sleutel))
	{
		if (rij->van_ons)
			return true;
		if (zet_op_slot(rij->rel, rij->slot, slot))
		{
			bepaal_herkomst(rij);
			return true;
		}
	}
	return false;
}

/*
 * The same of a klantcontact, for a caller that asks only what its parts copy from it. Of one that this transaction registered that is
 * known, which spares the look.
 */
bool
klantcontact_lezen(AndereRij *kc, Oid relid, Datum id, LockTupleMode slot)
{
	bool		gevonden = bekend_klantcontact(kc, relid, id);

	if (!gevonden)
	{
		gevonden = rij_lezen(kc, relid, id, slot);
		if (gevonden && kc->van_ons)
			kreeg_deel_voor_het_onthouden_werd();
	}
	return gevonden;
}

/* The same without a lock, as the row is now; for a caller that holds a lock on what could change it. */
bool
rij_lezen_nu(AndereRij *rij, Oid relid, Datum sleutel)
{
	rij_openen(rij, relid, AccessShareLock);
	return zoek_sleutel_nu(rij, sleutel);
}

/* The same without a lock, as the snapshot sees the row; for a caller that holds a lock on what could change it. */
bool
rij_lezen_zonder_slot(AndereRij *rij, Oid relid, Datum sleutel, Snapshot snapshot)
{
	rij_openen(rij, relid, AccessShareLock);
	return zoek_sleutel(rij, sleutel, snapshot);
}

/* Lets go of what rij_lezen() opened; the locks stay until the transaction ends. */
void
rij_sluiten(AndereRij *rij)
{
	if (!rij->kort)
		ExecDropSingleTupleTableSlot(rij->slot);
	table_close(rij->rel, NoLock);
}

/* A column of a row in a slot, 0 for null; empty if the register does not have it. */
Datum
slot_waarde(TupleTableSlot *slot, const RegisterTabel *rt, int kolom, bool *leeg)
{
	Datum		d;

	if (rt->attnum[kolom] == InvalidAttrNumber)
	{
		*leeg = true;
		return (Datum) 0;
	}
	d = slot_getattr(slot, rt->attnum[kolom], leeg);
	return *leeg ? (Datum) 0 : d;
}

/* Is the column the same in two versions of a row? */
bool
zelfde_in_slot(TupleTableSlot *a, TupleTableSlot *b, const RegisterTabel *rt, int kolom)
{
	Form_pg_attribute att = TupleDescAttr(a->tts_tupleDescriptor, rt->attnum[kolom] - 1);
	bool		leeg_a;
	bool		leeg_b;
	Datum		van_a = slot_waarde(a, rt, kolom, &leeg_a);
	Datum		van_b = slot_waarde(b, rt, kolom, &leeg_b);

	return leeg_a || leeg_b ? leeg_a == leeg_b : datum_image_eq(van_a, van_b, att->attbyval, att->attlen);
}

Datum
rij_waarde(const AndereRij *rij, int kolom, bool *leeg)
{
	return slot_waarde(rij->slot, rij->rt, kolom, leeg);
}

bool
rij_is_tekst(const AndereRij *rij, int kolom, const char *tekst)
{
	bool		leeg;
	Datum		d = rij_waarde(rij, kolom, &leeg);

	return !leeg && strcmp(TextDatumGetCString(d), tekst) == 0;
}
