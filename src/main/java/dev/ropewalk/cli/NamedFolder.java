package dev.ropewalk.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Folders that are named in options: what is no folder is told before anything is done. */
final class NamedFolder {
  private NamedFolder() {}

  /**
   * Refuses what is not there, or is no folder.
   *
   * @throws WrongUse which says so
   */
  static void require(Path folder, String option) {
    if (!Files.exists(folder)) {
      throw new WrongUse(
          "the folder `%s` of `%s` is not there".formatted(folder, option),
          "name a folder that is there; from here it would be `%s`"
              .formatted(folder.toAbsolutePath().normalize()));
    }
    requireNoFile(folder, option);
  }

  /**
   * Refuses a file where a folder is wanted, which may be made yet.
   *
   * @throws WrongUse which says so
   */
  static void requireNoFile(Path folder, String option) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrongUse(
          "`%s` of `%s` is a file, and no folder".formatted(folder, option), "name a folder");
    }
  }

  /** What is said of a file or folder that the machine refuses. */
  static WrongUse refused(FileSystemException problem) {
    String why =
        switch (problem) {
          case NoSuchFileException _ -> "it is not there";
          case NotDirectoryException _, FileAlreadyExistsException _ ->
              "it is a file, and no folder";
          case AccessDeniedException _ -> "you may not read or write it";
          default -> String.valueOf(problem.getReason());
        };
    return new WrongUse(
        "`%s` cannot be used: %s".formatted(problem.getFile(), why),
        "name another one, or make it so that you may use it and there is room");
  }
}
