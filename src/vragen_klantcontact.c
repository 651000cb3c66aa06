/*
 * vragen_klantcontact.c
 *		Questions about one klantcontact: who was involved, what it held and what it was about (domain annex A).
 */
#include "plannen.h"

#include "catalog/pg_type.h"

#include "klantinteracties.h"

PG_FUNCTION_INFO_V1(ki_betrokken_partijen);
PG_FUNCTION_INFO_V1(ki_inhoudsdelen);
PG_FUNCTION_INFO_V1(ki_onderwerpdelen);

/* KI-81, the other way round than a history: whose history does this klantcontact belong to? */
static const Vraag betrokken_partijen = {
	"SELECT h.partij, h.rol, h.via, h.was_partij"
	"  FROM ki.partij_klantcontact h"
	" WHERE h.klantcontact" GELIJK "$1"
	" ORDER BY h.via, h.rol, h.partij",
	1, {UUIDOID}
};

/* betrokken_partijen(klantcontact uuid, register name) */
Datum
ki_betrokken_partijen(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &betrokken_partijen, "klantcontact");
}

/* KI-39: the text, then what bijlagen refer to, in the order of registration (design decision D7). */
static const Vraag inhoudsdelen = {
	"SELECT d.vorm, d.tekst, d.objecttype_code, d.soort_object_id_code, d.object_id, d.register_code"
	"  FROM (SELECT NULL::pg_catalog.uuid, 'tekst', k.inhoud, NULL, NULL, NULL, NULL"
	"          FROM ki.klantcontact k WHERE k.id" GELIJK "$1 AND k.inhoud IS NOT NULL"
	"        UNION ALL"
	"        SELECT b.id,"
	"               CASE WHEN b.bijlageidentificator_objecttype_code" GELIJK "'" OBJECTTYPE_INFORMATIEOBJECT "' THEN 'informatieobject'"
	"                    ELSE 'overig_object' END,"
	"               NULL, b.bijlageidentificator_objecttype_code, b.bijlageidentificator_soort_object_id_code,"
	"               b.bijlageidentificator_object_id, b.bijlageidentificator_register_code"
	"          FROM ki.bijlage b WHERE b.was_bijlage_van_klantcontact" GELIJK "$1)"
	"       AS d (id, vorm, tekst, objecttype_code, soort_object_id_code, object_id, register_code)"
	" ORDER BY d.id NULLS FIRST",
	1, {UUIDOID}
};

/* inhoudsdelen(klantcontact uuid, register name) */
Datum
ki_inhoudsdelen(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &inhoudsdelen, "klantcontact");
}

/* KI-44: the text, then the onderwerpobjecten by their form. */
static const Vraag onderwerpdelen = {
	"SELECT d.vorm, d.tekst, d.klantcontact, d.interne_taak, d.klanttaak, d.objecttype_code, d.soort_object_id_code, d.object_id,"
	"       d.register_code, d.ontstaan"
	"  FROM (SELECT NULL::pg_catalog.uuid, 'tekst', k.onderwerp, NULL::pg_catalog.uuid, NULL::pg_catalog.uuid, NULL::pg_catalog.uuid,"
	"               NULL, NULL, NULL, NULL, false"
	"          FROM ki.klantcontact k WHERE k.id" GELIJK "$1"
	"        UNION ALL"
	"        SELECT o.id,"
	"               CASE WHEN o.onderwerp_was_interne_taak IS NOT NULL THEN 'interne_taak'"
	"                    WHEN o.onderwerp_was_klantcontact IS NOT NULL THEN 'klantcontact'"
	"                    WHEN o.onderwerp_was_klanttaak IS NOT NULL"
	"                         OR o.onderwerpobjectidentificator_objecttype_code" GELIJK "'" OBJECTTYPE_KLANTTAAK "' THEN 'klanttaak'"
	"                    WHEN o.onderwerpobjectidentificator_objecttype_code" GELIJK "'" OBJECTTYPE_ZAAK "' THEN 'zaak'"
	"                    ELSE 'ander_object' END,"
	"               NULL, o.onderwerp_was_klantcontact, o.onderwerp_was_interne_taak, o.onderwerp_was_klanttaak,"
	"               o.onderwerpobjectidentificator_objecttype_code, o.onderwerpobjectidentificator_soort_object_id_code,"
	"               o.onderwerpobjectidentificator_object_id, o.onderwerpobjectidentificator_register_code, o.ontstaan_uit_klantcontact"
	"          FROM ki.onderwerpobject o WHERE o.was_onderwerp_van_klantcontact" GELIJK "$1)"
	"       AS d (id, vorm, tekst, klantcontact, interne_taak, klanttaak, objecttype_code, soort_object_id_code, object_id, register_code,"
	"             ontstaan)"
	" ORDER BY d.id NULLS FIRST",
	1, {UUIDOID}
};

/* onderwerpdelen(klantcontact uuid, register name) */
Datum
ki_onderwerpdelen(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &onderwerpdelen, "klantcontact");
}
