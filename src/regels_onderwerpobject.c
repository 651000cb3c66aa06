/*
 * regels_onderwerpobject.c
 *		The rules on what a klantcontact was about, domain.md section 3.3, and KI-08.
 */
#include "klantinteracties.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

/* KI-44: the form of a subject follows from what it refers to. objecttype is NULL for a reference within the register. */
static Vorm
vorm_van(bool is_klantcontact, bool is_klanttaak, const char *objecttype)
{
	if (is_klantcontact)
		return VORM_KLANTCONTACT;
	if (is_klanttaak || (objecttype != NULL && strcmp(objecttype, OBJECTTYPE_KLANTTAAK) == 0))
		return VORM_KLANTTAAK;
	if (objecttype != NULL && strcmp(objecttype, OBJECTTYPE_ZAAK) == 0)
		return VORM_ZAAK;
	return VORM_ANDER_OBJECT;
}

/* The form of an onderwerpobject that is a trigger's or a check's. */
Vorm
vorm_van_rij(const Rij *rij)
{
	return vorm_van(!is_leeg(rij, OO_ONDERWERP_WAS_KLANTCONTACT), !is_leeg(rij, OO_ONDERWERP_WAS_KLANTTAAK),
					is_leeg(rij, OO_IDENTIFICATOR + IDENTIFICATOR_OBJECTTYPE_CODE) ? NULL : TextDatumGetCString(waarde(rij, OO_IDENTIFICATOR + IDENTIFICATOR_OBJECTTYPE_CODE)));
}

/* The form of an onderwerpobject that is stored, and in *ontstaan whether it arose from its klantcontact (KI-48). */
Vorm
onderwerp_vorm(TupleTableSlot *slot, const RegisterTabel *rt, bool *ontstaan)
{
	bool		geen_klantcontact;
	bool		geen_klanttaak;
	bool		geen_objecttype;
	bool		leeg;
	Datum		objecttype = slot_waarde(slot, rt, OO_IDENTIFICATOR + IDENTIFICATOR_OBJECTTYPE_CODE, &geen_objecttype);

	slot_waarde(slot, rt, OO_ONDERWERP_WAS_KLANTCONTACT, &geen_klantcontact);
	slot_waarde(slot, rt, OO_ONDERWERP_WAS_KLANTTAAK, &geen_klanttaak);
	*ontstaan = DatumGetBool(slot_waarde(slot, rt, OO_ONTSTAAN_UIT_KLANTCONTACT, &leeg));
	return vorm_van(!geen_klantcontact, !geen_klanttaak, geen_objecttype ? NULL : TextDatumGetCString(objecttype));
}

/* KI-45: an interne taak as subject stands for the klantcontact that caused it, which is filled in. */
static void
regel_taak_van_klantcontact(Rij *rij, const Rij *oud)
{
	AndereRij	taak;

	if (!is_leeg(rij, OO_ONDERWERP_WAS_INTERNE_TAAK))
		vergrendel_klantcontact_van_taak(register_ouder(rij->rt, rij->rel, OO_ONDERWERP_WAS_INTERNE_TAAK),
										 waarde(rij, OO_ONDERWERP_WAS_INTERNE_TAAK));
	if (!lees_ouder(&taak, rij, OO_ONDERWERP_WAS_INTERNE_TAAK, LockTupleShare))
		return;
	regel_ouder_zichtbaar(&taak, IT_VERTROUWELIJK, rij, oud, OO_ONDERWERP_WAS_INTERNE_TAAK);
	if (is_leeg(rij, OO_ONDERWERP_WAS_KLANTCONTACT))
		neem_over(rij, OO_ONDERWERP_WAS_KLANTCONTACT, &taak, IT_AANLEIDINGGEVEND_KLANTCONTACT);
	else
	{
		bool		leeg;
		Datum		aanleiding = rij_waarde(&taak, IT_AANLEIDINGGEVEND_KLANTCONTACT, &leeg);

		if (!datumIsEqual(aanleiding, waarde(rij, OO_ONDERWERP_WAS_KLANTCONTACT), false, UUID_LEN))
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("interne taak and klantcontact of an onderwerpobject do not belong together"),
					 errdetail("Interne taak %s was caused by another klantcontact.", naam_van_andere(&taak)),
					 errhint("Leave onderwerp_was_klantcontact null, and it is filled in."),
					 errkolom(rij, OO_ONDERWERP_WAS_KLANTCONTACT, "onderwerpobject_taak_van_klantcontact")));
	}
	rij_sluiten(&taak);
}

/* KI-45: exactly one object, and of an external one the whole identificator. */
void
regel_een_object(const Rij *rij)
{
	int			objecten = !is_leeg(rij, OO_ONDERWERP_WAS_KLANTCONTACT) + !is_leeg(rij, OO_ONDERWERP_WAS_KLANTTAAK) +
		!is_leeg(rij, OO_IDENTIFICATOR + IDENTIFICATOR_OBJECT_ID);

	regel_identificator_volledig(rij, OO_IDENTIFICATOR, "onderwerpobject_identificator_volledig");
	if (objecten != 1)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("onderwerpobject must refer to exactly one object"),
				 objecten == 0 ? errdetail("It refers to none.") : errdetail("It refers to %d objects.", objecten),
				 errhint("Fill onderwerp_was_klantcontact (or onderwerp_was_interne_taak), or onderwerp_was_klanttaak, or the onderwerpobjectidentificator."),
				 errtableconstraint(rij->rel, "onderwerpobject_een_object")));
}

/* KI-48: only a zaak arises from a klantcontact. */
void
regel_ontstaan_is_zaak(const Rij *rij)
{
	if (is_waar(rij, OO_ONTSTAAN_UIT_KLANTCONTACT) && vorm_van_rij(rij) != VORM_ZAAK)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("only a zaak can arise from a klantcontact"),
				 errhint("Set ontstaan_uit_klantcontact to false, or refer to a zaak (objecttype " OBJECTTYPE_ZAAK ")."),
				 errkolom(rij, OO_ONTSTAAN_UIT_KLANTCONTACT, "onderwerpobject_ontstaan_is_zaak")));
}

/* KI-46: a klantcontact is not about itself. kc is the klantcontact that this row is a part of, if it was read. */
void
regel_niet_over_zichzelf(const Rij *rij, const AndereRij *kc)
{
	if (!is_leeg(rij, OO_ONDERWERP_WAS_KLANTCONTACT) && !is_leeg(rij, OO_WAS_ONDERWERP_VAN_KLANTCONTACT) &&
		datumIsEqual(waarde(rij, OO_ONDERWERP_WAS_KLANTCONTACT), waarde(rij, OO_WAS_ONDERWERP_VAN_KLANTCONTACT), false, UUID_LEN))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s cannot be about itself",
						kc != NULL ? naam_van_andere(kc) : tekst_van_kolom(rij, OO_ONDERWERP_WAS_KLANTCONTACT)),
				 errkolom(rij, OO_ONDERWERP_WAS_KLANTCONTACT, "onderwerpobject_eerder_klantcontact")));
}

/* KI-46: it is about an earlier one. kc is the klantcontact that this row is a part of. */
static void
regel_eerder_klantcontact(const Rij *rij, const Rij *oud, const AndereRij *kc)
{
	AndereRij	onderwerp;
	bool		leeg;

	if (!lees_ouder(&onderwerp, rij, OO_ONDERWERP_WAS_KLANTCONTACT, LockTupleShare))
		return;
	regel_ouder_zichtbaar(&onderwerp, KC_VERTROUWELIJK, rij, oud, OO_ONDERWERP_WAS_KLANTCONTACT);
	if (DatumGetTimestampTz(rij_waarde(&onderwerp, KC_PLAATSGEVONDEN_OP, &leeg)) >
		DatumGetTimestampTz(rij_waarde(kc, KC_PLAATSGEVONDEN_OP, &leeg)))
	{
		const char *moment = zichtbaar_moment(&onderwerp, KC_PLAATSGEVONDEN_OP);

		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s cannot be about klantcontact %s, which took place later",
						naam_van_andere(kc), naam_van_andere(&onderwerp)),
				 moment ? errdetail("They took place on %s and %s.", zichtbaar_moment(kc, KC_PLAATSGEVONDEN_OP), moment) : 0,
				 errkolom(rij, OO_ONDERWERP_WAS_KLANTCONTACT, "onderwerpobject_eerder_klantcontact")));
	}
	rij_sluiten(&onderwerp);
}

/*
 * KI-08: a klantcontact is about one thing, so of each form zaak, klanttaak and klantcontact it has at most one; zaken that arose
 * from it do not count. kc is new or locked, so nobody adds another meanwhile; what this statement added counts.
 */
static void
regel_een_onderwerp(const Rij *rij, const AndereRij *kc, Vorm vorm)
{
	Zoektocht	z;

	if (!rij->rt->optie[OPTIE_EEN_ONDERWERP].aan || vorm == VORM_ANDER_OBJECT ||
		is_eerste_onderwerp(kc->rt->relid, waarde(rij, OO_WAS_ONDERWERP_VAN_KLANTCONTACT)))
		return;
	zoek_begin(&z, rij->rel, rij->rt, OO_WAS_ONDERWERP_VAN_KLANTCONTACT, waarde(rij, OO_WAS_ONDERWERP_VAN_KLANTCONTACT),
			   SnapshotSelf);
	while (zoek_volgende(&z))
	{
		bool		ontstaan;
		bool		leeg;

		if (onderwerp_vorm(z.slot, rij->rt, &ontstaan) == vorm && !ontstaan &&
			!datumIsEqual(slot_waarde(z.slot, rij->rt, SLEUTEL, &leeg), waarde(rij, SLEUTEL), false, UUID_LEN))
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("klantcontact %s already has a subject of this form", naam_van_andere(kc)),
					 errdetail("A klantcontact is about one onderwerp: at most one zaak, one klanttaak and one klantcontact."),
					 errhint("Register a klantcontact for each onderwerp.  A zaak that arose from the klantcontact has ontstaan_uit_klantcontact true and does not count."),
					 errtableconstraint(rij->rel, "klantcontact_een_onderwerp")));
	}
	zoek_eind(&z);
}

/* Does the row become the onderwerp of a klantcontact by this, or one of another form? */
static bool
wordt_onderwerp(const Rij *rij, const Rij *oud)
{
	return oud == NULL || !zelfde(rij, oud, OO_WAS_ONDERWERP_VAN_KLANTCONTACT) || !zelfde(rij, oud, OO_ONTSTAAN_UIT_KLANTCONTACT) ||
		vorm_van_rij(rij) != vorm_van_rij(oud);
}

void
onderwerpobject_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	bool		ontstaan = is_waar(rij, OO_ONTSTAAN_UIT_KLANTCONTACT);
	AndereRij	kc;

	regel_taak_van_klantcontact(rij, oud);
	regel_een_object(rij);
	regel_identificator_geldig(rij, oud, OO_IDENTIFICATOR);
	regel_ontstaan_is_zaak(rij);
	if (!lees_ouder(&kc, rij, OO_WAS_ONDERWERP_VAN_KLANTCONTACT, LockTupleNoKeyExclusive))
		return;
	regel_ouder_zichtbaar(&kc, KC_VERTROUWELIJK, rij, oud, OO_WAS_ONDERWERP_VAN_KLANTCONTACT);
	/* A zaak that arose is follow-up, which may come at any later moment (KI-49). */
	if (!ontstaan && oud == NULL)
		regel_deel_tijdig(&kc, rij, nu);
	regel_niet_over_zichzelf(rij, &kc);
	regel_eerder_klantcontact(rij, oud, &kc);
	if (!ontstaan && wordt_onderwerp(rij, oud))
		regel_een_onderwerp(rij, &kc, vorm_van_rij(rij));
	neem_over(rij, OO_PLAATSGEVONDEN_OP, &kc, KC_PLAATSGEVONDEN_OP);
	neem_over(rij, OO_KANAAL_CODE, &kc, KC_KANAAL_CODE);
	neem_over(rij, OO_VERTROUWELIJK, &kc, KC_VERTROUWELIJK);
	rij_sluiten(&kc);
}
