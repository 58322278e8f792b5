package dev.ropewalk.shell;

/**
 * The texts that bash reads from us. It is an ordinary interactive bash whose input is our pipe;
 * the learner's lines are evaluated with another input, and after each of them bash reports.
 *
 * <p>The report is made by {@code PROMPT_COMMAND}, so it also comes after Ctrl-C threw bash back to
 * its prompt. A line may set another one (sourcing {@code ~/.bashrc} often does): hence each line
 * is followed by a call of the same function, which puts it back and reports if nobody has. Nothing
 * that a line starts inherits our descriptors.
 */
final class Feed {
  /**
   * Ends an idle bash as a closed terminal does. Sent from outside, the signal could come while
   * bash runs our hook, and then bash does not pass it on to its jobs.
   */
  static final String HANG_UP = "builtin kill -HUP $$\n";

  private static final String REPORT_OUTPUT = "61";
  private static final String LINE_INPUT = "62";

  // A plain command where it is called: after an open quote bash does not know `{` for a while.
  // `return` hands $? on to the learner's next line.
  private static final String FUNCTION =
      """
      __ropewalk() {
        local code=$?
        TRACE_OFF
        PS1= PS2= PROMPT_COMMAND='__ropewalk 2>/dev/null'
        if [ "${__ropewalk_line:-0}" -ge 0 ]; then
          if [ -n "${__ropewalk_value+set}" ]; then
            builtin printf '\\0%s;=;%s\\0' MARK "$__ropewalk_value" >&REPORT
            builtin unset __ropewalk_value
          fi
          builtin printf '\\0%s;%s;%s;%s;%s;%s\\0' MARK "${__ropewalk_line:-0}" "$code" "$$" "$-" "$PWD" >&REPORT
          __ropewalk_line=-1
        fi
        return "$code"
      }
      __ropewalk_keep() {
        local IFS=$'\\n'
        __ropewalk_value=$*
      }
      readonly -f __ropewalk __ropewalk_keep
      """;
  private static final String STARTUP_FILES =
      """
      for __ropewalk_file in /etc/bash.bashrc ~/.bashrc; do
        [ -r "$__ropewalk_file" ] && . "$__ropewalk_file" </dev/null >/dev/null 2>&1 REPORT>&- INPUT>&-
      done
      unset __ropewalk_file
      """;
  // Job control, which bash itself turns off where there is no terminal.
  // No history of ours in the learner's file; no hooks of their prompt; `suspend` would stop us
  // both for ever.
  private static final String SETTLE =
      """
      set -m +o history +H
      unset HISTFILE TMOUT IGNOREEOF MAILCHECK PROMPT_COMMAND
      trap - DEBUG
      enable -n suspend
      shopt -s checkwinsize
      __ropewalk_line=0 PS1= PS2= PROMPT_COMMAND='__ropewalk 2>/dev/null'
      """;

  private Feed() {}

  /**
   * What a new bash reads first. Until then its errors go to our report channel, as its standard
   * error.
   *
   * @param mark of the reports
   * @param input the redirection that opens what the learner's lines read
   */
  static String opening(String mark, String input, String more, StartupFiles startupFiles) {
    var files =
        switch (startupFiles) {
          case READ -> STARTUP_FILES;
          case SKIPPED -> "";
        };
    // One command, so that bash writes no prompt in the midst of it.
    return "{\n%sexec REPORT>&2 2>&1\nexec INPUT%s\n%s%s%s%s}\n"
        .formatted(FUNCTION, input, more, TraceFeed.function(), files, SETTLE)
        .replace("TRACE_OFF", TraceFeed.off())
        .replace("MARK", mark)
        .replace("REPORT", REPORT_OUTPUT)
        .replace("INPUT", LINE_INPUT);
  }

  /**
   * One line of the learner's, which may have newlines of its own.
   *
   * @param number tells its report from an earlier one
   * @param size the terminal's: bash in the background does not hear of a new one
   */
  static String line(long number, String text, TerminalSize size) {
    var known = size.isKnown() ? "COLUMNS=%s,LINES=%s,".formatted(size.columns(), size.rows()) : "";
    // The arithmetic in the redirection sets variables without touching $?.
    return "eval -- %s <&$((%s__ropewalk_line=%s,%s)) %s>&- %s>&-\n__ropewalk 2>/dev/null\n"
        .formatted(quote(text), known, number, LINE_INPUT, REPORT_OUTPUT, LINE_INPUT);
  }

  /** The text of a line that has the next report hand words out, as bash expands them. */
  static String keeping(String words) {
    return "__ropewalk_keep " + words;
  }

  /**
   * The text of an {@code exit} that bash has just refused because of stopped jobs. It obeys the
   * second of two in a row, and our own commands come between those of two lines.
   */
  static String insisting(String exit) {
    return exit + " 2>/dev/null\n" + exit;
  }

  /** In single quotes, where bash takes every character for itself. A shell's text has no NUL. */
  static String quote(String text) {
    return "'" + text.replace("\0", "").replace("'", "'\\''") + "'";
  }
}
