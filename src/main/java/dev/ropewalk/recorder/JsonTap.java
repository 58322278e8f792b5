package dev.ropewalk.recorder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes what is wanted from JSON that comes in pieces, and forgets the rest at once: its memory
 * does not grow with the length of a body. Only values whose path is wanted are ever kept, so that
 * nothing else can leak from a body into a record.
 */
final class JsonTap {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(1 << 20).maxNestingDepth(100).build())
          .build();
  private static final String OTHER = "\0";

  private final String items;
  private final Set<String> wanted;
  private final Set<String> leading = new HashSet<>();
  private final Consumer<JsonItem> each;
  private final JsonParser parser;
  private final ByteBufferFeeder feeder;
  private final Deque<String> path = new ArrayDeque<>();
  private String field = "";
  private JsonItem item = new JsonItem();
  private boolean broken;

  /**
   * A tap.
   *
   * @param items the path of the objects that are told one by one; empty for those at the top
   * @param wanted the paths of the values that are taken, from the top
   * @param each is told each item in which something wanted was found
   */
  JsonTap(String items, Set<String> wanted, Consumer<JsonItem> each) {
    this.items = items;
    this.wanted = wanted;
    this.each = each;
    leading.add("");
    for (String one : wanted) {
      for (int dot = one.indexOf('.'); dot >= 0; dot = one.indexOf('.', dot + 1)) {
        leading.add(one.substring(0, dot));
      }
    }
    try {
      parser = JSON.createNonBlockingByteBufferParser();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    feeder = (ByteBufferFeeder) parser.getNonBlockingInputFeeder();
  }

  /** Whether something came that is not JSON, or is beyond its bounds; the rest is not read. */
  boolean broken() {
    return broken;
  }

  void read(ByteBuffer piece) {
    if (broken) {
      return;
    }
    try {
      feeder.feedInput(piece);
      for (JsonToken token = parser.nextToken();
          token != null && token != JsonToken.NOT_AVAILABLE;
          token = parser.nextToken()) {
        read(token);
      }
    } catch (IOException e) {
      broken = true;
    }
  }

  private void read(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        if (here().equals(items)) {
          item = new JsonItem();
        }
        path.push(here());
      }
      case START_ARRAY -> path.push(here());
      case END_OBJECT -> {
        field = path.pop();
        if (field.equals(items)) {
          tell();
        }
      }
      case END_ARRAY -> field = path.pop();
      case FIELD_NAME -> {
        String parent = path.isEmpty() ? "" : path.peek();
        field =
            !leading.contains(parent) ? OTHER : parent.isEmpty() ? name() : parent + "." + name();
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
        if (wanted.contains(here())) {
          item.add(here(), parser.getText());
        }
      }
      default -> {
        // Nothing: null is as good as absent.
      }
    }
  }

  private String name() throws IOException {
    return parser.currentName();
  }

  /** The path of the value that is read now. */
  private String here() {
    return path.isEmpty() ? "" : field;
  }

  private void tell() {
    if (!item.isEmpty()) {
      each.accept(item);
      item = new JsonItem();
    }
  }
}
