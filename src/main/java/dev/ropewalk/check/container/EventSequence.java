package dev.ropewalk.check.container;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.EngineEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Events as checks compare them: the same on every engine, and only what stands for an act.
 *
 * <ul>
 *   <li>Engines since 26 tell {@code stop} before {@code die}, older ones after it: here it always
 *       comes after.
 *   <li>{@code docker commit} pauses and lets go on by itself: that is left out.
 *   <li>What has never been started has not ended either.
 * </ul>
 */
public final class EventSequence {
  /** What only something that has run can come to. */
  private static final Set<String> ENDS = Set.of("die", "stop", "kill");

  private EventSequence() {}

  /** The events, oldest first, as they are to be compared. */
  public static List<EngineEvent> of(List<EngineEvent> events, Scene scene) {
    List<EngineEvent> kept = new ArrayList<>(events);
    List<EngineEvent> ofCommits = ofCommits(events);
    if (!ofCommits.isEmpty()
        && new TypedCommands(scene)
            .latestFirst()
            .noneMatch(typed -> typed.command().name().equals("pause"))) {
      kept.removeAll(ofCommits);
    }
    kept.removeAll(endsWithoutStart(events));
    return inOrder(kept, EngineEvent::action, (one, other) -> one.id().equals(other.id()));
  }

  /** What is looked for, with {@code stop} after its {@code die}, too. */
  public static <T> List<T> sought(List<T> wanted, Function<T, String> action) {
    return inOrder(wanted, action, (_, _) -> true);
  }

  private static <T> List<T> inOrder(
      List<T> all, Function<T, String> action, java.util.function.BiPredicate<T, T> sameObject) {
    List<T> sorted = new ArrayList<>(all);
    for (int i = 0; i < sorted.size(); i++) {
      if (action.apply(sorted.get(i)).equals("stop")) {
        T stop = sorted.get(i);
        int next = i + 1;
        while (next < sorted.size() && !sameObject.test(stop, sorted.get(next))) {
          next++;
        }
        if (next < sorted.size() && action.apply(sorted.get(next)).equals("die")) {
          sorted.add(i, sorted.remove(next));
          i++;
        }
      }
    }
    return sorted;
  }

  private static List<EngineEvent> ofCommits(List<EngineEvent> events) {
    List<EngineEvent> own = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      EngineEvent commit = events.get(i);
      if (commit.action().equals("commit")) {
        next(events.subList(0, i).reversed(), commit, "pause").ifPresent(own::add);
        next(events.subList(i + 1, events.size()), commit, "unpause").ifPresent(own::add);
      }
    }
    return own;
  }

  /** The next event of the same container, if it is this one. */
  private static Optional<EngineEvent> next(
      List<EngineEvent> events, EngineEvent of, String action) {
    return events.stream()
        .filter(event -> event.id().equals(of.id()))
        .findFirst()
        .filter(event -> event.action().equals(action));
  }

  private static List<EngineEvent> endsWithoutStart(List<EngineEvent> events) {
    Set<String> waiting = new HashSet<>();
    List<EngineEvent> none = new ArrayList<>();
    for (EngineEvent event : events) {
      if (event instanceof EngineEvent.ToContainer) {
        switch (event.action()) {
          case "create" -> waiting.add(event.id());
          case "start" -> waiting.remove(event.id());
          default -> {
            if (ENDS.contains(event.action()) && waiting.contains(event.id())) {
              none.add(event);
            }
          }
        }
      }
    }
    return none;
  }
}
