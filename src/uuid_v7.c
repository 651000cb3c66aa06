/*
 * uuid_v7.c
 *		Keys in the order of their making: UUID version 7 of RFC 9562.
 *
 *		 48 bits	milliseconds since 1970
 *		  4 bits	version, 7
 *		 12 bits	the fraction of the millisecond, in 1/4096
 *		  2 bits	variant, binary 10
 *		 62 bits	random
 *
 * New rows so land at the right edge of an index.  18 makes the same in the server itself.
 */
#include "postgres.h"

#include <time.h>

#include "fmgr.h"
#include "utils/uuid.h"

#include "compat.h"

PG_FUNCTION_INFO_V1(uuid_v7);

#ifdef KI_SERVER_HAS_UUIDV7

/*
 * uuid_v7() -> uuid, the server's own.
 */
Datum
uuid_v7(PG_FUNCTION_ARGS)
{
	return uuidv7(fcinfo);
}

#else

/*
 * Now, in 1/4096 millisecond since 1970, and always later than the last answer in this backend: while the clock stands
 * still or has been set back, we count on.
 */
static uint64
volgende_tik(void)
{
	static uint64 vorige = 0;
	struct timespec nu;
	uint64		tik;

	clock_gettime(CLOCK_REALTIME, &nu);
	tik = ((uint64) nu.tv_sec * 1000 + nu.tv_nsec / 1000000) << 12 |
		((uint64) nu.tv_nsec % 1000000) * 4096 / 1000000;
	vorige = Max(tik, vorige + 1);
	return vorige;
}

/*
 * Fills in the random bits. They are asked for in batches, since the asking costs far more than the bits: 8.7 thousand instructions
 * each time, of which a klantcontact with two parts would need three.
 */
static void
vul_met_toeval(unsigned char *bytes, int aantal)
{
	static unsigned char voorraad[512];
	static int	over = 0;

	if (over < aantal)
	{
		if (!pg_strong_random(voorraad, sizeof(voorraad)))
			ereport(ERROR,
					(errcode(ERRCODE_INTERNAL_ERROR),
					 errmsg("could not generate random values")));
		over = sizeof(voorraad);
	}
	over -= aantal;
	memcpy(bytes, voorraad + over, aantal);
}

/*
 * uuid_v7() -> uuid
 */
Datum
uuid_v7(PG_FUNCTION_ARGS)
{
	pg_uuid_t  *uuid = palloc(sizeof(pg_uuid_t));
	uint64		tik = volgende_tik();

	for (int i = 0; i < 6; i++)
		uuid->data[i] = (unsigned char) (tik >> (52 - 8 * i));
	uuid->data[6] = 0x70 | ((tik >> 8) & 0x0F);
	uuid->data[7] = (unsigned char) tik;

	vul_met_toeval(uuid->data + 8, 8);
	uuid->data[8] = 0x80 | (uuid->data[8] & 0x3F);

	PG_RETURN_UUID_P(uuid);
}

#endif
