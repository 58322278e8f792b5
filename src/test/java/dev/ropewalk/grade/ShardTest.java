package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which share a submission belongs to. */
final class ShardTest {
  /** Computed by another program: another ropewalk, on another machine, must come to the same. */
  @ParameterizedTest
  @CsvSource({
    "ada, 2, 2",
    "bob, 2, 2",
    "müller, 2, 1",
    "x/y z, 2, 2",
    "ada, 4, 2",
    "bob, 4, 2",
    "müller, 4, 3",
    "x/y z, 4, 2",
    "ada, 7, 5",
    "bob, 7, 3",
    "müller, 7, 4",
    "x/y z, 7, 5",
  })
  void it_follows_from_the_id_alone(String id, int of, int number) {
    assertThat(new Shard(number, of).has(id)).isTrue();
  }

  @Test
  void each_id_is_in_exactly_one_share_and_the_shares_are_of_about_one_size() {
    int[] sizes = new int[8];
    for (int i = 0; i < 4000; i++) {
      String id = "student-" + i;
      int[] has =
          IntStream.rangeClosed(1, 8).filter(number -> new Shard(number, 8).has(id)).toArray();
      assertThat(has).hasSize(1);
      sizes[has[0] - 1]++;
    }
    assertThat(IntStream.of(sizes)).allMatch(size -> size > 430 && size < 570);
  }

  @Test
  void it_is_written_as_it_is_read() {
    assertThat(Shard.parse("2/4").text()).isEqualTo("2/4");
    assertThat(Shard.WHOLE.text()).isEmpty();
    assertThat(Shard.WHOLE.has("anybody")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1/0", "2", "a/b", "1/99999", "-1/2", "", "1/2/3"})
  void what_is_no_share_is_refused(String text) {
    assertThatThrownBy(() -> Shard.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
