# Every constraint name that the rules raise is one that controleer_register() checks, or stands in controles.c as one that nothing
# stored can show; and every check was seen to find its violation (test/sql/340_controleer_register.sql). Reads source only.

use strict;
use warnings;

use FindBin;
use Test::More;

my $top = "$FindBin::RealBin/../..";

sub read_file
{
	my ($file) = @_;
	open(my $fh, '<', $file) or die "$file: $!";
	local $/;
	return scalar <$fh>;
}

# What looks like the name of a rule in the rules' code: a literal of words joined by underscores, no message, no SQL. The few others
# are these: functions, columns and values.
my %no_rule = map { $_ => 1 }
  qw(ki_rij_regels ki_weiger_truncate ki_klantcontact_volledig ki_partij_volledig klantcontact_volledig partij_volledig
	onthoud_nieuw te_verwerken organisatorische_eenheid geautomatiseerde_actor);
my %rules;
foreach my $file (glob("$top/src/regels*.c $top/src/volledig*.c"))
{
	my $code = read_file($file);
	$code =~ s{/\*.*?\*/}{}gs;
	$rules{$_} = $file foreach grep { !$no_rule{$_} } $code =~ /"((?:%s|[a-z]+)(?:_(?:%s|[a-z]+))+)"/g;
}
cmp_ok(scalar(keys %rules), '>', 35, 'the rules were found in the source');

# %s is the name of a table, a column or a group of columns.
my $checks = read_file("$top/src/controles.c") . read_file("$top/src/controleer_register.c");
foreach my $rule (sort keys %rules)
{
	my $pattern = join('(?:[a-z_]+|<[a-z]+>|%s)', map { quotemeta } split(/%s/, $rule, -1));
	ok($checks =~ /(?<![a-z_])$pattern(?![a-z_])/, "$rule is checked, or known not to be");
}

# The other way round: a name in the lists of checks is raised somewhere, is that of an index or is a copy that no rule raises.
my $sql = join('', map { read_file($_) } glob("$top/sql/4*.sql"));
my $found = read_file("$top/expected/340_controleer_register.out");
my ($lists) = read_file("$top/src/controles.c") =~ /(const Controle rij_controles.*)/s;
my %checked = map { $_ => 1 } $lists =~ /^\t+(?:\{TABEL_[A-Z_]+|"t\.[a-z_]+"), "([a-z_]+)"/mg;
cmp_ok(scalar(keys %checked), '>', 50, 'the checks were found in the source');
foreach my $name (sort keys %checked)
{
	my $raised = grep { my $p = s/%s/[a-z0-9_]+/gr; $name =~ /^$p$/ } keys %rules;
	ok($raised || $name =~ /_kopie$/ || $name =~ /_nummer_key$/ || $sql =~ /\b$name\b/, "$name is a rule");
	ok($found =~ /\b$name [a-z_]+ [0-9a-f-]{36}: /, "$name was found where it was broken");
}

# regel_identificator_geldig() and its check know the same numbers.
my ($validated) = read_file("$top/src/regels_algemeen.c") =~ /soorten\[\] = \{(.*?)\n\t\};/s;
my ($repeated) = $checks =~ /#define NUMMER_ONGELDIG(.*?)END"/s;
my @kinds = $validated =~ /SOORT_\w+/g;
cmp_ok(scalar(@kinds), '>', 0, 'the kinds of number were found in the source');
like($repeated, qr/\b$_\b/, "$_ is checked") foreach @kinds;

done_testing();
