# Through pgbouncer with transaction pooling: clients take turns on one server connection, and nothing of one reaches the next.

use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;
use Belasting;
use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(usleep);

my ($pgbouncer) = grep { -x } map { "$_/pgbouncer" } split(/:/, $ENV{PATH}), '/usr/sbin';
plan skip_all => 'pgbouncer is not installed' unless $pgbouncer;
plan skip_all => 'pgbouncer refuses to run as root' if $> == 0;

my $node = PostgreSQL::Test::Cluster->new('achter');
$node->init;
$node->start;
Belasting::maak($node);
$node->safe_psql('postgres', "SELECT klantinteracties.maak_register('ander')");

my $dir = PostgreSQL::Test::Utils::tempdir_short;
my $port = PostgreSQL::Test::Cluster::get_free_port();
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
append_to_file("$dir/pgbouncer.ini", <<"END");
[databases]
een = @{[ $node->connstr ]} dbname=postgres user=$superuser pool_size=1
twee = @{[ $node->connstr ]} dbname=postgres user=$superuser pool_size=2
[pgbouncer]
pool_mode = transaction
auth_type = any
unix_socket_dir = $dir
listen_port = $port
ignore_startup_parameters = extra_float_digits
END
my ($out, $err) = ('', '');
my $pooler = IPC::Run::start([ $pgbouncer, '-q', "$dir/pgbouncer.ini" ], '<', \undef, '>', \$out, '2>', \$err);
for (1 .. 1800)
{
	last if system('pg_isready', '-q', '-h', $dir, '-p', $port, '-d', 'een') == 0;
	$pooler->pumpable or die "pgbouncer did not start: $err";
	usleep(100_000);
}

# Each call is a client of its own. Returns what it answers, and the constraint it violates or the error.
sub client
{
	my ($sql) = @_;
	my ($stdout, $stderr) = ('', '');
	IPC::Run::run([ 'psql', '-XAtq', '-v', 'VERBOSITY=verbose', '-d', "host=$dir port=$port dbname=een" ], '<', \$sql, '>', \$stdout, '2>', \$stderr);
	chomp $stdout;
	my ($error) = $stderr =~ /^CONSTRAINT NAME:  (.*)/m ? $1 : $stderr =~ /ERROR:  \w+: (.*)/ ? $1 : $stderr;
	return $error eq '' ? $stdout : $stdout eq '' ? $error : "$stdout\n$error";
}

my $backend = client('SELECT pg_backend_pid()');
like($backend, qr/^\d+$/, 'a client is served');
is(client('SELECT pg_backend_pid()'), $backend, 'the next one by the same server connection');

# Rules that wait for the commit belong to the transaction, not to the client or the connection.
my $without_parts = q{INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now());};
is(client("BEGIN; $without_parts COMMIT;"), 'klantcontact_minstens_een_betrokkene', 'a deferred rule bites');
is(client("BEGIN; $without_parts SET CONSTRAINTS ALL IMMEDIATE; COMMIT;"), 'klantcontact_minstens_een_betrokkene', 'so it does with SET CONSTRAINTS');
is(client("BEGIN; $without_parts ROLLBACK; BEGIN; CALL belasting.registreer(belasting.id(900, 0, 1)); COMMIT; SELECT 'ok'"), 'ok',
	'what was rolled back waits for nothing');

# Registering and reading, in two registers by turns: what the connection keeps is kept for each.
for my $n (1 .. 9)
{
	client(<<"END");
SELECT klantinteracties.registreer_klantcontact('{"onderwerp": "Afval", "inhoud": "vraag $n", "plaatsgevondenOp": "2024-04-01T10:00:00+02:00",
	"hadBetrokkenen": [{"rol": "klant", "wasPartij": {"id": "00000000-0000-7000-8000-0000000000b1"}}],
	"hadBetrokkenActoren": [{"naam": "Nicole van Dijk"}]}', 'ki')
END
}
like(client("SELECT klantinteracties.klantcontact_json(belasting.id(900, 0, 1), 'ki') ->> 'inhoud'"), qr/Vraag en antwoord/, 'a klantcontact is read');
is(client("SELECT count(*) FROM klantinteracties.contacthistorie('00000000-0000-7000-8000-0000000000b1', aantal => 100, register => '$_')"),
	$_ eq 'ki' ? '30' : '0', "history in $_") foreach 'ki', 'ander', 'ki';
is(client("BEGIN; SET LOCAL search_path = ander; SELECT klantinteracties.register_van(); COMMIT"), 'ander', 'SET LOCAL chooses a register');
is(client("SELECT klantinteracties.register_van()"), 'no register found in search_path', 'and does not outlive the transaction');

# A rule option that one client sets is that of the next one, of the same connection and of another.
client("SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '1 hour', 'ki')");
my $later = q{INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now() + interval '1 minute')};
is(client($later), 'klantcontact_minstens_een_betrokkene', 'a rule option is that of all');
client("SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '0', 'ki')");
is(client($later), 'klantcontact_niet_gepland', 'and so is its end');

# The opening of a correction is used up, also by one that fails.
is(client("BEGIN; SELECT klantinteracties.corrigeer('klantcontact', belasting.id(900, 0, 1), '{\"onderwerp\": \"\"}', 'reden', 'ki'); ROLLBACK"),
	'klantcontact_onderwerp_lengte', 'a correction is checked');
is(client('UPDATE ki.klantcontact SET onderwerp = onderwerp'), 'klantcontact_onveranderlijk', 'and opens nothing to the next client');
# So is the inzage of an inhabitant: it ends with its transaction.
$node->safe_psql('postgres', "CREATE ROLE inwoner; SELECT klantinteracties.verleen('inwoner', 'inzage', 'ki')");
my $begin = "DO \$\$ BEGIN PERFORM klantinteracties.begin_inzage('00000000-0000-7000-8000-0000000000b1', 'DigiD', 'ki'); END \$\$;";
is(client("BEGIN; SET LOCAL ROLE inwoner; $begin SELECT count(*) FROM ki.klantcontact; COMMIT"), '30', 'inzage shows what is the partij\'s');
is(client('BEGIN; SET LOCAL ROLE inwoner; SELECT count(*) FROM ki.klantcontact; COMMIT'), '0', 'and nothing to the next client');

is(client("SELECT klantinteracties.maak_register('derde')"), 'derde', 'a register is made');
is(client('SELECT pg_backend_pid()'), $backend, 'all that on one server connection');

# Four writers and correctors on two connections.
my $load = Belasting::start($node, 100, "host=$dir port=$port dbname=twee");
# What TERM means depends on the version.
$pooler->signal('KILL');
$pooler->finish;
my @acknowledged = Belasting::bevestigd($load);
$node->restart;
Belasting::kwam_heel_door($node, 'load by four clients on two connections', @acknowledged);

$node->stop;
done_testing();
