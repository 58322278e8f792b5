#!/bin/bash
# The first process of a sandbox, root in new namespaces that hold nothing yet. Makes a root of its own, starts the engine
# there, and ends, with everything, when its standard input does: that is when the process that owns the sandbox ends.
#
# start.sh ROOT SHARED DISK ADDRESS CGROUPS PLUGINS
# ROOT is an empty folder, SHARED the folder for the engine's socket, DISK bytes for all files, ADDRESS that of eth0,
# CGROUPS lines of FOLDER:OPTIONS, empty for version 2, PLUGINS a folder with those of the docker command, or empty.
# Open file 4 is an archive for the engine's data, or /dev/null.
# A line on standard input says that our end of the link is there; it is the address of a registry, or empty.
set -euo pipefail
root=$1 shared=$2 disk=$3 address=$4 cgroups=$5 plugins=$6

echo born
umask 022
mount -t tmpfs -o "mode=755,size=$disk" sandbox "$root"
cd "$root"
mkdir -p usr proc sys dev/pts dev/shm etc/docker-client/cli-plugins run/sandbox tmp root var/lib/docker var/log var/tmp old
chmod 1777 tmp var/tmp
links=()
for link in bin sbin lib lib32 lib64; do [[ ! -e /$link ]] || links+=("usr/$link"); done
ln -s "${links[@]}" .
ln -s ../run var/run
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for stream in stdin:0 stdout:1 stderr:2; do ln -s "/proc/self/fd/${stream#*:}" "dev/${stream%:*}"; done

# One process for many mounts: each line is WHAT WHERE KIND OPTIONS, in a file, as `mount` will have it. What a caller has named may hold
# a blank, and is mounted by itself.
mount_all() {
  mount --all --fstab etc/fstab
  : >etc/fstab
}
{
  printf '%s\n' "/usr $root/usr none rbind,ro" "proc $root/proc proc defaults" "sysfs $root/sys sysfs defaults"
  for device in null zero full random urandom tty; do
    : >"dev/$device"
    echo "/dev/$device $root/dev/$device none bind"
  done
  echo "devpts $root/dev/pts devpts newinstance,ptmxmode=0666,mode=620"
  echo "shm $root/dev/shm tmpfs mode=1777"
  if [[ -n $cgroups ]]; then
    echo "cgroups $root/sys/fs/cgroup tmpfs mode=755"
  else
    echo "cgroup2 $root/sys/fs/cgroup cgroup2 defaults"
  fi
} >etc/fstab
mount_all
if [[ -n $cgroups ]]; then
  folders=() lines=
  while IFS=: read -r folder options; do
    folders+=("sys/fs/cgroup/$folder")
    lines+="cgroup $root/sys/fs/cgroup/$folder cgroup $options"$'\n'
  done <<<"$cgroups"
  mkdir "${folders[@]}"
  echo -n "$lines" >etc/fstab
  mount_all
fi
mount --bind "$shared" run/sandbox
[[ ! -r $plugins || ! -x $plugins ]] || mount --bind "$plugins" etc/docker-client/cli-plugins

files=()
for file in alternatives ld.so.cache nsswitch.conf protocols services profile bash.bashrc os-release localtime; do
  [[ ! -e /etc/$file ]] || files+=("/etc/$file")
done
cp -a "${files[@]}" etc/
echo 'root:x:0:0:root:/root:/bin/bash' >etc/passwd
printf '%s\n' root:x:0: tty:x:5: docker:x:999: >etc/group
echo sandbox >etc/hostname
printf '%s\n' '127.0.0.1 localhost' '::1 localhost' '127.0.1.1 sandbox' >etc/hosts
# Nobody answers there, so that a name that is not ours is refused at once. Containers ask elsewhere, which is out of reach: with
# these options, which dockerd hands on to them, they give up after seconds.
printf '%s\n' 'nameserver 127.0.0.1' 'options timeout:1 attempts:1' >etc/resolv.conf
hostname sandbox

[[ /proc/self/fd/4 -ef /dev/null ]] || tar --extract --xattrs --xattrs-include='user.*' --xattrs-include=security.capability --directory var/lib/docker <&4
exec 4<&-

pivot_root . old
cd /
umount --lazy /old
rmdir /old
ip link set lo up
echo 1 >/proc/sys/net/ipv4/ip_forward

read -r registry
ip address add "$address/30" dev eth0
ip link set eth0 up
export HOME=/root
exec 3<&0 </dev/null
dockerd --host unix:///var/run/docker.sock --host unix:///run/sandbox/docker.sock --storage-driver overlay2 \
  --exec-opt native.cgroupdriver=cgroupfs ${registry:+"--registry-mirror=$registry"} >/var/log/dockerd.log 2>&1 3<&- &
cat <&3 >/dev/null 2>&1 &
exec 3<&-
# Also buries the containers' shims.
wait -n || true
tail -n 5 /var/log/dockerd.log
