package dev.ropewalk.check.why;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.engine.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a container runs, however it was asked for: {@code uname -r}, {@code /bin/uname -r}, {@code
 * sh -c 'uname -r'} and {@code --entrypoint uname} with {@code -r} are the same.
 *
 * @param asked the words of entrypoint and command, without a script that only hands over to them
 * @param given the words after the entrypoint, as docker has them
 */
public record RunCommand(List<String> asked, List<String> given) {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  public RunCommand {
    asked = List.copyOf(asked);
    given = List.copyOf(given);
  }

  /**
   * @param usual the command that its image has of its own
   */
  public static RunCommand of(
      List<String> entrypoint, List<String> command, Supplier<List<String>> usual) {
    if (entrypoint.isEmpty() || !isScript(entrypoint.getFirst())) {
      return new RunCommand(Stream.concat(entrypoint.stream(), command.stream()).toList(), command);
    }
    List<String> rest = Stream.concat(entrypoint.stream().skip(1), command.stream()).toList();
    // The scripts of official images put the image's own program before flags and settings.
    boolean settings =
        rest.isEmpty() || rest.getFirst().startsWith("-") || rest.getFirst().endsWith(".conf");
    List<String> handedOver =
        settings
            ? Stream.concat(
                    usual.get().stream().limit(1).filter(word -> !word.startsWith("-")),
                    rest.stream())
                .toList()
            : rest;
    return new RunCommand(handedOver.isEmpty() ? entrypoint : handedOver, command);
  }

  /**
   * The entrypoint that its image gives a container, where that is a program which gets what stands
   * after the image; empty for none, for another than the image's, and for a script that only hands
   * over to what stands there.
   */
  public static Optional<String> fixedEntrypoint(Container container, Scene scene) {
    List<String> entrypoint = container.config().entrypoint();
    return entrypoint.isEmpty() || isScript(entrypoint.getFirst())
        ? Optional.empty()
        : scene
            .image(container.imageId())
            .filter(image -> image.entrypoint().equals(entrypoint))
            .map(_ -> String.join(" ", entrypoint));
  }

  private static boolean isScript(String program) {
    String name = base(program);
    return name.endsWith(".sh") || name.contains("entrypoint");
  }

  /** Its words, in each of the ways in which they can be said; the plainest first. */
  public Value words() {
    List<Value> ways =
        Stream.concat(runs(asked).stream(), Stream.of(asked, given))
            .distinct()
            .map(Value::of)
            .toList();
    return new Value.Ways(ways);
  }

  /** Words as docker has them, and what is run where they only give it to a shell to run. */
  public static Value seenThrough(List<String> argv) {
    List<Value> ways =
        Stream.concat(Stream.of(argv), runs(argv).stream()).distinct().map(Value::of).toList();
    return ways.size() == 1 ? ways.getFirst() : new Value.Ways(ways);
  }

  /** The names of the programs: a shell and what it was told to run are both run. */
  public Value programs() {
    List<Value> names =
        runs(asked).stream()
            .filter(words -> !words.isEmpty())
            .map(words -> Value.of(words.getFirst()))
            .distinct()
            .toList();
    return names.isEmpty() ? new Value.Nothing() : new Value.Ways(names);
  }

  /** As a person would type it. */
  public String shown() {
    return String.join(" ", asked);
  }

  /** Whether a whole command line stands in its first word, as quotes make it. */
  public boolean isOneWord() {
    return asked.size() == 1 && asked.getFirst().strip().contains(" ");
  }

  /** What is run, and what that runs in turn: the innermost first. */
  private static List<List<String>> runs(List<String> argv) {
    List<String> words = plain(argv);
    if (words.isEmpty() || !SHELLS.contains(words.getFirst())) {
      return List.of(words);
    }
    List<List<String>> all = new ArrayList<>();
    for (SimpleCommand command : ShellWords.of(script(words)).commands()) {
      List<String> inner = command.program().stream().map(Word::text).toList();
      if (!inner.isEmpty()) {
        all.addAll(runs(inner));
      }
    }
    all.add(words);
    return all;
  }

  /** What a shell was given with {@code -c}; empty without it. */
  private static String script(List<String> words) {
    int at = 1;
    while (at < words.size() && words.get(at).startsWith("-")) {
      String flag = words.get(at++);
      if (!flag.startsWith("--") && flag.contains("c")) {
        return at < words.size() ? words.get(at) : "";
      }
      at += flag.matches("-[a-z]*[oO]") ? 1 : 0;
    }
    return "";
  }

  /** Without what only starts it, and without the folders before its program. */
  private static List<String> plain(List<String> argv) {
    List<String> program =
        new SimpleCommand(argv.stream().map(word -> new Word(word, 0, 0)).toList(), 0, 0)
            .program().stream().map(Word::text).toList();
    List<String> words = new ArrayList<>(program.isEmpty() ? argv : program);
    if (!words.isEmpty()) {
      words.set(0, base(words.getFirst()));
    }
    boolean multiCall =
        words.size() > 1 && words.getFirst().equals("busybox") && !words.get(1).startsWith("-");
    return multiCall ? List.copyOf(words.subList(1, words.size())) : List.copyOf(words);
  }

  private static String base(String program) {
    return program.contains(" ") ? program : program.substring(program.lastIndexOf('/') + 1);
  }
}
