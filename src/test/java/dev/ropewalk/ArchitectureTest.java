package dev.ropewalk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may know what. A new arrow between packages is a decision, and is made here. */
final class ArchitectureTest {
  private static final String ROOT = "dev.ropewalk";
  private static final int LONGEST_FILE = 300;

  /** Each package with all that it uses; {@code cli} wires everything and is left out. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          // How long one waits for a busy machine: whoever waits for others uses it.
          Map.entry("patience", Set.of()),
          Map.entry("command", Set.of("patience")),
          Map.entry("scratch", Set.of()),
          Map.entry("shell", Set.of("scratch", "patience")),
          // A sandbox gives a socket: who wants to talk to its engine does so as to any other.
          Map.entry("sandbox", Set.of("scratch", "patience")),
          Map.entry("engine", Set.of()),
          Map.entry("http", Set.of()),
          Map.entry("engine.docker", Set.of("engine", "http", "patience")),
          // engine: records are its facts. engine.docker: an address of an engine is read there.
          Map.entry("recorder", Set.of("engine", "engine.docker", "http", "patience")),
          Map.entry("dockerfile", Set.of()),
          Map.entry("check.value", Set.of("engine")),
          Map.entry("check.syntax", Set.of("text", "check.value")),
          Map.entry("check.match", Set.of("text", "check.value", "check.syntax")),
          // What all nouns have in common. command: what was typed is read as docker reads it.
          Map.entry(
              "check",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "patience",
                  "check.value",
                  "check.syntax",
                  "check.match")),
          Map.entry(
              "check.why",
              Set.of("text", "engine", "command", "check", "check.value", "check.match")),
          // Nouns by subject.
          Map.entry(
              "check.container",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why")),
          Map.entry(
              "check.inside",
              Set.of(
                  "text",
                  "engine",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // dockerfile: what is claimed of one is judged by what docker would read in it.
          // check.container: a service of a Compose project is a container.
          Map.entry(
              "check.object",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "dockerfile",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // command: `typed` compares what the learner ran as docker itself understands it.
          Map.entry(
              "check.learner",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // What to do next, computed from what all checks of a step want.
          Map.entry("check.plan", Set.of("engine", "check", "check.value")),
          // All nouns together. Nobody below knows of it.
          Map.entry(
              "check.language",
              Set.of(
                  "text",
                  "engine",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.container",
                  "check.inside",
                  "check.object",
                  "check.learner")),
          Map.entry(
              "lesson", Set.of("text", "check", "check.value", "check.syntax", "check.language")),
          // command: the table of docker's commands is handed on to the checks.
          Map.entry(
              "verify",
              Set.of("engine", "check", "check.value", "check.plan", "command", "patience")),
          // engine: an event is kept whole, so that a resumed lesson is judged by what happened.
          Map.entry("journal", Set.of("engine", "check", "check.value", "lesson")),
          // command: what a line asks for tells whose an object is.
          Map.entry(
              "session",
              Set.of("text", "command", "engine", "check", "check.value", "lesson", "journal")),
          // Other terminals meet a running course in a temporary folder of its own.
          Map.entry("meeting", Set.of("scratch")),
          // The live side of a session: effects go to the real engine, journal and shell.
          Map.entry(
              "play",
              Set.of(
                  "engine",
                  "command",
                  "lesson",
                  "verify",
                  "journal",
                  "session",
                  "shell",
                  // Shells of the learner's own report their lines.
                  "meeting",
                  // What lines ask of the engine is recorded.
                  "recorder",
                  "patience",
                  "scratch")),
          // command: images are found in solutions as docker understands them.
          Map.entry(
              "author",
              Set.of(
                  "text",
                  "command",
                  "engine",
                  "check.value",
                  "check.syntax",
                  "check.language",
                  "lesson",
                  "session",
                  "terminal")),
          // Where a learner works: what a session, a rehearsal or a grading is set up in.
          Map.entry(
              "environment",
              Set.of("scratch", "patience", "shell", "sandbox", "engine", "check", "verify")),
          // command: mutants are made of solutions as docker understands them.
          // environment: lessons are proved in private engines.
          // recorder: what is typed goes through one, as a learner's lines do.
          Map.entry(
              "proof",
              Set.of(
                  "scratch",
                  "environment",
                  "command",
                  "engine",
                  "check",
                  "check.value",
                  "lesson",
                  "verify",
                  "journal",
                  "session",
                  "play",
                  "recorder",
                  "shell",
                  "terminal")),
          // play: the terminal is a front of it. command: completion knows docker's own words.
          // engine and check: states, changes and verdicts are drawn as the types they are.
          // text: words of others are made harmless in the same way in a drawing and a diagnostic.
          Map.entry(
              "terminal",
              Set.of("text", "engine", "check", "command", "lesson", "session", "play")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packages_use_each_other_only_along_the_arrows() {
    Map<String, Set<String>> used = new TreeMap<>();
    Map<String, String> examples = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      String from = name(type);
      if (!from.equals("cli")) {
        used.putIfAbsent(from, new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> inside(d.getTargetClass()) && !name(d.getTargetClass()).equals(from))
            .forEach(
                dependency -> {
                  used.get(from).add(name(dependency.getTargetClass()));
                  examples.putIfAbsent(arrow(dependency), dependency.getDescription());
                });
      }
    }

    assertThat(used)
        .as(() -> "every arrow once:\n" + lines(examples))
        .isEqualTo(new TreeMap<>(ARROWS));
  }

  @Test
  void no_arrow_points_back() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest(name = "{0} is imported by {1} alone")
  @CsvSource({
    "org.snakeyaml.., text",
    "com.github.dockerjava.., engine.docker",
    "org.commonmark.., lesson terminal",
    "org.jline.., terminal shell cli",
    "picocli.., cli",
    "com.fasterxml.jackson.., engine.docker recorder journal author cli meeting",
  })
  void a_library_stays_behind_its_package(String library, String packages) {
    String[] allowed =
        Stream.of(packages.split(" ")).map(each -> ROOT + "." + each).toArray(String[]::new);

    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(CLASSES);
  }

  @Test
  void of_jline_the_shell_takes_only_the_calls_to_the_c_library() {
    noClasses()
        .that(resideInAPackage(ROOT + ".shell"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.jline..")
                .and(DescribedPredicate.not(resideInAPackage("org.jline.nativ"))))
        .check(CLASSES);
  }

  @Test
  void only_the_command_line_prints_or_exits() {
    var others = noClasses().that(DescribedPredicate.not(resideInAPackage(ROOT + ".cli")));

    others.should().accessField(System.class, "out").check(CLASSES);
    others.should().accessField(System.class, "err").check(CLASSES);
    others.should().callMethod(System.class, "exit", int.class).check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    Set<String> unmarked =
        CLASSES.stream()
            .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
  }

  @Test
  void no_class_is_longer_than_a_reader_can_bear() {
    assertThat(sources("main").filter(file -> text(file).lines().count() > LONGEST_FILE)).isEmpty();
  }

  @Test
  void no_test_sleeps() {
    Pattern sleep = Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(");

    assertThat(sources("test").filter(file -> sleep.matcher(text(file)).find())).isEmpty();
  }

  private static boolean inside(JavaClass type) {
    return type.getPackageName().startsWith(ROOT + ".");
  }

  private static String name(JavaClass type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }

  private static String arrow(Dependency dependency) {
    return name(dependency.getOriginClass()) + " -> " + name(dependency.getTargetClass());
  }

  private static String lines(Map<String, String> examples) {
    return examples.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Path> sources(String kind) {
    try (Stream<Path> files = Files.walk(Path.of("src", kind, "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
