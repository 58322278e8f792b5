package dev.ropewalk.terminal;

import dev.ropewalk.engine.Change;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import dev.ropewalk.engine.WorldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.AttributedString;

/** Says a change of the engine in a row. */
final class ChangeRow {
  private final Sheet sheet;

  ChangeRow(Sheet sheet) {
    this.sheet = sheet;
  }

  Columns.Row row(WorldChange change) {
    return switch (change) {
      case WorldChange.OfContainer(var container) -> container(container);
      case WorldChange.OfImage(var image) -> image(image);
      case WorldChange.OfNetwork(var network) -> network(network);
      case WorldChange.OfVolume(var volume) -> volume(volume);
    };
  }

  private Columns.Row container(Change<ContainerSummary> change) {
    String kind = "container";
    return switch (change) {
      case Change.Added<ContainerSummary>(var now) ->
          added(
              kind,
              now.name(),
              text(EngineWords.role(now), EngineWords.state(now)),
              text(Role.PLAIN, EngineWords.image(now.image())),
              EngineWords.ports(sheet, now.ports()));
      case Change.Removed<ContainerSummary>(var was) -> removed(kind, was.name());
      case Change.Altered<ContainerSummary>(var was, var now) ->
          altered(kind, became(was.name(), now.name()), details(was, now));
    };
  }

  private List<AttributedString> details(ContainerSummary was, ContainerSummary now) {
    List<AttributedString> details = new ArrayList<>();
    if (was.state() != now.state() || !was.exitCode().equals(now.exitCode())) {
      details.add(
          new Ink(sheet)
              .add(Role.DIM, EngineWords.state(was) + " " + sheet.glyphs().arrow() + " ")
              .add(EngineWords.role(now), EngineWords.state(now))
              .dry());
    }
    only(now.networks(), was.networks()).forEach(name -> details.add(text("joined " + name)));
    only(was.networks(), now.networks()).forEach(name -> details.add(text("left " + name)));
    if (!Set.copyOf(was.ports()).equals(Set.copyOf(now.ports()))) {
      details.add(EngineWords.ports(sheet, now.ports()));
    }
    return details;
  }

  private Columns.Row image(Change<ImageSummary> change) {
    String kind = "image";
    return switch (change) {
      case Change.Added<ImageSummary>(var now) ->
          added(kind, EngineWords.image(now), text(EngineWords.size(now.size())));
      case Change.Removed<ImageSummary>(var was) -> removed(kind, EngineWords.image(was));
      case Change.Altered<ImageSummary>(var was, var now) -> {
        List<AttributedString> details = new ArrayList<>();
        only(now.tags(), was.tags()).forEach(tag -> details.add(text("tagged " + tag)));
        only(was.tags(), now.tags()).forEach(tag -> details.add(text("untagged " + tag)));
        List<String> kept = now.tags().stream().filter(was.tags()::contains).toList();
        String name = kept.isEmpty() ? EngineWords.shortId(now.id()) : kept.getFirst();
        yield altered(kind, name, details);
      }
    };
  }

  private Columns.Row network(Change<NetworkSummary> change) {
    String kind = "network";
    return switch (change) {
      case Change.Added<NetworkSummary>(var now) -> added(kind, now.name(), text(now.driver()));
      case Change.Removed<NetworkSummary>(var was) -> removed(kind, was.name());
      case Change.Altered<NetworkSummary>(var was, var now) ->
          altered(kind, became(was.name(), now.name()), List.of(text(now.driver())));
    };
  }

  private Columns.Row volume(Change<VolumeSummary> change) {
    String kind = "volume";
    return switch (change) {
      case Change.Added<VolumeSummary>(var now) ->
          added(kind, name(now), text(now.driver()), anonymous(now));
      case Change.Removed<VolumeSummary>(var was) -> removed(kind, name(was), anonymous(was));
      case Change.Altered<VolumeSummary>(_, var now) ->
          altered(kind, name(now), List.of(text(now.driver())));
    };
  }

  private AttributedString anonymous(VolumeSummary volume) {
    return text(Role.DIM, EngineWords.anonymous(volume.name()) ? "anonymous" : "");
  }

  private String name(VolumeSummary volume) {
    return EngineWords.anonymous(volume.name())
        ? EngineWords.shortId(volume.name()) + sheet.glyphs().ellipsis()
        : volume.name();
  }

  private String became(String was, String now) {
    return was.equals(now) ? now : was + " " + sheet.glyphs().arrow() + " " + now;
  }

  private static List<String> only(List<String> here, List<String> notHere) {
    return here.stream().filter(name -> !notHere.contains(name)).sorted().toList();
  }

  private Columns.Row added(String kind, String name, AttributedString... details) {
    return row(Role.ADDED, "+", kind, name, List.of(details));
  }

  private Columns.Row removed(String kind, String name, AttributedString... details) {
    return row(Role.REMOVED, "-", kind, name, List.of(details));
  }

  private Columns.Row altered(String kind, String name, List<AttributedString> details) {
    return row(Role.CHANGED, "~", kind, name, details);
  }

  private Columns.Row row(
      Role role, String sign, String kind, String name, List<AttributedString> details) {
    return new Columns.Row(
        List.of(text(role, sign), text(Role.DIM, kind), text(role, name)), details);
  }

  private AttributedString text(String words) {
    return text(Role.PLAIN, words);
  }

  private AttributedString text(Role role, String words) {
    return sheet.text(role, words);
  }
}
