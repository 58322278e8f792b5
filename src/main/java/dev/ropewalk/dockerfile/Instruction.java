package dev.ropewalk.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An instruction.
 *
 * @param line where it begins, from 1
 * @param word in capitals: {@code COPY}
 * @param arguments what stands after the word, its lines joined, single spaces between words
 * @param documents the texts of its here-documents
 */
public record Instruction(int line, String word, String arguments, List<String> documents) {
  public Instruction {
    documents = List.copyOf(documents);
  }

  /** The flags before the other arguments: {@code --from=build}. */
  public List<String> flags() {
    return words().stream().takeWhile(word -> word.startsWith("--")).toList();
  }

  /** The arguments after the flags. */
  public String rest() {
    return String.join(" ", words().stream().dropWhile(word -> word.startsWith("--")).toList());
  }

  /** The words of its exec form, {@code ["redis-server", "--port", "1"]}; empty in shell form. */
  public Optional<List<String>> exec() {
    return ExecForm.read(rest());
  }

  private List<String> words() {
    return Arrays.asList(arguments.split(" "));
  }
}
