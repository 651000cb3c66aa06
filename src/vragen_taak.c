/*
 * vragen_taak.c
 *		Questions about interne taken: what waits, how long it took, and how to answer (domain annex A).
 */
#include "plannen.h"

#include "catalog/pg_type.h"

PG_FUNCTION_INFO_V1(ki_open_taken);
PG_FUNCTION_INFO_V1(ki_doorlooptijden);
PG_FUNCTION_INFO_V1(ki_antwoordkanaal);

/* The partial index on open taken leads with the actor. */
static const Vraag open_taken = {
	"SELECT t.id, t.nummer, t.gevraagde_handeling, t.toelichting, t.toegewezen_op, k.id, k.nummer, k.plaatsgevonden_op, k.kanaal_code,"
	"       k.onderwerp, t.vertrouwelijk"
	"  FROM ki.interne_taak t"
	"  JOIN ki.klantcontact k ON k.id" GELIJK "t.aanleidinggevend_klantcontact"
	" WHERE t.toegewezen_aan_actor" GELIJK "$1 AND t.status::pg_catalog.text" GELIJK "'te_verwerken'"
	" ORDER BY k.plaatsgevonden_op, k.id, t.nummer",
	1, {UUIDOID}
};

/* open_taken(actor uuid, register name) */
Datum
ki_open_taken(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &open_taken, "actor");
}

/* Of contacts in a period: van, included, and tot, not; null leaves that end open. */
static const Vraag doorlooptijden = {
	"SELECT t.id, t.nummer, t.gevraagde_handeling, k.id, k.kanaal_code, k.plaatsgevonden_op, t.toegewezen_op, t.verwerkt_op,"
	"       t.verwerkt_op OPERATOR(pg_catalog.-) t.toegewezen_op, t.verwerkt_op OPERATOR(pg_catalog.-) k.plaatsgevonden_op"
	"  FROM ki.klantcontact k"
	"  JOIN ki.interne_taak t ON t.aanleidinggevend_klantcontact" GELIJK "k.id"
	" WHERE k.plaatsgevonden_op OPERATOR(pg_catalog.>=) COALESCE($1, '-infinity')"
	"   AND k.plaatsgevonden_op OPERATOR(pg_catalog.<) COALESCE($2, 'infinity')"
	"   AND t.status::pg_catalog.text" GELIJK "'verwerkt'"
	" ORDER BY k.plaatsgevonden_op, k.id, t.nummer",
	2, {TIMESTAMPTZOID, TIMESTAMPTZOID}
};

/* doorlooptijden(van timestamptz, tot timestamptz, register name) */
Datum
ki_doorlooptijden(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &doorlooptijden, NULL);
}

/* The kanaal of soorten of digitaal adres, both by their codes (reference data, sql/45_register_gegevens.sql). */
#define KANAAL_VAN_ADRES \
	"(VALUES ('1', 'telefoon'), ('2', 'e-mail'), ('3', 'whatsapp'), ('4', 'sociale_media'), ('5', 'sociale_media'), ('6', 'sms'))" \
	" AS m (soort, kanaal) ON m.soort" GELIJK "a.soort_digitaal_adres_code"

/*
 * KI-95, in that order: the address that a betrokkene gave for this once, the one that a betrokken partij prefers unless it is inactive
 * (KI-62), the kanaal of the contact. Of the betrokkenen the initiator goes first, then the klant. The kanaal of an address follows
 * from its soort; null for one that the gemeente added.
 */
static const Vraag antwoordkanaal = {
	"SELECT s.kanaal_code, s.soort, s.adres, s.bron"
	"  FROM ki.interne_taak t"
	"  JOIN ki.klantcontact k ON k.id" GELIJK "t.aanleidinggevend_klantcontact"
	" CROSS JOIN LATERAL"
	"      (SELECT 1, b.initiator, b.rol, a.id, m.kanaal, a.soort_digitaal_adres_code, a.adres, 'betrokkene'"
	"         FROM ki.betrokkene b"
	"         JOIN ki.digitaal_adres a ON a.verstrekt_door_betrokkene" GELIJK "b.id"
	"         LEFT JOIN " KANAAL_VAN_ADRES
	"        WHERE b.had_klantcontact" GELIJK "k.id"
	"       UNION ALL"
	"       SELECT 2, b.initiator, b.rol, a.id, m.kanaal, a.soort_digitaal_adres_code, a.adres, 'partij'"
	"         FROM ki.betrokkene b"
	"         JOIN ki.partij p ON p.id" GELIJK "b.was_partij AND p.indicatie_actief"
	"         JOIN ki.digitaal_adres a ON a.id" GELIJK "p.voorkeurs_digitaal_adres"
	"         LEFT JOIN " KANAAL_VAN_ADRES
	"        WHERE b.had_klantcontact" GELIJK "k.id"
	"       UNION ALL"
	"       SELECT 3, NULL, NULL, NULL, k.kanaal_code, NULL, NULL, 'klantcontact')"
	"       AS s (rang, initiator, rol, id, kanaal_code, soort, adres, bron)"
	" WHERE t.id" GELIJK "$1"
	" ORDER BY s.rang, s.initiator DESC, s.rol, s.id"
	" LIMIT 1",
	1, {UUIDOID}
};

/* antwoordkanaal(taak uuid, register name) */
Datum
ki_antwoordkanaal(PG_FUNCTION_ARGS)
{
	return vraag_functie(fcinfo, &antwoordkanaal, "taak");
}
