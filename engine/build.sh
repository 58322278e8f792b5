# shellcheck shell=bash disable=SC2034
# Builds images from Debian packages without an engine. The same packages give the same image ids, on every machine.
#
# An image is one file, recipes/NAME.sh, which sets `tags`, `base` (the recipe of the layer below, or nothing),
# `packages`, `suite` (the Debian that they come from, or nothing for this machine's), `tools` (programs that the build
# needs), `owners` (empty: as they are in the tree), `config` (JSON as the engine knows it), `repository` (if its name is
# not the recipe's) and may define `fill ROOT` for everything that no package has. `like RECIPE` takes another one's first.

LESSON_IMAGES=(busybox redis redis-7 redis-8 nginx hello-world registry debian)
EPOCH=1704067200
CREATED=2024-01-01T00:00:00Z
SEARCH_PATH='"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"'
BLOBS=$STORE/docker/registry/v2/blobs/sha256
REPOSITORIES=$STORE/docker/registry/v2/repositories/library

recipes() { for recipe in "$HERE"/recipes/*.sh; do basename "$recipe" .sh; done; }

load_recipe() {
  tags=latest base='' packages='' suite='' config='' tools='' owners='--owner=0 --group=0' repository=$1 recipe_files=()
  fill() { :; }
  like "$1"
}

like() {
  recipe_files+=("$HERE/recipes/$1.sh")
  # shellcheck source=/dev/null
  source "$HERE/recipes/$1.sh"
}

# Changes whenever the image might: the recipe, the one below it, and this file.
fingerprint() {
  (
    load_recipe "$1"
    files=("${recipe_files[@]}")
    [[ -z $base ]] || { load_recipe "$base" && files+=("${recipe_files[@]}"); }
    cat "${files[@]}" "$HERE/build.sh"
  ) | sha256sum | cut -d' ' -f1
}

# The folder of the cached packages of a recipe's suite.
debs_of() { echo "$CACHE/debs${1:+-$1}"; }

# fetch_debs SUITE PACKAGE...: Debian packages into the cache, those that are missing in one go.
fetch_debs() {
  local suite=$1 debs name missing=()
  shift
  debs=$(debs_of "$suite")
  mkdir -p "$debs"
  for name in "$@"; do compgen -G "$debs/${name}_*.deb" >/dev/null || missing+=("$name"); done
  ((${#missing[@]})) || return 0
  say "Fetch ${#missing[@]} packages of Debian${suite:+ $suite}."
  rm -rf "$debs.part" && mkdir "$debs.part"
  if [[ -z $suite ]]; then
    (cd "$debs.part" && apt_retry download "${missing[@]}")
  else
    (cd "$debs.part" && fetch_from "$suite" "${missing[@]}") \
      || fail $EXIT_ENGINE "\`${missing[*]}\` cannot be fetched from Debian's \`$suite\`" 'see the lines above'
  fi
  # Moved only when complete, so that a broken fetch is never taken for a package.
  mv "$debs.part"/*.deb "$debs/" && rmdir "$debs.part"
}

# unpack ROOT PACKAGE...: files only, of the recipe's suite; no maintainer script runs.
unpack() {
  local root=$1 name debs
  shift
  debs=$(debs_of "$suite")
  mkdir -p "$root"
  for name in "$@"; do dpkg -x "$debs"/"${name}"_*.deb "$root"; done
  rm -rf "$root"/usr/share/{doc,man,lintian,locale,bash-completion,bug,menu} "$root"/lib/systemd "$root"/usr/lib/systemd \
    "$root"/lib/*/gconv "$root"/usr/lib/*/gconv "$root"/etc/{init.d,logrotate.d,default,cron.daily,ufw}
}

# busybox_into ROOT: busybox, and its applets wherever no package brought the real program.
busybox_into() {
  local root=$1 applet
  mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,etc,tmp,root,proc,sys,dev,run,home,var/log,var/tmp}
  chmod 1777 "$root"/tmp "$root"/var/tmp
  chmod 700 "$root"/root
  ln -sfn /run "$root/var/run"
  dpkg --fsys-tarfile "$(debs_of "$suite")"/busybox-static_*.deb | tar -xO --wildcards './*bin/busybox' >"$root/bin/busybox"
  chmod 755 "$root/bin/busybox"
  for applet in $("$root/bin/busybox" --list); do
    [[ -e $root/bin/$applet || -e $root/usr/bin/$applet || -e $root/sbin/$applet || -e $root/usr/sbin/$applet ]] \
      || ln -s busybox "$root/bin/$applet"
  done
  printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'daemon:x:1:1:daemon:/usr/sbin:/bin/false' 'www-data:x:33:33:www-data:/var/www:/bin/false' \
    'nobody:x:65534:65534:nobody:/home:/bin/false' >"$root/etc/passwd"
  printf '%s\n' 'root:x:0:' 'daemon:x:1:' 'tty:x:5:' 'www-data:x:33:' 'nogroup:x:65534:' >"$root/etc/group"
  printf '%s\n' 'hosts: files dns' >"$root/etc/nsswitch.conf"
}

# store_blob FILE: moves it to its place in the store and prints its digest.
store_blob() {
  local digest
  digest=$(sha256sum "$1" | cut -d' ' -f1)
  mkdir -p "$BLOBS/${digest:0:2}/$digest"
  chmod 644 "$1"
  mv "$1" "$BLOBS/${digest:0:2}/$digest/data"
  echo "$digest"
}
blob() { echo "$BLOBS/${1:0:2}/$1/data"; }

# link DIGEST FOLDER: the way in which a registry's storage points at a blob.
link() {
  mkdir -p "$2"
  printf 'sha256:%s' "$1" >"$2/link.new" && mv "$2/link.new" "$2/link"
}

# layer NAME: builds the layer of a recipe in $WORK and prints its digest. Owners, times and order are fixed.
layer() {
  local name=$1 root=$WORK/$1
  # shellcheck disable=SC2086
  unpack "$root" $packages
  fill "$root"
  chmod 755 "$root"
  # shellcheck disable=SC2086
  tar --format=gnu --one-file-system --sort=name --mtime="@$EPOCH" $owners --numeric-owner -C "$root" -cf "$WORK/$name.tar" .
  rm -rf "$root"
  store_blob "$WORK/$name.tar"
}

# Prints a line of what is kept about a built image: fingerprint, id, manifest, layers.
kept() { sed -n "s/^$2 //p" "$CACHE/built/$1" 2>/dev/null || true; }

is_built() {
  local digest
  [[ -r $CACHE/built/$1 && $(kept "$1" fingerprint) == "$(fingerprint "$1")" ]] || return 1
  for digest in $(kept "$1" layers) $(kept "$1" id) $(kept "$1" manifest); do [[ -s $(blob "$digest") ]] || return 1; done
}

images_there() {
  local name
  for name in "${LESSON_IMAGES[@]}"; do is_built "$name" || return 1; done
}

keep() { # NAME LAYERS [ID MANIFEST]
  mkdir -p "$CACHE/built"
  printf '%s\n' "fingerprint $(fingerprint "$1")" "layers $2" "id ${3:-}" "manifest ${4:-}" >"$CACHE/built/$1.new"
  mv "$CACHE/built/$1.new" "$CACHE/built/$1"
}

# Builds one image into the store, unless it is there.
build() {
  local name=$1 layers id manifest
  is_built "$name" && return 0
  load_recipe "$name"
  # shellcheck disable=SC2086
  need_tools $tools
  # shellcheck disable=SC2086
  [[ -z $packages ]] || fetch_debs "$suite" $packages
  if [[ -n $base ]]; then
    (build "$base")
    layers="$(kept "$base" layers) "
  fi
  WORK=$CACHE/work
  rm -rf "$WORK" && mkdir -p "$WORK"
  layers=${layers:-}$(layer "$name")
  if [[ -n $config ]]; then
    write_config "$name" "$layers" >"$WORK/config.json"
    id=$(store_blob "$WORK/config.json")
    write_manifest "$id" "$layers" >"$WORK/manifest.json"
    manifest=$(store_blob "$WORK/manifest.json")
    publish "$repository" "$tags" "$layers" "$id" "$manifest"
    say "Built $repository:${tags%% *}, $(size_of "$layers"), id ${id:0:12}."
  fi
  keep "$name" "$layers" "${id:-}" "${manifest:-}"
  rm -rf "$WORK"
}

need_tools() {
  local tool missing=()
  for tool in "$@"; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  ((${#missing[@]})) || return 0
  say "Install ${missing[*]}."
  apt_retry install -y --no-install-recommends "${missing[@]}"
}

size_of() {
  local digest bytes=0
  for digest in $1; do bytes=$((bytes + $(stat -c %s "$(blob "$digest")"))); done
  if ((bytes < 100000)); then echo "$((bytes / 1000)) kB"; else echo "$((bytes / 1000000)).$((bytes / 100000 % 10)) MB"; fi
}

# joined PREFIX WORD...: a list of JSON strings; no word here holds a quote or a control character.
joined() {
  local word first=''
  for word in "${@:2}"; do
    printf '%s"%s%s"' "$first" "$1" "$word"
    first=,
  done
}

write_config() {
  local name=$1 layers=$2 history
  history="{\"created\":\"$CREATED\",\"created_by\":\"ropewalk: ${packages:-$name} from Debian\"}"
  [[ -z $base ]] || history="{\"created\":\"$CREATED\",\"created_by\":\"ropewalk: base of Debian packages\"},$history"
  history+=",{\"created\":\"$CREATED\",\"created_by\":\"ropewalk: configuration of $name\",\"empty_layer\":true}"
  # shellcheck disable=SC2086
  printf '{"architecture":"amd64","os":"linux","created":"%s","config":%s,"rootfs":{"type":"layers","diff_ids":[%s]},"history":[%s]}' \
    "$CREATED" "$config" "$(joined sha256: $layers)" "$history"
}

write_manifest() {
  local id=$1 digest entries=''
  for digest in $2; do
    # Layers are not compressed: they travel over the loopback only, and a pull is twice as fast.
    entries+="${entries:+,}$(descriptor application/vnd.docker.image.rootfs.diff.tar "$digest")"
  done
  printf '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":%s,"layers":[%s]}' \
    "$(descriptor application/vnd.docker.container.image.v1+json "$id")" "$entries"
}

descriptor() { printf '{"mediaType":"%s","size":%d,"digest":"sha256:%s"}' "$1" "$(stat -c %s "$(blob "$2")")" "$2"; }

# Writes what a push would write; the tags come last, so that a pull never sees half an image.
publish() {
  local folder=$REPOSITORIES/$1 digest tag
  for digest in $3 "$4"; do link "$digest" "$folder/_layers/sha256/$digest"; done
  link "$5" "$folder/_manifests/revisions/sha256/$5"
  for tag in $2; do
    link "$5" "$folder/_manifests/tags/$tag/index/sha256/$5"
    link "$5" "$folder/_manifests/tags/$tag/current"
  done
}

# archive NAME: a tar for `docker load` on the standard output.
archive() {
  local name=$1 work=$CACHE/work digest names=()
  load_recipe "$name"
  rm -rf "$work" && mkdir -p "$work"
  for digest in $(kept "$name" layers); do
    ln -s "$(blob "$digest")" "$work/$digest.tar"
    names+=("$digest.tar")
  done
  digest=$(kept "$name" id)
  ln -s "$(blob "$digest")" "$work/$digest.json"
  # shellcheck disable=SC2086
  printf '[{"Config":"%s.json","RepoTags":[%s],"Layers":[%s]}]' "$digest" "$(joined "$repository:" $tags)" "$(joined '' "${names[@]}")" >"$work/manifest.json"
  tar --dereference --owner=0 --group=0 --numeric-owner --mtime="@$EPOCH" -C "$work" -cf - manifest.json "$digest.json" "${names[@]}"
  rm -rf "$work"
}
