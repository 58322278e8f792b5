package dev.ropewalk.check.plan;

import dev.ropewalk.command.GivenFlag;
import dev.ropewalk.engine.Capabilities;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which flags of a {@code docker run} line stand in each other's place: of two of them only one can
 * be right.
 */
final class FlagSlot {
  private static final Pattern MOUNT_TARGET =
      Pattern.compile("(?:^|,)(?:target|dst|destination)=([^,]*)");
  private static final Pattern MOUNT_SOURCE = Pattern.compile("(?:^|,)(?:source|src)=([^,]*)");
  private static final List<String> OF_KEYS =
      List.of("env", "label", "ulimit", "log-opt", "sysctl", "storage-opt", "annotation");
  private static final List<String> OF_CAPABILITIES = List.of("cap-add", "cap-drop");

  private FlagSlot() {}

  /** Whether one takes the place of the other. */
  static boolean isOne(GivenFlag one, GivenFlag other) {
    if (isMount(one) && isMount(other)) {
      return target(one).equals(target(other))
          || source(one).filter(it -> source(other).filter(it::equals).isPresent()).isPresent();
    }
    if (OF_CAPABILITIES.contains(one.name()) && OF_CAPABILITIES.contains(other.name())) {
      return isOneOfCapabilities(one, other);
    }
    if (!one.name().equals(other.name())) {
      return false;
    }
    return switch (one.name()) {
      case "publish" -> ports(one.value()).stream().anyMatch(ports(other.value())::contains);
      case "network" -> true;
      case String name when OF_KEYS.contains(name) -> key(one).equals(key(other));
      default -> !one.flag().isRepeatable() || one.value().equals(other.value());
    };
  }

  /**
   * All capabilities or some; what has the name of none was to be the other; and what is dropped is
   * not added, which docker does last.
   */
  private static boolean isOneOfCapabilities(GivenFlag one, GivenFlag other) {
    String first = capability(one.value());
    String second = capability(other.value());
    return first.equals(second)
            && (one.name().equals(other.name()) || other.name().equals("cap-drop"))
        || one.name().equals(other.name())
            && Stream.of(first, second)
                .anyMatch(name -> name.equals("ALL") || !Capabilities.isOne(name));
  }

  /** Whether they say the same. */
  static boolean isSame(GivenFlag one, GivenFlag other) {
    return one.name().equals(other.name())
        && (OF_CAPABILITIES.contains(one.name())
            ? capability(one.value()).equals(capability(other.value()))
            : one.value().equals(other.value()));
  }

  /**
   * Whether a flag is one of those that must not stand there.
   *
   * @param unwanted with the key alone where only that must not; without a value for any
   */
  static boolean isUnwanted(GivenFlag flag, GivenFlag unwanted) {
    boolean mounts = unwanted.name().equals("volume") && isMount(flag);
    boolean publishes = unwanted.name().equals("publish") && flag.name().equals("publish-all");
    boolean same = mounts || publishes || flag.name().equals(unwanted.name());
    return same
        && (unwanted.flag().isSwitch()
            || unwanted.value().isEmpty()
            || publishes
            || key(flag).equals(key(unwanted)));
  }

  private static boolean isMount(GivenFlag flag) {
    return List.of("volume", "mount", "tmpfs").contains(flag.name());
  }

  private static String target(GivenFlag flag) {
    return switch (flag.name()) {
      case "mount" -> found(MOUNT_TARGET, flag.value()).orElse("");
      case "volume" -> {
        String[] parts = flag.value().split(":");
        yield parts.length > 1 ? parts[1] : parts[0];
      }
      default -> flag.value().split(":")[0];
    };
  }

  private static Optional<String> source(GivenFlag flag) {
    return switch (flag.name()) {
      case "mount" -> found(MOUNT_SOURCE, flag.value()).or(() -> nameForFolder(flag));
      case "volume" ->
          Stream.of(flag.value())
              .filter(it -> it.contains(":"))
              .map(it -> it.split(":")[0])
              .findFirst()
              .or(() -> nameForFolder(flag));
      default -> Optional.empty();
    };
  }

  /** Who leaves out the folder has given the volume's name for one. */
  private static Optional<String> nameForFolder(GivenFlag flag) {
    return Optional.of(target(flag)).filter(it -> !it.isEmpty() && !it.startsWith("/"));
  }

  private static Optional<String> found(Pattern pattern, String value) {
    return pattern.matcher(value).results().map((MatchResult it) -> it.group(1)).findFirst();
  }

  /** The numbers of both sides: who has mixed them up has typed the same two. */
  private static List<String> ports(String value) {
    String numbers = value.replaceFirst("/.*", "");
    return Stream.of(numbers.split(":")).filter(it -> it.matches("[0-9-]+")).toList();
  }

  private static String key(GivenFlag flag) {
    return flag.value().split("[=:]", 2)[0];
  }

  private static String capability(String name) {
    String capital = name.toUpperCase(Locale.ROOT);
    return capital.startsWith("CAP_") ? capital.substring("CAP_".length()) : capital;
  }
}
