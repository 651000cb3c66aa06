/*
 * fuzz_ontleed.c
 *		libFuzzer target over every parser of src/ontleed.c.
 *
 * Each answer is compared with what a POSIX regular expression makes of the rule as it is written down, so that not only a
 * bad read is found but also a wrong verdict.
 */
#include "ontleed.h"

#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* assert(), whatever NDEBUG says. */
#define EIS(voorwaarde) \
	do { \
		if (!(voorwaarde)) \
		{ \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #voorwaarde); \
			abort(); \
		} \
	} while (0)

typedef struct patroon
{
	const char *tekst;
	regex_t		re;
} patroon;

static patroon ja_of_leeg = {.tekst = "^([Jj][Aa])?$"};
static patroon cijfers_8 = {.tekst = "^[0-9]{8}$"};
static patroon cijfers_9 = {.tekst = "^[0-9]{9}$"};
static patroon cijfers_12 = {.tekst = "^[0-9]{12}$"};
static patroon cijfers_16 = {.tekst = "^[0-9]{16}$"};
static patroon cijfers_20 = {.tekst = "^[0-9]{20}$"};
static patroon taalcode = {.tekst = "^[a-z]{3}$"};
static patroon e_mailadres = {.tekst = "^[^@](.*[^@])?$"};
static patroon telefoon = {.tekst = "^(0[1-9][0-9]{8}|\\+[0-9]{9,15}|00[0-9]{7,13})$"};
static patroon servicenummer = {.tekst = "^(0800|0900|1400|140)"};
static patroon e164_vorm = {.tekst = "^\\+[0-9]{7,15}$"};

/*
 * Does the string, which has no NUL inside, match?  Compiles the pattern the first time.
 */
static bool
past(patroon *p, const char *s)
{
	if (p->re.re_nsub == 0)
	{
		char		tekst[128];

		/* The extra parentheses make re_nsub say that it is compiled. */
		snprintf(tekst, sizeof(tekst), "(%s)", p->tekst);
		EIS(regcomp(&p->re, tekst, REG_EXTENDED) == 0);
	}
	return regexec(&p->re, s, 0, NULL, 0) == 0;
}

/*
 * The 11-test, counted in another way than the parser does.
 */
static bool
elfproef(const char *s)
{
	static const int gewicht[] = {9, 8, 7, 6, 5, 4, 3, 2, -1};
	long		som = 0;

	for (int i = 0; i < 9; i++)
		som += gewicht[i] * (long) (s[i] - '0');
	return som % 11 == 0 && strtol(s, NULL, 10) != 0;
}

/*
 * The phone number: the verdict, and that its normal form is one, and the normal form of itself.
 */
static void
toets_telefoonnummer(const char *s, size_t len, const char *z, bool nul)
{
	char		e164[KI_E164_MAX + 1];
	char		nogmaals[KI_E164_MAX + 1];
	char	   *kaal = malloc(len + 1);
	char	   *k = kaal;
	bool		geldig = ki_ontleed_telefoonnummer(s, len, e164) == KI_GELDIG;

	for (const char *c = z; *c != '\0'; c++)
	{
		if (strchr(" -().", *c) == NULL)
			*k++ = *c;
	}
	*k = '\0';

	EIS(geldig == (!nul && past(&telefoon, kaal) && !past(&servicenummer, kaal)));
	if (geldig)
	{
		EIS(past(&e164_vorm, e164));
		if (ki_ontleed_telefoonnummer(e164, strlen(e164), nogmaals) == KI_GELDIG)
			EIS(strcmp(e164, nogmaals) == 0);
		if (kaal[0] == '+')
			EIS(strcmp(e164, kaal) == 0 || strncmp(kaal, "+310", 4) == 0);
	}
	free(kaal);
}

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * One input goes to every parser: as exactly so many bytes, so that the sanitizer sees a read past them, and to the oracle
 * as a string.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *s = malloc(size);
	char	   *z = malloc(size + 1);
	bool		nul = memchr(data, '\0', size) != NULL;
	bool		ja;
	bool		geldig;

	memcpy(s, data, size);
	memcpy(z, data, size);
	z[size] = '\0';

	geldig = ki_ontleed_ja_of_leeg(s, size, &ja) == KI_GELDIG;
	EIS(geldig == (!nul && past(&ja_of_leeg, z)));
	EIS(!geldig || ja == (size > 0));

	EIS((ki_ontleed_kvk_nummer(s, size) == KI_GELDIG) == (!nul && past(&cijfers_8, z)));
	EIS((ki_ontleed_vestigingsnummer(s, size) == KI_GELDIG) == (!nul && past(&cijfers_12, z)));
	EIS((ki_ontleed_nummeraanduiding_id(s, size) == KI_GELDIG) == (!nul && past(&cijfers_16, z)));
	EIS((ki_ontleed_oin(s, size) == KI_GELDIG) == (!nul && past(&cijfers_20, z)));
	EIS((ki_ontleed_taalcode(s, size) == KI_GELDIG) == (!nul && past(&taalcode, z)));

	geldig = !nul && past(&cijfers_9, z) && elfproef(z);
	EIS((ki_ontleed_bsn(s, size) == KI_GELDIG) == geldig);
	EIS((ki_ontleed_rsin(s, size) == KI_GELDIG) == geldig);

	/* A NUL cannot be in a text of the server, so the oracle need not judge one. */
	geldig = ki_ontleed_e_mailadres(s, size, size) == KI_GELDIG;
	EIS(nul || geldig == (size <= KI_E_MAILADRES_MAX && past(&e_mailadres, z) &&
						  strchr(z, '@') != NULL && strchr(z, '.') != NULL));

	toets_telefoonnummer(s, size, z, nul);

	EIS((ki_aard_van_soort(s, size) != KI_AARD_VRIJ) == (size == 1 && strchr("1236", z[0]) != NULL && !nul));

	free(s);
	free(z);
	return 0;
}
