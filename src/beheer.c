/*
 * beheer.c
 *		What the functions that manage a whole register have in common: werk_register_bij(), ontkoppel_register() and
 *		verwijder_register() (sql/80 to 82).
 */
#include "klantinteracties.h"

#include "catalog/pg_class.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(ki_begin_beheer);

/*
 * Keeps everybody from writing to the register, while they can still read it. The tables are locked in the order in which those who
 * register something come to them, parents first; so whoever is half way is waited for, and not stood in the way of. All are
 * locked in a mode that lets the look-ups of foreign keys and rules through, before the caller takes any stronger lock: a
 * transaction that holds a part may still ask for its klantcontact.
 */
static void
vergrendel(Oid schema)
{
	static const Tabel eerst[] = {TABEL_ACTOR, TABEL_PARTIJ};
	StringInfoData vraag;

	initStringInfo(&vraag);
	appendStringInfoString(&vraag,
						   "SELECT c.oid"
						   "  FROM pg_catalog.pg_class c"
						   "  JOIN pg_catalog.pg_trigger t ON t.tgrelid OPERATOR(pg_catalog.=) c.oid"
						   "  JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid"
						   "   AND p.pronamespace OPERATOR(pg_catalog.=) 'klantinteracties'::pg_catalog.regnamespace"
						   "  LEFT JOIN pg_catalog.unnest(ARRAY[");
	for (int i = 0; i < lengthof(eerst); i++)
		appendStringInfo(&vraag, "'%s',", tabellen[eerst[i]].regels);
	for (int i = TABEL_GEEN + 1; i < AANTAL_TABELLEN; i++)
		appendStringInfo(&vraag, "%s'%s'", i > TABEL_GEEN + 1 ? "," : "", tabellen[i].regels);
	appendStringInfo(&vraag,
					 "]) WITH ORDINALITY v (naam, plaats) ON v.naam OPERATOR(pg_catalog.=) p.proname::pg_catalog.text"
					 " WHERE c.relnamespace OPERATOR(pg_catalog.=) %u AND c.relkind OPERATOR(pg_catalog.=) 'r'"
					 " GROUP BY c.oid ORDER BY pg_catalog.min(v.plaats), c.oid", schema);
	if (SPI_execute(vraag.data, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the tables of register \"%s\"", get_namespace_name(schema));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool		leeg;
		Oid			relid = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1, &leeg));

		if (!ki_bezit_relatie(relid, GetUserId()))
			aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, get_rel_name(relid));
		LockRelationOid(relid, ShareRowExclusiveLock);
	}
}

/*
 * begin_beheer(naam text, functie text) -> void
 *
 * Begins what a function does to a whole register: finds out whether the caller may, fires what is pending in this transaction, and
 * locks the register against writers until the transaction ends. Raises 22004 for a null, 25006 in a read-only transaction, 3F000
 * for what is no register, or not any more once it is locked, 42501 for whoever does not own all its tables, and the violation of
 * whatever was pending.
 */
Datum
ki_begin_beheer(PG_FUNCTION_ARGS)
{
	const char *naam;
	Oid			schema;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("name of the register cannot be null")));
	naam = text_to_cstring(PG_GETARG_TEXT_PP(0));
	PreventCommandIfReadOnly(psprintf("%s()", text_to_cstring(PG_GETARG_TEXT_PP(1))));
	schema = register_schema(naam);
	/* Before anything is fired or waited for. */
	if (!ki_bezit_relatie(register_tabel_in(schema, TABEL_KLANTCONTACT), GetUserId()))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be owner of register \"%s\"", naam)));

	SPI_connect();
	controleer_wat_wacht(naam);
	vergrendel(schema);
	SPI_finish();
	if (register_schema(naam) != schema)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_IN_USE),
				 errmsg("register \"%s\" was replaced by another session", naam)));
	PG_RETURN_VOID();
}
