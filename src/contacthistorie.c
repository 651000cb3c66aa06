/*
 * contacthistorie.c
 *		The klantcontacten of a partij, or about an object, newest first, page by page (domain annex A).
 */
#include "identificator.h"
#include "plannen.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"
#include "utils/uuid.h"

#include "klantinteracties.h"

PG_FUNCTION_INFO_V1(ki_contacthistorie);
PG_FUNCTION_INFO_V1(ki_contacthistorie_van_identificator);
PG_FUNCTION_INFO_V1(ki_contacthistorie_van_onderwerp);

/*
 * The arguments of every history: of what; van, included; the position before which the page begins, a moment and an id; kanaal or
 * null; how many or null. What follows is the condition on a part of a klantcontact that carries copies of what it needs (design
 * decision D8), and the columns of the klantcontact.
 */
#define IN_PAGINA(deel, klantcontact) \
	deel ".plaatsgevonden_op OPERATOR(pg_catalog.>=) $2" \
	" AND ROW(" deel ".plaatsgevonden_op, " deel "." klantcontact ") OPERATOR(pg_catalog.<) ROW($3, $4)" \
	" AND ($5 IS NULL OR " deel ".kanaal_code" GELIJK "$5)"
#define KLANTCONTACT \
	"k.id, k.nummer, k.plaatsgevonden_op, k.kanaal_code, k.onderwerp, k.inhoud, k.indicatie_contact_gelukt, k.vertrouwelijk"
#define RIJ \
	"h.id, h.nummer, h.plaatsgevonden_op, h.kanaal_code, h.onderwerp, h.inhoud, h.indicatie_contact_gelukt, h.vertrouwelijk"

/*
 * Mostly it is the one whose row was read, which spares a look at the others. In an inzage, where others are not shown, it is not known
 * who took the initiative if the partij did not.
 */
#define INITIATIEFNEMER(klantcontact, is_klant) \
	"COALESCE(CASE WHEN " is_klant " THEN 'klant'" \
	"              ELSE (SELECT i.rol::pg_catalog.text FROM ki.betrokkene i" \
	"                     WHERE i.had_klantcontact" GELIJK klantcontact " AND i.initiator ORDER BY i.rol LIMIT 1) END," \
	"         CASE WHEN NOT klantinteracties.in_inzage() THEN 'gemeente' END)"

/* EXISTS, but never turned into a hash of the whole table. */
#define BESTAAT(uit) "(SELECT true FROM " uit " LIMIT 1) IS NOT NULL"

/*
 * Of a partij, or of several: zelf is which, is_een the condition that a column is one of them; the rest is about who represented them.
 *
 * Whose contacts belong to the history stands in wie: the partij itself; who worked for it; and who once represented it, or worked
 * for one who did, as far as they took part as vertegenwoordiger and the contact names no other partij as klant (KI-66, KI-81). For
 * each of them the LATERAL reads one range of betrokkene_historie_idx, newest first, and stops at the number of rows asked for; a
 * contact among the newest n of all is among the newest n of each range it is in. The klantcontact is joined inside, so that one that
 * a policy hides does not count. What reaches the Sort is that number of rows for each of wie, never a history.
 */
#define HISTORIE(zelf, is_een, vertegenwoordigers, als_vertegenwoordiger) \
	"SELECT " RIJ ", h.via, h.partij, h.rol, h.initiator, " INITIATIEFNEMER("h.id", "h.initiator AND h.rol" GELIJK "'klant'") \
	"  FROM (SELECT DISTINCT ON (b.plaatsgevonden_op, b.id) wie.via, wie.partij, b.*" \
	"          FROM (SELECT z.partij, 1 AS trede, 'direct' AS via FROM (" zelf ") AS z (partij)" \
	"                UNION ALL" \
	"                SELECT p.id, 2, 'werkte_voor' FROM ki.partij p WHERE p.werkte_voor_partij" is_een vertegenwoordigers ") AS wie" \
	"         CROSS JOIN LATERAL" \
	"               (SELECT " KLANTCONTACT ", b.rol::pg_catalog.text AS rol, b.initiator" \
	"                  FROM ki.betrokkene b" \
	"                  JOIN ki.klantcontact k ON k.id" GELIJK "b.had_klantcontact" \
	"                 WHERE b.was_partij" GELIJK "wie.partij AND " IN_PAGINA("b", "had_klantcontact") als_vertegenwoordiger \
	"                 ORDER BY b.plaatsgevonden_op DESC, b.had_klantcontact DESC" \
	"                 LIMIT $6) AS b" \
	"         ORDER BY b.plaatsgevonden_op DESC, b.id DESC, wie.trede, b.rol, wie.partij" \
	"         LIMIT $6) AS h" \
	" ORDER BY h.plaatsgevonden_op DESC, h.id DESC"

#define VERTEGENWOORDIGERS(is_een) \
	"                UNION ALL" \
	"                SELECT v.vertegenwoordigende_partij, 3, 'vertegenwoordiging' FROM ki.vertegenwoordiging v" \
	"                 WHERE v.vertegenwoordigde_partij" is_een \
	"                UNION ALL" \
	"                SELECT p.id, 4, 'vertegenwoordiging' FROM ki.vertegenwoordiging v" \
	"                  JOIN ki.partij p ON p.werkte_voor_partij" GELIJK "v.vertegenwoordigende_partij" \
	"                 WHERE v.vertegenwoordigde_partij" is_een

#define ALS_VERTEGENWOORDIGER(is_geen) \
	"                   AND (wie.trede OPERATOR(pg_catalog.<) 3" \
	"                        OR b.rol::pg_catalog.text" GELIJK "'vertegenwoordiger'" \
	"                           AND NOT " BESTAAT("ki.betrokkene a" \
	"                                              WHERE a.had_klantcontact" GELIJK "b.had_klantcontact" \
	"                                                AND a.rol::pg_catalog.text" GELIJK "'klant'" \
	"                                                AND a.was_partij" is_geen) ")"

static const Vraag van_partij = {
	HISTORIE("SELECT $1", GELIJK "$1", VERTEGENWOORDIGERS(GELIJK "$1"), ALS_VERTEGENWOORDIGER(" OPERATOR(pg_catalog.<>) $1")),
	6, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID}
};

/* More than one only if they share an identificator, as contactpersonen may (KI-59). */
static const Vraag van_partijen = {
	HISTORIE("SELECT pg_catalog.unnest($1)", GELIJK "ANY ($1)",
			 VERTEGENWOORDIGERS(GELIJK "ANY ($1)"), ALS_VERTEGENWOORDIGER(" OPERATOR(pg_catalog.<>) ALL ($1)")),
	6, {UUIDARRAYOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID}
};

/*
 * Most partijen nobody represented, and for most nobody worked. Their questions give the same answer at less cost: what makes a small
 * history dear is to begin with a large plan.
 */
static const Vraag van_partij_niet_vertegenwoordigd = {
	HISTORIE("SELECT $1", GELIJK "$1", "", ""),
	6, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID}
};

/* One range of betrokkene_historie_idx. A partij is betrokken at a contact once (KI-11): nothing to make unique, nothing to sort. */
static const Vraag van_partij_zelf = {
	"SELECT " KLANTCONTACT ", 'direct', b.was_partij, b.rol::pg_catalog.text, b.initiator,"
	"       " INITIATIEFNEMER("k.id", "b.initiator AND b.rol::pg_catalog.text" GELIJK "'klant'")
	"  FROM ki.betrokkene b"
	"  JOIN ki.klantcontact k ON k.id" GELIJK "b.had_klantcontact"
	" WHERE b.was_partij" GELIJK "$1 AND " IN_PAGINA("b", "had_klantcontact")
	" ORDER BY b.plaatsgevonden_op DESC, b.had_klantcontact DESC"
	" LIMIT $6",
	6, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID}
};

/* Which of these three questions a partij needs. */
static const Vraag soort_historie = {
	"SELECT CASE WHEN EXISTS (SELECT FROM ki.vertegenwoordiging v WHERE v.vertegenwoordigde_partij" GELIJK "$1) THEN 2"
	"            WHEN EXISTS (SELECT FROM ki.partij p WHERE p.werkte_voor_partij" GELIJK "$1) THEN 1"
	"            ELSE 0 END",
	1, {UUIDOID}
};

static const Vraag *const per_soort[] = {&van_partij_zelf, &van_partij_niet_vertegenwoordigd, &van_partij};

/* Those that an identificator identifies: soort_object_id_code, object_id, and of which other object_id it is a sub-identificator. */
static const Vraag partijen_van_identificator = {
	"SELECT pg_catalog.array_agg(DISTINCT i.identificeerde_partij)"
	"  FROM ki.partij_identificator i"
	" WHERE " IDENTIFICATOR_IS,
	3, {TEXTOID, TEXTOID, TEXTOID}
};

/*
 * About an object: objecttype is $1, object_id $7. It is one range of onderwerpobject_historie_idx, in its order, from which Unique
 * takes a contact that names the object twice; a klanttaak may also be one of this register, by its nummer.
 */
#define OVER_OBJECT(o) \
	o ".onderwerpobjectidentificator_object_id" GELIJK "$7 AND " o ".onderwerpobjectidentificator_objecttype_code" GELIJK "$1"

static const Vraag van_onderwerp = {
	"SELECT " RIJ ","
	"       " BESTAAT("ki.onderwerpobject u"
	"                  WHERE u.was_onderwerp_van_klantcontact" GELIJK "h.id AND u.ontstaan_uit_klantcontact AND " OVER_OBJECT("u")) ","
	"       " INITIATIEFNEMER("h.id", "false")
	"  FROM (SELECT DISTINCT ON (o.plaatsgevonden_op, o.id) o.*"
	"          FROM ((SELECT DISTINCT ON (o.plaatsgevonden_op, o.was_onderwerp_van_klantcontact) " KLANTCONTACT
	"                   FROM ki.onderwerpobject o"
	"                   JOIN ki.klantcontact k ON k.id" GELIJK "o.was_onderwerp_van_klantcontact"
	"                  WHERE " OVER_OBJECT("o") " AND " IN_PAGINA("o", "was_onderwerp_van_klantcontact")
	"                  ORDER BY o.plaatsgevonden_op DESC, o.was_onderwerp_van_klantcontact DESC"
	"                  LIMIT $6)"
	"                UNION ALL"
	"                SELECT " KLANTCONTACT
	"                  FROM ki.klanttaak t"
	"                  JOIN ki.onderwerpobject o ON o.onderwerp_was_klanttaak" GELIJK "t.id"
	"                  JOIN ki.klantcontact k ON k.id" GELIJK "o.was_onderwerp_van_klantcontact"
	"                 WHERE $1" GELIJK "'" OBJECTTYPE_KLANTTAAK "'"
	"                   AND t.nummer" GELIJK "CASE WHEN $7 OPERATOR(pg_catalog.~) '^[0-9]{1,10}$' THEN $7::pg_catalog.int8 END"
	"                   AND " IN_PAGINA("o", "was_onderwerp_van_klantcontact") ") AS o"
	"         ORDER BY o.plaatsgevonden_op DESC, o.id DESC"
	"         LIMIT $6) AS h"
	" ORDER BY h.plaatsgevonden_op DESC, h.id DESC",
	7, {TEXTOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID, TEXTOID}
};

/* Where in the order of a history a klantcontact stands. */
static const Vraag plaats_in_tijd = {
	"SELECT k.plaatsgevonden_op FROM ki.klantcontact k WHERE k.id" GELIJK "$1",
	1, {UUIDOID}
};

/* The moment of the last row that the reader saw. */
static TimestampTz
moment_van(Oid schema, NullableDatum na)
{
	NullableDatum moment;

	if (!vraag_waarde(&plaats_in_tijd, schema, &na, &moment))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("klantcontact \"%s\" does not exist", tekst_van(UUIDOID, na.value)),
				 errhint("The argument \"na\" takes the klantcontact of the last row of the page before.")));
	return DatumGetTimestampTz(moment.value);
}

/*
 * Where a page begins: all that comes before it in the order of a history is what is asked for. That is the last row seen (na), or the
 * end of the period (tot) if that is earlier, or all.
 */
static void
begin_van_pagina(FunctionCallInfo fcinfo, int tot, int na, Oid schema, NullableDatum *moment, NullableDatum *id)
{
	static const pg_uuid_t laagste = {{0}};
	TimestampTz grens = PG_ARGISNULL(tot) ? DT_NOEND : PG_GETARG_TIMESTAMPTZ(tot);

	moment->isnull = id->isnull = false;
	id->value = UUIDPGetDatum(&laagste);
	moment->value = TimestampTzGetDatum(grens);
	if (!PG_ARGISNULL(na))
	{
		TimestampTz gezien = moment_van(schema, fcinfo->args[na]);

		if (gezien < grens)
		{
			id->value = fcinfo->args[na].value;
			moment->value = TimestampTzGetDatum(gezien);
		}
	}
}

/* How many rows are asked for: at least one, or all for a null. */
static NullableDatum
aantal_rijen(FunctionCallInfo fcinfo, int argument)
{
	NullableDatum aantal = fcinfo->args[argument];

	if (!aantal.isnull)
	{
		int32		n = PG_GETARG_INT32(argument);

		if (n < 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("number of rows must be at least 1, not %d", n),
					 errhint("Null asks for all rows.")));
		aantal.value = Int64GetDatum(n);
	}
	return aantal;
}

/* Fills in the arguments $2 to $6 of a history from those of the function: van, tot, kanaal, aantal and na, which begin at eerste. */
static void
pagina(FunctionCallInfo fcinfo, int eerste, Oid schema, NullableDatum *argument)
{
	argument[1] = fcinfo->args[eerste];
	if (argument[1].isnull)
	{
		argument[1].isnull = false;
		argument[1].value = TimestampTzGetDatum(DT_NOBEGIN);
	}
	begin_van_pagina(fcinfo, eerste + 1, eerste + 4, schema, &argument[2], &argument[3]);
	argument[4] = fcinfo->args[eerste + 2];
	argument[5] = aantal_rijen(fcinfo, eerste + 3);
}

/* The history of these partijen: argument[1] to [5] say which page. */
static Datum
historie(FunctionCallInfo fcinfo, Oid schema, Datum *partijen, int aantal, NullableDatum *argument)
{
	NullableDatum soort;

	argument[0].isnull = false;
	if (aantal != 1)
	{
		argument[0].value = PointerGetDatum(construct_array(partijen, aantal, UUIDOID, UUID_LEN, false, TYPALIGN_CHAR));
		return vraag_rijen(fcinfo, &van_partijen, schema, argument);
	}
	argument[0].value = partijen[0];
	(void) vraag_waarde(&soort_historie, schema, argument, &soort);
	return vraag_rijen(fcinfo, per_soort[DatumGetInt32(soort.value)], schema, argument);
}

/*
 * contacthistorie(partij uuid, van timestamptz, tot timestamptz, kanaal text, aantal integer, na uuid, register name)
 *
 * Raises 22004 for a null partij, 22023 for an aantal below one or an na that the caller cannot see, 3F000 for a register that does
 * not exist.
 */
Datum
ki_contacthistorie(PG_FUNCTION_ARGS)
{
	Oid			schema = gevraagd_register(fcinfo);
	NullableDatum argument[6];
	Datum		partij = PG_GETARG_DATUM(0);

	argument_verplicht(fcinfo, 0, "partij");
	pagina(fcinfo, 1, schema, argument);
	return historie(fcinfo, schema, &partij, 1, argument);
}

/*
 * contacthistorie_van_identificator(soort text, waarde text, sub_van text, van timestamptz, tot timestamptz, kanaal text,
 *		aantal integer, na uuid, register name)
 *
 * Raises what contacthistorie() raises, and 22023 for a soort that is none.
 */
Datum
ki_contacthistorie_van_identificator(PG_FUNCTION_ARGS)
{
	Oid			schema = gevraagd_register(fcinfo);
	NullableDatum argument[6];
	NullableDatum identificator[3];
	NullableDatum gevonden;
	Datum	   *partijen = NULL;
	int			aantal = 0;

	lees_identificator(fcinfo, schema, identificator);
	(void) vraag_waarde(&partijen_van_identificator, schema, identificator, &gevonden);
	if (!gevonden.isnull)
		deconstruct_array(DatumGetArrayTypeP(gevonden.value), UUIDOID, UUID_LEN, false, TYPALIGN_CHAR, &partijen, NULL, &aantal);
	pagina(fcinfo, 3, schema, argument);
	return historie(fcinfo, schema, partijen, aantal, argument);
}

/*
 * contacthistorie_van_onderwerp(objecttype text, object_id text, van timestamptz, tot timestamptz, kanaal text, aantal integer,
 *		na uuid, register name)
 *
 * Raises what contacthistorie() raises, and 22023 for an objecttype that is none.
 */
Datum
ki_contacthistorie_van_onderwerp(PG_FUNCTION_ARGS)
{
	Oid			schema = gevraagd_register(fcinfo);
	NullableDatum argument[7];

	argument_verplicht(fcinfo, 0, "objecttype");
	argument_verplicht(fcinfo, 1, "object_id");
	argument[0] = lees_objecttype(fcinfo->args[0], schema);
	argument[6] = fcinfo->args[1];
	pagina(fcinfo, 2, schema, argument);
	return vraag_rijen(fcinfo, &van_onderwerp, schema, argument);
}
