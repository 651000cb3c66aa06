/*
 * json_lezen.c
 *		From the JSON of the exchange model to the rows of a register, by the keys of json_sleutels.c.
 *
 * It is read whole before a row is inserted. Whatever is not as the keys say is refused with its JSON path: class 22, 22023 for a key
 * that is unknown or given twice, 2203A for one that is missing, 22039, 2203B, 2203C, 2203F for a value that is no array, number,
 * object, scalar, and 2203G for one that says nothing the column can hold. A reference by anything but an uuid is looked up as the user
 * who calls; one to nothing raises 23503 with the foreign key's name, as the INSERT would for an uuid.
 */
#include "registreer.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgrprotos.h"
#include "utils/json.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"
#include "utils/uuid.h"

#include "plannen.h"

extern Datum uuid_v7(PG_FUNCTION_ARGS);

static void lees_object(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonVorm *vorm, InvoerRij *rij);
static int	zoek_sleutel(const JsonPad *pad, const JsonVorm *vorm, const char *naam);

/* Errors */

/* May a key stand in a JSON path without quotes? */
static bool
is_kale_sleutel(const char *sleutel)
{
	return *sleutel != '\0' && strspn(sleutel, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == strlen(sleutel);
}

static void
schrijf_pad(StringInfo s, const JsonPad *pad)
{
	if (pad->vorige == NULL)
	{
		appendStringInfoChar(s, '$');
		return;
	}
	schrijf_pad(s, pad->vorige);
	if (pad->sleutel == NULL)
		appendStringInfo(s, "[%d]", pad->element);
	else if (is_kale_sleutel(pad->sleutel))
		appendStringInfo(s, ".%s", pad->sleutel);
	else
	{
		appendStringInfoChar(s, '.');
		escape_json(s, pad->sleutel);
	}
}

/* A path as jsonpath writes it: $.hadBetrokkenen[0].rol */
char *
json_pad(const JsonPad *pad)
{
	StringInfoData s;

	initStringInfo(&s);
	schrijf_pad(&s, pad);
	return s.data;
}

static const JsonPad *
pad_sleutel(const JsonPad *vorige, const char *sleutel)
{
	JsonPad    *pad = palloc0(sizeof(JsonPad));

	pad->vorige = vorige;
	pad->sleutel = sleutel;
	return pad;
}

static const JsonPad *
pad_element(const JsonPad *vorige, int element)
{
	JsonPad    *pad = palloc0(sizeof(JsonPad));

	pad->vorige = vorige;
	pad->element = element;
	return pad;
}

/* Refuses the value at a path, for not being what it should be. */
pg_noreturn static void
fout_waarde(const JsonPad *pad, int sqlstate, const char *wat)
{
	ereport(ERROR,
			(errcode(sqlstate),
			 errmsg("JSON value at %s is not %s", json_pad(pad), wat)));
}

/* The names of the keys that are of use in an object. */
static char *
namen_van(const JsonVorm *vorm)
{
	StringInfoData s;

	initStringInfo(&s);
	for (int i = 0; i < vorm->aantal; i++)
		if (vorm->sleutels[i].soort != JSON_TERZIJDE && vorm->sleutels[i].soort != JSON_LEEG)
			appendStringInfo(&s, "%s%s", i > 0 ? ", " : "", vorm->sleutels[i].naam);
	return s.data;
}

/* Rows */

InvoerRij *
nieuwe_rij(JsonLezer *l, Tabel tabel, const JsonPad *pad)
{
	InvoerRij  *rij = palloc0(sizeof(InvoerRij));

	rij->tabel = tabel;
	rij->pad = pad;
	l->rijen = lappend(l->rijen, rij);
	return rij;
}

void
zet_kolom(InvoerRij *rij, const char *naam, Oid type, Datum waarde, bool bedacht)
{
	InvoerKolom *kolom = &rij->kolommen[rij->aantal++];

	Assert(rij->aantal <= MAX_INVOER_KOLOMMEN);
	kolom->naam = naam;
	kolom->type = type;
	kolom->waarde = waarde;
	kolom->bedacht = bedacht;
}

/* The column of this name, or NULL if the row has none. */
const InvoerKolom *
geef_kolom(const InvoerRij *rij, const char *naam)
{
	for (int i = 0; i < rij->aantal; i++)
		if (strcmp(rij->kolommen[i].naam, naam) == 0)
			return &rij->kolommen[i];
	return NULL;
}

/* The id of a row, which it gets if it has none, because its parts name it. */
static Datum
id_van(InvoerRij *rij)
{
	const InvoerKolom *id = geef_kolom(rij, "id");

	if (id == NULL)
	{
		zet_kolom(rij, "id", UUIDOID, DirectFunctionCall1(uuid_v7, (Datum) 0), true);
		id = &rij->kolommen[rij->aantal - 1];
	}
	return id->waarde;
}

/* Values */

static bool
is_object(const JsonbValue *v)
{
	return v->type == jbvBinary && JsonContainerIsObject(v->val.binary.data);
}

static bool
is_lijst(const JsonbValue *v)
{
	return v->type == jbvBinary && JsonContainerIsArray(v->val.binary.data) && !JsonContainerIsScalar(v->val.binary.data);
}

static char *
lees_string(const JsonPad *pad, const JsonbValue *v)
{
	if (v->type != jbvString)
		fout_waarde(pad, ERRCODE_SQL_JSON_SCALAR_REQUIRED, "a string");
	return pnstrdup(v->val.string.val, v->val.string.len);
}

/* Are two texts the same but for case, blanks, "_" and "-"? */
static bool
zelfde_benaming(const char *a, const char *b)
{
	for (;;)
	{
		a += strspn(a, " _-");
		b += strspn(b, " _-");
		if (pg_tolower((unsigned char) *a) != pg_tolower((unsigned char) *b))
			return false;
		if (*a == '\0')
			return true;
		a++;
		b++;
	}
}

static Datum
lees_tekst(const JsonPad *pad, const JsonbValue *v, const Benaming *benamingen)
{
	char	   *tekst = lees_string(pad, v);

	for (const Benaming *b = benamingen; b != NULL && b->naam != NULL; b++)
		if (zelfde_benaming(tekst, b->naam))
			return CStringGetTextDatum(b->waarde);
	return PointerGetDatum(cstring_to_text(tekst));
}

static Datum
lees_uuid(const JsonPad *pad, const JsonbValue *v)
{
	return DirectFunctionCall1(uuid_in, CStringGetDatum(lees_string(pad, v)));
}

/* Open Klant writes a nummer as a string. */
static Datum
lees_nummer(const JsonPad *pad, const JsonbValue *v)
{
	Datum		getal;

	if (v->type == jbvString)
	{
		char	   *cijfers = lees_string(pad, v);

		if (*cijfers == '\0' || strspn(cijfers, "0123456789") != strlen(cijfers))
			fout_waarde(pad, ERRCODE_SQL_JSON_NUMBER_NOT_FOUND, "a number");
		return DirectFunctionCall1(int8in, CStringGetDatum(cijfers));
	}
	if (v->type != jbvNumeric)
		fout_waarde(pad, ERRCODE_SQL_JSON_NUMBER_NOT_FOUND, "a number");
	getal = NumericGetDatum(v->val.numeric);
	if (!DatumGetBool(DirectFunctionCall2(numeric_eq, getal, DirectFunctionCall2(numeric_trunc, getal, Int32GetDatum(0)))))
		fout_waarde(pad, ERRCODE_SQL_JSON_ITEM_CANNOT_BE_CAST_TO_TARGET_TYPE, "a whole number");
	return DirectFunctionCall1(numeric_int8, getal);
}

/* Does the text have this form: 9 for a digit, T for the separator of date and time, any other character for itself? */
static bool
heeft_vorm(const char **tekst, const char *vorm)
{
	const char *t = *tekst;

	for (; *vorm != '\0'; vorm++, t++)
	{
		if (*vorm == '9' ? !isdigit((unsigned char) *t) : *vorm == 'T' ? strchr("Tt ", *t) == NULL || *t == '\0' : *t != *vorm)
			return false;
	}
	*tekst = t;
	return true;
}

/* Is it a moment by ISO 8601, as RFC 3339 writes it but that the zone may be left out (domain section 2)? */
static bool
is_moment(const char *tekst)
{
	if (!heeft_vorm(&tekst, "9999-99-99T99:99"))
		return false;
	if (heeft_vorm(&tekst, ":99") && heeft_vorm(&tekst, ".9"))
		tekst += strspn(tekst, "0123456789");
	if (*tekst == 'Z' || *tekst == 'z')
		tekst++;
	else if (heeft_vorm(&tekst, "+99") || heeft_vorm(&tekst, "-99"))
		(void) (heeft_vorm(&tekst, ":99") || heeft_vorm(&tekst, "99"));
	return *tekst == '\0';
}

/* The input function takes much more than ISO 8601, and some of it by the settings of the session. */
static Datum
lees_moment(const JsonPad *pad, const JsonbValue *v)
{
	char	   *tekst = lees_string(pad, v);

	if (!is_moment(tekst))
		fout_waarde(pad, ERRCODE_SQL_JSON_ITEM_CANNOT_BE_CAST_TO_TARGET_TYPE, "a moment by ISO 8601, such as \"2026-01-05T09:00:00+01:00\"");
	return DirectFunctionCall3(timestamptz_in, CStringGetDatum(tekst), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

/* Does the value say yes, by true or "ja", or no, by false or "nee"? Neither is true if it says something else. */
static void
lees_ja_nee(const JsonPad *pad, const JsonbValue *v, bool *ja, bool *nee)
{
	*ja = *nee = false;
	if (v->type == jbvBool)
	{
		*ja = v->val.boolean;
		*nee = !v->val.boolean;
	}
	else if (v->type == jbvString)
	{
		*ja = pg_strcasecmp(lees_string(pad, v), "ja") == 0;
		*nee = pg_strcasecmp(lees_string(pad, v), "nee") == 0;
	}
	else
		fout_waarde(pad, ERRCODE_SQL_JSON_SCALAR_REQUIRED, "true, false, \"ja\" or \"nee\"");
}

static Datum
lees_indicatie(const JsonPad *pad, const JsonbValue *v)
{
	bool		ja;
	bool		nee;

	lees_ja_nee(pad, v, &ja, &nee);
	if (!ja && !nee)
		fout_waarde(pad, ERRCODE_SQL_JSON_ITEM_CANNOT_BE_CAST_TO_TARGET_TYPE, "true, false, \"ja\" or \"nee\"");
	return BoolGetDatum(ja);
}

/* Domain decision 1: it is ja, or it is not stated. */
static bool
lees_ja(const JsonPad *pad, const JsonbValue *v)
{
	bool		ja;
	bool		nee;

	lees_ja_nee(pad, v, &ja, &nee);
	if (!ja && !nee && v->val.string.len > 0 && pg_strcasecmp(lees_string(pad, v), "onbekend") != 0)
		fout_waarde(pad, ERRCODE_SQL_JSON_ITEM_CANNOT_BE_CAST_TO_TARGET_TYPE, "\"ja\", nor true, nor what stands for nothing stated");
	return ja;
}

/* References */

/*
 * The questions by which a reference is looked up; each has one row, an array of at most two. They see what this transaction did
 * before, as the function's snapshot is its own.
 */
#define EEN_OF_TWEE(tabel_en_voorwaarde) \
	"SELECT pg_catalog.array_agg(g.sleutel) FROM (SELECT " tabel_en_voorwaarde " LIMIT 2) g"

#define DEZELFDE_OF_NULL(kolom, argument) "(" argument " IS NULL OR " kolom GELIJK argument ")"

static const Vraag klantcontact_met_nummer = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.klantcontact r WHERE r.nummer" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.id", "$2")),
	2, {INT8OID, UUIDOID}
};

static const Vraag interne_taak_met_nummer = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.interne_taak r WHERE r.nummer" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.id", "$2")),
	2, {INT8OID, UUIDOID}
};

static const Vraag klanttaak_met_nummer = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.klanttaak r WHERE r.nummer" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.id", "$2")),
	2, {INT8OID, UUIDOID}
};

static const Vraag partij_met_nummer = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.partij r WHERE r.nummer" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.id", "$2")),
	2, {INT8OID, UUIDOID}
};

static const Vraag partij_met_identificator = {
	EEN_OF_TWEE("DISTINCT i.identificeerde_partij AS sleutel FROM ki.partij_identificator i"
				" WHERE i.partij_identificator_object_id" GELIJK "$1 AND i.partij_identificator_soort_object_id_code" GELIJK "$2"
				" AND " DEZELFDE_OF_NULL("i.partij_identificator_objecttype_code", "$3")
				" AND " DEZELFDE_OF_NULL("i.partij_identificator_register_code", "$4")
				" AND " DEZELFDE_OF_NULL("i.identificeerde_partij", "$5")
				" AND ($6 IS NULL OR EXISTS (SELECT FROM ki.partij p"
				" WHERE p.id" GELIJK "i.identificeerde_partij AND p.nummer" GELIJK "$6))"),
	6, {TEXTOID, TEXTOID, TEXTOID, TEXTOID, UUIDOID, INT8OID}
};

static const Vraag partij_identificator_met_identificator = {
	EEN_OF_TWEE("i.id AS sleutel FROM ki.partij_identificator i"
				" WHERE i.partij_identificator_object_id" GELIJK "$1 AND i.partij_identificator_soort_object_id_code" GELIJK "$2"
				" AND " DEZELFDE_OF_NULL("i.partij_identificator_objecttype_code", "$3")
				" AND " DEZELFDE_OF_NULL("i.partij_identificator_register_code", "$4")
				" AND " DEZELFDE_OF_NULL("i.id", "$5")),
	5, {TEXTOID, TEXTOID, TEXTOID, TEXTOID, UUIDOID}
};

static const Vraag actor_met_id = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.actor r WHERE r.id" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.naam", "$2")
				" AND " DEZELFDE_OF_NULL("r.soort_actor", "$3")),
	3, {UUIDOID, TEXTOID, TEXTOID}
};

static const Vraag actor_met_identificator = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.actor r"
				" WHERE r.actoridentificator_object_id" GELIJK "$1 AND r.actoridentificator_soort_object_id_code" GELIJK "$2"
				" AND " DEZELFDE_OF_NULL("r.actoridentificator_objecttype_code", "$3")
				" AND " DEZELFDE_OF_NULL("r.actoridentificator_register_code", "$4")
				" AND " DEZELFDE_OF_NULL("r.id", "$5") " AND " DEZELFDE_OF_NULL("r.naam", "$6")
				" AND " DEZELFDE_OF_NULL("r.soort_actor", "$7")),
	7, {TEXTOID, TEXTOID, TEXTOID, TEXTOID, UUIDOID, TEXTOID, TEXTOID}
};

/* A name is what people know an actor by; of two with the same, the one that is in use. */
static const Vraag actor_met_naam = {
	EEN_OF_TWEE("r.id AS sleutel FROM ki.actor r WHERE r.naam" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.soort_actor", "$2")
				" AND r.indicatie_actief"),
	2, {TEXTOID, TEXTOID}
};

static const Vraag kanaal_met_naam = {
	EEN_OF_TWEE("r.code::pg_catalog.text AS sleutel FROM ki.kanaal r WHERE r.naam" GELIJK "$1 AND " DEZELFDE_OF_NULL("r.code", "$2")),
	2, {TEXTOID, TEXTOID}
};

/* A way to look up what an object says: by these columns of it, the first of which decides whether this is the way. */
typedef struct Zoekwijze
{
	const Vraag *vraag;
	const char *kolommen[MAX_VRAAG_ARGUMENTEN];
} Zoekwijze;

static const Zoekwijze van_klantcontact[] = {{&klantcontact_met_nummer, {"nummer", "id"}}, {.vraag = NULL}};
static const Zoekwijze van_interne_taak[] = {{&interne_taak_met_nummer, {"nummer", "id"}}, {.vraag = NULL}};
static const Zoekwijze van_klanttaak[] = {{&klanttaak_met_nummer, {"nummer", "id"}}, {.vraag = NULL}};
static const Zoekwijze van_kanaal[] = {{&kanaal_met_naam, {"naam", "code"}}, {.vraag = NULL}};

#define KOLOMMEN_VAN_IDENTIFICATOR(groep) \
	groep "_object_id", groep "_soort_object_id_code", groep "_objecttype_code", groep "_register_code"

static const Zoekwijze van_partij[] = {
	{&partij_met_identificator, {KOLOMMEN_VAN_IDENTIFICATOR("partij_identificator"), "id", "nummer"}},
	{&partij_met_nummer, {"nummer", "id"}},
	{.vraag = NULL}
};

static const Zoekwijze van_partij_identificator[] = {
	{&partij_identificator_met_identificator, {KOLOMMEN_VAN_IDENTIFICATOR("partij_identificator"), "id"}},
	{.vraag = NULL}
};

static const Zoekwijze van_actor[] = {
	{&actor_met_identificator, {KOLOMMEN_VAN_IDENTIFICATOR("actoridentificator"), "id", "naam", "soort_actor"}},
	{&actor_met_id, {"id", "naam", "soort_actor"}},
	{&actor_met_naam, {"naam", "soort_actor"}},
	{.vraag = NULL}
};

typedef struct Verwijzing
{
	const JsonVorm *vorm;		/* what an object that refers may say */
	const Zoekwijze *zoekwijzen;
	bool		heeft_nummer;
} Verwijzing;

static const Verwijzing verwijzingen[AANTAL_TABELLEN] = {
	[TABEL_KLANTCONTACT] = {&json_verwijzing_nummer, van_klantcontact, true},
	[TABEL_INTERNE_TAAK] = {&json_verwijzing_nummer, van_interne_taak, true},
	[TABEL_KLANTTAAK] = {&json_verwijzing_nummer, van_klanttaak, true},
	[TABEL_PARTIJ] = {&json_verwijzing_partij, van_partij, true},
	[TABEL_PARTIJ_IDENTIFICATOR] = {&json_verwijzing_identificator, van_partij_identificator, false},
	[TABEL_ACTOR] = {&json_verwijzing_actor, van_actor, false},
	[TABEL_KANAAL] = {&json_code, van_kanaal, false}
};

/* A reference to nothing, in this column of a row: as its foreign key would refuse it. */
pg_noreturn static void
fout_verwijzing(const JsonLezer *l, const JsonPad *pad, Tabel tabel, const char *kolom, Tabel naar)
{
	Relation	rel = table_open(register_tabel_in(l->schema, tabel), AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	char	   *sleutel = NULL;

	for (int i = 0; i < tabellen[tabel].aantal_kolommen; i++)
		if (strcmp(tabellen[tabel].kolommen[i].naam, kolom) == 0 && tabellen[tabel].kolommen[i].verwijst_naar == naar)
			sleutel = register_fk_naam(rt, rel, i);
	ereport(ERROR,
			(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
			 errmsg("%s at %s does not exist", tabellen[naar].naam, json_pad(pad)),
			 errdetail("No %s that you may see fits all that is said of it.", tabellen[naar].naam),
			 sleutel ? errtableconstraint(rel, sleutel) : errtable(rel)));
}

/* The key of the one row that fits what the object, read into gezocht, says. */
static Datum
zoek_op(const JsonLezer *l, const JsonPad *pad, const InvoerRij *gezocht, const Zoekwijze *wijze, Tabel tabel, const char *kolom, Tabel naar)
{
	NullableDatum argumenten[MAX_VRAAG_ARGUMENTEN] = {0};
	NullableDatum gevonden;
	ArrayType  *sleutels;
	Datum	   *elementen;
	int			aantal;

	for (int i = 0; i < wijze->vraag->aantal; i++)
	{
		const InvoerKolom *k = geef_kolom(gezocht, wijze->kolommen[i]);

		argumenten[i].isnull = k == NULL;
		argumenten[i].value = k == NULL ? (Datum) 0 : k->waarde;
	}
	if (!vraag_waarde(wijze->vraag, l->schema, argumenten, &gevonden) || gevonden.isnull)
		fout_verwijzing(l, pad, tabel, kolom, naar);
	sleutels = DatumGetArrayTypeP(gevonden.value);
	if (ARR_ELEMTYPE(sleutels) == UUIDOID)
		deconstruct_array(sleutels, UUIDOID, UUID_LEN, false, TYPALIGN_CHAR, &elementen, NULL, &aantal);
	else
		deconstruct_array(sleutels, TEXTOID, -1, false, TYPALIGN_INT, &elementen, NULL, &aantal);
	if (aantal > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s at %s is more than one", tabellen[naar].naam, json_pad(pad)),
				 errhint("Refer to it by its id.")));
	return elementen[0];
}

/* An identificator in the same JSON that fits: the KVK-nummer under which a vestigingsnummer hangs, which has no row yet. */
static InvoerRij *
zoek_in_json(const JsonLezer *l, const InvoerRij *gezocht, Tabel naar)
{
	ListCell   *lc;

	if (naar != TABEL_PARTIJ_IDENTIFICATOR || gezocht->aantal == 0)
		return NULL;
	foreach(lc, l->rijen)
	{
		InvoerRij  *rij = lfirst(lc);
		bool		past = rij->tabel == naar;

		for (int i = 0; past && i < gezocht->aantal; i++)
		{
			const InvoerKolom *k = geef_kolom(rij, gezocht->kolommen[i].naam);

			past = k != NULL && datumIsEqual(k->waarde, gezocht->kolommen[i].waarde, false, k->type == UUIDOID ? UUID_LEN : -1);
		}
		if (past)
			return rij;
	}
	return NULL;
}

/* Which row of a table an object or number refers to, for this column; an id alone is left to the foreign key. */
static Datum
lees_verwijzend_object(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, Tabel tabel, const char *kolom, Tabel naar)
{
	const Verwijzing *verwijzing = &verwijzingen[naar];
	InvoerRij	gezocht = {.pad = pad};
	InvoerRij  *in_json;

	if (is_object(v))
		lees_object(l, pad, v, verwijzing->vorm, &gezocht);
	else if (v->type == jbvNumeric && verwijzing->heeft_nummer)
		zet_kolom(&gezocht, "nummer", INT8OID, lees_nummer(pad, v), false);
	else
		fout_waarde(pad, ERRCODE_SQL_JSON_SCALAR_REQUIRED, verwijzing->heeft_nummer ? "an id, a nummer or an object" : "a string or an object");

	in_json = zoek_in_json(l, &gezocht, naar);
	if (in_json != NULL)
		return id_van(in_json);
	if (gezocht.aantal == 1 && strcmp(gezocht.kolommen[0].naam, naar == TABEL_KANAAL ? "code" : "id") == 0)
		return gezocht.kolommen[0].waarde;
	for (const Zoekwijze *wijze = verwijzing->zoekwijzen; wijze->vraag != NULL; wijze++)
		if (geef_kolom(&gezocht, wijze->kolommen[0]) != NULL)
			return zoek_op(l, pad, &gezocht, wijze, tabel, kolom, naar);
	ereport(ERROR,
			(errcode(ERRCODE_SQL_JSON_MEMBER_NOT_FOUND),
			 errmsg("JSON object at %s does not say which %s", json_pad(pad), tabellen[naar].naam),
			 errhint("Its keys can be: %s.", namen_van(verwijzing->vorm))));
}

static Datum
lees_verwijzing(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, Tabel tabel, const char *kolom, Tabel naar)
{
	if (v->type == jbvString)
		return lees_uuid(pad, v);
	return lees_verwijzend_object(l, pad, v, tabel, kolom, naar);
}

/* Objects */

/* One row that belongs to another, from an object. */
static void
lees_deel(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonVorm *vorm, InvoerRij *ouder)
{
	InvoerRij  *rij = nieuwe_rij(l, vorm->tabel, pad);

	zet_kolom(rij, vorm->ouder, UUIDOID, id_van(ouder), true);
	l->pad = pad;
	lees_object(l, pad, v, vorm, rij);
	(void) id_van(rij);			/* ids ascend as the array does, and klantcontact_json() goes by them */
}

/* The same from a reference, which is all that the row is. */
static void
lees_koppeling(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonSleutel *sleutel, InvoerRij *ouder)
{
	InvoerRij  *rij = nieuwe_rij(l, sleutel->vorm->tabel, pad);

	l->pad = pad;
	zet_kolom(rij, sleutel->vorm->ouder, UUIDOID, id_van(ouder), true);
	zet_kolom(rij, sleutel->vorm->verwijzing, UUIDOID,
			  lees_verwijzing(l, pad, v, sleutel->vorm->tabel, sleutel->vorm->verwijzing, sleutel->naar), false);
}

static void
lees_delen(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonSleutel *sleutel, InvoerRij *ouder)
{
	JsonbIterator *it;
	JsonbValue	element;
	JsonbIteratorToken token;
	int			n = 0;

	if (!is_lijst(v))
		fout_waarde(pad, ERRCODE_SQL_JSON_ARRAY_NOT_FOUND, "an array");
	it = JsonbIteratorInit(v->val.binary.data);
	while ((token = JsonbIteratorNext(&it, &element, true)) != WJB_DONE)
	{
		if (token != WJB_ELEM)
			continue;
		if (sleutel->soort == JSON_VERWIJZINGEN)
			lees_koppeling(l, pad_element(pad, n), &element, sleutel, ouder);
		else
			lees_deel(l, pad_element(pad, n), &element, sleutel->vorm, ouder);
		n++;
	}
}

/* A part of an address goes to a line of it, after the parts before it. */
static void
voeg_aan_regel_toe(const JsonPad *pad, const JsonbValue *v, InvoerRij *rij, const char *kolom)
{
	InvoerKolom *regel = unconstify(InvoerKolom *, geef_kolom(rij, kolom));
	char	   *deel;

	if (v->type == jbvNumeric)
		deel = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(v->val.numeric)));
	else
		deel = lees_string(pad, v);
	if (regel == NULL)
		zet_kolom(rij, kolom, TEXTOID, CStringGetTextDatum(deel), false);
	else
		regel->waarde = CStringGetTextDatum(psprintf("%s %s", TextDatumGetCString(regel->waarde), deel));
}

/* Does the value say nothing? */
static bool
is_leeg_json(const JsonbValue *v)
{
	switch (v->type)
	{
		case jbvNull:
			return true;
		case jbvString:
			return v->val.string.len == 0;
		case jbvBool:
			return !v->val.boolean;
		case jbvBinary:
			return JsonContainerSize(v->val.binary.data) == 0;
		default:
			return false;
	}
}

/* Do the keys of an object all say nothing? Open Klant writes a group that is not there so, with keys that it knows. */
static bool
is_lege_groep(const JsonPad *pad, const JsonbValue *v, const JsonVorm *vorm)
{
	JsonbIterator *it;
	JsonbValue	w;
	JsonbIteratorToken token;
	bool		leeg = true;

	if (!is_object(v))
		return false;
	it = JsonbIteratorInit(v->val.binary.data);
	while ((token = JsonbIteratorNext(&it, &w, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
			(void) zoek_sleutel(pad, vorm, pnstrdup(w.val.string.val, w.val.string.len));
		else if (token == WJB_VALUE)
			leeg = leeg && (w.type == jbvNull || (w.type == jbvString && w.val.string.len == 0));
	}
	return leeg;
}

/* What the value of a key becomes; it is not null. */
static void
lees_waarde(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonSleutel *sleutel, InvoerRij *rij)
{
	l->pad = pad;
	if (sleutel->kolom != NULL && sleutel->soort != JSON_ADRESDEEL && geef_kolom(rij, sleutel->kolom) != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_JSON_OBJECT_KEY_VALUE),
				 errmsg("JSON value at %s is given twice", json_pad(pad))));
	switch (sleutel->soort)
	{
		case JSON_TEKST:
			zet_kolom(rij, sleutel->kolom, TEXTOID, lees_tekst(pad, v, sleutel->benamingen), false);
			break;
		case JSON_KANAAL:
			zet_kolom(rij, sleutel->kolom, TEXTOID,
					  v->type == jbvString ? lees_tekst(pad, v, NULL) :
					  lees_verwijzend_object(l, pad, v, rij->tabel, sleutel->kolom, TABEL_KANAAL), false);
			break;
		case JSON_UUID:
			zet_kolom(rij, sleutel->kolom, UUIDOID, lees_uuid(pad, v), false);
			break;
		case JSON_NUMMER:
			zet_kolom(rij, sleutel->kolom, INT8OID, lees_nummer(pad, v), false);
			break;
		case JSON_MOMENT:
			zet_kolom(rij, sleutel->kolom, TIMESTAMPTZOID, lees_moment(pad, v), false);
			break;
		case JSON_INDICATIE:
			zet_kolom(rij, sleutel->kolom, BOOLOID, lees_indicatie(pad, v), false);
			break;
		case JSON_JA:
			if (lees_ja(pad, v))	/* the text is what its type reads */
				zet_kolom(rij, sleutel->kolom, TEXTOID, CStringGetTextDatum("ja"), false);
			break;
		case JSON_VERWIJZING:
			zet_kolom(rij, sleutel->kolom, UUIDOID, lees_verwijzing(l, pad, v, rij->tabel, sleutel->kolom, sleutel->naar), false);
			break;
		case JSON_GROEP:
			if (sleutel->verplicht || !l->leeg_is_niets || !is_lege_groep(pad, v, sleutel->vorm))
				lees_object(l, pad, v, sleutel->vorm, rij);
			break;
		case JSON_DEEL:
			lees_deel(l, pad, v, sleutel->vorm, rij);
			break;
		case JSON_EEN_OF_MEER:
			if (is_object(v))
				lees_deel(l, pad, v, sleutel->vorm, rij);
			else
				lees_delen(l, pad, v, sleutel, rij);
			break;
		case JSON_DELEN:
		case JSON_VERWIJZINGEN:
			lees_delen(l, pad, v, sleutel, rij);
			break;
		case JSON_VERVANGEN:
			(void) lees_moment(pad, v);
			l->vervangen = pad;
			break;
		case JSON_ADRESDEEL:
			voeg_aan_regel_toe(pad, v, rij, sleutel->kolom);
			break;
		case JSON_TERZIJDE:
			break;
		case JSON_LEEG:
			if (!is_leeg_json(v))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("register has no place for the value at %s", json_pad(pad)),
						 errhint("Leave it out, or keep it as a bijlage.")));
			break;
	}
}

/* Is this a name of the key? */
static bool
heet(const JsonSleutel *sleutel, const char *naam)
{
	if (strcmp(sleutel->naam, naam) == 0)
		return true;
	for (int i = 0; i < lengthof(sleutel->ook) && sleutel->ook[i] != NULL; i++)
		if (strcmp(sleutel->ook[i], naam) == 0)
			return true;
	return false;
}

/* Which of the keys of an object this is; refuses one that is none of them. */
static int
zoek_sleutel(const JsonPad *pad, const JsonVorm *vorm, const char *naam)
{
	for (int i = 0; i < vorm->aantal; i++)
		if (heet(&vorm->sleutels[i], naam))
			return i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown key at %s", json_pad(pad_sleutel(pad, naam))),
			 errhint("The keys there can be: %s.", namen_van(vorm))));
}

/* Reads an object into a row, and its parts into rows that come after it, in the order of the keys in json_sleutels.c. */
static void
lees_object(JsonLezer *l, const JsonPad *pad, const JsonbValue *v, const JsonVorm *vorm, InvoerRij *rij)
{
	JsonbValue	waarden[MAX_SLEUTELS];
	const JsonPad *paden[MAX_SLEUTELS] = {NULL};
	JsonbIterator *it;
	JsonbValue	sleutel;
	JsonbValue	waarde;
	JsonbIteratorToken token;

	Assert(vorm->aantal <= MAX_SLEUTELS);
	if (!is_object(v))
		fout_waarde(pad, ERRCODE_SQL_JSON_OBJECT_NOT_FOUND, "an object");
	it = JsonbIteratorInit(v->val.binary.data);
	while ((token = JsonbIteratorNext(&it, &sleutel, true)) != WJB_DONE)
	{
		char	   *naam;
		int			i;

		if (token != WJB_KEY)
			continue;
		(void) JsonbIteratorNext(&it, &waarde, true);
		naam = pnstrdup(sleutel.val.string.val, sleutel.val.string.len);
		i = zoek_sleutel(pad, vorm, naam);
		if (waarde.type == jbvNull || (l->leeg_is_niets && waarde.type == jbvString && waarde.val.string.len == 0))
			continue;
		if (paden[i] != NULL)
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_JSON_OBJECT_KEY_VALUE),
					 errmsg("JSON keys %s and %s are the same", json_pad(paden[i]), json_pad(pad_sleutel(pad, naam)))));
		paden[i] = pad_sleutel(pad, naam);
		waarden[i] = waarde;
	}

	for (int i = 0; i < vorm->aantal; i++)
	{
		l->pad = pad;
		if (paden[i] != NULL)
			lees_waarde(l, paden[i], &waarden[i], &vorm->sleutels[i], rij);
		else if (vorm->sleutels[i].verplicht)
			ereport(ERROR,
					(errcode(ERRCODE_SQL_JSON_MEMBER_NOT_FOUND),
					 errmsg("JSON key %s is missing", json_pad(pad_sleutel(pad, vorm->sleutels[i].naam)))));
	}
}

/* Is it a body of Open Klant's? It has the klantcontact in a key of its own. */
static bool
is_maak_klantcontact(Jsonb *gegevens)
{
	JsonbValue	v;

	return JB_ROOT_IS_OBJECT(gegevens) && getKeyJsonValueFromContainer(&gegevens->root, "klantcontact", strlen("klantcontact"), &v) != NULL;
}

/* Reads all of it into lezer->rijen, of which the first is the row itself. The lezer knows the register. */
void
json_lezen(JsonLezer *lezer, Jsonb *gegevens, const JsonVorm *vorm)
{
	const JsonPad *begin = pad_sleutel(NULL, NULL);
	JsonbValue	alles;
	InvoerRij  *rij;

	alles.type = jbvBinary;
	alles.val.binary.data = &gegevens->root;
	alles.val.binary.len = VARSIZE(gegevens) - VARHDRSZ;
	lezer->pad = begin;
	if (vorm == &json_klantcontact && is_maak_klantcontact(gegevens))
	{
		vorm = &json_maak_klantcontact;
		lezer->leeg_is_niets = true;
	}
	rij = nieuwe_rij(lezer, vorm->tabel, begin);
	lees_object(lezer, begin, &alles, vorm, rij);
	(void) id_van(rij);
}
