package dev.ropewalk.proof;

/**
 * What the learner read.
 *
 * @param said ropewalk's words, drawn without colours
 * @param diagnosis of these the last reason that was given, without the sentence of the check
 * @param shell what the commands wrote
 */
public record Reading(String said, String diagnosis, String shell) {
  /** Ropewalk's words, without line breaks. */
  String unwrapped() {
    return said.replaceAll("\\s+", " ");
  }
}
