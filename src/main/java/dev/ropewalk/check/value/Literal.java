package dev.ropewalk.check.value;

/**
 * A value as an author wrote it, with the variables that it may use.
 *
 * @param text as written
 */
public record Literal(String text, Type type) {
  /** The value once the variables are put in. */
  public Value value(Variables variables) {
    return type.parse(variables.expand(text));
  }

  /** How a person reads it; a variable without a value keeps its name. */
  public String show(Variables variables) {
    try {
      return type.show(value(variables));
    } catch (Variables.UnknownVariable | IllegalArgumentException e) {
      return text;
    }
  }
}
