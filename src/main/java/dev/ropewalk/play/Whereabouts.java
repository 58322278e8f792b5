package dev.ropewalk.play;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the lines that ask where docker's commands go, or change it. They are to see the learner's
 * own setting and not the recorder's. A client that only uses the variable is led through the
 * recorder, such as {@code curl --unix-socket "${DOCKER_HOST#unix://}"}.
 */
final class Whereabouts {
  private static final Pattern VARIABLE =
      Pattern.compile("DOCKER_(HOST|CONTEXT|CONFIG|TLS|TLS_VERIFY|CERT_PATH)\\b");

  /** They print variables, or set them; without any word but options, all of them. */
  private static final Set<String> SETTERS =
      Set.of("env", "printenv", "export", "set", "declare", "typeset", "readonly", "unset");

  private static final Set<String> PRINTERS = Set.of("echo", "printf", "test", "[", "[[");

  private final CommandTable commands;

  Whereabouts(CommandTable commands) {
    this.commands = commands;
  }

  boolean areAskedIn(String line) {
    return ShellWords.of(line).commands().stream()
        .anyMatch(command -> isAbout(command, line) || isContext(command));
  }

  private static boolean isAbout(SimpleCommand command, String line) {
    List<String> words = command.words().stream().map(Word::text).toList();
    if (words.isEmpty()) {
      return false;
    }
    String first = words.getFirst();
    if (VARIABLE.matcher(line.substring(command.start(), command.end())).find()) {
      return SETTERS.contains(first) || PRINTERS.contains(first) || first.contains("=");
    }
    return SETTERS.contains(first) && words.stream().skip(1).allMatch(word -> word.startsWith("-"));
  }

  private boolean isContext(SimpleCommand command) {
    return command.isDocker()
        && DockerCommand.of(command.program().stream().skip(1).map(Word::text).toList(), commands)
            .name()
            .startsWith("context");
  }
}
