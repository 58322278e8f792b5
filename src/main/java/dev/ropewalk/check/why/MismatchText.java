package dev.ropewalk.check.why;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.text.Quotation;

/** Says of a thing that it is there, but not as expected, where nothing better is known. */
public final class MismatchText {
  private MismatchText() {}

  /**
   * A failed verdict.
   *
   * @param subject with what words the sentence begins: {@code The volume `data`}
   * @param remedy what to do about it; empty for nothing
   */
  public static Verdict verdict(
      String subject, Expectations.Mismatch<?> mismatch, String remedy, Scene scene) {
    String expected = scene.wording().of(mismatch.matcher());
    String actual = Quotation.of(mismatch.attribute().type().show(mismatch.actual()));
    return Claim.failed(
        expected,
        actual,
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "%s has %s `%s`, but this step asks for `%s`."
                .formatted(
                    subject, mismatch.attribute().name().replace('_', ' '), actual, expected),
            remedy));
  }

  /**
   * Says of a text that it does not hold what it should.
   *
   * @param where with what words the sentence begins: {@code The log of `box`}
   */
  public static String lacking(String where, Matcher matcher, Scene scene) {
    return switch (matcher) {
      case Matcher.Contains _ ->
          "%s does not say %s.".formatted(where, quoted(scene.wording().of(matcher)));
      case Matcher.Is _ -> "%s is not %s.".formatted(where, quoted(scene.wording().of(matcher)));
      case Matcher.Not(var inner) when inner instanceof Matcher.Contains ->
          "%s says %s, and should not.".formatted(where, quoted(scene.wording().of(inner)));
      default -> "%s does not say what this step looks for.".formatted(where);
    };
  }

  /** A text in backticks, on one line and not too long. */
  public static String quoted(String text) {
    return Quotation.code(text);
  }
}
