# The rest of `ropewalk env` for zsh. Before it stand the values that are the course's.

__ropewalk_alive() {
  [[ -e $__ropewalk_report ]] && kill -0 $__ropewalk_course 2>/dev/null
}

__ropewalk_tell() {
  printf '%s\0' "$@" >>$__ropewalk_report
} 2>/dev/null

__ropewalk_leave() {
  add-zsh-hook -d preexec __ropewalk_begin
  add-zsh-hook -d precmd __ropewalk_end
  if [[ -n $__ropewalk_lane && ${DOCKER_HOST-} == $__ropewalk_lane ]]; then
    if [[ -n ${ROPEWALK_DOCKER_HOST-} ]]; then DOCKER_HOST=$ROPEWALK_DOCKER_HOST; else unset DOCKER_HOST; fi
  fi
  unset ROPEWALK_DOCKER_HOST __ropewalk_report __ropewalk_course __ropewalk_lane
  unfunction __ropewalk_alive __ropewalk_tell __ropewalk_leave __ropewalk_miss __ropewalk_begin __ropewalk_end
}

__ropewalk_miss() {
  echo 'ropewalk: the course has ended; docker talks to its engine directly again.' >&2
  __ropewalk_leave
}

__ropewalk_begin() {
  emulate -L zsh
  if __ropewalk_alive; then __ropewalk_tell begin '' "$1"; else __ropewalk_miss; fi
}

__ropewalk_end() {
  local code=$? pipe="${(j: :)pipestatus}"
  emulate -L zsh
  if __ropewalk_alive; then __ropewalk_tell end $code "$pipe" "$PWD" ''; else __ropewalk_miss; fi
  return $code
}

autoload -Uz add-zsh-hook
add-zsh-hook preexec __ropewalk_begin
add-zsh-hook precmd __ropewalk_end
__ropewalk_tell hello $$ ''
