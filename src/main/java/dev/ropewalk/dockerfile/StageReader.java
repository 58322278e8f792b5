package dev.ropewalk.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parts the instructions into stages as BuildKit does: names are kept in small letters and a {@code
 * FROM} must write them so (the classic builder takes any case there); a stage that the last one
 * does not need may hold what a build would refuse; {@code COPY --from} takes any case and numbers
 * too. Not for several threads.
 */
final class StageReader {
  private static final String EMPTY = "scratch";

  private final char escape;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Draft> byName = new HashMap<>();
  private final Map<String, String> globals;

  /** A stage of which only the {@code FROM} has been read. */
  private record Draft(
      int number, String name, String image, Optional<Draft> base, List<Instruction> all) {
    int line() {
      return all.getFirst().line();
    }

    boolean isImage() {
      return base.isEmpty() && !image.equals(EMPTY);
    }
  }

  StageReader(char escape, Map<String, String> predefined) {
    this.escape = escape;
    this.globals = new LinkedHashMap<>(predefined);
  }

  List<Stage> read(List<Instruction> instructions) throws Unreadable {
    int begin = 0;
    while (begin < instructions.size() && !isFrom(instructions.get(begin))) {
      Instruction first = instructions.get(begin++);
      if (!first.word().equals("ARG")) {
        throw new Unreadable(
            first.line(), "`%s` stands before the first `FROM`.".formatted(first.word()));
      }
    }
    if (begin == instructions.size()) {
      throw new Unreadable(1, "There is no `FROM`, so there is nothing to begin with.");
    }
    globals.put("TARGETSTAGE", target(instructions));
    for (Instruction argument : instructions.subList(0, begin)) {
      StageRun.declare(argument, escape, globals, Map.of());
    }
    while (begin < instructions.size()) {
      int end = begin + 1;
      while (end < instructions.size() && !isFrom(instructions.get(end))) {
        end++;
      }
      draft(instructions.subList(begin, end));
      begin = end;
    }
    return stages();
  }

  private static boolean isFrom(Instruction each) {
    return each.word().equals("FROM");
  }

  private static String target(List<Instruction> instructions) {
    List<String> last =
        instructions.reversed().stream()
            .filter(StageReader::isFrom)
            .findFirst()
            .map(Instruction::words)
            .orElse(List.of());
    return last.size() == 3 ? last.get(2).toLowerCase(Locale.ROOT) : "default";
  }

  private void draft(List<Instruction> all) throws Unreadable {
    Instruction from = all.getFirst();
    WordReader words = WordReader.of(from.line(), escape, globals);
    String written = from.words().getFirst();
    String image = words.whole(written);
    if (image.isEmpty()) {
      throw new Unreadable(
          from.line(), "`FROM %s` names no image: no `ARG` above gives it one.".formatted(written));
    }
    for (String platform : FlagRules.values(from, "platform")) {
      if (!platform.isEmpty()) {
        ImageName.checkPlatform(words.whole(platform), from.line());
      }
    }
    boolean named = from.words().size() == 3;
    String name =
        named ? from.words().get(2).toLowerCase(Locale.ROOT) : Integer.toString(drafts.size());
    Draft draft =
        new Draft(drafts.size(), name, image, Optional.ofNullable(byName.get(image)), all);
    drafts.add(draft);
    if (named) {
      byName.put(name, draft);
    }
  }

  private List<Stage> stages() throws Unreadable {
    List<List<Draft>> direct = new ArrayList<>();
    for (Draft each : drafts) {
      List<Draft> needs = new ArrayList<>(each.base().stream().toList());
      for (Instruction instruction : each.all()) {
        needs.addAll(sources(instruction));
      }
      direct.add(needs);
      if (each.isImage()) {
        ImageName.check(each.image(), each.line());
      }
    }
    for (Draft each : drafts) {
      // Who needs no stage below itself cannot be the lowest one of a circle.
      boolean below = direct.get(each.number()).stream().anyMatch(d -> d.number() >= each.number());
      if (below) {
        checkOwn(each);
      }
      if (below && needs(each, direct).get(each.number())) {
        throw new Unreadable(
            each.line(), "The stage `%s` needs itself to be built.".formatted(each.name()));
      }
    }
    BitSet needed = needs(drafts.getLast(), direct);
    needed.set(drafts.getLast().number());
    List<Stage> stages = new ArrayList<>();
    List<StageRun> runs = new ArrayList<>();
    for (Draft each : drafts) {
      StageRun run = run(each, runs);
      try {
        for (Instruction instruction : commands(each)) {
          checkOrder(each, instruction);
          run.take(instruction);
        }
      } catch (Unreadable e) {
        if (needed.get(each.number())) {
          throw e;
        }
      }
      runs.add(run);
      Optional<Stage> base = each.base().map(of -> stages.get(of.number()));
      stages.add(
          new Stage(
              each.name(),
              each.image(),
              base,
              each.all(),
              run.user(),
              run.environment(),
              run.sources()));
    }
    return stages;
  }

  private StageRun run(Draft draft, List<StageRun> before) {
    return draft
        .base()
        .map(base -> before.get(base.number()).next())
        .orElseGet(() -> new StageRun(escape, globals));
  }

  /** Its own instructions, after those that its base stage has kept for it. */
  private static List<Instruction> commands(Draft draft) throws Unreadable {
    List<Instruction> commands = new ArrayList<>();
    for (Instruction each : draft.base().map(Draft::all).orElse(List.of())) {
      if (each.trigger().isPresent()) {
        Instruction trigger = each.trigger().get();
        if (!InstructionReader.WORDS.contains(trigger.word())) {
          throw new Unreadable(
              each.line(), "There is no instruction `%s`.".formatted(trigger.word()));
        }
        InstructionRules.check(trigger);
        commands.add(trigger);
      }
    }
    commands.addAll(draft.all());
    return commands;
  }

  private void checkOrder(Draft user, Instruction instruction) throws Unreadable {
    for (Draft source : sources(instruction)) {
      if (source.number() >= user.number()) {
        throw new Unreadable(
            instruction.line(),
            "The stage `%s` must stand above the stage that copies from it."
                .formatted(source.name()));
      }
    }
  }

  /** What takes files from its own stage lacks the {@code FROM} of another one above it. */
  private void checkOwn(Draft draft) throws Unreadable {
    for (Instruction each : draft.all()) {
      if (sources(each).contains(draft)) {
        throw new Unreadable(
            each.line(),
            "`%s` takes files from its own stage, `%s`: a line `FROM …` above it must begin another stage."
                .formatted(each.word(), draft.name()));
      }
    }
  }

  /** The numbers of all stages that one needs, also through others. */
  private static BitSet needs(Draft stage, List<List<Draft>> direct) {
    BitSet needed = new BitSet();
    Deque<Draft> open = new ArrayDeque<>(direct.get(stage.number()));
    while (!open.isEmpty()) {
      Draft next = open.pop();
      if (!needed.get(next.number())) {
        needed.set(next.number());
        open.addAll(direct.get(next.number()));
      }
    }
    return needed;
  }

  /** The stages that an instruction takes files from; the names of images are looked at. */
  private List<Draft> sources(Instruction each) throws Unreadable {
    List<Draft> sources = new ArrayList<>();
    if (each.word().equals("COPY")) {
      for (String from : FlagRules.values(each, "from")) {
        if (!WordReader.of(each.line(), escape, Map.of()).whole(from).equals(from)) {
          throw new Unreadable(
              each.line(), "`--from` takes no variables: name a stage with `FROM … AS` above.");
        }
        source(from, each.line(), true).ifPresent(sources::add);
      }
    }
    if (each.word().equals("RUN")) {
      for (String mount : FlagRules.values(each, "mount")) {
        source(Mount.from(mount, each.line()), each.line(), false).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private Optional<Draft> source(String name, int line, boolean numbers) throws Unreadable {
    if (name.isEmpty() || name.equalsIgnoreCase(EMPTY)) {
      return Optional.ofNullable(byName.get(EMPTY));
    }
    if (numbers && name.matches("[+-]?\\d{1,9}")) {
      int number = Integer.parseInt(name);
      if (number < 0 || number >= drafts.size()) {
        throw new Unreadable(line, "There is no stage with the number %s.".formatted(name));
      }
      return Optional.of(drafts.get(number));
    }
    Optional<Draft> stage = Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    if (stage.isEmpty()) {
      ImageName.check(name, line);
    }
    return stage;
  }
}
