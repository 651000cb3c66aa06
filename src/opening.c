/*
 * opening.c
 *		The openings in what is otherwise immutable: how corrigeer(), vul_inhoud_aan() and destruction tell the row triggers that
 *		one change is theirs (domain decision 2, design decision D6).
 *
 * An opening is for one event on one row: this relation, this id, to become exactly this, in this subtransaction and at this depth
 * of triggers. No SQL can set it, and the first row event that fits uses it up. So nothing that runs meanwhile, a trigger of the
 * user's on the same table least of all, can widen it. It lives on the stack of the function that made it, which takes it away on
 * success and on error alike.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/uuid.h"

static Opening *huidige = NULL;

static int
diepte_van_triggers(void)
{
	return DatumGetInt32(OidFunctionCall0(F_PG_TRIGGER_DEPTH));
}

/* Opens. The caller fills relid, operatie, id, nieuw and reden, and calls opening_eind() in PG_FINALLY. */
void
opening_begin(Opening *opening)
{
	opening->subtransactie = GetCurrentSubTransactionId();
	opening->diepte = diepte_van_triggers();
	opening->gebruikt = false;
	opening->vorige = huidige;
	huidige = opening;
}

void
opening_eind(Opening *opening)
{
	huidige = opening->vorige;
}

static bool
is_van(const Opening *opening, Relation rel, Datum id)
{
	return opening != NULL && opening->relid == RelationGetRelid(rel) && datumIsEqual(opening->id, id, false, UUID_LEN);
}

/* Is the row what the opening is for, in every column that is not the database's own to compute? */
static bool
wordt_verwacht(const Opening *opening, const Rij *rij)
{
	Datum	   *waarde = palloc(rij->desc->natts * sizeof(Datum));
	bool	   *leeg = palloc(rij->desc->natts * sizeof(bool));

	heap_deform_tuple(opening->nieuw, rij->desc, waarde, leeg);
	for (int i = 0; i < rij->desc->natts; i++)
	{
		Form_pg_attribute att = TupleDescAttr(rij->desc, i);

		if (att->attisdropped || att->attgenerated)
			continue;
		if (leeg[i] != rij->leeg[i] || (!leeg[i] && !datum_image_eq(waarde[i], rij->waarde[i], att->attbyval, att->attlen)))
			return false;
	}
	return true;
}

/*
 * May this event on this row, as it is before any rule completed it, pass because of an opening? Answers true once.
 */
bool
opening_gebruiken(Relation rel, TriggerEvent event, const Rij *rij)
{
	if (huidige == NULL || rij->rt->tabel == TABEL_MUTATIELOG || !is_van(huidige, rel, waarde(rij, SLEUTEL)) ||
		huidige->gebruikt ||
		huidige->operatie != (event & TRIGGER_EVENT_OPMASK) || huidige->subtransactie != GetCurrentSubTransactionId() ||
		huidige->diepte + 1 != diepte_van_triggers() || (huidige->nieuw != NULL && !wordt_verwacht(huidige, rij)))
		return false;
	huidige->gebruikt = true;
	return true;
}

/* The reason for what was just done to this row, for the mutatielog; NULL for an ordinary change. */
const char *
opening_reden(Relation rel, Datum id)
{
	return is_van(huidige, rel, id) && huidige->gebruikt ? huidige->reden : NULL;
}
