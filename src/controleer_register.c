/*
 * controleer_register.c
 *		Checks again what the rules demand, over everything that a register holds, set by set: after a load of data alone, a
 *		replication or a crash, when the triggers did not see the rows come.
 *
 * What is asked is in controles.c; here is how. Each table is read once, by a scan of its own: the rules on a row are called on it as
 * the trigger calls them, its codes are looked up, and what it says of a klantcontact or a partij goes to the dossier of that
 * (dossiers.c). What is left, keys to other large tables and the rare comparisons, are queries. All of it sees what the statement
 * that called sees, so that what others commit meanwhile is no violation. It runs as the caller, with the search_path of nobody, and
 * without row security: a caller to whom it applies gets an error and not an answer in part (design decision D5). It only reads, so
 * that a standby can be checked too.
 */
#include "dossiers.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xlogrecovery.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
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
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(ki_controleer_register);

typedef struct Onderzoek
{
	Relation	tabel[AANTAL_TABELLEN];
	DestReceiver *uitkomst;		/* collects (regel, tabel, id, melding) */
	Tuplestorestate *overtredingen; /* in here */
	TupleDesc	desc;			/* which has these columns */
	Dossiers   *dossiers;
	bool		vraag_adressen; /* may there be something wrong with whose addresses are, or did the dossiers not show it? */
	Stand		stand;
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

/* What {naam} stands for in a condition: a table, or whether a rule option is on. */
static const char *
betekenis(const Onderzoek *o, const char *naam)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (strcmp(naam, tabellen[tabel].naam) == 0)
			return naam_van_tabel(o->tabel[tabel]);
	for (int optie = 0; optie < AANTAL_OPTIES; optie++)
		if (strcmp(naam, optie_naam(optie)) == 0)
			return o->stand.aan[optie] ? "true" : "false";
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

/* Is this one of the tables of the register? Which? */
static Tabel
tabel_van_register(const Onderzoek *o, Oid relid)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (RelationGetRelid(o->tabel[tabel]) == relid)
			return tabel;
	return TABEL_GEEN;
}

/*
 * Foreign keys. How one is checked follows from where it leads: to a klantcontact or partij by its dossier, to a small table by a set
 * of what is in that, to any other table of the register by a query. One that leads out of the register is not its business.
 */

#define ONBEKEND "row of %s that is referred to does not exist"

typedef enum Weg
{
	WEG_BUITEN,
	WEG_DOSSIER,
	WEG_VERZAMELING,
	WEG_VRAAG
} Weg;

/* A key as bytes. Uuids and texts are equal if their bytes are. */
typedef struct Bytes
{
	const char *data;
	int			lengte;
} Bytes;

typedef struct Element
{
	Bytes		bytes;			/* hash key */
	uint32		hash;
	char		status;			/* simplehash.h's */
} Element;

#define SH_PREFIX verzameling
#define SH_ELEMENT_TYPE Element
#define SH_KEY_TYPE Bytes
#define SH_KEY bytes
#define SH_HASH_KEY(v, b) hash_bytes((const unsigned char *) b.data, b.lengte)
#define SH_EQUAL(v, a, b) (a.lengte == b.lengte && memcmp(a.data, b.data, a.lengte) == 0)
#define SH_STORE_HASH
#define SH_GET_HASH(v, e) e->hash
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* The reference data, and the actoren. */
static bool
is_klein(Tabel tabel)
{
	return tabel >= TABEL_ACTOR && tabel <= TABEL_SOORT_OBJECT_ID;
}

static bool
is_uuid_of_tekst(Oid relid, AttrNumber attnum)
{
	Oid			type;
	int32		typmod;
	Oid			collatie;

	get_atttypetypmodcoll(relid, attnum, &type, &typmod, &collatie);
	type = getBaseType(type);
	return type == UUIDOID || (type == TEXTOID && get_collation_isdeterministic(collatie));
}

static Weg
weg_van_sleutel(const Onderzoek *o, const ForeignKeyCacheInfo *fk)
{
	Tabel		ouder = tabel_van_register(o, fk->confrelid);
	bool		bytes = true;

	if (ouder == TABEL_GEEN)
		return WEG_BUITEN;
	for (int i = 0; i < fk->nkeys; i++)
		bytes &= is_uuid_of_tekst(fk->conrelid, fk->conkey[i]) && is_uuid_of_tekst(fk->confrelid, fk->confkey[i]);
	if (!bytes)
		return WEG_VRAAG;
	if ((ouder == TABEL_KLANTCONTACT || ouder == TABEL_PARTIJ) && fk->nkeys == 1 &&
		fk->confkey[0] == register_tabel(o->tabel[ouder])->attnum[SLEUTEL])
		return WEG_DOSSIER;
	return is_klein(ouder) ? WEG_VERZAMELING : WEG_VRAAG;
}

/* A foreign key to a small table. */
typedef struct Verwijzing
{
	const char *naam;
	const char *ouder;
	int			aantal;			/* of columns */
	AttrNumber	attnum[INDEX_MAX_KEYS];
	verzameling_hash *sleutels; /* those that there are */
} Verwijzing;

/* The columns of a row as one key, in the caller's memory if there are more. False if one is null. */
static bool
sleutel_als_bytes(const Datum *waarden, const bool *leeg, TupleDesc desc, const AttrNumber *attnum, int aantal, Bytes *bytes)
{
	StringInfoData s;

	Assert(aantal > 0);
	*bytes = (Bytes) {0};
	for (int i = 0; i < aantal; i++)
		if (leeg[attnum[i] - 1])
			return false;
	if (aantal > 1)
		initStringInfo(&s);
	for (int i = 0; i < aantal; i++)
	{
		Datum		d = waarden[attnum[i] - 1];

		if (TupleDescAttr(desc, attnum[i] - 1)->attlen == UUID_LEN)
		{
			bytes->data = (const char *) DatumGetPointer(d);
			bytes->lengte = UUID_LEN;
		}
		else
		{
			text	   *t = DatumGetTextPP(d);

			bytes->data = VARDATA_ANY(t);
			bytes->lengte = VARSIZE_ANY_EXHDR(t);
		}
		if (aantal > 1)
		{
			appendBinaryStringInfo(&s, (const char *) &bytes->lengte, sizeof(int));
			appendBinaryStringInfo(&s, bytes->data, bytes->lengte);
		}
	}
	if (aantal > 1)
	{
		bytes->data = s.data;
		bytes->lengte = s.len;
	}
	return true;
}

/* The keys that the rows of a small table have. */
static verzameling_hash *
verzamel(Relation rel, const AttrNumber *attnum, int aantal)
{
	verzameling_hash *sleutels = verzameling_create(CurrentMemoryContext, 256, NULL);
	TupleTableSlot *slot = table_slot_create(rel, NULL);
	TableScanDesc scan = table_beginscan(rel, GetActiveSnapshot(), 0, NULL);

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		Bytes		bytes;
		bool		was_er;

		CHECK_FOR_INTERRUPTS();
		slot_getallattrs(slot);
		if (!sleutel_als_bytes(slot->tts_values, slot->tts_isnull, RelationGetDescr(rel), attnum, aantal, &bytes))
			continue;
		bytes.data = memcpy(palloc(bytes.lengte + 1), bytes.data, bytes.lengte);
		verzameling_insert(sleutels, bytes, &was_er);
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	return sleutels;
}

/* What is asked of each row of a table, and the row at hand. */
typedef struct Lezer
{
	Onderzoek  *o;
	Tabel		tabel;
	Rij			rij;
	int			aantal_kolommen;	/* those that have a rule */
	int			kolom[MAX_KOLOMMEN];
	int			aantal_regels;
	const RijControle *regel[MAX_KOLOMMEN];
	List	   *verwijzingen;	/* of Verwijzing */
	List	   *delen;			/* of Wijzer */
	MemoryContext per_rij;
} Lezer;

/* A key that leads to a dossier. */
typedef struct Wijzer
{
	const DossierDeel *wat;		/* NULL: it says nothing */
	DossierSoort over;
	AttrNumber	attnum;
	const char *sleutel;		/* name of the foreign key, or NULL */
	const char *ouder;
} Wijzer;

/* The table whose rows open dossiers of this kind. */
static Relation
tabel_van_soort(const Onderzoek *o, DossierSoort soort)
{
	static const Tabel tabel[AANTAL_DOSSIERSOORTEN] = {
		[DOSSIER_VAN_KLANTCONTACT] = TABEL_KLANTCONTACT,
		[DOSSIER_VAN_PARTIJ] = TABEL_PARTIJ,
		[DOSSIER_VAN_GEVER] = TABEL_DIGITAAL_ADRES
	};

	return o->tabel[tabel[soort]];
}

static void
voeg_deel_toe(Lezer *l, const DossierDeel *wat, DossierSoort over, AttrNumber attnum, const char *sleutel)
{
	Wijzer	   *deel = palloc(sizeof(Wijzer));

	deel->wat = wat;
	deel->over = over;
	deel->attnum = attnum;
	deel->sleutel = sleutel;
	deel->ouder = RelationGetRelationName(tabel_van_soort(l->o, over));
	l->delen = lappend(l->delen, deel);
}

/* The foreign key to the rows that have dossiers of this kind; NULL if the owner dropped it. */
static const char *
sleutel_naar_dossier(const Onderzoek *o, Relation rel, DossierSoort over, AttrNumber attnum)
{
	ListCell   *lc;

	foreach(lc, RelationGetFKeyList(rel))
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);

		if (fk->conkey[0] == attnum && fk->confrelid == RelationGetRelid(tabel_van_soort(o, over)) &&
			weg_van_sleutel(o, fk) == WEG_DOSSIER)
			return get_constraint_name(fk->conoid);
	}
	return NULL;
}

/* What the rows say of dossiers: by what controles.c knows of the table, and by the keys that it does not know. */
static void
voeg_delen_toe(Lezer *l)
{
	RegisterTabel *rt = l->rij.rt;
	List	   *fks = copyObject(RelationGetFKeyList(l->rij.rel));
	ListCell   *lc;

	for (const DossierDeel *wat = dossier_delen; wat->tabel != TABEL_GEEN; wat++)
		if (wat->tabel == l->tabel && rt->attnum[wat->sleutel] != InvalidAttrNumber)
			voeg_deel_toe(l, wat, wat->over, rt->attnum[wat->sleutel],
						  sleutel_naar_dossier(l->o, l->rij.rel, wat->over, rt->attnum[wat->sleutel]));
	foreach(lc, fks)
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);
		DossierSoort over = tabel_van_register(l->o, fk->confrelid) == TABEL_PARTIJ ? DOSSIER_VAN_PARTIJ : DOSSIER_VAN_KLANTCONTACT;
		bool		bekend = false;
		ListCell   *ander;

		if (weg_van_sleutel(l->o, fk) != WEG_DOSSIER)
			continue;
		foreach(ander, l->delen)
		{
			Wijzer	   *deel = lfirst(ander);

			bekend |= deel->attnum == fk->conkey[0] && deel->over == over;
		}
		if (!bekend)
			voeg_deel_toe(l, NULL, over, fk->conkey[0], get_constraint_name(fk->conoid));
	}
}

/* The rules on a row alone, and its keys to small tables. */
static void
voeg_regels_toe(Lezer *l)
{
	List	   *fks = copyObject(RelationGetFKeyList(l->rij.rel));
	ListCell   *lc;

	/* KI-105, KI-107, KI-34 */
	for (int i = 0; i < tabellen[l->tabel].aantal_kolommen; i++)
		if (tabellen[l->tabel].kolommen[i].max_tekens > 0 || tabellen[l->tabel].kolommen[i].soort == KOLOM_NUMMER)
			l->kolom[l->aantal_kolommen++] = i;
	for (const RijControle *c = rij_controles; c->tabel != TABEL_GEEN; c++)
		if (c->tabel == l->tabel)
			l->regel[l->aantal_regels++] = c;
	foreach(lc, fks)
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);
		Relation	ouder;
		Verwijzing *v;

		if (weg_van_sleutel(l->o, fk) != WEG_VERZAMELING)
			continue;
		ouder = l->o->tabel[tabel_van_register(l->o, fk->confrelid)];
		v = palloc(sizeof(Verwijzing));
		v->naam = get_constraint_name(fk->conoid);
		v->ouder = RelationGetRelationName(ouder);
		v->aantal = fk->nkeys;
		memcpy(v->attnum, fk->conkey, fk->nkeys * sizeof(AttrNumber));
		v->sleutels = verzamel(ouder, fk->confkey, fk->nkeys);
		l->verwijzingen = lappend(l->verwijzingen, v);
	}
}

static void
meld_rij(const Lezer *l, const char *regel, const char *melding)
{
	meld(l->o, l->tabel, regel, tekst_van_kolom(&l->rij, SLEUTEL), melding);
}

/* One of the rules on the row: those of its columns, and then its own. */
static void
voer_regel_uit(const Lezer *l, int nummer)
{
	int			kolom;

	if (nummer >= l->aantal_kolommen)
	{
		l->regel[nummer - l->aantal_kolommen]->regel(&l->rij, &l->o->stand);
		return;
	}
	kolom = l->kolom[nummer];
	if (is_leeg(&l->rij, kolom))
		return;
	if (tabellen[l->tabel].kolommen[kolom].soort == KOLOM_NUMMER)
		regel_nummer(&l->rij, kolom);
	else
		regel_lengte(&l->rij, kolom);
}

/*
 * Does the row obey its rules from one number up to another? If not, in *overtreding which it breaks. A rule on a row only reads the
 * row, so that there is nothing to clean up when it raises. Not inlined: it catches errors.
 */
static pg_noinline bool
gehoorzaamt(const Lezer *l, int van, int tot, Overtreding *overtreding)
{
	volatile bool goed = true;

	PG_TRY();
	{
		for (int i = van; i < tot; i++)
			voer_regel_uit(l, i);
	}
	PG_CATCH();
	{
		ErrorData  *fout;

		MemoryContextSwitchTo(l->per_rij);
		fout = CopyErrorData();
		if (fout->sqlerrcode != ERRCODE_CHECK_VIOLATION || fout->constraint_name == NULL)
			PG_RE_THROW();
		FlushErrorState();
		overtreding->regel = fout->constraint_name;
		overtreding->melding = fout->message;
		goed = false;
	}
	PG_END_TRY();
	return goed;
}

/* The rules on the row alone. Only a row that breaks one is asked for each. */
static void
controleer_rij(const Lezer *l)
{
	int			aantal = l->aantal_kolommen + l->aantal_regels;
	Overtreding overtreding;

	if (gehoorzaamt(l, 0, aantal, &overtreding))
		return;
	for (int i = 0; i < aantal; i++)
		if (!gehoorzaamt(l, i, i + 1, &overtreding))
			meld_rij(l, overtreding.regel, overtreding.melding);
}

static void
controleer_verwijzingen(const Lezer *l)
{
	ListCell   *lc;

	foreach(lc, l->verwijzingen)
	{
		Verwijzing *v = lfirst(lc);
		Bytes		bytes;

		if (sleutel_als_bytes(l->rij.waarde, l->rij.leeg, l->rij.desc, v->attnum, v->aantal, &bytes) &&
			verzameling_lookup(v->sleutels, bytes) == NULL)
			meld_rij(l, v->naam, psprintf(ONBEKEND, v->ouder));
	}
}

/* What is wrong with what the row says by a key. A key that leads there by another row is that row's violation. */
static void
meld_fouten(const Lezer *l, const Wijzer *deel, int fouten)
{
	for (int fout = 0; fout < AANTAL_FOUTEN; fout++)
		if ((fouten & (1 << fout)) == 0)
			continue;
		else if (fout == FOUT_ONBEKEND && deel->sleutel != NULL)
			meld_rij(l, deel->sleutel, psprintf(ONBEKEND, deel->ouder));
		else if (fout != FOUT_ONBEKEND)
			meld_rij(l, deel->wat->overtreding[fout].regel, deel->wat->overtreding[fout].melding);
}

/* A betrokkene that gave a digitaal adres, or did not; or that is left to the query about addresses, if there is one anyway. */
static void
noteer_gever(Onderzoek *o, int fouten)
{
	o->stand.gaf_adres = !o->vraag_adressen && (fouten & (1 << FOUT_ONBEKEND)) == 0;
	o->vraag_adressen |= o->stand.gaf_adres && fouten != 0;
}

/* Notes what the row says of dossiers. */
static void
noteer_rij(const Lezer *l)
{
	ListCell   *lc;

	foreach(lc, l->delen)
	{
		Wijzer	   *deel = lfirst(lc);
		Bewering	b = {.moment = DT_NOEND};
		int			fouten;

		if (l->rij.leeg[deel->attnum - 1])
			continue;
		if (deel->wat != NULL)
			deel->wat->beweer(&l->rij, &l->o->stand, &b);
		fouten = dossier_noteer(l->o->dossiers, deel->over, DatumGetUUIDP(l->rij.waarde[deel->attnum - 1]), &b);
		if (deel->over == DOSSIER_VAN_GEVER)
			noteer_gever(l->o, fouten);
		else if (fouten != 0)
			meld_fouten(l, deel, fouten);
	}
}

/* Makes the dossier of the row, which is a klantcontact or a partij; of a digitaal adres that of the betrokkene that gave it. */
static void
open_dossier(const Lezer *l)
{
	DossierSoort soort = DOSSIER_VAN_KLANTCONTACT;
	int			sleutel = SLEUTEL;
	Bewering	b = {0};

	if (l->tabel == TABEL_KLANTCONTACT)
		beschrijf_klantcontact(&l->rij, &l->o->stand, &b);
	else if (l->tabel == TABEL_PARTIJ)
	{
		soort = DOSSIER_VAN_PARTIJ;
		beschrijf_partij(&l->rij, &l->o->stand, &b);
	}
	else
	{
		soort = DOSSIER_VAN_GEVER;
		sleutel = DA_VERSTREKT_DOOR_BETROKKENE;
		if (is_leeg(&l->rij, sleutel))
			return;
		beschrijf_gever(&l->rij, &l->o->stand, &b);
	}
	dossier_open(l->o->dossiers, soort, DatumGetUUIDP(waarde(&l->rij, sleutel)), &b);
}

/* What a scan is for; any of these. */
#define LEES_REGELS 1
#define LEES_OPENEN 2
#define LEES_NOTEREN 4

/* Scans a table. */
static void
lees(Onderzoek *o, Tabel tabel, int waarvoor)
{
	Relation	rel = o->tabel[tabel];
	Lezer		l = {.o = o,.tabel = tabel,.rij = {.rel = rel,.rt = register_tabel(rel),.desc = RelationGetDescr(rel)}};
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties check of a table", ALLOCSET_DEFAULT_SIZES);
	MemoryContext was = MemoryContextSwitchTo(context);
	TupleTableSlot *slot = table_slot_create(rel, NULL);
	TableScanDesc scan;

	if ((waarvoor & LEES_REGELS) != 0)
		voeg_regels_toe(&l);
	if ((waarvoor & LEES_NOTEREN) != 0)
		voeg_delen_toe(&l);
	l.per_rij = AllocSetContextCreate(context, "klantinteracties check of a row", ALLOCSET_SMALL_SIZES);
	scan = table_beginscan(rel, GetActiveSnapshot(), 0, NULL);
	MemoryContextSwitchTo(l.per_rij);
	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		CHECK_FOR_INTERRUPTS();
		slot_getallattrs(slot);
		l.rij.waarde = slot->tts_values;
		l.rij.leeg = slot->tts_isnull;
		if ((waarvoor & LEES_OPENEN) != 0)
			open_dossier(&l);
		if ((waarvoor & LEES_REGELS) != 0)
		{
			controleer_rij(&l);
			controleer_verwijzingen(&l);
		}
		if ((waarvoor & LEES_NOTEREN) != 0)
			noteer_rij(&l);
		MemoryContextReset(l.per_rij);
	}
	MemoryContextSwitchTo(was);
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	MemoryContextDelete(context);
}

/* The query on the keys of a table that lead to large tables, under construction. */
typedef struct Vraag
{
	const Onderzoek *o;
	Tabel		tabel;
	StringInfoData van;			/* the table and what its keys refer to */
	StringInfoData gevuld;		/* one of the keys is not null */
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
				   psprintf(ONBEKEND, RelationGetRelationName(ouder)));
	appendStringInfo(&v->gevuld, "%s%s true", v->gevuld.len > 0 ? " OR " : "", gevuld.data);
	table_close(ouder, NoLock);
}

/*
 * The rules that a row of this table shows with what its keys to large tables refer to:
 *
 *		SELECT CASE WHEN condition OR ... THEN ARRAY(SELECT ARRAY[v.regel, v.melding]
 *				 FROM (VALUES ('rule', condition, 'message'), ...) v(regel, fout, melding) WHERE v.fout) END, t.id, ...
 *		  FROM ki.digitaal_adres t
 *		  LEFT JOIN ki.betrokkene verstrekt_door_betrokkene ON verstrekt_door_betrokkene.id = t.verstrekt_door_betrokkene ...
 *		 WHERE t.verstrekt_door_betrokkene IS NOT NULL ...
 *
 * The list of rules is for the few rows that break one. False if there are no such keys.
 */
static bool
bouw_vraag(Vraag *v, const Onderzoek *o, Tabel tabel)
{
	List	   *fks = copyObject(RelationGetFKeyList(o->tabel[tabel]));
	bool		bekend[MAX_KOLOMMEN] = {false};
	ListCell   *lc;

	v->o = o;
	v->tabel = tabel;
	initStringInfo(&v->van);
	initStringInfo(&v->gevuld);
	initStringInfo(&v->regels);
	initStringInfo(&v->waar);
	appendStringInfo(&v->van, "%s t", naam_van_tabel(o->tabel[tabel]));
	foreach(lc, fks)
	{
		ForeignKeyCacheInfo *fk = lfirst(lc);

		if (weg_van_sleutel(o, fk) == WEG_VRAAG)
			voeg_sleutel_toe(v, fk, naam_van_verwijzing(v, fk, bekend));
	}
	for (const Controle *c = verwijs_controles; c->tabel != TABEL_GEEN; c++)
		if (c->tabel == tabel)
			voeg_regel_toe(v, c->regel, vul_in(o, c->fout), c->melding);
	return v->gevuld.len > 0;
}

/* The columns of the query. */
enum
{
	V_OVERTREDINGEN,
	V_ID,
	V_KLANTCONTACT
};

/* Takes in the rows of the query on a table. */
typedef struct Ontvanger
{
	DestReceiver pub;
	const Onderzoek *o;
	Tabel		tabel;
	MemoryContext per_rij;		/* for what a violation takes */
} Ontvanger;

/* The violations that the query found in the row: pairs of a rule and a message. */
static void
meld_overtredingen(const Ontvanger *ontvanger, TupleTableSlot *slot)
{
	Oid			type = TupleDescAttr(slot->tts_tupleDescriptor, V_ID)->atttypid;
	Datum	   *teksten;
	int			aantal;

	deconstruct_array(DatumGetArrayTypeP(slot->tts_values[V_OVERTREDINGEN]), TEXTOID, -1, false, TYPALIGN_INT, &teksten, NULL, &aantal);
	for (int i = 0; i < aantal; i += 2)
		meld(ontvanger->o, ontvanger->tabel, TextDatumGetCString(teksten[i]), tekst_van(type, slot->tts_values[V_ID]),
			 TextDatumGetCString(teksten[i + 1]));
}

static bool
ontvang_rij(TupleTableSlot *slot, DestReceiver *self)
{
	Ontvanger  *ontvanger = (Ontvanger *) self;

	slot_getallattrs(slot);
	if (!slot->tts_isnull[V_KLANTCONTACT])
	{
		Bewering	b = {.kenmerken = DOSSIER_CONTACTGEGEVENS,.moment = DT_NOEND};

		/* That there is no such klantcontact is what the betrokkene shows. */
		(void) dossier_noteer(ontvanger->o->dossiers, DOSSIER_VAN_KLANTCONTACT, DatumGetUUIDP(slot->tts_values[V_KLANTCONTACT]), &b);
	}
	if (!slot->tts_isnull[V_OVERTREDINGEN])
	{
		MemoryContext was = MemoryContextSwitchTo(ontvanger->per_rij);

		meld_overtredingen(ontvanger, slot);
		MemoryContextSwitchTo(was);
		MemoryContextReset(ontvanger->per_rij);
	}
	return true;
}

static void
ontvang_begin(DestReceiver *self, int operatie, TupleDesc desc)
{
}

static void
ontvang_eind(DestReceiver *self)
{
}

/* The keys of a table that lead to large tables, unless they were checked; and the klantcontacten that its addresses are of. */
static void
vraag_verwijzingen(const Onderzoek *o, Tabel tabel, bool regels)
{
	const char *id = tabellen[tabel].kolommen[SLEUTEL].naam;
	const char *klantcontact = tabel == TABEL_DIGITAAL_ADRES ? vul_in(o, klantcontact_van_adres) : "NULL::uuid";
	const char *overtredingen = "NULL";
	Ontvanger	ontvanger = {
		.pub = {ontvang_rij, ontvang_begin, ontvang_eind, ontvang_eind, DestNone},
		.o = o,
		.tabel = tabel
	};
	Vraag		v;

	if (!bouw_vraag(&v, o, tabel))
		return;
	if (regels)
		overtredingen = psprintf("CASE WHEN %s THEN ARRAY(SELECT ARRAY[v.regel, v.melding] FROM (VALUES %s) v(regel, fout, melding)"
								 " WHERE v.fout) END", v.waar.data, v.regels.data);
	ontvanger.per_rij = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties violation", ALLOCSET_SMALL_SIZES);
	vraag(psprintf("SELECT %s, t.%s, %s FROM %s WHERE %s", overtredingen, id, klantcontact, v.van.data, v.gevuld.data), &ontvanger.pub);
	MemoryContextDelete(ontvanger.per_rij);
}

/* The rules that a dossier shows, once everything is in it. */
static void
controleer_dossiers(const Onderzoek *o)
{
	pg_uuid_t	id;
	MemoryContext per_regel = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties violation", ALLOCSET_SMALL_SIZES);

	for (const DossierControle *c = dossier_controles; c->regel != NULL; c++)
	{
		if (c->optie != ALTIJD && !o->stand.aan[c->optie])
			continue;
		for (int64 i = 0; i < dossiers_aantal(o->dossiers, c->over); i++)
		{
			int			kenmerken = dossier_lees(o->dossiers, c->over, i, &id);
			MemoryContext was;

			CHECK_FOR_INTERRUPTS();
			if ((c->aanleiding != 0 && (kenmerken & c->aanleiding) == 0) || (kenmerken & c->eis) != 0)
				continue;
			was = MemoryContextSwitchTo(per_regel);
			meld(o, c->over == DOSSIER_VAN_PARTIJ ? TABEL_PARTIJ : TABEL_KLANTCONTACT, c->regel,
				 tekst_van(UUIDOID, UUIDPGetDatum(&id)), c->melding);
			MemoryContextSwitchTo(was);
			MemoryContextReset(per_regel);
		}
	}
	MemoryContextDelete(per_regel);
}

static bool
heeft_dossierdeel(Tabel tabel)
{
	for (const DossierDeel *deel = dossier_delen; deel->tabel != TABEL_GEEN; deel++)
		if (deel->tabel == tabel)
			return true;
	return false;
}

/* Are the betrokkenen there that gave addresses? */
static bool
gevers_gezien(const Onderzoek *o)
{
	pg_uuid_t	id;

	for (int64 i = 0; i < dossiers_aantal(o->dossiers, DOSSIER_VAN_GEVER); i++)
		if ((dossier_lees(o->dossiers, DOSSIER_VAN_GEVER, i, &id) & GEVER_GEZIEN) == 0)
			return false;
	return true;
}

/* Reads everything for one slice of the dossiers, which are open; for the first, with the rules on the rows themselves. */
static void
lees_delen(Onderzoek *o, bool eerste)
{
	Tabel		vorige = TABEL_GEEN;

	/* That a betrokkene gave an address, its klantcontact must know, which can be in another slice: then a query finds it. */
	if (!o->vraag_adressen)
		lees(o, TABEL_DIGITAAL_ADRES, LEES_OPENEN);
	o->vraag_adressen |= dossiers_plakken_nodig(o->dossiers) > 1;
	for (const DossierDeel *deel = dossier_delen; deel->tabel != TABEL_GEEN; deel++)
	{
		/* A partij comes by once already, to open its dossier. */
		if (deel->tabel != vorige && (deel->tabel != TABEL_PARTIJ || o->stand.heeft_werkgever))
			lees(o, deel->tabel, LEES_NOTEREN | (eerste && deel->tabel != TABEL_PARTIJ ? LEES_REGELS : 0));
		vorige = deel->tabel;
	}
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
	{
		/* Of the log there are no rules on a row. */
		if (tabel == TABEL_MUTATIELOG)
			continue;
		if (!heeft_dossierdeel(tabel) && tabel != TABEL_KLANTCONTACT)
			lees(o, tabel, LEES_NOTEREN | (eerste ? LEES_REGELS : 0));
		if (tabel == TABEL_DIGITAAL_ADRES ? o->vraag_adressen || !gevers_gezien(o) : eerste)
			vraag_verwijzingen(o, tabel, eerste);
	}
}

/*
 * The rows of all tables, and the dossiers. The first time the klantcontacten and partijen are read, it turns out whether all dossiers
 * fit in memory.
 */
static void
controleer_rijen(Onderzoek *o)
{
	double		verwacht[AANTAL_DOSSIERSOORTEN];
	int			plakken;

	for (int soort = 0; soort < AANTAL_DOSSIERSOORTEN; soort++)
		verwacht[soort] = tabel_van_soort(o, soort)->rd_rel->reltuples;
	o->dossiers = dossiers_begin(1, 0, verwacht);
	lees(o, TABEL_KLANTCONTACT, LEES_OPENEN | LEES_REGELS);
	lees(o, TABEL_PARTIJ, LEES_OPENEN | LEES_REGELS);
	plakken = dossiers_plakken_nodig(o->dossiers);
	o->vraag_adressen = plakken > 1;
	for (int plak = 0; plak < plakken; plak++)
	{
		if (plakken > 1)
		{
			dossiers_eind(o->dossiers);
			o->dossiers = dossiers_begin(plakken, plak, verwacht);
			lees(o, TABEL_KLANTCONTACT, LEES_OPENEN);
			lees(o, TABEL_PARTIJ, LEES_OPENEN);
		}
		lees_delen(o, plak == 0);
		controleer_dossiers(o);
	}
	dossiers_eind(o->dossiers);
}

/* A rule that takes a query of its own. */
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
	controleer_rijen(o);
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (tabel != TABEL_MUTATIELOG)
			controleer_eenmalig(o, tabel, psprintf("%s_pkey", tabellen[tabel].naam),
								psprintf("t.%s", tabellen[tabel].kolommen[SLEUTEL].naam), "true");
	for (const Controle *c = samenhang_controles; c->tabel != TABEL_GEEN; c++)
		if (c->nodig(&o->stand))
			controleer_samenhang(o, c);
	for (const Eenmalig *e = eenmalig_controles; e->tabel != TABEL_GEEN; e++)
		controleer_eenmalig(o, e->tabel, e->regel, e->kolommen, e->waar);
}

/* What is known before anything is read. */
static void
begin_stand(Onderzoek *o)
{
	HASHCTL		ctl = {0};

	for (int optie = 0; optie < AANTAL_OPTIES; optie++)
		o->stand.aan[optie] = register_tabel(o->tabel[optie_tabel(optie)])->optie[optie].aan;
	/* What a standby shows was written by the clock of its primary, which may be ahead. */
	o->stand.nu = Max(GetCurrentTimestamp(), GetLatestXTime());
	ctl.keysize = sizeof(pg_uuid_t);
	ctl.entrysize = sizeof(Gemeentelijk);
	ctl.hcxt = CurrentMemoryContext;
	o->stand.gemeentelijk = hash_create("klantinteracties gemeentelijk", 64, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
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
	eis_niet_verdeeld(schema);
	niveau = begin_instellingen();
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		o.tabel[tabel] = open_tabel(schema, tabel);
	o.overtredingen = rsinfo->setResult;
	o.desc = rsinfo->setDesc;
	o.uitkomst = CreateTuplestoreDestReceiver();
	SetTuplestoreDestReceiverParams(o.uitkomst, rsinfo->setResult, rsinfo->econtext->ecxt_per_query_memory, false, NULL, NULL);

	SPI_connect();
	begin_stand(&o);
	controleer_alles(&o);
	SPI_finish();

	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		table_close(o.tabel[tabel], NoLock);
	AtEOXact_GUC(true, niveau);
	return (Datum) 0;
}
