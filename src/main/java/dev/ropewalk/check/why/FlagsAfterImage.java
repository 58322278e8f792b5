package dev.ropewalk.check.why;

import dev.ropewalk.check.Scene;
import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.Flag;
import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Optional;

/**
 * Finds flags of {@code docker run} that were typed after the image, so that the program inside got
 * them.
 */
public final class FlagsAfterImage {
  private FlagsAfterImage() {}

  /** The first of them, with its value where it takes one: {@code -p 12345:6379}. */
  static Optional<String> of(Container container, Scene scene) {
    Optional<CommandHelp> run = scene.commands().help(List.of("run"));
    List<String> words = container.config().command();
    for (int i = 0; run.isPresent() && i < words.size(); i++) {
      String word = words.get(i);
      Optional<Flag> flag = flag(word, run.get());
      if (flag.isPresent()) {
        boolean hasValue = !flag.get().isSwitch() && !word.contains("=") && i + 1 < words.size();
        return Optional.of(hasValue ? word + " " + words.get(i + 1) : word);
      }
    }
    return Optional.empty();
  }

  private static Optional<Flag> flag(String word, CommandHelp run) {
    if (word.startsWith("--")) {
      return run.flag(word.substring(2).replaceAll("=.*", ""));
    }
    return word.matches("-[a-z]+")
            && word.chars().skip(1).allMatch(c -> run.shorthand(Character.toString(c)).isPresent())
        ? run.shorthand(word.substring(1, 2))
        : Optional.empty();
  }

  /** One sentence about it, with a blank before; empty where there is none. */
  public static String sentence(Container container, Scene scene) {
    return of(container, scene)
        .map(
            flag ->
                " `%s` stands after the image, so docker passed it on to the program inside."
                    .formatted(flag))
        .orElse("");
  }
}
