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
 * So what is remembered is never more than a saved look, and forgetting is always right. The memory of this, and of 2, is of fixed
 * size: a row takes the place of another that falls on the same spot.
 *
 * 2. Where a row was found the last time, in whatever transaction: a hint that is never forgotten, as the look itself
 * verifies it (opzoeken.c).
 *
 * 3. The klantcontacten that it registered: where each is stored, and which parts it was given. Only a trigger AFTER the row is
 * stored tells, since ON CONFLICT DO NOTHING can keep out a row that a BEFORE trigger saw (tried: what that trigger noted accepted
 * a klantcontact without a betrokkene). All of it is forgotten when the second kind of facts is, which covers every way in which a
 * klantcontact or a part can go or change that a trigger or the server tells of; what remains hears of it by the event that a change
 * or removal queues itself (volledig_klantcontact.c), and that one looks. Up to MAX_NIEUW are remembered, in 28 bytes each.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "common/hashfn.h"
#include "utils/memutils.h"
#include "utils/uuid.h"

#define AANTAL_PLAATSEN 4096	/* a power of 2 */
#define MAX_SLEUTEL 20			/* in bytes; longer codes are looked up each time */
#define HOUDBAAR USECS_PER_MINUTE

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

typedef struct Nieuw
{
	pg_uuid_t	id;				/* hash key */
	Oid			relid;			/* of which table klantcontact */
	ItemPointerData tid;
	uint8		delen;			/* of enum Deel, those that it was given */
	char		status;			/* of the hash table */
} Nieuw;

#define MAX_NIEUW 500000
#define BEGIN_NIEUW 64			/* how many fit in a table that is kept */

#define SH_PREFIX nieuw
#define SH_ELEMENT_TYPE Nieuw
#define SH_KEY_TYPE pg_uuid_t
#define SH_KEY id
#define SH_HASH_KEY(tb, key) hash_bytes((key).data, UUID_LEN)
#define SH_EQUAL(tb, a, b) (memcmp((a).data, (b).data, UUID_LEN) == 0)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

static MemoryContext geheugen_van_nieuwe = NULL;	/* of its own, so that pg_backend_memory_contexts tells what it takes */
static nieuw_hash *nieuwe = NULL;
static uint64 tijdperk_van_nieuwe = 0;	/* what was remembered in another is forgotten */

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
	return &plaatsen[hash_combine(hash_bytes((const unsigned char *) s->bytes, s->lengte), relid) & (AANTAL_PLAATSEN - 1)];
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

/*
 * The klantcontact that was stored last, as it was stored: its parts mostly come next, and copy from it. Like the place of the others
 * it is forgotten before anything can change it.
 */
static struct
{
	TupleTableSlot *slot;		/* with a tuple descriptor of its own */
	Oid			relid;
	uint64		definitie;		/* the slot fits the table as it was then */
	uint64		tijdperk;
	pg_uuid_t	id;
}			laatste;

static void
onthoud_laatste(Relation rel, Datum id, TupleTableSlot *slot)
{
	MemoryContext context = MemoryContextSwitchTo(geheugen_van_nieuwe);
	HeapTuple	tuple;

	laatste.tijdperk = 0;
	if (laatste.slot != NULL && (laatste.relid != RelationGetRelid(rel) || laatste.definitie != sluitingen))
	{
		TupleDesc	desc = laatste.slot->tts_tupleDescriptor;

		ExecDropSingleTupleTableSlot(laatste.slot);
		laatste.slot = NULL;
		FreeTupleDesc(desc);
	}
	if (laatste.slot == NULL)
	{
		laatste.slot = MakeSingleTupleTableSlot(CreateTupleDescCopy(RelationGetDescr(rel)), &TTSOpsHeapTuple);
		laatste.relid = RelationGetRelid(rel);
		laatste.definitie = sluitingen;
	}
	tuple = ExecCopySlotHeapTuple(slot);
	ExecStoreHeapTuple(tuple, laatste.slot, true);
	laatste.id = *DatumGetUUIDP(id);
	if (!HeapTupleHeaderXminFrozen(tuple->t_data))	/* as a row of COPY FREEZE is; opzoeken.c */
		laatste.tijdperk = tijdperk;
	MemoryContextSwitchTo(context);
}

/* Is the klantcontact with this id the one that this transaction stored last? Then a slot with it, to be read only; else NULL. */
TupleTableSlot *
laatste_klantcontact(Oid relid, Datum id)
{
	return laatste.tijdperk == tijdperk && laatste.relid == relid && laatste.definitie == sluitingen &&
		memcmp(laatste.id.data, DatumGetUUIDP(id)->data, UUID_LEN) == 0 ? laatste.slot : NULL;
}

/* What is remembered of the klantcontact with this id, or NULL. Good until the next call of anything here. */
static Nieuw *
zoek_nieuw(Oid relid, Datum id)
{
	Nieuw	   *n;

	if (nieuwe == NULL || tijdperk_van_nieuwe != tijdperk)
		return NULL;
	n = nieuw_lookup(nieuwe, *DatumGetUUIDP(id));
	return n != NULL && n->relid == relid ? n : NULL;
}

/* This transaction stored the new klantcontact in the slot. Called AFTER it did. */
void
onthoud_klantcontact(Relation rel, Datum id, TupleTableSlot *slot)
{
	Nieuw	   *n;
	bool		bekend;

	if (uitgeschakeld)
		return;
	let_op_het_einde();
	ruim_op();
	onthoud_laatste(rel, id, slot);
	if (nieuwe == NULL)
	{
		nieuwe = nieuw_create(geheugen_van_nieuwe, BEGIN_NIEUW, NULL);
		tijdperk_van_nieuwe = tijdperk;
	}
	if (nieuwe->members >= MAX_NIEUW)
		return;
	n = nieuw_insert(nieuwe, *DatumGetUUIDP(id), &bekend);
	n->relid = RelationGetRelid(rel);
	n->tid = slot->tts_tid;
	n->delen = 0;
}

/* Where is the new klantcontact with this id? That it still is there, the caller has to see. */
bool
is_nieuw_klantcontact(Oid relid, Datum id, ItemPointer tid)
{
	const Nieuw *n = zoek_nieuw(relid, id);

	if (n != NULL)
		*tid = n->tid;
	return n != NULL;
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
