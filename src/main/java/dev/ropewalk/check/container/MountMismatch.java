package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Whereabouts;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.engine.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with what is mounted in a container. */
final class MountMismatch {
  /** What docker calls a volume that nobody has named. */
  private static final Pattern NAMELESS = Pattern.compile("[0-9a-f]{64}");

  private final Scene scene;
  private final Container container;
  private final Expectations.Mismatch<SeenContainer> mismatch;
  private final String name;
  private final Map<String, Matcher> wanted;

  MountMismatch(Scene scene, Container container, Expectations.Mismatch<SeenContainer> mismatch) {
    this.scene = scene;
    this.container = container;
    this.mismatch = mismatch;
    name = "`" + container.name() + "`";
    wanted = MatchedParts.parts(mismatch.matcher());
  }

  Diagnosis diagnosis() {
    if (Wording.wantsNone(mismatch.matcher())) {
      return detail(
          "%s has something mounted: %s, by `-v`, `--mount` or `--tmpfs`."
              .formatted(name, shown()));
    }
    if (container.mounts().isEmpty()) {
      return detail(
          "%s has nothing mounted.".formatted(name) + FlagsAfterImage.sentence(container, scene));
    }
    Optional<Container.Mount> there =
        part("target")
            .flatMap(
                target ->
                    container.mounts().stream()
                        .filter(mount -> mount.target().equals(target))
                        .findFirst());
    return there
        .map(mount -> detail(unlike(mount)))
        .orElseGet(
            () ->
                detail(
                    "%s has %s mounted, but this step asks for %s."
                        .formatted(name, shown(), scene.wording().quoted(mismatch.matcher()))));
  }

  private String unlike(Container.Mount mount) {
    Optional<String> source = part("source").filter(s -> !s.equals(mount.source()));
    Optional<String> type = part("type").filter(t -> !t.equals(mount.type()));
    if (source.isPresent() || type.isPresent()) {
      String instead =
          source
              .map(s -> "`" + s + "`")
              .orElseGet(() -> "a mount of the type `" + type.get() + "`");
      return "At `%s`, %s has %s mounted, not %s."
          .formatted(mount.target(), name, shown(mount), instead);
    }
    boolean asWanted =
        part("read_only").filter(it -> !it.equals(String.valueOf(mount.readOnly()))).isEmpty();
    if (asWanted && container.mounts().size() > 1) {
      return "%s has more mounted than this step asks for: %s.".formatted(name, shown());
    }
    if (asWanted && part("read_only").isPresent()) {
      return "At `%s`, %s has %s mounted, but this step asks for another one."
          .formatted(mount.target(), name, shown(mount));
    }
    return mount.readOnly()
        ? "What is mounted at `%s` in %s is read-only, but this step asks for one to write to."
            .formatted(mount.target(), name)
        : "What is mounted at `%s` in %s can be written to, but this step asks for it read-only.%s"
            .formatted(
                mount.target(),
                name,
                container.host().readOnly()
                    ? " `--read-only` is about the container's own files; what is mounted has `:ro` at the end of its `-v`."
                    : "");
  }

  /**
   * What has to be typed, as far as it is known.
   *
   * @param seen what mounts something already: where no certain source or place is asked for, that
   *     of the mount that has the other one will do
   */
  static String flag(Matcher matcher, Optional<SeenContainer> seen, Scene scene) {
    Map<String, Matcher> wanted = MatchedParts.parts(matcher);
    Optional<Container.Mount> own = seen.flatMap(it -> own(it.container(), wanted, scene));
    String target =
        part("target", wanted, scene).or(() -> own.map(Container.Mount::target)).orElse("PATH");
    if (part("type", wanted, scene).filter("tmpfs"::equals).isPresent()) {
      return "--tmpfs " + target;
    }
    boolean readOnly = part("read_only", wanted, scene).filter("true"::equals).isPresent();
    String source =
        part("source", wanted, scene)
            .or(() -> own.map(Container.Mount::source))
            .or(() -> ofLesson(wanted.get("source"), scene))
            .orElse("SOURCE");
    return "-v %s:%s%s".formatted(RunParts.word(source), target, readOnly ? ":ro" : "");
  }

  /** The lesson's folder, or what lies in it, where that is what is asked for. */
  private static Optional<String> ofLesson(@Nullable Matcher source, Scene scene) {
    Path folder = scene.whereabouts().files();
    if (source == null || scene.whereabouts().kind() != Whereabouts.Kind.LESSONS) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(scene.learnersFile("."))) {
      return Stream.concat(
              Stream.of(folder),
              inside.map(path -> folder.resolve(path.getFileName().toString())).sorted())
          .map(Path::toString)
          .filter(path -> is(path, source, scene))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The first mount that has all that is asked for of its kind, its source and its place. */
  private static Optional<Container.Mount> own(
      Container container, Map<String, Matcher> wanted, Scene scene) {
    return container.mounts().stream()
        .filter(mount -> !NAMELESS.matcher(mount.source()).matches())
        .filter(mount -> is(mount.type(), wanted.get("type"), scene))
        .filter(mount -> is(mount.source(), wanted.get("source"), scene))
        .filter(mount -> is(mount.target(), wanted.get("target"), scene))
        .filter(_ -> wanted.containsKey("source") || wanted.containsKey("target"))
        .findFirst();
  }

  private static boolean is(String value, @Nullable Matcher matcher, Scene scene) {
    return matcher == null || scene.matching().test(matcher, Type.Single.TEXT, Value.of(value));
  }

  private Optional<String> part(String key) {
    return part(key, wanted, scene);
  }

  private static Optional<String> part(String key, Map<String, Matcher> wanted, Scene scene) {
    return Optional.ofNullable(wanted.get(key))
        .flatMap(matcher -> MatchedParts.literal(matcher, scene));
  }

  private String shown() {
    return String.join(
        ", ", container.mounts().stream().map(m -> shown(m) + " at `" + m.target() + "`").toList());
  }

  private static String shown(Container.Mount mount) {
    return switch (mount.type()) {
      case "volume" ->
          NAMELESS.matcher(mount.source()).matches()
              ? "a volume without a name"
              : "the volume `%s`".formatted(mount.source());
      case "bind" -> "`%s`".formatted(mount.source());
      default -> "a " + mount.type();
    };
  }

  private static Diagnosis detail(String says) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, "");
  }
}
