package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.journal.Entry;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what the learner's lines asked the engine for, as far as a check can stand on it. */
final class Recording {
  /** Of what is in a list and is nobody's the lesson needs to know no more than a few. */
  private static final int MOST_STRANGERS = 20;

  private final Turn turn;

  Recording(Turn turn) {
    this.turn = turn;
  }

  /** A request has been answered: what it did and showed belongs to the open step. */
  void asked(Exchange exchange) {
    if (isOurs(turn.state().phase())) {
      return;
    }
    new Following(turn).recorded(exchange);
    if (setsUp(turn.state().phase())) {
      return;
    }
    if (turn.state().step().isEmpty() || !matters(exchange)) {
      return;
    }
    turn.record(new Entry.Asked(brief(exchange)));
    // In any other phase it is judged when that is over.
    if (turn.state().phase() instanceof Phase.AtPrompt) {
      new Judging(turn).quietly();
    } else if (turn.state().phase() instanceof Phase.Judging) {
      new Judging(turn).verify();
    }
  }

  /** Whether the line is one that sets the stage, which teaches nobody anything. */
  private static boolean isOurs(Phase phase) {
    return phase instanceof Phase.Running(var by) && (by == Phase.By.RESET || by == Phase.By.STAGE);
  }

  /** Whether the line is the lesson's own: what it makes counts, but not as the learner's doing. */
  private static boolean setsUp(Phase phase) {
    return phase instanceof Phase.Running(var by) && by == Phase.By.SETUP;
  }

  private static boolean matters(Exchange exchange) {
    return exchange.failed() || !exchange.outcomes().isEmpty();
  }

  /** Long lists are cut to what is the lesson's, what its checks look for and a few others. */
  private Exchange brief(Exchange exchange) {
    Set<String> ours =
        turn.state().standing().owned().stream().map(EngineEvent::id).collect(Collectors.toSet());
    Set<String> words = LookedFor.in(turn.state());
    Predicate<Outcome.Item> matters = item -> ours.contains(item.id()) || isMeant(item, words);
    List<Outcome> outcomes =
        exchange.outcomes().stream()
            .map(
                outcome ->
                    outcome instanceof Outcome.Listed(var kind, var items)
                        ? new Outcome.Listed(kind, brief(items, matters))
                        : outcome)
            .toList();
    return exchange.with(outcomes);
  }

  private static boolean isMeant(Outcome.Item item, Set<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                item.id().replaceFirst("^sha256:", "").startsWith(word)
                    || item.names().stream()
                        .anyMatch(
                            name ->
                                name.equals(word)
                                    || ImageRef.parse(name).equals(ImageRef.parse(word))));
  }

  private static List<Outcome.Item> brief(
      List<Outcome.Item> items, Predicate<Outcome.Item> matters) {
    return Stream.concat(
            items.stream().filter(matters),
            items.stream().filter(matters.negate()).limit(MOST_STRANGERS))
        .toList();
  }
}
