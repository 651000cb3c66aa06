/*
 * identificator.c
 *		Which identificator or object is meant, by the name that everybody knows it by or by its code; and whose it is.
 */
#include "identificator.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "klantinteracties.h"
#include "plannen.h"

PG_FUNCTION_INFO_V1(ki_zoek_partij);

/* Names for codes of the reference data (sql/45_register_gegevens.sql). */
const Benaming soorten_object_id[] = {
	{"bsn", "1"},
	{"rsin", "2"},
	{"vestigingsnummer", "3"},
	{"kvk_nummer", "100"},
	{"oin", "101"},
	{NULL, NULL}
};

static const Benaming objecttypen[] = {
	{"zaak", OBJECTTYPE_ZAAK},
	{"klanttaak", OBJECTTYPE_KLANTTAAK},
	{NULL, NULL}
};

static const Vraag is_soort_object_id = {
	"SELECT true FROM ki.soort_object_id s WHERE s.code" GELIJK "$1", 1, {TEXTOID}
};

static const Vraag is_objecttype = {
	"SELECT true FROM ki.soort_object s WHERE s.code" GELIJK "$1", 1, {TEXTOID}
};

/*
 * The code that is meant: by one of these names, or itself. Anything else would silently find nothing, which reads as an answer; so it
 * is an error 22023.
 */
static NullableDatum
code_van(NullableDatum gegeven, const Benaming *benamingen, const Vraag *bestaat, Oid schema, const char *wat)
{
	char	   *naam = TextDatumGetCString(gegeven.value);
	NullableDatum ja;

	for (const Benaming *b = benamingen; b->naam != NULL; b++)
	{
		if (strcmp(naam, b->naam) == 0)
		{
			gegeven.value = CStringGetTextDatum(b->waarde);
			return gegeven;
		}
	}
	if (!vraag_waarde(bestaat, schema, &gegeven, &ja))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is not a code of %s", naam, wat)));
	return gegeven;
}

/*
 * Reads the first three arguments of a function, soort, waarde and sub_van: soort_object_id_code, object_id and the object_id of which
 * it must be a sub-identificator, or null.
 */
void
lees_identificator(FunctionCallInfo fcinfo, Oid schema, NullableDatum *identificator)
{
	argument_verplicht(fcinfo, 0, "soort");
	argument_verplicht(fcinfo, 1, "waarde");
	identificator[0] = code_van(fcinfo->args[0], soorten_object_id, &is_soort_object_id, schema, "soort_object_id");
	identificator[1] = fcinfo->args[1];
	identificator[2] = fcinfo->args[2];
}

/* The code of soort_object that is meant. */
NullableDatum
lees_objecttype(NullableDatum objecttype, Oid schema)
{
	return code_van(objecttype, objecttypen, &is_objecttype, schema, "soort_object");
}

/* KI-71: the ways to look for a partij that are no identificator. */
typedef struct Zoekwijze
{
	const char *soort;
	Vraag		vraag;
} Zoekwijze;

static const Zoekwijze zoekwijzen[] = {
	{"id", {"SELECT p.id FROM ki.partij p WHERE p.id" GELIJK "$1::pg_catalog.uuid", 1, {TEXTOID}}},
	{"nummer", {"SELECT p.id FROM ki.partij p WHERE p.nummer" GELIJK "$1::pg_catalog.int8", 1, {TEXTOID}}},
	{"digitaal_adres", {"SELECT DISTINCT a.verstrekt_door_partij FROM ki.digitaal_adres a"
						" WHERE a.adres" GELIJK "$1 AND a.verstrekt_door_partij IS NOT NULL ORDER BY a.verstrekt_door_partij",
						1, {TEXTOID}}}
};

static const Vraag zoek_identificator = {
	"SELECT DISTINCT i.identificeerde_partij FROM ki.partij_identificator i WHERE " IDENTIFICATOR_IS " ORDER BY i.identificeerde_partij",
	3, {TEXTOID, TEXTOID, TEXTOID}
};

/*
 * zoek_partij(soort text, waarde text, sub_van text, register name)
 *
 * Raises 22004 for a null soort or waarde, 22023 for a soort that is none, 22P02 for an id or nummer that is none, 3F000 for a register
 * that does not exist.
 */
Datum
ki_zoek_partij(PG_FUNCTION_ARGS)
{
	Oid			schema = gevraagd_register(fcinfo);
	NullableDatum identificator[3];

	argument_verplicht(fcinfo, 0, "soort");
	argument_verplicht(fcinfo, 1, "waarde");
	for (int i = 0; i < lengthof(zoekwijzen); i++)
		if (strcmp(text_to_cstring(PG_GETARG_TEXT_PP(0)), zoekwijzen[i].soort) == 0)
			return vraag_rijen(fcinfo, &zoekwijzen[i].vraag, schema, &fcinfo->args[1]);
	lees_identificator(fcinfo, schema, identificator);
	return vraag_rijen(fcinfo, &zoek_identificator, schema, identificator);
}
