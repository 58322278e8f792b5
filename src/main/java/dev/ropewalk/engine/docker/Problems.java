package dev.ropewalk.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.exception.DockerException;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.EngineProblem.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the trouble with an engine into words.
 *
 * @param deadline how long the engine is given to answer
 */
record Problems(EngineAddress address, Duration deadline) {
  /** Letters of the engine's words that a person reads. */
  private static final int LONGEST = 1000;

  /** What an exception of docker-java or of a transport means; one that is a bug is thrown on. */
  EngineProblem of(RuntimeException exception) {
    for (Throwable e = exception; e != null; e = e.getCause()) {
      switch (e) {
        case EngineProblem problem -> {
          return problem;
        }
        case DockerException refusal -> {
          return new EngineProblem(Kind.REFUSED, words(refusal), exception);
        }
        case SocketTimeoutException _ -> {
          return silent(exception);
        }
        case AnswerTooLarge large -> {
          return new EngineProblem(
              Kind.REFUSED,
              "The engine at %s was asked, and %s.".formatted(address, large.getMessage()),
              exception);
        }
        case IOException io -> {
          return new EngineProblem(Kind.UNREACHABLE, unreachable(io), exception);
        }
        default -> {}
      }
    }
    throw exception;
  }

  /** Why an endless stream has ended: an exception, or nothing at all. */
  EngineProblem ofEnd(@Nullable Throwable end) {
    return of(
        end instanceof RuntimeException exception
            ? exception
            : new RuntimeException(
                end == null ? new EOFException("the engine ended the stream") : end));
  }

  /** Somebody is there but says nothing. */
  EngineProblem silent(Throwable cause) {
    return new EngineProblem(
        Kind.TIMEOUT,
        ("The engine at %s does not answer within %s: see whether it is stopped or overloaded, and"
                + " restart it.")
            .formatted(address, seconds(deadline)),
        cause);
  }

  static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  /** The engine's own words; its answer is {@code {"message":"…"}}. */
  static String words(DockerException refusal) {
    String answer = String.valueOf(refusal.getMessage());
    try {
      Map<String, Object> fields =
          RawModels.mapper()
              .readValue(
                  answer.substring(Math.max(0, answer.indexOf('{'))), new TypeReference<>() {});
      String message = new Fields(fields).text("message");
      return begun(message.isEmpty() ? answer : message);
    } catch (JsonProcessingException e) {
      return begun(answer);
    }
  }

  private static String begun(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
  }

  private String unreachable(IOException cause) {
    if (cause instanceof UnknownHostException) {
      return "The engine's machine at %s has no address: check the name or the network."
          .formatted(address);
    }
    if (!(cause instanceof ConnectException)) {
      return "The connection to the engine at %s broke (%s): see whether the engine still runs."
          .formatted(address, cause.getMessage());
    }
    return switch (address) {
      case EngineAddress.Socket(var path) -> noSocket(path, cause);
      case EngineAddress.Forwarded(var path, _) -> noSocket(path, cause);
      case EngineAddress.Pipe(var path) ->
          "Nobody listens at %s: start Docker Desktop.".formatted(path);
      case EngineAddress.Network _ ->
          "Nobody listens at %s: start the engine there, or correct the address."
              .formatted(address);
    };
  }

  private static String noSocket(Path socket, IOException cause) {
    if (String.valueOf(cause.getMessage()).contains("Permission denied")
        || (Files.exists(socket) && !Files.isWritable(socket))) {
      return ("You may not use the engine's socket %s: join the group that owns it with `sudo usermod"
              + " -aG docker $USER` and log in again (members of that group are root on this"
              + " machine).")
          .formatted(socket);
    }
    return Files.exists(socket)
        ? "The socket %s is there, but no engine listens at it: start it with `sudo systemctl start docker` or open Docker Desktop."
            .formatted(socket)
        : "There is no engine's socket at %s: install and start Docker, or say where the engine is with DOCKER_HOST or `docker context use`."
            .formatted(socket);
  }
}
