package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a container again: what it is made of is fixed when it is created.
 *
 * @param line what it must be made with
 * @param kept whether no new one will do
 */
record Recreation(RunLine line, boolean kept) {
  /** There is none now. Where the step does not say what it is made of, an earlier step has. */
  Plan plan() {
    return line.typed()
        .map(typed -> new Plan("%s: `%s`".formatted(again("Now"), typed), List.of(typed)))
        .orElseGet(
            () ->
                line.parts().isEmpty()
                    ? Plan.RETRY
                    : new Plan(
                        "%s%s.".formatted(again("Now"), line.changes(List.of(), List.of())),
                        List.of()));
  }

  /** One is there that is made otherwise. */
  Plan plan(Container there) {
    List<Part> unmet = line.unmet();
    boolean limits =
        !unmet.isEmpty() && unmet.stream().allMatch(part -> part.kind() == Part.Kind.LIMIT);
    String update = update(unmet, there);
    if (kept) {
      return limits ? new Plan("`%s` changes it.".formatted(update), typed(update)) : Plan.RETRY;
    }
    List<String> name =
        line.name().isEmpty() || line.name().equals(there.name())
            ? List.of()
            : List.of("--name " + line.name());
    String remake =
        "Remove it (`docker rm -f %s`) %s%s."
            .formatted(there.name(), again("and"), line.changes(name, there.config().command()));
    // A run that is over was without it.
    boolean over = there.status().state() == ContainerState.EXITED;
    String start = "docker start " + there.name();
    return limits
        ? new Plan(
            "%s Or change it without removing it: `%s`%s."
                .formatted(remake, update, over ? ", and then `%s`".formatted(start) : ""),
            Diagnosis.hasBlank(update)
                ? List.of()
                : over ? List.of(update, start) : List.of(update))
        : new Plan(
            remake,
            Stream.concat(Stream.of("docker rm -f " + there.name()), line.typed().stream())
                .toList());
  }

  private String again(String before) {
    return before
        + (line.making().verb().equals("create")
            ? " make it again by `docker create`"
            : " run it again");
  }

  /** One without a limit is refused one of memory alone: its swap must then be told as well. */
  private static String update(List<Part> unmet, Container there) {
    String flags = unmet.stream().map(Part::text).collect(Collectors.joining(" "));
    boolean alone =
        flags.contains("--memory ")
            && !flags.contains("--memory-swap ")
            && there.host().memorySwap() <= 0;
    return "docker update %s%s %s".formatted(flags, alone ? " --memory-swap -1" : "", there.name());
  }

  private static List<String> typed(String line) {
    return Diagnosis.hasBlank(line) ? List.of() : List.of(line);
  }
}
