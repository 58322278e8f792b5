package dev.ropewalk.check;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a learner reads of networks, volumes and the services of a Compose project. */
final class ObjectDiagnosisTest {
  private final Book book = new Book();

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  private static Network shop(String... members) {
    return new Network(
        "n1",
        "shop",
        "bridge",
        false,
        List.of("172.18.0.0/16"),
        List.of(members),
        Map.of("team", "one"));
  }

  private static Volume data() {
    return new Volume("data", "local", "/var/lib/docker/volumes/data/_data", Map.of());
  }

  @Test
  void network() {
    String both = "network: shop\nexpect: {driver: bridge, members: {exactly: [app, db]}}";
    book.tell("as it should be", both, b -> b.has(shop("app", "db")));
    book.tell("nothing was done", both, b -> b);
    book.tell("the command failed", both, b -> b.ran("docker network creat shop", 1));
    book.tell("somebody else's", both, b -> b.alien(shop("app", "db")));
    book.tell("a near name", "network: shopp\nexpect: exists", b -> b.has(shop()));
    book.tell("one is not on it", both, b -> b.has(shop("app")));
    book.tell("another driver", "network: shop\nexpect: {driver: macvlan}", b -> b.has(shop()));
    book.tell("not internal", "network: shop\nexpect: {internal: true}", b -> b.has(shop()));
    book.tell("another range", "network: shop\nexpect: {subnet: [10.0.0.0/8]}", b -> b.has(shop()));
    book.tell("another label", "network: shop\nexpect: {labels: {team: two}}", b -> b.has(shop()));
    String gone = "network: shop\nexpect: absent";
    book.tell("never there", gone, b -> b);
    book.tell("still there", gone, b -> b.has(shop()));
    book.tell("gone", gone, b -> b.happenedToNetwork("create", "shop"));
    book.tell("removed too early", both, b -> b.happenedToNetwork("destroy", "shop"));
    book.compare("network");
  }

  @Test
  void volume() {
    String note = "volume: data\nexpect: {file: {path: note.txt, contains: hello}}";
    SampleContainer user = box().mount("volume", "data", "/data", false);
    book.tell(
        "as it should be",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "hello you\n");
          return b.has(data()).has(user);
        });
    book.tell(
        "in a stopped container",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "hello you\n");
          return b.has(data()).has(box().mount("volume", "data", "/data", false).exited(0));
        });
    book.tell("nothing was done", note, b -> b);
    book.tell("somebody else's", note, b -> b.alien(data()));
    book.tell("nobody mounts it", note, b -> b.has(data()));
    book.tell("no such file", note, b -> b.has(data()).has(user));
    book.tell(
        "another text",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "bye");
          return b.has(data()).has(user);
        });
    String used = "volume: data\nexpect: {driver: local, used_by: {contains: box}}";
    book.tell("used", used, b -> b.has(data()).has(user));
    book.tell("not used", used, b -> b.has(data()).has(box()));
    book.tell("never there", "volume: data\nexpect: absent", b -> b);
    book.tell("still there", "volume: data\nexpect: absent", b -> b.has(data()));
    SampleContainer keeper = new SampleContainer("keeper").mount("volume", "data", "/data", false);
    book.tell("needed", "volume: data\nexpect: absent", b -> b.has(data()).has(keeper));
    book.tell(
        "needed by somebody else's",
        "volume: data\nexpect: absent",
        b -> b.has(data()).alien(keeper));
    book.tell("gone", "volume: data\nexpect: absent", b -> b.happenedToVolume("destroy", "data"));
    book.compare("volume");
  }

  private static SampleContainer service(String project, String service, int number) {
    return new SampleContainer("%s-%s-%s".formatted(project, service, number))
        .label("com.docker.compose.project", project)
        .label("com.docker.compose.service", service)
        .label("com.docker.compose.oneoff", "False");
  }

  private static SampleContainer web(int number) {
    return service("shop", "web", number);
  }

  @Test
  void compose() {
    String shop =
        "compose: shop\nexpect: {services: {web: {state: running, scale: 2}, db: {image: redis}}}";
    SampleContainer db = service("shop", "db", 1);
    book.tell("as it should be", shop, b -> b.has(web(1)).has(web(2)).has(db));
    book.tell("nothing was done", shop, b -> b);
    book.tell("the command failed", shop, b -> b.ran("docker compose up", 14));
    book.tell("version 1, which is another program", shop, b -> b.ran("docker-compose ps", 0));
    book.tell("somebody else's", shop, b -> b.alien(web(1)).alien(web(2)).alien(db));
    book.tell("another project", shop, b -> b.has(service("shops", "web", 1)));
    book.tell("a near service", shop, b -> b.has(service("shop", "webb", 1)).has(db));
    book.tell("no such service", shop, b -> b.has(web(1)).has(web(2)));
    book.tell("too few", shop, b -> b.has(web(1)).has(db));
    book.tell(
        "one of them is dead",
        shop,
        b -> {
          b.engine.log("shop-web-2", "no such host: db");
          return b.has(web(1)).has(web(2).exited(3)).has(db);
        });
    book.tell(
        "another image", shop.replace("redis", "postgres"), b -> b.has(web(1)).has(web(2)).has(db));
    book.tell(
        "a one-off does not count",
        shop,
        b -> b.has(web(1)).has(web(2).label("com.docker.compose.oneoff", "True")).has(db));
    book.tell(
        "none wanted", "compose: shop\nexpect: {services: {web: {scale: 0}}}", b -> b.has(db));
    Map<String, String> labels =
        Map.of("com.docker.compose.project", "shop", "com.docker.compose.network", "front");
    Network front = new Network("n2", "shop_front", "bridge", false, List.of(), List.of(), labels);
    String net = "compose: shop\nexpect: {networks: [front], volumes: {empty: true}}";
    book.tell("its network", net, b -> b.has(db).has(front).has(data()));
    book.tell("another network", net.replace("front", "back"), b -> b.has(db).has(front));
    String gone = "compose: shop\nexpect: absent";
    book.tell("never there", gone, b -> b);
    book.tell("still there", gone, b -> b.has(db));
    book.tell("stopped by version 1", gone, b -> b.has(db).ran("docker-compose stop", 0));
    book.tell("gone", gone, b -> b.happened("destroy", "x", "com.docker.compose.project", "shop"));
    book.tell(
        "too early", shop, b -> b.happened("destroy", "x", "com.docker.compose.project", "shop"));
    book.compare("compose");
  }
}
