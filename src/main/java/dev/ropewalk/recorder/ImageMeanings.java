package dev.ropewalk.recorder;

import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The requests about images of which more is told than that they were done. */
final class ImageMeanings {
  private static final String DIGEST = "Digest: ";

  private ImageMeanings() {}

  static Meaning tagged() {
    return Meaning.telling(
            (subject, _) ->
                List.of(
                    tagged(subject, subject.idBefore(subject.object()), target(subject.line()))))
        .first(
            (subject, engine) -> {
              ask(subject, engine, subject.object());
              ask(subject, engine, target(subject.line()));
            });
  }

  static Meaning built() {
    return Meaning.telling(
            (subject, _) -> {
              List<String> ids = builtIds(subject);
              if (ids.isEmpty()) {
                return List.of(); // It ended without an image, or says so only to its session.
              }
              List<String> tags = tags(subject.line());
              List<Outcome> outcomes = new ArrayList<>();
              outcomes.add(
                  new Outcome.Built(ids.getLast(), tags.stream().map(ImageRef::parse).toList()));
              tags.forEach(tag -> outcomes.add(tagged(subject, ids.getLast(), tag)));
              return outcomes;
            })
        .following("aux.ID", "stream", "error")
        .first((subject, engine) -> tags(subject.line()).forEach(tag -> ask(subject, engine, tag)));
  }

  /** A quiet build says nothing but the id, as the builder's output. */
  private static List<String> builtIds(Subject subject) {
    List<String> ids = subject.all("aux.ID");
    return !ids.isEmpty() || subject.line().parameter("q").isEmpty()
        ? ids
        : subject.all("stream").stream()
            .map(String::strip)
            .filter(line -> line.startsWith("sha256:"))
            .toList();
  }

  static Meaning committed() {
    return Meaning.telling((subject, _) -> created(subject, subject.answer().text("Id")))
        .reading("Id")
        .first((subject, engine) -> ask(subject, engine, target(subject.line())));
  }

  static Meaning pulledOrImported() {
    return Meaning.telling(
            (subject, _) -> {
              List<String> said = subject.all("status");
              if (!subject.line().parameter("fromSrc").isEmpty()) {
                return said.isEmpty() ? List.of() : created(subject, said.getLast());
              }
              String digest =
                  said.stream()
                      .filter(line -> line.startsWith(DIGEST))
                      .map(line -> line.substring(DIGEST.length()))
                      .reduce("", (_, last) -> last);
              String reference = target(subject.line());
              return List.of(
                  new Outcome.Pulled(
                      ImageRef.parse(reference), digest, subject.idBefore(reference)));
            })
        .following("status", "error")
        .first((subject, engine) -> ask(subject, engine, target(subject.line())));
  }

  static Meaning pushed() {
    return Meaning.telling(
            (subject, _) ->
                List.of(
                    new Outcome.Pushed(
                        ImageRef.parse(
                            reference(subject.object(), subject.line().parameter("tag"))))))
        .following("error");
  }

  static Meaning loaded() {
    return Meaning.telling(
            (subject, _) ->
                List.of(
                    new Outcome.Loaded(
                        subject.all("stream").stream()
                            .filter(line -> line.startsWith("Loaded image"))
                            .map(line -> line.substring(line.indexOf(": ") + 2).strip())
                            .toList())))
        .following("stream", "error");
  }

  static Meaning removed() {
    return Meaning.telling(
            (subject, _) -> {
              List<String> references = new ArrayList<>(subject.all("Untagged"));
              references.addAll(subject.all("Deleted"));
              return List.of(new Outcome.Removed(ObjectKind.IMAGE, references));
            })
        .reading("Untagged", "Deleted");
  }

  static Meaning pruned() {
    return Meaning.telling(
            (subject, _) -> {
              List<String> references = new ArrayList<>(subject.all("ImagesDeleted.Untagged"));
              references.addAll(subject.all("ImagesDeleted.Deleted"));
              return List.of(new Outcome.Pruned(ObjectKind.IMAGE, references));
            })
        .reading("ImagesDeleted.Untagged", "ImagesDeleted.Deleted");
  }

  /** An image that is always new, and its tag if it was given one. */
  private static List<Outcome> created(Subject subject, String id) {
    String name = target(subject.line());
    List<Outcome> outcomes = new ArrayList<>();
    String familiar = name.isEmpty() ? "" : ImageRef.parse(name).familiar();
    outcomes.add(new Outcome.Created(ObjectKind.IMAGE, id, familiar, Outcome.Before.ABSENT));
    if (!name.isEmpty()) {
      outcomes.add(tagged(subject, id, name));
    }
    return outcomes;
  }

  private static Outcome tagged(Subject subject, String id, String name) {
    return new Outcome.Tagged(id, ImageRef.parse(name), subject.idBefore(name));
  }

  private static void ask(Subject subject, Lookup engine, String reference) {
    if (!reference.isEmpty()) {
      subject.before().put(reference, engine.image(reference));
    }
  }

  private static List<String> tags(RequestLine line) {
    return line.query().getOrDefault("t", List.of()).stream()
        .map(tag -> reference(tag, ""))
        .toList();
  }

  /** What is tagged, pulled or imported; empty when nothing is named. */
  private static String target(RequestLine line) {
    String repository =
        line.parameter("fromImage").isEmpty()
            ? line.parameter("repo")
            : line.parameter("fromImage");
    return repository.isEmpty() ? "" : reference(repository, line.parameter("tag"));
  }

  private static String reference(String name, String tag) {
    if (!tag.isEmpty()) {
      return name + (tag.contains(":") ? "@" : ":") + tag;
    }
    boolean complete = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
    return complete ? name : name + ":latest";
  }
}
