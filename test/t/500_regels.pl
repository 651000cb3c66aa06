# doc/regels.md is complete and names nothing that does not exist: every KI number once, every constraint name that the rules raise,
# no name that is neither in src/ nor in sql/, and only test files that are there. Reads source only.

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

sub without_comments
{
	return read_file($_[0]) =~ s{/\*.*?\*/}{}gsr;
}

# The rows of the table: KI, what it says, enforced by, tests.
my @rows;
foreach my $line (grep { /^\| *KI-/ } split(/\n/, read_file("$top/doc/regels.md")))
{
	my @cells = map { s/^\s+|\s+$//gr } split(/\|/, $line, -1);
	is(scalar(@cells), 6, "$cells[1] has four columns");
	ok(length($cells[$_]), "$cells[1]: column $_ is filled") foreach 1 .. 4;
	push @rows, {ki => $cells[1], by => $cells[3], tests => $cells[4]};
}

my %seen;
$seen{$_->{ki}}++ foreach @rows;
my @expected = map { "KI-$_" } (map { sprintf('%02d', $_) } 1 .. 123), '01a', '28a', '53a';
is($seen{$_} // 0, 1, "$_ stands in the table once") foreach @expected;
my %known = map { $_ => 1 } @expected;
ok($known{$_}, "$_ is a rule") foreach sort keys %seen;

# The constraint names in the rules' code, as test/t/340_controles.pl finds them; the others are functions, columns and values.
my %no_rule = map { $_ => 1 }
  qw(ki_rij_regels ki_weiger_truncate ki_klantcontact_volledig ki_partij_volledig klantcontact_volledig partij_volledig
	bij_opslag meld_sluiting te_verwerken organisatorische_eenheid geautomatiseerde_actor);
my %rules;
foreach my $file (glob("$top/src/regels*.c $top/src/volledig*.c"))
{
	$rules{$_} = 1 foreach grep { !$no_rule{$_} } without_comments($file) =~ /"((?:%s|[a-z]+)(?:_(?:%s|[a-z]+))+)"/g;
}
cmp_ok(scalar(keys %rules), '>', 35, 'the rules were found in the source');

# <tabel>, <kolom> and <groep> in the table are %s in the source. A name may be followed by the parentheses of a function.
my %named;
foreach my $row (@rows)
{
	foreach my $name ($row->{by} =~ /`([^`]*)`/g)
	{
		push @{ $named{ $name =~ s/<[a-z]+>/%s/gr =~ s/\(\)$//r } }, $row->{ki};
	}
}
ok($named{$_}, "$_ stands in the table") foreach sort keys %rules;

my $source = join("\n", (map { without_comments($_) } glob("$top/src/*.[ch]")), map { read_file($_) } glob("$top/sql/*.sql"));
ok($source =~ /(?<![a-z0-9_%])\Q$_\E(?![a-z0-9_%])/, "$_ (@{$named{$_}}) is in the source") foreach sort keys %named;

my %files;
foreach my $row (@rows)
{
	my @files = $row->{tests} =~ /`([^`]*)`/g;
	ok(@files || $row->{tests} eq '-', "$row->{ki} names test files, or - for none");
	push @{ $files{$_} }, $row->{ki} foreach @files;
}
cmp_ok(scalar(keys %files), '>', 20, 'test files were found in the table');
ok(-f "$top/test/$_", "test/$_ (@{$files{$_}}) exists") foreach sort keys %files;

done_testing();
