/*
 * contactketen.c
 *		What a klantcontact led to and what it came from: contact, interne taak, answering contact, zaak (domain annex A).
 */
#include "plannen.h"

#include "catalog/pg_type.h"

#include "klantinteracties.h"

PG_FUNCTION_INFO_V1(ki_contactketen);

/*
 * Contacts are tied by "was about", in both directions; an interne taak as subject stands for its klantcontact (KI-45), so these ties
 * alone find every contact of the chain. UNION meets each of them once, so that a circle ends, and does not pass through one that the
 * reader cannot see. To each contact come its interne taken, and the klanttaken and other objects that it is the first to be about.
 * These do not lead on: contacts about the same zaak are its history (contacthistorie_van_onderwerp), not this chain.
 */
static const Vraag keten = {
	"WITH RECURSIVE keten (id) AS"
	"  (SELECT k.id FROM ki.klantcontact k WHERE k.id" GELIJK "$1"
	"    UNION"
	"   SELECT k.id"
	"     FROM keten"
	"    CROSS JOIN LATERAL"
	"          (SELECT o.was_onderwerp_van_klantcontact FROM ki.onderwerpobject o"
	"            WHERE o.onderwerp_was_klantcontact" GELIJK "keten.id"
	"           UNION ALL"
	"           SELECT o.onderwerp_was_klantcontact FROM ki.onderwerpobject o"
	"            WHERE o.was_onderwerp_van_klantcontact" GELIJK "keten.id) AS naast (klantcontact)"
	"     JOIN ki.klantcontact k ON k.id" GELIJK "naast.klantcontact),"
	" contact AS"
	"  (SELECT k.id, k.nummer, k.plaatsgevonden_op, k.onderwerp"
	"     FROM keten JOIN ki.klantcontact k ON k.id" GELIJK "keten.id)"
	" SELECT s.soort, s.id, s.nummer, s.objecttype_code, s.object_id, s.omschrijving, s.moment, s.status, s.voorganger"
	"   FROM (SELECT c.plaatsgevonden_op, c.id AS contact, 1 AS rang, 'klantcontact' AS soort, c.id, c.nummer,"
	"                NULL::pg_catalog.text AS objecttype_code, NULL::pg_catalog.text AS object_id, c.onderwerp AS omschrijving,"
	"                c.plaatsgevonden_op AS moment, NULL::pg_catalog.text AS status, v.id AS voorganger"
	"           FROM contact c"
	"           LEFT JOIN LATERAL"
	"                (SELECT COALESCE(o.onderwerp_was_interne_taak, o.onderwerp_was_klantcontact) FROM ki.onderwerpobject o"
	"                  WHERE o.was_onderwerp_van_klantcontact" GELIJK "c.id AND o.onderwerp_was_klantcontact IS NOT NULL"
	"                  ORDER BY o.onderwerp_was_interne_taak NULLS LAST, o.onderwerp_was_klantcontact LIMIT 1) AS v (id) ON true"
	"         UNION ALL"
	"         SELECT c.plaatsgevonden_op, c.id, 2, 'interne_taak', t.id, t.nummer, NULL, NULL, t.gevraagde_handeling, t.toegewezen_op,"
	"                t.status::pg_catalog.text, c.id"
	"           FROM contact c"
	"           JOIN ki.interne_taak t ON t.aanleidinggevend_klantcontact" GELIJK "c.id"
	"         UNION ALL"
	"        (SELECT DISTINCT ON (t.id)"
	"                c.plaatsgevonden_op, c.id, 3, 'klanttaak', t.id, t.nummer, NULL, NULL, t.gevraagde_handeling, c.plaatsgevonden_op,"
	"                t.status::pg_catalog.text, c.id"
	"           FROM contact c"
	"           JOIN ki.onderwerpobject o ON o.was_onderwerp_van_klantcontact" GELIJK "c.id"
	"           JOIN ki.klanttaak t ON t.id" GELIJK "o.onderwerp_was_klanttaak"
	"          ORDER BY t.id, c.plaatsgevonden_op, c.id)"
	"         UNION ALL"
	"        (SELECT DISTINCT ON (o.onderwerpobjectidentificator_object_id, o.onderwerpobjectidentificator_objecttype_code,"
	"                             o.onderwerpobjectidentificator_soort_object_id_code, o.onderwerpobjectidentificator_register_code)"
	"                c.plaatsgevonden_op, c.id, 4,"
	"                CASE WHEN o.onderwerpobjectidentificator_objecttype_code" GELIJK "'" OBJECTTYPE_ZAAK "' THEN 'zaak'"
	"                     WHEN o.onderwerpobjectidentificator_objecttype_code" GELIJK "'" OBJECTTYPE_KLANTTAAK "' THEN 'klanttaak'"
	"                     ELSE 'ander_object' END,"
	"                NULL, NULL, o.onderwerpobjectidentificator_objecttype_code, o.onderwerpobjectidentificator_object_id, NULL,"
	"                c.plaatsgevonden_op, NULL, c.id"
	"           FROM contact c"
	"           JOIN ki.onderwerpobject o ON o.was_onderwerp_van_klantcontact" GELIJK "c.id"
	"          WHERE o.onderwerpobjectidentificator_object_id IS NOT NULL"
	"          ORDER BY o.onderwerpobjectidentificator_object_id, o.onderwerpobjectidentificator_objecttype_code,"
	"                   o.onderwerpobjectidentificator_soort_object_id_code, o.onderwerpobjectidentificator_register_code,"
	"                   c.plaatsgevonden_op, c.id)) AS s"
	"  ORDER BY s.plaatsgevonden_op, s.contact, s.rang, s.nummer, s.objecttype_code, s.object_id",
	1, {UUIDOID}
};

/*
 * contactketen(klantcontact uuid, register name)
 *
 * Raises 22004 for a null klantcontact, 3F000 for a register that does not exist. No rows for a klantcontact that the caller cannot see.
 */
Datum
ki_contactketen(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &keten, "klantcontact");
}
