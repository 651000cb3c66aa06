/*
 * vernietig.c
 *		Destruction on a retention ground: vernietig_klantcontacten() (KI-38, KI-110, domain decision 2).
 *
 * In order: select the klantcontacten; lock them; take the state after that lock, in which nothing can come to hang under them or
 * refer to them any more; see which of them have to stay; and remove the others with all that is theirs, table by table, what
 * refers before what is referred to. Each removal is one statement with an opening for exactly those rows (opening.c). All of it is
 * part of the caller's statement, so it happens whole or not at all.
 *
 * The caller needs DELETE on all tables of which rows go, and nothing else. All is read and done as the owner of the register, without
 * row security: so nothing of a klantcontact is overlooked, and who destroys need not be one who may read.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "executor/tstoreReceiver.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/params.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "vernietig.h"

PG_FUNCTION_INFO_V1(ki_vernietig_klantcontacten);

extern Datum uuid_v7(PG_FUNCTION_ARGS);

/* What goes with a klantcontact, in the order in which it can go: what refers before what is referred to. */
static const Onderdeel onderdelen_van_klantcontact[] = {
	{TABEL_ONDERWERPOBJECT, OO_WAS_ONDERWERP_VAN_KLANTCONTACT, SLEUTEL, TABEL_KLANTCONTACT},
	{TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_BETROKKENE, SLEUTEL, TABEL_BETROKKENE},
	{TABEL_BETROKKENE, BB_HAD_KLANTCONTACT, SLEUTEL, TABEL_KLANTCONTACT},
	{TABEL_ACTOR_KLANTCONTACT, AC_KLANTCONTACT_ID, SLEUTEL, TABEL_KLANTCONTACT},
	{TABEL_BIJLAGE, BL_WAS_BIJLAGE_VAN_KLANTCONTACT, SLEUTEL, TABEL_KLANTCONTACT},
	{TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT, SLEUTEL, TABEL_KLANTCONTACT},
	{TABEL_KLANTCONTACT, SLEUTEL, SLEUTEL, TABEL_GEEN}
};

/* How many rows there are in a set. */
int
aantal_ids(Datum rijen)
{
	ArrayType  *array = DatumGetArrayTypeP(rijen);

	return ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
}

static const char *
kolom(Tabel tabel, int nummer)
{
	return tabellen[tabel].kolommen[nummer].naam;
}

static void
zet_parameter(ParamListInfo lijst, int nr, Oid type, Datum waarde)
{
	lijst->params[nr].value = waarde;
	lijst->params[nr].isnull = false;
	lijst->params[nr].pflags = PARAM_FLAG_CONST;
	lijst->params[nr].ptype = type;
}

/* The parameters $1 and so on of a query: sets of uuids. */
ParamListInfo
verzamelingen(int aantal_sets, const Datum *sets)
{
	ParamListInfo lijst = makeParamList(aantal_sets);

	for (int i = 0; i < aantal_sets; i++)
		zet_parameter(lijst, i, UUIDARRAYOID, sets[i]);
	return lijst;
}

/* Reads the state at hand, v->stand; where to is NULL, the rows are left in SPI_tuptable. */
void
lees(const Vernietiging *v, const char *sql, ParamListInfo parameters, DestReceiver *naar)
{
	SPIExecuteOptions opties = {.params = parameters, .read_only = true, .dest = naar};
	int			resultaat;

	PushActiveSnapshot(v->stand);
	resultaat = SPI_execute_extended(sql, &opties);
	PopActiveSnapshot();
	if (resultaat != SPI_OK_SELECT)
		elog(ERROR, "SPI_execute_extended returned %s", SPI_result_code_string(resultaat));
}

/* Reads a set: the query returns one array. */
Datum
lees_verzameling(const Vernietiging *v, const char *sql, ParamListInfo parameters, Oid element)
{
	bool		leeg;
	Datum		array;

	lees(v, sql, parameters, NULL);
	array = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &leeg);
	array = leeg ? PointerGetDatum(construct_empty_array(element)) : PointerGetDatum(PG_DETOAST_DATUM_COPY(array));
	SPI_freetuptable(SPI_tuptable);
	return array;
}

/* Adds the rows of a query (tabel, id, actie, reden) to the report. */
void
meld(const Vernietiging *v, const char *sql, ParamListInfo parameters)
{
	DestReceiver *naar = CreateDestReceiver(DestTuplestore);

	SetTuplestoreDestReceiverParams(naar, v->verslag, v->verslag_context, false, NULL, NULL);
	lees(v, sql, parameters, naar);
	naar->rDestroy(naar);
}

/* The klantcontacten that match all criteria, and are in this list if there is one. */
static void
kies(Vernietiging *v, bool is_lijst, Datum lijst)
{
	ParamListInfo parameters = makeParamList(2);
	StringInfoData sql;

	zet_parameter(parameters, 0, TIMESTAMPTZOID, v->voor);
	zet_parameter(parameters, 1, UUIDARRAYOID, lijst);
	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT pg_catalog.array_agg(k.id ORDER BY k.id) FROM ONLY %s.klantcontact AS k WHERE true", v->schema);
	if (v->is_voor)
		appendStringInfoString(&sql, " AND k.plaatsgevonden_op OPERATOR(pg_catalog.<) $1");
	if (v->zaak != NULL)
		appendStringInfo(&sql, " AND EXISTS (SELECT FROM ONLY %s.onderwerpobject AS o"
						 " WHERE o.was_onderwerp_van_klantcontact" IS "k.id"
						 " AND o.onderwerpobjectidentificator_objecttype_code" IS "'" OBJECTTYPE_ZAAK "'"
						 " AND o.onderwerpobjectidentificator_object_id" IS "%s)", v->schema, quote_literal_cstr(v->zaak));
	if (is_lijst)
		appendStringInfoString(&sql, " AND EXISTS (SELECT FROM pg_catalog.unnest($2) AS s(id) WHERE s.id" IS "k.id)");
	v->gekozen = lees_verzameling(v, sql.data, parameters, UUIDOID);
}

/* Locks rows of one table, in the order of their ids. One that is gone is left out when it is read again. */
void
vergrendel_rijen(const Vernietiging *v, Tabel tabel, Datum rijen)
{
	Oid			relid = register_tabel_in(v->schema_oid, tabel);
	pg_uuid_t  *ids = (pg_uuid_t *) ARR_DATA_PTR(DatumGetArrayTypeP(rijen));
	int			n = aantal_ids(rijen);
	MemoryContext per_rij = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties lock", ALLOCSET_SMALL_SIZES);
	MemoryContext was = MemoryContextSwitchTo(per_rij);

	for (int i = 0; i < n; i++)
	{
		AndereRij	rij;

		CHECK_FOR_INTERRUPTS();
		rij_lezen(&rij, relid, UUIDPGetDatum(&ids[i]), LockTupleExclusive);
		rij_sluiten(&rij);
		MemoryContextReset(per_rij);
	}
	MemoryContextSwitchTo(was);
	MemoryContextDelete(per_rij);
}

/* The rows of one table that hang under what goes, or may go. */
Datum
lees_delen(const Vernietiging *v, const Onderdeel *o, Datum ouders, const char *voorwaarde)
{
	return lees_verzameling(v, psprintf("SELECT pg_catalog.array_agg(d.id ORDER BY d.id) FROM ONLY %s.%s AS d"
										" JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "d.%s%s%s",
										v->schema, tabellen[o->tabel].naam, kolom(o->tabel, o->sleutel),
										o->ook == SLEUTEL ? "" : psprintf(" OR s.id" IS "d.%s", kolom(o->tabel, o->ook)), voorwaarde),
							verzamelingen(1, &ouders), UUIDOID);
}

static void
vergrendel_taken(Vernietiging *v)
{
	const Onderdeel taken = {TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT, SLEUTEL, TABEL_KLANTCONTACT};

	v->stand = laatste_stand();
	vergrendel_rijen(v, taken.tabel, lees_delen(v, &taken, v->gekozen, ""));
	UnregisterSnapshot(v->stand);
}

/*
 * Locks what was selected. The lock on a klantcontact excludes whoever would change it, give it a part, change or remove a part of
 * it, or refer to it: all of them lock the klantcontact too, by a rule or a foreign key, at the latest when they commit. Work on an
 * interne taak does not, so taken are locked as well; after their klantcontacten, as everybody does who locks both.
 */
static void
vergrendel(Vernietiging *v)
{
	vergrendel_rijen(v, TABEL_KLANTCONTACT, v->gekozen);
	vergrendel_taken(v);
}

/* Is this column of this relation a key that the register itself knows? */
static bool
is_eigen_sleutel(const Vernietiging *v, Oid relid, const char *naam)
{
	for (int tabel = TABEL_GEEN + 1; tabel < AANTAL_TABELLEN; tabel++)
	{
		if (get_relname_relid(tabellen[tabel].naam, v->schema_oid) != relid)
			continue;
		for (int i = 0; i < tabellen[tabel].aantal_kolommen; i++)
			if (strcmp(kolom(tabel, i), naam) == 0)
				return true;
	}
	return false;
}

/* Adds the klantcontacten to which foreign keys of others refer, in themselves or in what goes with them. */
void
voeg_verwijzingen_toe(const Vernietiging *v, const Onderdeel *onderdeel, StringInfo sql)
{
	const char *doel = tabellen[onderdeel->tabel].naam;

	lees(v, psprintf("SELECT c.conrelid::pg_catalog.oid, k.attname, c.conname,"
					 " pg_catalog.format('%%I.%%I', n.nspname, r.relname), r.relkind" IS "'p', w.voorwaarde"
					 " FROM pg_catalog.pg_constraint AS c"
					 " JOIN pg_catalog.pg_class AS r ON r.oid" IS "c.conrelid"
					 " JOIN pg_catalog.pg_namespace AS n ON n.oid" IS "r.relnamespace"
					 " JOIN pg_catalog.pg_attribute AS k ON k.attrelid" IS "c.conrelid AND k.attnum" IS "c.conkey[1]"
					 " CROSS JOIN LATERAL (SELECT pg_catalog.string_agg("
					 "   pg_catalog.format('c.%%I OPERATOR(pg_catalog.=) f.%%I', a.attname, b.attname), ' AND ') AS voorwaarde"
					 "   FROM ROWS FROM (pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey)) AS u(van, naar)"
					 "   JOIN pg_catalog.pg_attribute AS a ON a.attrelid" IS "c.conrelid AND a.attnum" IS "u.van"
					 "   JOIN pg_catalog.pg_attribute AS b ON b.attrelid" IS "c.confrelid AND b.attnum" IS "u.naar) AS w"
					 /* what a partitioned table refers by, once; but that of a table to a parent of ours counts for ours */
					 " WHERE c.contype" IS "'f' AND c.confrelid" IS "%u AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS p"
					 "   WHERE p.oid" IS "c.conparentid AND p.confrelid" IS "c.confrelid)",
					 register_tabel_in(v->schema_oid, onderdeel->tabel)), NULL, NULL);
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		HeapTuple	rij = SPI_tuptable->vals[i];
		TupleDesc	desc = SPI_tuptable->tupdesc;
		bool		leeg;
		const char *tabel = SPI_getvalue(rij, desc, 4);
		const char *reden = psprintf("table %s refers to %s%s (foreign key %s)", tabel,
									 onderdeel->ouder == TABEL_GEEN ? "it" : "its ", onderdeel->ouder == TABEL_GEEN ? "" : doel,
									 quote_identifier(SPI_getvalue(rij, desc, 3)));

		if (is_eigen_sleutel(v, DatumGetObjectId(SPI_getbinval(rij, desc, 1, &leeg)), SPI_getvalue(rij, desc, 2)))
			continue;
		appendStringInfo(sql, " UNION SELECT s.id, %s FROM %s%s AS c JOIN ONLY %s.%s AS f ON %s", quote_literal_cstr(reden),
						 DatumGetBool(SPI_getbinval(rij, desc, 5, &leeg)) ? "" : "ONLY ", tabel, v->schema, doel,
						 SPI_getvalue(rij, desc, 6));
		if (onderdeel->ouder == TABEL_BETROKKENE)
			appendStringInfo(sql, " JOIN ONLY %s.betrokkene AS b ON b.id" IS "f.verstrekt_door_betrokkene"
							 " JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "b.had_klantcontact", v->schema);
		else
			appendStringInfo(sql, " JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "ANY (ARRAY[f.%s, f.%s])",
							 kolom(onderdeel->tabel, onderdeel->sleutel),
							 kolom(onderdeel->tabel, onderdeel->ook == SLEUTEL ? onderdeel->sleutel : onderdeel->ook));
	}
	SPI_freetuptable(SPI_tuptable);
}

/*
 * The query (id, reden) of why klantcontacten of the set $1 have to stay, if of those only the set $2 goes:
 *	- there is still work to do for it;
 *	- another that stays is about it, and would lose its subject (KI-44);
 *	- it belongs to a zaak, whose term it follows (KI-110), not that of its own moment or of another zaak. A list is a decision on
 *	  each klantcontact in it, so there this does not count;
 *	- a table of somebody else refers to it. Whatever that foreign key is to do on a delete: nothing cascades.
 */
static const char *
redenen(const Vernietiging *v)
{
	StringInfoData sql;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT s.id, pg_catalog.format('interne taak %%s is te_verwerken', t.nummer) AS reden"
					 " FROM ONLY %s.interne_taak AS t"
					 " JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "t.aanleidinggevend_klantcontact"
					 " WHERE t.status" IS "'te_verwerken'", v->schema);
	appendStringInfo(&sql, " UNION SELECT s.id, pg_catalog.format('klantcontact %%s, which stays, is about it', k.nummer)"
					 " FROM ONLY %1$s.onderwerpobject AS o"
					 " JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "o.onderwerp_was_klantcontact"
					 " JOIN ONLY %1$s.klantcontact AS k ON k.id" IS "o.was_onderwerp_van_klantcontact"
					 " WHERE NOT EXISTS (SELECT FROM pg_catalog.unnest($2) AS g(id)"
					 "   WHERE g.id" IS "o.was_onderwerp_van_klantcontact)", v->schema);
	if (!v->is_lijst)
	{
		appendStringInfo(&sql, " UNION SELECT s.id, pg_catalog.format('it belongs to zaak %%s, whose term it follows',"
						 "   o.onderwerpobjectidentificator_object_id)"
						 " FROM ONLY %s.onderwerpobject AS o"
						 " JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "o.was_onderwerp_van_klantcontact"
						 " WHERE o.onderwerpobjectidentificator_objecttype_code" IS "'" OBJECTTYPE_ZAAK "'", v->schema);
		if (v->zaak != NULL)
			appendStringInfo(&sql, " AND o.onderwerpobjectidentificator_object_id" IS_NIET "%s", quote_literal_cstr(v->zaak));
	}
	for (int i = 0; i < v->aantal_onderdelen; i++)
		voeg_verwijzingen_toe(v, &v->onderdelen[i], &sql);
	return sql.data;
}

/* Which klantcontacten go: those that need not stay, and that no klantcontact is about which has to, directly or in the end. */
static void
scheid(Vernietiging *v, const char *redenen)
{
	Datum		sets[2] = {v->gekozen, v->gekozen};

	v->ids[TABEL_KLANTCONTACT] =
		lees_verzameling(v, psprintf("WITH RECURSIVE blijft(id) AS (SELECT r.id FROM (%s) AS r"
									 " UNION SELECT o.onderwerp_was_klantcontact FROM blijft AS b"
									 "   JOIN ONLY %s.onderwerpobject AS o ON o.was_onderwerp_van_klantcontact" IS "b.id"
									 "   WHERE o.onderwerp_was_klantcontact IS NOT NULL)"
									 " SELECT pg_catalog.array_agg(s.id ORDER BY s.id) FROM pg_catalog.unnest($1) AS s(id)"
									 " WHERE NOT EXISTS (SELECT FROM blijft AS b WHERE b.id" IS "s.id)", redenen, v->schema),
						 verzamelingen(2, sets), UUIDOID);
}

/* What hangs under the klantcontacten that go. An address that is their partij's too stays with that (KI-82, KI-123). */
static void
verzamel_delen(Vernietiging *v)
{
	for (int i = v->aantal_onderdelen - 2; i >= 0; i--)
	{
		const Onderdeel *o = &v->onderdelen[i];

		v->ids[o->tabel] = lees_delen(v, o, v->ids[o->ouder],
										o->tabel == TABEL_DIGITAAL_ADRES ? " WHERE d.verstrekt_door_partij IS NULL" : "");
		if (o->tabel == TABEL_DIGITAAL_ADRES)
			v->adressen = lees_delen(v, o, v->ids[o->ouder], " WHERE d.verstrekt_door_partij IS NOT NULL");
	}
}

/* Adds to a query (tabel, rij_id) what a correction removed that hung under the whole by this key. */
static void
voeg_verwijderde_toe(const Vernietiging *v, const Onderdeel *o, int sleutel, StringInfo sql)
{
	appendStringInfo(sql, " UNION ALL SELECT m.tabel, m.rij_id FROM ONLY %s.mutatielog AS m"
					 " JOIN pg_catalog.unnest($%d) AS s(id) ON s.id::pg_catalog.text" IS "(m.oud OPERATOR(pg_catalog.->>) '%s')"
					 " WHERE m.operatie" IS "'DELETE' AND m.tabel" IS "'%s'",
					 v->schema, v->aantal_onderdelen, kolom(o->tabel, sleutel), tabellen[o->tabel].naam);
}

/*
 * What the mutatielog remembers of all that goes, and of what a correction removed from it before: that is found by the key in the
 * version that was superseded.
 */
void
verzamel_log(Vernietiging *v)
{
	Datum	   *sets = palloc(v->aantal_onderdelen * sizeof(Datum));
	Tabel		geheel = v->onderdelen[v->aantal_onderdelen - 1].tabel;
	StringInfoData sql;

	initStringInfo(&sql);
	appendStringInfoString(&sql, "WITH rij(tabel, rij_id) AS (");
	for (int i = 0; i < v->aantal_onderdelen; i++)
	{
		const Onderdeel *o = &v->onderdelen[i];

		sets[i] = v->ids[o->tabel];
		appendStringInfo(&sql, "%sSELECT '%s'::pg_catalog.text, s.id::pg_catalog.text FROM pg_catalog.unnest($%d) AS s(id)",
						 i > 0 ? " UNION ALL " : "", tabellen[o->tabel].naam, i + 1);
		if (o->ouder == geheel)
			voeg_verwijderde_toe(v, o, o->sleutel, &sql);
		if (o->ook != SLEUTEL)
			voeg_verwijderde_toe(v, o, o->ook, &sql);
	}
	appendStringInfo(&sql, "), adres AS (SELECT m.tabel, m.rij_id FROM ONLY %1$s.mutatielog AS m JOIN rij AS r"
					 " ON r.tabel" IS "'betrokkene' AND r.rij_id" IS "(m.oud OPERATOR(pg_catalog.->>) 'verstrekt_door_betrokkene')"
					 " WHERE m.operatie" IS "'DELETE' AND m.tabel" IS "'digitaal_adres'"
					 "   AND (m.oud OPERATOR(pg_catalog.->>) 'verstrekt_door_partij') IS NULL)"
					 " SELECT pg_catalog.array_agg(DISTINCT m.id ORDER BY m.id) FROM ONLY %1$s.mutatielog AS m"
					 " JOIN (SELECT * FROM rij UNION ALL SELECT * FROM adres) AS r"
					 " ON r.rij_id" IS "m.rij_id AND r.tabel" IS "m.tabel", v->schema);
	v->ids[TABEL_MUTATIELOG] = lees_verzameling(v, sql.data, verzamelingen(v->aantal_onderdelen, sets), INT8OID);
}

void
meld_vernietigd(const Vernietiging *v, Tabel tabel)
{
	ParamListInfo parameters = makeParamList(1);

	zet_parameter(parameters, 0, tabel == TABEL_MUTATIELOG ? INT8ARRAYOID : UUIDARRAYOID, v->ids[tabel]);
	meld(v, psprintf("SELECT '%s'::pg_catalog.text, s.id::pg_catalog.text, 'vernietigd'::pg_catalog.text, NULL::pg_catalog.text"
					 " FROM pg_catalog.unnest($1) AS s(id)", tabellen[tabel].naam), parameters);
}

static void
meld_alles(const Vernietiging *v, const char *redenen)
{
	Datum		sets[2] = {v->gekozen, v->ids[TABEL_KLANTCONTACT]};

	for (int i = v->aantal_onderdelen - 1; i >= 0; i--)
		meld_vernietigd(v, v->onderdelen[i].tabel);
	meld_vernietigd(v, TABEL_MUTATIELOG);
	meld(v, psprintf("SELECT 'digitaal_adres'::pg_catalog.text, d.id::pg_catalog.text, 'behouden'::pg_catalog.text,"
					 " pg_catalog.format('partij %%s has it too', d.verstrekt_door_partij) FROM pg_catalog.unnest($1) AS s(id)"
					 " JOIN ONLY %s.digitaal_adres AS d ON d.id" IS "s.id", v->schema), verzamelingen(1, &v->adressen));
	meld(v, psprintf("SELECT 'klantcontact'::pg_catalog.text, r.id::pg_catalog.text, 'behouden'::pg_catalog.text,"
					 " r.reden::pg_catalog.text FROM (%s) AS r", redenen), verzamelingen(2, sets));
}

/* Executes a statement with parameter $1 on the rows of the opening, all of them or none. */
void
voer_open_uit(Opening *opening, Tabel tabel, const char *sql, Oid type, Datum parameter, Snapshot stand)
{
	opening_begin(opening);
	PG_TRY();
	{
		(void) voer_uit_op_stand(sql, type, parameter, stand);
	}
	PG_FINALLY();
	{
		opening_eind(opening);
	}
	PG_END_TRY();
	if (SPI_processed != (opening->ids != NULL ? opening->aantal : 1))
		ereport(ERROR,
				(errcode(ERRCODE_TRIGGERED_DATA_CHANGE_VIOLATION),
				 errmsg("destruction did not reach all rows of %s that it is for", tabellen[tabel].naam),
				 errdetail("A trigger or rule of the user's kept at least one as it was.")));
}

/* Reads the row of an address, locked, as it is when no betrokkene has it any more. */
static HeapTuple
adres_zonder_betrokkene(Oid adressen, Datum id)
{
	AndereRij	adres;
	HeapTuple	nieuw;
	Datum	   *waarden;
	bool	   *leeg;
	bool	   *vervang;
	int			plaats;

	if (!rij_lezen(&adres, adressen, id, LockTupleNoKeyExclusive))
		elog(ERROR, "digitaal adres of a locked klantcontact is gone");
	waarden = palloc0(RelationGetDescr(adres.rel)->natts * sizeof(Datum));
	leeg = palloc0(RelationGetDescr(adres.rel)->natts * sizeof(bool));
	vervang = palloc0(RelationGetDescr(adres.rel)->natts * sizeof(bool));
	plaats = adres.rt->attnum[DA_VERSTREKT_DOOR_BETROKKENE] - 1;
	leeg[plaats] = vervang[plaats] = true;
	nieuw = heap_modify_tuple(ExecFetchSlotHeapTuple(adres.slot, false, NULL), RelationGetDescr(adres.rel), waarden, leeg, vervang);
	rij_sluiten(&adres);
	return nieuw;
}

/*
 * Takes the betrokkenen that go from the addresses that stay, row by row, as corrections: the partij need not prove who it is, and
 * the mutatielog has the grondslag for a reason.
 */
static void
laat_adressen_los(const Vernietiging *v, const char *grondslag)
{
	pg_uuid_t  *ids = (pg_uuid_t *) ARR_DATA_PTR(DatumGetArrayTypeP(v->adressen));
	int			n = aantal_ids(v->adressen);
	const char *sql = psprintf("UPDATE ONLY %s.digitaal_adres AS d SET verstrekt_door_betrokkene = NULL WHERE d.id" IS "$1", v->schema);

	for (int i = 0; i < n; i++)
	{
		Datum		id = UUIDPGetDatum(&ids[i]);
		Opening		opening = {
			.relid = register_tabel_in(v->schema_oid, TABEL_DIGITAAL_ADRES),
			.operatie = TRIGGER_EVENT_UPDATE,
			.id = id,
			.reden = grondslag
		};
		Snapshot	stand;

		opening.nieuw = adres_zonder_betrokkene(opening.relid, id);
		stand = laatste_stand();
		voer_open_uit(&opening, TABEL_DIGITAAL_ADRES, sql, UUIDOID, id, stand);
		UnregisterSnapshot(stand);
	}
}

/* Removes the rows of one table. */
void
verwijder(const Vernietiging *v, Tabel tabel)
{
	Opening		opening = {
		.relid = register_tabel_in(v->schema_oid, tabel),
		.operatie = TRIGGER_EVENT_DELETE,
		.ids = ARR_DATA_PTR(DatumGetArrayTypeP(v->ids[tabel])),
		.aantal = aantal_ids(v->ids[tabel])
	};

	if (opening.aantal > 0)
		voer_open_uit(&opening, tabel, psprintf("DELETE FROM ONLY %s.%s AS d USING pg_catalog.unnest($1) AS s(id) WHERE d.id" IS "s.id",
												v->schema, tabellen[tabel].naam),
					  tabel == TABEL_MUTATIELOG ? INT8ARRAYOID : UUIDARRAYOID, v->ids[tabel], v->stand);
}

/* Writes the certificate. */
void
certificeer(const Vernietiging *v, Datum grondslag)
{
	Datum		id = DirectFunctionCall1(uuid_v7, (Datum) 0);
	Opening		opening = {
		.relid = register_tabel_in(v->schema_oid, TABEL_VERNIETIGING),
		.operatie = TRIGGER_EVENT_INSERT,
		.id = id
	};
	Oid			types[] = {UUIDOID, TEXTOID, TIMESTAMPTZOID};
	Datum		waarden[] = {id, grondslag, v->voor};
	char		leeg[] = {' ', ' ', v->is_voor ? ' ' : 'n'};
	Tabel		geheel = v->onderdelen[v->aantal_onderdelen - 1].tabel;
	StringInfoData kolommen;
	StringInfoData tellingen;

	initStringInfo(&kolommen);
	initStringInfo(&tellingen);
	for (int i = 0; i < v->aantal_onderdelen; i++)
	{
		appendStringInfo(&kolommen, ", aantal_%s", tabellen[v->onderdelen[i].tabel].naam);
		appendStringInfo(&tellingen, ", %d", aantal_ids(v->ids[v->onderdelen[i].tabel]));
	}
	opening_begin(&opening);
	PG_TRY();
	{
		if (SPI_execute_with_args(psprintf("INSERT INTO %s.vernietiging (id, grondslag, voor, op_zaak, op_lijst,"
										   " op_partij, aantal_mutatielog, aantal_behouden%s) VALUES ($1, $2, $3, %s, %s, %s, %d, %d%s)",
										   v->schema, kolommen.data, v->zaak != NULL ? "true" : "false",
										   v->is_lijst ? "true" : "false", geheel == TABEL_PARTIJ ? "true" : "false",
										   aantal_ids(v->ids[TABEL_MUTATIELOG]), aantal_ids(v->gekozen) - aantal_ids(v->ids[geheel]),
										   tellingen.data),
								  lengthof(types), types, waarden, leeg, false, 0) != SPI_OK_INSERT || SPI_processed != 1)
			elog(ERROR, "could not write the certificate of a destruction");
	}
	PG_FINALLY();
	{
		opening_eind(&opening);
	}
	PG_END_TRY();
}

/* KI-110: a certificate is written by a destruction only. */
void
vernietiging_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (!rij->correctie)
		ereport(ERROR,
				(errcode(ERRCODE_RESTRICT_VIOLATION),
				 errmsg("vernietiging cannot be written to"),
				 errhint("A certificate is written by klantinteracties.vernietig_klantcontacten() and klantinteracties.vergeet_partij()."),
				 errtableconstraint(rij->rel, "vernietiging_onveranderlijk")));
}

/* A dry run needs the privileges of the real one. */
void
eis_rechten(const Vernietiging *v)
{
	for (int i = 0; i < v->aantal_onderdelen; i++)
	{
		AclResult	resultaat = pg_class_aclcheck(register_tabel_in(v->schema_oid, v->onderdelen[i].tabel), GetUserId(), ACL_DELETE);

		if (resultaat != ACLCHECK_OK)
			aclcheck_error(resultaat, OBJECT_TABLE, tabellen[v->onderdelen[i].tabel].naam);
	}
}

/*
 * Decides what goes and what stays, in v and in the report. Where it is to go, it is locked first, and then selected again: it may
 * have been corrected or destroyed before the lock. The selection is made on the transaction's snapshot, but all that follows is as
 * things are now, at any isolation level.
 */
static void
bepaal(Vernietiging *v, bool proef)
{
	int			niveau = NewGUCNestLevel();
	const char *waarom;

	/* A table of somebody else that refers to what goes may have policies: they would run as the owner, and hide rows. */
	(void) set_config_option("row_security", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	v->stand = RegisterSnapshot(GetTransactionSnapshot());
	kies(v, v->is_lijst, v->lijst);
	UnregisterSnapshot(v->stand);
	if (!proef)
		vergrendel(v);
	v->stand = laatste_stand();
	kies(v, true, v->gekozen);
	waarom = redenen(v);
	scheid(v, waarom);
	verzamel_delen(v);
	verzamel_log(v);
	meld_alles(v, waarom);
	AtEOXact_GUC(true, niveau);
}

/* Removes what was decided on, and leaves the certificate. */
static void
voer_uit(const Vernietiging *v, Datum grondslag)
{
	laat_adressen_los(v, TextDatumGetCString(grondslag));
	for (int i = 0; i < v->aantal_onderdelen; i++)
		verwijder(v, v->onderdelen[i].tabel);
	verwijder(v, TABEL_MUTATIELOG);
	certificeer(v, grondslag);
}

/* The owner of a register sees and may do everything in it; who called is put back by the caller, or by an error. */
void
word_eigenaar(const Vernietiging *v, Oid *gebruiker, int *context)
{
	Relation	rel = table_open(register_tabel_in(v->schema_oid, TABEL_KLANTCONTACT), AccessShareLock);

	GetUserIdAndSecContext(gebruiker, context);
	SetUserIdAndSecContext(rel->rd_rel->relowner, *context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	table_close(rel, NoLock);
}

/*
 * Begins a destruction of what these are, after the arguments proef, grondslag and register, which stand together from the given one
 * on.
 */
void
vernietiging_begin(Vernietiging *v, FunctionCallInfo fcinfo, const Onderdeel *onderdelen, int aantal_onderdelen, int proef)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	if (PG_ARGISNULL(proef + 1) || is_blanco(text_to_cstring(PG_GETARG_TEXT_PP(proef + 1))))
		fout_invoer(_("a destruction needs a grondslag"),
					_("Say on what retention ground; it is kept in vernietiging, so it names nobody."));
	if (PG_ARGISNULL(proef))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("proef cannot be null")));
	if (!PG_GETARG_BOOL(proef))
		PreventCommandIfReadOnly(psprintf("%s()", get_func_name(fcinfo->flinfo->fn_oid)));
	v->onderdelen = onderdelen;
	v->aantal_onderdelen = aantal_onderdelen;
	v->schema_oid = register_schema(PG_ARGISNULL(proef + 2) ? NULL : NameStr(*PG_GETARG_NAME(proef + 2)));
	v->schema = quote_identifier(get_namespace_name(v->schema_oid));
	eis_niet_verdeeld(v->schema_oid);
	eis_rechten(v);
	InitMaterializedSRF(fcinfo, 0);
	v->verslag = rsinfo->setResult;
	v->verslag_context = rsinfo->econtext->ecxt_per_query_memory;
}

static void
lees_criteria(Vernietiging *v, FunctionCallInfo fcinfo)
{
	v->is_voor = !PG_ARGISNULL(0);
	v->voor = v->is_voor ? PG_GETARG_DATUM(0) : (Datum) 0;
	v->zaak = PG_ARGISNULL(1) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(1));
	v->is_lijst = !PG_ARGISNULL(2);
	v->lijst = v->is_lijst ? PointerGetDatum(PG_GETARG_ARRAYTYPE_P(2)) : PointerGetDatum(construct_empty_array(UUIDOID));
	if (!v->is_voor && v->zaak == NULL && !v->is_lijst)
		fout_invoer(_("a destruction needs a criterion"),
					_("Give voor, zaak or klantcontacten; where more are given, all must match."));
	if (v->is_voor && DatumGetTimestampTz(v->voor) > GetCurrentTimestamp())
		fout_invoer(_("retention moment of a destruction cannot be in the future"), NULL);
	if (array_contains_nulls(DatumGetArrayTypeP(v->lijst)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("klantcontacten to destroy cannot be null")));
}

/*
 * vernietig_klantcontacten(voor timestamptz, zaak text, klantcontacten uuid[], proef boolean, grondslag text, register name)
 *		-> rows (tabel, id, actie, reden)
 *
 * Destroys the klantcontacten that match all criteria given, with all that is theirs, but keeps those that cannot go; or, as a dry
 * run, only says so. Raises 22004 for a null, 22023 for a criterion or grondslag that says nothing, 3F000 for a register that does
 * not exist, 25006 in a read-only transaction unless it is a dry run, 42501 without the privileges, and 27000 if a trigger keeps a
 * row.
 */
Datum
ki_vernietig_klantcontacten(PG_FUNCTION_ARGS)
{
	Vernietiging v = {0};
	Oid			gebruiker;
	int			context;

	vernietiging_begin(&v, fcinfo, onderdelen_van_klantcontact, lengthof(onderdelen_van_klantcontact), 3);
	lees_criteria(&v, fcinfo);

	word_eigenaar(&v, &gebruiker, &context);
	SPI_connect();
	bepaal(&v, PG_GETARG_BOOL(3));
	if (!PG_GETARG_BOOL(3) && aantal_ids(v.ids[TABEL_KLANTCONTACT]) > 0)
		voer_uit(&v, PG_GETARG_DATUM(4));
	UnregisterSnapshot(v.stand);
	SPI_finish();
	SetUserIdAndSecContext(gebruiker, context);
	return (Datum) 0;
}
