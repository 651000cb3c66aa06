/*
 * onthouden.c
 *		What is known of other rows, so that a rule need not look again, or finds them at once.
 *
 * 1. Facts about another row, which was read while a lock kept them true (each fact of enum Feit says which). The same few codes,
 * actoren and partijen come back all the time. A fact is forgotten when the definition of a register's table may have changed
 * (register.c), and
 *	- that an actor or code is active: when anybody closes one (regels_actief.c); and every minute, as no trigger tells when one is
 *	  closed with session_replication_role = replica, or by a subscription;
 *	- that a partij is not municipal: when this transaction ends, as its lock ends with it; when any subtransaction is rolled back, as
 *	  the lock, or what it protected, may have come from there; and once this transaction itself changes or removes a row of a
 *	  register, nothing is remembered any more until it ends: what is read between the trigger of that row and the change itself would
 *	  be remembered wrongly.
 *
 * So a fact is never more than a saved look, and forgetting it is always right. The memory of this, and of 2, is of fixed size: a row
 * takes the place of another that falls on the same spot.
 *
 * 2. Where a row was found the last time, in whatever transaction: a hint that is never forgotten, as the look itself
 * verifies it (opzoeken.c).
 *
 * 3. The klantcontacten that this transaction registered: what their parts copy from each, and which parts it was given. Only a trigger
 * AFTER the row is stored tells that it has something, since ON CONFLICT DO NOTHING can keep out a row that a BEFORE trigger saw (tried:
 * what that trigger noted accepted a klantcontact without a betrokkene). That it has something not, rules conclude only of one that was
 * remembered before any part of it was stored (kreeg_deel_voor_het_onthouden_werd()). All of it is forgotten when the facts on partijen are,
 * which covers every way in which a klantcontact or a part can go or change that a trigger or the server tells of; what remains hears of
 * it by the event that a change or removal queues itself (volledig_klantcontact.c), and that one looks. Up to MAX_NIEUW are remembered, in
 * 27 bytes each.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "common/hashfn.h"
#include "utils/memutils.h"
#include "utils/uuid.h"

#define AANTAL_PLAATSEN 4096	/* a power of 2 */
#define MAX_SLEUTEL 20			/* in bytes; longer codes are looked up each time */
#define HOUDBAAR USECS_PER_MINUTE

/* A hash of at most two words, in a fraction of the instructions of hash_bytes(). */
static inline uint32
hash_kort(const void *bytes, Size lengte)
{
	uint64		woord[2] = {0, lengte};

	Assert(lengte <= sizeof(woord));
	memcpy(woord, bytes, lengte);
	woord[0] = hash_combine64(woord[0], woord[1]);
	return murmurhash32((uint32) (woord[0] ^ (woord[0] >> 32)));
}

typedef struct Plaats
{
	uint64		bekend;			/* when the fact that there is about a row of this table was known; 0 for never */
	Oid			relid;			/* whose row */
	ItemPointerData tid;		/* where it was; invalid if that is not known */
	uint8		lengte;
	char		sleutel[MAX_SLEUTEL];
} Plaats;

static Plaats plaatsen[AANTAL_PLAATSEN];
static uint64 sluitingen = 1;	/* actoren and codes that were known to be active before another are forgotten */
static uint64 tijdperk = 1;		/* of this transaction: what was known in another is forgotten */
static bool uitgeschakeld = false;

/* In characters and not in wider types, so that it is no longer than that. */
typedef struct Nieuw
{
	pg_uuid_t	id;				/* hash key */
	char		plaatsgevonden_op[sizeof(TimestampTz)];
	uint8		soort;			/* which of soorten */
	uint8		delen;			/* of enum Deel, those that it was given */
	char		status;			/* of the hash table */
} Nieuw;

#define MAX_NIEUW 500000
#define BEGIN_NIEUW 16			/* how many fit in a table that is kept */

#define SH_PREFIX nieuw
#define SH_ELEMENT_TYPE Nieuw
#define SH_KEY_TYPE pg_uuid_t
#define SH_KEY id
#define SH_HASH_KEY(tb, key) hash_kort((key).data, UUID_LEN)
#define SH_EQUAL(tb, a, b) (memcmp((a).data, (b).data, UUID_LEN) == 0)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

static MemoryContext geheugen_van_nieuwe = NULL;	/* of its own, so that pg_backend_memory_contexts tells what it takes */
static nieuw_hash *nieuwe = NULL;
static uint64 tijdperk_van_nieuwe = 0;	/* what was remembered in another is forgotten */
static bool kan_delen_hebben = false;	/* one that is remembered from now on may have parts already */

/* What else the new klantcontacten have of what their parts copy: there are as many kinds of them as kanalen, or few more. */
typedef struct Soort
{
	Oid			relid;			/* of which table klantcontact */
	bool		vertrouwelijk;
	bool		geen_kanaal;
	union
	{
		int32		kop;		/* for the alignment of a text */
		char		bytes[VARHDRSZ + MAX_SLEUTEL];
	}			kanaal_code;
} Soort;

#define MAX_SOORTEN 64

static Soort soorten[MAX_SOORTEN];
static int	aantal_soorten = 0;

/* Forgets what this transaction knows. This can be called in the middle of anything, so memory is only let go of later. */
static void
vergeet_transactie(void)
{
	tijdperk++;
}

/* Forgets all facts. */
void
vergeet_feiten(void)
{
	vergeet_transactie();
	sluitingen++;
}

/* Empties the table of new klantcontacten, if what is in it is forgotten. A small one is kept for the next transaction. */
static void
ruim_op(void)
{
	if (nieuwe == NULL || tijdperk_van_nieuwe == tijdperk)
		return;
	if (nieuwe->size > 2 * BEGIN_NIEUW)
	{
		nieuw_destroy(nieuwe);
		nieuwe = NULL;
	}
	else if (nieuwe->members > 0)
		nieuw_reset(nieuwe);
	aantal_soorten = 0;
	tijdperk_van_nieuwe = tijdperk;
}

static void
bij_eind_transactie(XactEvent event, void *arg)
{
	/* What precedes the end may still run triggers; what a parallel worker ends is not this transaction. */
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT || event == XACT_EVENT_PREPARE)
	{
		vergeet_transactie();
		ruim_op();
		uitgeschakeld = false;
		kan_delen_hebben = false;
	}
}

static void
bij_eind_subtransactie(SubXactEvent event, SubTransactionId subtransactie, SubTransactionId ouder, void *arg)
{
	if (event == SUBXACT_EVENT_ABORT_SUB)
		vergeet_transactie();
}

static void
let_op_het_einde(void)
{
	static bool aangemeld = false;

	if (aangemeld)
		return;
	RegisterXactCallback(bij_eind_transactie, NULL);
	RegisterSubXactCallback(bij_eind_subtransactie, NULL);
	geheugen_van_nieuwe = AllocSetContextCreate(TopMemoryContext, "new klantcontacten", ALLOCSET_SMALL_SIZES);
	aangemeld = true;
}

/* This transaction is about to change or remove a row of a register. */
void
onthoud_niets_meer(void)
{
	let_op_het_einde();
	vergeet_transactie();
	uitgeschakeld = true;
}

/* A key as it is remembered: an uuid or text. */
typedef struct Sleutel
{
	const char *bytes;
	Size		lengte;
} Sleutel;

static Sleutel
lees_sleutel(Datum sleutel, bool is_uuid)
{
	Sleutel		s = {.lengte = UUID_LEN};

	if (is_uuid)
		s.bytes = (const char *) DatumGetUUIDP(sleutel)->data;
	else
	{
		text	   *t = DatumGetTextPP(sleutel);

		s.bytes = VARDATA_ANY(t);
		s.lengte = VARSIZE_ANY_EXHDR(t);
	}
	return s;
}

static Plaats *
plaats_van(Oid relid, const Sleutel *s)
{
	uint32		hash = s->lengte <= UUID_LEN ? hash_kort(s->bytes, s->lengte) :
		hash_bytes((const unsigned char *) s->bytes, s->lengte);

	return &plaatsen[hash_combine(hash, relid) & (AANTAL_PLAATSEN - 1)];
}

/* What is remembered of the row with this key; NULL if nothing is. */
static Plaats *
zoek_plaats(Oid relid, const Sleutel *s)
{
	Plaats	   *p = plaats_van(relid, s);

	return p->relid == relid && p->lengte == s->lengte && s->lengte <= MAX_SLEUTEL &&
		memcmp(p->sleutel, s->bytes, s->lengte) == 0 ? p : NULL;
}

/* The same, to remember more; NULL if the key is too long for that. */
static Plaats *
maak_plaats(Oid relid, const Sleutel *s)
{
	Plaats	   *p = zoek_plaats(relid, s);

	if (s->lengte > MAX_SLEUTEL)
		return NULL;
	if (p == NULL)
	{
		p = plaats_van(relid, s);
		p->bekend = 0;
		p->relid = relid;
		ItemPointerSetInvalid(&p->tid);
		p->lengte = s->lengte;
		memcpy(p->sleutel, s->bytes, s->lengte);
	}
	return p;
}

/* What a fact of this kind is good for: as long as this is the same. */
uint64
geldigheid(Feit feit)
{
	static TimestampTz sinds = 0;
	TimestampTz nu;

	if (feit != FEIT_ACTIEF)
		return tijdperk;
	/* Not the moment at which the statement began: a COPY, or a procedure that commits, can go on for hours. */
	nu = GetCurrentTimestamp();
	if (nu < sinds || nu - sinds > HOUDBAAR)
	{
		sinds = nu;
		sluitingen++;
	}
	return sluitingen;
}

/* Is this known of the row with this key? There is one fact about the rows of each table. */
bool
is_bekend(Feit feit, Oid relid, Datum sleutel, bool is_uuid)
{
	Sleutel		s = lees_sleutel(sleutel, is_uuid);
	const Plaats *p = zoek_plaats(relid, &s);

	return p != NULL && p->bekend == geldigheid(feit);
}

/*
 * Remembers it. The caller holds the lock that enum Feit names, read the row after he asked geldigheid(), and found it in no state that
 * this transaction made and could roll back.
 */
void
onthoud(Feit feit, uint64 sinds, Oid relid, Datum sleutel, bool is_uuid)
{
	Sleutel		s = lees_sleutel(sleutel, is_uuid);
	Plaats	   *p = maak_plaats(relid, &s);

	if (p == NULL || (feit == FEIT_NIET_GEMEENTELIJK && uitgeschakeld))
		return;
	let_op_het_einde();
	p->bekend = sinds;
}

/* Where was the row with this key when it was last looked for? Whether it is there still, the caller has to see. */
bool
is_bekende_plek(Oid relid, Datum sleutel, bool is_uuid, ItemPointer tid)
{
	Sleutel		s = lees_sleutel(sleutel, is_uuid);
	const Plaats *p = zoek_plaats(relid, &s);

	if (p == NULL || !ItemPointerIsValid(&p->tid))
		return false;
	*tid = p->tid;
	return true;
}

void
onthoud_plek(Oid relid, Datum sleutel, bool is_uuid, ItemPointer tid)
{
	Sleutel		s = lees_sleutel(sleutel, is_uuid);
	Plaats	   *p = maak_plaats(relid, &s);

	if (p != NULL)
		p->tid = *tid;
}

/* What is remembered of the klantcontact with this id, or NULL. Good until the next call of anything here. */
static Nieuw *
zoek_nieuw(Oid relid, Datum id)
{
	Nieuw	   *n;

	if (nieuwe == NULL || tijdperk_van_nieuwe != tijdperk || DatumGetPointer(id) == NULL)
		return NULL;
	n = nieuw_lookup(nieuwe, *DatumGetUUIDP(id));
	return n != NULL && soorten[n->soort].relid == relid ? n : NULL;
}

/* Does the row in the slot not tell who wrote it, as after COPY FREEZE? Nobody believes then that it is new (opzoeken.c). */
static bool
is_bevroren(TupleTableSlot *slot)
{
	bool		kopie;
	HeapTuple	tuple = ExecFetchSlotHeapTuple(slot, false, &kopie);
	bool		antwoord = HeapTupleHeaderXminFrozen(tuple->t_data);

	if (kopie)
		heap_freetuple(tuple);
	return antwoord;
}

static bool
is_zelfde_soort(const Soort *a, const Soort *b)
{
	return a->relid == b->relid && a->vertrouwelijk == b->vertrouwelijk && a->geen_kanaal == b->geen_kanaal &&
		memcmp(a->kanaal_code.bytes, b->kanaal_code.bytes, sizeof(a->kanaal_code.bytes)) == 0;
}

/* Which of soorten is the klantcontact in the slot? Or -1, if that cannot be remembered. */
static int
soort_van(const RegisterTabel *rt, TupleTableSlot *slot)
{
	Soort		soort;
	bool		leeg;
	Datum		kanaal;

	memset(&soort, 0, sizeof(Soort));	/* also what follows on a short code, as it is compared with it */
	soort.relid = rt->relid;
	soort.vertrouwelijk = DatumGetBool(slot_waarde(slot, rt, KC_VERTROUWELIJK, &leeg));
	kanaal = slot_waarde(slot, rt, KC_KANAAL_CODE, &soort.geen_kanaal);
	if (!soort.geen_kanaal)
	{
		Sleutel		s = lees_sleutel(kanaal, false);

		if (s.lengte > MAX_SLEUTEL)
			return -1;
		SET_VARSIZE(&soort.kanaal_code, VARHDRSZ + s.lengte);
		memcpy(VARDATA(&soort.kanaal_code), s.bytes, s.lengte);
	}
	for (int i = 0; i < aantal_soorten; i++)
		if (is_zelfde_soort(&soorten[i], &soort))
			return i;
	if (aantal_soorten == MAX_SOORTEN)
		return -1;
	soorten[aantal_soorten] = soort;
	return aantal_soorten++;
}

/* This transaction stored the new klantcontact in the slot. Called AFTER it did. */
void
onthoud_klantcontact(const RegisterTabel *rt, TupleTableSlot *slot)
{
	Nieuw	   *n;
	int			soort;
	bool		leeg;
	bool		bekend;
	Datum		id = slot_waarde(slot, rt, SLEUTEL, &leeg);
	TimestampTz plaatsgevonden_op;

	if (leeg || uitgeschakeld || is_bevroren(slot))
		return;
	let_op_het_einde();
	ruim_op();
	if (nieuwe == NULL)
	{
		nieuwe = nieuw_create(geheugen_van_nieuwe, BEGIN_NIEUW, NULL);
		tijdperk_van_nieuwe = tijdperk;
	}
	soort = soort_van(rt, slot);
	if (soort < 0 || nieuwe->members >= MAX_NIEUW)
		return;
	n = nieuw_insert(nieuwe, *DatumGetUUIDP(id), &bekend);
	plaatsgevonden_op = DatumGetTimestampTz(slot_waarde(slot, rt, KC_PLAATSGEVONDEN_OP, &leeg));
	memcpy(n->plaatsgevonden_op, &plaatsgevonden_op, sizeof(TimestampTz));
	n->soort = soort;
	n->delen = kan_delen_hebben ? DEEL_NAZIEN | DEEL_ONDERWERP : 0;
}

/*
 * A part is stored of a klantcontact that this transaction registered, and does not remember. In one statement that registers both, and
 * before a trigger of the user's that adds parts itself, the klantcontact is remembered only after this. What such a one is not known to
 * have, it may have all the same.
 */
void
kreeg_deel_voor_het_onthouden_werd(void)
{
	let_op_het_einde();
	kan_delen_hebben = true;
}

/* Is the klantcontact with this id one that this transaction registered, and remembers? */
bool
is_nieuw_klantcontact(Oid relid, Datum id)
{
	return zoek_nieuw(relid, id) != NULL;
}

/* A slot for a row of this table, with a tuple descriptor of its own. There is one, which is made again for another table. */
static TupleTableSlot *
slot_van(Relation rel)
{
	static TupleTableSlot *slot = NULL;
	static Oid	relid;
	static uint64 definitie;	/* the slot fits the table as it was then */
	MemoryContext context;

	if (slot != NULL && relid == RelationGetRelid(rel) && definitie == sluitingen)
		return slot;
	if (slot != NULL)
	{
		TupleDesc	desc = slot->tts_tupleDescriptor;

		ExecDropSingleTupleTableSlot(slot);
		slot = NULL;
		FreeTupleDesc(desc);
	}
	context = MemoryContextSwitchTo(geheugen_van_nieuwe);
	slot = MakeSingleTupleTableSlot(CreateTupleDescCopy(RelationGetDescr(rel)), &TTSOpsVirtual);
	relid = RelationGetRelid(rel);
	definitie = sluitingen;
	MemoryContextSwitchTo(context);
	return slot;
}

static void
zet_in_slot(AndereRij *rij, int kolom, Datum waarde)
{
	AttrNumber	attnum = rij->rt->attnum[kolom];

	rij->slot->tts_values[attnum - 1] = waarde;
	rij->slot->tts_isnull[attnum - 1] = false;
}

/*
 * Did this transaction register the klantcontact with this id, and remembers it? Then what its parts copy from it, and nothing else, in
 * *kc, good until the next call; the caller calls rij_sluiten().
 */
bool
bekend_klantcontact(AndereRij *kc, Oid relid, Datum id)
{
	Nieuw	   *n = zoek_nieuw(relid, id);
	Soort	   *soort;
	TimestampTz plaatsgevonden_op;

	if (n == NULL)
		return false;
	kc->rel = table_open(relid, NoLock);	/* who inserted has one */
	kc->rt = register_tabel(kc->rel);
	kc->van_ons = kc->nieuw = kc->kort = true;
	kc->slot = ExecClearTuple(slot_van(kc->rel));
	memset(kc->slot->tts_isnull, true, kc->slot->tts_tupleDescriptor->natts);
	soort = &soorten[n->soort];
	memcpy(&plaatsgevonden_op, n->plaatsgevonden_op, sizeof(TimestampTz));
	zet_in_slot(kc, SLEUTEL, UUIDPGetDatum(&n->id));
	zet_in_slot(kc, KC_PLAATSGEVONDEN_OP, TimestampTzGetDatum(plaatsgevonden_op));
	zet_in_slot(kc, KC_VERTROUWELIJK, BoolGetDatum(soort->vertrouwelijk));
	if (!soort->geen_kanaal)
		zet_in_slot(kc, KC_KANAAL_CODE, PointerGetDatum(&soort->kanaal_code));
	ExecStoreVirtualTuple(kc->slot);
	return true;
}

/* This transaction stored a part of a klantcontact. Called AFTER it did. */
void
onthoud_deel(Oid klantcontacten, Datum id, Deel deel)
{
	Nieuw	   *n = zoek_nieuw(klantcontacten, id);

	if (n != NULL)
		n->delen |= deel;
}

/* The deferred check of a klantcontact begins: what does it have for certain? What is stored from now on, the check may miss. */
int
begin_controle(Oid klantcontacten, Datum id)
{
	Nieuw	   *n = zoek_nieuw(klantcontacten, id);

	if (n == NULL)
		return DEEL_NAZIEN;
	n->delen |= DEEL_GECONTROLEERD;
	return n->delen;
}

/*
 * Something was stored because of which a klantcontact is to be checked. Is the deferred check of that itself certain to come, and to
 * know it?
 */
bool
komt_controle(Oid klantcontacten, Datum id, Deel wegens)
{
	Nieuw	   *n = zoek_nieuw(klantcontacten, id);

	if (n == NULL || (n->delen & DEEL_GECONTROLEERD) != 0)
		return false;
	n->delen |= wegens;
	return true;
}

/*
 * Is this the first onderwerp of a klantcontact that this transaction registered? Asked BEFORE it is stored, so that the next row of the
 * same statement is told no, and looks; also if this one is not stored after all.
 */
bool
is_eerste_onderwerp(Oid klantcontacten, Datum id)
{
	Nieuw	   *n = zoek_nieuw(klantcontacten, id);

	if (n == NULL || (n->delen & DEEL_ONDERWERP) != 0)
		return false;
	n->delen |= DEEL_ONDERWERP;
	return true;
}
