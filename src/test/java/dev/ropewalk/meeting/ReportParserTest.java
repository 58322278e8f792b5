package dev.ropewalk.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.meeting.ShellReport.Began;
import dev.ropewalk.meeting.ShellReport.Ended;
import dev.ropewalk.meeting.ShellReport.Joined;
import dev.ropewalk.meeting.ShellReport.Left;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shells report, as it stands in their files. */
final class ReportParserTest {
  private final ReportParser parser = new ReportParser("shell-1");

  private List<ShellReport> told(String... fields) {
    byte[] bytes = (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
    return parser.read(bytes, bytes.length);
  }

  @Test
  void a_line_of_zsh_or_fish_is_told_as_it_is() {
    assertThat(told("hello", "42", "")).containsExactly(new Joined("shell-1", 42));
    assertThat(told("begin", "", "docker ps |\n wc"))
        .containsExactly(new Began("shell-1", "docker ps |\n wc"));
    assertThat(told("end", "3", "3", "/a b", ""))
        .containsExactly(new Ended("shell-1", "docker ps |\n wc", 3, List.of(3), "/a b"));
    assertThat(told("bye")).containsExactly(new Left("shell-1"));
  }

  @Test
  void a_line_of_bash_is_the_newest_of_its_history() {
    told("hello", "42", "    7  eval");

    assertThat(told("begin", "    8  docker ps | wc", "docker ps"))
        .containsExactly(new Began("shell-1", "docker ps | wc"));
    assertThat(told("end", "0", "0", "/", "    8  docker ps | wc"))
        .containsExactly(new Ended("shell-1", "docker ps | wc", 0, List.of(0), "/"));
  }

  @Test
  void a_line_that_bash_keeps_out_of_its_history_is_told_by_its_command() {
    told("hello", "42", "    7  ls");

    assertThat(told("begin", "    7  ls", "docker ps"))
        .containsExactly(new Began("shell-1", "docker ps"));
    assertThat(told("end", "0", "0", "/", "    7  ls"))
        .containsExactly(new Ended("shell-1", "docker ps", 0, List.of(0), "/"));
  }

  @Test
  void a_line_that_is_repeated_is_told_whole() {
    told("hello", "42", "    7  ls | wc");

    assertThat(told("begin", "    7  ls | wc", "ls"))
        .containsExactly(new Began("shell-1", "ls | wc"));
  }

  @Test
  void where_only_the_end_is_told_the_history_tells_the_line() {
    told("hello", "42", "    7  ls");

    assertThat(told("end", "1", "1", "/", "    8  docker ps"))
        .containsExactly(new Ended("shell-1", "docker ps", 1, List.of(1), "/"));
  }

  @Test
  void an_empty_line_is_none() {
    told("hello", "42", "    7  ls");

    assertThat(told("end", "1", "1", "/", "    7  ls")).isEmpty();
    assertThat(told("end", "1", "1", "/", "")).isEmpty();
  }

  @Test
  void pieces_may_end_anywhere() {
    byte[] bytes = "begin\0\0écho\0end\0000\0000 1\0/\0\0".getBytes(StandardCharsets.UTF_8);
    List<ShellReport> told = new ArrayList<>();

    for (byte one : bytes) {
      told.addAll(parser.read(new byte[] {one}, 1));
    }

    assertThat(told)
        .containsExactly(
            new Began("shell-1", "écho"), new Ended("shell-1", "écho", 0, List.of(0, 1), "/"));
  }

  @Test
  void nonsense_is_passed_over() {
    assertThat(told("what", "", "end", "x", "y", "/", "99999999999 y")).isEmpty();
    assertThat(told("bye")).hasSize(1);
  }
}
