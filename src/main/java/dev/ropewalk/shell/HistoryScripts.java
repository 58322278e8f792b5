package dev.ropewalk.shell;

/**
 * The learner's history in bash: a list that begins empty with the shell and has their lines. What
 * bash reads from us never gets into it, since bash itself does not write it; and so it does not
 * expand {@code !!} in the learner's lines either, which are not read but evaluated.
 */
final class HistoryScripts {
  /** An expression for the line that {@link #recall} has made. */
  static final String RECALLED = "\"$__ropewalk_text\"";

  // fc means the line before its own, and would run itself for ever. `fc -s` puts the new line in
  // the place of its own: of a copy of the line before.
  // What cannot be expanded is not run, and leaves $? as it was; `:p` only prints.
  static final String FUNCTIONS =
      """
      __ropewalk_remember() {
        local code=$?
        builtin history -s -- "$1"
        __ropewalk_own=$1
        return "$code"
      }
      fc() {
        if [ -n "${__ropewalk_own-}" ]; then
          builtin history -d "$((HISTCMD - 1))" 2>/dev/null || return
        fi
        local own=${__ropewalk_own-} code
        __ropewalk_own=
        if [ "${1-}" = -s ]; then
          local HISTCONTROL= HISTIGNORE= last
          last=$(builtin fc -ln -1 -1)
          builtin history -s -- "${last#??}"
        fi
        builtin fc "$@"
        code=$?
        case ${1-} in -*l*) builtin history -s -- "$own" ;; esac
        return "$code"
      }
      __ropewalk_again() {
        return "$1"
      }
      __ropewalk_recall() {
        local code=$? event
        __ropewalk_text=$1
        case $- in
          *H*)
            if __ropewalk_text=$(builtin history -p -- "$1" 2>/dev/null && builtin echo .); then
              __ropewalk_text=${__ropewalk_text%$'\\n'.}
              if [ "$__ropewalk_text" != "$1" ]; then
                builtin printf '%s\\n' "$__ropewalk_text" >&2
              fi
              builtin history -s -- "$__ropewalk_text"
              __ropewalk_own=$__ropewalk_text
              if [[ $1 =~ \\![^[:space:]]*:p && $__ropewalk_text != "$1" ]]; then
                __ropewalk_text="__ropewalk_again $code"
              fi
            else
              event=${1#*\\!}
              builtin printf 'bash: !%s: event not found\\n' "${event%%[[:space:]]*}" >&2
              __ropewalk_text="__ropewalk_again $code"
            fi
            ;;
          *)
            __ropewalk_remember "$1"
            ;;
        esac
        return "$code"
      }
      readonly -f __ropewalk_remember __ropewalk_again __ropewalk_recall
      """;

  private HistoryScripts() {}

  /** Whether bash might find history to expand in it. */
  static boolean mayRecall(String line) {
    return line.contains("!") || line.startsWith("^");
  }

  /** Stands before the line; leaves {@code $?} as it is. */
  static String remember(String quotedLine) {
    return "__ropewalk_remember " + quotedLine + " 2>/dev/null";
  }

  /** The same for a line that may have history in it; says what bash would say about it. */
  static String recall(String quotedLine) {
    return "__ropewalk_recall " + quotedLine;
  }
}
