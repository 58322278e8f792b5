package dev.ropewalk.shell;

import java.lang.reflect.Method;

/**
 * A signal that this process ignores until closed. Not longer than needed: a process started
 * meanwhile ignores it too.
 *
 * <p>By reflection, as {@code sun.misc.Signal} is supported for use (JEP 260) but javac warns about
 * every mention, and no annotation silences it.
 */
final class IgnoredSignal implements AutoCloseable {
  private final Method handle;
  private final Object signal;
  private final Object before;

  private IgnoredSignal(Method handle, Object signal, Object before) {
    this.handle = handle;
    this.signal = signal;
    this.before = before;
  }

  /**
   * @param name without SIG
   */
  static IgnoredSignal ignore(String name) {
    try {
      var signalType = Class.forName("sun.misc.Signal");
      var handlerType = Class.forName("sun.misc.SignalHandler");
      var handle = signalType.getMethod("handle", signalType, handlerType);
      var signal = signalType.getConstructor(String.class).newInstance(name);
      var ignore = handlerType.getField("SIG_IGN").get(null);
      return new IgnoredSignal(handle, signal, handle.invoke(null, signal, ignore));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Java runtime cannot ignore signals: jdk.unsupported is missing", e);
    }
  }

  @Override
  public void close() {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the handler of " + signal + " cannot be put back", e);
    }
  }
}
