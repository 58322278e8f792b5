package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the learner read.
 *
 * @param said ropewalk's words, drawn without colours
 * @param sentences of these all but the drawings of what has changed on the engine
 * @param why the last reason that was given
 * @param done after which of the lines that were typed another step was open, from 1; empty where
 *     it is the same step
 * @param shell what the commands wrote
 */
public record LearnerReading(
    String said, String sentences, Optional<Diagnosis> why, OptionalInt done, String shell) {
  /** In which words a diagnosis sends the learner to what docker itself has said. */
  private static final String SEE_DOCKER = "Docker's own message";

  /** The reason as the learner knows it: with docker's message where the diagnosis points there. */
  String reason() {
    return diagnosis().contains(SEE_DOCKER) ? diagnosis() + "\n" + shell : diagnosis();
  }

  /** The last reason that was given, without the sentence of the check; empty without one. */
  String diagnosis() {
    return why.map(known -> (known.says() + " " + known.remedy()).strip()).orElse("");
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
