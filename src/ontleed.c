/*
 * ontleed.c
 *		Parsers of the values that the domain checks character by character.
 *
 * See ontleed.h: nothing here may call the server.
 */
#include "ontleed.h"

#include <string.h>

/*
 * Is it a digit?  Not isdigit(): in some locales that knows more digits than these ten.
 */
static bool
is_cijfer(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Exactly so many digits and nothing else.
 */
static ki_oordeel
ontleed_cijfers(const char *s, size_t len, size_t aantal)
{
	if (len != aantal)
		return KI_LENGTE;
	for (size_t i = 0; i < len; i++)
	{
		if (!is_cijfer(s[i]))
			return KI_TEKEN;
	}
	return KI_GELDIG;
}

/*
 * Nine digits abcdefghi with 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by 11.  Nine zeros pass that sum, but number nobody.
 */
static ki_oordeel
ontleed_elfproef(const char *s, size_t len)
{
	ki_oordeel	oordeel = ontleed_cijfers(s, len, 9);
	int			som = 0;

	if (oordeel != KI_GELDIG)
		return oordeel;
	if (memcmp(s, "000000000", 9) == 0)
		return KI_ELFPROEF;
	for (int i = 0; i < 8; i++)
		som += (9 - i) * (s[i] - '0');
	som -= s[8] - '0';
	return som % 11 == 0 ? KI_GELDIG : KI_ELFPROEF;
}

/*
 * KI-32: "ja" in any case, or nothing at all.  Sets *ja when valid.
 */
ki_oordeel
ki_ontleed_ja_of_leeg(const char *s, size_t len, bool *ja)
{
	if (len != 0 && len != 2)
		return KI_LENGTE;
	if (len == 2 && ((s[0] != 'j' && s[0] != 'J') || (s[1] != 'a' && s[1] != 'A')))
		return KI_TEKEN;
	*ja = (len == 2);
	return KI_GELDIG;
}

/*
 * KI-106: the number of a person.
 */
ki_oordeel
ki_ontleed_bsn(const char *s, size_t len)
{
	return ontleed_elfproef(s, len);
}

/*
 * KI-106: the number of a legal person, from the same range as the bsn.
 */
ki_oordeel
ki_ontleed_rsin(const char *s, size_t len)
{
	return ontleed_elfproef(s, len);
}

/*
 * KI-106: a registration in the Handelsregister; it has no check digit.
 */
ki_oordeel
ki_ontleed_kvk_nummer(const char *s, size_t len)
{
	return ontleed_cijfers(s, len, 8);
}

/*
 * KI-106: a branch in the Handelsregister.
 */
ki_oordeel
ki_ontleed_vestigingsnummer(const char *s, size_t len)
{
	return ontleed_cijfers(s, len, 12);
}

/*
 * KI-106: the number of a government organisation.
 */
ki_oordeel
ki_ontleed_oin(const char *s, size_t len)
{
	return ontleed_cijfers(s, len, 20);
}

/*
 * KI-106: an address in the Basisregistratie Adressen en Gebouwen.
 */
ki_oordeel
ki_ontleed_nummeraanduiding_id(const char *s, size_t len)
{
	return ontleed_cijfers(s, len, 16);
}

/*
 * A language, by the form of its ISO 639-2 code: three lower case letters.
 */
ki_oordeel
ki_ontleed_taalcode(const char *s, size_t len)
{
	if (len != 3)
		return KI_LENGTE;
	for (size_t i = 0; i < len; i++)
	{
		if (s[i] < 'a' || s[i] > 'z')
			return KI_TEKEN;
	}
	return KI_GELDIG;
}

/*
 * An e-mail address has an "@", which neither begins nor ends it, and a full stop.  The standard asks no more, and
 * whether mail arrives only the mail can tell.  The caller counts the characters, since that takes the encoding.
 */
ki_oordeel
ki_ontleed_e_mailadres(const char *s, size_t len, size_t tekens)
{
	if (tekens == 0 || tekens > KI_E_MAILADRES_MAX)
		return KI_LENGTE;
	if (s[0] == '@' || s[len - 1] == '@')
		return KI_VORM;
	if (memchr(s, '@', len) == NULL || memchr(s, '.', len) == NULL)
		return KI_VORM;
	return KI_GELDIG;
}

/*
 * A phone number of a digitaal adres: without blanks, hyphens, parentheses and full stops it is
 *
 *		0[1-9][0-9]{8}		a number in the Netherlands, but not one of 0800 or 0900
 *		00[0-9]{7,13}		a number anywhere, dialled from the Netherlands
 *		\+[0-9]{9,15}		a number anywhere
 *
 * (The numbers of municipalities that begin with 14 have none of these forms.)  When valid, e164 is its normalised form
 * (KI-117): the plus sign, the country, the number.
 */
ki_oordeel
ki_ontleed_telefoonnummer(const char *s, size_t len, char e164[KI_E164_MAX + 1])
{
	char		n[KI_E164_MAX]; /* what is left; no valid form is longer */
	size_t		k = 0;

	for (size_t i = 0; i < len; i++)
	{
		if (s[i] == ' ' || s[i] == '-' || s[i] == '(' || s[i] == ')' || s[i] == '.')
			continue;
		if (!is_cijfer(s[i]) && !(s[i] == '+' && k == 0))
			return KI_TEKEN;
		if (k == sizeof(n))
			return KI_LENGTE;
		n[k++] = s[i];
	}
	if (k < 9)
		return KI_LENGTE;		/* the shortest valid form has nine characters: now n[0] to n[8] exist */

	if (n[0] == '+')
	{
		if (k < 10)
			return KI_LENGTE;
		memcpy(e164, n, k);
		e164[k] = '\0';
	}
	else if (n[0] == '0' && n[1] == '0')
	{
		if (k > 15)
			return KI_LENGTE;
		e164[0] = '+';
		memcpy(e164 + 1, n + 2, k - 2);
		e164[k - 1] = '\0';
	}
	else if (n[0] == '0')
	{
		if (k != 10)
			return KI_LENGTE;
		if (memcmp(n, "0800", 4) == 0 || memcmp(n, "0900", 4) == 0)
			return KI_SERVICENUMMER;
		memcpy(e164, "+31", 3);
		memcpy(e164 + 3, n + 1, 9);
		e164[12] = '\0';
	}
	else
		return KI_VORM;

	/* "+31 (0)6 ..." means +316...: nothing in the Netherlands begins with a zero. */
	if (strlen(e164) == 13 && memcmp(e164, "+310", 4) == 0)
		memmove(e164 + 3, e164 + 4, 10);

	return KI_GELDIG;
}

/*
 * Which of these parsers is for the adres of a digitaal adres, by the code of its soort in the standard's list: 1 Telefoon,
 * 2 E-mail, 3 Whatsapp, 4 Facebook, 5 Instagram, 6 SMS.  Other codes are the municipality's own.
 */
ki_aard
ki_aard_van_soort(const char *soort, size_t len)
{
	if (len != 1)
		return KI_AARD_VRIJ;
	switch (soort[0])
	{
		case '1':
		case '3':
		case '6':
			return KI_AARD_TELEFOONNUMMER;
		case '2':
			return KI_AARD_E_MAILADRES;
		default:
			return KI_AARD_VRIJ;
	}
}
