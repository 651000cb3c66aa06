/*
 * regels_referentie.c
 *		The rules on the rows of actor (KI-99, KI-100) and of the reference tables (KI-102), domain.md section 3.7.
 */
#include "klantinteracties.h"

/* KI-100: an actor stays the actor that it is. */
bool
actor_mag_wijzigen(const Rij *rij, const Rij *oud)
{
	return zelfde(rij, oud, SLEUTEL) && zelfde(rij, oud, A_SOORT_ACTOR);
}

/* KI-99: an attribute that a soort of actor has not, must be null; by option, one that it has must be filled. */
static void
regel_actor_attribuut(const Rij *rij, const Rij *oud, int kolom, bool heeft, bool verplicht)
{
	const char *naam = tabellen[TABEL_ACTOR].kolommen[kolom].naam;

	if (!heeft && !is_leeg(rij, kolom))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("an actor of this soort has no %s", naam),
				 errhint("Leave it null."),
				 errkolom(rij, kolom, "actor_soort")));
	if (verplicht && rij->rt->optie[OPTIE_VOLLEDIGE_ACTOR].aan && is_leeg(rij, kolom) && is_gewijzigd(rij, oud, kolom, 1))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("an actor of this soort must have a %s", naam),
				 errdetail("This register demands it (rule option volledige_actor)."),
				 errhint("Fill it."),
				 errkolom(rij, kolom, "actor_volledig")));
}

void
regel_actor_soort(const Rij *rij, const Rij *oud)
{
	bool		medewerker = is_tekst(rij, A_SOORT_ACTOR, "medewerker");
	bool		eenheid = is_tekst(rij, A_SOORT_ACTOR, "organisatorische_eenheid");
	bool		automaat = is_tekst(rij, A_SOORT_ACTOR, "geautomatiseerde_actor");

	regel_actor_attribuut(rij, oud, A_FUNCTIE, medewerker || automaat, medewerker || automaat);
	regel_actor_attribuut(rij, oud, A_E_MAILADRES, medewerker || eenheid, medewerker);
	regel_actor_attribuut(rij, oud, A_TELEFOONNUMMER, medewerker || eenheid, medewerker);
	regel_actor_attribuut(rij, oud, A_OMSCHRIJVING, eenheid || automaat, false);
}

void
actor_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	regel_actor_soort(rij, oud);
	regel_identificator_volledig(rij, A_ACTORIDENTIFICATOR, "actor_identificator_volledig");
	regel_identificator_geldig(rij, oud, A_ACTORIDENTIFICATOR);
}

/* KI-102: a code never changes; its name may be corrected, and it may be closed. */
void
code_rij(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (oud != NULL && !zelfde(rij, oud, SLEUTEL))
		ereport(ERROR,
				(errcode(ERRCODE_RESTRICT_VIOLATION),
				 errmsg("code \"%s\" of %s cannot be changed", tekst_van_kolom(oud, SLEUTEL), tabellen[rij->rt->tabel].naam),
				 errhint("Close it and add a new one."),
				 errkolom(rij, SLEUTEL, "code_onveranderlijk")));
}
