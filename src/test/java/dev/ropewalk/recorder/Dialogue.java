package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A conversation of a client and an engine in texts, and what is told of it. */
final class Dialogue {
  static final String PS =
      "GET /v1.41/containers/json?all=1&filters=%7B%22name%22%3A%7B%22a%22%3Atrue%7D%7D HTTP/1.1\r\n"
          + "Host: docker\r\nUser-Agent: Docker-Client/1\r\nX-Registry-Auth: s3cr3t\r\n\r\n";
  static final String TWO =
      "[{\"Id\":\"1\",\"Names\":[\"/a\",\"/b/a\"],\"Labels\":{\"Names\":\"x\"},\"Mounts\":[{\"Id\":\"9\"}]},"
          + "{\"Id\":\"2\",\"Names\":null}]";

  final List<Exchange> told = new ArrayList<>();

  /** Nobody is there to be asked what was there before. */
  final Ledger ledger = new Ledger(new Lookup(UnixDomainSocketAddress.of("/nowhere")), told::add);

  final Conversation conversation = new Conversation("line 7", ledger);

  void asked(String text) {
    conversation.asked(bytes(text));
  }

  void answered(String text) {
    conversation.answered(bytes(text));
  }

  static String json(int status, String body) {
    return "HTTP/1.1 %s X\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  static String chunked(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n%s\r\n0\r\n\r\n"
        .formatted(Integer.toHexString(body.length()), body);
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
