package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.engine.docker.UnixServer;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sockets and the forwarding, before an engine of which the test says what it does. */
@Timeout(300)
class RecorderTest {
  private static final String PING = "GET /_ping HTTP/1.1\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";

  private final BlockingQueue<Exchange> told = new LinkedBlockingQueue<>();
  private Path folder;
  private Path socket;

  @BeforeEach
  void place() throws IOException {
    folder = Files.createTempDirectory("rec");
    socket = folder.resolve("engine");
  }

  @AfterEach
  void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(files.toList());
      for (Path file : all.reversed()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void what_comes_through_a_lane_carries_its_name() throws Exception {
    try (UnixServer engine = UnixServer.always(socket, OK);
        Recorder recorder = start();
        Lane one = recorder.lane("one");
        Lane two = recorder.lane("two")) {
      ask(two, PING);
      ask(one, PING);

      assertThat(next().lane()).isEqualTo("two");
      assertThat(next().lane()).isEqualTo("one");
      assertThat(told).as("its own ping is nobody's").isEmpty();
      assertThat(engine.requests()).hasSize(3);
    }
  }

  @Test
  void only_its_owner_may_enter_the_folder_and_a_closed_recorder_leaves_no_socket()
      throws Exception {
    try (UnixServer engine = UnixServer.always(socket, OK)) {
      Recorder recorder = start();
      Path lane = path(recorder.lane("one"));
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(lane.getParent()));
      boolean there = Files.exists(lane);

      recorder.close();

      assertThat(mode).isEqualTo("rwx------");
      assertThat(there).isTrue();
      assertThat(lane).doesNotExist();
      assertThat(recorder.ready()).isFalse();
      assertThat(engine.accepted()).isPositive();
    }
  }

  @Test
  void what_a_killed_recorder_has_left_is_in_nobodys_way() throws Exception {
    try (UnixServer engine = UnixServer.always(socket, OK)) {
      Path left = Files.createDirectory(folder.resolve("r")).resolve("1.sock");
      ServerSocketChannel.open(StandardProtocolFamily.UNIX)
          .bind(UnixDomainSocketAddress.of(left))
          .close();

      try (Recorder recorder = start();
          Lane lane = recorder.lane("one")) {
        assertThat(ask(lane, PING)).isEqualTo(OK);
      }
      assertThat(engine.requests()).hasSize(2);
    }
  }

  @Test
  void a_closed_lane_takes_nobody_new_and_keeps_whom_it_has() throws Exception {
    try (UnixServer engine = UnixServer.always(socket, OK);
        Recorder recorder = start()) {
      Lane lane = recorder.lane("one");
      try (SocketChannel background = connect(lane)) {
        lane.close();

        assertThat(path(lane)).doesNotExist();
        assertThatThrownBy(() -> connect(lane)).isInstanceOf(IOException.class);
        send(background, PING);
        assertThat(receive(background, OK.length())).isEqualTo(OK);
        assertThat(next().lane()).isEqualTo("one");
      }
      assertThat(engine.accepted()).isPositive();
    }
  }

  @Test
  void while_the_engine_is_away_nobody_listens_and_afterwards_the_same_lane_does()
      throws Exception {
    UnixServer engine = UnixServer.always(socket, OK);
    try (Recorder recorder = start();
        Lane lane = recorder.lane("one")) {
      Files.delete(socket);
      engine.close();
      until(() -> !Files.exists(path(lane)));
      boolean ready = recorder.ready();

      try (UnixServer again = UnixServer.always(socket, OK)) {
        until(() -> Files.exists(path(lane)));

        assertThat(ready).isFalse();
        assertThat(ask(lane, PING)).isEqualTo(OK);
        assertThat(again.requests()).hasSize(1);
      }
    }
  }

  @Test
  void a_client_may_end_its_side_and_still_hear_the_answer() throws Exception {
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      Thread server = Thread.ofVirtual().unstarted(() -> answerAtTheEnd(engine));
      server.start();
      try (Recorder recorder = start();
          Lane lane = recorder.lane("one");
          SocketChannel client = connect(lane)) {
        send(client, "GET /x HTTP/1.1\r\n\r\n");
        client.shutdownOutput();

        assertThat(receive(client, 1_000)).isEqualTo("HTTP/1.1 200 OK\r\n\r\nthe end");
        assertThat(next().path()).isEqualTo("/x");
      }
    }
  }

  @Test
  void what_is_no_http_is_passed_on_all_the_same() throws Exception {
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual().start(() -> answerAtTheEnd(engine));
      try (Recorder recorder = start();
          Lane lane = recorder.lane("one");
          SocketChannel client = connect(lane)) {
        send(client, "rubbish\n");
        client.shutdownOutput();

        assertThat(receive(client, 1_000)).endsWith("the end");
        assertThat(next().outcomes()).hasSize(1);
      }
    }
  }

  @Test
  void a_listener_that_fails_does_not_disturb_the_client() throws Exception {
    try (UnixServer engine = UnixServer.always(socket, OK);
        Recorder recorder =
            Recorder.start(
                folder.resolve("r"),
                new EngineAddress.Socket(socket),
                _ -> {
                  throw new IllegalStateException("a test's");
                });
        Lane lane = recorder.lane("one")) {
      assertThat(ask(lane, PING)).isEqualTo(OK);
      assertThat(engine.requests()).hasSize(2);
    }
  }

  @Test
  void where_bytes_cannot_be_passed_on_as_they_are_it_says_so() {
    EngineAddress tls = new EngineAddress.Network("build", 2376, Optional.of(Path.of("/certs")));

    assertThatThrownBy(() -> Recorder.start(folder.resolve("r"), tls, told::add))
        .isInstanceOf(RecorderUnavailable.class)
        .hasMessage(
            "Commands are not recorded here: tcp://build:2376 is spoken to with TLS, which would"
                + " have to be opened in between.");
  }

  @Test
  void without_an_engine_it_does_not_start() {
    assertThatThrownBy(this::start)
        .isInstanceOf(RecorderUnavailable.class)
        .hasMessageStartingWith("Commands are not recorded here: the engine at unix://" + socket);
    assertThat(folder.resolve("r")).isEmptyDirectory();
  }

  private Recorder start() throws RecorderUnavailable {
    return Recorder.start(folder.resolve("r"), new EngineAddress.Socket(socket), told::add);
  }

  /** Answers each connection when the client has ended its side; a ping at once. */
  private static void answerAtTheEnd(ServerSocketChannel engine) {
    try {
      while (true) {
        SocketChannel client = engine.accept();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (client) {
                    String asked = receive(client, PING.length());
                    if (asked.startsWith("GET /_ping")) {
                      send(client, OK);
                    }
                    receive(client, 1_000);
                    send(client, "HTTP/1.1 200 OK\r\n\r\nthe end");
                  } catch (IOException e) {
                    // The test is over.
                  }
                });
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static Path path(Lane lane) {
    return Path.of(lane.address().substring("unix://".length()));
  }

  private static SocketChannel connect(Lane lane) throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path(lane)));
  }

  private static String ask(Lane lane, String request) throws IOException {
    try (SocketChannel client = connect(lane)) {
      send(client, request);
      return receive(client, OK.length());
    }
  }

  private static void send(SocketChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** So many bytes, or fewer where the stream ends before. */
  private static String receive(SocketChannel channel, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // On.
    }
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private Exchange next() throws InterruptedException {
    Exchange exchange = told.poll(Patience.BUSY_MACHINE.toSeconds(), TimeUnit.SECONDS);
    assertThat(exchange).as("a record").isNotNull();
    return exchange;
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
