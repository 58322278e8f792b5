package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Aim.Part.Kind;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The flags of {@code docker run} by which a container's first process has the rights asked for.
 */
final class RightsFlags {
  private static final String ALL = "ALL";
  private static final String NO_NEW = "no-new-privileges";

  private final Expectations<SecurityClaim.Facts> expectations;
  private final Optional<Container> there;
  private final Optional<ProcessStatus> status;
  private final Scene scene;

  /**
   * @param there the container whose line it could have been; of one that does not run, its flags
   *     tell what it would have
   */
  RightsFlags(
      Expectations<SecurityClaim.Facts> expectations, Optional<Container> there, Scene scene) {
    this.expectations = expectations;
    this.there = there;
    this.scene = scene;
    status =
        there
            .filter(Container::running)
            .flatMap(scene.probes()::firstProcess)
            .flatMap(ProcessStatus::parse);
  }

  List<Part> parts() {
    Optional<Matcher> capabilities = expectations.of("capabilities");
    Stream<Part> lost =
        capabilities.stream().flatMap(this::dropped).flatMap(name -> drop(name).stream());
    Stream<Part> kept =
        capabilities.stream()
            .flatMap(this::wanted)
            .filter(name -> status.filter(it -> !it.capabilities().contains(name)).isPresent())
            .filter(_ -> has(it -> it.host().capDrop().contains(ALL)))
            .map(_ -> new Part(Kind.NO_FLAG, "--cap-drop " + ALL, false));
    Stream<Part> fixed =
        expectations.of("no_new_privileges").stream()
            .filter(it -> MatchedParts.literal(it, scene).filter("true"::equals).isPresent())
            .map(
                _ ->
                    new Part(
                        Kind.FLAG,
                        "--security-opt " + NO_NEW,
                        status
                            .map(ProcessStatus::noNewPrivileges)
                            .orElseGet(
                                () ->
                                    has(
                                        it ->
                                            it.host().securityOpt().stream()
                                                .anyMatch(o -> o.startsWith(NO_NEW))))));
    return Stream.of(kept, lost, fixed).flatMap(each -> each).distinct().toList();
  }

  private List<Part> drop(String name) {
    boolean met =
        status
            .map(
                it ->
                    name.equals(ALL)
                        ? it.capabilities().isEmpty()
                        : !it.capabilities().contains(name))
            .orElseGet(
                () ->
                    has(
                        it ->
                            it.host().capDrop().contains(name)
                                || it.host().capDrop().contains(ALL)));
    return List.of(
        new Part(Kind.NO_FLAG, "--cap-add " + name, !has(it -> it.host().capAdd().contains(name))),
        new Part(Kind.FLAG, "--cap-drop " + name, met));
  }

  private boolean has(Predicate<Container> what) {
    return there.filter(what).isPresent();
  }

  /** The names of capabilities that it must not have. */
  private Stream<String> dropped(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Empty() -> Stream.of(ALL);
      case Matcher.AllItems(Matcher.Not(var item)) -> MatchedParts.literal(item, scene).stream();
      case Matcher.NoItem(var item) -> MatchedParts.literal(item, scene).stream();
      case Matcher.Not(Matcher.Contains contains) -> MatchedParts.literal(contains, scene).stream();
      case Matcher.Both(var all) -> all.stream().flatMap(this::dropped);
      default -> Stream.empty();
    };
  }

  /** The names of capabilities that it must have. */
  private Stream<String> wanted(Matcher matcher) {
    return switch (matcher) {
      case Matcher.AnyItem _, Matcher.Contains _ -> MatchedParts.example(matcher, scene).stream();
      case Matcher.Both(var all) -> all.stream().flatMap(this::wanted);
      default -> Stream.empty();
    };
  }
}
