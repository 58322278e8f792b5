# Makes the report: build-time work, for which perl is needed.
perl -e 'print "report: ", join(" ", map { $_ * $_ } 1..5), "\n"' >report.txt
