package dev.ropewalk.check.learner;

import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Item;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which words mean the same object: a name, an id, the beginning of an id. What is on the engine
 * now tells it, and what was there when the learner looked.
 */
final class KnownNames {
  private final Scene scene;

  KnownNames(Scene scene) {
    this.scene = scene;
  }

  /** Whether two words mean the same object. */
  boolean same(ObjectKind kind, String wanted, String asked) {
    if (isName(kind, wanted, asked)) {
      return true;
    }
    Set<String> ids = ids(kind, asked);
    return ids(kind, wanted).stream().anyMatch(ids::contains);
  }

  /** Whether a word means an object that an answer of the engine tells of. */
  boolean means(ObjectKind kind, String wanted, Item item) {
    return isMeant(kind, wanted, item) || ids(kind, wanted).contains(item.id());
  }

  private Set<String> ids(ObjectKind kind, String word) {
    List<Item> all = Stream.concat(now(kind), told(kind)).toList();
    Set<String> named =
        all.stream()
            .filter(item -> item.names().stream().anyMatch(name -> isName(kind, name, word)))
            .map(Item::id)
            .collect(Collectors.toSet());
    return named.isEmpty()
        ? all.stream()
            .filter(item -> isBeginning(word, item.id()))
            .map(Item::id)
            .collect(Collectors.toSet())
        : named;
  }

  private static boolean isMeant(ObjectKind kind, String word, Item item) {
    return item.names().stream().anyMatch(name -> isName(kind, name, word))
        || isBeginning(word, item.id());
  }

  private static boolean isName(ObjectKind kind, String name, String word) {
    return name.equals(word)
        || kind == ObjectKind.IMAGE && ImageRef.parse(name).equals(ImageRef.parse(word));
  }

  private static boolean isBeginning(String word, String id) {
    String digits = word.startsWith("sha256:") ? word.substring(7) : word;
    String whole = id.startsWith("sha256:") ? id.substring(7) : id;
    return digits.matches("[0-9a-f]{1,64}") && whole.startsWith(digits);
  }

  private Stream<Item> now(ObjectKind kind) {
    return switch (kind) {
      case CONTAINER ->
          scene.world().containers().stream().map(it -> new Item(it.id(), List.of(it.name())));
      case IMAGE -> scene.world().images().stream().map(it -> new Item(it.id(), it.tags()));
      case NETWORK ->
          scene.world().networks().stream().map(it -> new Item(it.id(), List.of(it.name())));
      case VOLUME ->
          scene.world().volumes().stream().map(it -> new Item(it.name(), List.of(it.name())));
    };
  }

  private Stream<Item> told(ObjectKind kind) {
    return scene.history().requests().stream()
        .flatMap(exchange -> exchange.outcomes().stream())
        .flatMap(outcome -> told(kind, outcome));
  }

  private static Stream<Item> told(ObjectKind wanted, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Listed(var kind, var items) when kind == wanted -> items.stream();
      case Outcome.Inspected(var kind, var id, var names) when kind == wanted ->
          Stream.of(new Item(id, names));
      case Outcome.Created(var kind, var id, var name, _) when kind == wanted && !name.isEmpty() ->
          Stream.of(new Item(id, List.of(name)));
      default -> Stream.empty();
    };
  }
}
