/*
 * ja_of_leeg.c
 *		The type ja_of_leeg: "ja", or nothing (KI-31, KI-32, KI-33).
 *
 * A klantcontact states that it is confidential, or that it came about, or does not state it; a "nee" does not exist.
 *
 * The stored form is for ever, because pg_upgrade copies it: that of boolean, one byte, 1 for "ja" and 0 for empty.  So
 * comparing, hashing and the cast from boolean are the server's own for boolean (sql/12_ja_of_leeg_operators.sql), and
 * other C code of the extension reads and makes a value with DatumGetBool() and BoolGetDatum().  The binary form on the
 * wire is the text, as that of an enum, so that a driver that does not know the type can still read it.
 */
#include "postgres.h"

#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "compat.h"
#include "ontleed.h"

PG_FUNCTION_INFO_V1(ja_of_leeg_in);
PG_FUNCTION_INFO_V1(ja_of_leeg_out);
PG_FUNCTION_INFO_V1(ja_of_leeg_recv);
PG_FUNCTION_INFO_V1(ja_of_leeg_send);
PG_FUNCTION_INFO_V1(ja_of_leeg_naar_boolean);

/*
 * The value that the text stands for.  A wrong text is an error: soft where escontext can keep one, and then the
 * returned Datum means nothing.
 */
static Datum
lees_ja_of_leeg(const char *tekst, Node *escontext)
{
	bool		ja;

	if (ki_ontleed_ja_of_leeg(tekst, strlen(tekst), &ja) != KI_GELDIG)
		ereturn(escontext, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%s\"", "ja_of_leeg", tekst),
				 errhint("Write \"ja\", or an empty string where \"ja\" is not stated.")));

	return BoolGetDatum(ja);
}

/*
 * cstring -> ja_of_leeg
 */
Datum
ja_of_leeg_in(PG_FUNCTION_ARGS)
{
	return lees_ja_of_leeg(PG_GETARG_CSTRING(0), fcinfo->context);
}

/*
 * ja_of_leeg -> cstring
 */
Datum
ja_of_leeg_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(pstrdup(PG_GETARG_BOOL(0) ? "ja" : ""));
}

/*
 * bytes -> ja_of_leeg, as strict as the text: any client can send any bytes.
 */
Datum
ja_of_leeg_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			nbytes;

	return lees_ja_of_leeg(pq_getmsgtext(buf, buf->len - buf->cursor, &nbytes), fcinfo->context);
}

/*
 * ja_of_leeg -> bytes
 */
Datum
ja_of_leeg_send(PG_FUNCTION_ARGS)
{
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendtext(&buf, "ja", PG_GETARG_BOOL(0) ? 2 : 0);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/*
 * ja_of_leeg -> boolean.  Empty means "not stated", which is NULL and not false.
 */
Datum
ja_of_leeg_naar_boolean(PG_FUNCTION_ARGS)
{
	if (!PG_GETARG_BOOL(0))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(true);
}
