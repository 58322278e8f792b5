package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes values that are nobody else's business out of a command line before it is kept: passwords,
 * the values of environment variables and build arguments, and passwords in URLs. The names stay,
 * so that a reader sees what was done.
 */
public final class Secrets {
  /** What stands in the place of a value that was not kept. */
  public static final String HIDDEN = "[not-kept]";

  private static final Set<String> SIMPLE = Set.of("--password", "--secret");
  private static final Set<String> NAMED = Set.of("-e", "--env", "--build-arg");
  private static final Set<String> LABELS = Set.of("-l", "--label");
  private static final Set<String> SETTERS =
      Set.of("declare", "export", "local", "readonly", "typeset");
  private static final Set<String> PRINTERS = Set.of("echo", "printf");

  /**
   * {@code -e} behind flags without a value, such as {@code -ite}; the value may follow at once.
   */
  private static final Pattern ENV_IN_CLUSTER = Pattern.compile("(?s)-[ditP]*e=?(.*)");

  private static final Pattern URL = Pattern.compile("(\\w+://[^/\\s:@'\"]*:)[^@\\s/'\"]+@");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?is).*(token|secret|passw|pwd|credential|api_?key|private_?key).*");

  private final String line;
  private final List<Cut> cuts = new ArrayList<>();

  private Secrets(String line) {
    this.line = line;
  }

  /** A part of the line that is not kept. */
  private record Cut(int from, int to, String instead) {}

  /** The line without its secrets. */
  public static String hide(String line) {
    return URL.matcher(new Secrets(line).hideValues()).replaceAll("$1" + hidden() + "@");
  }

  private static String hidden() {
    return Matcher.quoteReplacement(HIDDEN);
  }

  private String hideValues() {
    List<SimpleCommand> commands = ShellWords.of(line).commands();
    boolean fedByPipe =
        commands.stream().flatMap(c -> c.words().stream()).anyMatch(Secrets::readsPassword);
    for (SimpleCommand command : commands) {
      List<Word> program = command.program();
      int first = program.isEmpty() ? line.length() : program.getFirst().start();
      command.words().stream()
          .filter(word -> word.start() < first && word.isAssignment())
          .forEach(this::hideAssigned);
      if (!program.isEmpty()) {
        command(program, fedByPipe);
      }
    }
    return cut();
  }

  private static boolean readsPassword(Word word) {
    return word.text().equals("--password-stdin");
  }

  private void command(List<Word> program, boolean fedByPipe) {
    String name = program.getFirst().text().replaceFirst(".*/", "");
    if (name.equals("docker") || name.equals("podman") || name.equals("docker-compose")) {
      flags(program, program.stream().anyMatch(word -> word.text().equals("login")));
    } else if (PRINTERS.contains(name) && fedByPipe) {
      program.stream().skip(1).forEach(word -> cut(word, HIDDEN));
    } else {
      if (SETTERS.contains(name)) {
        program.stream().skip(1).filter(Word::isAssignment).forEach(this::hideAssigned);
      }
      program.stream().filter(word -> word.text().contains("docker ")).forEach(this::hideNested);
    }
  }

  /** A line in quotes, as in {@code bash -c "docker login -p x"}. */
  private void hideNested(Word word) {
    String inner = line.substring(word.start(), word.end());
    boolean quoted = inner.length() > 2 && inner.matches("(?s)(\".*\")|('.*')");
    if (quoted) {
      char quote = inner.charAt(0);
      cut(word, quote + hide(inner.substring(1, inner.length() - 1)) + quote);
    }
  }

  private void flags(List<Word> words, boolean login) {
    for (int i = 1; i < words.size(); i++) {
      Word word = words.get(i);
      String text = word.text();
      int equals = text.indexOf('=');
      String flag = text.startsWith("--") && equals > 0 ? text.substring(0, equals) : text;
      Matcher cluster = ENV_IN_CLUSTER.matcher(text);
      boolean last = i + 1 == words.size();
      if (login && text.startsWith("-p") && text.length() > 2) {
        cut(word, "-p" + HIDDEN);
      } else if (flag.length() < text.length() && SIMPLE.contains(flag)) {
        cut(word, flag + "=" + HIDDEN);
      } else if (flag.length() < text.length() && NAMED.contains(flag)) {
        cut(word, flag + "=" + named(text.substring(equals + 1)));
      } else if ((SIMPLE.contains(text) || login && text.equals("-p")) && !last) {
        cut(words.get(++i), HIDDEN);
      } else if ((NAMED.contains(text) || cluster.matches() && cluster.group(1).isEmpty())
          && !last) {
        i++;
        cut(words.get(i), named(words.get(i).text()));
      } else if (flag.equals("--label") && flag.length() < text.length()) {
        hideLabel(word, equals + 1);
      } else if (LABELS.contains(text) && !last) {
        hideLabel(words.get(++i), 0);
      } else if (!text.startsWith("--") && cluster.matches() && cluster.group(1).contains("=")) {
        cut(word, text.substring(0, cluster.start(1)) + named(cluster.group(1)));
      } else if (text.contains("docker ")) {
        hideNested(word);
      }
    }
  }

  /** {@code NAME=value} without its value; a name alone has none. */
  private static String named(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals + 1) + HIDDEN;
  }

  /** A label is there to be read; its value is hidden only where its name tells of a secret. */
  private void hideLabel(Word word, int start) {
    int equals = word.text().indexOf('=', start);
    if (equals > 0 && SECRET_NAME.matcher(word.text().substring(start, equals)).matches()) {
      cut(word, word.text().substring(0, equals + 1) + HIDDEN);
    }
  }

  private void hideAssigned(Word word) {
    int equals = word.text().indexOf('=');
    if (SECRET_NAME.matcher(word.text().substring(0, equals)).matches()) {
      cut(word, word.text().substring(0, equals + 1) + HIDDEN);
    }
  }

  private void cut(Word word, String instead) {
    if (!line.substring(word.start(), word.end()).equals(instead)) {
      cuts.add(new Cut(word.start(), word.end(), instead));
    }
  }

  private String cut() {
    StringBuilder kept = new StringBuilder(line);
    int before = line.length() + 1;
    for (Cut cut : cuts.stream().sorted(Comparator.comparing(Cut::from).reversed()).toList()) {
      if (cut.to() <= before) {
        kept.replace(cut.from(), cut.to(), cut.instead());
        before = cut.from();
      }
    }
    return kept.toString();
  }
}
