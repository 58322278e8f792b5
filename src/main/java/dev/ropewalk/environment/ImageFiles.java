package dev.ropewalk.environment;

import dev.ropewalk.sandbox.SandboxPlan;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.scratch.ScratchFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files with images for private engines, each made once: from the registry of the plan, or else
 * from the engine that the docker command uses. Safe for use by several threads.
 */
final class ImageFiles implements AutoCloseable {
  private final Sandboxes sandboxes;
  private final SandboxPlan plan;
  private final ScratchFolder folder = ScratchFolder.create();
  private final Map<List<String>, Path> files = new HashMap<>();

  ImageFiles(Sandboxes sandboxes, SandboxPlan plan) {
    this.sandboxes = sandboxes;
    this.plan = plan;
  }

  /** The file with some images; nothing for none. */
  synchronized Optional<Path> of(List<String> images) throws InterruptedException {
    List<String> wanted = images.stream().distinct().sorted().toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Path known = files.get(wanted);
    if (known == null) {
      known = folder.path().resolve(files.size() + ".tar");
      store(wanted, known);
      files.put(wanted, known);
    }
    return Optional.of(known);
  }

  private void store(List<String> wanted, Path file) throws InterruptedException {
    Optional<SandboxProblem> refused = Optional.empty();
    if (plan.registry().isPresent()) {
      try {
        sandboxes.store(plan, wanted, file);
        return;
      } catch (SandboxProblem e) {
        // An image that was built here is in no registry.
        refused = Optional.of(e);
      }
    }
    Path saved = folder.path().resolve("saved.tar");
    Optional<String> failure = PresentDocker.save(wanted, saved);
    if (failure.isPresent()) {
      throw missing(wanted, refused, failure.get());
    }
    sandboxes.store(plan.withArchives(List.of(saved)), List.of(), file);
  }

  private static ImagesMissing missing(
      List<String> wanted, Optional<SandboxProblem> refused, String failure) {
    String registry =
        refused.map(problem -> problem.getMessage()).orElse("There is no registry for them.");
    return new ImagesMissing(
        """
        private engines cannot get the images `%s` that a lesson needs
          %s
          And from the present engine: %s
          fix: get them with `docker pull`, or start the registry of the lesson images with `make engine`"""
            .formatted(String.join("`, `", wanted), registry, failure));
  }

  @Override
  public void close() {
    folder.close();
  }
}
