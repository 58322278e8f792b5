package dev.ropewalk.meeting;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One line of JSON each way. */
final class Wire {
  /** More nobody has to say. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Wire() {}

  static void send(OutputStream out, Object message) throws IOException {
    out.write((MAPPER.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /**
   * Reads a line.
   *
   * @throws IOException when it ends too early, is too long, or is no message of this type
   */
  static <T> T receive(InputStream in, Class<T> type) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() >= LONGEST_LINE) {
        throw new IOException("the message has no end");
      }
      line.write(next);
    }
    try {
      return Objects.requireNonNull(MAPPER.readValue(line.toString(StandardCharsets.UTF_8), type));
    } catch (JacksonException | NullPointerException e) {
      throw new IOException("the message cannot be read", e);
    }
  }
}
