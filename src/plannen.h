/*
 * plannen.h
 *		A question that a function of the extension asks of a register, and the ways to ask it.
 */
#ifndef KI_PLANNEN_H
#define KI_PLANNEN_H

#include "postgres.h"

#include "fmgr.h"

#define MAX_VRAAG_ARGUMENTEN 8

/* In the text of a question: what equals what. */
#define GELIJK " OPERATOR(pg_catalog.=) "

/*
 * One SELECT. It is written as for the register ki, which plannen.c replaces by the register that is asked: every table is named
 * ki.<table>, "ki." stands nowhere else, and every operator is qualified, as the caller's search_path may be anything.
 */
typedef struct Vraag
{
	const char *sql;
	int			aantal;			/* of arguments, $1 and on */
	Oid			type[MAX_VRAAG_ARGUMENTEN];
} Vraag;

extern char *tekst_voor(const char *sql, const char *schema);
extern Oid	gevraagd_register(FunctionCallInfo fcinfo);
extern Datum vraag_rijen(FunctionCallInfo fcinfo, const Vraag *vraag, Oid schema, const NullableDatum *argument);
extern Datum vraag_functie(FunctionCallInfo fcinfo, const Vraag *vraag, const char *verplicht);
extern bool vraag_waarde(const Vraag *vraag, Oid schema, const NullableDatum *argument, NullableDatum *antwoord);
extern double vraag_schatting(const Vraag *vraag, Oid schema, const NullableDatum *argument);
extern void argument_verplicht(FunctionCallInfo fcinfo, int argument, const char *naam);

#endif							/* KI_PLANNEN_H */
