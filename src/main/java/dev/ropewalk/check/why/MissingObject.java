package dev.ropewalk.check.why;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.text.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What to say of a network or a volume that is not there. Who has mistaken the name of what the
 * step asks for needs that name, and no new thing of the mistaken one.
 */
final class MissingObject {
  private final AskedFor.Kind kind;
  private final List<String> there;
  private final Scene scene;

  MissingObject(AskedFor.Kind kind, Scene scene) {
    this.kind = kind;
    this.scene = scene;
    there =
        switch (kind) {
          case NETWORK -> scene.world().networks().stream().map(it -> it.name()).toList();
          case VOLUME -> scene.world().volumes().stream().map(it -> it.name()).toList();
          case CONTAINER, IMAGE ->
              throw new IllegalArgumentException(
                  "a %s has words of its own".formatted(kind.word()));
        };
  }

  /** There is none of a name. */
  Diagnosis of(String name, Optional<DockerCommand> command) {
    List<String> asked = scene.asked(kind).stream().filter(it -> !it.equals(name)).toList();
    boolean isAskedFor = scene.asked(kind).contains(name);
    // What the step asks for is meant so, however alike one is that is there.
    Optional<String> meant =
        isAskedFor ? Optional.empty() : near(name, asked).or(() -> near(name, there));
    String which =
        meant
            .map(" Did you mean `%s`?"::formatted)
            .or(
                () ->
                    asked.size() == 1 && !isAskedFor
                        ? Optional.of(" This step asks for `%s`.".formatted(asked.getFirst()))
                        : Optional.empty())
            .orElseGet(() -> MissingNames.nearOf(name, there, "docker %s ls".formatted(word())));
    String wanted = meant.orElse(asked.size() == 1 && !isAskedFor ? asked.getFirst() : name);
    boolean needsNone = command.filter(MissingNames::removes).isPresent() || there.contains(wanted);
    return MissingNames.failed(
        "There is no %s `%s`%s.%s"
            .formatted(word(), name, new MissingNames(scene).otherKind(name, word()), which),
        needsNone
            ? ""
            : "`docker %s create %s` makes %s."
                .formatted(word(), wanted, wanted.equals(name) ? "it" : "that one"));
  }

  /**
   * The name that stands in the place of another one, where the step asks for one of that kind.
   *
   * @param kind docker's word for it
   * @param words of a command that follow its name
   * @return empty where the only name among them may be meant, or it is not known which one is
   */
  static Optional<String> onlyAsked(String kind, List<String> words, Scene scene) {
    List<String> given = words.stream().filter(word -> !word.startsWith("-")).toList();
    return Stream.of(AskedFor.Kind.values())
        .filter(each -> each.word().equals(kind))
        .map(scene::asked)
        .filter(asked -> given.size() == 1 && asked.size() == 1 && !asked.equals(given))
        .map(List::getFirst)
        .findFirst();
  }

  /**
   * A network or a volume was to be made with a driver that does not do.
   *
   * @param error with three groups: there is one already, there is no such driver, it needs a swarm
   */
  static Diagnosis driver(Matcher error, Optional<DockerCommand> command, Scene scene) {
    String driver = command.flatMap(it -> it.flag("driver")).orElse("");
    String says =
        error.group(1) != null
            ? "There can be one network of the driver `%s`, and every engine has it already."
                .formatted(driver)
            : error.group(2) != null
                ? "The engine has no driver `%s`.".formatted(error.group(2))
                : "The driver `%s` is for engines that work together as a swarm.".formatted(driver);
    return MissingNames.failed(
        says,
        command
            .filter(it -> !driver.isEmpty() && it.args().size() == 1)
            .map(
                it ->
                    "Leave the flag out: `docker %s %s`."
                        .formatted(
                            it.name(),
                            onlyAsked(it.name().split(" ")[0], it.args(), scene)
                                .orElse(it.args().getFirst())))
            .orElse(""));
  }

  private String word() {
    return kind.word();
  }

  /** A name that is mistyped, or broken off. */
  private static Optional<String> near(String name, Collection<String> names) {
    return Suggestion.nearest(name, names)
        .or(
            () -> {
              List<String> begun =
                  names.stream()
                      .filter(each -> name.length() > 1 && each.startsWith(name))
                      .filter(each -> !each.equals(name))
                      .toList();
              return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
            });
  }
}
