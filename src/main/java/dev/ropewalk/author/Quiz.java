package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question in Katacoda's form: {@code >>Question<<} and below it {@code (*) right} and {@code ( )
 * wrong}, the same in square brackets where all that are right must be chosen, {@code === text} or
 * {@code =~= part of a text}.
 *
 * @param options what can be chosen; none where a text is asked for
 * @param right numbers of the right options, from 0
 * @param take how many of them are to be chosen
 * @param texts any of which is right where there are no options
 * @param part whether it is enough to say the text somewhere in the answer
 */
record Quiz(
    String question,
    List<String> options,
    List<Integer> right,
    Take take,
    List<String> texts,
    boolean part) {
  /** How many of the right options are to be chosen. */
  enum Take {
    ONE,
    ALL
  }

  /** So many have a letter each. */
  private static final int MOST_OPTIONS = 26;

  private static final Pattern QUESTION = Pattern.compile("\\s*>>\\s*(.*?)\\s*<<\\s*");
  private static final Pattern OPTION = Pattern.compile("\\s*[(\\[]([ *xX]?)[)\\]]\\s*(\\S.*)");
  private static final Pattern TEXT = Pattern.compile("\\s*=(?:==|~=)\\s*(\\S.*)");

  Quiz {
    options = List.copyOf(options);
    right = List.copyOf(right);
    texts = List.copyOf(texts);
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
    List<String> texts = new ArrayList<>();
    Take take = Take.ONE;
    boolean part = false;
    for (String line : lines) {
      Matcher option = OPTION.matcher(line);
      Matcher text = TEXT.matcher(line);
      if (option.matches()) {
        if (!option.group(1).isBlank()) {
          right.add(options.size());
        }
        take = line.strip().startsWith("[") ? Take.ALL : take;
        options.add(option.group(2).strip());
      } else if (text.matches()) {
        texts.add(text.group(1).strip());
        part = part || line.strip().startsWith("=~=");
      }
    }
    return new Quiz(
        question.replaceFirst("^Q?\\d+[:.)]\\s*", ""), options, right, take, texts, part);
  }

  /** Whether something is right and something is not, so that it can be asked. */
  boolean canBeAsked() {
    return options.isEmpty()
        ? !texts.isEmpty()
        : options.size() > 1 && options.size() <= MOST_OPTIONS && !right.isEmpty();
  }

  /** What of it is lost, each a sentence. */
  List<String> lost() {
    if (!canBeAsked()) {
      return List.of("the question `" + question + "`: no answer to it is marked as right");
    }
    List<String> lost = new ArrayList<>();
    if (texts.size() > 1) {
      lost.add(
          "of the answers to `%s` only `%s` is taken, not `%s`"
              .formatted(
                  question, texts.getFirst(), String.join("`, `", texts.subList(1, texts.size()))));
    }
    if (options.isEmpty() && part) {
      lost.add(
          "the answer to `%s` is `%s` alone, where it was enough to name it among other words"
              .formatted(question, texts.getFirst()));
    }
    return lost;
  }

  /** What is typed for an option: the option itself where all are single words, else a letter. */
  String word(int option) {
    boolean words =
        options.stream().allMatch(each -> each.matches("[\\p{L}\\p{N}._/-]{1,20}"))
            && options.stream().map(each -> each.toLowerCase(Locale.ROOT)).distinct().count()
                == options.size();
    return words ? options.get(option) : Character.toString('a' + option);
  }

  /** What is right, as it is typed. */
  String answer() {
    return options.isEmpty()
        ? texts.getFirst()
        : right.stream()
            .limit(take == Take.ALL ? right.size() : 1)
            .map(this::word)
            .collect(Collectors.joining(" "));
  }

  /** The question for its reader, as Markdown. */
  String prose() {
    StringBuilder prose = new StringBuilder("**" + question + "**\n\n");
    for (int i = 0; i < options.size(); i++) {
      boolean letter = !word(i).equals(options.get(i));
      prose.append("- `").append(word(i)).append('`').append(letter ? ": " + options.get(i) : "");
      prose.append('\n');
    }
    if (canBeAsked()) {
      prose.append(
          options.isEmpty()
              ? "\nAnswer with `:answer TEXT`."
              : take == Take.ALL
                  ? "\nAnswer with `:answer` and all that are right."
                  : "\nAnswer with `:answer WORD`.");
    }
    return prose.toString().strip();
  }

  /** The claim of a check. */
  String claim() {
    if (options.isEmpty()) {
      return "{text: {is: " + CheckYaml.quoted(texts.getFirst()) + "}}";
    }
    String of = words(IntStream.range(0, options.size()).boxed().toList());
    String is =
        right.size() == 1
            ? "right: " + CheckYaml.quoted(word(right.getFirst()))
            : (take == Take.ALL ? "all: " : "right: ") + words(right);
    return "{choice: {of: %s, %s}}".formatted(of, is);
  }

  private String words(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> CheckYaml.quoted(word(number)))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
