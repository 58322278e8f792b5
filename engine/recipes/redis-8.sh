# shellcheck shell=bash disable=SC2034
# Another version of redis, to run beside the first: Debian 13 has it.
like redis
repository=redis
tags=8
base=base-trixie
suite=trixie
packages="${packages/libssl3/libssl3t64} zlib1g"
