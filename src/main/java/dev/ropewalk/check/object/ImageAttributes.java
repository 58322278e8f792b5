package dev.ropewalk.check.object;

import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.RunCommand;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import java.util.List;
import java.util.function.Function;

/** What can be expected of an image. */
final class ImageAttributes {
  static final Attributes<SeenImage> TABLE =
      new Attributes<>(
          List.of(
              text("id", Type.Single.ID, "its id, or the beginning of it", Image::id),
              new Attribute<>(
                  "tags",
                  new Type.ListOf(Type.Single.IMAGE),
                  "its names and tags",
                  i ->
                      Value.of(
                          i.image().tags().stream()
                              .map(tag -> ImageRef.parse(tag).familiar())
                              .toList())),
              list("digest", "its digests in registries", Image::digests),
              new Attribute<>(
                  "size", Type.Single.SIZE, "its size", i -> Value.of(i.image().size())),
              list("layers", "the digests of its layers, the lowest first", Image::layers),
              text(
                  "architecture", Type.Single.TEXT, "the processor it is for", Image::architecture),
              text(
                  "user",
                  Type.Single.TEXT,
                  "the user its containers run as; empty means root",
                  Image::user),
              text("workdir", Type.Single.TEXT, "its working directory", Image::workdir),
              run("entrypoint", "its entrypoint", Image::entrypoint),
              run("cmd", "its default command", Image::command),
              new Attribute<>(
                  "env",
                  new Type.TableOf(),
                  "its environment variables",
                  i -> Value.of(i.image().env())),
              new Attribute<>(
                  "labels", new Type.TableOf(), "its labels", i -> Value.of(i.image().labels())),
              new Attribute<>(
                  "exposes",
                  new Type.ListOf(Type.Single.PORT),
                  "the ports it says it listens on",
                  i -> Value.of(i.image().exposes())),
              list("volumes", "the paths it wants a volume for", Image::volumes),
              list(
                  "healthcheck",
                  "its health check, word by word, `CMD` or `CMD-SHELL` first",
                  Image::healthcheck),
              new Attribute<>(
                  "base",
                  new Type.ListOf(Type.Single.IMAGE),
                  "the images of this engine that it is built on, the nearest first",
                  i -> Value.of(i.bases())),
              new Attribute<>(
                  "history",
                  new Type.ListOf(Type.Single.TEXT),
                  "the instructions that made it, its base's first, such as `RUN apt-get update`",
                  i -> Value.of(i.made()))));

  private ImageAttributes() {}

  private static Attribute<SeenImage> text(
      String name, Type type, String doc, Function<Image, String> read) {
    return new Attribute<>(name, type, doc, i -> Value.of(read.apply(i.image())));
  }

  private static Attribute<SeenImage> run(
      String name, String what, Function<Image, List<String>> read) {
    return new Attribute<>(
        name,
        new Type.ListOf(Type.Single.TEXT),
        what + ", word by word; of a shell's `-c`, which plain words become, also what that runs",
        i -> RunCommand.seenThrough(read.apply(i.image())));
  }

  private static Attribute<SeenImage> list(
      String name, String doc, Function<Image, List<String>> read) {
    return new Attribute<>(
        name, new Type.ListOf(Type.Single.TEXT), doc, i -> Value.of(read.apply(i.image())));
  }
}
