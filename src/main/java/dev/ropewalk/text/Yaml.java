package dev.ropewalk.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (where {@code 22:22} is a text and {@code on} is no truth value) into nodes with
 * places. Works on the parser's events, not on its tree, so that aliases are seen, and refused or
 * counted, before they can multiply.
 */
public final class Yaml {
  private static final int MAX_DEPTH = 24;

  private final Problems problems;
  private final Iterator<Event> events;
  private final Optional<YamlAnchors> anchors;

  private Yaml(Problems problems, Iterator<Event> events, Optional<YamlAnchors> anchors) {
    this.problems = problems;
    this.events = events;
    this.anchors = anchors;
  }

  /**
   * Reads one document of ours: aliases and tags are refused.
   *
   * @return empty when there is no document, or when it is so broken that nothing can be made of it
   *     (then noted)
   */
  public static Optional<YamlNode> read(Problems problems) {
    return read(problems, Optional.empty());
  }

  /**
   * Reads one document of others: for an alias stands what it names, for a merge key what it
   * brings. Tags of YAML's own are passed over.
   *
   * @return empty when there is no document, or when it is so broken that nothing can be made of it
   *     (then noted)
   */
  public static Optional<YamlNode> readWithAnchors(Problems problems) {
    return read(problems, Optional.of(new YamlAnchors()));
  }

  private static Optional<YamlNode> read(Problems problems, Optional<YamlAnchors> anchors) {
    Source source = problems.source();
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    try {
      return new Yaml(problems, new Parse(settings).parseString(source.text()).iterator(), anchors)
          .document();
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(mark -> place(mark, mark)).orElse(Place.START);
      YamlTrouble trouble = YamlTrouble.of(e.getProblem(), source.line(place.line()));
      problems.add(place, "this is not YAML: " + trouble.says(), trouble.fix());
    } catch (YamlEngineException e) {
      problems.add(
          Place.START, "this is not YAML: " + e.getMessage(), "save the file as plain UTF-8 text");
    } catch (Hopeless e) {
      problems.add(e.place, e.says, e.fix);
    }
    return Optional.empty();
  }

  private Optional<YamlNode> document() {
    Optional<YamlNode> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        if (root.isPresent()) {
          problems.add(
              place(event), "a second document begins here", "keep one document in a file");
          return root;
        }
        root = Optional.of(node(node, 0));
      }
    }
    return root;
  }

  private YamlNode node(NodeEvent event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Hopeless(
          place(event), "the nesting is deeper than " + MAX_DEPTH + " levels", "flatten it");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    Optional<String> anchor = event.getAnchor().map(name -> name.getValue());
    if (anchor.isPresent() && anchors.isEmpty()) {
      problems.add(place(event), "anchors (`&name`) are not allowed", "remove it");
    }
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case MappingStartEvent start -> mapping(start, depth);
          case SequenceStartEvent start -> sequence(start, depth);
          default -> throw new IllegalStateException("an event that opens no node: " + event);
        };
    anchors.ifPresent(all -> anchor.ifPresent(name -> all.put(name, node)));
    return node;
  }

  private YamlNode aliased(AliasEvent alias) {
    if (anchors.isEmpty()) {
      throw new Hopeless(
          place(alias), "aliases (`*name`) are not allowed", "write the value out, here and below");
    }
    String name = alias.getAlias().getValue();
    YamlNode node =
        anchors
            .get()
            .find(name)
            .orElseThrow(
                () ->
                    new Hopeless(
                        place(alias),
                        "there is no anchor `&%s` above".formatted(name),
                        "write `&%s` where the value stands first".formatted(name)));
    if (!anchors.get().hasRoomFor(node)) {
      throw new Hopeless(place(alias), "the aliases multiply without end", "write the values out");
    }
    return node;
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    refuse(event.getTag(), place(event));
    return new YamlNode.Scalar(
        place(event), event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN);
  }

  private YamlNode mapping(MappingStartEvent start, int depth) {
    refuse(start.getTag(), place(start));
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (events.next() instanceof NodeEvent event) {
      YamlNode key = node(event, depth + 1);
      YamlNode value = node((NodeEvent) events.next(), depth + 1);
      if (!(key instanceof YamlNode.Scalar name)) {
        problems.add(key.place(), "a key must be a single word", "write it as `key: value`");
      } else if (!seen.add(name.text())) {
        problems.add(
            name.place(), "the key `" + name.text() + "` stands here twice", "remove one of them");
      } else {
        entries.add(new YamlNode.Entry(name, value));
      }
    }
    return anchors.isEmpty()
        ? new YamlNode.Mapping(place(start), entries)
        : merged(new YamlNode.Mapping(place(start), entries));
  }

  private YamlNode merged(YamlNode.Mapping mapping) {
    return YamlAnchors.merged(mapping)
        .orElseGet(
            () -> {
              problems.add(
                  mapping.place(),
                  "a merge key (`<<`) takes a mapping, or a list of mappings",
                  "write `<<: *name`");
              return mapping;
            });
  }

  private YamlNode sequence(SequenceStartEvent start, int depth) {
    refuse(start.getTag(), place(start));
    List<YamlNode> items = new ArrayList<>();
    while (events.next() instanceof NodeEvent event) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Sequence(place(start), items);
  }

  private void refuse(Optional<String> tag, Place place) {
    tag.filter(name -> anchors.isEmpty() || !name.startsWith("tag:yaml.org,2002:"))
        .ifPresent(
            name -> problems.add(place, "tags (`" + name + "`) are not allowed", "remove it"));
  }

  private static Place place(Event event) {
    Mark start = event.getStartMark().orElseThrow();
    return event instanceof CollectionStartEvent
        ? place(start, start)
        : place(start, event.getEndMark().orElse(start));
  }

  private static Place place(Mark start, Mark end) {
    int length = end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : 1;
    return new Place(start.getLine() + 1, start.getColumn() + 1, length);
  }

  /** Stops the reading of a document that nests without end, or multiplies itself. */
  private static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place place;
    private final String says;
    private final String fix;

    Hopeless(Place place, String says, String fix) {
      super(null, null, false, false);
      this.place = place;
      this.says = says;
      this.fix = fix;
    }
  }
}
