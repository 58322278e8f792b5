package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Port;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with the ports that a container publishes. */
final class PortMismatch {
  private static final Pattern HOST = Pattern.compile("host (\\d+)");
  private static final Pattern INSIDE = Pattern.compile("container (\\d+)");

  private final Scene scene;
  private final Container container;
  private final String address;
  private final int host;
  private final int inside;

  /**
   * @param expected the words of the matcher, in which the numbers of both sides stand
   */
  PortMismatch(Scene scene, Container container, String expected) {
    this(scene, container, "", number(HOST, expected), number(INSIDE, expected));
  }

  /**
   * With the port of the host and the one inside; 0 where any will do.
   *
   * @param address what must be typed before the host's port, with its colon; empty for nothing
   */
  PortMismatch(Scene scene, Container container, String address, int host, int inside) {
    this.scene = scene;
    this.container = container;
    this.address = address;
    this.host = host;
    this.inside = inside;
  }

  private static int number(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  Diagnosis diagnosis() {
    List<Port> ports = ContainerAttributes.ports(container).toList();
    String name = "`" + container.name() + "`";
    String flag =
        "`-p %s%s:%s`"
            .formatted(address, host == 0 ? "HOST" : host, inside == 0 ? "CONTAINER" : inside);
    String again =
        "Remove it (`docker rm -f %s`) and run it again with %s before the image."
            .formatted(container.name(), flag);
    if (ports.isEmpty()) {
      return detail(
          "%s publishes no port of this machine.".formatted(name)
              + FlagsAfterImage.sentence(container, scene),
          again);
    }
    for (Port port : ports) {
      if (port.host() == inside && port.container() == host && inside != host) {
        return detail(
            "The ports are the wrong way round: with `-p %s:%s`, port %s of this machine leads to port %s of %s."
                .formatted(port.host(), port.container(), port.host(), port.container(), name),
            "It is `-p HOST:CONTAINER`. " + again);
      }
    }
    Port port =
        ports.stream()
            .filter(p -> p.host() == host || p.container() == inside)
            .findFirst()
            .orElse(ports.getFirst());
    if (host != 0 && port.host() != host) {
      return detail(
          "%s publishes port %s of this machine, not %s.".formatted(name, port.host(), host),
          again);
    }
    if (inside != 0 && port.container() != inside) {
      return detail(
          "Port %s of this machine leads to port %s of %s, but the program listens on %s."
              .formatted(port.host(), port.container(), name, inside),
          again);
    }
    return detail(
        "%s publishes port %s on %s only.".formatted(name, port.host(), port.address()), again);
  }

  private static Diagnosis detail(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, remedy);
  }
}
