package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.Flag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code --format} that prints the same words for each object and nothing of it: what stands in it
 * without {@code {{}. Clients before 23 take {@code json} for such a word.
 */
final class BlindFormat {
  /** Words of clients that are no templates. */
  private static final Set<String> KNOWN = Set.of("table", "raw", "pretty");

  private BlindFormat() {}

  /**
   * Whether all commands of a line that could have shown something printed nothing of it.
   *
   * @param command the canonical name of the only one that could; empty for any
   */
  static Optional<Diagnosis> of(AskedLine line, Optional<String> command, Scene scene) {
    List<Optional<String>> formats =
        line.line().stream()
            .flatMap(it -> new TypedCommands(scene).of(it).stream())
            .map(TypedCommands.Typed::command)
            .filter(it -> command.map(it.name()::equals).orElse(format(it, scene).isPresent()))
            .map(it -> blind(it, scene))
            .toList();
    return formats.isEmpty() || formats.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : formats
            .getLast()
            .map(
                format ->
                    new Diagnosis(
                        Progress.WRONG_DETAIL,
                        "Your line printed the word `%s` for each, and nothing of what is there: this docker takes the words of `--format` as they are, but for what stands in `{{` and `}}`."
                            .formatted(format),
                        "Type it without `--format`, or with `--format '{{json .}}'`."));
  }

  private static Optional<String> blind(DockerCommand command, Scene scene) {
    boolean json =
        format(command, scene).filter(it -> it.description().contains("json")).isPresent();
    return command
        .flag("format")
        .filter(it -> !it.isBlank() && !it.contains("{{") && !it.contains("$"))
        .filter(it -> !KNOWN.contains(it) && !(json && it.equals("json")));
  }

  private static Optional<Flag> format(DockerCommand command, Scene scene) {
    return scene
        .commands()
        .help(List.of(command.name().split(" ")))
        .flatMap(help -> help.flag("format"));
  }
}
