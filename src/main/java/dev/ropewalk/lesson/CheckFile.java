package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.syntax.Shape.Key;
import dev.ropewalk.check.value.Type;
import java.util.List;

/** What stands in a check file around its checks: the tables that its reader goes by. */
public final class CheckFile {
  private static final Shape TEXT = new Shape.Of(Type.Single.TEXT);

  /** Command lines; the shell's own variables are none of ours. */
  private static final Shape SCRIPT = new Shape.Constant(Type.Single.TEXT);

  /** What a lesson may demand of the engines it is graded on: levels of trust, lowest first. */
  public static final List<String> TRUST = List.of("engine", "namespaces");

  /** What must be free. */
  public static final Shape.Keys FREE =
      keys(
          Key.optional("names", list(TEXT), "names that no container may have"),
          Key.optional(
              "ports",
              list(new Shape.Of(Type.Single.HOST_PORT)),
              "ports of this machine that nobody may listen on"),
          Key.optional("volumes", list(TEXT), "names that no volume may have"),
          Key.optional("networks", list(TEXT), "names that no network may have"),
          Key.optional("images", list(TEXT), "names that no image may have"));

  /** What a lesson brings along. */
  public static final Shape.Keys FILES =
      keys(
          Key.required("folder", TEXT, "a folder of the course"),
          Key.optional(
              "fill",
              list(TEXT),
              "those of its files in which `${name}` is replaced by its value"));

  /** What must be there. */
  public static final Shape.Keys NEEDS =
      keys(
          Key.optional(
              "images",
              list(Shape.Either.of(TEXT, new Shape.Named(TEXT))),
              "images that the engine must have; `{shop: images/shop}` is built as `shop` from the"
                  + " Dockerfile in that folder of the course"),
          Key.optional("free", FREE, "what must not be taken"),
          Key.optional(
              "commands",
              list(TEXT),
              "commands that the learner's machine must have, such as `git`; `docker compose or"
                  + " docker-compose` where one will do"),
          Key.optional(
              "engine",
              new Shape.Constant(new Type.Word(List.of("private"))),
              "`private`: an engine that is there for this lesson alone (`ropewalk learn"
                  + " --private`), for what may harm other containers"),
          Key.optional(
              "trust",
              new Shape.Constant(new Type.Word(TRUST)),
              "the lowest level of trust of the engines that it is graded on; `ropewalk grade`"
                  + " refuses others, whatever `--trust` accepts"));

  /** The values of a variable. */
  public static final Shape.Keys VALUES =
      new Shape.Keys(
          List.of(
              Key.optional(
                  "pick",
                  new Shape.Many(new Shape.Constant(Type.Single.TEXT), 1),
                  "one of these, at most 20; proofs and previews take the first"),
              Key.optional(
                  "letters",
                  new Shape.Constant(Type.Single.NUMBER),
                  "a text of so many small letters, 4 to 32")),
          Shape.Take.ONE);

  /** A wrong way. */
  public static final Shape.Keys MISTAKE =
      keys(
          Key.required("try", SCRIPT, "the command lines"),
          Key.required("says", new Shape.Many(TEXT, 1), "words that the learner must then read"));

  /** A change of the solution that passes, and may. */
  public static final Shape.Keys SURVIVOR =
      keys(
          Key.required(
              "mutant", SCRIPT, "the changed command lines, as `author prove` prints them"),
          Key.required("because", TEXT, "why the checks need not tell it from the solution"));

  /** A step. */
  public static final Shape.Keys STEP =
      keys(
          Key.required(
              "checks",
              new Shape.Many(new Shape.WholeCheck(), 1),
              "what must be true at the same time for the step to be done"),
          Key.optional(
              "setup", SCRIPT, "command lines that ropewalk runs, unseen, before the step opens"),
          Key.required("solution", SCRIPT, "command lines that do it"),
          Key.optional("accept", list(SCRIPT), "other right ways; each must pass"),
          Key.optional("hints", list(TEXT), "a ladder, shown one at a time, as Markdown"),
          Key.optional("mistakes", list(MISTAKE), "wrong ways; each must fail with these words"),
          Key.optional(
              "survivors",
              list(SURVIVOR),
              "changes of the solution that pass in `author prove`, and may"));

  /** The whole file. */
  public static final Shape.Keys FILE =
      keys(
          Key.optional(
              "hints",
              new Shape.Constant(new Type.Word(List.of("none"))),
              "`none`: no step gives hints, for this is an exam"),
          Key.optional("needs", NEEDS, "what must be there before the lesson opens"),
          Key.optional(
              "vary",
              new Shape.Named(VALUES),
              "variables that differ from learner to learner, for this file and for the lesson's text as `${name}`"),
          Key.optional(
              "folder",
              new Shape.Constant(new Type.Word(List.of("own"))),
              "`own`: the lesson is worked on in a folder of its own, `~/ropewalk/SLUG`; with"
                  + " `files` or `setup` it always is"),
          Key.optional(
              "files",
              Shape.Either.of(TEXT, FILES),
              "a folder of the course whose files are laid into the lesson's working folder, never"
                  + " over a file of the learner's; a file that may be executed stays so"),
          Key.optional(
              "setup",
              SCRIPT,
              "command lines that ropewalk runs, unseen, in the lesson's working folder before the"
                  + " lesson opens; each must end with 0"),
          Key.required("steps", new Shape.Named(STEP), "a key for each `##` heading, its slug"));

  private CheckFile() {}

  private static Shape.Keys keys(Key... keys) {
    return new Shape.Keys(List.of(keys), Shape.Take.ANY);
  }

  private static Shape list(Shape item) {
    return new Shape.Many(item, 0);
  }
}
