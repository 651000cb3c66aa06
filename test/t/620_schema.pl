# The JSON Schemas of doc/schema say what the functions take and give: the same keys as the table in C, every answer validates, what
# is accepted validates, and what is refused for its shape does not.

use strict;
use warnings;

use Cwd qw(abs_path);
use FindBin;
use JSON::PP;
use JSON::Validator;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $top = abs_path("$FindBin::RealBin/../..");
my $json = JSON::PP->new->utf8->allow_nonref;
my %schema;
foreach my $name (qw(registreren lezen))
{
	$schema{$name} = $json->decode(slurp_file("$top/doc/schema/$name.json"));
}

# The validator of one definition, or of the schema itself.
sub validator
{
	my ($name, $definition) = @_;
	my %root = %{ $schema{$name} };
	if ($definition)
	{
		delete @root{qw(if then else)};
		$root{allOf} = [ { '$ref' => "#/definitions/$definition" } ];
	}
	return JSON::Validator->new->schema(\%root);
}

# What stands between the brace that begins at this position and the one that ends it; and in it, what stands between commas.
sub braced
{
	my ($text, $from) = @_;
	my $depth = 0;
	for (my $i = $from; $i < length($text); $i++)
	{
		my $c = substr($text, $i, 1);
		if ($c eq '"') { $i = index($text, '"', $i + 1); next; }
		$depth++ if $c eq '{';
		return substr($text, $from + 1, $i - $from - 1) if $c eq '}' && --$depth == 0;
	}
	die 'a brace that does not end';
}

# The keys of json_sleutels.c by the name of their JsonVorm, after its macros: name, other names, whether it is needed.
my $cc = $ENV{CC} || 'cc';
my ($stdout, $stderr) = run_command([ 'sh', '-c', "grep -v '^#include' '$top/src/json_sleutels.c' | $cc -E -P -x c -" ]);
my (%vorm, %sleutels_van);
while ($stdout =~ /const JsonSleutel (\w+)\[\] = (?=\{)/g)
{
	my $name = $1;
	my $list = braced($stdout, pos($stdout));
	my @keys;
	for (my $i = 0; ($i = index($list, '{', $i)) >= 0;)
	{
		my $entry = braced($list, $i);
		my ($key) = $entry =~ /^\s*(?:\.naam = )?"([^"]*)"/ or die "no key in {$entry}";
		my ($also) = $entry =~ /\.ook = \{([^}]*)\}/;
		push @keys, { naam => $key, ook => [ ($also // '') =~ /"([^"]*)"/g ], verplicht => scalar($entry =~ /\.verplicht = true/) };
		$i += length($entry) + 2;
	}
	$sleutels_van{$name} = \@keys;
}
while ($stdout =~ /const JsonVorm (\w+) = \{\s*(?:\.sleutels = )?(\w+_sleutels)\b/g)
{
	$vorm{$1} = $sleutels_van{$2};
}

my %definition = (
	json_klantcontact => 'klantcontact',
	json_maak_klantcontact => 'maakKlantcontact',
	json_partij => 'nieuwePartij',
	interne_taak => 'interneTaak',
	adres_van_betrokkene => 'digitaalAdres',
	adres_van_partij => 'digitaalAdres',
	bezoekadres => 'adres',
	correspondentieadres => 'adres',
	bijlageidentificator => 'identificator',
	onderwerpobjectidentificator => 'identificator',
	geheel => 'identificator',
	bekende_partij => 'bekendeIdentificator',
	bekende_actor => 'bekendeIdentificator',
	json_verwijzing_actor => 'actorObject',
	json_verwijzing_partij => 'partijObject',
	json_verwijzing_identificator => 'identificatorObject',
	json_verwijzing_nummer => 'nummerObject',
	json_code => 'codeObject',
	partij_identificator => 'partijIdentificator');

cmp_ok(scalar(keys %vorm), '>', 20, 'the keys were found in the source');
foreach my $name (sort keys %vorm)
{
	my $def = $schema{registreren}{definitions}{ $definition{$name} // $name };
	ok($def, "$name has a definition") or next;
	is_deeply([ sort keys %{ $def->{properties} } ], [ sort map { ($_->{naam}, @{ $_->{ook} }) } @{ $vorm{$name} } ], "$name has the same keys");
	# A key that has other names is needed under any of them.
	my @needed = map { join('|', sort($_->{naam}, @{ $_->{ook} })) } grep { $_->{verplicht} } @{ $vorm{$name} };
	my @required = (@{ $def->{required} // [] }, map { join('|', sort map { $_->{required}[0] } @{ $_->{anyOf} }) } @{ $def->{allOf} // [] });
	is_deeply([ sort @required ], [ sort @needed ], "$name needs the same keys");
}

# A register with whatever the fuzzer makes of valid bodies; each is tried for itself.
my $node = PostgreSQL::Test::Cluster->new('main');
# JSON has any character, whatever this machine's locale.
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION klantinteracties');
$node->safe_psql('postgres', slurp_file("$top/test/fixture/registreer.sql") . slurp_file("$top/test/fuzz/json.sql") . <<'END');
CREATE TABLE proef.lijf (functie text, gegevens jsonb, staat text, melding text);
INSERT INTO proef.lijf (functie, gegevens) SELECT functie, gegevens FROM proef.zaden;
DO $$
DECLARE
    z record;
    j jsonb;
    waarden jsonb[] := proef.lastige_waarden();
    sleutels text[] := proef.lastige_sleutels();
BEGIN
    PERFORM setseed(0.125);
    FOR z IN SELECT functie, gegevens, proef.paden(gegevens) AS paden FROM proef.lijf LOOP
        FOR n IN 1 .. 150 LOOP
            j := proef.muteer(z.gegevens, z.paden, waarden, sleutels);
            INSERT INTO proef.lijf (functie, gegevens) VALUES (z.functie, j);
        END LOOP;
    END LOOP;
    FOR z IN SELECT ctid, * FROM proef.lijf LOOP
        BEGIN
            EXECUTE format('SELECT klantinteracties.%I($1, ''ki'')', z.functie) USING z.gegevens;
            SET CONSTRAINTS ALL IMMEDIATE;
            RAISE SQLSTATE 'UKOKE';
        EXCEPTION WHEN OTHERS THEN
            UPDATE proef.lijf SET staat = SQLSTATE, melding = SQLERRM WHERE ctid = z.ctid;
        END;
    END LOOP;
END $$;
END

# The refusals that are about the shape of a body: a key that is missing or unknown, no array, no object, no string or the like.
my %shape = map { $_ => 1 } qw(2203A 22039 2203C 2203F);
my %validator = (
	registreer_klantcontact => validator('registreren'),
	registreer_partij => validator('registreren', 'nieuwePartij'));
my %count = (accepted => 0, refused => 0);
my (@too_strict, @too_lax);
foreach my $row (split /\n/, $node->safe_psql('postgres',
	q(SELECT json_build_array(functie, staat, melding, gegevens) FROM proef.lijf WHERE staat IS NOT NULL)))
{
	my ($functie, $state, $message, $body) = @{ $json->decode($row) };
	my @errors = $validator{$functie}->validate($body);
	my $about_shape = $shape{$state} && $message !~ /does not say which/ || $message =~ /^(unknown key|register has no place)/;
	if ($state eq 'UKOKE')
	{
		$count{accepted}++;
		push @too_strict, "@errors: $row" if @errors;
	}
	elsif ($about_shape)
	{
		$count{refused}++;
		push @too_lax, $row unless @errors;
	}
}
cmp_ok($count{accepted}, '>', 100, "bodies were accepted: $count{accepted}");
cmp_ok($count{refused}, '>', 200, "bodies were refused for their shape: $count{refused}");
is(scalar(@too_strict), 0, 'what is accepted validates') or diag(join("\n", map { substr($_, 0, 600) } @too_strict[ 0 .. 3 ]));
is(scalar(@too_lax), 0, 'what is refused for its shape does not') or diag(join("\n", map { substr($_, 0, 600) } @too_lax[ 0 .. 3 ]));

# What is given out, of each of the valid bodies.
my $answers = $node->safe_psql('postgres', <<'END');
SET search_path = ki, proef;
SET client_min_messages = error;
SELECT klantinteracties.stel_regel_in('klantcontact_een_onderwerp', 'een_onderwerp', 'off') \g /dev/null
SELECT klantinteracties.registreer_klantcontact(gegevens) FROM proef.zaden WHERE functie = 'registreer_klantcontact' \g /dev/null
SELECT klantinteracties.registreer_partij(gegevens) FROM proef.zaden WHERE functie = 'registreer_partij' \g /dev/null
SELECT json_build_array('klantcontact', klantinteracties.klantcontact_json(id)) FROM klantcontact
UNION ALL
SELECT json_build_array('partij', klantinteracties.partij_json(id)) FROM partij;
END
my %kind = (klantcontact => validator('lezen'), partij => validator('lezen', 'partij'));
my @answers = map { $json->decode($_) } split /\n/, $answers;
is(scalar(@answers), 8, 'there are answers of both kinds');
foreach my $answer (@answers)
{
	my ($what, $given) = @$answer;
	my @errors = $kind{$what}->validate($given);
	is("@errors", '', "$what $given->{nummer} validates");
	$given->{'something else'} = 1;
	isnt(scalar($kind{$what}->validate($given)), 0, 'and would not with a key more');
}

# The parts of a klantcontact that has all of them.
my ($whole) = grep { exists $_->[1]{hadBetrokkenen} && @{ $_->[1]{hadBetrokkenen} } == 2 } @answers;
foreach my $key (grep { $_ !~ /^(something else)$/ } keys %{ $schema{lezen}{definitions}{klantcontact}{properties} })
{
	ok(exists $whole->[1]{$key}, "$key is given out");
}

done_testing();
