package dev.ropewalk.check.why;

import dev.ropewalk.check.Scene;
import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.Flag;
import dev.ropewalk.engine.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds flags of {@code docker run} that were typed after the image, so that the program inside got
 * them.
 */
public final class FlagsAfterImage {
  private static final String DOCKERS_ALONE =
      "--(name|publish|rm|detach|volume|mount|net|network|network-alias|restart|memory|memory-swap|cpus"
          + "|pids-limit|cap-add|cap-drop|security-opt|env-file)(=|\\s|$).*"
          + "|-p [0-9.:]+.*|-m [0-9]+[bkmgBKMG]|-d?(it|ti)d?";

  private FlagsAfterImage() {}

  /**
   * They, each with its value where it takes one: {@code -p 12345:6379}. Right after the image
   * every flag of {@code docker run} is one; after a program only those that no program has, for
   * the others are its own.
   */
  static List<String> of(Container container, Scene scene) {
    List<String> late = new ArrayList<>();
    Optional<CommandHelp> run = scene.commands().help(List.of("run"));
    List<String> words = container.config().command();
    String program = container.config().entrypoint().stream().findFirst().orElse("");
    boolean first = true;
    for (int i = 0; run.isPresent() && i < words.size(); i++) {
      String word = words.get(i);
      if (isShell(program) && word.matches("-[a-z]*c")) {
        return late;
      }
      Optional<Flag> flag = flag(word, run.get());
      boolean takesNext =
          flag.isPresent() && !flag.get().isSwitch() && !word.contains("=") && i + 1 < words.size();
      String typed = takesNext ? word + " " + words.get(i + 1) : word;
      if (flag.isPresent() && (first || typed.matches(DOCKERS_ALONE))) {
        late.add(typed);
        i += takesNext ? 1 : 0;
      } else if (!word.startsWith("-")) {
        first = false;
        program = program.isEmpty() || program.endsWith(".sh") ? word : program;
      }
    }
    return late;
  }

  private static boolean isShell(String program) {
    return program.matches("(.*/)?(ba|da|a|z|k)?sh");
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
    List<String> late = of(container, scene).stream().map("`%s`"::formatted).toList();
    return switch (late.size()) {
      case 0 -> "";
      case 1 ->
          " %s stands after the image, so docker passed it on to the program inside."
              .formatted(late.getFirst());
      default ->
          " %s and %s stand after the image, so docker passed them on to the program inside."
              .formatted(String.join(", ", late.subList(0, late.size() - 1)), late.getLast());
    };
  }
}
