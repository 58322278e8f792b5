# shellcheck shell=bash disable=SC2034
# No image of its own: the layer below, from Debian 13.
like base
suite=trixie
