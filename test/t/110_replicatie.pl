# Logical replication of a register: the first copy under load, what the subscriber then applies, what it does not check, and how to
# go over to it (doc/betrouwbaarheid.md tells the same steps to a DBA).

use strict;
use warnings;

use FindBin;
use lib $FindBin::RealBin;
use Belasting;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $publisher = PostgreSQL::Test::Cluster->new('publisher');
$publisher->init(allows_streaming => 'logical');
$publisher->start;
my $subscriber = PostgreSQL::Test::Cluster->new('subscriber');
$subscriber->init(allows_streaming => 'logical');
$subscriber->start;

sub query
{
	my ($node, $sql) = @_;
	return $node->safe_psql('postgres', $sql);
}

# The name of the constraint that a statement violates.
sub violation
{
	my ($node, $sql) = @_;
	my ($stdout, $stderr);
	$node->psql('postgres', $sql, stdout => \$stdout, stderr => \$stderr, on_error_stop => 0, extra_params => [ '-v', 'VERBOSITY=verbose' ]);
	return $stderr =~ /^CONSTRAINT NAME:  (.*)/m ? $1 : $stderr;
}

# All rows of all tables, as one line a table.
sub rows_of
{
	my ($node) = @_;
	my @tables = split /\n/, query($node, "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'ki'::regnamespace ORDER BY 1");
	return query($node, join("\nUNION ALL\n", map { "SELECT '$_', count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM ki.$_ t" } @tables));
}

sub same_rows
{
	my ($name) = @_;
	$publisher->wait_for_catchup('ki_abonnement');
	is(rows_of($subscriber), rows_of($publisher), "$name: the same rows on both");
	is(query($subscriber, q{SELECT * FROM klantinteracties.controleer_register('ki')}), '', "$name: the subscriber's register is sound");
}

Belasting::maak($publisher);
is(query($publisher, <<'END'), '', 'every table can be published: it has a primary key');
SELECT relname FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'ki'::regnamespace
   AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = c.oid AND indisprimary)
END

# --------------------------------------------------------------------------------------------------------------------
# The first copy, while clients write
# --------------------------------------------------------------------------------------------------------------------

# The tables come without rows, reference data included, and with their options, triggers and owner's additions.
query($publisher, <<'END');
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '5 minutes', 'ki');
CREATE PUBLICATION ki_publicatie FOR TABLES IN SCHEMA ki;
END
my ($stdout, $stderr) = run_command([ 'pg_dump', '--schema-only', '--no-publications', '-d', $publisher->connstr('postgres') ]);
query($subscriber, "SET client_min_messages = warning;\n" . $stdout =~ s/^\\(un)?restrict .*\n//mgr);

my $load = Belasting::start($publisher, 50);
query($subscriber, "CREATE SUBSCRIPTION ki_abonnement CONNECTION '" . $publisher->connstr . " dbname=postgres' PUBLICATION ki_publicatie");
$subscriber->wait_for_subscription_sync($publisher, 'ki_abonnement');
Belasting::beeindig($publisher);
my @acknowledged = Belasting::bevestigd($load);
Belasting::kwam_heel_door($publisher, 'load while the tables were copied', @acknowledged);
same_rows('load while the tables were copied');
Belasting::kwam_heel_door($subscriber, 'and on the subscriber', @acknowledged);

# --------------------------------------------------------------------------------------------------------------------
# What the functions do on the publisher
# --------------------------------------------------------------------------------------------------------------------

query($publisher, <<'END');
CALL belasting.registreer(belasting.id(900, 0, 1));
CALL belasting.registreer(belasting.id(900, 0, 2));
SELECT klantinteracties.corrigeer('klantcontact', belasting.id(900, 0, 1), '{"vertrouwelijk": "ja"}', 'was vertrouwelijk', 'ki');
SELECT klantinteracties.corrigeer('bijlage', klantinteracties.corrigeer('bijlage', NULL, to_jsonb(b) - 'id' || '{"bijlageidentificator_object_id": "2"}',
    'vergeten', 'ki'), NULL, 'toch niet', 'ki') FROM (SELECT was_bijlage_van_klantcontact, bijlageidentificator_objecttype_code,
    bijlageidentificator_soort_object_id_code, bijlageidentificator_register_code FROM ki.bijlage
    WHERE was_bijlage_van_klantcontact = belasting.id(900, 0, 1)) b;
SELECT klantinteracties.markeer_verwerkt(id, 'teruggebeld', 'ki') FROM ki.interne_taak WHERE aanleidinggevend_klantcontact = belasting.id(900, 0, 2);
END
same_rows('corrections');
my $versions = q{SELECT * FROM klantinteracties.versiehistorie('klantcontact', belasting.id(900, 0, 1), 'ki')};
is(query($subscriber, $versions), query($publisher, $versions), 'corrections: the versions of a row');
like(query($subscriber, $versions), qr/was vertrouwelijk/, 'corrections: with the reason');
query($publisher, <<'END');
SELECT klantinteracties.vernietig_klantcontacten(klantcontacten => ARRAY[belasting.id(900, 0, 2)],
    proef => false, grondslag => 'selectielijst', register => 'ki');
END
same_rows('destruction');
is(query($subscriber, 'SELECT aantal_klantcontact, aantal_interne_taak FROM ki.vernietiging'), '1|1', 'destruction: the certificate');

# --------------------------------------------------------------------------------------------------------------------
# What a subscriber does not check, controleer_register() finds
# --------------------------------------------------------------------------------------------------------------------

query($publisher, <<'END');
SET session_replication_role = replica;
INSERT INTO ki.klantcontact (id, onderwerp, inhoud, plaatsgevonden_op, geregistreerd_op, geregistreerd_door)
VALUES (belasting.id(900, 0, 9), 'Afval', 'inhoud', now(), now(), 'niemand');
END
$publisher->wait_for_catchup('ki_abonnement');
is(query($subscriber, q{SELECT string_agg(regel, ' ' ORDER BY regel) FROM klantinteracties.controleer_register('ki')}),
	'klantcontact_heeft_doel klantcontact_minstens_een_actor klantcontact_minstens_een_betrokkene',
	'a klantcontact that got around the rules of the publisher is found on the subscriber');
query($publisher, 'SET session_replication_role = replica; DELETE FROM ki.klantcontact WHERE id = belasting.id(900, 0, 9)');
same_rows('without it');

# --------------------------------------------------------------------------------------------------------------------
# Going over: no more writing, all applied, the sequences, the subscription away
# --------------------------------------------------------------------------------------------------------------------

# A number that was given out, to a transaction that failed or to a klantcontact that was destroyed, is not given again.
is(violation($publisher, 'INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES (\'x\', \'x\', now())'),
	'klantcontact_minstens_een_betrokkene', 'the rules of the publisher bite');
my $last = query($publisher, q{SELECT last_value FROM ki.klantcontact_nummer_seq});
cmp_ok($last, '>', query($publisher, 'SELECT max(nummer) FROM ki.klantcontact'), 'a number was given out that no row has');

query($publisher, 'ALTER SYSTEM SET default_transaction_read_only = on; SELECT pg_reload_conf()');
same_rows('before going over');
my $sequences = query($publisher, <<'END');
SELECT format('SELECT setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value)
  FROM pg_sequences WHERE schemaname = 'ki' AND last_value IS NOT NULL ORDER BY sequencename
END
query($subscriber, "$sequences\nDROP SUBSCRIPTION ki_abonnement;");
$publisher->stop;

Belasting::kwam_heel_door($subscriber, 'after going over', @acknowledged);
is(query($subscriber, q{BEGIN; CALL belasting.registreer(belasting.id(901, 0, 1)); COMMIT; SELECT nummer FROM ki.klantcontact WHERE id = belasting.id(901, 0, 1)}),
	$last + 1, 'the numbers go on after the last that was given out');
query($subscriber, q{SELECT klantinteracties.corrigeer('klantcontact', belasting.id(901, 0, 1), '{"inhoud": "beter"}', 'tikfout', 'ki')});
is(violation($subscriber, 'DELETE FROM ki.klantcontact'), 'klantcontact_onveranderlijk', 'the rules bite');
is(violation($subscriber, q{INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op) VALUES ('x', 'x', now() + interval '1 minute')}),
	'klantcontact_minstens_een_betrokkene', 'with the options of the publisher');
$load = Belasting::start($subscriber, 50);
$subscriber->stop('fast');
@acknowledged = Belasting::bevestigd($load);
$subscriber->start;
Belasting::kwam_heel_door($subscriber, 'load after going over', @acknowledged);

$subscriber->stop;
done_testing();
