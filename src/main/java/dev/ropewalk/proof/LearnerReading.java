package dev.ropewalk.proof;

/**
 * What the learner read.
 *
 * @param said ropewalk's words, drawn without colours
 * @param diagnosis of these the last reason that was given, without the sentence of the check
 * @param shell what the commands wrote
 */
public record LearnerReading(String said, String diagnosis, String shell) {
  /** In which words a diagnosis sends the learner to what docker itself has said. */
  private static final String SEE_DOCKER = "Docker's own message";

  /** The reason as the learner knows it: with docker's message where the diagnosis points there. */
  String reason() {
    return diagnosis.contains(SEE_DOCKER) ? diagnosis + "\n" + shell : diagnosis;
  }

  /** Ropewalk's words, without line breaks. */
  String unwrapped() {
    return said.replaceAll("\\s+", " ");
  }
}
