package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the instructions of a Dockerfile: parser directives, comments, joined lines and
 * here-documents. After {@code docs.docker.com/reference/dockerfile}. Not for several threads.
 */
final class InstructionReader {
  private static final Set<String> WORDS =
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
  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(\\S.*?)\\s*");
  private static final Pattern DOCUMENT =
      Pattern.compile("(?<!\\S)\\d*<<(-?)([\"']?)([A-Za-z_][A-Za-z0-9_.-]*)\\2(?!\\S)");

  private final List<String> lines;
  private final char escape;
  private int next;

  InstructionReader(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    lines = plain.lines().toList();
    escape = escape(lines);
  }

  /** The directives stand before all else; one that is not known ends them, as a comment does. */
  private static char escape(List<String> lines) {
    for (String line : lines) {
      Matcher directive = DIRECTIVE.matcher(line.strip());
      if (!directive.matches()) {
        break;
      }
      if (directive.group(1).equalsIgnoreCase("escape")) {
        return directive.group(2).charAt(0);
      }
    }
    return '\\';
  }

  List<Instruction> read() throws Unreadable {
    List<Instruction> all = new ArrayList<>();
    while (next < lines.size()) {
      int begin = next + 1;
      String line = logicalLine();
      if (!line.isEmpty()) {
        all.add(instruction(begin, line));
      }
    }
    return all;
  }

  /** A line with those that it goes on in; comments and empty lines between them do not count. */
  private String logicalLine() {
    StringBuilder whole = new StringBuilder();
    boolean goesOn = true;
    while (goesOn && next < lines.size()) {
      String line = lines.get(next++).strip();
      boolean inside = !whole.isEmpty();
      if (line.startsWith("#") || line.isEmpty()) {
        goesOn = inside;
        continue;
      }
      goesOn = line.charAt(line.length() - 1) == escape;
      whole.append(goesOn ? line.substring(0, line.length() - 1) : line).append(' ');
    }
    return whole.toString().strip().replaceAll("\\s+", " ");
  }

  private Instruction instruction(int begin, String line) throws Unreadable {
    String[] parts = line.split(" ", 2);
    String word = parts[0].toUpperCase(Locale.ROOT);
    if (!WORDS.contains(word)) {
      throw new Unreadable(begin, "There is no instruction `%s`.".formatted(parts[0]));
    }
    if (parts.length < 2) {
      throw new Unreadable(begin, "`%s` says nothing: an argument is missing.".formatted(word));
    }
    return new Instruction(begin, word, parts[1], documents(begin, word, parts[1]));
  }

  private List<String> documents(int begin, String word, String arguments) throws Unreadable {
    List<String> documents = new ArrayList<>();
    if (WITH_DOCUMENTS.contains(word)) {
      Matcher opening = DOCUMENT.matcher(arguments);
      while (opening.find()) {
        documents.add(document(begin, opening.group(3), opening.group(1).equals("-")));
      }
    }
    return documents;
  }

  private String document(int begin, String end, boolean tabs) throws Unreadable {
    List<String> body = new ArrayList<>();
    while (next < lines.size()) {
      String line = tabs ? lines.get(next).replaceFirst("^\t+", "") : lines.get(next);
      next++;
      if (line.equals(end)) {
        return String.join("\n", body);
      }
      body.add(line);
    }
    throw new Unreadable(begin, "The here-document `%s` has no end.".formatted(end));
  }
}
