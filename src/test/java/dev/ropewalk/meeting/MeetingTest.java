package dev.ropewalk.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of other terminals to a running course. */
final class MeetingTest {
  private static final Request WHY = new Request("why", Map.of("TERM", "xterm"));

  @TempDir private Path folder;

  private Path pointer() {
    return folder.resolve("running");
  }

  @Test
  void a_question_is_answered_by_the_course_that_runs() throws Exception {
    try (Meeting unused =
        Meeting.open(
            pointer(), asked -> Answer.result(asked.word() + asked.detail("TERM") + "\n✓"))) {
      assertThat(RunningCourse.find(pointer()).ask(WHY)).isEqualTo(Answer.result("whyxterm\n✓"));
    }
  }

  @Test
  void one_question_does_not_wait_for_another() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    try (Meeting unused =
        Meeting.open(
            pointer(),
            asked -> {
              try {
                if (asked.word().equals("why")) {
                  second.await();
                }
                second.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Answer.result(asked.word());
            })) {
      RunningCourse course = RunningCourse.find(pointer());
      Thread first =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      course.ask(WHY);
                    } catch (RunningCourse.NotRunning e) {
                      throw new AssertionError(e);
                    }
                  });

      assertThat(course.ask(new Request("step", Map.of())).text()).isEqualTo("step");
      first.join();
    }
  }

  @Test
  void nobody_else_may_enter_and_nothing_is_left() throws Exception {
    Path place;
    try (Meeting meeting = Meeting.open(pointer(), _ -> Answer.result(""))) {
      place = meeting.folder();
      assertThat(Files.getPosixFilePermissions(place))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    assertThat(place).doesNotExist();
    assertThat(pointer()).doesNotExist();
  }

  @Test
  void where_no_course_runs_that_is_told() throws Exception {
    assertThatThrownBy(() -> RunningCourse.find(pointer()))
        .isInstanceOf(RunningCourse.NotRunning.class);
    Files.writeString(pointer(), folder.resolve("of a course that was killed") + "\n");

    RunningCourse killed = RunningCourse.find(pointer());

    assertThatThrownBy(() -> killed.ask(WHY)).isInstanceOf(RunningCourse.NotRunning.class);
  }

  @Test
  void nonsense_ends_one_connection_and_no_more() throws Exception {
    try (Meeting meeting = Meeting.open(pointer(), _ -> Answer.result("well"))) {
      for (String nonsense : new String[] {"no JSON\n", "{}\n", "null\n", "{\"word\":"}) {
        try (SocketChannel channel =
            SocketChannel.open(
                UnixDomainSocketAddress.of(meeting.folder().resolve(Meeting.SOCKET)))) {
          channel.write(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.UTF_8)));
          channel.shutdownOutput();
          assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
      }

      assertThat(RunningCourse.find(pointer()).ask(WHY).text()).isEqualTo("well");
    }
  }
}
