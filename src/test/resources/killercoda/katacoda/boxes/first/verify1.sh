docker ps | grep box && echo "done"
