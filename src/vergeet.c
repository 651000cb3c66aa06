/*
 * vergeet.c
 *		Erasing a person, or any other partij: vergeet_partij() (KI-110, KI-123).
 *
 * A partij to which nothing refers goes with all that is its own. One that others refer to stays for them, with its identificators and
 * verifications, which a partij cannot be without (KI-52, KI-56); but its contact data go, as of a partij that does not agree to reuse
 * (KI-58). In either case what the mutatielog remembers of it goes too, and a certificate stays. As in vernietig.c, which has the
 * means, it is part of the caller's statement, so it happens whole or not at all; and all is read and done as the owner of the register,
 * for a caller with DELETE on all tables of which rows can go.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/snapmgr.h"
#include "utils/uuid.h"

#include "vernietig.h"

PG_FUNCTION_INFO_V1(ki_vergeet_partij);

/* What is a partij's own, in the order in which it can go: what refers before what is referred to. */
static const Onderdeel onderdelen_van_partij[] = {
	{TABEL_DIGITAAL_ADRES, DA_VERSTREKT_DOOR_PARTIJ, SLEUTEL, TABEL_PARTIJ},
	{TABEL_PARTIJ_IDENTIFICATOR, PI_IDENTIFICEERDE_PARTIJ, SLEUTEL, TABEL_PARTIJ},
	{TABEL_PARTIJ_VERIFICATIE, PV_PARTIJ, SLEUTEL, TABEL_PARTIJ},
	{TABEL_VERTEGENWOORDIGING, VT_VERTEGENWOORDIGENDE_PARTIJ, VT_VERTEGENWOORDIGDE_PARTIJ, TABEL_PARTIJ},
	{TABEL_PARTIJ, SLEUTEL, SLEUTEL, TABEL_GEEN}
};

/*
 * The query (id, reden) of why the partij, the set $1, has to stay: a klantcontact is with it, somebody worked for it, a
 * contactpersoon represented nobody else (KI-67), a vestigingsnummer of another hangs under its KVK-nummer (KI-115), or anything else
 * refers to it or to what is its own, such as a klanttaak or a table of somebody's. Whatever that foreign key is to do on a delete:
 * nothing cascades.
 */
static const char *
redenen(const Vernietiging *v)
{
	StringInfoData sql;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT s.id, pg_catalog.format('klantcontact %%s was with it', k.nummer) AS reden"
					 " FROM ONLY %1$s.betrokkene AS b JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "b.was_partij"
					 " JOIN ONLY %1$s.klantcontact AS k ON k.id" IS "b.had_klantcontact"
					 " UNION SELECT s.id, pg_catalog.format('partij %%s worked for it', p.nummer)"
					 " FROM ONLY %1$s.partij AS p JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "p.werkte_voor_partij"
					 " UNION SELECT s.id, pg_catalog.format('partij %%s represented nobody else', p.nummer)"
					 " FROM ONLY %1$s.vertegenwoordiging AS t JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "t.vertegenwoordigde_partij"
					 " JOIN ONLY %1$s.partij AS p ON p.id" IS "t.vertegenwoordigende_partij"
					 " WHERE p.soort_partij" IS "'contactpersoon' AND p.werkte_voor_partij IS NULL AND NOT EXISTS ("
					 "   SELECT FROM ONLY %1$s.vertegenwoordiging AS a WHERE a.vertegenwoordigende_partij" IS "p.id"
					 "   AND a.vertegenwoordigde_partij" IS_NIET "s.id)"
					 " UNION SELECT s.id, pg_catalog.format('a vestigingsnummer of partij %%s is under its KVK-nummer', p.nummer)"
					 " FROM ONLY %1$s.partij_identificator AS i JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "i.identificeerde_partij"
					 " JOIN ONLY %1$s.partij_identificator AS o ON o.sub_identificator_van" IS "i.id"
					 " JOIN ONLY %1$s.partij AS p ON p.id" IS "o.identificeerde_partij WHERE p.id" IS_NIET "s.id", v->schema);
	for (int i = 0; i < v->aantal_onderdelen; i++)
		voeg_verwijzingen_toe(v, &v->onderdelen[i], &sql);
	return sql.data;
}

/* Decides what goes, in v and in the report. Returns whether the partij stays. */
static bool
bepaal(Vernietiging *v)
{
	const char *waarom = redenen(v);
	bool		blijft;

	lees(v, waarom, verzamelingen(1, &v->gekozen), NULL);
	blijft = SPI_processed > 0;
	SPI_freetuptable(SPI_tuptable);
	for (int i = 0; i < v->aantal_onderdelen; i++)
		v->ids[v->onderdelen[i].tabel] = lees_delen(v, &v->onderdelen[i], v->gekozen,
													v->onderdelen[i].tabel == TABEL_DIGITAAL_ADRES ?
													" WHERE d.verstrekt_door_betrokkene IS NULL" : "");
	verzamel_log(v);
	for (int i = 0; i < v->aantal_onderdelen; i++)
	{
		if (blijft && v->onderdelen[i].tabel != TABEL_DIGITAAL_ADRES)
			v->ids[v->onderdelen[i].tabel] = PointerGetDatum(construct_empty_array(UUIDOID));
		meld_vernietigd(v, v->onderdelen[i].tabel);
	}
	meld_vernietigd(v, TABEL_MUTATIELOG);
	if (blijft)
	{
		meld(v, "SELECT 'partij'::pg_catalog.text, s.id::pg_catalog.text, 'gewist'::pg_catalog.text, 'its contact data'::pg_catalog.text"
			 " FROM pg_catalog.unnest($1) AS s(id)", verzamelingen(1, &v->gekozen));
		meld(v, psprintf("SELECT 'partij'::pg_catalog.text, r.id::pg_catalog.text, 'behouden'::pg_catalog.text,"
						 " r.reden::pg_catalog.text FROM (%s) AS r", waarom), verzamelingen(1, &v->gekozen));
	}
	return blijft;
}

/* Is this a column for which a partij must agree to reuse? A contactpersoon cannot be without its name (KI-55). */
static bool
is_contactgegeven(int kolom, bool contactpersoon)
{
	return kolom == P_VOORKEURSTAAL || kolom == P_VOORKEURS_DIGITAAL_ADRES || kolom == P_INTERNE_NOTITIE ||
		(kolom >= P_CONTACTNAAM && kolom < P_BEZOEKADRES && !contactpersoon) ||
		(kolom >= P_BEZOEKADRES && kolom < P_CORRESPONDENTIEADRES + ADRES_KOLOMMEN);
}

/*
 * Erases the contact data of a partij that stays, as a correction; the log of that is that it happened. The register holds the
 * partij to it that it is not used again.
 */
static void
wis_partij(const Vernietiging *v, Datum id, const char *grondslag)
{
	Opening		opening = {
		.relid = register_tabel_in(v->schema_oid, TABEL_PARTIJ),
		.operatie = TRIGGER_EVENT_UPDATE,
		.id = id,
		.reden = grondslag,
		.wist = true
	};
	AndereRij	partij;
	Rij			rij;
	bool		contactpersoon;
	StringInfoData sql;
	Snapshot	stand;

	if (!rij_lezen(&partij, opening.relid, id, LockTupleExclusive))
		elog(ERROR, "partij that was locked is gone");
	rij_begin(&rij, partij.rel, partij.rt, partij.slot);
	contactpersoon = is_tekst(&rij, P_SOORT_PARTIJ, "contactpersoon");
	initStringInfo(&sql);
	appendStringInfo(&sql, "UPDATE ONLY %s.partij AS p SET indicatie_hergebruik = false", v->schema);
	zet(&rij, P_INDICATIE_HERGEBRUIK, BoolGetDatum(false));
	for (int kolom = EERSTE_EIGEN_KOLOM; kolom < tabellen[TABEL_PARTIJ].aantal_kolommen; kolom++)
		if (is_contactgegeven(kolom, contactpersoon))
		{
			appendStringInfo(&sql, ", %s = NULL", tabellen[TABEL_PARTIJ].kolommen[kolom].naam);
			zet_leeg(&rij, kolom);
		}
	appendStringInfoString(&sql, " WHERE p.id" IS "$1");
	opening.nieuw = heap_form_tuple(rij.desc, rij.waarde, rij.leeg);
	rij_sluiten(&partij);
	stand = laatste_stand();
	voer_open_uit(&opening, TABEL_PARTIJ, sql.data, UUIDOID, id, stand);
	UnregisterSnapshot(stand);
}

/* Removes the addresses of a partij that stays, one by one, as corrections. */
static void
wis_adressen(const Vernietiging *v, const char *grondslag)
{
	pg_uuid_t  *ids = (pg_uuid_t *) ARR_DATA_PTR(DatumGetArrayTypeP(v->ids[TABEL_DIGITAAL_ADRES]));

	for (int i = 0; i < aantal_ids(v->ids[TABEL_DIGITAAL_ADRES]); i++)
	{
		Opening		opening = {
			.relid = register_tabel_in(v->schema_oid, TABEL_DIGITAAL_ADRES),
			.operatie = TRIGGER_EVENT_DELETE,
			.id = UUIDPGetDatum(&ids[i]),
			.reden = grondslag,
			.wist = true
		};

		voer_open_uit(&opening, TABEL_DIGITAAL_ADRES, psprintf("DELETE FROM ONLY %s.digitaal_adres AS d WHERE d.id" IS "$1", v->schema),
					  UUIDOID, opening.id, v->stand);
	}
}

static void
voer_uit(const Vernietiging *v, Datum id, bool blijft, Datum grondslag)
{
	if (!blijft)
		for (int i = 0; i < v->aantal_onderdelen; i++)
			verwijder(v, v->onderdelen[i].tabel);
	else
	{
		wis_adressen(v, TextDatumGetCString(grondslag));
		wis_partij(v, id, TextDatumGetCString(grondslag));
	}
	verwijder(v, TABEL_MUTATIELOG);
	certificeer(v, grondslag);
}

/*
 * vergeet_partij(partij uuid, proef boolean, grondslag text, register name) -> rows (tabel, id, actie, reden)
 *
 * Erases a partij with all that is its own, or, if others refer to it, its contact data; or, as a dry run, only says so. Raises 22004
 * for a null, 22023 for a grondslag that says nothing or a partij that does not exist, 3F000 for a register that does not exist, 42501
 * without the privileges, and 27000 if a trigger keeps a row.
 */
Datum
ki_vergeet_partij(PG_FUNCTION_ARGS)
{
	Vernietiging v = {0};
	Datum		id;
	int			niveau;
	bool		blijft;
	Oid			gebruiker;
	int			context;

	vernietiging_begin(&v, fcinfo, onderdelen_van_partij, lengthof(onderdelen_van_partij), 1);
	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("partij to erase cannot be null")));
	id = PG_GETARG_DATUM(0);
	v.gekozen = PointerGetDatum(construct_array(&id, 1, UUIDOID, UUID_LEN, false, TYPALIGN_CHAR));

	word_eigenaar(&v, &gebruiker, &context);
	SPI_connect();
	niveau = NewGUCNestLevel();
	/* As in vernietig.c: a table of somebody else that refers to what goes may have policies. */
	(void) set_config_option("row_security", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	/* Whoever refers to the partij, or adds what is its own, locks it too. */
	if (!PG_GETARG_BOOL(1))
		vergrendel_rijen(&v, TABEL_PARTIJ, v.gekozen);
	v.stand = laatste_stand();
	lees(&v, psprintf("SELECT FROM ONLY %s.partij AS p JOIN pg_catalog.unnest($1) AS s(id) ON s.id" IS "p.id", v.schema),
		 verzamelingen(1, &v.gekozen), NULL);
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("partij %s does not exist", tekst_van(UUIDOID, id))));
	blijft = bepaal(&v);
	AtEOXact_GUC(true, niveau);
	if (!PG_GETARG_BOOL(1))
		voer_uit(&v, id, blijft, PG_GETARG_DATUM(2));
	UnregisterSnapshot(v.stand);
	SPI_finish();
	SetUserIdAndSecContext(gebruiker, context);
	return (Datum) 0;
}
