package dev.ropewalk.check.learner;

import dev.ropewalk.check.Probes;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.match.ConstantReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.HashedText;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the right answer to a question is. */
public sealed interface RightAnswer {
  /** Known beforehand. */
  record Fixed(Literal literal) implements RightAnswer {}

  /** Among the words that can be chosen. */
  record Named() implements RightAnswer {}

  /** Known beforehand, and not to be read in the check file. */
  record Secret(HashedText hashed) implements RightAnswer {}

  /** A fact about a container of the lesson. */
  record From(Selector selector, ContainerFact fact) implements RightAnswer {}

  /**
   * The pid of a process in a container of the lesson.
   *
   * @param process the beginning of its command, whole words
   */
  record Pid(Selector selector, String process, Side side) implements RightAnswer {}

  /** From where a pid is seen. */
  enum Side {
    INSIDE("pid"),
    HOST("host_pid");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    static Optional<Side> find(String word) {
      return Arrays.stream(values()).filter(side -> side.word.equals(word)).findFirst();
    }

    /** The process's number on this side; 0 where it is not known. */
    int of(Probes.Process process) {
      return this == INSIDE ? process.pid() : process.hostPid();
    }

    boolean isSaid(Probes.Process process, String number) {
      return number.equals(Integer.toString(of(process)));
    }

    /** Where that is, to be said of a pid. */
    String words(String container) {
      return this == INSIDE ? "inside `" + container + "`" : "on the host";
    }
  }

  /** How many containers of the lesson there are of a kind. */
  record Count(Selector selector) implements RightAnswer {}

  /** What stands after {@code value:} for {@link Count}. */
  String COUNT = "count";

  /** What stands after {@code value:} for {@link Pid}, beside a fact of that name. */
  String PID = Side.INSIDE.word;

  Shape.Keys FROM =
      Shape.Keys.of(
          Shape.Key.required("container", Selector.SHAPE, "the container it is about"),
          Shape.Key.optional(
              "process",
              new Shape.Of(Type.Single.TEXT),
              "the beginning of the command of a process in it, which is then what is asked about"),
          Shape.Key.required(
              "value", new Shape.Constant(new Type.Word(values())), "what is asked for"));

  /** What can be asked for of containers. */
  static List<String> values() {
    return Stream.concat(ContainerFact.ALL.stream().map(ContainerFact::name), Stream.of(PID, COUNT))
        .toList();
  }

  /** The ways of telling it, for an answer of a type. */
  static Shape.Keys form(Type type) {
    return Shape.Keys.one(
        Shape.Key.optional("is", new Shape.Of(type), "the right answer, known beforehand"),
        Shape.Key.optional(
            "hashed", ConstantReader.HASHED, "its SHA-256, so that nobody can read it"),
        Shape.Key.optional("from", FROM, "where the engine has it"));
  }

  /** Empty when it is broken, which is then noted. */
  static Optional<? extends RightAnswer> read(
      YamlNode.Mapping body, Type type, NodeReader reading) {
    reading.allow(body, "an answer", form(type).names());
    Optional<YamlNode.Entry> is = body.entry("is");
    Optional<YamlNode.Entry> hashed = body.entry("hashed");
    if (body.entries().size() > 1) {
      reading
          .problems()
          .add(
              body.entries().get(1).key().place(),
              "the right answer is known by `%s` already"
                  .formatted(body.entries().getFirst().key().text()),
              "remove one of them");
    }
    if (hashed.isPresent()) {
      return ConstantReader.hashed(hashed.get().value(), reading).map(Secret::new);
    }
    if (is.isPresent()) {
      return reading
          .text(is.get().value(), "the right answer")
          .flatMap(_ -> reading.literal(is.get().value(), type))
          .map(Fixed::new);
    }
    Optional<YamlNode.Mapping> from =
        body.entry("from").flatMap(e -> reading.mapping(e.value(), "`from`"));
    if (from.isEmpty()) {
      reading
          .problems()
          .add(
              body.place(),
              "an answer needs `is`, `hashed` or `from`",
              "add for instance `is: 42`");
      return Optional.empty();
    }
    return from(from.get(), reading);
  }

  private static Optional<? extends RightAnswer> from(YamlNode.Mapping from, NodeReader reading) {
    reading.allow(from, "`from`", FROM.names());
    Optional<Selector> selector =
        from.entry("container").flatMap(e -> Selector.read(e.value(), reading));
    if (from.entry("container").isEmpty()) {
      reading
          .problems()
          .add(
              from.place(),
              "the question is about no container",
              "add for instance `container: redistest`");
    }
    Optional<YamlNode.Entry> value = from.entry("value");
    Optional<String> asked = value.flatMap(e -> reading.text(e.value(), "`value`"));
    if (value.isEmpty()) {
      reading
          .problems()
          .add(
              from.place(),
              "the question asks for no value",
              "add `value:` and one of: " + String.join(", ", values()));
    } else if (asked.filter(name -> !values().contains(name)).isPresent()) {
      reading.unknown(
          value.get().value().place(), "a question cannot ask for", asked.get(), values());
    }
    Optional<YamlNode.Entry> process = from.entry("process");
    if (process.isPresent() || asked.filter(PID::equals).isPresent()) {
      return pid(from, selector, process, asked, reading);
    }
    if (asked.filter(COUNT::equals).isPresent()) {
      return selector.map(Count::new);
    }
    Optional<ContainerFact> fact = asked.flatMap(ContainerFact::find);
    return selector.isPresent() && fact.isPresent()
        ? Optional.of(new From(selector.get(), fact.get()))
        : Optional.empty();
  }

  private static Optional<Pid> pid(
      YamlNode.Mapping from,
      Optional<Selector> selector,
      Optional<YamlNode.Entry> process,
      Optional<String> asked,
      NodeReader reading) {
    Optional<String> command = process.flatMap(e -> reading.text(e.value(), "`process`"));
    Optional<Side> side = asked.flatMap(Side::find);
    if (process.isEmpty()) {
      reading
          .problems()
          .add(
              from.place(),
              "`pid` is asked for of no process",
              "add for instance `process: sleep 600`");
    } else if (side.isEmpty() && asked.filter(values()::contains).isPresent()) {
      reading
          .problems()
          .add(
              process.get().key().place(),
              "a process has only a `pid` and a `host_pid`",
              "remove `process`, or ask for one of these");
    }
    return selector.isPresent() && command.isPresent() && side.isPresent()
        ? Optional.of(new Pid(selector.get(), command.get(), side.get()))
        : Optional.empty();
  }
}
