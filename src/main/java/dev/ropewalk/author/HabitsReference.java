package dev.ropewalk.author;

import dev.ropewalk.text.MarkdownPage;

/**
 * What one has to know to write checks that help, and steps that can be proved; in the reference.
 */
final class HabitsReference {
  private static final String LINES =
      """
      ## Good to know before the first check

      - The order of the checks matters: of several that fail only the first is explained (`:why` explains all). Write what comes first
        for the learner first: what is run, then whether it is there, then its details.
      - `env` and `labels` are compared name by name; others may be there, too: `env: {DB_HOST: db, DEBUG: {absent: true}}`. A matcher
        stands in the place of a value: `labels: {tier: {starts_with: front}}`.
      - A mapping has each matcher once. For two rules of one kind, such as two members that must both be in a list, write two checks:
        then each is explained by itself.
      - One command may make several events: `docker run` is `create` and `start`, and `docker restart` of a container that was only
        created is `start` and then `restart`. So `ever: [start, restart]` is met by one command as well.
      - A check that fails is looked at until `within` is over. Whoever is wrong waits as long, and so does a proof for each wrong
        answer: thirty mutants and `within: 30s` are a quarter of an hour. Make it as short as the right answer needs.
      - A question with several right words is one `answer` (`choice: {of: [a, b, c], right: [a, b]}`); the learner types
        `:answer a b`. `:answer` does not say which question it is for, so ask one in a step.
      - Checks and questions may be about what `setup` has made: it belongs to the lesson, and can be captured. Only its making is not
        the learner's doing.

      Lines are typed at the prompt, one when the one before has ended. They are not typed into a program that one of them starts: a
      shell in a container (`docker run -it debian`) waits for a keyboard, and a proof waits with it. Write such a step in one of these
      ways; the learner may still do it by hand:

      ```console
      docker run -dit --name box debian; docker exec box sh -c 'echo hello >/note'; docker stop -t 1 box
      printf '%s\\n' 'echo hello >/note' exit | docker run -i --name box debian sh
      ```

      A proof finds `docker compose` where it is installed for the whole machine, in `/usr/libexec/docker/cli-plugins` or
      `/usr/lib/docker/cli-plugins`; a plugin in `~/.docker` is not in private machines. A lesson that runs it says so with
      `needs: {commands: [docker compose]}`, and does not open without it. The noun `compose_file` needs no Compose.
      """;

  private HabitsReference() {}

  static void addTo(MarkdownPage page) {
    page.paragraph(LINES);
  }
}
