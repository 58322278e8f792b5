package dev.ropewalk.terminal;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Completion;
import dev.ropewalk.command.Completions;
import dev.ropewalk.command.LiveNames;
import dev.ropewalk.session.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes ropewalk's words, docker's commands and flags, the names on the engine, and files. */
public final class LineCompleter implements Completer {
  private final CommandTable commands;
  private final LiveNames names;
  private final Supplier<List<String>> lessons;
  private final Supplier<Path> directory;

  public LineCompleter(
      CommandTable commands,
      LiveNames names,
      Supplier<List<String>> lessons,
      Supplier<Path> directory) {
    this.commands = commands;
    this.names = names;
    this.lessons = lessons;
    this.directory = directory;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line().substring(0, line.cursor());
    if (text.equals(":") || Word.isMeant(text)) {
      words(text.stripLeading(), candidates);
      return;
    }
    Completion completion = Completions.complete(line.line(), line.cursor(), commands, names);
    for (dev.ropewalk.command.Candidate found : completion.candidates()) {
      boolean whole = found.ending() == dev.ropewalk.command.Candidate.Ending.SPACE;
      candidates.add(candidate(found.value(), found.group(), found.description(), whole));
    }
    if (completion.files() == Completion.Files.FIT) {
      FileNames.of(directory.get(), line.word())
          .forEach(name -> candidates.add(candidate(name.quoted(), "", "", name.whole())));
    }
  }

  private void words(String text, List<Candidate> candidates) {
    if (text.startsWith(":goto ")) {
      lessons.get().forEach(lesson -> candidates.add(candidate(lesson, "lessons", "", true)));
    } else if (text.startsWith(":" + Word.INSIDE.word() + " ")) {
      names
          .containers(LiveNames.Containers.RUNNING)
          .forEach(name -> candidates.add(candidate(name, "containers", "", true)));
    } else if (!text.contains(" ")) {
      for (Word word : Word.values()) {
        candidates.add(candidate(":" + word.word(), "", word.doc(), true));
      }
    }
  }

  private static Candidate candidate(
      String value, String group, String description, boolean whole) {
    return new Candidate(
        value,
        value,
        group.isEmpty() ? null : group,
        description.isEmpty() ? null : description,
        null,
        null,
        whole);
  }
}
