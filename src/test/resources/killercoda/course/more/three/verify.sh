docker image inspect three
