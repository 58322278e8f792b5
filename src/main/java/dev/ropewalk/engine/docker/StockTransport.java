package dev.ropewalk.engine.docker;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.engine.EngineProblem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** docker-java's own transport, for what is not a Unix-domain socket; loaded only when needed. */
final class StockTransport {
  private StockTransport() {}

  static DockerHttpClient to(EngineAddress address, Duration deadline, Answers answers) {
    ApacheDockerHttpClient.Builder builder =
        new ApacheDockerHttpClient.Builder()
            .dockerHost(URI.create(address.toString()))
            .connectionTimeout(deadline);
    if (answers != Answers.STREAMED) {
      builder.responseTimeout(deadline);
    }
    if (address instanceof EngineAddress.Network(_, _, var certificates)) {
      certificates.ifPresent(
          folder -> builder.sslConfig(new LocalDirectorySSLConfig(complete(folder).toString())));
    }
    return builder.build();
  }

  /** Without all three files docker-java would silently speak in clear. */
  private static Path complete(Path certificates) {
    Stream.of("ca.pem", "cert.pem", "key.pem")
        .filter(name -> !Files.isReadable(certificates.resolve(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw new EngineProblem(
                  EngineProblem.Kind.UNREACHABLE,
                  ("The engine is to be reached with TLS, but %s is not there or cannot be read:"
                          + " set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem.")
                      .formatted(certificates.resolve(name)),
                  null);
            });
    return certificates;
  }
}
