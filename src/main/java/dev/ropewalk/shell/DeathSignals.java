package dev.ropewalk.shell;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The signals HUP and TERM, by which a closed window or a person ends this process. Java's own
 * answer would be to end at once; then what puts the terminal back on the way out is stopped by the
 * kernel where a line has the terminal, and the process hangs.
 */
public final class DeathSignals {
  // As a shell reports the death by a signal.
  private static final Map<String, Integer> CODES = Map.of("HUP", 128 + 1, "TERM", 128 + 15);

  private DeathSignals() {}

  /**
   * From now on ends the process in another way.
   *
   * @param end is given the exit code, in a thread of its own, and does not return
   */
  public static void handle(IntConsumer end) {
    try {
      // By reflection for the reason that IgnoredSignal has.
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      var handle = signalType.getMethod("handle", signalType, handlerType);
      for (Map.Entry<String, Integer> each : CODES.entrySet()) {
        InvocationHandler ending =
            (_, _, _) -> {
              // For good: where a line has the terminal, putting it back would stop us.
              var _ = IgnoredSignal.ignore("TTOU");
              end.accept(each.getValue());
              return null;
            };
        Object handler =
            Proxy.newProxyInstance(
                DeathSignals.class.getClassLoader(), new Class<?>[] {handlerType}, ending);
        handle.invoke(
            null, signalType.getConstructor(String.class).newInstance(each.getKey()), handler);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the signals HUP and TERM cannot be handled", e);
    }
  }
}
