package dev.ropewalk.session;

import dev.ropewalk.command.ShellWords;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step asks to be created, read off its right answers. Where nobody tells which lines the
 * learner runs, this is all by which an object can be known: one that appears while the step is
 * open, and that has a name which the step asks for, counts as the learner's. A container that
 * docker itself has named counts by its image. Nothing else does, such as a container that somebody
 * has given another name.
 *
 * @param words of the solution and of the other right answers, and the parts of words such as
 *     {@code data:/data} and {@code --name=box}
 */
record Wishes(Set<String> words) {
  /** Nothing counts but what is known. */
  static final Wishes NONE = new Wishes(Set.of());

  Wishes {
    words = Set.copyOf(words);
  }

  static Wishes of(Step step) {
    return new Wishes(
        Stream.concat(Stream.of(step.solution()), step.accept().stream())
            .map(Script::commands)
            .flatMap(lines -> lines.stream())
            .flatMap(line -> ShellWords.of(line).commands().stream())
            .flatMap(command -> command.words().stream())
            .flatMap(word -> Stream.concat(Stream.of(word.text()), parts(word.text())))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet()));
  }

  private static Stream<String> parts(String word) {
    return Stream.of(word.split("[:=,]"));
  }

  /** Whether what has been created, or the name that an image has got, is asked for. */
  boolean has(EngineEvent birth) {
    return switch (birth) {
      case EngineEvent.ToContainer c ->
          words.contains(c.name()) || Attribution.isNamedByDocker(c.name()) && hasImage(c.image());
      case EngineEvent.ToNetwork n -> words.contains(n.name());
      case EngineEvent.ToVolume v -> words.contains(v.id());
      case EngineEvent.ToImage i -> hasImage(i.name());
      case EngineEvent.ToOther _ -> false;
    };
  }

  /**
   * Whether an event is about an image that is asked for; one that is pulled is told by its name.
   */
  boolean isAbout(EngineEvent event) {
    return event instanceof EngineEvent.ToImage image
        && (hasImage(image.name()) || hasImage(image.id()));
  }

  /** Whether something, whosever it is, gets or loses a name that is asked for, after its birth. */
  boolean isRenamedOrGone(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToContainer c ->
          switch (c.action()) {
            case "rename" -> words.contains(c.name()) || words.contains(oldName(c));
            case "destroy" -> words.contains(c.name());
            default -> false;
          };
      case EngineEvent.ToNetwork n -> n.action().equals("destroy") && words.contains(n.name());
      case EngineEvent.ToVolume v -> v.action().equals("destroy") && words.contains(v.id());
      case EngineEvent.ToImage _, EngineEvent.ToOther _ -> false;
    };
  }

  private static String oldName(EngineEvent.ToContainer renamed) {
    return renamed.details().getOrDefault("oldName", "").replaceFirst("^/", "");
  }

  private boolean hasImage(String name) {
    return !name.isEmpty()
        && words.stream()
            .anyMatch(
                word -> word.equals(name) || ImageRef.parse(word).equals(ImageRef.parse(name)));
  }
}
