/*
 * beheer.c
 *		What the functions that manage a whole register have in common: werk_register_bij(), ontkoppel_register() and
 *		verwijder_register() (sql/80 to 82).
 */
#include "klantinteracties.h"

#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "commands/extension.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_begin_beheer);
PG_FUNCTION_INFO_V1(ki_versie_van);
PG_FUNCTION_INFO_V1(ki_zet_versie);

/* Raises 42501 unless the caller owns the klantcontact of the register of this name: for a trigger alone the privilege TRIGGER would do. */
static void
eis_eigenaar(Oid klantcontact, const char *naam)
{
	if (!ki_bezit_relatie(klantcontact, GetUserId()))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be owner of register \"%s\"", naam)));
}

/* The tables of the register, klantcontact first. */
static List *
tabellen_van(Oid schema)
{
	List	   *relids = NIL;

	if (SPI_execute(psprintf("SELECT c.oid"
							 "  FROM pg_catalog.pg_class c"
							 "  JOIN pg_catalog.pg_trigger t ON t.tgrelid OPERATOR(pg_catalog.=) c.oid"
							 "  JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid"
							 " WHERE c.relnamespace OPERATOR(pg_catalog.=) %u AND c.relkind OPERATOR(pg_catalog.=) 'r'"
							 "   AND p.pronamespace OPERATOR(pg_catalog.=) 'klantinteracties'::pg_catalog.regnamespace"
							 " GROUP BY c.oid"
							 " ORDER BY pg_catalog.bool_or(p.proname OPERATOR(pg_catalog.=) '%s') DESC, c.oid",
							 schema, tabellen[TABEL_KLANTCONTACT].regels), true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the tables of register \"%s\"", get_namespace_name(schema));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool		leeg;

		relids = lappend_oid(relids, DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1, &leeg)));
	}
	return relids;
}

/*
 * Locks all of the register, without ever waiting for a table while holding another: whoever registers something comes to the tables in
 * an order of his own, and would wait in turn for the one that is held (tried: a transaction that reads a klantcontact, and then
 * adds one). What is held is let go again, and the wait begins anew.
 */
static void
vergrendel(List *relids)
{
	Oid			bezet;

	do
	{
		ListCell   *lc;
		List	   *gehad = NIL;

		bezet = InvalidOid;
		foreach(lc, relids)
		{
			if (gehad == NIL)
				LockRelationOid(lfirst_oid(lc), AccessExclusiveLock);
			else if (!ConditionalLockRelationOid(lfirst_oid(lc), AccessExclusiveLock))
			{
				bezet = lfirst_oid(lc);
				break;
			}
			gehad = lappend_oid(gehad, lfirst_oid(lc));
		}
		if (OidIsValid(bezet))
		{
			foreach(lc, gehad)
				UnlockRelationOid(lfirst_oid(lc), AccessExclusiveLock);
			LockRelationOid(bezet, AccessExclusiveLock);
			UnlockRelationOid(bezet, AccessExclusiveLock);
		}
		list_free(gehad);
	} while (OidIsValid(bezet));
}

/*
 * begin_beheer(naam text, functie text) -> void
 *
 * Begins what a function does to a whole register: finds out whether the caller may, fires what is pending in this transaction, and
 * locks the register until the transaction ends. Raises 22004 for a null, 55000 in the script of an extension, 25006 in a read-only
 * transaction, 3F000 for what is no register, or not any more once it is locked, 42501 for whoever does not own all its tables,
 * and the violation of whatever was pending.
 */
Datum
ki_begin_beheer(PG_FUNCTION_ARGS)
{
	const char *naam;
	Oid			schema;
	Oid			klantcontact;
	List	   *relids;
	ListCell   *lc;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("name of the register cannot be null")));
	argument_verplicht(fcinfo, 1, "functie");
	naam = text_to_cstring(PG_GETARG_TEXT_PP(0));
	/* A new table would become that extension's. */
	if (creating_extension)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("%s() cannot be called in the script of an extension", text_to_cstring(PG_GETARG_TEXT_PP(1)))));
	PreventCommandIfReadOnly(psprintf("%s()", text_to_cstring(PG_GETARG_TEXT_PP(1))));

	/* Who may not gets no lock; and register_schema(), which says what is no register, would leave one on klantcontact. */
	schema = get_namespace_oid(naam, true);
	klantcontact = OidIsValid(schema) ? get_relname_relid(tabellen[TABEL_KLANTCONTACT].naam, schema) : InvalidOid;
	if (!OidIsValid(klantcontact))
		schema = register_schema(naam);
	else
		eis_eigenaar(klantcontact, naam);

	SPI_connect();
	controleer_wat_wacht(naam);
	relids = tabellen_van(schema);
	foreach(lc, relids)
		if (!ki_bezit_relatie(lfirst_oid(lc), GetUserId()))
			aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, get_rel_name(lfirst_oid(lc)));
	vergrendel(relids);
	SPI_finish();
	if (register_schema(naam) != schema)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_IN_USE),
				 errmsg("register \"%s\" was replaced by another session", naam)));
	PG_RETURN_VOID();
}

/*
 * versie_van(naam text) -> text
 *
 * The version of a register, as it is now, also for a transaction whose snapshot is older.
 */
Datum
ki_versie_van(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(register_versie(register_schema(text_to_cstring(PG_GETARG_TEXT_PP(0))))));
}

/*
 * zet_versie(naam text, versie text) -> void
 *
 * Writes the version of a register where versie_van() reads it. Raises 3F000 for what is no register, 42501 for whoever does not own it.
 */
Datum
ki_zet_versie(PG_FUNCTION_ARGS)
{
	const char *naam = text_to_cstring(PG_GETARG_TEXT_PP(0));
	Oid			klantcontact = register_tabel_in(register_schema(naam), TABEL_KLANTCONTACT);

	eis_eigenaar(klantcontact, naam);
	SPI_connect();
	zet_argument(klantcontact, "versie", text_to_cstring(PG_GETARG_TEXT_PP(1)));
	SPI_finish();
	PG_RETURN_VOID();
}
