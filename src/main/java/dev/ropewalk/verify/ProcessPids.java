package dev.ropewalk.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of a process in each of the namespaces that it is in, as its status tells them. */
final class ProcessPids {
  private static final Pattern LAST = Pattern.compile("(?m)^NSpid:.*?(\\d+)$");

  /** Inside of a container, prints what {@link #listed} reads. */
  static final List<String> LIST = List.of("ps", "-o", "pid,args");

  private ProcessPids() {}

  /** The pid of the only process in a list that has this command. */
  static Optional<Integer> listed(String list, String command) {
    Pattern line =
        Pattern.compile("(?m)^\\s*(\\d+)\\s+" + Pattern.quote(command.strip()) + "\\s*$");
    List<String> found = line.matcher(list).results().map(it -> it.group(1)).toList();
    return found.size() == 1 ? Optional.of(Integer.valueOf(found.getFirst())) : Optional.empty();
  }

  /** The one in its own namespace; nothing where the kernel does not say it. */
  static Optional<Integer> innermost(String status) {
    Matcher matcher = LAST.matcher(status);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
