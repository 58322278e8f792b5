package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.DockerLine;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Images that a solution runs although nobody said that they must be there. */
final class ImageRules {
  private final Problems checks;
  private final CommandTable commands;
  private final Set<ImageRef> there = new HashSet<>();

  ImageRules(Problems checks, CommandTable commands, Needs needs) {
    this.checks = checks;
    this.commands = commands;
    needs.images().forEach(image -> there.add(ImageRef.parse(image)));
  }

  /** Looks at what is run unseen before a step; what it builds is there from then on. */
  void lookAtSetup(Script setup) {
    setup.commands().stream()
        .flatMap(line -> DockerLine.parse(line, commands).stream())
        .filter(DockerCommand::isUnderstood)
        .forEach(this::makes);
  }

  /** Looks at one step; what it pulls or builds is there for those after it. */
  void look(YamlNode step) {
    Lint.child(step, "solution").ifPresent(this::script);
    Lint.child(step, "accept").map(Lint::items).orElse(List.of()).forEach(this::script);
  }

  private void script(YamlNode node) {
    for (String line : new Script(Lint.text(node)).commands()) {
      DockerLine.parse(line, commands).stream()
          .filter(DockerCommand::isUnderstood)
          .forEach(command -> command(command, node));
    }
  }

  private void command(DockerCommand command, YamlNode node) {
    switch (command.name()) {
      case "run", "create" -> arg(command, 0).ifPresent(image -> used(image, node));
      default -> makes(command);
    }
  }

  private void makes(DockerCommand command) {
    switch (command.name()) {
      case "pull" -> arg(command, 0).ifPresent(this::made);
      case "tag", "commit" -> arg(command, 1).ifPresent(this::made);
      case "build" -> command.flags().getOrDefault("tag", List.of()).forEach(this::made);
      default -> {}
    }
  }

  /** An argument without anything that only the shell knows. */
  private static Optional<String> arg(DockerCommand command, int index) {
    return command.args().stream().skip(index).findFirst().filter(a -> a.matches("[\\w./:@-]+"));
  }

  private void made(String image) {
    there.add(ImageRef.parse(image));
  }

  private void used(String image, YamlNode node) {
    if (there.add(ImageRef.parse(image))) {
      checks.warn(
          node.place(),
          "the image `" + image + "` is used here, but no `needs` names it",
          "add it to `needs: {images: [...]}`, or pull it in a step before");
    }
  }
}
