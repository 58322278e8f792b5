package dev.ropewalk.check.object;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.dockerfile.Dockerfile;
import dev.ropewalk.dockerfile.Instruction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which instruction of a Dockerfile is lacking, too much, or not as it should be. */
final class InstructionText {
  private final String name;
  private final Dockerfile file;
  private final Scene scene;

  private InstructionText(String name, Dockerfile file, Scene scene) {
    this.name = name;
    this.file = file;
    this.scene = scene;
  }

  static Diagnosis of(String name, Dockerfile file, Matcher matcher, Scene scene) {
    String says =
        new InstructionText(name, file, scene)
            .says(matcher)
            .orElse("The instructions of `%s` are not as this step asks.".formatted(name));
    return new Diagnosis(Progress.WRONG_DETAIL, says, "");
  }

  private Optional<String> says(Matcher matcher) {
    return switch (matcher) {
      case Matcher.AnyItem(var item) -> Optional.of(lacks(item));
      case Matcher.Contains _ -> Optional.of(lacks(matcher));
      case Matcher.NoItem(var item) -> Optional.of(tooMuch(item));
      case Matcher.Not(Matcher.AnyItem(var item)) -> Optional.of(tooMuch(item));
      case Matcher.Not(Matcher.Contains(var literal)) ->
          Optional.of(tooMuch(new Matcher.Is(literal)));
      case Matcher.AllItems(var item) -> unlike(item);
      case Matcher.Both(var both) ->
          both.stream().filter(each -> !holds(each)).findFirst().flatMap(this::says);
      case Matcher.InOrder(var items) -> Optional.of(together(items));
      case Matcher.Exactly(var items) when !items.isEmpty() -> Optional.of(together(items));
      default -> Optional.empty();
    };
  }

  private String together(List<Matcher> items) {
    return items.stream()
        .filter(item -> file.instructions().stream().noneMatch(it -> meets(it, item)))
        .findFirst()
        .map(this::lacks)
        .orElseGet(() -> order(items));
  }

  /** All of them are there: which one stands too early, or else that there are more. */
  private String order(List<Matcher> items) {
    List<Instruction> rest = file.instructions();
    String before = "";
    for (Matcher item : items) {
      Optional<Instruction> next = rest.stream().filter(it -> meets(it, item)).findFirst();
      if (next.isEmpty()) {
        String after = before;
        return file.instructions().stream()
            .filter(it -> meets(it, item))
            .findFirst()
            .map(
                it ->
                    "`%s`, line %s: `%s` stands too early; this step asks for it after `%s`."
                        .formatted(name, it.line(), whole(it), after))
            .orElseThrow();
      }
      rest = rest.subList(rest.indexOf(next.get()) + 1, rest.size());
      before = whole(next.get());
    }
    return "`%s` has more instructions than this step asks for.".formatted(name);
  }

  private static String whole(Instruction instruction) {
    return (instruction.word() + " " + instruction.arguments()).strip();
  }

  private String lacks(Matcher item) {
    Map<String, Matcher> parts = parts(item);
    List<String> words = words(parts);
    if (words.isEmpty()) {
      return "`%s` lacks an instruction that this step asks for.".formatted(name);
    }
    List<Instruction> alike =
        file.instructions().stream().filter(it -> words.contains(it.word())).toList();
    Optional<String> arguments = literal(parts, "arguments");
    String whole =
        words.stream()
            .map(word -> "`" + (word + " " + arguments.orElse("")).strip() + "`")
            .collect(Collectors.joining(" or "));
    if (alike.isEmpty()) {
      return "`%s` has no %s.".formatted(name, whole);
    }
    return "%s %s in `%s` is%s as this step asks.%s"
        .formatted(
            alike.size() == 1 ? "The" : "No",
            alike.stream()
                .map(it -> "`" + it.word() + "`")
                .distinct()
                .collect(Collectors.joining(" or ")),
            name,
            alike.size() == 1 ? " not" : "",
            how(whole, parts, alike));
  }

  /** The words by which the instruction may begin; none where any will do. */
  private List<String> words(Map<String, Matcher> parts) {
    List<String> words =
        parts.get("word") instanceof Matcher.OneOf(var literals)
            ? literals.stream().map(it -> it.show(scene.variables())).toList()
            : literal(parts, "word").stream().toList();
    return words.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList();
  }

  /** What is known of how it should be, with a blank before; else empty. */
  private String how(String whole, Map<String, Matcher> parts, List<Instruction> alike) {
    boolean otherForm =
        literal(parts, "form").isPresent()
            && alike.stream()
                .noneMatch(it -> literal(parts, "form").get().equals(DockerfileClaim.form(it)));
    if (otherForm) {
      return literal(parts, "form").get().equals("exec")
          ? " What follows it must be a list: `[\"WORD\", \"WORD\"]`."
          : " What follows it must be plain words, and no list.";
    }
    return parts.get("arguments") instanceof Matcher.Is ? " It is %s.".formatted(whole) : "";
  }

  private String tooMuch(Matcher item) {
    return file.instructions().stream()
        .filter(it -> meets(it, item))
        .findFirst()
        .map(
            it ->
                "`%s`, line %s: there is `%s`, and this step asks for none such."
                    .formatted(name, it.line(), whole(it)))
        .orElseGet(() -> "`%s` has an instruction too much.".formatted(name));
  }

  /** The first line that breaks a rule for all of them. */
  private Optional<String> unlike(Matcher item) {
    return file.instructions().stream()
        .filter(it -> !meets(it, item))
        .findFirst()
        .map(
            it ->
                "`%s`, line %s: `%s` is not as this step asks%s."
                    .formatted(
                        name,
                        it.line(),
                        whole(it),
                        parts(item).getOrDefault("arguments", new Matcher.Exists())
                                instanceof Matcher.Not(var inner)
                            ? ": there is to be no %s".formatted(scene.wording().quoted(inner))
                            : ""));
  }

  private boolean holds(Matcher matcher) {
    return scene
        .matching()
        .test(
            matcher,
            DockerfileClaim.INSTRUCTIONS,
            new Value.Items(
                file.instructions().stream().<Value>map(DockerfileClaim::value).toList()));
  }

  private boolean meets(Instruction instruction, Matcher item) {
    return scene
        .matching()
        .test(
            new Matcher.AnyItem(item),
            DockerfileClaim.INSTRUCTIONS,
            new Value.Items(List.of(DockerfileClaim.value(instruction))));
  }

  /** Of the short form, too: {@code EXPOSE 80}. */
  private Map<String, Matcher> parts(Matcher item) {
    Optional<Literal> whole =
        switch (item) {
          case Matcher.Is(var literal) -> Optional.of(literal);
          case Matcher.Contains(var literal) -> Optional.of(literal);
          default -> Optional.empty();
        };
    return whole
        .map(literal -> literal.value(scene.variables()))
        .filter(Value.Fields.class::isInstance)
        .map(value -> ((Value.Fields) value).fields())
        .map(
            fields ->
                fields.entrySet().stream()
                    .collect(
                        Collectors.<Map.Entry<String, Value>, String, Matcher>toMap(
                            Map.Entry::getKey,
                            field ->
                                new Matcher.Is(
                                    new Literal(
                                        Type.Single.TEXT.show(field.getValue()),
                                        Type.Single.TEXT)))))
        .orElseGet(() -> MatchedParts.parts(item));
  }

  private Optional<String> literal(Map<String, Matcher> parts, String key) {
    return Optional.ofNullable(parts.get(key)).flatMap(it -> MatchedParts.literal(it, scene));
  }
}
