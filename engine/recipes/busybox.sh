# shellcheck shell=bash disable=SC2034,SC2154
# The smallest image with a shell.
tags='latest musl'
packages='busybox-static'
config="{\"Cmd\":[\"sh\"],\"Env\":[$SEARCH_PATH]}"

fill() {
  rm -rf "${1:?}"/{usr,etc,bin,var}
  busybox_into "$1"
}
