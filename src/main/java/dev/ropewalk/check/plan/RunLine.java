package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Aim.Part.Kind;
import dev.ropewalk.check.Diagnosis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line that makes a container, as far as its parts are known.
 *
 * @param name that it gives; empty for none
 * @param making how it is made
 */
record RunLine(String name, List<Part> parts, RunLines.Making making) {
  RunLine {
    parts = withoutDoubles(parts);
  }

  /** What is known by another check is not asked for once more with a blank in it. */
  private static List<Part> withoutDoubles(List<Part> parts) {
    return parts.stream()
        .filter(
            part ->
                part.isKnown()
                    || parts.stream()
                        .noneMatch(
                            other ->
                                other.kind() == part.kind()
                                    && other.isKnown()
                                    && Diagnosis.isFilledIn(other.text(), part.text())))
        .toList();
  }

  /** The same with something else after the image, which only the learner can tell. */
  RunLine withAnotherCommand() {
    return new RunLine(
        name,
        Stream.concat(
                parts.stream()
                    .filter(part -> part.kind() != Kind.COMMAND && part.kind() != Kind.OWN_COMMAND),
                Stream.of(new Part(Kind.OTHER_COMMAND, "", false)))
            .toList(),
        making);
  }

  /**
   * Whether a program is asked for that the image runs by itself: in what way it prints something
   * and ends, only what stands after the image can say.
   */
  boolean runsTheUsual() {
    return parts.stream().anyMatch(part -> part.kind() == Kind.COMMAND && part.text().isEmpty());
  }

  /** The same with nothing after the image, where something stands there. */
  Optional<RunLine> withoutCommand() {
    List<Part> plain =
        parts.stream()
            .map(
                part ->
                    part.kind() == Kind.COMMAND && !part.text().isEmpty()
                        ? new Part(Kind.COMMAND, "", false)
                        : part)
            .toList();
    return plain.equals(parts) ? Optional.empty() : Optional.of(new RunLine(name, plain, making));
  }

  /** The parts that the container that is there has not. */
  List<Part> unmet() {
    return Stream.concat(
            parts.stream().filter(part -> !part.met()),
            runsAnother()
                ? Stream.of(new Part(Kind.NO_FLAG, "--entrypoint", false))
                : Stream.empty())
        .toList();
  }

  /** It was typed to run another program than the one that is asked for, which no words change. */
  private boolean runsAnother() {
    return making.typed().filter(TypedRun::hasEntrypoint).isPresent()
        && parts.stream().noneMatch(part -> part.text().startsWith("--entrypoint"))
        && command(Kind.COMMAND, Kind.OWN_COMMAND).filter(part -> !part.met()).isPresent();
  }

  /** The same with another name. */
  RunLine named(String other) {
    return new RunLine(other, parts, making);
  }

  /** All of it, as it is typed; empty where a part is not known. */
  Optional<String> typed() {
    return making.typed().isPresent() ? mended(making.typed().get()) : composed();
  }

  /** Of what was typed all that is right stays. */
  private Optional<String> mended(TypedRun own) {
    List<Part> unmet = new ArrayList<>(unmet());
    if (!unmet.stream().allMatch(Part::isKnown)) {
      return Optional.empty();
    }
    background().ifPresent(unmet::add);
    staying().ifPresent(unmet::add);
    Optional<Part> command = command(Kind.COMMAND, Kind.OWN_COMMAND);
    boolean stays = command.map(Part::met).orElse(making.keeps() == RunLines.Keeps.COMMAND);
    return Optional.of(
        own.mended(
            making.verb(),
            name,
            unmet,
            unmet.stream().filter(part -> part.kind() == Kind.IMAGE).map(Part::text).findFirst(),
            stays ? Optional.empty() : Optional.of(command.map(Part::text).orElse(""))));
  }

  private Optional<String> composed() {
    Optional<String> image = first(Kind.IMAGE);
    boolean known = parts.stream().allMatch(Part::isKnown);
    if (image.isEmpty() || !known) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of("docker " + making.verb()));
    background().map(Part::text).ifPresent(words::add);
    words.addAll(texts(parts, Kind.FLAG, Kind.LIMIT));
    if (!name.isEmpty()) {
      words.add("--name " + name);
    }
    words.add(image.get());
    command(Kind.COMMAND, Kind.OWN_COMMAND)
        .map(Part::text)
        .filter(command -> !command.isEmpty())
        .ifPresent(words::add);
    return Optional.of(String.join(" ", words));
  }

  /** What must run on is not waited for, where no check asks for that. */
  private Optional<Part> background() {
    return making.runsOn() && parts.stream().noneMatch(part -> part.text().equals("-d"))
        ? Optional.of(new Part(Kind.FLAG, "-d", false))
        : Optional.empty();
  }

  /**
   * What ends must not remove itself, where no check asks for that: it is looked for afterwards.
   */
  private Optional<Part> staying() {
    return making.runsOn() || parts.stream().anyMatch(part -> part.text().equals("--rm"))
        ? Optional.empty()
        : Optional.of(new Part(Kind.NO_FLAG, "--rm", false));
  }

  /**
   * Of two that say what it runs, the one that is not met says what is wrong, the longer one more.
   */
  private Optional<Part> command(Kind... kinds) {
    return parts.stream()
        .filter(part -> List.of(kinds).contains(part.kind()))
        .min(
            Comparator.comparing(Part::met)
                .thenComparing(part -> part.text().length(), Comparator.reverseOrder()));
  }

  /** The text of the first part of a kind. */
  Optional<String> first(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).map(Part::text).findFirst();
  }

  /**
   * In words what another run must have that this container has not, with a blank before; empty for
   * nothing.
   *
   * @param more flags that it must have as well
   * @param given the words after the image, among which they may have been typed
   */
  String changes(List<String> more, List<String> given) {
    List<Part> unmet = unmet();
    StringBuilder says = new StringBuilder();
    texts(unmet, Kind.IMAGE).forEach(image -> says.append(" from the image `%s`".formatted(image)));
    List<String> with =
        Stream.concat(more.stream(), texts(unmet, Kind.FLAG, Kind.LIMIT).stream()).toList();
    if (!with.isEmpty()) {
      boolean late = with.stream().anyMatch(flag -> given.contains(flag.split(" ")[0]));
      says.append(" with ").append(listed(with)).append(late ? " before the image" : "");
    }
    List<String> without = new ArrayList<>(texts(unmet, Kind.NO_FLAG));
    staying()
        .filter(_ -> making.typed().filter(TypedRun::removesItself).isPresent())
        .map(Part::text)
        .ifPresent(without::add);
    if (!without.isEmpty()) {
      says.append(with.isEmpty() ? " without " : ", without ").append(listed(without));
    }
    String and = with.isEmpty() && without.isEmpty() ? "" : ", and";
    command(Kind.COMMAND, Kind.OTHER_COMMAND)
        .filter(part -> !part.met())
        .ifPresent(
            part ->
                says.append(and)
                    .append(
                        part.kind() == Kind.OTHER_COMMAND
                            ? otherCommand(given)
                            : part.text().isEmpty()
                                ? " with nothing after the image"
                                : " with `%s` after the image".formatted(part.text())));
    return says.toString();
  }

  private String otherCommand(List<String> given) {
    // In quotes, what was meant as several words is one, and no program.
    if (given.size() == 1 && given.getFirst().contains(" ")) {
      return " with `%s` after the image, without quotes".formatted(given.getFirst());
    }
    return " with another command after the image"
        + making
            .entrypoint()
            .map(
                " or, as `%s` is its image's entrypoint and gets those words, with `--entrypoint` before the image"
                    ::formatted)
            .orElse("");
  }

  private static List<String> texts(List<Part> parts, Kind... kinds) {
    return parts.stream()
        .filter(part -> List.of(kinds).contains(part.kind()))
        .map(Part::text)
        .distinct()
        .toList();
  }

  private static String listed(List<String> flags) {
    List<String> quoted = flags.stream().map("`%s`"::formatted).toList();
    return quoted.size() == 1
        ? quoted.getFirst()
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
  }
}
