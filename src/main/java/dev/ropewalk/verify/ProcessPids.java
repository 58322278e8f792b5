package dev.ropewalk.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of a process in each of the namespaces that it is in, as its status tells them. */
final class ProcessPids {
  private static final Pattern LAST = Pattern.compile("(?m)^NSpid:.*?(\\d+)$");

  private ProcessPids() {}

  /** The one in its own namespace; nothing where the kernel does not say it. */
  static Optional<Integer> innermost(String status) {
    Matcher matcher = LAST.matcher(status);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
