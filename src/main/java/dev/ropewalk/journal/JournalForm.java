package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a line of the journal is written: a JSON object with the envelope first, then the entry's own
 * fields. Lines of older versions, which had no envelope, belong to the built-in course and to the
 * lesson that such a line named last. For one pass over a journal, on one thread.
 */
final class JournalForm {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(EngineEvent.class, EventMixin.class)
          .addMixIn(Outcome.class, OutcomeMixin.class)
          .addMixIn(StepId.class, Slug.class)
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** The lesson that was named last by a line without an envelope. */
  private @Nullable LessonId last;

  /** The text of a line, without its end. */
  static String write(JournalLine line) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("at", line.at().toString());
    node.put("course", line.sitting().course().value());
    node.put("lesson", line.lesson().slug());
    node.put("session", line.sitting().session());
    node.put("engine", line.sitting().engine().value());
    node.setAll(MAPPER.<ObjectNode>valueToTree(line.entry()));
    return node.toString();
  }

  /**
   * What a text says; nothing where it was cut off by a crash, where a newer version wrote it, or
   * where it makes no sense: it is passed over alone.
   */
  Optional<JournalLine> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      boolean enveloped = node.path("course").isTextual();
      Optional<LessonId> lesson =
          enveloped || node.path("lesson").isTextual()
              ? Optional.of(new LessonId(node.path("lesson").asText()))
              : Optional.ofNullable(last);
      Entry entry = MAPPER.treeToValue(node, Entry.class);
      if (entry == null || lesson.isEmpty()) {
        return Optional.empty();
      }
      if (!enveloped) {
        last = lesson.get();
      }
      return Optional.of(
          new JournalLine(
              Instant.parse(node.path("at").asText()),
              enveloped ? sitting(node) : OLD,
              lesson.get(),
              entry));
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException _) {
      return Optional.empty();
    }
  }

  private static final Sitting OLD = new Sitting(CourseId.BUILT_IN, "", EngineId.UNKNOWN);

  private static Sitting sitting(JsonNode node) {
    return new Sitting(
        new CourseId(node.path("course").asText()),
        node.path("session").asText(),
        new EngineId(node.path("engine").asText()));
  }

  /** Ids are written as their text. */
  private abstract static class Slug {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Slug(String unused) {}

    @JsonValue
    abstract String slug();
  }
}
