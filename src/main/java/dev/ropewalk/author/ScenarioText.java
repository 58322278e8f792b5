package dev.ropewalk.author;

import java.util.List;

/**
 * The text of a step without what only the pages of its site understand: buttons for code,
 * addresses of machines, folded parts, quizzes. Headings become so small that none of them begins a
 * step.
 *
 * @param prose Markdown
 * @param commands what the buttons run; of those in a folded solution only, where there is one
 * @param hints the folded parts, the solution last, as Markdown
 * @param lost what could not be carried over, each a whole sentence
 */
record ScenarioText(
    String prose,
    ScenarioCommands commands,
    List<String> hints,
    List<Quiz> quizzes,
    List<String> lost) {
  ScenarioText {
    hints = List.copyOf(hints);
    quizzes = List.copyOf(quizzes);
    lost = List.copyOf(lost);
  }

  /** The text of a scenario of Killercoda or Katacoda. */
  static ScenarioText of(String markdown) {
    return new ScenarioMarkdown(ScenarioMarkdown.Buttons.MARKED).read(local(markdown));
  }

  /** The addresses of the machines of those pages, as they are on the learner's own. */
  private static String local(String text) {
    return text.replaceAll(
            "\\[([^\\]]*)]\\(\\{\\{TRAFFIC_HOST\\d*_(\\d+)}}([^)\\s]*)\\)",
            "$1 (`http://localhost:$2$3`)")
        .replaceAll("\\{\\{TRAFFIC_HOST\\d*_(\\d+)}}", "http://localhost:$1")
        .replaceAll("\\[([^\\]]*)]\\(\\{\\{TRAFFIC_SELECTOR}}\\)", "$1")
        .replace("{{TRAFFIC_SELECTOR}}", "a port of this machine")
        .replaceAll(
            "(?:https?://)?\\[\\[HOST_SUBDOMAIN]]-(\\d+)-\\[\\[KATACODA_HOST]]"
                + "(?:\\.environments\\.katacoda\\.com)?",
            "http://localhost:$1")
        .replace("[[HOST_IP]]", "localhost");
  }
}
