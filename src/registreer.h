/*
 * registreer.h
 *		What registreer_klantcontact() and the like read: the keys of the exchange model, and the rows that they become.
 */
#ifndef KI_REGISTREER_H
#define KI_REGISTREER_H

#include "postgres.h"

#include "nodes/pg_list.h"
#include "utils/jsonb.h"

#include "identificator.h"
#include "klantinteracties.h"

/* json_sleutels.c: which keys an object may have, and what becomes of each */

/* What the value of a key may be, and what it becomes. */
typedef enum JsonSoort
{
	JSON_TEKST,					/* a string */
	JSON_KANAAL,				/* a string, or an object with code or naam */
	JSON_UUID,					/* a string */
	JSON_NUMMER,				/* a whole number, or a string of digits */
	JSON_MOMENT,				/* a string, ISO 8601 */
	JSON_INDICATIE,				/* true or false, Ja or Nee */
	JSON_JA,					/* Ja or true; what says otherwise states nothing (domain decision 1) */
	JSON_VERWIJZING,			/* a row that exists: by uuid, by nummer, or an object that tells which */
	JSON_GROEP,					/* an object whose keys are columns of the same row */
	JSON_DEEL,					/* an object: a row that belongs to this one */
	JSON_DELEN,					/* an array of such objects */
	JSON_EEN_OF_MEER,			/* either */
	JSON_VERWIJZINGEN,			/* an array of what JSON_VERWIJZING may be: for each a row that belongs to this one */
	JSON_ADRESDEEL,				/* a string or number: what the columns of an address have as part of a line */
	JSON_VERVANGEN,				/* a string that the register puts its own value in place of */
	JSON_TERZIJDE,				/* anything: it is not read */
	JSON_LEEG					/* nothing, in any form: the register has no place for it */
} JsonSoort;

typedef struct JsonVorm JsonVorm;

typedef struct JsonSleutel
{
	const char *naam;			/* as the VNG's exchange model, and klantcontact_json(), write it */
	JsonSoort	soort;
	const char *kolom;			/* of the row; NULL if the value is a row or rows of its own */
	const JsonVorm *vorm;		/* of a group or a row of its own: what is in it */
	bool		verplicht;
	Tabel		naar;			/* of a reference: the table */
	const Benaming *benamingen; /* of a text: how it may be written; case, blanks, "_" and "-" make no difference */
	const char *ook[3];			/* the same key elsewhere */
} JsonSleutel;

/* The keys that an object may have. */
struct JsonVorm
{
	const JsonSleutel *sleutels;
	int			aantal;
	Tabel		tabel;			/* which row it becomes; of a group TABEL_GEEN */
	const char *ouder;			/* the column that names the row it belongs to */
	const char *verwijzing;		/* the column that is the object, if that is a reference (JSON_VERWIJZINGEN) */
};

#define MAX_SLEUTELS 32

extern const JsonVorm json_klantcontact;
extern const JsonVorm json_maak_klantcontact;
extern const JsonVorm json_partij;

/* Which row a reference of an object means. */
extern const JsonVorm json_verwijzing_actor;
extern const JsonVorm json_verwijzing_partij;
extern const JsonVorm json_verwijzing_identificator;
extern const JsonVorm json_verwijzing_nummer;
extern const JsonVorm json_code;

/* json_lezen.c: from JSON to rows */

/* Where in the JSON. */
typedef struct JsonPad
{
	const struct JsonPad *vorige;	/* NULL for the whole */
	const char *sleutel;		/* NULL for an element of an array */
	int			element;
} JsonPad;

typedef struct InvoerKolom
{
	const char *naam;			/* a constant: plans are found by its address */
	Oid			type;
	Datum		waarde;
	bool		bedacht;		/* not in the JSON: an id, or whose part the row is */
} InvoerKolom;

#define MAX_INVOER_KOLOMMEN 32

/* A row as the JSON has it, to be inserted. */
typedef struct InvoerRij
{
	Tabel		tabel;
	const JsonPad *pad;
	int			aantal;
	InvoerKolom kolommen[MAX_INVOER_KOLOMMEN];
} InvoerRij;

typedef struct JsonLezer
{
	Oid			schema;			/* of the register */
	const JsonPad *pad;			/* what is being read or inserted, for the context of an error */
	List	   *rijen;			/* InvoerRij, parents first */
	const JsonPad *vervangen;	/* a geregistreerdOp that was given */
	bool		leeg_is_niets;	/* an empty string is the same as no key at all */
} JsonLezer;

extern void json_lezen(JsonLezer *lezer, Jsonb *gegevens, const JsonVorm *vorm);
extern char *json_pad(const JsonPad *pad);
extern InvoerRij *nieuwe_rij(JsonLezer *lezer, Tabel tabel, const JsonPad *pad);
extern void zet_kolom(InvoerRij *rij, const char *naam, Oid type, Datum waarde, bool bedacht);
extern const InvoerKolom *geef_kolom(const InvoerRij *rij, const char *naam);

#endif							/* KI_REGISTREER_H */
