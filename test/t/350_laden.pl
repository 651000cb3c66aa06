# doc/laden.sql loads what is sound, as it was, and nothing of what is not.

use strict;
use warnings;

use Cwd qw(abs_path);
use File::Basename qw(dirname);
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $top = abs_path(dirname(__FILE__) . '/../..');
my $map = PostgreSQL::Test::Utils::tempdir;
my @tabellen = qw(actor partij partij_identificator partij_verificatie
  klantcontact betrokkene actor_klantcontact bijlage interne_taak onderwerpobject digitaal_adres);
my $alles = join ' UNION ALL ', map { "SELECT '$_', md5(string_agg(t::text, ' ' ORDER BY id)) FROM ki.$_ t" } @tabellen;

my $node = PostgreSQL::Test::Cluster->new('laden');
$node->init;
$node->start;

sub laad
{
	my @opties = @_;
	my ($stdout, $stderr);
	my $status = $node->psql(
		'postgres', undef,
		stdout => \$stdout,
		stderr => \$stderr,
		on_error_stop => 0,
		extra_params => [ '-v', 'register=ki', '-v', "map=$map", @opties, '-f', "$top/doc/laden.sql" ]);
	return ($status, $stdout, $stderr);
}

# Files as they come out of a register with 200 klantcontacten.
$node->safe_psql('postgres', 'CREATE DATABASE bron');
$node->safe_psql('bron', 'CREATE EXTENSION klantinteracties');
$node->command_ok(
	[ 'psql', '-XqAt', '-d', 'bron', '-v', 'basis=200', '-v', 'nieuw=20', '-f', "$top/test/bench/gegevens.sql" ],
	'data were made');
my $verwacht = $node->safe_psql('bron', $alles);
$node->safe_psql('bron', "COPY ki.$_ TO '$map/$_.csv' (FORMAT csv, HEADER)") foreach @tabellen;

$node->safe_psql('postgres', 'CREATE EXTENSION klantinteracties');
$node->safe_psql('postgres', 'SELECT klantinteracties.maak_register()');
my $leeg = $node->safe_psql('postgres', $alles);

# Each time one line is lost: a betrokkene without whom a klantcontact is not complete, and an actor to whom keys refer.
foreach my $geval ([ betrokkene => 'klantcontact_minstens_een_betrokkene' ], [ actor => 'actor_klantcontact_actor_id_fkey' ])
{
	my ($tabel, $regel) = @$geval;
	my $heel = slurp_file("$map/$tabel.csv");
	my @regels = split /^/, $heel;
	splice @regels, 1, $tabel eq 'actor' ? 500 : 1;
	unlink "$map/$tabel.csv";
	append_to_file("$map/$tabel.csv", join '', @regels);
	my ($status, $stdout, $stderr) = laad();
	like($stdout, qr/\b$regel\b/, "without rows of $tabel: $regel");
	like($stderr, qr/nothing was loaded/, "... and that was said");
	is($status, 3, '... also to the shell');
	is($node->safe_psql('postgres', 'SELECT last_value, is_called FROM ki.klantcontact_nummer_seq'), '1|f', '... and no number was given out');
	is($node->safe_psql('postgres', $alles), $leeg, '... and nothing was loaded');
	unlink "$map/$tabel.csv";
	append_to_file("$map/$tabel.csv", $heel);
}

my ($status, $stdout, $stderr) = laad();
is($status, 0, 'files that are sound were loaded');
is($stderr, '', '... without a word');
is($node->safe_psql('postgres', $alles), $verwacht, '... as they were');
is($node->safe_psql('postgres', "SELECT tgenabled FROM pg_trigger WHERE tgrelid = 'ki.betrokkene'::regclass AND tgname = '~regels'"), 'O',
	'the rules are on');
my ($r, $o, $e) = $node->psql('postgres', "INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('a', 'b', now())");
like($e, qr/has no betrokkene/, '... and work');

# The number of what was destroyed is not given again.
$node->safe_psql('postgres', "SELECT setval('ki.klantcontact_nummer_seq', 5000)");
$_ eq 'klantcontact' or unlink "$map/$_.csv" foreach @tabellen;
my $kop = (split /^/, slurp_file("$map/klantcontact.csv"))[0];
unlink "$map/klantcontact.csv";
append_to_file("$map/klantcontact.csv", $kop);
($status, $stdout, $stderr) = laad('-v', 'tabellen={klantcontact}');
is($status, 0, 'a file of one table, without a row, was loaded') or diag($stderr);
is($node->safe_psql('postgres', "SELECT nextval('ki.klantcontact_nummer_seq')"), '5001', 'the numbers do not go back');

$node->stop;
done_testing();
