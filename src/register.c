/*
 * register.c
 *		A table of a register and its family, found in the catalog and remembered until the catalog changes.
 *
 * A table is one of a register when its row trigger calls one of our functions <tabel>_regels(); that also says which table it is,
 * so a rename does not matter. Its parents and children are found through the foreign keys between them. Anybody with REFERENCES
 * can make a table that looks like a child, so a relative must have the same schema, the same owner and our row trigger
 * (design decision D2). Nothing here looks at search_path, but for register_schema().
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_am.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "nodes/primnodes.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/relcache.h"
#include "utils/syscache.h"

PG_FUNCTION_INFO_V1(ki_register_van);

#define SCHEMA_VAN_EXTENSIE "klantinteracties"

static HTAB *geheugen = NULL;
static bool veranderd = false;
static uint64 versies = 0;
static Oid	herkend = InvalidOid;	/* the klantcontact by which a register was last recognised */

/* The entries last asked for, since a rule asks for the same few tables all the time. */
#define AANTAL_RECENT 128
static RegisterTabel *recent[AANTAL_RECENT];

/* A relation's definition may have changed: only mark it, as this can be called in the middle of anything. */
static void
vergeet(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS status;
	RegisterTabel *rt;

	veranderd = true;
	if (!OidIsValid(relid) || relid == herkend)
		herkend = InvalidOid;
	if (OidIsValid(relid))
	{
		rt = hash_search(geheugen, &relid, HASH_FIND, NULL);
		if (rt == NULL)
			return;
		rt->geldig = false;
		vergeet_feiten();
		return;
	}
	vergeet_feiten();
	hash_seq_init(&status, geheugen);
	while ((rt = hash_seq_search(&status)) != NULL)
		rt->geldig = false;
}

static void
begin_geheugen(void)
{
	HASHCTL		ctl = {0};

	ctl.keysize = sizeof(Oid);
	ctl.entrysize = sizeof(RegisterTabel);
	ctl.hcxt = TopMemoryContext;
	geheugen = hash_create("klantinteracties tables", 32, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	CacheRegisterRelcacheCallback(vergeet, (Datum) 0);
}

/* The name of a function of the extension; "" for one of anybody else. */
static NameData
functie_van_extensie(Oid functie)
{
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(functie));
	NameData	naam = {0};

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for function %u", functie);
	if (((Form_pg_proc) GETSTRUCT(tuple))->pronamespace == get_namespace_oid(SCHEMA_VAN_EXTENSIE, true))
		naam = ((Form_pg_proc) GETSTRUCT(tuple))->proname;
	ReleaseSysCache(tuple);
	return naam;
}

/* Which table's row rules a trigger function holds; TABEL_GEEN if it is none of ours. */
static Tabel
tabel_van_functie(Oid functie)
{
	NameData	naam = functie_van_extensie(functie);

	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (strcmp(NameStr(naam), tabellen[tabel].regels) == 0)
			return tabel;
	return TABEL_GEEN;
}

/* The row trigger that makes a relation a table of a register, or NULL; in *tabel which table. */
static const Trigger *
regels_trigger(const TriggerDesc *triggers, Tabel *tabel)
{
	for (int i = 0; triggers != NULL && i < triggers->numtriggers; i++)
	{
		*tabel = tabel_van_functie(triggers->triggers[i].tgfoid);
		if (*tabel != TABEL_GEEN)
			return &triggers->triggers[i];
	}
	*tabel = TABEL_GEEN;
	return NULL;
}

/* Which table of a register a relation is; TABEL_GEEN if it is none. */
static Tabel
tabel_van_relatie(Relation rel)
{
	/* A copy, as the look-ups in between may rebuild what the relation points to. */
	TriggerDesc *triggers = CopyTriggerDesc(rel->trigdesc);
	Tabel		tabel;

	regels_trigger(triggers, &tabel);
	FreeTriggerDesc(triggers);
	return tabel;
}

/*
 * A BEFORE trigger that fires after ours could change the row behind the rules' back; remember the name of the first, counting from
 * the one given.
 */
static void
zoek_te_laat(const TriggerDesc *triggers, const Trigger *eerste, NameData *te_laat)
{
	for (const Trigger *t = eerste; t < triggers->triggers + triggers->numtriggers; t++)
		if (TRIGGER_FOR_ROW(t->tgtype) && TRIGGER_FOR_BEFORE(t->tgtype) && t->tgenabled != TRIGGER_DISABLED &&
			(TRIGGER_FOR_INSERT(t->tgtype) || TRIGGER_FOR_UPDATE(t->tgtype)) &&
			tabel_van_functie(t->tgfoid) == TABEL_GEEN && NameStr(*te_laat)[0] == '\0')
			namestrcpy(te_laat, t->tgname);
}

/* Does the type hold what the rules take a value of this column for? Anything else would be read as garbage. */
static bool
type_klopt(Oid type, KolomSoort soort)
{
	Oid			basis = getBaseType(type);

	switch (soort)
	{
		case KOLOM_UUID:
			return basis == UUIDOID;
		case KOLOM_TEKST:
			return basis == TEXTOID || basis == VARCHAROID;
		case KOLOM_MOMENT:
			return basis == TIMESTAMPTZOID;
		case KOLOM_DATUM:
			return basis == DATEOID;
		case KOLOM_BOOLEAN:
			return basis == BOOLOID;
		case KOLOM_NUMMER:
			return basis == INT8OID;
		case KOLOM_BYTES:
			return basis == BYTEAOID;
		case KOLOM_JA_OF_LEEG:
			return basis == GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("ja_of_leeg"),
											ObjectIdGetDatum(get_namespace_oid(SCHEMA_VAN_EXTENSIE, false)));
	}
	return false;
}

static bool is_register(Oid schema);

/* Is this a register that is not of this version? It may have been made before there was something that it lacks. */
static bool
is_van_andere_versie(Oid schema)
{
	return is_register(schema) && strcmp(register_versie(schema), KI_VERSION) != 0;
}

/* A hint for an error about something that a register lacks. */
static int
errhint_bijwerken(Oid schema)
{
	const char *naam = get_namespace_name(schema);

	if (!is_van_andere_versie(schema))
		return 0;
	return errhint("Register \"%s\" has version \"%s\".  To bring it up to date: SELECT klantinteracties.werk_register_bij(%s);",
				   naam, register_versie(schema), quote_literal_cstr(naam));
}

/* The place of a column that the rules read: InvalidAttrNumber for a later one where the register lags behind, else an error. */
static AttrNumber
zoek_kolom(Relation rel, const Kolom *kolom)
{
	AttrNumber	attnum = get_attnum(RelationGetRelid(rel), kolom->naam);

	if (attnum == InvalidAttrNumber && kolom->later && is_van_andere_versie(RelationGetNamespace(rel)))
		return InvalidAttrNumber;
	if (attnum == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist", kolom->naam, RelationGetRelationName(rel)),
				 errdetail("The rules of the register need this column."),
				 errhint_bijwerken(RelationGetNamespace(rel))));
	if (!type_klopt(TupleDescAttr(RelationGetDescr(rel), attnum - 1)->atttypid, kolom->soort))
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" does not have the type that the rules of the register need",
						kolom->naam, RelationGetRelationName(rel)),
				 errdetail("It has type %s.", format_type_be(TupleDescAttr(RelationGetDescr(rel), attnum - 1)->atttypid)),
				 errtablecol(rel, attnum)));
	return attnum;
}

/* The trigger that calls a function of the extension, or NULL. */
static const Trigger *
trigger_met(const TriggerDesc *triggers, const char *functie)
{
	for (int i = 0; i < triggers->numtriggers; i++)
	{
		NameData	naam = functie_van_extensie(triggers->triggers[i].tgfoid);

		if (strcmp(NameStr(naam), functie) == 0)
			return &triggers->triggers[i];
	}
	return NULL;
}

/* What register_tabel() says of a relation that it was not asked for before, or not since its definition may have changed. */
static RegisterTabel *
lees_tabel(Relation rel)
{
	Oid			relid = RelationGetRelid(rel);
	RegisterTabel vers = {0};
	TriggerDesc *triggers;
	const Trigger *trigger;
	const Trigger *volledig;
	const Trigger *sluiting;
	RegisterTabel *rt;

	veranderd = false;
	triggers = CopyTriggerDesc(rel->trigdesc);
	trigger = regels_trigger(triggers, &vers.tabel);
	if (trigger == NULL || rel->rd_rel->relkind != RELKIND_RELATION)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not a table of a register", RelationGetRelationName(rel)),
				 errdetail("Such a table is an ordinary table with a trigger that holds the rules of a register."),
				 errhint("To make a register: SELECT klantinteracties.maak_register();")));

	vers.relid = relid;
	namestrcpy(&vers.trigger, trigger->tgname);
	opties_lezen(trigger, vers.optie);
	volledig = trigger_met(triggers, "klantcontact_volledig");
	vers.volledig = volledig != NULL ? volledig->tgoid : InvalidOid;
	sluiting = trigger_met(triggers, "meld_sluiting");
	vers.meldt_sluiting = sluiting != NULL && (sluiting->tgenabled == TRIGGER_FIRES_ON_ORIGIN || sluiting->tgenabled == TRIGGER_FIRES_ALWAYS);
	zoek_te_laat(triggers, vers.tabel == TABEL_MUTATIELOG ? triggers->triggers : trigger + 1, &vers.te_laat);
	FreeTriggerDesc(triggers);
	for (int i = 0; i < tabellen[vers.tabel].aantal_kolommen; i++)
	{
		vers.attnum[i] = zoek_kolom(rel, &tabellen[vers.tabel].kolommen[i]);
		if (is_sluitbaar(tabellen[vers.tabel].kolommen[i].verwijst_naar))
		{
			Assert(vers.aantal_sluitbaar < MAX_SLUITBAAR);
			vers.sluitbaar[vers.aantal_sluitbaar++] = i;
		}
	}
	/* Remembered only now, since any of this may raise; an invalidation that arrived meanwhile must not be lost. */
	rt = hash_search(geheugen, &relid, HASH_ENTER, NULL);
	vers.geldig = !veranderd;
	vers.versie = ++versies;
	*rt = vers;
	return rt;
}

/*
 * What is known of a table of a register; raises 55000 for any other. The caller holds a lock on the relation. The answer stays
 * where it is for the life of the session, and a later call for the same relation only writes the same facts again.
 */
RegisterTabel *
register_tabel(Relation rel)
{
	Oid			relid = RelationGetRelid(rel);
	RegisterTabel **plek = &recent[relid % AANTAL_RECENT];

	if (*plek != NULL && (*plek)->relid == relid && (*plek)->geldig)
		return *plek;
	if (geheugen == NULL)
		begin_geheugen();
	*plek = hash_search(geheugen, &relid, HASH_FIND, NULL);
	if (*plek == NULL || !(*plek)->geldig)
		*plek = lees_tabel(rel);
	return *plek;
}

/*
 * The same of a table that this transaction has locked, without opening it; NULL if nothing is known of it, or not any more.
 */
RegisterTabel *
register_bekend(Oid relid)
{
	RegisterTabel *rt = recent[relid % AANTAL_RECENT];

	return rt != NULL && rt->relid == relid && rt->geldig ? rt : NULL;
}

/* Is this relation the given table of the same register as rel? */
static bool
is_familie(Oid relid, Tabel tabel, Relation rel)
{
	Relation	kandidaat;
	bool		antwoord;

	/* Not even a lock is asked of a table elsewhere that refers to the register, or its owner could keep us waiting. */
	if (get_rel_namespace(relid) != RelationGetNamespace(rel))
		return false;
	kandidaat = table_open(relid, AccessShareLock);
	antwoord = kandidaat->rd_rel->relnamespace == rel->rd_rel->relnamespace &&
		kandidaat->rd_rel->relowner == rel->rd_rel->relowner &&
		tabel_van_relatie(kandidaat) == tabel;
	table_close(kandidaat, NoLock);
	return antwoord;
}

/* One relative, or an error: none means that a key was dropped, two that the rules cannot know which one to trust. */
static Oid
precies_een(Relation rel, Tabel tabel, Oid gevonden, bool dubbel)
{
	if (!OidIsValid(gevonden))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("register of table \"%s\" has no table \"%s\"", RelationGetRelationName(rel), tabellen[tabel].naam),
				 errdetail("The rules look for a table of the same schema and owner that is tied to this one by its foreign key and carries the trigger of its rules."),
				 errhint_bijwerken(RelationGetNamespace(rel))));
	if (dubbel)
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_TABLE),
				 errmsg("register of table \"%s\" has more than one table \"%s\"", RelationGetRelationName(rel), tabellen[tabel].naam),
				 errhint("Drop the trigger of the rules from all but one of them.")));
	return gevonden;
}

/* The foreign key of rel that begins with this column and leads to the given relation, or InvalidOid. */
static Oid
zoek_fk(Relation rel, AttrNumber attnum, Oid naar)
{
	ListCell   *lc;

	foreach(lc, RelationGetFKeyList(rel))
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);

		if (fk->conkey[0] == attnum && fk->confrelid == naar)
			return fk->conoid;
	}
	return InvalidOid;
}

/* The table that a key column of rel refers to. */
Oid
register_ouder(RegisterTabel *rt, Relation rel, int kolom)
{
	if (!OidIsValid(rt->ouder[kolom]))
	{
		Tabel		tabel = tabellen[rt->tabel].kolommen[kolom].verwijst_naar;
		List	   *fks = copyObject(RelationGetFKeyList(rel));
		Oid			gevonden = InvalidOid;
		bool		dubbel = false;
		ListCell   *lc;

		foreach(lc, fks)
		{
			ForeignKeyCacheInfo *fk = lfirst(lc);

			if (fk->conkey[0] == rt->attnum[kolom] && fk->confrelid != gevonden && is_familie(fk->confrelid, tabel, rel))
			{
				dubbel = OidIsValid(gevonden);
				gevonden = fk->confrelid;
			}
		}
		list_free_deep(fks);
		rt->ouder[kolom] = precies_een(rel, tabel, gevonden, dubbel);
	}
	return rt->ouder[kolom];
}

/* Does the relation refer to rel by the key that the given table has for it? */
static bool
verwijst_naar(Oid relid, const char *kolom, Relation rel)
{
	Relation	kind = table_open(relid, AccessShareLock);
	AttrNumber	attnum = get_attnum(relid, kolom);
	bool		antwoord = OidIsValid(zoek_fk(kind, attnum, RelationGetRelid(rel)));

	table_close(kind, NoLock);
	return antwoord;
}

/* The table of which the given key column refers to rel. A child is found by the triggers that its foreign key put on rel. */
Oid
register_kind(RegisterTabel *rt, Relation rel, Tabel kind, int kolom)
{
	if (!OidIsValid(rt->kind[kind]))
	{
		const char *sleutel = tabellen[kind].kolommen[kolom].naam;
		Oid			gevonden = InvalidOid;
		bool		dubbel = false;
		TriggerDesc *triggers = CopyTriggerDesc(rel->trigdesc);

		for (int i = 0; i < triggers->numtriggers; i++)
		{
			const Trigger *t = &triggers->triggers[i];

			if (RI_FKey_trigger_type(t->tgfoid) == RI_TRIGGER_PK && t->tgconstrrelid != gevonden &&
				is_familie(t->tgconstrrelid, kind, rel) && verwijst_naar(t->tgconstrrelid, sleutel, rel))
			{
				dubbel = OidIsValid(gevonden);
				gevonden = t->tgconstrrelid;
			}
		}
		FreeTriggerDesc(triggers);
		rt->kind[kind] = precies_een(rel, kind, gevonden, dubbel);
	}
	return rt->kind[kind];
}

/* The name of the foreign key that a key column of rel begins. */
char *
register_fk_naam(RegisterTabel *rt, Relation rel, int kolom)
{
	return get_constraint_name(zoek_fk(rel, rt->attnum[kolom], register_ouder(rt, rel, kolom)));
}

/*
 * Is the index good for finding all rows with a given value of the column? One over the rows where it is not null is, too. One with
 * another collation is ordered otherwise than zoek_begin() searches.
 */
static bool
index_past(Relation index, AttrNumber attnum, Oid collatie)
{
	List	   *predicaat;
	NullTest   *test;

	if (index->rd_rel->relam != BTREE_AM_OID || !index->rd_index->indisvalid || index->rd_index->indkey.values[0] != attnum ||
		index->rd_indcollation[0] != collatie)
		return false;
	predicaat = RelationGetIndexPredicate(index);
	if (predicaat == NIL)
		return true;
	test = linitial(predicaat);
	return list_length(predicaat) == 1 && IsA(test, NullTest) && test->nulltesttype == IS_NOT_NULL &&
		IsA(test->arg, Var) && ((Var *) test->arg)->varattno == attnum;
}

/* An index that leads with the column, or InvalidOid: then the rules read the table from end to end. */
Oid
register_index(RegisterTabel *rt, Relation rel, int kolom)
{
	if (!OidIsValid(rt->index[kolom]))
	{
		List	   *indexen = RelationGetIndexList(rel);
		AttrNumber	attnum = rt->attnum[kolom];
		Oid			collatie = TupleDescAttr(RelationGetDescr(rel), attnum - 1)->attcollation;
		ListCell   *lc;

		foreach(lc, indexen)
		{
			Relation	index = index_open(lfirst_oid(lc), AccessShareLock);

			if (index_past(index, attnum, collatie))
				rt->index[kolom] = lfirst_oid(lc);
			index_close(index, NoLock);
		}
		list_free(indexen);
	}
	return rt->index[kolom];
}

/* Is the schema a register: does its klantcontact carry our row trigger? A temporary schema never is one. */
static bool
is_register(Oid schema)
{
	Oid			relid = get_relname_relid(tabellen[TABEL_KLANTCONTACT].naam, schema);
	Relation	rel;
	bool		antwoord;

	if (!OidIsValid(relid) || isAnyTempNamespace(schema) || get_rel_relkind(relid) != RELKIND_RELATION)
		return false;
	if (geheugen == NULL)
		begin_geheugen();
	/* The lock may have had to wait for whoever dropped the register. */
	rel = try_table_open(relid, AccessShareLock);
	if (rel == NULL)
		return false;
	antwoord = relid == herkend;
	if (!antwoord)
	{
		bool		al_veranderd = veranderd;	/* of lees_tabel(), which may be asking */

		veranderd = false;
		antwoord = tabel_van_relatie(rel) == TABEL_KLANTCONTACT;
		if (antwoord && !veranderd)
			herkend = relid;
		veranderd |= al_veranderd;
	}
	table_close(rel, NoLock);
	return antwoord;
}

/*
 * The schema of the register that a function's parameter "register" names: the first register of the search_path for NULL. An
 * error 3F000 says how to make one.
 */
Oid
register_schema(const char *naam)
{
	List	   *pad;
	ListCell   *lc;
	Oid			schema;

	if (naam != NULL)
	{
		schema = get_namespace_oid(naam, true);
		if (!OidIsValid(schema) || !is_register(schema))
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_SCHEMA),
					 errmsg("register \"%s\" does not exist", naam),
					 errhint("The view klantinteracties.registers lists the registers.  To make one: SELECT klantinteracties.maak_register();")));
		return schema;
	}

	pad = fetch_search_path(false);
	foreach(lc, pad)
	{
		if (is_register(lfirst_oid(lc)))
			return lfirst_oid(lc);
	}
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_SCHEMA),
			 errmsg("no register found in search_path"),
			 errhint("Name the register, or put its schema in search_path.  To make one: SELECT klantinteracties.maak_register();")));
	return InvalidOid;			/* keep the compiler quiet */
}

/*
 * register_van(register name) -> name
 *
 * register_schema() for functions that are not written in C.
 */
Datum
ki_register_van(PG_FUNCTION_ARGS)
{
	Oid			schema = register_schema(PG_ARGISNULL(0) ? NULL : NameStr(*PG_GETARG_NAME(0)));

	PG_RETURN_DATUM(DirectFunctionCall1(namein, CStringGetDatum(get_namespace_name(schema))));
}

/* The version of a register: what the argument "versie" of its klantcontact's row trigger says, or "" where that was lost. */
const char *
register_versie(Oid schema)
{
	Relation	rel = table_open(register_tabel_in(schema, TABEL_KLANTCONTACT), AccessShareLock);
	TriggerDesc *triggers = CopyTriggerDesc(rel->trigdesc);
	Tabel		tabel;
	const Trigger *trigger = regels_trigger(triggers, &tabel);
	const char *versie = "";

	for (int i = 0; trigger != NULL && i < trigger->tgnargs; i++)
		if (is_optie(trigger->tgargs[i], "versie"))
			versie = pstrdup(trigger->tgargs[i] + strlen("versie="));
	FreeTriggerDesc(triggers);
	table_close(rel, NoLock);
	return versie;
}

/* A table of a register, by the name that maak_register() gave it. */
Oid
register_tabel_in(Oid schema, Tabel tabel)
{
	Oid			relid = get_relname_relid(tabellen[tabel].naam, schema);

	if (!OidIsValid(relid))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("register \"%s\" has no table \"%s\"", get_namespace_name(schema), tabellen[tabel].naam),
				 errhint_bijwerken(schema)));
	return relid;
}

/* The mutatielog of a table's register. No key leads to it, so it is the one of that name, if it is family. */
Oid
register_mutatielog(Relation rel)
{
	Oid			relid = get_relname_relid(tabellen[TABEL_MUTATIELOG].naam, RelationGetNamespace(rel));

	return precies_een(rel, TABEL_MUTATIELOG,
					   OidIsValid(relid) && is_familie(relid, TABEL_MUTATIELOG, rel) ? relid : InvalidOid, false);
}

/*
 * Refuses what needs the rows in this process: in a register that Citus distributes they are in another, with the triggers that fire for
 * them. That one knows nothing of an opening or an inzage of this one, and who reads tables here without SQL finds them empty
 * (doc/replicatie.md). Not to be called while connected to SPI.
 */
void
eis_niet_verdeeld(Oid schema)
{
	Oid			type = OIDOID;
	Datum		klantcontact = ObjectIdGetDatum(register_tabel_in(schema, TABEL_KLANTCONTACT));
	uint64		gevonden;

	if (!OidIsValid(get_relname_relid("pg_dist_partition", PG_CATALOG_NAMESPACE)))
		return;
	SPI_connect();
	if (SPI_execute_with_args("SELECT FROM pg_catalog.pg_dist_partition AS p WHERE p.logicalrelid OPERATOR(pg_catalog.=) $1", 1, &type,
							  &klantcontact, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not look for the tables of Citus");
	gevonden = SPI_processed;
	SPI_finish();
	if (gevonden > 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("register \"%s\" is distributed by Citus", get_namespace_name(schema)),
				 errdetail("It is not corrected, added to, checked, destroyed or opened to an inzage while its rows are on another server."),
				 errhint("Bring it back first: dump its schema, drop it with klantinteracties.verwijder_register(), and restore it.")));
}
