package dev.ropewalk.check.why;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.text.Quotation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a thing that it is there, but not as expected, where nothing better is known. */
public final class MismatchText {
  /** What is so or not, as the rest of a sentence. */
  private record Either(String is, String isNot) {}

  private static final Map<String, Either> IS_OR_NOT =
      Map.of(
          "internal",
          new Either("is internal", "is not internal"),
          "no_new_privileges",
          new Either("can gain no new privileges", "can gain new privileges"),
          "oom",
          new Either(
              "has lost a process for want of memory", "has lost no process for want of memory"),
          "throttled",
          new Either("was kept from using more CPU", "was never kept from using more CPU"));

  /** What an attribute is called in a sentence, where its name does not say it. */
  private static final Map<String, String> WORDS =
      Map.of(
          "engine", "engine version",
          "api", "API version",
          "cgroup", "cgroup version",
          "system", "operating system",
          "free_disk", "free disk space",
          "memory", "memory limit",
          "cpu", "CPU limit",
          "pids", "limit of processes",
          "used_by", "containers");

  private static final String NOT_SAID = "%s does not say what this step looks for.";

  /** A longer list is told as one text, which is cut. */
  private static final int MANY = 8;

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
    String actual = Quotation.of(mismatch.shown());
    return Claim.failed(
        expected,
        actual,
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "%s %s, but this step asks for %s."
                .formatted(subject, predicate(mismatch, actual), wanted(mismatch, scene)),
            remedy));
  }

  /** What is the case, as the rest of a sentence. */
  private static String predicate(Expectations.Mismatch<?> mismatch, String actual) {
    String name = mismatch.attribute().name();
    String words = WORDS.getOrDefault(name, name.replace('_', ' '));
    if (counted(mismatch, words).isPresent()) {
      return counted(mismatch, words).get();
    }
    return switch (mismatch.actual()) {
      case Value.Flag(var is) ->
          Optional.ofNullable(IS_OR_NOT.get(name))
              .map(either -> is ? either.is() : either.isNot())
              .orElse("has the %s `%s`".formatted(words, actual));
      case Value.Nothing() -> "has no " + words;
      case Value.Text(var text) when text.isEmpty() -> "has no " + words;
      case Value.Items(var items) when items.isEmpty() -> "has no " + words;
      case Value.Fields(var fields) when fields.isEmpty() -> "has no " + words;
      default -> "has the %s `%s`".formatted(words, actual);
    };
  }

  /**
   * How many of something there are, as the rest of a sentence, where nothing else is asked for:
   * {@code has 3 layers}. A list of them would not answer that.
   *
   * @param words what they are called
   */
  public static Optional<String> counted(Expectations.Mismatch<?> mismatch, String words) {
    return mismatch.counted().stream()
        .mapToObj(
            number ->
                number == 0
                    ? "has no " + words
                    : !words.endsWith("s")
                        ? "has `%s` items in its %s".formatted(number, words)
                        : "has `%s` %s"
                            .formatted(
                                number,
                                number == 1 ? words.substring(0, words.length() - 1) : words))
        .findFirst();
  }

  private static String wanted(Expectations.Mismatch<?> mismatch, Scene scene) {
    return mismatch.actual() instanceof Value.Flag
            && IS_OR_NOT.containsKey(mismatch.attribute().name())
        ? "the opposite"
        : scene.wording().quoted(mismatch.matcher());
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
      case Matcher.Matches _ -> pattern(where, scene.wording().quoted(matcher));
      default -> NOT_SAID.formatted(where);
    };
  }

  private static String pattern(String where, String words) {
    if (words.equals(Wording.SOMETHING_ELSE)) {
      return NOT_SAID.formatted(where);
    }
    return words.startsWith(Wording.SOMETHING)
        ? "%s says nothing%s.".formatted(where, words.substring(Wording.SOMETHING.length()))
        : "%s does not say %s.".formatted(where, words);
  }

  /** The members of a list, each in backticks; empty for what is none, or has too many. */
  public static Optional<String> items(Value value) {
    return value instanceof Value.Items(var items) && !items.isEmpty() && items.size() <= MANY
        ? Optional.of(
            items.stream()
                .map(Type.Single.TEXT::show)
                .map(MismatchText::quoted)
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /** A text in backticks, on one line and not too long. */
  public static String quoted(String text) {
    return Quotation.code(text);
  }
}
