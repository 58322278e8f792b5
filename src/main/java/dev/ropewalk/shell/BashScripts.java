package dev.ropewalk.shell;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that bash reads from us. It is an ordinary interactive bash whose input is our pipe;
 * the learner's lines are evaluated with another input, and after each of them bash reports.
 *
 * <p>The report is made by {@code PROMPT_COMMAND}, so it also comes after Ctrl-C threw bash back to
 * its prompt. A line may set another one (sourcing {@code ~/.bashrc} often does): hence each line
 * is followed by a call of the same function, which puts it back and reports if nobody has. Nothing
 * that a line starts inherits our descriptors.
 *
 * <p>All of it is ASCII without an exclamation mark: it reads the same in every locale, and bash,
 * which expands history in what it reads, finds none in it.
 */
final class BashScripts {
  /**
   * Ends an idle bash as a closed terminal does. Sent from outside, the signal could come while
   * bash runs our hook, and then bash does not pass it on to its jobs.
   */
  static final String HANG_UP = "\\builtin kill -HUP $$\n";

  /** The text of a line that has the next report hand out what runs or is stopped, a line each. */
  static final String KEEPING_JOBS =
      "__ropewalk_value=$(builtin jobs -r; builtin jobs -s); builtin eval ''";

  private static final String REPORT_OUTPUT = "61";
  private static final String LINE_INPUT = "62";

  // A plain command where it is called: after an open quote bash does not know `{` for a while.
  // `return` hands $? on to the learner's next line.
  private static final String FUNCTIONS =
      """
      __ropewalk() {
        local code=$?
        TRACE_OFF
        __ropewalk_give_back
        PS1= PS2= PROMPT_COMMAND='__ropewalk 2>/dev/null'
        if [ "${__ropewalk_line:-0}" -ge 0 ]; then
          if [ -n "${__ropewalk_value+set}" ]; then
            builtin printf '\\0%s;=;%s\\0' MARK "$__ropewalk_value" >&REPORT
            builtin unset __ropewalk_value
          fi
          if [ -n "${__ropewalk_pipe-}" ]; then
            builtin printf '\\0%s;|;%s\\0' MARK "$__ropewalk_pipe" >&REPORT
            builtin unset __ropewalk_pipe
          fi
          {
            builtin printf '\\0%s;@;' MARK
            builtin shopt -p extglob expand_aliases
            builtin alias -p
            builtin printf '\\0\\0%s;%s;%s;%s;%s;%s\\0' MARK "${__ropewalk_line:-0}" "$code" "$$" "$-" "$PWD"
          } >&REPORT
          __ropewalk_line=-1
        fi
        return "$code"
      }
      __ropewalk_keep() {
        local IFS=$'\\n'
        __ropewalk_value=$*
      }
      __ropewalk_piped() {
        local code=$? IFS=' '
        __ropewalk_pipe=$*
        return "$code"
      }
      readonly -f __ropewalk __ropewalk_keep __ropewalk_piped
      """;
  private static final String STARTUP_FILES =
      """
      for __ropewalk_file in /etc/bash.bashrc ~/.bashrc; do
        [ -r "$__ropewalk_file" ] && . "$__ropewalk_file" </dev/null >/dev/null 2>&1 REPORT>&- INPUT>&-
      done
      unset __ropewalk_file
      """;
  // Job control, which bash itself turns off where there is no terminal.
  // No hooks of the learner's prompt; `suspend` would stop us both for ever.
  private static final String SETTLE =
      """
      set -m +o history
      unset HISTFILE TMOUT IGNOREEOF MAILCHECK PROMPT_COMMAND
      trap - DEBUG
      enable -n suspend
      shopt -s checkwinsize
      history -c
      __ropewalk_line=0 PS1= PS2= PROMPT_COMMAND='__ropewalk 2>/dev/null'
      """;

  private BashScripts() {}

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
    var functions = FUNCTIONS + HistoryScripts.FUNCTIONS + LendingScripts.FUNCTIONS;
    // One command, so that bash writes no prompt in the midst of it.
    return "{\n%sexec REPORT>&2 2>&1\nexec INPUT%s\n%s%sset -H\n%s%s}\n"
        .formatted(functions, input, more, TraceScripts.function(), files, SETTLE)
        .replace("TRACE_OFF", TraceScripts.off())
        .replace("MARK", mark)
        .replace("REPORT", REPORT_OUTPUT)
        .replace("INPUT", LINE_INPUT);
  }

  /**
   * One line of the learner's, which may have newlines of its own.
   *
   * @param before commands that stand before it and leave {@code $?} as it is
   * @param number tells its report from an earlier one
   * @param text an expression that gives the line
   * @param size the terminal's: bash in the background does not hear of a new one
   */
  static String line(List<String> before, long number, String text, TerminalSize size) {
    var known = size.isKnown() ? "COLUMNS=%s,LINES=%s,".formatted(size.columns(), size.rows()) : "";
    // The arithmetic in the redirection sets variables without touching $?.
    var run =
        "eval -- %s <&$((%s__ropewalk_line=%s,%s)) %s>&- %s>&-"
            .formatted(text, known, number, LINE_INPUT, REPORT_OUTPUT, LINE_INPUT);
    return Stream.concat(before.stream(), Stream.of(run)).collect(Collectors.joining("; "))
        + "\n__ropewalk 2>/dev/null\n";
  }

  /**
   * What stands after a line of the learner's, in the same {@code eval}, to have the next report
   * tell the exit codes of its last pipe: after {@code eval} bash knows them no more.
   */
  static String tellingPipe() {
    return "\n__ropewalk_piped \"${PIPESTATUS[@]}\" 2>/dev/null";
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

  /**
   * A word that bash reads as these bytes, whatever its locale. A shell's text has no NUL.
   *
   * @param charset in which the text is spelt
   */
  static String quote(String text, Charset charset) {
    var word = new StringBuilder("$'");
    for (byte b : text.getBytes(charset)) {
      if (b >= ' ' && b < 0x7F && "'\\!".indexOf(b) < 0) {
        word.append((char) b);
      } else if (b != 0) {
        word.append('\\').append(Integer.toOctalString(0x200 + (b & 0xFF) + 0x1000).substring(2));
      }
    }
    return word.append('\'').toString();
  }
}
