# shellcheck shell=bash
# Part of test/run: which server is used, and what must be installed first.

# Sets PG_CONFIG unless it is given: the newest server with headers, else the newest, else Debian's default version.
# Sets version, empty where the server is not Debian's: nothing of that one can be installed here.
choose_server()
{
	local dir v rank best=0
	version=
	if [ -n "${PG_CONFIG:-}" ]; then
		dir=$("$PG_CONFIG" --bindir 2>/dev/null) || dir=$(dirname "$PG_CONFIG")
		version=$(sed -n 's,^/usr/lib/postgresql/\([0-9]*\)/bin$,\1,p' <<<"$dir")
		return
	fi
	for dir in /usr/lib/postgresql/[1-9][0-9]; do
		v=${dir##*/}
		[ -x "$dir/bin/postgres" ] || continue
		rank=$v
		if [ -e "/usr/include/postgresql/$v/server/postgres.h" ]; then rank=$((v + 100)); fi
		if ((rank > best)); then best=$rank version=$v; fi
	done
	[ -n "$version" ] || default_version
	PG_CONFIG=/usr/lib/postgresql/$version/bin/pg_config
}

default_version()
{
	command -v apt-cache >/dev/null || die "found no PostgreSQL; name its pg_config in PG_CONFIG"
	version=$(debian_default)
	if [ -z "$version" ]; then	# no package lists yet
		may_install
		apt_get update
		version=$(debian_default)
	fi
	[ -n "$version" ] || die "apt knows no package postgresql"
}

debian_default()
{
	{ apt-cache depends postgresql 2>/dev/null || true; } | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p'
}

# need PACKAGE COMMAND...: the package is missing if the command fails.
need()
{
	local package=$1
	shift
	"$@" >/dev/null 2>&1 || missing+=("$package")
}

# Looks at files, not at packages: they may have come in another way.
find_missing()
{
	missing=()
	need make command -v make
	need gcc command -v gcc
	need libc6-dev test -e /usr/include/stdio.h
	if [ -n "$version" ]; then
		need "postgresql-$version" test -x "/usr/lib/postgresql/$version/bin/postgres"
		need "postgresql-server-dev-$version" test -e "/usr/include/postgresql/$version/server/postgres.h"
	fi
	[[ $1 != bench-instructies && $1 != server ]] || need valgrind command -v valgrind
	if [ "$1" = server ]; then
		need dpkg-dev command -v dpkg-source
		need bison command -v bison
		need flex command -v flex
		need pkg-config command -v pkg-config
		need zlib1g-dev test -e /usr/include/zlib.h
		need libicu-dev test -e /usr/include/unicode/ucol.h
		need libxml2-dev test -e /usr/include/libxml2/libxml/parser.h
		need "postgresql-$version-pgtap" test -e "/usr/share/postgresql/$version/extension/pgtap.control"
	fi
	if [ "$1" = test-clients ]; then
		need nodejs command -v node
		need npm command -v npm
	fi
	[[ $1 == test || $1 == coverage ]] || return 0
	[ "$1" = test ] || need lcov command -v lcov
	need perl command -v prove
	need libipc-run-perl perl -MIPC::Run -e 1
	need libdbd-pg-perl perl -MDBD::Pg -e 1
	need libjson-validator-perl perl -MJSON::Validator -e 1
	need pgbouncer test -x /usr/sbin/pgbouncer
	if [ -n "$version" ]; then
		need "postgresql-$version-pgtap" test -e "/usr/share/postgresql/$version/extension/pgtap.control"
	fi
}

as_root()
{
	if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

may_install()
{
	if ! { command -v apt-get >/dev/null && as_root true; }; then
		die "cannot install packages without apt-get and root or sudo; install these first: ${missing[*]:-postgresql}"
	fi
}

apt_get()
{
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null ||
		{ echo "test/run: apt-get $1 failed" >&2; return 1; }
}

install_missing()
{
	local install=(install -y --no-install-recommends "${missing[@]}")
	((${#missing[@]})) || return 0
	may_install
	echo "Installing ${missing[*]}"
	forbid_servers
	# The package lists may be missing or too old; they are only fetched if so.
	apt_get "${install[@]}" || { apt_get update && apt_get "${install[@]}"; } || die "could not install: ${missing[*]}"
	allow_servers
	if [[ " ${missing[*]} " == *" pgbouncer "* ]]; then disable_pooler; fi
	if [[ " ${missing[*]} " == *" postgresql-$version "* ]]; then
		echo "No cluster was made for PostgreSQL $version; pg_createcluster $version main makes one."
	fi
}

# Debian's packages make and start a cluster "main" and a pooler. Whoever wants to see a demonstration did not ask for a server,
# so these files forbid it, only while apt works: how the machine makes clusters and starts services later stays as it was.
forbid_servers()
{
	no_main=/etc/postgresql-common/createcluster.d/klantinteracties.conf
	as_root mkdir -p "${no_main%/*}"
	echo 'create_main_cluster = false' | as_root tee "$no_main" >/dev/null
	no_start=/usr/sbin/policy-rc.d
	if [ -e "$no_start" ]; then no_start=; return; fi
	printf '#!/bin/sh\nexit 101\n' | as_root tee "$no_start" >/dev/null
	as_root chmod 755 "$no_start"
}

allow_servers()
{
	if [ -n "${no_main:-}" ]; then
		as_root rm -f "$no_main"
		as_root rmdir -p --ignore-fail-on-non-empty "${no_main%/*}" 2>/dev/null || true
		no_main=
	fi
	if [ -n "${no_start:-}" ]; then
		as_root rm -f "$no_start"
		no_start=
	fi
}

# A pooler that was not there before does not start with the machine either.
disable_pooler()
{
	if [ -d /run/systemd/system ]; then as_root systemctl disable -q pgbouncer; fi
}
