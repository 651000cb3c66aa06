/*
 * corrigeer.c
 *		What may change a klantcontact, and whatever else is only corrected: corrigeer() and vul_inhoud_aan() (KI-19 to KI-22, KI-49,
 *		KI-70, KI-79; domain decision 2).
 *
 * Both run as the caller, whose privileges and row security decide on the UPDATE, INSERT or DELETE that they execute. What they add
 * is an opening for exactly that row event (opening.c). The rules are checked on the result as on any row, the version before goes
 * to the mutatielog with the reason, and what other rows copied from this one follows, whether the caller sees them or not.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "parser/parse_coerce.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

PG_FUNCTION_INFO_V1(ki_corrigeer);
PG_FUNCTION_INFO_V1(ki_vul_inhoud_aan);

extern Datum uuid_v7(PG_FUNCTION_ARGS);

/* One correction. */
typedef struct Correctie
{
	Relation	rel;
	RegisterTabel *rt;
	const char *tabel;			/* qualified and quoted */
	Datum		id;
	Datum		wijziging;		/* jsonb */
	Bitmapset  *attributen;		/* the columns of wijziging */
	const char *kolommen;		/* a, b: the same for SQL */
	const char *waarden;		/* ($2).a, ($2).b */
	const char *toekenningen;	/* a = ($2).a, b = ($2).b */
	const char *reden;
} Correctie;

/* Refuses an argument. */
void
fout_invoer(const char *bericht, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s", bericht),
			 hint ? errhint("%s", hint) : 0));
}

/* Does a text say nothing? Blanks are those of ASCII and, in UTF-8, the other spaces of Unicode. */
bool
is_blanco(const char *tekst)
{
	static const char *const spaties[] = {
		" ", "\t", "\n", "\r", "\f", "\v", "\xc2\x85", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
		"\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u200b", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"
	};
	bool		verder = true;

	while (verder)
	{
		verder = false;
		for (int i = 0; i < lengthof(spaties); i++)
			if (strncmp(tekst, spaties[i], strlen(spaties[i])) == 0)
			{
				tekst += strlen(spaties[i]);
				verder = true;
			}
	}
	return *tekst == '\0';
}

/* The table of this name whose rows can be corrected: those with an id of their own, but for certificates of destruction. */
static Tabel
te_corrigeren_tabel(const char *naam)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
		if (strcmp(tabellen[tabel].naam, naam) == 0 && tabellen[tabel].kolommen[SLEUTEL].soort == KOLOM_UUID &&
			tabel != TABEL_VERNIETIGING)
			return tabel;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("rows of table \"%s\" are not corrected", naam),
			 errhint("Reference data are changed by UPDATE; what is in the mutatielog stays.")));
}

/*
 * KI-21, KI-70, KI-100, KI-108, D8: which row it is, of which soort, when it was registered, as what it was sent and what is copied
 * from another is not for correction. A row that is added may say its nummer and soort.
 */
static bool
is_te_corrigeren(const RegisterTabel *rt, AttrNumber attnum, bool nieuw)
{
	for (int i = 0; i < tabellen[rt->tabel].aantal_kolommen; i++)
	{
		const Kolom *kolom = &tabellen[rt->tabel].kolommen[i];
		bool		blijft = kolom->soort == KOLOM_NUMMER || (rt->tabel == TABEL_PARTIJ && i == P_SOORT_PARTIJ) ||
			(rt->tabel == TABEL_ACTOR && i == A_SOORT_ACTOR);

		if (rt->attnum[i] == attnum)
			return i >= EERSTE_EIGEN_KOLOM && !kolom->kopie && kolom->soort != KOLOM_BYTES && (nieuw || !blijft);
	}
	return true;
}

/* Is this column, by its number in the table, of type ja_of_leeg? */
static bool
is_ja_of_leeg(const RegisterTabel *rt, AttrNumber attnum)
{
	for (int i = 0; i < tabellen[rt->tabel].aantal_kolommen; i++)
		if (rt->attnum[i] == attnum)
			return tabellen[rt->tabel].kolommen[i].soort == KOLOM_JA_OF_LEEG;
	return false;
}

static void
voeg_bij(StringInfo s, const char *deel)
{
	appendStringInfo(s, "%s%s", s->len > 0 ? ", " : "", deel);
}

/* KI-32: a JSON value of a column of type ja_of_leeg, as the text that the type reads. */
static void
lees_ja_of_leeg(JsonbValue *v)
{
	bool		is_niets = v->type == jbvNull || (v->type == jbvBool && !v->val.boolean) ||
		(v->type == jbvString && ((v->val.string.len == 3 && pg_strncasecmp(v->val.string.val, "nee", 3) == 0) ||
								  (v->val.string.len == 8 && pg_strncasecmp(v->val.string.val, "onbekend", 8) == 0)));

	if (!is_niets && v->type != jbvBool)
		return;					/* the type says what is wrong with it, if anything */
	v->type = jbvString;
	v->val.string.val = is_niets ? "" : "ja";
	v->val.string.len = strlen(v->val.string.val);
}

/*
 * A JSON value as jsonb_populate_record() takes it for the column. For a text that would take an object or array, as it is written; but
 * nobody means that.
 */
static void
lees_waarde(const Correctie *c, AttrNumber attnum, JsonbValue *v)
{
	if (v->type == jbvBinary && TypeCategory(get_atttype(c->rt->relid, attnum)) == TYPCATEGORY_STRING)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value of column \"%s\" of table \"%s\" must be a string", get_attname(c->rt->relid, attnum, false),
						tabellen[c->rt->tabel].naam)));
	if (is_ja_of_leeg(c->rt, attnum))
		lees_ja_of_leeg(v);
}

/* The column that a key of the object names, if it may be corrected, or given for a row that is added. */
static AttrNumber
lees_kolom(const Correctie *c, bool nieuw, const char *naam)
{
	AttrNumber	attnum = get_attnum(c->rt->relid, naam);

	if (attnum <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("column \"%s\" of table \"%s\" does not exist", naam, tabellen[c->rt->tabel].naam)));
	if (!is_te_corrigeren(c->rt, attnum, nieuw))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("column \"%s\" of table \"%s\" cannot be corrected", naam, tabellen[c->rt->tabel].naam),
				 errdetail("It says which row it is or of what soort, is kept by the register, or is copied from another row.")));
	return attnum;
}

/* Reads the jsonb object: which columns it names, and their values. */
static void
lees_kolommen(Correctie *c, bool nieuw)
{
	Jsonb	   *object = DatumGetJsonbP(c->wijziging);
	JsonbParseState *staat = NULL;
	JsonbValue *gelezen = NULL;
	JsonbIterator *it;
	JsonbValue	v;
	JsonbIteratorToken token;
	AttrNumber	attnum = InvalidAttrNumber;
	StringInfoData kolommen;
	StringInfoData waarden;
	StringInfoData toekenningen;

	if (!JB_ROOT_IS_OBJECT(object) || JB_ROOT_COUNT(object) == 0)
		fout_invoer(_("a correction must be a JSON object with at least one column"),
					_("For example: {\"inhoud\": \"...\"}."));
	initStringInfo(&kolommen);
	initStringInfo(&waarden);
	initStringInfo(&toekenningen);
	it = JsonbIteratorInit(&object->root);
	while ((token = JsonbIteratorNext(&it, &v, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
		{
			const char *naam = pnstrdup(v.val.string.val, v.val.string.len);

			attnum = lees_kolom(c, nieuw, naam);
			c->attributen = bms_add_member(c->attributen, attnum);
			naam = quote_identifier(naam);
			voeg_bij(&kolommen, naam);
			voeg_bij(&waarden, psprintf("($2).%s", naam));
			voeg_bij(&toekenningen, psprintf("%s = ($2).%s", naam, naam));
		}
		else if (token == WJB_VALUE)
			lees_waarde(c, attnum, &v);
		gelezen = pushJsonbValue(&staat, token, token == WJB_KEY || token == WJB_VALUE ? &v : NULL);
	}
	c->wijziging = JsonbPGetDatum(JsonbValueToJsonb(gelezen));
	c->kolommen = kolommen.data;
	c->waarden = waarden.data;
	c->toekenningen = toekenningen.data;
}

/* Executes one statement with parameters $1 (the id) and $2, as the caller. */
static void
voer_uit(const char *sql, Datum id, Oid type, Datum tweede, int verwacht)
{
	Oid			types[2] = {UUIDOID, type};
	Datum		waarden[2] = {id, tweede};
	int			resultaat = SPI_execute_with_args(sql, OidIsValid(type) ? 2 : 1, types, waarden, NULL, false, 0);

	if (resultaat != verwacht)
		elog(ERROR, "SPI_execute_with_args returned %s", SPI_result_code_string(resultaat));
}

/* The row that a query returned, in this column. NULL if it returned none. */
static HeapTuple
gelezen_rij(int kolom)
{
	HeapTupleHeader kop;
	HeapTupleData tuple;
	bool		leeg;

	if (SPI_processed == 0)
		return NULL;
	kop = DatumGetHeapTupleHeader(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, kolom, &leeg));
	tuple.t_len = HeapTupleHeaderGetDatumLength(kop);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_tableOid = InvalidOid;
	tuple.t_data = kop;
	return heap_copytuple(&tuple);
}

pg_noreturn static void
fout_geen_rij(const Correctie *c)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s %s does not exist", tabellen[c->rt->tabel].naam, tekst_van(UUIDOID, c->id))));
}

/*
 * Executes the one statement of a correction, with parameter $2 of this type, while the row is open for it. nieuw and kolommen are
 * as in Opening.
 */
static void
voer_open_uit(const Correctie *c, TriggerEvent operatie, HeapTuple nieuw, Bitmapset *kolommen, Oid type, Datum tweede,
			  const char *sql, int verwacht)
{
	Opening		opening = {.relid = c->rt->relid, .operatie = operatie, .id = c->id, .nieuw = nieuw, .kolommen = kolommen, .reden = c->reden};

	opening_begin(&opening);
	PG_TRY();
	{
		voer_uit(sql, c->id, type, tweede, verwacht);
	}
	PG_FINALLY();
	{
		opening_eind(&opening);
	}
	PG_END_TRY();
	/* Another session may have removed it while we waited for that. */
	if (SPI_processed == 0 && operatie != TRIGGER_EVENT_INSERT && !bestaat_met(c->rt->relid, SLEUTEL, c->id, SnapshotSelf))
		fout_geen_rij(c);
	if (SPI_processed != 1 || !opening.gebruikt)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("%s %s was not corrected as asked", tabellen[c->rt->tabel].naam, tekst_van(UUIDOID, c->id)),
				 errdetail("A trigger, a rule or row security kept it as it was, or made something else of it.")));
}

/* Where the copies of a klantcontact's columns are, and how those that differ follow klantcontact $1. */
#define VOLG_ALLES(tabel, sleutel) \
	"UPDATE ONLY %1$s." tabel " AS d SET plaatsgevonden_op = k.plaatsgevonden_op, kanaal_code = k.kanaal_code," \
	" vertrouwelijk = k.vertrouwelijk FROM ONLY %1$s.klantcontact AS k" \
	" WHERE d." sleutel " OPERATOR(pg_catalog.=) $1 AND k.id OPERATOR(pg_catalog.=) $1" \
	" AND (d.plaatsgevonden_op OPERATOR(pg_catalog.<>) k.plaatsgevonden_op" \
	" OR COALESCE(d.kanaal_code, '') OPERATOR(pg_catalog.<>) COALESCE(k.kanaal_code, '')" \
	" OR d.vertrouwelijk OPERATOR(pg_catalog.<>) k.vertrouwelijk)"
#define VOLG_VERTROUWELIJK(tabel, sleutel) \
	"UPDATE ONLY %1$s." tabel " AS d SET vertrouwelijk = k.vertrouwelijk FROM ONLY %1$s.klantcontact AS k" \
	" WHERE d." sleutel " OPERATOR(pg_catalog.=) $1 AND k.id OPERATOR(pg_catalog.=) $1" \
	" AND d.vertrouwelijk OPERATOR(pg_catalog.<>) k.vertrouwelijk"

static const char *const kopieen_van_klantcontact[] = {
	VOLG_ALLES("betrokkene", "had_klantcontact"),
	VOLG_ALLES("onderwerpobject", "was_onderwerp_van_klantcontact"),
	VOLG_VERTROUWELIJK("actor_klantcontact", "klantcontact_id"),
	VOLG_VERTROUWELIJK("bijlage", "was_bijlage_van_klantcontact"),
	VOLG_VERTROUWELIJK("interne_taak", "aanleidinggevend_klantcontact"),
	/* An address that is also of a partij that asks for geheimhouding is vertrouwelijk anyway. */
	"UPDATE ONLY %1$s.digitaal_adres AS d SET vertrouwelijk = b.vertrouwelijk FROM ONLY %1$s.betrokkene AS b"
	" WHERE d.verstrekt_door_betrokkene OPERATOR(pg_catalog.=) b.id AND b.had_klantcontact OPERATOR(pg_catalog.=) $1"
	" AND d.vertrouwelijk OPERATOR(pg_catalog.<>) b.vertrouwelijk"
	" AND NOT EXISTS (SELECT FROM ONLY %1$s.partij AS p"
	"   WHERE p.id OPERATOR(pg_catalog.=) d.verstrekt_door_partij AND p.indicatie_geheimhouding)"
};

/*
 * Lets the parts of a klantcontact follow what was corrected in it. They are found in the latest state, not that of the
 * transaction: a late part may have been added after this transaction's snapshot and before the klantcontact was locked here. Like
 * the actions of a foreign key this is done as the owner, without row security: the copies are the register's to keep, whichever
 * parts the caller may see or change.
 */
static void
werk_kopieen_bij(const Correctie *c, Datum klantcontact)
{
	const char *schema = quote_identifier(get_namespace_name(RelationGetNamespace(c->rel)));
	Opening		opening = {.operatie = TRIGGER_EVENT_UPDATE, .reden = c->reden};
	Oid			gebruiker;
	int			context;

	GetUserIdAndSecContext(&gebruiker, &context);
	SetUserIdAndSecContext(c->rel->rd_rel->relowner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	opening_begin(&opening);
	PG_TRY();
	{
		for (int i = 0; i < lengthof(kopieen_van_klantcontact); i++)
			(void) voer_uit_nu(psprintf(kopieen_van_klantcontact[i], schema), UUIDOID, klantcontact);
	}
	PG_FINALLY();
	{
		opening_eind(&opening);
	}
	PG_END_TRY();
	if (c->rt->tabel == TABEL_KLANTCONTACT)
		klantcontact_in_log(c->rel, klantcontact);
	SetUserIdAndSecContext(gebruiker, context);
}

/* Did a correction of a klantcontact touch what its parts copy? */
static bool
raakt_kopieen(const Correctie *c)
{
	static const int gekopieerd[] = {KC_PLAATSGEVONDEN_OP, KC_KANAAL_CODE, KC_VERTROUWELIJK};
	Jsonb	   *object = DatumGetJsonbP(c->wijziging);

	if (c->rt->tabel != TABEL_KLANTCONTACT)
		return false;
	for (int i = 0; i < lengthof(gekopieerd); i++)
	{
		const char *naam = tabellen[TABEL_KLANTCONTACT].kolommen[gekopieerd[i]].naam;
		JsonbValue	v;

		if (getKeyJsonValueFromContainer(&object->root, naam, strlen(naam), &v) != NULL)
			return true;
	}
	return false;
}

/*
 * The klantcontact that a version of the row is a part of; NULL if of none. An address that a betrokkene gave belongs to that of the
 * betrokkene.
 */
static const pg_uuid_t *
klantcontact_van_versie(const Correctie *c, HeapTuple versie)
{
	int			kolom = c->rt->tabel == TABEL_DIGITAAL_ADRES ? DA_VERSTREKT_DOOR_BETROKKENE : klantcontact_kolom(c->rt->tabel);
	bool		leeg = true;
	Datum		id = (Datum) 0;
	AndereRij	betrokkene;

	if (versie != NULL && kolom >= EERSTE_EIGEN_KOLOM)
		id = heap_getattr(versie, c->rt->attnum[kolom], RelationGetDescr(c->rel), &leeg);
	if (leeg || c->rt->tabel != TABEL_DIGITAAL_ADRES)
		return leeg ? NULL : DatumGetUUIDP(id);
	leeg = !rij_lezen_nu(&betrokkene, register_ouder(c->rt, c->rel, kolom), id);
	if (!leeg)
		id = datumCopy(rij_waarde(&betrokkene, BB_HAD_KLANTCONTACT, &leeg), false, UUID_LEN);
	rij_sluiten(&betrokkene);
	return leeg ? NULL : DatumGetUUIDP(id);
}

/*
 * Locks the klantcontacten that a row belongs to as it is and as it is to become (NULL: not at all), before the row itself and what else
 * it refers to. So does who corrects a klantcontact, whose parts follow it: in any other order two corrections would wait for each other.
 * Should the row have moved by the time that it is locked, the rules lock the right klantcontact after all. The foreign key says what is
 * wrong with one that is not there.
 */
static void
vergrendel_klantcontacten(const Correctie *c, HeapTuple was, HeapTuple wordt)
{
	Oid			klantcontacten = register_tabel_in(RelationGetNamespace(c->rel), TABEL_KLANTCONTACT);
	const pg_uuid_t *ids[2];

	ids[0] = klantcontact_van_versie(c, was);
	ids[1] = klantcontact_van_versie(c, wordt);
	/* Two rows that change places go by the order of their klantcontacten. */
	if (ids[0] != NULL && ids[1] != NULL && memcmp(ids[0], ids[1], UUID_LEN) > 0)
	{
		const pg_uuid_t *hoogste = ids[0];

		ids[0] = ids[1];
		ids[1] = hoogste;
	}
	for (int i = 0; i < lengthof(ids); i++)
		if (ids[i] != NULL)
		{
			AndereRij	kc;

			(void) rij_lezen(&kc, klantcontacten, UUIDPGetDatum(ids[i]), LockTupleNoKeyExclusive);
			rij_sluiten(&kc);
		}
}

/* Reads the row as the caller sees it, which it must, and locks its klantcontacten. The row itself may change until it is locked. */
static void
vergrendel_voor_wijziging(const Correctie *c)
{
	voer_uit(psprintf("SELECT t, %s FROM ONLY %s AS t WHERE t.id OPERATOR(pg_catalog.=) $1",
					  c->toekenningen ? "pg_catalog.jsonb_populate_record(t, $2)" : "t", c->tabel),
			 c->id, c->toekenningen ? JSONBOID : InvalidOid, c->wijziging, SPI_OK_SELECT);
	if (SPI_processed == 0)
		fout_geen_rij(c);
	vergrendel_klantcontacten(c, gelezen_rij(1), gelezen_rij(2));
}

/* Changes the row: the stored one, which is locked, with the columns of wijziging over it. */
static void
wijzig(const Correctie *c)
{
	HeapTuple	nieuw;

	vergrendel_voor_wijziging(c);
	voer_uit(psprintf("SELECT pg_catalog.jsonb_populate_record(t, $2) FROM ONLY %s AS t"
					  " WHERE t.id OPERATOR(pg_catalog.=) $1 FOR NO KEY UPDATE", c->tabel),
			 c->id, JSONBOID, c->wijziging, SPI_OK_SELECT);
	nieuw = gelezen_rij(1);
	if (nieuw == NULL)
		fout_geen_rij(c);
	voer_open_uit(c, TRIGGER_EVENT_UPDATE, nieuw, NULL, c->rel->rd_rel->reltype,
				  heap_copy_tuple_as_datum(nieuw, RelationGetDescr(c->rel)),
				  psprintf("UPDATE ONLY %s AS t SET %s WHERE t.id OPERATOR(pg_catalog.=) $1", c->tabel, c->toekenningen),
				  SPI_OK_UPDATE);
	if (raakt_kopieen(c))
		werk_kopieen_bij(c, c->id);
	else if (c->rt->tabel == TABEL_BETROKKENE)
	{
		AndereRij	betrokkene;
		bool		leeg;

		/* It may have moved to another klantcontact, and its addresses with it. */
		if (rij_lezen_zonder_slot(&betrokkene, c->rt->relid, c->id, SnapshotSelf))
			werk_kopieen_bij(c, datumCopy(rij_waarde(&betrokkene, BB_HAD_KLANTCONTACT, &leeg), false, UUID_LEN));
		rij_sluiten(&betrokkene);
	}
}

/* The id, and every key: whose the row is, is never left to a trigger of the user's. */
static Bitmapset *
met_sleutels(const Correctie *c)
{
	Bitmapset  *kolommen = bms_copy(c->attributen);

	for (int i = EERSTE_EIGEN_KOLOM; i < tabellen[c->rt->tabel].aantal_kolommen; i++)
		if (tabellen[c->rt->tabel].kolommen[i].soort == KOLOM_UUID)
			kolommen = bms_add_member(kolommen, c->rt->attnum[i]);
	return kolommen;
}

/*
 * Adds a part that was forgotten. What the correction leaves out takes its default. RETURNING lets row security refuse a row that the
 * caller could not see, as a part of a klantcontact is that he cannot.
 */
static void
voeg_toe(const Correctie *c)
{
	HeapTuple	nieuw;

	voer_uit(psprintf("SELECT pg_catalog.jsonb_populate_record(NULL::%s, $2)", c->tabel),
			 c->id, JSONBOID, c->wijziging, SPI_OK_SELECT);
	nieuw = gelezen_rij(1);
	vergrendel_klantcontacten(c, NULL, nieuw);
	voer_open_uit(c, TRIGGER_EVENT_INSERT, nieuw, met_sleutels(c), c->rel->rd_rel->reltype,
				  heap_copy_tuple_as_datum(nieuw, RelationGetDescr(c->rel)),
				  psprintf("INSERT INTO %s (id, %s) SELECT $1, %s RETURNING id", c->tabel, c->kolommen, c->waarden), SPI_OK_INSERT_RETURNING);
	log_toevoeging(c->rel, c->rt, c->id, c->reden);
}

static void
verwijder(const Correctie *c)
{
	vergrendel_voor_wijziging(c);
	voer_open_uit(c, TRIGGER_EVENT_DELETE, NULL, NULL, InvalidOid, (Datum) 0,
				  psprintf("DELETE FROM ONLY %s AS t WHERE t.id OPERATOR(pg_catalog.=) $1", c->tabel), SPI_OK_DELETE);
}

/*
 * To correct is to UPDATE the whole table, also where a row is added or removed: who registers may update the columns that ordinary
 * steps change, and insert, but not repair or add to what was registered before. The INSERT or DELETE itself asks for its own.
 */
static void
eis_bevoegdheid(const Correctie *c)
{
	AclResult	mag = pg_class_aclcheck(c->rt->relid, GetUserId(), ACL_UPDATE);

	if (mag != ACLCHECK_OK)
		aclcheck_error(mag, OBJECT_TABLE, RelationGetRelationName(c->rel));
}

static void
begin_correctie(Correctie *c, Oid schema, Tabel tabel)
{
	eis_niet_verdeeld(schema);
	c->rel = table_open(register_tabel_in(schema, tabel), AccessShareLock);
	c->rt = register_tabel(c->rel);
	if (c->rt->tabel != tabel)
		elog(ERROR, "table \"%s\" has the rules of another", tabellen[tabel].naam);
	c->tabel = quote_qualified_identifier(get_namespace_name(schema), RelationGetRelationName(c->rel));
}

/*
 * corrigeer(tabel text, id uuid, wijziging jsonb, reden text, register name) -> uuid
 *
 * Repairs an error in one row: changes it as wijziging says ({"column": value, ...}), removes it where wijziging is null, or adds a
 * forgotten one where id is null. Returns the id of the row. A klantcontact itself is neither added nor removed. Raises 22023 for
 * what cannot be corrected and for a reason that says nothing, 42501 without the privilege, and the violation of any rule.
 */
Datum
ki_corrigeer(PG_FUNCTION_ARGS)
{
	Correctie	c = {0};
	Oid			schema = register_schema(PG_ARGISNULL(4) ? NULL : NameStr(*PG_GETARG_NAME(4)));
	Tabel		tabel;
	pg_uuid_t  *id;

	if (PG_ARGISNULL(0))
		fout_invoer(_("table of a correction cannot be null"), NULL);
	tabel = te_corrigeren_tabel(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	if (PG_ARGISNULL(3) || is_blanco(text_to_cstring(PG_GETARG_TEXT_PP(3))))
		fout_invoer(_("a correction needs a reason"), _("Say what was wrong; it is kept in the mutatielog."));
	if (PG_ARGISNULL(1) && PG_ARGISNULL(2))
		fout_invoer(_("a correction needs the id of a row, or the row to add"), NULL);
	if (tabel == TABEL_KLANTCONTACT && (PG_ARGISNULL(1) || PG_ARGISNULL(2)))
		fout_invoer(_("a klantcontact is not added or removed by correction"), NULL);

	c.reden = text_to_cstring(PG_GETARG_TEXT_PP(3));
	c.id = PG_ARGISNULL(1) ? DirectFunctionCall1(uuid_v7, (Datum) 0) : PG_GETARG_DATUM(1);
	id = palloc(sizeof(pg_uuid_t));
	memcpy(id, DatumGetUUIDP(c.id), UUID_LEN);
	c.id = UUIDPGetDatum(id);
	begin_correctie(&c, schema, tabel);
	eis_bevoegdheid(&c);
	if (!PG_ARGISNULL(2))
	{
		c.wijziging = PG_GETARG_DATUM(2);
		lees_kolommen(&c, PG_ARGISNULL(1));
	}

	SPI_connect();
	if (PG_ARGISNULL(2))
		verwijder(&c);
	else if (PG_ARGISNULL(1))
		voeg_toe(&c);
	else
		wijzig(&c);
	SPI_finish();
	table_close(c.rel, NoLock);
	PG_RETURN_UUID_P(id);
}

/* KI-20: is the klantcontact still young enough to be added to? */
static void
eis_aanvulvenster(const Correctie *c, TimestampTz geregistreerd_op)
{
	const Interval *venster = &c->rt->optie[OPTIE_AANVULVENSTER].duur;

	if (duur_is_nul(venster) || GetCurrentTimestamp() > moment_plus(geregistreerd_op, venster))
		ereport(ERROR,
				(errcode(ERRCODE_RESTRICT_VIOLATION),
				 errmsg("inhoud of klantcontact %s cannot be added to", tekst_van(UUIDOID, c->id)),
				 errdetail("The aanvulvenster of this register does not allow it, or not any more."),
				 errhint("What was registered wrongly is repaired by klantinteracties.corrigeer(); what was said later is another klantcontact."),
				 errtableconstraint(c->rel, "klantcontact_onveranderlijk")));
}

/*
 * vul_inhoud_aan(klantcontact uuid, tekst text, register name) -> void
 *
 * Adds a text to the inhoud of a klantcontact, after a blank, within the aanvulvenster of the register (KI-20). This is no correction:
 * the privilege to UPDATE inhoud will do.
 */
Datum
ki_vul_inhoud_aan(PG_FUNCTION_ARGS)
{
	Correctie	c = {0};
	Oid			schema = register_schema(PG_ARGISNULL(2) ? NULL : NameStr(*PG_GETARG_NAME(2)));
	bool		leeg;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || is_blanco(text_to_cstring(PG_GETARG_TEXT_PP(1))))
		fout_invoer(_("an addition needs a klantcontact and a text"), NULL);
	begin_correctie(&c, schema, TABEL_KLANTCONTACT);
	c.id = PG_GETARG_DATUM(0);
	c.reden = "aanvulling";

	SPI_connect();
	voer_uit(psprintf("SELECT pg_catalog.jsonb_build_object('inhoud', pg_catalog.concat_ws(' ', t.inhoud, $2)), t.geregistreerd_op"
					  " FROM ONLY %s AS t WHERE t.id OPERATOR(pg_catalog.=) $1 FOR NO KEY UPDATE", c.tabel),
			 c.id, TEXTOID, PG_GETARG_DATUM(1), SPI_OK_SELECT);
	if (SPI_processed == 0)
		fout_geen_rij(&c);
	c.wijziging = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &leeg);
	eis_aanvulvenster(&c, DatumGetTimestampTz(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2, &leeg)));
	lees_kolommen(&c, false);
	wijzig(&c);
	SPI_finish();
	table_close(c.rel, NoLock);
	PG_RETURN_VOID();
}
