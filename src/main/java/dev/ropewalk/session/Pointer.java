package dev.ropewalk.session;

import static java.util.stream.Collectors.toSet;

import dev.ropewalk.command.DockerLine;
import dev.ropewalk.command.DockerVerbs;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a line was meant to go that was plainly a try at the step, and that no docker heard: words
 * for ropewalk without its colon, for docker without its name, for a container without docker.
 */
final class Pointer {
  private static final int COMMAND_NOT_FOUND = 127;
  private static final String DOCKER = "docker";

  /** An answer that went to the shell, with whatever sign stood in the colon's place. */
  private static final Pattern ANSWER =
      Pattern.compile("(?:echo\\s+)?\\W*answers?\\b[\\W&&[^$]]*(.*)");

  /** A word that a question itself names: {@code one of `same`, `different`}. */
  private static final Pattern CHOICE = Pattern.compile("`([^`: ]+)`");

  private final String line;
  private final boolean isUnknown;
  private final List<List<String>> programs;

  Pointer(String line, int exitCode) {
    this.line = line.strip();
    this.isUnknown = exitCode == COMMAND_NOT_FOUND;
    this.programs = SolutionCommands.programs(line);
  }

  /**
   * One sentence; empty where there is nothing to point at.
   *
   * @param step the open one
   */
  static Optional<String> of(String line, int exitCode, Optional<Step> step) {
    Pointer pointer = new Pointer(line, exitCode);
    return pointer.runsDocker()
        ? Optional.empty()
        : pointer
            .ropewalks()
            .or(pointer::misspelt)
            .or(pointer::spokenOf)
            .or(() -> step.flatMap(pointer::answer))
            .or(() -> step.flatMap(pointer::elsewhere))
            .or(() -> step.flatMap(pointer::nameless))
            .or(() -> step.flatMap(pointer::asked))
            .or(() -> step.flatMap(pointer::half));
  }

  /** The programs that it runs, with their words. */
  List<List<String>> programs() {
    return programs;
  }

  /** Whether this computer did what a container that runs was to do. */
  static boolean worksHere(String line, Step step) {
    Pointer pointer = new Pointer(line, 0);
    return pointer.programs.stream()
        .map(List::getFirst)
        .filter(typed -> !pointer.isMeantHere(typed, step))
        .anyMatch(
            typed ->
                SolutionCommands.dockers(step)
                    .anyMatch(
                        docker ->
                            SolutionCommands.isInside(typed, docker)
                                && SolutionCommands.running(docker).isPresent()));
  }

  private boolean runsDocker() {
    return !DockerLine.placed(line).isEmpty();
  }

  private String first() {
    return line.split("\\s+", 2)[0];
  }

  /** A word of ropewalk; bash has one of them, too, which tells of bash. */
  private Optional<String> ropewalks() {
    boolean isWord = Stream.of(Word.values()).anyMatch(word -> word.word().equals(first()));
    boolean isHelp = line.equals(Word.HELP.word());
    return isWord && (isUnknown || isHelp)
        ? Optional.of(Phrases.colonMissing(first()))
        : Optional.empty();
  }

  /** Docker, nearly. */
  private Optional<String> misspelt() {
    return isUnknown
        ? Suggestion.nearest(first(), List.of(DOCKER))
            .map(near -> Phrases.commandMeant(first(), near))
        : Optional.empty();
  }

  /** A docker command that was printed, or that stands in a comment. */
  private Optional<String> spokenOf() {
    if (!Pattern.compile("\\b" + DOCKER + "\\s+[a-z]").matcher(line).find()) {
      return Optional.empty();
    }
    if (line.startsWith("#")) {
      return Optional.of(Phrases.COMMENT);
    }
    return programs.stream()
        .map(List::getFirst)
        .filter(program -> program.matches("echo|printf"))
        .findFirst()
        .map(Phrases::printedOnly);
  }

  /** An answer without the word for it, or without that word's colon. */
  private Optional<String> answer(Step step) {
    List<String> questions =
        step.checks().stream().flatMap(check -> check.claim().question().stream()).toList();
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    Matcher answer = ANSWER.matcher(line);
    if (answer.matches() && !answer.group(1).isBlank()) {
      return Optional.of(Phrases.answerMeant(answer.group(1)));
    }
    String[] words = line.split("\\s+");
    if (words.length == 2 && first().equals("echo") && words[1].matches("\\w+")) {
      return Optional.of(Phrases.answerMeant(words[1]));
    }
    if (isUnknown && words.length == 1) {
      return Optional.of(Phrases.answerMeant(first()));
    }
    Set<String> choices =
        questions.stream()
            .flatMap(question -> CHOICE.matcher(question).results())
            .map(found -> found.group(1))
            .collect(toSet());
    return isUnknown
        ? Arrays.stream(words).filter(choices::contains).findFirst().map(Phrases::answerMeant)
        : Optional.empty();
  }

  /** What this computer did, or could not do, where a container was to do it. */
  private Optional<String> elsewhere(Step step) {
    return programs.stream()
        .map(List::getFirst)
        .filter(typed -> !isMeantHere(typed, step))
        .flatMap(
            typed ->
                SolutionCommands.dockers(step)
                    .filter(docker -> SolutionCommands.isInside(typed, docker))
                    .map(docker -> isUnknown ? notHere(typed, docker) : notInside(typed, docker)))
        .findFirst();
  }

  private static String notHere(String typed, List<String> docker) {
    return SolutionCommands.running(docker)
        .map(container -> Phrases.notHereButRunning(typed, container))
        .orElseGet(() -> Phrases.notHere(typed));
  }

  private static String notInside(String typed, List<String> docker) {
    return SolutionCommands.running(docker)
        .map(container -> Phrases.hereNotRunning(typed, container))
        .orElseGet(() -> Phrases.hereNotInside(typed));
  }

  /** Whether a right answer runs this program on this computer, or it only sets a variable. */
  boolean isMeantHere(String program, Step step) {
    boolean sets =
        program.equals("export") && line.matches("(?s)export\\s+(-\\w+\\s+)*\\w+\\+?=.*");
    return sets
        || Stream.concat(Stream.of(step.solution()), step.accept().stream())
            .flatMap(script -> SolutionCommands.programs(script.text()).stream())
            .anyMatch(words -> words.getFirst().equals(program));
  }

  /**
   * A command of docker without its name: one that nothing here is called by, or the step's own by
   * itself, or one that is to work on something of the step.
   */
  private Optional<String> nameless(Step step) {
    Set<String> verbs =
        SolutionCommands.dockers(step)
            .flatMap(docker -> SolutionCommands.words(docker).stream().limit(1))
            .collect(toSet());
    Set<String> things =
        SolutionCommands.dockers(step)
            .flatMap(docker -> SolutionCommands.words(docker).stream().skip(1))
            .collect(toSet());
    return programs.stream()
        .filter(typed -> DockerVerbs.has(typed.getFirst()))
        .filter(typed -> isUnknown || !isMeantHere(typed.getFirst(), step))
        .filter(
            typed -> {
              List<String> operands = SolutionCommands.words(typed.subList(1, typed.size()));
              return isUnknown
                  || operands.isEmpty() && verbs.contains(typed.getFirst())
                  || operands.stream().anyMatch(things::contains);
            })
        .findFirst()
        .map(
            typed ->
                isUnknown
                    ? Phrases.dockersOnly(typed.getFirst())
                    : Phrases.dockersOwn(typed.getFirst()));
  }

  /** What a question asks of a container, asked of this computer. */
  private Optional<String> asked(Step step) {
    boolean question =
        step.checks().stream().anyMatch(check -> check.claim().question().isPresent());
    return programs.stream()
        .map(List::getFirst)
        .filter(typed -> question && typed.length() > 3)
        .filter(
            typed ->
                SolutionCommands.dockers(step)
                    .anyMatch(docker -> docker.stream().anyMatch(names(typed))))
        .findFirst()
        .map(Phrases::ofThisComputer);
  }

  /** A part of a docker command: a flag, or the name of one of the step's things. */
  private Optional<String> half(Step step) {
    if (!isUnknown) {
      return Optional.empty();
    }
    boolean thing =
        Stream.concat(
                SolutionCommands.dockers(step)
                    .flatMap(docker -> SolutionCommands.words(docker).stream().skip(1)),
                step.checks().stream().flatMap(check -> check.looksFor().stream()))
            .anyMatch(word -> first().equals(word) || first().startsWith(word + "-"));
    return thing || first().startsWith("-")
        ? Optional.of(Phrases.halfCommand(first()))
        : Optional.empty();
  }

  private static Predicate<String> names(String program) {
    return word -> word.toLowerCase(Locale.ROOT).contains(program);
  }
}
