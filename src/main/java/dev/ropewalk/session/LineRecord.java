package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a recorder has seen a line create, whatever client asked for it.
 *
 * @param certain what was created by the line: ids of containers, networks and images, names of
 *     volumes that were not there before, and {@link #name} for a name that an image was given
 * @param volumes how often a volume was asked for by its name, which is all the identity it has
 * @param made those of the ids that are new for certain: an image that is built may have been there
 * @param loaded the names of images that came from an archive, of which the engine tells no event
 * @param builder whether a builder talked to the engine that tells no event of what it builds
 */
record LineRecord(
    Set<String> certain,
    Map<String, Integer> volumes,
    Set<String> made,
    Set<ImageRef> loaded,
    Builder builder) {
  /** Nothing. */
  static final LineRecord NONE =
      new LineRecord(Set.of(), Map.of(), Set.of(), Set.of(), Builder.TOLD);

  /** How the engine tells of what is built. */
  enum Builder {
    /** By events, as ever. */
    TOLD,
    /** A plugin has spoken with the engine's own builder, and only its lists show the images. */
    UNTOLD
  }

  LineRecord {
    certain = Set.copyOf(certain);
    volumes = Map.copyOf(volumes);
    made = Set.copyOf(made);
    loaded = Set.copyOf(loaded);
  }

  /** What was seen of these requests. */
  static LineRecord of(List<Exchange> requests) {
    LineRecord record = NONE;
    for (Exchange request : requests) {
      record = record.and(request);
    }
    return record;
  }

  /** A name of an image, as something that can be created. */
  static String name(String image, String id) {
    return id + " " + ImageRef.parse(image).familiar();
  }

  /**
   * What was created by the line, given what was born since it began: where more volumes of a name
   * were born than the line asked for, another may have been, and none of them is certain.
   */
  Set<String> certain(List<EngineEvent> births) {
    Set<String> sure = new HashSet<>(certain);
    volumes.forEach(
        (name, asked) -> {
          long born =
              births.stream()
                  .filter(EngineEvent.ToVolume.class::isInstance)
                  .filter(birth -> birth.id().equals(name))
                  .count();
          if (born > asked) {
            sure.remove(name);
          }
        });
    return sure;
  }

  /** With one more request of the line. */
  LineRecord and(Exchange exchange) {
    Set<String> created = new HashSet<>(certain);
    Map<String, Integer> asked = new HashMap<>(volumes);
    Set<String> fresh = new HashSet<>(made);
    Set<ImageRef> names = new HashSet<>(loaded);
    for (Outcome outcome : exchange.outcomes()) {
      switch (outcome) {
        case Outcome.Created(var kind, var id, _, var before) -> {
          if (kind != ObjectKind.VOLUME || before == Outcome.Before.ABSENT) {
            created.add(id);
            fresh.add(id);
          }
          if (kind == ObjectKind.VOLUME) {
            asked.merge(id, 1, Integer::sum);
          }
        }
        case Outcome.Built(var id, _) -> created.add(id);
        case Outcome.Tagged(var id, var name, _) -> created.add(name(name.familiar(), id));
        case Outcome.Loaded(var references) -> {
          for (String reference : references) {
            if (reference.startsWith("sha256:")) {
              created.add(reference);
            } else {
              names.add(ImageRef.parse(reference));
            }
          }
        }
        default -> {
          // Nothing comes into being by it.
        }
      }
    }
    created.remove("");
    fresh.remove("");
    return new LineRecord(
        created, asked, fresh, names, exchange.path().equals("/grpc") ? Builder.UNTOLD : builder);
  }
}
