/*
 * regels_klantcontact.c
 *		The rules on the row of a klantcontact, domain.md sections 3.1 and 3.2. Its texts (KI-07, KI-43), its codes (KI-12) and its
 *		registration (KI-30) are in regels_algemeen.c, what asks for other rows at commit is in volledig_*.c.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "utils/fmgrprotos.h"
#include "utils/snapmgr.h"

/* KI-31 to KI-33: these are ja or empty; that nothing was stated (null, as COPY CSV sends it) is empty too. */
static void
regel_ja_of_leeg(Rij *rij, int kolom)
{
	if (is_leeg(rij, kolom))
		zet(rij, kolom, BoolGetDatum(false));
}

/* KI-14, KI-30: a klantcontact took place, at the latest now; an option allows for clocks that run ahead. */
void
regel_niet_gepland(const Rij *rij, TimestampTz nu)
{
	TimestampTz plaatsgevonden_op;
	TimestampTz uiterlijk;

	if (is_leeg(rij, KC_PLAATSGEVONDEN_OP))
		return;
	plaatsgevonden_op = DatumGetTimestampTz(waarde(rij, KC_PLAATSGEVONDEN_OP));
	if (TIMESTAMP_IS_NOBEGIN(plaatsgevonden_op))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("plaatsgevonden_op of a klantcontact cannot be infinite"),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "klantcontact_plaatsgevonden_op_eindig")));
	uiterlijk = moment_plus(nu, &rij->rt->optie[OPTIE_TOEKOMST_TOLERANTIE].duur);
	if (plaatsgevonden_op > uiterlijk)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact cannot take place in the future"),
				 errdetail("It would take place at %s, after its registration at %s.",
						   tekst_van(TIMESTAMPTZOID, waarde(rij, KC_PLAATSGEVONDEN_OP)),
						   tekst_van(TIMESTAMPTZOID, TimestampTzGetDatum(nu))),
				 errhint("Register a klantcontact after it took place.  If the clocks of clients run ahead, the owner of the register can set the rule option toekomst_tolerantie."),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "klantcontact_niet_gepland")));
}

/* Is there a row with this key of which a moment is before the given one? */
static bool
heeft_moment_voor(Oid relid, int sleutel, int kolom, Datum id, TimestampTz moment)
{
	Relation	rel = table_open(relid, AccessShareLock);
	RegisterTabel *rt = register_tabel(rel);
	Snapshot	stand = laatste_stand();
	Zoektocht	z;
	bool		gevonden = false;

	zoek_begin(&z, rel, rt, sleutel, id, stand);
	while (!gevonden && zoek_volgende(&z))
	{
		bool		leeg;

		gevonden = DatumGetTimestampTz(slot_waarde(z.slot, rt, kolom, &leeg)) < moment;
	}
	zoek_eind(&z);
	UnregisterSnapshot(stand);
	table_close(rel, NoLock);
	return gevonden;
}

/* A correction moves the klantcontact in time: is what refers to it still right? The row is locked by the update. */
static void
regels_bij_ander_moment(const Rij *rij)
{
	TimestampTz plaatsgevonden_op = DatumGetTimestampTz(waarde(rij, KC_PLAATSGEVONDEN_OP));
	Oid			onderwerpen = register_kind(rij->rt, rij->rel, TABEL_ONDERWERPOBJECT, OO_WAS_ONDERWERP_VAN_KLANTCONTACT);
	Oid			taken = register_kind(rij->rt, rij->rel, TABEL_INTERNE_TAAK, IT_AANLEIDINGGEVEND_KLANTCONTACT);

	/* KI-46 */
	if (heeft_moment_voor(onderwerpen, OO_ONDERWERP_WAS_KLANTCONTACT, OO_PLAATSGEVONDEN_OP, waarde(rij, SLEUTEL), plaatsgevonden_op))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s would have taken place after a klantcontact that is about it", tekst_van_kolom(rij, KC_NUMMER)),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "onderwerpobject_eerder_klantcontact")));
	/* KI-94 */
	if (heeft_moment_voor(taken, IT_AANLEIDINGGEVEND_KLANTCONTACT, IT_TOEGEWEZEN_OP, waarde(rij, SLEUTEL), plaatsgevonden_op))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("klantcontact %s would have taken place after an interne taak of it was assigned", tekst_van_kolom(rij, KC_NUMMER)),
				 errkolom(rij, KC_PLAATSGEVONDEN_OP, "interne_taak_toegewezen_op")));
}

void
klantcontact_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	regel_nummer(rij, KC_NUMMER);
	regel_ja_of_leeg(rij, KC_INDICATIE_CONTACT_GELUKT);
	regel_ja_of_leeg(rij, KC_VERTROUWELIJK);
	if (oud == NULL && !is_leeg(rij, KC_VINGERAFDRUK) && !is_vingerafdruk(waarde(rij, SLEUTEL), waarde(rij, KC_VINGERAFDRUK)))
		zet_leeg(rij, KC_VINGERAFDRUK);
	/* A corrected klantcontact took place before it was registered, not just before now. */
	if (is_gewijzigd(rij, oud, KC_PLAATSGEVONDEN_OP, 1))
		regel_niet_gepland(rij, oud == NULL ? nu : DatumGetTimestampTz(waarde(oud, GEREGISTREERD_OP)));
	if (oud != NULL && !is_leeg(rij, KC_PLAATSGEVONDEN_OP) && !zelfde(rij, oud, KC_PLAATSGEVONDEN_OP))
		regels_bij_ander_moment(rij);
}
