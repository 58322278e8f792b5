package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What rounds of judging have seen inside containers, by running something there or by asking for
 * the processes, since it was last looked at anew. Looking takes as long as {@code docker exec},
 * which is more than a prompt should wait for. Safe for use by several threads.
 */
public final class InsideMemory {
  private volatile Map<List<Object>, Object> seen = new ConcurrentHashMap<>();

  /** A round that looks anew: all that was seen before is forgotten. */
  public Round anew() {
    seen = new ConcurrentHashMap<>();
    return new Round(seen);
  }

  /** A round that takes what is remembered, and looks where nothing is. */
  public Round remembering() {
    return new Round(seen);
  }

  /** One round. What it sees after a later one has forgotten everything is not remembered. */
  public static final class Round {
    private final Map<List<Object>, Object> seen;
    private final List<List<Object>> known;
    private final AtomicBoolean used = new AtomicBoolean();

    private Round(Map<List<Object>, Object> seen) {
      this.seen = seen;
      this.known = List.copyOf(seen.keySet());
    }

    /** Whether something was taken that an earlier round has seen. */
    public boolean used() {
      return used.get();
    }

    /** The engine, where what runs inside containers is remembered. */
    Engine over(Engine engine) {
      return through(Engine.class, engine, "exec");
    }

    /** The probes, where processes are remembered. */
    Probes over(Probes probes) {
      return through(Probes.class, probes, "processes");
    }

    private <T> T through(Class<T> type, T asked, String inside) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, about) ->
                  method.getName().equals(inside)
                      ? look(asked, method, about)
                      : ask(asked, method, about)));
    }

    private Object look(Object asked, Method method, Object[] about) throws Throwable {
      List<Object> question = List.copyOf(Arrays.asList(about));
      Optional<Object> answer = Optional.ofNullable(seen.get(question));
      if (answer.isEmpty()) {
        Object fresh = ask(asked, method, about);
        seen.put(question, fresh);
        return fresh;
      }
      if (known.contains(question)) {
        used.set(true);
      }
      return answer.get();
    }

    private static Object ask(Object asked, Method method, Object[] about) throws Throwable {
      try {
        return method.invoke(asked, about);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
