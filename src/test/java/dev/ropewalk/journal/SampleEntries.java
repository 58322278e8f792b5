package dev.ropewalk.journal;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of each kind of entry, outcome and event. */
final class SampleEntries {
  private static final Map<String, String> DETAILS = Map.of("exitCode", "137", "größe", "\"\\\n");

  private SampleEntries() {}

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.LessonOpened(0));
    entries.add(new Entry.LessonResumed());
    entries.add(new Entry.StepOpened(new StepId("größe-messen")));
    entries.add(
        new Entry.StageNoted(
            new Beginning(
                List.of(
                    new Beginning.ContainerThen(
                        "c1", "box", ContainerState.RUNNING, List.of("bridge"))),
                List.of("n1"),
                List.of("data"),
                List.of("mine:latest"),
                Map.of("mine:latest", "sha256:1f"),
                List.of("a b.txt"),
                Map.of())));
    entries.add(
        new Entry.PlayBegan(
            new FreePlay(
                FreePlay.Kind.ASIDE,
                new Beginning(
                    List.of(),
                    List.of("n1"),
                    List.of("data"),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of()),
                2,
                1)));
    entries.add(new Entry.PlayKept());
    entries.add(new Entry.PlayEnded());
    entries.add(new Entry.LineUndone());
    entries.add(new Entry.StepRetried());
    entries.add(new Entry.StageRebuilt(new StepId("run-it")));
    entries.add(
        new Entry.FilesLaid(new LaidFiles("/home/ann/ropewalk/web", Map.of("a b.txt", "1f"))));
    entries.add(new Entry.LineBegan("docker run redis"));
    entries.addAll(ran());
    outcomes().forEach(outcome -> entries.add(new Entry.Asked(Samples.exchange(outcome))));
    entries.add(new Entry.SkipBegun());
    entries.add(new Entry.Struggled(Entry.Struggle.HINT));
    entries.add(new Entry.DrillBegan(new StepId("run-it")));
    entries.add(new Entry.Answered("4711"));
    events().forEach(event -> entries.add(new Entry.Happened(event, true)));
    entries.add(
        new Entry.Judged(
            List.of(new Entry.Outcome("box runs", "failed", "`box` is there — but …"))));
    entries.add(
        new Entry.StepDone(new StepId("run-it"), Entry.How.SKIPPED, Map.of("first_id", "abc")));
    entries.add(new Entry.LessonDone());
    entries.add(new Entry.LessonReset());
    return entries;
  }

  private static List<Entry> ran() {
    return List.of(
        new Entry.Ran(
            "docker ps", List.of("docker ps"), true, 2, "line 3 of 7", 0, List.of(1, 0), "/"),
        Samples.ran("echo \"ä\u2028\u0007\\\n\t😀\" | cat", 130));
  }

  static List<Outcome> outcomes() {
    ImageRef redis = ImageRef.parse("redis");
    return List.of(
        new Outcome.Created(ObjectKind.VOLUME, "data", "data", Outcome.Before.ABSENT),
        new Outcome.Removed(ObjectKind.CONTAINER, List.of("box")),
        new Outcome.Pruned(ObjectKind.IMAGE, List.of()),
        new Outcome.Acted(Outcome.Action.START, "box", false),
        new Outcome.Connected("net", "box"),
        new Outcome.Disconnected("net", "box"),
        new Outcome.Listed(
            ObjectKind.CONTAINER, List.of(new Outcome.Item("abc", List.of("box", "größe")))),
        new Outcome.Inspected(ObjectKind.NETWORK, "abc", List.of("net")),
        new Outcome.Shown(Outcome.View.LOGS, "box", 5_000_000_000L, Set.of("Ready")),
        new Outcome.ExecCreated("e1", "box", List.of("sh", "-c", "true")),
        new Outcome.ExecEnded("e1", "box", List.of("sh"), 137),
        new Outcome.Waited("box", 1),
        new Outcome.Tagged("sha256:1", redis, ""),
        new Outcome.Built("sha256:2", List.of(redis)),
        new Outcome.Pulled(redis, "sha256:3", ""),
        new Outcome.Pushed(redis),
        new Outcome.Loaded(List.of("redis:latest")),
        new Outcome.BuildSession(),
        new Outcome.Unread("not JSON"));
  }

  static List<EngineEvent> events() {
    return List.of(
        new EngineEvent.ToContainer(Samples.AT, "die", "c1", "box", "redis:7", DETAILS),
        new EngineEvent.ToImage(Samples.AT, "pull", "redis:latest", "redis", DETAILS),
        new EngineEvent.ToNetwork(Samples.AT, "connect", "n1", "bridge", "c1", DETAILS),
        new EngineEvent.ToVolume(Samples.AT, "mount", "data", "c1", DETAILS),
        new EngineEvent.ToOther(Samples.AT, "daemon", "reload", "d1", DETAILS));
  }
}
