package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who handed in, when, and what that takes off. */
final class ClassResultsTest {
  private static final Instant DUE = Instant.parse("2026-11-27T12:00:00Z");
  private static final LatePolicy TEN_A_DAY =
      new LatePolicy(Optional.of(DUE), Duration.ofMinutes(15), 10);

  @ParameterizedTest
  @CsvSource({"-5, 0, 0", "900, 0, 0", "901, 901, 10", "86400, 86400, 10", "86401, 86401, 20"})
  void each_day_that_has_begun_takes_its_share(long after, long late, double percent) {
    assertThat(TEN_A_DAY.of(Optional.of(DUE.plusSeconds(after))))
        .isEqualTo(new Scorecard.Lateness(late, percent));
  }

  @Test
  void lateness_never_takes_more_than_all() {
    assertThat(TEN_A_DAY.of(Optional.of(DUE.plus(Duration.ofDays(365)))).percent()).isEqualTo(100);
  }

  @Test
  void the_roster_names_who_handed_in_and_who_did_not() {
    Roster roster =
        Roster.read(
            "\uFEFFid,Name,email,submitted\r\nada,\"Lovelace, \"\"Ada\"\"\",a@x,2026-11-27T12:30:00Z\r\nkim,Kim,,\r\n");
    Scorecard ada = SampleResults.results().submissions().getFirst();

    List<Scorecard> all = new ClassResults(roster, TEN_A_DAY).of(List.of(ada), ports());

    assertThat(all)
        .extracting(card -> card.submission() + " " + card.status().word())
        .containsExactly("ada passed", "kim missing");
    assertThat(all.getFirst().student())
        .isEqualTo(new Scorecard.Student("ada", "Lovelace, \"Ada\"", "a@x"));
    assertThat(all.getFirst().submitted()).isEqualTo(Instant.parse("2026-11-27T12:30:00Z"));
    assertThat(all.getFirst().points().earned()).isEqualTo(9);
    assertThat(all.get(1).points().of()).isEqualTo(30);
    assertThat(all.get(1).status()).isEqualTo(Status.MISSING);
  }

  @Test
  void a_roster_without_ids_or_with_one_twice_is_refused() {
    assertThatThrownBy(() -> Roster.read("name\nada\n")).hasMessageContaining("no column `id`");
    assertThatThrownBy(() -> Roster.read("id\nada\nada\n"))
        .hasMessageContaining("line 3 of the roster has the id `ada` once more");
    assertThatThrownBy(() -> Roster.read("id,submitted\nada,noon\n"))
        .hasMessageContaining("`noon` in line 2 of the roster is no time");
  }

  @Test
  void a_quote_that_is_open_is_told_with_its_line_whatever_comes_after_it() {
    for (String csv :
        List.of(
            "id,name\nada,\"Ada\nbob,Bob\n",
            "id,name\nada,\"Ada\nbob,\"Bob\"\n",
            "id,name\nada,\"Ada\" Lovelace\n")) {
      assertThatThrownBy(() -> Roster.read(csv))
          .as(csv)
          .isInstanceOf(GradingRefused.class)
          .hasMessage(
              "the quote that opens in line 2 of the roster is not closed at the end of its cell");
    }
  }

  @Test
  void quotes_within_a_name_and_cells_of_several_lines_are_read() {
    Roster roster = Roster.read("id, name\r\n\r\nada,Ada \"A\" Bo\r\nbob, \"Bob,\nKahn\"\rcid,\n");

    assertThat(roster.rows().values())
        .extracting(row -> row.line() + " " + row.student().name())
        .containsExactly("3 Ada \"A\" Bo", "4 Bob,\nKahn", "6 ");
    assertThatThrownBy(() -> Roster.read("id;name\nada;Ada\n"))
        .extracting(e -> ((GradingRefused) e).fix())
        .asString()
        .contains("by commas");
  }

  @Test
  void an_id_that_is_nearly_that_of_a_submission_is_told_with_its_line() {
    Roster roster = Roster.read("id\nADA\nbob\nJose\u0301\ncid\n");
    List<String> handedIn = List.of("ada", "bob", "Jos\u00e9", "eve");

    assertThat(roster.nearlyThere(handedIn))
        .containsExactly(
            "line 2 of the roster has the id `ADA`, and the submission is named `ada`",
            "line 4 of the roster has the id `Jose\u0301`, and the submission is named `Jos\u00e9`");
    assertThat(roster.strangers(handedIn)).containsExactly("Jos\u00e9", "ada", "eve");
    assertThat(Roster.NONE.strangers(handedIn)).isEmpty();
  }

  @Test
  void the_weights_of_steps_share_the_points_of_their_lesson() {
    Assignment.Part part = ports().parts().getFirst();

    List<Double> points = part.assigned().steps().stream().map(step -> step.points()).toList();

    assertThat(points.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(30, within(1e-9));
    assertThat(points.getFirst()).isCloseTo(20, within(1e-9));
  }

  @Test
  void another_weight_is_another_grading() {
    Assignment ports = ports();
    Assignment other =
        new Assignment(
            ports.course(),
            List.of(Assignment.Part.of(ports.parts().getFirst().lesson())),
            Seed.NONE,
            Assignment.Manner.PRACTICE,
            GradingLimits.USUAL);

    assertThat(ports.fingerprint()).isEqualTo(ports().fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(ports.fingerprint());
  }

  /** A lesson of 30 points, of which the first step has twice as many as all others. */
  private static Assignment ports() {
    Course course = Course.open(Path.of(""));
    var lesson = course.lesson(new LessonId("images-and-containers"));
    StepId first = lesson.steps().getFirst().id();
    double others = lesson.steps().stream().skip(1).mapToInt(step -> step.points()).sum();
    return new Assignment(
        course,
        List.of(new Assignment.Part(lesson, 30, Map.of(first, 2 * others), Map.of())),
        Seed.NONE,
        Assignment.Manner.PRACTICE,
        GradingLimits.USUAL);
  }
}
