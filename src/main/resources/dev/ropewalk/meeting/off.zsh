if (( $+functions[__ropewalk_leave] )); then
  __ropewalk_tell bye
  __ropewalk_leave
fi
