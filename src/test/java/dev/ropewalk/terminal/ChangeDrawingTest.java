package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.WorldChange;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeDrawingTest {
  private static final String ANONYMOUS = "3f2a1b9c0d4e5f60".repeat(4);

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void every_kind_of_change_is_drawn_at_each_width(int width) {
    Sheet sheet = Sheets.plain(width);

    String drawn = sheet.print(ChangeDrawing.draw(sheet, everyChange()));

    Golden.assertSame("terminal/change-%s.txt".formatted(width), drawn);
  }

  @Test
  void changes_have_colours_of_their_own() {
    Sheet sheet = Sheets.colourful(80);

    List<AttributedString> lines = ChangeDrawing.draw(sheet, everyChange());

    Golden.assertSame("terminal/change-80.sgr.txt", Sheets.visible(sheet, lines));
  }

  @Test
  void one_new_container_is_one_line() {
    World after =
        new Worlds()
            .running("c1", "redistest", "redis", List.of("bridge"), Worlds.both(12345, 6379))
            .world();

    assertThat(drawn(80, World.EMPTY, after))
        .containsExactly("+ container redistest   running   redis   12345→6379/tcp");
  }

  @Test
  void on_a_narrow_sheet_details_go_to_a_second_line() {
    World after =
        new Worlds()
            .running("c1", "redistest", "redis", List.of("bridge"), Worlds.both(12345, 6379))
            .world();

    assertThat(drawn(40, World.EMPTY, after))
        .containsExactly("+ container redistest", "    running   redis   12345→6379/tcp");
  }

  @Test
  void an_address_is_drawn_where_it_is_not_all_of_them() {
    World after =
        new Worlds()
            .running(
                "c1",
                "web",
                "nginx",
                List.of("bridge"),
                new Port(80, "tcp", 8080, "127.0.0.1"),
                new Port(443, "tcp", 0, ""),
                new Port(53, "udp", 5353, "::1"))
            .world();

    assertThat(drawn(80, World.EMPTY, after))
        .containsExactly(
            "+ container web",
            "    running   nginx   [::1]:5353→53/udp 127.0.0.1:8080→80/tcp 443/tcp");
  }

  @Test
  void of_many_rows_the_last_of_the_longest_kind_are_folded() {
    Worlds after = Worlds.workshop();
    for (int i = 10; i < 30; i++) {
      after.exited("many" + i, "many" + i, 0);
    }

    List<String> drawn = drawn(80, new Worlds().world(), after.world());

    Golden.assertSame("terminal/change-many.txt", String.join("\n", drawn) + "\n");
  }

  @Test
  void no_change_is_no_line() {
    assertThat(ChangeDrawing.draw(Sheets.plain(80), List.of())).isEmpty();
  }

  @Test
  void a_name_from_the_engine_cannot_reach_the_terminal_as_an_escape() {
    World after = new Worlds().network("n", "evil\033[31m\u202enet", "bridge").world();

    assertThat(drawn(80, World.EMPTY, after)).containsExactly("+ network evil^[[31mnet   bridge");
  }

  private static List<String> drawn(int width, World before, World after) {
    return ChangeDrawing.draw(Sheets.plain(width), WorldChange.between(before, after)).stream()
        .map(AttributedString::toString)
        .toList();
  }

  private static List<WorldChange> everyChange() {
    World before = Worlds.workshop().volume("old").world();
    World after =
        Worlds.workshop()
            .exited("c1", "redistest", 0)
            .without("c2")
            .running("c3", "storefront", "shop/app:1.4", List.of("shop"), Worlds.both(8080, 80))
            .running("c4", "db", "redis:7", List.of("shop", "audit"), new Port(6379, "tcp", 0, ""))
            .running("c5", "hog", "redis", List.of("bridge"), Worlds.both(6380, 6379))
            .running("c6", "web", "nginx", List.of("bridge"), Worlds.both(80, 80))
            .image("i1", 22_700_000, "redis:latest", "redis:mine")
            .image("i2", 124_000_000)
            .image("i4", 1_240_000_000, "debian:latest")
            .network("n5", "audit", "bridge")
            .volume(ANONYMOUS)
            .world();
    return WorldChange.between(before, after);
  }
}
