/*
 * volledig_klantcontact.c
 *		The rules over several rows, checked when the transaction commits or SET CONSTRAINTS says so: is each klantcontact complete?
 *
 * One deferred event a klantcontact asks all of it (design decision D3). What can undo an answer later queues an event too: a part
 * that is changed or removed, and a partij that becomes the gemeente, or somebody who worked for it. A part that is added can only
 * do so by bringing contact data; it queues an event of its own unless that of the klantcontact is still to come.
 *
 * Two sessions. A klantcontact that this transaction registered is nobody else's yet. Any other is locked FOR NO KEY UPDATE first,
 * and only then is the snapshot taken, so whoever comes second sees what the first did. A partij that becomes municipal locks the
 * whole of betrokkene instead, against sessions that just now make it a betrokkene (design decision D5).
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_trigger.h"
#include "fmgr.h"
#include "storage/lmgr.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

PG_FUNCTION_INFO_V1(ki_klantcontact_volledig);

/* A klantcontact under inspection: the row, and one state of everything that hangs below it. */
typedef struct Klantcontact
{
	AndereRij  *rij;
	Datum		id;
	Snapshot	stand;
	int			delen;			/* of enum Deel: what it is known to have; DEEL_NAZIEN if there may be more */
} Klantcontact;

/* What the rules ask of the betrokkenen of a klantcontact. */
typedef struct Betrokkenen
{
	bool		is_er_een;
	bool		telt;			/* one that is not the gemeente itself (KI-01a) */
	bool		gekend;			/* one that counts and has a partij (KI-24) */
	bool		contactgegevens;	/* one gave contact data that are kept for follow-up only (KI-74, KI-76) */
} Betrokkenen;

/* What the rules ask of the follow-up and the subjects of a klantcontact. */
typedef struct Onderwerpen
{
	bool		zaak;
	bool		klanttaak;
	bool		klantcontact;
} Onderwerpen;

/* The table of which the given key refers to klantcontacten, of this register. */
static Oid
deel(const Klantcontact *kc, Tabel tabel, int kolom)
{
	return register_kind(kc->rij->rt, kc->rij->rel, tabel, kolom);
}

/* KI-01a: is the partij the gemeente itself, or a contactpersoon who worked for it? */
static bool
partij_is_gemeentelijk(Oid partijen, Datum id, bool ook_werkgever)
{
	AndereRij	partij;
	bool		antwoord = false;

	if (rij_lezen_nu(&partij, partijen, id))
	{
		bool		leeg;

		antwoord = DatumGetBool(rij_waarde(&partij, P_IS_GEMEENTE, &leeg));
		if (!antwoord && ook_werkgever)
		{
			Datum		werkgever = rij_waarde(&partij, P_WERKTE_VOOR_PARTIJ, &leeg);

			antwoord = !leeg && partij_is_gemeentelijk(partijen, werkgever, false);
		}
	}
	rij_sluiten(&partij);
	return antwoord;
}

/* KI-01a: is the partij of this betrokkene municipal? */
static bool
is_gemeentelijk(AndereRij *betrokkene, Datum partij)
{
	Oid			partijen = register_ouder(betrokkene->rt, betrokkene->rel, BB_WAS_PARTIJ);
	uint64		sinds = geldigheid(FEIT_NIET_GEMEENTELIJK);

	if (is_bekend(FEIT_NIET_GEMEENTELIJK, partijen, partij, true))
		return false;
	if (partij_is_gemeentelijk(partijen, partij, true))
		return true;
	if (is_nieuw(betrokkene))
		onthoud(FEIT_NIET_GEMEENTELIJK, sinds, partijen, partij, true);
	return false;
}

/* Did the betrokkene in the slot give a name or an address with the klantcontact itself? */
static bool
heeft_naam_of_adres(TupleTableSlot *slot, const RegisterTabel *rt)
{
	slot_getallattrs(slot);
	for (int kolom = BB_ORGANISATIENAAM; kolom < BB_CORRESPONDENTIEADRES + ADRES_KOLOMMEN; kolom++)
		if (!slot->tts_isnull[rt->attnum[kolom] - 1])
			return true;
	return false;
}

/*
 * KI-74, KI-76: are there contact data that only a follow-up justifies? Those of somebody who is not gekend; and of a partij, which
 * has data of its own, if the register is strict.
 */
static bool
heeft_contactgegevens(RegisterTabel *rt, Relation rel, TupleTableSlot *slot, bool ongekend, Snapshot stand)
{
	bool		leeg;

	if (!ongekend && !rt->optie[OPTIE_STRENG_CONTACTGEGEVENS].aan)
		return false;
	return heeft_naam_of_adres(slot, rt) ||
		bestaat_met(register_kind(rt, rel, TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_BETROKKENE), DA_VERSTREKT_DOOR_BETROKKENE,
					slot_waarde(slot, rt, SLEUTEL, &leeg), stand);
}

static Betrokkenen
lees_betrokkenen(const Klantcontact *kc)
{
	Relation	rel = table_open(deel(kc, TABEL_BETROKKENE, BB_HAD_KLANTCONTACT), AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	AndereRij	betrokkene = {.rel = rel, .rt = rt};
	Betrokkenen b = {0};
	Zoektocht	z;

	zoek_begin(&z, rel, rt, BB_HAD_KLANTCONTACT, kc->id, kc->stand);
	betrokkene.slot = z.slot;
	while (zoek_volgende(&z))
	{
		bool		ongekend;
		Datum		partij = slot_waarde(z.slot, rt, BB_WAS_PARTIJ, &ongekend);

		b.is_er_een = true;
		b.contactgegevens |= heeft_contactgegevens(rt, rel, z.slot, ongekend, kc->stand);
		if (ongekend)
			b.telt = true;
		else if (!b.gekend && !is_gemeentelijk(&betrokkene, partij))
			b.telt = b.gekend = true;
	}
	zoek_eind(&z);
	table_close(rel, NoLock);
	return b;
}

static Onderwerpen
lees_onderwerpen(const Klantcontact *kc)
{
	Relation	rel = table_open(deel(kc, TABEL_ONDERWERPOBJECT, OO_WAS_ONDERWERP_VAN_KLANTCONTACT), AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	Onderwerpen o = {0};
	Zoektocht	z;

	zoek_begin(&z, rel, rt, OO_WAS_ONDERWERP_VAN_KLANTCONTACT, kc->id, kc->stand);
	while (zoek_volgende(&z))
	{
		bool		ontstaan;

		switch (onderwerp_vorm(z.slot, rt, &ontstaan))
		{
			case VORM_ZAAK:
				o.zaak = true;
				break;
			case VORM_KLANTTAAK:
				o.klanttaak = true;
				break;
			case VORM_KLANTCONTACT:
				o.klantcontact = true;
				break;
			case VORM_ANDER_OBJECT:
				break;
		}
	}
	zoek_eind(&z);
	table_close(rel, NoLock);
	return o;
}

/* Need nobody look whether the klantcontact has this part? It must be clear in which table it would be, all the same. */
static bool
weet_deel(const Klantcontact *kc, Deel bekend, Tabel tabel, int kolom)
{
	return (kc->delen & bekend) != 0 && OidIsValid(deel(kc, tabel, kolom));
}

static bool
heeft_deel(const Klantcontact *kc, Tabel tabel, int kolom)
{
	return bestaat_met(deel(kc, tabel, kolom), kolom, kc->id, kc->stand);
}

static const char *
naam(const Klantcontact *kc)
{
	return naam_van_andere(kc->rij);
}

static bool
optie(const Klantcontact *kc, Optie optie)
{
	return kc->rij->rt->optie[optie].aan;
}

/* KI-01, KI-01a: at least one betrokkene who is not the gemeente itself. */
static void
regel_minstens_een_betrokkene(const Klantcontact *kc, const Betrokkenen *b)
{
	if (b->is_er_een && !b->telt)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no betrokkene other than the gemeente", naam(kc)),
				 errdetail("The gemeente itself, and who worked for it, do not count as betrokkene."),
				 errhint("A klantcontact is with somebody who wants something from the gemeente."),
				 errtableconstraint(kc->rij->rel, "klantcontact_minstens_een_betrokkene")));
	if (!b->is_er_een)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no betrokkene", naam(kc)),
				 errhint("Register a klantcontact together with its betrokkenen, in one transaction."),
				 errtableconstraint(kc->rij->rel, "klantcontact_minstens_een_betrokkene")));
}

/* KI-03: at least one actor. */
static void
regel_minstens_een_actor(const Klantcontact *kc)
{
	if (!weet_deel(kc, DEEL_ACTOR, TABEL_ACTOR_KLANTCONTACT, AC_KLANTCONTACT_ID) &&
		!heeft_deel(kc, TABEL_ACTOR_KLANTCONTACT, AC_KLANTCONTACT_ID))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no actor", naam(kc)),
				 errhint("Register a klantcontact together with its actoren, in one transaction."),
				 errtableconstraint(kc->rij->rel, "klantcontact_minstens_een_actor")));
}

/* KI-06: content, as text or as bijlage. */
static void
regel_heeft_inhoud(const Klantcontact *kc)
{
	bool		geen_inhoud;

	if (!optie(kc, OPTIE_EIS_INHOUD))
		return;
	rij_waarde(kc->rij, KC_INHOUD, &geen_inhoud);
	if (geen_inhoud && !heeft_deel(kc, TABEL_BIJLAGE, BL_WAS_BIJLAGE_VAN_KLANTCONTACT))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no inhoud and no bijlage", naam(kc)),
				 errhint("Fill inhoud, or register a bijlage in the same transaction."),
				 errtableconstraint(kc->rij->rel, "klantcontact_heeft_inhoud")));
}

/*
 * KI-24: a klantcontact without a gekende partij is registered for its follow-up only: an interne taak, a zaak or a klanttaak.
 * KI-25: or because it is the follow-up of another klantcontact.
 * KI-27: a register may demand an interne taak or a zaak of each klantcontact.
 * KI-74, KI-76: contact data of a betrokkene are kept for follow-up only, in the sense of KI-24 and KI-25.
 */
static void
regel_doel_en_opvolging(const Klantcontact *kc, const Betrokkenen *b)
{
	bool		vraag_doel = optie(kc, OPTIE_EIS_DOEL) && !b->gekend;
	bool		vraag_opvolging = optie(kc, OPTIE_EIS_INTERNE_TAAK_OF_ZAAK);
	Onderwerpen o;

	if (!vraag_doel && !vraag_opvolging && !b->contactgegevens)
		return;
	if (weet_deel(kc, DEEL_OPVOLGING, TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT) ||
		heeft_deel(kc, TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT))
		return;
	o = lees_onderwerpen(kc);
	if (vraag_doel && !o.zaak && !o.klanttaak && !o.klantcontact)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no gekende partij and no follow-up", naam(kc)),
				 errdetail("Without a gekende partij a klantcontact is registered only for an interne taak, zaak or klanttaak, or as follow-up of another klantcontact."),
				 errhint("Name the partij of a betrokkene, or register the follow-up in the same transaction."),
				 errtableconstraint(kc->rij->rel, "klantcontact_heeft_doel")));
	if (b->contactgegevens && !o.zaak && !o.klanttaak && !o.klantcontact)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s keeps contact data of a betrokkene without follow-up", naam(kc)),
				 errdetail("Contact data of a betrokkene are registered only for an interne taak, zaak or klanttaak, or with an answer to another klantcontact."),
				 errhint("Leave them out, or register the follow-up in the same transaction."),
				 errtableconstraint(kc->rij->rel, "betrokkene_contactgegevens")));
	if (vraag_opvolging && !o.zaak)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s has no interne taak and no zaak", naam(kc)),
				 errdetail("This register demands either of them (rule option eis_interne_taak_of_zaak)."),
				 errhint("Register one in the same transaction."),
				 errtableconstraint(kc->rij->rel, "klantcontact_heeft_opvolging")));
}

/* What is known of the betrokkenen, or else to be read. One who is not gekend is not the gemeente either. */
static Betrokkenen
vind_betrokkenen(const Klantcontact *kc)
{
	Betrokkenen b = {.is_er_een = true, .telt = true};

	if ((kc->delen & DEEL_NAZIEN) != 0 ||
		!weet_deel(kc, DEEL_GEKENDE_BETROKKENE | DEEL_ONGEKENDE_BETROKKENE, TABEL_BETROKKENE, BB_HAD_KLANTCONTACT))
		return lees_betrokkenen(kc);
	b.gekend = (kc->delen & DEEL_GEKENDE_BETROKKENE) != 0;
	b.contactgegevens = (kc->delen & DEEL_CONTACTGEGEVENS) != 0;
	return b;
}

/* The rules over the rows of one klantcontact, which is new or locked. */
static void
controleer(const Klantcontact *kc)
{
	Betrokkenen betrokkenen = vind_betrokkenen(kc);

	regel_minstens_een_betrokkene(kc, &betrokkenen);
	regel_minstens_een_actor(kc);
	regel_heeft_inhoud(kc);
	regel_doel_en_opvolging(kc, &betrokkenen);
}

/* All of them for the klantcontact in rij, which is locked or ours. */
static void
controleer_in_laatste_stand(AndereRij *rij, Datum id)
{
	Klantcontact kc = {.rij = rij, .id = id, .stand = laatste_stand(), .delen = DEEL_NAZIEN};

	controleer(&kc);
	UnregisterSnapshot(kc.stand);
}

/* All of them for the klantcontact with this id, unless it is gone. */
void
controleer_klantcontact(Oid klantcontacten, Datum id)
{
	AndereRij	rij;

	if (rij_lezen(&rij, klantcontacten, id, LockTupleNoKeyExclusive))
		controleer_in_laatste_stand(&rij, id);
	rij_sluiten(&rij);
}

/* What each betrokkene of a klantcontact that this transaction registered has to answer for itself. */
static void
controleer_betrokkenen(const AndereRij *kc, Datum id)
{
	Relation	rel = table_open(register_kind(kc->rt, kc->rel, TABEL_BETROKKENE, BB_HAD_KLANTCONTACT), AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	Zoektocht	z;

	zoek_begin(&z, rel, rt, BB_HAD_KLANTCONTACT, id, SnapshotSelf);
	while (zoek_volgende(&z))
	{
		AndereRij	betrokkene = {.rel = rel, .rt = rt, .slot = z.slot};

		eis_verificatie_hergebruik(rel, rt, z.slot);
		eis_afwijkende_contactgegevens(&betrokkene, NULL);
	}
	zoek_eind(&z);
	table_close(rel, NoLock);
}

/* What the deferred checks will ask of a klantcontact that this transaction registered, and of its betrokkenen, asked now. */
void
controleer_registratie(Oid klantcontacten, Datum id)
{
	AndereRij	rij;

	if (rij_lezen(&rij, klantcontacten, id, LockTupleNoKeyExclusive))
	{
		controleer_betrokkenen(&rij, id);
		controleer_in_laatste_stand(&rij, id);
	}
	rij_sluiten(&rij);
}

/* The column in which a part names its klantcontact, or a klantcontact itself; -1 in a table of neither. */
int
klantcontact_kolom(Tabel tabel)
{
	switch (tabel)
	{
		case TABEL_KLANTCONTACT:
			return SLEUTEL;
		case TABEL_BETROKKENE:
			return BB_HAD_KLANTCONTACT;
		case TABEL_ACTOR_KLANTCONTACT:
			return AC_KLANTCONTACT_ID;
		case TABEL_BIJLAGE:
			return BL_WAS_BIJLAGE_VAN_KLANTCONTACT;
		case TABEL_ONDERWERPOBJECT:
			return OO_WAS_ONDERWERP_VAN_KLANTCONTACT;
		case TABEL_INTERNE_TAAK:
			return IT_AANLEIDINGGEVEND_KLANTCONTACT;
		default:
			return -1;
	}
}

/*
 * A new klantcontact: its row is at hand, if it is still there and was not changed since (then that queued an event too). All that
 * hangs below it is this transaction's own.
 */
static void
nieuw_klantcontact(TriggerData *trigdata, RegisterTabel *rt)
{
	AndereRij	rij = {.rel = trigdata->tg_relation, .rt = rt, .slot = trigdata->tg_trigslot};
	Klantcontact kc = {.rij = &rij, .stand = SnapshotSelf};
	bool		leeg;

	if (!table_tuple_satisfies_snapshot(rij.rel, rij.slot, SnapshotSelf))
		return;
	kc.id = rij_waarde(&rij, SLEUTEL, &leeg);
	kc.delen = begin_controle(rt->relid, kc.id);
	controleer(&kc);
	if ((kc.delen & DEEL_NAZIEN) != 0)
		controleer_betrokkenen(&rij, kc.id);
}

/*
 * A betrokkene was added whose klantcontact was checked before, by SET CONSTRAINTS or in an earlier transaction; only contact data can
 * make it worse.
 */
static void
nieuwe_betrokkene(TriggerData *trigdata, RegisterTabel *rt)
{
	TupleTableSlot *slot = trigdata->tg_trigslot;
	Relation	rel = trigdata->tg_relation;
	AndereRij	betrokkene = {.rel = rel, .rt = rt, .slot = slot};
	bool		leeg;

	if (!table_tuple_satisfies_snapshot(rel, slot, SnapshotSelf))
		return;
	eis_verificatie_hergebruik(rel, rt, slot);
	if (!heeft_naam_of_adres(slot, rt))
		return;
	eis_afwijkende_contactgegevens(&betrokkene, NULL);
	controleer_klantcontact(register_ouder(rt, rel, BB_HAD_KLANTCONTACT), slot_waarde(slot, rt, BB_HAD_KLANTCONTACT, &leeg));
}

/*
 * A betrokkene was given its partij, or corrected. It is held against what the partij has if this transaction registered it, or gave it
 * what it has now; but not one of before that turns out to be the partij (KI-79).
 */
static void
gewijzigde_betrokkene(TriggerData *trigdata, RegisterTabel *rt)
{
	AndereRij	was = {.rel = trigdata->tg_relation, .rt = rt, .slot = trigdata->tg_trigslot};
	AndereRij	is = {.rel = trigdata->tg_relation, .rt = rt, .slot = trigdata->tg_newslot};

	eis_verificatie_hergebruik(is.rel, rt, is.slot);
	eis_afwijkende_contactgegevens(&is, is_nieuw(&was) ? NULL : was.slot);
}

/* Is the address in the slot one that was not given before, with all that it says of whose it is? */
static bool
is_ander_adres(const TriggerData *trigdata, const RegisterTabel *rt)
{
	return TRIGGER_FIRED_BY_INSERT(trigdata->tg_event) ||
		(TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event) &&
		 !(zelfde_in_slot(trigdata->tg_trigslot, trigdata->tg_newslot, rt, DA_ADRES) &&
		   zelfde_in_slot(trigdata->tg_trigslot, trigdata->tg_newslot, rt, DA_SOORT) &&
		   zelfde_in_slot(trigdata->tg_trigslot, trigdata->tg_newslot, rt, DA_VERSTREKT_DOOR_BETROKKENE) &&
		   zelfde_in_slot(trigdata->tg_trigslot, trigdata->tg_newslot, rt, DA_VERSTREKT_DOOR_PARTIJ)));
}

/* An address was given for, or taken from, a klantcontact. */
static void
adres_van_betrokkene(TriggerData *trigdata, RegisterTabel *rt)
{
	Relation	rel = trigdata->tg_relation;
	TupleTableSlot *slot = TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event) ? trigdata->tg_newslot : trigdata->tg_trigslot;
	AndereRij	betrokkene;
	bool		leeg;
	Datum		id = slot_waarde(slot, rt, DA_VERSTREKT_DOOR_BETROKKENE, &leeg);

	if (leeg)
		return;
	if (rij_lezen_zonder_slot(&betrokkene, register_ouder(rt, rel, DA_VERSTREKT_DOOR_BETROKKENE), id, SnapshotSelf))
	{
		if (is_ander_adres(trigdata, rt))
			eis_afwijkend_adres(&betrokkene, rel, rt, slot);
		controleer_klantcontact(register_ouder(betrokkene.rt, betrokkene.rel, BB_HAD_KLANTCONTACT),
								rij_waarde(&betrokkene, BB_HAD_KLANTCONTACT, &leeg));
	}
	rij_sluiten(&betrokkene);
}

/* A part was changed or removed: the klantcontact that it was of, and that it is of now. */
static void
gewijzigd_deel(TriggerData *trigdata, RegisterTabel *rt)
{
	int			kolom = klantcontact_kolom(rt->tabel);
	Oid			klantcontacten;
	bool		leeg;
	Datum		was;
	Datum		is;

	if (kolom < 0)
		verkeerde_tabel(trigdata->tg_relation, "klantcontact_volledig");
	klantcontacten = rt->tabel == TABEL_KLANTCONTACT ? rt->relid : register_ouder(rt, trigdata->tg_relation, kolom);
	was = slot_waarde(trigdata->tg_trigslot, rt, kolom, &leeg);
	if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
	{
		controleer_klantcontact(klantcontacten, was);
		return;
	}
	if (rt->tabel == TABEL_BETROKKENE)
		gewijzigde_betrokkene(trigdata, rt);
	is = slot_waarde(trigdata->tg_newslot, rt, kolom, &leeg);
	if (!zelfde_in_slot(trigdata->tg_trigslot, trigdata->tg_newslot, rt, kolom))
		controleer_klantcontact(klantcontacten, was);
	else if (rt->tabel == TABEL_INTERNE_TAAK)
		return;					/* that it is there is all that counts */
	controleer_klantcontact(klantcontacten, is);
}

/*
 * ki_klantcontact_volledig() -> trigger
 *
 * AFTER ROW, deferred, on klantcontact (INSERT, UPDATE) and on its parts and their addresses (UPDATE, DELETE; and INSERT where
 * controleer_later() says so). Raises 23514 with the constraint name of the first rule that the klantcontact violates:
 * klantcontact_minstens_een_betrokkene, klantcontact_minstens_een_actor, klantcontact_heeft_inhoud, klantcontact_heeft_doel,
 * betrokkene_contactgegevens, klantcontact_heeft_opvolging; or partij_is_geverifieerd for a partij that was coupled.
 */
Datum
ki_klantcontact_volledig(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = trigger_data(fcinfo, TRIGGER_EVENT_AFTER, true);
	RegisterTabel *rt = register_tabel(trigdata->tg_relation);
	bool		leeg;
	Datum		sleutel = slot_waarde(trigdata->tg_trigslot, rt, SLEUTEL, &leeg);

	if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event) && wordt_vernietigd(trigdata->tg_event, trigdata->tg_relation, sleutel))
		return PointerGetDatum(NULL);	/* with its klantcontact; the check was set to immediate */
	if (rt->tabel == TABEL_DIGITAAL_ADRES)
		adres_van_betrokkene(trigdata, rt);
	else if (!TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		gewijzigd_deel(trigdata, rt);
	else if (rt->tabel == TABEL_KLANTCONTACT)
		nieuw_klantcontact(trigdata, rt);
	else if (rt->tabel == TABEL_BETROKKENE)
		nieuwe_betrokkene(trigdata, rt);
	return PointerGetDatum(NULL);
}

/*
 * Queues the deferred check for the row that was just stored, as the server does for a trigger on INSERT. That trigger is not on INSERT,
 * because few rows ask for a check, and a deferred event costs more than most rules.
 */
static void
controleer_later(TriggerData *trigdata, RegisterTabel *rt)
{
	const TriggerDesc *alle = trigdata->tg_relation->trigdesc;
	Trigger		controle;
	TriggerDesc alleen = {.triggers = &controle, .numtriggers = 1, .trig_insert_after_row = true};
	ResultRelInfo rij = {.type = T_ResultRelInfo, .ri_RelationDesc = trigdata->tg_relation, .ri_TrigDesc = &alleen};

	for (int i = 0; i < alle->numtriggers; i++)
		if (alle->triggers[i].tgoid == rt->volledig)
		{
			controle = alle->triggers[i];
			controle.tgtype = TRIGGER_TYPE_ROW | TRIGGER_TYPE_AFTER | TRIGGER_TYPE_INSERT;
			controle.tgqual = NULL;	/* the server would look for it prepared; and OLD there is none */
			ExecARInsertTriggers(NULL, &rij, trigdata->tg_trigslot, NIL, NULL);
		}
}

/* A betrokkene was stored: one more reason why its klantcontact, if it is new, is in order, or one to look at it? */
static void
na_betrokkene(TriggerData *trigdata, RegisterTabel *rt)
{
	TupleTableSlot *slot = trigdata->tg_trigslot;
	AndereRij	betrokkene = {.rel = trigdata->tg_relation, .rt = rt, .slot = slot};
	Oid			klantcontacten = register_ouder(rt, betrokkene.rel, BB_HAD_KLANTCONTACT);
	bool		ongekend;
	bool		leeg;
	Datum		partij = slot_waarde(slot, rt, BB_WAS_PARTIJ, &ongekend);
	Datum		klantcontact = slot_waarde(slot, rt, BB_HAD_KLANTCONTACT, &leeg);

	if (ongekend)
		onthoud_deel(klantcontacten, klantcontact, DEEL_ONGEKENDE_BETROKKENE);
	else if (is_nieuw_klantcontact(klantcontacten, klantcontact) && !is_gemeentelijk(&betrokkene, partij))
		onthoud_deel(klantcontacten, klantcontact, DEEL_GEKENDE_BETROKKENE);
	if ((heeft_naam_of_adres(slot, rt) || vraagt_verificatie_hergebruik(betrokkene.rel, rt, slot)) &&
		!komt_controle(klantcontacten, klantcontact, ongekend ? DEEL_CONTACTGEGEVENS : DEEL_NAZIEN))
		controleer_later(trigdata, rt);
}

/* A digitaal adres was stored: a reason to look at the klantcontact of the betrokkene who gave it? */
static void
na_digitaal_adres(TriggerData *trigdata, RegisterTabel *rt)
{
	Relation	rel = trigdata->tg_relation;
	bool		leeg;
	bool		ongekend;
	Datum		id = slot_waarde(trigdata->tg_trigslot, rt, DA_VERSTREKT_DOOR_BETROKKENE, &leeg);
	AndereRij	betrokkene;

	if (leeg)
		return;
	if (rij_lezen_nu(&betrokkene, register_ouder(rt, rel, DA_VERSTREKT_DOOR_BETROKKENE), id))
	{
		rij_waarde(&betrokkene, BB_WAS_PARTIJ, &ongekend);
		if (!komt_controle(register_ouder(betrokkene.rt, betrokkene.rel, BB_HAD_KLANTCONTACT),
						   rij_waarde(&betrokkene, BB_HAD_KLANTCONTACT, &leeg), ongekend ? DEEL_CONTACTGEGEVENS : DEEL_NAZIEN))
			controleer_later(trigdata, rt);
	}
	rij_sluiten(&betrokkene);
}

/* A row was stored: what of it spares other rules a look (onthouden.c), and what asks for one when the transaction commits? */
void
na_insert(TriggerData *trigdata, RegisterTabel *rt)
{
	TupleTableSlot *slot = trigdata->tg_trigslot;
	bool		leeg;

	if (rt->tabel == TABEL_KLANTCONTACT)
		onthoud_klantcontact(rt, slot);
	else if (rt->tabel == TABEL_ACTOR_KLANTCONTACT)
		onthoud_deel(register_ouder(rt, trigdata->tg_relation, AC_KLANTCONTACT_ID), slot_waarde(slot, rt, AC_KLANTCONTACT_ID, &leeg),
					 DEEL_ACTOR);
	else if (rt->tabel == TABEL_INTERNE_TAAK)
		onthoud_deel(register_ouder(rt, trigdata->tg_relation, IT_AANLEIDINGGEVEND_KLANTCONTACT),
					 slot_waarde(slot, rt, IT_AANLEIDINGGEVEND_KLANTCONTACT, &leeg), DEEL_OPVOLGING);
	else if (rt->tabel == TABEL_BETROKKENE)
		na_betrokkene(trigdata, rt);
	else if (rt->tabel == TABEL_DIGITAAL_ADRES)
		na_digitaal_adres(trigdata, rt);
}
