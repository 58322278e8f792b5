package dev.ropewalk.check.learner;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.Locale;
import java.util.Optional;

/** By what a command names a container. */
enum Spelling {
  NAME("its name"),
  SHORT_ID("its short id, the first 12 characters"),
  FULL_ID("its full id, all 64 characters"),
  /** Docker takes any beginning of an id that fits one container only. */
  PART_OF_ID("a part of its id");

  /** Those that can be asked for. */
  static final Type.Word WORDS = Type.Word.of("name", "short_id", "full_id");

  private final String words;

  Spelling(String words) {
    this.words = words;
  }

  /** The one of a word of {@link #WORDS}. */
  static Spelling of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** How an argument names a container; empty where it names none. */
  static Optional<Spelling> of(String arg, Scene scene) {
    String name = plain(arg);
    if (scene.world().containers().stream().anyMatch(c -> c.name().equals(name))) {
      return Optional.of(NAME);
    }
    boolean id =
        arg.matches("[0-9a-f]+")
            && scene.world().containers().stream().anyMatch(c -> c.id().startsWith(arg));
    return id
        ? Optional.of(arg.length() == 12 ? SHORT_ID : arg.length() == 64 ? FULL_ID : PART_OF_ID)
        : Optional.empty();
  }

  /** How a container is named so. */
  String of(ContainerSummary container) {
    return switch (this) {
      case NAME -> container.name();
      case SHORT_ID, PART_OF_ID -> container.id().substring(0, 12);
      case FULL_ID -> container.id();
    };
  }

  /** A word for a container, without the slash with which the engine's own names begin. */
  static String plain(String arg) {
    return arg.startsWith("/") ? arg.substring(1) : arg;
  }

  /** For a sentence: {@code by its name}. */
  String words() {
    return words;
  }
}
