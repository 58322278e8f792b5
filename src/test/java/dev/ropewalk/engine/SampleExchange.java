package dev.ropewalk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request and its answer, as a recorder tells it. */
public final class SampleExchange {
  private final String method;
  private final String path;
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private int status = 200;
  private String error = "";

  private SampleExchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static SampleExchange get(String path) {
    return new SampleExchange("GET", path);
  }

  public static SampleExchange post(String path) {
    return new SampleExchange("POST", path);
  }

  public static SampleExchange delete(String path) {
    return new SampleExchange("DELETE", path);
  }

  public SampleExchange with(String parameter, String value) {
    query.put(parameter, List.of(value));
    return this;
  }

  /** The answer was a list; each sample has its own id. */
  public SampleExchange listed(ObjectKind kind, String... names) {
    List<Outcome.Item> items = new ArrayList<>();
    for (String name : names) {
      items.add(new Outcome.Item(SampleContainer.id(name.replace(':', '0')), List.of(name)));
    }
    outcomes.add(new Outcome.Listed(kind, items));
    return this;
  }

  public SampleExchange inspected(ObjectKind kind, String name) {
    outcomes.add(new Outcome.Inspected(kind, SampleContainer.id(name), List.of(name)));
    return this;
  }

  public SampleExchange shown(Outcome.View view, String object, long bytes, String... words) {
    outcomes.add(new Outcome.Shown(view, object, bytes, Set.of(words)));
    return this;
  }

  /** It was done, or found done. */
  public SampleExchange acted(Outcome.Action action, String container, boolean changed) {
    outcomes.add(new Outcome.Acted(action, container, changed));
    return this;
  }

  /** These went by it: names and ids. */
  public SampleExchange removed(ObjectKind kind, String... references) {
    outcomes.add(new Outcome.Removed(kind, List.of(references)));
    return this;
  }

  /** A container came into being by it. */
  public SampleExchange created(String container) {
    outcomes.add(
        new Outcome.Created(
            ObjectKind.CONTAINER, SampleContainer.id(container), container, Outcome.Before.ABSENT));
    return this;
  }

  /** The engine refused it. */
  public SampleExchange refused(int code, String words) {
    status = code;
    error = words;
    return this;
  }

  public Exchange build() {
    return build(1);
  }

  /** The same as the one with this number. */
  public Exchange build(long number) {
    return build(number, "line 1");
  }

  /** The same as one that came through this lane. */
  public Exchange build(long number, String lane) {
    return new Exchange(
        number,
        lane,
        "Docker-Client/28.2.2 (linux)",
        Instant.EPOCH,
        Duration.ofMillis(2),
        method,
        path,
        query,
        status,
        error,
        outcomes,
        Exchange.Ending.COMPLETE);
  }
}
