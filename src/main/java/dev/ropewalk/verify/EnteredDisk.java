package dev.ropewalk.verify;

import dev.ropewalk.check.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The disk of another machine, read by commands that are run there. Safe for several threads. */
public final class EnteredDisk implements Disk {
  private static final String FIND =
      """
      [[ -e $1 ]] || { echo absent; exit; }
      stat --dereference --format='there %a %F' -- "$1"
      [[ -d $1 ]] || head --bytes="$2" -- "$1"
      """;
  private static final String FILES =
      "cd -- \"$1\" && find -L . -maxdepth 1 -type f -printf '%P\\n'";

  private final UnaryOperator<List<String>> entrance;

  /**
   * @param entrance makes of a command line the one, to be started here, that runs it there
   */
  public EnteredDisk(UnaryOperator<List<String>> entrance) {
    this.entrance = entrance;
  }

  @Override
  public Optional<Found> find(Path path) throws IOException {
    String said = output(FIND, path.toString(), Integer.toString(LIMIT));
    int end = said.indexOf('\n');
    String[] words = said.substring(0, Math.max(0, end)).split(" ", 3);
    if (words[0].equals("absent")) {
      return Optional.empty();
    }
    if (words.length < 3) {
      throw new IOException("the learner's machine does not say");
    }
    return Optional.of(new Found(words[2].equals("directory"), said.substring(end + 1), words[1]));
  }

  @Override
  public List<String> files(Path folder) {
    try {
      return output(FILES, folder.toString()).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String output(String script, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("timeout", "--signal=KILL", "3", "bash", "-c", script, "look"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(entrance.apply(command))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return new String(
        process.getInputStream().readNBytes(LIMIT + (1 << 12)), StandardCharsets.UTF_8);
  }
}
