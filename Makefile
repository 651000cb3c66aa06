# Makefile of the extension klantinteracties, for PGXS.
#
#   make, make install, make installcheck   as for every extension; PG_CONFIG=... chooses the server
#   make demo, make test                    set up everything themselves, in a throwaway cluster (test/run)

EXTENSION = klantinteracties
EXTVERSION = $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)

MODULE_big = $(EXTENSION)
OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c)))
PG_CPPFLAGS = -DKI_VERSION='"$(EXTVERSION)"'
# The server's own headers leave parameters unused and compare signs.
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare

# The install script is the parts of sql/ in the order of their numbers.
DATA = $(wildcard sql/$(EXTENSION)--*--*.sql)
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

REGRESS = $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test
ISOLATION = $(patsubst test/specs/%.spec,%,$(sort $(wildcard test/specs/*.spec)))
ISOLATION_OPTS = --inputdir=test

EXTRA_CLEAN = $(DATA_built) $(OBJS:.o=.d)

# Without the server's development files nothing can be built yet; demo and test install them first.
PG_CONFIG = pg_config
ifeq ($(filter demo test,$(MAKECMDGOALS)),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# PGXS does not follow headers; an object compiled against an old struct would corrupt memory.
override CFLAGS += -MMD -MP
-include $(OBJS:.o=.d)

$(DATA_built): $(sort $(wildcard sql/[0-9]*.sql)) $(EXTENSION).control
	cat $(filter %.sql,$^) | sed 's/@VERSIE@/$(EXTVERSION)/g' > $@
endif

.PHONY: demo test
demo:
	test/run demo
test:
	test/run test
