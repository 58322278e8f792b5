package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import java.util.Map;
import java.util.Optional;

/**
 * The machine on which the engine runs, as far as probes look at it. Safe for use by several
 * threads.
 */
public interface EngineMachine {
  /**
   * Speaks to a port as a program of that machine does.
   *
   * @param request what is said; with nothing to say it is enough that somebody listens
   * @return the first line of the reply as the detail, and never one without a reply. {@code
   *     Refused} is said only when it is sure
   */
  Probes.Reply ask(String host, int port, String request);

  /** The namespaces of that machine by kind; empty when they cannot be read from here. */
  Map<String, String> namespaces();

  /**
   * The namespaces of a running container's first process by kind, as far as they can be read from
   * here; nothing when it is no process of that machine.
   */
  Optional<Map<String, String>> namespaces(Container container);
}
