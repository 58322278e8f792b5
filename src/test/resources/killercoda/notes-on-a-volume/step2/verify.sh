if [ -f /root/reader.log ]; then
  echo "done"
fi
curl -s localhost:8080 | grep -v error
echo ok
