package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the learner read.
 *
 * @param said ropewalk's words, drawn without colours
 * @param sentences of these all but the drawings of what has changed on the engine
 * @param why the last reason that was given for verdicts
 * @param told for each line that was typed the reasons that were read after it, without the
 *     sentences of the checks
 * @param done after which of the lines that were typed another step was open, from 1; empty where
 *     it is the same step
 * @param shell what the commands wrote
 */
public record LearnerReading(
    String said,
    String sentences,
    Optional<Diagnosis> why,
    List<String> told,
    OptionalInt done,
    String shell) {
  public LearnerReading {
    told = List.copyOf(told);
  }

  /** In which words a diagnosis sends the learner to what docker itself has said. */
  private static final String SEE_DOCKER = "Docker's own message";

  /** All reasons that were read after a line, from 0, and after those that follow it, each once. */
  String reasons(int line) {
    return told.stream()
        .skip(line)
        .filter(reason -> !reason.isBlank())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** The same, with docker's message where one of them points there. */
  String known(int line) {
    String reasons = reasons(line);
    return reasons.contains(SEE_DOCKER) ? reasons + "\n" + shell : reasons;
  }

  /** The last reason that was given, without the sentence of the check; empty without one. */
  String diagnosis() {
    return why.map(LearnerReading::words).orElse("");
  }

  /** A reason as it is read. */
  static String words(Diagnosis why) {
    return (why.says() + " " + why.remedy()).strip();
  }

  /** Whether ropewalk has told nothing at all. */
  boolean isSilent() {
    return sentences.isBlank();
  }

  /** Ropewalk's words, without line breaks. */
  String unwrapped() {
    return said.replaceAll("\\s+", " ");
  }
}
