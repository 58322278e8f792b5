# A web server with one page: http://...:3000/
mkdir -p /tmp/www
echo 'Hello from your own image' >/tmp/www/index.html
exec httpd -f -p 3000 -h /tmp/www
