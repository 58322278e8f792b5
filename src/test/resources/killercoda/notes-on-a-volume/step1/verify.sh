#!/bin/bash
set -e
docker volume ls | grep notes
docker inspect -f '{{.State.ExitCode}}' writer | grep -x 0
echo "done"
