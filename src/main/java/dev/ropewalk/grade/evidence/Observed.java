package dev.ropewalk.grade.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Each question of one round of judging, with its answer. Safe for use by several threads.
 *
 * <p>An answer is {@code {"is": …}}, {@code {"problem": …}} where the engine had trouble, and for a
 * file of the learner's disk what is in it.
 */
final class Observed {
  /** What takes more than this as JSON, in characters, is not kept; nor is a larger file. */
  private static final int MOST = 256 * 1024;

  private final Engine engine;
  private final Engine later;
  private final Probes probes;
  private final Map<String, JsonNode> answers = new TreeMap<>();

  Observed(Engine engine, Probes probes) {
    this.engine = watched(Engine.class, engine, When.WHILE_JUDGED);
    this.later = watched(Engine.class, engine, When.LATER);
    this.probes = watched(Probes.class, probes, When.WHILE_JUDGED);
  }

  /** What was answered while it was judged is never replaced by what was so a moment later. */
  private enum When {
    WHILE_JUDGED,
    LATER
  }

  Engine engine() {
    return engine;
  }

  Probes probes() {
    return probes;
  }

  /**
   * Asks for all that is on the engine, so that a corrected check may ask for something else than
   * this one did. An answer that a verdict stands on stays as it is.
   */
  void complete() {
    try {
      var unused = later.info();
      World world = later.world();
      for (var it : world.containers()) {
        var byId = later.container(it.id());
        var byName = later.container(it.name());
      }
      for (var it : world.images()) {
        var byId = later.image(it.id());
      }
      for (var it : world.networks()) {
        var byName = later.network(it.name());
      }
      for (var it : world.volumes()) {
        var byName = later.volume(it.name());
      }
    } catch (EngineProblem e) {
      // What could be had is kept.
    }
  }

  synchronized JsonNode json() {
    ObjectNode all = FactsForm.MAPPER.createObjectNode();
    answers.forEach(all::set);
    return all;
  }

  private <T> T watched(Class<T> type, T real, When when) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, about) -> ask(real, method, about == null ? new Object[0] : about, when)));
  }

  private Object ask(Object real, Method method, Object[] about, When when) throws Throwable {
    try {
      Object answer = method.invoke(real, about);
      if (method.getReturnType() == Path.class) {
        keep(method, about, file((Path) Objects.requireNonNull(answer)), when);
      } else if (Questions.isOne(method)) {
        keep(method, about, told("is", FactsForm.answer(answer)), when);
      }
      return answer;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof EngineProblem problem && Questions.isOne(method)) {
        keep(method, about, told("problem", FactsForm.answer(problem.sentence())), when);
      }
      throw e.getCause();
    }
  }

  private static ObjectNode told(String what, JsonNode value) {
    return FactsForm.MAPPER.createObjectNode().set(what, value);
  }

  private synchronized void keep(Method method, Object[] about, ObjectNode answer, When when) {
    String question = FactsForm.question(method, about);
    if (answer.toString().length() <= MOST
        && !(when == When.LATER && answers.containsKey(question))) {
      answers.put(question, answer);
    }
  }

  private static ObjectNode file(Path path) {
    ObjectNode answer = FactsForm.MAPPER.createObjectNode();
    try {
      if (Files.isRegularFile(path) && Files.size(path) <= MOST / 2) {
        return answer.put("file", Files.readAllBytes(path));
      }
      return answer.put("there", Files.exists(path));
    } catch (IOException e) {
      return answer.put("there", true);
    }
  }
}
