package dev.ropewalk.rehearsal;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.State;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One opening of a lesson: a session with a new folder, shell and journal, in which lines are typed
 * through a recorder. For one thread.
 */
public final class PlayedLesson implements AutoCloseable {
  private final ScratchFolder folder = ScratchFolder.create();
  private final LearnerEnvironment.Home home;
  private final Journal journal;
  private final StringBuilder output = new StringBuilder();
  private final LearnerShell shell;
  private final RecordedLines lines;
  private final TimedWorkplace workplace;
  private final Player player;

  /**
   * @param screen that the lines read from and write to
   * @param seeds by which the values of lessons are chosen; of others they are the first
   * @param before the journal of what has happened before
   */
  public PlayedLesson(
      Course course,
      RehearsalPlace place,
      CommandTable commands,
      Screen screen,
      Map<LessonId, Seed> seeds,
      String before)
      throws InterruptedException {
    home = place.environment().home();
    journal = Journal.open(write(folder.path().resolve("journal.jsonl"), before));
    shell = LearnerShell.of(home.shell(screen), Clock.systemUTC());
    lines = RecordedLines.with(place.recorder(), () -> true, this::wanted, this::hear);
    workplace =
        new TimedWorkplace(
            new ShellWorkplace(shell, commands, lines, output::append),
            place.environment()::processorTime);
    player =
        new Player(
            course,
            place.environment().engine(),
            place.judge(commands, shell::directory),
            journal,
            home.files(),
            workplace,
            seeds,
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

  /** Opens a lesson, with the steps before a step done, and returns what was said. */
  public List<Message> open(LessonId lesson, Optional<StepId> step) throws InterruptedException {
    return player.open(lesson, step);
  }

  /** Types a whole line, and returns what was said until the prompt came. */
  public List<Message> type(String line) throws InterruptedException {
    return player.type(line);
  }

  /** Types a line, says yes wherever it is asked, and returns all that was said. */
  public List<Message> obey(String line) throws InterruptedException {
    return answering(line, "y");
  }

  /** Types a line, says no wherever it is asked, and returns all that was said. */
  public List<Message> decline(String line) throws InterruptedException {
    return answering(line, "n");
  }

  private List<Message> answering(String line, String word) throws InterruptedException {
    List<Message> answer = player.type(line);
    List<Message> said = new ArrayList<>(answer);
    while (answer.stream().anyMatch(PlayedLesson::asks)) {
      answer = player.type(word);
      said.addAll(answer);
    }
    return said;
  }

  private static boolean asks(Message message) {
    return message instanceof Message.StagePlan || message instanceof Message.ResetPlan;
  }

  /** What the commands have written since this was asked last. */
  public String output() {
    String written = output.toString();
    output.setLength(0);
    return written;
  }

  /** What the commands have cost so far. */
  public Spent commands() {
    return workplace.spent();
  }

  /** Where the session stands. */
  public State state() {
    return player.state();
  }

  /** The step to be done; empty when the lesson is shut or finished. */
  public Optional<StepId> openStep() {
    return player.state().step().map(Step::id);
  }

  /** Whether nothing more can be typed: the shell has ended, or a line has left the session. */
  public boolean isLeft() {
    return player.isLeft();
  }

  /** The shell, for command lines without the session's knowledge. */
  public LearnerShell shell() {
    return shell;
  }

  /** The files of the machine that the shell is on. */
  public HomeFiles files() {
    return home.files();
  }

  /** Whether there is a file in the home folder. */
  public boolean hasFiles() throws InterruptedException {
    return !home.isEmpty();
  }

  /** What is in the journal. */
  public List<Entry> entries() {
    return journal.lines().stream().map(JournalLine::entry).toList();
  }

  /** What has happened until now, for another opening. */
  public String journal() {
    try {
      return Files.readString(journal.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
