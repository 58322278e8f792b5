package dev.ropewalk.check.why;

import static dev.ropewalk.check.why.MissingNames.failed;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that was given fewer or more words than it takes, as its own help tells. */
record WordCount(Scene scene) {
  private static final List<String> TAKE_A_TAG = List.of("pull", "push", "rmi", "images");

  /** Empty where their number is right, or the help does not tell it. */
  Optional<Diagnosis> of(DockerCommand command) {
    return scene
        .commands()
        .help(List.of(command.name().split(" ")))
        .flatMap(help -> help.usages().stream().findFirst())
        .map(usage -> usage.replaceFirst("^\\[OPTIONS]\\s*", ""))
        .flatMap(usage -> tooFew(command, usage).or(() -> tooMany(command, usage)));
  }

  private static Optional<Diagnosis> tooFew(DockerCommand command, String usage) {
    return command.args().size() < needed(usage)
        ? Optional.of(
            failed(
                "`docker %s` was not told for what.".formatted(command.name()),
                "It is `docker %s %s`.".formatted(command.name(), usage)))
        : Optional.empty();
  }

  /** How many words must stand there: those before the first one in brackets. */
  private static long needed(String usage) {
    return words(usage).takeWhile(word -> word.matches("[A-Z_]+")).count();
  }

  private static Optional<Diagnosis> tooMany(DockerCommand command, String usage) {
    List<String> args = command.args();
    long most = words(usage).count();
    if (usage.contains("...") || usage.contains("|") && most > 1 || args.size() <= most) {
      return Optional.empty();
    }
    String takes =
        switch ((int) most) {
          case 0 -> "takes no word";
          case 1 -> "takes at most one word";
          default -> "takes at most " + most + " words";
        };
    boolean tag = most == 1 && args.size() == 2 && TAKE_A_TAG.contains(command.name());
    return Optional.of(
        failed(
            "`docker %s` %s behind its flags, and was given %s."
                .formatted(command.name(), takes, quoted(args)),
            tag
                ? "A tag stands behind a colon: `docker %s %s:%s`."
                    .formatted(command.name(), args.getFirst(), args.getLast())
                : ""));
  }

  private static Stream<String> words(String usage) {
    return Stream.of(usage.split(" ")).filter(word -> !word.isEmpty());
  }

  private static String quoted(List<String> args) {
    return String.join(", ", args.stream().map(MismatchText::quoted).toList());
  }
}
