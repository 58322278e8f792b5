package dev.ropewalk.check.learner;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the learner is to have seen. Names are as in the check file: variables may stand in them.
 */
sealed interface Sight {
  /**
   * A list with these objects in it.
   *
   * @param any that were all among what was listed
   * @param none that were not, though nothing had narrowed the list
   * @param all whether a list of the newest alone does not count
   */
  record Listing(ObjectKind kind, List<String> any, List<String> none, boolean all)
      implements Sight {
    public Listing {
      any = List.copyOf(any);
      none = List.copyOf(none);
    }

    /** The docker command for it, by its canonical name. */
    String command() {
      return switch (kind) {
        case CONTAINER -> "ps";
        case IMAGE -> "images";
        case NETWORK -> "network ls";
        case VOLUME -> "volume ls";
      };
    }
  }

  /**
   * A look at one object.
   *
   * @param contains words that must have been in what was shown
   */
  record OneObject(Aspect aspect, String object, Optional<String> contains) implements Sight {}

  /** What is looked at. */
  enum Aspect {
    LOG("log", "the log of a container", Set.of("logs"), Optional.of(View.LOGS)),
    EXEC(
        "exec",
        "what a program has printed that was run in a container",
        Set.of("exec"),
        Optional.of(View.EXEC)),
    INSPECT(
        "inspect",
        "all that docker knows of an object",
        Set.of(
            "inspect", "container inspect", "image inspect", "network inspect", "volume inspect"),
        Optional.empty()),
    PORT(
        "port",
        "the ports of a container, by `docker port` or among all its details",
        Set.of("port", "inspect", "container inspect"),
        Optional.empty()),
    TOP("top", "the processes of a container", Set.of("top"), Optional.of(View.TOP)),
    STATS("stats", "what a container uses", Set.of("stats"), Optional.of(View.STATS)),
    DIFF(
        "diff",
        "what has changed in a container's files",
        Set.of("diff"),
        Optional.of(View.CHANGES)),
    HISTORY("history", "how an image was made", Set.of("history"), Optional.of(View.HISTORY));

    private final String word;
    private final String doc;
    private final Set<String> commands;
    private final Optional<View> view;

    Aspect(String word, String doc, Set<String> commands, Optional<View> view) {
      this.word = word;
      this.doc = doc;
      this.commands = commands;
      this.view = view;
    }

    /** Whether words may be looked for in it. */
    boolean isText() {
      return this == LOG || this == EXEC;
    }

    /** As written in a check file. */
    String word() {
      return word;
    }

    /** What it is, in half a sentence. */
    String doc() {
      return doc;
    }

    /** The docker commands that show it, by their canonical names. */
    Set<String> commands() {
      return commands;
    }

    /** What a recorder sees of it; empty where it sees the object's details. */
    Optional<View> view() {
      return view;
    }

    ObjectKind kind() {
      return this == HISTORY ? ObjectKind.IMAGE : ObjectKind.CONTAINER;
    }

    /** The command that is asked for, so that it ends by itself. */
    String asked() {
      return switch (this) {
        case LOG -> "logs";
        // Without it the figures go on until Ctrl-C.
        case STATS -> "stats --no-stream";
        default -> word;
      };
    }
  }
}
