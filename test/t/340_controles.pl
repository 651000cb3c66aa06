# Every constraint name that the rules raise is one that controleer_register() found where it was broken
# (test/sql/340_controleer_register.sql), or stands in controles.c as one that nothing stored can show. Reads source only.

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
	bij_opslag meld_sluiting te_verwerken organisatorische_eenheid geautomatiseerde_actor);
my %rules;
foreach my $file (glob("$top/src/regels*.c $top/src/volledig*.c"))
{
	my $code = read_file($file);
	$code =~ s{/\*.*?\*/}{}gs;
	$rules{$_} = $file foreach grep { !$no_rule{$_} } $code =~ /"((?:%s|[a-z]+)(?:_(?:%s|[a-z]+))+)"/g;
}
cmp_ok(scalar(keys %rules), '>', 35, 'the rules were found in the source');

# %s is the name of a table, a column or a group of columns. A rule was found, by the name that it raises, or is in the list of those
# that nothing stored can show.
my $found = read_file("$top/expected/340_controleer_register.out");
my %seen = map { $_ => 1 } $found =~ /\b([a-z0-9_]+) [a-z_]+ [0-9a-f-]{36}: /g;
$seen{$_} = 1 foreach $found =~ /\b([a-z0-9_]+_lengte)\b/g;
my $checks = read_file("$top/src/controles.c");
my ($not_seen) = $checks =~ m{Not to be seen in what is stored(.*?)and of rules that}s;
foreach my $rule (sort keys %rules)
{
	my $pattern = join('(?:[a-z0-9_]+|<[a-z]+>)', map { quotemeta } split(/%s/, $rule, -1));
	ok((grep { /^$pattern$/ } keys %seen) || $not_seen =~ /(?<![a-z_])$pattern(?![a-z_])/, "$rule is checked, or known not to be");
}

# The other way round: a name in the lists of checks is raised somewhere, is that of an index or is a copy that no rule raises.
my $sql = join('', map { read_file($_) } glob("$top/sql/4*.sql"));
my ($lists) = $checks =~ /(const RijControle rij_controles.*)/s;
# Two that are tables.
my %checked = map { $_ => 1 } grep { !/^(?:digitaal_adres|partij_identificator)$/ } $lists =~ /"([a-z]+(?:_[a-z]+)+)"/g;
cmp_ok(scalar(keys %checked), '>', 30, 'the checks were found in the source');
foreach my $name (sort keys %checked)
{
	my $raised = grep { my $p = s/%s/[a-z0-9_]+/gr; $name =~ /^$p$/ } keys %rules;
	ok($raised || $name =~ /_kopie$/ || $name =~ /_nummer_key$/ || $sql =~ /\b$name\b/, "$name is a rule");
	ok($seen{$name}, "$name was found where it was broken");
}

done_testing();
