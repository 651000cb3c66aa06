/*
 * dossiers.c
 *		The dossiers of controleer_register(): of each klantcontact and partij what other rows must agree with, and what they say of it.
 *
 * To join these to each of their parts, query by query, takes the server many times as long as to read all of them. A dossier is
 * small and made once, and then every table is read once. Where not all dossiers fit in memory, the tables are read several times,
 * each time for those of one slice.
 */
#include "dossiers.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/memutils.h"

typedef struct Dossier
{
	pg_uuid_t	id;
	TimestampTz plaatsgevonden_op;
	int			kanaal;			/* its place in codes[], from 1; 0 for null */
	uint16		kenmerken;		/* DOSSIER_... or PARTIJ_... */
} Dossier;

/*
 * The dossiers of a kind, in the order in which they were made. Parts were mostly stored in the order of what they are parts of, so
 * the next one asked for is mostly the same or one of the next; else there is the index.
 */
typedef struct Kast
{
	Dossier    *dossier;		/* one more than there are, for who looks for one */
	uint32		aantal;
	uint32		ruimte;
	uint32		laatste;		/* asked for */
	bool		op_volgorde;	/* that was one of the next */
	struct plaatsen_hash *plaatsen; /* the index */
} Kast;

/* How far to look ahead. */
#define VOORUIT 16

typedef struct Plaats
{
	uint32		plaats;			/* hash key: in dossier[] */
	char		status;			/* simplehash.h's */
} Plaats;

#define KAST(index) ((Kast *) (index)->private_data)
#define SH_PREFIX plaatsen
#define SH_ELEMENT_TYPE Plaats
#define SH_KEY_TYPE uint32
#define SH_KEY plaats
#define SH_HASH_KEY(index, p) hash_bytes(KAST(index)->dossier[p].id.data, UUID_LEN)
#define SH_EQUAL(index, a, b) (memcmp(&KAST(index)->dossier[a].id, &KAST(index)->dossier[b].id, UUID_LEN) == 0)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* simplehash.h fills half of what it takes. */
#define DOSSIER_GROOTTE (sizeof(Dossier) + 2 * sizeof(Plaats))

struct Dossiers
{
	Kast		kast[AANTAL_DOSSIERSOORTEN];
	int			plakken;		/* number of slices */
	int			plak;			/* the one at hand */
	int64		aantal;			/* of dossiers asked for */
	int64		hoogstens;		/* so many fit */
	text	  **codes;			/* the kanalen that occur */
	int			aantal_codes;
	MemoryContext context;
};

/*
 * No dossiers yet, of one of so many slices; they live as long as the caller's memory context, or until dossiers_eind(). verwacht says
 * about how many there will be of each kind, so that the tables need not grow.
 */
Dossiers *
dossiers_begin(int plakken, int plak, const double *verwacht)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "klantinteracties dossiers", ALLOCSET_DEFAULT_SIZES);
	Dossiers   *d = MemoryContextAllocZero(context, sizeof(Dossiers));

	d->context = context;
	d->plakken = plakken;
	d->plak = plak;
	/* As elsewhere, a hash table may take more than a sort. */
	d->hoogstens = (int64) (maintenance_work_mem * 1024.0 * hash_mem_multiplier / DOSSIER_GROOTTE);
	for (int soort = 0; soort < AANTAL_DOSSIERSOORTEN; soort++)
	{
		Kast	   *kast = &d->kast[soort];

		kast->ruimte = Max(1024, Min(verwacht[soort] * 1.1 / plakken, d->hoogstens));
		kast->dossier = MemoryContextAllocHuge(context, kast->ruimte * sizeof(Dossier));
		kast->plaatsen = plaatsen_create(context, kast->ruimte, kast);
	}
	return d;
}

/* In how many slices would all dossiers that were asked for fit? Some slices are larger than others. */
int
dossiers_plakken_nodig(const Dossiers *d)
{
	if (d->aantal <= d->hoogstens)
		return 1;
	return (int) Min(2 + d->aantal / d->hoogstens, 10000);
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
	return d->plakken == 1 || (hash >> 16) % d->plakken == d->plak;
}

/* The dossier with this key; NULL if there is none. */
static Dossier *
zoek_dossier(Kast *kast, const pg_uuid_t *id, uint32 hash)
{
	Plaats	   *gevonden;

	kast->dossier[kast->aantal].id = *id;
	gevonden = plaatsen_lookup_hash(kast->plaatsen, kast->aantal, hash);
	if (gevonden == NULL)
		return NULL;
	kast->op_volgorde = gevonden->plaats - kast->laatste < VOORUIT;
	kast->laatste = gevonden->plaats;
	return &kast->dossier[gevonden->plaats];
}

/* The same, if it is near the last one asked for, as that was. */
static Dossier *
dossier_in_de_buurt(Kast *kast, const pg_uuid_t *id)
{
	if (!kast->op_volgorde)
		return NULL;
	for (uint32 i = kast->laatste; i < kast->laatste + VOORUIT && i < kast->aantal; i++)
		if (memcmp(&kast->dossier[i].id, id, UUID_LEN) == 0)
		{
			kast->laatste = i;
			return &kast->dossier[i];
		}
	return NULL;
}

/* Makes a dossier, unless there are too many: then they are only counted. */
void
dossier_open(Dossiers *d, DossierSoort soort, const pg_uuid_t *id, const Bewering *b)
{
	Kast	   *kast = &d->kast[soort];
	uint32		hash = hash_bytes(id->data, UUID_LEN);
	Dossier    *dossier;
	bool		was_er;
	Plaats	   *plaats;

	if (!is_van_plak(d, hash) || (++d->aantal > d->hoogstens && d->plakken == 1))
		return;
	kast->dossier[kast->aantal].id = *id;
	plaats = plaatsen_insert_hash(kast->plaatsen, kast->aantal, hash, &was_er);
	dossier = &kast->dossier[plaats->plaats];
	if (!was_er)
	{
		dossier->kenmerken = 0;
		if (++kast->aantal == kast->ruimte)
		{
			kast->ruimte *= 2;
			kast->dossier = repalloc_huge(kast->dossier, kast->ruimte * sizeof(Dossier));
			dossier = &kast->dossier[plaats->plaats];
		}
	}
	dossier->kenmerken |= b->kenmerken;
	dossier->plaatsgevonden_op = b->plaatsgevonden_op;
	dossier->kanaal = nummer_van_kanaal(d, b);
}

/* Adds what a row says to the dossier that it is about. Returns what is wrong with it, a bit for each Fout. */
int
dossier_noteer(Dossiers *d, DossierSoort soort, const pg_uuid_t *id, const Bewering *b)
{
	Kast	   *kast = &d->kast[soort];
	Dossier    *dossier = dossier_in_de_buurt(kast, id);
	int			fout = 0;

	if (dossier == NULL)
	{
		uint32		hash = hash_bytes(id->data, UUID_LEN);

		if (!is_van_plak(d, hash))
			return 0;
		dossier = zoek_dossier(kast, id, hash);
		if (dossier == NULL)
			return 1 << FOUT_ONBEKEND;
	}
	if ((dossier->kenmerken & b->masker) != b->kopie ||
		(b->historie && (b->plaatsgevonden_op != dossier->plaatsgevonden_op || nummer_van_kanaal(d, b) != dossier->kanaal)))
		fout |= 1 << FOUT_KOPIE;
	if (b->moment < dossier->plaatsgevonden_op)
		fout |= 1 << FOUT_MOMENT;
	if (b->eis != 0 && (dossier->kenmerken & b->eis) == 0)
		fout |= 1 << FOUT_EIS;
	if ((dossier->kenmerken & b->verbod) != 0)
		fout |= 1 << FOUT_VERBOD;
	if (soort == DOSSIER_VAN_KLANTCONTACT && (dossier->kenmerken & b->kenmerken & DOSSIER_EENMALIG) != 0)
		fout |= 1 << FOUT_DUBBEL;
	dossier->kenmerken |= b->kenmerken;
	return fout;
}

/* How many dossiers there are of a kind. */
int64
dossiers_aantal(const Dossiers *d, DossierSoort soort)
{
	return d->kast[soort].aantal;
}

/* One of them: whose it is, and what holds of that. */
int
dossier_lees(const Dossiers *d, DossierSoort soort, int64 nummer, pg_uuid_t *id)
{
	*id = d->kast[soort].dossier[nummer].id;
	return d->kast[soort].dossier[nummer].kenmerken;
}
