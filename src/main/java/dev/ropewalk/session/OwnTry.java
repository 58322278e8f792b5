package dev.ropewalk.session;

import static java.util.stream.Collectors.toSet;

import dev.ropewalk.lesson.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells of a line that no docker heard whether it was a try at the step all the same. */
record OwnTry(Pointer pointer, Step step) {
  private static final int COMMAND_NOT_FOUND = 127;

  /** A word that tells something. */
  private static final Pattern SPOKEN = Pattern.compile("[\\w./-]{3,}");

  /** What only prepares a try, or looks at what the shell has. */
  private static final Set<String> PREPARES =
      Set.of(
          "alias", "cat", "cd", "clear", "declare", "export", "help", "history", "jobs", "less",
          "ls", "man", "mkdir", "nano", "pwd", "set", "shopt", "source", "type", "unset", "vi",
          "vim", "which");

  /** Whether it failed, or has a word of one of the step's right answers. */
  static boolean is(String line, int exitCode, Step step) {
    OwnTry it = new OwnTry(new Pointer(line, exitCode), step);
    if (it.onlyPrepares()) {
      return it.mistakesIt() && it.speaksOfIt(line);
    }
    return exitCode == 1
        || exitCode == COMMAND_NOT_FOUND
        || it.speaksOfIt(line)
        || it.programs().anyMatch(it::isAllOfIt)
        || it.programs().anyMatch(it::isDockersWord);
  }

  private Stream<String> programs() {
    return pointer.programs().stream().map(List::getFirst);
  }

  private boolean onlyPrepares() {
    return programs().findAny().isPresent()
        && programs().allMatch(program -> PREPARES.contains(program) && !isAllOfIt(program));
  }

  /** Whether the step wants nothing else than this program. */
  private boolean isAllOfIt(String program) {
    List<List<String>> solution = SolutionCommands.programs(step.solution().text());
    return solution.size() == 1 && solution.getFirst().getFirst().equals(program);
  }

  /** Whether docker has a command of that name which the step wants, as {@code df}. */
  private boolean isDockersWord(String program) {
    return SolutionCommands.dockers(step).anyMatch(words -> words.contains(program));
  }

  /** A folder of this computer in the place of a volume, a name of the shell for a container's. */
  private boolean mistakesIt() {
    return Stream.of("mkdir", "alias")
        .filter(program -> !pointer.isMeantHere(program, step))
        .anyMatch(program -> programs().anyMatch(program::equals));
  }

  private boolean speaksOfIt(String line) {
    Set<String> words =
        Stream.concat(Stream.of(step.solution()), step.accept().stream())
            .flatMap(script -> spoken(script.text()).stream())
            .collect(toSet());
    return spoken(line).stream().anyMatch(words::contains);
  }

  private static Set<String> spoken(String text) {
    return SPOKEN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !word.equals("docker"))
        .collect(toSet());
  }
}
