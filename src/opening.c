/*
 * opening.c
 *		The openings in what is otherwise immutable: how corrigeer(), vul_inhoud_aan(), vernietig_klantcontacten() and
 *		vergeet_partij() tell the row triggers that a change is theirs (domain decision 2, design decision D6).
 *
 * An opening is for one event on one row: this relation, this id, to become exactly this, in this subtransaction and at this depth
 * of triggers. No SQL can set it, and the first row event that fits uses it up. So nothing that runs meanwhile, a trigger or rule
 * of the user's on the same table least of all, can widen it, nor borrow its reason. An opening for a destruction, or for rows of the
 * log that become vertrouwelijk, is the same for each of the rows that it names. It lives on the stack of the function that made it,
 * which takes it away on success and on error alike.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "nodes/bitmapset.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/uuid.h"

static Opening *huidige = NULL;

/* How many triggers are running, one inside the other. */
int
diepte_van_triggers(void)
{
	return DatumGetInt32(OidFunctionCall0(F_PG_TRIGGER_DEPTH));
}

/* Opens. The caller fills what says for which event it is, and the reason, and calls opening_eind() in PG_FINALLY. */
void
opening_begin(Opening *opening)
{
	opening->subtransactie = GetCurrentSubTransactionId();
	opening->diepte = diepte_van_triggers();
	opening->gebruikt = false;
	opening->gelogd = false;
	opening->weg = opening->ids == NULL ? NULL :
		MemoryContextAllocExtended(CurrentMemoryContext, opening->aantal * sizeof(bool), MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	opening->vorige = huidige;
	huidige = opening;
}

void
opening_eind(Opening *opening)
{
	huidige = opening->vorige;
	if (opening->weg != NULL)
		pfree(opening->weg);
}

/* Is the statement of the opening under way, and not one that a trigger or a function of the user's makes meanwhile? */
static bool
is_aan_de_beurt(TriggerEvent operatie)
{
	return huidige != NULL && huidige->operatie == operatie && huidige->subtransactie == GetCurrentSubTransactionId() &&
		huidige->diepte + 1 == diepte_van_triggers();
}

static bool
is_van(const Opening *opening, const Rij *rij)
{
	return opening->relid == RelationGetRelid(rij->rel) && !is_leeg(rij, SLEUTEL) &&
		datumIsEqual(opening->id, waarde(rij, SLEUTEL), false, UUID_LEN);
}

static int
vergelijk_uuid(const void *a, const void *b)
{
	return memcmp(a, b, UUID_LEN);
}

static int
vergelijk_int8(const void *a, const void *b)
{
	int64		links = *(const int64 *) a;
	int64		rechts = *(const int64 *) b;

	return (links > rechts) - (links < rechts);
}

/* Where an opening for a destruction keeps whether it was used for the row with this key; NULL if it is not for that row. */
static bool *
plaats_in(const Opening *opening, Relation rel, Datum sleutel, bool is_log)
{
	int64		nummer = is_log ? DatumGetInt64(sleutel) : 0;
	Size		lengte = is_log ? sizeof(int64) : UUID_LEN;
	const char *gevonden;

	if (opening->ids == NULL)
		return NULL;
	/* In a register that Citus distributes, the log that was opened by its name is stored as another relation. */
	if (opening->relid != RelationGetRelid(rel) && !(is_log && opening->relid == register_mutatielog(rel)))
		return NULL;
	gevonden = bsearch(is_log ? (const void *) &nummer : DatumGetUUIDP(sleutel), opening->ids, opening->aantal, lengte,
					   is_log ? vergelijk_int8 : vergelijk_uuid);
	return gevonden == NULL ? NULL : &opening->weg[(gevonden - (const char *) opening->ids) / lengte];
}

/* Answers true once for each row that is named. */
static bool
gebruik_vernietiging(const Rij *rij)
{
	bool		is_log = rij->rt->tabel == TABEL_MUTATIELOG;
	bool	   *weg = plaats_in(huidige, rij->rel, waarde(rij, is_log ? ML_ID : SLEUTEL), is_log);

	if (weg == NULL || *weg)
		return false;
	*weg = true;
	return true;
}

/* Is the row what the opening is for, as far as it says? */
static bool
wordt_verwacht(const Opening *opening, const Rij *rij)
{
	Rij			verwacht = *rij;

	if (opening->nieuw == NULL)
		return true;
	verwacht.waarde = palloc(rij->desc->natts * sizeof(Datum));
	verwacht.leeg = palloc(rij->desc->natts * sizeof(bool));
	heap_deform_tuple(opening->nieuw, rij->desc, verwacht.waarde, verwacht.leeg);
	for (int i = 0; i < rij->desc->natts; i++)
		if ((opening->kolommen == NULL || bms_is_member(i + 1, opening->kolommen)) && is_anders(rij, &verwacht, i))
			return false;
	return true;
}

/*
 * May this event on this row, as it is before any rule completed it, pass because of an opening? Answers true once.
 */
bool
opening_gebruiken(TriggerEvent event, const Rij *rij)
{
	if (!is_aan_de_beurt(event & TRIGGER_EVENT_OPMASK))
		return false;
	if (huidige->ids != NULL)
		return gebruik_vernietiging(rij);
	if (huidige->gebruikt || !is_van(huidige, rij) || !wordt_verwacht(huidige, rij))
		return false;
	huidige->gebruikt = true;
	return true;
}

/*
 * The reason for the log of an event on a row, NULL for an ordinary one; nieuw is NULL for a removal. An opening of no relation
 * lends its reason to rows whose copies follow what was corrected, any other one to its own event. In *wist whether the log is not
 * to remember what was in the row.
 */
const char *
opening_reden(TriggerEvent event, const Rij *oud, const Rij *nieuw, bool *wist)
{
	*wist = false;
	if (!is_aan_de_beurt(event & TRIGGER_EVENT_OPMASK))
		return NULL;
	if (!OidIsValid(huidige->relid))
		return nieuw != NULL && alleen_kopieen_gewijzigd(nieuw, oud) ? huidige->reden : NULL;
	if (!huidige->gebruikt || huidige->gelogd || !is_van(huidige, oud))
		return NULL;
	huidige->gelogd = true;
	*wist = huidige->wist;
	return huidige->reden;
}

/*
 * Is this event, for an AFTER trigger, the removal of a row of the register by the destruction whose statement is under way? rel
 * has an uuid for a key, or is not one of which rows are destroyed.
 */
bool
wordt_vernietigd(TriggerEvent event, Relation rel, Datum id)
{
	bool	   *weg = is_aan_de_beurt(event & TRIGGER_EVENT_OPMASK) ? plaats_in(huidige, rel, id, false) : NULL;

	return weg != NULL && *weg;
}
