/*
 * vertrouwelijk.c
 *		What becomes vertrouwelijk is so in all that belongs to it: in the identificatoren and addresses of a partij that asks for
 *		geheimhouding (KI-63), and in what the mutatielog remembered before (KI-31, KI-108).
 *
 * Row security looks at one row, and asks nothing of another table (design decision D5), so each row carries the answer. The parts of
 * a klantcontact get theirs in corrigeer.c. A log row that once was vertrouwelijk stays so: what it holds was, at that time.
 */
#include "klantinteracties.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "rewrite/rowsecurity.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"

#define IS " OPERATOR(pg_catalog.=) "

/* What a correction removed, or may have taken elsewhere; an index has these rows of the log. */
#define GECORRIGEERD " (m.operatie" IS "'DELETE' OR m.reden IS NOT NULL)"

/*
 * Rows of a table with this key, those that are there and those that a correction removed, or took elsewhere. Of the latter the whole
 * memory is closed, also of what they were elsewhere.
 */
#define RIJEN_VAN(tabel, sleutel) \
	" UNION ALL SELECT '" tabel "', d.id::pg_catalog.text FROM ONLY %1$s." tabel " AS d WHERE d." sleutel IS "$1" \
	" UNION ALL SELECT m.tabel, m.rij_id FROM ONLY %1$s.mutatielog AS m" \
	" WHERE" GECORRIGEERD " AND m.tabel" IS "'" tabel "'" \
	" AND (m.oud OPERATOR(pg_catalog.->>) '" sleutel "')" IS "$1::pg_catalog.text"

/* The rows (tabel, rij_id) that are a klantcontact, or belong to it. */
static const char rijen_van_klantcontact[] =
"SELECT 'klantcontact'::pg_catalog.text, $1::pg_catalog.text"
RIJEN_VAN("betrokkene", "had_klantcontact")
RIJEN_VAN("actor_klantcontact", "klantcontact_id")
RIJEN_VAN("bijlage", "was_bijlage_van_klantcontact")
RIJEN_VAN("onderwerpobject", "was_onderwerp_van_klantcontact")
RIJEN_VAN("interne_taak", "aanleidinggevend_klantcontact");

/* Likewise of a partij. */
static const char rijen_van_partij[] =
"SELECT 'partij'::pg_catalog.text, $1::pg_catalog.text"
RIJEN_VAN("partij_identificator", "identificeerde_partij")
RIJEN_VAN("digitaal_adres", "verstrekt_door_partij");

/* What a partij has that follows it, where it does not yet. An address may be vertrouwelijk for its betrokkene, too. */
static const char *const kopieen_van_partij[] = {
	"UPDATE ONLY %1$s.partij_identificator AS d SET vertrouwelijk = p.indicatie_geheimhouding::klantinteracties.ja_of_leeg"
	" FROM ONLY %1$s.partij AS p WHERE p.id" IS "$1 AND d.identificeerde_partij" IS "$1"
	" AND d.vertrouwelijk OPERATOR(pg_catalog.<>) p.indicatie_geheimhouding::klantinteracties.ja_of_leeg",
	"UPDATE ONLY %1$s.digitaal_adres AS d SET vertrouwelijk = v.nu"
	" FROM (SELECT a.id, (p.indicatie_geheimhouding OR COALESCE(b.vertrouwelijk::pg_catalog.bool, false))::klantinteracties.ja_of_leeg"
	"         FROM ONLY %1$s.partij AS p JOIN ONLY %1$s.digitaal_adres AS a ON a.verstrekt_door_partij" IS "p.id"
	"         LEFT JOIN ONLY %1$s.betrokkene AS b ON b.id" IS "a.verstrekt_door_betrokkene WHERE p.id" IS "$1) AS v(id, nu)"
	" WHERE d.id" IS "v.id AND d.vertrouwelijk OPERATOR(pg_catalog.<>) v.nu"
};

/* Makes these rows of the log, by ascending id, vertrouwelijk. */
static void
maak_vertrouwelijk(Oid log, const char *schema, Datum ids, int aantal)
{
	Opening		opening = {
		.relid = log,
		.operatie = TRIGGER_EVENT_UPDATE,
		.ids = ARR_DATA_PTR(DatumGetArrayTypeP(ids)),
		.aantal = aantal
	};
	uint64		rijen = 0;

	opening_begin(&opening);
	PG_TRY();
	{
		rijen = voer_uit_nu(psprintf("UPDATE ONLY %s.mutatielog AS m SET vertrouwelijk = 'ja'::klantinteracties.ja_of_leeg"
								  " FROM pg_catalog.unnest($1) AS s(id) WHERE m.id" IS "s.id", schema), INT8ARRAYOID, ids);
	}
	PG_FINALLY();
	{
		opening_eind(&opening);
	}
	PG_END_TRY();
	if (rijen != aantal)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("mutatielog did not follow what became vertrouwelijk"),
				 errdetail("A trigger or rule on it kept a row as it was.")));
}

/*
 * Closes what the log remembers of a row that is vertrouwelijk now and of what belongs to it. The row is locked, and its parts follow
 * it already: who writes the log of one later finds it vertrouwelijk, and who did before is seen here. The caller is the owner, and
 * connected to SPI.
 */
static void
sluit_log(Relation rel, const char *rijen, Datum id)
{
	const char *schema = quote_identifier(get_namespace_name(RelationGetNamespace(rel)));
	bool		leeg;
	Datum		ids;

	/* Addresses hang under a betrokkene, who may have been removed or have gone elsewhere, as they may themselves. */
	voer_uit_nu(psprintf("WITH rij(tabel, rij_id) AS (%2$s), adres AS (SELECT 'digitaal_adres'::pg_catalog.text AS tabel, d.id::pg_catalog.text AS rij_id"
					  " FROM rij AS r JOIN ONLY %1$s.digitaal_adres AS d ON d.verstrekt_door_betrokkene" IS "r.rij_id::pg_catalog.uuid"
					  " WHERE r.tabel" IS "'betrokkene'"
					  " UNION ALL SELECT m.tabel, m.rij_id FROM ONLY %1$s.mutatielog AS m JOIN rij AS r"
					  " ON r.tabel" IS "'betrokkene' AND r.rij_id" IS "(m.oud OPERATOR(pg_catalog.->>) 'verstrekt_door_betrokkene')"
					  " WHERE" GECORRIGEERD " AND m.tabel" IS "'digitaal_adres')"
					  " SELECT pg_catalog.array_agg(DISTINCT m.id ORDER BY m.id) FROM ONLY %1$s.mutatielog AS m"
					  " JOIN (SELECT * FROM rij UNION ALL SELECT * FROM adres) AS r ON r.rij_id" IS "m.rij_id AND r.tabel" IS "m.tabel"
					  " WHERE m.vertrouwelijk" IS "''::klantinteracties.ja_of_leeg", schema, psprintf(rijen, schema)), UUIDOID, id);
	ids = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &leeg);
	if (!leeg)
	{
		ArrayType  *array = DatumGetArrayTypePCopy(ids);

		maak_vertrouwelijk(register_mutatielog(rel), schema, PointerGetDatum(array), ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)));
	}
}

/* A klantcontact was corrected, and its parts follow it: so does the log if it is vertrouwelijk. Called as sluit_log() is. */
void
klantcontact_in_log(Relation klantcontacten, Datum id)
{
	AndereRij	kc;
	bool		leeg;
	bool		vertrouwelijk;

	vertrouwelijk = rij_lezen_zonder_slot(&kc, RelationGetRelid(klantcontacten), id, SnapshotSelf) &&
		DatumGetBool(rij_waarde(&kc, KC_VERTROUWELIJK, &leeg));
	rij_sluiten(&kc);
	if (vertrouwelijk)
		sluit_log(klantcontacten, rijen_van_klantcontact, id);
}

/*
 * KI-63: a partij changed its mind on geheimhouding. What belongs to it follows, and the log if it is secret now. As the owner, without
 * row security: who asks for it to be kept secret need not see it afterwards.
 */
void
volg_geheimhouding(const Rij *rij)
{
	const char *schema = quote_identifier(get_namespace_name(RelationGetNamespace(rij->rel)));
	Oid			gebruiker;
	int			context;

	GetUserIdAndSecContext(&gebruiker, &context);
	SetUserIdAndSecContext(rij->rel->rd_rel->relowner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	SPI_connect();
	for (int i = 0; i < lengthof(kopieen_van_partij); i++)
		(void) voer_uit_nu(psprintf(kopieen_van_partij[i], schema), UUIDOID, waarde(rij, SLEUTEL));
	if (is_waar(rij, P_INDICATIE_GEHEIMHOUDING))
		sluit_log(rij->rel, rijen_van_partij, waarde(rij, SLEUTEL));
	SPI_finish();
	SetUserIdAndSecContext(gebruiker, context);
}

/* Is the user one of the roles that a policy names, which a bevoegdheid made to widen (permissive) or narrow what they see? */
bool
wordt_genoemd(Relation rel, const char *beleid, bool permissive)
{
	ListCell   *lc;

	if (rel->rd_rsdesc == NULL)
		return false;
	foreach(lc, rel->rd_rsdesc->policies)
	{
		RowSecurityPolicy *p = lfirst(lc);
		Oid		   *rollen = (Oid *) ARR_DATA_PTR(p->roles);

		if (p->permissive != permissive || strcmp(p->policy_name, beleid) != 0)
			continue;
		for (int i = 0; i < ARR_DIMS(p->roles)[0]; i++)
			if (has_privs_of_role(GetUserId(), rollen[i]))
				return true;
	}
	return false;
}

/*
 * May the user see rows of this table that are vertrouwelijk, as far as our own policies say? He need not have SELECT: who may only register
 * is asked, too.
 */
bool
ziet_vertrouwelijk(Relation rel)
{
	return check_enable_rls(RelationGetRelid(rel), InvalidOid, true) != RLS_ENABLED || wordt_genoemd(rel, "vertrouwelijk", true);
}
