/*
 * opening.c
 *		The openings in what is otherwise immutable: how corrigeer(), vul_inhoud_aan() and destruction tell the row triggers that
 *		one change is theirs (domain decision 2, design decision D6).
 *
 * An opening is for one event on one row: this relation, this id, to become exactly this, in this subtransaction and at this depth
 * of triggers. No SQL can set it, and the first row event that fits uses it up. So nothing that runs meanwhile, a trigger of the
 * user's on the same table least of all, can widen it, nor borrow its reason. It lives on the stack of the function that made it,
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
	opening->vorige = huidige;
	huidige = opening;
}

void
opening_eind(Opening *opening)
{
	huidige = opening->vorige;
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
	return opening->relid == RelationGetRelid(rij->rel) && datumIsEqual(opening->id, waarde(rij, SLEUTEL), false, UUID_LEN);
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
	if (!is_aan_de_beurt(event & TRIGGER_EVENT_OPMASK) || huidige->gebruikt || !is_van(huidige, rij) ||
		!wordt_verwacht(huidige, rij))
		return false;
	huidige->gebruikt = true;
	return true;
}

/*
 * The reason for the log of an event on a row, NULL for an ordinary one; nieuw is NULL for a removal. An opening of no relation
 * lends its reason to rows whose copies follow what was corrected, any other one to its own event.
 */
const char *
opening_reden(TriggerEvent event, const Rij *oud, const Rij *nieuw)
{
	if (!is_aan_de_beurt(event & TRIGGER_EVENT_OPMASK))
		return NULL;
	if (!OidIsValid(huidige->relid))
		return nieuw != NULL && alleen_kopieen_gewijzigd(nieuw, oud) ? huidige->reden : NULL;
	if (!huidige->gebruikt || huidige->gelogd || !is_van(huidige, oud))
		return NULL;
	huidige->gelogd = true;
	return huidige->reden;
}
