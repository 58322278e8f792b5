package dev.ropewalk.lesson;

import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The prose of a lesson, cut at its headings: {@code #} its title, {@code ##} a step, {@code ###
 * Why it worked} what is told after the step.
 */
record LessonText(String title, String intro, Map<StepId, StepText> steps) {
  /** The id of the heading; a translation has it at the end of its own words. */
  static final String DEBRIEF = "why-it-worked";

  /** The prose of one step. */
  record StepText(String title, String prose, String debrief, Place place) {}

  LessonText {
    steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /** Reads a lesson's Markdown; problems are noted, and what can be read is returned. */
  static LessonText read(Problems problems) {
    List<String> lines = withoutFrontMatter(problems);
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build()
            .parse(String.join("\n", lines));
    List<Cut> cuts = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() <= 3) {
        SourceSpan span = heading.getSourceSpans().getFirst();
        cuts.add(
            new Cut(
                heading.getLevel(),
                words(heading),
                heading.getSourceSpans().getLast().getLineIndex(),
                new Place(span.getLineIndex() + 1, 1, span.getLength())));
      }
    }
    return new Reader(problems, lines, cuts).read();
  }

  /**
   * The lines, with none in the place of front matter, which Markdown would take for a heading that
   * is underlined.
   */
  private static List<String> withoutFrontMatter(Problems problems) {
    List<String> lines = problems.source().text().lines().toList();
    int end = lines.isEmpty() || !isMark(lines.getFirst()) ? 0 : 1;
    while (end > 0 && end < lines.size() && !isMark(lines.get(end))) {
      end++;
    }
    // A line alone, or one with a paragraph after it, is a line across the page.
    if (end < 2 || end == lines.size() || !lines.get(1).matches("[\\w-]+:.*|\\s*#.*")) {
      return lines;
    }
    problems.add(
        new Place(1, 1, lines.getFirst().length()),
        "a lesson has no front matter",
        "remove the lines to the second `---`, and begin with a title such as `# Detached mode`");
    List<String> rest = new ArrayList<>(Collections.nCopies(end + 1, ""));
    rest.addAll(lines.subList(end + 1, lines.size()));
    return rest;
  }

  private static boolean isMark(String line) {
    return line.stripTrailing().equals("---");
  }

  /**
   * A heading.
   *
   * @param last its last line, from 0; one that is underlined has two
   */
  private record Cut(int level, String words, int last, Place place) {}

  private static String words(Node heading) {
    StringBuilder words = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString().strip();
  }

  private record Section(String prose, String debrief) {}

  /** Puts the pieces between the headings where they belong. */
  private record Reader(Problems problems, List<String> lines, List<Cut> cuts) {
    LessonText read() {
      Optional<Cut> title =
          cuts.stream().filter(cut -> cut.level() == 1 && !cut.words().isEmpty()).findFirst();
      if (title.isEmpty()) {
        problems.add(
            Place.START,
            "this lesson has no title",
            "begin the file with a line such as `# Detached mode`");
      }
      cuts.stream()
          .filter(cut -> cut.level() == 1 && title.isPresent() && !cut.equals(title.get()))
          .forEach(
              cut ->
                  problems.add(
                      cut.place(), "this lesson has a second title", "make it a step with `##`"));
      Map<StepId, StepText> steps = new LinkedHashMap<>();
      for (int i = 0; i < cuts.size(); i++) {
        if (cuts.get(i).level() == 2) {
          step(i, steps);
        }
      }
      if (steps.isEmpty()) {
        problems.add(
            Place.START,
            "this lesson has no step",
            "add a heading such as `## Run it in the background`");
      }
      String intro = title.map(cut -> section(cuts.indexOf(cut)).prose()).orElse("");
      return new LessonText(title.map(Cut::words).map(StepId::shown).orElse(""), intro, steps);
    }

    private void step(int index, Map<StepId, StepText> steps) {
      Cut cut = cuts.get(index);
      StepId id;
      try {
        id = StepId.ofHeading(cut.words());
      } catch (IllegalArgumentException e) {
        problems.add(
            cut.place(),
            cut.words().contains("{#")
                ? "this heading does not end with the name of a step"
                : "this heading has no letters or digits",
            cut.words().contains("{#")
                ? "write small letters and digits, joined by `-`, as in `{#run-it}`"
                : "write what the learner is to do");
        return;
      }
      Section section = section(index);
      if (steps.put(
              id,
              new StepText(
                  StepId.shown(cut.words()), section.prose(), section.debrief(), cut.place()))
          != null) {
        problems.add(
            cut.place(), "there are two steps `" + id + "`", "give this one another heading");
      }
    }

    /** A heading's text with that of the smaller headings below it. */
    private Section section(int index) {
      StringBuilder prose = new StringBuilder(body(index));
      String debrief = "";
      for (int i = index + 1; i < cuts.size() && cuts.get(i).level() == 3; i++) {
        Cut cut = cuts.get(i);
        if (!isDebrief(cut)) {
          prose.append("\n\n### ").append(StepId.shown(cut.words())).append("\n\n").append(body(i));
        } else if (debrief.isEmpty() && cuts.get(index).level() == 2) {
          debrief = body(i);
        } else {
          problems.add(
              cut.place(),
              "`### Why it worked` stands once in each step, and nowhere else",
              "move its text to where it belongs");
        }
      }
      return new Section(prose.toString().strip(), debrief);
    }

    private static boolean isDebrief(Cut cut) {
      try {
        return StepId.ofHeading(cut.words()).slug().equals(DEBRIEF);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    /** The lines after a heading, up to the next one. */
    private String body(int index) {
      int from = cuts.get(index).last() + 1;
      int to = index + 1 < cuts.size() ? cuts.get(index + 1).place().line() - 1 : lines.size();
      return String.join("\n", lines.subList(Math.min(from, to), to)).strip();
    }
  }
}
