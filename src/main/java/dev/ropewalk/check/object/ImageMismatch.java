package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.ImageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why an image that is there is not as expected. */
final class ImageMismatch {
  /** The instruction of a Dockerfile that sets an attribute. */
  private static final Map<String, String> INSTRUCTIONS =
      Map.of(
          "user", "USER",
          "workdir", "WORKDIR",
          "entrypoint", "ENTRYPOINT",
          "cmd", "CMD",
          "env", "ENV",
          "labels", "LABEL",
          "exposes", "EXPOSE",
          "volumes", "VOLUME",
          "healthcheck", "HEALTHCHECK",
          "base", "FROM");

  private static final Map<String, String> WORDS =
      Map.of(
          "workdir", "working directory",
          "cmd", "default command",
          "env", "environment",
          "exposes", "exposed ports",
          "healthcheck", "health check");

  private final String name;
  private final Scene scene;
  private final Expectations.Mismatch<SeenImage> mismatch;
  private final String expected;
  private final String actual;
  private final Value seen;

  ImageMismatch(String name, Scene scene, Expectations.Mismatch<SeenImage> mismatch) {
    this.name = "`" + name + "`";
    this.scene = scene;
    this.mismatch = mismatch;
    expected = scene.wording().of(mismatch.matcher());
    actual = mismatch.shown();
    seen = mismatch.actual() instanceof Value.Ways ways ? ways.plainest() : mismatch.actual();
  }

  Verdict verdict() {
    return Claim.failed(expected, actual, new Diagnosis(Progress.WRONG_DETAIL, says(), remedy()));
  }

  private String says() {
    String attribute = mismatch.attribute().name();
    String words = WORDS.getOrDefault(attribute, attribute);
    if (attribute.equals("id")) {
      return ofId();
    }
    if (attribute.equals("size")) {
      return "The image %s takes %s, but this step asks for %s."
          .formatted(name, MismatchText.quoted(actual), scene.wording().quoted(mismatch.matcher()));
    }
    String part =
        MatchedParts.unmet(mismatch, scene)
            .map(
                named ->
                    "%s `%s`"
                        .formatted(
                            words.equals("environment") ? "the variable" : "the label",
                            named.getKey()
                                + MatchedParts.literal(named.getValue(), scene)
                                    .map(value -> "=" + value)
                                    .orElse("")))
            .orElse("");
    if (!part.isEmpty() && !Wording.wantsNone(mismatch.matcher())) {
      return "The image %s has not got %s that this step asks for.".formatted(name, part);
    }
    if (Wording.isNone(seen)) {
      return "The image %s has no %s, but this step asks for %s."
          .formatted(name, words, scene.wording().quoted(mismatch.matcher()));
    }
    Optional<String> counted = MismatchText.counted(mismatch, words);
    if (counted.isPresent()) {
      return "The image %s %s, but this step asks for %s."
          .formatted(name, counted.get(), scene.wording().quoted(mismatch.matcher()));
    }
    Optional<String> split = split();
    if (split.isPresent()) {
      return "The image %s has the %s %s".formatted(name, words, split.get());
    }
    return "The image %s has the %s %s, but this step asks for %s."
        .formatted(
            name,
            words,
            MismatchText.items(seen).orElseGet(() -> MismatchText.quoted(actual)),
            Wording.wantsNone(mismatch.matcher())
                ? "none"
                : scene.wording().quoted(mismatch.matcher()));
  }

  /** Which images those are: an id alone tells nobody anything. */
  private String ofId() {
    if (mismatch.matcher() instanceof Matcher.Not) {
      return "The image %s is still the same one (id `%s`), but this step asks for another under this name."
          .formatted(name, actual);
    }
    return "The image %s is %s, but this step asks for %s."
        .formatted(
            name,
            namesOf(actual).findFirst().map("`%s`"::formatted).orElse("another one")
                + " (id `%s`)".formatted(actual),
            namesOf(expected)
                .findFirst()
                .map("that of `%s`"::formatted)
                .orElse("the one with the id `%s`".formatted(expected)));
  }

  /** The other names of an image. */
  private Stream<String> namesOf(String id) {
    String digits = id.replaceFirst("^sha256:", "");
    return digits.isEmpty()
        ? Stream.empty()
        : scene.world().images().stream()
            .filter(it -> it.id().startsWith("sha256:" + digits))
            .flatMap(it -> it.tags().stream())
            .map(tag -> ImageRef.parse(tag).familiar())
            .filter(tag -> !name.equals("`" + tag + "`"));
  }

  /** The same words, but put together otherwise. */
  private Optional<String> split() {
    List<String> wanted = MatchedParts.words(mismatch.matcher(), scene);
    boolean alike =
        seen instanceof Value.Items(var items)
            && String.join(" ", items.stream().map(Type.Single.TEXT::show).toList())
                .equals(String.join(" ", wanted));
    return alike
        ? Optional.of(
            "%s as %s word%s, but this step asks for %s words: each stands in quotes of its own."
                .formatted(
                    MismatchText.items(seen).orElse(""),
                    ((Value.Items) seen).items().size(),
                    ((Value.Items) seen).items().size() == 1 ? "" : "s",
                    wanted.size()))
        : Optional.empty();
  }

  private String remedy() {
    if (mismatch.attribute().name().equals("id") && !(mismatch.matcher() instanceof Matcher.Not)) {
      return namesOf(expected)
          .findFirst()
          .map(it -> "`docker tag %s %s` gives it that name.".formatted(it, name.replace("`", "")))
          .orElse("");
    }
    String instruction = INSTRUCTIONS.get(mismatch.attribute().name());
    return instruction == null
        ? ""
        : "`%s` in its Dockerfile sets that; then build it again.".formatted(instruction);
  }
}
