package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.check.why.Sweep;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says why a container is not there, is still there, or has not been acted on. */
public final class ContainerDiagnosis {
  /** A name that docker makes up: {@code eager_curie}. */
  private static final Pattern DOCKERS_CHOICE = Pattern.compile("[a-z]+_[a-z]+[0-9]?");

  private final Scene scene;
  private final RemovedItself itself;

  public ContainerDiagnosis(Scene scene) {
    this.scene = scene;
    itself = new RemovedItself(scene);
  }

  /** It should be gone. */
  Diagnosis stillThere(ContainerSummary container) {
    return new Diagnosis(
        Progress.WRONG_STATE,
        "`%s` is still there (%s).".formatted(container.name(), container.state().word())
            + new Sweep(scene).left("container"),
        "");
  }

  /** It should be gone, and only has another name. */
  static Diagnosis renamed(String name, ContainerSummary container) {
    return new Diagnosis(
        Progress.WRONG_STATE,
        "%s is still there (%s): its name is `%s` now."
            .formatted(name, container.state().word(), container.name()),
        container.state() == ContainerState.RUNNING
            ? "`docker rm -f %s` removes it.".formatted(container.name())
            : "`docker rm %s` removes it.".formatted(container.name()));
  }

  /** No container is the one that is meant. */
  public Diagnosis missing(Selector selector) {
    return switch (selector) {
      case Selector.ByName(String template) -> missing(scene.variables().expand(template));
      case Selector.ByTraits traits -> missing(traits);
    };
  }

  private Diagnosis missing(String name) {
    if (NamelessDiagnosis.isId(name)) {
      return new NamelessDiagnosis(scene).gone(name);
    }
    // That it could not be made again is newer than that it was removed.
    return removed(name)
        .map(
            gone ->
                new CommandDiagnosis(scene)
                    .lastMakingFailed(name)
                    .or(() -> madeSince(name))
                    .orElse(gone))
        .or(() -> foreign(name))
        .or(() -> renamedAway(name))
        .or(() -> near(name))
        .or(() -> otherName(name))
        .or(() -> new CommandDiagnosis(scene).lastFailed())
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.NOTHING_DONE,
                    "There is no container named `%s` yet.".formatted(name),
                    ""));
  }

  private Diagnosis missing(Selector.ByTraits traits) {
    if (traits.service().isPresent()) {
      return new NamelessDiagnosis(scene).missing(traits.service().get());
    }
    List<EngineEvent.ToContainer> events = scene.history().containerEvents();
    Optional<EngineEvent.ToContainer> gone =
        events.reversed().stream().filter(event -> event.action().equals("destroy")).findFirst();
    if (gone.isPresent()
        && traits.image().map(i -> Selector.sameImage(gone.get().image(), i, scene)).orElse(true)) {
      return itself.is(gone.get())
          ? RemovedItself.diagnosis(gone.get().name())
          : new Diagnosis(
              Progress.WRONG_STATE,
              "`%s` is gone: it was removed.".formatted(gone.get().name()),
              "");
    }
    Optional<ContainerSummary> other = created().stream().findFirst();
    if (other.isPresent() && traits.image().isPresent()) {
      String image = traits.image().get();
      if (Selector.sameImage(other.get().image(), image, scene)) {
        return new Diagnosis(
            Progress.WRONG_STATE,
            "`%s` is %s.".formatted(other.get().name(), other.get().state().word()),
            "");
      }
      return new Diagnosis(
          Progress.WRONG_OBJECT,
          "`%s` is a container of `%s`, not of `%s`."
              .formatted(other.get().name(), ImageRef.parse(other.get().image()).spoken(), image),
          "");
    }
    return new CommandDiagnosis(scene)
        .lastFailed()
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.NOTHING_DONE, "There is %s yet.".formatted(traits.several("0")), ""));
  }

  private Optional<Diagnosis> removed(String name) {
    return scene.history().allContainerEvents().reversed().stream()
        .filter(
            event ->
                event.name().equals(name) || (name.length() >= 12 && event.id().startsWith(name)))
        .findFirst()
        .filter(event -> event.action().equals("destroy"))
        .map(
            event ->
                itself.is(event)
                    ? RemovedItself.diagnosis(event.name())
                    : new Diagnosis(
                        Progress.WRONG_STATE,
                        scene.history().events().contains(event)
                            ? "`%s` is gone: it was removed.".formatted(event.name())
                                + new Sweep(scene).took("container")
                            : "There is no `%s` now: it was removed before this step."
                                .formatted(event.name()),
                        ""));
  }

  /** One that took its place, and whose name is nearly right, or docker's own choice. */
  private Optional<Diagnosis> madeSince(String name) {
    List<EngineEvent.ToContainer> events = scene.history().allContainerEvents();
    Set<String> since =
        events.stream()
            .skip(
                IntStream.range(0, events.size())
                    .filter(at -> events.get(at).action().equals("destroy"))
                    .filter(at -> events.get(at).name().equals(name))
                    .reduce(0, (_, last) -> last))
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    return created().stream()
        .filter(made -> since.contains(made.id()))
        .filter(
            made ->
                DOCKERS_CHOICE.matcher(made.name()).matches()
                    || Suggestion.nearest(name, List.of(made.name())).isPresent())
        .findFirst()
        .map(made -> otherName(made, name));
  }

  private Optional<Diagnosis> foreign(String name) {
    return scene.others().stream()
        .filter(container -> container.name().equals(name))
        .findFirst()
        .map(
            container ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    "There is a container named `%s` (%s), but no command that ropewalk has seen made it since the lesson opened, so it does not count."
                        .formatted(name, container.state().word()),
                    "If it is yours and you want to keep it: `docker rename %s %s-mine`."
                        .formatted(name, name)));
  }

  /** It had this name in the lesson, and only goes by another one. */
  private Optional<Diagnosis> renamedAway(String name) {
    return new ContainerPast(new Selector.ByName(name), scene)
        .renamed()
        .map(
            container ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    "`%s` is still there (%s), but its name is `%s` now."
                        .formatted(name, container.state().word(), container.name()),
                    ""));
  }

  private Optional<Diagnosis> near(String name) {
    List<String> names = scene.ours().stream().map(ContainerSummary::name).toList();
    List<String> created = created().stream().map(ContainerSummary::name).toList();
    return created.stream()
        .filter(made -> Suggestion.nearest(name, List.of(made)).isPresent())
        .findFirst()
        .or(
            () ->
                Suggestion.nearest(name, names).filter(near -> created.isEmpty() && !wanted(near)))
        .map(
            near ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    "There is a container named `%s`, but this step asks for `%s`."
                        .formatted(near, name),
                    ""));
  }

  /** Whether a container of an earlier step has this name: it is right as it is. */
  private boolean wanted(String name) {
    return scene.history().before().stream()
        .anyMatch(
            event ->
                event instanceof EngineEvent.ToContainer c
                    && c.action().equals("create")
                    && c.name().equals(name));
  }

  private Optional<Diagnosis> otherName(String name) {
    return created().stream().findFirst().map(container -> otherName(container, name));
  }

  private Diagnosis otherName(ContainerSummary container, String name) {
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "You created a container of `%s` that is named `%s`, but this step asks for `%s`."
                .formatted(ImageRef.parse(container.image()).spoken(), container.name(), name)
            + scene
                .container(container.id())
                .map(c -> FlagsAfterImage.sentence(c, scene))
                .orElse(""),
        "");
  }

  /** It was created, and nothing more. */
  public static Diagnosis neverStarted(String name) {
    return new Diagnosis(
        Progress.WRONG_STATE,
        "`%s` is created, but it was never started; `docker run` creates and starts in one go."
            .formatted(name),
        "");
  }

  /** The containers that count and were created since this step opened, the newest first. */
  private List<ContainerSummary> created() {
    List<String> ids =
        scene.history().containerEvents().stream()
            .filter(event -> event.action().equals("create"))
            .map(EngineEvent::id)
            .toList();
    return scene.ours().stream().filter(container -> ids.contains(container.id())).toList();
  }
}
