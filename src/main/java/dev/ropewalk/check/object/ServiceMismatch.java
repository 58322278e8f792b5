package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.compose.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a service of a compose file has, what it should have, and what to write. */
final class ServiceMismatch {
  private final String where;
  private final Service service;
  private final Expectations.Mismatch<Service> mismatch;
  private final Scene scene;
  private final String name;

  /**
   * @param where the file and the line, to stand in a sentence
   */
  ServiceMismatch(
      String where, Service service, Expectations.Mismatch<Service> mismatch, Scene scene) {
    this.where = where;
    this.service = service;
    this.mismatch = mismatch;
    this.scene = scene;
    this.name = mismatch.attribute().name();
  }

  Verdict verdict() {
    return Claim.failed(
        wanted().map(text -> name + ": " + text).orElseGet(() -> scene.wording().of(matcher())),
        actual().isEmpty() ? "none" : String.join(", ", actual()),
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "%s: the service `%s` %s, but this step asks for %s."
                .formatted(where, service.name(), has(), asked()),
            remedy()));
  }

  private Matcher matcher() {
    return mismatch.matcher();
  }

  private List<String> actual() {
    return ServiceAttributes.written(name, service);
  }

  private String has() {
    String all = actual().stream().collect(Collectors.joining("`, `", "`", "`"));
    boolean none = actual().isEmpty();
    return switch (name) {
      case "image" -> none ? "has no `image`" : "has the image " + all;
      case "build" -> none ? "has no `build`" : "is built from the folder " + all;
      case "command" -> none ? "has no `command`" : "runs " + all;
      case "ports" -> none ? "publishes no port" : "publishes " + all;
      case "depends_on" -> none ? "depends on no other" : "depends on " + all;
      case "volumes" -> none ? "mounts nothing" : "mounts " + all;
      case "networks" -> none ? "is on no network" : "is on the network " + all;
      case "restart" -> none ? "has no `restart`" : "has the restart policy " + all;
      case "healthcheck" -> none ? "has no `healthcheck`" : "has the health check " + all;
      case "log_driver" -> none ? "names no log driver" : "has the log driver " + all;
      case "log_options" -> none ? "has no options of its log" : "has the log options " + all;
      case "profiles" -> none ? "has no profile" : "has the profile " + all;
      default ->
          lackingVariable()
              .filter(variable -> service.env().containsKey(variable.getKey()))
              .map(variable -> "sets `%s` to something else".formatted(variable.getKey()))
              .orElseGet(() -> none ? "sets no variable" : "sets " + all);
    };
  }

  /** The variable that is not as it should be, and what its value should be. */
  private Optional<Map.Entry<String, Matcher>> lackingVariable() {
    return name.equals("environment") ? MatchedParts.unmet(mismatch, scene) : Optional.empty();
  }

  private String asked() {
    Optional<Map.Entry<String, Matcher>> hazy =
        lackingVariable().filter(v -> MatchedParts.literal(v.getValue(), scene).isEmpty());
    if (hazy.isPresent()) {
      return "`%s` to be %s"
          .formatted(hazy.get().getKey(), scene.wording().quoted(hazy.get().getValue()));
    }
    return wanted()
        .map(text -> "`" + text + "`")
        .orElseGet(() -> Wording.wantsNone(matcher()) ? "none" : scene.wording().quoted(matcher()));
  }

  private String remedy() {
    if (Wording.wantsNone(matcher())) {
      return "Take `%s` out of it.".formatted(name);
    }
    if (isTurned()) {
      return "The port of this machine stands first: `- \"%s\"`.".formatted(wanted().orElse(""));
    }
    return wanted()
        .map(
            text ->
                switch (name) {
                  case "healthcheck" ->
                      "`test:` below `healthcheck:` of `%s` sets that.".formatted(service.name());
                  case "log_driver" ->
                      "`driver:` below `logging:` of `%s` sets that.".formatted(service.name());
                  case "image", "build", "command", "restart" ->
                      "Write `%s: %s` below `%s:`.".formatted(name, text, service.name());
                  case String _ when text.contains("{condition") ->
                      "Write the line `%s` below `depends_on:` of `%s`, and the others as `NAME: {condition: service_started}`."
                          .formatted(text, service.name());
                  case "environment" ->
                      "Write the line `%s` below `environment:` of `%s`."
                          .formatted(text.contains(": ") ? text : text + ": VALUE", service.name());
                  default ->
                      "Write the line `- %s` below `%s:` of `%s`."
                          .formatted(
                              name.equals("ports") ? "\"" + text + "\"" : text,
                              name,
                              service.name());
                })
        .orElse("");
  }

  /** Whether it publishes the port that is asked for with its two sides changed. */
  private boolean isTurned() {
    return name.equals("ports")
        && wanted()
            .map(text -> text.split(":"))
            .filter(sides -> sides.length == 2)
            .filter(sides -> actual().contains(sides[1] + ":" + sides[0]))
            .isPresent();
  }

  /** The one item that is lacking, as it is written in the file; empty where it is hard to tell. */
  private Optional<String> wanted() {
    return switch (name) {
      case "command" -> line(matcher());
      case "environment" ->
          lackingVariable()
              .map(
                  variable ->
                      MatchedParts.literal(variable.getValue(), scene)
                          .map(value -> variable.getKey() + ": " + value)
                          .orElse(variable.getKey()))
              .or(() -> wanted(matcher()));
      default -> wanted(matcher());
    };
  }

  /** The words that are all asked for, as a line. */
  private Optional<String> line(Matcher asked) {
    List<String> words =
        asked instanceof Matcher.Exactly(var items)
            ? items.stream().flatMap(item -> wanted(item).stream()).toList()
            : List.of();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private Optional<String> wanted(Matcher asked) {
    return switch (asked) {
      case Matcher.Is(var literal) -> Optional.of(scene.variables().fill(literal.text()));
      case Matcher.Contains(var literal) -> Optional.of(scene.variables().fill(literal.text()));
      case Matcher.AnyItem(var item) -> wanted(item);
      case Matcher.Exactly(var items) -> lacking(items);
      case Matcher.Both(var items) -> lacking(items);
      case Matcher.Parts(var parts) -> ServiceAttributes.joined(name, literals(parts));
      case Matcher.Either(var ways) when ways.size() == 1 -> wanted(ways.getFirst());
      default -> Optional.empty();
    };
  }

  /** The first that no item of it meets. */
  private Optional<String> lacking(List<Matcher> items) {
    return items.stream().filter(item -> !isMet(item)).findFirst().flatMap(this::wanted);
  }

  private boolean isMet(Matcher item) {
    boolean whole = item instanceof Matcher.Contains || item instanceof Matcher.AnyItem;
    Matcher asked = whole ? item : new Matcher.AnyItem(item);
    return mismatch.actual() instanceof Value.Items
        && scene.matching().test(asked, mismatch.attribute().type(), mismatch.actual());
  }

  private Map<String, String> literals(Map<String, Matcher> parts) {
    Map<String, String> known = new HashMap<>();
    parts.forEach(
        (part, matcher) ->
            MatchedParts.literal(matcher, scene).ifPresent(text -> known.put(part, text)));
    return known;
  }
}
