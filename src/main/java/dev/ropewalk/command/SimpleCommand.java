package dev.ropewalk.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * One simple command of a line: what stands between two separators.
 *
 * @param words its words in order, without redirections; assignments and prefixes such as {@code
 *     sudo} included
 * @param redirects the targets of its redirections
 * @param documents its here-documents, each without its last line, which counts as a closing quote
 * @param start the place after the separator before it
 * @param end the place of the separator after it, or the end of the line
 */
public record SimpleCommand(
    List<Word> words, List<Word> redirects, List<Word> documents, int start, int end) {
  public SimpleCommand {
    words = List.copyOf(words);
    redirects = List.copyOf(redirects);
    documents = List.copyOf(documents);
  }

  /** A command without redirections. */
  public SimpleCommand(List<Word> words, int start, int end) {
    this(words, List.of(), List.of(), start, end);
  }

  /**
   * The words that are really run: without assignments, shell keywords, {@code sudo}, {@code env}
   * and the like.
   */
  public List<Word> program() {
    return Prefixes.strip(words);
  }

  /** The word or target that ends at a place; an empty one where none does. */
  Word wordAt(int end) {
    return Stream.concat(words.stream(), redirects.stream())
        .filter(word -> word.end() == end)
        .findFirst()
        .orElse(new Word("", end, end));
  }

  /** Tells whether this runs the docker client, by name or by path. */
  public boolean isDocker() {
    return isDocker(program());
  }

  static boolean isDocker(List<Word> program) {
    return !program.isEmpty() && isDocker(program.getFirst().text());
  }

  private static boolean isDocker(String program) {
    return program.equals("docker") || program.endsWith("/docker");
  }
}
