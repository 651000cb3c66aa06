# Reading on a hot standby: every function answers there what it answers on the primary.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $primary = PostgreSQL::Test::Cluster->new('primary');
$primary->init(allows_streaming => 1);
$primary->start;
$primary->backup('kopie');

# A name that must be quoted, and that holds what stands for the register in the text of a question.
my $register = 'gemeente "ki."';

$primary->safe_psql('postgres', <<'END');
CREATE EXTENSION klantinteracties;
SELECT klantinteracties.maak_register('gemeente "ki."');
SET search_path = "gemeente ""ki.""";
INSERT INTO actor (id, naam, soort_actor) VALUES ('40000000-0000-7000-8000-000000000001', 'KCC', 'organisatorische_eenheid');
BEGIN;
INSERT INTO partij (id, nummer, soort_partij) VALUES ('10000000-0000-7000-8000-000000000001', 1, 'persoon');
INSERT INTO partij_identificator (identificeerde_partij, partij_identificator_objecttype_code, partij_identificator_soort_object_id_code,
                                  partij_identificator_object_id, partij_identificator_register_code)
SELECT id, '1', '1', '123456782', '1' FROM partij;
INSERT INTO partij_verificatie (partij, handeling, grond, middel) SELECT id, 'registratie', 'zelf', 'balie' FROM partij;
COMMIT;
BEGIN;
INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
VALUES ('20000000-0000-7000-8000-000000000001', 1, 'Afval', 'inhoud', '2026-01-05 09:00+01'),
       ('20000000-0000-7000-8000-000000000002', 2, 'Afval', 'inhoud', '2026-01-06 09:00+01');
INSERT INTO actor_klantcontact (klantcontact_id, actor_id) SELECT k.id, a.id FROM klantcontact k, actor a;
INSERT INTO betrokkene (id, had_klantcontact, was_partij, rol)
SELECT ('50000000' || right(k.id::text, 28))::uuid, k.id, p.id, 'klant' FROM klantcontact k, partij p;
INSERT INTO interne_taak (id, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
SELECT '30000000-0000-7000-8000-000000000001', 'Terugbellen', k.id, a.id FROM klantcontact k, actor a WHERE k.nummer = 1;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerp_was_interne_taak)
SELECT k.id, '30000000-0000-7000-8000-000000000001' FROM klantcontact k WHERE k.nummer = 2;
INSERT INTO onderwerpobject (was_onderwerp_van_klantcontact, onderwerpobjectidentificator_objecttype_code,
                             onderwerpobjectidentificator_soort_object_id_code, onderwerpobjectidentificator_object_id,
                             onderwerpobjectidentificator_register_code, ontstaan_uit_klantcontact)
SELECT k.id, '12', '12', 'ZAAK-1', '6', true FROM klantcontact k WHERE k.nummer = 1;
COMMIT;
CREATE ROLE lezer;
SELECT klantinteracties.verleen('lezer', 'lezen', 'gemeente "ki."');
END

my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($primary, 'kopie', has_streaming => 1);
$standby->start;
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('flush'));

my %key = (p => "'10000000-0000-7000-8000-000000000001'", k => "'20000000-0000-7000-8000-000000000001'",
	t => "'30000000-0000-7000-8000-000000000001'", a => "'40000000-0000-7000-8000-000000000001'",
	b => "'50000000-0000-7000-8000-000000000001'");
my @questions = (
	"contacthistorie($key{p})",
	"contacthistorie($key{p}, na => '20000000-0000-7000-8000-000000000002')",
	"contacthistorie_van_identificator('bsn', '123456782')",
	"contacthistorie_van_onderwerp('zaak', 'ZAAK-1')",
	"contactketen($key{k})",
	"open_taken($key{a})",
	"doorlooptijden(NULL, NULL)",
	"antwoordkanaal($key{t})",
	"betrokken_partijen($key{k})",
	"inhoudsdelen($key{k})",
	"onderwerpdelen($key{k})",
	"effectieve_contactgegevens($key{b})",
	"zoek_partij('bsn', '123456782')",
	"tel_contacten($key{p})",
	"schat_contacten($key{p})",
	"klantcontact_json($key{k})",
	"klantcontacten_json(ARRAY[$key{k}]::uuid[])",
	"partij_json($key{p})",
	"versiehistorie('klantcontact', $key{k})",
	"register_van()",
	"wie_mag_wat()",
	"controleer_register()");

is($standby->safe_psql('postgres', 'SELECT pg_is_in_recovery()'), 't', 'this is a standby');
for my $question (@questions)
{
	(my $call = $question) =~ s/\)$/, register => 'gemeente "ki."')/;
	$call =~ s/\(, /(/;
	my $sql = "SET search_path = ''; SELECT * FROM klantinteracties.$call";
	my $answer = $standby->safe_psql('postgres', $sql);
	is($answer, $primary->safe_psql('postgres', $sql), "$question is the same on both");
	# Only these have nothing to say here.
	isnt($answer, '', "$question has an answer") unless $question =~ /^(doorlooptijden|effectieve_contactgegevens|controleer_register)/;
}

# Each function of the extension that reads is among them: it is STABLE, and its last parameter is the register.
my $functions = $primary->safe_psql('postgres', <<'END');
SELECT string_agg(DISTINCT p.proname, ' ' ORDER BY p.proname)
  FROM pg_proc p
 WHERE p.pronamespace = 'klantinteracties'::regnamespace AND p.provolatile = 's' AND 'register' = p.proargnames[p.pronargs]
   AND p.pronargdefaults > 0	-- others are for use within the extension
END
my %asked = map { /^(\w+)/; $1 => 1 } @questions;
is($functions, join(' ', sort keys %asked), 'no function was forgotten');

# So are the views.
my @views = split /\n/, $primary->safe_psql('postgres', <<'END');
SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
 WHERE relkind = 'v' AND nspname IN ('klantinteracties', 'gemeente "ki."') ORDER BY 1
END
cmp_ok(scalar(@views), '>', 5, 'the views were found');
for my $view (@views)
{
	my $sql = "SELECT * FROM $view";
	is($standby->safe_psql('postgres', $sql), $primary->safe_psql('postgres', $sql), "view $view is the same on both");
}

# And what writes says that it cannot.
my $stderr;
for my $call ("maak_register('tweede')", "corrigeer('klantcontact', $key{k}, '{\"inhoud\": \"x\"}', 'reden', 'gemeente \"ki.\"')",
	"vernietig_klantcontacten(klantcontacten => ARRAY[$key{k}]::uuid[], proef => false, grondslag => 'x', register => 'gemeente \"ki.\"')", "stel_regel_in('actor_volledig', 'volledige_actor', 'on', 'gemeente \"ki.\"')")
{
	$standby->psql('postgres', "SELECT * FROM klantinteracties.$call", stderr => \$stderr, on_error_stop => 0, extra_params => [ '-v', 'VERBOSITY=sqlstate' ]);
	like($stderr, qr/ERROR:  25006/, "$call: read_only_sql_transaction");
}

$standby->stop;
$primary->stop;
done_testing();
