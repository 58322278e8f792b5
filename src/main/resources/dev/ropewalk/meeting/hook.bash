# The rest of `ropewalk env` for bash. Before it stand the values that are the course's.
# A line is told of when it begins (DEBUG trap) and when it has ended (PROMPT_COMMAND); what the learner has there stays.

__ropewalk_alive() {
  [[ -e $__ropewalk_report ]] && kill -0 "$__ropewalk_course" 2>/dev/null
}

__ropewalk_tell() {
  printf '%s\0' "$@" >>"$__ropewalk_report"
} 2>/dev/null

__ropewalk_last_line() {
  HISTTIMEFORMAT='' builtin history 1 2>/dev/null
}

# The engine is reached as before; the rest is undone where the shell is at its top level: at the end of PROMPT_COMMAND.
__ropewalk_leave() {
  if [[ -n $__ropewalk_lane && ${DOCKER_HOST-} == "$__ropewalk_lane" ]]; then
    if [[ -n ${ROPEWALK_DOCKER_HOST-} ]]; then DOCKER_HOST=$ROPEWALK_DOCKER_HOST; else unset DOCKER_HOST; fi
  fi
  unset ROPEWALK_DOCKER_HOST
  __ropewalk_gone=1
}

__ropewalk_miss() {
  echo 'ropewalk: the course has ended; docker talks to its engine directly again.' >&2
  __ropewalk_leave
}

# Before a command. The last word of the one before, $_, stays what it was.
__ropewalk_begin() {
  if [[ -n $__ropewalk_ready && -z ${COMP_LINE-} && -z ${READLINE_LINE-} ]]; then
    __ropewalk_ready=
    if __ropewalk_alive; then
      __ropewalk_tell begin "$(__ropewalk_last_line)" "$BASH_COMMAND"
    else
      __ropewalk_miss
    fi
  fi
  : "$1"
}

# Before everything else of the prompt, for the exit code and those of a pipe's members; it is handed on.
__ropewalk_end() {
  local code=$1 IFS=' '
  shift
  __ropewalk_ready=
  if [[ -z $__ropewalk_gone ]]; then
    if __ropewalk_alive; then
      __ropewalk_tell end "$code" "$*" "$PWD" "$(__ropewalk_last_line)"
    else
      __ropewalk_miss
    fi
  fi
  return "$code"
}

# At the shell's top level: what a function does to a DEBUG trap is undone when it returns.
__ropewalk_undo='
  if [[ $(trap -p DEBUG) == *__ropewalk_begin* ]]; then
    if [[ -n $__ropewalk_trap ]]; then trap -- "$__ropewalk_trap" DEBUG; else trap - DEBUG; fi
  fi
  __ropewalk_items=()
  for __ropewalk_item in "${PROMPT_COMMAND[@]}"; do
    __ropewalk_item=${__ropewalk_item/"$__ropewalk_first"/}
    __ropewalk_item=${__ropewalk_item/"$__ropewalk_final"/}
    if [[ -n $__ropewalk_item ]]; then __ropewalk_items+=("$__ropewalk_item"); fi
  done
  unset PROMPT_COMMAND
  case ${#__ropewalk_items[@]} in
    0) ;;
    1) PROMPT_COMMAND=${__ropewalk_items[0]} ;;
    *) PROMPT_COMMAND=("${__ropewalk_items[@]}") ;;
  esac
  unset -f __ropewalk_alive __ropewalk_tell __ropewalk_last_line __ropewalk_leave __ropewalk_miss __ropewalk_begin __ropewalk_end
  unset "${!__ropewalk_@}"
'
__ropewalk_first='__ropewalk_end "$?" "${PIPESTATUS[@]}"
'
__ropewalk_final='
if [[ $__ropewalk_gone ]]; then eval "$__ropewalk_undo"; else __ropewalk_ready=1; fi'

__ropewalk_gone=
__ropewalk_ready=
eval "__ropewalk_words=($(trap -p DEBUG))"
__ropewalk_trap=${__ropewalk_words[2]-}
unset __ropewalk_words
trap '__ropewalk_begin "$_"
'"$__ropewalk_trap" DEBUG
if [[ $(declare -p PROMPT_COMMAND 2>/dev/null) == 'declare -a'* ]]; then
  PROMPT_COMMAND=("$__ropewalk_first" "${PROMPT_COMMAND[@]}" "$__ropewalk_final")
else
  PROMPT_COMMAND=$__ropewalk_first${PROMPT_COMMAND-}$__ropewalk_final
fi
__ropewalk_tell hello "$$" "$(__ropewalk_last_line)"
