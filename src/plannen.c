/*
 * plannen.c
 *		Asks a register a question, as the user who calls: one saved plan per register and question.
 *
 * A SELECT in a function of language SQL cannot take the register as a parameter, and one made up for each call would be parsed and
 * planned for each call. Here it is parsed once a session and planned when the catalog changes. SPI keeps the plan; the executor runs
 * it without SPI, whose own bookkeeping costs as much as a small question. Privileges and row security of the caller hold; it reads
 * with the caller's snapshot, takes no lock but what every SELECT takes and makes no temporary table, so it runs on a hot standby.
 */
#include "plannen.h"

#include "commands/dbcommands.h"
#include "catalog/pg_namespace.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "executor/tstoreReceiver.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"

#include "compat.h"
#include "klantinteracties.h"

#define PLAATS_VAN_REGISTER "ki."

typedef struct PlanSleutel
{
	Oid			schema;
	const Vraag *vraag;
} PlanSleutel;

typedef struct BewaardPlan
{
	PlanSleutel sleutel;		/* hash key */
	NameData	schema;			/* its name when the plan was made */
	SPIPlanPtr	plan;			/* NULL until it is made */
	CachedPlanSource *bron;		/* of the plan: its one statement */
	int			generatie;		/* of the plan that was made over indexes */
	int			bezig;			/* how often it is being made */
} BewaardPlan;

static HTAB *plannen = NULL;

static BewaardPlan *
zoek_plan(const Vraag *vraag, Oid schema)
{
	PlanSleutel sleutel;
	BewaardPlan *bewaard;
	bool		gevonden;

	if (plannen == NULL)
	{
		HASHCTL		ctl = {0};

		ctl.keysize = sizeof(PlanSleutel);
		ctl.entrysize = sizeof(BewaardPlan);
		plannen = hash_create("klantinteracties plans", 32, &ctl, HASH_ELEM | HASH_BLOBS);
	}
	memset(&sleutel, 0, sizeof(sleutel));	/* the padding is part of the key */
	sleutel.schema = schema;
	sleutel.vraag = vraag;
	bewaard = hash_search(plannen, &sleutel, HASH_ENTER, &gevonden);
	if (!gevonden)
	{
		bewaard->plan = NULL;
		bewaard->bezig = 0;
	}
	return bewaard;
}

/* A question as it is put to the register of this name. */
char *
tekst_voor(const char *sql, const char *schema)
{
	StringInfoData s;
	const char *rest = sql;
	const char *plaats;

	initStringInfo(&s);
	while ((plaats = strstr(rest, PLAATS_VAN_REGISTER)) != NULL)
	{
		appendBinaryStringInfo(&s, rest, plaats - rest);
		appendStringInfo(&s, "%s.", quote_identifier(schema));
		rest = plaats + strlen(PLAATS_VAN_REGISTER);
	}
	appendStringInfoString(&s, rest);
	return s.data;
}

/*
 * The saved plan of a question to a register. The server plans anew when a table changes, from the same text; so the text must be made
 * again when the schema has another name, which invalidates nothing. What is running has its own hold on the plan that it runs; but to
 * make a plan can lead back here, by a policy's function that calls itself IMMUTABLE and renames the schema. Then the old one is left
 * alone.
 */
static BewaardPlan *
plan_voor(const Vraag *vraag, Oid schema)
{
	BewaardPlan *bewaard = zoek_plan(vraag, schema);
	char	   *naam = get_namespace_name(schema);
	SPIPlanPtr	plan = bewaard->plan;

	if (naam == NULL)
		elog(ERROR, "cache lookup failed for namespace %u", schema);
	if (plan != NULL && strcmp(NameStr(bewaard->schema), naam) == 0)
		return bewaard;
	if (plan != NULL)
	{
		bewaard->plan = NULL;
		if (bewaard->bezig == 0)
			SPI_freeplan(plan);
	}
	SPI_connect();
	plan = SPI_prepare_cursor(tekst_voor(vraag->sql, naam), vraag->aantal, (Oid *) vraag->type, CURSOR_OPT_GENERIC_PLAN);
	if (plan == NULL)
		elog(ERROR, "could not prepare a question to register \"%s\": %s", naam, SPI_result_code_string(SPI_result));
	if (SPI_keepplan(plan) != 0 || list_length(SPI_plan_get_plan_sources(plan)) != 1)
		elog(ERROR, "could not save the plan of a question to register \"%s\"", naam);
	SPI_finish();
	namestrcpy(&bewaard->schema, naam);
	bewaard->bron = linitial(SPI_plan_get_plan_sources(plan));
	bewaard->plan = plan;
	return bewaard;
}

/* As far as can be seen beforehand: will the server use the plan that there is? */
static bool
heeft_plan(const CachedPlanSource *bron)
{
	return bron->is_valid && bron->gplan != NULL && bron->gplan->is_valid &&
		!(bron->dependsOnRLS && bron->rewriteRoleId != GetUserId());
}

/* The plan of a question as the server has or makes it now. Not inlined: it catches errors. */
static pg_noinline CachedPlan *
plan_van_server(BewaardPlan *bewaard)
{
	CachedPlan *volatile plan = NULL;

	bewaard->bezig++;
	PG_TRY();
	{
		plan = GetCachedPlan(bewaard->bron, NULL, CurrentResourceOwner, NULL);
	}
	PG_FINALLY();
	{
		bewaard->bezig--;
	}
	PG_END_TRY();
	return plan;
}

/*
 * A plan that reads ranges of indexes. Each question has an index for its way through the tables, and a plan that
 * reads whole tables instead would look cheaper only because it was made while they were small, or before they were analyzed; it
 * would be kept when they have grown. The settings hold while this plan is made and not when it runs, so that they do not reach what
 * a policy asks. jit is among them because the cost of what cannot be avoided, disabled on 17 and earlier, would start it.
 */
static CachedPlan *
maak_plan_over_indexen(BewaardPlan *bewaard)
{
	static const char *const uit[] = {"enable_seqscan", "enable_bitmapscan", "enable_hashjoin", "enable_mergejoin", "jit"};
	int			niveau = NewGUCNestLevel();
	CachedPlan *plan;

	for (int i = 0; i < lengthof(uit); i++)
		(void) set_config_option(uit[i], "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	plan = plan_van_server(bewaard);
	AtEOXact_GUC(true, niveau);
	return plan;
}

/*
 * The plan to run, which the caller releases. Mostly it is there, and asking for it is all; only its number tells whether the server
 * found a reason of its own to make another, without the settings above. Then the question begins anew.
 */
static CachedPlan *
plan_over_indexen(const Vraag *vraag, Oid schema)
{
	BewaardPlan *bewaard = plan_voor(vraag, schema);
	CachedPlan *plan;

	if (heeft_plan(bewaard->bron))
	{
		plan = plan_van_server(bewaard);
		if (plan->generation == bewaard->generatie)
			return plan;
		ReleaseCachedPlan(plan, CurrentResourceOwner);
		namestrcpy(&bewaard->schema, "");
		bewaard = plan_voor(vraag, schema);
	}
	plan = maak_plan_over_indexen(bewaard);
	bewaard->generatie = plan->generation;
	return plan;
}

static ParamListInfo
parameters(const Vraag *vraag, const NullableDatum *argument)
{
	ParamListInfo params = makeParamList(vraag->aantal);

	for (int i = 0; i < vraag->aantal; i++)
	{
		params->params[i].value = argument[i].value;
		params->params[i].isnull = argument[i].isnull;
		params->params[i].pflags = PARAM_FLAG_CONST;
		params->params[i].ptype = vraag->type[i];
	}
	return params;
}

/* Asks the question; the rows go to dest. */
static void
vraag_aan(const Vraag *vraag, Oid schema, const NullableDatum *argument, DestReceiver *dest)
{
	CachedPlan *plan = plan_over_indexen(vraag, schema);
	QueryDesc  *uitvoering = CreateQueryDesc(linitial_node(PlannedStmt, plan->stmt_list), vraag->sql, GetActiveSnapshot(),
											 InvalidSnapshot, dest, parameters(vraag, argument), NULL, 0);

	ExecutorStart(uitvoering, 0);
	ki_executor_run(uitvoering);
	ExecutorFinish(uitvoering);
	ExecutorEnd(uitvoering);
	FreeQueryDesc(uitvoering);
	ReleaseCachedPlan(plan, CurrentResourceOwner);
}

/*
 * The register that the last argument of the function names, or the first of the search_path. The caller must have USAGE of it; with
 * a saved plan nothing else would look.
 */
Oid
gevraagd_register(FunctionCallInfo fcinfo)
{
	int			laatste = PG_NARGS() - 1;
	Oid			schema = register_schema(PG_ARGISNULL(laatste) ? NULL : NameStr(*PG_GETARG_NAME(laatste)));
	AclResult	mag = ki_namespace_aclcheck(schema, GetUserId(), ACL_USAGE);

	if (mag != ACLCHECK_OK)
		aclcheck_error(mag, OBJECT_SCHEMA, get_namespace_name(schema));
	return schema;
}

/* Asks a question whose rows are those of a set-returning function, which returns what this returns. */
Datum
vraag_rijen(FunctionCallInfo fcinfo, const Vraag *vraag, Oid schema, const NullableDatum *argument)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	DestReceiver *dest;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	dest = CreateDestReceiver(DestTuplestore);
	SetTuplestoreDestReceiverParams(dest, rsinfo->setResult, rsinfo->econtext->ecxt_per_query_memory, false, rsinfo->setDesc,
									gettext_noop("columns of the register do not have the types that the function returns"));
	vraag_aan(vraag, schema, argument, dest);
	dest->rDestroy(dest);
	return (Datum) 0;
}

/*
 * A set-returning function that asks one question, with its own arguments for those of the question. The first is named if it may not
 * be null, and verplicht is NULL if it may.
 */
Datum
vraag_functie(FunctionCallInfo fcinfo, const Vraag *vraag, const char *verplicht)
{
	if (verplicht != NULL)
		argument_verplicht(fcinfo, 0, verplicht);
	return vraag_rijen(fcinfo, vraag, gevraagd_register(fcinfo), fcinfo->args);
}

/* Where the answer to a question of one column goes. */
typedef struct Antwoord
{
	DestReceiver dest;
	NullableDatum *waarde;
	MemoryContext geheugen;
	bool		gevonden;
} Antwoord;

/* Takes the first row, and asks for no more. */
static bool
neem_antwoord(TupleTableSlot *slot, DestReceiver *dest)
{
	Antwoord   *antwoord = (Antwoord *) dest;
	Form_pg_attribute att = TupleDescAttr(slot->tts_tupleDescriptor, 0);
	MemoryContext vorige = MemoryContextSwitchTo(antwoord->geheugen);

	antwoord->waarde->value = slot_getattr(slot, 1, &antwoord->waarde->isnull);
	if (!antwoord->waarde->isnull)
		antwoord->waarde->value = datumCopy(antwoord->waarde->value, att->attbyval, att->attlen);
	antwoord->gevonden = true;
	MemoryContextSwitchTo(vorige);
	return false;
}

static void
antwoord_begin(DestReceiver *dest, int opdracht, TupleDesc kolommen)
{
}

static void
antwoord_eind(DestReceiver *dest)
{
}

/* Asks a question with one column for an answer, in the caller's memory. False if there is no row. */
bool
vraag_waarde(const Vraag *vraag, Oid schema, const NullableDatum *argument, NullableDatum *waarde)
{
	Antwoord	antwoord = {
		{neem_antwoord, antwoord_begin, antwoord_eind, antwoord_eind, DestNone}, waarde, CurrentMemoryContext, false
	};

	vraag_aan(vraag, schema, argument, &antwoord.dest);
	return antwoord.gevonden;
}

/*
 * How many rows the planner expects for these values, without asking. It is planned for them each time, as EXPLAIN would; starting the
 * executor, as EXPLAIN does, checks the caller's privileges.
 */
double
vraag_schatting(const Vraag *vraag, Oid schema, const NullableDatum *argument)
{
	ParamListInfo params;
	SPIPlanPtr	plan;
	CachedPlan *gemaakt;
	PlannedStmt *opdracht;
	QueryDesc  *uitvoering;
	double		rijen;

	SPI_connect();
	params = parameters(vraag, argument);
	plan = SPI_prepare_cursor(tekst_voor(vraag->sql, get_namespace_name(schema)), vraag->aantal, (Oid *) vraag->type,
							  CURSOR_OPT_CUSTOM_PLAN);
	if (plan == NULL)
		elog(ERROR, "could not prepare a question to a register: %s", SPI_result_code_string(SPI_result));
	gemaakt = GetCachedPlan(linitial(SPI_plan_get_plan_sources(plan)), params, NULL, NULL);
	opdracht = linitial_node(PlannedStmt, gemaakt->stmt_list);
	rijen = opdracht->planTree->plan_rows;
	uitvoering = CreateQueryDesc(opdracht, "", GetActiveSnapshot(), InvalidSnapshot, None_Receiver, params, NULL, 0);
	ExecutorStart(uitvoering, EXEC_FLAG_EXPLAIN_ONLY);
	ExecutorEnd(uitvoering);
	FreeQueryDesc(uitvoering);
	ReleaseCachedPlan(gemaakt, NULL);
	SPI_finish();
	return rijen;
}

/* Raises 22004 if this argument of the function is null. */
void
argument_verplicht(FunctionCallInfo fcinfo, int argument, const char *naam)
{
	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("argument \"%s\" cannot be null", naam)));
}
