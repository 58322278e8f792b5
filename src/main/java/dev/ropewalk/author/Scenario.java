package dev.ropewalk.author;

import dev.ropewalk.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exercise of another site, read and not yet made a lesson: a Killercoda scenario, one of
 * Katacoda's, which has the same form with a few other words, or a Labspace.
 *
 * @param folder its folder, relative to what is imported
 * @param machine the kind of machine it was made for; may be empty
 * @param finish what is read at the end
 * @param assets files that its machine has
 * @param lost what could not be read, or has no place in a lesson
 */
record Scenario(
    Form form,
    String folder,
    String title,
    String description,
    String machine,
    Page intro,
    List<Step> steps,
    Page finish,
    List<Asset> assets,
    List<Lost> lost) {
  Scenario {
    steps = List.copyOf(steps);
    assets = List.copyOf(assets);
    lost = List.copyOf(lost);
  }

  /** Whose form it has. */
  enum Form {
    KILLERCODA("Killercoda"),
    LABSPACE("a Labspace");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** As it is said after "from". */
    String words() {
      return words;
    }

    /** Reads a page. */
    ScenarioText text(String markdown) {
      return switch (this) {
        case KILLERCODA -> ScenarioText.of(markdown);
        case LABSPACE -> LabspaceText.of(markdown);
      };
    }
  }

  /**
   * What is read, and what is run unasked when it opens.
   *
   * @param setup scripts that prepare the machine
   */
  record Page(String title, Optional<Source> text, List<Source> setup) {
    static final Page NONE = new Page("", Optional.empty(), List.of());

    Page {
      setup = List.copyOf(setup);
    }
  }

  /**
   * A step.
   *
   * @param verify the script that judges it
   * @param solution command lines, or Markdown
   * @param hint Markdown
   */
  record Step(
      Page page, Optional<Source> verify, Optional<Source> solution, Optional<Source> hint) {}

  /**
   * A file of its machine.
   *
   * @param file where it lies among what is imported
   * @param name where it lies in the learner's folder, with slashes
   * @param target where it lay on its machine
   * @param program whether it can be run there
   */
  record Asset(Path file, String name, String target, boolean program) {}

  /**
   * What a lesson does not have, or has otherwise.
   *
   * @param file where it stands
   * @param what a sentence without its full stop
   */
  record Lost(String file, String what) {}

  /** All pages, from the introduction to the end. */
  List<Page> pages() {
    return Stream.of(Stream.of(intro), steps.stream().map(Step::page), Stream.of(finish))
        .flatMap(all -> all)
        .toList();
  }
}
