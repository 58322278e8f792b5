package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.verify.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One opening of a lesson: a session with a new folder, shell and journal. For one thread. */
final class RehearsalSession implements AutoCloseable {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  static final Screen SCREEN = new Screen.PseudoTerminal(100, 40, LIMITS);
  private static final Sheet SHEET = new Sheet(120, Palette.none(), Glyphs.ASCII);

  private final ScratchFolder folder = ScratchFolder.create();
  private final LearnerEnvironment.Home home;
  private final Journal journal;
  private final StringBuilder output = new StringBuilder();
  private final List<Message> said = new ArrayList<>();
  private OptionalInt done = OptionalInt.empty();
  private final LearnerShell shell;
  private final RecordedLines lines;
  private final Player player;

  /**
   * @param recorder through which lines go to the engine
   * @param before the journal of what has happened before
   */
  RehearsalSession(
      Course course,
      LearnerEnvironment environment,
      Judge judge,
      CommandTable commands,
      RecordedLines.Start recorder,
      String before)
      throws InterruptedException {
    home = environment.home();
    journal = Journal.open(write(folder.path().resolve("journal.jsonl"), before));
    shell = LearnerShell.of(home.shell(SCREEN), Clock.systemUTC());
    lines = RecordedLines.with(recorder, () -> true, this::wanted, this::hear);
    player =
        new Player(
            course,
            environment.engine(),
            judge,
            journal,
            home.files(),
            new ShellWorkplace(shell, commands, lines, output::append),
            Clock.systemUTC());
  }

  /** What is looked for in what containers print; asked once a line is typed. */
  private Set<String> wanted() {
    return LookedFor.in(player.state());
  }

  /** Nothing is recorded before a line is typed. */
  private void hear(Input input) {
    player.hear(input);
  }

  /** Opens a lesson, with the steps before a step done. */
  void open(Lesson lesson, Optional<StepId> step) throws InterruptedException {
    said.addAll(player.open(lesson.id(), step));
  }

  LearnerReading type(Script script) throws InterruptedException {
    output.setLength(0);
    said.clear();
    done = OptionalInt.empty();
    Optional<StepId> step = openStep();
    List<String> typed = script.commands();
    for (int i = 0; i < typed.size(); i++) {
      said.addAll(player.type(typed.get(i)));
      if (done.isEmpty() && !openStep().equals(step)) {
        done = OptionalInt.of(i + 1);
      }
    }
    return read();
  }

  /** Types lines, and says yes where it is asked. */
  LearnerReading obey(List<String> typed) throws InterruptedException {
    output.setLength(0);
    said.clear();
    done = OptionalInt.empty();
    for (String line : typed) {
      List<Message> answer = player.type(line);
      said.addAll(answer);
      while (answer.stream().anyMatch(RehearsalSession::asks)) {
        answer = player.type("y");
        said.addAll(answer);
      }
    }
    return read();
  }

  private static boolean asks(Message message) {
    return message instanceof Message.StagePlan || message instanceof Message.ResetPlan;
  }

  /** What was said since the last line was typed. */
  LearnerReading read() {
    return new LearnerReading(
        drawn(RehearsalSession::isAboutTheLine),
        drawn(message -> isAboutTheLine(message) && !(message instanceof Message.Changes)),
        why(),
        done,
        output.toString());
  }

  /** What stands there in any case is no answer to a line. */
  private static boolean isAboutTheLine(Message message) {
    return !(message instanceof Message.Waiting || message instanceof Message.Keys);
  }

  private String drawn(Predicate<Message> which) {
    return said.stream()
        .filter(which)
        .map(message -> SHEET.print(new MessageView(SHEET).lines(message)))
        .collect(Collectors.joining());
  }

  /** As the terminal does it: of all reasons the first is told. */
  private Optional<Diagnosis> why() {
    return said.stream()
        .filter(Message.Verdicts.class::isInstance)
        .map(message -> ((Message.Verdicts) message).lines())
        .reduce((_, last) -> last)
        .orElse(List.of())
        .stream()
        .map(Message.Verdicts.Line::verdict)
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .findFirst();
  }

  /** The step to be done; empty when the lesson is shut or finished. */
  Optional<StepId> openStep() {
    return player.state().step().map(Step::id);
  }

  List<Entry> entries() {
    return journal.lines().stream().map(JournalLine::entry).toList();
  }

  /** What has happened until now, for another opening. */
  String journal() {
    try {
      return Files.readString(journal.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The births of what belongs to the lesson. */
  Set<EngineEvent> owned() {
    return player
        .state()
        .lesson()
        .map(lesson -> player.state().progress().of(lesson.id()))
        .map(LessonProgress::owned)
        .orElse(Set.of());
  }

  boolean hasFiles() throws InterruptedException {
    return !home.isEmpty();
  }

  /** Where the learner is now. */
  Path directory() {
    return shell.directory();
  }

  /** Runs command lines without the session's knowledge. */
  void run(List<String> commands) throws InterruptedException {
    for (String line : commands) {
      shell.run(line);
    }
  }

  /**
   * Removes what the lesson has made. A job that is left in the background makes nothing more then;
   * docker's client hands on every other signal to the container.
   */
  void reset() throws InterruptedException {
    boolean jobs = !shell.jobs().isEmpty();
    if (jobs) {
      shell.run("kill -s KILL $(jobs -p); wait");
    }
    removeAll();
    if (jobs) {
      removeAll(); // The engine may have been asked already.
    }
  }

  private void removeAll() throws InterruptedException {
    if (player.type(":reset").stream().anyMatch(Message.ResetPlan.class::isInstance)) {
      player.type("y");
    }
  }

  @Override
  public void close() {
    lines.close();
    player.close();
    shell.close();
    journal.close();
    home.close();
    folder.close();
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
