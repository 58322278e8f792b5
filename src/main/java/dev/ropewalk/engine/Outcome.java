package dev.ropewalk.engine;

import java.util.List;
import java.util.Set;

/**
 * What a request did to the engine, or what its answer showed. Where an object was named by the
 * request, the name is given as it was asked for: a name, an id or the beginning of one.
 */
public sealed interface Outcome {
  /** Whether an object of the same name was there when the request came. */
  enum Before {
    ABSENT,
    PRESENT,
    /** The engine was asked and did not say. */
    UNKNOWN
  }

  /** What is done to a container that there is. */
  enum Action {
    START,
    STOP,
    RESTART,
    KILL,
    PAUSE,
    UNPAUSE,
    RENAME,
    UPDATE,
    /** Files are copied into it. */
    COPY_IN
  }

  /** What is looked at by reading a stream or a report of a container (for a history: an image). */
  enum View {
    LOGS,
    ATTACH,
    EXEC,
    TOP,
    STATS,
    CHANGES,
    /** Files are copied out of it. */
    COPY_OUT,
    EXPORT,
    HISTORY
  }

  /**
   * An object came into being. The volumes that a container brings with it are told too.
   *
   * @param id of a volume its name
   * @param name empty where there is none, as for an image that is not tagged
   * @param before the engine answers the same whether a volume is new or not
   */
  record Created(ObjectKind kind, String id, String name, Before before) implements Outcome {}

  /** Objects went: references as the engine or, where it says nothing, the request names them. */
  record Removed(ObjectKind kind, List<String> references) implements Outcome {
    public Removed {
      references = List.copyOf(references);
    }
  }

  /** All unused objects of a kind went; perhaps there were none. */
  record Pruned(ObjectKind kind, List<String> references) implements Outcome {
    public Pruned {
      references = List.copyOf(references);
    }
  }

  /**
   * Something was done to a container.
   *
   * @param changed false where the engine says that there was nothing to do: it ran already
   */
  record Acted(Action action, String container, boolean changed) implements Outcome {}

  /** A container was connected to a network. */
  record Connected(String network, String container) implements Outcome {}

  /** A container was disconnected from a network. */
  record Disconnected(String network, String container) implements Outcome {}

  /** The answer was a list. A list that is cut short has {@link Unread} beside it. */
  record Listed(ObjectKind kind, List<Item> items) implements Outcome {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * An object in a list.
   *
   * @param names of a container without the slash; of an image its tags and digests
   */
  record Item(String id, List<String> names) {
    public Item {
      names = List.copyOf(names);
    }
  }

  /** The answer was all about one object. */
  record Inspected(ObjectKind kind, String id, List<String> names) implements Outcome {
    public Inspected {
      names = List.copyOf(names);
    }
  }

  /**
   * The answer was what a container has printed, holds or does.
   *
   * @param object a container; of {@link View#HISTORY} an image
   * @param bytes how much came of it: of framed output without the frames
   * @param words those that were asked for and were in it
   */
  record Shown(View view, String object, long bytes, Set<String> words) implements Outcome {
    public Shown {
      words = Set.copyOf(words);
    }
  }

  /** A program was made ready to run in a container; {@link ExecEnded} tells how it ended. */
  record ExecCreated(String id, String container, List<String> command) implements Outcome {
    public ExecCreated {
      command = List.copyOf(command);
    }
  }

  /**
   * The client was told the exit code of a program that it ran in a container.
   *
   * @param container and command: empty where the program was made ready round the recorder
   */
  record ExecEnded(String id, String container, List<String> command, int exitCode)
      implements Outcome {
    public ExecEnded {
      command = List.copyOf(command);
    }
  }

  /** The client was told the exit code of a container that it waited for. */
  record Waited(String container, int exitCode) implements Outcome {}

  /**
   * A tag was given to an image.
   *
   * @param id of the image; empty where the engine did not say
   * @param previous the id of the image that had the tag before; empty when there was none
   */
  record Tagged(String id, ImageRef name, String previous) implements Outcome {}

  /** An image was built; each of its tags has a {@link Tagged} beside it. */
  record Built(String id, List<ImageRef> tags) implements Outcome {
    public Built {
      tags = List.copyOf(tags);
    }
  }

  /**
   * An image was pulled.
   *
   * @param digest of its manifest, as the engine names it at the end; may be empty
   * @param previous the id of the image that the reference meant before; empty when there was none
   */
  record Pulled(ImageRef reference, String digest, String previous) implements Outcome {}

  /** An image was pushed. */
  record Pushed(ImageRef reference) implements Outcome {}

  /** Images were loaded from an archive: their tags, or ids where they have none. */
  record Loaded(List<String> references) implements Outcome {
    public Loaded {
      references = List.copyOf(references);
    }
  }

  /**
   * A builder talked to the engine in a protocol that is not read (BuildKit, buildx). What it has
   * built must be asked of the engine.
   */
  record BuildSession() implements Outcome {}

  /** Something could not be read, and was passed on all the same. */
  record Unread(String why) implements Outcome {}
}
