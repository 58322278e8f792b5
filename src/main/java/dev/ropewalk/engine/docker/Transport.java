package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import java.time.Duration;

/** Makes docker-java's transports and clients. */
final class Transport {
  private Transport() {}

  /**
   * The transport for an address: our own for a Unix-domain socket, else docker-java's, whose
   * deadline counts from the last byte received.
   */
  static DockerHttpClient to(EngineAddress address, Duration deadline, Answers answers) {
    return switch (address) {
      case EngineAddress.Socket(var path) -> new UnixHttpClient(path, deadline, answers);
      case EngineAddress.Forwarded(var path, _) -> new UnixHttpClient(path, deadline, answers);
      case EngineAddress.Pipe _, EngineAddress.Network _ ->
          StockTransport.to(address, deadline, answers);
    };
  }

  /**
   * docker-java's client over a transport. Nothing is read from the environment or from files.
   *
   * @param version the version of the API to speak
   */
  static DockerClient client(
      EngineAddress address, RemoteApiVersion version, DockerHttpClient transport) {
    return DockerClientImpl.getInstance(new ClientConfiguration(address, version), transport);
  }
}
