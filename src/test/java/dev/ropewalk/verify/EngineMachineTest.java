package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.SampleContainer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to look at a machine, on this one. */
@Timeout(300)
final class EngineMachineTest {
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  static List<EngineMachine> machines() {
    return List.of(new ThisMachine(), new EnteredMachine(UnaryOperator.identity(), Path.of("/")));
  }

  private void answer(String bytes) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (var connection = server.accept()) {
                connection.getInputStream().readNBytes("PING\r\n".length());
                connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                // It was not heard to the end.
              }
            });
  }

  private Reply ask(EngineMachine machine, String request) {
    return machine.ask("127.0.0.1", server.getLocalPort(), request);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void the_first_line_of_a_reply_is_told(EngineMachine machine) {
    answer("+PONG\r\nmore\n");

    assertThat(ask(machine, "PING\r\n")).isEqualTo(new Reply.Answered("+PONG"));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void all_of_a_reply_is_heard_up_to_a_limit(EngineMachine machine) {
    answer("head\r\n\r\ngrüße\n");
    String whole = machine.hear("127.0.0.1", server.getLocalPort(), "PING\r\n");
    answer("x".repeat(1 << 17));
    String cut = machine.hear("127.0.0.1", server.getLocalPort(), "PING\r\n");

    assertThat(whole).isEqualTo("head\r\n\r\ngrüße\n");
    assertThat(cut).hasSize(1 << 16);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void who_says_nothing_or_is_not_there_is_not_heard(EngineMachine machine) throws IOException {
    assertThat(machine.hear("127.0.0.1", server.getLocalPort(), "PING\r\n")).isEmpty();
    server.close();
    assertThat(machine.hear("127.0.0.1", server.getLocalPort(), "PING\r\n")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void who_takes_the_call_and_says_nothing_is_silent(EngineMachine machine) {
    assertThat(ask(machine, "PING\r\n")).isEqualTo(new Reply.Silent());
  }

  @ParameterizedTest
  @MethodSource("machines")
  void with_nothing_to_say_it_is_enough_that_somebody_listens(EngineMachine machine) {
    assertThat(ask(machine, "")).isEqualTo(new Reply.Answered(""));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void where_nobody_listens_it_is_refused(EngineMachine machine) throws IOException {
    server.close();

    assertThat(ask(machine, "")).isEqualTo(new Reply.Refused());
    assertThat(ask(machine, "PING\r\n")).isEqualTo(new Reply.Refused());
  }

  @ParameterizedTest
  @MethodSource("machines")
  void namespaces_are_read(EngineMachine machine) {
    assertThat(machine.namespaces()).containsKeys("pid", "net", "ipc", "mnt", "uts");
    assertThat(machine.namespaces()).isEqualTo(new ThisMachine().namespaces());
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_process_that_is_not_of_the_container_is_not_looked_at(EngineMachine machine) {
    Container container = new SampleContainer("kv").build();

    assertThat(machine.namespaces(container)).isEmpty();
    assertThat(machine.read(container, "status")).isEmpty();
    assertThat(machine.pidsInside(container, List.of(container.status().pid()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void free_bytes_are_told_of_a_folder_that_is_there(EngineMachine machine) throws IOException {
    long free = Files.getFileStore(Path.of("/proc")).getUsableSpace();

    assertThat(machine.freeBytes(Path.of("/proc"))).hasValue(free);
    assertThat(machine.freeBytes(Path.of("/nonexistent"))).isEmpty();
  }

  @Test
  void the_last_id_of_a_process_is_that_of_its_own_namespace() {
    assertThat(ProcessPids.innermost("Name:\tsh\nNSpid:\t4711\t12\t1\nThreads:\t1\n")).contains(1);
    assertThat(ProcessPids.innermost("Name:\tsh\nNSpid:\t4711\n")).contains(4711);
    assertThat(ProcessPids.innermost("Name:\tsh\n")).isEmpty();
  }

  static Stream<List<String>> nothing() {
    return Stream.of(List.of("true"), List.of("false"), List.of("/nonexistent"));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void a_machine_that_cannot_be_entered_says_nothing_for_sure(List<String> command) {
    EngineMachine machine = new EnteredMachine(_ -> command, Path.of("/"));

    assertThat(ask(machine, "")).isEqualTo(new Reply.Silent());
    assertThat(machine.namespaces()).isEmpty();
  }

  @Test
  void neither_does_one_that_is_gone() {
    EngineMachine machine =
        new EnteredMachine(
            _ -> {
              throw new IllegalStateException("gone");
            },
            Path.of("/"));

    assertThat(ask(machine, "")).isEqualTo(new Reply.Silent());
    assertThat(machine.namespaces(new SampleContainer("kv").build())).isEmpty();
  }
}
