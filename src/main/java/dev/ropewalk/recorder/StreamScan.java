package dev.ropewalk.recorder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a container's output brings, and finds words in it, wherever the pieces end. Output
 * is kept as little as the longest word needs. A container without a terminal sends frames (eight
 * bytes: the stream, three zeros, the length); engines before API 1.42 give both kinds the same
 * media type, so that the first bytes decide.
 */
final class StreamScan {
  private static final int HEADER = 8;

  private enum Form {
    UNKNOWN,
    RAW,
    FRAMED
  }

  private final Map<String, byte[]> missing = new LinkedHashMap<>();
  private final Set<String> found = new HashSet<>();
  private final byte[][] tails = {new byte[0], new byte[0], new byte[0]};
  private final byte[] header = new byte[HEADER];
  private final int overlap;
  private Form form = Form.UNKNOWN;
  private int headerRead;
  private long frameLeft;
  private int stream;
  private long bytes;

  StreamScan(Set<String> words) {
    int longest = 1;
    for (String word : words) {
      byte[] spelled = word.getBytes(StandardCharsets.UTF_8);
      if (spelled.length > 0) {
        missing.put(word, spelled);
        longest = Math.max(longest, spelled.length);
      }
    }
    overlap = longest - 1;
  }

  /** How much output came, without frames. */
  long bytes() {
    return form == Form.UNKNOWN ? headerRead : bytes;
  }

  /** The words found so far. */
  Set<String> found() {
    if (form == Form.UNKNOWN && headerRead > 0) {
      search(ByteBuffer.wrap(header, 0, headerRead));
    }
    return Set.copyOf(found);
  }

  void read(ByteBuffer piece) {
    while (piece.hasRemaining()) {
      switch (form) {
        case UNKNOWN -> {
          header[headerRead++] = piece.get();
          boolean frame = header[0] >= 0 && header[0] < tails.length;
          for (int at = 1; at < Math.min(headerRead, 4); at++) {
            frame &= header[at] == 0;
          }
          if (!frame) {
            form = Form.RAW;
            output(ByteBuffer.wrap(header, 0, headerRead));
          } else if (headerRead == 4) {
            form = Form.FRAMED;
          }
        }
        case RAW -> output(take(piece, piece.remaining()));
        case FRAMED -> frame(piece);
      }
    }
  }

  private void frame(ByteBuffer piece) {
    if (frameLeft > 0) {
      int count = (int) Math.min(frameLeft, piece.remaining());
      frameLeft -= count;
      output(take(piece, count));
      return;
    }
    header[headerRead++] = piece.get();
    if (headerRead == HEADER) {
      headerRead = 0;
      stream = Math.clamp(header[0], 0, tails.length - 1);
      frameLeft = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(4));
    }
  }

  private static ByteBuffer take(ByteBuffer piece, int count) {
    ByteBuffer taken = piece.slice(piece.position(), count);
    piece.position(piece.position() + count);
    return taken;
  }

  private void output(ByteBuffer piece) {
    bytes += piece.remaining();
    if (!missing.isEmpty()) {
      search(piece);
    }
  }

  private void search(ByteBuffer piece) {
    byte[] tail = tails[stream];
    byte[] text = Arrays.copyOf(tail, tail.length + piece.remaining());
    piece.get(text, tail.length, piece.remaining());
    for (Iterator<Map.Entry<String, byte[]>> each = missing.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<String, byte[]> word = each.next();
      if (contains(text, word.getValue())) {
        found.add(word.getKey());
        each.remove();
      }
    }
    tails[stream] = Arrays.copyOfRange(text, Math.max(0, text.length - overlap), text.length);
  }

  private static boolean contains(byte[] text, byte[] word) {
    for (int at = 0; at <= text.length - word.length; at++) {
      if (text[at] == word[0] && Arrays.equals(text, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }
}
