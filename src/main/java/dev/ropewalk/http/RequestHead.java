package dev.ropewalk.http;

import java.net.ProtocolException;

/**
 * The head of a request.
 *
 * @param target the path with the query, as it was sent
 */
public record RequestHead(String method, String target, Head head) {
  /**
   * Reads the first line.
   *
   * @throws ProtocolException when that is no request of HTTP/1
   */
  public static RequestHead of(Head head) throws ProtocolException {
    String[] words = head.line().split(" ", -1);
    if (words.length != 3 || words[0].isEmpty() || !words[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("what asks does not speak HTTP/1");
    }
    return new RequestHead(words[0], words[1], head);
  }

  /**
   * How the body that follows is framed.
   *
   * @throws ProtocolException when the headers contradict each other
   */
  public Framing framing() throws ProtocolException {
    return head.framing(new Framing.None());
  }
}
