package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command lines that a page gives to its reader, in their order.
 *
 * @param blocks what one button or one code block runs, with what may be run in its place
 */
record ScenarioCommands(List<Block> blocks) {
  static final ScenarioCommands NONE = new ScenarioCommands(List.of());

  ScenarioCommands {
    blocks = List.copyOf(blocks);
  }

  /**
   * Lines that are run together.
   *
   * @param others what does the same: the page says "or" between them
   */
  record Block(String text, List<String> others) {
    Block {
      others = List.copyOf(others);
    }

    Block or(String other) {
      List<String> all = new ArrayList<>(others);
      all.add(other);
      return new Block(text, all);
    }
  }

  /** These and then further ones. */
  ScenarioCommands and(ScenarioCommands further) {
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(further.blocks());
    return new ScenarioCommands(all);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** All of them, by the first way. */
  Optional<Commands> solution() {
    return Commands.typed(String.join("\n", blocks.stream().map(Block::text).toList()));
  }

  /** The same, each time with one block in another way. */
  List<String> accept() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      for (String other : blocks.get(i).others()) {
        List<String> texts = new ArrayList<>(blocks.stream().map(Block::text).toList());
        texts.set(i, other);
        Commands.typed(String.join("\n", texts)).map(Commands::text).ifPresent(all::add);
      }
    }
    return all.stream().distinct().toList();
  }
}
