package dev.ropewalk.e2e;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who gets things wrong, reads what stands on the screen, and types that. In a terminal
 * without colours, where commands stand in backticks.
 */
final class MistakenLearner implements AutoCloseable {
  /** Who is told a third time what to do, and it still does not help, gives up. */
  private static final int MOST = 3;

  /** A program that says nothing for so long, and has the keyboard, waits for the learner. */
  private static final Duration STILL = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(3);
  private static final long POLL_NANOS = 30_000_000;

  /**
   * A command that can be typed as it stands; where it only shows something, it mends nothing, nor
   * where it is what was refused.
   */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<!refused )`(docker(?:-compose)? [^`…]+|:retry|:reset)`(?! (?:shows|says why|lists|tells|has|made)\\b)");

  /** A sentence that speaks of a command, and does not say how it is to be typed. */
  private static final Pattern NAME = Pattern.compile("docker(?:-compose| compose)? [a-z]+");

  /** Of two ways the first is taken. */
  private static final Pattern OTHERWISE = Pattern.compile("\\b[Oo]r\\b");

  private static final Pattern REASONS = Pattern.compile("(?s)\\n *✗ (.*)");
  private static final Pattern STAYS =
      Pattern.compile("\\b(run|attach|exec|up|events|stats|logs|start)\\b");

  /** These leave at Ctrl-D; others do not read, and what comes after them would get it. */
  private static final Pattern READS = Pattern.compile("\\b(run|attach|exec|start)\\b");

  /** Of a prune: it takes what is not of the lesson, too. */
  private static final Pattern DOCKERS_QUESTION = Pattern.compile("\\[y/N\\] ?$");

  private static final Pattern QUESTION = Pattern.compile("\\((?:y/n|Enter/n)\\) ?$");

  private final Lesson lesson;
  private final Learner learner;
  private final TmuxTerminal terminal;
  private final Pattern prompt;

  private MistakenLearner(Lesson lesson, Learner learner) {
    this.lesson = lesson;
    this.learner = learner;
    this.terminal = learner.terminal();
    this.prompt =
        Pattern.compile(
            "\\n%s(?: (\\d+)/\\d+)? \\S+ \\$$".formatted(Pattern.quote(lesson.id().slug())));
  }

  /** How a mistake ended. */
  enum End {
    /** It was no mistake: the step was done. */
    PASSED,
    /** What was read was typed, and the step was done. */
    MENDED,
    /** Words were read, at the end at least; the solution was typed after them, and it was done. */
    BY_WORDS,
    /** The step had to be begun again, as one does who is lost, and then it was done. */
    AGAIN,
    /** Not even that. */
    LOCKED
  }

  /**
   * What came of a mistake.
   *
   * @param unsaid the words that should have been on the screen, and were not
   * @param talk what was on the screen after each line
   */
  record Outcome(End end, List<String> unsaid, List<String> talk) {}

  /** Opens a lesson as somebody who has never been here. */
  static MistakenLearner opens(Lesson lesson, Home home) throws IOException {
    Map<String, String> more = new HashMap<>(PlayedCourse.plugins());
    more.put("NO_COLOR", "yes");
    List<String> words = new ArrayList<>(List.of("learn", lesson.id().slug()));
    if (lesson.needs().privateEngine()) {
      words.add(1, "--private");
    }
    Learner learner = Learner.starts(home, 120, more, words.toArray(String[]::new));
    learner.promptAt("%s 1/%s".formatted(lesson.id().slug(), lesson.steps().size()));
    return new MistakenLearner(lesson, learner);
  }

  /** Does a step at once. */
  void solve(Step step) {
    List<String> talk = new ArrayList<>();
    typeAll(step, step.solution(), talk);
    if (isOpen(step)) {
      throw new AssertionError(step.id() + ": its solution does not do it\n" + talk);
    }
  }

  /** Makes a mistake in a step, and does what is then said, until the step is done. */
  Outcome makes(Step.Mistake mistake, Step step) {
    List<String> talk = new ArrayList<>();
    typeAll(step, mistake.attempt(), talk);
    if (!isOpen(step)) {
      return new Outcome(End.PASSED, List.of(), talk);
    }
    if (said(talk).isEmpty()) {
      type(":why", talk);
    }
    String told = flat(String.join("\n", talk)).replace("`", "");
    List<String> unsaid =
        mistake.says().stream().filter(word -> !told.contains(word.replace("`", ""))).toList();
    return new Outcome(follow(mistake, step, talk), unsaid, talk);
  }

  private End follow(Step.Mistake mistake, Step step, List<String> talk) {
    if (isDoneByReading(new HashSet<>(mistake.attempt().commands()), step, talk)) {
      return End.MENDED;
    }
    Set<String> tried = new HashSet<>();
    for (int i = 0; i < MOST; i++) {
      typeAll(step, step.solution(), talk);
      if (!isOpen(step)) {
        return End.BY_WORDS;
      }
      // What stands in the solution's way: a name that is taken.
      if (said(talk).stream().allMatch(tried::contains)) {
        break;
      }
      if (isDoneByReading(tried, step, talk)) {
        return End.BY_WORDS;
      }
    }
    type(":retry", talk);
    typeAll(step, step.solution(), talk);
    if (!isOpen(step)) {
      return End.AGAIN;
    }
    type(":skip", talk);
    return End.LOCKED;
  }

  /** Types what is told, as long as it is something new. */
  private boolean isDoneByReading(Set<String> tried, Step step, List<String> talk) {
    for (int i = 0; i < MOST && isOpen(step); i++) {
      List<String> commands = said(talk).stream().filter(tried::add).toList();
      if (commands.isEmpty()) {
        break;
      }
      for (String command : commands) {
        if (isOpen(step)) {
          type(command, talk);
        }
        if (command.equals(":retry")) {
          typeAll(step, step.solution(), talk);
        }
      }
    }
    return !isOpen(step);
  }

  /** The commands of the reason that was read last. */
  private static List<String> said(List<String> talk) {
    Matcher reasons = REASONS.matcher(talk.getLast());
    if (!reasons.find()) {
      return List.of();
    }
    List<String> commands = new ArrayList<>();
    String words = flat(reasons.group(1));
    Matcher command = COMMAND.matcher(words);
    int last = 0;
    while (command.find()) {
      String line = command.group(1);
      boolean isOther = OTHERWISE.matcher(words.substring(last, command.start())).find();
      if (!(isOther && last > 0) && !Diagnosis.hasBlank(line) && !NAME.matcher(line).matches()) {
        commands.add(line);
      }
      last = command.end();
    }
    return commands;
  }

  private static String flat(String shown) {
    return shown.replaceAll("\\s+", " ");
  }

  private void typeAll(Step step, Script script, List<String> talk) {
    for (String line : script.commands()) {
      if (isOpen(step)) {
        type(line, talk);
      }
    }
  }

  private void type(String line, List<String> talk) {
    terminal.enter(line);
    talk.add(awaitPrompt(line));
  }

  /** Whether the step is the one that the prompt names. */
  private boolean isOpen(Step step) {
    Matcher place = prompt.matcher(terminal.shown());
    if (!place.find()) {
      throw new AssertionError("no prompt:\n" + terminal.everything());
    }
    return (lesson.indexOf(step.id()).orElseThrow() + 1 + "").equals(place.group(1));
  }

  /** Says yes where it is asked, and ends what stays in front of the learner. */
  private String awaitPrompt(String line) {
    String leave = READS.matcher(line).find() ? "C-d" : "C-c";
    List<String> keys = new ArrayList<>(List.of("C-c", "C-c", leave, "C-c", leave));
    long end = System.nanoTime() + PATIENCE.toNanos();
    long changed = System.nanoTime();
    String shown = terminal.shown();
    while (System.nanoTime() < end) {
      if (prompt.matcher(shown).find()) {
        return shown;
      }
      if (DOCKERS_QUESTION.matcher(shown).find()) {
        terminal.press("n");
        terminal.press("Enter");
        changed = System.nanoTime();
      } else if (QUESTION.matcher(shown).find()) {
        terminal.press("y");
        terminal.press("Enter");
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > STILL.toNanos()
          && STAYS.matcher(line).find()
          && !terminal.runs("java")
          && !keys.isEmpty()) {
        terminal.press(keys.removeFirst());
        changed = System.nanoTime();
      }
      LockSupport.parkNanos(POLL_NANOS);
      String now = terminal.shown();
      if (!now.equals(shown)) {
        changed = System.nanoTime();
        shown = now;
      }
    }
    throw new AssertionError(
        "no prompt after `%s`; everything on the terminal:\n%s"
            .formatted(line, terminal.everything()));
  }

  @Override
  public void close() {
    learner.close();
  }
}
