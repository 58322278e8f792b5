package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The end of a lesson: how far the learner is now, and what is left to be cleared up. */
final class Closing {
  private final Turn turn;

  Closing(Turn turn) {
    this.turn = turn;
  }

  /** Tells that a lesson is done, and offers to clear up what it has left. */
  void close(Lesson lesson) {
    State state = turn.state();
    if (state.drills().isPresent()) {
      new Drilling(turn).done();
      return;
    }
    List<Message.Contents.Row> rows = Contents.of(state.course(), state.progress()).rows();
    List<Message.Contents.Row> open =
        rows.stream().filter(row -> row.standing() != Message.Contents.Standing.FINISHED).toList();
    if (lesson.isExam()) {
      turn.note(WayPhrases.score(lesson, state.standing().done()));
    }
    turn.say(
        new Message.LessonDone(
            lesson,
            Contents.after(lesson.id(), state.course(), state.progress()),
            rows.size() - open.size(),
            rows.size(),
            open.stream().map(Message.Contents.Row::time).reduce(Duration.ZERO, Duration::plus)));
    String practice = PracticePhrases.standing(state.practice().in(state.course()), turn.now());
    if (!practice.isEmpty()) {
      turn.note(practice);
    }
    List<Belonging> left = Belonging.of(state.standing().made(), state.world());
    if (state.manner().waits() && !left.isEmpty()) {
      offer(left);
      return;
    }
    if (state.manner() == Manner.BESIDE && !left.isEmpty()) {
      turn.note(WayPhrases.stillThere(left, state.world()));
    }
    turn.ready();
  }

  /** Something has been cleared up: at a shut door that is a knock. */
  void cleared() {
    if (turn.state().drills().isPresent()) {
      new Drilling(turn).open();
      return;
    }
    State state = turn.state();
    turn.look(
        state.door() == State.Door.SHUT
            ? new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand())
            : new Phase.Then.Judge(Phase.Asked.IN_PASSING));
  }

  /**
   * Offers to clear up what lessons have left in the way of one, itself among them, where it is
   * begun anew.
   *
   * @return whether there is any
   */
  boolean offerOthers(Lesson lesson) {
    State state = turn.state();
    if (!state.manner().waits()) {
      return false;
    }
    for (LessonId other : state.course().lessons()) {
      LessonProgress progress = state.progress().of(other);
      boolean goesOn = other.equals(lesson.id()) && !progress.finished();
      Set<EngineEvent> made = new HashSet<>(goesOn ? progress.left() : progress.made());
      made.removeIf(birth -> !isInTheWay(birth, lesson.needs().free(), state.world()));
      List<Belonging> left = Belonging.of(made, state.world());
      if (!left.isEmpty()) {
        turn.note(WayPhrases.leftBy(other));
        offer(left);
        return true;
      }
    }
    return false;
  }

  private void offer(List<Belonging> left) {
    turn.say(new Message.ResetPlan(left));
    turn.give(new Phase.Confirming(new Phase.Proposal.ClearUp(left)));
  }

  private static boolean isInTheWay(EngineEvent birth, Needs.Free free, World world) {
    return switch (birth) {
      case EngineEvent.ToContainer it ->
          world.containers().stream()
              .filter(container -> container.id().equals(it.id()))
              .anyMatch(
                  container ->
                      free.names().contains(container.name())
                          || container.ports().stream()
                              .anyMatch(port -> free.ports().contains(port.host())));
      case EngineEvent.ToVolume it -> free.volumes().contains(it.id());
      case EngineEvent.ToNetwork it ->
          world.networks().stream()
              .anyMatch(
                  network ->
                      network.id().equals(it.id()) && free.networks().contains(network.name()));
      case EngineEvent.ToImage _, EngineEvent.ToOther _ -> false;
    };
  }
}
