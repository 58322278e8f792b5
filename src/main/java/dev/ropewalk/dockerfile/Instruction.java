package dev.ropewalk.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * An instruction.
 *
 * @param line where it begins, from 1
 * @param word in capitals: {@code COPY}
 * @param flags before the other arguments, {@code --from=build}, without their quotes
 * @param text what stands after the flags, its lines joined, otherwise as written
 * @param words its arguments as docker parts them: the texts of a list, {@code key=value} of {@code
 *     ENV}, {@code LABEL} and {@code ARG} with their quotes, one text for a command in shell form;
 *     of {@code ONBUILD} none
 * @param form whether the words were written as a JSON list
 * @param hereDocuments those that it opens
 * @param trigger the instruction after {@code ONBUILD}
 */
public record Instruction(
    int line,
    String word,
    List<String> flags,
    String text,
    List<String> words,
    Form form,
    List<HereDocument> hereDocuments,
    Optional<Instruction> trigger) {

  /** How the arguments are written. */
  public enum Form {
    /** A JSON list. */
    EXEC,
    /** Plain text; a command is run by a shell. */
    SHELL
  }

  public Instruction {
    flags = List.copyOf(flags);
    words = List.copyOf(words);
    hereDocuments = List.copyOf(hereDocuments);
  }

  /** The same with here-documents, which belong to an instruction after {@code ONBUILD} too. */
  Instruction with(List<HereDocument> documents) {
    return new Instruction(
        line,
        word,
        flags,
        text,
        words,
        form,
        documents,
        trigger.map(inner -> inner.with(documents)));
  }

  /** What stands after the word, flags too, single spaces between words outside of quotes. */
  public String arguments() {
    return (String.join(" ", flags) + " " + rest()).strip();
  }

  /** The arguments after the flags, single spaces between words outside of quotes. */
  public String rest() {
    return Blanks.single(text);
  }

  /**
   * The words of its exec form, {@code ["redis-server", "--port", "1"]}; empty in shell form. Of
   * {@code HEALTHCHECK} and {@code ONBUILD} it is that of the command inside.
   */
  public Optional<List<String>> exec() {
    if (trigger.isPresent()) {
      return trigger.get().exec();
    }
    return switch (form) {
      case SHELL -> Optional.empty();
      case EXEC -> Optional.of(word.equals("HEALTHCHECK") ? words.subList(1, words.size()) : words);
    };
  }

  /** The texts of its here-documents, without the last line feed. */
  public List<String> documents() {
    return hereDocuments.stream().map(HereDocument::text).toList();
  }

  /** Arguments with single spaces between the words outside of quotes, to compare them. */
  public static String singleSpaced(String arguments) {
    return Blanks.single(arguments);
  }
}
