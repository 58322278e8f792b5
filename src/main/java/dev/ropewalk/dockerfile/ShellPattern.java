package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A pattern of the shell with {@code *} and {@code ?}, as docker takes it in <code>${V#pattern}
 * </code>; docker knows no brackets there. Tells in time that grows with text and pattern, not
 * more.
 */
final class ShellPattern {
  private static final int STAR = -1;
  private static final int ANY = -2;

  private final List<Integer> signs;

  private ShellPattern(List<Integer> signs) {
    this.signs = List.copyOf(signs);
  }

  static ShellPattern of(String text, int line) throws Unreadable {
    List<Integer> signs = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '\\') {
        char escaped = at + 1 < text.length() ? text.charAt(++at) : 0;
        if ("*?\\}/".indexOf(escaped) < 0) {
          throw new Unreadable(
              line, "In a pattern docker does not know `\\%s`.".formatted(escaped));
        }
        signs.add((int) escaped);
      } else {
        signs.add(sign == '*' ? STAR : sign == '?' ? ANY : sign);
      }
    }
    return new ShellPattern(signs);
  }

  String withoutStart(String value, boolean longest) {
    return value.substring(Math.max(0, end(value, 0, longest)));
  }

  String withoutEnd(String value, boolean longest) {
    List<Integer> backwards = new ArrayList<>(signs);
    Collections.reverse(backwards);
    String reversed = new StringBuilder(value).reverse().toString();
    int cut = new ShellPattern(backwards).end(reversed, 0, longest);
    return value.substring(0, value.length() - Math.max(0, cut));
  }

  String replaced(String value, String replacement, boolean all) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    int behind = -1;
    boolean open = true;
    while (at <= value.length()) {
      int end = open ? end(value, at, true) : -1;
      // An empty match right behind another is none.
      boolean match = end >= 0 && !(end == at && at == behind);
      if (match) {
        result.append(replacement);
        open = all;
        behind = end;
      }
      if (match && end > at) {
        at = end;
        continue;
      }
      if (at < value.length()) {
        result.append(value.charAt(at));
      }
      at++;
    }
    return result.toString();
  }

  /** Where a match that begins there ends; -1 without one. */
  private int end(String value, int from, boolean longest) {
    boolean[] reached = new boolean[signs.size() + 1];
    reached[0] = true;
    int found = -1;
    for (int at = from; ; at++) {
      for (int each = 0; each < signs.size(); each++) {
        reached[each + 1] |= reached[each] && signs.get(each) == STAR;
      }
      found = reached[signs.size()] ? at : found;
      if (at == value.length() || found >= 0 && !longest) {
        return found;
      }
      boolean any = false;
      for (int each = signs.size(); each >= 0; each--) {
        boolean stays = each < signs.size() && reached[each] && takes(each, STAR, value.charAt(at));
        boolean comes = each > 0 && reached[each - 1] && takes(each - 1, ANY, value.charAt(at));
        reached[each] = stays || comes;
        any |= reached[each];
      }
      if (!any) {
        return found;
      }
    }
  }

  private boolean takes(int index, int kind, char sign) {
    int own = signs.get(index);
    return own == kind ? sign != '\n' : kind == ANY && own == sign;
  }
}
