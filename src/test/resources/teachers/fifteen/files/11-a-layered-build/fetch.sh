# Stands for the slow part of a build: it "downloads" what deps.txt names.
mkdir -p /lib-cache
while read -r name version; do echo "$name-$version" >"/lib-cache/$name"; done <deps.txt
