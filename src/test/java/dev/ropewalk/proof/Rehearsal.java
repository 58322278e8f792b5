package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plays the lessons of a course on the real engine, in a shell with a terminal of its own, and
 * cleans up after itself.
 */
final class Rehearsal implements AutoCloseable {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  private static final Sheet SHEET = new Sheet(120, Palette.none(), Glyphs.ASCII);

  final Course course;
  final Engine engine =
      DockerJavaEngine.connect(
          EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  final CommandTable commands;
  private final Journal journal;
  private final LearnerShell shell;
  private final Player player;
  private final StringBuilder output = new StringBuilder();

  /** Of the course of this project. */
  Rehearsal(Path folder) {
    this(folder, Path.of(""));
  }

  Rehearsal(Path folder, Path files) {
    course = Course.open(files);
    commands =
        CommandTable.of(
            InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder.resolve("cache"));
    journal = Journal.open(folder.resolve("journal.jsonl"));
    var setting =
        new ShellSetting(
            folder, Map.of(), StartupFiles.SKIPPED, new Screen.PseudoTerminal(100, 40, LIMITS));
    shell = LearnerShell.of(setting, Clock.systemUTC());
    player =
        new Player(
            course,
            engine,
            commands,
            journal,
            new ShellWorkplace(shell, output::append),
            Clock.systemUTC());
  }

  Lesson lesson(String slug) {
    return course.lesson(new LessonId(slug));
  }

  /** Begins the lesson afresh at a step, whose predecessors are done by their solutions. */
  String openAt(Lesson lesson, Step step) throws InterruptedException {
    String read = text(player.open(lesson.id(), Optional.of(step.id())));
    if (!isOpen(step)) {
      throw new AssertionError("%s/%s is not reached:%n%s".formatted(lesson.id(), step.id(), read));
    }
    return read;
  }

  /** Types lines one after the other; what the learner read, ropewalk's words and the shell's. */
  String type(Script script) throws InterruptedException {
    output.setLength(0);
    List<Message> said = new ArrayList<>();
    for (String line : script.lines()) {
      said.addAll(player.type(line));
    }
    return text(said) + "\n--- the shell said:\n" + output;
  }

  String type(String line) throws InterruptedException {
    return type(new Script(line));
  }

  /** Removes what the lesson has made, and begins it again. */
  void reset() throws InterruptedException {
    List<Message> said = player.type(":reset");
    if (said.stream().anyMatch(Message.ResetPlan.class::isInstance)) {
      player.type("y");
    }
  }

  /** The step that is open; empty when the lesson is finished. */
  Optional<String> openStep() {
    return player.state().finished()
        ? Optional.empty()
        : player
            .state()
            .progress()
            .of(player.state().lesson().orElseThrow().id())
            .open()
            .map(Object::toString);
  }

  boolean isOpen(Step step) {
    return openStep().equals(Optional.of(step.id().slug()));
  }

  World world() {
    return engine.world();
  }

  private static String text(List<Message> messages) {
    return messages.stream()
        .map(m -> SHEET.print(new MessageView(SHEET).lines(m)))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    player.close();
    shell.close();
    journal.close();
    engine.close();
  }
}
