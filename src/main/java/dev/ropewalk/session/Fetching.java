package dev.ropewalk.session;

import java.util.List;
import java.util.Optional;

/** Fetches the images of a lesson that waits at its door, once the learner wants them. */
final class Fetching {
  private final Turn turn;

  Fetching(Turn turn) {
    this.turn = turn;
  }

  /** Asks whether to fetch the images that are not there. */
  void offer(List<String> missing) {
    State state = turn.state();
    turn.say(
        new Message.FetchOffer(
            state.lesson().orElseThrow(), missing, state.course().description().bytes(missing)));
    turn.give(new Phase.Confirming(new Phase.Proposal.Fetch(missing)));
  }

  /** The learner wants them: they come one after the other. */
  void begin(List<String> images) {
    turn.phase(new Phase.Fetching(images, 0));
    turn.say(new Message.Comes(images.getFirst(), 0, 0));
    turn.effect(new Effect.Fetch(images.getFirst()));
  }

  /** More of an image has come. */
  void comes(Input.Comes comes) {
    if (isAbout(comes.image())) {
      turn.phase(new Phase.Fetching(images(), comes.come()));
      turn.say(new Message.Comes(comes.image(), comes.come(), comes.whole()));
    }
  }

  /** An image is there, or is not. */
  void fetched(String image, Optional<String> problem) {
    if (!isAbout(image)) {
      return;
    }
    State state = turn.state();
    if (problem.isPresent()) {
      new Entering(turn)
          .shut(
              state.lesson().orElseThrow(),
              state.errand(),
              List.of(Obstacle.notFetched(image, problem.get())));
      return;
    }
    turn.say(new Message.Fetched(image, come()));
    List<String> left = images().subList(1, images().size());
    if (left.isEmpty()) {
      turn.look(new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand()));
    } else {
      begin(left);
    }
  }

  /** The learner does not want to wait any longer. */
  void giveUp() {
    if (!images().isEmpty()) {
      turn.effect(new Effect.StopFetch());
      turn.note(WayPhrases.FETCH_STOPPED);
      turn.ready();
    }
  }

  private List<String> images() {
    return turn.state().phase() instanceof Phase.Fetching(var images, _) ? images : List.of();
  }

  private long come() {
    return turn.state().phase() instanceof Phase.Fetching(_, var come) ? come : 0;
  }

  private boolean isAbout(String image) {
    return !images().isEmpty() && images().getFirst().equals(image);
  }
}
