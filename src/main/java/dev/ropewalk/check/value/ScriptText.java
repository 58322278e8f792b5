package dev.ropewalk.check.value;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A bash script that is a check.
 *
 * @param limit how long it may take
 */
public record ScriptText(String text, Duration limit) {
  private static final String AROUND = "(?s)(?:\\s*#[^\n]*\n)*\\s*(?:%s)\\s*;?\\s*(?:#[^\n]*\\s*)*";
  private static final Pattern ALWAYS = Pattern.compile(AROUND.formatted("true|:|exit\\s+0|exit"));
  private static final Pattern NEVER = Pattern.compile(AROUND.formatted("false|exit\\s+[1-9]\\d*"));

  /** Whether it does nothing but to pass. */
  public boolean alwaysPasses() {
    return ALWAYS.matcher(text).matches();
  }

  /** Whether it does nothing but to fail. */
  public boolean neverPasses() {
    return NEVER.matcher(text).matches();
  }
}
