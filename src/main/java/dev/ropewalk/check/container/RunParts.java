package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Aim.Part.Kind;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a {@code docker run} line must hold for its container to be as expected. */
final class RunParts {
  /** What a shell and docker say of a program that is not there, or none. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  /** As a number, and as a size. */
  private static final Set<String> NO_LIMIT = Set.of("0", "0 bytes");

  private final Expectations<SeenContainer> expectations;
  private final Scene scene;
  private final Optional<SeenContainer> seen;

  /**
   * @param there a container, to say of each part whether it has it; empty where there is none
   */
  RunParts(Expectations<SeenContainer> expectations, Optional<Container> there, Scene scene) {
    this.expectations = expectations;
    this.scene = scene;
    seen = there.map(container -> new SeenContainer(container, scene));
  }

  List<Part> all() {
    return Stream.concat(
            expectations.all().stream()
                .flatMap(expected -> of(expected.attribute().name(), expected.matcher())),
            ownCommand().stream())
        .toList();
  }

  /**
   * What the learner has put after the image, where it could be run and nothing is said about it.
   */
  private Optional<Part> ownCommand() {
    if (seen.isEmpty() || expectations.asksFor("program") || expectations.asksFor("command")) {
      return Optional.empty();
    }
    List<String> given = seen.get().runs().given();
    Container.Status status = seen.get().container().status();
    boolean ran = status.error().isEmpty() && !NOT_RUN.contains(status.exitCode());
    return given.isEmpty()
            || given.equals(seen.get().usual())
            || given.getFirst().startsWith("-")
            || !ran
        ? Optional.empty()
        : Optional.of(new Part(Kind.OWN_COMMAND, words(given), true));
  }

  private Stream<Part> of(String attribute, Matcher matcher) {
    return switch (attribute) {
      case "image" ->
          literal(matcher)
              // Of what is not known only this is: it is not the one that is there.
              .or(() -> seen.filter(it -> !isMet(attribute, it)).map(_ -> "IMAGE"))
              .map(image -> part(Kind.IMAGE, image, attribute))
              .stream();
      case "mode" ->
          literal(matcher)
              .map(
                  mode ->
                      part(
                          mode.equals(SeenContainer.DETACHED) ? Kind.FLAG : Kind.NO_FLAG,
                          "-d",
                          attribute))
              .stream();
      case "ports" ->
          Stream.of(
              Wording.wantsNone(matcher)
                  ? part(Kind.NO_FLAG, "-p", attribute)
                  : part(Kind.FLAG, PortMismatch.flag("", matcher, scene), attribute));
      case "mounts" ->
          Stream.of(
              Wording.wantsNone(matcher)
                  ? part(Kind.NO_FLAG, "-v", attribute)
                  : part(Kind.FLAG, MountMismatch.flag(matcher, seen, scene), attribute));
      case "program", "command" -> command(attribute, matcher).stream();
      default ->
          Optional.ofNullable(RunFlag.ALL.get(attribute)).stream()
              .flatMap(flag -> of(flag, attribute, matcher));
    };
  }

  private Stream<Part> of(RunFlag flag, String attribute, Matcher matcher) {
    return switch (flag) {
      case RunFlag.Switch given ->
          literal(matcher)
              .map(
                  on -> part(on.equals("true") ? Kind.FLAG : Kind.NO_FLAG, given.flag(), attribute))
              .stream();
      case RunFlag.Setting _
          when !Wording.wantsNone(matcher)
              && MatchedParts.mayBeMissing(matcher, scene)
              && !isOfImage(attribute) ->
          // What may be left out is left out.
          seen.map(_ -> part(Kind.NO_FLAG, flag.flag(), attribute)).stream();
      case RunFlag.Setting setting ->
          Stream.of(
              Wording.wantsNone(matcher) || isNoLimit(setting, matcher)
                  ? part(Kind.NO_FLAG, setting.flag(), attribute)
                  : part(
                      setting.updated() ? Kind.LIMIT : Kind.FLAG,
                      limit(
                          setting,
                          literal(matcher)
                              .map(RunParts::word)
                              .or(() -> MatchedParts.example(matcher, scene).map(RunParts::word))
                              .or(() -> scene.wording().form(matcher))
                              .orElse("VALUE")),
                      attribute));
      case RunFlag.Named named ->
          MatchedParts.parts(matcher).entrySet().stream().map(each -> of(named, each, attribute));
    };
  }

  /** Docker's own 0, which is not typed. */
  private boolean isNoLimit(RunFlag.Setting setting, Matcher matcher) {
    return setting.updated() && literal(matcher).filter(NO_LIMIT::contains).isPresent();
  }

  /** Whether its image says it, so that it holds without any flag. */
  private boolean isOfImage(String attribute) {
    return attribute.equals("user")
        && seen.flatMap(it -> scene.image(it.container().imageId()))
            .filter(image -> !image.user().isEmpty())
            .isPresent();
  }

  /** Memory and swap together are limited only where memory is. */
  private String limit(RunFlag.Setting setting, String value) {
    String flag = setting.flag() + " " + value;
    return setting.flag().equals("--memory-swap") && !expectations.asksFor("memory")
        ? "--memory " + value + " " + flag
        : flag;
  }

  private Part of(RunFlag.Named named, Map.Entry<String, Matcher> wanted, String attribute) {
    Optional<Value> value =
        seen.map(it -> ContainerAttributes.TABLE.find(attribute).orElseThrow().read().apply(it))
            .flatMap(
                actual ->
                    actual instanceof Value.Fields(var fields)
                        ? Optional.ofNullable(fields.get(wanted.getKey()))
                        : Optional.empty());
    boolean met =
        seen.isPresent()
            && scene
                .matching()
                .test(
                    wanted.getValue(),
                    dev.ropewalk.check.value.Type.Single.TEXT,
                    value.orElseGet(Value.Nothing::new));
    String key = wanted.getKey();
    if (Wording.wantsNone(wanted.getValue())) {
      return new Part(Kind.NO_FLAG, named.flag() + " " + key, met);
    }
    String typed =
        literal(wanted.getValue())
            .filter(literal -> !literal.isEmpty())
            .map(literal -> key + named.join() + literal)
            .orElse(key);
    return new Part(Kind.FLAG, named.flag() + " " + word(typed), met);
  }

  /** What stands after the image: of the two that may be asked for, the words are more. */
  private Optional<Part> command(String attribute, Matcher matcher) {
    if (attribute.equals("program") && expectations.asksFor("command")) {
      return Optional.empty();
    }
    boolean met =
        seen.isPresent()
            && expectations.meets("program", seen.get(), scene.variables())
            && expectations.meets("command", seen.get(), scene.variables());
    if (met) {
      List<String> given = seen.get().runs().given();
      return Optional.of(new Part(Kind.COMMAND, isUsual(given) ? "" : words(given), true));
    }
    Optional<String> typed = typed(matcher);
    if (typed.isEmpty()) {
      // Of what is gone nobody can say that it ran the wrong thing.
      return seen.map(_ -> new Part(Kind.OTHER_COMMAND, "", false));
    }
    return Optional.of(
        new Part(Kind.COMMAND, isUsual(List.of(typed.get())) ? "" : typed.get(), false));
  }

  /** Whether the image runs it by itself. */
  private boolean isUsual(List<String> words) {
    return expectations
        .of("image")
        .flatMap(this::literal)
        .flatMap(scene::image)
        .map(Image::command)
        .filter(words::equals)
        .isPresent();
  }

  /** As it is typed, where it is known word by word. */
  private Optional<String> typed(Matcher matcher) {
    List<Matcher> items =
        switch (matcher) {
          case Matcher.Exactly(var all) -> all;
          case Matcher.InOrder(var all) -> all;
          default -> List.of();
        };
    if (!items.isEmpty()) {
      List<String> literals = items.stream().flatMap(each -> literal(each).stream()).toList();
      return literals.size() == items.size() ? Optional.of(words(literals)) : Optional.empty();
    }
    return matcher instanceof Matcher.Is ? literal(matcher) : Optional.empty();
  }

  private Part part(Kind kind, String text, String attribute) {
    return new Part(kind, text, seen.filter(it -> isMet(attribute, it)).isPresent());
  }

  private boolean isMet(String attribute, SeenContainer there) {
    return expectations.meets(attribute, there, scene.variables());
  }

  private Optional<String> literal(Matcher matcher) {
    return MatchedParts.literal(matcher, scene);
  }

  private static String words(List<String> words) {
    return String.join(" ", words.stream().map(RunParts::word).toList());
  }

  /** A word as a shell takes it for one. */
  static String word(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
