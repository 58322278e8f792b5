package dev.ropewalk.terminal;

import dev.ropewalk.engine.WorldChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;

/**
 * Draws what became different on the engine, a row for each thing: {@code +} new, {@code ~}
 * different, {@code -} gone.
 */
public final class ChangeDrawing {
  private static final int MOST_ROWS = 12;

  private ChangeDrawing() {}

  private enum Kind {
    CONTAINER,
    IMAGE,
    NETWORK,
    VOLUME
  }

  /** The lines; none for no changes. Of many rows the last ones of the longest kinds are folded. */
  public static List<AttributedString> draw(Sheet sheet, List<WorldChange> changes) {
    Map<Kind, List<Columns.Row>> rows = new EnumMap<>(Kind.class);
    ChangeRow words = new ChangeRow(sheet);
    for (WorldChange change : changes) {
      rows.computeIfAbsent(kind(change), _ -> new ArrayList<>()).add(words.row(change));
    }
    Map<Kind, Integer> shown = shown(rows);
    List<Columns.Row> visible = new ArrayList<>();
    rows.forEach((kind, all) -> visible.addAll(all.subList(0, shown.getOrDefault(kind, 0))));
    Columns columns = new Columns(sheet, 0, visible);
    List<AttributedString> lines = new ArrayList<>();
    rows.forEach(
        (kind, all) -> {
          int count = shown.getOrDefault(kind, 0);
          all.subList(0, count).forEach(row -> lines.addAll(columns.draw(row)));
          if (count < all.size()) {
            lines.add(more(sheet, all.size() - count, kind));
          }
        });
    return lines;
  }

  private static Kind kind(WorldChange change) {
    return switch (change) {
      case WorldChange.OfContainer _ -> Kind.CONTAINER;
      case WorldChange.OfImage _ -> Kind.IMAGE;
      case WorldChange.OfNetwork _ -> Kind.NETWORK;
      case WorldChange.OfVolume _ -> Kind.VOLUME;
    };
  }

  /** How many rows of each kind are shown: the longest kind gives way first. */
  private static Map<Kind, Integer> shown(Map<Kind, List<Columns.Row>> rows) {
    Map<Kind, Integer> shown = new EnumMap<>(Kind.class);
    rows.forEach((kind, all) -> shown.put(kind, all.size()));
    int total = rows.values().stream().mapToInt(List::size).sum();
    for (; total > MOST_ROWS; total--) {
      Kind longest = Kind.CONTAINER;
      for (Kind kind : shown.keySet()) {
        longest = shown.get(kind) >= shown.getOrDefault(longest, 0) ? kind : longest;
      }
      shown.merge(longest, -1, Integer::sum);
    }
    return shown;
  }

  private static AttributedString more(Sheet sheet, int count, Kind kind) {
    String noun = kind.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    return sheet.text(
        Role.DIM, "  %s and %s more %s".formatted(sheet.glyphs().ellipsis(), count, noun));
  }
}
