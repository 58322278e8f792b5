package dev.ropewalk.author;

import dev.ropewalk.Golden;
import org.junit.jupiter.api.Test;

/** The page that is handed out is the one that the code makes. */
final class ReferenceTest {
  @Test
  void the_reference_says_what_the_code_reads() {
    Golden.assertSame("../../../../docs/checks.md", Reference.print());
  }
}
