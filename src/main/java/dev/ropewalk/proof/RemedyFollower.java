package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.Followed.Skip;
import java.util.List;

/**
 * Types what ropewalk has said to a wrong answer, at most {@link RemedyTrail#MOST} times, and then
 * {@code :skip} where the step is not done. For one thread.
 */
final class RemedyFollower {
  private static final Script CHECK = new Script(":check");
  private static final List<String> SKIP = List.of(":skip");

  private final Rehearsal rehearsal;
  private final Step step;

  RemedyFollower(Rehearsal rehearsal, Step step) {
    this.rehearsal = rehearsal;
    this.step = step;
  }

  /**
   * Follows.
   *
   * @param first what was read after the wrong answer, which did not pass
   */
  Followed follow(LearnerReading first) throws InterruptedException {
    World before = rehearsal.world();
    RemedyTrail trail = new RemedyTrail(step.solution());
    LearnerReading reading = first;
    while (true) {
      switch (next(trail, reading)) {
        case RemedyTrail.Next.Type(var lines) -> reading = rehearsal.obey(lines);
        case RemedyTrail.Next.Stop(var end) -> {
          Skip skip = skip();
          return new Followed(end, trail.rounds(), skip, rehearsal.lostSince(before));
        }
      }
    }
  }

  private RemedyTrail.Next next(RemedyTrail trail, LearnerReading reading)
      throws InterruptedException {
    if (!rehearsal.isOpen(step)) {
      return trail.done();
    }
    // Who is told no reason asks for one.
    return trail.notDone(reading.why().isEmpty() ? rehearsal.type(CHECK).why() : reading.why());
  }

  private Skip skip() throws InterruptedException {
    if (!rehearsal.isOpen(step)) {
      return Skip.NOT_NEEDED;
    }
    LearnerReading unused = rehearsal.obey(SKIP);
    return rehearsal.isOpen(step) ? Skip.LOCKED : Skip.DONE;
  }
}
