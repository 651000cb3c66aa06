/*
 * identificator.h
 *		How a function of the extension is told which identificator or which object is meant.
 */
#ifndef KI_IDENTIFICATOR_H
#define KI_IDENTIFICATOR_H

#include "postgres.h"

#include "fmgr.h"

/*
 * The condition that a row i of partij_identificator holds this identificator, with what lees_identificator() returned for $1 to $3.
 * All parts are of one row: the soort determines objecttype and register (domain 4.6).
 */
#define IDENTIFICATOR_IS \
	"i.partij_identificator_object_id" GELIJK "$2 AND i.partij_identificator_soort_object_id_code" GELIJK "$1" \
	" AND ($3 IS NULL" \
	"      OR EXISTS (SELECT FROM ki.partij_identificator van" \
	"                  WHERE van.id" GELIJK "i.sub_identificator_van AND van.partij_identificator_object_id" GELIJK "$3))"

/* What somebody may write, and what is meant. A list of them ends with one without naam. */
typedef struct Benaming
{
	const char *naam;
	const char *waarde;
} Benaming;

extern const Benaming soorten_object_id[];

extern void lees_identificator(FunctionCallInfo fcinfo, Oid schema, NullableDatum *identificator);
extern NullableDatum lees_objecttype(NullableDatum objecttype, Oid schema);

#endif							/* KI_IDENTIFICATOR_H */
