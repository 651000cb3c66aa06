/*
 * ontleed.h
 *		Parsers of the values that the domain checks character by character.
 *
 * They call nothing of the server, so that they can be fuzzed and tested alone (test/fuzz).  Every one takes a string of
 * len bytes, which need not end in a NUL, and says whether it is valid or else why not.  Only ASCII counts as a digit or
 * a letter (KI-113); bytes are enough to see that, because no server encoding hides an ASCII byte inside a character.
 */
#ifndef KI_ONTLEED_H
#define KI_ONTLEED_H

#include <stdbool.h>
#include <stddef.h>

/* Why a value is refused. */
typedef enum ki_oordeel
{
	KI_GELDIG = 0,				/* it is not */
	KI_LENGTE,					/* too few or too many characters */
	KI_TEKEN,					/* a character that has no place there */
	KI_VORM,					/* the right characters, but not in this order */
	KI_ELFPROEF,				/* the check digit is wrong */
	KI_SERVICENUMMER			/* a phone number that nobody has as their own: 0800, 0900 */
} ki_oordeel;

/* What the adres of a digitaal adres is, by the code of its soort. */
typedef enum ki_aard
{
	KI_AARD_VRIJ = 0,			/* free text: a name at Facebook, whatever the municipality adds */
	KI_AARD_TELEFOONNUMMER,
	KI_AARD_E_MAILADRES
} ki_aard;

#define KI_E164_MAX 16			/* a plus sign and fifteen digits */
#define KI_E_MAILADRES_MAX 254	/* characters */

extern ki_oordeel ki_ontleed_ja_of_leeg(const char *s, size_t len, bool *ja);
extern ki_oordeel ki_ontleed_bsn(const char *s, size_t len);
extern ki_oordeel ki_ontleed_rsin(const char *s, size_t len);
extern ki_oordeel ki_ontleed_kvk_nummer(const char *s, size_t len);
extern ki_oordeel ki_ontleed_vestigingsnummer(const char *s, size_t len);
extern ki_oordeel ki_ontleed_oin(const char *s, size_t len);
extern ki_oordeel ki_ontleed_nummeraanduiding_id(const char *s, size_t len);
extern ki_oordeel ki_ontleed_taalcode(const char *s, size_t len);
extern ki_oordeel ki_ontleed_e_mailadres(const char *s, size_t len, size_t tekens);
extern ki_oordeel ki_ontleed_telefoonnummer(const char *s, size_t len, char e164[KI_E164_MAX + 1]);
extern ki_aard ki_aard_van_soort(const char *soort, size_t len);

#endif							/* KI_ONTLEED_H */
