/*
 * dossiers.h
 *		What controleer_register() keeps of the klantcontacten.
 */
#ifndef DOSSIERS_H
#define DOSSIERS_H

#include "utils/uuid.h"

/* What one row says of a klantcontact. */
typedef struct Bewering
{
	pg_uuid_t  *klantcontact;
	int			kenmerken;		/* DOSSIER_... */
	bool		kopie;			/* does the row carry vertrouwelijk? */
	bool		vertrouwelijk;
	bool		historie;		/* and these two? */
	TimestampTz plaatsgevonden_op;
	Datum		kanaal;
	bool		geen_kanaal;	/* it is null */
	TimestampTz moment;			/* the klantcontact cannot have taken place after it */
} Bewering;

/* What is wrong with what a row says: a bit each. */
#define BEWERING_ONBEKEND 1		/* there is no such klantcontact */
#define BEWERING_KOPIE 2		/* what is copied differs */
#define BEWERING_MOMENT 4		/* the klantcontact took place after the moment */
#define BEWERING_DUBBEL 8		/* another row said what only one may say (KI-08) */

typedef struct Dossiers Dossiers;

extern int	dossiers_plakken(int64 aantal);
extern Dossiers *dossiers_begin(int plakken, int plak);
extern void dossiers_eind(Dossiers *d);
extern void dossier_open(Dossiers *d, const Bewering *klantcontact);
extern int	dossier_noteer(Dossiers *d, const Bewering *bewering);
extern void dossiers_doorloop(Dossiers *d);
extern bool dossiers_volgende(Dossiers *d, pg_uuid_t *id, int *kenmerken);

#endif							/* DOSSIERS_H */
