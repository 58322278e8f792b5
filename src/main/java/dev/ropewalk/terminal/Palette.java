package dev.ropewalk.terminal;

import java.util.EnumMap;
import java.util.Map;
import org.jline.utils.AttributedStyle;

/**
 * How each {@link Role} looks. The full palette uses colours in the middle of the scale, so that
 * they can be read on a dark and on a light background alike; the palette of sixteen uses the
 * colours that the learner has chosen for the terminal.
 */
public final class Palette {
  private static final int WITH_256 = 256;
  private static final int WITH_BASIC = 8;

  private static final int GREEN = 28;
  private static final int RED = 160;
  private static final int AMBER = 130;
  private static final int TEAL = 30;
  private static final int BLUE = 32;
  private static final int PURPLE = 133;
  private static final int GREY = 243;

  private static final Palette FULL = new Palette(Depth.FULL);
  private static final Palette SIXTEEN = new Palette(Depth.SIXTEEN);
  private static final Palette NONE = new Palette(Depth.NONE);

  private enum Depth {
    FULL,
    SIXTEEN,
    NONE
  }

  private final Map<Role, AttributedStyle> styles = new EnumMap<>(Role.class);

  private Palette(Depth depth) {
    for (Role role : Role.values()) {
      styles.put(role, depth == Depth.NONE ? AttributedStyle.DEFAULT : look(role, depth));
    }
  }

  /** For terminals of 256 colours and more. */
  public static Palette full() {
    return FULL;
  }

  /** For terminals of 8 or 16 colours. */
  public static Palette sixteen() {
    return SIXTEEN;
  }

  /** No colours and no attributes: pipes, {@code NO_COLOR}, {@code --no-color}. */
  public static Palette none() {
    return NONE;
  }

  /**
   * The palette that fits. {@code NO_COLOR} (not empty) and {@code TERM=dumb} mean none.
   *
   * @param environment the variables of our process
   * @param colours how many the terminal can show; 0 or less when there is no terminal
   */
  public static Palette choose(Map<String, String> environment, int colours) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    if (unwanted || environment.getOrDefault("TERM", "").equals("dumb") || colours < WITH_BASIC) {
      return NONE;
    }
    boolean more = !environment.getOrDefault("COLORTERM", "").isEmpty();
    return colours >= WITH_256 || more ? FULL : SIXTEEN;
  }

  public AttributedStyle style(Role role) {
    return styles.getOrDefault(role, AttributedStyle.DEFAULT);
  }

  /** The look of a role inside a text that already has a look: both where they do not collide. */
  AttributedStyle over(AttributedStyle below, Role role) {
    AttributedStyle top = style(role);
    return new AttributedStyle(
        (below.getStyle() & ~top.getMask()) | (top.getStyle() & top.getMask()),
        below.getMask() | top.getMask());
  }

  /** Whether nothing can be told apart by its look, so that marks have to do it. */
  public boolean plain() {
    return this == NONE;
  }

  private static AttributedStyle look(Role role, Depth depth) {
    AttributedStyle base = AttributedStyle.DEFAULT;
    return switch (role) {
      case PLAIN -> base;
      case PASSED, ADDED, RUNNING -> colour(depth, GREEN, AttributedStyle.GREEN);
      case FAILED, REMOVED -> colour(depth, RED, AttributedStyle.RED);
      case WAITING, CHANGED -> colour(depth, AMBER, AttributedStyle.YELLOW);
      case WARNING -> colour(depth, AMBER, AttributedStyle.YELLOW).bold();
      case ERRORED, HINT -> colour(depth, PURPLE, AttributedStyle.MAGENTA);
      case CODE -> colour(depth, TEAL, AttributedStyle.CYAN);
      case TASK, PROMPT -> colour(depth, TEAL, AttributedStyle.CYAN).bold();
      case HEADING -> depth == Depth.FULL ? base.foreground(BLUE).bold() : base.bold();
      case NOTE -> depth == Depth.FULL ? base.foreground(BLUE) : base.bold();
      case STRONG -> base.bold();
      case EMPHASIS -> base.italic();
      case LINK -> base.underline();
      case DIM, STOPPED -> depth == Depth.FULL ? base.foreground(GREY) : base.faint();
    };
  }

  private static AttributedStyle colour(Depth depth, int full, int basic) {
    return AttributedStyle.DEFAULT.foreground(depth == Depth.FULL ? full : basic);
  }
}
