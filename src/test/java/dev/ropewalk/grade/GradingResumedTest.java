package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grading that is gone on with; nothing of it needs an engine. */
final class GradingResumedTest {
  private static final Course COURSE = Course.open(Path.of(""));
  private static final Assignment ASSIGNMENT =
      new Assignment(
          COURSE,
          List.of(Assignment.Part.of(COURSE.lesson(new LessonId("images-and-containers")))),
          Seed.NONE,
          Assignment.Manner.PRACTICE,
          GradingLimits.USUAL);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void what_was_graded_stays_in_the_reports_where_only_new_submissions_are_named()
      throws Exception {
    Path out = folder.resolve("out");
    String rules = GradingLog.rules(ASSIGNMENT.fingerprint(), Shard.WHOLE, "none");
    Scorecard ada = SampleResults.results().submissions().getFirst();
    try (GradingLog log = GradingLog.open(out, rules, GradingLog.Before.MUST_BE_NONE)) {
      log.add(ada);
    }

    List<Scorecard> all = grade(out, Grading.Start.RESUMED, source("bob/Commands.sh"));

    assertThat(all).extracting(Scorecard::submission).containsExactly("ada", "bob");
    assertThat(all.get(1).status()).isEqualTo(Status.FAILED);
    assertThat(all.get(1).notes().getFirst())
        .contains("looked for in `commands.sh`")
        .contains("there is `Commands.sh`");
    assertThat(told).containsExactly("2 of 2");
  }

  @Test
  void who_hands_in_something_else_is_graded_by_that() throws Exception {
    Path out = folder.resolve("out");
    SubmissionSource source = source("bob/Commands.sh");
    grade(out, Grading.Start.AFRESH, source);
    told.clear();

    grade(out, Grading.Start.RESUMED, source);
    assertThat(told).isEmpty();

    Files.writeString(source.place().resolve("more.txt"), "more");
    List<Scorecard> all = grade(out, Grading.Start.RESUMED, source);

    assertThat(told).hasSize(1);
    assertThat(all).singleElement().matches(card -> card.notes().toString().contains("more.txt"));
  }

  @Test
  void two_of_one_name_are_told_with_both_places() throws Exception {
    SubmissionSource one = source("x/ada/a");
    SubmissionSource other = source("y/ada/a");

    assertThatThrownBy(() -> grade(folder.resolve("out"), Grading.Start.AFRESH, one, other))
        .isInstanceOf(GradingRefused.class)
        .hasMessage(
            "two submissions are named `ada`: `%s` and `%s`"
                .formatted(folder.resolve("x/ada"), folder.resolve("y/ada")));
  }

  private SubmissionSource source(String file) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "true\n");
    return SubmissionSource.of(path.resolveSibling(""));
  }

  private List<Scorecard> grade(Path out, Grading.Start start, SubmissionSource... sources)
      throws Exception {
    return new Grading(ASSIGNMENT, StoredHelps.table(StoredHelps.OLD), Shard.WHOLE, out, id -> id)
        .grade(
            List.of(sources),
            new NoPlaces(),
            1,
            start,
            (_, done, all) -> told.add(done + " of " + all));
  }

  /** Where nothing can run. */
  private static final class NoPlaces implements Places {
    @Override
    public Place take(Lesson lesson) {
      throw new IllegalStateException("nothing is to run");
    }

    @Override
    public String engine() {
      return "";
    }

    @Override
    public String trust() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
