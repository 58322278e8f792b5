package dev.ropewalk.check;

import dev.ropewalk.check.match.Matching;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a variable gets its value from when a check passes.
 *
 * @param attribute of what the check is about
 * @param part what of a longer text is meant: the first group of the pattern, or all that it finds;
 *     empty for the whole value
 */
public record Capture(String attribute, Optional<Pattern> part) {
  /** More is kept in no journal, and told by no sentence. Characters. */
  static final int LONGEST = 4000;

  /**
   * The value; empty where nothing is there to be captured.
   *
   * @throws IllegalArgumentException when it is too long, or the pattern needs too many steps
   */
  Optional<String> of(Claim claim, Scene scene) {
    Optional<String> value =
        claim
            .value(attribute, scene)
            .flatMap(
                text ->
                    part.map(pattern -> Matching.part(pattern, text))
                        .orElseGet(() -> Optional.of(text)));
    if (value.filter(text -> text.length() > LONGEST).isPresent()) {
      throw new IllegalArgumentException(
          "its `%s` has more than %s characters: capture a part of it, by a pattern"
              .formatted(attribute, LONGEST));
    }
    return value;
  }
}
