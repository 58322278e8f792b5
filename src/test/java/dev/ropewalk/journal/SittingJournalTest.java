package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sitting writes into the journal. */
final class SittingJournalTest {
  @TempDir private Path folder;

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
}
