package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAims;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.MatcherWord;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The processes of a container, with the pids of both sides. */
public record ProcessesClaim(Selector selector, Expectations<List<Probes.Process>> expectations)
    implements Claim {
  private static final Pattern ROOT = Pattern.compile("(root|0)(:.*)?");
  private static final Aim.Part AS_TOLD_BY_IMAGE =
      new Aim.Part(Aim.Part.Kind.NO_FLAG, "--user", false);

  private static final Type.RecordOf PROCESS = process();

  static final Attributes<List<Probes.Process>> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "count", Type.Single.NUMBER, "how many there are", all -> Value.of(all.size())),
              new Attribute<>(
                  "pid_1",
                  Type.Single.TEXT,
                  "the command of the first process",
                  all ->
                      all.stream()
                          .filter(p -> p.pid() == 1)
                          .findFirst()
                          .map(p -> Value.of(p.command()))
                          .orElseGet(Value.Nothing::new)),
              new Attribute<>(
                  "commands",
                  new Type.ListOf(Type.Single.TEXT),
                  "what runs",
                  all -> Value.of(all.stream().map(Probes.Process::command).toList())),
              new Attribute<>(
                  "user",
                  new Type.ListOf(Type.Single.TEXT),
                  "the users they run as",
                  all -> Value.of(all.stream().map(Probes.Process::user).distinct().toList())),
              new Attribute<>(
                  "all",
                  new Type.ListOf(PROCESS),
                  "every process, with host_pid, pid, user and command",
                  all -> new Value.Items(all.stream().map(ProcessesClaim::value).toList()))));

  /** {@code any} and {@code none} stand beside the attributes: they speak of every process. */
  private static final Shape.Keys FORM =
      TABLE
          .form()
          .and(
              Shape.Key.optional(
                  "any",
                  MatcherWord.ANY.argument(new Type.ListOf(PROCESS)),
                  "what at least one process is like"),
              Shape.Key.optional(
                  "none",
                  MatcherWord.NONE.argument(new Type.ListOf(PROCESS)),
                  "what no process is like"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "processes",
          "The processes of a running container, with their pids on both sides.",
          Selector.SHAPE,
          Noun.expecting(FORM),
          """
          check: redis is the first process of redistest, and nothing runs as root
          processes: redistest
          expect: {pid_1: {contains: redis-server}, none: {user: root}}
          """,
          ProcessesClaim::read);

  private static Type.RecordOf process() {
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("host_pid", Type.Single.NUMBER);
    fields.put("pid", Type.Single.NUMBER);
    fields.put("user", Type.Single.TEXT);
    fields.put("command", Type.Single.TEXT);
    return new Type.RecordOf(fields, text -> Map.of("command", text), "redis-server");
  }

  private static Value value(Probes.Process process) {
    return new Value.Fields(
        Map.of(
            "host_pid", Value.of(process.hostPid()),
            "pid", Value.of(process.pid()),
            "user", Value.of(process.user()),
            "command", Value.of(process.command())));
  }

  private static Optional<ProcessesClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<Expectations<List<Probes.Process>>> expectations =
        Noun.expect(sentence, "processes", List.of(), reading)
            .map(ProcessesClaim::underAll)
            .flatMap(m -> Expectations.read(m, TABLE, "check of `processes`", reading));
    return selector.isPresent() && expectations.isPresent()
        ? Optional.of(new ProcessesClaim(selector.get(), expectations.get()))
        : Optional.empty();
  }

  /** {@code any} and {@code none} speak of every process, with what {@code all} says of them. */
  private static YamlNode.Mapping underAll(YamlNode.Mapping mapping) {
    List<YamlNode.Entry> speaking =
        mapping.entries().stream()
            .filter(entry -> List.of("any", "none").contains(entry.key().text()))
            .toList();
    if (speaking.isEmpty()) {
      return mapping;
    }
    List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
    entries.removeAll(speaking);
    List<YamlNode.Entry> together = new ArrayList<>(speaking);
    Optional<YamlNode.Entry> all = mapping.entry("all");
    if (all.isPresent() && all.get().value() instanceof YamlNode.Mapping(_, var said)) {
      entries.remove(all.get());
      together.addAll(said);
    }
    Place place = speaking.getFirst().key().place();
    entries.add(
        new YamlNode.Entry(
            new YamlNode.Scalar(place, "all", true), new YamlNode.Mapping(place, together)));
    return new YamlNode.Mapping(mapping.place(), entries);
  }

  @Override
  public List<Aim> aims(Scene scene) {
    List<Aim> aims = new ArrayList<>(ContainerAims.running(selector, scene));
    selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(summary -> scene.container(summary.id()))
        .filter(container -> isRootAgainstAll(container, scene))
        .map(container -> new Aim.Made(container.name(), _ -> List.of(AS_TOLD_BY_IMAGE)))
        .ifPresent(aims::add);
    return aims;
  }

  /** Whether it was told to run as root, and its processes are not to. */
  private boolean isRootAgainstAll(Container container, Scene scene) {
    return container.running()
        && ROOT.matcher(container.config().user()).matches()
        && expectations.asksFor("all")
        && judge(container, scene) instanceof Verdict.Failed;
  }

  @Override
  public Verdict judge(Scene scene) {
    return RunningContainer.judge(
        selector, "has processes", scene, container -> judge(container, scene));
  }

  private Verdict judge(Container container, Scene scene) {
    List<Probes.Process> processes = scene.probes().processes(container);
    if (processes.isEmpty()) {
      return new Verdict.Errored(
          "the processes of `%s` cannot be seen from here".formatted(container.name()));
    }
    return expectations
        .mismatch(processes, scene.variables())
        .map(mismatch -> unlike(container, processes, mismatch, scene))
        .orElseGet(Verdict.Passed::new);
  }

  private static Verdict unlike(
      Container container,
      List<Probes.Process> processes,
      Expectations.Mismatch<List<Probes.Process>> mismatch,
      Scene scene) {
    String expected = scene.wording().of(mismatch.matcher());
    String commands =
        String.join(", ", processes.stream().limit(5).map(Probes.Process::command).toList());
    String says =
        switch (mismatch.attribute().name()) {
          case "count" ->
              "`%s` has %s processes, but this step asks for %s."
                  .formatted(container.name(), processes.size(), expected);
          case "pid_1" ->
              "The first process of `%s` is %s, but this step asks for %s."
                  .formatted(
                      container.name(),
                      MismatchText.quoted(mismatch.attribute().type().show(mismatch.actual())),
                      scene.wording().quoted(mismatch.matcher()));
          default ->
              "The processes of `%s` are not as this step asks: %s."
                  .formatted(container.name(), scene.wording().quoted(mismatch.matcher()));
        };
    return Claim.pending(
        expected,
        commands,
        new Diagnosis(
            Diagnosis.Progress.WRONG_DETAIL,
            says,
            "What runs is: " + MismatchText.quoted(commands) + "."));
  }
}
