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

/** The arrows between packages, and the rules that each class keeps. */
final class ArchitectureTest {
  private static final String ROOT = "dev.ropewalk";
  private static final int LONGEST_FILE = 300;

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
        .isEqualTo(new TreeMap<>(PackageArrows.ARROWS));
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
    "com.fasterxml.jackson.., engine.docker recorder journal author library cli meeting scorecard report grade.evidence",
    "org.apache.commons.compress.., engine.docker archive grade.submission",
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
