package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a section of a Labspace, without the directives that only its pages understand. */
final class LabspaceText {
  private static final Pattern LINK =
      Pattern.compile("::?tabLink\\[([^\\]]*)]\\{[^}]*href=\"([^\"]*)\"[^}]*}");
  private static final Pattern FILE =
      Pattern.compile("::?fileLink\\[([^\\]]*)]\\{[^}]*path=\"([^\"]*)\"[^}]*}");
  private static final Pattern ASKED =
      Pattern.compile("\\s*::variableDefinition\\[([^\\]]*)]\\{[^}]*prompt=\"([^\"]*)\"[^}]*}\\s*");
  private static final Pattern SET =
      Pattern.compile(
          "\\s*::variableSetButton\\[([^\\]]*)]\\{[^}]*variables=\"([^\"]*)\"[^}]*}\\s*");
  private static final Pattern ONLY = Pattern.compile("\\s*:::(\\w+)(\\{.*)?\\s*");
  private static final Pattern OTHER = Pattern.compile("^\\s*::?(\\w+)\\[.*");

  private LabspaceText() {}

  static ScenarioText of(String markdown) {
    List<String> lines = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    boolean windows = false;
    for (String line : markdown.lines().toList()) {
      Matcher only = ONLY.matcher(line);
      Matcher asked = ASKED.matcher(line);
      Matcher set = SET.matcher(line);
      if (line.strip().equals(":::")) {
        windows = false;
      } else if (only.matches()) {
        String when = only.group(2) == null ? "" : only.group(2);
        windows = when.contains("os=\"windows\"");
        lost.add(
            "`:::%s%s` %s"
                .formatted(only.group(1), when, windows ? "is left out" : "is shown to everybody"));
      } else if (windows) {
        continue;
      } else if (asked.matches()) {
        lines.add("Choose a value for `" + asked.group(1) + "`: " + asked.group(2));
        lost.add("the variable `" + asked.group(1) + "` is not asked for; say it with `vary:`");
      } else if (set.matches()) {
        lost.add("the button that sets `" + set.group(2) + "`; say it with `vary:`");
      } else {
        if (OTHER.matcher(line).matches()
            && !LINK.matcher(line).find()
            && !FILE.matcher(line).find()) {
          lost.add("the directive `" + line.strip() + "` is shown as it is");
        }
        lines.add(plain(line));
      }
    }
    ScenarioText text =
        new ScenarioMarkdown(ScenarioMarkdown.Buttons.OF_SHELLS).read(String.join("\n", lines));
    lost.addAll(text.lost());
    return new ScenarioText(text.prose(), text.commands(), text.hints(), text.quizzes(), lost);
  }

  private static String plain(String line) {
    String links =
        LINK.matcher(line)
            .replaceAll(
                link ->
                    Matcher.quoteReplacement(
                        link.group(1).equals(link.group(2))
                            ? link.group(2)
                            : link.group(1) + " (" + link.group(2) + ")"));
    return FILE.matcher(links)
        .replaceAll(file -> Matcher.quoteReplacement("`" + file.group(2) + "`"))
        .replaceAll("\\$\\$([\\w-]+)\\$\\$", "$1");
  }
}
