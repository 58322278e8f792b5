package dev.ropewalk.journal;

import dev.ropewalk.check.LearnerAct;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fewest entries that fold to a lesson's progress: what a snapshot keeps of a long journal. */
final class Compaction {
  private final LessonProgress progress;
  private final List<Timed> entries = new ArrayList<>();
  private Instant at = Instant.EPOCH;

  /** An entry with its moment. */
  record Timed(Instant at, Entry entry) {}

  private Compaction(LessonProgress progress) {
    this.progress = progress;
  }

  static List<Timed> of(LessonProgress progress) {
    return new Compaction(progress).entries();
  }

  private void add(Entry entry) {
    entries.add(new Timed(at, entry));
  }

  private List<Timed> entries() {
    Entry begins = new Entry.LessonOpened(progress.seed().value());
    add(begins);
    if (progress.everFinished() && !progress.finished()) {
      add(new Entry.LessonDone());
      add(begins);
    }
    progress.heading().ifPresent(to -> add(new Entry.StageRebuilt(to)));
    progress.done().forEach((step, how) -> add(new Entry.StepDone(step, how, captured())));
    progress.owned().forEach(birth -> add(new Entry.Happened(birth, true)));
    add(new Entry.StepRetried());
    progress.before().forEach(event -> add(new Entry.Happened(event, false)));
    add(new Entry.Ran("", List.of(), 0, directory()));
    progress.open().ifPresent(this::open);
    if (progress.finished()) {
      add(new Entry.LessonDone());
    }
    return entries;
  }

  private Map<String, String> captured() {
    return progress.variables().values();
  }

  private String directory() {
    return progress.directory().map(Path::toString).orElse("");
  }

  private void open(OpenStep step) {
    at = step.opened();
    add(new Entry.StepOpened(step.id()));
    step.beginning().ifPresent(then -> add(new Entry.StageNoted(then)));
    step.events().forEach(event -> add(new Entry.Happened(event, false)));
    for (LearnerAct act : step.acts()) {
      add(
          switch (act) {
            case LearnerAct.Line(var line, var ran, var requests, var exitCode) ->
                new Entry.Ran(
                    line, ran, requests.isPresent(), requests.orElse(0), exitCode, directory());
            case LearnerAct.Request(var exchange) -> new Entry.Asked(exchange);
            case LearnerAct.Skip() -> new Entry.SkipBegun();
            case LearnerAct.Answer(var value) -> new Entry.Answered(value);
          });
    }
    List<Entry.Outcome> failed =
        step.differed().stream().map(check -> new Entry.Outcome(check, "failed", "")).toList();
    add(new Entry.Judged(failed));
    step.begun()
        .ifPresent(
            begun -> {
              at = begun.at();
              add(new Entry.LineBegan(begun.line()));
            });
  }
}
