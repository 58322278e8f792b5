package dev.ropewalk.session;

import dev.ropewalk.journal.Entry;
import java.util.List;
import java.util.Locale;

/** What a learner answers who is asked whether something may be done. */
final class Confirmation {
  private final Turn turn;

  Confirmation(Turn turn) {
    this.turn = turn;
  }

  /** A line was typed where a yes or a no was asked for. */
  void answered(String line, Phase.Proposal proposal) {
    String answer = line.strip().toLowerCase(Locale.ROOT);
    boolean yes = answer.matches("y|yes");
    if (proposal instanceof Phase.Proposal.ClearUp && !answer.matches("|y|yes|n|no")) {
      if (!Word.isMeant(answer)) {
        turn.note(WayPhrases.KEPT_FOR_NOW);
      }
      turn.phase(new Phase.AtPrompt());
      new Typing(turn).typed(line);
      return;
    }
    if (proposal instanceof Phase.Proposal.Fetch(var images)) {
      offered(line, answer, images);
      return;
    }
    if (!yes && !answer.matches("|n|no") && !Word.isMeant(answer)) {
      turn.note(Phrases.neitherYesNorNo(line.strip()));
      turn.give(new Phase.Confirming(proposal));
      return;
    }
    switch (proposal) {
      case Phase.Proposal.Reset(var none) when yes && none.isEmpty() ->
          new Opening(turn).startAgain();
      case Phase.Proposal.Reset(var belongings) when yes -> {
        turn.script(belongings.stream().map(Belonging::removal).toList());
        new Typing(turn).typeNext(Phase.By.RESET);
      }
      case Phase.Proposal.SetStage(var errand, var plan) when yes ->
          new Staging(turn).carryOut(errand, plan);
      case Phase.Proposal.ClearUp(var belongings) when yes -> {
        turn.script(belongings.stream().map(Belonging::removal).toList());
        new Typing(turn).typeNext(Phase.By.CLEAR);
      }
      case Phase.Proposal.ClearUp _ -> new Typing(turn).tell(new Message.Note(WayPhrases.KEPT));
      case Phase.Proposal.Undo(var lines) when yes -> {
        turn.record(new Entry.LineUndone());
        turn.script(lines);
        new Typing(turn).typeNext(Phase.By.UNDO);
      }
      case Phase.Proposal.Undo _ -> declined(Phrases.NOTHING_RUN);
      case Phase.Proposal.Fetch _ -> throw new IllegalStateException("answered above");
      case Phase.Proposal.Reset(var none) when none.isEmpty() -> declined(AgainPhrases.NOT_AGAIN);
      case Phase.Proposal.Reset _ -> declined(Phrases.NOTHING_REMOVED);
      case Phase.Proposal.SetStage(var errand, _)
          when errand.kind() == Errand.Kind.RESUME && turn.state().play().isPresent() -> {
        turn.note(WayPhrases.LEFT_AS_IT_IS);
        turn.record(new Entry.PlayKept());
        new Staging(turn).set(errand);
      }
      case Phase.Proposal.SetStage _ -> declined(Phrases.NOTHING_RUN);
    }
  }

  /** Enter is a yes; and who rather types a command line, to load images say, is not kept. */
  private void offered(String line, String answer, List<String> images) {
    if (answer.matches("|y|yes")) {
      new Fetching(turn).begin(images);
    } else if (answer.matches("n|no")) {
      turn.note(WayPhrases.WITHOUT_IMAGES);
      new Entering(turn).withoutImages();
    } else {
      turn.phase(new Phase.AtPrompt());
      new Typing(turn).typed(line);
    }
  }

  private void declined(String says) {
    turn.dropErrand();
    new Typing(turn).tell(new Message.Note(says));
    new Judging(turn).quietly();
  }
}
