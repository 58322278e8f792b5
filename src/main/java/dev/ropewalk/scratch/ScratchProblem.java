package dev.ropewalk.scratch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** There is no room for temporary files. The message says where, and why. */
public final class ScratchProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScratchProblem(Path place, IOException cause) {
    super("no folder can be made in %s: %s".formatted(place, reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "it belongs to somebody else";
      case FileSystemException known when known.getReason() != null -> known.getReason();
      default -> Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    };
  }
}
