package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Round;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what somebody types who does, to the letter, what ropewalk says. Pure. For one thread.
 */
final class RemedyTrail {
  /** Who is told a third time what to do, and it still does not help, gives up. */
  static final int MOST = 3;

  private static final String AGAIN = ":retry";
  private static final String FROM_THE_START = ":reset";

  private final Script solution;
  private final Set<String> said = new HashSet<>();
  private final List<Round> rounds = new ArrayList<>();
  private List<String> typed = List.of();

  /**
   * @param solution what is typed after the step was begun again
   */
  RemedyTrail(Script solution) {
    this.solution = solution;
  }

  /** What is done next. */
  sealed interface Next {
    /** These lines are typed, and yes is said where it is asked. */
    record Type(List<String> lines) implements Next {}

    /** Nothing more. */
    record Stop(End end) implements Next {}
  }

  /** The step is done by now. */
  Next done() {
    note("");
    return new Next.Stop(End.MENDED);
  }

  /**
   * The step is not done.
   *
   * @param why what is said; empty where there is no reason
   */
  Next notDone(Optional<Diagnosis> why) {
    String words = why.map(LearnerReading::words).orElse("");
    note(words);
    if (!said.add(words) && !rounds.isEmpty()) {
      return new Next.Stop(End.LOOP);
    }
    List<String> moves = why.map(Diagnosis::moves).orElse(List.of());
    if (moves.isEmpty() || moves.contains(FROM_THE_START)) {
      return new Next.Stop(End.NOTHING);
    }
    if (rounds.size() == MOST) {
      return new Next.Stop(End.UNMENDED);
    }
    typed = new ArrayList<>(moves);
    if (moves.getLast().equals(AGAIN)) {
      typed.addAll(solution.commands());
    }
    return new Next.Type(List.copyOf(typed));
  }

  /** What was typed until now, and what was said to it. */
  List<Round> rounds() {
    return List.copyOf(rounds);
  }

  private void note(String words) {
    if (!typed.isEmpty()) {
      rounds.add(new Round(typed, words));
      typed = List.of();
    }
  }
}
