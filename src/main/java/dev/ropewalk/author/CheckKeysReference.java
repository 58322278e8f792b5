package dev.ropewalk.author;

import dev.ropewalk.check.language.Language;
import dev.ropewalk.text.MarkdownPage;
import java.util.List;
import java.util.stream.Collectors;

/** What some keys of checks and lessons are for, with examples, in the reference. */
final class CheckKeysReference {
  private static final String BASELINE =
      """
      ### `baseline`: what must not count because it was so before

      A step must not be done before the learner has done anything. Checks of these nouns see to that by themselves, as in
      their examples below, since they hold only for what was made or done in the lesson: %s.

      The others only look at how things are, and that may have been so when the step opened; `all`, `any` and `none` are as the
      sentences in them. With `baseline: differs` such a check
      counts only after it has failed once in this step; until then the learner reads "This was already so when the step opened".
      A step in which nothing shows that the learner did something is refused by `author lint`; where such a step looks at files, one
      of its checks of files, whichever, must have failed in this step, without a word of yours: so another may say what must stay as it was.
      """;

  private static final String DIAGNOSE =
      """
      ### `diagnose`: words of your own

      ```yaml
      - check: cache runs with your file
        container: cache
        expect: {state: running}
        diagnose:
          - when: {none: [{file: redis.conf, expect: exists}]}
            say: The file is called `redis.conf`, and you have to write it first.
          - when: {container: cache, expect: {state: exited}}
            instead: "`cache` reads `redis.conf` when it starts. Mend the file, and then `docker start cache`."
      ```

      Of the first whose `when` holds, `say` is read before what ropewalk computes, which stays, with what it tells to do: so write there
      what cannot be computed. `instead` is read alone, and nothing that is computed beside it: so write there also what to do. What stands
      in backticks and begins with `docker` is then what the proof types, so write it as it has to be typed.

      `when` is a sentence like that of a check. `{image: shop, expect: absent}` holds where it was there and is gone; "it is not there
      yet" is `{none: [{image: shop, expect: exists}]}`. Where the engine has refused the newest command, that is told first, and a
      `when` holds only if it asks for the line, with `typed` or `shown`: `{typed: {docker: push, exit_code: {at_least: 1}}}`.

      Where finding the fault is what is learned, a look is not answered with it: until something was tried, say only where to look, as in
      `{when: {none: [{typed: {docker: rm}}, {events: {happened: {action: destroy, name: box}}}]}, instead: It has ended; its log says why.}`.
      After a try what is computed is told, and `:hint` leads on at any time.
      """;

  private static final String CAPTURE =
      """
      ### `capture` and `${name}`: a value for later checks

      ```yaml
      - check: The container first runs
        container: first
        expect: {state: running}
        capture: {first_id: id}
      ```

      When the check passes, `first_id` gets the container's id. Later checks of the lesson, in this step or another, may write it as
      `${first_id}` where a value is compared, or as `same_as: first_id` and `differs_from: first_id`. A script reads it as
      `$first_id`. In `solution`, `accept`, `try` and `setup` there is no such value: look it up there with a command, as a learner
      would. A check that needs a value which no check has captured yet waits for the earlier one.

      These nouns have something to capture: %s. What it is stands below each of them.
      """;

  private static final String VARY =
      """
      ### `vary` and `${name}`: other values for each learner

      ```yaml
      vary:
        port: {pick: [12345, 12346, 12347]}
        word: {letters: 8}
      ```

      Now `${port}` and `${word}` may stand anywhere else in the check file, also in command lines and in the names of `needs`, in the
      lesson's Markdown, and in the files that `files: {fill: [...]}` names. They are put in before anything else is read, so a
      number stands where a number is expected. A learner keeps the values for good; previews, proofs and `ropewalk check` without
      a session take the first ones, and the file must be right with each of them. Any other `${NAME}` in command lines is the shell's own.
      A name that `vary` has cannot be captured into.
      """;

  private CheckKeysReference() {}

  static void addTo(MarkdownPage page) {
    List<String> capturing =
        Language.nouns().stream()
            .filter(noun -> !noun.capturable().isEmpty())
            .map(Language.NounShape::word)
            .toList();
    page.paragraph(BASELINE.formatted(code(Language.needingAct())))
        .paragraph(DIAGNOSE)
        .paragraph(CAPTURE.formatted(code(capturing)))
        .paragraph(VARY);
  }

  private static String code(List<String> words) {
    return words.stream().collect(Collectors.joining("`, `", "`", "`"));
  }
}
