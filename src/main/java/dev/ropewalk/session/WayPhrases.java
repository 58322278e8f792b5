package dev.ropewalk.session;

import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Quotation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences about the way through a course: what comes first, pace, taking back, leaving. */
final class WayPhrases {
  static final String WITHOUT_IMAGES =
      "Nothing is fetched now. Docker fetches an image when a command first needs it.";
  static final String FETCH_STOPPED =
      "The image is not fetched any more. Enter goes on with it, `:next` goes to another lesson.";
  static final String LEFT_AS_IT_IS = "Everything stays as it is.";
  static final String ENTER_FIRST = "The next step is not open yet: Enter opens it.";
  static final String PLAY_FIRST =
      "The step is set aside, and nothing is judged. `:play` goes back to it.";
  static final String ASIDE =
      "The step is set aside: try what you like, nothing is judged. `:play` goes back to it.";
  static final String KEPT = "Nothing was removed. `:list` shows the lessons, `:next` goes on.";

  /** To who types a command line in the place of an answer. */
  static final String KEPT_FOR_NOW =
      "Nothing of it was removed; `:reset` lists it again. Your line is run.";

  static final String NO_LINE =
      "There is no line of yours in this step that could be taken back; what made a step done stays. `:reset` takes the whole lesson back.";

  /** A longer list is not read. */
  private static final int MOST_LEFT = 4;

  private WayPhrases() {}

  /** Where the course goes on. */
  static String left(State state) {
    if (state.drills().isPresent()) {
      return PracticePhrases.LEFT;
    }
    String where =
        state
            .step()
            .map(
                step ->
                    ": `%s`, step %s of %s."
                        .formatted(
                            state.lesson().orElseThrow().id(),
                            state.number(),
                            state.lesson().orElseThrow().steps().size()))
            .or(
                () ->
                    Contents.next(state.course(), state.progress())
                        .map(": the lesson `%s`."::formatted))
            .orElse(".");
    return "You have left the course. `ropewalk` goes on from here" + where;
  }

  /** What an exam was worth: a step that ropewalk did earns nothing. */
  static String score(Lesson lesson, Map<StepId, Entry.How> done) {
    List<Step> own =
        lesson.steps().stream().filter(step -> done.get(step.id()) == Entry.How.SOLVED).toList();
    int others = lesson.steps().size() - own.size();
    return "You have %s of %s points%s."
        .formatted(
            own.stream().mapToInt(Step::points).sum(),
            lesson.steps().stream().mapToInt(Step::points).sum(),
            others == 0
                ? ""
                : "; %s earned none, for ropewalk did %s"
                    .formatted(
                        others == 1 ? "a step" : others + " steps", others == 1 ? "it" : "them"));
  }

  static String leftBy(LessonId lesson) {
    return "The lesson `%s` has left this.".formatted(lesson);
  }

  static String undo(String line) {
    return "To take back what %s did, ropewalk runs:".formatted(Quotation.code(line));
  }

  static String nothingToUndo(String line) {
    return "%s has changed nothing on the engine that belongs to this lesson. Files, and what the shell knows, are not taken back."
        .formatted(Quotation.code(line));
  }

  /** What a lesson has left, and how it can be removed. */
  static String stillThere(List<Belonging> left, World world) {
    List<String> nameless = left.stream().flatMap(it -> it.volumeWithoutName().stream()).toList();
    List<Belonging> named = left.stream().filter(it -> it.volumeWithoutName().isEmpty()).toList();
    List<Belonging> told = named.stream().limit(MOST_LEFT).toList();
    int more = named.size() - told.size();
    Stream<String> things =
        Stream.concat(
            told.stream()
                .map(it -> it.kind().name().toLowerCase(Locale.ROOT) + " `" + it.shown() + "`"),
            Stream.of(
                    nameless.isEmpty()
                        ? ""
                        : nameless.size() == 1
                            ? "a volume without a name"
                            : nameless.size() + " volumes without a name",
                    more > 0 ? more + " more" : "")
                .filter(it -> !it.isEmpty()));
    Stream<String> commands =
        Stream.concat(
            told.stream().map(it -> Belonging.named(it.removal(), world)),
            nameless.isEmpty() ? Stream.empty() : Stream.of(Belonging.removalOf(nameless)));
    // No full stop: it would be copied with the command.
    return "Still there from this lesson: %s. Remove what you do not need: %s"
        .formatted(
            things.collect(Collectors.joining(", ")),
            commands.map(it -> "`" + it + "`").collect(Collectors.joining(", ")));
  }
}
