package dev.ropewalk.check;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the checks of a step ask for by name: who has mistaken a name is led to it. */
public final class AskedFor {
  /** For a step of which nothing is known. */
  static final AskedFor NOTHING = new AskedFor(List.of());

  private final List<Check> checks;

  AskedFor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Something that has a name. */
  public record Named(Kind kind, String name) {}

  /** What kind of thing it is. */
  public enum Kind {
    CONTAINER("container"),
    IMAGE("image"),
    NETWORK("network"),
    VOLUME("volume");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Docker's own word for it. */
    public String word() {
      return word;
    }
  }

  /**
   * The names of a kind, in the order of the checks. What uses a variable that has no value yet, or
   * cannot be known since the engine does not answer, is left out.
   */
  public List<String> names(Kind kind, Scene scene) {
    return checks.stream()
        .flatMap(check -> named(check.claim(), scene))
        .filter(it -> it.kind() == kind && !it.name().isBlank() && !Diagnosis.hasBlank(it.name()))
        .map(Named::name)
        .distinct()
        .toList();
  }

  private static Stream<Named> named(Claim claim, Scene scene) {
    try {
      return claim.named(scene).stream();
    } catch (Variables.UnknownVariable | EngineProblem | IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** What the aims of a claim name: containers, and what a line that makes one names. */
  static List<Named> of(List<Aim> aims) {
    return aims.stream().flatMap(AskedFor::of).toList();
  }

  private static Stream<Named> of(Aim aim) {
    Stream<Named> itself = Stream.of(new Named(Kind.CONTAINER, aim.container()));
    return aim instanceof Aim.Made made
        ? Stream.concat(itself, made.line().parts(Optional.empty()).stream().flatMap(AskedFor::of))
        : itself;
  }

  private static Stream<Named> of(Aim.Part part) {
    return switch (part.kind()) {
      case FLAG -> ofFlag(part.text());
      case IMAGE -> Stream.of(new Named(Kind.IMAGE, part.text()));
      case LIMIT, NO_FLAG, COMMAND, OWN_COMMAND, PRINTS, OTHER_COMMAND -> Stream.empty();
    };
  }

  private static Stream<Named> ofFlag(String text) {
    String[] words = text.split("[ =]", 2);
    if (words.length < 2) {
      return Stream.empty();
    }
    return switch (words[0]) {
      case "--network" ->
          words[1].contains(":") ? Stream.empty() : Stream.of(new Named(Kind.NETWORK, words[1]));
      case "-v", "--volume" -> {
        String source = words[1].split(":", 2)[0];
        yield source.matches("[A-Za-z0-9][\\w.-]*") && words[1].contains(":")
            ? Stream.of(new Named(Kind.VOLUME, source))
            : Stream.empty();
      }
      default -> Stream.empty();
    };
  }
}
