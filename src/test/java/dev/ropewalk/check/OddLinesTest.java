package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome.View;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is typed, a check has a verdict: one that an odd word keeps from being judged would lock
 * its step.
 */
final class OddLinesTest {
  private static final List<String> WORDS =
      List.of(
          "$@",
          "$1",
          "\\",
          "\\E",
          "*",
          "[z-a]",
          "(?",
          "{",
          "{{.",
          "'",
          "`",
          "|",
          "++",
          "%s",
          "--",
          "-=",
          "a=",
          "::",
          "//",
          "a@",
          "sha256:",
          "\u0000",
          "99999999999999999999",
          "127.0.0.1::",
          "1-2:3-4",
          "${x",
          "<<",
          "&");

  private static final List<String> LINES =
      List.of(
          "docker ps -f %s",
          "docker ps -f name=%s",
          "docker ps --format '%s'",
          "docker images %s",
          "docker images -f reference=%s",
          "docker run -d --name %s redis",
          "docker run -p %s redis",
          "docker run -v %s busybox",
          "docker run busybox %s",
          "docker stop '%s'",
          "docker logs --tail %s --since %s box",
          "docker exec %s %s",
          "docker inspect %s",
          "docker %s",
          "docker tag redis %s",
          "docker pull %s",
          "uname %s",
          "f() { docker images \"%s\"; }");

  static Stream<String> checks() {
    return Stream.of(
        "shown: {containers: {any: [box]}}",
        "shown: {images: {any: [redis]}}",
        "shown: {log: box, contains: hello}",
        "shown: {exec: box, contains: hello}",
        "shown: {inspect: box}",
        "typed: {docker: stop, args: {any: [box]}, by: short_id}",
        "typed: {docker: run, flags: {name: box, publish: '12345:6379'}}",
        "typed: {command: uname, args: {any: [-r]}}",
        "container: box\nexpect: {state: exited, image: redis, mode: detached}",
        "container: other\nexpect: {state: running}");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void every_line_has_a_verdict(String check) {
    List<String> unjudged = new ArrayList<>();
    for (String form : LINES) {
      for (String word : WORDS) {
        String line = form.replace("%s", word);
        note(unjudged, line, up().ran(line, 1, line).judge(check));
        note(
            unjudged,
            line,
            up().asked(
                    line,
                    0,
                    SampleExchange.get("/containers/json").listed(ObjectKind.CONTAINER, "box"),
                    SampleExchange.get("/containers/box/logs")
                        .shown(View.LOGS, SampleContainer.id("box"), 9))
                .judge(check));
      }
    }

    assertThat(unjudged).isEmpty();
  }

  private static Bench up() {
    Bench bench = new Bench().had(new SampleContainer("box"));
    bench.engine.withImage("redis:latest");
    return bench;
  }

  private static void note(List<String> unjudged, String line, Verdict verdict) {
    if (verdict instanceof Verdict.Errored(var reason)) {
      unjudged.add(line + ": " + reason);
    }
  }
}
