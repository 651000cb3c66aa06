/*
 * rij.c
 *		The row that a trigger was called for: rules read it, and complete it.
 */
#include "klantinteracties.h"

#include "access/htup_details.h"
#include "utils/builtins.h"
#include "utils/datum.h"

/* Opens the row in the slot. What it points to lives as long as the slot's tuple and the caller's memory context. */
void
rij_begin(Rij *rij, Relation rel, RegisterTabel *rt, TupleTableSlot *slot)
{
	slot_getallattrs(slot);
	rij->rel = rel;
	rij->rt = rt;
	rij->desc = RelationGetDescr(rel);
	rij->waarde = slot->tts_values;
	rij->leeg = slot->tts_isnull;
	rij->gewijzigd = false;
	rij->correctie = false;
}

/* The tuple that a BEFORE trigger returns: the one it was given, or a new one if a rule completed the row. */
HeapTuple
rij_af(Rij *rij, HeapTuple tuple)
{
	return rij->gewijzigd ? heap_form_tuple(rij->desc, rij->waarde, rij->leeg) : tuple;
}

/* Before the first change the row gets values of its own: until then they are those of the slot. */
static void
maak_eigen(Rij *rij)
{
	Size		natts = rij->desc->natts;

	if (rij->gewijzigd)
		return;
	rij->waarde = memcpy(palloc(natts * sizeof(Datum)), rij->waarde, natts * sizeof(Datum));
	rij->leeg = memcpy(palloc(natts * sizeof(bool)), rij->leeg, natts * sizeof(bool));
	rij->gewijzigd = true;
}

/* Has the column with this place this value? */
static bool
heeft(const Rij *rij, int plaats, Datum waarde, bool leeg)
{
	Form_pg_attribute att = TupleDescAttr(rij->desc, plaats);

	if (leeg || rij->leeg[plaats])
		return leeg == rij->leeg[plaats];
	return datum_image_eq(rij->waarde[plaats], waarde, att->attbyval, att->attlen);
}

static void
wijzig(Rij *rij, int plaats, Datum waarde, bool leeg)
{
	maak_eigen(rij);
	rij->waarde[plaats] = waarde;
	rij->leeg[plaats] = leeg;
}

/* Completes the row in the column with this place. What it has already changes nothing, and spares the server another row. */
void
zet_plaats(Rij *rij, int plaats, Datum waarde, bool leeg)
{
	if (!heeft(rij, plaats, waarde, leeg))
		wijzig(rij, plaats, waarde, leeg);
}

/* Completes the row, if it has the column. */
void
zet(Rij *rij, int kolom, Datum waarde)
{
	if (plaats(rij, kolom) >= 0)
		zet_plaats(rij, plaats(rij, kolom), waarde, false);
}

void
zet_leeg(Rij *rij, int kolom)
{
	if (plaats(rij, kolom) >= 0)
		zet_plaats(rij, plaats(rij, kolom), (Datum) 0, true);
}

/* Copies a column of another row, if this one has it. */
void
neem_over(Rij *rij, int kolom, const AndereRij *van, int van_kolom)
{
	int			hier = plaats(rij, kolom);
	bool		leeg;
	Datum		d = rij_waarde(van, van_kolom, &leeg);

	if (hier < 0 || heeft(rij, hier, d, leeg))
		return;
	if (!leeg)
		d = datumCopy(d, TupleDescAttr(rij->desc, hier)->attbyval, TupleDescAttr(rij->desc, hier)->attlen);
	wijzig(rij, hier, d, leeg);
}

/* Is a ja_of_leeg ja? It is stored as a boolean is; null counts as empty. */
bool
is_ja(const Rij *rij, int kolom)
{
	return !is_leeg(rij, kolom) && DatumGetBool(waarde(rij, kolom));
}

bool
is_waar(const Rij *rij, int kolom)
{
	return is_ja(rij, kolom);
}

bool
is_tekst(const Rij *rij, int kolom, const char *tekst)
{
	Size		lengte = strlen(tekst);
	text	   *t;

	if (is_leeg(rij, kolom))
		return false;
	t = DatumGetTextPP(waarde(rij, kolom));
	return VARSIZE_ANY_EXHDR(t) == lengte && memcmp(VARDATA_ANY(t), tekst, lengte) == 0;
}

/* Is the column the same in two versions of a row? */
bool
zelfde(const Rij *a, const Rij *b, int kolom)
{
	int			hier = plaats(a, kolom);

	return hier < 0 || heeft(a, hier, b->waarde[hier], b->leeg[hier]);
}

/*
 * Does the column with this place differ between two versions of a row? What is left in a dropped column counts for nothing, and a
 * generated column is not computed before the rules have run.
 */
bool
is_anders(const Rij *a, const Rij *b, int plaats)
{
	Form_pg_attribute att = TupleDescAttr(a->desc, plaats);

	return !att->attisdropped && !att->attgenerated && !heeft(a, plaats, b->waarde[plaats], b->leeg[plaats]);
}

/*
 * Is the row new, or does any of these columns differ from the version before? What an option once allowed is not looked at again when
 * something else changes.
 */
bool
is_gewijzigd(const Rij *rij, const Rij *oud, int eerste, int aantal)
{
	if (oud == NULL)
		return true;
	for (int i = 0; i < aantal; i++)
		if (!zelfde(rij, oud, eerste + i))
			return true;
	return false;
}

static bool
is_kopie(const RegisterTabel *rt, AttrNumber attnum)
{
	for (int i = 0; i < tabellen[rt->tabel].aantal_kolommen; i++)
		if (rt->attnum[i] == attnum)
			return tabellen[rt->tabel].kolommen[i].kopie;
	return false;
}

/*
 * Does an update change copies of the parent's columns, and nothing else? Columns that the owner added count as something else.
 */
bool
alleen_kopieen_gewijzigd(const Rij *rij, const Rij *oud)
{
	bool		gewijzigd = false;

	for (int i = 0; i < rij->desc->natts; i++)
	{
		if (!is_anders(rij, oud, i))
			continue;
		if (!is_kopie(rij->rt, TupleDescAttr(rij->desc, i)->attnum))
			return false;
		gewijzigd = true;
	}
	return gewijzigd;
}
