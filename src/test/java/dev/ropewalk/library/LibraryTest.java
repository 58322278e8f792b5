package dev.ropewalk.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of folders and archives are fetched, pinned, brought up to date and removed. */
final class LibraryTest extends LibraryScene {
  @Test
  void all_that_it_runs_is_named_with_its_place_and_nothing_else() {
    try (Candidate candidate = library.fetch(Origin.of(source.toString(), ""), SHOP)) {
      assertThat(candidate.runs())
          .containsExactly(
              new CourseRun(
                  CourseRun.Kind.IMAGE,
                  "checks/10-shop.yaml",
                  2,
                  "shop from images/shop\nFROM busybox\nRUN echo hello >/shop"),
              new CourseRun(
                  CourseRun.Kind.SETUP, "checks/10-shop.yaml", 3, "docker volume create shop-data"),
              new CourseRun(CourseRun.Kind.SETUP, "checks/10-shop.yaml", 7, "touch ready"),
              new CourseRun(
                  CourseRun.Kind.SCRIPT,
                  "checks/10-shop.yaml",
                  13,
                  "test -e ready &&\n  docker inspect shop"));
    }
  }

  @Test
  void what_is_only_looked_at_leaves_nothing_behind() throws IOException {
    library.fetch(Origin.of(source.toString(), ""), SHOP).close();

    assertThat(inLibrary()).isEmpty();
  }

  @Test
  void an_added_course_is_a_copy_that_is_known_by_its_hash() throws IOException {
    added();

    AddedCourse course = found();
    assertThat(course.title()).isEqualTo("The shop");
    assertThat(course.added()).isEqualTo(NOON);
    assertThat(course.changes()).isEmpty();
    assertThat(course.hash()).isEqualTo(Contents.of(source).hash()).hasSize(64);
    assertThat(course.folder().resolve("images/shop/Dockerfile")).exists();
    assertThat(library.at(course.folder()).map(AddedCourse::name)).contains(SHOP);
    assertThat(library.at(source)).isEmpty();
    assertThat(inLibrary()).containsExactly("shop", "shop.json");
  }

  @Test
  void a_name_that_is_taken_is_refused() throws IOException {
    added();
    assertThatThrownBy(this::added).hasMessageContaining("a course `shop` was added already");

    Files.createDirectories(courses.resolve("other"));
    assertThatThrownBy(
            () -> library.fetch(Origin.of(source.toString(), ""), new CourseName("other")))
        .hasMessageContaining("which nobody has added");
  }

  @Test
  void a_change_in_an_added_course_shows() throws IOException {
    added();
    SmallCourse.file(courses.resolve("shop"), "checks/10-shop.yaml", "steps: {}\n");
    SmallCourse.file(courses.resolve("shop"), "notes.txt", "mine");
    Files.delete(courses.resolve("shop/course.yaml"));

    assertThat(found().changes())
        .map(Change::toString)
        .containsExactly("changed: checks/10-shop.yaml", "gone: course.yaml", "new: notes.txt");
  }

  @Test
  void an_update_takes_the_new_files_and_keeps_what_was_changed_here() throws IOException {
    added();
    SmallCourse.file(courses.resolve("shop"), "lessons/10-shop.md", "my own words");
    SmallCourse.file(courses.resolve("shop"), "notes.txt", "mine");
    Files.delete(source.resolve("course.yaml"));
    SmallCourse.file(source, "images/shop/shop.conf", "open = yes\n");
    AddedCourse before = found();

    try (Candidate candidate = library.fetchAgain(before)) {
      assertThat(before.changesTo(candidate))
          .map(Change::toString)
          .containsExactly("gone: course.yaml", "new: images/shop/shop.conf");
      assertThat(library.replace(before, candidate)).contains(courses.resolve("shop.kept-1"));
    }

    assertThat(found().changes()).isEmpty();
    assertThat(found().hash()).isEqualTo(Contents.of(source).hash());
    assertThat(courses.resolve("shop.kept-1/notes.txt")).hasContent("mine");
    assertThat(courses.resolve("shop.kept-1/lessons/10-shop.md")).hasContent("my own words");
    assertThat(inLibrary()).containsExactly("shop", "shop.json", "shop.kept-1");
  }

  @Test
  void a_course_whose_source_is_gone_stays_as_it_is() throws IOException {
    AddedCourse before = added();
    Files.move(source, folder.resolve("elsewhere"));

    assertThatThrownBy(() -> library.fetchAgain(before)).isInstanceOf(LibraryProblem.class);
    assertThat(found().changes()).isEmpty();
  }

  @Test
  void removed_is_what_was_added_and_no_more() throws IOException {
    added();
    SmallCourse.file(courses.resolve("shop"), "images/notes.txt", "mine");

    assertThat(library.remove(found())).isFalse();

    assertThat(library.courses()).isEmpty();
    try (Stream<Path> left = Files.walk(courses)) {
      assertThat(left.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)))
          .containsExactly(courses.resolve("shop/images/notes.txt"));
    }
    assertThat(courses.resolve("shop/lessons")).doesNotExist();
  }

  @Test
  void a_course_that_nobody_has_touched_goes_without_a_trace() throws IOException {
    assertThat(library.remove(added())).isTrue();
    assertThat(inLibrary()).isEmpty();
  }

  @Test
  void a_pin_that_somebody_has_changed_is_not_believed() throws IOException {
    added();
    Path pin = courses.resolve("shop.json");
    Files.writeString(pin, Files.readString(pin).replace("lessons/10-shop.md", "lessons/20-x.md"));

    assertThatThrownBy(this::found).hasMessageContaining("does not agree with itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext::sh -c evil", "--upload-pack=evil", "ftp://host/x", "git@host:-x"})
  void nothing_but_usual_urls_is_given_to_git(String url) {
    assertThatThrownBy(() -> Origin.of(url, "")).hasMessageContaining("there is no folder");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/teachers/Docker_Course.git, docker-course",
    "git@example.org:teachers/shop.git, shop",
    "ssh://example.org/teachers/shop/, shop",
    "file:///srv/my.course.git, my-course",
    "https://example.org/äöü.git, course",
  })
  void a_course_is_called_as_its_repository(String url, String name) {
    assertThat(Origin.of(url, "").name()).hasToString(name);
  }
}
