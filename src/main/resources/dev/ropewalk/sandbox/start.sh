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
mkdir -p usr proc sys dev/pts dev/shm etc run/sandbox tmp root var/lib/docker var/log var/tmp old
chmod 1777 tmp var/tmp
ln -s ../run var/run
for link in bin sbin lib lib32 lib64; do [[ ! -e /$link ]] || ln -s "usr/$link" "$link"; done
mount --rbind /usr usr
mount -o remount,bind,ro usr
mount -t proc proc proc
mount -t sysfs sysfs sys
for device in null zero full random urandom tty; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
mount -t tmpfs -o mode=1777 shm dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for stream in stdin:0 stdout:1 stderr:2; do ln -s "/proc/self/fd/${stream#*:}" "dev/${stream%:*}"; done
mount --bind "$shared" run/sandbox
if [[ -r $plugins && -x $plugins ]]; then
  mkdir -p etc/docker-client/cli-plugins
  mount --bind "$plugins" etc/docker-client/cli-plugins
fi

for file in alternatives ld.so.cache nsswitch.conf protocols services profile bash.bashrc os-release localtime; do
  [[ ! -e /etc/$file ]] || cp -a "/etc/$file" etc/
done
echo 'root:x:0:0:root:/root:/bin/bash' >etc/passwd
printf '%s\n' root:x:0: tty:x:5: docker:x:999: >etc/group
echo sandbox >etc/hostname
printf '%s\n' '127.0.0.1 localhost' '::1 localhost' '127.0.1.1 sandbox' >etc/hosts
# Nobody answers there, so that a name that is not ours is refused at once. Containers ask elsewhere, which is out of reach: with
# these options, which dockerd hands on to them, they give up after seconds.
printf '%s\n' 'nameserver 127.0.0.1' 'options timeout:1 attempts:1' >etc/resolv.conf
hostname sandbox

if [[ -n $cgroups ]]; then
  mount -t tmpfs -o mode=755 cgroups sys/fs/cgroup
  while IFS=: read -r folder options; do
    mkdir "sys/fs/cgroup/$folder"
    mount -t cgroup -o "$options" cgroup "sys/fs/cgroup/$folder"
  done <<<"$cgroups"
else
  mount -t cgroup2 cgroup2 sys/fs/cgroup
fi
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
