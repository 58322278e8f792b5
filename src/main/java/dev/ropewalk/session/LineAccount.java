package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.command.Creations.Request;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has happened on the engine since the learner's last line began, and what it asked for. While
 * the line runs nobody knows whose that is, and it waits. Lines that ropewalk types one after the
 * other are one line here.
 *
 * @param there what was on the engine before the next event
 * @param births what was created since the line began, oldest first, whoever created it
 * @param waiting what happened while the line runs; at the prompt, the end of a container that
 *     nobody is known to have asked for, and what happened after it
 * @param loose volumes without a name that are not known to belong to a container yet
 * @param asked what the line asked for; unknown while it runs
 * @param earlier what jobs of earlier lines may still create
 * @param before how things were when it began, if they can still be put back
 * @param record what a recorder has seen of it; nothing where there is none
 */
record LineAccount(
    Inventory there,
    List<EngineEvent> births,
    List<Told> waiting,
    List<Loose> loose,
    Creations asked,
    List<Request> earlier,
    LineRecord record,
    Optional<BeforeLine> before) {
  /** Of older ones nobody will tell any more whose they are; the engine keeps as many. */
  private static final int MOST_BIRTHS = 256;

  /** No line has been typed. */
  static final LineAccount NONE =
      new LineAccount(
          Inventory.EMPTY,
          List.of(),
          List.of(),
          List.of(),
          Creations.NONE,
          List.of(),
          LineRecord.NONE,
          Optional.empty());

  LineAccount {
    births = List.copyOf(births);
    waiting = List.copyOf(waiting);
    loose = List.copyOf(loose);
    earlier = List.copyOf(earlier);
  }

  /** An event, and when we were told of it. */
  record Told(EngineEvent event, Instant at) {}

  /**
   * A volume without a name of which nobody knows yet whose it is.
   *
   * @param user the container that has mounted it; empty text before
   */
  record Loose(EngineEvent.ToVolume volume, String user) {
    boolean isOf(EngineEvent.ToVolume event) {
      return volume.id().equals(event.id());
    }

    /** As it is after it was mounted for the first time. */
    Loose by(String container) {
      return user.isEmpty() ? new Loose(volume, container) : this;
    }
  }

  /** Which requests an event may be the answer to. */
  enum When {
    /** The line runs, or has just ended. */
    LINE,
    /** Only jobs in the background go on. */
    LATER
  }

  /** The next line begins; what jobs of earlier ones were asked for is not forgotten. */
  LineAccount next(Inventory now) {
    return new LineAccount(
        now,
        List.of(),
        waiting,
        List.of(),
        Creations.NONE,
        requests(When.LATER).stream().filter(request -> !isBorn(request)).toList(),
        LineRecord.NONE,
        Optional.empty());
  }

  /** The same line, which can be taken back, or no longer. */
  LineAccount before(Optional<BeforeLine> then) {
    return new LineAccount(there, births, waiting, loose, asked, earlier, record, then);
  }

  /**
   * A line that ran when nobody listened.
   *
   * @param record what a recorder saw of it
   */
  static LineAccount recalled(Inventory before, LineRecord record) {
    return new LineAccount(
        before,
        List.of(),
        List.of(),
        List.of(),
        Creations.NONE.certainly(record.certain()),
        List.of(),
        record,
        Optional.empty());
  }

  private boolean isBorn(Request request) {
    String name = request.name().orElse("");
    return births.stream()
        .anyMatch(
            birth ->
                switch (birth) {
                  case EngineEvent.ToContainer it ->
                      request.kind() == Kind.CONTAINER && it.name().equals(name);
                  case EngineEvent.ToNetwork it ->
                      request.kind() == Kind.NETWORK && it.name().equals(name);
                  case EngineEvent.ToVolume it ->
                      request.kind() == Kind.VOLUME && it.id().equals(name);
                  case EngineEvent.ToImage it ->
                      request.kind() == Kind.IMAGE_NAME
                          && ImageRef.parse(it.name()).equals(ImageRef.parse(name));
                  case EngineEvent.ToOther _ -> false;
                });
  }

  /** Something happened while the line runs. */
  LineAccount waitingFor(EngineEvent event, Instant at) {
    return new LineAccount(
        there,
        born(event),
        plus(waiting, new Told(event, at)),
        loose,
        asked,
        earlier,
        record,
        before);
  }

  /** What waits is dealt with, or forgotten. */
  LineAccount withoutWaiting() {
    return new LineAccount(there, births, List.of(), loose, asked, earlier, record, before);
  }

  /** The line has ended, and what it asked for is known. */
  LineAccount ended(Creations creations) {
    return new LineAccount(
        there,
        births,
        List.of(),
        loose,
        new Creations(
            Stream.concat(asked.requests().stream(), creations.requests().stream()).toList(),
            record.certain()),
        earlier,
        record,
        before);
  }

  /** A request of the line, or of a job that an earlier one has left, has been answered. */
  LineAccount recorded(Exchange exchange) {
    LineRecord more = record.and(exchange);
    return new LineAccount(
        there, births, waiting, loose, asked.certainly(more.certain()), earlier, more, before);
  }

  /** Something happened when no line ran. */
  LineAccount happened(EngineEvent event) {
    List<EngineEvent> all = born(event);
    return new LineAccount(
        there,
        all.subList(Math.max(0, all.size() - MOST_BIRTHS), all.size()),
        waiting,
        loose,
        asked,
        earlier,
        record,
        before);
  }

  /** An event has been dealt with. */
  LineAccount settled(EngineEvent event) {
    List<Loose> volumes = new ArrayList<>(loose);
    if (event instanceof EngineEvent.ToVolume volume) {
      switch (volume.action()) {
        case "create" -> {
          if (Attribution.isAnonymous(volume.id()) && !there.has(volume.id())) {
            volumes.add(new Loose(volume, ""));
            volumes.subList(0, Math.max(0, volumes.size() - MOST_BIRTHS)).clear();
          }
        }
        // Whose that container is may be known later, and the volume outlives it.
        case "mount" -> volumes.replaceAll(it -> it.isOf(volume) ? it.by(volume.container()) : it);
        case "destroy" -> volumes.removeIf(it -> it.isOf(volume));
        default -> {}
      }
    }
    return new LineAccount(
        there.with(event), births, waiting, volumes, asked, earlier, record, before);
  }

  /** It is known which volumes a container has. */
  LineAccount mounted(String container, Set<String> volumes) {
    List<Loose> users =
        loose.stream()
            .map(it -> volumes.contains(it.volume().id()) ? it.by(container) : it)
            .toList();
    return new LineAccount(there, births, waiting, users, asked, earlier, record, before);
  }

  /** It is known whose these volumes are. */
  LineAccount without(List<Loose> volumes) {
    return new LineAccount(
        there,
        births,
        waiting,
        loose.stream().filter(it -> !volumes.contains(it)).toList(),
        asked,
        earlier,
        record,
        before);
  }

  /** Decides about the next event. */
  Attribution attribution(When when, EngineKnowledge.Tenancy tenancy, Wishes wishes) {
    return new Attribution(
        there, births, new Creations(requests(when), record.certain(births)), tenancy, wishes);
  }

  /** What was asked for; of jobs only what nobody has created yet. */
  private List<Request> requests(When when) {
    Stream<Request> own =
        when == When.LINE
            ? asked.requests().stream()
            : asked.requests().stream()
                .filter(it -> it.course() == Creations.Course.BACKGROUND)
                .filter(it -> it.name().isPresent());
    return Stream.concat(own, earlier.stream()).toList();
  }

  private List<EngineEvent> born(EngineEvent event) {
    boolean tag = event instanceof EngineEvent.ToImage && event.action().equals("tag");
    boolean again =
        tag
            && births.stream()
                .filter(EngineEvent.ToImage.class::isInstance)
                .map(EngineEvent.ToImage.class::cast)
                .anyMatch(
                    it ->
                        it.id().equals(event.id())
                            && it.name().equals(((EngineEvent.ToImage) event).name()));
    return (tag && !again) || event.action().equals("create") ? plus(births, event) : births;
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
