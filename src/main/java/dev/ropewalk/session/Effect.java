package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.lesson.WorkingFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a session wants done. Each of them but {@link Say}, {@link Record}, {@link Reply} and {@link
 * StopFetch} is answered by an input.
 */
public sealed interface Effect {
  /** Tell the learner. */
  record Say(Message message) implements Effect {}

  /** Bring an entry of a lesson to the journal before anything else is said. */
  record Record(Instant at, LessonId lesson, Entry entry) implements Effect {}

  /** Run a command line in the learner's shell; answered by {@link Input.Finished}. */
  record Run(String line) implements Effect {}

  /** Let the learner's shell expand words; answered by {@link Input.Expanded}. */
  record Expand(String words) implements Effect {}

  /** Ask what runs in the learner's shell; answered by {@link Input.Jobs}. */
  record AskJobs() implements Effect {}

  /**
   * Look at the engine and at what is asked of its machine; answered by {@link Input.Looked}.
   *
   * @param images whether their list is asked for, of which events do not tell all
   */
  record Look(Needs.Question question, Freshness images) implements Effect {}

  /**
   * Lay what a lesson brings along into its working folder; answered by {@link Input.Laid}.
   *
   * @param before what it has laid there before
   * @param judged files that its checks look at: what has such a name already is set aside
   */
  record Lay(WorkingFolder folder, Optional<LaidFiles> before, List<String> judged)
      implements Effect {
    public Lay {
      judged = List.copyOf(judged);
    }
  }

  /**
   * Look which files are as the lesson has laid them, and what stands in those that the learner is
   * to write; answered by {@link Input.FilesSeen}.
   *
   * @param laid what it has laid
   * @param judged files that its checks look at
   */
  record LookAtFiles(LaidFiles laid, List<String> judged) implements Effect {
    public LookAtFiles {
      judged = List.copyOf(judged);
    }
  }

  /** Fetch an image; answered by {@link Input.Fetched}, after any number of {@link Input.Comes}. */
  record Fetch(String image) implements Effect {}

  /** Give up the image that is being fetched; nothing is waited for. */
  record StopFetch() implements Effect {}

  /**
   * Ask whether the engine still takes new connections; answered by {@link Input.Greeted}, or by
   * {@link Input.Lost}.
   */
  record Greet() implements Effect {}

  /**
   * Ask which volumes a container has; answered by {@link Input.Mounts}.
   *
   * @param container its id
   */
  record AskMounts(String container) implements Effect {}

  /**
   * Ask the engine what has happened since a moment; answered by {@link Input.Recalled}.
   *
   * @param since by our clock
   * @param line the one that began then
   */
  record Recall(Instant since, String line) implements Effect {}

  /**
   * Look into a running container; answered by {@link Input.LookedInside} with the same asker.
   *
   * @param asker the number of the question from another terminal; empty for the learner at the
   *     course itself
   * @param container its name; empty for the one that was made last
   */
  record LookInside(OptionalLong asker, String container) implements Effect {}

  /**
   * Judge the checks of a step; answered by {@link Input.Judged} with the same round.
   *
   * @param seen the engine's lists, where it has been asked for them just now
   * @param inside what is looked at of the inside of containers
   */
  record Verify(
      long round,
      StepId step,
      List<Check> checks,
      History history,
      Variables variables,
      Optional<World> seen,
      Freshness inside)
      implements Effect {
    public Verify {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Judge the checks of a step for somebody who asks from another terminal; answered by {@link
   * Input.Reviewed}. Rounds of judging go on beside it.
   *
   * @param what they have asked
   */
  record Review(
      long number,
      Consultation what,
      StepId step,
      List<Check> checks,
      History history,
      Variables variables)
      implements Effect {
    public Review {
      checks = List.copyOf(checks);
    }
  }

  /** Answer what was asked from another terminal. */
  record Reply(long number, List<Message> messages) implements Effect {
    public Reply {
      messages = List.copyOf(messages);
    }
  }

  /** Send an {@link Input.Tick} of the same round after a while. */
  record Wake(long round, Duration after) implements Effect {}

  /** The turn is the learner's: show the prompt. */
  record Ready(Prompt prompt) implements Effect {}

  /** The turn stays the learner's, but the prompt that is shown is no longer true. */
  record Reprompt(Prompt prompt) implements Effect {}

  /** End the session. */
  record Quit() implements Effect {}
}
