/*
 * controleer_register.c
 *		Checks again what the rules demand, over everything that a register holds, set by set: after a load of data alone, a
 *		replication or a crash, when the triggers did not see the rows come.
 *
 * What is asked is in controles.c; here is how. One query reads a table: it brings each row with the names of the rules on a row that
 * it breaks, mostly none, and what it says of a klantcontact, which dossiers.c keeps. What else takes several rows are queries of
 * their own. All of them see what the statement that called sees, so that what others commit meanwhile is no violation. They run as
 * the caller, with the search_path of nobody, and without row security: a caller to whom it applies gets an error and not an answer
 * in part (design decision D5). They only read, so that a standby can be checked too.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "executor/tstoreReceiver.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rls.h"

#include "dossiers.h"

PG_FUNCTION_INFO_V1(ki_controleer_register);

typedef struct Onderzoek
{
	Relation	tabel[AANTAL_TABELLEN];
	DestReceiver *uitkomst;		/* collects (regel, tabel, id, melding) */
	Tuplestorestate *overtredingen; /* in here */
	TupleDesc	desc;			/* which has these columns */
	Dossiers   *dossiers;
} Onderzoek;

static void
zet_instelling(const char *naam, const char *waarde)
{
	(void) set_config_option(naam, waarde, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

/* The settings of all queries, until the caller ends the level that this returns. */
static int
begin_instellingen(void)
{
	int			niveau = NewGUCNestLevel();

	zet_instelling("search_path", "pg_catalog, pg_temp");
	zet_instelling("row_security", "off");
	/* This is maintenance, like the first check of a foreign key. */
	zet_instelling("work_mem", psprintf("%d", Max(work_mem, maintenance_work_mem)));
	/* The planner expects many rows where there should be none, and would leave workers idle for fear of passing them on. */
	zet_instelling("parallel_tuple_cost", "0");
	return niveau;
}

/*
 * Opens a table of the register, of which the caller must be allowed to read all. Anything else in its place would not do: the rows
 * of a view are made by functions, which would run with the rights of whoever asks for a check.
 */
static Relation
open_tabel(Oid schema, Tabel tabel)
{
	Relation	rel = table_open(register_tabel_in(schema, tabel), AccessShareLock);

	if (rel->rd_rel->relkind != RELKIND_RELATION || register_tabel(rel)->tabel != tabel)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not the table \"%s\" of a register", RelationGetRelationName(rel), tabellen[tabel].naam)));
	/* The queries would find out too, but report all of their text. */
	if (pg_class_aclcheck(RelationGetRelid(rel), GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, OBJECT_TABLE, RelationGetRelationName(rel));
	check_enable_rls(RelationGetRelid(rel), InvalidOid, false);
	return rel;
}

static const char *
naam_van_tabel(Relation rel)
{
	return quote_qualified_identifier(get_namespace_name(RelationGetNamespace(rel)), RelationGetRelationName(rel));
}

/* What {naam} stands for in a condition: a table, or the value of a rule option. */
static const char *
betekenis(const Onderzoek *o, const char *naam)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (strcmp(naam, tabellen[tabel].naam) == 0)
			return naam_van_tabel(o->tabel[tabel]);
	for (int optie = 0; optie < AANTAL_OPTIES; optie++)
		if (strcmp(naam, optie_naam(optie)) == 0)
			return optie_als_sql(optie, &register_tabel(o->tabel[optie_tabel(optie)])->optie[optie]);
	elog(ERROR, "a register has no \"%s\"", naam);
}

/* A condition of controles.c as SQL. */
static const char *
vul_in(const Onderzoek *o, const char *voorwaarde)
{
	StringInfoData s;
	const char *open;

	initStringInfo(&s);
	while ((open = strchr(voorwaarde, '{')) != NULL)
	{
		const char *dicht = strchr(open, '}');

		appendBinaryStringInfo(&s, voorwaarde, open - voorwaarde);
		appendStringInfoString(&s, betekenis(o, pnstrdup(open + 1, dicht - open - 1)));
		voorwaarde = dicht + 1;
	}
	appendStringInfoString(&s, voorwaarde);
	return s.data;
}

/* Runs one query; what it brings goes there. */
static void
vraag(const char *sql, DestReceiver *naar)
{
	SPIExecuteOptions opties = {.read_only = true,.dest = naar};

	/* What goes to a receiver of our own counts as a utility command. */
	if (SPI_execute_extended(sql, &opties) < 0)
		elog(ERROR, "could not execute \"%s\"", sql);
}

/* Adds a violation to the answer. */
static void
meld(const Onderzoek *o, Tabel tabel, const char *regel, const char *id, const char *melding)
{
	Datum		waarden[] = {
		CStringGetTextDatum(regel),
		CStringGetTextDatum(RelationGetRelationName(o->tabel[tabel])),
		CStringGetTextDatum(id),
		CStringGetTextDatum(melding)
	};
	bool		leeg[lengthof(waarden)] = {false};

	tuplestore_putvalues(o->overtredingen, o->desc, waarden, leeg);
}

/* The id of row t as text. */
static const char *
sleutel(Tabel tabel)
{
	return psprintf("t.%s::text", tabellen[tabel].kolommen[SLEUTEL].naam);
}

/* The query that reads a table, under construction. */
typedef struct Vraag
{
	const Onderzoek *o;
	Tabel		tabel;
	StringInfoData van;			/* the table and what its keys refer to */
	StringInfoData regels;		/* (rule, condition, message), ... */
	StringInfoData waar;		/* condition OR ... */
} Vraag;

static void
voeg_regel_toe(Vraag *v, const char *regel, const char *fout, const char *melding)
{
	appendStringInfo(&v->regels, "%s(%s, %s, %s)", v->regels.len > 0 ? ", " : "", quote_literal_cstr(regel), fout,
					 quote_literal_cstr(melding));
	appendStringInfo(&v->waar, "%s(%s)", v->waar.len > 0 ? " OR " : "", fout);
}

/* KI-105, KI-107, KI-34: the rules that follow from what a column is. As in the triggers, a text that is short in bytes is not read. */
static void
voeg_kolommen_toe(Vraag *v)
{
	const TabelBeschrijving *tabel = &tabellen[v->tabel];

	for (int i = 0; i < tabel->aantal_kolommen; i++)
	{
		const Kolom *kolom = &tabel->kolommen[i];
		const char *t = psprintf("t.%s", kolom->naam);

		if (kolom->soort == KOLOM_NUMMER)
			voeg_regel_toe(v, psprintf("%s_nummer_bereik", tabel->naam),
						   psprintf("%s NOT BETWEEN 0 AND 9999999999", t),
						   "nummer is out of range");
		else if (kolom->max_tekens == ONBEPERKT)
			voeg_regel_toe(v, psprintf("%s_%s_lengte", tabel->naam, kolom->naam),
						   psprintf("octet_length(%s) = 0", t),
						   psprintf("%s cannot be an empty string", kolom->naam));
		else if (kolom->max_tekens > 0)
			voeg_regel_toe(v, psprintf("%s_%s_lengte", tabel->naam, kolom->naam),
						   psprintf("octet_length(%1$s) NOT BETWEEN 1 AND %2$d AND length(%1$s) NOT BETWEEN 1 AND %2$d", t, kolom->max_tekens),
						   psprintf("%s must have 1 to %d characters", kolom->naam, kolom->max_tekens));
	}
}

/* Is this one of the tables of the register? */
static bool
is_van_register(const Onderzoek *o, Oid relid)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (RelationGetRelid(o->tabel[tabel]) == relid)
			return true;
	return false;
}

/* What the row that a foreign key refers to is called: as the key column by which the rules know it, else something of its own. */
static const char *
naam_van_verwijzing(const Vraag *v, const ForeignKeyCacheInfo *fk, bool *bekend)
{
	Relation	rel = v->o->tabel[v->tabel];
	RegisterTabel *rt = register_tabel(rel);

	for (int i = 0; i < tabellen[v->tabel].aantal_kolommen; i++)
		if (rt->attnum[i] == fk->conkey[0] && tabellen[v->tabel].kolommen[i].verwijst_naar != TABEL_GEEN &&
			register_ouder(rt, rel, i) == fk->confrelid && !bekend[i])
		{
			bekend[i] = true;
			return tabellen[v->tabel].kolommen[i].naam;
		}
	return psprintf("fk%u", fk->conoid);
}

/* Brings in the row that a foreign key refers to, and the rule that it is there when no column of the key is null. */
static void
voeg_sleutel_toe(Vraag *v, const ForeignKeyCacheInfo *fk, const char *naam)
{
	Relation	ouder = table_open(fk->confrelid, NoLock);
	StringInfoData gelijk;
	StringInfoData gevuld;

	initStringInfo(&gelijk);
	initStringInfo(&gevuld);
	for (int i = 0; i < fk->nkeys; i++)
	{
		const char *van = psprintf("t.%s", quote_identifier(get_attname(fk->conrelid, fk->conkey[i], false)));
		const char *naar = psprintf("%s.%s", naam, quote_identifier(get_attname(fk->confrelid, fk->confkey[i], false)));

		appendStringInfoString(&gelijk, i > 0 ? " AND " : "");
		generate_operator_clause(&gelijk, naar, get_atttype(fk->confrelid, fk->confkey[i]), fk->conpfeqop[i],
								 van, get_atttype(fk->conrelid, fk->conkey[i]));
		appendStringInfo(&gevuld, "%s IS NOT NULL AND ", van);
	}
	appendStringInfo(&v->van, " LEFT JOIN %s %s ON %s", naam_van_tabel(ouder), naam, gelijk.data);
	voeg_regel_toe(v, get_constraint_name(fk->conoid),
				   psprintf("%s%s.%s IS NULL", gevuld.data, naam, quote_identifier(get_attname(fk->confrelid, fk->confkey[0], false))),
				   psprintf("row of %s that is referred to does not exist", RelationGetRelationName(ouder)));
	table_close(ouder, NoLock);
}

/* Does this foreign key lead to a klantcontact by the column that a dossier is found by? */
static bool
leidt_naar_dossier(const Vraag *v, const ForeignKeyCacheInfo *fk, const DossierDeel *deel)
{
	Relation	rel = v->o->tabel[v->tabel];

	return deel->tabel == v->tabel && fk->confrelid == RelationGetRelid(v->o->tabel[TABEL_KLANTCONTACT]) &&
		fk->conkey[0] == register_tabel(rel)->attnum[deel->sleutel];
}

static bool
is_van_dossier(const Vraag *v, const ForeignKeyCacheInfo *fk)
{
	for (const DossierDeel *deel = dossier_delen; deel->tabel != TABEL_GEEN; deel++)
		if (leidt_naar_dossier(v, fk, deel))
			return true;
	return false;
}

/* The foreign keys within the register; one that leads out of it is not the register's business. */
static void
voeg_sleutels_toe(Vraag *v)
{
	List	   *fks = copyObject(RelationGetFKeyList(v->o->tabel[v->tabel]));
	bool		bekend[MAX_KOLOMMEN] = {false};
	ListCell   *lc;

	foreach(lc, fks)
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);

		if (is_van_register(v->o, fk->confrelid) && !is_van_dossier(v, fk))
			voeg_sleutel_toe(v, fk, naam_van_verwijzing(v, fk, bekend));
	}
}

/*
 * The rules that a row of this table shows, alone or with what its keys refer to:
 *
 *		SELECT CASE WHEN condition OR ... THEN ARRAY(SELECT ARRAY[v.regel, v.melding]
 *				 FROM (VALUES ('rule', condition, 'message'), ...) v(regel, fout, melding) WHERE v.fout) END, t.id, ...
 *		  FROM ki.betrokkene t
 *		  LEFT JOIN ki.partij was_partij ON was_partij.id = t.was_partij ...
 *
 * The list of rules is for the few rows that break one.
 */
static void
bouw_vraag(Vraag *v, const Onderzoek *o, Tabel tabel)
{
	v->o = o;
	v->tabel = tabel;
	initStringInfo(&v->van);
	initStringInfo(&v->regels);
	initStringInfo(&v->waar);
	appendStringInfo(&v->van, "%s t", naam_van_tabel(o->tabel[tabel]));
	voeg_sleutels_toe(v);
	voeg_kolommen_toe(v);
	for (const Controle *c = rij_controles; c->tabel != TABEL_GEEN; c++)
		if (c->tabel == tabel)
			voeg_regel_toe(v, c->regel, vul_in(o, c->fout), c->melding);
}

/* The first two columns of the query. */
static const char *
overtredingen(const Vraag *v)
{
	return psprintf("CASE WHEN %s THEN ARRAY(SELECT ARRAY[v.regel, v.melding] FROM (VALUES %s) v(regel, fout, melding)"
					" WHERE v.fout) END, t.%s", v->waar.data, v->regels.data, tabellen[v->tabel].kolommen[SLEUTEL].naam);
}

/* The columns of the query. */
enum
{
	V_OVERTREDINGEN,
	V_ID,
	V_KLANTCONTACT,
	V_KENMERKEN,
	V_VERTROUWELIJK,
	V_PLAATSGEVONDEN_OP,
	V_KANAAL_CODE,
	V_MOMENT
};

/* Takes in the rows of the query on a table. */
typedef struct Lezer
{
	DestReceiver pub;
	const Onderzoek *o;
	Tabel		tabel;
	const DossierDeel *deel;	/* NULL: its rows say nothing of klantcontacten */
	const char *sleutel;		/* the foreign key to the klantcontact, or NULL */
	MemoryContext per_rij;		/* for what a violation takes */
} Lezer;

/* The id of the row in the slot. */
static const char *
id_van_rij(TupleTableSlot *slot)
{
	Oid			uitvoer;
	bool		is_varlena;

	getTypeOutputInfo(TupleDescAttr(slot->tts_tupleDescriptor, V_ID)->atttypid, &uitvoer, &is_varlena);
	return OidOutputFunctionCall(uitvoer, slot->tts_values[V_ID]);
}

/* The violations that the query found in the row: pairs of a rule and a message. */
static void
meld_overtredingen(const Lezer *l, TupleTableSlot *slot)
{
	Datum	   *teksten;
	int			aantal;

	deconstruct_array(DatumGetArrayTypeP(slot->tts_values[V_OVERTREDINGEN]), TEXTOID, -1, false, TYPALIGN_INT, &teksten, NULL, &aantal);
	for (int i = 0; i < aantal; i += 2)
		meld(l->o, l->tabel, TextDatumGetCString(teksten[i]), id_van_rij(slot), TextDatumGetCString(teksten[i + 1]));
}

/* What is wrong with what the row says of a klantcontact. */
static void
meld_bewering(const Lezer *l, TupleTableSlot *slot, int fout)
{
	const char *id = id_van_rij(slot);

	/* A key that leads there by another row is that row's violation. */
	if ((fout & BEWERING_ONBEKEND) != 0 && l->sleutel != NULL)
		meld(l->o, l->tabel, l->sleutel, id, "row of klantcontact that is referred to does not exist");
	if ((fout & BEWERING_KOPIE) != 0)
		meld(l->o, l->tabel, l->deel->kopie_regel, id, KOPIE_MELDING);
	if ((fout & BEWERING_MOMENT) != 0)
		meld(l->o, l->tabel, l->deel->regel, id, l->deel->melding);
	if ((fout & BEWERING_DUBBEL) != 0)
		meld(l->o, l->tabel, "klantcontact_een_onderwerp", id, "klantcontact already has a subject of this form");
}

/* What the row says of a klantcontact. */
static Bewering
lees_bewering(TupleTableSlot *slot)
{
	Datum	   *w = slot->tts_values;
	bool	   *leeg = slot->tts_isnull;
	Bewering	b = {
		.klantcontact = DatumGetUUIDP(w[V_KLANTCONTACT]),
		.kenmerken = DatumGetInt32(w[V_KENMERKEN]),
		.kopie = !leeg[V_VERTROUWELIJK],
		.vertrouwelijk = !leeg[V_VERTROUWELIJK] && DatumGetBool(w[V_VERTROUWELIJK]),
		.historie = !leeg[V_PLAATSGEVONDEN_OP],
		.plaatsgevonden_op = leeg[V_PLAATSGEVONDEN_OP] ? 0 : DatumGetTimestampTz(w[V_PLAATSGEVONDEN_OP]),
		.kanaal = w[V_KANAAL_CODE],
		.geen_kanaal = leeg[V_KANAAL_CODE],
		.moment = leeg[V_MOMENT] ? DT_NOEND : DatumGetTimestampTz(w[V_MOMENT])
	};

	return b;
}

static bool
lees_rij(TupleTableSlot *slot, DestReceiver *self)
{
	Lezer	   *l = (Lezer *) self;
	MemoryContext was;
	int			fout = 0;

	slot_getallattrs(slot);
	if (l->deel != NULL && !slot->tts_isnull[V_KLANTCONTACT])
	{
		Bewering	b = lees_bewering(slot);

		if (l->tabel == TABEL_KLANTCONTACT)
			dossier_open(l->o->dossiers, &b);
		else
			fout = dossier_noteer(l->o->dossiers, &b);
	}
	if (fout == 0 && slot->tts_isnull[V_OVERTREDINGEN])
		return true;
	was = MemoryContextSwitchTo(l->per_rij);
	if (!slot->tts_isnull[V_OVERTREDINGEN])
		meld_overtredingen(l, slot);
	if (fout != 0)
		meld_bewering(l, slot, fout);
	MemoryContextSwitchTo(was);
	MemoryContextReset(l->per_rij);
	return true;
}

static void
lees_begin(DestReceiver *self, int operatie, TupleDesc desc)
{
}

static void
lees_eind(DestReceiver *self)
{
}

/* Runs the query on a table. */
static void
lees(const Onderzoek *o, Tabel tabel, const DossierDeel *deel, const char *sleutel, const char *sql)
{
	Lezer		l = {
		.pub = {lees_rij, lees_begin, lees_eind, lees_eind, DestNone},
		.o = o,
		.tabel = tabel,
		.deel = deel,
		.sleutel = sleutel,
		.per_rij = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties violation", ALLOCSET_SMALL_SIZES)
	};

	vraag(sql, &l.pub);
	MemoryContextDelete(l.per_rij);
}

/* The rules on the rows of a table that say nothing of klantcontacten. */
static void
controleer_rijen(const Onderzoek *o, Tabel tabel)
{
	Vraag		v;

	bouw_vraag(&v, o, tabel);
	if (v.regels.len > 0)
		lees(o, tabel, NULL, NULL,
			 psprintf("SELECT %s FROM %s WHERE %s", overtredingen(&v), v.van.data, v.waar.data));
}

/* The name of the foreign key by which a table leads to a klantcontact; NULL if there is none. */
static const char *
sleutel_naar_dossier(const Vraag *v, const DossierDeel *deel)
{
	ListCell   *lc;

	foreach(lc, RelationGetFKeyList(v->o->tabel[v->tabel]))
		if (leidt_naar_dossier(v, lfirst(lc), deel))
			return get_constraint_name(((ForeignKeyCacheInfo *) lfirst(lc))->conoid);
	return NULL;
}

/* Is this the first entry of its table? It is the one that checks the rules on a row. */
static bool
is_eerste_deel(const DossierDeel *deel)
{
	for (const DossierDeel *d = dossier_delen; d < deel; d++)
		if (d->tabel == deel->tabel)
			return false;
	return true;
}

/* Notes what a table says of the klantcontacten, and checks the rules on its rows unless that was done. */
static void
lees_deel(const Onderzoek *o, const DossierDeel *deel, bool ook_rijen)
{
	Vraag		v;

	bouw_vraag(&v, o, deel->tabel);
	lees(o, deel->tabel, deel, sleutel_naar_dossier(&v, deel),
		 psprintf("SELECT %s, %s, %s, %s, %s FROM %s%s", ook_rijen ? overtredingen(&v) : "NULL, t.id", deel->klantcontact,
				  vul_in(o, deel->kenmerken), deel->kopie, deel->moment ? deel->moment : "NULL::timestamptz", v.van.data,
				  ook_rijen ? "" : psprintf(" WHERE %s IS NOT NULL", deel->klantcontact)));
}

/* The rules that a dossier shows, once everything is in it. */
static void
controleer_dossiers(const Onderzoek *o)
{
	pg_uuid_t	id;
	int			kenmerken;
	MemoryContext per_regel = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties violation", ALLOCSET_SMALL_SIZES);

	for (const DossierControle *c = dossier_controles; c->tabel != TABEL_GEEN; c++)
	{
		if (strcmp(vul_in(o, c->geldt), "true") != 0)
			continue;
		dossiers_doorloop(o->dossiers);
		while (dossiers_volgende(o->dossiers, &id, &kenmerken))
		{
			MemoryContext was;

			CHECK_FOR_INTERRUPTS();
			if ((c->aanleiding != 0 && (kenmerken & c->aanleiding) == 0) || (kenmerken & c->eis) != 0)
				continue;
			was = MemoryContextSwitchTo(per_regel);
			meld(o, c->tabel, c->regel, DatumGetCString(DirectFunctionCall1(uuid_out, UUIDPGetDatum(&id))), c->melding);
			MemoryContextSwitchTo(was);
			MemoryContextReset(per_regel);
		}
	}
	MemoryContextDelete(per_regel);
}

/* How many dossiers there will be. Statistics may be older than the load that is to be checked. */
static int64
aantal_klantcontacten(const Onderzoek *o)
{
	bool		leeg;

	if (SPI_execute(psprintf("SELECT count(*) FROM %s", naam_van_tabel(o->tabel[TABEL_KLANTCONTACT])), true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not count klantcontacten");
	return DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &leeg));
}

/* The klantcontacten and their parts. */
static void
controleer_klantcontacten(Onderzoek *o)
{
	int			plakken = dossiers_plakken(aantal_klantcontacten(o));

	for (int plak = 0; plak < plakken; plak++)
	{
		o->dossiers = dossiers_begin(plakken, plak);
		for (const DossierDeel *deel = dossier_delen; deel->tabel != TABEL_GEEN; deel++)
			lees_deel(o, deel, plak == 0 && is_eerste_deel(deel));
		controleer_dossiers(o);
		dossiers_eind(o->dossiers);
	}
}

static bool
heeft_dossierdeel(Tabel tabel)
{
	for (const DossierDeel *deel = dossier_delen; deel->tabel != TABEL_GEEN; deel++)
		if (deel->tabel == tabel)
			return true;
	return false;
}

/* A rule that other rows show, which refer to a row of this table. */
static void
controleer_samenhang(const Onderzoek *o, const Controle *c)
{
	Relation	rel = o->tabel[c->tabel];

	vraag(psprintf("SELECT %s, %s, %s, %s FROM %s t WHERE %s",
					  quote_literal_cstr(c->regel), quote_literal_cstr(RelationGetRelationName(rel)), sleutel(c->tabel),
					  quote_literal_cstr(c->melding), naam_van_tabel(rel), vul_in(o, c->fout)), o->uitkomst);
}

/* Does the table have a valid unique index of this name? Then nothing stored can break it. */
static bool
heeft_unieke_index(Relation rel, const char *naam)
{
	bool		gevonden = false;
	ListCell   *lc;

	foreach(lc, RelationGetIndexList(rel))
	{
		Relation	index = index_open(lfirst_oid(lc), AccessShareLock);

		gevonden |= strcmp(RelationGetRelationName(index), naam) == 0 && index->rd_index->indisunique &&
			index->rd_index->indisvalid;
		index_close(index, NoLock);
	}
	return gevonden;
}

/* The values of a unique rule that occur more than once, each reported by one of its rows. */
static void
controleer_eenmalig(const Onderzoek *o, Tabel tabel, const char *regel, const char *kolommen, const char *waar)
{
	Relation	rel = o->tabel[tabel];

	if (heeft_unieke_index(rel, regel))
		return;
	vraag(psprintf("SELECT %s, %s, max(%s), count(*) || ' rows with what should be unique' FROM %s t"
					  " WHERE %s GROUP BY %s HAVING count(*) > 1",
					  quote_literal_cstr(regel), quote_literal_cstr(RelationGetRelationName(rel)), sleutel(tabel),
					  naam_van_tabel(rel), waar, kolommen), o->uitkomst);
}

static void
controleer_alles(Onderzoek *o)
{
	controleer_klantcontacten(o);
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
	{
		/* Of the log there are no rules on a row. */
		if (tabel == TABEL_MUTATIELOG)
			continue;
		if (!heeft_dossierdeel(tabel))
			controleer_rijen(o, tabel);
		controleer_eenmalig(o, tabel, psprintf("%s_pkey", tabellen[tabel].naam),
							psprintf("t.%s", tabellen[tabel].kolommen[SLEUTEL].naam), "true");
	}
	for (const Controle *c = samenhang_controles; c->tabel != TABEL_GEEN; c++)
		controleer_samenhang(o, c);
	for (const Eenmalig *e = eenmalig_controles; e->tabel != TABEL_GEEN; e++)
		controleer_eenmalig(o, e->tabel, e->regel, e->kolommen, e->waar);
}

/*
 * controleer_register(register name) -> setof (regel text, tabel text, id text, melding text)
 *
 * Every violation of a rule of the register that what is stored can show; none means that it is sound. The caller needs SELECT on all
 * its tables. Raises 3F000 for a register that does not exist, 42501 where row security would hide rows from the caller.
 */
Datum
ki_controleer_register(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Oid			schema = register_schema(PG_ARGISNULL(0) ? NULL : NameStr(*PG_GETARG_NAME(0)));
	Onderzoek	o = {0};
	int			niveau;

	InitMaterializedSRF(fcinfo, 0);
	LookupExplicitNamespace(get_namespace_name(schema), false); /* USAGE */
	niveau = begin_instellingen();
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		o.tabel[tabel] = open_tabel(schema, tabel);
	o.overtredingen = rsinfo->setResult;
	o.desc = rsinfo->setDesc;
	o.uitkomst = CreateTuplestoreDestReceiver();
	SetTuplestoreDestReceiverParams(o.uitkomst, rsinfo->setResult, rsinfo->econtext->ecxt_per_query_memory, false, NULL, NULL);

	SPI_connect();
	controleer_alles(&o);
	SPI_finish();

	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		table_close(o.tabel[tabel], NoLock);
	AtEOXact_GUC(true, niveau);
	return (Datum) 0;
}
