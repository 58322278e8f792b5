# shellcheck shell=bash disable=SC2034,SC2154
# Debian's nginx, set up like the official image: logs to the standard streams, pages in /usr/share/nginx/html.
base=base
packages='libpcre2-8-0 libcrypt1 libssl3 zlib1g nginx nginx-common'
config="{\"Cmd\":[\"nginx\",\"-g\",\"daemon off;\"],\"Env\":[$SEARCH_PATH],\"ExposedPorts\":{\"80/tcp\":{}},\"StopSignal\":\"SIGQUIT\"}"

fill() {
  local etc=$1/etc/nginx
  find "$etc" -mindepth 1 ! -name mime.types -delete
  rm -rf "${1:?}"/usr/share/{nginx,vim} "${1:?}"/{var,run}
  mkdir -p "$etc/conf.d"
  mkdir -p "$1"/usr/share/nginx/html "$1"/var/{log/nginx,lib/nginx,cache/nginx}
  ln -s /dev/stdout "$1/var/log/nginx/access.log"
  ln -s /dev/stderr "$1/var/log/nginx/error.log"
  cat >"$1/usr/share/nginx/html/index.html" <<'PAGE'
<!DOCTYPE html>
<html>
<head><title>Welcome to nginx!</title></head>
<body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is working.</p></body>
</html>
PAGE
  cat >"$etc/nginx.conf" <<'CONF'
user www-data;
worker_processes auto;
error_log /var/log/nginx/error.log notice;
pid /run/nginx.pid;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log /var/log/nginx/access.log;
  sendfile on;
  keepalive_timeout 65;
  include /etc/nginx/conf.d/*.conf;
}
CONF
  cat >"$etc/conf.d/default.conf" <<'CONF'
server {
  listen 80;
  listen [::]:80;
  server_name localhost;
  location / {
    root /usr/share/nginx/html;
    index index.html;
  }
}
CONF
}
