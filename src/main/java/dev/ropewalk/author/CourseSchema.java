package dev.ropewalk.author;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.lesson.CourseFile;

/** The JSON Schema (draft 2020-12) of the file {@code course.yaml}, for editors. */
public final class CourseSchema {
  private CourseSchema() {}

  /** The schema as JSON, with a line end. */
  public static String print() {
    ObjectNode root = CheckSchema.object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", "ropewalk course")
        .put("description", "What a course says of itself: modules, lessons, and what it needs.");
    root.setAll(new CheckSchema().form(CourseFile.FILE));
    return root.toPrettyString() + "\n";
  }
}
