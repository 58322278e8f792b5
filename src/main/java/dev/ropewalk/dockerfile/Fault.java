package dev.ropewalk.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is often wrong in a Dockerfile that docker does not refuse. */
public enum Fault {
  LATEST_BASE(
      "The base image has no tag, or `latest`: tomorrow it may be another one.",
      "Name a version: `FROM redis:7.2`."),
  ADD_FOR_COPY(
      "`ADD` is for archives and addresses; here it only copies.", "Write `COPY` in its place."),
  APT_LISTS_KEPT(
      "`apt-get install` leaves its package lists in the layer.",
      "End the same `RUN` with `&& rm -rf /var/lib/apt/lists/*`."),
  SHELL_FORM(
      "The command is in shell form: a shell is the first process, and signals do not reach yours.",
      "Write it as a list: `CMD [\"program\", \"argument\"]`."),
  NO_USER(
      "The image says no other user than root.",
      "End with `USER` and a user who may do no more than is needed.");

  private final String says;
  private final String remedy;

  Fault(String says, String remedy) {
    this.says = says;
    this.remedy = remedy;
  }

  /** As written in a check file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fault::word).toList();
  }

  /** What is wrong, a sentence. */
  public String says() {
    return says;
  }

  /** What to do about it, a sentence. */
  public String remedy() {
    return remedy;
  }
}
