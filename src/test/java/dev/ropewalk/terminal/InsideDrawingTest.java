package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.check.inside.InsideView;
import dev.ropewalk.check.inside.InsideView.Limit;
import dev.ropewalk.check.inside.InsideView.Namespace;
import dev.ropewalk.check.inside.InsideView.Rights;
import dev.ropewalk.check.inside.InsideView.Whose;
import dev.ropewalk.session.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InsideDrawingTest {
  private static final List<String> USUAL =
      List.of(
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "SETGID",
          "SETUID",
          "SETPCAP",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SYS_CHROOT",
          "MKNOD",
          "AUDIT_WRITE",
          "SETFCAP");

  private static InsideView view(int processes) {
    return new InsideView(
        "redistest",
        "redis:7",
        Probes.NAMESPACE_KINDS.stream()
            .map(
                kind ->
                    kind.equals("user")
                        ? new Namespace(kind, "4026531837", "4026531837", Whose.THE_HOSTS)
                        : new Namespace(kind, "4026532411", "4026531840", Whose.NOT_THE_HOSTS))
            .toList(),
        IntStream.range(0, processes)
            .mapToObj(
                i ->
                    new Probes.Process(
                        28411 + i, 1 + i, 1, "999", "redis-server *:6379 --maxmemory 100mb --x y"))
            .toList(),
        List.of(
            new Limit("memory", "64m", "7.8g"),
            new Limit("cpu", "0.5", "2"),
            new Limit("pids", "no limit", "32768")),
        Optional.of(new Rights(USUAL, 41, "filter", false, 999)),
        List.of());
  }

  private static List<AttributedString> draw(Sheet sheet, InsideView view) {
    return new MessageView(sheet).lines(new Message.Inside(new InsideAnswer.Seen(view)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void a_container_is_drawn_beside_its_host(int width) {
    Sheet sheet = Sheets.plain(width);

    Golden.assertSame("terminal/inside-%s.txt".formatted(width), sheet.print(draw(sheet, view(1))));
  }

  @Test
  void in_colour_what_is_the_hosts_stands_out() {
    Sheet sheet = Sheets.colourful(80);

    Golden.assertSame("terminal/inside-80.sgr.txt", Sheets.visible(sheet, draw(sheet, view(2))));
  }

  @Test
  void many_processes_leave_room_for_the_prompt_in_24_rows() {
    Sheet sheet = Sheets.plain(80);

    List<AttributedString> lines = draw(sheet, view(40));

    assertThat(lines).hasSizeLessThan(24);
    Golden.assertSame("terminal/inside-many.txt", sheet.print(lines));
  }

  @Test
  void what_cannot_be_seen_is_a_question_mark_with_the_reason_below() {
    InsideView far =
        new InsideView(
            "redistest",
            "redis:7",
            List.of(
                new Namespace("pid", "", "", Whose.NOT_THE_HOSTS),
                new Namespace("user", "", "", Whose.UNKNOWN)),
            List.of(new Probes.Process(28411, 0, 1, "999", "redis-server")),
            List.of(new Limit("memory", "64m (asked for)", "")),
            Optional.empty(),
            List.of("Everything is missing: the engine is far away."));
    Sheet sheet = Sheets.ascii(80);

    Golden.assertSame("terminal/inside-far.txt", sheet.print(draw(sheet, far)));
  }

  @Test
  void all_capabilities_and_none_are_said_in_words() {
    Sheet sheet = Sheets.plain(80);
    InsideView view = view(1);

    assertThat(sheet.print(draw(sheet, with(view, new Rights(List.of(), 41, "off", true, 0)))))
        .contains("It has no capability at all.", "a program can give it no more rights");
    assertThat(sheet.print(draw(sheet, with(view, new Rights(USUAL, 14, "off", false, 0)))))
        .contains("It has every capability that root of the host has.");
  }

  private static InsideView with(InsideView view, Rights rights) {
    return new InsideView(
        view.container(),
        view.image(),
        view.namespaces(),
        view.processes(),
        view.limits(),
        Optional.of(rights),
        view.unseen());
  }
}
