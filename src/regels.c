/*
 * regels.c
 *		The triggers on the rows of a register's tables: from the server's trigger protocol to the rules of the table.
 *
 * Each table has one, BEFORE the row is stored and the last of those; its rules are in regels_*.c. What changes nothing but must
 * look at other rows when the transaction commits is in volledig_*.c.
 */
#include "klantinteracties.h"

#include "fmgr.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(ki_rij_regels);
PG_FUNCTION_INFO_V1(ki_bij_opslag);
PG_FUNCTION_INFO_V1(ki_weiger_truncate);

/* What the rules make of the rows of a table. */
typedef struct TabelRegels
{
	void		(*rij) (Rij *rij, const Rij *oud, TimestampTz nu);	/* its own rules on a row */
	bool		(*mag_wijzigen) (const Rij *rij, const Rij *oud);	/* which changes are allowed; NULL: none */
	bool		(*mag_weg) (const Rij *oud);	/* which rows may be removed, as far as foreign keys allow; NULL: none */
	const char *uitleg;			/* the way out for a change or removal that is refused */
} TabelRegels;

static bool
altijd(const Rij *rij, const Rij *oud)
{
	return true;
}

static bool
altijd_weg(const Rij *oud)
{
	return true;
}

#define VAN_KLANTCONTACT "What is registered of a klantcontact changes only by correction, with klantinteracties.corrigeer()."
#define ALLEEN_GECORRIGEERD "Such a row is only corrected, with klantinteracties.corrigeer()."

static const TabelRegels tabel_regels[AANTAL_TABELLEN] = {
	[TABEL_KLANTCONTACT] = {klantcontact_rij, NULL, NULL, VAN_KLANTCONTACT},
	[TABEL_BETROKKENE] = {betrokkene_rij, betrokkene_mag_wijzigen, NULL,
	VAN_KLANTCONTACT "  A betrokkene without partij may be given its partij, once."},
	[TABEL_ACTOR_KLANTCONTACT] = {actor_klantcontact_rij, NULL, NULL, VAN_KLANTCONTACT},
	[TABEL_BIJLAGE] = {bijlage_rij, NULL, NULL, VAN_KLANTCONTACT},
	[TABEL_ONDERWERPOBJECT] = {onderwerpobject_rij, NULL, NULL, VAN_KLANTCONTACT},
	[TABEL_INTERNE_TAAK] = {interne_taak_rij, interne_taak_mag_wijzigen, NULL,
	"An interne taak stays, with its id, nummer and klantcontact.  When it is done, set its status to verwerkt; an error is repaired with klantinteracties.corrigeer()."},
	[TABEL_KLANTTAAK] = {klanttaak_rij, klanttaak_mag_wijzigen, NULL,
	"A klanttaak stays, with its id, nummer and zaak.  When it is done, set its status to verwerkt; an error is repaired with klantinteracties.corrigeer()."},
	[TABEL_PARTIJ] = {partij_rij, partij_mag_wijzigen, NULL,
	"A partij stays, with its id, nummer and soort_partij.  One that is not used any more has indicatie_actief false; an error is repaired with klantinteracties.corrigeer()."},
	[TABEL_PARTIJ_IDENTIFICATOR] = {partij_identificator_rij, NULL, NULL, ALLEEN_GECORRIGEERD},
	[TABEL_PARTIJ_VERIFICATIE] = {partij_verificatie_rij, NULL, NULL, ALLEEN_GECORRIGEERD},
	[TABEL_VERTEGENWOORDIGING] = {vertegenwoordiging_rij, NULL, NULL, ALLEEN_GECORRIGEERD},
	[TABEL_DIGITAAL_ADRES] = {digitaal_adres_rij, digitaal_adres_mag_wijzigen, digitaal_adres_mag_weg,
	"An address that a betrokkene gave belongs to the klantcontact.  One of a partij stays with that partij.  An error is repaired with klantinteracties.corrigeer()."},
	[TABEL_ACTOR] = {actor_rij, actor_mag_wijzigen, NULL,
	"An actor stays, with its id and soort_actor.  One that is not used any more has indicatie_actief false; an error is repaired with klantinteracties.corrigeer()."},
	[TABEL_KANAAL] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_TAAL] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_SOORT_DIGITAAL_ADRES] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_LAND] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_EXTERN_REGISTER] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_SOORT_OBJECT] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_SOORT_OBJECT_ID] = {code_rij, altijd, altijd_weg, NULL},
	[TABEL_MUTATIELOG] = {NULL, NULL, NULL, "The mutatielog is kept by the register itself."},
	[TABEL_VERNIETIGING] = {vernietiging_rij, NULL, NULL, "A certificate of destruction stays as it is."}
};

/* The trigger data, after the protocol that the server's own trigger functions demand. */
TriggerData *
trigger_data(FunctionCallInfo fcinfo, TriggerEvent wanneer, bool rij)
{
	TriggerData *trigdata = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", get_func_name(fcinfo->flinfo->fn_oid))));
	if ((trigdata->tg_event & TRIGGER_EVENT_TIMINGMASK) != wanneer || (TRIGGER_FIRED_FOR_ROW(trigdata->tg_event) != 0) != rij)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be fired %s %s", get_func_name(fcinfo->flinfo->fn_oid),
						wanneer == TRIGGER_EVENT_BEFORE ? "BEFORE" : "AFTER", rij ? "ROW" : "STATEMENT")));
	return trigdata;
}

/* Somebody made a trigger of ours on a table that its rules are not for. */
void
verkeerde_tabel(Relation rel, const char *functie)
{
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
			 errmsg("function \"%s\" cannot be a trigger of table \"%s\"", functie, RelationGetRelationName(rel))));
}

/*
 * A rule decides on the row that is stored, so no other trigger may change it afterwards; and what the mutatielog remembers none may
 * change at all.
 */
static void
eis_laatste_trigger(Relation rel, const RegisterTabel *rt)
{
	if (NameStr(rt->te_laat)[0] == '\0')
		return;
	if (rt->tabel == TABEL_MUTATIELOG)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" on table \"%s\" could change what the register remembers", NameStr(rt->te_laat),
						RelationGetRelationName(rel)),
				 errhint("Drop it, or make it an AFTER trigger.")));
	else
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" on table \"%s\" would run after the rules of the register", NameStr(rt->te_laat),
						RelationGetRelationName(rel)),
				 errhint("BEFORE triggers run in the order of their names.  Rename this one so that it comes before the trigger of the rules.")));
}

/* The server looks for nulls after this trigger; the rules ask for rows by their key before. */
static void
eis_sleutel(const Rij *rij)
{
	const char *kolom = tabellen[rij->rt->tabel].kolommen[SLEUTEL].naam;

	if (is_leeg(rij, SLEUTEL))
		ereport(ERROR,
				(errcode(ERRCODE_NOT_NULL_VIOLATION),
				 errmsg("null value in column \"%s\" of relation \"%s\" violates not-null constraint", kolom,
						RelationGetRelationName(rij->rel)),
				 errtablecol(rij->rel, rij->rt->attnum[SLEUTEL])));
}

static HeapTuple
bij_insert(TriggerData *trigdata, RegisterTabel *rt)
{
	const TabelRegels *regels = &tabel_regels[rt->tabel];
	TimestampTz nu = GetCurrentTimestamp();
	Rij			rij;

	rij_begin(&rij, trigdata->tg_relation, rt, trigdata->tg_trigslot);
	eis_sleutel(&rij);
	if (rt->tabel == TABEL_MUTATIELOG)
	{
		if (!mutatielog_mag_schrijven())
			ereport(ERROR,
					(errcode(ERRCODE_RESTRICT_VIOLATION),
					 errmsg("cannot insert into table \"%s\"", RelationGetRelationName(trigdata->tg_relation)),
					 errhint("%s", regels->uitleg),
					 errtableconstraint(trigdata->tg_relation, "mutatielog_onveranderlijk")));
		mutatielog_begin(&rij);
		return rij_af(&rij, trigdata->tg_trigtuple);
	}
	rij.correctie = opening_gebruiken(trigdata->tg_event, &rij);
	regel_tekstlengte(&rij);
	regels->rij(&rij, NULL, nu);
	regel_registratie(&rij, NULL, nu);
	return rij_af(&rij, trigdata->tg_trigtuple);
}

static HeapTuple
bij_update(TriggerData *trigdata, RegisterTabel *rt)
{
	const TabelRegels *regels = &tabel_regels[rt->tabel];
	Rij			rij;
	Rij			oud;
	bool		mag;

	rij_begin(&oud, trigdata->tg_relation, rt, trigdata->tg_trigslot);
	rij_begin(&rij, trigdata->tg_relation, rt, trigdata->tg_newslot);
	if (rt->tabel == TABEL_MUTATIELOG)
	{
		/* What the register remembers can only become vertrouwelijk (vertrouwelijk.c). */
		if (!opening_gebruiken(trigdata->tg_event, &rij) || !alleen_kopieen_gewijzigd(&rij, &oud))
			weiger_wijziging(trigdata->tg_relation, rt, trigdata->tg_event, trigdata->tg_trigslot, regels->uitleg);
		return trigdata->tg_newtuple;
	}
	rij.correctie = zelfde(&rij, &oud, SLEUTEL) && opening_gebruiken(trigdata->tg_event, &rij);
	regel_registratie(&rij, &oud, 0);
	mag = rij.correctie || (regels->mag_wijzigen != NULL && regels->mag_wijzigen(&rij, &oud));
	if (!mag && !alleen_kopieen_gewijzigd(&rij, &oud))
		weiger_wijziging(trigdata->tg_relation, rt, trigdata->tg_event, trigdata->tg_trigslot, regels->uitleg);
	regel_tekstlengte(&rij);
	regels->rij(&rij, &oud, GetCurrentTimestamp());
	/* The rules filled the copies in again. They differ only if the parent was corrected just now, and then they must follow. */
	if (!mag && !alleen_kopieen_gewijzigd(&rij, &oud))
		weiger_wijziging(trigdata->tg_relation, rt, trigdata->tg_event, trigdata->tg_trigslot, regels->uitleg);
	return rij_af(&rij, trigdata->tg_newtuple);
}

static HeapTuple
bij_delete(TriggerData *trigdata, RegisterTabel *rt)
{
	const TabelRegels *regels = &tabel_regels[rt->tabel];
	Rij			oud;

	rij_begin(&oud, trigdata->tg_relation, rt, trigdata->tg_trigslot);
	/* The opening first, so that a removal with a reason is remembered as one. */
	if (!opening_gebruiken(trigdata->tg_event, &oud) && !(regels->mag_weg != NULL && regels->mag_weg(&oud)))
		weiger_wijziging(trigdata->tg_relation, rt, trigdata->tg_event, trigdata->tg_trigslot, regels->uitleg);
	return trigdata->tg_trigtuple;
}

/*
 * ki_rij_regels() -> trigger
 *
 * BEFORE INSERT OR UPDATE OR DELETE FOR EACH ROW, on any table of a register; which one follows from the name that SQL gave this
 * function. Returns the row, completed with what the register itself fills in. Raises 23514 or 23001 with the constraint name of
 * the first rule that is violated, or 23503 for a klantcontact or other row that is not there (yet).
 */
Datum
ki_rij_regels(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_BEFORE, true);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);

	if (!TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		onthoud_niets_meer();
	if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
		return PointerGetDatum(bij_delete(trigdata, rt));
	eis_laatste_trigger(rel, rt);
	if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		return PointerGetDatum(bij_insert(trigdata, rt));
	return PointerGetDatum(bij_update(trigdata, rt));
}

/*
 * ki_bij_opslag() -> trigger
 *
 * AFTER INSERT OR UPDATE FOR EACH ROW, on any table of a register whose rows refer to actoren or codes: raises 23514 with
 * actor_is_actief or code_is_actief if one is not in use (KI-05, KI-12, KI-101). Its name sorts after the foreign keys, whose locks it
 * relies on. Then it remembers what spares other rules a look; without it they look.
 */
Datum
ki_bij_opslag(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);

	/* The checks that it queues for later cannot be queued by what was itself queued for later. */
	if (trigdata->tg_trigger->tgdeferrable)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must not be fired DEFERRABLE", get_func_name(fcinfo->flinfo->fn_oid))));
	if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
	{
		regel_verwijzing_actief(rel, rt, trigdata->tg_trigslot, NULL);
		na_insert(trigdata, rt);
	}
	else if (TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event))
	{
		onthoud_niets_meer();	/* also where the trigger of the rules is switched off */
		regel_verwijzing_actief(rel, rt, trigdata->tg_newslot, trigdata->tg_trigslot);
	}
	else
		verkeerde_tabel(rel, "bij_opslag");
	return PointerGetDatum(NULL);
}

/*
 * ki_weiger_truncate() -> trigger
 *
 * BEFORE TRUNCATE FOR EACH STATEMENT: what a row's own rules refuse cannot be had by emptying the table (KI-18, KI-49, KI-123).
 */
Datum
ki_weiger_truncate(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_BEFORE, false);
	Relation	rel = trigdata->tg_relation;
	RegisterTabel *rt = register_tabel(rel);

	if (!TRIGGER_FIRED_BY_TRUNCATE(trigdata->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be fired for TRUNCATE", get_func_name(fcinfo->flinfo->fn_oid))));
	ereport(ERROR,
			(errcode(ERRCODE_RESTRICT_VIOLATION),
			 errmsg("cannot truncate table \"%s\"", RelationGetRelationName(rel)),
			 errdetail("It is a table of a register."),
			 errhint("klantinteracties.vernietig_klantcontacten() destroys klantcontacten, klantinteracties.verwijder_register() drops a register."),
			 errtableconstraint(rel, psprintf("%s_onveranderlijk", tabellen[rt->tabel].naam))));
}
