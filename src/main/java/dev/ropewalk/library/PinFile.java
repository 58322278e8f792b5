package dev.ropewalk.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file of a pin. */
record PinFile(Path file) {
  private static final String FIX =
      "remove it together with the folder of the same name beside it, and add the course again";

  /**
   * Reads it.
   *
   * @throws LibraryProblem when it is broken, or does not agree with itself
   */
  Pin read() {
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      SortedMap<String, String> files = new TreeMap<>();
      root.path("files").properties().forEach(e -> files.put(e.getKey(), e.getValue().asText()));
      Contents contents = new Contents(files);
      if (files.isEmpty() || !contents.hash().equals(root.path("sha256").asText())) {
        throw new LibraryProblem("the pin `" + file + "` does not agree with itself", FIX);
      }
      return new Pin(
          new Origin(
              Origin.Kind.valueOf(root.path("kind").asText().toUpperCase(Locale.ROOT)),
              root.path("from").asText(),
              root.path("folder").asText()),
          root.path("commit").asText(),
          root.path("title").asText(),
          Instant.parse(root.path("added").asText()),
          runs(root.path("runs")),
          contents);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new LibraryProblem("the pin `" + file + "` cannot be read", FIX, e);
    }
  }

  private static List<CourseRun> runs(JsonNode list) {
    List<CourseRun> runs = new ArrayList<>();
    for (JsonNode run : list) {
      runs.add(
          new CourseRun(
              CourseRun.Kind.valueOf(run.path("kind").asText().toUpperCase(Locale.ROOT)),
              run.path("file").asText(),
              run.path("line").asInt(),
              run.path("text").asText()));
    }
    return runs;
  }

  /** Writes it, whole or not at all. */
  void write(Pin pin) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("title", pin.title())
        .put("kind", pin.origin().kind().word())
        .put("from", pin.origin().from());
    pin.origin().inside().ifPresent(folder -> root.put("folder", folder));
    if (!pin.commit().isEmpty()) {
      root.put("commit", pin.commit());
    }
    root.put("added", pin.added().toString()).put("sha256", pin.contents().hash());
    ArrayNode runs = root.putArray("runs");
    for (CourseRun run : pin.runs()) {
      runs.addObject()
          .put("kind", run.kind().word())
          .put("file", run.file())
          .put("line", run.line())
          .put("text", run.text());
    }
    ObjectNode files = root.putObject("files");
    pin.contents().files().forEach(files::put);
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(whole, root.toPrettyString() + "\n");
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
