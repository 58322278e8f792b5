package dev.ropewalk.recorder;

import dev.ropewalk.engine.docker.EngineAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Where the recorder itself connects to. */
final class Dial {
  private Dial() {}

  /**
   * The engine's place, where every byte and the end of each direction can be passed on as it is.
   *
   * @throws RecorderUnavailable where they cannot
   */
  static SocketAddress of(EngineAddress engine) throws RecorderUnavailable {
    return switch (engine) {
      case EngineAddress.Socket(var path) -> UnixDomainSocketAddress.of(path);
      case EngineAddress.Forwarded(var path, _) -> UnixDomainSocketAddress.of(path);
      case EngineAddress.Network(var host, var port, var certificates) -> {
        if (certificates.isPresent()) {
          throw new RecorderUnavailable(
              "Commands are not recorded here: %s is spoken to with TLS, which would have to be opened in between."
                  .formatted(engine),
              null);
        }
        yield new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
      }
      case EngineAddress.Pipe _ ->
          throw new RecorderUnavailable(
              "Commands are not recorded here: %s is a named pipe, and the recorder needs Unix sockets."
                  .formatted(engine),
              null);
    };
  }
}
