/*
 * rij_als_json.c
 *		A row as jsonb, the same as to_jsonb() makes of it, at a third of what that takes.
 *
 * to_jsonb() finds out for each row what type each column has and in which order jsonb keeps the names. Here that is done once for a
 * table, and of the second version of a row only what differs from the first is converted. A table with a column that jsonb keeps as
 * more than a text, a number, a moment or a boolean (the register has none, its owner may add one) is left to to_jsonb().
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "parser/parse_coerce.h"
#include "utils/date.h"
#include "utils/fmgroids.h"
#include "utils/json.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

#include "rij_als_json.h"

/* The order in which jsonb keeps names: the shortest first. */
static int
vergelijk_namen(const void *a, const void *b)
{
	const JsonKolom *x = a;
	const JsonKolom *y = b;

	if (x->lengte != y->lengte)
		return x->lengte < y->lengte ? -1 : 1;
	return memcmp(x->naam, y->naam, x->lengte);
}

/* Does to_jsonb() make a text of this type, by its output function? The type is no domain. */
static bool
wordt_tekst(Oid type)
{
	Oid			functie;

	if (type == JSONOID || type == JSONBOID || type == RECORDOID || type == RECORDARRAYOID || type == ANYARRAYOID ||
		type == ANYCOMPATIBLEARRAYOID || OidIsValid(get_element_type(type)) || type_is_rowtype(type))
		return false;
	if (type == INT2OID || type == FLOAT4OID || type == FLOAT8OID || type == NUMERICOID || type == TIMESTAMPOID)
		return false;
	return type < FirstNormalObjectId || find_coercion_pathway(JSONOID, type, COERCION_EXPLICIT, &functie) != COERCION_PATH_FUNC;
}

/* How the rows of a table become jsonb; in the caller's memory. */
JsonVorm *
json_vorm(TupleDesc desc)
{
	JsonVorm   *vorm = palloc0(offsetof(JsonVorm, kolom) + desc->natts * sizeof(JsonKolom));

	vorm->eenvoudig = true;
	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute att = TupleDescAttr(desc, i);
		JsonKolom  *kolom = &vorm->kolom[vorm->aantal];
		Oid			uitvoer;
		bool		is_varlena;

		if (att->attisdropped)
			continue;
		kolom->plaats = i;
		kolom->naam = pstrdup(NameStr(att->attname));
		kolom->lengte = strlen(kolom->naam);
		kolom->type = getBaseType(att->atttypid);
		kolom->gegenereerd = att->attgenerated != '\0';
		switch (kolom->type)
		{
			case BOOLOID:
			case INT4OID:
			case INT8OID:
			case DATEOID:
			case TIMESTAMPTZOID:
			case TEXTOID:
				break;
			default:
				vorm->eenvoudig &= wordt_tekst(kolom->type);
				getTypeOutputInfo(kolom->type, &uitvoer, &is_varlena);
				fmgr_info(uitvoer, &kolom->uitvoer);
				break;
		}
		vorm->aantal++;
	}
	qsort(vorm->kolom, vorm->aantal, sizeof(JsonKolom), vergelijk_namen);
	return vorm;
}

static void
zet_tekst(JsonbValue *v, const char *tekst, int lengte)
{
	v->type = jbvString;
	v->val.string.val = (char *) tekst;
	v->val.string.len = lengte;
}

static void
zet_getal(JsonbValue *v, int64 getal)
{
	v->type = jbvNumeric;
	v->val.numeric = int64_to_numeric(getal);
}

/* A value that is not null. */
static void
zet_waarde(JsonbValue *v, JsonKolom *kolom, Datum d)
{
	char	   *s;
	text	   *t;

	switch (kolom->type)
	{
		case BOOLOID:
			v->type = jbvBool;
			v->val.boolean = DatumGetBool(d);
			break;
		case INT4OID:
			zet_getal(v, DatumGetInt32(d));
			break;
		case INT8OID:
			zet_getal(v, DatumGetInt64(d));
			break;
		case DATEOID:
		case TIMESTAMPTZOID:
			s = JsonEncodeDateTime(NULL, d, kolom->type, NULL);
			zet_tekst(v, s, strlen(s));
			break;
		case TEXTOID:
			t = DatumGetTextPP(d);
			zet_tekst(v, VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
			break;
		default:
			s = OutputFunctionCall(&kolom->uitvoer, d);
			zet_tekst(v, s, strlen(s));
			break;
	}
}

/* What to_jsonb() makes of the row. */
static Datum
to_jsonb_van_rij(const Rij *rij)
{
	Oid			type = rij->rel->rd_rel->reltype;
	Datum		d = heap_copy_tuple_as_datum(heap_form_tuple(rij->desc, rij->waarde, rij->leeg), rij->desc);
	FmgrInfo	functie;

	fmgr_info(F_TO_JSONB, &functie);
	fmgr_info_set_expr((Node *) makeFuncExpr(F_TO_JSONB, JSONBOID, list_make1(makeNullConst(type, -1, InvalidOid)),
											 InvalidOid, InvalidOid, COERCE_EXPLICIT_CALL),
					   &functie);
	return FunctionCall1(&functie, d);
}

/*
 * The row as jsonb, and in paren[] its columns. If another version of it was converted before, that and its columns. The values are in
 * the caller's memory.
 */
Datum
rij_als_json(JsonVorm *vorm, const Rij *rij, JsonbPair *paren, const Rij *vorige, const JsonbPair *vorige_paren)
{
	JsonbValue	object;

	if (!vorm->eenvoudig)
		return to_jsonb_van_rij(rij);
	for (int i = 0; i < vorm->aantal; i++)
	{
		JsonKolom  *kolom = &vorm->kolom[i];

		zet_tekst(&paren[i].key, kolom->naam, kolom->lengte);
		if (rij->leeg[kolom->plaats])
			paren[i].value.type = jbvNull;
		else if (vorige != NULL && !kolom->gegenereerd && !is_anders(rij, vorige, kolom->plaats))
			paren[i].value = vorige_paren[i].value;
		else
			zet_waarde(&paren[i].value, kolom, rij->waarde[kolom->plaats]);
	}
	object.type = jbvObject;
	object.val.object.nPairs = vorm->aantal;
	object.val.object.pairs = paren;
	return JsonbPGetDatum(JsonbValueToJsonb(&object));
}
