/*
 * mutatielog.c
 *		The memory of a register (KI-108, design decision D9a): each UPDATE and DELETE of a row writes what it superseded.
 *
 * The log is written as the owner of the table, so that nobody needs a privilege on it, and its own row trigger lets nothing else
 * in (D6). Registering a row writes no log row: the row itself says when and by whom it was registered.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(ki_schrijf_mutatielog);

/* Where an application says who its own user is, if it does; it decides nothing. */
#define TOEPASSINGSGEBRUIKER "klantinteracties.gebruiker"

#define LOG_PARAMETERS 11

/* The saved plan that writes the log for one table. */
typedef struct LogPlan
{
	Oid			relid;			/* hash key */
	SPIPlanPtr	plan;
} LogPlan;

static HTAB *plannen = NULL;
static bool mag_schrijven = false;

/* May a row be inserted into the log now? Answers true once a log row, to the trigger of its rules. */
bool
mutatielog_mag_schrijven(void)
{
	bool		antwoord = mag_schrijven;

	mag_schrijven = false;
	return antwoord;
}

/*
 * The query string built is
 *	INSERT INTO <register>.mutatielog (...) SELECT $1 ... to_jsonb($4), to_jsonb($5), ... $11
 * Version n of a row begins where version n - 1 ended, the first one when the row was registered ($6).
 */
static SPIPlanPtr
maak_plan(Relation rel, Oid log)
{
	const char *naam = quote_qualified_identifier(get_namespace_name(get_rel_namespace(log)), get_rel_name(log));
	Oid			types[LOG_PARAMETERS] = {TEXTOID, TEXTOID, TEXTOID, rel->rd_rel->reltype, rel->rd_rel->reltype, TIMESTAMPTZOID,
	TIMESTAMPTZOID, TEXTOID, TEXTOID, TEXTOID, BOOLOID};
	SPIPlanPtr	plan;

	plan = SPI_prepare(psprintf("INSERT INTO %1$s (tabel, rij_id, operatie, oud, nieuw, geregistreerd_op, vervallen_op,"
								" gebruiker, toepassingsgebruiker, reden, vertrouwelijk)"
								" SELECT $1, $2, $3, pg_catalog.to_jsonb($4), pg_catalog.to_jsonb($5),"
								" COALESCE((SELECT pg_catalog.max(m.vervallen_op) FROM ONLY %1$s AS m"
								"   WHERE m.rij_id OPERATOR(pg_catalog.=) $2 AND m.tabel OPERATOR(pg_catalog.=) $1), $6),"
								" $7, $8, $9, $10, $11::klantinteracties.ja_of_leeg", naam),
					   LOG_PARAMETERS, types);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare returned %s", SPI_result_code_string(SPI_result));
	SPI_keepplan(plan);
	return plan;
}

/* The plan for a table, made anew when a table it names was changed. The caller is connected to SPI. */
static SPIPlanPtr
plan_voor(Relation rel, Oid log)
{
	Oid			relid = RelationGetRelid(rel);
	LogPlan    *entry;
	bool		gevonden;

	if (plannen == NULL)
	{
		HASHCTL		ctl = {0};

		ctl.keysize = sizeof(Oid);
		ctl.entrysize = sizeof(LogPlan);
		ctl.hcxt = TopMemoryContext;
		plannen = hash_create("klantinteracties log plans", 32, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	}
	entry = hash_search(plannen, &relid, HASH_ENTER, &gevonden);
	if (!gevonden)
		entry->plan = NULL;
	if (entry->plan != NULL && !SPI_plan_is_valid(entry->plan))
	{
		SPI_freeplan(entry->plan);
		entry->plan = NULL;
	}
	if (entry->plan == NULL)
		entry->plan = maak_plan(rel, log);
	return entry->plan;
}

/* Does a version of a row carry vertrouwelijk = ja? */
static bool
is_vertrouwelijk(Relation rel, HeapTuple tuple)
{
	AttrNumber	attnum = get_attnum(RelationGetRelid(rel), "vertrouwelijk");
	bool		leeg = true;
	Datum		d = 0;

	if (attnum != InvalidAttrNumber && tuple != NULL)
		d = SPI_getbinval(tuple, RelationGetDescr(rel), attnum, &leeg);
	return !leeg && DatumGetBool(d);
}

static void
tekst_of_leeg(Datum *waarde, char *leeg, const char *tekst)
{
	*leeg = tekst == NULL || tekst[0] == '\0' ? 'n' : ' ';
	*waarde = *leeg == 'n' ? (Datum) 0 : CStringGetTextDatum(tekst);
}

/* Writes one log row, as the owner of the table. nieuw is NULL when the row was removed. */
static void
schrijf(Relation rel, const Rij *oud, HeapTuple was, HeapTuple nieuw)
{
	Oid			log = register_mutatielog(rel);
	Datum		waarden[LOG_PARAMETERS];
	char		leeg[LOG_PARAMETERS + 1];
	Oid			gebruiker;
	int			context;

	memset(leeg, ' ', LOG_PARAMETERS);
	leeg[LOG_PARAMETERS] = '\0';
	waarden[0] = CStringGetTextDatum(tabellen[oud->rt->tabel].naam);
	waarden[1] = CStringGetTextDatum(tekst_van_kolom(oud, SLEUTEL));
	waarden[2] = CStringGetTextDatum(nieuw == NULL ? "DELETE" : "UPDATE");
	waarden[3] = heap_copy_tuple_as_datum(was, RelationGetDescr(rel));
	waarden[4] = nieuw == NULL ? (Datum) 0 : heap_copy_tuple_as_datum(nieuw, RelationGetDescr(rel));
	leeg[4] = nieuw == NULL ? 'n' : ' ';
	waarden[5] = waarde(oud, GEREGISTREERD_OP);
	waarden[6] = TimestampTzGetDatum(GetCurrentTimestamp());
	waarden[7] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	tekst_of_leeg(&waarden[8], &leeg[8], GetConfigOption(TOEPASSINGSGEBRUIKER, true, false));
	tekst_of_leeg(&waarden[9], &leeg[9], opening_reden(rel, waarde(oud, SLEUTEL)));
	waarden[10] = BoolGetDatum(is_vertrouwelijk(rel, was) || is_vertrouwelijk(rel, nieuw));

	GetUserIdAndSecContext(&gebruiker, &context);
	SetUserIdAndSecContext(rel->rd_rel->relowner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	SPI_connect();
	PG_TRY();
	{
		SPIPlanPtr	plan = plan_voor(rel, log);

		mag_schrijven = true;
		if (SPI_execute_plan(plan, waarden, leeg, false, 0) != SPI_OK_INSERT)
			elog(ERROR, "could not write the mutatielog");
	}
	PG_FINALLY();
	{
		mag_schrijven = false;
	}
	PG_END_TRY();
	SPI_finish();
	SetUserIdAndSecContext(gebruiker, context);
}

/*
 * ki_schrijf_mutatielog() -> trigger
 *
 * AFTER UPDATE OR DELETE FOR EACH ROW, on any table of a register but the mutatielog itself.
 */
Datum
ki_schrijf_mutatielog(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);
	Rij			oud;

	if (rt->tabel == TABEL_MUTATIELOG)
		verkeerde_tabel(rel, "schrijf_mutatielog");
	rij_begin(&oud, rel, rt, trigdata->tg_trigslot);
	if (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event))
		schrijf(rel, &oud, trigdata->tg_trigtuple, trigdata->tg_newtuple);
	else if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
		schrijf(rel, &oud, trigdata->tg_trigtuple, NULL);
	return PointerGetDatum(NULL);
}

/* Was this row, of this table, corrected in this transaction? Then the log has its reason. */
bool
is_gecorrigeerd(Relation rel, Datum id)
{
	Relation	log = table_open(register_mutatielog(rel), AccessShareLock);
	AndereRij	rij = {.rel = log, .rt = register_tabel(log)};
	const char *tabel = tabellen[register_tabel(rel)->tabel].naam;
	Zoektocht	z;
	bool		gevonden = false;

	zoek_begin(&z, log, rij.rt, ML_RIJ_ID, CStringGetTextDatum(tekst_van(UUIDOID, id)), SnapshotSelf);
	rij.slot = z.slot;
	while (!gevonden && zoek_volgende(&z))
	{
		bool		geen_reden;

		rij_waarde(&rij, ML_REDEN, &geen_reden);
		gevonden = !geen_reden && is_nieuw(&rij) && rij_is_tekst(&rij, ML_TABEL, tabel);
	}
	zoek_eind(&z);
	table_close(log, NoLock);
	return gevonden;
}
