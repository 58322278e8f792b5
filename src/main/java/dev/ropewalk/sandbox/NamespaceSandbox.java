package dev.ropewalk.sandbox;

import dev.ropewalk.scratch.ExitHook;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine in namespaces of its own. Safe for use by many threads. */
final class NamespaceSandbox implements Sandbox {
  private final SandboxSlot slot;
  private final long first;
  private final Process process;
  private final Optional<RegistryRelay> relay;
  private final ControlGroups groups;
  private final SandboxLimits limits;
  private final SandboxSlots slots;
  private final Map<String, String> variables;
  private final Object closing = new Object();
  private volatile boolean closed;
  private final ExitHook hook = ExitHook.of(this::close);

  /**
   * @param first the process id, on this machine, of the first process inside
   * @param process its parent, whose standard input keeps all alive
   * @param variables that every command inside has
   */
  NamespaceSandbox(
      SandboxSlot slot,
      long first,
      Process process,
      Optional<RegistryRelay> relay,
      ControlGroups groups,
      SandboxLimits limits,
      SandboxSlots slots,
      Map<String, String> variables) {
    this.slot = slot;
    this.first = first;
    this.process = process;
    this.relay = relay;
    this.groups = groups;
    this.limits = limits;
    this.slots = slots;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Path socket() {
    return slot.socket();
  }

  @Override
  public InetAddress address() {
    try {
      return InetAddress.getByName(slot.guestAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(slot.guestAddress(), e);
    }
  }

  @Override
  public TrustLevel trust() {
    return TrustLevel.NAMESPACES;
  }

  @Override
  public Path files() {
    return Path.of("/proc", Long.toString(first), "root");
  }

  @Override
  public Duration processorTime() {
    return groups.used(slot.group());
  }

  @Override
  public List<UsedUp> usedUp() {
    return UsedUp.of(
        limits,
        groups.peak(slot.group(), ControlGroups.CONTAINERS),
        groups.peak(slot.group(), ControlGroups.GUESTS),
        files());
  }

  @Override
  public boolean isEngineStopped() {
    return StoppedEngine.isBelow(first);
  }

  @Override
  public List<String> enter(Path directory, Map<String, String> further, List<String> command) {
    if (closed || !process.isAlive()) {
      throw new SandboxProblem("The sandbox has ended.");
    }
    Map<String, String> all = new HashMap<>(variables);
    all.putAll(further);
    return SandboxEntry.further(groups.guestFiles(slot.group()), first, directory, all, command);
  }

  /** Whether it is closed when the process ends. It is not where the process ends already. */
  boolean isRemembered() {
    return hook.isSet();
  }

  /**
   * Does nothing the second time, but returns only when all is gone: should the process end while
   * it is being closed, the end waits for that.
   */
  @Override
  public void close() {
    synchronized (closing) {
      if (!closed) {
        closed = true;
        end();
        hook.close();
      }
    }
  }

  private void end() {
    relay.ifPresent(RegistryRelay::close);
    process.destroyForcibly();
    boolean interrupted = Thread.interrupted();
    try {
      slots.release(slot);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
