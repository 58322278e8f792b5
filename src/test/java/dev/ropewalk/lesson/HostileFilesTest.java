package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to exhaust whoever reads them are read, or refused, in no time. */
final class HostileFilesTest {
  /** Each takes well under a second; a slow machine gets its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MANY = 50_000;
  private static final String PROSE = "# Broken\n\n## Run it\n\nGo.\n";
  private static final String CHECKS = check("container: box, expect: {state: running}");

  @TempDir private Path folder;

  private static String check(String claim) {
    return """
        steps:
          run-it:
            checks: [{check: box runs, %s}]
            solution: docker run -d --name box redis
        """
        .formatted(claim);
  }

  private static String each(String pattern) {
    return IntStream.range(0, MANY).mapToObj(pattern::formatted).collect(Collectors.joining());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("open brackets", "[".repeat(1_000_000)),
        Arguments.of("open braces", "{".repeat(1_000_000)),
        Arguments.of("open braces with keys", "{a: ".repeat(200_000)),
        Arguments.of("dashes", "- ".repeat(400_000)),
        Arguments.of("questions", "? ".repeat(400_000)),
        Arguments.of("one long word", "a".repeat(1_000_000)),
        Arguments.of("one long key", "a".repeat(1_000_000) + ": 1"),
        Arguments.of("one long quoted key", "\"" + "a".repeat(1_000_000) + "\": 1"),
        Arguments.of("one open quote", "a: \"" + "b\n".repeat(400_000)),
        Arguments.of("unknown keys", each("key%s: 1\n")),
        Arguments.of("the same key", "a: 1\n".repeat(MANY)),
        Arguments.of("unknown steps", "steps:\n" + each("  step%s: 1\n")),
        Arguments.of("anchors", each("a%1$s: &a%1$s 1\n")),
        Arguments.of("aliases", "a: &a 1\nb: [" + "*a, ".repeat(MANY) + "]"),
        Arguments.of("tags", "a: [" + "!!str b, ".repeat(MANY) + "]"),
        Arguments.of("documents", "---\na\n".repeat(MANY)),
        Arguments.of("directives", "%TAG ! tag:x,2000:\n".repeat(MANY) + "---\na: 1\n"),
        Arguments.of("comments", "# nothing\n".repeat(MANY)),
        Arguments.of("more than a MiB", "#".repeat((1 << 20) + 1)),
        Arguments.of("a long number", check("points: " + "9".repeat(900_000))),
        Arguments.of("a long size", exact("memory: " + "9".repeat(900_000) + "t")),
        Arguments.of("a long share", exact("cpus: " + "9".repeat(900_000))),
        Arguments.of("a small share", exact("cpus: 1e-999999999")),
        Arguments.of("a long duration", check("within: " + "9".repeat(900_000) + "h")),
        Arguments.of("a long port", check("port: " + "9".repeat(900_000) + ", expect: closed")),
        Arguments.of("a deep pattern", exact("name: {matches: '" + "(".repeat(100_000) + "'}")),
        Arguments.of("a long attribute", exact("x".repeat(900_000) + ": 1")),
        Arguments.of("many variables", exact("name: '" + "${x}".repeat(MANY) + "'")));
  }

  private static String exact(String attribute) {
    return check("container: box, expect: {%s}".formatted(attribute));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void a_hostile_check_file_is_refused_at_once(String name, String checks) {
    assertThat(refusal(PROSE, checks)).as("a report that somebody can read").hasSizeBetween(1, 200);
  }

  static Stream<Arguments> refusedProse() {
    return Stream.of(
        Arguments.of("quotes in quotes", ">".repeat(1_000_000)),
        Arguments.of("lists in lists", "- ".repeat(400_000)),
        Arguments.of("open links", "# " + "[".repeat(500_000)),
        Arguments.of("nested links", "# " + "[a](".repeat(200_000)),
        Arguments.of("emphasis in emphasis", "# " + "*a _b ".repeat(150_000)),
        Arguments.of("closed emphasis", "# " + "*a ".repeat(9_000) + "b* ".repeat(9_000)),
        Arguments.of(
            "backticks",
            "# "
                + IntStream.range(1, 1_300).mapToObj("`"::repeat).collect(Collectors.joining(" "))),
        Arguments.of("many steps", "# A\n" + each("## Step %s\n")),
        Arguments.of("many steps of one name", "# A\n" + "## Step\n".repeat(MANY)),
        Arguments.of("many titles", "# A\n".repeat(MANY)),
        Arguments.of("a step of many words", "# A\n\n## " + "a ".repeat(400_000)),
        Arguments.of("many small headings", "# A\n\n## B\n\n" + "### Why it worked\n".repeat(MANY)),
        Arguments.of("entities", "# " + "&#x1F600;".repeat(100_000)),
        Arguments.of("open tags", "# " + "<a ".repeat(300_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedProse")
  void a_hostile_lesson_is_refused_at_once(String name, String prose) {
    assertThat(refusal(prose, CHECKS)).hasSizeBetween(1, 200);
  }

  private java.util.List<?> refusal(String prose, String checks) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          place("lessons/10-broken.md", prose);
          place("checks/10-broken.yaml", checks);
          try {
            Lesson lesson = Course.open(folder).lesson(new LessonId("broken"));
            throw new AssertionError("it was read: " + lesson.title());
          } catch (BrokenSource e) {
            assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(300_000);
            return e.diagnostics();
          }
        });
  }

  private void place(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
