package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.rehearsal.PlayedLesson;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One opening of a lesson, and what the learner reads in it. For one thread. */
final class RehearsalSession implements AutoCloseable {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  static final Screen SCREEN = new Screen.PseudoTerminal(100, 40, LIMITS);
  private static final Sheet SHEET = new Sheet(120, Palette.none(), Glyphs.ASCII);

  private final List<Message> said = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private OptionalInt done = OptionalInt.empty();
  private final PlayedLesson played;

  /**
   * @param before the journal of what has happened before
   */
  RehearsalSession(Course course, RehearsalPlace place, CommandTable commands, String before)
      throws InterruptedException {
    played = new PlayedLesson(course, place, commands, SCREEN, Map.of(), before);
  }

  /** Opens a lesson, with the steps before a step done. */
  void open(Lesson lesson, Optional<StepId> step) throws InterruptedException {
    said.addAll(played.open(lesson.id(), step));
  }

  private void begin() {
    String unused = played.output();
    said.clear();
    told.clear();
    done = OptionalInt.empty();
  }

  LearnerReading type(Script script) throws InterruptedException {
    begin();
    Optional<StepId> step = openStep();
    List<String> typed = script.commands();
    for (int i = 0; i < typed.size(); i++) {
      hear(played.type(typed.get(i)));
      if (done.isEmpty() && !openStep().equals(step)) {
        done = OptionalInt.of(i + 1);
      }
    }
    return read();
  }

  /** Types lines, and says yes where it is asked. */
  LearnerReading obey(List<String> typed) throws InterruptedException {
    begin();
    for (String line : typed) {
      hear(played.obey(line));
    }
    return read();
  }

  /** What was said to one line. */
  private void hear(List<Message> answer) {
    said.addAll(answer);
    told.add(
        answer.stream()
            .flatMap(RehearsalSession::reasons)
            .distinct()
            .collect(Collectors.joining("\n")));
  }

  /** What was said since the last line was typed. */
  LearnerReading read() {
    return new LearnerReading(
        drawn(RehearsalSession::isAboutTheLine),
        drawn(message -> isAboutTheLine(message) && !(message instanceof Message.Changes)),
        why(),
        told,
        done,
        played.output());
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

  private Optional<Diagnosis> why() {
    return said.stream()
        .filter(Message.Verdicts.class::isInstance)
        .map(message -> ((Message.Verdicts) message).lines())
        .reduce((_, last) -> last)
        .flatMap(RehearsalSession::why);
  }

  /** As the terminal does it: of all reasons the first is told. */
  private static Optional<Diagnosis> why(List<Message.Verdicts.Line> lines) {
    return lines.stream()
        .map(Message.Verdicts.Line::verdict)
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .findFirst();
  }

  /** The reasons in a message as they are read, without what the check says in any case. */
  private static Stream<String> reasons(Message message) {
    return switch (message) {
      case Message.Verdicts(var lines, _) -> why(lines).map(LearnerReading::words).stream();
      case Message.StillOpen open -> Stream.of(open.reason());
      default -> Stream.of();
    };
  }

  /** The step to be done; empty when the lesson is shut or finished. */
  Optional<StepId> openStep() {
    return played.openStep();
  }

  List<Entry> entries() {
    return played.entries();
  }

  /** What has happened until now, for another opening. */
  String journal() {
    return played.journal();
  }

  /** The births of what belongs to the lesson. */
  Set<EngineEvent> owned() {
    return played
        .state()
        .lesson()
        .map(lesson -> played.state().progress().of(lesson.id()))
        .map(LessonProgress::owned)
        .orElse(Set.of());
  }

  boolean hasFiles() throws InterruptedException {
    return played.hasFiles();
  }

  /** Where the learner is now. */
  Path directory() {
    return played.shell().directory();
  }

  /** Runs command lines without the session's knowledge. */
  void run(List<String> commands) throws InterruptedException {
    for (String line : commands) {
      played.shell().run(line);
    }
  }

  /**
   * Removes what the lesson has made. A job that is left in the background makes nothing more then;
   * docker's client hands on every other signal to the container.
   */
  void reset() throws InterruptedException {
    boolean jobs = !played.shell().jobs().isEmpty();
    if (jobs) {
      played.shell().run("kill -s KILL $(jobs -p); wait");
    }
    removeAll();
    if (jobs) {
      removeAll(); // The engine may have been asked already.
    }
  }

  private void removeAll() throws InterruptedException {
    if (played.type(":reset").stream().anyMatch(Message.ResetPlan.class::isInstance)) {
      played.type("y");
    }
  }

  @Override
  public void close() {
    played.close();
  }
}
