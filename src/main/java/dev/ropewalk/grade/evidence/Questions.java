package dev.ropewalk.grade.evidence;

import dev.ropewalk.check.Probes;
import java.lang.reflect.Method;
import java.util.Set;

/** What of an engine is a question, which changes nothing and whose answer can be kept. */
final class Questions {
  private static final Set<String> OF_ENGINE =
      Set.of(
          "info",
          "world",
          "container",
          "image",
          "history",
          "network",
          "volume",
          "file",
          "logs",
          "processes",
          "exec",
          "run",
          "remembered");

  private Questions() {}

  /** Whether this is one: each probe is. */
  static boolean isOne(Method method) {
    return method.getDeclaringClass() == Probes.class || OF_ENGINE.contains(method.getName());
  }
}
