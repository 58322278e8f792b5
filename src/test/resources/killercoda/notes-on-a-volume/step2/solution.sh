#!/bin/bash
set -e
# read it
docker run --name reader -v notes:/notes:ro busybox ls /notes
