package dev.ropewalk.http;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of a message, of either direction.
 *
 * @param line the first line, without its end
 * @param headers the values of each header in their order; names in any case
 */
public record Head(String line, Map<String, List<String>> headers) {
  /** Whether a header is there, were it empty. */
  public boolean has(String name) {
    return headers.containsKey(name);
  }

  /** The first value of a header; empty when there is none. */
  public String first(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /**
   * How the body is framed that the headers announce.
   *
   * @param unsaid the framing where they announce none
   * @throws ProtocolException when they contradict each other, or name a coding that is not known
   */
  Framing framing(Framing unsaid) throws ProtocolException {
    if (has("Transfer-Encoding")) {
      String coding = String.join(",", headers.getOrDefault("Transfer-Encoding", List.of()));
      if (!coding.strip().toLowerCase(Locale.ROOT).equals("chunked")) {
        throw new ProtocolException("the body is coded as `" + coding + "`");
      }
      return new Framing.Chunked();
    }
    List<String> lengths =
        headers.getOrDefault("Content-Length", List.of()).stream().distinct().toList();
    if (lengths.isEmpty()) {
      return unsaid;
    }
    String length = lengths.getFirst();
    // Eighteen digits always fit a long.
    if (lengths.size() > 1 || !length.matches("\\d{1,18}")) {
      throw new ProtocolException("the body's length is `" + String.join(", ", lengths) + "`");
    }
    return new Framing.Fixed(Long.parseLong(length));
  }

  /**
   * Reads the lines of a head.
   *
   * @throws ProtocolException when a header has no name
   */
  static Head of(List<String> lines) throws ProtocolException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> values = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (continued && !values.isEmpty()) {
        values.add(values.removeLast() + " " + text(line));
        continue;
      }
      int colon = line.indexOf(':');
      if (continued || colon <= 0) {
        throw new ProtocolException("a header has no name");
      }
      values = headers.computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>());
      values.add(text(line.substring(colon + 1)));
    }
    return new Head(lines.getFirst(), headers);
  }

  private static String text(String bytes) {
    return new String(bytes.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
