package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal as a file: nothing that was written is lost, and nothing broken spreads. */
final class JournalTest {
  private static final Instant AT = Samples.AT;
  private static final Map<String, String> DETAILS = Map.of("exitCode", "137", "größe", "\"\\\n");

  @TempDir private Path folder;

  static List<EngineEvent> events() {
    return List.of(
        new EngineEvent.ToContainer(AT, "die", "c1", "box", "redis:7", DETAILS),
        new EngineEvent.ToImage(AT, "pull", "redis:latest", "redis", DETAILS),
        new EngineEvent.ToNetwork(AT, "connect", "n1", "bridge", "c1", DETAILS),
        new EngineEvent.ToVolume(AT, "mount", "data", "c1", DETAILS),
        new EngineEvent.ToOther(AT, "daemon", "reload", "d1", DETAILS));
  }

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.LessonOpened(0));
    entries.add(new Entry.LessonResumed());
    entries.add(new Entry.StepOpened(new StepId("größe-messen")));
    entries.add(
        new Entry.StageNoted(
            new Beginning(
                List.of(
                    new Beginning.ContainerThen(
                        "c1", "box", ContainerState.RUNNING, List.of("bridge"))),
                List.of("n1"),
                List.of("data"),
                List.of("mine:latest"))));
    entries.add(new Entry.StepRetried());
    entries.add(new Entry.StageRebuilt(new StepId("run-it")));
    entries.add(new Entry.LineBegan("docker run redis"));
    entries.addAll(ran());
    outcomes().forEach(outcome -> entries.add(new Entry.Asked(Samples.exchange(outcome))));
    entries.add(new Entry.SkipBegun());
    entries.add(new Entry.Answered("4711"));
    events().forEach(event -> entries.add(new Entry.Happened(event, true)));
    entries.add(
        new Entry.Judged(
            List.of(new Entry.Outcome("box runs", "failed", "`box` is there — but …"))));
    entries.add(
        new Entry.StepDone(new StepId("run-it"), Entry.How.SKIPPED, Map.of("first_id", "abc")));
    entries.add(new Entry.LessonDone());
    entries.add(new Entry.LessonReset());
    return entries;
  }

  private static List<Outcome> outcomes() {
    ImageRef redis = ImageRef.parse("redis");
    return List.of(
        new Outcome.Created(ObjectKind.VOLUME, "data", "data", Outcome.Before.ABSENT),
        new Outcome.Removed(ObjectKind.CONTAINER, List.of("box")),
        new Outcome.Pruned(ObjectKind.IMAGE, List.of()),
        new Outcome.Acted(Outcome.Action.START, "box", false),
        new Outcome.Connected("net", "box"),
        new Outcome.Disconnected("net", "box"),
        new Outcome.Listed(
            ObjectKind.CONTAINER, List.of(new Outcome.Item("abc", List.of("box", "größe")))),
        new Outcome.Inspected(ObjectKind.NETWORK, "abc", List.of("net")),
        new Outcome.Shown(Outcome.View.LOGS, "box", 5_000_000_000L, Set.of("Ready")),
        new Outcome.ExecCreated("e1", "box", List.of("sh", "-c", "true")),
        new Outcome.ExecEnded("e1", "box", List.of("sh"), 137),
        new Outcome.Waited("box", 1),
        new Outcome.Tagged("sha256:1", redis, ""),
        new Outcome.Built("sha256:2", List.of(redis)),
        new Outcome.Pulled(redis, "sha256:3", ""),
        new Outcome.Pushed(redis),
        new Outcome.Loaded(List.of("redis:latest")),
        new Outcome.BuildSession(),
        new Outcome.Unread("not JSON"));
  }

  private static List<Entry> ran() {
    return List.of(
        new Entry.Ran("docker ps", List.of("docker ps"), true, 2, "line 3 of 7", 0, "/"),
        Samples.ran("echo \"ä\u2028\u0007\\\n\t😀\" | cat", 130));
  }

  private Path file() {
    return folder.resolve("deep").resolve("journal.jsonl");
  }

  private List<Entry> read() {
    try (Journal journal = Journal.open(file())) {
      return entries(journal);
    }
  }

  private static List<Entry> entries(Journal journal) {
    return journal.lines().stream().map(JournalLine::entry).toList();
  }

  private void append(Entry... entries) {
    try (Journal journal = Journal.open(file())) {
      Stream.of(entries).map(Samples::line).forEach(journal::append);
    }
  }

  private void text(String... lines) throws IOException {
    append();
    Files.writeString(file(), String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void no_kind_of_entry_is_missing_here() {
    assertThat(entries().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Entry.class));
    assertThat(outcomes().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Outcome.class));
    assertThat(events().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(EngineEvent.class));
  }

  private static List<Class<?>> kinds(Class<?> sealed) {
    return Arrays.asList(sealed.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void what_is_appended_is_read_again(Entry entry) throws IOException {
    append(entry);

    try (Journal journal = Journal.open(file())) {
      assertThat(journal.lines()).containsExactly(Samples.line(entry));
    }
    assertThat(Files.readString(file())).as("one line").endsWith("}\n").containsOnlyOnce("\n");
  }

  @Test
  void a_line_that_was_cut_off_anywhere_is_lost_alone() throws IOException {
    Entry first = new Entry.LessonOpened(0);
    Entry cut = Samples.ran("echo ä😀", 0);
    Entry next = new Entry.Answered("5");
    append(first);
    long kept = Files.size(file());
    append(cut);
    byte[] whole = Files.readAllBytes(file());

    for (int length = (int) kept; length < whole.length - 1; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      append(next);

      assertThat(read()).as("cut after %s bytes", length).containsExactly(first, next);
    }
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
    append(next);
    assertThat(read()).as("only its end is missing").containsExactly(first, cut, next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entry\":\"of-the-future\",\"at\":\"2030-01-02T03:04:05Z\",\"x\":1}",
        "{\"entry\":\"happened\",\"at\":\"2030-01-02T03:04:05Z\",\"event\":{\"to\":\"secret\",\"id\":\"1\"},\"created\":true}",
        "{\"entry\":\"step-done\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"a\",\"step\":\"b\",\"how\":\"DREAMT\",\"captured\":{}}",
        "{\"entry\":\"answered\"}",
        "{\"entry\":\"ran\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"value\":null}",
        "{\"entry\":\"lesson-opened\",\"at\":\"yesterday\",\"lesson\":\"a\"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"../../x y\"}",
        "{\"entry\":\"step-opened\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"first\",\"step\":\"No Such! \"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"course\":\" \",\"lesson\":\"first\"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"course\":\"ropewalk\"}",
        "{\"entry\":\"answered\",\"at\":\"never\",\"lesson\":\"first\",\"value\":\"5\"}",
        "{\"no\":\"entry\"}",
        "[]",
        "null",
        "42",
        "nonsense",
        "{",
        "\u0000\u0000\u0000\u0000",
        "   ",
      })
  void what_cannot_be_read_is_passed_over(String line) throws IOException {
    Entry before = new Entry.LessonOpened(0);
    Entry after = new Entry.LessonDone();
    append(before);
    Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);
    append(after);

    assertThat(read()).containsExactly(before, after);
  }

  @Test
  void more_than_is_known_of_an_entry_does_not_matter() throws IOException {
    text(
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"first\",\"value\":\"5\",\"mood\":\"good\"}");

    assertThat(read()).containsExactly(new Entry.Answered("5"));
  }

  @Test
  void lines_without_an_envelope_are_of_the_built_in_course_and_of_the_lesson_named_last()
      throws IOException {
    text(
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"value\":\"of none\"}",
        "{\"entry\":\"lesson-opened\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"logs\"}",
        "{\"entry\":\"ran\",\"at\":\"2030-01-02T03:04:05Z\",\"line\":\"ls\",\"exitCode\":0,\"directory\":\"/\"}");

    Instant at = Instant.parse("2030-01-02T03:04:05Z");
    Sitting old = new Sitting(CourseId.BUILT_IN, "", EngineId.UNKNOWN);
    LessonId logs = new LessonId("logs");
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.lines())
          .containsExactly(
              new JournalLine(at, old, logs, new Entry.LessonOpened(0)),
              new JournalLine(at, old, logs, new Entry.Ran("ls", List.of(), 0, "/")));
    }
  }

  @Test
  void a_byte_that_is_no_text_harms_its_line_alone() throws IOException {
    Entry entry = new Entry.LessonOpened(0);
    append(entry);
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
    append(entry);

    assertThat(read()).containsExactly(entry, entry);
  }

  @Test
  void two_journals_on_one_file_take_turns() {
    JournalLine one = Samples.line(new Entry.Answered("one"));
    JournalLine two = Samples.line(new Entry.Answered("two"));

    try (Journal first = Journal.open(file());
        Journal second = Journal.open(file())) {
      first.append(one);
      second.append(two);
      first.append(one);

      assertThat(first.lines()).containsExactly(one, two, one).isEqualTo(second.lines());
    }
  }

  @Test
  void many_threads_and_two_journals_lose_nothing() throws InterruptedException {
    int each = 50;
    CountDownLatch start = new CountDownLatch(1);
    try (Journal first = Journal.open(file());
        Journal second = Journal.open(file())) {
      List<Thread> threads =
          Stream.of(first, first, second, second)
              .map(journal -> Thread.ofPlatform().start(() -> write(journal, start, each)))
              .toList();
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(read()).hasSize(4 * each);
  }

  private static void write(Journal journal, CountDownLatch start, int count) {
    try {
      start.await();
      IntStream.range(0, count)
          .forEach(i -> journal.append(Samples.line(new Entry.Answered("x".repeat(i * 10)))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_journal_that_cannot_be_written_names_its_file() throws IOException {
    Path blocked = folder.resolve("file");
    Files.writeString(blocked, "", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Journal.open(blocked.resolve("journal.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(blocked.resolve("journal.jsonl").toString());
    assertThatThrownBy(() -> Journal.open(folder)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_full_disk_is_no_bug() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that is always full");

    assertThatThrownBy(
            () -> {
              try (Journal journal = Journal.open(full)) {
                journal.append(Samples.line(new Entry.Answered("5")));
              }
            })
        .isInstanceOf(JournalProblem.class)
        .hasMessage("the journal `/dev/full` cannot be written: No space left on device");
  }
}
