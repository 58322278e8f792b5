package dev.ropewalk.e2e;

import java.util.List;
import java.util.Optional;

/**
 * One row of the table. Everything is called {@code rwt-…}; {@code DIR} and {@code DIR2} are
 * folders to build in.
 *
 * @param before what another client does before the lesson opens
 * @param prompt what it does while the learner is at the prompt
 * @param line the learner's
 * @param during what it does while the line runs: the line waits for it where it says {@code WAIT}
 * @param after what it does when the line has ended
 * @param listed what the reset offers to remove
 * @param left what is there afterwards
 * @param exact what is listed and left where a recorder tells more than words and events can
 */
public record OwnershipRow(
    String name,
    List<String> before,
    List<String> prompt,
    String line,
    List<String> during,
    List<String> after,
    List<String> listed,
    List<String> left,
    Optional<Exact> exact) {
  record Exact(List<String> listed, List<String> left) {}

  static OwnershipRow row(String name) {
    return new OwnershipRow(
        name,
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  OwnershipRow butByTheRecord(List<String> lists, List<String> leaves) {
    return new OwnershipRow(
        name,
        before,
        prompt,
        line,
        during,
        after,
        listed,
        left,
        Optional.of(new Exact(lists, leaves)));
  }

  public OwnershipRow exactly() {
    return exact
        .map(
            it ->
                new OwnershipRow(
                    name,
                    before,
                    prompt,
                    line,
                    during,
                    after,
                    it.listed(),
                    it.left(),
                    Optional.empty()))
        .orElse(this);
  }

  OwnershipRow before(String... commands) {
    return new OwnershipRow(
        name, List.of(commands), prompt, line, during, after, listed, left, exact);
  }

  OwnershipRow atThePrompt(String... commands) {
    return new OwnershipRow(
        name, before, List.of(commands), line, during, after, listed, left, exact);
  }

  OwnershipRow line(String text) {
    return new OwnershipRow(name, before, prompt, text, during, after, listed, left, exact);
  }

  OwnershipRow meanwhile(String... commands) {
    return new OwnershipRow(
        name, before, prompt, line, List.of(commands), after, listed, left, exact);
  }

  OwnershipRow after(String... commands) {
    return new OwnershipRow(
        name, before, prompt, line, during, List.of(commands), listed, left, exact);
  }

  OwnershipRow lists(String... belongings) {
    return new OwnershipRow(
        name, before, prompt, line, during, after, List.of(belongings), left, exact);
  }

  OwnershipRow leaves(String... objects) {
    return new OwnershipRow(
        name, before, prompt, line, during, after, listed, List.of(objects), exact);
  }

  @Override
  public String toString() {
    return name;
  }
}
