# shellcheck shell=bash disable=SC2034,SC2154
# Debian's redis behind the official image's entrypoint, folder, volume and port.
base=base
packages='libstdc++6 libatomic1 liblzf1 libjemalloc2 libsystemd0 libssl3 libcap2 libgcrypt20 libgpg-error0 liblzma5 libzstd1 liblz4-1 redis-tools'
config="{\"Cmd\":[\"redis-server\"],\"Entrypoint\":[\"docker-entrypoint.sh\"],\"Env\":[$SEARCH_PATH],\"ExposedPorts\":{\"6379/tcp\":{}},\"Volumes\":{\"/data\":{}},\"WorkingDir\":\"/data\"}"

fill() {
  mkdir -p "$1/usr/local/bin" "$1/data"
  # In Debian one program does the work of all three; it looks at the name that it is called by.
  ln -sf redis-check-rdb "$1/usr/bin/redis-server"
  ln -sf redis-check-rdb "$1/usr/bin/redis-check-aof"
  # Debian's redis answers strangers only without its protected mode; the official image is built without it.
  cat >"$1/usr/local/bin/docker-entrypoint.sh" <<'SCRIPT'
#!/bin/sh
set -e
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then set -- redis-server "$@"; fi
if [ "$1" = redis-server ]; then
  case "$*" in *protected-mode*) ;; *) set -- "$@" --protected-mode no ;; esac
fi
exec "$@"
SCRIPT
  chmod 755 "$1/usr/local/bin/docker-entrypoint.sh"
}
