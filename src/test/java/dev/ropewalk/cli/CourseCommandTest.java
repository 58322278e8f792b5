package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.author.NewLesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.library.SmallCourse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `ropewalk course`: shown first, added by name, opened by name, removed without a rest. */
final class CourseCommandTest {
  private static final String RUNS =
      """
      By itself it runs this on this machine, with all that you may:
        checks/10-shop.yaml:2: image, built before the lesson opens
          | shop from images/shop
          | FROM busybox
          | RUN echo hello >/shop
        checks/10-shop.yaml:3: setup, before a lesson or a step opens
          | docker volume create shop-data
        checks/10-shop.yaml:7: setup, before a lesson or a step opens
          | touch ready
        checks/10-shop.yaml:13: script, to judge a step
          | test -e ready &&
          |   docker inspect shop
      """;

  @TempDir private Path folder;
  private Path source;
  private String out = "";
  private String err = "";

  @BeforeEach
  void a_course_of_somebody() throws IOException {
    NewLesson.write(folder.resolve("built-in"), new LessonId("own"));
    source = SmallCourse.write(folder.resolve("shop"));
  }

  private int run(String line) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    Places places =
        new Places(
            folder.resolve("built-in"),
            folder.resolve("state"),
            folder.resolve("cache"),
            folder.resolve("home"));
    Context context =
        new Context(
            Map.of("PATH", "", "XDG_DATA_HOME", folder.resolve("data").toString()),
            places,
            new PrintWriter(printed),
            new PrintWriter(told),
            Clock.systemUTC());
    int code = Main.run(context, line.split(" "));
    out = printed.toString();
    err = told.toString();
    return code;
  }

  private Path added() {
    return folder.resolve("data/ropewalk/courses/shop");
  }

  @Test
  void what_it_runs_is_shown_before_it_is_added() {
    assertThat(run("course add " + source + " --yes")).isZero();

    assertThat(out)
        .startsWith("shop: The shop\n  author: A teacher\n  licence: MIT\n  lessons: shop\n")
        .contains("  from: " + source + "\n", RUNS)
        .endsWith("Added as `shop`. Open it with `ropewalk learn --course shop`.\n");
    assertThat(added().resolve("lessons/10-shop.md")).exists();
  }

  @Test
  void where_nobody_can_be_asked_it_is_shown_and_not_added() {
    assertThat(run("course add " + source)).isEqualTo(ExitCode.WRONG_USE);

    assertThat(out).contains(RUNS);
    assertThat(err)
        .isEqualTo(
            """
            error: `course add` asks before it adds anything, and nobody is there to answer
              fix: read the list above, and add `--yes`
            """);
    assertThat(added()).doesNotExist();
  }

  @Test
  void escape_sequences_in_a_script_reach_no_terminal() throws IOException {
    Path checks = source.resolve("checks/10-shop.yaml");
    Files.writeString(
        checks, Files.readString(checks).replace("touch ready", "\"rm -rf x; \\e[2K\\rtrue\""));

    assertThat(run("course add " + source + " --yes")).isZero();

    assertThat(out).contains("    | rm -rf x; ^[[2K\n    | true\n").doesNotContain("\u001b");
  }

  @Test
  void a_course_that_runs_nothing_says_so() {
    assertThat(run("course add " + folder.resolve("built-in") + " --name own --yes")).isZero();

    assertThat(out).contains("By itself it runs nothing on this machine: only what you type");
  }

  @Test
  void an_added_course_is_known_by_its_name() {
    run("course add " + source + " --yes");

    assertThat(run("list --course shop")).isZero();
    assertThat(out).contains("The shop");
    assertThat(run("author lint --course shop")).isZero();
    assertThat(run("list --course shp")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err)
        .isEqualTo(
            """
            error: --course names `shp`, which is no folder and no added course
              fix: did you mean `shop`?
            """);
  }

  @Test
  void the_list_tells_where_each_is_from_and_what_has_changed_since() throws IOException {
    assertThat(run("course list")).isZero();
    assertThat(out).isEqualTo("No course was added. `ropewalk course add` does it.\n");

    run("course add " + source + " --yes");
    SmallCourse.file(added(), "notes.txt", "mine");

    assertThat(run("course list")).isZero();
    assertThat(out)
        .matches(
            "shop: The shop\n  from \\Q%s\\E, sha256 [0-9a-f]{12}\n  not as it was added:\n    new: notes.txt\n"
                .formatted(source));
    assertThat(run("course list --json")).isZero();
    assertThat(out).contains("\"name\" : \"shop\"", "\"changes\" : [ \"new: notes.txt\" ]");
  }

  @Test
  void an_update_shows_what_it_runs_anew_and_no_more() throws IOException {
    run("course add " + source + " --yes");
    assertThat(run("course update shop")).isZero();
    assertThat(out).isEqualTo("`shop` is up to date.\n");

    Path checks = source.resolve("checks/10-shop.yaml");
    Files.writeString(
        checks, "# moved\n" + Files.readString(checks).replace("touch ready", "touch go"));
    assertThat(run("course update shop")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(out)
        .contains(
            """
              changed: checks/10-shop.yaml

            New is that by itself it runs this on this machine, with all that you may:
              checks/10-shop.yaml:8: setup, before a lesson or a step opens
                | touch go
            It no longer runs this:
              checks/10-shop.yaml:7: setup, before a lesson or a step opens
                | touch ready
            """);
    assertThat(added().resolve("checks/10-shop.yaml")).content().contains("touch ready");

    assertThat(run("course update shop --yes")).isZero();
    assertThat(added().resolve("checks/10-shop.yaml")).content().contains("touch go");
  }

  @Test
  void a_removal_shows_each_file_and_leaves_what_was_not_added() throws IOException {
    run("course add " + source + " --yes");
    Path notes = SmallCourse.file(added(), "notes.txt", "mine");

    assertThat(run("course remove shop")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(added().resolve("course.yaml")).exists();

    assertThat(run("course remove shop --yes")).isZero();
    assertThat(out)
        .isEqualTo(
            """
            In `%1$s` these files were added:
              checks/10-shop.yaml
              course.yaml
              images/shop/Dockerfile
              lessons/10-shop.md
            These were changed or laid there since, and stay:
              notes.txt
            Removed, but for what is left in `%1$s`.
            """
                .formatted(added()));
    assertThat(notes).exists();
    assertThat(run("course remove shop --yes")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err).contains("error: no course `shop` was added here");
  }

  @Test
  void a_broken_course_is_told_with_its_place() throws IOException {
    SmallCourse.file(source, "checks/10-shop.yaml", "steps: [");

    assertThat(run("course add " + source + " --yes")).isEqualTo(ExitCode.BROKEN_COURSE);
    assertThat(err).startsWith("checks/10-shop.yaml:");
  }
}
