package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.grade.Roster;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.lesson.Course;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder of submissions, and who is expected. */
final class NamedSubmissionsTest {
  private static final Course COURSE = Course.open(Path.of(""));

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private final NamedSubmissions named = new NamedSubmissions(new PrintWriter(err));

  @Test
  void all_that_is_not_read_is_told_with_the_reason_and_litter_is_not() throws Exception {
    for (String name :
        List.of(
            "a.zip",
            "b.tar.gz",
            "c.TGZ",
            "d.tar",
            "e.rar",
            "f.7z",
            "g.tar.xz",
            "h.sh",
            ".i",
            ".DS_Store",
            "Thumbs.db",
            "._a.zip")) {
      Files.writeString(folder.resolve(name), "");
    }
    Files.createDirectory(folder.resolve("j"));
    Files.createDirectory(folder.resolve("__MACOSX"));
    Files.createSymbolicLink(folder.resolve("k"), folder.resolve("j"));

    List<SubmissionSource> found = named.find(List.of(), COURSE, Optional.of(folder));

    assertThat(found)
        .extracting(SubmissionSource::id)
        .containsExactlyInAnyOrder("a", "b", "c", "d", "j");
    assertThat(err.toString().lines())
        .containsExactlyInAnyOrder(
            "warning: not graded in `%s`, for it is packed in a way that is not read: pack it as .zip, .tar.gz or .tar: `e.rar`, `f.7z`, `g.tar.xz`"
                .formatted(folder),
            "warning: not graded in `%s`, for it is neither a folder nor an archive: put it as `commands.sh` into a folder of the student's id: `h.sh`"
                .formatted(folder),
            "warning: not graded in `%s`, for it is hidden, for its name begins with a point: `.i`"
                .formatted(folder),
            "warning: not graded in `%s`, for it is a link, and links are not followed: put the folder itself there: `k`"
                .formatted(folder));
  }

  @Test
  void who_is_not_on_the_roster_and_whose_result_goes_is_told() throws Exception {
    Files.createDirectory(folder.resolve("ada"));
    Files.createDirectory(folder.resolve("eve"));
    List<SubmissionSource> found = named.find(List.of(), COURSE, Optional.of(folder));

    named.compare(found, Roster.read("id\nada\nbob\n"));
    named.tellLeftOut(List.of("ada", "joe"), found);

    assertThat(err.toString().lines())
        .containsExactly(
            "warning: graded, but not on the roster: `eve`",
            "warning: in the folder, but not named now, so that no report will have it: `joe`");
  }
}
