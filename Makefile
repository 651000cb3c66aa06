# Makefile of the extension klantinteracties, for PGXS.
#
#   make, make install, make installcheck   as for every extension; PG_CONFIG=... chooses the server
#   make demo, make test, make bench-...    set up everything themselves, in a throwaway cluster (test/run)

EXTENSION = klantinteracties
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)

MODULE_big = $(EXTENSION)
OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c)))
PG_CPPFLAGS = -DKI_VERSION='"$(EXTVERSION)"'
# The server's own headers leave parameters unused and compare signs.
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare

# The install script is the parts of sql/ in the order of their numbers.
DATA = $(wildcard sql/$(EXTENSION)--*--*.sql)
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

# The expected output of all tests is in expected/; for an isolation test, 15 finds it there only beside its own output.
REGRESS ?= $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test
ISOLATION ?= $(patsubst test/specs/%.spec,%,$(sort $(wildcard test/specs/*.spec)))
ISOLATION_OPTS = --inputdir=test --outputdir=.
PROVE_TESTS ?= $(sort $(wildcard test/t/*.pl))
TAP_TESTS := $(if $(PROVE_TESTS),1)

EXTRA_CLEAN = $(DATA_built) $(OBJS:.o=.d) tmp_test tmp_coverage

# Without the server's development files nothing can be built yet; these targets install them first.
SELF_CONTAINED = demo test coverage bench bench-lezen bench-schrijven bench-instructies fuzz-json test-clients
FUZZ = fuzz
LONG = test-citus test-crash test-pg-upgrade test-versies test-assert test-discard test-ubsan test-valgrind test-instructies lint
PG_CONFIG ?= pg_config
ifeq ($(filter $(SELF_CONTAINED) $(FUZZ) $(LONG),$(MAKECMDGOALS)),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# PGXS does not follow headers; an object compiled against an old struct would corrupt memory.
override CFLAGS += -MMD -MP
-include $(OBJS:.o=.d)

$(DATA_built): $(sort $(wildcard sql/[0-9]*.sql)) $(EXTENSION).control
	cat $(filter %.sql,$^) | sed 's/@VERSIE@/$(EXTVERSION)/g' > $@

# The TAP tests start servers of their own, and initdb refuses root.
ifneq ($(shell test `id -u` -ne 0 && perl -MIPC::Run -e 'print 1' 2>&1),1)
prove_installcheck = @echo "TAP tests not run: they need the Perl module IPC::Run and a user other than root"
endif

installcheck: checkver
endif

# The control file is the home of the version; META.json repeats it as PGXN's three numbers.
checkver:
	@! grep '"version"' META.json | grep -v -e meta-spec -e '"$(EXTVERSION)\.0"' || \
		{ echo "META.json has another version than $(EXTENSION).control"; exit 1; }

$(SELF_CONTAINED):
	test/run $@

# What takes long: in "make test" there are some rounds of it. doc/betrouwbaarheid.md has the last results.
test-crash:
	KI_CRASH=200 PROVE_TESTS=test/t/600_crash.pl test/run test tap

# On a server where Citus is installed, which Debian does not have; otherwise it says so.
test-citus:
	PROVE_TESTS=test/t/136_citus.pl test/run test tap

test-versies:
	test/versies

# On servers that Debian has no package of, which test/server builds from its source.
test-assert:
	pg=$$(test/server) && PG_CONFIG=$$pg test/run test

# Every look into a cache of the server finds it emptied, and with it what the extension keeps beside them. That is a hundred times slower,
# so it begins when a test has its register (test/fixture), and only in these: each goes through others of our own caches.
DISCARD = 032_voorbereid 403_opening_transactie 407_versiehistorie
test-discard:
	pg=$$(test/server) && PG_CONFIG=$$pg KI_DISCARD=1 REGRESS='000_install $(DISCARD)' test/run test regress

test-ubsan:
	EXTRA_COPT="-fsanitize=undefined -fno-sanitize-recover=all -fno-wrapv" EXTRA_SHLIB_LINK="-fsanitize=undefined -static-libubsan" \
		test/run test regress isolation

test-valgrind:
	test/valgrind/run

# What the rules may cost, in instructions, which no other work on the machine changes. doc/prestaties.md has what they do cost.
test-instructies:
	BASIS=2000 WERK="W1 W2copy" VARIANTEN="kaal register" FUNCTIES=0 GRENS="W1=1.10 W2copy=1.10" test/run bench-instructies

lint:
	test/lint/lint

# From every major version that Debian has installed to every newer one.
test-pg-upgrade:
	@set -e; ls -d /usr/lib/postgresql/*/bin/postgres | tail -n +2 | while read -r server; do \
		PG_CONFIG=$${server%postgres}pg_config PROVE_TESTS=test/t/003_pg_upgrade.pl test/run test tap; done

# The parsers alone, with libFuzzer; needs clang.
$(FUZZ):
	$(MAKE) -C test/fuzz fuzz

.PHONY: checkver $(SELF_CONTAINED) $(FUZZ) $(LONG)
