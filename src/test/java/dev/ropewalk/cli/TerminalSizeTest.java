package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSizeTest {
  @Test
  void the_columns_are_the_second_number() {
    assertThat(TerminalSize.width("24 100\n")).contains("100");
  }

  @Test
  void a_terminal_that_does_not_know_has_no_size() {
    assertThat(TerminalSize.width("0 0\n")).isEmpty();
    assertThat(TerminalSize.width("")).isEmpty();
    assertThat(TerminalSize.width("stty: standard input")).isEmpty();
  }
}
