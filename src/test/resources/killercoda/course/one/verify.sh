docker image inspect one
