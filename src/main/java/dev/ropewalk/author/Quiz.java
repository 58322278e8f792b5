package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in Katacoda's form: {@code >>Question<<} and below it {@code (*) right} and {@code ( )
 * wrong}, {@code === text} or {@code =~= part of a text}.
 *
 * @param options what can be chosen; none where a text is asked for
 * @param right numbers of the right options, from 0
 * @param text what must be answered where there are no options
 */
record Quiz(String question, List<String> options, List<Integer> right, String text) {
  private static final Pattern QUESTION = Pattern.compile("\\s*>>\\s*(.*?)\\s*<<\\s*");
  private static final Pattern OPTION = Pattern.compile("\\s*[(\\[]([ *xX]?)[)\\]]\\s*(\\S.*)");
  private static final Pattern TEXT = Pattern.compile("\\s*=(?:==|~=)\\s*(\\S.*)");

  Quiz {
    options = List.copyOf(options);
    right = List.copyOf(right);
  }

  /** The question of a line; empty where there is none. */
  static Optional<String> question(String line) {
    Matcher question = QUESTION.matcher(line);
    return question.matches() ? Optional.of(question.group(1)) : Optional.empty();
  }

  /** Whether a line can be one of the answers below a question. */
  static boolean isAnswer(String line) {
    return OPTION.matcher(line).matches() || TEXT.matcher(line).matches();
  }

  /** A question with the lines below it. */
  static Quiz of(String question, List<String> lines) {
    List<String> options = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    String text = "";
    for (String line : lines) {
      Matcher option = OPTION.matcher(line);
      Matcher exact = TEXT.matcher(line);
      if (option.matches()) {
        if (!option.group(1).isBlank()) {
          right.add(options.size());
        }
        options.add(option.group(2).strip());
      } else if (exact.matches()) {
        text = exact.group(1).strip();
      }
    }
    return new Quiz(question.replaceFirst("^Q?\\d+[:.)]\\s*", ""), options, right, text);
  }

  /** Whether there is one right answer to be given by a word. */
  boolean asksForOne() {
    return options.isEmpty() ? !text.isEmpty() : options.size() > 1 && right.size() == 1;
  }

  /** What is typed for an option: the option itself where all are single words, else a letter. */
  String word(int option) {
    boolean words = options.stream().allMatch(each -> each.matches("[\\p{L}\\p{N}._/-]{1,20}"));
    return words ? options.get(option) : Character.toString('a' + option);
  }

  /** What is right, as it is typed. */
  String answer() {
    return options.isEmpty() ? text : word(right.getFirst());
  }

  /** The question for its reader, as Markdown. */
  String prose() {
    StringBuilder prose = new StringBuilder("**" + question + "**\n\n");
    for (int i = 0; i < options.size(); i++) {
      boolean letter = !word(i).equals(options.get(i));
      prose.append("- `").append(word(i)).append('`').append(letter ? ": " + options.get(i) : "");
      prose.append('\n');
    }
    return prose
        .append(
            asksForOne()
                ? "\nAnswer with `:answer " + (options.isEmpty() ? "TEXT" : "WORD") + "`."
                : "")
        .toString()
        .strip();
  }

  /** The claim of a check. */
  String claim() {
    if (options.isEmpty()) {
      return "{text: {is: " + CheckYaml.quoted(text) + "}}";
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      words.add(CheckYaml.quoted(word(i)));
    }
    return "{choice: {of: [%s], right: %s}}"
        .formatted(String.join(", ", words), CheckYaml.quoted(answer()));
  }
}
