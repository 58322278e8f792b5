package dev.ropewalk.check.object;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.Sweep;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network or a volume that a claim names, and how it stands with that name.
 *
 * @param kind docker's word for it
 * @param name as claimed, variables put in
 * @param ours the names of those that count, those that were made last first
 * @param others the names of those that do not
 * @param seen whether one of this name was there in the lesson
 */
record NamedObject(String kind, String name, List<String> ours, List<String> others, boolean seen) {
  /** Nobody gives such a name. */
  private static final Pattern NAMED_BY_DOCKER = Pattern.compile("[0-9a-f]{64}");

  /** Names of what counts, those first that were made last, as far as the events tell it. */
  static List<String> newestFirst(Stream<String> names, History history) {
    List<EngineEvent> made =
        history.events().stream().filter(event -> event.action().equals("create")).toList();
    return names
        .sorted(
            Comparator.comparing(
                    (String name) ->
                        IntStream.range(0, made.size())
                            .filter(at -> named(made.get(at)).equals(name))
                            .reduce(-1, (_, last) -> last))
                .reversed())
        .toList();
  }

  private static String named(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToVolume volume -> volume.id();
      case EngineEvent.ToNetwork network -> network.name();
      case EngineEvent.ToContainer _, EngineEvent.ToImage _, EngineEvent.ToOther _ -> "";
    };
  }

  boolean there() {
    return ours.contains(name);
  }

  /**
   * It should be gone.
   *
   * @param users the containers that have it
   */
  Verdict gone(List<ContainerSummary> users, Scene scene) {
    if (there()) {
      return Claim.failed(
          "`" + name + "` removed",
          "still there",
          new Diagnosis(
              Progress.WRONG_STATE,
              "The %s `%s` is still there.".formatted(kind, name) + left(scene),
              removal(users, scene)));
    }
    return seen
        ? new Verdict.Passed()
        : Claim.failed(
            "`" + name + "` there, then removed",
            "never there",
            new Diagnosis(
                Progress.NOTHING_DONE,
                "The %s `%s` was never there in this lesson.".formatted(kind, name),
                ""));
  }

  private String left(Scene scene) {
    Sweep sweep = new Sweep(scene);
    return NAMED_BY_DOCKER.matcher(name).matches() ? sweep.leftVolume() : sweep.left(kind);
  }

  private String removal(List<ContainerSummary> users, Scene scene) {
    if (users.isEmpty()) {
      return "`docker %s rm %s` removes it, once no container needs it.".formatted(kind, name);
    }
    List<String> names = users.stream().map(ContainerSummary::name).toList();
    String need =
        "The container%s `%s` need%s it"
            .formatted(
                names.size() == 1 ? "" : "s",
                String.join("`, `", names),
                names.size() == 1 ? "s" : "");
    return scene.ours().containsAll(users)
        ? "%s: `docker rm -f %s`, then `docker %s rm %s`."
            .formatted(need, String.join(" ", names), kind, name)
        : "%s; `docker %s rm %s` removes it once no container does.".formatted(need, kind, name);
  }

  /** It should be there. */
  Verdict missing(Scene scene) {
    Diagnosis why =
        removed(scene)
            .or(this::foreign)
            .or(this::near)
            .or(() -> made(scene))
            .or(() -> ofAnotherKind(scene))
            .or(() -> new CommandDiagnosis(scene).lastFailed())
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE,
                        "There is no %s named `%s` yet.".formatted(kind, name),
                        "`docker %s create %s` makes one.".formatted(kind, name)));
    return Claim.failed("`" + name + "`", "no such " + kind, why);
  }

  private Optional<Diagnosis> removed(Scene scene) {
    return seen
        ? Optional.of(
            new Diagnosis(
                Progress.WRONG_STATE,
                "The %s `%s` is gone: it was removed.".formatted(kind, name)
                    + new Sweep(scene).took(kind),
                NAMED_BY_DOCKER.matcher(name).matches()
                    ? Diagnosis.BEGIN_AGAIN
                    : "`docker %s create %s` makes a new one.".formatted(kind, name)))
        : Optional.empty();
  }

  private Optional<Diagnosis> foreign() {
    return others.contains(name)
        ? Optional.of(
            new Diagnosis(
                Progress.WRONG_OBJECT,
                "There is a %s named `%s`, but no command that ropewalk has seen made it since the lesson opened, so it does not count."
                    .formatted(kind, name),
                "Only if you are sure that nobody needs it%s: `docker %s rm %s`, and create it again."
                    .formatted(
                        kind.equals("volume") ? ", for its data is lost then" : "", kind, name),
                List.of()))
        : Optional.empty();
  }

  private Optional<Diagnosis> near() {
    return ours.stream()
        .filter(each -> Suggestion.nearest(name, List.of(each)).isPresent())
        .findFirst()
        .map(this::another);
  }

  /** What was made last in this step has another name. */
  private Optional<Diagnosis> made(Scene scene) {
    return scene.history().events().reversed().stream()
        .filter(event -> event.action().equals("create"))
        .filter(
            event ->
                event instanceof EngineEvent.ToNetwork && kind.equals("network")
                    || event instanceof EngineEvent.ToVolume && kind.equals("volume"))
        .map(NamedObject::named)
        .filter(each -> ours.contains(each) && !isWanted(each, scene))
        // A volume that docker has named is nobody's try.
        .filter(each -> !each.matches("[0-9a-f]{64}"))
        .findFirst()
        .map(this::another);
  }

  private boolean isWanted(String other, Scene scene) {
    return Stream.of(AskedFor.Kind.values())
        .filter(each -> each.word().equals(kind))
        .anyMatch(each -> scene.asked(each).contains(other));
  }

  private Diagnosis another(String other) {
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "There is a %s named `%s`, but this step asks for `%s`.".formatted(kind, other, name),
        "`docker %s create %s` makes one of that name.".formatted(kind, name));
  }

  /** The name was given to something else. */
  private Optional<Diagnosis> ofAnotherKind(Scene scene) {
    boolean volume =
        scene.world().volumes().stream()
            .anyMatch(it -> it.name().equals(name) && scene.history().ownership().counts(it));
    boolean network =
        scene.world().networks().stream()
            .anyMatch(it -> it.name().equals(name) && scene.history().ownership().counts(it));
    boolean container = scene.ours().stream().anyMatch(it -> it.name().equals(name));
    String other = volume ? "volume" : network ? "network" : container ? "container" : "";
    return other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Progress.WRONG_OBJECT,
                "`%s` is a %s, but this step asks for a %s of that name."
                    .formatted(name, other, kind),
                "`docker %s create %s` makes one.".formatted(kind, name)));
  }
}
