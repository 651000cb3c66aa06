/*
 * geldigheid.c
 *		What SQL sees of the parsers in ontleed.c: is_bsn(text) and the like, and the form in which addresses compare.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "compat.h"
#include "ontleed.h"

/*
 * is_<soort>(text) -> boolean: does ki_ontleed_<soort> find it valid?
 */
#define IS_GELDIG(soort) \
PG_FUNCTION_INFO_V1(is_##soort); \
Datum \
is_##soort(PG_FUNCTION_ARGS) \
{ \
	text	   *waarde = PG_GETARG_TEXT_PP(0); \
\
	PG_RETURN_BOOL(ki_ontleed_##soort(VARDATA_ANY(waarde), VARSIZE_ANY_EXHDR(waarde)) == KI_GELDIG); \
} \
extern int no_such_variable

IS_GELDIG(bsn);
IS_GELDIG(rsin);
IS_GELDIG(kvk_nummer);
IS_GELDIG(vestigingsnummer);
IS_GELDIG(oin);
IS_GELDIG(nummeraanduiding_id);
IS_GELDIG(taalcode);

PG_FUNCTION_INFO_V1(is_e_mailadres);
PG_FUNCTION_INFO_V1(is_telefoonnummer);
PG_FUNCTION_INFO_V1(normaliseer_digitaal_adres);

/*
 * is_e_mailadres(text) -> boolean
 */
Datum
is_e_mailadres(PG_FUNCTION_ARGS)
{
	text	   *waarde = PG_GETARG_TEXT_PP(0);
	char	   *s = VARDATA_ANY(waarde);
	int			len = VARSIZE_ANY_EXHDR(waarde);

	PG_RETURN_BOOL(ki_ontleed_e_mailadres(s, len, pg_mbstrlen_with_len(s, len)) == KI_GELDIG);
}

/*
 * is_telefoonnummer(text) -> boolean
 */
Datum
is_telefoonnummer(PG_FUNCTION_ARGS)
{
	text	   *waarde = PG_GETARG_TEXT_PP(0);
	char		e164[KI_E164_MAX + 1];

	PG_RETURN_BOOL(ki_ontleed_telefoonnummer(VARDATA_ANY(waarde), VARSIZE_ANY_EXHDR(waarde), e164) == KI_GELDIG);
}

/*
 * normaliseer_digitaal_adres(soort text, adres text) -> text
 *
 * The form in which two addresses of one soort compare (KI-117): a phone number in E.164, an e-mail address in lower case,
 * anything else, and a phone number that is not valid, as it stands.  Unique indexes are built on the answer, so it must
 * never depend on a locale: lower case is that of ASCII.  Must not raise an error either, being LEAKPROOF.
 */
Datum
normaliseer_digitaal_adres(PG_FUNCTION_ARGS)
{
	text	   *soort = PG_GETARG_TEXT_PP(0);
	text	   *adres = PG_GETARG_TEXT_PP(1);
	const char *s = VARDATA_ANY(adres);
	size_t		len = VARSIZE_ANY_EXHDR(adres);

	switch (ki_aard_van_soort(VARDATA_ANY(soort), VARSIZE_ANY_EXHDR(soort)))
	{
		case KI_AARD_TELEFOONNUMMER:
			{
				char		e164[KI_E164_MAX + 1];

				if (ki_ontleed_telefoonnummer(s, len, e164) == KI_GELDIG)
					PG_RETURN_TEXT_P(cstring_to_text(e164));
				break;
			}
		case KI_AARD_E_MAILADRES:
			{
				text	   *klein = cstring_to_text_with_len(s, len);
				char	   *c = VARDATA(klein);

				for (size_t i = 0; i < len; i++)
					c[i] = pg_ascii_tolower((unsigned char) c[i]);
				PG_RETURN_TEXT_P(klein);
			}
		case KI_AARD_VRIJ:
			break;
	}
	PG_RETURN_TEXT_P(adres);
}
