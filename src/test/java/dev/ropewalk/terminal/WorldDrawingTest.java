package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import java.util.List;
import java.util.OptionalInt;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldDrawingTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void an_engine_is_drawn_at_each_width(int width) {
    Sheet sheet = Sheets.plain(width);

    String drawn = sheet.print(WorldDrawing.draw(sheet, busy()));

    Golden.assertSame("terminal/world-%s.txt".formatted(width), drawn);
  }

  @Test
  void an_engine_is_drawn_in_colour() {
    Sheet sheet = Sheets.colourful(80);

    List<AttributedString> lines = WorldDrawing.draw(sheet, busy());

    Golden.assertSame("terminal/world-80.sgr.txt", Sheets.visible(sheet, lines));
  }

  @Test
  void an_engine_is_drawn_in_ascii() {
    Sheet sheet = Sheets.ascii(80);

    String drawn = sheet.print(WorldDrawing.draw(sheet, busy()));

    Golden.assertSame("terminal/world-80.ascii.txt", drawn);
  }

  @Test
  void an_empty_engine_says_so() {
    World fresh = new Worlds().network("n1", "bridge", "bridge").world();

    assertThat(WorldDrawing.draw(Sheets.plain(80), fresh))
        .extracting(AttributedString::toString)
        .containsExactly("Nothing is here yet: no containers, no images, no volumes.");
  }

  private static World busy() {
    Worlds worlds = Worlds.workshop().network("n9", "empty", "bridge");
    worlds
        .container(
            "c8",
            "waiting",
            "redis",
            ContainerState.CREATED,
            OptionalInt.empty(),
            List.of("bridge"),
            List.of())
        .container(
            "c9",
            "frozen",
            "redis",
            ContainerState.PAUSED,
            OptionalInt.empty(),
            List.of("host"),
            List.of())
        .volume("0".repeat(64))
        .volume("1".repeat(64));
    for (int i = 10; i < 22; i++) {
      worlds.image("i" + i, 1_000_000L * i, "many:" + i);
    }
    return worlds.world();
  }
}
