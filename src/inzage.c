/*
 * inzage.c
 *		An inhabitant's inzage: begin_inzage(), and what the policies of bevoegdheid inzage ask (KI-35, KI-53).
 *
 * Which partij a session has inzage of is known here and nowhere else: no SQL sets it, it does not outlive the transaction, and so not
 * the client that a pooler lent the connection to. Once a transaction is enough for an application, and keeps what it runs afterwards
 * from looking at somebody else. The application decides whose identity was verified: that call is the boundary.
 *
 * What is here is true in this process only, so the functions are not for parallel workers.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_begin_inzage);
PG_FUNCTION_INFO_V1(ki_in_inzage);
PG_FUNCTION_INFO_V1(ki_inzage_partij);
PG_FUNCTION_INFO_V1(ki_inzage_klantcontacten);
PG_FUNCTION_INFO_V1(ki_inzage_betrokkenen);

/* The policy that verleen() makes for bevoegdheid inzage: it takes away what is not the partij's own. */
#define BELEID "inzage_eigen"

typedef struct Inzage
{
	uint64		nummer;			/* which one of this session; 0: none has begun in this transaction */
	Oid			schema;			/* of the register */
	pg_uuid_t	partij;
	SubTransactionId subtransactie; /* in which it began */
} Inzage;

static Inzage inzage;
static uint64 laatste_nummer = 0;

/* An inzage ends with its transaction, however that ends. */
static void
eind_van_transactie(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT || event == XACT_EVENT_PREPARE)
		inzage.nummer = 0;
}

/* It did not begin if what it began in is undone. */
static void
eind_van_subtransactie(SubXactEvent event, SubTransactionId deze, SubTransactionId ouder, void *arg)
{
	if (inzage.nummer == 0 || inzage.subtransactie != deze)
		return;
	if (event == SUBXACT_EVENT_ABORT_SUB)
		inzage.nummer = 0;
	else if (event == SUBXACT_EVENT_COMMIT_SUB)
		inzage.subtransactie = ouder;
}

/*
 * An inzage means something only for who sees nothing without it. So it is refused to who was not given the bevoegdheid, and to who
 * is above row security, and would see everything.
 */
static void
eis_bevoegdheid(Oid schema)
{
	Relation	rel = table_open(register_tabel_in(schema, TABEL_KLANTCONTACT), AccessShareLock);

	if (check_enable_rls(RelationGetRelid(rel), InvalidOid, true) != RLS_ENABLED)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("row security does not hold for role \"%s\"", GetUserNameFromId(GetUserId(), false)),
				 errdetail("It sees all of register \"%s\", and an inzage would not change that.", get_namespace_name(schema)),
				 errhint("Begin an inzage as a role that has bevoegdheid inzage and nothing else.")));
	if (!wordt_genoemd(rel, BELEID, false))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("permission denied to begin an inzage in register \"%s\"", get_namespace_name(schema)),
				 errhint("klantinteracties.verleen() gives a role bevoegdheid inzage.")));
	table_close(rel, NoLock);
}

/* KI-53: records, as the caller, that the identity of the partij was verified, and by what. */
static void
leg_verificatie_vast(Oid schema, Datum partij, Datum middel)
{
	Oid			types[] = {UUIDOID, TEXTOID};
	Datum		waarden[] = {partij, middel};

	SPI_connect();
	if (SPI_execute_with_args(psprintf("INSERT INTO %s.partij_verificatie (partij, handeling, grond, middel) VALUES ($1, 'inzage', 'zelf', $2)",
									   quote_identifier(get_namespace_name(schema))),
							  lengthof(types), types, waarden, NULL, false, 0) != SPI_OK_INSERT || SPI_processed != 1)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("verification of an inzage could not be recorded"),
				 errdetail("A trigger or rule on partij_verificatie kept the row out.")));
	SPI_finish();
}

/*
 * begin_inzage(partij uuid, middel text, register name) -> void
 *
 * Records the verification of this partij, and opens its own contacts to this session until the transaction ends. Raises 22004 for a
 * null, 23503 for a partij that does not exist, 3F000 for a register that does not, 42501 for who does not have bevoegdheid inzage, and
 * 55000 if an inzage has begun already or row security does not hold for the caller.
 */
Datum
ki_begin_inzage(PG_FUNCTION_ARGS)
{
	static bool begonnen = false;
	Oid			schema;

	argument_verplicht(fcinfo, 0, "partij");
	argument_verplicht(fcinfo, 1, "middel");
	schema = gevraagd_register(fcinfo);
	eis_niet_verdeeld(schema);
	eis_bevoegdheid(schema);
	if (inzage.nummer != 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("an inzage has begun in this transaction already"),
				 errhint("End the transaction first.")));
	leg_verificatie_vast(schema, PG_GETARG_DATUM(0), PG_GETARG_DATUM(1));

	if (!begonnen)
	{
		RegisterXactCallback(eind_van_transactie, NULL);
		RegisterSubXactCallback(eind_van_subtransactie, NULL);
		begonnen = true;
	}
	inzage.schema = schema;
	memcpy(&inzage.partij, PG_GETARG_UUID_P(0), UUID_LEN);
	inzage.subtransactie = GetCurrentSubTransactionId();
	inzage.nummer = ++laatste_nummer;
	PG_RETURN_VOID();
}

/* in_inzage() -> bool: has an inzage begun in this transaction? */
Datum
ki_in_inzage(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(inzage.nummer != 0);
}

/* Did an inzage begin in the register of this table? */
static bool
is_inzage_in(Oid relid)
{
	return inzage.nummer != 0 && get_rel_namespace(relid) == inzage.schema;
}

/* inzage_partij(tabel regclass) -> uuid: the partij of the inzage in the register of this table; null if there is none. */
Datum
ki_inzage_partij(PG_FUNCTION_ARGS)
{
	pg_uuid_t  *partij;

	if (!is_inzage_in(PG_GETARG_OID(0)))
		PG_RETURN_NULL();
	partij = palloc(sizeof(pg_uuid_t));
	memcpy(partij, &inzage.partij, UUID_LEN);
	PG_RETURN_UUID_P(partij);
}

/* What a query asked before: the same for all its rows, as its snapshot is. */
typedef struct Onthouden
{
	uint64		nummer;
	Datum		sleutels;
} Onthouden;

/* This column of every betrokkene that the partij of the inzage was, as an array. Each query asks once. */
static Datum
sleutels_van_betrokkenen(FunctionCallInfo fcinfo, int kolom)
{
	Onthouden  *onthouden = fcinfo->flinfo->fn_extra;
	ArrayBuildState *sleutels;
	MemoryContext oud;

	if (onthouden != NULL && onthouden->nummer == inzage.nummer)
		return onthouden->sleutels;
	oud = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	sleutels = initArrayResult(UUIDOID, CurrentMemoryContext, false);
	if (is_inzage_in(PG_GETARG_OID(0)))
	{
		Relation	rel = table_open(register_tabel_in(inzage.schema, TABEL_BETROKKENE), AccessShareLock);
		RegisterTabel *rt = register_tabel(rel);
		Zoektocht	z;

		zoek_begin(&z, rel, rt, BB_WAS_PARTIJ, UUIDPGetDatum(&inzage.partij), GetActiveSnapshot());
		while (zoek_volgende(&z))
		{
			bool		leeg;

			sleutels = accumArrayResult(sleutels, slot_waarde(z.slot, rt, kolom, &leeg), false, UUIDOID, CurrentMemoryContext);
		}
		zoek_eind(&z);
		table_close(rel, NoLock);
	}
	if (onthouden == NULL)
		fcinfo->flinfo->fn_extra = onthouden = palloc(sizeof(Onthouden));
	onthouden->sleutels = makeArrayResult(sleutels, CurrentMemoryContext);
	onthouden->nummer = inzage.nummer;
	MemoryContextSwitchTo(oud);
	return onthouden->sleutels;
}

/* inzage_klantcontacten(tabel regclass) -> uuid[]: the klantcontacten of which the partij of the inzage was a betrokkene. */
Datum
ki_inzage_klantcontacten(PG_FUNCTION_ARGS)
{
	return sleutels_van_betrokkenen(fcinfo, BB_HAD_KLANTCONTACT);
}

/* inzage_betrokkenen(tabel regclass) -> uuid[]: what betrokkenen it was. */
Datum
ki_inzage_betrokkenen(PG_FUNCTION_ARGS)
{
	return sleutels_van_betrokkenen(fcinfo, SLEUTEL);
}
