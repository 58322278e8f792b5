package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * The line above a step: its lesson, how far the learner is, its title.
 *
 * @param lesson the lesson's name
 * @param number of the step, from 1
 * @param count of the lesson's steps
 * @param done how many of them are passed
 */
public record StepHeader(String lesson, int number, int count, int done, String title) {
  private static final int LONGEST_BAR = 12;
  private static final int GAP = 2;

  public StepHeader {
    if (number < 1 || number > count || done < 0 || done > count) {
      throw new IllegalArgumentException(
          "step %s of %s with %s done".formatted(number, count, done));
    }
  }

  /** The header above a rule; the title has a line of its own where one is not enough. */
  public List<AttributedString> draw(Sheet sheet) {
    AttributedString place =
        new Ink(sheet)
            .add(Role.DIM, lesson + "  ")
            .add(ProgressBar.draw(sheet, done, count, Math.min(count, LONGEST_BAR)))
            .add(Role.DIM, " %s/%s".formatted(number, count))
            .dry();
    AttributedString name = new Ink(sheet).push(Role.HEADING).sentences(title).dry();
    List<AttributedString> lines = new ArrayList<>();
    if (place.columnLength() + GAP + name.columnLength() <= sheet.width()) {
      lines.add(new Ink(sheet).add(place).add(" ".repeat(GAP)).add(name).dry());
    } else {
      lines.addAll(Wrap.lines(place, sheet.width()));
      lines.addAll(Wrap.lines(name, sheet.width()));
    }
    lines.add(rule(sheet));
    return lines;
  }

  /** A line across the sheet. */
  public static AttributedString rule(Sheet sheet) {
    return sheet.text(Role.DIM, sheet.glyphs().rule().repeat(sheet.width()));
  }
}
