/*
 * regels_algemeen.c
 *		Rules that several tables share: KI-30 (registration), KI-34 (nummer), KI-98 and KI-106 (identificators), KI-103 (addresses),
 *		KI-105 and KI-107 (texts).
 *
 * A violation raises 23514 with the rule's constraint name. Lengths are checked here and not by domains or CHECK constraints,
 * because those cost 0.4 and 7 microseconds a column in every single-row INSERT, used or not (measured on 22 columns).
 */
#include "klantinteracties.h"

#include "access/detoast.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

#include "ontleed.h"

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
regel_lengte(const Rij *rij, int nummer)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];
	const Kolom *kolom = &tabel->kolommen[nummer];
	Size		bytes;

	if (kolom->max_tekens == 0 || is_leeg(rij, nummer))
		return;
	bytes = toast_raw_datum_size(waarde(rij, nummer)) - VARHDRSZ;
	if (bytes == 0)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("column \"%s\" of table \"%s\" cannot be an empty string", kolom->naam, tabel->naam),
				 TupleDescAttr(rij->desc, rij->rt->attnum[nummer] - 1)->attnotnull ? errhint("It must be filled.") :
				 errhint("Use null where there is no text."),
				 errkolom(rij, nummer, psprintf("%s_%s_lengte", tabel->naam, kolom->naam))));
	if (kolom->max_tekens != ONBEPERKT && te_lang(waarde(rij, nummer), kolom->max_tekens, bytes))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("value for column \"%s\" of table \"%s\" is too long", kolom->naam, tabel->naam),
				 errdetail("At most %d characters are allowed.", kolom->max_tekens),
				 errkolom(rij, nummer, psprintf("%s_%s_lengte", tabel->naam, kolom->naam))));
}

void
regel_tekstlengte(const Rij *rij)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];

	for (int i = 0; i < tabel->aantal_kolommen; i++)
		if (tabel->kolommen[i].max_tekens != 0)
			regel_lengte(rij, i);
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

static text *sessiegebruiker = NULL;	/* the name, as long as no role is changed */
static Oid	sessiegebruiker_oid = InvalidOid;

static void
vergeet_sessiegebruiker(Datum arg, int cacheid, uint32 hash)
{
	sessiegebruiker_oid = InvalidOid;
}

/* The name of the session user, which each row carries. */
static Datum
naam_van_sessiegebruiker(void)
{
	static bool aangemeld = false;
	Oid			gebruiker = GetSessionUserId();
	MemoryContext context;
	char	   *naam;

	if (gebruiker == sessiegebruiker_oid)
		return PointerGetDatum(sessiegebruiker);
	if (!aangemeld)
		CacheRegisterSyscacheCallback(AUTHOID, vergeet_sessiegebruiker, (Datum) 0);
	aangemeld = true;
	naam = GetUserNameFromId(gebruiker, false);
	if (sessiegebruiker != NULL)
		pfree(sessiegebruiker);
	sessiegebruiker = NULL;
	context = MemoryContextSwitchTo(TopMemoryContext);
	sessiegebruiker = cstring_to_text(naam);
	MemoryContextSwitchTo(context);
	sessiegebruiker_oid = gebruiker;
	return PointerGetDatum(sessiegebruiker);
}

/*
 * Does a new row say that it was registered in this transaction, as its default does? And not before anything that it says of itself, of
 * which the rules hold the moments against nu.
 */
static bool
is_nu_geregistreerd(const Rij *rij, TimestampTz nu)
{
	const TabelBeschrijving *tabel = &tabellen[rij->rt->tabel];
	TimestampTz op;

	if (is_leeg(rij, GEREGISTREERD_OP))
		return false;
	op = DatumGetTimestampTz(waarde(rij, GEREGISTREERD_OP));
	for (int i = EERSTE_EIGEN_KOLOM; i < tabel->aantal_kolommen; i++)
		if (tabel->kolommen[i].soort == KOLOM_MOMENT && !is_leeg(rij, i) && DatumGetTimestampTz(waarde(rij, i)) > op)
			return false;
	return op >= GetCurrentTransactionStartTimestamp() && op <= nu;
}

/* KI-30, KI-108: when and by whom a row was registered is the system's to say, and never changes. */
void
regel_registratie(Rij *rij, const Rij *oud, TimestampTz nu)
{
	if (oud == NULL)
	{
		if (!is_nu_geregistreerd(rij, nu))
			zet(rij, GEREGISTREERD_OP, TimestampTzGetDatum(nu));
		zet(rij, GEREGISTREERD_DOOR, naam_van_sessiegebruiker());
	}
	else
	{
		zet(rij, GEREGISTREERD_OP, waarde(oud, GEREGISTREERD_OP));
		zet(rij, GEREGISTREERD_DOOR, waarde(oud, GEREGISTREERD_DOOR));
	}
}

/* What this key of the row refers to is not there. ouder was looked for. */
pg_noreturn static void
fout_geen_ouder(const AndereRij *ouder, const Rij *rij, int kolom)
{
	const char *fk = register_fk_naam(rij->rt, rij->rel, kolom);

	ereport(ERROR,
			(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
			 errmsg("insert or update on table \"%s\" violates foreign key constraint \"%s\"",
					RelationGetRelationName(rij->rel), fk),
			 errdetail("Key (%s)=(%s) is not present in table \"%s\".", tabellen[rij->rt->tabel].kolommen[kolom].naam,
					   tekst_van(UUIDOID, waarde(rij, kolom)), RelationGetRelationName(ouder->rel)),
			 errhint("Insert the row that is referred to first.  In one statement, let this one read the key from the RETURNING of the other."),
			 errtableconstraint(rij->rel, fk)));
}

/*
 * Reads the row that a key of this row refers to, and locks it unless this transaction wrote it. The foreign key itself is checked
 * after the row is stored, but the rules need the other row now: if it is not there, that is said in the foreign key's name. False
 * for a null key. After true the caller calls rij_sluiten(). Of the klantcontact that a row is a part of he asks only what it copies.
 */
bool
lees_ouder(AndereRij *ouder, const Rij *rij, int kolom, LockTupleMode slot)
{
	Oid			relid;
	bool		gevonden;

	if (is_leeg(rij, kolom))
		return false;
	relid = register_ouder(rij->rt, rij->rel, kolom);
	if (kolom == klantcontact_kolom(rij->rt->tabel))
		gevonden = klantcontact_lezen(ouder, relid, waarde(rij, kolom), slot);
	else
		gevonden = rij_lezen(ouder, relid, waarde(rij, kolom), slot);
	if (!gevonden)
		fout_geen_ouder(ouder, rij, kolom);
	return true;
}

/*
 * KI-31: nobody adds to a klantcontact that is vertrouwelijk for him, also one of which he knows the key. It is as if it were not there,
 * unless this transaction made it what it is: who registers may register what he does not see afterwards. ouder is the klantcontact, or
 * the betrokkene that carries a copy, in this column; kolom the key that leads to it.
 */
void
regel_ouder_zichtbaar(const AndereRij *ouder, int vertrouwelijk, const Rij *rij, const Rij *oud, int kolom)
{
	bool		leeg;

	if (!ouder->van_ons && (oud == NULL || !zelfde(rij, oud, kolom)) && DatumGetBool(rij_waarde(ouder, vertrouwelijk, &leeg)) &&
		!ziet_vertrouwelijk(ouder->rel))
		fout_geen_ouder(ouder, rij, kolom);
}

/* Are all columns of a group null? */
bool
groep_is_leeg(const Rij *rij, int eerste, int aantal)
{
	for (int i = 0; i < aantal; i++)
		if (!is_leeg(rij, eerste + i))
			return false;
	return true;
}

/* KI-103: an address that is not empty has a nummeraanduiding or a first line, and its lines have no gaps. */
void
regel_adres(const Rij *rij, int adres, const char *groep)
{
	bool		gat = (is_leeg(rij, adres + ADRES_REGEL1) && !is_leeg(rij, adres + ADRES_REGEL2)) ||
		(is_leeg(rij, adres + ADRES_REGEL2) && !is_leeg(rij, adres + ADRES_REGEL3));

	if (groep_is_leeg(rij, adres, ADRES_KOLOMMEN))
		return;
	if (gat || (is_leeg(rij, adres + ADRES_NUMMERAANDUIDING_ID) && is_leeg(rij, adres + ADRES_REGEL1)))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("%s is not complete", groep),
				 errdetail("An address has a nummeraanduiding_id or an adresregel1, and no adresregel without the one before it."),
				 errhint("Complete it, or leave all of it null."),
				 errtableconstraint(rij->rel, psprintf("%s_%s_volledig", tabellen[rij->rt->tabel].naam, groep))));
}

/* KI-98: an identificator is given whole, or not at all. */
void
regel_identificator_volledig(const Rij *rij, int identificator, const char *regel)
{
	int			gevuld = 0;

	for (int i = 0; i < IDENTIFICATOR_KOLOMMEN; i++)
		gevuld += !is_leeg(rij, identificator + i);
	if (gevuld != 0 && gevuld != IDENTIFICATOR_KOLOMMEN)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("identificator is not complete"),
				 errdetail("Only %d of objecttype_code, soort_object_id_code, object_id and register_code are filled.", gevuld),
				 errhint("Fill all four, or none."),
				 errtableconstraint(rij->rel, regel)));
}

/* How a number of a soort object ID is checked; NULL if any text will do. In *vorm what it looks like. */
static ki_oordeel
(*parser_van_soort(const char *soort, const char **vorm)) (const char *, size_t)
{
	static const struct
	{
		const char *soort;
		ki_oordeel	(*parser) (const char *s, size_t len);
		const char *vorm;
	}			soorten[] = {
		{SOORT_BSN, ki_ontleed_bsn, gettext_noop("A BSN has 9 digits, is not zero and passes the 11-test.")},
		{SOORT_RSIN, ki_ontleed_rsin, gettext_noop("A RSIN has 9 digits, is not zero and passes the 11-test.")},
		{SOORT_KVK_NUMMER, ki_ontleed_kvk_nummer, gettext_noop("A KVK-nummer has 8 digits.")},
		{SOORT_VESTIGINGSNUMMER, ki_ontleed_vestigingsnummer, gettext_noop("A vestigingsnummer has 12 digits.")},
		{SOORT_OIN, ki_ontleed_oin, gettext_noop("An OIN has 20 digits.")},
		{SOORT_NUMMERAANDUIDING_ID, ki_ontleed_nummeraanduiding_id, gettext_noop("A nummeraanduiding ID has 16 digits.")}
	};

	for (int i = 0; i < lengthof(soorten); i++)
		if (strcmp(soort, soorten[i].soort) == 0)
		{
			*vorm = soorten[i].vorm;
			return soorten[i].parser;
		}
	return NULL;
}

/* KI-106, KI-113: an identifying number is one of its kind. The number itself stays out of the message, and so out of logs. */
void
regel_identificator_geldig(const Rij *rij, const Rij *oud, int identificator)
{
	int			object_id = identificator + IDENTIFICATOR_OBJECT_ID;
	ki_oordeel	(*parser) (const char *, size_t);
	const char *vorm;
	char	   *nummer;

	if (!rij->rt->optie[OPTIE_VALIDEER_IDENTIFICATIE].aan || is_leeg(rij, object_id) ||
		is_leeg(rij, identificator + IDENTIFICATOR_SOORT_OBJECT_ID_CODE) || !is_gewijzigd(rij, oud, identificator, IDENTIFICATOR_KOLOMMEN))
		return;
	parser = parser_van_soort(TextDatumGetCString(waarde(rij, identificator + IDENTIFICATOR_SOORT_OBJECT_ID_CODE)), &vorm);
	if (parser == NULL)
		return;
	nummer = TextDatumGetCString(waarde(rij, object_id));
	if (parser(nummer, strlen(nummer)) != KI_GELDIG)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("identifying number is not valid"),
				 errdetail("%s", _(vorm)),
				 errhint("Correct the number, or the soort_object_id_code that says what it is."),
				 errkolom(rij, object_id, "identificator_geldig")));
}

/* A duration later than a moment. A day has 24 hours, as the session's TimeZone is not to say how long one is. */
TimestampTz
moment_plus(TimestampTz moment, const Interval *duur)
{
	if (duur_is_nul(duur))
		return moment;
	return DatumGetTimestampTz(DirectFunctionCall2(timestamp_pl_interval, TimestampTzGetDatum(moment), IntervalPGetDatum(duur)));
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
