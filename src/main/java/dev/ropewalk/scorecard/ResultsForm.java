package dev.ropewalk.scorecard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Results as JSON, as {@link #schema} describes it. */
public final class ResultsForm {
  private static final String SCHEMA = "results.schema.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(LessonId.class, Slug.class)
          .addMixIn(StepId.class, Slug.class)
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Status.class, Word.class)
          .addMixIn(Visible.class, Word.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private ResultsForm() {}

  /** All results, with line ends. */
  public static String write(Results results) {
    return text(MAPPER.writerWithDefaultPrettyPrinter()::writeValueAsString, results) + "\n";
  }

  /** One submission, on one line without its end. */
  public static String write(Scorecard card) {
    return text(MAPPER::writeValueAsString, card);
  }

  /**
   * What a text says.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  public static Results results(String text) {
    return read(text, Results.class);
  }

  /** The same of one submission. */
  public static Scorecard scorecard(String text) {
    return read(text, Scorecard.class);
  }

  /** The JSON schema of results. */
  public static String schema() {
    try (InputStream in = ResultsForm.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("no " + SCHEMA);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the JSON of " + type.getSimpleName(), e);
    }
  }

  private static <T> String text(Writing<T> writing, T value) {
    try {
      return writing.write(value);
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A way to write a value. */
  private interface Writing<T> {
    String write(T value) throws JacksonException;
  }

  /** Ids are written as their text. */
  private abstract static class Slug {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Slug(String unused) {}

    @JsonValue
    abstract String slug();
  }

  /** Words of closed sets are written in lower case. */
  private interface Word {
    @JsonValue
    String word();
  }
}
