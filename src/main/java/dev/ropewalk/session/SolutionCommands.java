package dev.ropewalk.session;

import dev.ropewalk.command.ShellWords;
import dev.ropewalk.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What docker and the programs in containers are asked for by a step's solution. */
final class SolutionCommands {
  /** A flag that takes no word after it. */
  private static final Pattern SWITCH =
      Pattern.compile("-[adit]+|--(rm|detach|interactive|tty|init)|--[^=]+=.*");

  private SolutionCommands() {}

  /** The container in which a command is run that runs already. */
  static Optional<String> running(List<String> docker) {
    List<String> operands = operands(docker);
    return operands.size() > 1 && operands.getFirst().equals("exec")
        ? Optional.of(operands.get(1))
        : Optional.empty();
  }

  /** Whether a program is what a docker command runs: what stands after the image or container. */
  static boolean isInside(String typed, List<String> docker) {
    List<String> operands = operands(docker);
    boolean runs = !operands.isEmpty() && operands.getFirst().matches("run|exec|create");
    return runs
        && operands.stream()
            .skip(2)
            .anyMatch(word -> word.equals(typed) || word.contains(" ") && runs(word, typed));
  }

  /** The words that are no flags, up to the image or the container, and all behind it. */
  private static List<String> operands(List<String> docker) {
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < docker.size(); i++) {
      String word = docker.get(i);
      boolean isFlag = word.startsWith("-") && operands.size() < 2;
      if (!isFlag) {
        operands.add(word);
      } else if (!SWITCH.matcher(word).matches()) {
        i++;
      }
    }
    return operands;
  }

  /** Whether a script for a shell in the container runs a program. */
  private static boolean runs(String script, String program) {
    return programs(script).stream().map(List::getFirst).anyMatch(program::equals);
  }

  /**
   * The docker commands of the solution, without the word {@code docker}; also those that find an
   * answer.
   */
  static Stream<List<String>> dockers(Step step) {
    return step.solution().commands().stream()
        .map(solution -> solution.replaceFirst("^:\\w+\\s*", ""))
        .flatMap(solution -> programs(solution).stream())
        .filter(SolutionCommands::isDocker)
        .map(words -> words.subList(1, words.size()));
  }

  static List<String> words(List<String> docker) {
    return docker.stream().filter(word -> !word.startsWith("-")).toList();
  }

  static boolean isDocker(List<String> words) {
    return words.getFirst().matches("(.*/)?docker");
  }

  static List<List<String>> programs(String line) {
    return ShellWords.of(line).commands().stream()
        .map(command -> command.program().stream().map(dev.ropewalk.command.Word::text).toList())
        .filter(words -> !words.isEmpty())
        .toList();
  }
}
