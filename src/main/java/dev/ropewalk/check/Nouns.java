package dev.ropewalk.check;

import java.util.List;
import java.util.Optional;

/** All nouns of the check language, in the order of its reference. */
final class Nouns {
  static final List<Noun> ALL =
      List.of(
          ContainerClaim.NOUN,
          ImageClaim.NOUN,
          NetworkClaim.NOUN,
          VolumeClaim.NOUN,
          PortClaim.NOUN,
          LogsClaim.NOUN,
          EventsClaim.NOUN,
          NamespaceClaim.NOUN,
          ExecClaim.NOUN,
          ProcessesClaim.NOUN,
          LimitsClaim.NOUN,
          SecurityClaim.NOUN,
          ReachClaim.NOUN,
          FileClaim.NOUN,
          DockerfileClaim.NOUN,
          ComposeClaim.NOUN,
          HostClaim.NOUN,
          TypedClaim.NOUN,
          AnswerClaim.NOUN,
          Combination.ALL_NOUN,
          Combination.ANY_NOUN,
          Combination.NONE_NOUN,
          ScriptClaim.NOUN);

  private Nouns() {}

  static Optional<Noun> find(String word) {
    return ALL.stream().filter(noun -> noun.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return ALL.stream().map(Noun::word).toList();
  }
}
