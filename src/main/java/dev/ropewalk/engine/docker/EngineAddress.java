package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where an engine listens. */
public sealed interface EngineAddress {
  /** The socket that the engine listens on when nothing else is said. */
  Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");

  /** A Unix-domain socket of this machine. */
  record Socket(Path path) implements EngineAddress {
    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /**
   * A socket of this machine that leads to an engine elsewhere, such as {@code ssh -L} makes.
   *
   * @param host at which the ports that this engine publishes are reached
   */
  record Forwarded(Path path, String host) implements EngineAddress {
    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /** A named pipe of this machine (Windows), for instance {@code //./pipe/docker_engine}. */
  record Pipe(String path) implements EngineAddress {
    @Override
    public String toString() {
      return "npipe://" + path;
    }
  }

  /**
   * A port of some machine.
   *
   * @param host a name or an address, an IPv6 address in brackets
   * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem};
   *     without it the engine is spoken to in clear
   */
  record Network(String host, int port, Optional<Path> certificates) implements EngineAddress {
    @Override
    public String toString() {
      return "tcp://" + host + ":" + port;
    }
  }

  /** The host at which the ports that this engine publishes are reached from here. */
  default String publishedHost() {
    return switch (this) {
      case Socket _, Pipe _ -> "127.0.0.1";
      case Forwarded(_, var host) -> host;
      case Network(var host, _, _) -> host;
    };
  }

  /** The variables with which the docker command talks to this engine. */
  default Map<String, String> variables() {
    return switch (this) {
      case Network(_, _, Optional<Path> certificates) when certificates.isPresent() ->
          Map.of(
              "DOCKER_HOST",
              toString(),
              "DOCKER_TLS_VERIFY",
              "1",
              "DOCKER_CERT_PATH",
              certificates.get().toString());
      case Socket _, Forwarded _, Pipe _, Network _ -> Map.of("DOCKER_HOST", toString());
    };
  }

  /**
   * The engine that the docker command would talk to: {@code DOCKER_HOST}, else the context that
   * {@code DOCKER_CONTEXT} or the configuration file names, else the default of this machine.
   *
   * @param environment the variables of the process
   * @param home the user's home, which holds {@code .docker} unless {@code DOCKER_CONFIG} says
   *     otherwise
   * @throws EngineProblem when what is found there makes no sense
   */
  static EngineAddress find(Map<String, String> environment, Path home) {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    Path configuration = folder.isEmpty() ? home.resolve(".docker") : Path.of(folder);
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isEmpty()) {
      return parse(host, certificates(environment, configuration), "DOCKER_HOST");
    }
    DockerContexts contexts = new DockerContexts(configuration);
    String context = environment.getOrDefault("DOCKER_CONTEXT", "");
    if (!context.isEmpty()) {
      return contexts.address(context, "DOCKER_CONTEXT");
    }
    return contexts
        .current()
        .map(name -> contexts.address(name, contexts.file().toString()))
        .orElseGet(EngineAddress::ofThisMachine);
  }

  /** Where an engine listens on this machine when nothing else is said. */
  static EngineAddress ofThisMachine() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
        ? new Pipe("//./pipe/docker_engine")
        : new Socket(DEFAULT_SOCKET);
  }

  /**
   * Reads an address as the docker command writes it.
   *
   * @param text such as {@code unix:///var/run/docker.sock} or {@code tcp://build:2375}
   * @param certificates the folder with the TLS certificates, if TLS is wanted
   * @param origin who says so, for the message: a variable or a file
   * @throws EngineProblem when it is no such address
   */
  static EngineAddress parse(String text, Optional<Path> certificates, String origin) {
    String spelled = text.contains("://") ? text : "tcp://" + text;
    String rest = spelled.substring(spelled.indexOf("://") + 3);
    return switch (spelled.substring(0, spelled.indexOf("://"))) {
      case "unix" -> new Socket(rest.isEmpty() ? DEFAULT_SOCKET : Path.of(rest));
      case "npipe" -> new Pipe(rest);
      case "tcp" -> network(rest, certificates).orElseThrow(() -> unreadable(origin, text));
      case "ssh" ->
          throw unusable(
              origin,
              text,
              ("ropewalk opens no SSH connection itself; forward the engine's socket with `ssh -NL"
                      + " /tmp/engine.sock:/var/run/docker.sock %s` and set DOCKER_HOST to"
                      + " `unix:///tmp/engine.sock`")
                  .formatted(rest));
      default -> throw unreadable(origin, text);
    };
  }

  private static Optional<EngineAddress> network(String rest, Optional<Path> certificates) {
    try {
      URI uri = new URI("tcp://" + (rest.isEmpty() ? "localhost" : rest));
      int usual = certificates.isPresent() ? 2376 : 2375;
      return Optional.ofNullable(uri.getHost())
          .map(host -> new Network(host, uri.getPort() < 0 ? usual : uri.getPort(), certificates));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> certificates(Map<String, String> environment, Path configuration) {
    if (environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      return Optional.empty();
    }
    String folder = environment.getOrDefault("DOCKER_CERT_PATH", "");
    return Optional.of(folder.isEmpty() ? configuration : Path.of(folder));
  }

  private static EngineProblem unreadable(String origin, String value) {
    return unusable(origin, value, "write it as `unix:///PATH` or `tcp://HOST:PORT`, or unset it");
  }

  private static EngineProblem unusable(String origin, String value, String advice) {
    return new EngineProblem(
        EngineProblem.Kind.UNREACHABLE,
        "%s gives `%s` as the engine's address, which cannot be used: %s."
            .formatted(origin, value, advice),
        null);
  }
}
