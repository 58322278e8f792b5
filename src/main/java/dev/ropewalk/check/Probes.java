package dev.ropewalk.check;

import dev.ropewalk.engine.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What checks look at beside the engine's own answers. A probe reads, leaves nothing behind, and
 * never counts as the learner's act.
 */
public interface Probes {
  /** The kinds of namespaces, as the kernel names them and in the order in which they are told. */
  List<String> NAMESPACE_KINDS = List.of("pid", "net", "ipc", "mnt", "uts", "user", "cgroup");

  /** Knocks at a port of the engine's host. Never throws; gives up after a second. */
  Reply knock(String host, int port, Protocol protocol);

  /**
   * What a web server at a port of the engine's host answers; empty when it says nothing of HTTP.
   * Never throws; of a long page the first 64 KiB.
   *
   * @param path what is asked for, from its first slash on, as it goes over the wire
   */
  Optional<Page> page(String host, int port, String path);

  /**
   * The namespaces of a running container's first process, by kind ({@code pid}, {@code net},
   * {@code ipc}, {@code mnt}, {@code uts}, {@code user}, {@code cgroup}), as inode numbers; empty
   * when they cannot be read from here.
   */
  Map<String, String> namespaces(Container container);

  /**
   * The namespaces of the engine's machine, in the same form; empty when they cannot be read from
   * here.
   */
  Map<String, String> hostNamespaces();

  /**
   * A file of the kernel ({@code /proc}, {@code /sys}) as a running container sees it; empty when
   * there is none or it cannot be read from here.
   */
  Optional<String> kernelFile(Container container, String path);

  /**
   * The {@code /proc/PID/status} of a running container's first process; empty when it cannot be
   * read from here.
   */
  Optional<String> firstProcess(Container container);

  /**
   * The processes of a running container.
   *
   * @throws dev.ropewalk.engine.EngineProblem when the engine does not say
   */
  List<Process> processes(Container container);

  /**
   * The pid of one of {@link #processes} as the container sees it, looked for inside where the
   * engine's machine is out of reach; 0 where it cannot be read there either.
   *
   * @throws dev.ropewalk.engine.EngineProblem when the engine does not say
   */
  default int pidInside(Container container, Process process) {
    return process.pid();
  }

  /** Bytes that are free where the engine keeps its data; empty where that is another machine. */
  OptionalLong freeDisk();

  /**
   * A process.
   *
   * @param hostPid as the engine's machine sees it
   * @param pid as the container sees it; 0 where that cannot be read from here
   * @param parent the pid of its parent as the engine's machine sees it
   * @param user its name or number
   */
  record Process(int hostPid, int pid, int parent, String user, String command) {}

  /**
   * Where a file of the learner's disk is found.
   *
   * @param there its absolute path, as the learner's shell knows it
   */
  Path here(Path there);

  /**
   * What Compose itself makes of compose files: the plugin of docker, or else the program {@code
   * docker-compose}. Services of all profiles are in it. Never throws.
   *
   * @param folder of the files, as the learner's shell knows it
   * @param names of the files there, each put over those before it
   */
  default ComposeAnswer compose(Path folder, List<String> names) {
    return new ComposeAnswer.NotThere(Map.of());
  }

  /** What Compose says. */
  sealed interface ComposeAnswer {
    /** The files, with all put in, as one compose file. */
    record Read(String config) implements ComposeAnswer {}

    /** It refuses them, in its own words. */
    record Refused(String words) implements ComposeAnswer {}

    /**
     * The learner's machine has neither, or it does not answer.
     *
     * @param environment the variables there, which a compose file may use
     */
    record NotThere(Map<String, String> environment) implements ComposeAnswer {}
  }

  /**
   * Runs a script of the author's with bash on this machine. Never throws.
   *
   * @param variables what has been captured, given to it as environment variables
   * @param limit after which it is ended, with all that it started
   */
  default ScriptResult script(String text, Map<String, String> variables, Duration limit) {
    return new ScriptResult.NotRun("This check is a script, and scripts are not run here.");
  }

  /** What came of a script. The output is the end of it, without control characters. */
  sealed interface ScriptResult {
    /** It came to its end. */
    record Ended(int exitCode, String output) implements ScriptResult {}

    /** It did not, and was ended. */
    record Overdue(String output) implements ScriptResult {}

    /** It was not begun: a whole sentence says why. */
    record NotRun(String why) implements ScriptResult {}
  }

  /**
   * A page of a web server.
   *
   * @param text what it says, without its head
   */
  record Page(int status, String text) {}

  /** What is spoken at a port. */
  enum Protocol {
    TCP,
    HTTP,
    REDIS
  }

  /** What came of knocking. */
  sealed interface Reply {
    /** The other side spoke the protocol; the detail is the HTTP status or redis' own words. */
    record Answered(String detail) implements Reply {}

    /** Nobody listens. */
    record Refused() implements Reply {}

    /** Somebody listens, but says nothing of the protocol. */
    record Silent() implements Reply {}
  }
}
