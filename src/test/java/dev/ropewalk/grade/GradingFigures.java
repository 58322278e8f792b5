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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a class took of time and of the processors, and how much of that was the students' own. */
final class GradingFigures {
  private GradingFigures() {}

  /** The load of the machine, of the last one, five and fifteen minutes. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).replaceFirst("(\\S+ \\S+ \\S+).*\\s", "$1");
  }

  /** How much processor time this machine has spent on anything, since it started. */
  static Duration busy() throws IOException {
    String[] words = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
    // cpu user nice system idle iowait irq softirq steal, in hundredths of a second.
    return Stream.of(1, 2, 3, 6, 7)
        .map(at -> Duration.ofMillis(10 * Long.parseLong(words[at])))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * A table, a line for each kind.
   *
   * @param took all runs together, with the start of ropewalk
   * @param busy what the processors did meanwhile, for whomever
   */
  static String of(
      List<HandedInClass.Student> students,
      Map<String, Scorecard> cards,
      Duration took,
      Duration busy,
      int jobs) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s submissions in %.1f s with --jobs %s: %.2f a second; the processors worked %.1f s%n",
            cards.size(),
            seconds(took),
            jobs,
            cards.size() / seconds(took),
            seconds(busy)));
    text.append(
        "              number  commands     other  other's   processor: commands     other\n");
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
    return text.append(line("all", cards.values())).append(share(cards.values(), busy)).toString();
  }

  private static String line(String kind, Collection<Scorecard> cards) {
    double commands = sum(cards, Scorecard.Times::commands);
    double ours = sum(cards, Scorecard.Times::ours);
    return String.format(
        Locale.ROOT,
        "%-12s  %6d  %6.2f s  %6.2f s  %5.1f %%             %6.2f s  %6.2f s%n",
        kind.toLowerCase(Locale.ROOT),
        cards.size(),
        commands / cards.size(),
        ours / cards.size(),
        100 * ours / Math.max(0.001, commands + ours),
        sum(cards, times -> times.processor().commands()) / cards.size(),
        sum(cards, times -> times.processor().ours()) / cards.size());
  }

  private static String share(Collection<Scorecard> cards, Duration busy) {
    double commands = sum(cards, times -> times.processor().commands());
    return String.format(
        Locale.ROOT,
        "of the processors' work %.1f %% was for the students' commands, %.1f %% for all else%n",
        100 * commands / seconds(busy),
        100 - 100 * commands / seconds(busy));
  }

  private static double sum(Collection<Scorecard> cards, ToLongFunction<Scorecard.Times> millis) {
    return cards.stream().map(Scorecard::times).mapToLong(millis).sum() / 1e3;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
