#!/bin/sh
# Reports to the one who is named in the variable REPORT_TO.
if [ -z "$REPORT_TO" ]
then
  echo "report.sh: REPORT_TO is not set" >&2
  exit 1
fi
echo "Reporting to $REPORT_TO"
exec sleep 100000
