package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.proof.Turns;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Belonging;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a reset lists and removes on a real engine: each kind of thing, there before, made by
 * another client or made by the learner's line.
 */
@ExtendWith(EngineLock.class)
final class OwnershipIT {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);

  /** All rows take six minutes; in so many days all of them have had their turn. */
  private static final int DAYS = 5;

  @TempDir Path folder;
  private SharedEngine shared;
  private volatile @Nullable Player playing;

  @BeforeEach
  void prepare() throws IOException {
    shared = new SharedEngine(folder);
  }

  @AfterEach
  void sweep() {
    shared.close();
  }

  static List<OwnershipRow> known() {
    return Turns.ofToday(OwnershipRows.all().toList(), DAYS);
  }

  static List<OwnershipRow> recorded() {
    return Turns.ofToday(Stream.concat(OwnershipRows.all(), RecordedRows.all()).toList(), DAYS);
  }

  @ParameterizedTest
  @MethodSource("known")
  void what_is_ours_by_words_and_events_is_listed_and_removed(OwnershipRow row) throws Exception {
    try (RecordedLines lines = RecordedLines.none()) {
      plays(row, lines);
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void exactly_what_is_ours_by_the_record_is_listed_and_removed(OwnershipRow row) throws Exception {
    try (RecordedLines lines =
        RecordedLines.with(
            (sockets, listener) -> Recorder.start(sockets, address(), listener),
            () -> true,
            Set::of,
            input -> Objects.requireNonNull(playing).hear(input))) {
      plays(row.exactly(), lines);
    }
  }

  private void plays(OwnershipRow row, RecordedLines lines) throws Exception {
    row.before().forEach(shared::foreign);
    try (Journal journal = Journal.open(folder.resolve("journal.jsonl"));
        Engine engine = engine();
        LearnerShell shell = shell();
        Player player =
            new Player(
                course(),
                engine,
                COMMANDS,
                journal,
                HomeFiles.near(folder),
                new ShellWorkplace(shell, COMMANDS, lines, _ -> {}),
                Clock.systemUTC())) {
      playing = player;
      player.open(new LessonId("ours"), Optional.empty());
      row.prompt().forEach(shared::foreign);

      var meanwhile = CompletableFuture.runAsync(() -> shared.meanwhile(row));
      player.type(shared.filled(row.line()));
      meanwhile.join();
      row.after().forEach(shared::foreign);

      assertThat(listed(player.type(":reset"))).containsExactlyInAnyOrderElementsOf(row.listed());
      if (!row.listed().isEmpty()) {
        player.type("y");
      }
    }
    assertThat(shared.left()).containsExactlyInAnyOrderElementsOf(row.left());
  }

  private static Engine engine() {
    return DockerJavaEngine.connect(address());
  }

  private static EngineAddress address() {
    return EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  private LearnerShell shell() {
    return LearnerShell.of(
        new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(LIMITS)),
        Clock.systemUTC());
  }

  private Course course() throws IOException {
    Path course = folder.resolve("course");
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(course.resolve("lessons/10-ours.md"), "# Ours\n\n## Ask\n\nGo.\n");
    Files.writeString(
        course.resolve("checks/10-ours.yaml"),
        """
        steps:
          ask:
            checks: [{check: the version was asked for, typed: {docker: version}}]
            solution: docker version
        """);
    return Course.open(course);
  }

  private static List<String> listed(List<Message> said) {
    return said.stream()
        .filter(Message.ResetPlan.class::isInstance)
        .flatMap(plan -> ((Message.ResetPlan) plan).belongings().stream())
        .map(OwnershipIT::words)
        .toList();
  }

  private static String words(Belonging belonging) {
    return belonging.kind()
        + " "
        + belonging
            .shown()
            .replaceAll("^[0-9a-f]{12} \\((without a name)\\)$", "$1")
            .replaceAll("^[a-z]+_[a-z]+ \\(", "of docker's name (");
  }
}
