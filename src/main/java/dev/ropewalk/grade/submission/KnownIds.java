package dev.ropewalk.grade.submission;

import dev.ropewalk.engine.EngineEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The ids that an engine has chosen, by the names of what has them. On another engine each is
 * another one: a line that has one in it can be typed there only when it asks that engine for it.
 */
final class KnownIds {
  private static final int SHORT = 12;
  private static final int WHOLE = 64;

  /** Fewer digits may be any word. */
  private static final Pattern ID = Pattern.compile("(?<![\\w:/.@=-])[0-9a-f]{6,64}(?![\\w/.-])");

  private final Map<String, String> containers = new LinkedHashMap<>();
  private final Map<String, String> images = new LinkedHashMap<>();

  /** Something has happened. */
  void follow(EngineEvent event) {
    switch (event) {
      case EngineEvent.ToContainer c when c.action().matches("create|rename") ->
          containers.put(c.id(), c.name());
      case EngineEvent.ToImage image when image.action().equals("tag") -> {
        images.values().remove(image.name());
        images.put(image.id().replaceFirst("^sha256:", ""), image.name());
      }
      default -> {}
    }
  }

  /** A line with what finds the ids in their place; what stands in single quotes stays. */
  String asked(String line) {
    return ID.matcher(line)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    isQuoted(line, found)
                        ? found.group()
                        : finding(found.group()).orElse(found.group())));
  }

  private static boolean isQuoted(String line, MatchResult found) {
    return line.substring(0, found.start()).chars().filter(it -> it == '\'').count() % 2 == 1;
  }

  private Optional<String> finding(String digits) {
    Optional<String> container =
        named(containers, digits)
            .map(name -> "docker ps -aq%s -f name=^%s$".formatted(whole(digits), name));
    return container
        .or(
            () ->
                named(images, digits)
                    .map(name -> "docker images -q%s %s".formatted(whole(digits), name)))
        .map(command -> "$(" + command + cut(digits) + ")");
  }

  /** The newest that had such an id. */
  private static Optional<String> named(Map<String, String> names, String digits) {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(digits))
        .map(Map.Entry::getValue)
        .reduce((_, last) -> last);
  }

  private static String whole(String digits) {
    return digits.length() > SHORT ? " --no-trunc" : "";
  }

  private static String cut(String digits) {
    return digits.length() == SHORT || digits.length() == WHOLE
        ? ""
        : " | cut -c1-" + digits.length();
  }
}
