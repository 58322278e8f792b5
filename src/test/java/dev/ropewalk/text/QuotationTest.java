package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody else's text inside a sentence of ours. */
final class QuotationTest {
  @Test
  void a_short_text_is_quoted_whole() {
    assertThat(Quotation.code(" Ready to accept connections\n"))
        .isEqualTo("`Ready to accept connections`");
  }

  @Test
  void lines_and_backticks_do_not_leave_the_quotation() {
    assertThat(Quotation.code("first `x`\r\nsecond\nthird"))
        .isEqualTo("`first 'x' / second / third`");
  }

  @Test
  void of_a_long_text_a_person_reads_the_beginning() {
    assertThat(Quotation.of("x".repeat(1 << 20))).isEqualTo("x".repeat(Quotation.MOST) + " …");
    assertThat(Quotation.of("\n".repeat(1 << 20) + "end")).isEqualTo("end");
    assertThat(Quotation.of("a\n".repeat(1 << 19))).hasSizeLessThan(Quotation.MOST + 3);
  }

  @Test
  void in_sentences_only_long_code_is_cut() {
    String words = "word ".repeat(200);

    assertThat(Quotation.shortened(words + "`docker ps`, not `" + "y".repeat(500) + "`."))
        .isEqualTo(words + "`docker ps`, not `" + "y".repeat(Quotation.MOST) + " …`.");
  }

  @Test
  void no_character_is_torn() {
    assertThat(Quotation.cut("a😀b", 2)).isEqualTo("a …");
    assertThat(Quotation.cut("a😀b", 3)).isEqualTo("a😀 …");
    assertThat(Quotation.cut("a😀b", 4)).isEqualTo("a😀b");
  }
}
