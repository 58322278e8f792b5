package dev.ropewalk.author;

import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.lesson.Script;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Command lines of a script or a page as a learner could type them, one after the other.
 *
 * @param text all of them
 * @param inside programs that were opened in a container, with how many lines were typed into each
 */
record Commands(String text, List<String> inside) {
  private static final Pattern OPENS =
      Pattern.compile(
          "\\s*(?:sudo\\s+)?docker\\s+(?:container\\s+)?(?:run|exec|start|attach|compose\\s+exec)\\b"
              + "(?=.*\\s(?:-it|-ti|-[a-z]*i[a-z]*t?|--interactive|--tty|-t|-ai)\\b)(?!.*(?:<<|\\||\\s-c\\s|\\s-d\\s)).*");
  private static final Pattern PROGRAM =
      Pattern.compile(
          ".*\\s(?:/\\S*/)?(?:sh|bash|ash|zsh|python3?|node|irb|php|mysql|psql|redis-cli|mongo|mongosh|sqlite3|cqlsh)"
              + "(?:\\s+(?!-c\\b)\\S+)*\\s*");
  private static final Pattern LEAVES =
      Pattern.compile(
          "(?i)\\s*(?:exit(?:\\s+\\d+)?|quit|logout|\\\\q|exit\\(\\)|quit\\(\\)|\\.exit|\\.quit);?\\s*");
  private static final Pattern HERE = Pattern.compile("<<-?\\s*([\"']?)(\\w+)\\1");
  private static final Pattern SWITCHES =
      Pattern.compile(
          "(\\s)-(?:it|ti)\\b|(\\s)--interactive\\s+--tty\\b|(\\s)-i\\s+-t\\b|(\\s)-t\\s+-i\\b");

  Commands {
    inside = List.copyOf(inside);
  }

  /**
   * The lines; empty when there are none, or when they cannot be a learner's: something stays open
   * at their end, or a line would be a word of ropewalk.
   */
  static Optional<Commands> typed(String script) {
    Set<String> inside = new LinkedHashSet<>();
    List<String> lines = withoutInside(plain(script), inside);
    boolean words = lines.stream().anyMatch(line -> line.matches("\\s*:\\p{L}.*"));
    return lines.isEmpty() || words || !new Script(String.join("\n", lines)).isGrammar()
        ? Optional.empty()
        : Optional.of(new Commands(String.join("\n", lines), List.copyOf(inside)));
  }

  /** Without remarks, prompts and what only sets the shell; here-documents stay as they are. */
  private static List<String> plain(String script) {
    List<String> lines = new ArrayList<>();
    Optional<String> end = Optional.empty();
    for (String line : script.replace("\r\n", "\n").lines().toList()) {
      if (end.isPresent()) {
        lines.add(line);
        end = end.filter(word -> !line.strip().equals(word));
        continue;
      }
      String bare = line.replaceFirst("^\\s*[$>]\\s+(?=\\w)", "").stripTrailing();
      if (!bare.isBlank() && !bare.strip().startsWith("#") && !bare.strip().startsWith("set -")) {
        lines.add(lines.isEmpty() || !bare.matches("\\s.*") ? bare.strip() : bare);
        Matcher here = HERE.matcher(bare);
        end = here.find() ? Optional.of(here.group(2)) : Optional.empty();
      }
    }
    return lines;
  }

  /** What is typed into a program in a container is given to it by a here-document. */
  private static List<String> withoutInside(List<String> lines, Set<String> inside) {
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      List<String> words =
          OPENS.matcher(line).matches()
              ? words(lines, i + 1, PROGRAM.matcher(line).matches())
              : List.of();
      if (words.isEmpty()) {
        typed.add(line);
        continue;
      }
      inside.add(line.strip());
      i += words.size();
      typed.add(SWITCHES.matcher(line).replaceAll(" -i") + " <<'INSIDE'");
      words.stream().filter(word -> !LEAVES.matcher(word).matches()).forEach(typed::add);
      typed.add("INSIDE");
    }
    return typed;
  }

  /** The lines up to the one that leaves the program, or, in a known one, to the next of docker. */
  private static List<String> words(List<String> lines, int from, boolean known) {
    List<String> words = new ArrayList<>();
    for (String line : lines.subList(from, lines.size())) {
      if (line.strip().matches("(?:sudo )?docker\\b.*")) {
        return known ? words : List.of();
      }
      words.add(line);
      if (LEAVES.matcher(line).matches()) {
        return words;
      }
    }
    return known ? words : List.of();
  }

  /** The programs that they begin with, docker and the shell's own words left out. */
  List<String> programs() {
    return ShellWords.of(text).commands().stream()
        .map(SimpleCommand::program)
        .filter(words -> !words.isEmpty())
        .map(words -> words.getFirst().text())
        .distinct()
        .toList();
  }
}
