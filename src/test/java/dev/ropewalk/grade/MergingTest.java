package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shares of a class, put together. */
final class MergingTest {
  private static final Results ALL = SampleResults.results();

  @TempDir private Path folder;

  @Test
  void the_shares_together_are_the_class() throws Exception {
    List<Path> shares = List.of(share(1, 3), share(2, 3), share(3, 3));

    Merging merging = new Merging(shares);

    assertThat(merging.missing()).isEmpty();
    assertThat(merging.twice()).isEmpty();
    Results merged = merging.results();
    assertThat(merged.submissions())
        .extracting(Scorecard::submission)
        .containsExactlyElementsOf(
            ALL.submissions().stream().map(Scorecard::submission).sorted().toList());
    assertThat(merged.shard()).isEmpty();
    assertThat(merged.lessons()).isEqualTo(ALL.lessons());
    assertThat(merged.setting()).isEqualTo(ALL.setting());
  }

  @Test
  void what_is_merged_can_be_gone_on_with_as_if_it_had_been_graded_at_once() throws Exception {
    Path out = folder.resolve("class");

    new Merging(List.of(share(1, 2), share(2, 2))).keep(out);

    String rules = GradingLog.rules(ALL.rules(), Shard.WHOLE, "namespaces");
    try (GradingLog log = GradingLog.open(out, rules, GradingLog.Before.RESUME)) {
      assertThat(log.done()).hasSize(ALL.submissions().size());
    }
    assertThat(out.resolve("evidence/ada/journal.jsonl")).hasContent("ada");
    assertThatThrownBy(() -> new Merging(List.of(share(1, 2))).keep(out))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("has the log of a grading");
  }

  @Test
  void missing_shares_are_named() throws Exception {
    assertThat(new Merging(List.of(share(2, 4))).missing()).containsExactly("1/4", "3/4", "4/4");
  }

  @Test
  void a_submission_that_is_there_twice_is_told_with_both_results() throws Exception {
    Scorecard ada = ALL.submissions().getFirst();
    Scorecard other = ada.draft().status(Status.FAILED).points(new Points(1, 10)).card();
    Path one = results("one", "", List.of(ada));
    Path two = results("two", "", List.of(other));

    Merging merging = new Merging(List.of(one, two));

    assertThat(merging.twice())
        .containsExactly(
            "`ada` is in `%s` and in `%s`: the result of the first counts, passed with 9 of 10 points, and not failed with 1 of 10 points."
                .formatted(one, two));
    assertThat(merging.results().submissions()).containsExactly(ada);
  }

  @Test
  void who_is_missing_in_one_folder_and_there_in_another_is_there() throws Exception {
    Scorecard ada = ALL.submissions().getFirst();
    Scorecard missing = ada.draft().status(Status.MISSING).card();

    Merging merging =
        new Merging(
            List.of(results("one", "", List.of(missing)), results("two", "", List.of(ada))));

    assertThat(merging.twice()).isEmpty();
    assertThat(merging.results().submissions()).containsExactly(ada);
  }

  @Test
  void the_trust_of_all_is_the_lowest() throws Exception {
    Path one = results("one", "", List.of());
    Path two = results("two", "", List.of());
    Files.writeString(
        two.resolve("results.json"),
        Files.readString(two.resolve("results.json"))
            .replace("\"namespaces\"", "\"none\"")
            .replace("20.10.24", "28.0.1"));

    Results.Setting setting = new Merging(List.of(one, two)).results().setting();

    assertThat(setting.trust()).isEqualTo("none");
    assertThat(setting.engine()).isEqualTo("20.10.24, 28.0.1");
  }

  @Test
  void what_was_not_graded_alike_or_not_to_the_end_is_refused() throws Exception {
    Path one = share(1, 2);
    Path other = results("other", "1/3", List.of());
    Path cut = Files.createDirectories(folder.resolve("cut"));

    assertThatThrownBy(() -> new Merging(List.of(one, other)))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("`%s` and `%s` were graded by other".formatted(one, other));
    assertThatThrownBy(() -> new Merging(List.of(one, cut)))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("`%s` has no results".formatted(cut));
  }

  @Test
  void evidence_that_was_changed_or_lies_elsewhere_is_not_taken() throws Exception {
    Path one = share(1, 1);
    Files.writeString(one.resolve("evidence/ada/journal.jsonl"), "forged");

    assertThatThrownBy(() -> new Merging(List.of(one)).keep(folder.resolve("class")))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("is not as it was kept");

    Files.writeString(
        one.resolve(GradingLog.NAME),
        Files.readString(one.resolve(GradingLog.NAME)).replace("evidence/ada/", "../ada/"));
    assertThatThrownBy(() -> new Merging(List.of(one)).keep(folder.resolve("class-2")))
        .hasMessageContaining("names evidence outside of it");
  }

  @Test
  void older_results_have_neither_rules_nor_a_share() {
    String text = ResultsForm.write(ALL).replaceFirst("\"rules\"[^,]*,\\s*\"shard\"[^,]*,", "");

    assertThat(ResultsForm.results(text).shard()).isEmpty();
    assertThat(text).doesNotContain("\"rules\"");
  }

  private Path share(int number, int of) throws IOException {
    Shard shard = new Shard(number, of);
    return results(
        "share-" + number,
        shard.text(),
        ALL.submissions().stream().filter(card -> shard.has(card.submission())).toList());
  }

  private Path results(String name, String shard, List<Scorecard> cards) throws IOException {
    Path share = Files.createDirectories(folder.resolve(name));
    Results results =
        new Results(
            ALL.format(),
            ALL.ropewalk(),
            ALL.course(),
            ALL.graded(),
            ALL.rules(),
            shard,
            ALL.setting(),
            ALL.lessons(),
            cards);
    Files.writeString(share.resolve("results.json"), ResultsForm.write(results));
    try (GradingLog log = GradingLog.open(share, "{}", GradingLog.Before.MUST_BE_NONE)) {
      for (Scorecard card : cards) {
        log.add(withEvidence(share, card));
      }
    }
    return share;
  }

  private static Scorecard withEvidence(Path share, Scorecard card) throws IOException {
    if (!card.submission().equals("ada")) {
      return card.draft().evidence(List.of()).card();
    }
    Path file = share.resolve("evidence/ada/journal.jsonl");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "ada");
    return card.draft()
        .evidence(
            List.of(new Scorecard.EvidenceFile("evidence/ada/journal.jsonl", 3, Sha256.of("ada"))))
        .card();
  }
}
