package dev.ropewalk.check.object;

import dev.ropewalk.check.Noun;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Quantity;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.Word;
import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.text.YamlNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a sentence of {@code run}. */
final class RunReader {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private RunReader() {}

  static Optional<RunClaim> read(YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> image = reading.text(subject, "`run`");
    Optional<List<String>> entrypoint = words("entrypoint", sentence, reading);
    Optional<List<String>> command = words("command", sentence, reading);
    Map<String, String> env = new LinkedHashMap<>();
    sentence
        .entry("env")
        .flatMap(e -> reading.mapping(e.value(), "`env`"))
        .ifPresent(
            m ->
                m.entries()
                    .forEach(
                        e ->
                            reading
                                .text(e.value(), "a variable of `env`")
                                .ifPresent(value -> env.put(e.key().text(), value))));
    Optional<String> input =
        sentence.entry("input").isEmpty()
            ? Optional.of("")
            : input(sentence.entry("input").orElseThrow().value(), reading);
    Optional<YamlNode.Entry> net = sentence.entry("network");
    Optional<String> network = net.flatMap(e -> reading.text(e.value(), "`network`"));
    Optional<Duration> limit =
        sentence.entry("limit").isEmpty()
            ? Optional.of(USUAL)
            : limit(sentence.entry("limit").orElseThrow().value(), reading);
    Optional<Expectations<ContainerRun.Result>> expectations =
        Noun.expect(sentence, "a run", List.of(), reading)
            .flatMap(m -> Expectations.read(m, RunClaim.TABLE, "run", reading));
    return image.isPresent()
            && entrypoint.isPresent()
            && command.isPresent()
            && input.isPresent()
            && network.isPresent() == net.isPresent()
            && limit.isPresent()
            && expectations.isPresent()
        ? Optional.of(
            new RunClaim(
                image.get(),
                entrypoint.get(),
                command.get(),
                env,
                input.get(),
                network,
                limit.get(),
                expectations.get()))
        : Optional.empty();
  }

  /** A text is cut as a shell cuts a line; none where the key is not there. */
  private static Optional<List<String>> words(
      String key, YamlNode.Mapping sentence, NodeReader reading) {
    return sentence.entry(key).isEmpty()
        ? Optional.of(List.of())
        : words(key, sentence.entry(key).orElseThrow().value(), reading);
  }

  private static Optional<List<String>> words(String key, YamlNode node, NodeReader reading) {
    if (node instanceof YamlNode.Sequence(_, var items) && !items.isEmpty()) {
      List<String> words =
          items.stream().flatMap(i -> reading.text(i, "a word of `" + key + "`").stream()).toList();
      return words.size() == items.size() ? Optional.of(words) : Optional.empty();
    }
    return reading
        .text(node, "`" + key + "`")
        .map(
            line ->
                ShellWords.of(line).commands().stream()
                    .flatMap(each -> each.words().stream())
                    .map(Word::text)
                    .toList());
  }

  private static Optional<String> input(YamlNode node, NodeReader reading) {
    Optional<String> text = reading.text(node, "`input`");
    if (text.filter(it -> bytes(it) > ContainerRun.MOST_INPUT).isPresent()) {
      reading
          .problems()
          .add(node.place(), "the input of a run is at most 64 KiB", "write less of it");
      return Optional.empty();
    }
    return text;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Optional<Duration> limit(YamlNode node, NodeReader reading) {
    Optional<Duration> limit =
        reading.constant(node, Type.Single.DURATION).map(Literal::text).map(Quantity::duration);
    if (limit.filter(it -> it.compareTo(LONGEST) > 0 || it.isZero()).isPresent()) {
      reading
          .problems()
          .add(
              node.place(),
              "a run is given at most 1 minute: the learner waits for it",
              "write for instance `10s`");
      return Optional.empty();
    }
    return limit;
  }
}
