package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long journal is read once; what is read afterwards says the same. */
final class SnapshotTest {
  @TempDir private Path folder;

  private static Entry any(Random random) {
    StepId step = new StepId("step-" + random.nextInt(3));
    String id = "c" + random.nextInt(4);
    EngineEvent event =
        new EngineEvent.ToContainer(
            Samples.AT.plusSeconds(random.nextInt(9)),
            random.nextInt(6) == 0 ? "destroy" : "die",
            id,
            id,
            "redis",
            Map.of());
    return switch (random.nextInt(19)) {
      case 0 -> random.nextInt(5) == 0 ? new Entry.LessonOpened(7) : new Entry.LessonResumed();
      case 1, 2 -> new Entry.StepOpened(step);
      case 3 ->
          new Entry.StageNoted(
              new Beginning(
                  List.of(new Beginning.ContainerThen(id, id, ContainerState.EXITED, List.of())),
                  List.of(),
                  List.of(),
                  List.of("mine"),
                  Map.of("mine", "sha256:" + id),
                  List.of("a b.txt"),
                  Map.of()));
      case 4 -> new Entry.StepRetried();
      case 5 -> new Entry.StageRebuilt(step);
      case 6 -> new Entry.LineBegan("docker ps");
      case 7, 8 -> Samples.ran("docker ps", random.nextInt(2));
      case 9 -> new Entry.SkipBegun();
      case 10 -> new Entry.Answered("5");
      case 11, 12 ->
          new Entry.Happened(event, event.action().equals("die") && random.nextBoolean());
      case 13 -> new Entry.Judged(List.of(new Entry.Outcome("it runs", "failed", "no")));
      case 14 -> new Entry.StepDone(step, Entry.How.SOLVED, Map.of("id", id));
      case 15 ->
          new Entry.Asked(
              Samples.exchange(new Outcome.Acted(Outcome.Action.STOP, id, random.nextBoolean())));
      case 16 ->
          new Entry.PlayBegan(
              new FreePlay(
                  FreePlay.Kind.BETWEEN,
                  new Beginning(
                      List.of(), List.of(), List.of(id), List.of(), Map.of(), List.of(), Map.of()),
                  random.nextInt(3),
                  random.nextInt(3)));
      case 17 -> new Entry.PlayEnded();
      default -> random.nextInt(4) == 0 ? new Entry.LessonDone() : new Entry.LessonReset();
    };
  }

  @Test
  void few_lines_say_the_same_as_all_of_them() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<JournalLine> lines = new ArrayList<>();
      lines.add(Samples.line(new Entry.LessonOpened(3)));
      lines.add(Samples.line(new Entry.StepOpened(new StepId("step-0"))));
      for (int i = random.nextInt(30); i >= 0; i--) {
        lines.add(Samples.line(any(random)));
      }
      LessonProgress whole = folded(lines);

      List<JournalLine> few =
          Compaction.of(whole).stream()
              .map(it -> new JournalLine(it.at(), Samples.SITTING, Samples.FIRST, it.entry()))
              .toList();

      assertThat(folded(few)).as("seed %s: %s", seed, lines).isEqualTo(whole);
    }
  }

  private static LessonProgress folded(List<JournalLine> lines) {
    return Progress.of(lines, CourseId.BUILT_IN, Samples.ENGINE).of(Samples.FIRST);
  }

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  /** Some days of work, with a container that comes and goes all the time. */
  private void fill(int events) {
    try (Journal journal = Journal.open(file())) {
      int written = 0;
      while (written < events) {
        journal.append(Samples.line(new Entry.LessonReset()));
        journal.append(Samples.line(new Entry.LessonOpened(0)));
        journal.append(Samples.line(new Entry.StepOpened(new StepId("one"))));
        for (int i = 0; i < 100; i++, written++) {
          journal.append(
              Samples.line(
                  new Entry.Happened(
                      new EngineEvent.ToContainer(
                          Samples.AT, "die", "c1", "box", "redis", Map.of("n", "" + i)),
                      i == 0)));
        }
      }
    }
  }

  private SittingJournal sitting(Journal journal) {
    return new SittingJournal(journal, Samples.SITTING, line -> line);
  }

  @Test
  void forty_thousand_events_are_read_once() {
    fill(40_000);
    try (Journal journal = Journal.open(file())) {
      Progress whole = sitting(journal).progress();

      JournalReader next = JournalReader.of(file());
      assertThat(next.on(CourseId.BUILT_IN, Samples.ENGINE)).isEqualTo(whole);
      assertThat(next.linesRead()).isLessThan(500);

      sitting(journal).append(Samples.AT, Samples.FIRST, new Entry.Answered("5"));
      JournalReader later = JournalReader.of(file());
      assertThat(later.linesRead()).isEqualTo(next.linesRead() + 1);
      assertThat(
              later
                  .on(CourseId.BUILT_IN, Samples.ENGINE)
                  .of(Samples.FIRST)
                  .open()
                  .orElseThrow()
                  .acts())
          .hasSize(1);
    }
  }

  @Test
  void a_snapshot_that_does_not_fit_is_passed_over() throws IOException {
    fill(1_000);
    Path snapshot = folder.resolve("journal.jsonl.snapshot");
    Progress whole;
    try (Journal journal = Journal.open(file())) {
      whole = sitting(journal).progress();
    }
    assertThat(snapshot).exists();

    Files.writeString(snapshot, "nonsense", StandardOpenOption.APPEND);
    assertThat(JournalReader.of(file()).on(CourseId.BUILT_IN, Samples.ENGINE)).isEqualTo(whole);
    Files.writeString(snapshot, "");
    assertThat(JournalReader.of(file()).on(CourseId.BUILT_IN, Samples.ENGINE)).isEqualTo(whole);
    Files.writeString(file(), "");
    assertThat(JournalReader.of(file()).on(CourseId.BUILT_IN, Samples.ENGINE))
        .isEqualTo(Progress.NONE);
  }
}
