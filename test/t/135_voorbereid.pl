# A transaction that is prepared (PREPARE TRANSACTION) holds its locks without a session, also over a restart. So a rule over several
# rows cannot be broken by one prepared transaction and another together: who comes second waits, and is judged by how the first ended.
# In each case lock_timeout ends the wait of the second while the first is prepared; then the first is committed or rolled back.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('voorbereid');
$node->init;
$node->append_conf('postgresql.conf', "max_prepared_transactions = 5");
$node->start;
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register();
ALTER DATABASE postgres SET search_path = ki, klantinteracties, public;
ALTER DATABASE postgres SET client_min_messages = warning;
SQL
$node->safe_psql('postgres', <<'SQL');
DO $$ BEGIN
    PERFORM stel_regel_in('partij_is_geverifieerd', 'eis_verificatie', 'off');
    PERFORM stel_regel_in('partij_heeft_identificator', 'eis_partij_identificator', 'off');
END $$;
CREATE FUNCTION public.u(text) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT lpad($1, 32, '0')::uuid $$;
CREATE PROCEDURE public.nieuw(nr integer, partij uuid, kanaal text DEFAULT NULL) LANGUAGE sql AS $$
    INSERT INTO ki.klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op, kanaal_code)
        VALUES (u('c' || nr), nr, 'vraag', 'antwoord', '2024-05-01 10:00+02', kanaal);
    INSERT INTO ki.betrokkene (id, had_klantcontact, was_partij, rol) VALUES (u('b' || nr), u('c' || nr), partij, 'klant');
    INSERT INTO ki.actor_klantcontact (klantcontact_id, actor_id) VALUES (u('c' || nr), u('a1'));
$$;
INSERT INTO actor (id, naam, soort_actor) VALUES (u('a1'), 'Nicole van Dijk', 'medewerker');
INSERT INTO partij (id, nummer, soort_partij, naam) VALUES (u('d1'), 1, 'organisatie', 'P1'), (u('d2'), 2, 'organisatie', 'P2');
BEGIN;
CALL nieuw(1, u('d1'));
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol) VALUES (u('b91'), u('c1'), u('d2'), 'klant');
COMMIT;
SQL

# What comes of statements in a transaction of their own: ok, or the SQLSTATE and the constraint.
sub outcome
{
	my ($sql) = @_;
	my ($stdout, $stderr);
	$node->psql(
		'postgres', "BEGIN; SET LOCAL lock_timeout = '200ms'; $sql; COMMIT",
		stdout => \$stdout,
		stderr => \$stderr,
		extra_params => [ '-v', 'VERBOSITY=verbose' ]);
	return 'ok' unless $stderr =~ /ERROR:  (\w{5}):/;
	my $state = $1;
	return $stderr =~ /CONSTRAINT NAME:  (.*)/ ? "$state $1" : $state;
}

# first prepared, second against it; what second comes to once first is committed, and once it is rolled back. undo makes the two
# undone.
sub two
{
	my ($name, $first, $second, $after_commit, $after_rollback, $undo) = @_;

	foreach my $end ('ROLLBACK', 'COMMIT')
	{
		$node->safe_psql('postgres', "BEGIN; $first; PREPARE TRANSACTION 'een'");
		is(outcome($second), '55P03', "$name: the second waits for the one that is prepared");
		$node->restart if $end eq 'COMMIT';
		is(outcome($second), '55P03', "$name: also after a restart") if $end eq 'COMMIT';
		$node->safe_psql('postgres', "$end PREPARED 'een'");
		is(outcome($second), $end eq 'COMMIT' ? $after_commit : $after_rollback, "$name: $end");
		is($node->safe_psql('postgres', "SELECT count(*) FROM controleer_register()"), '0', "$name: the register is sound");
		$node->safe_psql('postgres', $undo);
	}
	return;
}

my $restore = "SELECT corrigeer('betrokkene', NULL, jsonb_build_object('had_klantcontact', u('c1'), 'was_partij', p.id, 'rol', 'klant'), 'toch')
	FROM partij p WHERE nummer IN (1, 2) AND NOT EXISTS (SELECT FROM betrokkene b WHERE b.had_klantcontact = u('c1') AND b.was_partij = p.id)";
my $van = "(SELECT id FROM betrokkene WHERE had_klantcontact = u('c1') AND was_partij = u('%s'))";
my $weg = "SELECT corrigeer('betrokkene', $van, NULL, 'fout')";
two('last betrokkene', sprintf($weg, 'd1'), sprintf($weg, 'd2'), '23514 klantcontact_minstens_een_betrokkene', 'ok', $restore);

my $vernietig = "SELECT vernietig_klantcontacten(klantcontacten => ARRAY[u('c2')], proef => false, grondslag => 'test')";
two('a code out of use, then used',
	"SELECT deactiveer_code('kanaal', 'chat')", "CALL nieuw(2, u('d1'), 'chat')", '23514 code_is_actief', 'ok',
	"SELECT activeer_code('kanaal', 'chat'); $vernietig");
two('a code used, then out of use',
	"CALL nieuw(2, u('d1'), 'chat')", "SELECT deactiveer_code('kanaal', 'chat')", 'ok', 'ok',
	"SELECT activeer_code('kanaal', 'chat'); $vernietig");
two('an actor out of use, then used',
	"SELECT deactiveer_actor(u('a1'))", "CALL nieuw(2, u('d1'))", '23514 actor_is_actief', 'ok',
	"SELECT activeer_actor(u('a1')); $vernietig");

my $gemeente = "UPDATE partij SET is_gemeente = '%s' WHERE id = u('d2')";
two('the gemeente, then a betrokkene',
	sprintf($gemeente, 'ja'), "CALL nieuw(2, u('d2'))", '23514 klantcontact_minstens_een_betrokkene', 'ok',
	sprintf($gemeente, '') . "; $vernietig");
two('a betrokkene, then the gemeente',
	"CALL nieuw(2, u('d2'))", sprintf($gemeente, 'ja'), '23514 klantcontact_minstens_een_betrokkene', 'ok',
	sprintf($gemeente, '') . "; $vernietig");

# The session goes on without what its prepared transaction held: another session ends that, and changes what it knew. psql runs the other
# in between.
my $other = "\\! psql -Xqt -v ON_ERROR_STOP=1 -d postgres";
foreach my $case (
	[ 'actor', "SELECT deactiveer_actor(u('a1'))", 'actor_is_actief', "SELECT activeer_actor(u('a1'))" ],
	[ 'code', "SELECT deactiveer_code('kanaal', 'chat')", 'code_is_actief', "SELECT activeer_code('kanaal', 'chat')" ],
	[ 'partij', sprintf($gemeente, 'ja'), 'klantcontact_minstens_een_betrokkene', sprintf($gemeente, '') ])
{
	my ($what, $change, $rule, $back) = @$case;
	my ($stdout, $stderr);

	$node->psql('postgres', <<"SQL", stdout => \$stdout, stderr => \$stderr, extra_params => [ '-v', 'VERBOSITY=verbose' ]);
BEGIN;
CALL nieuw(5, u('d2'), 'chat');
PREPARE TRANSACTION 'vijf';
$other -c "ROLLBACK PREPARED 'vijf'" -c "$change"
BEGIN;
CALL nieuw(5, u('d2'), 'chat');
COMMIT;
SQL
	like($stderr, qr/ERROR:  23514:.*CONSTRAINT NAME:  $rule$/ms, "$what: is looked at again after PREPARE TRANSACTION");
	is($node->safe_psql('postgres', "SELECT count(*) FROM klantcontact WHERE nummer = 5"), '0', "$what: nothing was registered");
	$node->safe_psql('postgres', $back);
}

# What is not complete cannot be prepared.
is( outcome("INSERT INTO klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (3, 'x', 'y', '2024-05-01'); PREPARE TRANSACTION 'twee'"),
	'23514 klantcontact_minstens_een_betrokkene', 'a klantcontact without betrokkene is not prepared');
is($node->safe_psql('postgres', 'SELECT count(*) FROM pg_prepared_xacts'), '0', 'nothing is left prepared');

$node->stop;
done_testing();
