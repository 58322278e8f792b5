package dev.ropewalk.command;

import dev.ropewalk.command.Creations.Course;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.command.Creations.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of another client than docker ask the engine's API to create, such as those of
 * {@code curl --unix-socket … -d '{"Image":"redis"}' http://x/containers/create?name=box}.
 */
final class ApiWords {
  private static final Pattern PATH =
      Pattern.compile(
          "/(containers|networks|volumes)/create(?:\\?(?:[^#\\s]*&)?name=([\\w.-]+))?(?=[?&#\\s]|$)");
  private static final Pattern NAME = field("Name");
  private static final Pattern IMAGE = field("Image");

  private ApiWords() {}

  private static Pattern field(String name) {
    return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
  }

  /** The one thing that a command asks for; empty where it asks for nothing. */
  static Optional<Request> request(List<Word> program, Course course) {
    if (program.isEmpty() || DockerUse.speaksOnly(program.getFirst().text())) {
      return Optional.empty();
    }
    String text = String.join(" ", program.stream().map(Word::text).toList());
    Matcher path = PATH.matcher(text);
    if (!path.find()) {
      return Optional.empty();
    }
    Optional<String> named = Optional.ofNullable(path.group(2));
    return Optional.of(
        switch (path.group(1)) {
          case "containers" ->
              new Request(Kind.CONTAINER, named, first(IMAGE, text).orElse(""), course);
          case "networks" -> new Request(Kind.NETWORK, first(NAME, text), "", course);
          default -> new Request(Kind.VOLUME, first(NAME, text), "", course);
        });
  }

  private static Optional<String> first(Pattern field, String text) {
    Matcher found = field.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
