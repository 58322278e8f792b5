package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Engines in namespaces of their own on this Linux machine, a few tenths of a second each. Needs
 * root. Their files are in memory, and leave nothing behind but one empty lock file.
 */
public final class NamespaceSandboxes implements Sandboxes {
  private static final Path MOUNTS = Path.of("/proc/mounts");

  private final Path folder;
  private final Requirements requirements;

  /** Those of this machine. */
  public NamespaceSandboxes() {
    this(Path.of("/run/ropewalk-sandbox"), Requirements.ofThisMachine());
  }

  NamespaceSandboxes(Path folder, Requirements requirements) {
    this.folder = folder;
    this.requirements = requirements;
  }

  @Override
  public TrustLevel trust() {
    return TrustLevel.NAMESPACES;
  }

  @Override
  public List<String> missing() {
    return requirements.missing();
  }

  @Override
  public Sandbox start(SandboxPlan plan) throws InterruptedException {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new SandboxProblem(String.join(" ", missing));
    }
    try (var beginning = new SandboxBeginning()) {
      NamespaceSandbox sandbox = begin(plan);
      if (beginning.isGivenUp() || !sandbox.isRemembered()) {
        sandbox.close();
        throw new InterruptedException("ropewalk is ending");
      }
      return sandbox;
    }
  }

  private NamespaceSandbox begin(SandboxPlan plan) throws InterruptedException {
    ControlGroups groups = ControlGroups.find(MOUNTS).orElseThrow();
    SandboxSlots slots = new SandboxSlots(folder, new SandboxRemains(groups));
    SandboxSlot slot = slots.claim();
    SandboxStart birth = new SandboxStart(slot, plan, groups);
    NamespaceSandbox sandbox;
    try {
      sandbox = birth.run(slots);
    } catch (RuntimeException | InterruptedException e) {
      boolean interrupted = Thread.interrupted(); // It would cut the clean-up short.
      birth.undo();
      slots.release(slot);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
    try {
      for (Path archive : plan.archives()) {
        run(sandbox, archive, Optional.empty(), "docker", "load", "--quiet");
      }
    } catch (RuntimeException | InterruptedException e) {
      sandbox.close();
      throw e;
    }
    return sandbox;
  }

  @Override
  public void sweep() throws InterruptedException {
    if (Files.isWritable(folder)) {
      Optional<ControlGroups> groups = ControlGroups.find(MOUNTS);
      if (groups.isPresent()) {
        new SandboxSlots(folder, new SandboxRemains(groups.get())).sweep();
      }
    }
  }

  // Layers and their descriptions alone: an engine at rest does not write them, and makes anew all
  // else that it needs.
  @Override
  public void store(SandboxPlan plan, List<String> images, Path file) throws InterruptedException {
    Path folder = file.toAbsolutePath().getParent();
    try (Sandbox sandbox = start(plan)) {
      for (String image : images) {
        run(sandbox, Path.of("/dev/null"), Optional.empty(), "docker", "pull", "--quiet", image);
      }
      Path draft = Files.createTempFile(folder, "sandbox", ".tar");
      try {
        run(
            sandbox,
            Path.of("/dev/null"),
            Optional.of(draft),
            "tar",
            "--create",
            "--xattrs",
            "--xattrs-include=user.*",
            "--xattrs-include=security.capability",
            "--directory=/var/lib/docker",
            "image",
            "overlay2");
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new SandboxProblem("`" + file + "` cannot be written.", e);
    }
  }

  private static void run(Sandbox sandbox, Path input, Optional<Path> output, String... command)
      throws InterruptedException {
    var entering = HostCommand.of(sandbox.enter(command));
    entering.redirectInput(input.toFile());
    output.ifPresent(
        path ->
            entering
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(path.toFile()));
    try {
      Process process = entering.start();
      String words =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new SandboxProblem(
            "`%s` fails: %s".formatted(String.join(" ", command), words.strip()));
      }
    } catch (IOException e) {
      throw new SandboxProblem("`%s` cannot be run inside.".formatted(command[0]), e);
    }
  }
}
