/*
 * vernietig.h
 *		What the destruction of klantcontacten (vernietig.c) and that of a partij (vergeet.c) share.
 */
#ifndef VERNIETIG_H
#define VERNIETIG_H

#include "lib/stringinfo.h"
#include "nodes/params.h"
#include "utils/tuplestore.h"

#define IS " OPERATOR(pg_catalog.=) "
#define IS_NIET " OPERATOR(pg_catalog.<>) "

/* A table of which rows go, and the key under which they hang; or another, if it is not SLEUTEL. */
typedef struct Onderdeel
{
	Tabel		tabel;
	int			sleutel;
	int			ook;
	Tabel		ouder;
} Onderdeel;

/* One destruction. Sets of rows are arrays of their keys in ascending order, without nulls. */
typedef struct Vernietiging
{
	Oid			schema_oid;
	const char *schema;			/* quoted */
	const Onderdeel *onderdelen;	/* in the order in which they can go; the last is the whole */
	int			aantal_onderdelen;
	bool		is_voor;
	Datum		voor;			/* the criteria: took place before, */
	const char *zaak;			/* belongs to, or NULL */
	bool		is_lijst;
	Datum		lijst;			/* is one of */
	Datum		gekozen;		/* the klantcontacten that match, or the partij */
	Datum		ids[AANTAL_TABELLEN];	/* what goes */
	Datum		adressen;		/* digitale adressen of betrokkenen that go, that are their partij's too */
	Snapshot	stand;
	Tuplestorestate *verslag;
	MemoryContext verslag_context;
} Vernietiging;

extern void vernietiging_begin(Vernietiging *v, FunctionCallInfo fcinfo, const Onderdeel *onderdelen, int aantal_onderdelen, int proef);
extern void eis_rechten(const Vernietiging *v);
extern int	aantal_ids(Datum rijen);
extern ParamListInfo verzamelingen(int aantal_sets, const Datum *sets);
extern void lees(const Vernietiging *v, const char *sql, ParamListInfo parameters, DestReceiver *naar);
extern Datum lees_verzameling(const Vernietiging *v, const char *sql, ParamListInfo parameters, Oid element);
extern Datum lees_delen(const Vernietiging *v, const Onderdeel *o, Datum ouders, const char *voorwaarde);
extern void meld(const Vernietiging *v, const char *sql, ParamListInfo parameters);
extern void meld_vernietigd(const Vernietiging *v, Tabel tabel);
extern void vergrendel_rijen(const Vernietiging *v, Tabel tabel, Datum rijen);
extern void voeg_verwijzingen_toe(const Vernietiging *v, const Onderdeel *onderdeel, StringInfo sql);
extern void verzamel_log(Vernietiging *v);
extern void word_eigenaar(const Vernietiging *v, Oid *gebruiker, int *context);
extern void voer_open_uit(Opening *opening, Tabel tabel, const char *sql, Oid type, Datum parameter, Snapshot stand);
extern void verwijder(const Vernietiging *v, Tabel tabel);
extern void certificeer(const Vernietiging *v, Datum grondslag);

#endif							/* VERNIETIG_H */
