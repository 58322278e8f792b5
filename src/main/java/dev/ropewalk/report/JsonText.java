package dev.ropewalk.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes JSON, with line ends, the members in their order. */
final class JsonText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonText() {}

  /** An object of names and values in turn. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  static String write(Map<String, Object> members) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(members) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }
}
