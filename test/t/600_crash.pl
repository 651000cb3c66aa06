# Crashes under writers and correctors: the server, or one of its processes, is killed at any moment; after recovery the register is
# sound, has all that a client was told, and nothing in part. KI_CRASH is the number of crashes; "make test-crash" has 200.

use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;
use Belasting;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(usleep);

my $crashes = $ENV{KI_CRASH} // 4;
my $seed = srand($ENV{KI_SEED} // time);
note("$crashes crashes, KI_SEED=$seed");

# The framework switches fsync off; as in production, it is on here. Small checkpoints, so that a crash falls within one now and then.
my $node = PostgreSQL::Test::Cluster->new('crash');
$node->init;
$node->append_conf('postgresql.conf', <<'END');
fsync = on
full_page_writes = on
synchronous_commit = on
max_wal_size = 32MB
checkpoint_timeout = 30s
autovacuum_naptime = 1s
restart_after_crash = on
END
$node->start;
Belasting::maak($node);
$node->safe_psql('postgres', 'CREATE EXTENSION amcheck');

# Waits until these processes are gone: the next server cannot start before.
sub await_end
{
	foreach my $pid (@_)
	{
		for (1 .. 1800)
		{
			last unless kill(0, $pid);
			usleep(100_000);
		}
	}
	return;
}

# Waits until the server lets clients in again.
sub await_recovery
{
	for (1 .. 1800)
	{
		return if system('pg_isready', '-q', '-d', $node->connstr('postgres')) == 0;
		usleep(100_000);
	}
	die 'the server did not recover';
}

# The ways in which it ends. Each gets the postmaster and its other processes, and says whether the server must be started again.
my @ways = (
	[ 'kill -9 of all processes', sub { my ($postmaster, @others) = @_; kill 'KILL', $postmaster, @others; return 1; } ],
	[ 'kill -9 of the postmaster', sub { my ($postmaster) = @_; kill 'KILL', $postmaster; return 1; } ],
	[ 'kill -9 of a backend', sub { my ($postmaster, @others) = @_; kill 'KILL', $others[ rand @others ]; return 0; } ],
	[ 'immediate shutdown', sub { my ($postmaster) = @_; kill 'QUIT', $postmaster; return 1; } ]);

my $confirmed = 0;
for my $crash (1 .. $crashes)
{
	my ($name, $end) = @{ $ways[ $crash % @ways ] };
	my $load = Belasting::start($node, 1 + int(rand(300)));
	my $postmaster = (split /\n/, slurp_file($node->data_dir . '/postmaster.pid'))[0];
	my @others = split /\n/, $node->safe_psql('postgres', 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
	if ($end->($postmaster, @others))
	{
		await_end($postmaster, @others);
		$node->{_pid} = undef;	# the framework does not know yet
		$node->start;
	}
	my @acknowledged = Belasting::bevestigd($load);
	await_recovery();
	Belasting::kwam_heel_door($node, "crash $crash, $name", @acknowledged);
	$confirmed += @acknowledged;
}

is($node->safe_psql('postgres', <<'END'), 't', 'the indexes are whole');
SELECT count(bt_index_check(indexrelid, true)) > 50 FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = 'ki'::regnamespace
END
note("$confirmed transactions were acknowledged and are there");

$node->stop;
done_testing();
