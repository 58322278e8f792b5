package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import java.util.Map;
import java.util.Optional;

/** Says that a container was not given the flag that makes it as expected. */
final class FlagMismatch {
  private final Scene scene;
  private final Container container;
  private final Expectations.Mismatch<SeenContainer> mismatch;
  private final String name;
  private final String expected;
  private final String actual;

  FlagMismatch(Scene scene, Container container, Expectations.Mismatch<SeenContainer> mismatch) {
    this.scene = scene;
    this.container = container;
    this.mismatch = mismatch;
    name = "`" + container.name() + "`";
    expected = scene.wording().of(mismatch.matcher());
    actual = mismatch.shown();
  }

  Diagnosis diagnosis(RunFlag flag) {
    return switch (flag) {
      case RunFlag.Switch given -> of(given);
      case RunFlag.Setting setting -> of(setting);
      case RunFlag.Named named ->
          MatchedParts.unmet(mismatch, scene)
              .map(part -> of(named, part))
              .orElseGet(
                  () ->
                      of(
                          new RunFlag.Setting(
                              named.flag(),
                              "has the " + named.noun() + "s %s",
                              "has no " + named.noun(),
                              false)));
    };
  }

  private Diagnosis of(RunFlag.Switch given) {
    return expected.equals("true")
        ? detail(
            "%s was run without `%s`, so %s.".formatted(name, given.flag(), given.without())
                + FlagsAfterImage.sentence(container, scene))
        : detail("%s was run with `%s`, so %s.".formatted(name, given.flag(), given.with()));
  }

  private Diagnosis of(RunFlag.Setting setting) {
    boolean none =
        Wording.isNone(mismatch.actual())
            // The engine's word for no policy; elsewhere it may be a name.
            || mismatch.attribute().name().equals("restart_policy") && actual.equals("no");
    String is =
        mismatch.counted().isPresent() && !none
            ? MismatchText.counted(mismatch, mismatch.attribute().name().replace('_', ' '))
                .orElseThrow()
            : none ? setting.none() : setting.some().formatted(MismatchText.quoted(actual));
    if (Wording.wantsNone(mismatch.matcher())) {
      return detail("%s %s, but this step asks for one without.".formatted(name, is));
    }
    return detail(
        "%s %s, but this step asks for %s."
                .formatted(
                    name,
                    is,
                    MatchedParts.literal(mismatch.matcher(), scene)
                        .map(MismatchText::quoted)
                        .orElseGet(() -> scene.wording().quoted(mismatch.matcher())))
            + FlagsAfterImage.sentence(container, scene));
  }

  private Diagnosis of(RunFlag.Named named, Map.Entry<String, Matcher> part) {
    String key = part.getKey();
    Optional<Value> value =
        mismatch.actual() instanceof Value.Fields(var fields)
            ? Optional.ofNullable(fields.get(key))
            : Optional.empty();
    String wanted = scene.wording().quoted(part.getValue());
    if (Wording.wantsNone(part.getValue())) {
      return detail(
          "%s has the %s `%s`, but this step asks for none of that name."
              .formatted(name, named.noun(), key));
    }
    String says =
        value
            .map(
                v ->
                    "The %s `%s` of %s is %s, but this step asks for %s."
                        .formatted(
                            named.noun(),
                            key,
                            name,
                            MismatchText.quoted(Type.Single.TEXT.show(v)),
                            wanted))
            .orElseGet(() -> "%s has no %s `%s`.".formatted(name, named.noun(), key));
    return detail(says + FlagsAfterImage.sentence(container, scene));
  }

  private static Diagnosis detail(String says) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, "");
  }
}
