# What any client can send as the binary form of a ja_of_leeg: every byte, and thousands of damaged values and fields, through binary COPY.
# KI_SEED repeats a run.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $seed = srand($ENV{KI_SEED} // time);
note("KI_SEED=$seed");

my $node = PostgreSQL::Test::Cluster->new('binair');
$node->init;
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION klantinteracties; CREATE TABLE t (nr serial, w klantinteracties.ja_of_leeg)');

sub bytes
{
	my ($length) = @_;
	return join('', map { chr(int(rand(256))) } 1 .. $length);
}

# Values, and what may be wrong with the field around them: its length, or that it ends too early.
my @values = ('', 'ja', 'Ja', 'jA', 'JA', "ja\0", "\0", "\0ja", 'ja ', ' ja', "j\xc3\xa1", 'j' x 100_000, (map { chr($_) } 0 .. 255));
push @values, map { substr('ja', 0, int(rand(3))) . bytes(int(rand(4))) } 1 .. 3000;
my @fields = map { [ $_, pack('l>', length($_)) . $_ ] } @values;
push @fields, map { my $v = bytes(int(rand(6))); [ undef, pack('l>', int(rand(12)) - 3) . $v ] } 1 .. 500;

my $dir = PostgreSQL::Test::Utils::tempdir;
my ($script, $good, $nr) = ('', 0, 0);
foreach my $field (@fields)
{
	my ($value, $bytes) = @$field;
	my $file = "$dir/" . $nr++;
	open(my $fh, '>:raw', $file) or die "$file: $!";
	print $fh "PGCOPY\n\xff\r\n\0" . pack('NN', 0, 0) . pack('n', 1) . $bytes . pack('n', 0xffff);
	close($fh);
	$script .= "SET client_encoding = " . ($nr % 2 ? 'UTF8' : 'LATIN1') . ";\n\\copy t (w) from '$file' (format binary)\n";
	$good++ if defined $value && $value =~ /^(?:ja)?\z/i;
}
my ($stdout, $stderr);
$node->psql('postgres', $script, stdout => \$stdout, stderr => \$stderr, on_error_stop => 0, extra_params => [ '-v', 'VERBOSITY=sqlstate' ]);
my %states;
$states{$_}++ foreach $stderr =~ /ERROR:  (\w+)/g;
note(join(', ', map { "$_: $states{$_}" } sort keys %states));

# A damaged field may happen to be empty, or NULL.
my $stored = $node->safe_psql('postgres', 'SELECT count(*) FROM t');
cmp_ok($stored, '>=', $good, 'what is "ja" or nothing was taken');
is($node->safe_psql('postgres', q{SELECT count(*) FROM t WHERE w::text NOT IN ('', 'ja')}), '0', 'and as that');
is($stored + eval { my $n = 0; $n += $_ foreach values %states; $n }, scalar(@fields), 'everything else was refused, and the server lives on');
is(join(' ', grep { !/^(?:22P02|22021|22P03|22P04)$/ } sort keys %states), '', 'each for what is wrong with it');

$node->stop;
done_testing();
