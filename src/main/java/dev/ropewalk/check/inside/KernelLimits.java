package dev.ropewalk.check.inside;

import dev.ropewalk.check.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the kernel's control groups say, of either version. A limit that is not set, or not known to
 * this kernel, is {@link Value.Nothing}.
 *
 * @param memory in bytes
 * @param cpu in billionths of a CPU
 */
record KernelLimits(Value memory, Value cpu, Value pids, Value throttled, Value oom) {
  private static final String ROOT = "/sys/fs/cgroup/";

  /** Version 1 writes the largest number of pages there is where it means none. */
  private static final long NO_LIMIT = 1L << 60;

  /**
   * Reads them.
   *
   * @param files the text of a file as the container sees it
   * @return empty when not one of them can be read
   */
  static Optional<KernelLimits> read(Function<String, Optional<String>> files) {
    Function<String, Optional<String>> group = name -> files.apply(ROOT + name);
    return group.apply("cgroup.controllers").isPresent() ? version2(group) : version1(group);
  }

  private static Optional<KernelLimits> version2(Function<String, Optional<String>> group) {
    Optional<String> memory = group.apply("memory.max");
    Optional<String> cpu = group.apply("cpu.max");
    Optional<String> pids = group.apply("pids.max");
    if (memory.isEmpty() && cpu.isEmpty() && pids.isEmpty()) {
      return Optional.empty();
    }
    String[] share = cpu.orElse("max 1").strip().split("\\s+");
    return Optional.of(
        new KernelLimits(
            number(memory),
            share.length == 2 ? cpus(share[0], share[1]) : new Value.Nothing(),
            number(pids),
            counted(group.apply("cpu.stat"), "nr_throttled"),
            counted(group.apply("memory.events"), "oom_kill")));
  }

  private static Optional<KernelLimits> version1(Function<String, Optional<String>> group) {
    Optional<String> memory = group.apply("memory/memory.limit_in_bytes");
    Optional<String> quota = group.apply("cpu/cpu.cfs_quota_us");
    Optional<String> pids = group.apply("pids/pids.max");
    if (memory.isEmpty() && quota.isEmpty() && pids.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KernelLimits(
            number(memory),
            cpus(
                quota.orElse("-1").strip(),
                group.apply("cpu/cpu.cfs_period_us").orElse("1").strip()),
            number(pids),
            counted(group.apply("cpu/cpu.stat"), "nr_throttled"),
            counted(group.apply("memory/memory.oom_control"), "oom_kill")));
  }

  private static Value number(Optional<String> text) {
    return text.map(String::strip)
        .filter(digits -> digits.matches("\\d{1,19}"))
        .map(Long::parseUnsignedLong)
        .filter(number -> number >= 0 && number < NO_LIMIT)
        .map(Value::of)
        .orElseGet(Value.Nothing::new);
  }

  private static Value cpus(String quota, String period) {
    return quota.matches("\\d{1,15}") && period.matches("[1-9]\\d{0,14}")
        ? Value.of(Math.round(1e9 * Long.parseLong(quota) / Long.parseLong(period)))
        : new Value.Nothing();
  }

  /** Whether a counter of a file of {@code name number} lines is above zero. */
  private static Value counted(Optional<String> lines, String name) {
    Pattern line = Pattern.compile("(?m)^" + name + " (\\d+)$");
    return lines
        .flatMap(text -> line.matcher(text).results().findFirst())
        .map(found -> Value.of(!found.group(1).equals("0")))
        .orElseGet(Value.Nothing::new);
  }
}
