# shellcheck shell=bash disable=SC2034,SC2154
# A whole minimal Debian with apt, for lessons that build images. Built only when asked for: it takes half a minute.
tags='latest bookworm 12'
tools='debootstrap'
owners=''
config="{\"Cmd\":[\"bash\"],\"Env\":[$SEARCH_PATH]}"

fill() {
  local mirror
  mirror=$(debian_mirror)
  say "Fetch and unpack Debian; this takes about half a minute." >&2
  # What it mounts goes with its namespace, whatever happens to it.
  unshare --mount --propagation private debootstrap --variant=minbase bookworm "$1" "$mirror" </dev/null >"$WORK/debootstrap.log" 2>&1 \
    || { tail -n 8 "$WORK/debootstrap.log" >&2 && fail "$EXIT_ENGINE" "\`debootstrap\` does not succeed with \`$mirror\`" 'see the lines above'; }
  forget_this_build "$1"
  behave_in_containers "$1"
}

# The mirror that this machine's apt takes Debian from.
debian_mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' | sed -n 's/^bookworm main \(http[^ ]*\)$/\1/p' | head -n 1 | grep . \
    || fail "$EXIT_ENGINE" 'apt has no http mirror of Debian 12 on this machine' 'add one below `/etc/apt/sources.list.d`, then run `apt-get update`'
}

# Everything that differs from build to build.
forget_this_build() {
  local root=$1
  find "$root"/var/cache "$root"/var/log "$root"/var/lib/apt/lists "$root"/tmp "$root"/dev "$root"/run -mindepth 1 -type f,l,c,b,p,s -delete
  find "$root"/dev -mindepth 1 -delete
  rm -f "$root"/var/lib/dpkg/*-old "$root"/etc/*- "$root"/etc/hostname "$root"/etc/resolv.conf
  rm -rf "$root"/debootstrap
  : >"$root"/etc/machine-id
  # The day of the last change of a password is the day of the build.
  sed -i -E 's/^([^:]*:[^:]*):[0-9]+:/\1:19723:/' "$root"/etc/shadow
}

# As the official image does: no service is started and no package is kept.
behave_in_containers() {
  printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d" && chmod 755 "$1/usr/sbin/policy-rc.d"
  printf '%s\n' 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };' 'Dir::Cache::pkgcache "";' 'Dir::Cache::srcpkgcache "";' >"$1/etc/apt/apt.conf.d/docker-clean"
  printf '%s\n' 'Acquire::Languages "none";' >"$1/etc/apt/apt.conf.d/docker-no-languages"
}
