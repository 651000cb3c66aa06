# Bevoegdheden are privileges and policies, so they go along in a dump of a register whose owner is no superuser, and mean the same
# where it is restored. And what row security hides, parallel workers do not find.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('bevoegdheden');
$node->init;
$node->start;
$node->safe_psql('postgres', <<'END');
CREATE ROLE eigenaar LOGIN;
CREATE ROLE lezer;
CREATE ROLE "Het portaal";
CREATE ROLE kcc;
CREATE DATABASE bron OWNER eigenaar;
CREATE DATABASE doel OWNER eigenaar;
END

my $partij = '10000000-0000-7000-8000-000000000001';
$node->safe_psql('bron', <<END, extra_params => [ '-U', 'eigenaar' ]);
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register('Ki''s');
SET search_path = "Ki's";
SELECT klantinteracties.verleen('lezer', 'lezen');
SELECT klantinteracties.verleen('kcc', b) FROM unnest('{lezen,registreren,vertrouwelijk,corrigeren,vernietigen}'::text[]) b;
SELECT klantinteracties.verleen('Het portaal', 'inzage');
INSERT INTO actor (naam, soort_actor) VALUES ('KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij)
SELECT ('10000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i, 'persoon' FROM generate_series(1, 2) AS i;
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) SELECT id, 'nummer ' || nummer FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
INSERT INTO klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op, vertrouwelijk)
SELECT i, 'onderwerp', 'inhoud', timestamptz '2024-01-01' + i * interval '1 minute', CASE WHEN i % 10 = 0 THEN 'ja' ELSE '' END
  FROM generate_series(1, 1000) AS i;
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT k.id, a.id FROM klantcontact k, actor a;
INSERT INTO betrokkene (had_klantcontact, was_partij, rol)
SELECT k.id, p.id, 'klant' FROM klantcontact k JOIN partij p ON p.nummer = CASE WHEN k.nummer <= 5 THEN 1 ELSE 2 END;
COMMIT;
END

# What there is of privileges and policies, and what they come to.
sub stand
{
	my ($db) = @_;
	my $uit = $node->safe_psql($db, <<'END');
SELECT * FROM klantinteracties.wie_mag_wat('Ki''s');
SELECT c.relname, c.relrowsecurity, a.grantee::regrole, a.privilege_type FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
 WHERE c.relnamespace = '"Ki''s"'::regnamespace AND a.grantee <> c.relowner ORDER BY 1, 3, 4;
SELECT tablename, policyname, permissive, roles, cmd, qual, with_check, obj_description(o.oid, 'pg_policy')
  FROM pg_policies p JOIN pg_policy o ON o.polname = p.policyname AND o.polrelid = format('%I.%I', schemaname, tablename)::regclass ORDER BY 1, 2;
END
	foreach my $rol ('lezer', 'kcc', '"Het portaal"')
	{
		$uit .= "\n$rol: " . $node->safe_psql($db, <<END);
SET ROLE $rol;
SET search_path = "Ki's";
SELECT count(*) FROM klantcontact;
BEGIN;
SELECT klantinteracties.begin_inzage('$partij', 'DigiD') WHERE current_user = 'Het portaal';
SELECT count(*) FROM klantcontact;
SELECT count(*) FROM klantinteracties.contacthistorie('$partij');
ROLLBACK;
END
	}
	return $uit;
}

my $voor = stand('bron');
like($voor, qr/^lezer: 900\n900\n5$/m, 'who reads sees what is not vertrouwelijk');
like($voor, qr/^kcc: 1000\n1000\n5$/m, 'who may see it sees all');
like($voor, qr/^"Het portaal": 0\n\n5\n5$/m, 'the portal sees one partij');

my $dump = $node->basedir . '/bron.dump';
$node->command_ok([ 'pg_dump', '-Fc', '-U', 'eigenaar', '-f', $dump, 'bron' ], 'the owner dumps');
$node->command_ok([ 'pg_restore', '-U', 'eigenaar', '--exit-on-error', '-d', 'doel', $dump ], 'and restores');
is(stand('doel'), $voor, 'bevoegdheden are as they were');
is($node->safe_psql('doel', q{SELECT count(*) FROM klantinteracties.verleen('kcc', 'vertrouwelijk', 'Ki''s')}, extra_params => [ '-U', 'eigenaar' ]), '0',
	'there is nothing to give again');
cmp_ok($node->safe_psql('doel', q{SELECT count(*) FROM klantinteracties.ontneem('Het portaal', 'inzage', 'Ki''s')}, extra_params => [ '-U', 'eigenaar' ]), '>', 20,
	'what was restored is taken back');

# A cluster in which the roles do not exist: without the privileges, the policies for everybody are there, and nobody sees more.
$node->safe_psql('postgres', 'CREATE DATABASE elders OWNER eigenaar');
$node->command_ok([ 'bash', '-c', "pg_restore -f - --no-acl $dump | grep -v ' TO ' | psql -X -q -U eigenaar elders" ], 'a restore without roles');
is($node->safe_psql('elders', q{SELECT count(*) FROM klantinteracties.wie_mag_wat('Ki''s')}), '0', 'gives nobody anything');
is($node->safe_psql('elders', q{GRANT USAGE ON SCHEMA "Ki's" TO lezer; GRANT SELECT ON "Ki's".klantcontact TO lezer; SET ROLE lezer; SELECT count(*) FROM "Ki's".klantcontact}),
	'900', 'and who is given SELECT sees what is not vertrouwelijk');

# Parallel workers: for who reads they may do all; in an inzage, which they know nothing of, they are not asked.
my $parallel = $node->safe_psql('postgres', q{SELECT name FROM pg_settings WHERE name IN ('force_parallel_mode', 'debug_parallel_query')});
is($node->safe_psql('bron', <<END), "900\n\n5\n5\n0", 'with parallel workers');
SET $parallel = 'on';
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET search_path = "Ki's";
SET ROLE lezer;
SELECT count(*) FROM klantcontact WHERE inhoud <> '';
SET ROLE "Het portaal";
BEGIN;
SELECT klantinteracties.begin_inzage('$partij', 'DigiD');
SELECT count(*) FROM klantcontact WHERE inhoud <> '';
SELECT count(*) FROM betrokkene WHERE rol = 'klant';
COMMIT;
SELECT count(*) FROM klantcontact;
END

done_testing();
