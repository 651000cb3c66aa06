/*
 * opties.c
 *		The rule options of a register (domain.md section 3, design decision D4): arguments naam=waarde of a row trigger, so that
 *		\d shows them, pg_dump keeps them and only the owner changes them.
 */
#include "klantinteracties.h"

#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

typedef struct OptieBeschrijving
{
	const char *naam;
	Tabel		tabel;			/* whose row trigger has the argument */
	const char *regel;			/* the rule that it changes */
	bool		is_duur;		/* a duration, with default 0, else a switch */
	bool		aan;			/* the default of a switch */
} OptieBeschrijving;

static const OptieBeschrijving beschrijvingen[AANTAL_OPTIES] = {
	[OPTIE_TOEKOMST_TOLERANTIE] = {"toekomst_tolerantie", TABEL_KLANTCONTACT, "klantcontact_niet_gepland", true, false},
	[OPTIE_AANVULVENSTER] = {"aanvulvenster", TABEL_KLANTCONTACT, "klantcontact_deel_tijdig", true, false},
	[OPTIE_EIS_INHOUD] = {"eis_inhoud", TABEL_KLANTCONTACT, "klantcontact_heeft_inhoud", false, true},
	[OPTIE_EIS_DOEL] = {"eis_doel", TABEL_KLANTCONTACT, "klantcontact_heeft_doel", false, true},
	[OPTIE_EIS_INTERNE_TAAK_OF_ZAAK] = {"eis_interne_taak_of_zaak", TABEL_KLANTCONTACT, "klantcontact_heeft_opvolging", false, false},
	[OPTIE_EEN_ONDERWERP] = {"een_onderwerp", TABEL_ONDERWERPOBJECT, "klantcontact_een_onderwerp", false, true},
	[OPTIE_STRENG_CONTACTGEGEVENS] = {"streng_contactgegevens", TABEL_BETROKKENE, "betrokkene_contactgegevens", false, true},
	[OPTIE_STRENG_BETROKKENE_NAMEN] = {"streng_betrokkene_namen", TABEL_BETROKKENE, "betrokkene_namen", false, false},
	[OPTIE_EIS_PARTIJ_IDENTIFICATOR] = {"eis_partij_identificator", TABEL_PARTIJ, "partij_heeft_identificator", false, true},
	[OPTIE_EIS_VERIFICATIE] = {"eis_verificatie", TABEL_PARTIJ, "partij_is_geverifieerd", false, true},
	[OPTIE_EIS_VERIFICATIE_HERGEBRUIK] = {"eis_verificatie_hergebruik", TABEL_PARTIJ, "partij_is_geverifieerd", false, false},
	[OPTIE_VALIDEER_IDENTIFICATIE] = {"valideer_identificatie", TABEL_PARTIJ_IDENTIFICATOR, "identificator_geldig", false, true},
	[OPTIE_VOLLEDIGE_ACTOR] = {"volledige_actor", TABEL_ACTOR, "actor_volledig", false, false}
};

/*
 * Reads one value: a switch as the server reads booleans, a duration as interval, finite and not negative. Raises 22023, or what
 * the server raises for a string that is no interval (22007, 22008).
 */
static void
waarde_lezen(const OptieBeschrijving *b, const char *waarde, OptieWaarde *optie)
{
	if (!b->is_duur)
	{
		if (!parse_bool(waarde, &optie->aan))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid value for rule option \"%s\": \"%s\"", b->naam, waarde),
					 errhint("The option is \"on\" or \"off\".")));
	}
	else
	{
		Interval   *duur = DatumGetIntervalP(DirectFunctionCall3(interval_in, CStringGetDatum(waarde),
																 ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));

		if (duur->month < 0 || duur->day < 0 || duur->time < 0 || duur->month == PG_INT32_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid value for rule option \"%s\": \"%s\"", b->naam, waarde),
					 errhint("The option is a duration of zero or more, such as \"1 day\".")));
		optie->duur = *duur;
	}
}

/* Is this trigger argument the option of this name? */
bool
is_optie(const char *argument, const char *naam)
{
	size_t		lengte = strlen(naam);

	return strncmp(argument, naam, lengte) == 0 && argument[lengte] == '=';
}

/* The options that stand in the arguments of a row trigger, the defaults for the others. */
void
opties_lezen(const Trigger *trigger, OptieWaarde *opties)
{
	for (int i = 0; i < AANTAL_OPTIES; i++)
	{
		const OptieBeschrijving *b = &beschrijvingen[i];

		opties[i].aan = b->aan;
		memset(&opties[i].duur, 0, sizeof(Interval));
		for (int arg = 0; arg < trigger->tgnargs; arg++)
			if (is_optie(trigger->tgargs[arg], b->naam))
				waarde_lezen(b, trigger->tgargs[arg] + strlen(b->naam) + 1, &opties[i]);
	}
}

/* The option of this name of this rule, or 22023. */
Optie
optie_van_regel(const char *regel, const char *naam)
{
	for (int i = 0; i < AANTAL_OPTIES; i++)
	{
		const OptieBeschrijving *b = &beschrijvingen[i];

		if (strcmp(naam, b->naam) != 0)
			continue;
		if (strcmp(regel, b->regel) != 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("rule \"%s\" has no option \"%s\"", regel, naam),
					 errhint("It is an option of rule \"%s\".", b->regel)));
		return i;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("rule option \"%s\" does not exist", naam),
			 errhint("\\d shows the options of a rule among the arguments of the trigger of its table.")));
}

/* A value as it is kept, or an error as of waarde_lezen(): a switch as on or off, a duration as it was given. */
const char *
optie_waarde(Optie optie, const char *waarde)
{
	OptieWaarde gelezen = {0};

	waarde_lezen(&beschrijvingen[optie], waarde, &gelezen);
	if (beschrijvingen[optie].is_duur)
	{
		/* One that leads past the end of time fails here, and not in every INSERT. */
		(void) moment_plus(GetCurrentTimestamp(), &gelezen.duur);
		return waarde;
	}
	return gelezen.aan ? "on" : "off";
}

const char *
optie_naam(Optie optie)
{
	return beschrijvingen[optie].naam;
}

Tabel
optie_tabel(Optie optie)
{
	return beschrijvingen[optie].tabel;
}
