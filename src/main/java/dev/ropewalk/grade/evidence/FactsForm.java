package dev.ropewalk.grade.evidence;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** How questions and answers are written: as JSON. */
final class FactsForm {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addMixIn(Probes.Reply.class, Kind.class)
          .addMixIn(Probes.ComposeAnswer.class, Kind.class)
          .addMixIn(Probes.ScriptResult.class, Kind.class)
          .registerSubtypes(kinds())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FactsForm() {}

  private static Class<?>[] kinds() {
    return List.of(Probes.Reply.class, Probes.ComposeAnswer.class, Probes.ScriptResult.class)
        .stream()
        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
        .toArray(Class<?>[]::new);
  }

  /** A question: to whom, which, and about what. A container is named by its id. */
  static String question(Method method, Object... about) {
    List<String> words =
        Arrays.stream(about)
            .map(each -> each instanceof Container it ? it.id() : String.valueOf(each))
            .toList();
    return method.getDeclaringClass().getSimpleName() + "." + method.getName() + words;
  }

  /** An answer as JSON. */
  static JsonNode answer(Object answer) {
    return MAPPER.valueToTree(answer);
  }

  /**
   * An answer of a method.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Object answer(Method method, JsonNode json) {
    return MAPPER.convertValue(json, MAPPER.constructType(method.getGenericReturnType()));
  }

  /**
   * A whole text.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** Closed sets say which of them it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Kind {}
}
