package dev.ropewalk.grade;

import static dev.ropewalk.grade.HandedInNotes.quoted;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import dev.ropewalk.grade.evidence.Observer;
import dev.ropewalk.grade.submission.CommandRecord;
import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.rehearsal.PlayedLesson;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Word;
import dev.ropewalk.shell.ShellProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Types what was handed in for a lesson into the session of a learner, and keeps what came of each
 * step. For one thread, once.
 */
final class LessonReplay {
  /** Says to which step the lines below it belong. */
  static final Pattern MARK = Pattern.compile("# step:\\s*(\\S+)\\s*");

  private final Assignment assignment;
  private final Lesson lesson;
  private final Submission.Part part;
  private final RehearsalPlace place;
  private final Observer observer;
  private final PlayedLesson played;
  private final SubmittedFiles files;
  private final LimitNotes limits;
  private final Printed printed = new Printed();
  private final StepVerdicts verdicts = new StepVerdicts();
  private final List<String> notes = new ArrayList<>();
  private String stopped = "";

  LessonReplay(
      Assignment assignment,
      Lesson lesson,
      Submission.Part part,
      RehearsalPlace place,
      CommandTable commands)
      throws InterruptedException {
    this.assignment = assignment;
    this.lesson = lesson;
    this.part = part;
    this.place = place;
    observer = new Observer(lesson);
    played =
        new PlayedLesson(
            assignment.course(),
            place.watchedBy(observer),
            commands,
            assignment.limits().screen(),
            Map.of(lesson.id(), lesson.seed()),
            "");
    files = new SubmittedFiles(lesson, part.files(), played);
    limits = new LimitNotes(place.environment());
  }

  /**
   * Replays all lines.
   *
   * @throws MachineLost when the engine or the shell ends with a line
   * @throws NotGraded when the lesson does not open
   */
  Replayed replay() throws InterruptedException, MachineLost, NotGraded {
    try (played) {
      List<Message> opening = played.open(lesson.id(), Optional.empty());
      if (played.openStep().isEmpty()) {
        throw new NotGraded("The lesson does not open: " + words(opening));
      }
      try {
        typeAll();
      } catch (MachineLost e) {
        stop(e.sentence());
        e.before(replayed());
        throw e;
      }
      played.openStep().ifPresent(this::leave);
      return replayed();
    }
  }

  private void typeAll() throws InterruptedException, MachineLost, NotGraded {
    long end = System.nanoTime() + assignment.limits().lesson().toNanos();
    List<String> lines = part.commands().commands();
    notes.addAll(HandedInNotes.of(part, lesson));
    for (int i = 0; i < lines.size() && goesOn(); i++) {
      if (System.nanoTime() > end) {
        stop(
            "The time for a lesson, %s s, was over before `%s`."
                .formatted(assignment.limits().lesson().toSeconds(), quoted(lines.get(i))));
        break;
      }
      if (objects() > assignment.limits().objects()) {
        stop(
            "There were more than %s containers, networks and volumes before `%s`."
                .formatted(assignment.limits().objects(), quoted(lines.get(i))));
        break;
      }
      type(i, lines.get(i));
      if (played.isLeft()) {
        left(lines, i);
      }
    }
    if (goesOn()) {
      hear(typed(lines.size(), ":check"), ":check");
    }
  }

  private Replayed replayed() {
    return new Replayed(
        verdicts.all(),
        skipped(),
        unreached(),
        notes,
        played.entries(),
        played.journal(),
        printed.text(),
        observer.text(),
        played.commands());
  }

  /** What keeps the lines that are left from being typed. */
  private void stop(String sentence) {
    stopped = sentence;
    notes.add(sentence);
  }

  private void left(List<String> lines, int at) {
    String how = "The shell ended with `%s`".formatted(quoted(lines.get(at)));
    if (at + 1 < lines.size()) {
      stop(how + ": what stands below it was not typed.");
    } else {
      stopped = how + ".";
    }
  }

  /** Why the steps that nobody has judged were not judged: whole sentences. */
  private Map<StepId, String> unreached() {
    Map<StepId, String> why = new HashMap<>();
    if (!stopped.isEmpty()) {
      lesson.steps().forEach(step -> why.put(step.id(), "It was not judged. " + stopped));
    }
    return why;
  }

  private boolean goesOn() {
    return !played.isLeft() && played.openStep().isPresent();
  }

  private void type(int number, String line) throws InterruptedException, MachineLost, NotGraded {
    Matcher mark = MARK.matcher(line);
    if (mark.matches()) {
      goOnWith(number, mark.group(1));
    }
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    SubmittedLine kind = SubmittedLine.of(line, assignment.manner());
    if (kind == SubmittedLine.REFUSED) {
      notes.add("`%s` has no place in a submission and was left out.".formatted(quoted(line)));
    }
    if (kind != SubmittedLine.TYPED) {
      return;
    }
    files.lay();
    long start = System.nanoTime();
    try (var unused = EndOfInput.of(line, played.shell())) {
      hear(line.strip().equals(CommandRecord.KEEP) ? keeping(number) : typed(number, line), line);
    }
    printed.add(line, played.output());
    limits.after(quoted(line)).ifPresent(notes::add);
    if (System.nanoTime() - start > assignment.limits().line().toNanos()) {
      notes.add(
          "`%s` was ended after %s s."
              .formatted(quoted(line), assignment.limits().line().toSeconds()));
    }
  }

  /**
   * The lines of a later step begin: what is missing before it has been judged, and ropewalk does
   * it, so that the student's work from there on counts.
   */
  private void goOnWith(int number, String slug) throws InterruptedException, MachineLost {
    List<String> steps = lesson.steps().stream().map(step -> step.id().slug()).toList();
    int wanted = steps.indexOf(slug);
    Optional<StepId> open = played.openStep();
    while (!played.isLeft() && open.isPresent() && steps.indexOf(open.get().slug()) < wanted) {
      StepId step = open.get();
      hear(typed(number, ":check"), ":check");
      if (played.openStep().equals(open)) {
        judged(step);
        hear(typed(number, ":skip"), ":skip");
        files.layAgain();
      }
      if (played.openStep().equals(open)) {
        notes.add("Ropewalk could not go on with the step `%s`.".formatted(slug));
        return;
      }
      open = played.openStep();
    }
  }

  /** A step that is not done was looked at for the last time. */
  private void judged(StepId step) {
    leave(step);
    observer.complete(step);
  }

  /** Types a line; whatever goes wrong while the engine is gone, the line is told. */
  private List<Message> typed(int number, String line) throws InterruptedException, MachineLost {
    return told(number, line, () -> played.obey(line));
  }

  /** Goes back to the step from a free play whose work stays. */
  private List<Message> keeping(int number) throws InterruptedException, MachineLost {
    String word = ":" + Word.PLAY.word();
    return told(number, CommandRecord.KEEP, () -> played.decline(word));
  }

  /** What types a line. */
  private interface Typing {
    List<Message> type() throws InterruptedException;
  }

  private List<Message> told(int number, String line, Typing typing)
      throws InterruptedException, MachineLost {
    try {
      List<Message> said = typing.type();
      place.environment().engine().greet();
      return said;
    } catch (EngineProblem e) {
      throw limits.lost(number, quoted(line), "The engine ended while `%s` ran.", e);
    } catch (RuntimeException e) {
      try {
        place.environment().engine().greet();
      } catch (EngineProblem gone) {
        e.addSuppressed(gone);
        throw limits.lost(number, quoted(line), "The engine ended while `%s` ran.", e);
      }
      if (e instanceof ShellProblem) {
        throw limits.lost(
            number, quoted(line), "No shell could be started any more after `%s`.", e);
      }
      throw e;
    }
  }

  private void hear(List<Message> said, String line) {
    verdicts.hear(said, quoted(line), skipped());
  }

  private void leave(StepId step) {
    verdicts.leave(step).ifPresent(notes::add);
  }

  private int objects() {
    World world = played.state().world();
    return world.containers().size() + world.networks().size() + world.volumes().size();
  }

  private Set<StepId> skipped() {
    return played.entries().stream()
        .filter(Entry.StepDone.class::isInstance)
        .map(Entry.StepDone.class::cast)
        .filter(done -> done.how() == Entry.How.SKIPPED)
        .map(Entry.StepDone::step)
        .collect(Collectors.toSet());
  }

  private static String words(List<Message> said) {
    return said.stream()
        .filter(Message.Door.class::isInstance)
        .flatMap(message -> ((Message.Door) message).obstacles().stream())
        .map(it -> (it.says() + " " + it.remedy()).strip())
        .collect(Collectors.joining(" "));
  }
}
