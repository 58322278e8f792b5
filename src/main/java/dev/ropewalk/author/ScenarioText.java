package dev.ropewalk.author;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a step without what only Killercoda's or Katacoda's pages understand: buttons for
 * code, addresses of their machines, folded parts. Headings become so small that none of them
 * begins a step.
 *
 * @param prose Markdown
 * @param commands the command lines that a button runs, in order; of those in a folded solution
 *     only, where there is one
 * @param hints the folded parts, the solution last, as Markdown
 */
record ScenarioText(String prose, List<String> commands, List<String> hints) {
  private static final Pattern FOLD =
      Pattern.compile("(?i)</?details[^>]*>|<summary[^>]*>.*?</summary>|</?pre[^>]*>|<br\\s*/?>");
  private static final Pattern OPENING = Pattern.compile("\\s*(`{3,}|~{3,})\\s*([\\w-]*)[^`]*");
  private static final Pattern INLINE = Pattern.compile("(`+)([^`]+)\\1\\{\\{([^}]*)}}");
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(\\s.*)?");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");
  private static final Pattern SWALLOWS =
      Pattern.compile("(?i)\\s*<(script|style|textarea|\\?|!).*");
  private static final int SMALLER = 3;

  ScenarioText {
    commands = List.copyOf(commands);
    hints = List.copyOf(hints);
  }

  static ScenarioText of(String markdown) {
    return new Reader().read(Addresses.local(markdown));
  }

  /** The addresses of the machines of those pages, as they are on the learner's own. */
  private static final class Addresses {
    static String local(String text) {
      return text.replaceAll(
              "\\[([^\\]]*)]\\(\\{\\{TRAFFIC_HOST\\d*_(\\d+)}}([^)\\s]*)\\)",
              "$1 (`http://localhost:$2$3`)")
          .replaceAll("\\{\\{TRAFFIC_HOST\\d*_(\\d+)}}", "http://localhost:$1")
          .replaceAll("\\[([^\\]]*)]\\(\\{\\{TRAFFIC_SELECTOR}}\\)", "$1")
          .replace("{{TRAFFIC_SELECTOR}}", "a port of this machine")
          .replaceAll(
              "(?:https?://)?\\[\\[HOST_SUBDOMAIN]]-(\\d+)-\\[\\[KATACODA_HOST]]"
                  + "(?:\\.environments\\.katacoda\\.com)?",
              "http://localhost:$1")
          .replace("[[HOST_IP]]", "localhost");
    }
  }

  /** A folded part that is open. */
  private static final class Fold {
    private final List<String> lines = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private String summary = "";
  }

  private static final class Reader {
    private final Deque<Fold> open = new ArrayDeque<>(List.of(new Fold()));
    private final List<String> hints = new ArrayList<>();
    private final List<String> solutions = new ArrayList<>();
    private final List<String> solved = new ArrayList<>();
    private final List<String> fenced = new ArrayList<>();
    private Optional<String> fence = Optional.empty();
    private boolean comment;

    ScenarioText read(String markdown) {
      for (String line : markdown.lines().toList()) {
        if (fence.isPresent()) {
          inFence(line);
        } else {
          outside(line);
        }
      }
      if (fence.isPresent()) {
        endFence("");
      }
      while (open.size() > 1) {
        Fold unfolded = open.pop();
        top().lines.addAll(unfolded.lines);
        top().commands.addAll(unfolded.commands);
      }
      hints.addAll(solutions);
      String prose = String.join("\n", top().lines).replaceAll("\n{3,}", "\n\n").strip();
      return new ScenarioText(prose, solved.isEmpty() ? top().commands : solved, hints);
    }

    private Fold top() {
      return open.element();
    }

    private void emit(String line) {
      top().lines.add(line);
    }

    private void inFence(String line) {
      String marker = fence.orElseThrow();
      Matcher end =
          Pattern.compile("(.*?)" + Pattern.quote(marker) + "[`~]*\\s*(?:\\{\\{([^}]*)}})?\\s*")
              .matcher(line);
      if (end.matches() && (end.group(1).isBlank() || marker.equals("</pre>"))) {
        if (!end.group(1).isBlank()) {
          fenced.add(end.group(1));
          emit(end.group(1));
        }
        endFence(end.group(2) == null ? "" : end.group(2));
      } else {
        fenced.add(line);
        emit(line);
      }
    }

    private void endFence(String button) {
      emit(fence.filter(marker -> !marker.equals("</pre>")).orElse("```"));
      command(String.join("\n", fenced), button);
      fenced.clear();
      fence = Optional.empty();
    }

    private void command(String text, String button) {
      if (button.strip().toLowerCase(java.util.Locale.ROOT).startsWith("exec")) {
        text.strip().lines().filter(line -> !line.isBlank()).forEach(top().commands::add);
      }
    }

    private void outside(String line) {
      if (comment || line.strip().startsWith("<!--")) {
        comment = !line.contains("-->");
        return;
      }
      Matcher opening = OPENING.matcher(line);
      if (opening.matches()) {
        String language = opening.group(2).equals("plain") ? "" : opening.group(2);
        fence = Optional.of(opening.group(1));
        emit(opening.group(1) + language);
        return;
      }
      Matcher fold = FOLD.matcher(line);
      int from = 0;
      while (fence.isEmpty() && fold.find()) {
        text(line.substring(from, fold.start()));
        tag(fold.group());
        from = fold.end();
      }
      String rest = line.substring(from);
      if (fence.isPresent()) {
        if (!rest.isBlank()) {
          inFence(rest);
        }
      } else if (from == 0 || !rest.isBlank()) {
        text(rest);
      }
    }

    private void tag(String tag) {
      String name = tag.toLowerCase(java.util.Locale.ROOT);
      if (name.startsWith("<details")) {
        open.push(new Fold());
      } else if (name.startsWith("<summary")) {
        top().summary = tag.replaceAll("<[^>]*>", "").strip();
      } else if (name.startsWith("</details") && open.size() > 1) {
        close();
      } else if (name.startsWith("<pre")) {
        fence = Optional.of("</pre>");
        emit("```");
      } else {
        emit("");
      }
    }

    private void close() {
      Fold fold = open.pop();
      String words = String.join("\n", fold.lines).replaceAll("\n{3,}", "\n\n").strip();
      boolean solution = fold.summary.matches("(?is).*(solution|answer).*");
      if (open.size() > 1 || words.isEmpty()) {
        top().lines.addAll(fold.lines);
        top().commands.addAll(fold.commands);
      } else {
        (solution ? solutions : hints).add(words);
        (solution ? solved : top().commands).addAll(fold.commands);
      }
    }

    private void text(String line) {
      Matcher heading = HEADING.matcher(line);
      String words = buttons(line);
      if (heading.matches()) {
        int level = Math.min(6, heading.group(1).length() + SMALLER);
        emit("#".repeat(level) + words.strip().substring(heading.group(1).length()));
      } else if (UNDERLINE.matcher(line).matches() && !top().lines.isEmpty()) {
        underline(line);
      } else {
        emit(SWALLOWS.matcher(words).matches() ? words.replaceFirst("<", "\\\\<") : words);
      }
    }

    /** What stands above a line of `=` or `-` would become a heading by it. */
    private void underline(String line) {
      String above = top().lines.getLast();
      boolean plain = above.matches("[\\p{L}\\p{N}*_`].*") && !above.matches("(\\*|\\d+[.)])\\s.*");
      boolean alone = top().lines.size() < 2 || top().lines.reversed().get(1).isBlank();
      if (plain && alone) {
        top().lines.removeLast();
        emit("#### " + above);
      } else if (line.contains("-")) {
        emit("");
        emit("---");
      }
    }

    private String buttons(String line) {
      return INLINE
          .matcher(line)
          .replaceAll(
              code -> {
                command(code.group(2), code.group(3));
                return Matcher.quoteReplacement(code.group(1) + code.group(2) + code.group(1));
              });
    }
  }
}
