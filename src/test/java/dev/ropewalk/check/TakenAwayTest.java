package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.value.Variables;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a check needs is taken away and made again by one line: nobody has looked at it in between,
 * but the engine has told.
 */
final class TakenAwayTest {
  private static final String BOX = "container: box, expect: {state: running}";
  private static final String TOWN = "network: town, expect: exists";
  private static final String DATA = "volume: data, expect: exists";
  private static final String NEWS = "image: \"here:5007/news:a\", expect: {id: aa}";

  static Stream<Arguments> situations() {
    return Stream.of(
        given(BOX, b -> b.happened("destroy", "box").happened("create", "box"), true),
        given(BOX, b -> b.happened("rename", "old", "oldName", "/box"), true),
        given(BOX, b -> b.happened("destroy", "other"), false),
        given(BOX, b -> b.happened("restart", "box"), false),
        given(BOX, b -> b.happenedBefore("destroy", "box"), false),
        given("container: box, expect: absent", b -> b.happened("destroy", "box"), false),
        given(TOWN, b -> b.happenedToNetwork("destroy", "town"), true),
        given(TOWN, b -> b.happenedToNetwork("destroy", "city"), false),
        given(TOWN, b -> b.happenedToNetwork("connect", "town"), false),
        given(DATA, b -> b.happenedToVolume("destroy", "data"), true),
        given(DATA, b -> b.happenedToVolume("mount", "data"), false),
        given(NEWS, b -> b.happenedToImage("tag", "aa", "here:5007/news:a"), false),
        given(NEWS, tagged("here:5007/news:a"), true),
        given(NEWS, tagged("news:b"), false),
        given("all: [{%s}, {%s}]".formatted(BOX, DATA), gone("data"), true),
        given("any: [{%s}, {%s}]".formatted(BOX, DATA), gone("data"), false),
        given("none: [{%s}]".formatted(DATA), gone("data"), false));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void it_was_not_there_for_a_moment(String check, UnaryOperator<Bench> setting, boolean gone) {
    Bench bench = setting.apply(new Bench());

    assertThat(bench.check(lines(check)).claim().needs(Variables.NONE))
        .extracting(needed -> TakenAway.since(bench.scene().history(), needed))
        .satisfies(each -> assertThat(each.contains(true)).isEqualTo(gone));
  }

  /** As it stands in a file; what is in brackets stays on its line. */
  private static String lines(String check) {
    return check.contains("[") ? check : check.replace(", expect:", "\nexpect:");
  }

  private static Arguments given(String check, UnaryOperator<Bench> setting, boolean gone) {
    return Arguments.of(check, setting, gone);
  }

  private static UnaryOperator<Bench> gone(String volume) {
    return b -> b.happenedToVolume("destroy", volume);
  }

  /** An image got a name, lost one, and got the one that is asked for. */
  private static UnaryOperator<Bench> tagged(String name) {
    return b ->
        b.happenedToImage("tag", "aa", name)
            .happenedToImage("untag", "aa", "aa")
            .happenedToImage("tag", "aa", "here:5007/news:a");
  }
}
