/*
 * registreer.c
 *		A klantcontact with all its parts in one call: registreer_klantcontact() and the like (KI-28, design section 3).
 *
 * The JSON is read whole (json_lezen.c), then each row is inserted by a plain INSERT as the user who calls: privileges, row security,
 * triggers and rules are those of any INSERT, the deferred checks are made at commit, and an error leaves nothing, as it ends the
 * statement. An INSERT names the columns that the JSON gave and no others, so that the defaults of the table hold and so do privileges
 * on columns. Nothing is read back, so that who may only INSERT can register.
 *
 * A klantcontact that comes with an id can come again, because the answer was lost: the same content is answered with the same id, and
 * other content is refused. Which it is, the row remembers as a hash of what was sent, as it was understood: how a value was spelled, or
 * a row referred to, makes no difference, what order parts are in does. So it does not matter what of it the caller may see, nor what
 * was corrected or added since. Of two sessions that send it at the same moment, the second waits for the first to commit.
 */
#include "registreer.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/portal.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_registreer_klantcontact);
PG_FUNCTION_INFO_V1(ki_registreer_partij);
PG_FUNCTION_INFO_V1(ki_registreer_antwoord);
PG_FUNCTION_INFO_V1(ki_registreer_klantcontacten);
PG_FUNCTION_INFO_V1(ki_registreer_klantcontacten_uit);

extern Datum uuid_v7(PG_FUNCTION_ARGS);

/* Saved plans: one per table and set of columns, as a session mostly registers contacts of one shape. */

#define MAX_INVOEGPLANNEN 256

typedef struct InvoegSleutel
{
	Oid			relid;
	bool		of_niets;		/* insert nothing where there is a row like it */
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
maak_plan(const InvoerRij *rij, const char *schema, const char *tabel, bool of_niets)
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
	plan = SPI_prepare(psprintf("INSERT INTO %s (%s) VALUES (%s)%s", quote_qualified_identifier(schema, tabel), kolommen.data, waarden.data,
								of_niets ? " ON CONFLICT DO NOTHING" : ""),
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
plan_voor_rij(const InvoerRij *rij, Oid relid, bool of_niets)
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
	sleutel.of_niets = of_niets;
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

	plan = maak_plan(rij, schema, tabel, of_niets);
	if (bewaard == NULL && hash_get_num_entries(invoegplannen) >= MAX_INVOEGPLANNEN)
		return plan;
	SPI_keepplan(plan);
	bewaard = hash_search(invoegplannen, &sleutel, HASH_ENTER, &gevonden);
	namestrcpy(&bewaard->schema, schema);
	namestrcpy(&bewaard->tabel, tabel);
	bewaard->plan = plan;
	return plan;
}

/* Inserts one row; false if it kept itself out, for being one that of_niets is about. The caller is connected to SPI. */
static bool
voeg_in(JsonLezer *l, const InvoerRij *rij, bool of_niets)
{
	Oid			relid = register_tabel_in(l->schema, rij->tabel);
	Datum		waarden[MAX_INVOER_KOLOMMEN];
	int			resultaat;

	l->pad = rij->pad;
	for (int i = 0; i < rij->aantal; i++)
		waarden[i] = rij->kolommen[i].waarde;
	resultaat = SPI_execute_plan(plan_voor_rij(rij, relid, of_niets), waarden, NULL, false, 0);
	if (resultaat != SPI_OK_INSERT)
		elog(ERROR, "could not insert into a register: %s", SPI_result_code_string(resultaat));
	if (SPI_processed != 1 && !of_niets)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("%s at %s was not inserted", tabellen[rij->tabel].naam, json_pad(rij->pad)),
				 errdetail("A trigger or a rule of the table kept it out.")));
	return SPI_processed == 1;
}

/* Says where in the JSON it was that an error occurred. */
static void
meld_pad(void *argument)
{
	JsonLezer  *l = argument;

	if (l->pad != NULL)
		errcontext("JSON path %s", json_pad(l->pad));
}

/*
 * A hash of what was sent, and of which interne taak it answers. It is of the values and not of their bytes in this server, so that it
 * survives a move to another. An indicator that is false says nothing more than one that is left out.
 */
static Datum
vingerafdruk(const JsonLezer *l, const pg_uuid_t *taak)
{
	StringInfoData s;
	ListCell   *lc;

	initStringInfo(&s);
	appendStringInfoSpaces(&s, VARHDRSZ);
	if (taak != NULL)
		appendBinaryStringInfo(&s, (const char *) taak, UUID_LEN);
	foreach(lc, l->rijen)
	{
		const InvoerRij *rij = lfirst(lc);

		appendBinaryStringInfo(&s, tabellen[rij->tabel].naam, strlen(tabellen[rij->tabel].naam) + 1);
		for (int i = 0; i < rij->aantal; i++)
		{
			const InvoerKolom *k = &rij->kolommen[i];

			if (k->bedacht || (k->type == BOOLOID && !DatumGetBool(k->waarde)))
				continue;
			appendBinaryStringInfo(&s, k->naam, strlen(k->naam) + 1);
			switch (k->type)
			{
				case TEXTOID:
					pq_sendint32(&s, VARSIZE_ANY_EXHDR(DatumGetPointer(k->waarde)));
					appendBinaryStringInfo(&s, VARDATA_ANY(DatumGetPointer(k->waarde)), VARSIZE_ANY_EXHDR(DatumGetPointer(k->waarde)));
					break;
				case UUIDOID:
					appendBinaryStringInfo(&s, (const char *) DatumGetUUIDP(k->waarde), UUID_LEN);
					break;
				case INT8OID:
				case TIMESTAMPTZOID:
					pq_sendint64(&s, DatumGetInt64(k->waarde));
					break;
				case BOOLOID:
					break;
				default:
					elog(ERROR, "cannot hash a value of type %u", k->type);
			}
		}
	}
	SET_VARSIZE(s.data, s.len);
	return DirectFunctionCall1(sha256_bytea, PointerGetDatum(s.data));
}

/*
 * Is there a klantcontact with this id? Then it must be what is sent now. It is looked up whoever asks, as a unique index does; but
 * only for who may register at all.
 */
static bool
is_eerder_geregistreerd(Oid schema, const InvoerRij *rij)
{
	Oid			relid = register_tabel_in(schema, rij->tabel);
	AclResult	mag = pg_class_aclcheck(relid, GetUserId(), ACL_INSERT);
	Datum		id = geef_kolom(rij, "id")->waarde;
	Snapshot	stand;
	AndereRij	eerder;
	bool		gevonden;
	bool		leeg;

	if (mag != ACLCHECK_OK)
		mag = pg_attribute_aclcheck_all(relid, GetUserId(), ACL_INSERT, ACLMASK_ANY);
	if (mag != ACLCHECK_OK)
		aclcheck_error(mag, OBJECT_TABLE, tabellen[rij->tabel].naam);

	stand = laatste_stand();
	gevonden = rij_lezen_zonder_slot(&eerder, relid, id, stand);
	if (gevonden)
	{
		Datum		was = rij_waarde(&eerder, KC_VINGERAFDRUK, &leeg);

		if (leeg || !DatumGetBool(DirectFunctionCall2(byteaeq, was, geef_kolom(rij, "vingerafdruk")->waarde)))
			ereport(ERROR,
					(errcode(ERRCODE_UNIQUE_VIOLATION),
					 errmsg("klantcontact %s was registered before, with other content", tekst_van(UUIDOID, id)),
					 errhint("Give another klantcontact another id.  What was registered wrongly is repaired by klantinteracties.corrigeer()."),
					 errtableconstraint(eerder.rel, "klantcontact_eenmalig")));
	}
	rij_sluiten(&eerder);
	UnregisterSnapshot(stand);
	return gevonden;
}

static const InvoerRij *onderhanden = NULL; /* the klantcontact that is being inserted here */

/* KI-28: is this the hash of what the klantcontact was sent as here? No other counts, or the row would be taken for sent before. */
bool
is_vingerafdruk(Datum id, Datum vingerafdruk)
{
	const InvoerKolom *hier = onderhanden ? geef_kolom(onderhanden, "vingerafdruk") : NULL;

	return hier != NULL && datumIsEqual(id, geef_kolom(onderhanden, "id")->waarde, false, UUID_LEN) &&
		DatumGetBool(DirectFunctionCall2(byteaeq, vingerafdruk, hier->waarde));
}

/* Inserts the klantcontact, or whatever comes first. */
static bool
voeg_eerste_in(JsonLezer *l, const InvoerRij *rij, bool of_niets)
{
	const InvoerRij *was = onderhanden;
	bool		ingevoegd;

	onderhanden = rij;
	PG_TRY();
	{
		ingevoegd = voeg_in(l, rij, of_niets);
	}
	PG_FINALLY();
	{
		onderhanden = was;
	}
	PG_END_TRY();
	return ingevoegd;
}

/* Inserts the rows that were read. False if there is nothing to insert, as another session registered the same while we did. */
static bool
voeg_rijen_in(JsonLezer *l, bool met_id)
{
	ListCell   *lc;

	foreach(lc, l->rijen)
	{
		const InvoerRij *rij = lfirst(lc);

		if (foreach_current_index(lc) > 0)
			(void) voeg_in(l, rij, false);
		else if (!voeg_eerste_in(l, rij, met_id))
		{
			if (is_eerder_geregistreerd(l->schema, rij))
				return false;
			(void) voeg_eerste_in(l, rij, false);	/* it is not the id; this raises what it is */
		}
	}
	return true;
}

/* Executes a statement on the register, written as a Vraag is. Returns the number of rows. The caller is connected to SPI. */
static uint64
voer_uit(Oid schema, const char *sql, int aantal, Oid *types, Datum *waarden, int verwacht)
{
	int			resultaat = SPI_execute_with_args(tekst_voor(sql, get_namespace_name(schema)), aantal, types, waarden, NULL, false, 0);

	if (resultaat != verwacht)
		elog(ERROR, "SPI_execute_with_args returned %s", SPI_result_code_string(resultaat));
	return SPI_processed;
}

/* Columns of a betrokkene or partij that go by this name in the query, with commas between them. */
#define CONTACTNAAM_VAN(rij) \
	rij "contactnaam_voorletters, " rij "contactnaam_voornaam, " rij "contactnaam_voorvoegsel_achternaam, " rij "contactnaam_achternaam"
#define ADRES_VAN(adres) \
	adres "_nummeraanduiding_id, " adres "_adresregel1, " adres "_adresregel2, " adres "_adresregel3, " adres "_land_code"
#define ZELFDE(kolommen, andere) "ROW(" kolommen ")::pg_catalog.text" GELIJK "ROW(" andere ")::pg_catalog.text"

/* The betrokkene once more, by another name, unless the partij has these columns the same. */
#define BETROKKENE_ANDERS(naam, kolommen, van_partij) \
	" LEFT JOIN ki.betrokkene " naam " ON " naam ".id" GELIJK "b.id AND (p.id IS NULL OR NOT " ZELFDE(kolommen, van_partij) ")"

/*
 * KI-80: the betrokkenen of the question that the caller sees, with what they gave for its follow-up, are those of the answer. A name or
 * address that their partij has by now is that of the partij (KI-74).
 */
static void
neem_betrokkenen_over(const JsonLezer *l, const pg_uuid_t *taak)
{
	static Oid	types[] = {UUIDOID, UUIDOID, UUIDOID};
	Datum		waarden[] = {UUIDPGetDatum(taak), (Datum) 0, geef_kolom(linitial(l->rijen), "id")->waarde};
	SPITupleTable *betrokkenen;
	uint64		aantal;

	aantal = voer_uit(l->schema,
					  "SELECT b.id FROM ki.interne_taak t JOIN ki.betrokkene b ON b.had_klantcontact" GELIJK "t.aanleidinggevend_klantcontact"
					  " WHERE t.id" GELIJK "$1 ORDER BY b.id", 1, types, waarden, SPI_OK_SELECT);
	betrokkenen = SPI_tuptable;
	for (uint64 i = 0; i < aantal; i++)
	{
		bool		leeg;

		waarden[0] = DirectFunctionCall1(uuid_v7, (Datum) 0);
		waarden[1] = SPI_getbinval(betrokkenen->vals[i], betrokkenen->tupdesc, 1, &leeg);
		(void) voer_uit(l->schema,
						"INSERT INTO ki.betrokkene (id, had_klantcontact, initiator, was_partij, rol, organisatienaam, "
						CONTACTNAAM_VAN("") ", " ADRES_VAN("bezoekadres") ", " ADRES_VAN("correspondentieadres") ")"
						" SELECT $1, $3, false, b.was_partij, b.rol, b.organisatienaam, "
						CONTACTNAAM_VAN("n.") ", " ADRES_VAN("z.bezoekadres") ", " ADRES_VAN("c.correspondentieadres")
						" FROM ki.betrokkene b LEFT JOIN ki.partij p ON p.id" GELIJK "b.was_partij"
						BETROKKENE_ANDERS("n", CONTACTNAAM_VAN("n."), CONTACTNAAM_VAN("p."))
						BETROKKENE_ANDERS("z", ADRES_VAN("z.bezoekadres"), ADRES_VAN("p.bezoekadres"))
						BETROKKENE_ANDERS("c", ADRES_VAN("c.correspondentieadres"), ADRES_VAN("p.correspondentieadres"))
						" WHERE b.id" GELIJK "$2",
						3, types, waarden, SPI_OK_INSERT);
		(void) voer_uit(l->schema,
						"INSERT INTO ki.digitaal_adres (soort_digitaal_adres_code, adres, omschrijving, verstrekt_door_betrokkene)"
						" SELECT a.soort_digitaal_adres_code, a.adres, a.omschrijving, $1"
						" FROM ki.digitaal_adres a JOIN ki.betrokkene b ON b.id" GELIJK "a.verstrekt_door_betrokkene"
						" WHERE b.id" GELIJK "$2 AND a.verstrekt_door_partij IS NULL AND NOT EXISTS"
						" (SELECT FROM ki.digitaal_adres p WHERE p.verstrekt_door_partij" GELIJK "b.was_partij"
						" AND p.soort_digitaal_adres_code" GELIJK "a.soort_digitaal_adres_code"
						" AND klantinteracties.normaliseer_digitaal_adres(p.soort_digitaal_adres_code, p.adres)"
						GELIJK "klantinteracties.normaliseer_digitaal_adres(a.soort_digitaal_adres_code, a.adres))"
						" ORDER BY a.id",
						2, types, waarden, SPI_OK_INSERT);
	}
}

/* Do the rows of an answer name a betrokkene? KI-80: none is its initiator. */
static bool
noemt_betrokkene(const JsonLezer *l)
{
	ListCell   *lc;
	bool		gevonden = false;

	foreach(lc, l->rijen)
	{
		const InvoerRij *rij = lfirst(lc);
		const InvoerKolom *initiator = rij->tabel == TABEL_BETROKKENE ? geef_kolom(rij, "initiator") : NULL;

		gevonden |= rij->tabel == TABEL_BETROKKENE;
		if (initiator != NULL && DatumGetBool(initiator->waarde))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("betrokkene at %s cannot be the initiator of an answer", json_pad(rij->pad)),
					 errhint("It is the gemeente that answers.")));
	}
	return gevonden;
}

/*
 * An answer: the interne taak is verwerkt by it, and is what it is about (KI-47). The taak stays locked, so that of two answers at the
 * same moment one is refused. False if the answer was registered before, by another session while we waited for that.
 */
static bool
begin_antwoord(JsonLezer *l, const pg_uuid_t *taak, bool met_id)
{
	static Oid	types[] = {UUIDOID};
	Datum		waarden[] = {UUIDPGetDatum(taak)};
	InvoerRij  *rij = linitial(l->rijen);
	InvoerRij  *onderwerp;

	vergrendel_klantcontact_van_taak(register_tabel_in(l->schema, TABEL_INTERNE_TAAK), waarden[0]);
	if (voer_uit(l->schema,
				 "UPDATE ki.interne_taak SET status = 'verwerkt' WHERE id" GELIJK "$1 AND status OPERATOR(pg_catalog.<>) 'verwerkt'",
				 1, types, waarden, SPI_OK_UPDATE) != 1)
	{
		if (met_id && is_eerder_geregistreerd(l->schema, rij))
			return false;
		if (voer_uit(l->schema, "SELECT FROM ki.interne_taak WHERE id" GELIJK "$1", 1, types, waarden, SPI_OK_SELECT) != 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("interne taak %s does not exist", tekst_van(UUIDOID, waarden[0]))));
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("interne taak %s is verwerkt already", tekst_van(UUIDOID, waarden[0])),
				 errhint("Another klantcontact about it is registered by registreer_klantcontact(), with the taak as onderwerpobject."),
				 err_generic_string(PG_DIAG_SCHEMA_NAME, get_namespace_name(l->schema)),
				 err_generic_string(PG_DIAG_TABLE_NAME, tabellen[TABEL_INTERNE_TAAK].naam),
				 err_generic_string(PG_DIAG_CONSTRAINT_NAME, "interne_taak_overgang")));
	}
	onderwerp = nieuwe_rij(l, TABEL_ONDERWERPOBJECT, rij->pad);
	zet_kolom(onderwerp, "was_onderwerp_van_klantcontact", UUIDOID, geef_kolom(rij, "id")->waarde, true);
	zet_kolom(onderwerp, "onderwerp_was_interne_taak", UUIDOID, waarden[0], true);
	return true;
}

/*
 * Registers what the JSON says; returns the id, and whether it was not there before. With a taak, it is an answer to that. The lezer
 * knows the register.
 */
static Datum
registreer(JsonLezer *l, Jsonb *gegevens, const JsonVorm *vorm, const pg_uuid_t *taak, bool *nieuw)
{
	ErrorContextCallback context = {.previous = error_context_stack, .callback = meld_pad, .arg = l};
	InvoerRij  *rij;
	bool		met_id;
	Datum		id;

	error_context_stack = &context;
	/* References see what this transaction did before, in this statement too. */
	CommandCounterIncrement();
	PushActiveSnapshot(GetTransactionSnapshot());
	json_lezen(l, gegevens, vorm);
	PopActiveSnapshot();

	rij = linitial(l->rijen);
	id = geef_kolom(rij, "id")->waarde;
	met_id = rij->tabel == TABEL_KLANTCONTACT && !geef_kolom(rij, "id")->bedacht;
	if (met_id)
		zet_kolom(rij, "vingerafdruk", BYTEAOID, vingerafdruk(l, taak), true);
	*nieuw = !met_id || !is_eerder_geregistreerd(l->schema, rij);
	if (*nieuw)
	{
		SPI_connect();
		*nieuw = (taak == NULL || begin_antwoord(l, taak, met_id)) && voeg_rijen_in(l, met_id);
		if (*nieuw && taak != NULL && !noemt_betrokkene(l))
			neem_betrokkenen_over(l, taak);
		SPI_finish();
	}
	error_context_stack = context.previous;
	l->pad = NULL;
	return id;
}

/* One of the functions that register one thing. */
static Datum
registreer_een(FunctionCallInfo fcinfo, Jsonb *gegevens, const JsonVorm *vorm, const pg_uuid_t *taak)
{
	JsonLezer	lezer = {.schema = gevraagd_register(fcinfo)};
	bool		nieuw;
	Datum		id = registreer(&lezer, gegevens, vorm, taak, &nieuw);

	if (nieuw && lezer.vervangen != NULL)
		ereport(NOTICE,
				(errmsg("value at %s is replaced by the moment of registration", json_pad(lezer.vervangen))));
	return id;
}

/*
 * registreer_klantcontact(gegevens jsonb, register name) -> uuid
 *
 * Raises class 22 for what json_lezen.c says, 23505 klantcontact_eenmalig for an id that was given before with other content, 42501
 * without the privileges, and the violation of any rule.
 */
Datum
ki_registreer_klantcontact(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "gegevens");
	PG_RETURN_DATUM(registreer_een(fcinfo, PG_GETARG_JSONB_P(0), &json_klantcontact, NULL));
}

/*
 * registreer_partij(gegevens jsonb, register name) -> uuid
 *
 * Likewise; but an id that was given before is one too many (23505 partij_pkey).
 */
Datum
ki_registreer_partij(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "gegevens");
	PG_RETURN_DATUM(registreer_een(fcinfo, PG_GETARG_JSONB_P(0), &json_partij, NULL));
}

/*
 * registreer_antwoord(taak uuid, gegevens jsonb, register name) -> uuid
 *
 * Registers the klantcontact that answers (KI-47, KI-80). Raises what registreer_klantcontact() does, 22023 for a taak that the caller
 * does not see, and 23514 interne_taak_overgang for one that is verwerkt already.
 */
Datum
ki_registreer_antwoord(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "taak");
	argument_verplicht(fcinfo, 1, "gegevens");
	PG_RETURN_DATUM(registreer_een(fcinfo, PG_GETARG_JSONB_P(1), &json_klantcontact, PG_GETARG_UUID_P(0)));
}

/* Batches */

#define RIJEN_PER_KEER 100
#define RIJEN_PER_MELDING 10000

typedef struct Reeks
{
	Oid			schema;
	Oid			klantcontacten;
	bool		per_rij;
	int64		volgnummer;		/* of the klantcontact at hand */
	int64		geweigerd;
	int64		vervangen;		/* how many said geregistreerdOp */
	MemoryContext rij;			/* memory for one klantcontact */
	ReturnSetInfo *rsinfo;
} Reeks;

static void
meld_volgnummer(void *argument)
{
	Reeks	   *r = argument;

	errcontext("klantcontact " INT64_FORMAT " of the batch", r->volgnummer);
}

/* What came of one klantcontact: its id, or why it was refused and where. */
static void
antwoord_rij(Reeks *r, const Datum *id, const ErrorData *fout, const char *plaats)
{
	Datum		waarden[7];
	bool		leeg[7];
	const char *teksten[7] = {0};

	if (fout != NULL)
	{
		teksten[2] = unpack_sql_state(fout->sqlerrcode);
		teksten[3] = fout->constraint_name;
		teksten[4] = fout->message;
		teksten[5] = fout->detail;
		teksten[6] = plaats;
	}
	for (int i = 2; i < 7; i++)
	{
		leeg[i] = teksten[i] == NULL;
		waarden[i] = leeg[i] ? (Datum) 0 : CStringGetTextDatum(teksten[i]);
	}
	waarden[0] = Int64GetDatum(r->volgnummer);
	leeg[0] = false;
	waarden[1] = id == NULL ? (Datum) 0 : *id;
	leeg[1] = id == NULL;
	tuplestore_putvalues(r->rsinfo->setResult, r->rsinfo->setDesc, waarden, leeg);
}

/* Registers one klantcontact of a batch. */
static void
registreer_van_reeks(Reeks *r, JsonLezer *l, Datum gegevens, bool ontbreekt)
{
	bool		nieuw;
	Datum		id;

	if (ontbreekt)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("klantcontact of a batch cannot be null")));
	id = registreer(l, DatumGetJsonbP(gegevens), &json_klantcontact, NULL, &nieuw);
	if (nieuw && r->per_rij)
		controleer_registratie(r->klantcontacten, id);
	r->vervangen += l->vervangen != NULL;
	antwoord_rij(r, &id, NULL, NULL);
}

/* Is it the klantcontact that is wrong? Anything else would befall those that follow too, and ends the batch. */
static bool
is_fout_van_rij(int sqlstate)
{
	int			klasse = ERRCODE_TO_CATEGORY(sqlstate);

	return klasse == ERRCODE_DATA_EXCEPTION || klasse == ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION || klasse == ERRCODE_PLPGSQL_ERROR;
}

/*
 * The same in a subtransaction, which takes back what is refused. What its deferred checks would ask at commit is asked at once, since
 * at commit it would be the batch that is refused; then it is asked again.
 */
static void
probeer_van_reeks(Reeks *r, JsonLezer *l, Datum gegevens, bool ontbreekt)
{
	ResourceOwner eigenaar = CurrentResourceOwner;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(r->rij);
	PG_TRY();
	{
		registreer_van_reeks(r, l, gegevens, ontbreekt);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData  *fout;

		MemoryContextSwitchTo(r->rij);
		fout = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(r->rij);
		CurrentResourceOwner = eigenaar;
		if (!is_fout_van_rij(fout->sqlerrcode))
			ReThrowError(fout);
		r->geweigerd++;
		antwoord_rij(r, NULL, fout, l->pad == NULL ? NULL : json_pad(l->pad));
	}
	PG_END_TRY();
	MemoryContextSwitchTo(r->rij);
	CurrentResourceOwner = eigenaar;
}

/* One row of the source. */
static void
verwerk_van_reeks(Reeks *r, Datum gegevens, bool ontbreekt)
{
	MemoryContext was = MemoryContextSwitchTo(r->rij);
	JsonLezer  *lezer = palloc0(sizeof(JsonLezer));

	CHECK_FOR_INTERRUPTS();
	r->volgnummer++;
	lezer->schema = r->schema;
	if (r->per_rij)
		probeer_van_reeks(r, lezer, gegevens, ontbreekt);
	else
		registreer_van_reeks(r, lezer, gegevens, ontbreekt);
	MemoryContextSwitchTo(was);
	MemoryContextReset(r->rij);
	if (r->volgnummer % RIJEN_PER_MELDING == 0)
		ereport(NOTICE,
				(errmsg(INT64_FORMAT " klantcontacten read, " INT64_FORMAT " refused", r->volgnummer, r->geweigerd)));
}

/*
 * Registers all that a query returns, a few rows in memory at a time. The caller is the function with arguments (source, per_rij,
 * register), which is connected to SPI.
 */
static void
registreer_reeks(FunctionCallInfo fcinfo, Portal bron)
{
	Reeks		r = {.rsinfo = (ReturnSetInfo *) fcinfo->resultinfo};
	ErrorContextCallback context = {.previous = error_context_stack, .callback = meld_volgnummer, .arg = &r};

	r.schema = gevraagd_register(fcinfo);
	r.klantcontacten = register_tabel_in(r.schema, TABEL_KLANTCONTACT);
	r.per_rij = PG_GETARG_BOOL(1);
	r.rij = AllocSetContextCreate(CurrentMemoryContext, "klantcontact of a batch", ALLOCSET_DEFAULT_SIZES);
	if (bron->tupDesc == NULL || bron->tupDesc->natts != 1 || TupleDescAttr(bron->tupDesc, 0)->atttypid != JSONBOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("klantcontacten must come as one column of type jsonb")));
	/* A trigger of the user's may close cursors; not this one. */
	PinPortal(bron);
	for (;;)
	{
		SPITupleTable *rijen;
		uint64		aantal;

		SPI_cursor_fetch(bron, true, RIJEN_PER_KEER);
		rijen = SPI_tuptable;
		aantal = SPI_processed;
		if (aantal == 0)
			break;
		error_context_stack = &context;
		for (uint64 i = 0; i < aantal; i++)
		{
			bool		leeg;
			Datum		gegevens = SPI_getbinval(rijen->vals[i], rijen->tupdesc, 1, &leeg);

			verwerk_van_reeks(&r, gegevens, leeg);
		}
		error_context_stack = context.previous;
		SPI_freetuptable(rijen);
	}
	UnpinPortal(bron);
	if (r.vervangen > 0)
		ereport(NOTICE,
				(errmsg("geregistreerdOp of " INT64_FORMAT " klantcontacten is replaced by the moment of registration", r.vervangen)));
	MemoryContextDelete(r.rij);
}

/* A cursor on a query of the caller's. The caller is connected to SPI. */
static Portal
open_bron(const char *sql, int aantal, Oid *types, Datum *waarden)
{
	SPIPlanPtr	plan = SPI_prepare_cursor(sql, aantal, types, CURSOR_OPT_NO_SCROLL);

	if (plan == NULL)
		elog(ERROR, "could not prepare a query: %s", SPI_result_code_string(SPI_result));
	return SPI_cursor_open(NULL, plan, waarden, NULL, false);
}

/*
 * registreer_klantcontacten(gegevens jsonb[], per_rij boolean, register name) -> rows
 *
 * Registers several, all or none; or, per_rij, those that are in order, and reports the others. A row for each, in their order. What
 * is refused per_rij is of class 22, 23 or raised by a trigger (P0); any other error ends the batch.
 */
Datum
ki_registreer_klantcontacten(PG_FUNCTION_ARGS)
{
	Oid			type = JSONBARRAYOID;
	Datum		reeks;
	Portal		bron;

	argument_verplicht(fcinfo, 0, "gegevens");
	argument_verplicht(fcinfo, 1, "per_rij");
	reeks = PG_GETARG_DATUM(0);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	SPI_connect();
	bron = open_bron("SELECT pg_catalog.unnest($1)", 1, &type, &reeks);
	registreer_reeks(fcinfo, bron);
	SPI_cursor_close(bron);
	SPI_finish();
	return (Datum) 0;
}

/*
 * registreer_klantcontacten_uit(vraag text, per_rij boolean, register name) -> rows
 *
 * The same for what a query returns, of which no more than a few rows are in memory at a time.
 */
Datum
ki_registreer_klantcontacten_uit(PG_FUNCTION_ARGS)
{
	Portal		bron;

	argument_verplicht(fcinfo, 0, "vraag");
	argument_verplicht(fcinfo, 1, "per_rij");
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	SPI_connect();
	bron = open_bron(text_to_cstring(PG_GETARG_TEXT_PP(0)), 0, NULL, NULL);
	registreer_reeks(fcinfo, bron);
	SPI_cursor_close(bron);
	SPI_finish();
	return (Datum) 0;
}
