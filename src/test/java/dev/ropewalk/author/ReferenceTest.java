package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.proof.ProofGlossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that is handed out is the one that the code makes. */
final class ReferenceTest {
  private static final Pattern LINK = Pattern.compile("\\(checks\\.md#([^)]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void the_reference_says_what_the_code_reads() {
    Golden.assertSame("../../../../docs/checks.md", Reference.print(ProofGlossary.text()));
  }

  @Test
  void the_guide_leads_to_parts_of_it_that_are_there() throws IOException {
    String guide = Files.readString(Path.of("docs/writing-a-course.md"));
    List<String> linked = LINK.matcher(guide).results().map(it -> it.group(1)).toList();
    List<String> there =
        HEADING
            .matcher(Reference.print(ProofGlossary.text()))
            .results()
            .map(it -> anchor(it.group(1)))
            .toList();

    assertThat(linked).isNotEmpty().isSubsetOf(there);
  }

  /** As the sites where repositories are shown make it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
