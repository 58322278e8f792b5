# shellcheck shell=bash disable=SC2034,SC2154
# No image of its own: the layer below the services, a small Debian with a real bash and busybox for the rest.
packages='libc6 libc-bin libgcc-s1 libtinfo6 ncurses-base bash base-files busybox-static'

fill() {
  busybox_into "$1"
  # A shell in the container then shows root@ID:/#, as in the official images.
  sed -i 's|^root:.*|root:x:0:0:root:/root:/bin/bash|' "$1/etc/passwd"
  cp "$1/etc/skel/.bashrc" "$1/root/.bashrc"
  # Only the loader and getent are of use; the rest of libc-bin is for a system that grows.
  find "$1/usr/bin" "$1/usr/sbin" "$1/sbin" -type f ! -name 'bash' ! -name 'busybox' ! -name 'getent' ! -name 'clear_console' ! -name 'bashbug' -delete
  rm -rf "$1/usr/bin/bashbug" "$1/usr/bin/clear_console" "$1/usr/share/base-files" "$1/usr/share/common-licenses" "$1/etc/update-motd.d"
}
