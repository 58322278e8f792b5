package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.engine.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The line of the learner's that made a container. Mended, it is what is advised: all that was
 * typed and is not wrong stays in it.
 *
 * @param command {@code docker run}, {@code docker create} or one of their longer names
 * @param source the text in which its words stand
 */
record TypedRun(PlacedCommand command, String source, CommandTable table) {
  /** Docker itself has failed, and so may have made nothing. */
  private static final int REFUSED = 125;

  /** What {@code docker create} does not take of {@code docker run}. */
  private static final List<String> OF_RUN = List.of("detach", "sig-proxy", "detach-keys");

  /**
   * The one that gave a container its name since the step opened; for a name that nobody has
   * chosen, the newest without a name that is of its image.
   */
  static Optional<TypedRun> of(String name, Optional<String> image, Scene scene) {
    List<LearnerAct.Line> lines = scene.history().lines().reversed();
    Predicate<TypedRun> named = typed -> typed.flag("name").filter(name::equals).isPresent();
    Predicate<TypedRun> nameless =
        typed -> typed.flag("name").isEmpty() && image.filter(typed::isOf).isPresent();
    return first(lines.stream().filter(line -> line.exitCode() != REFUSED), named, scene)
        .or(() -> first(lines.stream(), named, scene))
        .or(() -> first(lines.stream(), nameless, scene));
  }

  /**
   * The newest line with a container's name, if docker refused it: what was typed for it before is
   * no longer what is meant.
   */
  static Optional<TypedRun> refused(String name, Scene scene) {
    return scene.history().lines().reversed().stream()
        .filter(
            line ->
                in(line, scene.commands())
                    .anyMatch(typed -> typed.flag("name").filter(name::equals).isPresent()))
        .limit(1)
        .filter(line -> line.exitCode() == REFUSED)
        .flatMap(line -> in(line, scene.commands()))
        .findFirst();
  }

  /** Whether a line of this step, which docker took, has given a container its name. */
  static boolean isMade(String name, Scene scene) {
    return scene.history().lines().stream()
        .filter(line -> line.exitCode() != REFUSED)
        .flatMap(line -> in(line, scene.commands()))
        .anyMatch(typed -> typed.flag("name").filter(name::equals).isPresent());
  }

  private static Optional<TypedRun> first(
      Stream<LearnerAct.Line> lines, Predicate<TypedRun> which, Scene scene) {
    return lines.flatMap(line -> in(line, scene.commands())).filter(which).findFirst();
  }

  private static Stream<TypedRun> in(LearnerAct.Line line, CommandTable table) {
    String source = line.script();
    return table.placed(source).reversed().stream()
        .filter(placed -> List.of("run", "create").contains(placed.name()))
        .filter(placed -> !placed.arguments().isEmpty())
        .map(placed -> new TypedRun(placed, source, table));
  }

  private Optional<String> flag(String name) {
    return flags().value(name);
  }

  /** Whether the container goes when it ends. */
  boolean removesItself() {
    return flag("rm").filter(it -> !it.equals("false")).isPresent();
  }

  boolean hasEntrypoint() {
    return flag("entrypoint").isPresent();
  }

  /** The words after the image. */
  List<String> behind() {
    return command.arguments().stream().skip(1).map(word -> word.text()).toList();
  }

  private boolean isOf(String image) {
    return ImageRef.parse(command.arguments().getFirst().text()).equals(ImageRef.parse(image));
  }

  private TypedFlags flags() {
    TypedFlags flags = new TypedFlags(table);
    flags.addAll(command, source);
    return flags;
  }

  /**
   * All of it, with what must be otherwise.
   *
   * @param verb {@code run} or {@code create}
   * @param name of the container; empty for any
   * @param unmet what must be otherwise, each part known
   * @param image that it must be of, where it is of another one
   * @param behind what must stand after the image; empty where what stands there may stay
   */
  String mended(
      String verb, String name, List<Part> unmet, Optional<String> image, Optional<String> behind) {
    TypedFlags flags = flags();
    List<String> rest =
        new ArrayList<>(
            command.arguments().stream().map(word -> TypedFlags.raw(word, source)).toList());
    String first = rest.removeFirst();
    moveInFront(flags, rest);
    if (verb.equals("create")) {
      flags.remove(flag -> OF_RUN.contains(flag.name()));
    }
    unmet.stream()
        .filter(part -> part.kind() == Part.Kind.NO_FLAG)
        .forEach(part -> flags.removeUnwanted(part.text()));
    unmet.stream()
        .filter(part -> part.kind() == Part.Kind.FLAG || part.kind() == Part.Kind.LIMIT)
        .forEach(part -> flags.put(part.text()));
    if (!name.isEmpty()) {
      flags.put("--name " + name);
    }
    String start = source.substring(command.docker().start(), command.verb().start()).strip();
    return Stream.of(
            Stream.of(start, verb),
            flags.words().stream(),
            Stream.of(image.filter(it -> !isOf(it)).orElse(first)),
            behind.isPresent() ? behind.stream() : rest.stream())
        .flatMap(words -> words)
        .filter(word -> !word.isEmpty())
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  /** Flags of docker that were typed behind the image are brought where they belong. */
  private void moveInFront(TypedFlags flags, List<String> rest) {
    if (rest.isEmpty() || !rest.getFirst().startsWith("-")) {
      return;
    }
    String text = "docker run %s image".formatted(String.join(" ", rest));
    table.placed(text).stream()
        .findFirst()
        .ifPresent(
            late -> {
              flags.addAll(late, text);
              List<String> behind =
                  late.arguments().stream().map(word -> TypedFlags.raw(word, text)).toList();
              rest.clear();
              rest.addAll(behind.subList(0, behind.size() - 1));
            });
  }
}
