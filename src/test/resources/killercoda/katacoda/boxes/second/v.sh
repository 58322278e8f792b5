docker logs box | grep Ready
