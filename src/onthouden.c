/*
 * onthouden.c
 *		What this transaction found out of another row, and nobody can change before it ends; so that a rule looks once and not for
 *		every row. In a bulk load the same few codes, actoren and partijen come back all the time.
 *
 * A fact is remembered only by who holds a lock, until the end of the transaction, against its becoming untrue in another session
 * (each fact of enum Feit says which). It is forgotten
 *	- when the transaction ends, as its locks end with it;
 *	- when any subtransaction is rolled back, as the lock, or what it protected, may have come from there;
 *	- when the definition of any table may have changed (register.c);
 *	- and once this transaction itself changes or removes a row of a register, nothing is remembered any more until it ends: what is
 *	  read between the trigger of that row and the change itself would be remembered wrongly.
 *
 * So what is remembered is never more than a saved look, and forgetting is always right. The memory is of fixed size: a fact takes
 * the place of another that falls on the same spot.
 */
#include "klantinteracties.h"

#include "access/xact.h"
#include "common/hashfn.h"
#include "utils/uuid.h"

#define AANTAL_PLAATSEN 512		/* a power of 2 */
#define MAX_SLEUTEL 20			/* in bytes; longer codes are looked up each time */

typedef struct Plaats
{
	uint64		tijdperk;		/* what was remembered in another is forgotten */
	Oid			relid;			/* whose row */
	uint8		feit;
	uint8		lengte;
	char		sleutel[MAX_SLEUTEL];
} Plaats;

static Plaats plaatsen[AANTAL_PLAATSEN];
static uint64 tijdperk = 1;
static bool uitgeschakeld = false;

/* Forgets everything. */
void
vergeet_feiten(void)
{
	tijdperk++;
}

static void
bij_eind_transactie(XactEvent event, void *arg)
{
	/* What precedes the end may still run triggers; what a parallel worker ends is not this transaction. */
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT || event == XACT_EVENT_PREPARE)
	{
		vergeet_feiten();
		uitgeschakeld = false;
	}
}

static void
bij_eind_subtransactie(SubXactEvent event, SubTransactionId subtransactie, SubTransactionId ouder, void *arg)
{
	if (event == SUBXACT_EVENT_ABORT_SUB)
		vergeet_feiten();
}

static void
let_op_het_einde(void)
{
	static bool aangemeld = false;

	if (aangemeld)
		return;
	RegisterXactCallback(bij_eind_transactie, NULL);
	RegisterSubXactCallback(bij_eind_subtransactie, NULL);
	aangemeld = true;
}

/* This transaction is about to change or remove a row of a register. */
void
onthoud_niets_meer(void)
{
	let_op_het_einde();
	vergeet_feiten();
	uitgeschakeld = true;
}

/* The spot for a fact about the row with this key, an uuid or text; NULL if the key is too long to be remembered. */
static Plaats *
plaats_van(Feit feit, Oid relid, Datum sleutel, bool is_uuid, const char **bytes, Size *lengte)
{
	if (is_uuid)
	{
		*bytes = (const char *) DatumGetUUIDP(sleutel)->data;
		*lengte = UUID_LEN;
	}
	else
	{
		text	   *t = DatumGetTextPP(sleutel);

		*bytes = VARDATA_ANY(t);
		*lengte = VARSIZE_ANY_EXHDR(t);
	}
	if (*lengte > MAX_SLEUTEL)
		return NULL;
	return &plaatsen[hash_combine(hash_bytes((const unsigned char *) *bytes, *lengte), relid + feit) & (AANTAL_PLAATSEN - 1)];
}

/* Is this known of the row with this key? */
bool
is_bekend(Feit feit, Oid relid, Datum sleutel, bool is_uuid)
{
	const char *bytes;
	Size		lengte;
	const Plaats *p = plaats_van(feit, relid, sleutel, is_uuid, &bytes, &lengte);

	return p != NULL && p->tijdperk == tijdperk && p->relid == relid && p->feit == feit && p->lengte == lengte &&
		memcmp(p->sleutel, bytes, lengte) == 0;
}

/* Remembers it. The caller holds the lock that enum Feit names. */
void
onthoud(Feit feit, Oid relid, Datum sleutel, bool is_uuid)
{
	const char *bytes;
	Size		lengte;
	Plaats	   *p = plaats_van(feit, relid, sleutel, is_uuid, &bytes, &lengte);

	if (p == NULL || uitgeschakeld)
		return;
	let_op_het_einde();
	p->tijdperk = tijdperk;
	p->relid = relid;
	p->feit = feit;
	p->lengte = lengte;
	memcpy(p->sleutel, bytes, lengte);
}
