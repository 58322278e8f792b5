package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.command.DockerCommand;
import java.util.List;

/** A command that was only asked how it is used, so that it has done nothing else. */
final class HelpOnly {
  private static final String FLAG = "help";

  private HelpOnly() {}

  static boolean is(DockerCommand command) {
    return command.flags().containsKey(FLAG);
  }

  /**
   * Whether a program was asked for nothing else.
   *
   * @param args all words after its name
   */
  static boolean is(List<String> args) {
    return args.equals(List.of("--" + FLAG)) || args.equals(List.of("--version"));
  }

  /**
   * @param leaves what it does not do, such as {@code it lists nothing}
   */
  static Diagnosis diagnosis(DockerCommand command, String leaves) {
    return diagnosis("docker %s --%s".formatted(command.name(), FLAG), leaves);
  }

  /**
   * @param command with the word that asks for help
   * @param leaves what it does not do
   */
  static Diagnosis diagnosis(String command, String leaves) {
    return new Diagnosis(
        Progress.WRONG_DETAIL, "`%s` explains the command; %s.".formatted(command, leaves), "");
  }
}
