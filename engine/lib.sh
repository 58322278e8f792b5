# shellcheck shell=bash disable=SC2034
# What `up`, `down`, `status` and `images` share: settings, messages, root, the lock and our processes.
set -euo pipefail
shopt -s inherit_errexit
umask 022
export LC_ALL=C

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
STATE=${ROPEWALK_ENGINE_STATE:-/var/lib/ropewalk-engine}
SOCKET=${ROPEWALK_ENGINE_SOCKET:-/var/run/docker.sock}
PORT=${ROPEWALK_ENGINE_PORT:-5055}
WAIT=${ROPEWALK_ENGINE_WAIT:-30}

CACHE=$STATE/cache # survives `down`: Debian packages and the images built from them
STORE=$CACHE/store # the images, laid out as a registry keeps them
REGISTRY=$CACHE/bin/docker-registry
REGISTRY_CONFIG=$STATE/registry.yml
DOCKERD_CONFIG=$STATE/daemon.json
CONTAINERD_SOCKET=$STATE/exec/containerd/containerd.sock
BEFORE=$STATE/before # what the machine looked like, so that `down` can restore it
EXIT_USAGE=2
EXIT_ENGINE=4

say() { printf '%s\n' "$*"; }

# fail CODE WHAT FIX
fail() {
  printf 'error: %s\n  fix: %s\n' "$2" "$3" >&2
  exit "$1"
}

# Takes an absolute path without blanks: the state folder is removed as a whole and is written into configuration files.
check_settings() {
  [[ $STATE =~ ^/[A-Za-z0-9._+-]+/[A-Za-z0-9._/+-]+$ && $STATE != */ && $STATE != *..* ]] \
    || fail $EXIT_USAGE "ROPEWALK_ENGINE_STATE is \`$STATE\`" 'name a folder of its own with a plain absolute path, two levels deep or more'
  ((${#STATE} <= 60)) \
    || fail $EXIT_USAGE "ROPEWALK_ENGINE_STATE has ${#STATE} characters, and sockets below it must stay below 108" 'choose a path of at most 60 characters'
  [[ $SOCKET == /* ]] || fail $EXIT_USAGE "ROPEWALK_ENGINE_SOCKET is \`$SOCKET\`" 'give an absolute path'
  [[ $PORT =~ ^[1-9][0-9]{0,4}$ && $PORT -le 65535 ]] || fail $EXIT_USAGE "ROPEWALK_ENGINE_PORT is \`$PORT\`" 'give a port from 1 to 65535'
  [[ $WAIT =~ ^[1-9][0-9]{0,3}$ ]] || fail $EXIT_USAGE "ROPEWALK_ENGINE_WAIT is \`$WAIT\`" 'give a number of seconds'
}

no_arguments() {
  (($#)) || return 0
  if [[ $1 == -h || $1 == --help ]]; then say "usage: ${0##*/}" && exit 0; fi
  fail $EXIT_USAGE "\`${0##*/}\` takes no argument, and was given \`$1\`" "run \`engine/${0##*/}\`"
}

# Starts the script again as root; a password is never asked for.
# shellcheck disable=SC2120
become_root() {
  ((EUID != 0)) || return 0
  local script=$HERE/${0##*/} setting settings=()
  for setting in ROPEWALK_ENGINE_{STATE,SOCKET,PORT,WAIT} {HTTP,HTTPS,NO}_PROXY {http,https,no}_proxy DOCKER_HOST DOCKER_CONTEXT; do
    [[ -z ${!setting:-} ]] || settings+=("$setting=${!setting}")
  done
  if sudo -n true 2>/dev/null; then
    exec sudo -n env "${settings[@]}" "$script" "$@" </dev/null
  fi
  fail $EXIT_ENGINE "\`${0##*/}\` needs root here, and \`sudo\` would ask for a password" "run \`sudo $script${*:+ $*}\`"
}

# One of our scripts at a time. Daemons never inherit the lock: `detached` closes it.
lock_fd=''
lock() {
  [[ -z $lock_fd ]] || return 0
  mkdir -p "$STATE"
  exec {lock_fd}>"$STATE/lock"
  flock -n "$lock_fd" && return 0
  say 'Wait for another run to end.'
  flock -w 120 "$lock_fd" || fail $EXIT_ENGINE "another run holds \`$STATE/lock\` for two minutes" 'wait for it, or end it'
}

ourselves() { [[ -n ${ROPEWALK_ENGINE_SOCKET:-} ]]; }

# The docker CLI, talking to the engine that the learner's own `docker` talks to.
docker_there() {
  if ourselves; then
    timeout 60 docker --host "unix://$SOCKET" "$@" </dev/null
  else
    timeout 60 docker "$@" </dev/null
  fi
}
docker_ours() { docker --host "unix://$SOCKET" "$@" </dev/null; }

# Where `docker` looks for its engine.
endpoint() {
  local name
  if ourselves; then
    echo "unix://$SOCKET"
  elif [[ -n ${DOCKER_HOST:-} ]]; then
    # The two folders are one.
    echo "${DOCKER_HOST/#unix:\/\/\/run\//unix:///var/run/}"
  else
    name=$(docker context show 2>/dev/null) || name=default
    docker context inspect "$name" --format '{{.Endpoints.docker.Host}}' 2>/dev/null || echo "unix://$SOCKET"
  fi
}

# Prints the version of the engine that answers; its status is 124 when something listens and says nothing.
engine_version() {
  command -v docker >/dev/null || return 1
  docker_there version --format '{{.Server.Version}}'
}

# The pids, in our pid namespace, of the processes called NAME with exactly the argument ARGUMENT. A zombie has no arguments.
pids_of() {
  local name=$1 argument=$2 folder args arg ours theirs
  ours=$(readlink /proc/self/ns/pid)
  for folder in /proc/[0-9]*; do
    { mapfile -d '' -t args <"$folder/cmdline"; } 2>/dev/null || continue
    [[ ${args[0]:-} == "$name" || ${args[0]:-} == */"$name" ]] || continue
    for arg in "${args[@]:1}"; do
      [[ $arg == "$argument" ]] || continue
      # Only root may look; for others it counts as ours.
      theirs=$(readlink "$folder/ns/pid" 2>/dev/null) || theirs=$ours
      [[ $theirs != "$ours" ]] || echo "${folder#/proc/}"
      break
    done
  done
}
our_dockerd() { pids_of dockerd "$DOCKERD_CONFIG"; }
our_registry() { pids_of docker-registry "$REGISTRY_CONFIG"; }
our_containerd() { pids_of containerd "$STATE/exec/containerd/containerd.toml"; }
our_shims() { pids_of containerd-shim-runc-v2 "$CONTAINERD_SOCKET"; }

alive() { [[ -r /proc/$1/stat ]] && [[ $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) != [ZX]* ]]; }

# until_true SECONDS COMMAND...: polls fast, for at most SECONDS.
until_true() {
  local deadline=$((${EPOCHREALTIME/./} + $1 * 1000000))
  shift
  until "$@"; do
    ((${EPOCHREALTIME/./} < deadline)) || return 1
    sleep 0.05
  done
}

gone() { ! alive "$1"; }

# stop_process SECONDS PID...: asks first, insists after SECONDS.
stop_process() {
  local seconds=$1 pid
  shift
  for pid in "$@"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "$@"; do
    until_true "$seconds" gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
    until_true 5 gone "$pid" || true
  done
}

# What a killed dockerd leaves: its containers live on without a master. Their first processes go first, so that no shim restarts work.
reap_orphans() {
  local pid child
  for pid in $(our_shims); do
    for child in $(cat "/proc/$pid/task/"*/children 2>/dev/null || true); do kill -KILL "$child" 2>/dev/null || true; done
    stop_process 1 "$pid"
  done
  for pid in $(our_containerd); do stop_process 5 "$pid"; done
}

registry_alive() {
  timeout 15 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" && printf "GET /v2/ HTTP/1.0\r\n\r\n" >&3 && read -r line <&3 && [[ $line == *" 200 "* ]]' _ "$PORT" 2>/dev/null
}

# detached LOG COMMAND...: a daemon that outlives the caller and holds none of its files (a `make` waits for those).
detached() {
  local log=$1
  shift
  (
    exec </dev/null >>"$log" 2>&1
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      ((fd <= 2)) || eval "exec $fd>&-" 2>/dev/null || true
    done
    cd /
    exec setsid "$@"
  ) &
}

ours_answers() { timeout 60 docker --host "unix://$SOCKET" version --format '{{.Server.Version}}' </dev/null >/dev/null 2>&1; }

# A dockerd of somebody else that shares our network or our files: what we would tidy up may be its.
other_dockerd() {
  local folder name ours
  ours=" $(our_dockerd | tr '\n' ' ') "
  for folder in /proc/[0-9]*; do
    { read -r name <"$folder/comm"; } 2>/dev/null || continue
    [[ $name == dockerd && $ours != *" ${folder#/proc/} "* ]] || continue
    [[ ! $folder/ns/net -ef /proc/self/ns/net && ! $folder/ns/mnt -ef /proc/self/ns/mnt ]] || return 0
  done
  return 1
}

# One folder for each cgroup hierarchy in which the engine keeps its containers.
cgroup_folders() { printf '%s\n' /sys/fs/cgroup/docker /sys/fs/cgroup/*/docker; }

apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=120 "$@" </dev/null; }

# Old package lists name versions that are gone from the mirror, so that one more try with fresh lists is worth it.
apt_retry() {
  local out
  out=$(apt_get "$@" 2>&1) && return 0
  apt_get update >/dev/null 2>&1 || true
  out=$(apt_get "$@" 2>&1) && return 0
  printf '%s\n' "$out" | tail -n 5 >&2
  fail $EXIT_ENGINE "\`apt-get $*\` does not succeed" "see the lines above; \`apt-get update\` must work on this machine"
}

# fetch_from SUITE PACKAGE...: packages of another Debian than this machine's into the present folder. Its lists are kept apart and thrown away.
fetch_from() {
  local suite=$1 work mirror options
  shift
  work=$(mktemp -d)
  mkdir -p "$work"/{lists/partial,cache/archives/partial}
  : >"$work/status"
  # The mirror that this machine uses.
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -m 1 '/debian/$') || mirror=http://deb.debian.org/debian/
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$mirror" "$suite" >"$work/sources.list"
  options=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$work/lists"
    -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache" -o Acquire::Languages=none)
  if ! { apt_get "${options[@]}" -o APT::Update::Error-Mode=any update && apt_get "${options[@]}" download "$@"; } >"$work/log" 2>&1; then
    tail -n 5 "$work/log" >&2
    rm -rf "$work"
    return 1
  fi
  rm -rf "$work"
}
