package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.why.AskedLine;
import java.util.regex.Pattern;

/** A line whose output is thrown away, so that what it looks at nobody has seen. */
final class LedNowhere {
  /** What a program prints is thrown away; not only what it complains about. */
  private static final Pattern NOWHERE = Pattern.compile("(^|[^2>])>\\s*/dev/null\\s*(2>&1\\s*)?$");

  private LedNowhere() {}

  static boolean is(AskedLine line) {
    return line.line().filter(it -> is(it.line())).isPresent();
  }

  static boolean is(String line) {
    return NOWHERE.matcher(line).find();
  }

  static Diagnosis diagnosis() {
    return new Diagnosis(
        Progress.WRONG_DETAIL,
        "Your line sent its output to `/dev/null`, where nobody sees it.",
        "");
  }
}
