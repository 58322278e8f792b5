package dev.ropewalk.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code --publish} with both ports.
 *
 * @param address with the colon after it; empty for every address
 * @param protocol with the slash before it; may be empty
 */
record PublishedPorts(String address, String host, String container, String protocol) {
  private static final Pattern FORM =
      Pattern.compile("((?:[\\d.]+|\\[[\\da-fA-F:]+]):)?(\\d{1,5}):(\\d{1,5})(/\\w+)?");

  /** Another value, and the words that name what is changed in it. */
  record Other(Mutant.Kind kind, String value, List<String> names) {
    Other {
      names = List.copyOf(names);
    }
  }

  static Optional<PublishedPorts> read(String value) {
    Matcher form = FORM.matcher(value);
    return form.matches()
        ? Optional.of(
            new PublishedPorts(
                Optional.ofNullable(form.group(1)).orElse(""),
                form.group(2),
                form.group(3),
                Optional.ofNullable(form.group(4)).orElse("")))
        : Optional.empty();
  }

  List<Other> others() {
    List<Other> others = new ArrayList<>();
    others.add(
        new Other(
            Mutant.Kind.PORT_CHANGED,
            address + next(host) + ":" + container + protocol,
            List.of(host)));
    others.add(
        new Other(
            Mutant.Kind.PORT_CHANGED,
            address + host + ":" + next(container) + protocol,
            List.of(container)));
    if (!host.equals(container)) {
      others.add(
          new Other(
              Mutant.Kind.PORTS_SWAPPED,
              address + container + ":" + host + protocol,
              List.of(host + ":" + container)));
    }
    String rest = host + ":" + container + protocol;
    others.add(
        address.isEmpty()
            ? new Other(
                Mutant.Kind.ADDRESS_CHANGED, "127.0.0.1:" + rest, List.of("127.0.0.1", "address"))
            : new Other(
                Mutant.Kind.ADDRESS_CHANGED,
                rest,
                List.of(address.substring(0, address.length() - 1), "address")));
    return others;
  }

  private static int next(String port) {
    return Integer.parseInt(port) < 65_535 ? Integer.parseInt(port) + 1 : 1;
  }
}
