package dev.ropewalk.journal;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.EngineEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    if (!progress.left().isEmpty()) {
      progress.left().forEach(birth -> add(new Entry.Happened(birth, true)));
      add(begins);
    }
    if (progress.everFinished() && !progress.finished()) {
      add(new Entry.LessonDone());
      add(begins);
    }
    progress.laid().ifPresent(files -> add(new Entry.FilesLaid(files)));
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
    List<Entry.Outcome> failed =
        step.differed().stream().map(check -> new Entry.Outcome(check, "failed", "")).toList();
    add(new Entry.Judged(failed));
    int before = step.begun().map(BegunLine::eventsBefore).orElse(0);
    happened(step.events().subList(0, before));
    Optional<BegunLine> runs = step.begun().filter(line -> line.end() == BegunLine.End.UNKNOWN);
    if (runs.isPresent()) {
      acts(step);
      begun(runs.get());
    } else {
      step.begun().ifPresent(this::begun);
      acts(step);
    }
    happened(step.events().subList(before, step.events().size()));
    step.play().ifPresent(play -> add(new Entry.PlayBegan(play)));
  }

  private void happened(List<EngineEvent> events) {
    events.forEach(event -> add(new Entry.Happened(event, false)));
  }

  private void begun(BegunLine line) {
    at = line.at();
    add(new Entry.LineBegan(line.line()));
  }

  private void acts(OpenStep step) {
    for (LearnerAct act : step.acts()) {
      add(
          switch (act) {
            case LearnerAct.Line(var line, var ran, var requests, var lane, var code, var pipe) ->
                new Entry.Ran(
                    line,
                    ran,
                    requests.isPresent(),
                    requests.orElse(0),
                    lane,
                    code,
                    pipe,
                    directory());
            case LearnerAct.Request(var exchange) -> new Entry.Asked(exchange);
            case LearnerAct.Skip() -> new Entry.SkipBegun();
            case LearnerAct.Answer(var value) -> new Entry.Answered(value);
          });
    }
  }
}
