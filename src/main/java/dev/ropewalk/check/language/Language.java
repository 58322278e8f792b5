package dev.ropewalk.check.language;

import dev.ropewalk.check.container.EventPattern;
import dev.ropewalk.check.learner.ContainerFact;
import dev.ropewalk.check.learner.RightAnswer;
import dev.ropewalk.check.match.MatcherWord;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import java.util.Arrays;
import java.util.List;

/**
 * The check language as it is read: its nouns, the keys of a check, the words of matchers, the
 * actions of events and the facts that questions ask for. A view of the reader's own tables, for
 * everything that explains the language.
 */
public final class Language {
  private Language() {}

  /**
   * A noun.
   *
   * @param word the key of its sentence
   * @param doc what it is for, one sentence
   * @param subject what stands after the word
   * @param properties the further keys of its sentence
   * @param example a whole check in YAML; empty where there is none
   * @param capturable what a check like the example can capture
   */
  public record NounShape(
      String word,
      String doc,
      Shape subject,
      Shape.Keys properties,
      String example,
      List<String> capturable) {
    public NounShape {
      capturable = List.copyOf(capturable);
    }
  }

  /**
   * A matcher's word, as it can be said of one type.
   *
   * @param argument what stands after it
   */
  public record MatcherShape(String word, String doc, Shape argument) {}

  /** A word with its meaning. */
  public record Term(String word, String doc) {}

  /** All nouns, in the order of the reference. */
  public static List<NounShape> nouns() {
    return Nouns.ALL.stream()
        .map(
            n ->
                new NounShape(
                    n.word(), n.doc(), n.subject(), n.further(), n.example(), Nouns.capturable(n)))
        .toList();
  }

  /** The nouns whose checks, as in their examples, can hold only after somebody did something. */
  public static List<String> needingAct() {
    return Nouns.needingAct();
  }

  /** The keys that every check may have beside its noun. */
  public static Shape.Keys common() {
    return CheckReader.COMMON;
  }

  /** The matchers that can be said of values of a type. */
  public static List<MatcherShape> matchers(Type type) {
    return Arrays.stream(MatcherWord.values())
        .filter(word -> word.fits(type))
        .map(word -> new MatcherShape(word.word(), word.doc(), word.argument(type)))
        .toList();
  }

  /** The words of all matchers. */
  public static List<Term> matcherWords() {
    return Arrays.stream(MatcherWord.values()).map(w -> new Term(w.word(), w.doc())).toList();
  }

  /** What can happen to containers, and then to other things. */
  public static List<String> eventActions() {
    return EventPattern.ACTION.allowed();
  }

  /** What a question can ask of a container. */
  public static List<Term> answerFacts() {
    return java.util.stream.Stream.concat(
            ContainerFact.ALL.stream().map(fact -> new Term(fact.name(), fact.words())),
            java.util.stream.Stream.of(
                new Term(RightAnswer.PID, "the pid that the container gives to a `process` of it"),
                new Term(RightAnswer.COUNT, "how many containers of the lesson fit")))
        .toList();
  }
}
