package dev.ropewalk.author;

import dev.ropewalk.text.Source;
import java.util.List;
import java.util.Optional;

/**
 * A Killercoda scenario, or one of Katacoda's, which has the same form with a few other words.
 *
 * @param folder its folder, relative to what is imported
 * @param machine the kind of machine it was made for; may be empty
 * @param finish what is read at the end
 */
record Scenario(
    String folder,
    String title,
    String description,
    String machine,
    Page intro,
    List<Step> steps,
    Page finish) {
  Scenario {
    steps = List.copyOf(steps);
  }

  /**
   * What is read, and what is run unasked when it opens.
   *
   * @param setup scripts that prepare the machine
   */
  record Page(String title, Optional<Source> text, List<Source> setup) {
    Page {
      setup = List.copyOf(setup);
    }
  }

  /**
   * A step.
   *
   * @param verify the script that judges it
   * @param solution command lines, or Markdown
   */
  record Step(Page page, Optional<Source> verify, Optional<Source> solution) {}
}
