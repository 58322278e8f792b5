package dev.ropewalk.command;

import java.util.Set;

/**
 * A flag of a docker command, as its help prints it.
 *
 * @param name the long name without dashes
 * @param shorthand the letter, or empty
 * @param type docker's word for its value ({@code string}, {@code list} ...); empty for a switch
 * @param description what it does, in docker's words, without line breaks
 * @param preset the default that the help names, or empty
 */
public record Flag(String name, String shorthand, String type, String description, String preset) {
  private static final Set<String> SINGLE =
      Set.of(
          "string",
          "int",
          "int64",
          "uint",
          "uint16",
          "uint32",
          "uint64",
          "float",
          "decimal",
          "bytes",
          "duration");

  static final Flag HELP = new Flag("help", "h", "", "Print usage", "");

  /** Tells whether the flag is on or off and takes no word after it. */
  public boolean isSwitch() {
    return type.isEmpty() || type.equals("count") || type.contains("[=");
  }

  /** Tells whether giving it again adds a value; else the last value counts. */
  public boolean isRepeatable() {
    return !isSwitch() && !SINGLE.contains(type);
  }

  /** Tells whether one value may hold several, with commas between. */
  boolean splitsAtCommas() {
    return type.equals("strings");
  }

  String effectivePreset() {
    return preset.isEmpty() ? "false" : preset;
  }
}
