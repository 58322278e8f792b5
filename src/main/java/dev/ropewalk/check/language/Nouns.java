package dev.ropewalk.check.language;

import dev.ropewalk.check.Noun;
import dev.ropewalk.check.container.ContainerClaim;
import dev.ropewalk.check.container.LogsClaim;
import dev.ropewalk.check.container.PortClaim;
import dev.ropewalk.check.inside.ExecClaim;
import dev.ropewalk.check.inside.LimitsClaim;
import dev.ropewalk.check.inside.NamespaceClaim;
import dev.ropewalk.check.inside.ProcessesClaim;
import dev.ropewalk.check.inside.ReachClaim;
import dev.ropewalk.check.inside.SecurityClaim;
import dev.ropewalk.check.learner.AnswerClaim;
import dev.ropewalk.check.learner.EventsClaim;
import dev.ropewalk.check.learner.ScriptClaim;
import dev.ropewalk.check.learner.ShownClaim;
import dev.ropewalk.check.learner.TypedClaim;
import dev.ropewalk.check.object.ComposeClaim;
import dev.ropewalk.check.object.DockerfileClaim;
import dev.ropewalk.check.object.FileClaim;
import dev.ropewalk.check.object.HostClaim;
import dev.ropewalk.check.object.ImageClaim;
import dev.ropewalk.check.object.NetworkClaim;
import dev.ropewalk.check.object.VolumeClaim;
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
          ShownClaim.NOUN,
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
