package dev.ropewalk.grade.submission;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a learner typed in a lesson, made of the journal, as a file of command lines: each step with
 * its lines. A replay of it leads to where the learner was: what ropewalk took back is taken back
 * there too, and what stayed of a free play is made there too. What a step's new beginning or the
 * end of a free play has put back is left out, and so is what ropewalk did. Values that the journal
 * hides, such as passwords, are hidden here too. What only the learner's engine can have, ids and
 * the answers made of its numbers, is asked of the other engine instead.
 */
public final class CommandRecord {
  /** Ends a free play in a replay, and what was made in it stays. */
  public static final String KEEP = ":play keep";

  private static final String PLAY = ":play";
  private static final String ANSWER = ":answer ";

  private final Map<StepId, List<Line>> steps = new LinkedHashMap<>();
  private Optional<StepId> open = Optional.empty();
  private Optional<StepId> rebuilding = Optional.empty();
  private Optional<List<Line>> play = Optional.empty();
  private boolean kept;
  private boolean skipping;
  private final KnownIds ids = new KnownIds();
  private final Set<StepId> solved = new HashSet<>();
  private final Function<Seed, Map<StepId, String>> answers;
  private String directory = "";
  private long seed;

  private CommandRecord(Function<Seed, Map<StepId, String>> answers) {
    this.answers = answers;
  }

  /** Where a line has left what nobody puts back. */
  private enum Left {
    NOTHING,
    /** In another folder, and it asked nothing of the engine. */
    THE_FOLDER
  }

  private record Line(String text, Left left) {}

  /**
   * The record of a lesson; empty where nothing was typed in it.
   *
   * @param answers the lines that find an answer which is another one on each engine, by their
   *     steps, for the seed of the learner
   */
  public static Optional<String> of(
      List<JournalLine> journal,
      CourseId course,
      LessonId lesson,
      Function<Seed, Map<StepId, String>> answers) {
    CommandRecord record = new CommandRecord(answers);
    journal.stream()
        .filter(line -> line.sitting().course().equals(course) && line.lesson().equals(lesson))
        .forEach(line -> record.and(line.entry()));
    return record.steps.isEmpty() ? Optional.empty() : Optional.of(record.text());
  }

  private void and(Entry entry) {
    switch (entry) {
      case Entry.LessonOpened(var chosen) -> {
        startAgain();
        seed = chosen;
      }
      case Entry.LessonReset _ -> startAgain();
      case Entry.StageRebuilt(var to) -> rebuilding = Optional.of(to);
      case Entry.StepOpened(var step) -> begin(step);
      case Entry.StepRetried _ ->
          open.flatMap(step -> Optional.ofNullable(steps.get(step)))
              .ifPresent(lines -> lines.removeIf(CommandRecord::isPutBack));
      case Entry.SkipBegun _ -> {
        add(":skip");
        skipping = true;
      }
      case Entry.PlayBegan _ -> {
        play = Optional.of(new ArrayList<>());
        kept = false;
      }
      case Entry.PlayKept _ -> kept = true;
      case Entry.PlayEnded _ -> endPlay();
      case Entry.Ran ran -> {
        add(new Line(ids.asked(ran.line()), left(ran)));
        directory = ran.directory();
      }
      case Entry.FilesLaid(var files) -> directory = files.folder();
      case Entry.LineUndone _ -> add(":undo");
      case Entry.Answered(var value) -> add(ANSWER + ids.asked(value));
      case Entry.Happened(var event, _) -> ids.follow(event);
      case Entry.StepDone(var step, var how, _) -> {
        if (how == Entry.How.SOLVED) {
          solved.add(step);
        }
      }
      case Entry.LessonResumed _,
          Entry.StageNoted _,
          Entry.LineBegan _,
          Entry.Asked _,
          Entry.Judged _,
          Entry.Struggled _,
          Entry.DrillBegan _,
          Entry.LessonDone _ -> {}
    }
  }

  private Left left(Entry.Ran ran) {
    boolean asksNothing = ran.recorded() && ran.requests() == 0;
    return asksNothing && !ran.directory().equals(directory) ? Left.THE_FOLDER : Left.NOTHING;
  }

  private static boolean isPutBack(Line line) {
    return line.left() == Left.NOTHING;
  }

  private void startAgain() {
    steps.clear();
    solved.clear();
    open = Optional.empty();
    rebuilding = Optional.empty();
    skipping = false;
    play = Optional.empty();
  }

  /** A step that is opened once more is done once more, unless ropewalk only passes through. */
  private void begin(StepId step) {
    open = Optional.of(step);
    skipping = false;
    play = Optional.empty();
    if (rebuilding.isPresent() && !rebuilding.equals(open)) {
      return;
    }
    rebuilding = Optional.empty();
    steps.remove(step);
    steps.put(step, new ArrayList<>());
  }

  /**
   * What was made in it and stays has to be made again; the rest has left no trace but a folder.
   */
  private void endPlay() {
    List<Line> played = play.orElse(List.of());
    play = Optional.empty();
    if (kept && !played.isEmpty()) {
      add(PLAY);
      played.forEach(this::add);
      add(KEEP);
    } else {
      played.stream().filter(line -> !isPutBack(line)).forEach(this::add);
    }
  }

  private void add(String line) {
    add(new Line(line, Left.NOTHING));
  }

  private void add(Line line) {
    if (!skipping && rebuilding.isEmpty() && open.isPresent()) {
      play.orElseGet(() -> steps.computeIfAbsent(open.get(), _ -> new ArrayList<>())).add(line);
    }
  }

  private static boolean isLastAnswer(List<Line> after) {
    return after.stream().noneMatch(line -> line.text().startsWith(ANSWER));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    if (seed != 0) {
      text.append("# seed: ").append(seed).append('\n');
    }
    Map<StepId, String> found = answers.apply(new Seed(seed));
    steps.forEach(
        (step, lines) -> {
          text.append("# step: ").append(step).append('\n');
          boolean differs = solved.contains(step) && found.containsKey(step);
          for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text();
            boolean right =
                differs
                    && line.startsWith(ANSWER)
                    && isLastAnswer(lines.subList(i + 1, lines.size()));
            text.append(right ? found.get(step) : line).append('\n');
          }
        });
    return text.toString();
  }
}
