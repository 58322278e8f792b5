package dev.ropewalk.scorecard;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A class of six, with each status and with words that a format may take for its own signs. */
public final class SampleResults {
  private static final LessonId PORTS = new LessonId("port-binding");
  private static final StepId PUBLISH = new StepId("publish-a-port");
  private static final StepId ASK = new StepId("ask-it");
  private static final Instant DUE = Instant.parse("2026-11-27T12:00:00Z");
  private static final TreeMap<String, String> VALUES =
      new TreeMap<>(Map.of("port", "12345", "fruit", "apple"));
  private static final String SHA = "0123456789abcdef".repeat(4);

  /** What a student may have typed, to break a report. */
  public static final String HOSTILE =
      "=HYPERLINK(\"http://x\",\"y\") <script>alert('1')</script> ]]> \u001b[31mred\u0007 \u0000 ::error::no";

  /** And what a submission may be named. */
  public static final String HOSTILE_ID = "-2+3,\"x\"\n::warning::<b>|# SKIP \u202Eevil";

  private SampleResults() {}

  public static Results results() {
    return new Results(
        Results.FORMAT,
        "1.0.0",
        "Docker",
        Instant.parse("2026-11-27T13:00:00Z"),
        "fedcba9876543210",
        "",
        new Results.Setting(
            "20.10.24",
            "namespaces",
            "Root inside is an ordinary user outside.",
            "It is one kernel.",
            true,
            false,
            false),
        List.of(
            new Results.Assigned(
                PORTS,
                "Port binding",
                10,
                List.of(
                    new Results.AssignedStep(PUBLISH, "Publish a port", 6, Visible.ALWAYS),
                    new Results.AssignedStep(ASK, "Ask it", 4, Visible.AFTER_DUE)))),
        List.of(
            card("ada", Status.PASSED, passed(PUBLISH, 6), passed(ASK, 4)),
            card("bob", Status.FAILED, failed("docker run -p 80 redis"), blocked()),
            card("eve", Status.FAILED, failed(HOSTILE), blocked()),
            errored("joe"),
            missing("zoe"),
            card(HOSTILE_ID, Status.FAILED, failed(HOSTILE_ID), blocked())));
  }

  private static Scorecard card(String id, Status status, StepResult... steps) {
    Points points = Points.sum(List.of(steps).stream().map(StepResult::points));
    return new Scorecard(
        id,
        new Scorecard.Student(id + "1", id.toUpperCase(java.util.Locale.ROOT), id + "@example.org"),
        DUE.plusSeconds(3600),
        SHA,
        status,
        points.without(10),
        new Scorecard.Lateness(3600, 10),
        7,
        1,
        new Scorecard.Times(1200, 100, new Scorecard.Processor(800, 50)),
        List.of("It was handed in 1 hour late: 10 percent are taken off."),
        List.of(
            new LessonResult(PORTS, "Port binding", status, points, "", VALUES, List.of(steps))),
        List.of(new Scorecard.EvidenceFile("evidence/" + id + "/journal.jsonl", 3120, SHA)));
  }

  private static StepResult passed(StepId step, int of) {
    return new StepResult(
        step,
        step.equals(PUBLISH) ? "Publish a port" : "Ask it",
        Status.PASSED,
        new Points(of, of),
        step.equals(PUBLISH) ? Visible.ALWAYS : Visible.AFTER_DUE,
        "",
        List.of(
            new CheckResult(
                "the container `web` runs", Status.PASSED, new Points(1, 1), "", "", "", "", "")),
        List.of(new StepResult.Command("docker run -d --name web -p 8080:80 nginx", 0)));
  }

  private static StepResult failed(String line) {
    return new StepResult(
        PUBLISH,
        "Publish a port",
        Status.FAILED,
        new Points(3, 6),
        Visible.ALWAYS,
        "",
        List.of(
            new CheckResult(
                "the container `web` runs", Status.PASSED, new Points(1, 1), "", "", "", "", ""),
            new CheckResult(
                "port 8080 leads to port 80",
                Status.FAILED,
                new Points(0, 1),
                "8080",
                "49153",
                "wrong_detail",
                "`docker run` was asked for `"
                    + line
                    + "`: without a host port it takes a free one.",
                "Say which: `-p 8080:80`.")),
        List.of(new StepResult.Command(line, 0), new StepResult.Command(":check", -1)));
  }

  private static StepResult blocked() {
    return new StepResult(
        ASK,
        "Ask it",
        Status.BLOCKED,
        new Points(0, 4),
        Visible.AFTER_DUE,
        "The step before it is not done.",
        List.of(),
        List.of());
  }

  private static Scorecard errored(String id) {
    return new Scorecard(
        id,
        Scorecard.Student.NOBODY,
        DUE,
        SHA,
        Status.ERRORED,
        new Points(0, 10),
        Scorecard.Lateness.NONE,
        7,
        3,
        Scorecard.Times.NONE,
        List.of("No engine could be started: there is no room."),
        List.of(),
        List.of());
  }

  private static Scorecard missing(String id) {
    return new Scorecard(
        id,
        new Scorecard.Student("z9", "Zoe", "zoe@example.org"),
        null,
        "",
        Status.MISSING,
        new Points(0, 10),
        Scorecard.Lateness.NONE,
        7,
        0,
        Scorecard.Times.NONE,
        List.of("Nothing was handed in."),
        List.of(),
        List.of());
  }
}
