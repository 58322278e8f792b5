package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with the words after {@code docker build}. */
final class BuildSlips {
  private final Scene scene;

  BuildSlips(Scene scene) {
    this.scene = scene;
  }

  /** The first of them; empty where there is none. */
  Optional<Diagnosis> of(DockerCommand command) {
    List<String> args = command.args();
    if (args.isEmpty()) {
      return told(
          "`docker build` was not told of which folder.",
          "The folder with the Dockerfile stands at the end; a dot is the one in which you are: `docker build%s .`."
              .formatted(command.flag("tag").map(tag -> " -t " + tag).orElse(" -t NAME")));
    }
    Optional<String> name =
        args.stream()
            .filter(_ -> command.flag("tag").isEmpty())
            .filter(
                word -> args.size() == 2 && !isFolder(word) || args.size() == 1 && mayBeName(word))
            .findFirst();
    if (name.isPresent()) {
      return told(
          "`docker build` took `%s` for a folder, since no `-t` stands before it."
              .formatted(name.get()),
          "`docker build -t %s .` gives the image that name; the dot is the folder in which you are."
              .formatted(name.get()));
    }
    if (args.size() > 1) {
      return told(
          "`docker build` takes one folder, and your line has %s words there: `%s`."
              .formatted(args.size(), String.join("`, `", args)),
          "The form is `docker build -t NAME FOLDER`.");
    }
    return Optional.of(args.getFirst())
        .filter(folder -> !folder.contains(":") && !folder.equals("-"))
        .map(folder -> file(folder, command))
        .filter(file -> !Files.exists(scene.filePassed(file)))
        .map(file -> MissingNames.file(file, scene));
  }

  private static String file(String folder, DockerCommand command) {
    return Path.of(folder)
        .resolve(command.flag("file").orElse("Dockerfile"))
        .normalize()
        .toString();
  }

  private boolean isFolder(String word) {
    return word.equals("-") || word.contains(":/") || Files.exists(scene.filePassed(word));
  }

  /** There is no such folder, and a Dockerfile where the learner is. */
  private boolean mayBeName(String word) {
    return !isFolder(word)
        && word.matches("[a-z0-9][a-z0-9._:-]*")
        && Files.exists(scene.filePassed("Dockerfile"));
  }

  private static Optional<Diagnosis> told(String says, String remedy) {
    return Optional.of(MissingNames.failed(says, remedy));
  }
}
