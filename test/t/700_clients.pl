# What an application does, with Perl's DBD::Pg through pgbouncer in transaction mode: registers, reads a history page by page, handles
# a violation by its constraint, reads binary, copies in. Two clients share one connection of the server.

use strict;
use warnings;

use DBI;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION klantinteracties');
$node->safe_psql('postgres', slurp_file("$FindBin::RealBin/../fixture/registreer.sql"));

# As it is in Debian, but for where it stands.
my $dir = PostgreSQL::Test::Utils::tempdir_short();
my $port = PostgreSQL::Test::Cluster::get_free_port();
my $user = $node->safe_psql('postgres', 'SELECT current_user');
append_to_file("$dir/userlist.txt", qq("$user" ""\n));
append_to_file("$dir/pgbouncer.ini", <<"END");
[databases]
postgres = host=@{[ $node->host ]} port=@{[ $node->port ]} user=$user
[pgbouncer]
pool_mode = transaction
default_pool_size = 1
auth_type = trust
auth_file = $dir/userlist.txt
listen_addr =
listen_port = $port
unix_socket_dir = $dir
logfile = $dir/pgbouncer.log
pidfile = $dir/pgbouncer.pid
END
system_or_bail('/usr/sbin/pgbouncer', '-q', '-d', "$dir/pgbouncer.ini");

END
{
	my $status = $?;
	if ($dir && open(my $fh, '<', "$dir/pgbouncer.pid"))
	{
		kill 'INT', <$fh>;
	}
	$? = $status;
}

# A prepared statement of the server would be that of one connection, which another client has next.
sub client
{
	return DBI->connect("dbi:Pg:dbname=postgres;host=$dir;port=$port", $user, '',
		{ RaiseError => 1, PrintError => 0, AutoCommit => 1, pg_server_prepare => 0 });
}

my ($een, $twee) = (client(), client());
is($een->selectrow_array('SELECT pg_backend_pid()'), $twee->selectrow_array('SELECT pg_backend_pid()'), 'two clients share a connection');

my $partij = 'b0000000-0000-4000-8000-000000000001';
my $actor = 'a0000000-0000-4000-8000-000000000001';

sub registreer
{
	my ($client, $anders) = @_;
	return $client->selectrow_array(q(SELECT klantinteracties.registreer_klantcontact(proef.contact('{"nummer": "weg"}') || $1::jsonb, 'ki')), {}, $anders);
}

# The SQLSTATE and constraint of what is refused.
sub weigering
{
	my ($client, $sub) = @_;
	eval { $sub->(); 1 } and return 'accepted';
	my $answer = join(' ', $client->state, $client->pg_error_field('pg_diag_constraint_name') // '-', $client->pg_error_field('pg_diag_schema_name') // '-');
	$client->rollback unless $client->{AutoCommit};
	return $answer;
}

# proef is not in the search_path of the pool, and a register is named with each call.
$node->safe_psql('postgres', 'ALTER FUNCTION proef.contact(jsonb) SET search_path = proef, ki');
my @ids;
for my $minuut (0 .. 24)
{
	push @ids, registreer($minuut % 2 ? $een : $twee, sprintf('{"plaatsgevondenOp": "2023-03-01T10:%02d:00+01:00"}', $minuut));
}

my @gelezen;
for (my $na = undef;;)
{
	my $pagina = (@gelezen / 10 % 2 ? $een : $twee)->selectall_arrayref(
		q(SELECT klantcontact, initiatiefnemer FROM klantinteracties.contacthistorie($1, aantal => 10, na => $2, register => 'ki')), { Slice => {} }, $partij, $na);
	last unless @$pagina;
	push @gelezen, map { $_->{klantcontact} } @$pagina;
	$na = $gelezen[-1];
}
is_deeply(\@gelezen, [ reverse @ids ], 'a history of 25 by pages of 10, each once and in order');

# A violation says which rule.
is(weigering($een, sub { registreer($een, '{"plaatsgevondenOp": "2999-01-01T00:00:00Z"}') }), '23514 klantcontact_niet_gepland ki', 'refused at once');
is(weigering($een, sub { registreer($een, '{"hadBetrokkenen": []}') }), '23514 klantcontact_minstens_een_betrokkene ki', 'refused at the end of the statement');
is(weigering($een, sub { $een->begin_work; registreer($een, '{"hadBetrokkenActoren": []}'); $een->commit; }),
	'23514 klantcontact_minstens_een_actor ki', 'refused at commit');
is(weigering($een, sub { registreer($een, '{"onderwerpp": "x"}') }), '22023 - -', 'a key that is unknown');

# Two transactions at the same time need a second connection of the server, which waits; one after the other they do not meet.
$een->begin_work;
my $eerste = registreer($een, '{}');
$een->rollback;
is($twee->selectrow_array('SELECT count(*) FROM ki.klantcontact WHERE id = $1', {}, $eerste), 0, 'what was rolled back is not there for the next client');

# Binary: an uuid is its 16 bytes, ja_of_leeg its text.
registreer($een, '{"id": "c0000000-0000-4000-8000-000000000077", "vertrouwelijk": "Ja"}');
$een->begin_work;
$een->do(q(COPY (SELECT id, vertrouwelijk, indicatie_contact_gelukt FROM ki.klantcontact WHERE vertrouwelijk = 'ja') TO STDOUT (FORMAT binary)));
my ($binair, $deel) = ('', '');
$binair .= $deel while $een->pg_getcopydata($deel) >= 0;
$een->commit;
is(unpack('H*', $binair), unpack('H*', "PGCOPY\n\xff\r\n\0" . pack('N N n N H32 N a2 N n', 0, 0, 3, 16, 'c0000000000040008000000000000077', 2, 'ja', 0, 65535)),
	'COPY in binary');

# COPY in: a transaction as any other.
sub kopieer
{
	my ($client, $tabel, @regels) = @_;
	$client->do("COPY ki.$tabel FROM STDIN");
	$client->pg_putcopydata(join("\t", @$_) . "\n") foreach @regels;
	$client->pg_putcopyend;
}

sub kopieer_contacten
{
	my ($client, $aantal, $betrokkenen) = @_;
	my @nieuw = map { sprintf('c1000000-0000-4000-8000-%012d', $_) } 1 .. $aantal;
	$client->begin_work;
	kopieer($client, 'klantcontact (id, onderwerp, inhoud, plaatsgevonden_op)', map { [ $_, 'Gekopieerd', 'x', '2024-01-01 00:00+01' ] } @nieuw);
	kopieer($client, 'actor_klantcontact (klantcontact_id, actor_id)', map { [ $_, $actor ] } @nieuw);
	kopieer($client, 'betrokkene (had_klantcontact, was_partij, rol)', map { [ $_, $partij, 'klant' ] } @nieuw[ 0 .. $betrokkenen - 1 ]);
	$client->commit;
}
is(weigering($een, sub { kopieer_contacten($een, 1000, 999) }), '23514 klantcontact_minstens_een_betrokkene ki', 'a COPY that leaves one without betrokkene');
is(weigering($een, sub { kopieer_contacten($een, 1000, 1000) }), 'accepted', 'a COPY of whole klantcontacten');
is($twee->selectrow_array('SELECT count(*) FROM ki.klantcontact'), 1026, 'what was accepted is there, and nothing else');
is($twee->selectrow_array(q(SELECT count(*) FROM klantinteracties.controleer_register('ki'))), 0, 'the register is sound');

$_->disconnect foreach $een, $twee;
done_testing();
