package dev.ropewalk.terminal;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/** How things of the engine are called in a drawing. */
final class EngineWords {
  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{64}");
  private static final String DIGEST = "sha256:";
  private static final int SHORT = 12;
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private EngineWords() {}

  /** The digits of an id that docker shows. */
  static String shortId(String id) {
    String digits = id.startsWith(DIGEST) ? id.substring(DIGEST.length()) : id;
    return digits.substring(0, Math.min(SHORT, digits.length()));
  }

  /** An image as it was asked for; the digits of an id. */
  static String image(String reference) {
    String digits = reference.startsWith(DIGEST) ? reference.substring(DIGEST.length()) : reference;
    return FULL_ID.matcher(digits).matches() ? shortId(digits) : reference;
  }

  /** An image by its tags; the digits of its id where it has none. */
  static String image(ImageSummary image) {
    return image.tags().isEmpty() ? shortId(image.id()) : String.join(", ", image.tags());
  }

  /** Whether docker made the name up. */
  static boolean anonymous(String volume) {
    return FULL_ID.matcher(volume).matches();
  }

  /** Decimal, with three digits, as docker says it. */
  static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = unit == 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
  }

  /** Docker's word; of an exited container with its exit code. */
  static String state(ContainerSummary container) {
    String word = container.state().word();
    boolean ended =
        container.state() == ContainerState.EXITED || container.state() == ContainerState.DEAD;
    return ended && container.exitCode().isPresent()
        ? "%s (%s)".formatted(word, container.exitCode().getAsInt())
        : word;
  }

  /** What an ended container's exit code, or the state of one that lives, means to the learner. */
  static Role role(ContainerSummary container) {
    return switch (container.state()) {
      case RUNNING -> Role.RUNNING;
      case PAUSED, RESTARTING -> Role.CHANGED;
      case DEAD -> Role.FAILED;
      case EXITED -> container.exitCode().orElse(0) == 0 ? Role.STOPPED : Role.FAILED;
      case CREATED, REMOVING -> Role.STOPPED;
    };
  }

  static String glyph(Glyphs glyphs, ContainerState state) {
    return switch (state) {
      case RUNNING -> glyphs.running();
      case PAUSED, RESTARTING -> glyphs.paused();
      case CREATED, REMOVING -> glyphs.created();
      case EXITED -> glyphs.stopped();
      case DEAD -> glyphs.dead();
    };
  }

  /**
   * The ports, host first: {@code 12345→6379/tcp}. The same port of the host for IPv4 and for IPv6
   * is said once; an address is said where it is not all of them; one that is not published is dim.
   */
  static AttributedString ports(Sheet sheet, List<Port> ports) {
    Ink ink = new Ink(sheet);
    List<Said> said =
        ports.stream()
            .map(port -> said(sheet.glyphs(), port))
            .distinct()
            .sorted(Comparator.comparingInt(Said::container).thenComparingInt(Said::host))
            .toList();
    for (int i = 0; i < said.size(); i++) {
      ink.add(i == 0 ? "" : " ").add(said.get(i).role(), said.get(i).words());
    }
    return ink.dry();
  }

  private record Said(int container, int host, Role role, String words) {}

  private static Said said(Glyphs glyphs, Port port) {
    String inside = port.container() + "/" + port.protocol();
    if (!port.published()) {
      return new Said(port.container(), 0, Role.DIM, inside);
    }
    String address = port.address().contains(":") ? "[" + port.address() + "]" : port.address();
    String host = port.onAllAddresses() ? "" : address + ":";
    return new Said(
        port.container(), port.host(), Role.PLAIN, host + port.host() + glyphs.arrow() + inside);
  }
}
