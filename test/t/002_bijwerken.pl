# A new version of the extension comes to a server with registers: the package first, then ALTER EXTENSION ... UPDATE, then
# werk_register_bij() for each register, whenever its owner likes. Until then a register works as it is; afterwards it is what a new
# one would be, object by object.
#
# The new version is made here, from this tree, with a change to a table, a view, a rule and a function.

use strict;
use warnings;

use File::Copy;
use FindBin;
use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('bijwerken');
$node->init;
$node->append_conf('postgresql.conf', 'max_prepared_transactions = 5');
$node->start;
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
my $setting = $node->safe_psql('postgres',
	"SELECT name FROM pg_settings WHERE name IN ('extension_control_path', 'extension_destdir')");
plan skip_all => 'this server knows no extension outside its own directories' if $setting eq '';

sub query
{
	my ($db, $sql, %with) = @_;
	return $node->safe_psql($db, $sql, extra_params => [ '-U', $with{as} // 'eigenaar' ]);
}

# What is said: errors with their constraint or SQLSTATE, warnings and hints.
sub said
{
	my ($db, $sql, %with) = @_;
	my $stderr;
	$node->psql($db, $sql, stderr => \$stderr, on_error_stop => 0,
		extra_params => [ '-U', $with{as} // 'eigenaar', '-v', 'VERBOSITY=verbose' ]);
	return join("\n", grep { /^(?:psql:\S+ )?(?:ERROR|WARNING|HINT|CONSTRAINT NAME):/ } split(/\n/, $stderr)) =~ s/^psql:\S+ //mgr;
}

# --------------------------------------------------------------------------------------------------------------------
# The new version: sources, update script, installed beside the old one
# --------------------------------------------------------------------------------------------------------------------

my $tree = "$FindBin::RealBin/../..";
my $next = PostgreSQL::Test::Utils::tempdir_short . '/tree';
system_or_bail('mkdir', '-p', "$next/src", "$next/sql");
copy($_, $next) or die "$_: $!" foreach map { "$tree/$_" } qw(Makefile META.json klantinteracties.control);
copy($_, "$next/src") or die "$_: $!" foreach glob("$tree/src/*.[ch]");
copy($_, "$next/sql") or die "$_: $!" foreach glob("$tree/sql/[0-9]*.sql");
my ($version) = slurp_file("$next/klantinteracties.control") =~ /default_version = '(.*)'/;

# Changes a file: what stands there is found once, and replaced.
sub change
{
	my ($file, $from, $to) = @_;
	my $text = slurp_file("$next/$file");
	my $place = index($text, $from);
	die "$file: no \"$from\"" if $place < 0;
	substr($text, $place, length($from)) = $to;
	open(my $fh, '>', "$next/$file") or die "$file: $!";
	print $fh $text;
	close($fh);
}

change('klantinteracties.control', "'$version'", "'volgende'");
# a table gets a column, an index and a check; a view a column
change('sql/43_register_klantcontact.sql', "        resultaat                 text,\n",
	"        resultaat                 text,\n        bron                      text        CONSTRAINT klantcontact_bron CHECK (bron <> ''),\n");
change('sql/43_register_klantcontact.sql', "    CREATE TABLE betrokkene (",
	"    CREATE INDEX klantcontact_bron_idx ON klantcontact (bron);\n    CREATE TABLE betrokkene (");
change('sql/47_register_views.sql', "k.kanaal_code, k.onderwerp, t.vertrouwelijk\n      FROM interne_taak t",
	"k.kanaal_code, k.onderwerp, t.vertrouwelijk, k.bron\n      FROM interne_taak t");
my $comments = <<'SQL';
    COMMENT ON COLUMN klantcontact.bron IS 'Where it came from.';
    COMMENT ON CONSTRAINT klantcontact_bron ON klantcontact IS 'Not empty.';
    COMMENT ON COLUMN open_taak.bron IS 'Where it came from.';
SQL
change('sql/50_maak_register_end.sql', "    RETURN maak_register.naam;", "$comments    RETURN maak_register.naam;");
# a table gets a rule, in the register; one of its rules is another, in C
change('sql/44_register_regels.sql', "    -- A row trigger does not see TRUNCATE.\n",
	"    CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON kanaal FOR EACH STATEMENT EXECUTE FUNCTION weiger_truncate();\n"
	  . "    COMMENT ON TRIGGER geen_truncate ON kanaal IS 'Refuses TRUNCATE.';\n");
change('src/tabellen.c', '{"onderwerp", KOLOM_TEKST, 200}', '{"onderwerp", KOLOM_TEKST, 100}');
# rules in C read the new column, complete it and check what is stored; a register that lags behind does not have it
change('src/klantinteracties.h', "\tKC_VINGERAFDRUK\n", "\tKC_VINGERAFDRUK,\n\tKC_BRON\n");
change('src/tabellen.c', '[KC_VINGERAFDRUK] = {"vingerafdruk", KOLOM_BYTES}',
	'[KC_VINGERAFDRUK] = {"vingerafdruk", KOLOM_BYTES}, [KC_BRON] = {"bron", KOLOM_TEKST, 40, .later = true}');
change('src/klantinteracties.h', "extern void rij_begin(", "extern void regel_bron(const Rij *rij);\nextern void rij_begin(");
change('src/regels_klantcontact.c', "/* KI-14, KI-30: ", <<'C');
void
regel_bron(const Rij *rij)
{
	if (is_tekst(rij, KC_BRON, "onbekend"))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("bron of a klantcontact must be known"),
				 errkolom(rij, KC_BRON, "klantcontact_bron_bekend")));
}

/* KI-14, KI-30:
C
change('src/regels_klantcontact.c', "\tregel_ja_of_leeg(rij, KC_VERTROUWELIJK);\n", <<'C');
	regel_ja_of_leeg(rij, KC_VERTROUWELIJK);
	regel_bron(rij);
	if (oud == NULL && is_leeg(rij, KC_BRON))
		zet(rij, KC_BRON, DirectFunctionCall1(textin, CStringGetDatum("balie")));
C
change('src/controles.c', "const RijControle rij_controles[] = {\n", <<'C');
static void
klantcontact_bron(const Rij *rij, const Stand *stand)
{
	regel_bron(rij);
}

const RijControle rij_controles[] = {
	{TABEL_KLANTCONTACT, klantcontact_bron},
C
# a function does something else; another is new
change('sql/57_stappen.sql', "'interne taak %s is verwerkt already'", "'interne taak %s was verwerkt before'");
append_to_file("$next/sql/99_nieuw.sql", <<'SQL');
CREATE FUNCTION klantinteracties.nieuw() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 'nieuw';
COMMENT ON FUNCTION klantinteracties.nieuw() IS 'New.';
SQL
# the step of a register
my $step = <<'SQL';
    IF stand < array_position(versies, 'volgende') THEN
        ALTER TABLE klantcontact ADD COLUMN bron text CONSTRAINT klantcontact_bron CHECK (bron <> '');
        CREATE INDEX klantcontact_bron_idx ON klantcontact (bron);
        CREATE OR REPLACE VIEW open_taak WITH (security_invoker = true) AS
        SELECT t.id AS interne_taak, t.nummer, t.gevraagde_handeling, t.toelichting, t.toegewezen_op, t.toegewezen_aan_actor AS actor,
               a.naam AS actor_naam, a.soort_actor, k.id AS klantcontact, k.nummer AS klantcontact_nummer, k.plaatsgevonden_op,
               k.kanaal_code, k.onderwerp, t.vertrouwelijk, k.bron
          FROM interne_taak t
          JOIN klantcontact k ON k.id = t.aanleidinggevend_klantcontact
          JOIN actor a ON a.id = t.toegewezen_aan_actor
         WHERE t.status = 'te_verwerken';
        CREATE TRIGGER geen_truncate BEFORE TRUNCATE ON kanaal FOR EACH STATEMENT
            EXECUTE FUNCTION klantinteracties.weiger_truncate();
        COMMENT ON TRIGGER geen_truncate ON kanaal IS 'Refuses TRUNCATE.';
SQL
change('sql/82_werk_register_bij.sql', "'{$version}'", "'{$version,volgende}'");
change('sql/82_werk_register_bij.sql', "    IF versie <> versies", "$step$comments    END IF;\n\n    IF versie <> versies");

# The update script has the functions that changed, whole, and what is new.
my $all = join('', map { slurp_file($_) } sort glob("$next/sql/[0-9]*.sql")) =~ s/\@VERSIE\@/volgende/gr;
my @changed = $all =~ /^(CREATE FUNCTION klantinteracties\.(?:maak_register|werk_bij|markeer_verwerkt)\(.*?^\$\w*\$;\n)/msg;
is(scalar(@changed), 3, 'the functions that changed were found');
append_to_file("$next/sql/klantinteracties--$version--volgende.sql",
	join("\n", '\echo Use "ALTER EXTENSION klantinteracties UPDATE" to load this file. \quit',
		'SET LOCAL search_path TO pg_catalog, pg_temp;',
		(map { s/^CREATE FUNCTION/CREATE OR REPLACE FUNCTION/r } @changed),
		slurp_file("$next/sql/99_nieuw.sql"), 'SELECT klantinteracties.meld_achterstand();', ''));

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
delete local @ENV{qw(MAKEFLAGS MAKELEVEL MFLAGS)};
system_or_bail('make', '-s', '-C', $next, '-j2', 'with_llvm=no', 'COPT=-O0 -Werror', "PG_CONFIG=$pg_config", "DESTDIR=$next/inst", 'install');

# --------------------------------------------------------------------------------------------------------------------
# What is compared: each object with its definition and its comment, of the extension and of a register. Only the place of a
# column among the others may differ.
# --------------------------------------------------------------------------------------------------------------------

my $objects = <<'SQL';
SET search_path = pg_catalog;
WITH RECURSIVE deel (classid, objid) AS (
    SELECT d.classid, d.objid FROM pg_depend d
     WHERE CASE WHEN :'schema' = '' THEN d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
                     AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'klantinteracties')
                ELSE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = (SELECT oid FROM pg_namespace WHERE nspname = :'schema') END
    UNION
    SELECT d.classid, d.objid FROM deel JOIN pg_depend d ON d.refclassid = deel.classid AND d.refobjid = deel.objid
     WHERE d.deptype IN ('a', 'i', 'P', 'S')
), kolom AS (
    SELECT a.*, c.relkind FROM deel JOIN pg_class c ON deel.classid = 'pg_class'::regclass AND c.oid = deel.objid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'v')
)
SELECT regexp_replace(regexp_replace(concat_ws(' | ', o.object, o.wat, o.toelichting), '_\d+_(\d+)_not_null', '_\1_not_null', 'g'), '\s+', ' ', 'g')
  FROM (
    SELECT pg_describe_object(d.classid, d.objid, 0) AS object,
           CASE d.classid
             WHEN 'pg_class'::regclass THEN (
               SELECT concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.reloptions::text, c.relacl::text,
                                CASE c.relkind WHEN 'i' THEN pg_get_indexdef(c.oid) WHEN 'v' THEN pg_get_viewdef(c.oid) END)
                 FROM pg_class c WHERE c.oid = d.objid)
             WHEN 'pg_constraint'::regclass THEN (SELECT concat_ws(' ', contype, convalidated, pg_get_constraintdef(oid)) FROM pg_constraint WHERE oid = d.objid)
             WHEN 'pg_trigger'::regclass THEN (SELECT CASE WHEN tgisinternal THEN '' ELSE pg_get_triggerdef(oid) END || tgenabled::text FROM pg_trigger WHERE oid = d.objid)
             WHEN 'pg_proc'::regclass THEN (SELECT pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc WHERE oid = d.objid)
             WHEN 'pg_rewrite'::regclass THEN ''
             WHEN 'pg_policy'::regclass THEN (
               SELECT concat_ws(' ', polcmd, polpermissive, polroles::text, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
                 FROM pg_policy WHERE oid = d.objid)
             WHEN 'pg_attrdef'::regclass THEN (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE oid = d.objid)
             WHEN 'pg_type'::regclass THEN (SELECT concat_ws(' ', typtype, typlen, typcategory, typbasetype::regtype, typnotnull, typdefault) FROM pg_type WHERE oid = d.objid)
             WHEN 'pg_operator'::regclass THEN (SELECT concat_ws(' ', oprcode, oprrest, oprjoin, oprcanmerge, oprcanhash) FROM pg_operator WHERE oid = d.objid)
           END AS wat,
           obj_description(d.objid, (SELECT relname FROM pg_class WHERE oid = d.classid)) AS toelichting
      FROM (SELECT DISTINCT classid, objid FROM deel) d
    UNION ALL
    SELECT pg_describe_object('pg_class'::regclass, k.attrelid, k.attnum),
           concat_ws(' ', format_type(k.atttypid, k.atttypmod), k.attnotnull, k.attidentity, k.attgenerated, k.attcollation::regcollation, k.attstorage, k.attacl::text),
           col_description(k.attrelid, k.attnum)
      FROM kolom k) o
 WHERE o.object !~ '(toast|RI_ConstraintTrigger)'
 ORDER BY 1
SQL

sub objects_of
{
	my ($db, $schema) = @_;
	my %seen;
	my @lines = split /\n/, $node->safe_psql($db, $objects, extra_params => [ '-v', "schema=$schema" ]);
	# the names of registers differ
	s/"Gemeente ""x"""|\bachter\b/ki/g foreach @lines;
	return \@lines;
}

# The lines of which the other has none.
sub only_in
{
	my ($these, $others) = @_;
	my %there = map { $_ => 1 } @$others;
	return join("\n", grep { !$there{$_} } @$these);
}

# --------------------------------------------------------------------------------------------------------------------
# A server with three registers, of which two are changed by their owner
# --------------------------------------------------------------------------------------------------------------------

my $rows = <<'SQL';
CREATE FUNCTION public.u(text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN lpad($1, 32, '0')::uuid;
CREATE PROCEDURE public.kc(nr integer, onderwerp text) LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO klantcontact (id, nummer, onderwerp, inhoud, plaatsgevonden_op)
    VALUES (public.u('c' || nr), nr, onderwerp, 'x', '2024-05-01 10:00+02');
    INSERT INTO betrokkene (had_klantcontact, was_partij, rol) VALUES (public.u('c' || nr), public.u('1'), 'klant');
    INSERT INTO actor_klantcontact (klantcontact_id, actor_id) VALUES (public.u('c' || nr), public.u('a1'));
    INSERT INTO interne_taak (id, gevraagde_handeling, aanleidinggevend_klantcontact, toegewezen_aan_actor)
    VALUES (public.u('7' || nr), 'x', public.u('c' || nr), public.u('a1'));
END $$;
SQL
my $content = <<'SQL';
INSERT INTO actor (id, naam, soort_actor) VALUES (public.u('a1'), 'A1', 'medewerker');
BEGIN;
INSERT INTO partij (id, soort_partij, naam) VALUES (public.u('1'), 'organisatie', 'P1');
INSERT INTO partij_identificator (identificeerde_partij, andere_partij_identificator) VALUES (public.u('1'), 'P1');
INSERT INTO partij_verificatie (partij, handeling, grond, middel) VALUES (public.u('1'), 'registratie', 'zelf', 'DigiD');
COMMIT;
CALL public.kc(1, 'kort');
CALL public.kc(2, repeat('lang', 40));
SQL
my $additions = <<'SQL';
ALTER TABLE klantcontact ADD COLUMN kenmerk text DEFAULT 'K';
CREATE INDEX eigen_idx ON klantcontact (kenmerk);
CREATE FUNCTION eigen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.kenmerk := 'K' || NEW.nummer; RETURN NEW; END $$;
CREATE TRIGGER eigen BEFORE INSERT ON klantcontact FOR EACH ROW EXECUTE FUNCTION eigen();
GRANT SELECT ON open_taak TO lezer;
COMMENT ON TABLE kanaal IS 'Our kanalen.';
CREATE VIEW eigen AS SELECT interne_taak, vertrouwelijk FROM open_taak;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off');
SELECT klantinteracties.stel_regel_in('klantcontact_niet_gepland', 'toekomst_tolerantie', '5 minutes');
SQL

my @changed_registers = ('ki', 'Gemeente "x"');
sub ident { my $name = shift; $name =~ s/"/""/g; return qq("$name") }

query('postgres', 'CREATE ROLE eigenaar LOGIN; CREATE ROLE ander LOGIN; CREATE ROLE lezer; CREATE DATABASE oud OWNER eigenaar; CREATE DATABASE nieuw OWNER eigenaar',
	as => $superuser);
query('oud', 'GRANT CREATE ON SCHEMA public TO eigenaar', as => $superuser);
query('oud', "CREATE EXTENSION klantinteracties; $rows");
foreach my $register (@changed_registers, 'achter')
{
	query('oud', "SELECT klantinteracties.maak_register(\$\$$register\$\$); SET search_path = " . ident($register) . "; $content"
		  . ($register eq 'achter' ? '' : $additions));
}

sub rows_of
{
	my ($register) = @_;
	my $schema = ident($register);
	return query('oud', join(' UNION ALL ',
			map { "SELECT '$_', to_jsonb(t) - 'bron' FROM $schema.$_ t" } qw(klantcontact betrokkene actor partij interne_taak mutatielog kanaal)) . ' ORDER BY 1, 2');
}
my %rows_before = map { $_ => rows_of($_) } @changed_registers;

# --------------------------------------------------------------------------------------------------------------------
# The package comes: new library, old extension
# --------------------------------------------------------------------------------------------------------------------

my $sharedir = $node->config_data('--sharedir');
my $libdir = $node->config_data('--pkglibdir');
$node->append_conf('postgresql.conf', $setting eq 'extension_destdir'
	? "extension_destdir = '$next/inst'\n" : "extension_control_path = '$next/inst$sharedir:\$system'\n");
$node->append_conf('postgresql.conf', "dynamic_library_path = '$next/inst$libdir:\$libdir'\n");
$node->restart;

my $use = <<'SQL';
SET search_path = achter;
CALL public.kc(%d, 'nieuw');
SELECT count(*) FROM klantinteracties.contacthistorie(public.u('1'));
SELECT klantinteracties.klantcontact_json(public.u('c1')) ->> 'onderwerp', (SELECT count(*) > 0 FROM open_taak);
SELECT klantinteracties.corrigeer('klantcontact', public.u('c1'), '{"inhoud": "y"}', 'fout') IS NOT NULL;
SELECT * FROM klantinteracties.controleer_register() WHERE regel <> 'klantcontact_onderwerp_lengte';
SQL
my $broken = <<'SQL';
SET search_path = achter;
INSERT INTO klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (90, 'x', 'x', now());
UPDATE klantcontact SET onderwerp = 'x';
TRUNCATE betrokkene CASCADE;
SQL
is(query('oud', sprintf($use, 3)), "3\nkort|t\nt", 'the old extension works with the new library');
my $violations = said('oud', $broken);
like($violations, qr/klantcontact_minstens_een_betrokkene.*klantcontact_onveranderlijk.*betrokkene_onveranderlijk/s, 'its rules bite');
like(said('oud', "SET search_path = achter; CALL public.kc(9, repeat('x', 101))"), qr/CONSTRAINT NAME:  klantcontact_onderwerp_lengte/,
	'a rule that is code is that of the library at once');

# --------------------------------------------------------------------------------------------------------------------
# ALTER EXTENSION ... UPDATE: the registers stay behind, say so, and work
# --------------------------------------------------------------------------------------------------------------------

like(said('oud', 'ALTER EXTENSION klantinteracties UPDATE', as => 'ander'), qr/must be owner of extension/, 'somebody else cannot update it');
like(said('oud', 'ALTER EXTENSION klantinteracties UPDATE'),
	qr/^WARNING:.*registers of an older version: 3\nHINT:.*werk_register_bij\(register\) FROM klantinteracties.registers WHERE NOT bijgewerkt/,
	'the update says that there are registers to bring up to date');
is(query('oud', 'SELECT register, versie, bijgewerkt FROM klantinteracties.registers ORDER BY 1'),
	join("\n", map { "$_|$version|f" } 'Gemeente "x"', 'achter', 'ki'), 'and so does the view');
is(query('oud', sprintf($use, 4)), "4\nkort|t\nt", 'a register that lags behind works');
is(said('oud', $broken), $violations, 'its rules bite');
is(query('oud', 'SELECT klantinteracties.nieuw()'), 'nieuw', 'a new function is there');
like(said('oud', "SET search_path = achter; SELECT klantinteracties.markeer_verwerkt(public.u('71')); SELECT klantinteracties.markeer_verwerkt(public.u('71'))"),
	qr/was verwerkt before/, 'and one that does something else');

query('nieuw', 'CREATE EXTENSION klantinteracties; SELECT klantinteracties.maak_register()');
is(only_in(objects_of('oud', ''), objects_of('nieuw', '')), '', 'the updated extension has no object that a new one has not');
is(only_in(objects_of('nieuw', ''), objects_of('oud', '')), '', 'nor the other way round');
cmp_ok(scalar(@{ objects_of('nieuw', '') }), '>', 150, 'they were compared');
like(only_in(objects_of('nieuw', 'ki'), objects_of('oud', 'achter')),
	qr/^column bron of table ki.klantcontact .* \| Where it came from\..*^trigger geen_truncate on table ki.kanaal/ms, 'a register that lags behind is not as a new one');

# --------------------------------------------------------------------------------------------------------------------
# werk_register_bij()
# --------------------------------------------------------------------------------------------------------------------

like(said('oud', "SELECT klantinteracties.werk_register_bij('ki')", as => 'ander'), qr/must be owner of register "ki"/, 'somebody else cannot');
like(said('oud', "BEGIN READ ONLY; SELECT klantinteracties.werk_register_bij('ki')"), qr/cannot execute werk_register_bij\(\) in a read-only transaction/,
	'nor can a transaction that may not write');
like(said('oud', "BEGIN; INSERT INTO ki.klantcontact (nummer, onderwerp, inhoud, plaatsgevonden_op) VALUES (50, 'x', 'x', now());
		SELECT klantinteracties.werk_register_bij('ki')"), qr/klantcontact_minstens_een_betrokkene/, 'what is pending is checked first');
query('oud', "BEGIN; SELECT klantinteracties.werk_register_bij('ki'); ROLLBACK");
is(query('oud', "SELECT versie, (SELECT count(*) FROM pg_attribute WHERE attrelid = 'ki.klantcontact'::regclass AND attname = 'bron')
		FROM klantinteracties.registers WHERE register = 'ki'"), "$version|0", 'rolled back, nothing has changed');

# Two at once, while somebody is registering: they wait for him, and for each other.
query('oud', "BEGIN; SET LOCAL search_path = ki; CALL public.kc(5, 'laat'); PREPARE TRANSACTION 'laat'");
my @said = ('', '');
my @sessions = map {
	IPC::Run::start([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-U', 'eigenaar', '-d', $node->connstr('oud'), '-c',
			"SELECT klantinteracties.werk_register_bij('ki')" ], '>&', \$said[$_])
} 0, 1;
ok($node->poll_query_until('oud', "SELECT count(*) = 2 FROM pg_stat_activity WHERE query ~ 'werk_register_bij.*ki' AND wait_event_type = 'Lock'"),
	'two wait for somebody who is registering');
query('oud', "COMMIT PREPARED 'laat'", as => $superuser);
ok($_->finish, 'and both come to an end') foreach @sessions;
is(join('', @said) =~ s/\s//gr, '', 'without a word');
is(query('oud', 'SELECT klantinteracties.werk_register_bij(register) FROM klantinteracties.registers WHERE NOT bijgewerkt AND register <> \'achter\''), '',
	'the others as the hint says');

is(query('oud', 'SELECT register, versie, bijgewerkt FROM klantinteracties.registers ORDER BY 1'),
	"Gemeente \"x\"|volgende|t\nachter|$version|f\nki|volgende|t", 'they are up to date, and the one that was left behind is not');
foreach my $register (@changed_registers)
{
	my $schema = ident($register);
	is(only_in([ split /\n/, $rows_before{$register} ], [ split /\n/, rows_of($register) ]), '', "$register: every row is there");
	like(query('oud', "SELECT string_agg(pg_get_triggerdef(oid), ' ') FROM pg_trigger WHERE tgname = '~regels' AND tgrelid::regclass::text ~ '^(ki|\"Gemeente)'"),
		qr/'versie=volgende', 'toekomst_tolerantie=5 minutes'.*een_onderwerp=off/, "$register: its rule options are what they were");
	is(query('oud', "SELECT has_table_privilege('lezer', '$schema.open_taak', 'SELECT'), obj_description('$schema.kanaal'::regclass),
			(SELECT count(*) > 0 FROM $schema.eigen), to_regclass('$schema.eigen_idx') IS NOT NULL"), 't|Our kanalen.|t|t',
		"$register: what its owner made is there");
	is(query('oud', "SET search_path = $schema; CALL public.kc(6, 'na'); SELECT kenmerk, bron FROM klantcontact WHERE nummer = 6"), 'K6|balie',
		"$register: it goes on, with the owner's trigger");
	my $columns = "INSERT INTO $schema.klantcontact (onderwerp, inhoud, plaatsgevonden_op, bron) VALUES ('x', 'x', now(),";
	like(said('oud', "TRUNCATE $schema.kanaal CASCADE; $columns repeat('x', 41)); $columns 'onbekend')"),
		qr/kanaal_onveranderlijk.*klantcontact_bron_lengte.*klantcontact_bron_bekend/s, "$register: the new rules bite");
	is(query('oud', "BEGIN; SET LOCAL search_path = $schema; SET LOCAL session_replication_role = replica;
			UPDATE klantcontact SET bron = 'onbekend' WHERE nummer = 6; SELECT regel FROM klantinteracties.controleer_register()
			WHERE regel <> 'klantcontact_onderwerp_lengte'; ROLLBACK", as => $superuser), 'klantcontact_bron_bekend',
		"$register: they are checked in what is stored");
	is(query('oud', "SELECT * FROM klantinteracties.controleer_register(\$\$$register\$\$) WHERE regel <> 'klantcontact_onderwerp_lengte'"), '', "$register: it is sound");

	# Of what differs, everything is the owner's.
	is(only_in(objects_of('nieuw', 'ki'), objects_of('oud', $register)) =~ s/^(table ki\.kanaal|view ki.open_taak|trigger ~regels on table ki\.(?:klantcontact|onderwerpobject)|) \|.*\n?//mgr, '',
		"$register: it has what a new one has");
	is(only_in(objects_of('oud', $register), objects_of('nieuw', 'ki')) =~ s/^.*(eigen|kenmerk|Our kanalen|view ki.open_taak|trigger ~regels on table ki\.(?:klantcontact|onderwerpobject)).*\n?//mgr, '',
		"$register: and beside that what its owner made");
}

like(said('nieuw', "BEGIN; ALTER TABLE ki.klantcontact DROP COLUMN bron CASCADE; INSERT INTO ki.klantcontact (onderwerp, inhoud, plaatsgevonden_op)
		VALUES ('x', 'x', now())"), qr/column "bron" of relation "klantcontact" does not exist/,
	'a register that is up to date and lost a column that the rules read says so');

query('oud', "SELECT klantinteracties.werk_register_bij('achter')");
is(only_in(objects_of('nieuw', 'ki'), objects_of('oud', 'achter')), '', 'a register that its owner left as it was is as a new one, object by object');
is(only_in(objects_of('oud', 'achter'), objects_of('nieuw', 'ki')), '', 'and the other way round');
is(query('oud', "SELECT klantinteracties.werk_register_bij('achter')"), '', 'a second time it does nothing');
my $codes = 'SELECT code, naam FROM %1$s.kanaal UNION ALL SELECT code, naam FROM %1$s.taal UNION ALL SELECT code, naam FROM %1$s.soort_object_id ORDER BY 1, 2';
is(query('oud', sprintf($codes, 'achter')), query('nieuw', sprintf($codes, 'ki')), 'with the same reference data');

# --------------------------------------------------------------------------------------------------------------------
# A dump of a newer register comes to a server that has the older version
# --------------------------------------------------------------------------------------------------------------------

my $dump = PostgreSQL::Test::Utils::tempdir . '/nieuw.sql';
$node->command_ok([ 'pg_dump', '-f', $dump, '-U', 'eigenaar', 'nieuw' ], 'dumped by the newer version');
my $older = PostgreSQL::Test::Cluster->new('ouder');
$older->init;
$older->start;
$older->safe_psql('postgres', 'CREATE ROLE eigenaar LOGIN; CREATE DATABASE terug OWNER eigenaar');
$older->command_ok([ 'psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-U', 'eigenaar', '-d', 'terug', '-f', $dump ], 'restored by the older');
is($older->safe_psql('terug', 'SELECT register, versie, bijgewerkt FROM klantinteracties.registers'), 'ki|volgende|f', 'it says that it has another version');
my ($out, $err);
$older->psql('terug', "SELECT klantinteracties.werk_register_bij('ki')", stderr => \$err, extra_params => [ '-U', 'eigenaar' ]);
like($err, qr/cannot bring register "ki" of version "volgende" up to date\nHINT: .*newer version/, 'which is not one to bring up to date');
$older->stop;

done_testing();
