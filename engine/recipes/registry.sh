# shellcheck shell=bash disable=SC2034,SC2154
# Debian's registry, to push to in a lesson.
tags='2 latest'
base=base
packages='docker-registry'
config="{\"Cmd\":[\"/etc/docker/registry/config.yml\"],\"Entrypoint\":[\"/entrypoint.sh\"],\"Env\":[$SEARCH_PATH],\"ExposedPorts\":{\"5000/tcp\":{}},\"Volumes\":{\"/var/lib/registry\":{}}}"

fill() {
  rm -rf "${1:?}"/{etc/docker,var}
  mkdir -p "$1/etc/docker/registry" "$1/var/lib/registry"
  mv "$1/usr/bin/docker-registry" "$1/usr/bin/registry"
  cat >"$1/etc/docker/registry/config.yml" <<'CONF'
version: 0.1
log: {fields: {service: registry}}
storage: {filesystem: {rootdirectory: /var/lib/registry}, delete: {enabled: true}}
http: {addr: ":5000", headers: {X-Content-Type-Options: [nosniff]}}
CONF
  cat >"$1/entrypoint.sh" <<'SCRIPT'
#!/bin/sh
set -e
case "$1" in *.yaml | *.yml) set -- registry serve "$@" ;; serve | garbage-collect | help | -*) set -- registry "$@" ;; esac
exec "$@"
SCRIPT
  chmod 755 "$1/entrypoint.sh"
}
