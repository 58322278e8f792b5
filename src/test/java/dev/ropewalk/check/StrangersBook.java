package dev.ropewalk.check;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Lines that people who did not know the answers have typed: each step is judged by all of its
 * checks, on an engine that has the images of the course.
 */
final class StrangersBook {
  private final Book book = new Book();

  void tell(String situation, UnaryOperator<Bench> setting, String... checks) {
    book.tell(
        situation,
        List.of(checks),
        b -> {
          b.engine.withImage("redis:7").withImage("redis:8").withImage("redis:latest");
          b.engine.withImage("debian:latest").withImage("busybox:musl");
          return setting.apply(b);
        });
  }

  /** Compares what was told with a golden file. */
  void compare(String name) {
    book.compare("strangers-" + name);
  }

  static SampleContainer box(String name) {
    return new SampleContainer(name);
  }

  /** A container of redis 7 that keeps its data in the volume {@code shopdata}. */
  static SampleContainer shop(String name) {
    return box(name).image("redis:7").mount("volume", "shopdata", "/data", false);
  }

  static Volume volume(String name) {
    return new Volume(name, "local", "", Map.of());
  }

  static Network network(String name) {
    return new Network(name, name, "bridge", false, List.of(), List.of(), Map.of());
  }

  /** An engine that has an image whose command these words are. */
  static Bench command(Bench b, String... words) {
    b.engine.withImageRunning("debian-nonroot:latest", words);
    return b;
  }
}
