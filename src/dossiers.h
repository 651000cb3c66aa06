/*
 * dossiers.h
 *		What controleer_register() asks (controles.c), what it keeps while it reads (dossiers.c), and how the two meet.
 */
#ifndef DOSSIERS_H
#define DOSSIERS_H

#include "klantinteracties.h"

#include "utils/hsearch.h"
#include "utils/uuid.h"

/* What there are dossiers of: the rows that rules ask several other rows for. */
typedef enum DossierSoort
{
	DOSSIER_VAN_KLANTCONTACT,
	DOSSIER_VAN_PARTIJ,
	DOSSIER_VAN_GEVER,			/* of a betrokkene that gave a digitaal adres */
	AANTAL_DOSSIERSOORTEN
} DossierSoort;

/* What rows say of a klantcontact. */
#define DOSSIER_KLANT 1			/* it has a betrokkene that is not the gemeente itself (KI-01a) */
#define DOSSIER_GEKEND 2		/* one that has a partij */
#define DOSSIER_ACTOR 4
#define DOSSIER_INHOUD 8		/* inhoud, or a bijlage */
#define DOSSIER_OPVOLGING 16	/* it has follow-up, or is it (KI-24, KI-25) */
#define DOSSIER_TAAK_OF_ZAAK 32
#define DOSSIER_CONTACTGEGEVENS 64	/* a betrokkene gave contact data that are kept for follow-up only (KI-74, KI-76) */
#define DOSSIER_OVER_KLANTCONTACT 128	/* it is about one */
#define DOSSIER_OVER_KLANTTAAK 256
#define DOSSIER_OVER_ZAAK 512
#define DOSSIER_EENMALIG 896	/* of these at most one row may say each (KI-08) */
#define DOSSIER_VERTROUWELIJK 1024

/* And of a partij. */
#define PARTIJ_PERSOON 1
#define PARTIJ_ORGANISATIE 2
#define PARTIJ_CONTACTPERSOON 4
#define PARTIJ_GEHEIM 8			/* it asks for geheimhouding */
#define PARTIJ_ZONDER_HERGEBRUIK 16
#define PARTIJ_ZONDER_WERKGEVER 32	/* a contactpersoon that worked for nobody */
#define PARTIJ_VERTEGENWOORDIGT 64
#define PARTIJ_GEIDENTIFICEERD 128
#define PARTIJ_GEREGISTREERD 256	/* verified when it was registered */
#define PARTIJ_HERGEBRUIKT 512	/* verified for reuse */

/* And of a betrokkene that gave a digitaal adres. */
#define GEVER_GEZIEN 1			/* it is there */
#define GEVER_ADRES_VERTROUWELIJK 2 /* an address is, */
#define GEVER_ADRES_OPEN 4		/* and one is not */
#define GEVER_ADRES_VAN_PARTIJ 8	/* one is also of a partij */

/* What one row says of the row that a key of it leads to. */
typedef struct Bewering
{
	int			kenmerken;		/* these hold of it from now on */
	int			masker;			/* of these the row has a copy, */
	int			kopie;			/* and this is what it has */
	bool		historie;		/* and of these two? */
	TimestampTz plaatsgevonden_op;
	Datum		kanaal;
	bool		geen_kanaal;	/* it is null */
	TimestampTz moment;			/* the klantcontact cannot have taken place after it */
	int			eis;			/* one of these must hold, unless it is zero */
	int			verbod;			/* and none of these */
} Bewering;

/* What is wrong with what a row says; a bit each. */
typedef enum Fout
{
	FOUT_ONBEKEND,				/* there is no such klantcontact or partij */
	FOUT_KOPIE,					/* what is copied differs */
	FOUT_MOMENT,				/* the klantcontact took place after the moment */
	FOUT_EIS,					/* what must hold does not */
	FOUT_VERBOD,				/* what may not hold does */
	FOUT_DUBBEL,				/* another row said what only one may say (KI-08) */
	AANTAL_FOUTEN
} Fout;

typedef struct Dossiers Dossiers;

extern Dossiers *dossiers_begin(int plakken, int plak, const double *verwacht);
extern int	dossiers_plakken_nodig(const Dossiers *d);
extern void dossiers_eind(Dossiers *d);
extern void dossier_open(Dossiers *d, DossierSoort soort, const pg_uuid_t *id, const Bewering *b);
extern int	dossier_noteer(Dossiers *d, DossierSoort soort, const pg_uuid_t *id, const Bewering *b);
extern int64 dossiers_aantal(const Dossiers *d, DossierSoort soort);
extern int	dossier_lees(const Dossiers *d, DossierSoort soort, int64 nummer, pg_uuid_t *id);

/* A partij that is no klant of the gemeente (KI-01a). */
typedef struct Gemeentelijk
{
	pg_uuid_t	id;				/* hash key */
	bool		gemeente;		/* it is the gemeente itself, or else it worked for that */
} Gemeentelijk;

/* What the rows of a check know of each other beside the dossiers. */
typedef struct Stand
{
	bool		aan[AANTAL_OPTIES]; /* the switches of the register */
	TimestampTz nu;				/* up to here something can have happened */
	HTAB	   *gemeentelijk;	/* of Gemeentelijk, of which there are few */
	bool		heeft_werkgever;	/* a partij worked for another */
	bool		heeft_gegevens; /* a betrokkene that is gekend gave a name or an address */
	bool		heeft_adres;	/* a partij has a digitaal adres */
	bool		gaf_adres;		/* the betrokkene at hand gave a digitaal adres */
} Stand;

/* A rule on a row alone, of regels_*.c. It raises its violation. */
typedef struct RijControle
{
	Tabel		tabel;
	void		(*regel) (const Rij *rij, const Stand *stand);
} RijControle;

/* A rule as what is wrong with a row. */
typedef struct Overtreding
{
	const char *regel;			/* constraint name */
	const char *melding;
} Overtreding;

/* What the rows of a table say of what a key of theirs leads to. */
typedef struct DossierDeel
{
	Tabel		tabel;
	int			sleutel;		/* the key column */
	DossierSoort over;
	void		(*beweer) (const Rij *rij, Stand *stand, Bewering *b);
	Overtreding overtreding[AANTAL_FOUTEN]; /* what it is when that is wrong; of an unknown row, the foreign key */
} DossierDeel;

/* A rule that a dossier shows once everything is in it. */
typedef struct DossierControle
{
	DossierSoort over;
	const char *regel;			/* constraint name */
	int			optie;			/* an Optie that must be on, or ALTIJD */
	int			aanleiding;		/* if one of these holds, or always if it is zero, */
	int			eis;			/* one of those must */
	const char *melding;
} DossierControle;

#define ALTIJD (-1)

/* A rule in SQL. */
typedef struct Controle
{
	Tabel		tabel;			/* whose rows */
	const char *regel;			/* constraint name */
	const char *fout;			/* the condition, on row t, that the rule is broken */
	const char *melding;
	bool		(*nodig) (const Stand *stand);	/* can a row of this register break it? NULL: yes */
} Controle;

typedef struct Eenmalig
{
	Tabel		tabel;
	const char *regel;			/* constraint name, which is the name of the index */
	const char *kolommen;		/* what is unique */
	const char *waar;			/* among which rows */
} Eenmalig;

/* Each list ends with TABEL_GEEN, or without rule. */
extern const RijControle rij_controles[];
extern const DossierDeel dossier_delen[];
extern const DossierControle dossier_controles[];
extern const Controle verwijs_controles[];
extern const char *const klantcontact_van_adres;
extern const Controle samenhang_controles[];
extern const Eenmalig eenmalig_controles[];
extern void beschrijf_klantcontact(const Rij *rij, Stand *stand, Bewering *b);
extern void beschrijf_gever(const Rij *rij, Stand *stand, Bewering *b);
extern void beschrijf_partij(const Rij *rij, Stand *stand, Bewering *b);

#endif							/* DOSSIERS_H */
