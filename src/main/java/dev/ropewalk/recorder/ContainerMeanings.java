package dev.ropewalk.recorder;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The requests about containers of which more is told than that they were done. */
final class ContainerMeanings {
  private static final String BINDS = "HostConfig.Binds";
  private static final String MOUNTS = "HostConfig.Mounts.Source";
  private static final String VOLUMES_FROM = "HostConfig.VolumesFrom";

  private ContainerMeanings() {}

  static Meaning create() {
    return Meaning.telling(ContainerMeanings::created)
        .asking(BINDS, MOUNTS, VOLUMES_FROM)
        .reading("Id")
        .first(
            (subject, engine) ->
                volumes(subject.asked())
                    .forEach(name -> subject.before().put(name, engine.volume(name))));
  }

  /** The volumes that a container asks for by name: what is mounted and is no path. */
  private static List<String> volumes(JsonItem asked) {
    List<String> sources = new ArrayList<>(asked.texts(MOUNTS));
    asked.texts(BINDS).forEach(bind -> sources.add(bind.split(":", 2)[0]));
    return sources.stream()
        .filter(source -> !source.isEmpty() && !source.startsWith("/"))
        .distinct()
        .toList();
  }

  /** The engine chooses a name where none is asked for, and makes the volumes; it is asked. */
  private static List<Outcome> created(Subject subject, Lookup engine) {
    String id = subject.answer().text("Id");
    String name = subject.line().parameter("name");
    List<Outcome> outcomes = new ArrayList<>();
    if (engine.container(id) instanceof Lookup.Said.There(var facts)) {
      name = facts.text("Name");
      // A mount that is no volume has no name.
      for (String volume : facts.texts("Mounts.Name")) {
        outcomes.add(
            new Outcome.Created(ObjectKind.VOLUME, volume, volume, before(subject, volume)));
      }
    }
    outcomes.addFirst(
        new Outcome.Created(
            ObjectKind.CONTAINER,
            id,
            name.startsWith("/") ? name.substring(1) : name,
            Outcome.Before.ABSENT));
    return outcomes;
  }

  private static Outcome.Before before(Subject subject, String volume) {
    // What nobody asked for by name is new, unless it is another container's.
    return subject.before().containsKey(volume) || subject.asked().has(VOLUMES_FROM)
        ? subject.before(volume)
        : Outcome.Before.ABSENT;
  }

  static Meaning waited() {
    return Meaning.telling(
            (subject, _) ->
                subject.answer().has("StatusCode")
                    ? List.of(
                        new Outcome.Waited(subject.object(), subject.answer().number("StatusCode")))
                    : List.of())
        .reading("StatusCode");
  }

  static Meaning execCreated() {
    return Meaning.telling(
            (subject, _) -> {
              Outcome.ExecCreated exec =
                  new Outcome.ExecCreated(
                      subject.answer().text("Id"), subject.object(), subject.asked().texts("Cmd"));
              subject.execs().add(exec);
              return List.of(exec);
            })
        .asking("Cmd")
        .reading("Id");
  }

  static Meaning execStarted() {
    Meaning shown = Meaning.showing(Outcome.View.EXEC);
    return new Meaning(
        shown.asked(),
        shown.form(),
        shown.items(),
        shown.answered(),
        shown.view(),
        shown.before(),
        (subject, _) ->
            List.of(
                new Outcome.Shown(
                    Outcome.View.EXEC,
                    subject.execs().get(subject.object()).container(),
                    subject.bytes(),
                    subject.words())));
  }

  static Meaning execInspected() {
    return Meaning.telling(
            (subject, _) -> {
              if (!subject.answer().has("ExitCode")) {
                return List.of(); // It runs still.
              }
              Outcome.ExecCreated exec = subject.execs().get(subject.object());
              return List.of(
                  new Outcome.ExecEnded(
                      subject.object(),
                      exec.container(),
                      exec.command(),
                      subject.answer().number("ExitCode")));
            })
        .reading("ExitCode");
  }
}
