package dev.ropewalk.check.language;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Claim;
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
import dev.ropewalk.check.object.ComposeFileClaim;
import dev.ropewalk.check.object.DockerfileClaim;
import dev.ropewalk.check.object.FileClaim;
import dev.ropewalk.check.object.HostClaim;
import dev.ropewalk.check.object.ImageClaim;
import dev.ropewalk.check.object.NetworkClaim;
import dev.ropewalk.check.object.RunClaim;
import dev.ropewalk.check.object.VolumeClaim;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
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
          RunClaim.NOUN,
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
          ComposeFileClaim.NOUN,
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

  /** The check that a noun's example is; empty where there is none. */
  private static Optional<Check> example(Noun noun) {
    Problems problems = new Problems(new Source(noun.word(), noun.example()));
    return Yaml.read(problems)
        .flatMap(node -> CheckReader.read(node, new NodeReader(problems, List.of())));
  }

  /** The nouns whose checks, as in their examples, can hold only after somebody did something. */
  static List<String> needingAct() {
    return ALL.stream()
        .filter(noun -> example(noun).filter(Check::needsAct).isPresent())
        // Of several sentences it depends on each of them.
        .filter(noun -> example(noun).filter(c -> c.claim() instanceof Combination).isEmpty())
        .map(Noun::word)
        .toList();
  }

  /** What a check like a noun's example can capture. */
  static List<String> capturable(Noun noun) {
    return example(noun)
        .map(Check::claim)
        // What several sentences have is told where each of them is.
        .filter(claim -> !(claim instanceof Combination))
        .map(Claim::capturable)
        .orElse(List.of());
  }

  /** The nouns from which something can be captured, for a sentence. */
  static String capturing() {
    List<String> words =
        ALL.stream()
            .filter(noun -> !capturable(noun).isEmpty())
            .map(noun -> "`" + noun.word() + "`")
            .toList();
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  static List<String> words() {
    return ALL.stream().map(Noun::word).toList();
  }
}
