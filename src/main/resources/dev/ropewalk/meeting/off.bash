if [[ $(type -t __ropewalk_leave) == function ]]; then
  __ropewalk_tell bye
  __ropewalk_leave
  eval "$__ropewalk_undo"
fi
