package dev.ropewalk.check.why;

import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the learner, with what it has asked of the engine, also by a job that it has left.
 *
 * @param line empty for the words of an answer, which the shell expands, and for what runs now
 * @param requests in the order in which they were answered; none where the line was not recorded
 */
public record AskedLine(Optional<LearnerAct.Line> line, List<Exchange> requests) {
  private static final int UNKNOWN = -1;

  public AskedLine {
    requests = List.copyOf(requests);
  }

  /** Whether it can have shown anything: an answer whose words ask for nothing cannot. */
  public boolean mayShow() {
    return line.isPresent() || !requests.isEmpty();
  }

  /** What the learner did since the step opened, the newest first. */
  public static List<AskedLine> latestFirst(History history) {
    List<LearnerAct> acts = history.acts();
    Map<Integer, List<Exchange>> requests = new HashMap<>();
    for (int at = 0; at < acts.size(); at++) {
      if (acts.get(at) instanceof LearnerAct.Request(var exchange)) {
        requests.computeIfAbsent(asker(acts, at, exchange), _ -> new ArrayList<>()).add(exchange);
      }
    }
    List<AskedLine> all = new ArrayList<>();
    for (int at = 0; at < acts.size(); at++) {
      List<Exchange> asked = requests.getOrDefault(at, List.of());
      switch (acts.get(at)) {
        case LearnerAct.Line line -> all.add(new AskedLine(Optional.of(line), asked));
        case LearnerAct.Answer _ -> all.add(new AskedLine(Optional.empty(), asked));
        case LearnerAct.Request _, LearnerAct.Skip _ -> {
          // Its line follows, or its lines.
        }
      }
    }
    if (requests.containsKey(UNKNOWN)) {
      all.add(new AskedLine(Optional.empty(), requests.get(UNKNOWN)));
    }
    return all.reversed();
  }

  /**
   * Which act has asked, by its index: the line of the same lane that ends next, or the one that
   * has ended and left a job. Of a lane that no line is known to have had, what ends next without
   * one: an answer, or a line of an older journal.
   */
  private static int asker(List<LearnerAct> acts, int request, Exchange exchange) {
    String lane = exchange.lane();
    boolean known = false;
    int left = UNKNOWN;
    for (int at = 0; at < acts.size(); at++) {
      if (acts.get(at) instanceof LearnerAct.Line line && line.lane().equals(lane)) {
        if (at > request) {
          return at;
        }
        known = true;
        left = lane.startsWith(LearnerAct.Line.OWN_LANE) ? at : UNKNOWN;
      }
    }
    return known ? left : next(acts, request);
  }

  private static int next(List<LearnerAct> acts, int request) {
    for (int at = request + 1; at < acts.size(); at++) {
      boolean takes =
          switch (acts.get(at)) {
            case LearnerAct.Line line -> line.lane().isEmpty() && line.requests().isPresent();
            case LearnerAct.Answer _ -> true;
            case LearnerAct.Request _, LearnerAct.Skip _ -> false;
          };
      if (takes) {
        return at;
      }
    }
    return UNKNOWN;
  }

  /**
   * Whether its requests are on record. No record is no proof: a line that a recorder could see and
   * that asked for nothing has gone round it.
   */
  public boolean isRecorded() {
    return line.map(it -> it.requests().orElse(0) > 0).orElse(true);
  }

  /** Whether it ended well, as far as its exit codes tell. */
  public boolean worked() {
    return line.map(it -> CommandEnds.of(it).worked()).orElse(true);
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
    if (line.get().exitCode() == 0 && CommandEnds.of(line.get()).endedWell()) {
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

  /** What a client asks by itself, to fit the terminal, may come when all is over. */
  private static boolean tellsWhy(Exchange exchange) {
    return exchange.failed() && !exchange.error().isEmpty() && !exchange.path().endsWith("/resize");
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
