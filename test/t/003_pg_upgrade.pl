# pg_upgrade takes a server with registers to this major version, from every older one from 15 on of which Debian's server and headers
# are installed: rows, rules, options, numbers and what the owner added are as they were, and the register goes on.
#
#   make test-pg-upgrade    does it between all that are installed

use strict;
use warnings;

use File::Copy;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
my ($new_major) = `$pg_config --version` =~ /(\d+)/;
chomp(my $new_bin = `$pg_config --bindir`);
my @older = grep { $_ >= 15 && $_ < $new_major && -x "/usr/lib/postgresql/$_/bin/postgres" && -e "/usr/include/postgresql/$_/server/postgres.h" }
  map { m,/(\d+)$, } glob('/usr/lib/postgresql/*');
plan skip_all => 'no older PostgreSQL to come from, with its headers' unless @older;

my $tree = "$FindBin::RealBin/../..";

# The extension, built for another server.
sub build
{
	my ($major) = @_;
	my $copy = PostgreSQL::Test::Utils::tempdir_short . "/$major";
	system_or_bail('mkdir', '-p', "$copy/src", "$copy/sql");
	copy($_, $copy) or die "$_: $!" foreach map { "$tree/$_" } qw(Makefile META.json klantinteracties.control);
	copy($_, "$copy/src") or die "$_: $!" foreach glob("$tree/src/*.[ch]");
	copy($_, "$copy/sql") or die "$_: $!" foreach glob("$tree/sql/[0-9]*.sql");
	delete local @ENV{qw(MAKEFLAGS MAKELEVEL MFLAGS)};
	system_or_bail('make', '-s', '-C', $copy, '-j2', 'with_llvm=no', 'COPT=-O0',
		"PG_CONFIG=/usr/lib/postgresql/$major/bin/pg_config", "DESTDIR=$copy/inst", 'install');
	return "$copy/inst";
}

# What there is of a register, as text: rows, and what the catalogs say of its tables.
my $state = <<'SQL';
SET TimeZone = 'UTC'; SET search_path = '';
SELECT format('SELECT %L, pg_catalog.to_jsonb(t) FROM %I.%I t ORDER BY 2', c.oid::regclass, n.nspname, c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('ki', 'Gemeente "x"')
 ORDER BY n.nspname, c.relname \gexec
SELECT pg_get_triggerdef(t.oid), t.tgenabled FROM pg_trigger t
 WHERE NOT t.tgisinternal AND t.tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace::regnamespace::text IN ('ki', '"Gemeente ""x"""'))
 ORDER BY t.tgrelid::regclass::text, t.tgname;
SELECT a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, col_description(a.attrelid, a.attnum), a.attacl
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
 WHERE c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace::regnamespace::text IN ('ki', '"Gemeente ""x"""')
 ORDER BY c.oid::regclass::text, a.attnum;
SELECT c.conrelid::regclass, c.conname, c.contype, pg_get_constraintdef(c.oid) FROM pg_constraint c
 WHERE c.contype <> 'n' AND c.connamespace::regnamespace::text IN ('ki', '"Gemeente ""x"""') ORDER BY c.conrelid::regclass::text, c.conname;
SELECT pg_get_indexdef(i.indexrelid), i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
 WHERE c.relnamespace::regnamespace::text IN ('ki', '"Gemeente ""x"""') ORDER BY i.indexrelid::regclass::text;
SELECT p.polrelid::regclass, p.polname, pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p ORDER BY 1, 2;
SELECT c.oid::regclass, c.relowner::regrole, c.relrowsecurity,
       ARRAY(SELECT concat_ws(' ', a.grantor::regrole, a.grantee::regrole, a.privilege_type) FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner ORDER BY 1)
  FROM pg_class c
 WHERE c.relkind IN ('r', 'v', 'S') AND c.relnamespace::regnamespace::text IN ('ki', '"Gemeente ""x"""') ORDER BY c.oid::regclass::text;
SELECT extversion FROM pg_extension WHERE extname = 'klantinteracties';
SELECT pubname, schemaname, tablename, attnames FROM pg_publication_tables ORDER BY 1, 2, 3;
SQL

my $rows = <<'SQL';
ALTER TABLE klantcontact ADD COLUMN kenmerk text;
COMMENT ON COLUMN klantcontact.kenmerk IS 'Ours.';
CREATE INDEX kenmerk_idx ON klantcontact (kenmerk);
CREATE FUNCTION zet_kenmerk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.kenmerk := 'K' || NEW.nummer; RETURN NEW; END $$;
CREATE TRIGGER kenmerk BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION zet_kenmerk();
CREATE POLICY openbaar ON klantcontact FOR SELECT TO lezer USING (vertrouwelijk = '');
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON klantcontact, open_taak TO lezer;
CREATE VIEW eigen AS SELECT id, vertrouwelijk FROM klantcontact WHERE vertrouwelijk = 'ja';
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '5 minutes');
INSERT INTO actor (id, naam, soort_actor) VALUES ('00000000-0000-7000-8000-0000000000a1', 'A', 'medewerker');
BEGIN;
INSERT INTO partij (id, soort_partij, naam) VALUES ('00000000-0000-7000-8000-0000000000b1', 'organisatie', 'P');
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'P' FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'DigiD' FROM partij;
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_partij) SELECT '2', 'A@x.nl', id FROM partij;
COMMIT;
BEGIN;
INSERT INTO klantcontact (id, kanaal_code, onderwerp, inhoud, vertrouwelijk, plaatsgevonden_op)
    SELECT ('00000000-0000-7000-8000-0000000010' || lpad(i::text, 2, '0'))::uuid, 'balie', 'O' || i, 'I', CASE WHEN i % 3 = 0 THEN 'ja' END,
           timestamptz '2023-03-01 10:00+01' + i * interval '1 day'
      FROM generate_series(1, 10) i;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) SELECT id, '00000000-0000-7000-8000-0000000000b1', 'klant' FROM klantcontact;
INSERT INTO actor_klantcontact (actor_id, klantcontact_id) SELECT '00000000-0000-7000-8000-0000000000a1', id FROM klantcontact;
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    VALUES ('Bel', '00000000-0000-7000-8000-000000001003', '00000000-0000-7000-8000-0000000000a1');
COMMIT;
SELECT klantinteracties.corrigeer('klantcontact', '00000000-0000-7000-8000-000000001003', '{"inhoud": "Zo."}', 'fout');
SQL
my $goes_on = <<'SQL';
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES ('00000000-0000-7000-8000-000000009999', 'x', 'x', now());
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES ('00000000-0000-7000-8000-000000009999', '00000000-0000-7000-8000-0000000000b1', 'klant');
INSERT INTO actor_klantcontact (actor_id, klantcontact_id) VALUES ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-000000009999');
COMMIT;
SELECT nummer, kenmerk FROM klantcontact WHERE id = '00000000-0000-7000-8000-000000009999';
SELECT count(*), min(nummer) FROM klantinteracties.contacthistorie('00000000-0000-7000-8000-0000000000b1');
SELECT klantinteracties.corrigeer('klantcontact', '00000000-0000-7000-8000-000000009999', '{"inhoud": "y"}', 'fout') IS NOT NULL;
SQL

foreach my $major (@older)
{
	my $inst = build($major);
	my $base = "/usr/lib/postgresql/$major";
	my $old_bin = "$base/bin";
	my $old = PostgreSQL::Test::Cluster->new("van$major", install_path => $base);
	{
		# which is for the new server
		delete local $ENV{TEMP_CONFIG};
		$old->init;
	}
	$old->append_conf('postgresql.conf', $major >= 18
		? "extension_control_path = '$inst/usr/share/postgresql/$major:\$system'"
		: "extension_destdir = '$inst'");
	$old->append_conf('postgresql.conf', "dynamic_library_path = '$inst$base/lib:\$libdir'\n");
	$old->start;
	$old->safe_psql('postgres', 'CREATE ROLE eigenaar LOGIN; CREATE ROLE lezer; CREATE DATABASE gemeente OWNER eigenaar');
	my @as_owner = (extra_params => [ '-U', 'eigenaar' ]);
	$old->safe_psql('gemeente', 'CREATE EXTENSION klantinteracties; CREATE PUBLICATION eigen', @as_owner);
	foreach my $register ('ki', 'Gemeente "x"')
	{
		my $schema = $register eq 'ki' ? 'ki' : '"Gemeente ""x"""';
		$old->safe_psql('gemeente', "SELECT klantinteracties.maak_register(\$\$$register\$\$); SET search_path = $schema; $rows;
				ALTER PUBLICATION eigen ADD TABLE $schema.kanaal", @as_owner);
	}
	my $before = $old->safe_psql('gemeente', $state);
	cmp_ok(scalar(split(/\n/, $before)), '>', 1000, "$major: there is something to bring over");
	$old->stop;

	foreach my $mode ('--copy', '--link')
	{
		my $new = PostgreSQL::Test::Cluster->new("naar$new_major" . substr($mode, 2) . $major);
		# 18 has checksums unless told otherwise, which a server that comes from an older one has not.
		$new->init(extra => ($new_major >= 18 ? ['--no-data-checksums'] : []));
		my $where = PostgreSQL::Test::Utils::tempdir;
		chdir($where) or die "$where: $!";
		my ($stdout, $stderr);
		my $ok = IPC::Run::run([ "$new_bin/pg_upgrade", '--no-sync', $mode eq '--link' ? '--link' : (), '-r', '-d', $old->data_dir, '-D', $new->data_dir,
				'-b', $old_bin, '-B', $new_bin, '-s', $new->host, '-p', $old->port, '-P', $new->port ], '>', \$stdout, '2>', \$stderr);
		if (!$ok)
		{
			my $logs = join('', map { slurp_file($_) } glob($new->data_dir . '/pg_upgrade_output.d/*/log/*'));
			# Minor releases of the older major write an option that those of the newer one learned later (15.20 to 18.6): it has
			# nothing to do with registers.
			if ($logs =~ /unrecognized parameter "(pg_\w+)"/)
			{
				note("pg_upgrade: $1");
				pass("$major to $new_major, $mode: NOT DONE, this server does not know the option \"$1\" of that one");
				next;
			}
			diag($stdout, $logs =~ s/.*(.{3000})\z/$1/sr);
		}
		ok($ok, "$major to $new_major, $mode: upgraded");
		$new->start;
		is($new->safe_psql('gemeente', $state), $before, "$major to $new_major, $mode: all is as it was");
		foreach my $register ('ki', 'Gemeente "x"')
		{
			my $schema = $register eq 'ki' ? 'ki' : '"Gemeente ""x"""';
			is($new->safe_psql('gemeente', "SELECT * FROM klantinteracties.controleer_register(\$\$$register\$\$)"), '', "$register is sound");
			is($new->safe_psql('gemeente', "SET search_path = $schema; $goes_on", @as_owner), "11|K11\n11|1\nt", "$register goes on");
			my $errors;
			$new->psql('gemeente', "SET search_path = $schema; INSERT INTO klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now());
					UPDATE betrokkene SET rol = 'vertegenwoordiger'; INSERT INTO partij (soort_partij, naam, is_gemeente) VALUES ('persoon', 'x', 'nee')",
				stderr => \$errors, on_error_stop => 0, @as_owner);
			like($errors, qr/has no betrokkene.*betrokkene .* cannot be changed.*ja_of_leeg/s, "$register: rules bite");
			is($new->safe_psql('gemeente', "SELECT klantinteracties.werk_register_bij(\$\$$register\$\$)", @as_owner), '', "$register is up to date");
		}
		# pg_upgrade gives every extension to the superuser that it works as, and nobody can give it back.
		$new->safe_psql('gemeente', 'ALTER EXTENSION klantinteracties UPDATE');
		is($new->safe_psql('gemeente', q{SELECT klantinteracties.verwijder_register('ki', 'ki'); DROP VIEW "Gemeente ""x""".eigen;
				DROP POLICY openbaar ON "Gemeente ""x""".klantcontact; SELECT klantinteracties.ontkoppel_register('Gemeente "x"')}, @as_owner), "\n",
			'registers can be left');
		is($new->safe_psql('gemeente', q{DROP EXTENSION klantinteracties; SELECT count(*) FROM "Gemeente ""x""".klantcontact}), 11, 'and the extension dropped');
		$new->stop;
	}
}

done_testing();
