package dev.ropewalk.http;

import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a response. */
public record ResponseHead(int status, Head head) {
  private static final Pattern LINE = Pattern.compile("HTTP/1\\.\\d ([1-5]\\d\\d)(?: .*)?");

  /**
   * Reads the first line.
   *
   * @throws ProtocolException when that is no response of HTTP/1
   */
  public static ResponseHead of(Head head) throws ProtocolException {
    Matcher line = LINE.matcher(head.line());
    if (!line.matches()) {
      throw new ProtocolException("what answers does not speak HTTP");
    }
    return new ResponseHead(Integer.parseInt(line.group(1)), head);
  }

  /** Whether the real answer is still to come ({@code 100 Continue} and the like). */
  public boolean interim() {
    return status < 200 && !switches();
  }

  /** Whether HTTP ends here, and another protocol goes on in both directions. */
  public boolean switches() {
    return status == 101;
  }

  /**
   * How the body that follows is framed. What follows a change of protocol goes on to the end.
   *
   * @param method of the request: a {@code HEAD} is answered without a body
   * @throws ProtocolException when the headers contradict each other
   */
  public Framing framing(String method) throws ProtocolException {
    if (interim() || method.equals("HEAD") || status == 204 || status == 304) {
      return new Framing.None();
    }
    return switches() ? new Framing.ToEnd() : head.framing(new Framing.ToEnd());
  }

  /** Whether another request may follow on the connection once the body has been read. */
  public boolean keepsConnection() {
    boolean bounded =
        status == 204
            || status == 304
            || head.has("Content-Length")
            || head.has("Transfer-Encoding");
    return bounded && !switches() && !head.first("Connection").equalsIgnoreCase("close");
  }
}
