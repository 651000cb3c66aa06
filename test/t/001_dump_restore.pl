# A register is dumped and restored as a DBA does it, and comes back whole: rows, rules, options, and what its owner added.
#
# Whoever loads rows through the triggers gives them a new moment of registration; so the routes that load data alone, into
# tables that exist, switch the triggers off. The other routes make the triggers after the rows and need no care.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my @registers = ('ki', 'Gemeente "De Lier"');
my $tmp = PostgreSQL::Test::Utils::tempdir;
my $serial = 0;

my $node = PostgreSQL::Test::Cluster->new('bron');
$node->init;
$node->start;
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
my %role = (superuser => $superuser, owner => 'eigenaar');

# --------------------------------------------------------------------------------------------------------------------
# Help
# --------------------------------------------------------------------------------------------------------------------

sub quote_ident
{
	my ($name) = @_;
	$name =~ s/"/""/g;
	return qq("$name");
}

# What a query returns; it dies when it fails.
sub query
{
	my ($db, $sql, %with) = @_;
	return ($with{node} // $node)->safe_psql($db, $sql, extra_params => [ '-U', $with{as} // $superuser ]);
}

# The names of the constraints that the statements violate, or the message where there is none, in order.
sub errors_of
{
	my ($db, $sql, %with) = @_;
	my ($stdout, $stderr);
	($with{node} // $node)->psql(
		$db, $sql,
		stdout => \$stdout,
		stderr => \$stderr,
		on_error_stop => 0,
		extra_params => [ '-U', $with{as} // 'eigenaar', '-v', 'VERBOSITY=verbose' ]);
	my @errors;
	foreach my $line (split /\n/, $stderr)
	{
		push @errors, $1 if $line =~ /ERROR:  (.*)/;
		$errors[-1] = $1 if $line =~ /^CONSTRAINT NAME:  (.*)/;
	}
	return join "\n", @errors;
}

sub new_database
{
	my ($owner) = @_;
	my $db = 'doel' . ++$serial;
	query('postgres', "CREATE DATABASE $db OWNER " . ($owner // 'eigenaar'));
	return $db;
}

# pg_dump to a file or directory of its own, of which it returns the path.
sub dump_of
{
	my ($db, @options) = @_;
	my $path = "$tmp/dump" . ++$serial;
	$node->command_ok([ 'pg_dump', '-f', $path, @options, $db ], "pg_dump @options");
	return $path;
}

sub psql
{
	my ($db, @arguments) = @_;
	return ('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $db, @arguments);
}

# --------------------------------------------------------------------------------------------------------------------
# The source: two registers of a role that is no superuser, each with a row in every table that can have one
# --------------------------------------------------------------------------------------------------------------------

my $rows = <<'SQL';
BEGIN;
INSERT INTO land (landcode, landnaam) VALUES ('6030', 'Nederland');
INSERT INTO actor (id, naam, soort_actor) VALUES
    ('00000000-0000-7000-8000-0000000000a1', 'Nicole van Dijk', 'medewerker'),
    ('00000000-0000-7000-8000-0000000000a2', 'Afdeling vergunningen', 'organisatorische_eenheid');
-- The preferred address comes before the address.
INSERT INTO partij (id, soort_partij, contactnaam_voornaam, naam, bezoekadres_adresregel1, bezoekadres_land_code,
        voorkeurs_digitaal_adres, werkte_voor_partij) VALUES
    ('00000000-0000-7000-8000-0000000000b1', 'persoon', 'Karel', NULL, NULL, NULL,
     '00000000-0000-7000-8000-0000000000d1', NULL),
    ('00000000-0000-7000-8000-0000000000b2', 'organisatie', NULL, 'Graafmachine Verhuur v.o.f.', 'Dorpsstraat 1', '6030',
     NULL, NULL),
    ('00000000-0000-7000-8000-0000000000b3', 'contactpersoon', 'Henk', NULL, NULL, NULL,
     NULL, '00000000-0000-7000-8000-0000000000b2');
INSERT INTO partij_verificatie (partij, handeling, grond, middel)
    SELECT id, 'registratie', 'zelf', 'paspoort aan de balie' FROM partij;
INSERT INTO partij_identificator (id, identificeerde_partij, partij_identificator_objecttype_code,
        partij_identificator_soort_object_id_code, partij_identificator_object_id, partij_identificator_register_code,
        sub_identificator_van) VALUES
    ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000b1', '1', '1', '999990019', '1', NULL),
    ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-0000000000b2', '2', '100', '12345678', '5', NULL),
    ('00000000-0000-7000-8000-0000000000c3', '00000000-0000-7000-8000-0000000000b2', '4', '3', '123456789878', '5',
     '00000000-0000-7000-8000-0000000000c2');
INSERT INTO digitaal_adres (id, soort_digitaal_adres_code, adres, verstrekt_door_partij) VALUES
    ('00000000-0000-7000-8000-0000000000d1', '2', 'Karel@Example.NL', '00000000-0000-7000-8000-0000000000b1');
INSERT INTO vertegenwoordiging (vertegenwoordigende_partij, vertegenwoordigde_partij) VALUES
    ('00000000-0000-7000-8000-0000000000b3', '00000000-0000-7000-8000-0000000000b1');
INSERT INTO klanttaak (gevraagde_handeling, partij, zaakidentificator_objecttype_code, zaakidentificator_soort_object_id_code,
        zaakidentificator_object_id, zaakidentificator_register_code) VALUES
    ('Stuur een tekening', '00000000-0000-7000-8000-0000000000b1', '12', '12', 'ZAAK-1', '6');
COMMIT;

-- Ten klantcontacten; the third has every kind of part.
BEGIN;
INSERT INTO klantcontact (id, kanaal_code, onderwerp, inhoud, taal_code, indicatie_contact_gelukt, vertrouwelijk,
        plaatsgevonden_op)
    SELECT ('00000000-0000-7000-8000-0000000010' || lpad(i::text, 2, '0'))::uuid, 'telefoon', 'Onderwerp ' || i,
           E'Regel 1\nRegel 2\t"aangehaald" \\N \\.', 'nld', 'ja', CASE WHEN i % 3 = 0 THEN 'ja' END,
           timestamptz '2023-03-01 10:00+01' + i * interval '1 day'
      FROM generate_series(1, 10) i;
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol, initiator)
    SELECT ('00000000-0000-7000-8000-0000000020' || right(id::text, 2))::uuid, id, '00000000-0000-7000-8000-0000000000b1',
           'klant', true
      FROM klantcontact;
INSERT INTO actor_klantcontact (actor_id, klantcontact_id)
    SELECT '00000000-0000-7000-8000-0000000000a1', id FROM klantcontact;
INSERT INTO bijlage (was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code, bijlageidentificator_soort_object_id_code,
        bijlageidentificator_object_id, bijlageidentificator_register_code) VALUES
    ('00000000-0000-7000-8000-000000001003', '3', '4', '987298727729889902878', '7');
INSERT INTO interne_taak (gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor) VALUES
    ('Terugbellen', '00000000-0000-7000-8000-000000001003', '00000000-0000-7000-8000-0000000000a2');
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
        onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
        onderwerpobjectidentificator_register_code) VALUES
    ('00000000-0000-7000-8000-000000001003', '12', '12', 'ZAAK-1', '6'),
    ('00000000-0000-7000-8000-000000001003', '12', '12', 'ZAAK-2', '6');
INSERT INTO digitaal_adres (soort_digitaal_adres_code, adres, verstrekt_door_betrokkene) VALUES
    ('1', '0698765432', '00000000-0000-7000-8000-000000002003');
COMMIT;
SELECT klantinteracties.corrigeer('klantcontact', '00000000-0000-7000-8000-000000001003', '{"inhoud": "Zo was het."}', 'verslag betwist');
SQL

# What an owner may add to a register.
my $additions = <<'SQL';
ALTER TABLE klantcontact ADD COLUMN kenmerk text;
COMMENT ON COLUMN klantcontact.kenmerk IS 'Ours.';
COMMENT ON TABLE kanaal IS 'Our kanalen.';
CREATE INDEX klantcontact_kenmerk_idx ON klantcontact (kenmerk);
CREATE FUNCTION zet_kenmerk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.kenmerk := 'K' || NEW.nummer; RETURN NEW; END $$;
CREATE TRIGGER eigen_kenmerk BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION zet_kenmerk();
ALTER TABLE klantcontact ENABLE ROW LEVEL SECURITY;
CREATE POLICY eigen_openbaar ON klantcontact FOR SELECT TO lezer USING (vertrouwelijk IS DISTINCT FROM 'ja');
GRANT SELECT ON klantcontact, betrokkene TO lezer;
CREATE VIEW eigen_vertrouwelijk AS SELECT id, NULLIF(vertrouwelijk, 'ja') AS leeg FROM klantcontact WHERE vertrouwelijk = 'ja';
ALTER PUBLICATION eigen ADD TABLE klantcontact (id, nummer, onderwerp), kanaal;
SQL

query('postgres', 'CREATE ROLE eigenaar LOGIN; CREATE ROLE buurman LOGIN; CREATE ROLE lezer; CREATE DATABASE bron OWNER eigenaar');
query('bron', 'CREATE EXTENSION klantinteracties; CREATE PUBLICATION eigen', as => 'eigenaar');
foreach my $register (@registers)
{
	my $schema = quote_ident($register);
	query('bron', <<"SQL", as => 'eigenaar');
SELECT klantinteracties.maak_register(\$\$$register\$\$);
SET search_path = $schema;
GRANT USAGE ON SCHEMA $schema TO lezer;
$additions
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '5 minutes');
$rows
SQL
}

# --------------------------------------------------------------------------------------------------------------------
# What must hold after a route
# --------------------------------------------------------------------------------------------------------------------

# One line a table: its name, the number of rows and a checksum of them.
sub rows_of
{
	my ($db, $register, %with) = @_;
	my @tables = split /\n/, query($db, <<"SQL", %with);
SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = quote_ident(\$\$$register\$\$)::regnamespace
 ORDER BY relname
SQL
	my $schema = quote_ident($register);
	return query($db, join("\nUNION ALL\n", map {
		"SELECT '$_', count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM $schema.$_ t" } @tables), %with);
}

# The triggers of a register, with their arguments, which are its rule options.
sub triggers_of
{
	my ($db, $register, %with) = @_;
	return query($db, <<"SQL", %with);
SET search_path = '';
SELECT pg_get_triggerdef(t.oid), t.tgenabled
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE NOT t.tgisinternal AND c.relnamespace = quote_ident(\$\$$register\$\$)::regnamespace
 ORDER BY c.relname, t.tgname
SQL
}

my (%rows_of, %triggers_of, %definition_of);
foreach my $register (@registers)
{
	$rows_of{$register} = rows_of('bron', $register);
	$triggers_of{$register} = triggers_of('bron', $register);
	is(join(' ', $rows_of{$register} =~ /^(\w+)\|0\|/mg), 'vernietiging', "$register: no table is empty but that of certificates");
	like($triggers_of{$register}, qr/toekomst_tolerantie=5 minutes.*een_onderwerp=off/s, "$register: options were changed");
}

sub has_same_rows
{
	my ($db, $register, %with) = @_;
	is(rows_of($db, $register, %with), $rows_of{$register}, "$register: same rows, moments of registration included");
}

sub has_same_triggers
{
	my ($db, $register, %with) = @_;
	is(triggers_of($db, $register, %with), $triggers_of{$register}, "$register: same triggers with the same rule options");
}

# All that pg_dump knows of: columns, indexes, policies, grants, comments, owners.
sub definition_of
{
	my ($db, $register, %with) = @_;
	my ($stdout, $stderr) = run_command(
		[ 'pg_dump', '-s', '-n', quote_ident($register), '-d', ($with{node} // $node)->connstr($db) ]);
	die $stderr if $stderr ne '';
	$stdout =~ s/^\\(un)?restrict .*\n//mg;
	# A constant in a later branch of a UNION gets a name when a view is read back, which says nothing.
	$stdout =~ s/::(\w+) AS \1\b/::$1/g;
	return $stdout;
}
$definition_of{$_} = definition_of('bron', $_) foreach @registers;

sub has_same_definition
{
	my ($db, $register, %with) = @_;
	my $definition = definition_of($db, $register, %with);
	$definition =~ s/\b$with{owner}\b/eigenaar/g if $with{owner};
	ok($definition eq $definition_of{$register}, "$register: same columns, indexes, policies, grants, comments, owners")
	  or diag(difference($definition_of{$register}, $definition));
}

my $published = "eigen|kanaal|{code,naam,indicatie_actief,geregistreerd_op,geregistreerd_door}\neigen|klantcontact|{id,nummer,onderwerp}";

# What an owner publishes of a register; a dump of one schema leaves publications out.
sub published_of
{
	my ($db, $register, %with) = @_;
	return query($db, "SELECT pubname, tablename, attnames FROM pg_publication_tables WHERE schemaname = \$\$$register\$\$ ORDER BY 1, 2", %with);
}

sub is_sound
{
	my ($db, $register, %with) = @_;
	is(query($db, "SELECT * FROM klantinteracties.controleer_register(\$\$$register\$\$)", %with), '', "$register: every rule holds");
}

sub difference
{
	my @file = map { my $path = "$tmp/definition" . ++$serial; append_to_file($path, $_); $path } @_;
	return scalar `diff -u $file[0] $file[1]`;
}

sub rules_bite
{
	my ($db, $register, %with) = @_;
	my $schema = quote_ident($register);
	is(errors_of($db, <<"SQL", as => $with{owner} // 'eigenaar', %with), <<'NAMES' =~ s/\n\z//r, "$register: rules bite");
INSERT INTO $schema.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now() + interval '1 hour');
INSERT INTO $schema.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now());
UPDATE $schema.klantcontact SET onderwerp = 'x';
DELETE FROM $schema.betrokkene;
TRUNCATE $schema.bijlage;
SQL
klantcontact_niet_gepland
klantcontact_minstens_een_betrokkene
klantcontact_onveranderlijk
betrokkene_onveranderlijk
bijlage_onveranderlijk
NAMES
}

# A new klantcontact gets a number of its own, through the owner's own trigger too.
sub numbers_go_on
{
	my ($db, $register, %with) = @_;
	my $schema = quote_ident($register);
	is(query($db, <<"SQL", as => $with{owner} // 'eigenaar', %with), '11|K11', "$register: numbers go on");
SET search_path = $schema;
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES ('00000000-0000-7000-8000-000000009999', 'x', 'x', now());
INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
    VALUES ('00000000-0000-7000-8000-000000009999', '00000000-0000-7000-8000-0000000000b1', 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id)
    VALUES ('00000000-0000-7000-8000-000000009999', '00000000-0000-7000-8000-0000000000a1');
SELECT nummer, kenmerk FROM klantcontact WHERE id = '00000000-0000-7000-8000-000000009999';
COMMIT;
SQL
}

sub came_back_whole
{
	my ($db, %with) = @_;
	foreach my $register (@{ $with{registers} // \@registers })
	{
		has_same_rows($db, $register, %with);
		has_same_triggers($db, $register, %with);
		has_same_definition($db, $register, %with);
		is(published_of($db, $register, %with), $published, "$register: same publication") unless $with{registers};
		is_sound($db, $register, %with);
		numbers_go_on($db, $register, %with);
		rules_bite($db, $register, %with);
	}
}

# --------------------------------------------------------------------------------------------------------------------
# Whole databases
# --------------------------------------------------------------------------------------------------------------------

# The options of pg_dump, and the command that loads what it wrote; each as the superuser and as the owner.
my @routes = (
	[ 'psql', [], sub { psql($_[0], '-f', $_[1]) } ],
	[ 'psql, one transaction', [], sub { psql($_[0], '-1', '-f', $_[1]) } ],
	[ 'pg_restore', ['-Fc'], sub { ('pg_restore', '-e', '-d', $_[0], $_[1]) } ],
	[ 'pg_restore, one transaction', ['-Fc'], sub { ('pg_restore', '-1', '-d', $_[0], $_[1]) } ],
	[ 'pg_restore, parallel', [ '-Fd', '-j2' ], sub { ('pg_restore', '-e', '-j2', '-d', $_[0], $_[1]) } ]);

foreach my $route (@routes)
{
	my ($name, $options, $load) = @$route;
	foreach my $who ('superuser', 'owner')
	{
		subtest "$name, as $who" => sub {
			my $role = $role{$who};
			my $db = new_database();
			my $path = dump_of('bron', '-U', $role, @$options);
			$node->command_ok([ $load->($db, $path), '-U', $role ], 'restored');
			came_back_whole($db);
			# pg_dump does not say who owns an extension: whoever restores it does, and alone can update it.
			is(query($db, "SELECT extowner::regrole FROM pg_extension WHERE extname = 'klantinteracties'"),
				$role, "the extension belongs to the $who");
		};
	}
}

foreach my $who ('superuser', 'owner')
{
	subtest "over an older copy, as $who" => sub {
		my $role = $role{$who};
		my $db = new_database();
		my $path = dump_of('bron', '-U', $role, '-Fc');
		$node->command_ok([ 'pg_restore', '-e', '-U', $role, '-d', $db, $path ], 'restored');
		query($db, "DELETE FROM ki.kanaal WHERE code = 'sms'; DROP TABLE ki.mutatielog", as => 'eigenaar');
		$node->command_ok([ 'pg_restore', '-e', '--clean', '--if-exists', '-U', $role, '-d', $db, $path ], 'restored again');
		came_back_whole($db);
		$path = dump_of('bron', '-U', $role, '--clean', '--if-exists');
		$node->command_ok([ psql($db, '-U', $role, '-f', $path) ], 'and again, by psql');
		came_back_whole($db);
	};
}

subtest 'pg_dumpall' => sub {
	my $other = PostgreSQL::Test::Cluster->new('doel');
	$other->init;
	$other->start;
	$node->command_ok([ 'pg_dumpall', '-f', "$tmp/all.sql", '--exclude-database', 'doel*' ], 'dumped');
	# The superuser is there already, so errors do not stop it.
	$other->command_ok([ 'psql', '-X', '-q', '-d', 'postgres', '-f', "$tmp/all.sql" ], 'restored');
	came_back_whole('bron', node => $other);
	$other->stop;

	# Who makes it need not be a superuser, but above row security.
	$node->safe_psql('postgres', 'CREATE ROLE kopieerder LOGIN; GRANT pg_read_all_data TO kopieerder');
	my @dump = ('pg_dumpall', '--exclude-database', 'doel*');
	$node->command_fails_like([ @dump, '-U', 'kopieerder' ], qr/would be affected by row-level security policy/,
		'with pg_read_all_data alone it is refused, not dumped in part');
	$node->safe_psql('postgres', 'ALTER ROLE kopieerder BYPASSRLS');
	$node->command_ok([ @dump, '-f', "$tmp/all.sql" ], 'dumped');
	$node->command_ok([ @dump, '-f', "$tmp/kopie.sql", '-U', 'kopieerder' ], 'dumped with pg_read_all_data and BYPASSRLS');
	# Each has a key of its own in \restrict.
	my ($all, $copy) = map { slurp_file("$tmp/$_.sql") =~ s/^\\(?:un)?restrict .*\n//mgr } qw(all kopie);
	ok($all eq $copy, 'which is the same') or diag(difference($all, $copy));
	$node->safe_psql('postgres', 'REVOKE pg_read_all_data FROM kopieerder; DROP ROLE kopieerder');
};

# --------------------------------------------------------------------------------------------------------------------
# Other owners: the schema of the extension must not be a stranger's (sql/00_header.sql)
# --------------------------------------------------------------------------------------------------------------------

subtest 'into a database of somebody else' => sub {
	my $path = dump_of('bron', '-Fc');
	my $db = new_database('buurman');
	$node->command_fails_like([ 'pg_restore', '-e', '-d', $db, $path ],
		qr/schema "klantinteracties" belongs to "eigenaar", who owns neither the extension nor the database/,
		'refused where the roles of the source own the objects');

	$db = new_database('buurman');
	$node->command_ok([ 'pg_restore', '-e', '--no-owner', '-U', 'buurman', '-d', $db, $path ], 'restored by its owner as his own');
	came_back_whole($db, owner => 'buurman');

	$db = new_database('buurman');
	query($db, 'GRANT CREATE ON DATABASE ' . $db . ' TO eigenaar');
	$node->command_ok([ 'pg_restore', '-e', '-U', 'eigenaar', '-d', $db, $path ], 'restored by the owner of the registers');
	came_back_whole($db);
};

# --------------------------------------------------------------------------------------------------------------------
# One register
# --------------------------------------------------------------------------------------------------------------------

foreach my $register (@registers)
{
	subtest "$register alone" => sub {
		my $path = dump_of('bron', '-n', quote_ident($register));
		my $db = new_database();
		$node->command_fails_like([ psql($db, '-U', 'eigenaar', '-f', $path) ],
			qr/schema "klantinteracties" does not exist/, 'refused where the extension is not');

		$db = new_database();
		query($db, 'CREATE EXTENSION klantinteracties', as => 'eigenaar');
		$node->command_ok([ psql($db, '-U', 'eigenaar', '-f', $path) ], 'restored where the extension is');
		came_back_whole($db, registers => [$register]);

		$path = dump_of('bron', '-n', quote_ident($register), '-n', 'klantinteracties', '-e', 'klantinteracties');
		$db = new_database();
		$node->command_ok([ psql($db, '-U', 'eigenaar', '-f', $path) ], 'restored with the extension');
		came_back_whole($db, registers => [$register]);
	};
}

# --------------------------------------------------------------------------------------------------------------------
# Data alone, into tables that are there
# --------------------------------------------------------------------------------------------------------------------

my $schema_only = dump_of('bron', '-s');
my $data_only = dump_of('bron', '-a');

sub empty_copy
{
	my $db = new_database();
	$node->command_ok([ psql($db, '-U', 'eigenaar', '-f', $schema_only) ], 'schema restored');
	return $db;
}

subtest 'data alone, triggers on' => sub {
	my $db = empty_copy();
	$node->command_fails_like([ psql($db, '-U', 'eigenaar', '-f', $data_only) ],
		qr/klantcontact 1 has no betrokkene/, 'refused, as each table is loaded in a transaction of its own');

	# In one transaction the rules over several rows are kept, but the log of mutations takes no row from anybody.
	$db = empty_copy();
	$node->command_fails_like([ psql($db, '-U', 'eigenaar', '-1', '-f', $data_only) ],
		qr/cannot insert into table "mutatielog"/, 'refused in one transaction, too');

	# Without the log all is loaded, but what the register itself records is recorded anew.
	$db = empty_copy();
	$node->command_ok([ psql($db, '-U', 'eigenaar', '-1', '-f', dump_of('bron', '-a', '-T', '*.mutatielog')) ],
		'loaded in one transaction without the log');
	my $registered = 'SELECT extract(epoch FROM %s(geregistreerd_op)) FROM ki.klantcontact';
	cmp_ok(query($db, sprintf($registered, 'min')), '>', query('bron', sprintf($registered, 'max')),
		'the moments of registration are lost');
};

subtest 'data alone, triggers disabled by the superuser' => sub {
	my $db = empty_copy();
	$node->command_ok([ psql($db, '-f', dump_of('bron', '-a', '--disable-triggers')) ], 'loaded');
	came_back_whole($db);
};

# An owner may not disable the triggers of the foreign keys, so the dump's order of the tables must do, and the key of the
# only cycle waits for SET CONSTRAINTS; ENABLE TRIGGER is refused while it is pending.
subtest 'data alone, triggers disabled by the owner' => sub {
	my $db = empty_copy();
	$node->command_fails_like(
		[ psql($db, '-U', 'eigenaar', '-f', dump_of('bron', '-a', '--disable-triggers')) ],
		qr/is a system trigger/, 'not all of them');

	$db = empty_copy();
	my $alter = q{DO $$ DECLARE t regclass; BEGIN
		FOR t IN SELECT DISTINCT tgrelid::regclass FROM pg_trigger
				  WHERE NOT tgisinternal AND tgfoid IN (SELECT oid FROM pg_proc WHERE pronamespace = 'klantinteracties'::regnamespace)
		LOOP EXECUTE format('ALTER TABLE %s %s TRIGGER USER', t, 'WHAT'); END LOOP; END $$};
	$node->command_ok(
		[ psql($db, '-U', 'eigenaar', '-1', '-c', $alter =~ s/WHAT/DISABLE/r, '-f', $data_only,
			'-c', 'SET CONSTRAINTS ALL IMMEDIATE', '-c', $alter =~ s/WHAT/ENABLE/r) ],
		'loaded in one transaction');
	came_back_whole($db);
};

# --------------------------------------------------------------------------------------------------------------------
# The extension and its registers
# --------------------------------------------------------------------------------------------------------------------

# Everything in the catalogs that initdb did not make.
sub objects_of
{
	my ($db) = @_;
	return query($db, <<'SQL');
SELECT pg_describe_object(classid, objid, 0)
  FROM (SELECT 'pg_namespace'::regclass, oid FROM pg_namespace UNION ALL SELECT 'pg_class'::regclass, oid FROM pg_class
        UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc
        UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_operator UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast
        UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass UNION ALL SELECT 'pg_opfamily'::regclass, oid FROM pg_opfamily
        UNION ALL SELECT 'pg_trigger'::regclass, oid FROM pg_trigger UNION ALL SELECT 'pg_extension'::regclass, oid FROM pg_extension)
       o (classid, objid)
 WHERE objid >= 16384
 ORDER BY 1
SQL
}

subtest 'an extension in use is not dropped' => sub {
	my $db = new_database();
	my $before = objects_of($db);
	query($db, "CREATE EXTENSION klantinteracties; SELECT klantinteracties.maak_register(n) FROM unnest('{ki,ki2}'::text[]) n",
		as => 'eigenaar');
	query($db, 'DROP SCHEMA ki CASCADE', as => 'eigenaar');
	is(errors_of($db, 'DROP EXTENSION klantinteracties'),
		'2BP01: cannot drop extension klantinteracties because other objects depend on it', 'refused while there is a register');
	is(query($db, 'SELECT count(*) FROM ki2.kanaal'), 14, 'which is untouched');
	query($db, 'DROP SCHEMA ki2 CASCADE; DROP EXTENSION klantinteracties', as => 'eigenaar');
	# The schema of the extension cannot be its member, and stays as every such schema does.
	is(objects_of($db), 'schema klantinteracties', 'afterwards nothing is left but an empty schema');
	query($db, 'CREATE EXTENSION klantinteracties; SELECT klantinteracties.maak_register()', as => 'eigenaar');
	pass('and all can be made again');
};

# The tables would be members of that extension, and lost with it.
subtest 'no register in the script of another extension' => sub {
	my $setting = query('postgres', "SELECT name FROM pg_settings WHERE name IN ('extension_control_path', 'extension_destdir')");
	plan skip_all => 'this server knows no extension outside its own directories' if $setting eq '';
	my $sharedir = $node->config_data('--sharedir');
	my $directory = $setting eq 'extension_destdir' ? "$tmp$sharedir" : $tmp;
	system_or_bail('mkdir', '-p', "$directory/extension");
	append_to_file("$directory/extension/ki_probe.control", "default_version = '1'\n");
	append_to_file("$directory/extension/ki_probe--1.sql", "SELECT klantinteracties.maak_register('binnen');\n");
	is(errors_of('bron', "SET $setting = '$tmp'; CREATE EXTENSION ki_probe", as => $superuser),
		'55000: cannot make a register inside the script of an extension', 'refused');
	is(query('bron', "SELECT count(*) FROM pg_namespace WHERE nspname = 'binnen'"), 0, 'nothing is left');
	append_to_file("$directory/extension/ki_probe--2.sql", "SELECT klantinteracties.werk_register_bij('ki');\n");
	is(errors_of('bron', "SET $setting = '$tmp'; CREATE EXTENSION ki_probe VERSION '2'", as => $superuser),
		'55000: werk_register_bij() cannot be called in the script of an extension', 'nor brought up to date');
};

done_testing();
