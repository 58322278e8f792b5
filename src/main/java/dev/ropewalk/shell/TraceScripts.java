package dev.ropewalk.shell;

import java.util.regex.Pattern;

/**
 * The texts that make bash tell the commands of a line after expansion: its own trace, switched on
 * for the time of the line, into a pipe of ours ({@link CommandTrace}). The hook of {@link
 * BashScripts} switches it off again.
 */
final class TraceScripts {
  private static final String OFF =
      """
      if [ -n "${__ropewalk_ps4+on}" ]; then
        builtin set +x
        if [ "${BASH_XTRACEFD-}" = COPY ]; then builtin unset BASH_XTRACEFD; fi
        case ${PS4-} in +MARK*) PS4=$__ropewalk_ps4 ;; esac
        builtin unset __ropewalk_ps4
      fi
      """;

  private static final String PIPE = "60";
  private static final String COPY = "59";

  // Programs must not inherit the pipe, but bash closes on exec only those descriptors that it has
  // put aside for a redirection. A copy of such a one is closed on exec too; we know its number
  // because bash takes the lowest free one from 10 up, in `{name}>` as well. A child tries it out;
  // dd then makes the pipe non-blocking, for all who share it. Where one of this fails there is no
  // trace. Bash holds both ends, so that nobody dies of our end being closed.
  //
  // No trace either where it would show: the learner traces, or exports what we set.
  // Unsetting BASH_XTRACEFD closes it: each line has a copy.
  private static final String FUNCTION =
      """
      __ropewalk_trace() { return; }
      if [ "${BASH_VERSINFO[0]}${BASH_VERSINFO[1]}" -ge 44 ]; then
        exec COPY>&FIFO FIFO>&-
        exec {__ropewalk_fd}>&COPY
        exec {__ropewalk_fd}>&-
        { exec PIPE>&"$__ropewalk_fd"; } COPY>&-
        exec COPY>&-
        if __ropewalk_fd=$(BASH_ENV= "$BASH" -c '! true >&PIPE && exec dd if=/dev/null count=0 oflag=nonblock' >&PIPE)
        then
          __ropewalk_trace() {
            local code=$?
            if [[ -n ${PS4+set} && $- != *[ax]* && -z ${PS4@a}${BASH_XTRACEFD-} && ${SHELLOPTS@a} != *x* ]] &&
              command exec COPY>&PIPE
            then
              __ropewalk_ps4=$PS4 BASH_XTRACEFD=COPY PS4="+MARK;$1;"'$BASHPID;${!-};'
              builtin set -x
            fi
            return "$code"
          }
        else
          exec PIPE>&-
        fi
        unset __ropewalk_fd
      fi 2>/dev/null
      readonly -f __ropewalk_trace
      """;

  // What would show that there is a trace, or be disturbed by it.
  private static final Pattern ABOUT_TRACING =
      Pattern.compile(
          "\\bset\\s+[-+]\\w*[ax]|\\bset(?:\\s+[-+]o)?\\s*(?:$|[;&|)}<>\\n])"
              + "|\\$-|\\$\\{-|\\b(?:PS4|BASH_XTRACEFD|SHELLOPTS|xtrace|allexport)\\b");

  private TraceScripts() {}

  /** Defines what {@link #on} calls, if this bash can do it; once per bash. */
  static String function() {
    return withNumbers(FUNCTION).replace("FIFO", Launch.TRACE);
  }

  /** Stands before the learner's line, on the same one; leaves {@code $?} as it is. */
  static String on(long number) {
    return "__ropewalk_trace %s 2>/dev/null".formatted(number);
  }

  /** In the hook, once {@code $?} is safe. */
  static String off() {
    return withNumbers(OFF);
  }

  /** Whether the line itself has to do with tracing and must be left alone. */
  static boolean isAboutTracing(String line) {
    return ABOUT_TRACING.matcher(line).find();
  }

  private static String withNumbers(String text) {
    return text.replace("COPY", COPY).replace("PIPE", PIPE);
  }
}
