package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerDiagnosis;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.Quotation;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The learner has answered a question rightly since the step opened; the right answer may be
 * computed from the engine at that moment. A step may ask more than one, so that what was said last
 * may have been the answer to another question.
 */
public record AnswerClaim(Form form, RightAnswer right) implements Claim {
  /** Before a word, as it is spoken. */
  private static final Pattern ARTICLE = Pattern.compile("^(?i:the|an?)\\s+(?=\\S)");

  /** Before a word: of a capability, of a flag. */
  private static final Pattern SIGN = Pattern.compile("^(\\+|--?(?=[A-Za-z]))");

  /** What an answer looks like. */
  sealed interface Form {
    /** A whole number. */
    record Number() implements Form {}

    /** A text. */
    record Text() implements Form {}

    /** Words that are named, with those that are right. */
    record OfWords(Choice choice) implements Form {}

    /** What the learner is to type after {@code :answer}. */
    default String wanted() {
      return switch (this) {
        case Number() -> "the number";
        case Text() -> "what you found";
        case OfWords(var choice) -> choice.wanted();
      };
    }
  }

  private static final Shape.Keys FORMS =
      Shape.Keys.one(
          Shape.Key.optional("number", RightAnswer.form(Type.Single.NUMBER), "a whole number"),
          Shape.Key.optional("text", RightAnswer.form(Type.Single.TEXT), "a text"),
          Shape.Key.optional("choice", Choice.SHAPE, "one of several words, or more of them"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "answer",
          "A question to the learner, answered by `:answer VALUE`.",
          FORMS,
          Noun.keys(),
          """
          check: Which pid does the host give to the container's first process?
          answer: {number: {from: {container: redistest, value: host_pid}}}
          """,
          AnswerClaim::read);

  private static Optional<AnswerClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(subject, "`answer`");
    if (mapping.isEmpty() || mapping.get().entries().size() != 1) {
      mapping.ifPresent(
          m ->
              reading
                  .problems()
                  .add(
                      m.place(),
                      "`answer` takes one of: " + String.join(", ", FORMS.names()),
                      "write for instance `answer: {number: {from: {...}}}`"));
      return Optional.empty();
    }
    reading.allow(mapping.get(), "`answer`", FORMS.names());
    YamlNode.Entry entry = mapping.get().entries().getFirst();
    Optional<YamlNode.Mapping> body =
        reading.mapping(entry.value(), "`" + entry.key().text() + "`");
    if (body.isEmpty()) {
      return Optional.empty();
    }
    return switch (entry.key().text()) {
      case "number" ->
          RightAnswer.read(body.get(), Type.Single.NUMBER, reading)
              .map(r -> new AnswerClaim(new Form.Number(), r));
      case "text" ->
          RightAnswer.read(body.get(), Type.Single.TEXT, reading)
              .map(r -> new AnswerClaim(new Form.Text(), r));
      case "choice" ->
          Choice.read(body.get(), reading)
              .map(c -> new AnswerClaim(new Form.OfWords(c), new RightAnswer.Named()));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean isOfOneEngine() {
    return switch (right) {
      case RightAnswer.Pid _ -> true;
      case RightAnswer.From(_, var fact) -> fact.isOfOneEngine();
      case RightAnswer.Fixed _, RightAnswer.Named _, RightAnswer.Secret _, RightAnswer.Count _ ->
          false;
    };
  }

  @Override
  public Optional<String> question() {
    return Optional.of("Type `:answer` and " + form.wanted() + ".");
  }

  @Override
  public Verdict judge(Scene scene) {
    List<LearnerAct.Answer> answers = scene.history().answers();
    if (answers.isEmpty()) {
      return Claim.failed("an answer", "none yet", waits("This step waits for your answer."));
    }
    String given = answers.getLast().value().strip();
    Verdict verdict = judgeSpoken(given, scene);
    Optional<String> before =
        answers.subList(0, answers.size() - 1).reversed().stream()
            .map(each -> each.value().strip())
            .filter(each -> judgeSpoken(each, scene) instanceof Verdict.Passed)
            .findFirst();
    if (before.isPresent()) {
      return verdict instanceof Verdict.Failed failed && !isStale(scene)
          ? new Verdict.Passed(Map.of(), stays(failed.why(), before.get()))
          : new Verdict.Passed();
    }
    return verdict instanceof Verdict.Failed(var expected, _, var why, _)
            && why.progress() == Progress.WRONG_DETAIL
            && isStale(scene)
        ? Claim.failed(expected, given, waits("This step still waits for the right answer."))
        : verdict;
  }

  /** Who has answered rightly and goes on to guess reads that this was no right answer, too. */
  private static String stays(Diagnosis why, String right) {
    return "%s You have answered %s before, and that stays right."
        .formatted(why.says(), Quotation.code(right));
  }

  private Diagnosis waits(String says) {
    return new Diagnosis(Progress.NOTHING_DONE, says, "Type `:answer` and " + form.wanted() + ".");
  }

  /** Whether the learner has gone on since the last answer: what is wrong with it was told then. */
  private static boolean isStale(Scene scene) {
    return scene.history().acts().reversed().stream()
        .filter(act -> act instanceof LearnerAct.Line || act instanceof LearnerAct.Answer)
        .findFirst()
        .filter(LearnerAct.Line.class::isInstance)
        .isPresent();
  }

  /** What is right with an article before it is right. */
  private Verdict judgeSpoken(String given, Scene scene) {
    String plain = ARTICLE.matcher(given).replaceFirst("");
    return !plain.equals(given) && judge(plain, scene) instanceof Verdict.Passed passed
        ? passed
        : judge(given, scene);
  }

  private Verdict judge(String given, Scene scene) {
    if (form instanceof Form.Number && !given.matches("-?\\d+")) {
      return wrong(
          given, "`%s` is not a number, and this question asks for one.".formatted(given), "");
    }
    if (form instanceof Form.OfWords(var choice)) {
      return chosen(choice, given);
    }
    return switch (right) {
      case RightAnswer.Fixed(var literal) ->
          isSaid(scene.variables().expand(literal.text()), given)
              ? new Verdict.Passed()
              : wrong(
                  given,
                  "`%s` is not the right answer.".formatted(given),
                  isWord(scene.variables().expand(literal.text())) && !isWord(given)
                      ? "It is several words; type the one that is asked for alone."
                      : "");
      case RightAnswer.Named() -> throw new IllegalStateException("a choice knows what is right");
      case RightAnswer.Secret(var hashed) ->
          hashed.is(given)
              ? new Verdict.Passed()
              : wrong(given, "`%s` is not the right answer.".formatted(given), "");
      case RightAnswer.From from -> FactAnswer.judge(from, given, scene);
      case RightAnswer.Pid pid -> PidAnswer.judge(pid, given, scene);
      case RightAnswer.Count(var selector) -> judgeCount(selector, given, scene);
    };
  }

  private static Verdict chosen(Choice choice, String given) {
    String type = "Type `:answer` and " + choice.wanted() + ".";
    return switch (choice.judge(given)) {
      case Choice.Outcome.Right() -> new Verdict.Passed();
      case Choice.Outcome.Unknown(var word) ->
          wrong(
              given, "`%s` is none of the answers that this question knows.".formatted(word), type);
      case Choice.Outcome.Wrong(var word) when choice.take() == Choice.Take.ALL ->
          wrong(given, "`%s` is not one of the right answers.".formatted(word), "");
      case Choice.Outcome.Wrong _ ->
          wrong(given, "`%s` is not the right answer.".formatted(given), "");
      case Choice.Outcome.Missing(var more) ->
          wrong(
              given,
              "`%s` is right, but it is not all: %s more %s right."
                  .formatted(given, more, more == 1 ? "is" : "are"),
              type);
    };
  }

  private static boolean isWord(String text) {
    return !text.matches("(?s).*\\s.*");
  }

  /** A program may stand with its folders, and what redis replies with the sign before it. */
  static boolean isSaid(String right, String given) {
    String word = SIGN.matcher(given).replaceFirst("");
    String plain = word.startsWith("/") ? word.substring(word.lastIndexOf('/') + 1) : word;
    return right.equalsIgnoreCase(given) || right.equalsIgnoreCase(plain);
  }

  private static Verdict judgeCount(Selector selector, String given, Scene scene) {
    int ours = selector.select(scene.ours(), scene).size();
    int all = selector.select(scene.world().containers(), scene).size();
    if (ours == 0) {
      return Claim.failed(
          "containers to count", "none", new ContainerDiagnosis(scene).missing(selector));
    }
    if (given.equals(Integer.toString(ours))) {
      return new Verdict.Passed();
    }
    if (given.equals(Integer.toString(all))) {
      return wrong(
          given, "`%s` also counts containers that are not of this lesson.".formatted(given), "");
    }
    List<String> others = selector.othersInTheSameState(scene);
    return given.equals(Integer.toString(ours + others.size()))
        ? wrong(
            given,
            "`%s` also counts what the question is not about: `%s`."
                .formatted(given, String.join("`, `", others)),
            "")
        : wrong(
            given,
            "`%s` is not how %s there are now.".formatted(given, selector.several("many")),
            "`docker ps -a` lists all containers, stopped ones too.");
  }

  /** It is a wrong answer, for a reason. */
  static Verdict wrong(String given, String says, String remedy) {
    return Claim.failed(
        "the right answer", given, new Diagnosis(Progress.WRONG_DETAIL, says, remedy));
  }
}
