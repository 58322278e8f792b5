package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;

/** Why the engine has not taken what stands after {@code -v}. */
final class MountSlips {
  private MountSlips() {}

  static Diagnosis noPlace(String path) {
    return order(
        "`%s` is no place in a container: that is a full path, which begins with `/`."
            .formatted(path),
        "");
  }

  static Diagnosis noMode(String mode) {
    return order("`%s` stands where `-v` takes `ro` or `rw`.".formatted(mode), ":ro");
  }

  private static Diagnosis order(String says, String end) {
    return MissingNames.failed(
        says, "The order is from the outside to the inside: `-v SOURCE:PATH%s`.".formatted(end));
  }
}
