package dev.ropewalk.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of an HTTP/1.1 response.
 *
 * @param headers by name, whatever its case
 */
record ResponseHead(int status, Map<String, List<String>> headers) {
  private static final int LONGEST_LINE = 64 * 1024;

  /** Reads a head and leaves the stream at the first byte of the body. */
  static ResponseHead read(InputStream in) throws IOException {
    ResponseHead head = readOne(in);
    while (head.status == 100) {
      head = readOne(in);
    }
    return head;
  }

  /** A line without its end; the stream is left after it. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended in the middle of a response");
      }
      if (line.length() == LONGEST_LINE) {
        throw new ProtocolException("a line of the response is too long");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /** The body that follows this head. */
  InputStream body(InputStream in) throws IOException {
    if (status == 204 || status == 304) {
      return InputStream.nullInputStream();
    }
    if (status == 101) {
      return in;
    }
    if (first("Transfer-Encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new ChunkedBody(in);
    }
    String length = first("Content-Length");
    if (length.isEmpty()) {
      return in;
    }
    try {
      return new FixedBody(in, Long.parseLong(length));
    } catch (NumberFormatException e) {
      throw new ProtocolException("the response's length is `" + length + "`");
    }
  }

  /** Whether another request may follow on the connection once the body has been read. */
  boolean keepsConnection() {
    boolean bounded =
        status == 204
            || status == 304
            || headers.containsKey("Content-Length")
            || headers.containsKey("Transfer-Encoding");
    return bounded && status != 101 && !first("Connection").equalsIgnoreCase("close");
  }

  /** The first value of a header; empty when there is none. */
  String first(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  private static ResponseHead readOne(InputStream in) throws IOException {
    String[] words = line(in).split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
      throw new ProtocolException("what answers does not speak HTTP");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new ProtocolException("a header of the response has no name");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(utf8(line.substring(colon + 1).strip()));
    }
    return new ResponseHead(Integer.parseInt(words[1]), headers);
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
