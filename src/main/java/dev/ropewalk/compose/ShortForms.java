package dev.ropewalk.compose;

import dev.ropewalk.compose.Service.Mount;
import dev.ropewalk.compose.Service.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in one word: {@code 8080:80}, {@code ./html:/html:ro}. */
final class ShortForms {
  private static final Pattern PORT =
      Pattern.compile(
          "(?:(?:(\\[[0-9a-fA-F:.]+]|[0-9.]+):)?(\\d+(?:-\\d+)?)?:)?(\\d+)(?:-(\\d+))?(?:/(tcp|udp|sctp))?");

  private static final String QUOTED = "'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)";
  private static final Pattern PART = Pattern.compile(QUOTED, Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile("(?:" + QUOTED + "|[^\\s'\"\\\\])+", Pattern.DOTALL);

  private static final int MOST = 65_535;

  private ShortForms() {}

  /** The ports of one item; empty where it is none that Compose knows. */
  static Optional<List<PublishedPort>> ports(String text) {
    Matcher parts = PORT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String address = Optional.ofNullable(parts.group(1)).orElse("").replaceAll("[\\[\\]]", "");
    String host = Optional.ofNullable(parts.group(2)).orElse("");
    String protocol = "/" + Optional.ofNullable(parts.group(5)).orElse("tcp");
    int first = number(parts.group(3));
    int last = parts.group(4) == null ? first : number(parts.group(4));
    int[] outside = range(host);
    boolean known = first >= 1 && last >= first && last <= MOST && outside[1] <= MOST;
    boolean pairs = host.isEmpty() || first == last || outside[1] - outside[0] == last - first;
    if (!known || !pairs) {
      return Optional.empty();
    }
    List<PublishedPort> all = new ArrayList<>();
    for (int port = first; port <= last; port++) {
      String published =
          host.isEmpty() || first == last ? host : Integer.toString(outside[0] + port - first);
      all.add(new PublishedPort(port + protocol, published, address));
    }
    return Optional.of(all);
  }

  private static int[] range(String host) {
    String[] ends = host.split("-", 2);
    return host.isEmpty()
        ? new int[] {0, 0}
        : new int[] {number(ends[0]), number(ends[ends.length - 1])};
  }

  /** A number that is too long is too large in any case. */
  private static int number(String digits) {
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** A mount of one item: the target alone, or source and target, and how. */
  static Mount mount(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length == 1) {
      return new Mount("volume", "", text, false);
    }
    boolean readOnly = parts.length == 3 && List.of(parts[2].split(",")).contains("ro");
    return new Mount(isFolder(parts[0]) ? "bind" : "volume", parts[0], parts[1], readOnly);
  }

  /** A command line cut into words as a shell does, of which nothing is expanded. */
  static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(
            word ->
                PART.matcher(word.group())
                    .replaceAll(
                        part ->
                            Matcher.quoteReplacement(
                                part.group(1) != null
                                    ? part.group(1)
                                    : part.group(2) != null
                                        ? part.group(2).replaceAll("\\\\(.)", "$1")
                                        : part.group(3))))
        .toList();
  }

  /** Whether a source is a place on the disk and no name of a volume. */
  static boolean isFolder(String source) {
    return source.startsWith(".") || source.startsWith("/") || source.startsWith("~");
  }
}
