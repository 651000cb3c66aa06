/*
 * regels_algemeen.c
 *		Rules that every table shares: KI-05 and KI-101 (what may still be used), KI-30 (registration), KI-34 (nummer), KI-105 and
 *		KI-107 (texts).
 *
 * A violation raises 23514 with the rule's constraint name. Lengths are checked here and not by domains or CHECK constraints,
 * because those cost 0.4 and 7 microseconds a column in every single-row INSERT, used or not (measured on 22 columns).
 */
#include "klantinteracties.h"

#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"

/* Has a text more than this many characters? Most are short enough in bytes already; a large one is not read at all. */
static bool
te_lang(Datum tekst, int max_tekens, Size bytes)
{
	text	   *t;

	if (bytes <= (Size) max_tekens)
		return false;
	if (bytes > (Size) max_tekens * pg_database_encoding_max_length())
		return true;
	t = DatumGetTextPP(tekst);
	return pg_mbstrlen_with_len(VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t)) > max_tekens;
}

/* KI-105, KI-107: a text is not empty and not longer than its column allows; absence is null. */
void
regel_tekstlengte(const Rij *rij)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];

	for (int i = 0; i < tabel->aantal_kolommen; i++)
	{
		const Kolom *kolom = &tabel->kolommen[i];
		Size		bytes;

		if (kolom->max_tekens == 0 || is_leeg(rij, i))
			continue;
		bytes = toast_raw_datum_size(waarde(rij, i)) - VARHDRSZ;
		if (bytes == 0)
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("column \"%s\" of table \"%s\" cannot be an empty string", kolom->naam, tabel->naam),
					 errhint("Use null where there is no text."),
					 errkolom(rij, i, psprintf("%s_%s_lengte", tabel->naam, kolom->naam))));
		if (kolom->max_tekens != ONBEPERKT && te_lang(waarde(rij, i), kolom->max_tekens, bytes))
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("value for column \"%s\" of table \"%s\" is too long", kolom->naam, tabel->naam),
					 errdetail("At most %d characters are allowed.", kolom->max_tekens),
					 errkolom(rij, i, psprintf("%s_%s_lengte", tabel->naam, kolom->naam))));
	}
}

/* KI-34: nummer has at most 10 digits. That it is unique is an index's business. */
void
regel_nummer(const Rij *rij, int kolom)
{
	int64		nummer;

	if (is_leeg(rij, kolom))
		return;
	nummer = DatumGetInt64(waarde(rij, kolom));
	if (nummer < 0 || nummer > INT64CONST(9999999999))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("nummer " INT64_FORMAT " is out of range", nummer),
				 errdetail("A nummer has at most 10 digits and no sign."),
				 errkolom(rij, kolom, psprintf("%s_nummer_bereik", tabellen[rij->rt->tabel].naam))));
}

/* Is the code in use today? A land is closed by its einddatum, any other code by indicatie_actief. */
static bool
code_is_actief(const AndereRij *code)
{
	bool		leeg;
	Datum		d;
	DateADT		vandaag;

	if (code->rt->tabel != TABEL_LAND)
	{
		d = rij_waarde(code, CODE_INDICATIE_ACTIEF, &leeg);
		return !leeg && DatumGetBool(d);
	}
	vandaag = DatumGetDateADT(DirectFunctionCall1(timestamptz_date, TimestampTzGetDatum(GetCurrentTimestamp())));
	d = rij_waarde(code, LAND_INGANGSDATUM, &leeg);
	if (!leeg && DatumGetDateADT(d) > vandaag)
		return false;
	d = rij_waarde(code, LAND_EINDDATUM, &leeg);
	return leeg || DatumGetDateADT(d) > vandaag;
}

static bool
is_codetabel(Tabel tabel)
{
	return tabel == TABEL_KANAAL || tabel == TABEL_TAAL || tabel == TABEL_SOORT_DIGITAAL_ADRES || tabel == TABEL_LAND ||
		tabel == TABEL_SOORT_OBJECT || tabel == TABEL_SOORT_OBJECT_ID;
}

/*
 * KI-101 (and KI-12 for kanaal): a new row uses active codes only; a row that has a code keeps it. oud is the version before an
 * update, NULL for an insert. The code is read FOR SHARE, so that nobody closes it before this row is there. That it exists is the
 * foreign key's business.
 */
void
regel_code_is_actief(const Rij *rij, const Rij *oud)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];

	for (int i = 0; i < tabel->aantal_kolommen; i++)
	{
		AndereRij	code;

		if (!is_codetabel(tabel->kolommen[i].verwijst_naar) || is_leeg(rij, i) || (oud != NULL && zelfde(rij, oud, i)))
			continue;
		if (rij_lezen(&code, register_ouder(rij->rt, rij->rel, i), waarde(rij, i), LockTupleShare) && !code_is_actief(&code))
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("code \"%s\" of %s is not active", TextDatumGetCString(waarde(rij, i)),
							tabellen[tabel->kolommen[i].verwijst_naar].naam),
					 errhint("Use an active code, or have this one activated."),
					 errkolom(rij, i, "code_is_actief")));
		rij_sluiten(&code);
	}
}

/* KI-05: an actor that is not active takes no part in a new klantcontact and is given no new interne taak. */
void
regel_actor_is_actief(const Rij *rij, int kolom)
{
	AndereRij	actor;
	bool		leeg;

	if (is_leeg(rij, kolom))
		return;
	if (rij_lezen(&actor, register_ouder(rij->rt, rij->rel, kolom), waarde(rij, kolom), LockTupleShare) &&
		!DatumGetBool(rij_waarde(&actor, A_INDICATIE_ACTIEF, &leeg)))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("actor %s is not active", tekst_van(UUIDOID, waarde(rij, kolom))),
				 errhint("Name an active actor, or have this one activated."),
				 errkolom(rij, kolom, "actor_is_actief")));
	rij_sluiten(&actor);
}

/*
 * A row keeps its key. Foreign keys alone do not see to that: two partijen that trade keys in one statement leave no reference
 * dangling, and every betrokkene of the one has become the other (KI-79, KI-121).
 */
void
regel_sleutel_blijft(const Rij *rij, const Rij *oud)
{
	const char *tabel = tabellen[rij->rt->tabel].naam;

	if (!zelfde(rij, oud, SLEUTEL))
		ereport(ERROR,
				(errcode(ERRCODE_RESTRICT_VIOLATION),
				 errmsg("column \"%s\" of table \"%s\" cannot be changed", tabellen[rij->rt->tabel].kolommen[SLEUTEL].naam, tabel),
				 errhint("Insert another row instead."),
				 errkolom(rij, SLEUTEL, psprintf("%s_onveranderlijk", tabel))));
}

/* KI-30, KI-108: when and by whom a row was registered is the system's to say, and never changes. */
void
regel_registratie(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (oud == NULL)
	{
		zet(rij, GEREGISTREERD_OP, TimestampTzGetDatum(nu));
		zet(rij, GEREGISTREERD_DOOR, CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false)));
	}
	else
	{
		zet(rij, GEREGISTREERD_OP, waarde(oud, GEREGISTREERD_OP));
		zet(rij, GEREGISTREERD_DOOR, waarde(oud, GEREGISTREERD_DOOR));
	}
}

/* A duration later than a moment. */
TimestampTz
moment_plus(TimestampTz moment, const Interval *duur)
{
	if (duur_is_nul(duur))
		return moment;
	return DatumGetTimestampTz(DirectFunctionCall2(timestamptz_pl_interval, TimestampTzGetDatum(moment),
												   IntervalPGetDatum(duur)));
}

bool
duur_is_nul(const Interval *duur)
{
	return duur->month == 0 && duur->day == 0 && duur->time == 0;
}

/* Refuses to change or remove a row: rule <tabel>_onveranderlijk, 23001. uitleg says what rows of this table may. */
void
weiger_wijziging(Relation rel, const RegisterTabel *rt, TriggerEvent event, TupleTableSlot *oud, const char *uitleg)
{
	const char *tabel = tabellen[rt->tabel].naam;
	const char *regel = psprintf("%s_onveranderlijk", tabel);

	if (TRIGGER_FIRED_BY_DELETE(event))
		ereport(ERROR,
				(errcode(ERRCODE_RESTRICT_VIOLATION),
				 errmsg("%s %s cannot be deleted", tabel, naam_van_rij(rel, rt, oud)),
				 errhint("%s", uitleg),
				 errtableconstraint(rel, regel)));
	ereport(ERROR,
			(errcode(ERRCODE_RESTRICT_VIOLATION),
			 errmsg("%s %s cannot be changed", tabel, naam_van_rij(rel, rt, oud)),
			 errhint("%s", uitleg),
			 errtableconstraint(rel, regel)));
}
