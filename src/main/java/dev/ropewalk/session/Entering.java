package dev.ropewalk.session;

import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.WorkingFolder;
import java.util.List;
import java.util.Optional;

/** Lets the learner into a lesson, or says what keeps its door shut. */
final class Entering {
  private final Turn turn;

  Entering(Turn turn) {
    this.turn = turn;
  }

  /** Opens the lesson if nothing is missing or in the way, and then does an errand. */
  void enter(Lesson written, Optional<Errand> errand, MachineFacts machine) {
    Lesson lesson = written.without(machine.missingCommands());
    if (new Drilling(turn).isOn() && new Drilling(turn).tidies()) {
      return;
    }
    boolean goesOn = !Opening.isAgain(errand) && isBegun(lesson);
    List<Obstacle> obstacles =
        goesOn ? List.of() : Obstacle.of(lesson.needs(), turn.state().world(), machine);
    turn.dropErrand();
    List<String> missing =
        goesOn ? List.of() : Obstacle.missingImages(lesson.needs(), turn.state().world());
    welcome();
    if (!obstacles.isEmpty()) {
      shut(lesson, errand, obstacles);
    } else if (!missing.isEmpty()) {
      turn.lesson(lesson, State.Door.SHUT);
      turn.errand(errand);
      new Fetching(turn).offer(missing);
    } else if (goesOn) {
      goOn(lesson, errand);
    } else {
      admit(lesson, errand);
    }
  }

  /** Who is here for the first time reads first what this is. */
  private void welcome() {
    State state = turn.state();
    if (state.lesson().isEmpty() && state.progress().last().isEmpty() && state.drills().isEmpty()) {
      turn.say(
          new Message.Welcome(
              state.course().description().title(),
              state.course().lessons().size(),
              Contents.time(state.course())));
    }
  }

  /** Opens the lesson that waits at its door, without images that commands will fetch. */
  void withoutImages() {
    Optional<Errand> errand = turn.state().errand();
    turn.dropErrand();
    admit(turn.state().lesson().orElseThrow(), errand);
  }

  /** The lesson was begun before. */
  private void goOn(Lesson lesson, Optional<Errand> errand) {
    turn.lesson(lesson, State.Door.OPEN);
    turn.forgetLines();
    turn.freshStep();
    Optional<WorkingFolder> folder = lesson.folder();
    boolean isLaid = turn.state().standing().laid().isPresent();
    if (folder.isEmpty()) {
      recallOrResume(errand);
    } else if (isLaid) {
      // What the learner has made of the files stays; but the folder itself may be gone.
      lay(lesson, new WorkingFolder(folder.get().name(), List.of()), List.of(), errand);
    } else {
      // It was begun when it had no folder yet.
      lay(lesson, folder.get(), lesson.judgedFiles(), errand);
    }
  }

  void recallOrResume(Optional<Errand> errand) {
    if (!new Recalling(turn).begin(errand)) {
      new Opening(turn).resume(errand);
    }
  }

  /** Nothing is missing or in the way. */
  private void admit(Lesson lesson, Optional<Errand> errand) {
    if (lesson.folder().isPresent()) {
      lay(lesson, lesson.folder().get(), lesson.judgedFiles(), errand);
    } else {
      new Opening(turn).begin(lesson, errand, Optional.empty());
    }
  }

  private void lay(
      Lesson lesson, WorkingFolder folder, List<String> judged, Optional<Errand> errand) {
    turn.phase(new Phase.Laying(lesson, errand));
    turn.effect(new Effect.Lay(folder, turn.state().progress().of(lesson.id()).laid(), judged));
  }

  /** Keeps the door shut. */
  void shut(Lesson lesson, Optional<Errand> errand, List<Obstacle> obstacles) {
    turn.lesson(lesson, State.Door.SHUT);
    turn.errand(errand);
    turn.say(new Message.Door(lesson, obstacles));
    if (turn.state().drills().isPresent()) {
      turn.note(PracticePhrases.LEAVE_OUT);
    }
    if (!new Closing(turn).offerOthers(lesson)) {
      turn.ready();
    }
  }

  /** What the lesson brings along is laid, or is not. */
  void laid(Input.Laid laid) {
    if (turn.state().phase() instanceof Phase.BringingBack(var errand)) {
      new Staging(turn).broughtBack(errand, laid);
      return;
    }
    if (!(turn.state().phase() instanceof Phase.Laying(var lesson, var errand))) {
      return;
    }
    List<Obstacle> obstacles = Obstacle.ofFiles(laid);
    if (obstacles.isEmpty() && !Opening.isAgain(errand) && isBegun(lesson)) {
      LaidFiles now = laid.files();
      Optional<LaidFiles> before =
          turn.state().standing().laid().filter(it -> it.folder().equals(now.folder()));
      if (before.isEmpty()) {
        turn.note(SettingUp.folder(lesson, now, turn.state().manner()));
      }
      new SettingUp(turn).goBack(before.orElse(now), errand);
    } else if (obstacles.isEmpty()) {
      new Opening(turn).begin(lesson, errand, Optional.of(laid));
    } else {
      shut(lesson, errand, obstacles);
    }
  }

  /** Every drill begins afresh. */
  private boolean isBegun(Lesson lesson) {
    if (new Drilling(turn).isOn()) {
      return false;
    }
    LessonProgress standing = turn.state().progress().of(lesson.id());
    return standing.open().filter(now -> lesson.indexOf(now.id()).isPresent()).isPresent()
        && !standing.finished();
  }
}
