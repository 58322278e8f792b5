package dev.ropewalk.author;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text of JSON with comments, as editors keep their settings. It is added to as a text, so that
 * comments, order and blanks stay as they are.
 */
final class JsoncObject {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String text;
  private final ObjectNode tree;

  private JsoncObject(String text, ObjectNode tree) {
    this.text = text;
    this.tree = tree;
  }

  /**
   * Reads it.
   *
   * @throws IOException when it is no JSON, or something else than an object
   */
  static JsoncObject read(String text) throws IOException {
    if (MAPPER.readTree(text) instanceof ObjectNode tree) {
      return new JsoncObject(text, tree);
    }
    throw new UnexpectedJson("this is no JSON object");
  }

  JsonNode tree() {
    return tree;
  }

  String text() {
    return text;
  }

  /**
   * The same with one entry more at the beginning of an object in it.
   *
   * @param path of keys to that object, which is there; empty for the whole
   */
  JsoncObject with(List<String> path, String key, JsonNode value) throws IOException {
    ObjectNode expected = tree.deepCopy();
    ObjectNode object = expected;
    for (String step : path) {
      object = (ObjectNode) object.get(step);
    }
    int at = start(path).orElseThrow(() -> new IOException("there is no object " + path));
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    String indent = lineEnd + "  ".repeat(path.size() + 1);
    String entry = MAPPER.writeValueAsString(key) + ": " + indented(value, indent);
    String end = object.isEmpty() ? lineEnd + "  ".repeat(path.size()) : ",";
    object.set(key, value);
    JsoncObject longer = read(text.substring(0, at) + indent + entry + end + text.substring(at));
    if (!longer.tree.equals(expected)) {
      throw new UnexpectedJson("the entry `" + key + "` cannot be added");
    }
    return longer;
  }

  private static String indented(JsonNode value, String indent) {
    return value.isObject() && value.isEmpty()
        ? "{}"
        : value.toPrettyString().replaceAll("\\R", indent);
  }

  /** Where the entries of an object begin. */
  private OptionalInt start(List<String> path) throws IOException {
    JsonPointer wanted = JsonPointer.empty();
    for (String step : path) {
      wanted = wanted.appendProperty(step);
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT
            && parser.getParsingContext().getParent().pathAsPointer().equals(wanted)) {
          return OptionalInt.of((int) parser.currentTokenLocation().getCharOffset() + 1);
        }
      }
      return OptionalInt.empty();
    }
  }
}
