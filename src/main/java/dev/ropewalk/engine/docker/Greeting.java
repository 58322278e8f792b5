package dev.ropewalk.engine.docker;

import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.engine.EngineProblem;

/**
 * What an engine answers to a ping.
 *
 * @param kind {@code Docker} or {@code Podman}
 * @param newest the newest API that it speaks
 */
record Greeting(String kind, RemoteApiVersion newest) {
  /** Engines since 29 refuse anything older; engines that know no more than this still serve it. */
  static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

  private static final DockerHttpClient.Request PING =
      DockerHttpClient.Request.builder()
          .method(DockerHttpClient.Request.Method.GET)
          .path("/_ping")
          .build();

  /**
   * Pings the engine.
   *
   * @throws EngineProblem when what answers is no engine
   */
  static Greeting from(EngineAddress address, DockerHttpClient transport) {
    try (DockerHttpClient.Response response = transport.execute(PING)) {
      String theirs = response.getHeader("Api-Version");
      if (theirs == null || !theirs.matches("\\d{1,4}\\.\\d{1,4}")) {
        throw new EngineProblem(
            EngineProblem.Kind.REFUSED,
            "What answers at %s is no container engine: correct the address.".formatted(address),
            null);
      }
      String server = response.getHeader("Server");
      return new Greeting(
          server != null && server.startsWith("Libpod") ? "Podman" : "Docker",
          RemoteApiVersion.parseConfig(theirs));
    }
  }

  /** The API that both sides speak: the older of its newest and ours. */
  RemoteApiVersion version() {
    return newest.isGreaterOrEqual(NEWEST) ? NEWEST : newest;
  }
}
