package dev.ropewalk.author;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.MarkdownPage;
import java.util.List;

/** The files of a lesson and the format of its Markdown, in the reference. */
final class LessonReference {
  private static final LessonId EXAMPLE = new LessonId("first-lesson");
  private static final String STEM = "10-" + EXAMPLE;
  private static final String HEADING = "Who's there? Look again";

  private static final String FILES =
      """
      ## A lesson is two files

      `lessons/NN-slug.md` is what the learner reads; `checks/NN-slug.yaml` tells when each step is done, and how it can be done. They
      belong together by their name: the number gives the order of the lessons, the slug (small letters, digits, `-`) is what
      everybody calls the lesson by, as in `ropewalk learn slug`. Each step is a `##` heading in the one and a key below `steps:` in the
      other. Both must have all steps; their order is that of the headings.

      | file | what it is |
      | --- | --- |
      | `lessons/NN-slug.md`, or `lessons/NN-slug/lesson.md` | the text; a folder may hold pictures, too |
      | `lessons/NN-slug.de.md`, or `lessons/NN-slug/lesson.de.md` | the same text in another language. The steps are known by the ends of their headings, such as `{#clean-up}`, and stand in the same order |
      | `checks/NN-slug.yaml` | the check file |
      | `files/NN-slug/`, `images/NAME/` | files that the lesson brings along (`files`), and folders from which its images are built (`needs.images`) |
      | `answers/NN-slug.yaml` | for the proof only: what people typed who had not read the checks, below each step as `right:`, a list of command lines, and `wrong:`, a list of `{try: ..., says: [...]}`; the variables of the lesson are named as `${port}` |
      | `course.yaml` | title, author, modules and so on of the whole course; it may be missing |

      `ropewalk author new %s` writes the following two files. They are a whole lesson, to be played as it is and to be written over.
      """;

  private static final String MARKDOWN =
      """
      ## The Markdown of a lesson

      | part | written as | what becomes of it |
      | --- | --- | --- |
      | title | `# Detached mode`, once, first | stands in lists of lessons |
      | what it is good for | the text between the title and the first `##` | is read when the lesson opens: what the learner can do afterwards |
      | step | `## Run it in the background` | one thing to do. Its slug is `run-it-in-the-background`; with `## Run it in the background {#run-it}` it is `run-it`, and the heading may be changed later |
      | its text | paragraphs, lists, tables, code, links, pictures, `###` headings | is read before the step is done |
      | its task | a quotation, `%s Run ...`; each of its lines begins with `>` | stands out in the text; one for each step |
      | what it has shown | `### Why it worked`, and what stands below | is read when the step is done. It may be missing. In a translation the heading ends with `{#why-it-worked}` |

      Everything else is in the check file: hints, solutions, questions. So whoever reads the Markdown alone sees no answer.

      The slug of a heading has its words in small letters, joined by `-`; apostrophes and backticks go. `## %s` has the
      slug `%s`. A value of `vary` stands in the text as `${name}`.

      What is not so is told with its place:
      """;

  /** What is refused, and what lint says then; a test has an example for each. */
  private static final List<List<String>> REFUSED =
      List.of(
          List.of("no `#` heading", "error: this lesson has no title"),
          List.of("a second one", "error: this lesson has a second title"),
          List.of("no `##` heading", "error: this lesson has no step"),
          List.of("two steps with one slug", "error: there are two steps `run-it`"),
          List.of("`## ...`", "error: this heading has no letters or digits"),
          List.of(
              "`## Run it {#Run it}`", "error: this heading does not end with the name of a step"),
          List.of(
              "`### Why it worked` twice in a step, or before the first step",
              "error: `### Why it worked` stands once in each step, and nowhere else"),
          List.of("`---` with `title:` in front", "error: a lesson has no front matter"),
          List.of(
              "a heading without a key in the check file",
              "error: the check file has no step `run-it`"),
          List.of(
              "a key without a heading",
              "error: no `##` heading of the lesson has the slug `run-it`"),
          List.of("a check file without a lesson", "error: no lesson has this check file"),
          List.of(
              "a step without a task",
              "warning: the step `run-it` does not say in a block what to do"),
          List.of(
              "a task that gives the command away",
              "warning: the task of `run-it` contains its whole solution"));

  private LessonReference() {}

  static void addTo(MarkdownPage page) {
    page.paragraph(FILES.formatted(EXAMPLE))
        .code("markdown", NewLesson.prose(EXAMPLE))
        .code("yaml", NewLesson.checks(EXAMPLE, STEM))
        .paragraph(MARKDOWN.formatted(ProseRules.TASK, HEADING, StepId.ofHeading(HEADING)))
        .table(List.of("what is written", "what `author lint` says"), REFUSED);
  }

  /** What lint says of what is written wrongly. */
  static List<String> refusals() {
    return REFUSED.stream().map(List::getLast).toList();
  }
}
