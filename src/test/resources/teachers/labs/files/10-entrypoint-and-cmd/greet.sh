#!/bin/sh
# greet.sh NAME...: says hello to each of them
for name in "$@"
do
  echo "Hello, $name!"
done
