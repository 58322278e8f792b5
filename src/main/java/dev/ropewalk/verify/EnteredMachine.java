package dev.ropewalk.verify;

import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.Container;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      IFS= read -r -t "$4" -n 256 line <&3
      printf '%s' "$line"
      """;
  private static final String HEAR =
      """
      exec 2>/dev/null
      exec 3<>"/dev/tcp/$1/$2" || exit
      printf '%s' "$3" >&3
      timeout "$4" cat <&3
      """;
  // The words after the container and its first process are a command; nothing is done when that
  // process is no process there.
  private static final String IF_IT_IS_THERE =
      "grep -q \"$1\" \"/proc/$2/cgroup\" && shift 2 && exec \"$@\" 2>/dev/null";
  // It ends there what takes too long; ending it here would leave it running there.
  private static final List<String> BOUNDED =
      List.of("timeout", "--signal=KILL", seconds(Patience.AT_THE_PROMPT));
  private static final String HEARING = seconds(Patience.OF_COURTESY);
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_SAID = 1 << 20;

  private static final Pattern PIDS = Pattern.compile("/proc/(\\d+)/status:(NSpid:.*)");

  private final UnaryOperator<List<String>> entrance;

  private final FilesBeyond files;

  /**
   * @param entrance makes of a command line the one, to be started here, that runs it there; it may
   *     throw when the machine is gone
   * @param root where its files are found here
   */
  public EnteredMachine(UnaryOperator<List<String>> entrance, Path root) {
    this.entrance = entrance;
    files = new FilesBeyond(root);
  }

  @Override
  public Path here(Path there) {
    return files.here(there);
  }

  @Override
  public String said(List<String> command) {
    return new String(output(command, MOST_SAID), StandardCharsets.UTF_8);
  }

  @Override
  public Reply ask(String host, int port, String request) {
    List<String> lines =
        output(List.of("bash", "-c", ASK, "ask", host, Integer.toString(port), request, HEARING))
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
  public String hear(String host, int port, String request) {
    String bytes =
        output(List.of("bash", "-c", HEAR, "hear", host, Integer.toString(port), request, HEARING));
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** It is entered beside its engine. */
  @Override
  public boolean runs(String release) {
    return true;
  }

  @Override
  public Map<String, String> namespaces() {
    List<String> command = new ArrayList<>(List.of("readlink"));
    command.addAll(NamespaceLinks.of("self"));
    return NamespaceLinks.read(output(command));
  }

  @Override
  public Optional<Map<String, String>> namespaces(Container container) {
    List<String> command = new ArrayList<>(List.of("readlink"));
    command.addAll(NamespaceLinks.of(pid(container)));
    Map<String, String> found = NamespaceLinks.read(output(container, command));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  @Override
  public Optional<String> read(Container container, String file) {
    String text = output(container, List.of("cat", "/proc/" + pid(container) + "/" + file));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public Map<Integer, Integer> pidsInside(Container container, List<Integer> pids) {
    List<String> command = new ArrayList<>(List.of("grep", "--with-filename", "^NSpid:"));
    pids.forEach(pid -> command.add("/proc/" + pid + "/status"));
    Map<Integer, Integer> found = new LinkedHashMap<>();
    Matcher matcher = PIDS.matcher(pids.isEmpty() ? "" : output(container, command));
    while (matcher.find()) {
      ProcessPids.innermost(matcher.group(2))
          .ifPresent(inside -> found.put(Integer.valueOf(matcher.group(1)), inside));
    }
    return found;
  }

  @Override
  public OptionalLong freeBytes(Path folder) {
    String[] words =
        output(List.of("stat", "--file-system", "--format=%a %S", folder.toString()))
            .strip()
            .split(" ");
    return words.length == 2
        ? OptionalLong.of(Long.parseLong(words[0]) * Long.parseLong(words[1]))
        : OptionalLong.empty();
  }

  private static String seconds(Duration patience) {
    return Long.toString(patience.toSeconds());
  }

  private static String pid(Container container) {
    return Integer.toString(container.status().pid());
  }

  /** The same for a container whose first process is one there; nothing for others. */
  private String output(Container container, List<String> command) {
    List<String> all =
        new ArrayList<>(
            List.of("bash", "-c", IF_IT_IS_THERE, "look", container.id(), pid(container)));
    all.addAll(command);
    return output(all);
  }

  private String output(List<String> command) {
    return new String(output(command, MOST_BYTES), StandardCharsets.ISO_8859_1);
  }

  /** What a command there says, as far as it can be run and within bounds. */
  private byte[] output(List<String> command, int most) {
    try {
      List<String> bounded = new ArrayList<>(BOUNDED);
      bounded.addAll(command);
      Process process =
          new ProcessBuilder(entrance.apply(bounded))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.getInputStream().readNBytes(most);
    } catch (IOException | RuntimeException e) {
      // A machine that is gone says nothing; its engine's silence is told by those who ask it.
      return new byte[0];
    }
  }
}
