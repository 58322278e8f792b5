package dev.ropewalk.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of folders and archives are fetched, pinned, brought up to date and removed. */
final class LibraryTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final CourseName SHOP = new CourseName("shop");

  @TempDir private Path folder;
  private Path source;
  private Path courses;
  private Library library;

  /** The archives that are read. */
  enum Form {
    ZIP,
    TAR;

    Path pack(Path folder, List<Archives.Item> items) throws IOException {
      return switch (this) {
        case ZIP -> Archives.zip(folder.resolve("shop.zip"), items);
        case TAR -> Archives.tar(folder.resolve("shop.tar.gz"), items);
      };
    }
  }

  @BeforeEach
  void a_course_and_a_library() throws IOException {
    source = SmallCourse.write(folder.resolve("shop"));
    courses = folder.resolve("data/courses");
    library = new Library(courses, InstantSource.fixed(NOON));
  }

  private AddedCourse added(Origin origin) {
    try (Candidate candidate = library.fetch(origin, SHOP)) {
      return library.add(candidate);
    }
  }

  private AddedCourse added() {
    return added(Origin.of(source.toString(), ""));
  }

  private AddedCourse found() {
    return library.get("shop");
  }

  private List<String> inLibrary() throws IOException {
    if (Files.notExists(courses)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(courses)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"", "course-1.0/", "./", "a/b/"})
  void an_archive_and_a_folder_of_the_same_files_have_the_same_hash(String around)
      throws IOException {
    List<Archives.Item> items = Archives.of(source, around);
    String hash = Contents.of(source).hash();

    for (Form form : Form.values()) {
      Path archive = form.pack(folder, items);
      try (Candidate candidate = library.fetch(Origin.of(archive.toString(), ""), SHOP)) {
        assertThat(candidate.hash()).as(archive.toString()).isEqualTo(hash);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_path_that_leads_out_of_an_archive_is_refused_and_not_written(Form form)
      throws IOException {
    for (String path : List.of("../evil", "lessons/../../evil", "/evil", "a//evil", "..\\evil")) {
      List<Archives.Item> items = new ArrayList<>(Archives.of(source, ""));
      items.add(Archives.Item.file(path, "evil"));
      Path archive = form.pack(folder, items);

      assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
          .as(path)
          .isInstanceOf(LibraryProblem.class)
          .hasMessageContaining("in it is no plain path below its top");
      assertThat(inLibrary()).isEmpty();
    }
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(courses.resolve("evil")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_link_in_the_course_is_refused_and_one_beside_it_is_left_out(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>(Archives.of(source, "c/"));
    items.add(Archives.Item.link("README", "/etc/passwd"));
    Path beside = form.pack(folder, items);
    try (Candidate candidate = library.fetch(Origin.of(beside.toString(), ""), SHOP)) {
      assertThat(candidate.hash()).isEqualTo(Contents.of(source).hash());
    }

    items.add(Archives.Item.link("c/files/passwd", "/etc/passwd"));
    Path inside = form.pack(folder, items);

    assertThatThrownBy(() -> added(Origin.of(inside.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`c/files/passwd` is no file, but a link");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_that_unpacks_without_end_is_given_up(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>(Archives.of(source, ""));
    items.add(Archives.Item.file("files/zeros", "0".repeat((64 << 20) + 1)));
    Path archive = form.pack(folder, items);
    assertThat(Files.size(archive)).isLessThan(1 << 20);

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`files/zeros` has more than 64 MiB");
    assertThat(inLibrary()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_of_very_many_files_is_given_up(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>();
    for (int i = 0; i <= 10_000; i++) {
      items.add(Archives.Item.file("files/" + i, ""));
    }
    Path archive = form.pack(folder, items);

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("more than 10000 files");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_that_is_cut_off_is_told_as_broken(Form form) throws IOException {
    Path archive = form.pack(folder, Archives.of(source, ""));
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`" + archive + "` is refused: it is broken");
  }

  @Test
  void a_file_that_is_no_archive_is_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("shop.zip"), "no archive");

    assertThatThrownBy(() -> added(Origin.of(text.toString(), "")))
        .hasMessageContaining("it is neither a folder, nor a zip, nor a tar.gz");
  }

  @Test
  void a_link_in_a_folder_is_refused() throws IOException {
    Files.createSymbolicLink(source.resolve("images/more"), courses);

    assertThatThrownBy(this::added).hasMessageContaining("`images/more` is no file, but a link");
  }

  @Test
  void what_version_control_keeps_in_a_folder_is_none_of_the_course() throws IOException {
    String hash = Contents.of(source).hash();
    SmallCourse.file(source, ".git/config", "secret");

    assertThat(added().hash()).isEqualTo(hash);
  }

  @Test
  void a_broken_course_is_not_added_and_told_with_the_place() throws IOException {
    SmallCourse.file(source, "checks/10-shop.yaml", "steps: {setup: {}}\n");

    assertThatThrownBy(this::added)
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("checks/10-shop.yaml:");
    assertThat(inLibrary()).isEmpty();
  }

  @Test
  void of_several_courses_in_one_place_one_must_be_named() throws IOException {
    SmallCourse.write(folder.resolve("many/one"));
    SmallCourse.write(folder.resolve("many/two"));
    String many = folder.resolve("many").toString();

    assertThatThrownBy(() -> added(Origin.of(many, "")))
        .isInstanceOfSatisfying(
            LibraryProblem.class,
            problem -> assertThat(problem.fix()).isEqualTo("name one with --folder: one, two"));
    assertThatThrownBy(() -> added(Origin.of(many, "../shop")))
        .hasMessageContaining("has no `lessons/` and `checks/` in it");
    assertThat(added(Origin.of(many, "two")).title()).isEqualTo("The shop");
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
