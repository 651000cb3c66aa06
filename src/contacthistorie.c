/*
 * contacthistorie.c
 *		The klantcontacten of a partij, newest first (domain annex A).
 */
#include "plannen.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"
#include "utils/uuid.h"

#include "klantinteracties.h"

PG_FUNCTION_INFO_V1(ki_contacthistorie);

/*
 * Arguments: the partij; van, included; the position before which the page begins, a moment and an id; kanaal or null; how many or
 * null.
 *
 * Whose contacts belong to the history stands in wie: the partij itself; who worked for it; and who once represented it, or worked
 * for one who did, as far as they took part as vertegenwoordiger and the contact names no other partij as klant (KI-66, KI-81). For
 * each of them the LATERAL reads one range of betrokkene_historie_idx, newest first, and stops at the number of rows asked for; a
 * contact among the newest n of all is among the newest n of each range it is in. The klantcontact is joined inside, so that one that
 * a policy hides does not count. What reaches the Sort is that number of rows for each of wie, never a history.
 */
static const Vraag historie = {
	"SELECT h.id, h.nummer, h.plaatsgevonden_op, h.kanaal_code, h.onderwerp, h.inhoud, h.indicatie_contact_gelukt, h.vertrouwelijk,"
	"       h.via, h.partij, h.rol, h.initiator,"
	"       COALESCE((SELECT pg_catalog.min(i.rol::pg_catalog.text) FROM ki.betrokkene i"
	"                  WHERE i.had_klantcontact OPERATOR(pg_catalog.=) h.id AND i.initiator), 'gemeente')"
	"  FROM (SELECT DISTINCT ON (b.plaatsgevonden_op, b.id) wie.via, wie.partij, b.*"
	"          FROM (SELECT $1 AS partij, 1 AS trede, 'direct' AS via"
	"                UNION ALL"
	"                SELECT p.id, 2, 'werkte_voor' FROM ki.partij p WHERE p.werkte_voor_partij OPERATOR(pg_catalog.=) $1"
	"                UNION ALL"
	"                SELECT v.vertegenwoordigende_partij, 3, 'vertegenwoordiging' FROM ki.vertegenwoordiging v"
	"                 WHERE v.vertegenwoordigde_partij OPERATOR(pg_catalog.=) $1"
	"                UNION ALL"
	"                SELECT p.id, 4, 'vertegenwoordiging' FROM ki.vertegenwoordiging v"
	"                  JOIN ki.partij p ON p.werkte_voor_partij OPERATOR(pg_catalog.=) v.vertegenwoordigende_partij"
	"                 WHERE v.vertegenwoordigde_partij OPERATOR(pg_catalog.=) $1) AS wie"
	"         CROSS JOIN LATERAL"
	"               (SELECT k.id, k.nummer, b.plaatsgevonden_op, b.kanaal_code, k.onderwerp, k.inhoud, k.indicatie_contact_gelukt,"
	"                       k.vertrouwelijk, b.rol::pg_catalog.text AS rol, b.initiator"
	"                  FROM ki.betrokkene b"
	"                  JOIN ki.klantcontact k ON k.id OPERATOR(pg_catalog.=) b.had_klantcontact"
	"                 WHERE b.was_partij OPERATOR(pg_catalog.=) wie.partij"
	"                   AND b.plaatsgevonden_op OPERATOR(pg_catalog.>=) $2"
	"                   AND ROW(b.plaatsgevonden_op, b.had_klantcontact) OPERATOR(pg_catalog.<) ROW($3, $4)"
	"                   AND ($5 IS NULL OR b.kanaal_code OPERATOR(pg_catalog.=) $5)"
	"                   AND (wie.trede OPERATOR(pg_catalog.<) 3"
	"                        OR b.rol::pg_catalog.text OPERATOR(pg_catalog.=) 'vertegenwoordiger'"
	"                           AND NOT EXISTS (SELECT FROM ki.betrokkene a"
	"                                            WHERE a.had_klantcontact OPERATOR(pg_catalog.=) b.had_klantcontact"
	"                                              AND a.rol::pg_catalog.text OPERATOR(pg_catalog.=) 'klant'"
	"                                              AND a.was_partij OPERATOR(pg_catalog.<>) $1))"
	"                 ORDER BY b.plaatsgevonden_op DESC, b.had_klantcontact DESC"
	"                 LIMIT $6) AS b"
	"         ORDER BY b.plaatsgevonden_op DESC, b.id DESC, wie.trede, b.rol, wie.partij"
	"         LIMIT $6) AS h"
	" ORDER BY h.plaatsgevonden_op DESC, h.id DESC",
	6, {UUIDOID, TIMESTAMPTZOID, TIMESTAMPTZOID, UUIDOID, TEXTOID, INT8OID}
};

/* Where in the order of a history a klantcontact stands. */
static const Vraag plaats_in_tijd = {
	"SELECT k.plaatsgevonden_op FROM ki.klantcontact k WHERE k.id OPERATOR(pg_catalog.=) $1",
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

	argument_verplicht(fcinfo, 0, "partij");
	argument[0] = fcinfo->args[0];
	argument[1] = fcinfo->args[1];
	if (argument[1].isnull)
	{
		argument[1].isnull = false;
		argument[1].value = TimestampTzGetDatum(DT_NOBEGIN);
	}
	argument[5] = aantal_rijen(fcinfo, 4);
	begin_van_pagina(fcinfo, 2, 5, schema, &argument[2], &argument[3]);
	argument[4] = fcinfo->args[3];
	return vraag_rijen(fcinfo, &historie, schema, argument);
}
