package dev.ropewalk.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Beginning;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.FreePlay;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  void what_was_taken_back_is_taken_back_in_a_replay_too() {
    Optional<String> record =
        record(
            new Entry.LessonOpened(0),
            new Entry.StepOpened(ONE),
            ran("docker run -d --name web nginx"),
            new Entry.LineUndone(),
            ran("docker run -d --name web redis"));

    assertThat(record)
        .contains(
            "# step: one\ndocker run -d --name web nginx\n:undo\ndocker run -d --name web redis\n");
  }

  @Test
  void what_stayed_of_a_free_play_is_made_in_a_replay_too_and_what_was_put_back_is_not() {
    assertThat(played(new Entry.PlayKept(), new Entry.PlayEnded()))
        .contains("# step: one\nfirst\n:play\ndocker run -d x\n:undo\n:play keep\nlast\n");
    assertThat(played(new Entry.PlayEnded())).contains("# step: one\nfirst\nlast\n");
  }

  private static Optional<String> played(Entry... end) {
    List<Entry> entries = new java.util.ArrayList<>();
    entries.add(new Entry.LessonOpened(0));
    entries.add(new Entry.StepOpened(ONE));
    entries.add(ran("first"));
    entries.add(
        new Entry.PlayBegan(
            new FreePlay(
                FreePlay.Kind.ASIDE,
                new Beginning(
                    List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of()),
                0,
                1)));
    entries.add(ran("docker run -d x"));
    entries.add(new Entry.LineUndone());
    entries.addAll(List.of(end));
    entries.add(ran("last"));
    return record(entries.toArray(Entry[]::new));
  }

  @Test
  void the_folder_that_a_line_led_to_is_not_put_back_so_the_line_stays() {
    Optional<String> record =
        record(
            new Entry.LessonOpened(0),
            new Entry.FilesLaid(new LaidFiles("/home/ann/app", java.util.Map.of())),
            new Entry.StepOpened(ONE),
            recorded("cd src", 0, "/home/ann/app/src"),
            recorded("docker build .", 3, "/home/ann/app/src"),
            recorded("ls", 0, "/home/ann/app/src"),
            new Entry.StepRetried(),
            recorded("docker build -t a .", 3, "/home/ann/app/src"));

    assertThat(record).contains("# step: one\ncd src\ndocker build -t a .\n");
  }

  private static Entry recorded(String line, int requests, String directory) {
    return new Entry.Ran(line, List.of(), true, requests, "", 0, List.of(), directory);
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

  @Test
  void what_only_the_learners_engine_has_is_asked_of_the_other_one() {
    String id = "81".repeat(32);
    Optional<String> record =
        record(
            new Entry.LessonOpened(0),
            new Entry.StepOpened(ONE),
            ran("docker run -d --name box redis"),
            happened(
                new EngineEvent.ToContainer(Instant.EPOCH, "create", id, "box", "redis", Map.of())),
            ran("docker stop 818181818181"),
            ran("docker start " + id),
            ran("docker logs 8181818"),
            ran("echo '818181818181' 828282828282"),
            new Entry.Answered("818181818181"),
            happened(
                new EngineEvent.ToImage(
                    Instant.EPOCH, "tag", "sha256:" + "ab".repeat(32), "mine:latest", Map.of())),
            ran("docker rmi abababababab"));

    assertThat(record.orElseThrow())
        .contains(
            "docker stop $(docker ps -aq -f name=^box$)\n",
            "docker start $(docker ps -aq --no-trunc -f name=^box$)\n",
            "docker logs $(docker ps -aq -f name=^box$ | cut -c1-7)\n",
            "echo '818181818181' 828282828282\n",
            ":answer $(docker ps -aq -f name=^box$)\n",
            "docker rmi $(docker images -q mine:latest)\n");
  }

  @Test
  void a_number_of_the_learners_engine_is_found_anew_where_it_was_right() {
    Entry opened = new Entry.StepOpened(ONE);
    Entry done = new Entry.StepDone(ONE, Entry.How.SOLVED, Map.of());

    assertThat(record(opened, new Entry.Answered("12"), new Entry.Answered("4711"), done))
        .contains("# step: one\n:answer 12\n:answer $(docker top box)\n");
    assertThat(record(opened, new Entry.Answered("4711"))).contains("# step: one\n:answer 4711\n");
  }

  private static Entry happened(EngineEvent event) {
    return new Entry.Happened(event, true);
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
    return CommandRecord.of(
        lines, CourseId.BUILT_IN, PORTS, _ -> Map.of(ONE, ":answer $(docker top box)"));
  }
}
