# Load on a register, from clients that remember what the server told them: writers and correctors of pgbench, whose log has a line for
# every transaction that was acknowledged. What they run, and what must hold afterwards, is in test/fixture/belasting/.

package Belasting;

use strict;
use warnings;

use FindBin;
use IPC::Run;
use PostgreSQL::Test::Utils;
use Test::More;

my $fixture = "$FindBin::RealBin/../fixture/belasting";
my $log = PostgreSQL::Test::Utils::tempdir . '/belasting';
my $clients = 4;
my $ronde = 0;

# Makes the register in database postgres.
sub maak
{
	my ($node) = @_;
	$node->safe_psql('postgres', slurp_file("$fixture/register.sql"));
	return;
}

# Starts a ronde of load, by another way than straight to the node if connstr is given, and comes back when at least so many
# klantcontacten of it are stored.
sub start
{
	my ($node, $aantal, $connstr) = @_;
	$connstr //= $node->connstr('postgres');
	$ronde++;
	my ($stdout, $stderr) = ('', '');
	# Only the end of the server ends it.
	my $pgbench = IPC::Run::start(
		[ 'pgbench', '-n', '-c', $clients, '-j', 2, '-T', 100_000, '-D', 'n=0', '-D', "ronde=$ronde", '-l', '--log-prefix', "$log.$ronde",
			'-f', "$fixture/registreer.sql\@2", '-f', "$fixture/corrigeer.sql\@1", $connstr ],
		'<', \undef, '>', \$stdout, '2>', \$stderr, IPC::Run::timeout($PostgreSQL::Test::Utils::timeout_default));
	$node->poll_query_until('postgres',
		"SELECT count(*) >= $aantal FROM ki.klantcontact WHERE id > belasting.id($ronde, 0, 0) AND id < belasting.id($ronde + 1, 0, 0)")
	  or die "the load did not get going: $stderr";
	return $pgbench;
}

# Ends the load on a server that goes on.
sub beeindig
{
	my ($node) = @_;
	$node->safe_psql('postgres', q{SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()});
	return;
}

# Waits until the load noticed that its server is gone, and returns what it was told before, for belasting.gebreken().
sub bevestigd
{
	my ($pgbench) = @_;
	$pgbench->finish;
	my @bevestigd;
	foreach my $line (map { split /\n/, slurp_file($_) } glob("$log.$ronde.*"))
	{
		# client, number of the transaction, time or "failed", script
		$line =~ /^(\d+) (\d+) (\d+|failed) ([01]) / or die "not a transaction of pgbench: $line";
		push @bevestigd, "($1,$2,$4)" unless $3 eq 'failed';
	}
	return @bevestigd;
}

# All that was acknowledged is there, nothing is there in part, and the register is sound.
sub kwam_heel_door
{
	my ($node, $name, @bevestigd) = @_;
	my $array = join(',', map { "\"$_\"" } @bevestigd);
	is($node->safe_psql('postgres', "SELECT * FROM belasting.gebreken($ronde, '{$array}')"), '', $name);
	# Beyond what was acknowledged there is at most what each client was waiting for.
	my $stored = $node->safe_psql('postgres', <<"END");
SELECT (SELECT count(*) FROM ki.klantcontact WHERE id > belasting.id($ronde, 0, 0) AND id < belasting.id($ronde + 1, 0, 0))
     + (SELECT count(DISTINCT reden) FROM ki.mutatielog WHERE reden LIKE '$ronde.%')
END
	my $extra = $stored - @bevestigd;
	ok($extra >= 0 && $extra <= $clients, "$name: at most one transaction a client was not acknowledged")
	  or diag("$stored stored, " . @bevestigd . ' acknowledged');
	return;
}

1;
