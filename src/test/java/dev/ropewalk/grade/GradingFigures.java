package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How long a class took, and how much of that was the students' own commands. */
final class GradingFigures {
  private GradingFigures() {}

  /** The load of the machine, of the last one, five and fifteen minutes. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).replaceFirst("(\\S+ \\S+ \\S+).*\\s", "$1");
  }

  /**
   * A table, a line for each kind.
   *
   * @param took all runs together, with the start of ropewalk
   */
  static String of(
      List<HandedInClass.Student> students, Map<String, Scorecard> cards, Duration took, int jobs) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s submissions in %.1f s with --jobs %s: %.2f a second%n"
            .formatted(cards.size(), seconds(took), jobs, cards.size() / seconds(took)));
    text.append("              number  commands     other  other's share\n");
    Map<HandedInClass.Kind, List<Scorecard>> kinds = new EnumMap<>(HandedInClass.Kind.class);
    kinds.putAll(
        students.stream()
            .filter(student -> cards.containsKey(student.id()))
            .collect(
                Collectors.groupingBy(
                    HandedInClass.Student::kind,
                    Collectors.mapping(
                        student -> Objects.requireNonNull(cards.get(student.id())),
                        Collectors.toList()))));
    kinds.forEach((kind, those) -> text.append(line(kind.name(), those)));
    return text.append(line("all", cards.values())).toString();
  }

  private static String line(String kind, Collection<Scorecard> cards) {
    long commands = cards.stream().mapToLong(card -> card.times().commands()).sum();
    long ours = cards.stream().mapToLong(card -> card.times().ours()).sum();
    return "%-12s  %6d  %6.2f s  %6.2f s  %5.1f %%%n"
        .formatted(
            kind.toLowerCase(Locale.ROOT),
            cards.size(),
            commands / 1e3 / cards.size(),
            ours / 1e3 / cards.size(),
            100.0 * ours / Math.max(1, commands + ours));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
