package dev.ropewalk.check;

import dev.ropewalk.Golden;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Situations, and below each what a learner reads of it. */
public final class Book {
  private final StringBuilder text = new StringBuilder();

  public void tell(String situation, String check, UnaryOperator<Bench> setting) {
    tell(situation, List.of(check), setting);
  }

  /** A step: what is told of each of its checks. */
  void tell(String situation, List<String> checks, UnaryOperator<Bench> setting) {
    Bench bench = setting.apply(new Bench());
    String told =
        bench.judgeAll(checks.toArray(String[]::new)).stream()
            .map(ToldVerdict::of)
            .collect(Collectors.joining("\n"))
            .replace(bench.directory().toString(), "/home/me");
    text.append("%s%n  %s%n%n".formatted(situation, told.replace("\n", "\n  ")));
  }

  public void compare(String noun) {
    Golden.assertSame("diagnosis/" + noun + ".txt", text.toString());
  }
}
