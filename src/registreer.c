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
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_registreer_klantcontact);
PG_FUNCTION_INFO_V1(ki_registreer_partij);
PG_FUNCTION_INFO_V1(ki_registreer_antwoord);

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

/* Inserts the rows that were read. False if there is nothing to insert, as another session registered the same while we did. */
static bool
voeg_rijen_in(JsonLezer *l, bool met_id)
{
	ListCell   *lc;

	foreach(lc, l->rijen)
	{
		bool		eerste = foreach_current_index(lc) == 0;

		if (voeg_in(l, lfirst(lc), met_id && eerste))
			continue;
		if (is_eerder_geregistreerd(l->schema, lfirst(lc)))
			return false;
		(void) voeg_in(l, lfirst(lc), false);	/* it is not the id; this raises what it is */
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

#define GEGEVENS_VAN_BETROKKENE \
	"was_partij, rol, organisatienaam," \
	" contactnaam_voorletters, contactnaam_voornaam, contactnaam_voorvoegsel_achternaam, contactnaam_achternaam," \
	" bezoekadres_nummeraanduiding_id, bezoekadres_adresregel1, bezoekadres_adresregel2, bezoekadres_adresregel3, bezoekadres_land_code," \
	" correspondentieadres_nummeraanduiding_id, correspondentieadres_adresregel1, correspondentieadres_adresregel2," \
	" correspondentieadres_adresregel3, correspondentieadres_land_code"

/*
 * KI-80: the betrokkenen of the question that the caller sees, with what they gave for its follow-up, are those of the answer. An
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
						"INSERT INTO ki.betrokkene (id, had_klantcontact, initiator, " GEGEVENS_VAN_BETROKKENE ")"
						" SELECT $1, $3, false, " GEGEVENS_VAN_BETROKKENE " FROM ki.betrokkene WHERE id" GELIJK "$2",
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
 * Registers what the JSON says; returns the id. With a taak, it is an answer to that.
 */
static Datum
registreer(Oid schema, Jsonb *gegevens, const JsonVorm *vorm, const pg_uuid_t *taak)
{
	JsonLezer	lezer = {.schema = schema};
	ErrorContextCallback context = {.previous = error_context_stack, .callback = meld_pad, .arg = &lezer};
	InvoerRij  *rij;
	bool		met_id;
	Datum		id;

	error_context_stack = &context;
	/* References see what this transaction did before, in this statement too. */
	CommandCounterIncrement();
	PushActiveSnapshot(GetTransactionSnapshot());
	json_lezen(&lezer, gegevens, vorm);
	PopActiveSnapshot();

	rij = linitial(lezer.rijen);
	id = geef_kolom(rij, "id")->waarde;
	met_id = rij->tabel == TABEL_KLANTCONTACT && !geef_kolom(rij, "id")->bedacht;
	if (met_id)
		zet_kolom(rij, "vingerafdruk", BYTEAOID, vingerafdruk(&lezer, taak), true);
	if (!met_id || !is_eerder_geregistreerd(schema, rij))
	{
		SPI_connect();
		if (taak == NULL || begin_antwoord(&lezer, taak, met_id))
		{
			bool		nieuw = voeg_rijen_in(&lezer, met_id);

			if (nieuw && taak != NULL && !noemt_betrokkene(&lezer))
				neem_betrokkenen_over(&lezer, taak);
		}
		SPI_finish();
		meld_vervangen(&lezer);
	}
	error_context_stack = context.previous;
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
	PG_RETURN_DATUM(registreer(gevraagd_register(fcinfo), PG_GETARG_JSONB_P(0), &json_klantcontact, NULL));
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
	PG_RETURN_DATUM(registreer(gevraagd_register(fcinfo), PG_GETARG_JSONB_P(0), &json_partij, NULL));
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
	PG_RETURN_DATUM(registreer(gevraagd_register(fcinfo), PG_GETARG_JSONB_P(1), &json_klantcontact, PG_GETARG_UUID_P(0)));
}
