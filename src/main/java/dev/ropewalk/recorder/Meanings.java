package dev.ropewalk.recorder;

import static dev.ropewalk.engine.ObjectKind.CONTAINER;
import static dev.ropewalk.engine.ObjectKind.IMAGE;
import static dev.ropewalk.engine.ObjectKind.NETWORK;
import static dev.ropewalk.engine.ObjectKind.VOLUME;
import static java.util.Map.entry;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Action;
import dev.ropewalk.engine.Outcome.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each request of the engine's API is about. A star stands for what the path names, which may
 * have slashes in it ({@code /images/library/redis/json}).
 */
final class Meanings {
  private static final Map<String, Meaning> ALL =
      Map.ofEntries(
          entry("POST /containers/create", ContainerMeanings.create()),
          entry("GET /containers/json", listed(CONTAINER, "Names").reading("Id", "Names")),
          entry("GET /containers/*/json", inspected(CONTAINER, "Name").reading("Id", "Name")),
          entry("DELETE /containers/*", removed(CONTAINER)),
          entry("POST /containers/prune", pruned(CONTAINER, "ContainersDeleted")),
          entry("POST /containers/*/start", acted(Action.START)),
          entry("POST /containers/*/stop", acted(Action.STOP)),
          entry("POST /containers/*/restart", acted(Action.RESTART)),
          entry("POST /containers/*/kill", acted(Action.KILL)),
          entry("POST /containers/*/pause", acted(Action.PAUSE)),
          entry("POST /containers/*/unpause", acted(Action.UNPAUSE)),
          entry("POST /containers/*/rename", acted(Action.RENAME)),
          entry("POST /containers/*/update", acted(Action.UPDATE)),
          entry("PUT /containers/*/archive", acted(Action.COPY_IN)),
          entry("GET /containers/*/archive", Meaning.showing(View.COPY_OUT)),
          entry("GET /containers/*/export", Meaning.showing(View.EXPORT)),
          entry("GET /containers/*/logs", Meaning.showing(View.LOGS)),
          entry("POST /containers/*/attach", Meaning.showing(View.ATTACH)),
          entry("GET /containers/*/attach/ws", Meaning.showing(View.ATTACH)),
          entry("GET /containers/*/top", Meaning.showing(View.TOP)),
          entry("GET /containers/*/stats", Meaning.showing(View.STATS)),
          entry("GET /containers/*/changes", Meaning.showing(View.CHANGES)),
          entry("POST /containers/*/wait", ContainerMeanings.waited()),
          entry("POST /containers/*/exec", ContainerMeanings.execCreated()),
          entry("POST /exec/*/start", ContainerMeanings.execStarted()),
          entry("GET /exec/*/json", ContainerMeanings.execInspected()),
          entry(
              "GET /images/json",
              listed(IMAGE, "RepoTags", "RepoDigests").reading("Id", "RepoTags", "RepoDigests")),
          entry(
              "GET /images/*/json",
              inspected(IMAGE, "RepoTags", "RepoDigests").reading("Id", "RepoTags", "RepoDigests")),
          entry("GET /images/*/history", Meaning.showing(View.HISTORY)),
          entry("POST /images/*/tag", ImageMeanings.tagged()),
          entry("POST /images/*/push", ImageMeanings.pushed()),
          entry("POST /images/create", ImageMeanings.pulledOrImported()),
          entry("POST /images/load", ImageMeanings.loaded()),
          entry("DELETE /images/*", ImageMeanings.removed()),
          entry("POST /images/prune", ImageMeanings.pruned()),
          entry("POST /build", ImageMeanings.built()),
          entry("POST /commit", ImageMeanings.committed()),
          entry("POST /session", buildSession()),
          entry("POST /grpc", buildSession()),
          entry(
              "GET /volumes",
              listed(VOLUME, "Volumes.Name").below("Volumes").reading("Volumes.Name")),
          entry("GET /volumes/*", inspected(VOLUME, "Name").reading("Name")),
          entry("POST /volumes/create", volumeCreated()),
          entry("DELETE /volumes/*", removed(VOLUME)),
          entry("POST /volumes/prune", pruned(VOLUME, "VolumesDeleted")),
          entry("GET /networks", listed(NETWORK, "Name").reading("Id", "Name")),
          entry("GET /networks/*", inspected(NETWORK, "Name").reading("Id", "Name")),
          entry("POST /networks/create", networkCreated()),
          entry("POST /networks/*/connect", connected()),
          entry("POST /networks/*/disconnect", disconnected()),
          entry("DELETE /networks/*", removed(NETWORK)),
          entry("POST /networks/prune", pruned(NETWORK, "NetworksDeleted")));

  private Meanings() {}

  /**
   * What a request is about.
   *
   * @param object what the path names; empty where it names nothing
   */
  record Found(Meaning meaning, String object) {}

  static Found of(RequestLine line) {
    String exact = line.method() + " " + line.path();
    Meaning meaning = ALL.get(exact);
    if (meaning != null) {
      return new Found(meaning, "");
    }
    int first = line.path().indexOf('/', 1);
    if (first < 0) {
      return new Found(Meaning.NONE, "");
    }
    String folder = line.method() + " " + line.path().substring(0, first + 1) + "*";
    int last = line.path().lastIndexOf('/');
    if (last > first) {
      meaning = ALL.get(folder + line.path().substring(last));
      if (meaning != null) {
        return new Found(meaning, line.path().substring(first + 1, last));
      }
    }
    return new Found(ALL.getOrDefault(folder, Meaning.NONE), line.path().substring(first + 1));
  }

  private static Meaning listed(ObjectKind kind, String... names) {
    return Meaning.telling(
        (subject, _) -> {
          List<Outcome.Item> items =
              subject.answered().stream()
                  .map(item -> new Outcome.Item(id(item, names), names(item, names)))
                  .toList();
          return List.of(new Outcome.Listed(kind, items));
        });
  }

  private static Meaning inspected(ObjectKind kind, String... names) {
    return Meaning.telling(
        (subject, _) ->
            List.of(
                new Outcome.Inspected(
                    kind, id(subject.answer(), names), names(subject.answer(), names))));
  }

  /** Volumes have no id but their name. */
  private static String id(JsonItem item, String... names) {
    return item.has("Id") ? item.text("Id") : item.text(names[0]);
  }

  private static List<String> names(JsonItem item, String... paths) {
    List<String> names = new ArrayList<>();
    for (String path : paths) {
      // The names of containers begin with a slash.
      item.texts(path).forEach(name -> names.add(name.startsWith("/") ? name.substring(1) : name));
    }
    return names;
  }

  private static Meaning removed(ObjectKind kind) {
    return Meaning.telling(
        (subject, _) -> List.of(new Outcome.Removed(kind, List.of(subject.object()))));
  }

  private static Meaning pruned(ObjectKind kind, String path) {
    return Meaning.telling((subject, _) -> List.of(new Outcome.Pruned(kind, subject.all(path))))
        .reading(path);
  }

  private static Meaning acted(Action action) {
    return Meaning.telling(
        (subject, _) ->
            List.of(new Outcome.Acted(action, subject.object(), subject.status() != 304)));
  }

  private static Meaning buildSession() {
    return Meaning.telling((_, _) -> List.of(new Outcome.BuildSession()));
  }

  private static Meaning volumeCreated() {
    return Meaning.telling(
            (subject, _) -> {
              String name = subject.answer().text("Name");
              Outcome.Before before =
                  subject.asked().text("Name").isEmpty()
                      ? Outcome.Before.ABSENT
                      : subject.before(name);
              return List.of(new Outcome.Created(VOLUME, name, name, before));
            })
        .asking("Name")
        .reading("Name")
        .first(
            (subject, engine) -> {
              String name = subject.asked().text("Name");
              if (!name.isEmpty()) {
                subject.before().put(name, engine.volume(name));
              }
            });
  }

  private static Meaning networkCreated() {
    return Meaning.telling(
            (subject, _) ->
                List.of(
                    new Outcome.Created(
                        NETWORK,
                        subject.answer().text("Id"),
                        subject.asked().text("Name"),
                        Outcome.Before.ABSENT)))
        .asking("Name")
        .reading("Id");
  }

  private static Meaning connected() {
    return Meaning.telling(
            (subject, _) ->
                List.of(new Outcome.Connected(subject.object(), subject.asked().text("Container"))))
        .asking("Container");
  }

  private static Meaning disconnected() {
    return Meaning.telling(
            (subject, _) ->
                List.of(
                    new Outcome.Disconnected(subject.object(), subject.asked().text("Container"))))
        .asking("Container");
  }
}
