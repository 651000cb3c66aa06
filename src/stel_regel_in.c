/*
 * stel_regel_in.c
 *		Changes a rule option: replaces the row trigger that holds it as an argument (design decision D4).
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_class.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"

PG_FUNCTION_INFO_V1(ki_stel_regel_in);

/* Runs one utility command as the caller. */
static void
voer_uit(const char *opdracht)
{
	if (SPI_execute(opdracht, false, 0) < 0)
		elog(ERROR, "could not execute \"%s\"", opdracht);
}

/*
 * Fires what is pending in the register under the option as it is, and puts its constraints back to how they begin a transaction: a
 * trigger with pending events cannot be replaced, and they belong to the rules that held when the rows were written. The caller is
 * connected to SPI.
 */
void
controleer_wat_wacht(const char *schema)
{
	StringInfoData namen;
	char	   *lijst;

	initStringInfo(&namen);
	appendStringInfo(&namen,
					 "SELECT pg_catalog.string_agg(DISTINCT pg_catalog.format('%%I.%%I', n.nspname, c.conname), ', ')"
					 "  FROM pg_catalog.pg_constraint c"
					 "  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.connamespace"
					 " WHERE c.condeferred AND n.nspname OPERATOR(pg_catalog.=) %s",
					 quote_literal_cstr(schema));
	if (SPI_execute(namen.data, true, 1) != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "could not read the constraints of register \"%s\"", schema);
	lijst = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	if (lijst == NULL)
		return;
	voer_uit(psprintf("SET CONSTRAINTS %s IMMEDIATE", lijst));
	voer_uit(psprintf("SET CONSTRAINTS %s DEFERRED", lijst));
}

/* The arguments of a trigger as SQL, with naam=waarde in place of what stands there of that name, or at the end. */
static char *
argumenten(const Trigger *trigger, const char *naam, const char *waarde)
{
	StringInfoData s;
	char	   *nieuw = psprintf("%s=%s", naam, waarde);
	bool		gezet = false;

	initStringInfo(&s);
	for (int i = 0; i < trigger->tgnargs; i++)
	{
		bool		deze = is_optie(trigger->tgargs[i], naam);

		appendStringInfo(&s, "%s%s", i > 0 ? ", " : "", quote_literal_cstr(deze ? nieuw : trigger->tgargs[i]));
		gezet |= deze;
	}
	if (!gezet)
		appendStringInfo(&s, "%s%s", trigger->tgnargs > 0 ? ", " : "", quote_literal_cstr(nieuw));
	return s.data;
}

/* What ALTER TABLE says to make a trigger fire as it does now; NULL for one that fires as a new trigger does. */
static const char *
vuurt(const Trigger *trigger)
{
	switch (trigger->tgenabled)
	{
		case TRIGGER_FIRES_ALWAYS:
			return "ENABLE ALWAYS";
		case TRIGGER_FIRES_ON_REPLICA:
			return "ENABLE REPLICA";
		case TRIGGER_DISABLED:
			return "DISABLE";
		default:
			return NULL;
	}
}

/*
 * Makes the row trigger of a table again, with naam=waarde among its arguments, and leaves it enabled or not as it was, which CREATE OR
 * REPLACE TRIGGER does not. The table is locked first, as that command would do, so that it does not undo what another session
 * just now sets. The caller is connected to SPI.
 */
void
zet_argument(Oid relid, const char *argument, const char *waarde)
{
	Relation	rel = table_open(relid, AccessShareLock);
	const char *tabel = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(rel)), RelationGetRelationName(rel));
	RegisterTabel *rt;
	TriggerDesc *triggers;
	const char *naam;
	StringInfoData s;

	voer_uit(psprintf("LOCK TABLE ONLY %s IN SHARE ROW EXCLUSIVE MODE", tabel));
	rt = register_tabel(rel);
	triggers = CopyTriggerDesc(rel->trigdesc);
	naam = quote_identifier(NameStr(rt->trigger));
	initStringInfo(&s);
	for (int i = 0; i < triggers->numtriggers; i++)
	{
		const Trigger *trigger = &triggers->triggers[i];

		if (strcmp(trigger->tgname, NameStr(rt->trigger)) != 0)
			continue;
		appendStringInfo(&s, "CREATE OR REPLACE TRIGGER %s BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klantinteracties.%s(%s)",
						 naam, tabel, tabellen[rt->tabel].regels, argumenten(trigger, argument, waarde));
		if (vuurt(trigger) != NULL)
			appendStringInfo(&s, "; ALTER TABLE %s %s TRIGGER %s", tabel, vuurt(trigger), naam);
	}
	table_close(rel, NoLock);
	voer_uit(s.data);
}

/*
 * stel_regel_in(regel text, optie text, waarde text, register name) -> void
 *
 * Sets an option of a rule in a register. Raises 22004 for a null, 22023 (for a duration also 22007 or 22008) for a rule, option or
 * value that is not one, 3F000 for a register that does not exist, 42501 if the caller does not own it, and the violation of
 * whatever was pending.
 */
Datum
ki_stel_regel_in(PG_FUNCTION_ARGS)
{
	Oid			schema;
	Optie		optie;
	const char *waarde;
	Oid			relid;

	for (int i = 0; i < 3; i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("rule, option and value cannot be null")));
	schema = register_schema(PG_ARGISNULL(3) ? NULL : NameStr(*PG_GETARG_NAME(3)));
	optie = optie_van_regel(text_to_cstring(PG_GETARG_TEXT_PP(0)), text_to_cstring(PG_GETARG_TEXT_PP(1)));
	waarde = optie_waarde(optie, text_to_cstring(PG_GETARG_TEXT_PP(2)));
	relid = register_tabel_in(schema, optie_tabel(optie));
	/* For the trigger alone the privilege TRIGGER would do. */
	if (!ki_bezit_relatie(relid, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, get_rel_name(relid));

	SPI_connect();
	controleer_wat_wacht(get_namespace_name(schema));
	zet_argument(relid, optie_naam(optie), waarde);
	SPI_finish();
	PG_RETURN_VOID();
}
