# A register in each schema, spread over servers by Citus, as doc/replicatie.md tells: what works there, what is refused and how, and the
# way back. Needs a server with Citus 13 installed.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $coordinator = PostgreSQL::Test::Cluster->new('coordinator');
plan skip_all => 'no Citus installed' unless -e $coordinator->config_data('--pkglibdir') . '/citus.so';

my @workers = map { PostgreSQL::Test::Cluster->new("worker$_") } 1, 2;
foreach my $node ($coordinator, @workers)
{
	$node->init(allows_streaming => 'logical');
	$node->append_conf('postgresql.conf', <<'CONF');
shared_preload_libraries = 'citus'
max_prepared_transactions = 20
max_worker_processes = 16
max_connections = 100
citus.node_conninfo = 'sslmode=disable'
citus.enable_statistics_collection = off
CONF
	$node->append_conf('postgresql.conf', "citus.local_hostname = '" . $node->host . "'");
	$node->start;
	$node->safe_psql('postgres', 'CREATE DATABASE burgers');
	$node->safe_psql('burgers', 'CREATE EXTENSION citus');
}

# As who owns the registers, unless said otherwise.
sub query
{
	my ($sql, %with) = @_;
	return ($with{on} // $coordinator)->safe_psql('burgers', "SET client_min_messages = error; $sql",
		extra_params => [ '-U', $with{as} // 'eigenaar' ]);
}

# The errors, with their SQLSTATE.
sub said
{
	my ($sql, %with) = @_;
	my $stderr;
	($with{on} // $coordinator)->psql('burgers', $sql, stderr => \$stderr, on_error_stop => 0,
		extra_params => [ '-U', $with{as} // 'eigenaar', '-v', 'VERBOSITY=verbose' ]);
	return join("\n", map { s/^psql:\S+ //r } grep { /^(?:psql:\S+ )?(?:ERROR|WARNING|HINT):/ } split(/\n/, $stderr));
}

my $superuser = $coordinator->safe_psql('postgres', 'SELECT current_user');
query("SELECT citus_set_coordinator_host('" . $coordinator->host . "', " . $coordinator->port . ')', as => $superuser);
query("SELECT citus_add_node('" . $_->host . "', " . $_->port . ')', as => $superuser) foreach @workers;
query('CREATE ROLE eigenaar LOGIN; CREATE ROLE lezer LOGIN; CREATE ROLE medewerker LOGIN; CREATE ROLE burger LOGIN;
	CREATE EXTENSION klantinteracties; GRANT CREATE ON DATABASE burgers TO eigenaar; GRANT USAGE ON SCHEMA klantinteracties TO eigenaar;',
	as => $superuser);
query('CREATE FUNCTION public.u(text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN lpad($1, 32, \'0\')::uuid', as => $superuser);

# --------------------------------------------------------------------------------------------------------------------
# The guide: one register has rows already, the other has none; a third stays where it is, to compare with
# --------------------------------------------------------------------------------------------------------------------

my @registers = qw(g0363 g0344 hier);
my $begin = <<'SQL';
INSERT INTO actor (id, naam, soort_actor) VALUES (public.u('a1'), 'A1', 'medewerker');
BEGIN;
INSERT INTO partij (id, soort_partij, naam) VALUES (public.u('1'), 'organisatie', 'P1');
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (public.u('1'), 'P1');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (public.u('1'), 'registratie', 'zelf', 'DigiD');
COMMIT;
SQL
query("SELECT klantinteracties.maak_register('$_')") foreach @registers;
query("SET search_path = $_; $begin") foreach qw(g0363 hier);
my $stored = query('SELECT * FROM g0363.partij; SELECT * FROM g0363.actor; SELECT * FROM g0363.kanaal ORDER BY code');
isnt(said("SET citus.enable_unsafe_triggers = on; SELECT citus_schema_distribute('g0363')"), '',
	'with its triggers on, a register that has rows is not distributed');

# What is copied to another server is not registered there.
sub distribute
{
	my ($register) = @_;
	my $switch = "SELECT format('ALTER TABLE %%s %s TRIGGER USER', oid::regclass) FROM pg_class
		WHERE relnamespace = '$register'::regnamespace AND relkind = 'r' \\gexec\n";
	query("SET citus.enable_unsafe_triggers = on;\n" . sprintf($switch, 'DISABLE') . "SELECT citus_schema_distribute('$register');
		SELECT truncate_local_data_after_distributing_table(oid) FROM pg_class WHERE relnamespace = '$register'::regnamespace AND relkind = 'r';\n"
		  . sprintf($switch, 'ENABLE'));
}
distribute($_) foreach qw(g0363 g0344);
query("SET search_path = g0344; $begin");
is(query('SELECT * FROM g0363.partij; SELECT * FROM g0363.actor; SELECT * FROM g0363.kanaal ORDER BY code'), $stored,
	'rows are what they were, their moment of registration too');

is(query('SELECT schema_name FROM citus_schemas ORDER BY schema_name::text', as => $superuser), "g0344\ng0363", 'the registers are distributed');
is(query("SELECT count(*) FROM pg_class c WHERE relnamespace IN ('g0363'::regnamespace, 'g0344'::regnamespace) AND relkind = 'r'
		AND NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = c.oid)"), '0', 'with all of their tables');
is(query("SELECT count(DISTINCT nodeport), count(*) = 2 * 22 FROM citus_shards WHERE nodeport <> " . $coordinator->port, as => $superuser), '2|t',
	'each on a server of its own');
is(query('SELECT string_agg(register, \' \' ORDER BY register) FROM klantinteracties.registers'), 'g0344 g0363 hier', 'the view knows them');

# --------------------------------------------------------------------------------------------------------------------
# Registering and reading: the same as in a register that is not distributed
# --------------------------------------------------------------------------------------------------------------------

my $daily = <<'SQL';
BEGIN;
INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (public.u('c1'), 'o', 'x', '2024-05-01 10:00+02');
INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (public.u('c1'), public.u('1'), 'klant');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (public.u('c1'), public.u('a1'));
INSERT INTO interne_taak (id, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
VALUES (public.u('71'), 'x', public.u('c1'), public.u('a1'));
COMMIT;
CREATE TEMPORARY TABLE json AS SELECT '{"onderwerp": "j", "inhoud": "j", "plaatsgevondenOp": "2024-05-02T10:00:00+02:00", "kanaal": "telefoon",
	"hadBetrokkenActoren": ["000000000000000000000000000000a1"],
	"hadBetrokkenen": [{"rol": "klant", "wasPartij": "00000000000000000000000000000001"}]}'::jsonb AS j;
SELECT klantinteracties.registreer_klantcontact(j) IS NOT NULL FROM json;
SELECT klantinteracties.registreer_klantcontact(j || '{"vertrouwelijk": "ja"}') IS NOT NULL FROM json;
UPDATE interne_taak SET toelichting = 'y' WHERE id = public.u('71');
SELECT klantinteracties.markeer_verwerkt(public.u('71'));
SQL
my $answers = <<'SQL';
SELECT nummer, plaatsgevonden_op, kanaal_code, onderwerp, inhoud, vertrouwelijk FROM klantinteracties.contacthistorie(public.u('1'));
SELECT klantinteracties.klantcontact_json(public.u('c1')) - 'geregistreerdOp' - 'hadBetrokkenen' - 'leiddeTotInterneTaken' - 'hadBetrokkenActoren';
SELECT nummer, partijen, actoren, open_taken FROM klantcontact_overzicht ORDER BY nummer;
SELECT versie, operatie, geregistreerd_op = lag(vervallen_op, 1, geregistreerd_op) OVER (ORDER BY versie), rij ->> 'toelichting'
  FROM klantinteracties.versiehistorie('interne_taak', public.u('71'));
SQL
query("SET search_path = $_; $daily") foreach @registers;
my $expected = query("SET search_path = hier; $answers");
like($expected, qr/^3\|.*\n2\|.*\n1\|.*\n(?:.*\n)+2\|UPDATE\|t\|y\n3\|\|t\|y$/, 'the answers say something');
is(query("SET search_path = $_; $answers"), $expected, "$_: the answers and the memory are those of a register that is not distributed")
  foreach qw(g0363 g0344);
is(query("SET search_path = g0363; $answers", on => $_), $expected, 'so they are on ' . $_->name) foreach @workers;

# --------------------------------------------------------------------------------------------------------------------
# Violations, as the client sees them
# --------------------------------------------------------------------------------------------------------------------

my $lonely = "INSERT INTO g0363.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (public.u('c9'), 'o', 'x', now())";
like(said($lonely), qr/^ERROR:  23514: klantcontact \d+ has no betrokkene/, 'a deferred rule: its own error');
like(said("BEGIN; $lonely; COMMIT"),
	qr/^WARNING:  23514: klantcontact \d+ has no betrokkene.*^ERROR:  XX000: could not commit transaction for shard/ms,
	'at the end of a transaction: a warning, and another error');
like(said("BEGIN; INSERT INTO g0344.actor (naam, soort_actor) VALUES ('niet', 'medewerker'); $lonely; COMMIT"), qr/^ERROR:  23514/m,
	'of a transaction in two registers: its own error');
like(said('UPDATE g0363.klantcontact SET onderwerp = \'z\''), qr/^ERROR:  23001: klantcontact \d+ cannot be changed/, 'an UPDATE');
like(said('DELETE FROM g0363.betrokkene'), qr/^ERROR:  23001: betrokkene .* cannot be deleted/, 'a DELETE');
like(said('TRUNCATE g0363.klantcontact CASCADE'), qr/^ERROR:  23001: cannot truncate table/m, 'a TRUNCATE');
like(said("INSERT INTO g0363.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', '', now())"), qr/^ERROR:  23514: column "inhoud"/,
	'a rule on a row');
like(said("INSERT INTO g0363.mutatielog (tabel, rij_id, operatie, geregistreerd_op, vervallen_op, gebruiker) VALUES ('a', 'a', 'UPDATE', now(), now(), 'a')"),
	qr/^ERROR:  23001: cannot insert into table "mutatielog/, 'a row of the log');
is(query('SELECT count(*) FROM g0344.actor') . query("SET search_path = g0363; $answers"), "1$expected", 'nothing of it is there');
is(query("BEGIN; INSERT INTO g0363.actor (naam, soort_actor) VALUES ('x', 'medewerker'); INSERT INTO g0344.actor (naam, soort_actor)
		VALUES ('x', 'medewerker'); COMMIT; SELECT (SELECT count(*) FROM g0363.actor) + (SELECT count(*) FROM g0344.actor)"), '4',
	'a transaction in two registers');

# --------------------------------------------------------------------------------------------------------------------
# Who may see what
# --------------------------------------------------------------------------------------------------------------------

query("SELECT klantinteracties.verleen('lezer', 'lezen', 'g0363'), klantinteracties.verleen('medewerker', 'registreren', 'g0363')");
is(query('SELECT count(*) FROM g0363.klantcontact; SELECT count(*) FROM g0363.betrokkene', as => 'lezer'), "2\n2", 'what is vertrouwelijk is not seen');
is(query("SELECT count(*) FROM klantinteracties.contacthistorie(public.u('1'), register => 'g0363')", as => 'lezer'), '2', 'nor by a function');
query("SELECT klantinteracties.verleen('lezer', 'vertrouwelijk', 'g0363')");
is(query('SELECT count(*) FROM g0363.klantcontact', as => 'lezer'), '3', 'it is by who may');
like(said("INSERT INTO g0363.actor (naam, soort_actor) VALUES ('x', 'medewerker')", as => 'lezer'), qr/^ERROR:  42501/, 'who may only read does only that');
like(said("UPDATE g0363.interne_taak SET status = 'verwerkt' WHERE id = public.u('71')", as => 'medewerker'), qr/^ERROR:  42501/,
	'who may not read cannot look for a row to change');
query("SELECT klantinteracties.verleen('medewerker', 'lezen', 'g0363')");
query("SET search_path = g0363; " . ($daily =~ s/u\('(c1|71)'\)/u('${1}2')/gr), as => 'medewerker');
is(query("SELECT status, toelichting FROM g0363.interne_taak WHERE id = public.u('712')"), 'verwerkt|y', 'with both a day of work is done');
like(said("UPDATE g0363.interne_taak SET gevraagde_handeling = 'z'", as => 'medewerker'), qr/^ERROR:  42501/, 'on the columns that are for that');
like(said("SELECT klantinteracties.verleen('burger', 'inzage', 'g0363')"), qr/^ERROR:  0A000: register "g0363" is distributed by Citus/, 'inzage cannot be given');
query("SELECT klantinteracties.maak_register('open')");
query("SELECT klantinteracties.verleen('burger', 'inzage', 'open')");
like(said("SET citus.enable_unsafe_triggers = on; SELECT citus_schema_distribute('open')"), qr/ does not exist$/m, 'nor is a register distributed where it was');
is(query("SELECT count(*) FROM pg_dist_partition WHERE logicalrelid::text LIKE 'open.%'"), '0', 'not a table of it');

query("SELECT klantinteracties.verleen('lezer', 'lezen', 'g0344'); CREATE POLICY nauw ON g0344.klantcontact AS RESTRICTIVE TO lezer USING (false)");
is(query('SELECT count(*) FROM g0344.klantcontact', as => 'lezer'), '2', 'a policy that narrows does not: Citus makes it one that widens');

# Geheimhouding reaches the log, which is found as it is stored.
my $verified = "INSERT INTO g0363.partij_verificatie (partij, handeling, grond, middel) VALUES (public.u('1'), 'wijziging', 'zelf', 'DigiD')";
query("BEGIN; UPDATE g0363.partij SET interne_notitie = 'n'; $verified; COMMIT");
query("BEGIN; UPDATE g0363.partij SET indicatie_geheimhouding = true; $verified; COMMIT");
is(query("SELECT count(*), count(*) FILTER (WHERE vertrouwelijk = 'ja') FROM g0363.mutatielog WHERE tabel = 'partij'"), '2|2', 'a partij that asks for it closes what is remembered of it');
query("BEGIN; UPDATE g0363.partij SET indicatie_geheimhouding = false; $verified; COMMIT");

# --------------------------------------------------------------------------------------------------------------------
# What only works where the rows are is refused, and leaves nothing
# --------------------------------------------------------------------------------------------------------------------

my @refused = (
	"corrigeer('klantcontact', public.u('c1'), '{\"inhoud\": \"y\"}', 'fout', 'g0363')",
	"corrigeer('betrokkene', NULL, '{\"had_klantcontact\": \"000000000000000000000000000000c1\", \"rol\": \"klant\"}', 'vergeten', 'g0363')",
	"vul_inhoud_aan(public.u('c1'), 'meer', 'g0363')",
	"vernietig_klantcontacten(klantcontacten => ARRAY[public.u('c1')], proef => false, grondslag => 'x', register => 'g0363')",
	"vergeet_partij(public.u('1'), false, 'x', 'g0363')",
	"begin_inzage(public.u('1'), 'DigiD', 'g0363')",
	"controleer_register('g0363')");
my $before = query("SELECT * FROM g0363.klantcontact ORDER BY id; SELECT * FROM g0363.betrokkene ORDER BY id; SELECT count(*) FROM g0363.mutatielog");
foreach my $node ($coordinator, @workers)
{
	like(said("SELECT klantinteracties.$_", on => $node),
		qr/^ERROR:  0A000: register "g0363" is distributed by Citus\nHINT:  Bring it back first/, $node->name . ": $_")
	  foreach @refused;
}
is(query("SELECT * FROM g0363.klantcontact ORDER BY id; SELECT * FROM g0363.betrokkene ORDER BY id; SELECT count(*) FROM g0363.mutatielog"), $before, 'nothing has changed');
like(said("SELECT klantinteracties.registreer_klantcontact('{}', 'g0363')", on => $_), qr/^ERROR:  2/, 'a body that says nothing') foreach $coordinator;
my $again = "SELECT klantinteracties.registreer_klantcontact('{\"id\": \"000000000000000000000000000000c5\", \"onderwerp\": \"j\", \"inhoud\": \"j\",
	\"plaatsgevondenOp\": \"2024-05-02T10:00:00+02:00\", \"hadBetrokkenActoren\": [\"000000000000000000000000000000a1\"],
	\"hadBetrokkenen\": [{\"rol\": \"klant\", \"wasPartij\": \"00000000000000000000000000000001\"}]}', 'g0363')";
query($again);
like(said($again), qr/^ERROR:  23505: duplicate key value/, 'a body with an id that came before is refused, not answered');
like(said("INSERT INTO g0363.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('o', 'x', now())", on => $workers[0]),
	qr/^ERROR:  23514: nummer \d+ is out of range/, 'a worker gives out no numbers');

like(said("SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off', 'g0363')"),
	qr/^ERROR:  \w+: triggers are not supported on distributed tables/, 'a rule option is not set by accident');
query("SET citus.enable_unsafe_triggers = on; SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off', 'g0363')");
query("BEGIN; SET LOCAL search_path = g0363; INSERT INTO klantcontact (id, onderwerp, inhoud, plaatsgevonden_op) VALUES (public.u('c6'), 'o', 'x', now());
	INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (public.u('c6'), public.u('1'), 'klant');
	INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (public.u('c6'), public.u('a1')); COMMIT");

# --------------------------------------------------------------------------------------------------------------------
# To another server, and back: by a dump, as Citus does not take back tables with identity columns
# --------------------------------------------------------------------------------------------------------------------

my $everything = join(' UNION ALL ', map { "SELECT '$_', to_jsonb(t)::text FROM g0363.$_ t" } qw(klantcontact betrokkene actor actor_klantcontact partij
	partij_identificator partij_verificatie interne_taak mutatielog kanaal)) . ' ORDER BY 1, 2';
my $rows = query($everything);
my $now_on = query("SELECT DISTINCT nodeport FROM citus_shards WHERE table_name::text LIKE 'g0363.%'", as => $superuser);
my ($other) = grep { $_->port != $now_on } @workers;
query("SELECT citus_schema_move('g0363', '" . $other->host . "', " . $other->port . ')', as => $superuser);
is(query("SELECT DISTINCT nodeport FROM citus_shards WHERE table_name::text LIKE 'g0363.%'", as => $superuser), $other->port, 'it moves to another server');
is(query($everything), $rows, 'with every row');
like(said($lonely), qr/^ERROR:  23514/, 'and its rules');

like(said("SET citus.enable_unsafe_triggers = on; SELECT citus_schema_undistribute('g0363')"), qr/identity column/, 'Citus itself does not take it back');
my $dump = PostgreSQL::Test::Utils::tempdir . '/g0363.sql';
$coordinator->command_ok([ 'pg_dump', '-n', 'g0363', '-f', $dump, '-U', 'eigenaar', 'burgers' ], 'a dump');
query("SELECT klantinteracties.verwijder_register('g0363', 'g0363')");
is(query("SELECT count(*) FROM citus_shards WHERE table_name::text LIKE 'g0363.%'", as => $superuser), '0', 'verwijder_register() takes it from all servers');
$coordinator->command_ok([ 'psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-U', 'eigenaar', '-d', 'burgers', '-f', $dump ], 'restored');
is(query("SELECT count(*) FROM pg_dist_partition WHERE logicalrelid::text LIKE 'g0363.%'"), '0', 'into tables that are not distributed');
is(query($everything), $rows, 'it comes back with every row');
is(query("SELECT * FROM klantinteracties.controleer_register('g0363')"), '', 'it is sound');
my ($highest) = query('SELECT max(nummer) FROM g0363.klantcontact');
query("SET search_path = g0363; SELECT klantinteracties.corrigeer('klantcontact', public.u('c1'), '{\"inhoud\": \"y\"}', 'fout')");
is(query('SELECT inhoud, (SELECT reden FROM g0363.mutatielog WHERE tabel = \'klantcontact\') FROM g0363.klantcontact WHERE id = public.u(\'c1\')'), 'y|fout',
	'what was refused works');
query(($again =~ s/0c5/0c8/r) . '; ' . ($again =~ s/0c5/0c8/r));
cmp_ok(query("SELECT nummer FROM g0363.klantcontact WHERE id = public.u('c8')"), '>', $highest, 'the numbers go on');
like(said("SET search_path = g0363; UPDATE klantcontact SET onderwerp = 'z'; $lonely"), qr/^ERROR:  23001.*^ERROR:  23514/ms, 'the rules bite');
query("SELECT klantinteracties.vernietig_klantcontacten(klantcontacten => ARRAY[public.u('c8')], proef => false, grondslag => 'x', register => 'g0363')");

distribute('g0363');
is(query("SELECT inhoud FROM g0363.klantcontact WHERE id = public.u('c1'); SELECT count(*) FROM g0363.klantcontact WHERE id = public.u('c8')"), "y\n0", 'and it is distributed again');

$_->stop foreach $coordinator, @workers;
done_testing();
