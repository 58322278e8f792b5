package dev.ropewalk.check.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of {@code ${name}}: captured by earlier checks or chosen for this learner. */
public record Variables(Map<String, String> values) {
  /** No variables. */
  public static final Variables NONE = new Variables(Map.of());

  /** A regular expression for the whole of a name. */
  public static final String NAME = "^[A-Za-z_][A-Za-z0-9_]*$";

  private static final Pattern USE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  public Variables {
    values = Map.copyOf(values);
  }

  /** Whether this can be the name of a variable. */
  public static boolean isName(String text) {
    return USE.matcher("${" + text + "}").matches();
  }

  /** The names that a text uses, in order. */
  public static List<String> used(String text) {
    return USE.matcher(text).results().map(use -> use.group(1)).toList();
  }

  /**
   * Puts the values in.
   *
   * @throws UnknownVariable when one has no value yet
   */
  public String expand(String text) {
    Matcher matcher = USE.matcher(text);
    return matcher.replaceAll(
        use -> {
          String value = values.get(use.group(1));
          if (value == null) {
            throw new UnknownVariable(use.group(1));
          }
          return Matcher.quoteReplacement(value);
        });
  }

  /** Puts in what has a value, and leaves the rest as it is. */
  public String fill(String text) {
    return USE.matcher(text)
        .replaceAll(
            use -> Matcher.quoteReplacement(values.getOrDefault(use.group(1), use.group())));
  }

  /** These and more; the new ones win. */
  public Variables with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new Variables(all);
  }

  /** A variable that has no value yet: the step that captures it was not done. */
  public static final class UnknownVariable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String name;

    UnknownVariable(String name) {
      super("${" + name + "} has no value yet", null, false, false);
      this.name = name;
    }

    /** The name, without `${` and `}`. */
    public String name() {
      return name;
    }
  }
}
