package dev.ropewalk.dockerfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Dockerfile, read as BuildKit reads it (Engine 23 and newer, where it is the builder). The
 * classic builder, still asked by older engines, refuses here-documents, {@code --mount} and the
 * newer modifiers of variables, and takes stage names in any case; where the two differ the newer
 * one counts, also for a file with a {@code # syntax=} line.
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
   * Reads a Dockerfile, for a build on this machine and without {@code --build-arg}. Files that it
   * names, and images, are not looked for.
   *
   * @throws Unreadable when docker would refuse it
   */
  public static Dockerfile parse(String text) throws Unreadable {
    InstructionReader reader = new InstructionReader(text);
    List<Instruction> instructions = reader.read();
    StageReader stages =
        new StageReader(reader.escape(), predefined(System.getProperty("os.arch", "")));
    return new Dockerfile(instructions, stages.read(instructions));
  }

  /** The stage that becomes the image. */
  public Stage last() {
    return stages.getLast();
  }

  /** The arguments that BuildKit gives itself; containers are Linux on every machine. */
  private static Map<String, String> predefined(String machine) {
    String arch =
        switch (machine.toLowerCase(Locale.ROOT)) {
          case "x86_64", "amd64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          case "x86", "i386", "i686" -> "386";
          default -> machine;
        };
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String side : List.of("BUILD", "TARGET")) {
      arguments.put(side + "PLATFORM", "linux/" + arch);
      arguments.put(side + "OS", "linux");
      arguments.put(side + "OSVERSION", "");
      arguments.put(side + "ARCH", arch);
      arguments.put(side + "VARIANT", "");
    }
    return arguments;
  }
}
