package dev.ropewalk.author;

import java.io.IOException;

/** JSON of a form that we cannot add to. */
final class UnexpectedJson extends IOException {
  private static final long serialVersionUID = 1;

  UnexpectedJson(String message) {
    super(message);
  }
}
