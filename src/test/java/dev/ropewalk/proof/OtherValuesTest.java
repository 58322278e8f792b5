package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How one value is made of another, and by which words both are known. */
final class OtherValuesTest {
  @Test
  void a_statement_stays_one_when_its_last_word_changes() {
    assertThat(OtherValues.other("insert into notes values ('remember')"))
        .isEqualTo("insert into notes values ('remember-x')");
  }

  @Test
  void of_a_setting_the_value_changes_and_of_a_command_with_a_setting_the_last_word() {
    assertThat(OtherValues.other("author=me")).isEqualTo("author=me-x");
    assertThat(OtherValues.other("A=1 sh run")).isEqualTo("A=1 sh run-x");
  }

  @Test
  void a_text_of_several_words_is_known_by_the_one_that_changes() {
    assertThat(OtherValues.pieces("sh /report.sh > /report.txt")).containsExactly("/report.txt");
    assertThat(OtherValues.pieces("insert into notes values ('remember')"))
        .containsExactly("remember");
    assertThat(OtherValues.pieces("exit 7")).containsExactly("7");
  }

  @Test
  void of_a_text_of_parts_the_one_that_changes_counts() {
    assertThat(OtherValues.pieces("press:/report.sh")).containsExactly("/report.sh");
    assertThat(OtherValues.pieces("LABEL author=me")).containsExactly("author=me", "author", "me");
  }

  @Test
  void a_plain_word_has_no_pieces() {
    assertThat(OtherValues.pieces("redis")).isEmpty();
    assertThat(OtherValues.pieces("sketch:1")).isEmpty();
  }
}
