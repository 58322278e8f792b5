package dev.ropewalk.terminal;

import java.util.Optional;
import java.util.Set;

/**
 * Which part of a text is looked at that has more lines than there is room for. Not safe for use by
 * several threads.
 */
final class WatchScroll {
  private int first;
  private int page = 1;
  private boolean reveals;

  /** A way to go. */
  enum Move {
    UP("k", "\033[A", "\033OA"),
    DOWN("j", "\033[B", "\033OB"),
    PAGE_UP("\033[5~"),
    PAGE_DOWN("\033[6~");

    private final Set<String> sent;

    /**
     * @param sent what a terminal sends for the keys that mean it
     */
    Move(String... sent) {
      this.sent = Set.of(sent);
    }

    /** What a press of a key means, if it means this. */
    static Optional<Move> of(String press) {
      for (Move move : values()) {
        if (move.sent.contains(press)) {
          return Optional.of(move);
        }
      }
      return Optional.empty();
    }
  }

  void move(Move move) {
    reveals = false;
    first +=
        switch (move) {
          case UP -> -1;
          case DOWN -> 1;
          case PAGE_UP -> -page;
          case PAGE_DOWN -> page;
        };
  }

  /** Goes back to the beginning. */
  void home() {
    reveals = false;
    first = 0;
  }

  /** Goes to what is new, when it is known where that is. */
  void reveal() {
    reveals = true;
  }

  /**
   * The first line to be shown.
   *
   * @param lines how many there are
   * @param room how many can be shown
   * @param pinned how many of the first ones that can be seen are hidden by what stays in sight
   * @param news where the newest begins
   * @param end where it ends
   */
  int first(int lines, int room, int pinned, int news, int end) {
    if (reveals) {
      first = Math.min(news - pinned, end - room);
      reveals = false;
    }
    // A line of the page before stays in sight.
    page = Math.max(1, room - 1 - pinned);
    first = Math.clamp(first, 0, Math.max(0, lines - room));
    return first;
  }
}
