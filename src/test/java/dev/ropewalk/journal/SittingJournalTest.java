package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.command.Secrets;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sitting writes into the journal. */
final class SittingJournalTest {
  @TempDir private Path folder;

  @Test
  void where_the_learner_is_now_is_told() {
    List<LessonId> at = new ArrayList<>();

    try (Journal journal = Journal.open(folder.resolve("journal.jsonl"))) {
      var sitting = new SittingJournal(journal, Samples.SITTING, line -> line, at::add);
      sitting.append(Samples.AT, Samples.FIRST, new Entry.LessonResumed());
      sitting.append(Samples.AT, new LessonId("volumes"), new Entry.LessonOpened(7));
    }

    assertThat(at).containsExactly(Samples.FIRST, new LessonId("volumes"));
  }

  @Test
  void what_is_to_be_hidden_is_in_no_line_of_the_file() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    String secret = "docker login -p S3CRET";

    try (Journal journal = Journal.open(file)) {
      var sitting =
          new SittingJournal(journal, Samples.SITTING, text -> text.replace("S3CRET", "…"));
      sitting.append(Samples.AT, Samples.FIRST, new Entry.LineBegan(secret));
      sitting.append(Samples.AT, Samples.FIRST, new Entry.Ran(secret, List.of(secret), 0, "/home"));
      sitting.append(
          Samples.AT,
          Samples.FIRST,
          new Entry.Judged(
              List.of(new Entry.Outcome("it ran", "failed", "You ran `" + secret + "`."))));
    }

    assertThat(Files.readString(file)).doesNotContain("S3CRET").contains("docker login -p …");
    assertThat(Files.readString(file)).doesNotContain("acknowledged");
  }

  @Test
  void labels_of_events_are_kept_without_their_secrets() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    var labels = Map.of("com.example.api-token", "S3CRET and more", "exitCode", "137");
    var event = new EngineEvent.ToContainer(Samples.AT, "die", "c1", "box", "redis", labels);

    try (Journal journal = Journal.open(file)) {
      new SittingJournal(journal, Samples.SITTING, Secrets::hide)
          .append(Samples.AT, Samples.FIRST, new Entry.Happened(event, false));
    }

    assertThat(Files.readString(file))
        .doesNotContain("S3CRET")
        .doesNotContain("and more")
        .contains("\"com.example.api-token\":\"[not-kept]\"", "\"exitCode\":\"137\"");
  }

  @Test
  void a_new_file_is_nobody_elses_from_its_first_moment() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("journal.jsonl");
    Path lock = folder.resolve("journal.lock");

    try (Journal _ = Journal.open(file);
        JournalLock _ = JournalLock.take(lock, "me")) {
      assertThat(List.of(file, lock))
          .allSatisfy(
              own ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                      .isEqualTo("rw-------"));
    }
  }
}
