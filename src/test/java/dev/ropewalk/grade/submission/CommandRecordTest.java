package dev.ropewalk.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a learner's journal is handed in. */
final class CommandRecordTest {
  private static final LessonId PORTS = new LessonId("ports");
  private static final StepId ONE = new StepId("one");
  private static final StepId TWO = new StepId("two");

  @TempDir private Path folder;

  @Test
  void each_step_has_the_lines_that_were_typed_in_it() {
    Optional<String> record =
        record(
            new Entry.LessonOpened(7),
            new Entry.StepOpened(ONE),
            ran("docker ps"),
            new Entry.StepOpened(TWO),
            new Entry.Answered("5"));

    assertThat(record).contains("# seed: 7\n# step: one\ndocker ps\n# step: two\n:answer 5\n");
  }

  @Test
  void what_was_undone_or_done_by_ropewalk_is_left_out() {
    Optional<String> record =
        record(
            new Entry.LessonOpened(0),
            new Entry.StepOpened(ONE),
            ran("docker run wrong"),
            new Entry.StepRetried(),
            ran("docker run right"),
            new Entry.StepOpened(TWO),
            ran("docker stop it"),
            new Entry.StageRebuilt(TWO),
            new Entry.StepOpened(ONE),
            ran("docker run solution"),
            new Entry.StepOpened(TWO),
            new Entry.SkipBegun(),
            ran("docker stop solution"));

    assertThat(record).contains("# step: one\ndocker run right\n# step: two\n:skip\n");
  }

  @Test
  void a_lesson_that_began_again_has_only_its_last_beginning() {
    Optional<String> record =
        record(
            new Entry.LessonOpened(0),
            new Entry.StepOpened(ONE),
            ran("first"),
            new Entry.LessonReset(),
            new Entry.StepOpened(ONE),
            ran("second"));

    assertThat(record).contains("# step: one\nsecond\n");
    assertThat(record()).isEmpty();
  }

  @Test
  void what_is_packed_is_read_back_with_its_files_and_its_seed() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work/app"));
    Files.writeString(work.resolve("Dockerfile"), "FROM redis\n");
    Files.createSymbolicLink(work.resolve("link"), Path.of("/etc/passwd"));
    Packer packer = new Packer();
    packer.add(
        "ports", "# seed: -7\n# step: one\ndocker ps\n", Objects.requireNonNull(work.getParent()));

    packer.write(folder.resolve("a.tar.gz"));

    Submission.Part part =
        Submission.read(folder.resolve("a.tar.gz")).part(PORTS, false).orElseThrow();
    assertThat(part.seed()).contains(new Seed(-7));
    assertThat(part.commands().commands()).contains("docker ps");
    assertThat(part.files()).containsOnlyKeys("app/Dockerfile");
  }

  private static Entry ran(String line) {
    return new Entry.Ran(line, List.of(), 0, "/");
  }

  private static Optional<String> record(Entry... entries) {
    Sitting sitting = new Sitting(CourseId.BUILT_IN, "", EngineId.UNKNOWN);
    List<JournalLine> lines =
        Stream.of(entries)
            .map(entry -> new JournalLine(Instant.EPOCH, sitting, PORTS, entry))
            .toList();
    return CommandRecord.of(lines, CourseId.BUILT_IN, PORTS);
  }
}
