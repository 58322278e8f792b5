package dev.ropewalk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a student may see, and when. */
final class StudentViewTest {
  private static final Scorecard ADA = SampleResults.results().submissions().getFirst();

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, false, false, true",
    "AFTER_DUE, false, false, false",
    "AFTER_DUE, true, false, true",
    "AFTER_DUE, false, true, true",
    "AFTER_PUBLISHED, true, false, false",
    "AFTER_PUBLISHED, false, true, true",
    "HIDDEN, true, true, false",
  })
  void a_step_is_shown_when_its_time_has_come(
      Visible when, boolean due, boolean published, boolean shown) {
    assertThat(setting(due, published).shows(when)).isEqualTo(shown);
  }

  @Test
  void what_is_hidden_for_ever_is_not_promised_for_later() {
    List<LessonResult> hidden =
        ADA.lessons().stream()
            .map(
                lesson ->
                    new LessonResult(
                        lesson.id(),
                        lesson.title(),
                        lesson.status(),
                        lesson.points(),
                        lesson.says(),
                        lesson.values(),
                        lesson.steps().stream().map(StudentViewTest::hidden).toList()))
            .toList();

    StudentView view = StudentView.of(ADA.draft().lessons(hidden).card(), setting(false, false));

    assertThat(view.whole()).isFalse();
    assertThat(view.later()).isFalse();
    assertThat(StudentView.of(ADA, setting(false, false)).later()).isTrue();
    assertThat(StudentView.of(ADA, setting(true, false)).later()).isFalse();
  }

  private static StepResult hidden(StepResult step) {
    return new StepResult(
        step.id(),
        step.title(),
        step.status(),
        step.points(),
        Visible.HIDDEN,
        step.says(),
        step.checks(),
        step.commands());
  }

  @Test
  void what_is_hidden_counts_neither_for_the_points_nor_for_how_it_stands() {
    StudentView view = StudentView.of(ADA, setting(false, false));

    assertThat(view.whole()).isFalse();
    assertThat(view.card().points().words()).isEqualTo("5.4 of 6 points");
    assertThat(view.card().lessons().getFirst().points().words()).isEqualTo("6 of 6 points");
    assertThat(view.card().lessons().getFirst().steps())
        .extracting(step -> step.id().slug())
        .containsExactly("publish-a-port");
  }

  @Test
  void a_note_that_names_a_hidden_step_is_hidden_with_it() {
    String other = "`docker run x` was ended after 20 s.";
    Scorecard card =
        ADA.draft()
            .notes(
                java.util.List.of(
                    "Ropewalk could not go on with the step `ask-it`.",
                    "The step \"Ask it\" passes now.",
                    other,
                    "It is not ask-it-again."))
            .card();

    assertThat(StudentView.of(card, setting(false, false)).card().notes())
        .containsExactly(other, "It is not ask-it-again.");
    assertThat(StudentView.of(card, setting(true, false)).card().notes()).isEqualTo(card.notes());
  }

  @Test
  void what_is_not_hidden_is_as_it_was_but_for_where_the_evidence_lies() {
    StudentView view = StudentView.of(ADA, setting(true, false));

    assertThat(view.whole()).isTrue();
    assertThat(view.card().lessons()).isEqualTo(ADA.lessons());
    assertThat(view.card().points()).isEqualTo(ADA.points());
    assertThat(view.card().evidence()).isEmpty();
  }

  private static Results.Setting setting(boolean due, boolean published) {
    return new Results.Setting("", "none", "", "", false, due, published);
  }
}
