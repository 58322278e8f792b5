# shellcheck shell=bash disable=SC2034,SC2154
# Debian's PostgreSQL behind the official image's entrypoint, variables, volume and port. Built only when asked for.
tags='latest 15'
base=base
owners='--numeric-owner'
packages='postgresql-15 postgresql-client-15 libpq5 libreadline8 libicu72 libstdc++6 libldap-2.5-0 libsasl2-2 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 libcom-err2 libkeyutils1 libpam0g libaudit1 libcap-ng0 libxml2 libselinux1 libpcre2-8-0 libuuid1 libgnutls30 libnettle8 libhogweed6 libp11-kit0 libffi8 libidn2-0 libunistring2 libtasn1-6 libgmp10 libssl3 libzstd1 liblz4-1 libsystemd0 libgcrypt20 libgpg-error0 liblzma5 libcap2 zlib1g tzdata'
config="{\"Cmd\":[\"postgres\"],\"Entrypoint\":[\"docker-entrypoint.sh\"],\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/15/bin\",\"PG_MAJOR=15\",\"PGDATA=/var/lib/postgresql/data\"],\"ExposedPorts\":{\"5432/tcp\":{}},\"StopSignal\":\"SIGINT\",\"Volumes\":{\"/var/lib/postgresql/data\":{}}}"

fill() {
  # What compiles queries is as large as all the rest, and Debian's own PostgreSQL works without it.
  rm -rf "$1"/usr/lib/postgresql/15/lib/{bitcode,llvmjit*} "$1"/usr/share/{postgresql/15/man,postgresql-common,gcc,gdb,perl5,doc-base}
  rm -rf "${1:?}"/{var,run,lib/security} "$1"/etc/{pam.d,security,postgresql}
  mkdir -p "$1"/{etc,usr/local/bin,var/lib/postgresql/data,var/run/postgresql}
  # The layer below has them, too; here with one user more.
  printf '%s\n' 'root:x:0:0:root:/root:/bin/bash' 'postgres:x:999:999:PostgreSQL:/var/lib/postgresql:/bin/bash' 'nobody:x:65534:65534:nobody:/home:/bin/false' >"$1/etc/passwd"
  printf '%s\n' 'root:x:0:' 'tty:x:5:' 'postgres:x:999:' 'nogroup:x:65534:' >"$1/etc/group"
  cat >"$1/usr/local/bin/docker-entrypoint.sh" <<'SCRIPT'
#!/bin/bash
set -e
if [ "${1#-}" != "$1" ]; then set -- postgres "$@"; fi
if [ "$1" != postgres ]; then exec "$@"; fi
user=${POSTGRES_USER:-postgres}
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  find "$PGDATA" /var/run/postgresql ! -user postgres -exec chown postgres:postgres {} +
  chmod 700 "$PGDATA"
  exec su postgres -s /bin/bash -c 'exec "$0" "$@"' "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
    echo '       You must specify POSTGRES_PASSWORD to a non-empty value for the' >&2
    echo '       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".' >&2
    exit 1
  fi
  initdb --username="$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:-unused}") --auth-local=trust --encoding=UTF8 --no-sync
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  sed -i "s/^#listen_addresses = .*/listen_addresses = '*'/" "$PGDATA/postgresql.conf"
  database=${POSTGRES_DB:-$user}
  if [ "$database" != postgres ]; then
    printf 'CREATE DATABASE "%s";\n' "$database" | postgres --single -D "$PGDATA" postgres
  fi
  echo 'PostgreSQL init process complete; ready for start up.'
fi
exec "$@"
SCRIPT
  chmod 755 "$1/usr/local/bin/docker-entrypoint.sh"
  chown -R 999:999 "$1/var/lib/postgresql" "$1/var/run/postgresql"
  chmod 700 "$1/var/lib/postgresql/data"
}
