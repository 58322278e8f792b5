package dev.ropewalk.grade.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An engine and what is beside it, as they were when a step was judged. What was not asked then is
 * not known, unless the lists show that there was no such object: it is the engine's trouble, and
 * so nobody's mistake. For one thread.
 *
 * @param answers by question
 * @param folder for files of the learner's disk
 */
public record Facts(JsonNode answers, Path folder) {
  private static final int FULL_ID = 64;
  private static final int SHORT_ID = 12;

  /**
   * Those of a step.
   *
   * @param text by {@link Observer#text}
   * @return empty where the step was not judged
   * @throws IllegalArgumentException when it is no such text
   */
  public static Optional<Facts> read(String text, StepId step, Path folder) {
    JsonNode answers = FactsForm.read(text).path("steps").path(step.slug());
    return answers.isObject() ? Optional.of(new Facts(answers, folder)) : Optional.empty();
  }

  /** The engine as it was; nothing can be done to it. */
  public Engine engine() {
    return asked(Engine.class);
  }

  /** What was beside it. */
  public Probes probes() {
    return asked(Probes.class);
  }

  private <T> T asked(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, about) -> answer(method, about == null ? new Object[0] : about)));
  }

  private Object answer(Method method, Object[] about) {
    String question = FactsForm.question(method, about);
    JsonNode known = answers.path(question);
    if (known.has("is")) {
      return FactsForm.answer(method, known.path("is"));
    }
    if (known.has("problem")) {
      throw new EngineProblem(EngineProblem.Kind.REFUSED, known.path("problem").asText(), null);
    }
    if (method.getReturnType() == Path.class && (known.has("file") || known.has("there"))) {
      return file(question, known);
    }
    return inferred(method, about).orElseThrow(() -> unknown(question));
  }

  private static EngineProblem unknown(String question) {
    return new EngineProblem(
        EngineProblem.Kind.REFUSED,
        "the evidence does not tell `" + question + "`; `--rerun` finds it out",
        null);
  }

  private Path file(String question, JsonNode known) {
    Path file = folder.resolve(Sha256.of(question));
    if (known.has("file")) {
      try {
        Files.write(file, known.path("file").binaryValue());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else if (known.path("there").asBoolean()) {
      throw unknown(question);
    }
    return file;
  }

  /** An object by another name than it was asked for by, or that is in no list. */
  private Optional<Object> inferred(Method method, Object[] about) {
    if (method.getDeclaringClass() != Engine.class || about.length != 1) {
      return Optional.empty();
    }
    String name = String.valueOf(about[0]);
    World world = engine().world();
    return switch (method.getName()) {
      case "container" ->
          found(
              method,
              world.containers().stream()
                  .filter(it -> isCalled(it, name))
                  .map(World.ContainerSummary::id)
                  .findFirst(),
              name);
      case "image" ->
          found(
              method,
              world.images().stream()
                  .map(World.ImageSummary::id)
                  .filter(id -> world.isImage(id, name))
                  .findFirst(),
              name);
      case "network" ->
          found(
              method,
              world.networks().stream()
                  .filter(it -> it.name().equals(name) || it.id().equals(name))
                  .map(World.NetworkSummary::name)
                  .findFirst(),
              name);
      case "volume" ->
          found(
              method,
              world.volumes().stream()
                  .map(World.VolumeSummary::name)
                  .filter(name::equals)
                  .findFirst(),
              name);
      default -> Optional.empty();
    };
  }

  private static boolean isCalled(World.ContainerSummary it, String name) {
    boolean byId =
        name.length() >= SHORT_ID && name.length() <= FULL_ID && it.id().startsWith(name);
    return it.name().equals(name) || byId;
  }

  /** What the lists do not have was not there; what they have by this name is known, or is not. */
  private Optional<Object> found(Method method, Optional<String> known, String asked) {
    if (known.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    return known.filter(it -> !it.equals(asked)).map(it -> answer(method, new Object[] {it}));
  }
}
