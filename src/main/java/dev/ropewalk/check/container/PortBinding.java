package dev.ropewalk.check.container;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of this machine on which a port must be open.
 *
 * @param to {@code all}, {@code loopback}, or an address
 */
record PortBinding(String to) {
  private static final String ALL = "all";
  private static final String LOOPBACK = "loopback";
  private static final Type.Word WORDS = Type.Word.of(ALL, LOOPBACK);

  static final Shape SHAPE =
      Shape.Either.of(new Shape.Constant(WORDS), new Shape.Constant(Type.Single.ADDRESS));

  /** Empty when it is broken, which is then noted. */
  static Optional<PortBinding> read(YamlNode node, NodeReader reading) {
    boolean address =
        node instanceof YamlNode.Scalar scalar
            && scalar.text().matches(Type.Single.ADDRESS.pattern());
    return reading
        .constant(node, address ? Type.Single.ADDRESS : WORDS)
        .map(literal -> new PortBinding(literal.text()));
  }

  /** The one address that is asked for; empty where it is a word. */
  Optional<String> address() {
    return WORDS.allowed().contains(to) ? Optional.empty() : Optional.of(to);
  }

  /** What stands before the port after {@code -p}; empty for nothing. */
  String typed() {
    return switch (to) {
      case ALL -> "";
      case LOOPBACK -> "127.0.0.1:";
      default -> to + ":";
    };
  }

  /** Whether it is published for tcp. */
  static boolean isTcp(int port, ContainerSummary owner) {
    return tcp(port, owner).findAny().isPresent();
  }

  private static Stream<Port> tcp(int port, ContainerSummary owner) {
    return owner.ports().stream().filter(p -> p.host() == port && p.protocol().equals("tcp"));
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1");
  }

  private static List<String> others(List<Port> published) {
    return published.stream().map(Port::address).filter(a -> !isLoopback(a)).toList();
  }

  /** Whether a port that is published so is open on the addresses that are meant. */
  boolean fits(List<Port> published) {
    return switch (to) {
      case ALL -> published.stream().anyMatch(Port::onAllAddresses);
      case LOOPBACK -> others(published).isEmpty();
      default -> published.stream().anyMatch(p -> p.address().equals(to));
    };
  }

  /** What is wrong with the addresses on which a container publishes a port. */
  Optional<Verdict> mismatch(int port, ContainerSummary owner) {
    List<Port> published = tcp(port, owner).toList();
    boolean all = published.stream().anyMatch(Port::onAllAddresses);
    List<String> others = others(published);
    String actual =
        others.stream()
            .findFirst()
            .or(() -> published.stream().map(Port::address).findFirst())
            .orElse("");
    return fits(published) ? Optional.empty() : Optional.of(verdict(port, owner, actual, all));
  }

  private Verdict verdict(int port, ContainerSummary owner, String actual, boolean all) {
    String name = "`" + owner.name() + "`";
    return switch (to) {
      case ALL ->
          Claim.failed(
              "every address",
              actual,
              detail(
                  "%s publishes port %s on %s only: other machines cannot reach it."
                      .formatted(name, port, actual)));
      case LOOPBACK ->
          Claim.failed(
              "127.0.0.1 only",
              actual,
              detail(
                  all
                      ? "%s publishes port %s on every address of this machine: others can reach it as well."
                          .formatted(name, port)
                      : "%s publishes port %s on %s: that is not this machine's own address."
                          .formatted(name, port, actual)));
      default ->
          Claim.failed(
              to,
              actual,
              detail(
                  "%s publishes port %s on %s, but this step asks for `%s` only."
                      .formatted(name, port, all ? "every address" : actual, to)));
    };
  }

  private static Diagnosis detail(String says) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, "");
  }
}
