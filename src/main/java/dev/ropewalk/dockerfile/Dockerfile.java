package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile.
 *
 * @param instructions all of them, in order
 * @param stages at least one
 */
public record Dockerfile(List<Instruction> instructions, List<Stage> stages) {
  public Dockerfile {
    instructions = List.copyOf(instructions);
    stages = List.copyOf(stages);
  }

  /**
   * Reads a Dockerfile.
   *
   * @throws Unreadable when docker would refuse it
   */
  public static Dockerfile parse(String text) throws Unreadable {
    List<Instruction> instructions = new InstructionReader(text).read();
    Map<String, String> arguments = new LinkedHashMap<>();
    List<Stage> stages = new ArrayList<>();
    int begin = 0;
    while (begin < instructions.size() && !instructions.get(begin).word().equals("FROM")) {
      Instruction first = instructions.get(begin++);
      if (!first.word().equals("ARG")) {
        throw new Unreadable(
            first.line(), "`%s` stands before the first `FROM`.".formatted(first.word()));
      }
      argument(first.arguments(), arguments);
    }
    while (begin < instructions.size()) {
      int end = begin + 1;
      while (end < instructions.size() && !instructions.get(end).word().equals("FROM")) {
        end++;
      }
      stages.add(stage(instructions.subList(begin, end), stages, arguments));
      begin = end;
    }
    if (stages.isEmpty()) {
      throw new Unreadable(1, "There is no `FROM`, so there is nothing to begin with.");
    }
    return new Dockerfile(instructions, stages);
  }

  /** The stage that becomes the image. */
  public Stage last() {
    return stages.getLast();
  }

  private static void argument(String text, Map<String, String> arguments) {
    for (String each : text.split(" ")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        String value = each.substring(equals + 1).replaceAll("^([\"'])(.*)\\1$", "$2");
        arguments.put(each.substring(0, equals), Substitution.in(value, arguments));
      }
    }
  }

  private static Stage stage(
      List<Instruction> instructions, List<Stage> before, Map<String, String> arguments)
      throws Unreadable {
    Instruction from = instructions.getFirst();
    String[] words = from.rest().split(" ");
    boolean named = words.length == 3 && words[1].equalsIgnoreCase("as");
    if (words.length != 1 && !named) {
      throw new Unreadable(
          from.line(), "`FROM` takes an image, and then `AS` and a name or nothing.");
    }
    String image = Substitution.in(words[0], arguments);
    if (image.isEmpty()) {
      throw new Unreadable(
          from.line(),
          "`FROM %s` names no image: no `ARG` above gives it one.".formatted(words[0]));
    }
    Optional<Stage> base =
        before.reversed().stream().filter(s -> s.name().equalsIgnoreCase(image)).findFirst();
    String name = named ? words[2] : Integer.toString(before.size());
    return new Stage(name, image, base, instructions);
  }
}
