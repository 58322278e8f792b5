package dev.ropewalk.check.match;

import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a program comes to, wherever it was run. */
public final class ProgramAttributes {
  private ProgramAttributes() {}

  /**
   * The attributes of a run.
   *
   * @param out all that it has printed
   * @param err all that it has complained of
   * @param <R> what is known of it
   */
  public static <R> Attributes<R> of(
      ToIntFunction<R> exitCode, Function<R, String> out, Function<R, String> err) {
    return new Attributes<>(
        List.of(
            new Attribute<>(
                "exit_code",
                Type.Single.NUMBER,
                "its exit code",
                run -> Value.of(exitCode.applyAsInt(run))),
            new Attribute<>(
                "stdout",
                Type.Single.TEXT,
                "what it prints, without the last line break",
                run -> Value.of(out.apply(run).stripTrailing())),
            new Attribute<>(
                "stderr",
                Type.Single.TEXT,
                "what it complains of, without the last line break",
                run -> Value.of(err.apply(run).stripTrailing()))));
  }
}
