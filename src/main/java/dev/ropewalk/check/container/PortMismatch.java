package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Port;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with the ports that a container publishes. */
final class PortMismatch {
  private static final Pattern HOST = Pattern.compile("host (\\d+)");
  private static final Pattern INSIDE = Pattern.compile("container (\\d+)");

  private final Scene scene;
  private final Container container;
  private final int host;
  private final int inside;

  /**
   * @param expected the words of the matcher, in which the numbers of both sides stand
   */
  PortMismatch(Scene scene, Container container, String expected) {
    this(scene, container, number(HOST, expected), number(INSIDE, expected));
  }

  /** With the port of the host and the one inside; 0 where any will do. */
  PortMismatch(Scene scene, Container container, int host, int inside) {
    this.scene = scene;
    this.container = container;
    this.host = host;
    this.inside = inside;
  }

  /** What has to be typed for a matcher of ports, as far as it is known. */
  static String flag(String address, Matcher matcher, Scene scene) {
    String expected = scene.wording().of(matcher);
    return flag(address, number(HOST, expected), number(INSIDE, expected));
  }

  /**
   * What has to be typed to publish a port; 0 for one that is not known.
   *
   * @param address what must be typed before the host's port, with its colon; empty for nothing
   */
  static String flag(String address, int host, int inside) {
    return "-p %s%s:%s"
        .formatted(address, host == 0 ? "HOST" : host, inside == 0 ? "CONTAINER" : inside);
  }

  private static int number(Pattern pattern, String words) {
    java.util.regex.Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  Diagnosis diagnosis() {
    List<Port> ports = ContainerAttributes.ports(container).toList();
    String name = "`" + container.name() + "`";
    if (ports.isEmpty()) {
      return detail(
          "%s publishes no port of this machine.".formatted(name)
              + FlagsAfterImage.sentence(container, scene));
    }
    for (Port port : ports) {
      if (port.host() == inside && port.container() == host && inside != host) {
        return detail(
            "The ports are the wrong way round: with `-p %s:%s`, port %s of this machine leads to port %s of %s. It is `-p HOST:CONTAINER`."
                .formatted(port.host(), port.container(), port.host(), port.container(), name));
      }
    }
    Port port =
        ports.stream()
            .filter(p -> p.host() == host || p.container() == inside)
            .findFirst()
            .orElse(ports.getFirst());
    if (host != 0 && port.host() != host) {
      return detail(
          "%s publishes port %s of this machine, not %s.".formatted(name, port.host(), host));
    }
    if (inside != 0 && port.container() != inside) {
      return detail(
          "Port %s of this machine leads to port %s of %s, but the program listens on %s."
              .formatted(port.host(), port.container(), name, inside));
    }
    return detail("%s publishes port %s on %s only.".formatted(name, port.host(), port.address()));
  }

  private static Diagnosis detail(String says) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, "");
  }
}
