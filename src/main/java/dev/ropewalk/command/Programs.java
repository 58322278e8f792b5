package dev.ropewalk.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this machine. */
public final class Programs {
  private Programs() {}

  /**
   * Whether a command is there: a program, or one of docker's own or of its plugins.
   *
   * @param command such as {@code git} or {@code docker compose}
   * @param docker the commands of the docker client
   * @param searchPath such as the variable {@code PATH}
   */
  public static boolean has(String command, CommandTable docker, String searchPath) {
    List<String> words = List.of(command.strip().split("\\s+"));
    return words.size() > 1 && words.getFirst().equals("docker")
        ? docker.help(words.subList(1, words.size())).isPresent()
        : find(words.getFirst(), searchPath).findAny().isPresent();
  }

  /** Where a program is, the one that the shell takes first. */
  static Stream<Path> find(String program, String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }
}
