package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.UUID;

/** Docker commands on the real engine, and what a recorder tells of them. */
final class RecordedDocker implements AutoCloseable {
  private final String ours = "rec-" + UUID.randomUUID().toString().substring(0, 8);
  private final Relay relay;

  private RecordedDocker() throws Exception {
    relay = Relay.start();
    run("for image in busybox redis; do docker inspect $image || docker pull $image; done");
    relay.forget();
  }

  static RecordedDocker start() throws Exception {
    return new RecordedDocker();
  }

  /** A name that nobody else has: what it begins is removed at the end. */
  String ours() {
    return ours;
  }

  Relay relay() {
    return relay;
  }

  /** The making of a volume. */
  static Outcome.Created volume(String name, Outcome.Before before) {
    return new Outcome.Created(ObjectKind.VOLUME, name, name, before);
  }

  /** What a line writes. */
  String run(String line) {
    return relay.bash(line).out();
  }

  /** The last outcome of a kind. */
  <T extends Outcome> T last(Class<T> kind) {
    return relay.outcomes(kind).reduce((_, last) -> last).orElseThrow();
  }

  /** The last exchange at a path. */
  Exchange last(String path) {
    return relay.told().stream()
        .filter(exchange -> exchange.path().equals(path))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Override
  public void close() throws Exception {
    relay.bash("docker rm -fv $(docker ps -aqf name=" + ours + ")");
    relay.bash("docker volume rm $(docker volume ls -qf name=" + ours + ")");
    relay.bash("docker network rm $(docker network ls -qf name=" + ours + ")");
    relay.bash("docker rmi $(docker images -q " + ours + ")");
    relay.close();
  }
}
