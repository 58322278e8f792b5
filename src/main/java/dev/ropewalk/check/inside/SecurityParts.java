package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Aim.Part.Kind;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.inside.SecurityClaim.Facts;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** With which flags the first process of a container may do what it should, and no more. */
record SecurityParts(Expectations<Facts> expectations, Scene scene) {
  private static final String ALL = "ALL";
  private static final String NO_NEW = "no-new-privileges";

  /** They, and whether a container has them; empty where no flag is known for what is asked. */
  List<Part> of(Optional<Container> there) {
    Optional<Facts> facts =
        there
            .filter(Container::running)
            .flatMap(
                it ->
                    scene
                        .probes()
                        .firstProcess(it)
                        .flatMap(ProcessStatus::parse)
                        .map(status -> new Facts(it, status)));
    return expectations.all().stream()
        .flatMap(
            expected ->
                of(
                    expected.attribute().name(),
                    expected.matcher(),
                    there,
                    facts
                        .map(
                            it ->
                                expectations.meets(
                                    expected.attribute().name(), it, scene.variables()))
                        .orElseGet(
                            () -> there.isPresent() && !isOfFlags(expected.attribute().name()))))
        .distinct()
        .toList();
  }

  /** Whether the flags of one that does not run tell it; the user may be its image's. */
  private static boolean isOfFlags(String attribute) {
    return !attribute.equals("user");
  }

  private Stream<Part> of(
      String attribute, Matcher matcher, Optional<Container> there, boolean met) {
    return switch (attribute) {
      case "capabilities" -> capabilities(matcher, there, met);
      case "no_new_privileges" ->
          MatchedParts.literal(matcher, scene)
              .map(on -> on.equals("true") ? Kind.FLAG : Kind.NO_FLAG)
              .map(kind -> new Part(kind, "--security-opt " + NO_NEW, met || has(there, kind)))
              .stream();
      case "user" ->
          MatchedParts.literal(matcher, scene)
              .map(user -> new Part(Kind.FLAG, "--user " + user, met))
              .stream();
      default -> Stream.empty();
    };
  }

  private Stream<Part> capabilities(Matcher matcher, Optional<Container> there, boolean met) {
    if (Wording.wantsNone(matcher)) {
      boolean dropped = there.filter(it -> drops(it, ALL)).isPresent();
      return Stream.of(new Part(Kind.FLAG, "--cap-drop " + ALL, met || dropped));
    }
    return switch (matcher) {
      case Matcher.Both(var both) -> both.stream().flatMap(each -> capabilities(each, there, met));
      case Matcher.AllItems(Matcher.Not(var unwanted)) -> dropped(unwanted, there, met);
      case Matcher.NoItem(var unwanted) -> dropped(unwanted, there, met);
      case Matcher.AnyItem(var wanted) ->
          MatchedParts.example(wanted, scene).stream()
              .flatMap(name -> Stream.of(name, ALL))
              .filter(name -> there.filter(it -> drops(it, name)).isPresent())
              .map(name -> new Part(Kind.NO_FLAG, "--cap-drop " + name, met));
      default -> Stream.empty();
    };
  }

  private Stream<Part> dropped(Matcher unwanted, Optional<Container> there, boolean met) {
    return MatchedParts.example(unwanted, scene).stream()
        .map(
            name ->
                new Part(
                    Kind.FLAG,
                    "--cap-drop " + name,
                    met || there.filter(it -> drops(it, name)).isPresent()));
  }

  private static boolean has(Optional<Container> there, Kind kind) {
    return there
        .filter(it -> !it.running())
        .filter(
            it ->
                it.host().securityOpt().stream().anyMatch(option -> option.startsWith(NO_NEW))
                    == (kind == Kind.FLAG))
        .isPresent();
  }

  private static boolean drops(Container container, String name) {
    return container.host().capDrop().stream()
        .map(each -> each.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""))
        .anyMatch(name::equals);
  }
}
