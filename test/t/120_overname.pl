# Physical failover in the middle of load: the primary dies under writers and correctors, a synchronous standby takes over, and has all
# that a client was told.

use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;
use Belasting;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $primary = PostgreSQL::Test::Cluster->new('een');
$primary->init(allows_streaming => 1);
$primary->start;
Belasting::maak($primary);
my $serial = 1;

# Back and forth: the standby that took over loses its own standby's primary the next time.
foreach my $ronde (1 .. 3)
{
	$primary->backup("kopie$ronde");
	my $standby = PostgreSQL::Test::Cluster->new("knooppunt$ronde");
	$standby->init_from_backup($primary, "kopie$ronde", has_streaming => 1);
	$standby->start;
	$primary->safe_psql('postgres', "ALTER SYSTEM SET synchronous_standby_names = '*'; SELECT pg_reload_conf()");
	$primary->poll_query_until('postgres', "SELECT sync_state = 'sync' FROM pg_stat_replication")
	  or die 'the standby did not become synchronous';

	my $load = Belasting::start($primary, 40 * $ronde);
	$primary->stop('immediate');
	my @acknowledged = Belasting::bevestigd($load);
	$standby->promote;
	# It has no standby yet to wait for.
	$standby->safe_psql('postgres', 'ALTER SYSTEM RESET synchronous_standby_names; SELECT pg_reload_conf()');

	Belasting::kwam_heel_door($standby, "failover $ronde", @acknowledged);
	is($standby->safe_psql('postgres', <<'END'), 't', "failover $ronde: new klantcontacten have new numbers");
CREATE TEMP TABLE hoogste AS SELECT max(nummer) FROM ki.klantcontact;
BEGIN; CALL belasting.registreer(klantinteracties.uuid_v7()); COMMIT;
SELECT max(nummer) > (SELECT max FROM hoogste) FROM ki.klantcontact;
END
	$primary = $standby;
}

# Afterwards every index knows every row.
$primary->safe_psql('postgres', 'CREATE EXTENSION amcheck');
is($primary->safe_psql('postgres', <<'END'), 't', 'the indexes are whole');
SELECT count(bt_index_check(indexrelid, true)) > 50 FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = 'ki'::regnamespace
END

$primary->stop;
done_testing();
