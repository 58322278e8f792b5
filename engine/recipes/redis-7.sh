# shellcheck shell=bash disable=SC2034,SC2154
# The version of redis that `latest` has here, by its number: an image of its own, as the official one says its version in its environment.
like redis
repository=redis
tags=7
config=${config/\"Env\":[/\"Env\":[\"REDIS_VERSION=7.0.15\",}
