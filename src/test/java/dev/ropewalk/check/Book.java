package dev.ropewalk.check;

import dev.ropewalk.Golden;
import java.util.function.UnaryOperator;

/** Situations, and below each what a learner reads of it. */
public final class Book {
  private final StringBuilder text = new StringBuilder();

  public void tell(String situation, String check, UnaryOperator<Bench> setting) {
    String told = Bench.told(setting.apply(new Bench()).judge(check));
    text.append("%s%n  %s%n%n".formatted(situation, told.replace("\n", "\n  ")));
  }

  public void compare(String noun) {
    Golden.assertSame("diagnosis/" + noun + ".txt", text.toString());
  }
}
