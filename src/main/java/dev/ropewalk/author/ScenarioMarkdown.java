package dev.ropewalk.author;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page line by line; see {@link ScenarioText} for what comes of it. */
final class ScenarioMarkdown {
  private static final Pattern FOLD =
      Pattern.compile("(?i)</?details[^>]*>|<summary[^>]*>.*?</summary>|</?pre[^>]*>|<br\\s*/?>");

  /** A quote's mark or blanks, the fence, and what stands behind it. */
  private static final Pattern OPENING =
      Pattern.compile("((?:\\s*>)*\\s*)(`{3,}|~{3,})\\s*([\\w+-]*)([^`]*)");

  private static final Pattern INLINE = Pattern.compile("(`+)([^`]+)\\1\\{\\{([^}]*)}}");
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(\\s.*)?");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");
  private static final Pattern SWALLOWS =
      Pattern.compile("(?i)\\s*<(script|style|textarea|\\?|!).*");
  private static final int SMALLER = 3;

  /** How a page says that a block of code is to be run. */
  enum Buttons {
    /** By a mark behind it. */
    MARKED,
    /** By its language, where it is that of a shell. */
    OF_SHELLS
  }

  private final Buttons buttons;
  private final Deque<ScenarioFold> open = new ArrayDeque<>(List.of(new ScenarioFold()));
  private final List<String> hints = new ArrayList<>();
  private final List<String> solutions = new ArrayList<>();
  private final List<Quiz> quizzes = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> fenced = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private ScenarioCommands solved = ScenarioCommands.NONE;
  private Optional<String> fence = Optional.empty();
  private Optional<String> question = Optional.empty();
  private String prefix = "";
  private String language = "";
  private String metadata = "";
  private boolean comment;

  ScenarioMarkdown(Buttons buttons) {
    this.buttons = buttons;
  }

  ScenarioText read(String markdown) {
    withoutFrontMatter(markdown.lines().toList()).forEach(this::line);
    if (fence.isPresent()) {
      endFence("");
    }
    endQuiz();
    // What is never closed stays folded on the page, to its end.
    while (open.size() > 1) {
      close();
    }
    hints.addAll(solutions);
    ScenarioFold page = top();
    ScenarioCommands given = new ScenarioCommands(page.commands);
    return new ScenarioText(page.words(), solved.isEmpty() ? given : solved, hints, quizzes, lost);
  }

  private List<String> withoutFrontMatter(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return lines;
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).strip().equals("---")) {
      end++;
    }
    if (end >= lines.size() || !lines.get(1).matches("[\\w-]+:.*")) {
      return lines;
    }
    lost.add("its front matter: " + String.join("; ", lines.subList(1, end)));
    return lines.subList(end + 1, lines.size());
  }

  private void line(String line) {
    if (fence.isPresent()) {
      inFence(line);
    } else if (question.isPresent() && (line.isBlank() || Quiz.isAnswer(line))) {
      answers.add(line);
    } else if (Quiz.question(line).isPresent()) {
      endQuiz();
      question = Quiz.question(line);
    } else {
      endQuiz();
      outside(line);
    }
  }

  private void endQuiz() {
    if (question.isEmpty()) {
      return;
    }
    Quiz quiz = Quiz.of(question.get(), answers);
    emit("");
    quiz.prose().lines().forEach(this::emit);
    emit("");
    if (quiz.canBeAsked()) {
      quizzes.add(quiz);
    }
    lost.addAll(quiz.lost());
    question = Optional.empty();
    answers.clear();
  }

  private ScenarioFold top() {
    return open.element();
  }

  private void emit(String line) {
    top().lines.add(line);
  }

  private void inFence(String line) {
    String marker = fence.orElseThrow();
    String bare =
        line.startsWith(prefix)
            ? line.substring(prefix.length())
            : line.replaceFirst("^[\\s>]{0," + prefix.length() + "}", "");
    Matcher end =
        Pattern.compile("(.*?)" + Pattern.quote(marker) + "[`~]*\\s*(?:\\{\\{([^}]*)}})?\\s*")
            .matcher(bare);
    if (end.matches() && (end.group(1).isBlank() || marker.equals("</pre>"))) {
      if (!end.group(1).isBlank()) {
        fenced.add(end.group(1));
        emit(prefix + end.group(1));
      }
      endFence(end.group(2) == null ? "" : end.group(2));
    } else {
      fenced.add(bare);
      emit(prefix + bare);
    }
  }

  private void endFence(String button) {
    emit(prefix + fence.filter(marker -> !marker.equals("</pre>")).orElse("```"));
    String text = String.join("\n", fenced);
    Matcher saved = Pattern.compile("(?s).*\\bsave-as=[\"']?([^\\s\"']+).*").matcher(metadata);
    if (saved.matches()) {
      String end = text.contains("EOF") ? "END_OF_FILE" : "EOF";
      top().command("cat > %s <<'%s'\n%s\n%2$s".formatted(saved.group(1), end, text));
    } else if (buttons == Buttons.OF_SHELLS
        && language.matches("bash|sh|shell|console")
        && !metadata.contains("no-run-button")) {
      command(text, "exec");
    } else {
      command(text, button);
    }
    fenced.clear();
    fence = Optional.empty();
    prefix = "";
  }

  private void command(String text, String button) {
    if (button.strip().toLowerCase(Locale.ROOT).startsWith("exec") && !text.isBlank()) {
      top().command(text.strip());
    }
  }

  private void outside(String line) {
    if (comment || line.strip().startsWith("<!--")) {
      comment = !line.contains("-->");
      return;
    }
    Matcher opening = OPENING.matcher(line);
    if (opening.matches()) {
      prefix = opening.group(1);
      language = opening.group(3);
      metadata = opening.group(4);
      fence = Optional.of(opening.group(2));
      emit(prefix + opening.group(2) + (language.matches("plain|plaintext") ? "" : language));
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
    String name = tag.toLowerCase(Locale.ROOT);
    if (name.startsWith("<details")) {
      open.push(new ScenarioFold());
    } else if (name.startsWith("<summary")) {
      top().summary = tag.replaceAll("<[^>]*>", "").strip();
    } else if (name.startsWith("</details") && open.size() > 1) {
      close();
    } else if (name.startsWith("<pre")) {
      fence = Optional.of("</pre>");
      language = "";
      metadata = "";
      emit("```");
    } else {
      emit("");
    }
  }

  private void close() {
    ScenarioFold fold = open.pop();
    String words = fold.words();
    boolean solution = fold.summary.matches("(?is).*(solution|answer|lösung|soluci|resposta).*");
    if (solution && !words.isEmpty()) {
      solutions.add(words);
      solved = solved.and(new ScenarioCommands(fold.commands));
    } else if (open.size() > 1 || words.isEmpty()) {
      top().lines.addAll(fold.lines);
      top().commands.addAll(fold.commands);
    } else {
      hints.add(words);
      top().commands.addAll(fold.commands);
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

  /** A line without its buttons, which are noted. */
  private String buttons(String line) {
    Matcher code = INLINE.matcher(line);
    StringBuilder words = new StringBuilder();
    int from = 0;
    while (code.find()) {
      top().between.append(line, from, code.start()).append(' ');
      command(code.group(2), code.group(3));
      words.append(line, from, code.start());
      words.append(code.group(1)).append(code.group(2)).append(code.group(1));
      from = code.end();
    }
    top().between.append(line.substring(from)).append(' ');
    return words.append(line.substring(from)).toString();
  }
}
