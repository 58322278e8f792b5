package dev.ropewalk.verify;

import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A private machine, asked by commands that run there: so its loopback, on which ports may be
 * published too, is reached, and process ids are those that its engine knows. Needs bash there.
 */
public final class EnteredMachine implements EngineMachine {
  // Connecting to one's own machine does not wait: it is refused, or not.
  private static final String ASK =
      """
      exec 2>/dev/null
      { exec 3<>"/dev/tcp/$1/$2"; } || { echo refused; exit; }
      echo open
      [[ -z $3 ]] && exit
      printf '%s' "$3" >&3
      IFS= read -r -t 1 -n 256 line <&3
      printf '%s' "$line"
      """;
  private static final String LINKS_OF_CONTAINER =
      "grep -q \"$1\" \"/proc/$2/cgroup\" && shift 2 && readlink \"$@\"";
  // It ends there what takes too long; ending it here would leave it running there.
  private static final List<String> BOUNDED = List.of("timeout", "--signal=KILL", "3");
  private static final int MOST_BYTES = 4096;

  private final UnaryOperator<List<String>> entrance;

  /**
   * @param entrance makes of a command line the one, to be started here, that runs it there; it may
   *     throw when the machine is gone
   */
  public EnteredMachine(UnaryOperator<List<String>> entrance) {
    this.entrance = entrance;
  }

  @Override
  public Reply ask(String host, int port, String request) {
    List<String> lines =
        output(List.of("bash", "-c", ASK, "ask", host, Integer.toString(port), request))
            .lines()
            .toList();
    if (lines.equals(List.of("refused"))) {
      return new Reply.Refused();
    }
    String line = lines.size() < 2 ? "" : lines.get(1).strip();
    boolean answered = lines.contains("open") && (request.isEmpty() || !line.isEmpty());
    return answered ? new Reply.Answered(line) : new Reply.Silent();
  }

  @Override
  public Map<String, String> namespaces() {
    List<String> command = new ArrayList<>(List.of("readlink"));
    command.addAll(NamespaceLinks.of("self"));
    return NamespaceLinks.read(output(command));
  }

  @Override
  public Optional<Map<String, String>> namespaces(Container container) {
    String pid = Integer.toString(container.status().pid());
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", LINKS_OF_CONTAINER, "links", container.id(), pid));
    command.addAll(NamespaceLinks.of(pid));
    Map<String, String> found = NamespaceLinks.read(output(command));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** What a command there says, as far as it can be run and within bounds. */
  private String output(List<String> command) {
    try {
      List<String> bounded = new ArrayList<>(BOUNDED);
      bounded.addAll(command);
      Process process =
          new ProcessBuilder(entrance.apply(bounded))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return new String(
          process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException | RuntimeException e) {
      // A machine that is gone says nothing; its engine's silence is told by those who ask it.
      return "";
    }
  }
}
