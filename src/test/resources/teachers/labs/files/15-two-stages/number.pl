# Sorts the words of its input, and numbers them.
my $n = 0;
print map { sprintf "%d. %s", ++$n, $_ } sort <STDIN>;
