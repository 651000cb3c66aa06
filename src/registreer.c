/*
 * registreer.c
 *		A klantcontact with all its parts in one call: registreer_klantcontact() and the like (KI-28, design section 3).
 *
 * The JSON is read whole (json_lezen.c), then each row is inserted by a plain INSERT as the user who calls: privileges, row security,
 * triggers and rules are those of any INSERT, the deferred checks are made at commit, and an error leaves nothing, as it ends the
 * statement. An INSERT names the columns that the JSON gave and no others, so that the defaults of the table hold and so do privileges
 * on columns. Nothing is read back, so that who may only INSERT can register.
 */
#include "registreer.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_registreer_klantcontact);
PG_FUNCTION_INFO_V1(ki_registreer_partij);

/* Saved plans: one per table and set of columns, as a session mostly registers contacts of one shape. */

#define MAX_INVOEGPLANNEN 256

typedef struct InvoegSleutel
{
	Oid			relid;
	int			aantal;
	const char *kolommen[MAX_INVOER_KOLOMMEN];	/* by address */
} InvoegSleutel;

typedef struct InvoegPlan
{
	InvoegSleutel sleutel;		/* hash key */
	NameData	schema;			/* its name and that of the table when the plan was made */
	NameData	tabel;
	SPIPlanPtr	plan;			/* NULL until it is made */
} InvoegPlan;

static HTAB *invoegplannen = NULL;

static SPIPlanPtr
maak_plan(const InvoerRij *rij, const char *schema, const char *tabel)
{
	StringInfoData kolommen;
	StringInfoData waarden;
	Oid			types[MAX_INVOER_KOLOMMEN];
	SPIPlanPtr	plan;

	initStringInfo(&kolommen);
	initStringInfo(&waarden);
	for (int i = 0; i < rij->aantal; i++)
	{
		appendStringInfo(&kolommen, "%s%s", i > 0 ? ", " : "", quote_identifier(rij->kolommen[i].naam));
		appendStringInfo(&waarden, "%s$%d", i > 0 ? ", " : "", i + 1);
		types[i] = rij->kolommen[i].type;
	}
	plan = SPI_prepare(psprintf("INSERT INTO %s (%s) VALUES (%s)", quote_qualified_identifier(schema, tabel), kolommen.data, waarden.data),
					   rij->aantal, types);
	if (plan == NULL)
		elog(ERROR, "could not prepare an INSERT into table \"%s\": %s", tabel, SPI_result_code_string(SPI_result));
	return plan;
}

/*
 * The plan that inserts a row like this. Plans that are saved are never freed, because a trigger may call us again while one runs; so
 * a session that sends hundreds of different shapes has plans made anew for the rest of them. A plan made before its table or schema
 * was renamed is made again.
 */
static SPIPlanPtr
plan_voor_rij(const InvoerRij *rij, Oid relid)
{
	char	   *schema = get_namespace_name(get_rel_namespace(relid));
	char	   *tabel = get_rel_name(relid);
	InvoegSleutel sleutel;
	InvoegPlan *bewaard;
	SPIPlanPtr	plan;
	bool		gevonden;

	if (schema == NULL || tabel == NULL)
		elog(ERROR, "cache lookup failed for relation %u", relid);
	memset(&sleutel, 0, sizeof(sleutel));
	sleutel.relid = relid;
	sleutel.aantal = rij->aantal;
	for (int i = 0; i < rij->aantal; i++)
		sleutel.kolommen[i] = rij->kolommen[i].naam;
	if (invoegplannen == NULL)
	{
		HASHCTL		ctl = {0};

		ctl.keysize = sizeof(InvoegSleutel);
		ctl.entrysize = sizeof(InvoegPlan);
		invoegplannen = hash_create("klantinteracties inserts", 32, &ctl, HASH_ELEM | HASH_BLOBS);
	}
	bewaard = hash_search(invoegplannen, &sleutel, HASH_FIND, NULL);
	if (bewaard != NULL && bewaard->plan != NULL && strcmp(NameStr(bewaard->schema), schema) == 0 &&
		strcmp(NameStr(bewaard->tabel), tabel) == 0)
		return bewaard->plan;

	plan = maak_plan(rij, schema, tabel);
	if (bewaard == NULL && hash_get_num_entries(invoegplannen) >= MAX_INVOEGPLANNEN)
		return plan;
	SPI_keepplan(plan);
	bewaard = hash_search(invoegplannen, &sleutel, HASH_ENTER, &gevonden);
	namestrcpy(&bewaard->schema, schema);
	namestrcpy(&bewaard->tabel, tabel);
	bewaard->plan = plan;
	return plan;
}

/* Inserts one row. The caller is connected to SPI. */
static void
voeg_in(JsonLezer *l, const InvoerRij *rij)
{
	Oid			relid = register_tabel_in(l->schema, rij->tabel);
	Datum		waarden[MAX_INVOER_KOLOMMEN];
	int			resultaat;

	l->pad = rij->pad;
	for (int i = 0; i < rij->aantal; i++)
		waarden[i] = rij->kolommen[i].waarde;
	resultaat = SPI_execute_plan(plan_voor_rij(rij, relid), waarden, NULL, false, 0);
	if (resultaat != SPI_OK_INSERT)
		elog(ERROR, "could not insert into a register: %s", SPI_result_code_string(resultaat));
	if (SPI_processed != 1)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("%s at %s was not inserted", tabellen[rij->tabel].naam, json_pad(rij->pad)),
				 errdetail("A trigger or a rule of the table kept it out.")));
}

/* Says where in the JSON it was that an error occurred. */
static void
meld_pad(void *argument)
{
	JsonLezer  *l = argument;

	errcontext("JSON path %s", json_pad(l->pad));
}

/* The moment of registration is the register's own (KI-30). */
static void
meld_vervangen(const JsonLezer *l)
{
	if (l->vervangen != NULL)
		ereport(NOTICE,
				(errmsg("value at %s is replaced by the moment of registration", json_pad(l->vervangen))));
}

/* Registers what the JSON says; returns the id. */
static Datum
registreer(Oid schema, Jsonb *gegevens, const JsonVorm *vorm)
{
	JsonLezer	lezer = {.schema = schema};
	ErrorContextCallback context = {.previous = error_context_stack, .callback = meld_pad, .arg = &lezer};
	ListCell   *lc;

	error_context_stack = &context;
	/* References see what this transaction did before, in this statement too. */
	CommandCounterIncrement();
	PushActiveSnapshot(GetTransactionSnapshot());
	json_lezen(&lezer, gegevens, vorm);
	PopActiveSnapshot();
	SPI_connect();
	foreach(lc, lezer.rijen)
		voeg_in(&lezer, lfirst(lc));
	SPI_finish();
	error_context_stack = context.previous;
	meld_vervangen(&lezer);
	return geef_kolom(linitial(lezer.rijen), "id")->waarde;
}

/*
 * registreer_klantcontact(gegevens jsonb, register name) -> uuid
 */
Datum
ki_registreer_klantcontact(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "gegevens");
	PG_RETURN_DATUM(registreer(gevraagd_register(fcinfo), PG_GETARG_JSONB_P(0), &json_klantcontact));
}

/*
 * registreer_partij(gegevens jsonb, register name) -> uuid
 */
Datum
ki_registreer_partij(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "gegevens");
	PG_RETURN_DATUM(registreer(gevraagd_register(fcinfo), PG_GETARG_JSONB_P(0), &json_partij));
}
