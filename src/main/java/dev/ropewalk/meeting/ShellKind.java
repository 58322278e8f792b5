package dev.ropewalk.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A shell that can tell of its lines. */
public enum ShellKind {
  BASH,
  ZSH,
  FISH;

  /** The shell of a program's name or path, such as {@code -zsh} or {@code /usr/bin/fish}. */
  public static Optional<ShellKind> of(String program) {
    String name = program.substring(program.lastIndexOf('/') + 1).replaceFirst("^-", "");
    return Stream.of(values()).filter(kind -> kind.word().equals(name)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text as one word of this shell, whatever is in it. */
  String quote(String text) {
    return switch (this) {
      case BASH, ZSH -> "'" + text.replace("'", "'\\''") + "'";
      case FISH -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    };
  }

  String assign(String name, String value) {
    return switch (this) {
      case BASH, ZSH -> name + "=" + quote(value);
      case FISH -> "set -g " + name + " " + quote(value);
    };
  }

  String export(String name, String value) {
    return switch (this) {
      case BASH, ZSH -> "export " + name + "=" + quote(value);
      case FISH -> "set -gx " + name + " " + quote(value);
    };
  }
}
