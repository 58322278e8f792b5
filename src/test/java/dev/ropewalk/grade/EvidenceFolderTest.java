package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.rehearsal.Spent;
import dev.ropewalk.scorecard.Scorecard.EvidenceFile;
import dev.ropewalk.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What results stand on, and stays. */
final class EvidenceFolderTest {
  @TempDir private Path folder;

  @Test
  void a_grading_once_more_leaves_what_the_log_before_names_as_it_was() throws Exception {
    List<EvidenceFile> first = keep(0, "first");
    List<EvidenceFile> second = keep(1, "second");

    for (List<EvidenceFile> all : List.of(first, second)) {
      for (EvidenceFile each : all) {
        assertThat(Sha256.of(Files.readAllBytes(folder.resolve(each.path()))))
            .as(each.path())
            .isEqualTo(each.sha256());
      }
    }
    assertThat(first).extracting(EvidenceFile::path).allMatch(it -> it.startsWith("evidence/"));
    assertThat(second).extracting(EvidenceFile::path).allMatch(it -> it.startsWith("evidence-2/"));
  }

  private List<EvidenceFile> keep(int earlier, String journal) throws IOException {
    return new EvidenceFolder(folder, id -> id, earlier)
        .keep(
            "ada",
            new LessonId("ports"),
            new Submission.Part(new Script("docker ps"), new TreeMap<>()),
            new Replayed(
                Map.of(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                journal,
                "",
                "{}",
                Spent.NOTHING));
  }
}
