package dev.ropewalk.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real help texts of a docker client, as it printed them, answering like the client. */
public final class StoredHelps implements HelpSource {
  public static final String OLD = "20.10.24";
  public static final String NEW = "28.2.2";

  private final HelpFile texts;
  private final List<List<String>> paths;

  private StoredHelps(Path file) throws IOException {
    texts = new HelpFile(file, _ -> "");
    paths =
        Files.readString(file)
            .lines()
            .filter(line -> line.startsWith("\f"))
            .map(line -> line.substring(line.indexOf(':') + 1))
            .map(key -> key.isEmpty() ? List.<String>of() : List.of(key.split(" ")))
            .toList();
  }

  static StoredHelps of(String version) {
    try {
      var resource = StoredHelps.class.getResource("docker-%s-help.txt".formatted(version));
      return new StoredHelps(Path.of(resource.toURI()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (URISyntaxException problem) {
      throw new IllegalStateException(problem);
    }
  }

  public static CommandTable table(String version) {
    return new CommandTable(of(version));
  }

  static Stream<String> versions() {
    return Stream.of(OLD, NEW);
  }

  /** All commands that the client lists. */
  List<List<String>> paths() {
    return paths;
  }

  /**
   * Like docker: an alias has the help of its command, an unknown word that of the group before it.
   */
  @Override
  public String help(List<String> path) {
    String text = texts.help(path);
    if (!text.isEmpty() || path.isEmpty()) {
      return text;
    }
    return paths.stream()
        .map(texts::help)
        .filter(help -> HelpText.read(help).orElseThrow().aliases().contains(path))
        .findFirst()
        .orElseGet(() -> help(new ArrayList<>(path).subList(0, path.size() - 1)));
  }
}
