package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.report.Report;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports without names. */
final class PseudonymsTest {
  @TempDir private Path folder;

  @Test
  void no_report_has_the_name_the_id_or_the_address_of_anybody_or_the_key() throws Exception {
    Pseudonyms pseudonyms = Pseudonyms.of(folder);

    Results results = pseudonyms.in(SampleResults.results());

    for (Report report : Report.all(Map.of())) {
      for (Report.File file : report.files(results)) {
        assertThat(file.path() + "\n" + file.text())
            .doesNotContainIgnoringCase("bob")
            .doesNotContainIgnoringCase("zoe")
            .doesNotContain("example.org")
            .doesNotContain("z9")
            .doesNotContain(pseudonyms.key());
      }
    }
  }

  @Test
  void a_name_within_what_was_typed_is_replaced_and_a_part_of_a_word_is_not() throws Exception {
    Scorecard bob = SampleResults.results().submissions().get(1);
    Scorecard named = noted(bob, "`docker run --name bob-web` and BOB@EXAMPLE.ORG, not bobbin");
    Pseudonyms pseudonyms = Pseudonyms.of(folder);
    String pseudonym = pseudonyms.of("bob");

    Results results = pseudonyms.in(of(List.of(named)));

    assertThat(results.submissions().getFirst().notes())
        .containsExactly(
            "`docker run --name %s-web` and %s, not bobbin".formatted(pseudonym, pseudonym));
  }

  @Test
  void what_leads_to_a_student_by_another_way_is_left_out() throws Exception {
    Scorecard bob = SampleResults.results().submissions().get(1);
    Scorecard.Lateness late = new Scorecard.Lateness(3601, 10);
    Scorecard named = noted(bob, late.words()).draft().late(late).card();

    Scorecard card = Pseudonyms.of(folder).in(of(List.of(named))).submissions().getFirst();

    assertThat(named.sha256()).isNotEmpty();
    assertThat(card.sha256()).isEmpty();
    assertThat(card.submitted()).isNull();
    assertThat(card.late()).isEqualTo(new Scorecard.Lateness(86400, 10));
    assertThat(card.notes())
        .containsExactly("It was handed in 24 hours late: 10 percent are taken off.");
  }

  @Test
  void the_same_key_gives_the_same_pseudonym_and_another_another() throws Exception {
    Pseudonyms first = Pseudonyms.of(folder);
    Pseudonyms other = Pseudonyms.of(folder.resolve("other"));

    assertThat(Pseudonyms.of(folder).of("ada")).isEqualTo(first.of("ada"));
    assertThat(other.of("ada")).isNotEqualTo(first.of("ada"));
    assertThat(first.of("ada")).matches("p-[0-9a-f]{16}").isNotEqualTo(first.of("bob"));
  }

  @Test
  void the_key_is_for_its_owner_alone_and_what_is_none_is_refused() throws Exception {
    var unused = Pseudonyms.of(folder);
    Path key = folder.resolve(Pseudonyms.NAME);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.writeString(key, "secret\n");
    assertThatThrownBy(() -> Pseudonyms.of(folder))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("has no key of pseudonyms");
  }

  @Test
  void points_and_verdicts_stay_as_they_are() throws Exception {
    Results before = SampleResults.results();

    Results after = Pseudonyms.of(folder).in(before);

    assertThat(after.submissions())
        .extracting(card -> card.status() + " " + card.points().words())
        .containsExactlyInAnyOrderElementsOf(
            before.submissions().stream()
                .map(card -> card.status() + " " + card.points().words())
                .toList());
  }

  private static Scorecard noted(Scorecard card, String note) {
    List<LessonResult> none = List.of();
    return card.draft().notes(List.of(note)).lessons(none).card();
  }

  private static Results of(List<Scorecard> cards) {
    return SampleResults.results().of(cards);
  }
}
