package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.syntax.Shape.Key;
import dev.ropewalk.check.value.Type;
import java.util.List;

/** What stands in the file {@code course.yaml}: the tables that its reader goes by. */
public final class CourseFile {
  /** The name of the file, in the folder of the course. */
  public static final String NAME = "course.yaml";

  private static final Shape TEXT = new Shape.Constant(Type.Single.TEXT);

  /** What the whole course needs. */
  public static final Shape.Keys REQUIRES =
      keys(
          Key.optional("ropewalk", TEXT, "the oldest version of ropewalk, such as `0.2`"),
          Key.optional(
              "engine_api", TEXT, "the oldest version of the engine's API, such as `1.41`"));

  /** A lesson of a module, in its long form. */
  public static final Shape.Keys LESSON =
      keys(
          Key.required("lesson", TEXT, "its slug: the name of its files without the number"),
          Key.optional(
              "minutes",
              new Shape.Constant(Type.Single.NUMBER),
              "how long a beginner works on it, 1 to 600"),
          Key.optional(
              "requires",
              new Shape.Many(TEXT, 0),
              "lessons on which it builds; they come before it"));

  /** A module. */
  public static final Shape.Keys MODULE =
      keys(
          Key.required("title", TEXT, "what its lessons have in common"),
          Key.required(
              "lessons",
              new Shape.Many(Shape.Either.of(TEXT, LESSON), 1),
              "its lessons in their order: slugs, or mappings that say more"));

  /** An image that lessons use. */
  public static final Shape.Keys IMAGE =
      keys(
          Key.required("image", TEXT, "its name as the lessons need it"),
          Key.required(
              "megabytes",
              new Shape.Constant(Type.Single.NUMBER),
              "how much comes from the registry, about: 1 to 99999"));

  /** The whole file. */
  public static final Shape.Keys FILE =
      keys(
          Key.required("title", TEXT, "the name of the course"),
          Key.optional("author", TEXT, "who has written it"),
          Key.optional("licence", TEXT, "under which terms, best as an SPDX name"),
          Key.optional(
              "language",
              TEXT,
              "the language of the texts that have none in their file's name, such as `en`"),
          Key.optional("requires", REQUIRES, "what the course needs"),
          Key.optional(
              "images",
              new Shape.Many(IMAGE, 1),
              "how much the images of its lessons are to fetch, which is told before"),
          Key.optional(
              "modules",
              new Shape.Many(MODULE, 1),
              "the lessons in their order; one that no module names stands where its number says"));

  private CourseFile() {}

  private static Shape.Keys keys(Key... keys) {
    return new Shape.Keys(List.of(keys), Shape.Take.ANY);
  }
}
