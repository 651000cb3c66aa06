/*
 * vragen_partij.c
 *		Questions about a partij: how to reach it, and how many contacts it has (domain annex A).
 */
#include "plannen.h"

#include "catalog/pg_type.h"

PG_FUNCTION_INFO_V1(ki_effectieve_contactgegevens);
PG_FUNCTION_INFO_V1(ki_tel_contacten);
PG_FUNCTION_INFO_V1(ki_schat_contacten);

#define FILTER_NULLEN(objecten) "pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object(" objecten "))"

/* The parts of an address of betrokkene b and of partij p, as one group: the first that has any part counts as a whole. */
#define ADRES(rang, soort) \
	" (SELECT " rang ", '" soort "', NULL," \
	"         pg_catalog.concat_ws(', ', g.regel1, g.regel2, g.regel3, g.nummeraanduiding_id, g.land_code)," \
	"         " FILTER_NULLEN("'nummeraanduidingid', g.nummeraanduiding_id, 'adresregel1', g.regel1, 'adresregel2', g.regel2," \
							  "'adresregel3', g.regel3, 'codeLand', g.land_code") ", g.bron, false" \
	"    FROM (VALUES (1, 'betrokkene', b." soort "_nummeraanduiding_id::pg_catalog.text, b." soort "_adresregel1," \
	"                  b." soort "_adresregel2, b." soort "_adresregel3, b." soort "_land_code)," \
	"                 (2, 'partij', p." soort "_nummeraanduiding_id::pg_catalog.text, p." soort "_adresregel1," \
	"                  p." soort "_adresregel2, p." soort "_adresregel3, p." soort "_land_code))" \
	"         AS g (rang, bron, nummeraanduiding_id, regel1, regel2, regel3, land_code)" \
	"   WHERE pg_catalog.num_nonnulls(g.nummeraanduiding_id, g.regel1, g.regel2, g.regel3) OPERATOR(pg_catalog.>) 0" \
	"   ORDER BY g.rang LIMIT 1)"

/*
 * KI-77: what was given for this contact goes before the like of the partij, whose data count only while it is active (KI-62). Alike are
 * the parts of one name or address, and digitale adressen of one soort.
 */
static const Vraag contactgegevens = {
	"SELECT s.soort, s.code, s.waarde, s.onderdelen, s.bron, s.voorkeur"
	"  FROM ki.betrokkene b"
	"  LEFT JOIN ki.partij p ON p.id" GELIJK "b.was_partij AND p.indicatie_actief"
	" CROSS JOIN LATERAL"
	"      ((SELECT 1, 'contactnaam', NULL,"
	"               pg_catalog.concat_ws(' ', COALESCE(g.voornaam, g.voorletters), g.voorvoegsel, g.achternaam),"
	"               " FILTER_NULLEN("'voorletters', g.voorletters, 'voornaam', g.voornaam,"
									"'voorvoegselAchternaam', g.voorvoegsel, 'achternaam', g.achternaam") ", g.bron, false"
	"          FROM (VALUES (1, 'betrokkene', b.contactnaam_voorletters, b.contactnaam_voornaam, b.contactnaam_voorvoegsel_achternaam,"
	"                        b.contactnaam_achternaam),"
	"                       (2, 'partij', p.contactnaam_voorletters, p.contactnaam_voornaam, p.contactnaam_voorvoegsel_achternaam,"
	"                        p.contactnaam_achternaam)) AS g (rang, bron, voorletters, voornaam, voorvoegsel, achternaam)"
	"         WHERE pg_catalog.num_nonnulls(g.voorletters, g.voornaam, g.voorvoegsel, g.achternaam) OPERATOR(pg_catalog.>) 0"
	"         ORDER BY g.rang LIMIT 1)"
	"       UNION ALL"
	"       SELECT 2, 'organisatienaam', NULL, COALESCE(b.organisatienaam, p.naam), NULL,"
	"              CASE WHEN b.organisatienaam IS NOT NULL THEN 'betrokkene' ELSE 'partij' END, false"
	"        WHERE COALESCE(b.organisatienaam, p.naam) IS NOT NULL"
	"       UNION ALL" ADRES("3", "bezoekadres")
	"       UNION ALL" ADRES("4", "correspondentieadres")
	"       UNION ALL"
	"       SELECT 5, 'digitaal_adres', a.soort_digitaal_adres_code, a.adres, NULL, 'betrokkene', false"
	"         FROM ki.digitaal_adres a WHERE a.verstrekt_door_betrokkene" GELIJK "b.id"
	"       UNION ALL"
	"       SELECT 6, 'digitaal_adres', a.soort_digitaal_adres_code, a.adres, NULL, 'partij',"
	"              COALESCE(a.id" GELIJK "p.voorkeurs_digitaal_adres, false)"
	"         FROM ki.digitaal_adres a"
	"        WHERE a.verstrekt_door_partij" GELIJK "p.id"
	"          AND NOT EXISTS (SELECT FROM ki.digitaal_adres e"
	"                           WHERE e.verstrekt_door_betrokkene" GELIJK "b.id"
	"                             AND e.soort_digitaal_adres_code" GELIJK "a.soort_digitaal_adres_code"
	"))"
	"       AS s (rang, soort, code, waarde, onderdelen, bron, voorkeur)"
	" WHERE b.id" GELIJK "$1"
	" ORDER BY s.rang, s.voorkeur DESC, s.code, s.waarde",
	1, {UUIDOID}
};

/* effectieve_contactgegevens(betrokkene uuid, register name) */
Datum
ki_effectieve_contactgegevens(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &contactgegevens, "betrokkene");
}

/* The rows of a history, without its pages. */
#define VAN_PARTIJ \
	"  FROM ki.partij_klantcontact h" \
	" WHERE h.partij" GELIJK "$1" \
	"   AND h.plaatsgevonden_op OPERATOR(pg_catalog.>=) COALESCE($2, '-infinity')" \
	"   AND h.plaatsgevonden_op OPERATOR(pg_catalog.<) COALESCE($3, 'infinity')" \
	"   AND ($4 IS NULL OR h.kanaal_code" GELIJK "$4)"

static const Vraag aantal = {
	"SELECT pg_catalog.count(*)" VAN_PARTIJ, 4, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, TEXTOID}
};

static const Vraag rijen = {
	"SELECT" VAN_PARTIJ, 4, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, TEXTOID}
};

/* tel_contacten(partij uuid, van timestamptz, tot timestamptz, kanaal text, register name) -> bigint */
Datum
ki_tel_contacten(PG_FUNCTION_ARGS)
{
	NullableDatum antwoord;

	argument_verplicht(fcinfo, 0, "partij");
	(void) vraag_waarde(&aantal, gevraagd_register(fcinfo), fcinfo->args, &antwoord);
	PG_RETURN_DATUM(antwoord.value);
}

/* schat_contacten(partij uuid, van timestamptz, tot timestamptz, kanaal text, register name) -> bigint */
Datum
ki_schat_contacten(PG_FUNCTION_ARGS)
{
	argument_verplicht(fcinfo, 0, "partij");
	PG_RETURN_INT64((int64) vraag_schatting(&rijen, gevraagd_register(fcinfo), fcinfo->args));
}
