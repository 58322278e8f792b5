package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the instructions of a Dockerfile as BuildKit does, and refuses those that it would refuse
 * whatever the others are. The classic builder knows neither here-documents nor most flags, and
 * refuses some of these. Not for several threads.
 */
final class InstructionReader {
  static final Set<String> WORDS =
      new TreeSet<>(
          Set.of(
              "ADD",
              "ARG",
              "CMD",
              "COPY",
              "ENTRYPOINT",
              "ENV",
              "EXPOSE",
              "FROM",
              "HEALTHCHECK",
              "LABEL",
              "MAINTAINER",
              "ONBUILD",
              "RUN",
              "SHELL",
              "STOPSIGNAL",
              "USER",
              "VOLUME",
              "WORKDIR"));
  private static final Set<String> WITH_DOCUMENTS = Set.of("RUN", "COPY", "ADD");

  private final LogicalLines lines;

  InstructionReader(String text) throws Unreadable {
    lines = new LogicalLines(text);
  }

  /** The sign that escapes, once all is read. */
  char escape() {
    return lines.escape();
  }

  List<Instruction> read() throws Unreadable {
    List<Instruction> all = new ArrayList<>();
    Optional<LogicalLines.Line> line = lines.next();
    while (line.isPresent()) {
      Instruction each = withDocuments(plain(line.get().text(), line.get().number()), line.get());
      if (!WORDS.contains(each.word())) {
        throw new Unreadable(each.line(), "There is no instruction `%s`.".formatted(each.word()));
      }
      InstructionRules.check(each);
      all.add(each);
      line = lines.next();
    }
    return all;
  }

  private Instruction plain(String text, int line) throws Unreadable {
    List<String> parts = Blanks.firstAndRest(Blanks.strip(text));
    String word = parts.getFirst().toUpperCase(Locale.ROOT);
    FlagReader.Split split = FlagReader.split(parts.size() > 1 ? parts.get(1) : "", lines.escape());
    boolean onbuild = word.equals("ONBUILD");
    Optional<Instruction> trigger =
        onbuild && !split.rest().isEmpty()
            ? Optional.of(plain(split.rest(), line))
            : Optional.empty();
    InstructionWords.Words words =
        onbuild || !WORDS.contains(word)
            ? new InstructionWords.Words(List.of(), false)
            : InstructionWords.of(word, split.rest(), line, lines.escape());
    return new Instruction(
        line,
        WORDS.contains(word) ? word : parts.getFirst(),
        split.flags(),
        split.rest(),
        words.all(),
        words.json() ? Instruction.Form.EXEC : Instruction.Form.SHELL,
        List.of(),
        trigger);
  }

  private Instruction withDocuments(Instruction plain, LogicalLines.Line line) throws Unreadable {
    Instruction owner = plain.trigger().orElse(plain);
    if (!WITH_DOCUMENTS.contains(owner.word())
        || owner.form() == Instruction.Form.EXEC
        || !line.text().contains("<<")) {
      return plain;
    }
    List<HereDocument> documents = new ArrayList<>();
    for (HereDocument opened : HereDocument.openedBy(line.text(), line.number())) {
      documents.add(opened.with(lines.document(opened, line.number())));
    }
    return plain.with(documents);
  }
}
