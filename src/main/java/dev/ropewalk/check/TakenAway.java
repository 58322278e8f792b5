package dev.ropewalk.check;

import dev.ropewalk.check.AskedFor.Kind;
import dev.ropewalk.check.AskedFor.Named;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.List;

/**
 * What was taken away since the step opened, as the engine's answers and its events tell it: what
 * is made again in the same line was never looked at in between.
 */
public final class TakenAway {
  private TakenAway() {}

  /** Whether what has this name was removed, or has lost the name, since the step opened. */
  public static boolean since(History history, Named named) {
    return history.events().stream()
        .anyMatch(
            event ->
                switch (event) {
                  case EngineEvent.ToContainer c ->
                      named.kind() == Kind.CONTAINER && hasGone(c, named.name());
                  case EngineEvent.ToNetwork n ->
                      named.kind() == Kind.NETWORK
                          && n.action().equals("destroy")
                          && n.name().equals(named.name());
                  case EngineEvent.ToVolume v ->
                      named.kind() == Kind.VOLUME
                          && v.action().equals("destroy")
                          && v.id().equals(named.name());
                  case EngineEvent.ToImage i ->
                      named.kind() == Kind.IMAGE && hasGone(i, named.name(), history);
                  case EngineEvent.ToOther _ -> false;
                });
  }

  /** The command that takes it away. */
  public static String by(Named named) {
    return switch (named.kind()) {
      case CONTAINER -> "docker rm -f " + named.name();
      case IMAGE -> "docker rmi " + named.name();
      case NETWORK, VOLUME -> "docker %s rm %s".formatted(named.kind().word(), named.name());
    };
  }

  private static boolean hasGone(EngineEvent.ToContainer event, String name) {
    return event.action().equals("destroy") && event.name().equals(name)
        || event.action().equals("rename")
            && event.details().getOrDefault("oldName", "").replaceFirst("^/", "").equals(name);
  }

  /** Most engines tell of an image that a name was taken off, but not which: their answer does. */
  private static boolean hasGone(EngineEvent.ToImage event, String name, History history) {
    if (!event.action().equals("untag")) {
      return false;
    }
    List<String> removed =
        history.requests().stream()
            .flatMap(request -> request.outcomes(Outcome.Removed.class))
            .filter(outcome -> outcome.kind() == ObjectKind.IMAGE)
            .flatMap(outcome -> outcome.references().stream())
            .toList();
    return removed.isEmpty()
        ? bore(event, name, history)
        : removed.stream().anyMatch(reference -> same(reference, name));
  }

  /** Whether the image had been given the name before that. */
  private static boolean bore(EngineEvent.ToImage untagged, String name, History history) {
    return same(untagged.name(), name)
        || history.all().stream()
            .takeWhile(event -> event != untagged)
            .anyMatch(
                event ->
                    event instanceof EngineEvent.ToImage tag
                        && tag.action().equals("tag")
                        && tag.id().equals(untagged.id())
                        && same(tag.name(), name));
  }

  private static boolean same(String one, String other) {
    return ImageRef.parse(one).equals(ImageRef.parse(other));
  }
}
