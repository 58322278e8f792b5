package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as the editors of several systems write it. */
final class ForeignTextTest {
  private static final String TEXT = "docker ps\necho \u00e9\u20ac\ud83d\udc33\n";

  @Test
  void the_mark_of_the_encoding_is_no_part_of_it() throws Exception {
    assertThat(ForeignText.of(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(ForeignText.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(ForeignText.of(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-UTF-16LE-BOM", "UTF-16"})
  void text_in_utf_16_is_told_as_that(String charset) {
    assertThatThrownBy(() -> ForeignText.of(TEXT.getBytes(Charset.forName(charset))))
        .isInstanceOf(CharacterCodingException.class)
        .hasMessage("is text in UTF-16, and not in UTF-8");
  }

  @Test
  void another_encoding_and_no_text_at_all_are_told_with_the_line() {
    assertThatThrownBy(() -> ForeignText.of("a\nb\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("is no text in UTF-8: see line 3");
    assertThatThrownBy(() -> ForeignText.of("a\nb\0c".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("is no text: see line 2");
    assertThatThrownBy(() -> ForeignText.of(TEXT.getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> ForeignText.of(new byte[] {'a', (byte) 0xC3}))
        .hasMessage("is no text in UTF-8: see line 1");
  }
}
