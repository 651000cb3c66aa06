/*
 * mutatielog.c
 *		The memory of a register (KI-108, design decision D9a): each UPDATE and DELETE of a row writes what it superseded.
 *
 * The log is written as the owner of the table, so that nobody needs a privilege on it, and its own row trigger lets nothing else
 * in (D6). Registering a row writes no log row: the row itself says when and by whom it was registered. A row that a correction
 * added does, as the reason is nowhere else.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "rij_als_json.h"

PG_FUNCTION_INFO_V1(ki_schrijf_mutatielog);

/* Where an application says who its own user is, if it does; it decides nothing. */
#define TOEPASSINGSGEBRUIKER "klantinteracties.gebruiker"

#define LOG_PARAMETERS 11

/* The saved plan that writes the log for one table. */
typedef struct LogPlan
{
	Oid			relid;			/* hash key */
	Oid			schema;			/* where the table was, and whose, when the plan was made */
	Oid			eigenaar;
	int			bezig;			/* how often it is running: a trigger of the user's on the log can lead here again */
	SPIPlanPtr	plan;
	uint64		versie;			/* of the table, when json was made */
	MemoryContext context;		/* where that is */
	JsonVorm   *json;			/* how its rows become jsonb */
} LogPlan;

static HTAB *plannen = NULL;

/* At which depth of triggers the rules of the log may let one row in; 0 for nowhere. */
static int	open_op_diepte = 0;

/* May a row be inserted into the log now? Answers true once a log row, to the trigger of its rules. */
bool
mutatielog_mag_schrijven(void)
{
	if (open_op_diepte != diepte_van_triggers())
		return false;
	open_op_diepte = 0;
	return true;
}

/*
 * The query string built is
 *	INSERT INTO <register>.mutatielog (...) SELECT $1 ... $11
 */
static SPIPlanPtr
maak_plan(Oid log)
{
	const char *naam = quote_qualified_identifier(get_namespace_name(get_rel_namespace(log)), get_rel_name(log));
	Oid			types[LOG_PARAMETERS] = {TEXTOID, TEXTOID, TEXTOID, JSONBOID, JSONBOID, TIMESTAMPTZOID, TIMESTAMPTZOID, TEXTOID,
	TEXTOID, TEXTOID, BOOLOID};
	SPIPlanPtr	plan;

	plan = SPI_prepare(psprintf("INSERT INTO %s (tabel, rij_id, operatie, oud, nieuw, geregistreerd_op, vervallen_op,"
								" gebruiker, toepassingsgebruiker, reden, vertrouwelijk)"
								" SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::klantinteracties.ja_of_leeg", naam),
					   LOG_PARAMETERS, types);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare returned %s", SPI_result_code_string(SPI_result));
	return plan;
}

static LogPlan *
zoek_plan(Relation rel)
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
	{
		entry->bezig = 0;
		entry->plan = NULL;
		entry->versie = 0;
		entry->context = AllocSetContextCreate(TopMemoryContext, "klantinteracties json of a table", ALLOCSET_SMALL_SIZES);
	}
	return entry;
}

/* How the rows of a table become jsonb, found out anew when the table was changed. */
static JsonVorm *
zoek_vorm(Relation rel, const RegisterTabel *rt)
{
	LogPlan    *entry = zoek_plan(rel);

	if (entry->versie != rt->versie)
	{
		MemoryContext was;

		entry->versie = 0;
		MemoryContextReset(entry->context);
		was = MemoryContextSwitchTo(entry->context);
		entry->json = json_vorm(RelationGetDescr(rel));
		MemoryContextSwitchTo(was);
		entry->versie = rt->versie;
	}
	return entry->json;
}

static void
vergeet_plan(LogPlan *entry)
{
	SPIPlanPtr	plan = entry->plan;

	entry->plan = NULL;
	if (plan != NULL)
		SPI_freeplan(plan);
}

/*
 * The plan for a table, made anew when the log, its schema or the table's place was changed. A plan that is running is not thrown away;
 * then this call has one of its own. The caller is connected to SPI.
 */
static SPIPlanPtr
plan_voor(Relation rel, LogPlan *entry)
{
	SPIPlanPtr	oud = entry->plan;
	SPIPlanPtr	nieuw;

	if (oud != NULL && SPI_plan_is_valid(oud) && entry->schema == RelationGetNamespace(rel) &&
		entry->eigenaar == rel->rd_rel->relowner)
		return oud;
	nieuw = maak_plan(register_mutatielog(rel));
	if (entry->bezig > 0)
		return nieuw;
	vergeet_plan(entry);
	SPI_keepplan(nieuw);
	entry->schema = RelationGetNamespace(rel);
	entry->eigenaar = rel->rd_rel->relowner;
	entry->plan = nieuw;
	return nieuw;
}

/*
 * Says in a row of the log when the version that it remembers began: where the one before it ended, or when the row was registered, as
 * who writes the log takes it to be. The log of a row is written by who holds that row, so what is there now is all there is; and a look
 * without an MVCC snapshot is none that SERIALIZABLE counts as a conflict with the log of other rows on the same page. It is for the
 * trigger of the log's rules, which knows where the log itself is: Citus stores it elsewhere than its name says.
 */
void
mutatielog_begin(Rij *rij)
{
	AndereRij	eerder = {.rel = rij->rel, .rt = rij->rt};
	const char *tabel = TextDatumGetCString(waarde(rij, ML_TABEL));
	TimestampTz begin = DatumGetTimestampTz(waarde(rij, ML_GEREGISTREERD_OP));
	Zoektocht	z;

	zoek_begin(&z, rij->rel, rij->rt, ML_RIJ_ID, waarde(rij, ML_RIJ_ID), SnapshotSelf);
	eerder.slot = z.slot;
	while (zoek_volgende(&z))
	{
		bool		leeg;

		if (rij_is_tekst(&eerder, ML_TABEL, tabel))
			begin = Max(begin, DatumGetTimestampTz(rij_waarde(&eerder, ML_VERVALLEN_OP, &leeg)));
	}
	zoek_eind(&z);
	if (begin > DatumGetTimestampTz(waarde(rij, ML_GEREGISTREERD_OP)))
		zet(rij, ML_GEREGISTREERD_OP, TimestampTzGetDatum(begin));
	/* No version ends before it began, even if the clock was put back. */
	if (begin > DatumGetTimestampTz(waarde(rij, ML_VERVALLEN_OP)))
		zet(rij, ML_VERVALLEN_OP, TimestampTzGetDatum(begin));
}

/* Executes the plan while the log is open for its row. Did exactly that row go in? Not inlined: it catches errors. */
static pg_noinline bool
voer_plan_uit(LogPlan *entry, SPIPlanPtr plan, Datum *waarden, const char *leeg)
{
	int			was_open = open_op_diepte;
	volatile bool geschreven = false;

	open_op_diepte = diepte_van_triggers() + 1;
	entry->bezig++;
	PG_TRY();
	{
		geschreven = SPI_execute_plan(plan, waarden, leeg, false, 0) == SPI_OK_INSERT && SPI_processed == 1;
	}
	PG_FINALLY();
	{
		entry->bezig--;
		open_op_diepte = was_open;
	}
	PG_END_TRY();
	return geschreven;
}

/* Writes one log row, as the owner of the table. */
static void
schrijf_rij(Relation rel, Datum *waarden, const char *leeg)
{
	LogPlan    *entry = zoek_plan(rel);
	SPIPlanPtr	plan;
	Oid			gebruiker;
	int			context;

	GetUserIdAndSecContext(&gebruiker, &context);
	SetUserIdAndSecContext(rel->rd_rel->relowner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	SPI_connect();
	plan = plan_voor(rel, entry);
	if (!voer_plan_uit(entry, plan, waarden, leeg))
	{
		/* A plan that a rule made do nothing depends on nothing, so the rule's end would go unnoticed. */
		if (entry->bezig == 0)
			vergeet_plan(entry);
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("mutatielog of table \"%s\" could not be written", RelationGetRelationName(rel)),
				 errdetail("A trigger or rule on it kept the row out.")));
	}
	SPI_finish();
	SetUserIdAndSecContext(gebruiker, context);
}

/* Is a version of a row to be treated as vertrouwelijk (KI-31, KI-63)? */
static bool
is_vertrouwelijk(const Rij *rij)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];

	if (rij->rt->tabel == TABEL_PARTIJ)
		return is_waar(rij, P_INDICATIE_GEHEIMHOUDING);
	for (int i = 0; i < tabel->aantal_kolommen; i++)
		if (tabel->kolommen[i].soort == KOLOM_JA_OF_LEEG && strcmp(tabel->kolommen[i].naam, "vertrouwelijk") == 0)
			return is_ja(rij, i);
	return false;
}

/* A parameter of the plan; an empty text is null. */
static void
zet_tekst(Datum *waarde, char *leeg, const char *tekst)
{
	*leeg = tekst == NULL || tekst[0] == '\0' ? 'n' : ' ';
	*waarde = *leeg == 'n' ? (Datum) 0 : CStringGetTextDatum(tekst);
}

/* The parameters of both versions of a row, either of which may be NULL. */
static void
zet_rijen(Datum *waarden, char *leeg, JsonVorm *vorm, const Rij *oud, const Rij *nieuw)
{
	JsonbPair  *oude_paren = palloc(vorm->aantal * sizeof(JsonbPair));

	leeg[0] = oud == NULL ? 'n' : ' ';
	leeg[1] = nieuw == NULL ? 'n' : ' ';
	waarden[0] = oud == NULL ? (Datum) 0 : rij_als_json(vorm, oud, oude_paren, NULL, NULL);
	waarden[1] = nieuw == NULL ? (Datum) 0 :
		rij_als_json(vorm, nieuw, palloc(vorm->aantal * sizeof(JsonbPair)), oud, oude_paren);
}

/* Logs what became of a row: oud is NULL for one that a correction added, nieuw for one that was removed. */
static void
schrijf(const char *operatie, const Rij *oud, const Rij *nieuw, const char *reden)
{
	const Rij  *rij = oud != NULL ? oud : nieuw;
	Datum		waarden[LOG_PARAMETERS];
	char		leeg[LOG_PARAMETERS + 1];

	memset(leeg, ' ', LOG_PARAMETERS);
	leeg[LOG_PARAMETERS] = '\0';
	waarden[0] = CStringGetTextDatum(tabellen[rij->rt->tabel].naam);
	waarden[1] = CStringGetTextDatum(tekst_van_kolom(rij, SLEUTEL));
	waarden[2] = CStringGetTextDatum(operatie);
	zet_rijen(&waarden[3], &leeg[3], zoek_vorm(rij->rel, rij->rt), oud, nieuw);
	waarden[5] = waarde(rij, GEREGISTREERD_OP);
	waarden[6] = oud == NULL ? waarden[5] : TimestampTzGetDatum(GetCurrentTimestamp());
	waarden[7] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	zet_tekst(&waarden[8], &leeg[8], GetConfigOption(TOEPASSINGSGEBRUIKER, true, false));
	zet_tekst(&waarden[9], &leeg[9], reden);
	waarden[10] = BoolGetDatum((oud != NULL && is_vertrouwelijk(oud)) || (nieuw != NULL && is_vertrouwelijk(nieuw)));
	schrijf_rij(rij->rel, waarden, leeg);
}

/* Leaves of a version of a row whose it was and when it was registered. */
static void
wis_gegevens(Rij *rij)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];
	Bitmapset  *blijft = NULL;

	for (int i = 0; i < tabel->aantal_kolommen; i++)
		if (i < EERSTE_EIGEN_KOLOM || tabel->kolommen[i].soort == KOLOM_UUID || tabel->kolommen[i].kopie)
			blijft = bms_add_member(blijft, rij->rt->attnum[i]);
	for (int i = 0; i < rij->desc->natts; i++)
		if (!bms_is_member(i + 1, blijft))
			zet_plaats(rij, i, (Datum) 0, true);
}

/*
 * ki_schrijf_mutatielog() -> trigger
 *
 * AFTER UPDATE OR DELETE FOR EACH ROW, on any table of a register but the mutatielog itself. Destruction is not remembered. What is
 * kept of a partij follows its geheimhouding from here, after the version that is superseded was remembered.
 */
Datum
ki_schrijf_mutatielog(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);
	bool		wist;
	const char *reden;
	Rij			oud;
	Rij			nieuw;

	if (rt->tabel == TABEL_MUTATIELOG)
		verkeerde_tabel(rel, "schrijf_mutatielog");
	/* Said before by the trigger of the rules, unless that is disabled. */
	onthoud_niets_meer();
	rij_begin(&oud, rel, rt, trigdata->tg_trigslot);
	if (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event))
	{
		rij_begin(&nieuw, rel, rt, trigdata->tg_newslot);
		reden = opening_reden(trigdata->tg_event, &oud, &nieuw, &wist);
		schrijf("UPDATE", wist ? &nieuw : &oud, &nieuw, reden);
		if (rt->tabel == TABEL_PARTIJ && !zelfde(&nieuw, &oud, P_INDICATIE_GEHEIMHOUDING))
			volg_geheimhouding(&nieuw);
	}
	else if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event) && !wordt_vernietigd(trigdata->tg_event, rel, waarde(&oud, SLEUTEL)))
	{
		reden = opening_reden(trigdata->tg_event, &oud, NULL, &wist);
		if (wist)
			wis_gegevens(&oud);
		schrijf("DELETE", &oud, NULL, reden);
	}
	return PointerGetDatum(NULL);
}

/* Logs why a correction added the row with this key. */
void
log_toevoeging(Relation rel, RegisterTabel *rt, Datum id, const char *reden)
{
	AndereRij	toegevoegd;
	Rij			rij;

	if (rij_lezen_zonder_slot(&toegevoegd, RelationGetRelid(rel), id, SnapshotSelf))
	{
		rij_begin(&rij, rel, rt, toegevoegd.slot);
		schrijf("INSERT", NULL, &rij, reden);
	}
	rij_sluiten(&toegevoegd);
}

/*
 * Was such an event of this transaction on this row a correction, for which the log has the reason? If there were more of the kind,
 * all must have been; a row that was removed and comes back is not the one that was added.
 */
bool
is_gecorrigeerd(Relation rel, Datum id, TriggerEvent event)
{
	const char *operatie = TRIGGER_FIRED_BY_INSERT(event) ? "INSERT" : TRIGGER_FIRED_BY_UPDATE(event) ? "UPDATE" : "DELETE";
	Relation	log = table_open(register_mutatielog(rel), AccessShareLock);
	AndereRij	rij = {.rel = log, .rt = register_tabel(log)};
	const char *tabel = tabellen[register_tabel(rel)->tabel].naam;
	Zoektocht	z;
	bool		gecorrigeerd = false;
	bool		ook_anders = false;

	/* As they were written: what became vertrouwelijk, or was erased, since tells no less. */
	zoek_begin(&z, log, rij.rt, ML_RIJ_ID, CStringGetTextDatum(tekst_van(UUIDOID, id)), SnapshotAny);
	rij.slot = z.slot;
	while (zoek_volgende(&z))
	{
		bool		geen_reden;

		if (!rij_is_tekst(&rij, ML_TABEL, tabel) || !is_nieuwe_versie(&rij))
			continue;
		rij_waarde(&rij, ML_REDEN, &geen_reden);
		if (rij_is_tekst(&rij, ML_OPERATIE, operatie))
		{
			gecorrigeerd = true;
			ook_anders |= geen_reden;
		}
		else
			ook_anders |= TRIGGER_FIRED_BY_INSERT(event) && rij_is_tekst(&rij, ML_OPERATIE, "DELETE");
	}
	zoek_eind(&z);
	table_close(log, NoLock);
	return gecorrigeerd && !ook_anders;
}
