/*
 * melding.c
 *		How a violation names rows, columns and values; what of it the user may see follows ri_ReportViolation() of the server.
 */
#include "klantinteracties.h"

#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "miscadmin.h"

/* May the user see this column of every row? */
static bool
mag_zien(Relation rel, AttrNumber attnum)
{
	Oid			relid = RelationGetRelid(rel);

	if (check_enable_rls(relid, InvalidOid, true) == RLS_ENABLED)
		return false;
	return pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK ||
		pg_attribute_aclcheck(relid, attnum, GetUserId(), ACL_SELECT) == ACLCHECK_OK;
}

/* A value as text, for a message. */
const char *
tekst_van(Oid type, Datum waarde)
{
	Oid			uitvoer;
	bool		varlena;

	getTypeOutputInfo(type, &uitvoer, &varlena);
	return OidOutputFunctionCall(uitvoer, waarde);
}

/* A column of a row that a trigger was called for, as text. */
const char *
tekst_van_kolom(const Rij *rij, int kolom)
{
	AttrNumber	attnum = rij->rt->attnum[kolom];

	return is_leeg(rij, kolom) ? "" : tekst_van(TupleDescAttr(rij->desc, attnum - 1)->atttypid, waarde(rij, kolom));
}

static const char *
kolom_als_tekst(Relation rel, TupleTableSlot *slot, AttrNumber attnum)
{
	bool		leeg;
	Datum		d = slot_getattr(slot, attnum, &leeg);

	return leeg ? "" : tekst_van(TupleDescAttr(RelationGetDescr(rel), attnum - 1)->atttypid, d);
}

/* How a message names a row: by its nummer, if it has one, for those who may see it, else by its key. */
const char *
naam_van_rij(Relation rel, const RegisterTabel *rt, TupleTableSlot *slot)
{
	AttrNumber	nummer = get_attnum(rt->relid, "nummer");

	if (nummer != InvalidAttrNumber && mag_zien(rel, nummer))
		return kolom_als_tekst(rel, slot, nummer);
	return kolom_als_tekst(rel, slot, rt->attnum[SLEUTEL]);
}

/* The same of another row, which is read again if it has only what parts copy from it. */
const char *
naam_van_andere(const AndereRij *rij)
{
	AndereRij	heel;
	const char *naam;
	bool		leeg;

	if (!rij->kort)
		return naam_van_rij(rij->rel, rij->rt, rij->slot);
	naam = rij_lezen_nu(&heel, rij->rt->relid, rij_waarde(rij, SLEUTEL, &leeg)) ? naam_van_rij(heel.rel, heel.rt, heel.slot) : "";
	rij_sluiten(&heel);
	return naam;
}

/* A moment of another row as text for a DETAIL, or NULL if the user may not see it. */
const char *
zichtbaar_moment(const AndereRij *rij, int kolom)
{
	if (rij->rt->attnum[kolom] == InvalidAttrNumber || !mag_zien(rij->rel, rij->rt->attnum[kolom]))
		return NULL;
	return kolom_als_tekst(rij->rel, rij->slot, rij->rt->attnum[kolom]);
}

/* Fills the error's fields for a violation in one column: constraint, table and column. */
int
errkolom(const Rij *rij, int kolom, const char *regel)
{
	errtablecol(rij->rel, rij->rt->attnum[kolom]);
	err_generic_string(PG_DIAG_CONSTRAINT_NAME, regel);
	return 0;
}
