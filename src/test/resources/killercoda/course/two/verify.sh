docker image inspect two
