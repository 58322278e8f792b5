package dev.ropewalk.check.why;

import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the learner, with what was asked of the engine until it ended.
 *
 * @param line empty for the words of an answer, which the shell expands, and for what jobs in the
 *     background have asked since the last line
 * @param requests in the order in which they were answered; none where the line was not recorded
 */
public record AskedLine(Optional<LearnerAct.Line> line, List<Exchange> requests) {
  public AskedLine {
    requests = List.copyOf(requests);
  }

  /** What the learner did since the step opened, the newest first. */
  public static List<AskedLine> latestFirst(History history) {
    List<AskedLine> all = new ArrayList<>();
    List<Exchange> requests = new ArrayList<>();
    for (LearnerAct act : history.acts()) {
      switch (act) {
        case LearnerAct.Request(var exchange) -> requests.add(exchange);
        case LearnerAct.Line line -> {
          all.add(new AskedLine(Optional.of(line), requests));
          requests.clear();
        }
        case LearnerAct.Answer _ -> {
          all.add(new AskedLine(Optional.empty(), requests));
          requests.clear();
        }
        case LearnerAct.Skip _ -> {
          // Its lines follow.
        }
      }
    }
    if (!requests.isEmpty()) {
      all.add(new AskedLine(Optional.empty(), requests));
    }
    return all.reversed();
  }

  /**
   * Whether its requests are on record. No record is no proof: a line that a recorder could see and
   * that asked for nothing has gone round it.
   */
  public boolean isRecorded() {
    return line.map(it -> it.requests().orElse(0) > 0).orElse(true);
  }

  /** Whether it ended well, as far as the exit code of a whole line tells. */
  public boolean worked() {
    return line.map(TypedCommands::worked).orElse(true);
  }

  /**
   * The request that the engine refused and that made the line fail. What a client only tries (is
   * there such a container, and if not such an image?) and what then worked is none. Of several the
   * last one that was to change something is told, else the first.
   */
  Optional<Exchange> refused() {
    if (line.isEmpty() || requests.isEmpty()) {
      return Optional.empty();
    }
    if (line.get().exitCode() == 0) {
      return Optional.of(requests.getLast()).filter(AskedLine::tellsWhy);
    }
    List<Exchange> failed = new ArrayList<>();
    for (int at = 0; at < requests.size(); at++) {
      Exchange one = requests.get(at);
      if (tellsWhy(one)
          && requests.subList(at + 1, requests.size()).stream()
              .noneMatch(later -> isMadeGoodBy(one, later))) {
        failed.add(one);
      }
    }
    return failed.reversed().stream()
        .filter(one -> !looks(one))
        .findFirst()
        .or(() -> failed.stream().findFirst());
  }

  private static boolean tellsWhy(Exchange exchange) {
    return exchange.failed() && !exchange.error().isEmpty();
  }

  private static boolean isMadeGoodBy(Exchange failed, Exchange later) {
    return !later.failed()
        && (looks(failed)
            || later.method().equals(failed.method()) && later.path().equals(failed.path()));
  }

  private static boolean looks(Exchange exchange) {
    return exchange.method().equals("GET") || exchange.method().equals("HEAD");
  }
}
