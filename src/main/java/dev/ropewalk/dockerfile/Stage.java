package dev.ropewalk.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * A build stage: a {@code FROM} and what stands below it.
 *
 * @param name as after {@code AS}, otherwise its number from 0
 * @param from the image or the earlier stage that it begins with, variables put in
 * @param base the earlier stage that {@code from} names; empty for an image
 * @param instructions its own, the {@code FROM} first
 */
public record Stage(
    String name, String from, Optional<Stage> base, List<Instruction> instructions) {
  public Stage {
    instructions = List.copyOf(instructions);
  }

  /** The image that it comes from in the end. */
  public String image() {
    return base.map(Stage::image).orElse(from);
  }

  /** The user that its containers run as, as the last {@code USER} says; empty without one. */
  public Optional<String> user() {
    return instructions.reversed().stream()
        .filter(each -> each.word().equals("USER"))
        .map(Instruction::arguments)
        .findFirst()
        .or(() -> base.flatMap(Stage::user));
  }
}
