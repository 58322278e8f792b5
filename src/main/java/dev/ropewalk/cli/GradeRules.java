package dev.ropewalk.cli;

import dev.ropewalk.check.value.Quantity;
import dev.ropewalk.grade.Assignment;
import dev.ropewalk.grade.ClassResults;
import dev.ropewalk.grade.GradingLimits;
import dev.ropewalk.grade.LatePolicy;
import dev.ropewalk.grade.Roster;
import dev.ropewalk.grade.Shard;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Visible;
import dev.ropewalk.text.ForeignText;
import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** By which rules is graded. */
final class GradeRules {
  /** Bytes: a line for each of a hundred thousand students. */
  private static final int MOST_OF_ROSTER = 16 << 20;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "By which values that vary are chosen; otherwise the first of each.")
  private long seed;

  @Option(names = "--exam", description = "Leave out words that help, such as `:skip`.")
  private boolean exam;

  @Option(
      names = "--points",
      paramLabel = "LESSON[/STEP]=N",
      description =
          "What a lesson is worth, or a step among the others of its lesson; otherwise what its"
              + " checks are.")
  private Map<String, Double> points = Map.of();

  @Option(
      names = "--visible",
      paramLabel = "LESSON/STEP=WHEN",
      description =
          "When students see what came of a step: always, after_due, after_published or hidden.")
  private Map<String, Visible> visible = Map.of();

  @Option(names = "--published", description = "Students may see what is visible only after that.")
  private boolean published;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      converter = TimeWord.class,
      description = "Until when a submission is in time, such as 2026-12-01T12:00:00Z.")
  private @Nullable Instant due;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      converter = DurationWord.class,
      description = "How much later it still is, such as 15m or 1h30m.")
  private Duration grace = Duration.ZERO;

  @Option(
      names = "--late-per-day",
      paramLabel = "PERCENT",
      description = "What each day that has begun since then takes off the points.")
  private double latePerDay;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "A CSV file with a column `id`, the names of submissions, and perhaps `name`, `email` and"
              + " `submitted`.")
  private @Nullable Path roster;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Grade this share of the submissions alone, such as 2/4, the second of four: which it is"
              + " follows from their ids. `ropewalk grade merge` puts the shares together.",
      converter = ShardWord.class)
  private Shard shard = Shard.WHOLE;

  /** Reads a time. */
  static final class TimeWord implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new CommandLine.TypeConversionException(
            "`" + text + "` is no time; write for instance 2026-12-01T12:00:00Z");
      }
    }
  }

  /** Reads a duration, of which each part has its unit. */
  static final class DurationWord implements CommandLine.ITypeConverter<Duration> {
    private static final Pattern PART = Pattern.compile("\\d+(?:\\.\\d+)?(?:ms|[smh])");

    @Override
    public Duration convert(String text) {
      String rest = PART.matcher(text).replaceAll("");
      if (text.isEmpty() || !rest.isEmpty()) {
        throw new CommandLine.TypeConversionException(
            "`" + text + "` is no duration; write for instance 15m, 1h30m or 48h");
      }
      return PART.matcher(text)
          .results()
          .map(part -> Quantity.duration(part.group()))
          .reduce(Duration.ZERO, Duration::plus);
    }
  }

  /** Reads a share. */
  static final class ShardWord implements CommandLine.ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      try {
        return Shard.parse(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(
            "`" + text + "` is no share; write for instance 2/4, the second of four");
      }
    }
  }

  /** The share that is graded. */
  Shard shard() {
    return shard;
  }

  /** What is graded. */
  Assignment assignment(Course course, List<LessonId> lessons) {
    Set<String> unused = new HashSet<>(points.keySet());
    unused.addAll(visible.keySet());
    Seed origin = new Seed(seed);
    Assignment assignment =
        new Assignment(
            course,
            lessons.stream().map(id -> part(course.lesson(id, origin), unused)).toList(),
            origin,
            exam ? Assignment.Manner.EXAM : Assignment.Manner.PRACTICE,
            GradingLimits.USUAL);
    if (!unused.isEmpty()) {
      throw new WrongUse(
          "`" + unused.iterator().next() + "` is no step or lesson that is graded",
          "write LESSON or LESSON/STEP, with the names that `ropewalk list` and the lesson have");
    }
    return assignment;
  }

  private Assignment.Part part(Lesson lesson, Set<String> unused) {
    Map<StepId, Double> weights = new HashMap<>();
    Map<StepId, Visible> seen = new HashMap<>();
    for (Step step : lesson.steps()) {
      String name = lesson.id() + "/" + step.id();
      unused.remove(name);
      Optional.ofNullable(points.get(name)).ifPresent(it -> weights.put(step.id(), weight(it)));
      Optional.ofNullable(visible.get(name)).ifPresent(it -> seen.put(step.id(), it));
    }
    boolean valued = points.containsKey(lesson.id().slug());
    if (valued) {
      unused.remove(lesson.id().slug());
    }
    double all =
        valued
            ? weight(points.getOrDefault(lesson.id().slug(), 0.0))
            : lesson.steps().stream()
                .mapToDouble(it -> weights.getOrDefault(it.id(), (double) it.points()))
                .sum();
    return new Assignment.Part(lesson, all, weights, seen);
  }

  private static double weight(double number) {
    if (!(number >= 0 && number <= 1_000_000)) {
      throw new WrongUse("`" + number + "` is no number of points", "use one from 0 to 1000000");
    }
    return number;
  }

  private static String text(Path roster) {
    try {
      return ForeignText.of(RegularFile.read(roster, MOST_OF_ROSTER));
    } catch (CharacterCodingException e) {
      throw new WrongUse(
          "the roster `%s` %s".formatted(roster, e.getMessage()),
          "save it as text in UTF-8; a spreadsheet calls that \"CSV UTF-8\"");
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException
              ? "there is no such file"
              : String.valueOf(e.getMessage());
      throw new WrongUse(
          "the roster `%s` cannot be read: %s".formatted(roster, why), "name a CSV file");
    }
  }

  /** Who is expected to hand in, in whichever share. */
  Roster roster() {
    return roster == null ? Roster.NONE : Roster.read(text(roster));
  }

  /** What a class's results are made by. */
  ClassResults ofClass() {
    if (!(latePerDay >= 0 && latePerDay <= 100)) {
      throw new WrongUse(
          "`--late-per-day %s` takes off less than nothing or more than all"
              .formatted(Points.text(latePerDay)),
          "use a number from 0 to 100, such as `--late-per-day 10`");
    }
    return new ClassResults(
        roster().in(shard), new LatePolicy(Optional.ofNullable(due), grace, latePerDay));
  }

  /**
   * What came of it all, by these rules.
   *
   * @param engines which they were; the rest of it is set here
   */
  Results results(
      Course course,
      Assignment assignment,
      Results.Setting engines,
      ClassResults ofClass,
      List<Scorecard> cards,
      Instant now) {
    return new Results(
        Results.FORMAT,
        RootCommand.Version.number().orElse(""),
        course.description().title(),
        now,
        assignment.fingerprint(),
        shard.text(),
        new Results.Setting(
            engines.engine(),
            engines.trust(),
            engines.stops(),
            engines.lets(),
            exam,
            ofClass.late().isOver(now),
            published),
        assignment.parts().stream().map(Assignment.Part::assigned).toList(),
        ofClass.of(cards, assignment));
  }
}
