package dev.ropewalk;

import java.util.Map;
import java.util.Set;

/** What may know what. A new arrow between packages is a decision, and is made here. */
final class PackageArrows {
  /** Each package with all that it uses; {@code cli} wires everything and is left out. */
  static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          // How long one waits for a busy machine: whoever waits for others uses it.
          Map.entry("patience", Set.of()),
          Map.entry("command", Set.of("patience")),
          Map.entry("scratch", Set.of()),
          Map.entry("shell", Set.of("scratch", "patience")),
          // A sandbox gives a socket: who wants to talk to its engine does so as to any other.
          Map.entry("sandbox", Set.of("scratch", "patience")),
          Map.entry("engine", Set.of()),
          Map.entry("http", Set.of()),
          // scratch: a throw-away container says which process made it.
          Map.entry("engine.docker", Set.of("engine", "http", "patience", "scratch")),
          // engine: records are its facts. engine.docker: an address of an engine is read there.
          Map.entry("recorder", Set.of("engine", "engine.docker", "http", "patience")),
          Map.entry("dockerfile", Set.of()),
          // text: a compose file is YAML, and what is wrong in it has a place.
          Map.entry("compose", Set.of("text")),
          Map.entry("check.value", Set.of("engine")),
          Map.entry("check.syntax", Set.of("text", "check.value")),
          Map.entry("check.match", Set.of("text", "check.value", "check.syntax")),
          // What all nouns have in common. command: what was typed is read as docker reads it.
          Map.entry(
              "check",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "patience",
                  "check.value",
                  "check.syntax",
                  "check.match")),
          Map.entry(
              "check.why",
              Set.of("text", "engine", "command", "check", "check.value", "check.match")),
          // Nouns by subject.
          Map.entry(
              "check.container",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why")),
          Map.entry(
              "check.inside",
              Set.of(
                  "text",
                  // What was typed into a container, word by word.
                  "command",
                  "engine",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // dockerfile: what is claimed of one is judged by what docker would read in it.
          // compose: the same for a compose file.
          // check.container: a service of a Compose project is a container.
          Map.entry(
              "check.object",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "dockerfile",
                  "compose",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // command: `typed` compares what the learner ran as docker itself understands it.
          Map.entry(
              "check.learner",
              Set.of(
                  "text",
                  "engine",
                  "command",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.why",
                  "check.container")),
          // What to do next, computed from what all checks of a step want.
          // command: of the line that the learner typed all that is right stays.
          Map.entry("check.plan", Set.of("engine", "command", "check", "check.value", "check.why")),
          // All nouns together. Nobody below knows of it.
          Map.entry(
              "check.language",
              Set.of(
                  "text",
                  "engine",
                  "check",
                  "check.value",
                  "check.syntax",
                  "check.match",
                  "check.container",
                  "check.inside",
                  "check.object",
                  "check.learner")),
          // command: a script is cut into the commands that are entered at a prompt.
          Map.entry(
              "lesson",
              Set.of("text", "command", "check", "check.value", "check.syntax", "check.language")),
          // scratch: what is fetched lies there until it has been looked at.
          // archive: a course is of people that we do not know.
          Map.entry("library", Set.of("text", "lesson", "scratch", "archive")),
          // command: the table of docker's commands is handed on to the checks.
          Map.entry(
              "verify",
              Set.of(
                  "check.inside",
                  "engine",
                  "check",
                  "check.value",
                  "check.plan",
                  "command",
                  "patience",
                  // A compose file is read as a file of somebody we do not know.
                  "text")),
          // engine: an event is kept whole, so that a resumed lesson is judged by what happened.
          Map.entry("journal", Set.of("engine", "check", "check.value", "lesson")),
          // What is practised is folded from the journal, as progress is.
          Map.entry("practice", Set.of("journal", "lesson")),
          // command: what a line asks for tells whose an object is.
          Map.entry(
              "session",
              // check.why: whether docker's part of a line worked.
              Set.of(
                  "practice",
                  "check.inside",
                  "text",
                  "command",
                  "engine",
                  "check",
                  "check.value",
                  "check.why",
                  "lesson",
                  "journal")),
          // Other terminals meet a running course in a temporary folder of its own.
          Map.entry("meeting", Set.of("scratch")),
          // The live side of a session: effects go to the real engine, journal and shell.
          Map.entry(
              "play",
              Set.of(
                  "engine",
                  "command",
                  "lesson",
                  "verify",
                  "journal",
                  "session",
                  "shell",
                  // A lesson lays its files where the learner's shell is.
                  "environment",
                  // Shells of the learner's own report their lines.
                  "meeting",
                  // What lines ask of the engine is recorded.
                  "recorder",
                  "patience",
                  "scratch")),
          // command: images are found in solutions as docker understands them.
          Map.entry(
              "author",
              Set.of(
                  "text",
                  "command",
                  "engine",
                  "check.value",
                  "check.syntax",
                  "check.language",
                  "lesson",
                  "session",
                  "terminal")),
          // Where a learner works: what a session, a rehearsal or a grading is set up in.
          Map.entry(
              "environment",
              // text: what the learner has written is read as a file of somebody we do not know.
              Set.of(
                  "text", "scratch", "patience", "shell", "sandbox", "engine", "check", "verify")),
          // A lesson that is played with nobody at the terminal, through the very session of a
          // learner.
          Map.entry(
              "rehearsal",
              Set.of(
                  "scratch",
                  "environment",
                  "command",
                  "engine",
                  "lesson",
                  "verify",
                  "journal",
                  "session",
                  "play",
                  "recorder",
                  "shell")),
          // command: mutants are made of solutions as docker understands them.
          // environment: lessons are proved in private engines.
          // text: what a proof's words mean is a part of the reference.
          Map.entry(
              "proof",
              Set.of(
                  "text",
                  "rehearsal",
                  "environment",
                  "command",
                  "engine",
                  "check",
                  "check.value",
                  "lesson",
                  "verify",
                  "journal",
                  "session",
                  "play",
                  "shell",
                  "terminal")),
          // What came of judging, in one form: of checks with their verdicts.
          Map.entry("scorecard", Set.of("check", "lesson")),
          // A class for each format; who grades and who proves knows none of them.
          // text: words of students are made harmless as those of lessons are, and then for a
          // format.
          Map.entry("report", Set.of("lesson", "scorecard", "text")),
          // Files of people that we do not know, within bounds.
          Map.entry("archive", Set.of()),
          // engine: the ids that it has chosen are asked of another one.
          Map.entry("grade.submission", Set.of("archive", "engine", "journal", "lesson", "text")),
          // What the judge saw, kept and shown again in the place of an engine.
          Map.entry("grade.evidence", Set.of("check", "engine", "lesson", "text", "verify")),
          // The replay of submissions; which reports are made of it, others know.
          Map.entry(
              "grade",
              Set.of(
                  "archive",
                  "check",
                  "check.value",
                  "command",
                  "engine",
                  "environment",
                  "grade.evidence",
                  "grade.submission",
                  "journal",
                  "lesson",
                  "patience",
                  // What lines on an engine that is named ask of it is recorded as in a course.
                  "play",
                  "rehearsal",
                  "sandbox",
                  "scorecard",
                  "scratch",
                  "session",
                  "shell",
                  "text",
                  "verify")),
          // play: the terminal is a front of it. command: completion knows docker's own words.
          // engine and check: states, changes and verdicts are drawn as the types they are.
          // text: words of others are made harmless in the same way in a drawing and a diagnostic.
          Map.entry(
              "terminal",
              Set.of(
                  "check.inside",
                  "text",
                  "engine",
                  "check",
                  "command",
                  "lesson",
                  "session",
                  "play")));

  private PackageArrows() {}
}
