package dev.ropewalk.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process for ever: process ids are used again, but not together with the start time and the
 * namespace that the id is of.
 *
 * @param start a number that the kernel gives it: ticks since the machine started, or else
 *     milliseconds since 1970
 * @param namespace the number of the pid namespace; 0 where there are none
 */
public record ProcessIdentity(long pid, long start, long namespace) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  // See man 5 proc, counted from the field after the name.
  private static final int START_TIME = 19;

  /** This process. */
  public static ProcessIdentity own() {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(pid, start(pid).orElse(0L), ownNamespace());
  }

  /** Reads what {@link #text} has written. */
  public static Optional<ProcessIdentity> read(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new ProcessIdentity(
                Long.parseLong(form.group(1)),
                Long.parseLong(form.group(2)),
                Long.parseLong(form.group(3))))
        : Optional.empty();
  }

  /** In digits and dashes, for a file's name or content. */
  public String text() {
    return pid + "-" + start + "-" + namespace;
  }

  /** Whether it has certainly ended: of a process in another namespace that is not known. */
  public boolean hasEnded() {
    return namespace == ownNamespace() && start(pid).filter(now -> now == start).isEmpty();
  }

  private static Optional<Long> start(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    if (Files.isDirectory(Path.of("/proc/self"))) {
      try {
        String stat = Files.readString(file);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", START_TIME + 2);
        return Optional.of(Long.parseLong(fields[START_TIME]));
      } catch (IOException | IndexOutOfBoundsException e) {
        return Optional.empty(); // It has ended.
      }
    }
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(java.time.Instant::toEpochMilli);
  }

  private static long ownNamespace() {
    try {
      String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      Matcher number = NUMBER.matcher(link);
      return number.find() ? Long.parseLong(number.group()) : 0;
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }
}
