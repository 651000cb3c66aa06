/*
 * rij_als_json.h
 *		A row as jsonb.
 */
#ifndef RIJ_ALS_JSON_H
#define RIJ_ALS_JSON_H

#include "klantinteracties.h"

#include "utils/jsonb.h"

typedef struct JsonKolom
{
	int			plaats;			/* in the row */
	const char *naam;
	int			lengte;			/* of that */
	Oid			type;			/* without domain */
	bool		gegenereerd;	/* is_anders() does not look at it */
	FmgrInfo	uitvoer;		/* for types that become a text */
} JsonKolom;

/* How the rows of a table become jsonb. */
typedef struct JsonVorm
{
	bool		eenvoudig;		/* or else to_jsonb() must do it */
	int			aantal;
	JsonKolom	kolom[FLEXIBLE_ARRAY_MEMBER];	/* in the order of jsonb */
} JsonVorm;

extern JsonVorm *json_vorm(TupleDesc desc);
extern Datum rij_als_json(JsonVorm *vorm, const Rij *rij, JsonbPair *paren, const Rij *vorige, const JsonbPair *vorige_paren);

#endif							/* RIJ_ALS_JSON_H */
