package dev.ropewalk.check;

import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a check claims of the engine or of the learner's acts. Each noun has a record of its own.
 */
public interface Claim {
  /**
   * Judges it now. May ask the engine, so it may throw {@code EngineProblem}.
   *
   * @throws Variables.UnknownVariable when it uses a variable that has no value yet
   */
  Verdict judge(Scene scene);

  /**
   * Whether it can only hold after something has happened in the lesson; other claims may hold on
   * an engine that nobody has touched.
   */
  default boolean needsAct() {
    return true;
  }

  /**
   * Whether it needs a file of the learner, which an untouched folder has not, or an image of his
   * making. It may be there all the same, so it must be seen to be otherwise where nothing else
   * shows that something was done.
   */
  default boolean needsFile() {
    return false;
  }

  /** The files of the learner's disk that it looks at, by their names as they are written in it. */
  default List<String> files() {
    return List.of();
  }

  /**
   * Whether it is about the learner's command lines, or about what docker has shown them: where
   * nobody sees these, nothing on the engine tells whether it holds.
   */
  default boolean needsLine() {
    return false;
  }

  /** Whether it waits for an answer that is another one on each engine: an id, a pid. */
  default boolean isOfOneEngine() {
    return false;
  }

  /**
   * Whether it is about nothing but what the learner has done: while the prompt waits it stays as
   * it is.
   */
  default boolean isOfActs() {
    return false;
  }

  /**
   * Whether it may come true in the time after an event, so that it is waited for. What is inside a
   * container, and what answers from there, may follow anything that happens to one.
   */
  default boolean mayFollow(EngineEvent event) {
    return true;
  }

  /**
   * What it wants with containers, as far as commands can bring it about; the container that it is
   * about stands first. Empty for what is not about containers.
   *
   * @throws dev.ropewalk.check.value.Variables.UnknownVariable when it uses a variable that has no
   *     value yet
   */
  default List<Aim> aims(Scene scene) {
    return List.of();
  }

  /**
   * What it asks for by name, there or gone. The aims of a claim name containers, and what these
   * are made with.
   *
   * @throws dev.ropewalk.check.value.Variables.UnknownVariable when it uses a variable that has no
   *     value yet
   */
  default List<AskedFor.Named> named(Scene scene) {
    return AskedFor.of(aims(scene));
  }

  /**
   * The objects that must be there for it to hold, each of them: where one was taken away for a
   * moment, it did not hold then.
   *
   * @throws dev.ropewalk.check.value.Variables.UnknownVariable when it uses a variable that has no
   *     value yet
   */
  default List<AskedFor.Named> needs(Variables variables) {
    return List.of();
  }

  /** The names of what a check can capture; empty where there is nothing to capture. */
  default List<String> capturable() {
    return List.of();
  }

  /** The value that a check captures, by one of the names of {@link #capturable}. */
  default Optional<String> value(String attribute, Scene scene) {
    return Optional.empty();
  }

  /**
   * Names and words that it looks for in what docker has shown to the learner, as the author wrote
   * them: variables may stand in them. They are watched for while a step is open.
   */
  default List<String> looksFor() {
    return List.of();
  }

  /** The programs beside docker whose command lines it asks for, by their names. */
  default List<String> programs() {
    return List.of();
  }

  /** The script that it is, where it is one. */
  default Optional<ScriptText> script() {
    return Optional.empty();
  }

  /** How long judging it may take by its own word, beside the time that looking takes. */
  default Duration mayTake() {
    return Duration.ZERO;
  }

  /** A question to the learner, where the claim is one. */
  default Optional<String> question() {
    return Optional.empty();
  }

  /** A failed verdict. */
  static Verdict failed(String expected, String actual, Diagnosis why) {
    return new Verdict.Failed(expected, actual, why, Verdict.Outlook.FINAL);
  }

  /** A failed verdict that time may mend. */
  static Verdict pending(String expected, String actual, Diagnosis why) {
    return new Verdict.Failed(expected, actual, why, Verdict.Outlook.MAY_CHANGE);
  }
}
