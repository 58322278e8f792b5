package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.command.DockerCommand;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits that were written as people write numbers, and docker does not. */
final class LimitSlips {
  private LimitSlips() {}

  /**
   * The engine takes a number without a letter for bytes.
   *
   * @param least the smallest limit that the engine allows, in its own words
   */
  static Diagnosis tooSmall(Optional<DockerCommand> command, String least) {
    Optional<String> given = command.flatMap(it -> it.flag("memory"));
    return given
        .filter(value -> value.matches("\\d{1,4}"))
        .map(
            value ->
                MissingNames.failed(
                    "A number without a letter means bytes: `%s` is %s bytes, and the smallest limit is %s."
                        .formatted(value, value, least),
                    "With the letter for megabytes it is `%sm`.".formatted(value)))
        .orElseGet(
            () ->
                MissingNames.failed(
                    "The smallest limit of memory is %s%s."
                        .formatted(least, given.map(", and yours is `%s`"::formatted).orElse("")),
                    "Give a larger one."));
  }

  /** A comma stands in the place of the point. */
  static Optional<Diagnosis> comma(DockerCommand command) {
    return Stream.of("cpus", "memory")
        .flatMap(
            flag ->
                command.flag(flag).stream()
                    .filter(value -> value.matches("\\d*,\\d+[bkmgBKMG]?"))
                    .map(
                        value ->
                            MissingNames.failed(
                                "`%s` has a comma, and docker writes numbers with a point."
                                    .formatted(value),
                                "Type `--%s %s`.".formatted(flag, value.replace(',', '.')))))
        .findFirst();
  }
}
