/*
 * dossiers.c
 *		The dossiers of controleer_register(): of each klantcontact what its parts must agree with, and what they say of it.
 *
 * To join the klantcontacten to each of their parts, query by query, takes the server many times as long as to read all of them. A
 * dossier is small and made once, and then every table is read once. Where not all dossiers fit in memory, the tables are read
 * several times, each time for the klantcontacten of one slice.
 */
#include "klantinteracties.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "dossiers.h"

typedef struct Dossier
{
	pg_uuid_t	id;				/* hash key */
	TimestampTz plaatsgevonden_op;
	int			kanaal;			/* its place in codes[], from 1; 0 for null */
	uint16		kenmerken;		/* DOSSIER_... */
	bool		vertrouwelijk;
	char		status;			/* simplehash.h's */
} Dossier;

#define SH_PREFIX dossiertabel
#define SH_ELEMENT_TYPE Dossier
#define SH_KEY_TYPE pg_uuid_t
#define SH_KEY id
#define SH_HASH_KEY(tabel, sleutel) hash_bytes(sleutel.data, UUID_LEN)
#define SH_EQUAL(tabel, a, b) (memcmp(a.data, b.data, UUID_LEN) == 0)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

struct Dossiers
{
	dossiertabel_hash *tabel;
	dossiertabel_iterator doorloop;
	int			plakken;		/* number of slices */
	int			plak;			/* the one at hand */
	text	  **codes;			/* the kanalen that occur */
	int			aantal_codes;
	MemoryContext context;
};

/* In how many slices are this many dossiers kept, so that none takes more than maintenance_work_mem? simplehash.h fills half. */
int
dossiers_plakken(int64 aantal)
{
	return 1 + (int) Min(aantal * 2 * sizeof(Dossier) / (maintenance_work_mem * INT64CONST(1024)), 10000);
}

/* No dossiers yet, of one of so many slices; they live as long as the caller's memory context, or until dossiers_eind(). */
Dossiers *
dossiers_begin(int plakken, int plak)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties dossiers", ALLOCSET_DEFAULT_SIZES);
	Dossiers   *d = MemoryContextAllocZero(context, sizeof(Dossiers));

	d->context = context;
	d->plakken = plakken;
	d->plak = plak;
	d->tabel = dossiertabel_create(context, 1024, NULL);
	return d;
}

void
dossiers_eind(Dossiers *d)
{
	MemoryContextDelete(d->context);
}

/* The number of a kanaal. There are as many as the reference data have. */
static int
nummer_van_kanaal(Dossiers *d, const Bewering *b)
{
	text	   *code;
	MemoryContext was;

	if (b->geen_kanaal)
		return 0;
	code = DatumGetTextPP(b->kanaal);
	for (int i = 0; i < d->aantal_codes; i++)
		if (VARSIZE_ANY_EXHDR(d->codes[i]) == VARSIZE_ANY_EXHDR(code) &&
			memcmp(VARDATA_ANY(d->codes[i]), VARDATA_ANY(code), VARSIZE_ANY_EXHDR(code)) == 0)
			return i + 1;
	was = MemoryContextSwitchTo(d->context);
	d->codes = d->aantal_codes == 0 ? palloc(sizeof(text *)) : repalloc(d->codes, (d->aantal_codes + 1) * sizeof(text *));
	d->codes[d->aantal_codes] = (text *) palloc(VARSIZE_ANY(code));
	memcpy(d->codes[d->aantal_codes], code, VARSIZE_ANY(code));
	MemoryContextSwitchTo(was);
	return ++d->aantal_codes;
}

/* Is it of the slice at hand? The table is ordered by the other bits of the hash. */
static bool
is_van_plak(const Dossiers *d, uint32 hash)
{
	return (hash >> 16) % d->plakken == d->plak;
}

/* Makes the dossier of a klantcontact. */
void
dossier_open(Dossiers *d, const Bewering *klantcontact)
{
	uint32		hash = hash_bytes(klantcontact->klantcontact->data, UUID_LEN);
	Dossier    *dossier;
	bool		was_er;

	if (!is_van_plak(d, hash))
		return;
	dossier = dossiertabel_insert_hash(d->tabel, *klantcontact->klantcontact, hash, &was_er);
	if (!was_er)
		dossier->kenmerken = 0;
	dossier->kenmerken |= klantcontact->kenmerken;
	dossier->plaatsgevonden_op = klantcontact->plaatsgevonden_op;
	dossier->kanaal = nummer_van_kanaal(d, klantcontact);
	dossier->vertrouwelijk = klantcontact->vertrouwelijk;
}

/* Adds what a row says to the dossier that it is about. Returns what is wrong with it, as BEWERING_... */
int
dossier_noteer(Dossiers *d, const Bewering *b)
{
	uint32		hash = hash_bytes(b->klantcontact->data, UUID_LEN);
	Dossier    *dossier;
	int			fout = 0;

	if (!is_van_plak(d, hash))
		return 0;
	dossier = dossiertabel_lookup_hash(d->tabel, *b->klantcontact, hash);
	if (dossier == NULL)
		return BEWERING_ONBEKEND;
	if ((b->kopie && b->vertrouwelijk != dossier->vertrouwelijk) ||
		(b->historie && (b->plaatsgevonden_op != dossier->plaatsgevonden_op || nummer_van_kanaal(d, b) != dossier->kanaal)))
		fout |= BEWERING_KOPIE;
	if (b->moment < dossier->plaatsgevonden_op)
		fout |= BEWERING_MOMENT;
	if ((dossier->kenmerken & b->kenmerken & DOSSIER_EENMALIG) != 0)
		fout |= BEWERING_DUBBEL;
	dossier->kenmerken |= b->kenmerken;
	return fout;
}

/* Goes through the dossiers. */
void
dossiers_doorloop(Dossiers *d)
{
	dossiertabel_start_iterate(d->tabel, &d->doorloop);
}

/* The next dossier; false if there is none. */
bool
dossiers_volgende(Dossiers *d, pg_uuid_t *id, int *kenmerken)
{
	Dossier    *dossier = dossiertabel_iterate(d->tabel, &d->doorloop);

	if (dossier == NULL)
		return false;
	*id = dossier->id;
	*kenmerken = dossier->kenmerken;
	return true;
}
