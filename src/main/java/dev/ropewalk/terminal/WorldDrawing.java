package dev.ropewalk.terminal;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jline.utils.AttributedString;

/**
 * Draws all that is on an engine: the containers network by network, then images and volumes. The
 * engine's own networks are left out while they are empty.
 */
public final class WorldDrawing {
  private static final int INDENT = 2;
  private static final int MOST_ROWS = 12;
  private static final String NO_NETWORK = "none";
  private static final Set<String> BUILT_IN = Set.of("bridge", "host", NO_NETWORK);

  private final Sheet sheet;
  private final List<AttributedString> lines = new ArrayList<>();

  private WorldDrawing(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The lines; never none. */
  public static List<AttributedString> draw(Sheet sheet, World world) {
    WorldDrawing drawing = new WorldDrawing(sheet);
    drawing.networks(world);
    drawing.list("images", world.images().stream().map(drawing::row).toList());
    drawing.list("volumes", drawing.volumes(world.volumes()));
    return drawing.lines.isEmpty()
        ? sheet.prose(Role.DIM, "Nothing is here yet: no containers, no images, no volumes.")
        : List.copyOf(drawing.lines);
  }

  private void networks(World world) {
    Map<String, List<Columns.Row>> members = new TreeMap<>();
    for (NetworkSummary network : world.networks()) {
      if (!BUILT_IN.contains(network.name())) {
        members.put(network.name(), new ArrayList<>());
      }
    }
    world.containers().stream()
        .sorted(Comparator.comparing(ContainerSummary::name))
        .forEach(
            container -> {
              String network = home(container);
              members.computeIfAbsent(network, _ -> new ArrayList<>()).add(row(network, container));
            });
    Columns columns =
        new Columns(sheet, INDENT, members.values().stream().flatMap(List::stream).toList());
    members.forEach((network, rows) -> network(network, rows, columns));
  }

  /** The network it is drawn in: rather one that the learner made than the engine's own. */
  private static String home(ContainerSummary container) {
    return container.networks().stream()
        .min(Comparator.<String, Boolean>comparing(BUILT_IN::contains).thenComparing(name -> name))
        .orElse(NO_NETWORK);
  }

  private void network(String name, List<Columns.Row> rows, Columns columns) {
    Ink title = new Ink(sheet).add(Role.DIM, "network ").add(Role.HEADING, name);
    if (rows.isEmpty()) {
      title.add(Role.DIM, "   nobody on it");
    }
    lines.addAll(Wrap.lines(title.dry(), sheet.width()));
    rows(rows, columns);
  }

  private Columns.Row row(String network, ContainerSummary container) {
    Role role = EngineWords.role(container);
    AttributedString how =
        container.state() == ContainerState.RUNNING
            ? EngineWords.ports(sheet, container.ports())
            : sheet.text(role, EngineWords.state(container));
    List<String> others =
        container.networks().stream().filter(name -> !name.equals(network)).sorted().toList();
    return new Columns.Row(
        List.of(
            sheet.text(role, EngineWords.glyph(sheet.glyphs(), container.state())),
            sheet.text(Role.PLAIN, container.name())),
        List.of(
            sheet.text(Role.PLAIN, EngineWords.image(container.image())),
            how,
            sheet.text(Role.DIM, others.isEmpty() ? "" : "also on " + String.join(", ", others))));
  }

  private Columns.Row row(ImageSummary image) {
    return row(EngineWords.image(image), EngineWords.size(image.size()));
  }

  private List<Columns.Row> volumes(List<VolumeSummary> volumes) {
    List<Columns.Row> rows = new ArrayList<>();
    volumes.stream()
        .map(VolumeSummary::name)
        .filter(name -> !EngineWords.anonymous(name))
        .sorted()
        .forEach(name -> rows.add(row(name, "")));
    int anonymous = volumes.size() - rows.size();
    if (anonymous > 0) {
      rows.add(new Columns.Row(List.of(sheet.text(Role.DIM, anonymous + " anonymous")), List.of()));
    }
    return rows;
  }

  private Columns.Row row(String name, String detail) {
    return new Columns.Row(
        List.of(sheet.text(Role.PLAIN, name)), List.of(sheet.text(Role.DIM, detail)));
  }

  private void list(String title, List<Columns.Row> rows) {
    if (!rows.isEmpty()) {
      lines.add(sheet.text(Role.HEADING, title));
      rows(rows, new Columns(sheet, INDENT, rows));
    }
  }

  private void rows(List<Columns.Row> rows, Columns columns) {
    rows.stream().limit(MOST_ROWS).forEach(row -> lines.addAll(columns.draw(row)));
    if (rows.size() > MOST_ROWS) {
      String rest = "%s and %s more".formatted(sheet.glyphs().ellipsis(), rows.size() - MOST_ROWS);
      lines.add(sheet.text(Role.DIM, " ".repeat(INDENT) + rest));
    }
  }
}
