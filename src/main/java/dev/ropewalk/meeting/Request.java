package dev.ropewalk.meeting;

import java.util.Map;
import java.util.Objects;

/**
 * What a command in another terminal asks of the running course.
 *
 * @param word what is asked for
 * @param details by name: what the word needs to be answered, and how the terminal looks
 */
public record Request(String word, Map<String, String> details) {
  public Request {
    Objects.requireNonNull(word);
    details = Map.copyOf(details);
  }

  /** A detail; empty text where it was not told. */
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }
}
