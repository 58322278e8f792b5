package dev.ropewalk.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks bash whether text is a whole command, without running any of it: a bash of its own reads it,
 * with the aliases of the learner's. Takes some 5 ms. One thread.
 */
final class SyntaxCheck {
  // The settings and the end of running anything are one command, so that none of the aliases is in
  // force before all is said. Privileged, bash takes no functions from the environment.
  private static final String SETTINGS = "{\n%s\n\\builtin set -n\n}\n";
  private static final Pattern ALIAS = Pattern.compile("(?m)^alias (?:-- )?([^=\\s]+)=");
  private static final Pattern END =
      Pattern.compile("unexpected end of file|unexpected EOF|token `EOF' in conditional");
  private static final Pattern HERE_DOCUMENT =
      Pattern.compile("delimited by end-of-file \\(wanted `(.*)'\\)");

  // Words of letters with blanks between: nothing in them can open anything, unless bash knows the
  // first as a word of its own, or one of them as an alias.
  private static final Pattern PLAIN = Pattern.compile("[\\w./:,@%+=~-]+(?: +[\\w./:,@%+=~-]+)*");
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "then",
          "elif",
          "else",
          "fi",
          "for",
          "in",
          "while",
          "until",
          "do",
          "done",
          "case",
          "esac",
          "select",
          "function",
          "time",
          "coproc");

  private final Charset charset;
  private String unfinished = "";
  private Optional<String> delimiter = Optional.empty();

  /**
   * @param charset in which the text is spelt
   */
  SyntaxCheck(Charset charset) {
    this.charset = charset;
  }

  /**
   * @param settings commands that make bash read as the learner's does, a character for each byte
   */
  Syntax of(String text, String settings) throws InterruptedException {
    if (isPlain(text, settings)) {
      return Syntax.WHOLE;
    }
    if (isInsideHereDocument(text)) {
      unfinished = text;
      return Syntax.UNFINISHED;
    }
    var syntax = ask(text, settings);
    unfinished = syntax == Syntax.UNFINISHED ? text : "";
    return syntax;
  }

  private static boolean isPlain(String text, String settings) {
    if (!PLAIN.matcher(text).matches()) {
      return false;
    }
    var words = text.split(" +");
    var aliases =
        ALIAS.matcher(settings).results().map(found -> found.group(1)).collect(Collectors.toSet());
    return !RESERVED.contains(words[0]) && Arrays.stream(words).noneMatch(aliases::contains);
  }

  /**
   * Whether it is the last unfinished text and a line more, which does not end its here-document.
   * Without this, one of a thousand lines would be read a thousand times.
   */
  private boolean isInsideHereDocument(String text) {
    return delimiter.isPresent()
        && text.startsWith(unfinished + "\n")
        && text.substring(unfinished.length() + 1)
            .lines()
            .noneMatch(line -> line.replaceFirst("^\t+", "").equals(delimiter.get()));
  }

  private Syntax ask(String text, String settings) throws InterruptedException {
    var answer = read(text, settings);
    delimiter = Optional.empty();
    if (END.matcher(answer.said).find()) {
      return Syntax.UNFINISHED;
    }
    var document = HERE_DOCUMENT.matcher(answer.said);
    if (document.find()) {
      delimiter = Optional.of(document.group(1)).filter(word -> word.matches("\\w+"));
      return Syntax.UNFINISHED;
    }
    if (answer.code != 0) {
      return Syntax.WRONG;
    }
    boolean goesOn = endsInBackslash(text, settings) || endsInHereDocument(text, settings);
    return goesOn ? Syntax.UNFINISHED : Syntax.WHOLE;
  }

  /**
   * Bash does not mind the end of its input there. A quote in its place is one, or in a comment.
   */
  private boolean endsInBackslash(String text, String settings) throws InterruptedException {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end--;
    }
    return (text.length() - end) % 2 == 1
        && isUnfinished(text.substring(0, text.length() - 1) + "'", settings);
  }

  /** Bash before 4.0 does not warn. A quote on the next line is one, or in the document. */
  private boolean endsInHereDocument(String text, String settings) throws InterruptedException {
    return text.contains("<<") && !isUnfinished(text + "\n'", settings);
  }

  private boolean isUnfinished(String text, String settings) throws InterruptedException {
    return END.matcher(read(text, settings).said).find();
  }

  private record Answer(String said, int code) {}

  private Answer read(String text, String settings) throws InterruptedException {
    try {
      var builder = new ProcessBuilder("bash", "-p", "-s");
      builder.environment().put("LC_ALL", "C"); // the messages are read
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      var process = builder.start();
      try (var input = process.getOutputStream()) {
        input.write(SETTINGS.formatted(settings).getBytes(StandardCharsets.ISO_8859_1));
        input.write((text.replace("\0", "") + "\n").getBytes(charset));
      }
      var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(said, process.waitFor());
    } catch (IOException e) {
      throw new ShellProblem("cannot ask bash whether a line is whole: " + e.getMessage(), e);
    }
  }
}
