package dev.ropewalk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The real engine, which others use as well: does what they do in a row of the table, and tells
 * what is left.
 */
public final class SharedEngine implements AutoCloseable {
  private final Path folder;
  private final Set<String> volumes;
  private final Set<String> nameless;

  /** The engine without anything of the table's, and what is needed to make it. */
  public SharedEngine(Path folder) throws IOException {
    this.folder = folder;
    Docker.run("pull", "-q", "busybox");
    Docker.run("pull", "-q", "redis");
    sweep();
    for (String image : List.of("image", "image2")) {
      Path context = Files.createDirectories(folder.resolve(image));
      Files.writeString(
          context.resolve("Dockerfile"), "FROM busybox\nLABEL rwt=yes made=%s\n".formatted(image));
    }
    RecordedRows.write(folder);
    volumes = Docker.volumes();
    nameless = namelessImages();
  }

  @Override
  public void close() {
    sweep();
    Docker.volumes().stream()
        .filter(volume -> !volumes.contains(volume))
        .forEach(volume -> Docker.run("volume", "rm", volume));
  }

  private void sweep() {
    run("docker rm -f -v $(docker ps -aq --filter ancestor=busybox) 2>/dev/null");
    run("docker rm -f -v $(docker ps -aq --filter name=rwt-) 2>/dev/null");
    run("docker rmi -f $(docker images -q --filter label=rwt=yes) 2>/dev/null");
    run("docker rmi rwt-tag:1 rwt-mine:1 rwt-image:1 2>/dev/null");
    run("docker volume rm rwt-data rwt-mine 2>/dev/null");
    run("docker network rm rwt-net rwt-mine 2>/dev/null");
  }

  /** A command of the table with its folders. */
  public String filled(String command) {
    return command
        .replace("FOLDER", folder.toString())
        .replace(
            "ENGINE", System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"))
        .replace("DIR", folder.resolve("image").toString())
        .replace(
            "WAIT", "touch %1$s/up; while [ ! -e %1$s/go ]; do sleep 0.05; done".formatted(folder));
  }

  /** What another client does while the line waits for it. */
  public void meanwhile(OwnershipRow row) {
    if (!row.during().isEmpty()) {
      run("while [ ! -e up ]; do sleep 0.05; done");
      row.during().forEach(this::foreign);
      run("touch go");
    }
  }

  /** What another client does. */
  public void foreign(String command) {
    run(filled(command));
  }

  /** Runs a command line in a shell that ropewalk knows nothing of. */
  private void run(String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(command, e);
    }
  }

  /** Everything of the table that is on the engine. */
  public List<String> left() {
    List<String> left = new ArrayList<>();
    Docker.run("ps", "-a", "--filter", "ancestor=busybox", "--format", "{{.Names}}")
        .lines()
        .map(name -> name.startsWith("rwt-") ? name : "a container without a name")
        .forEach(left::add);
    for (String volume : new TreeSet<>(Docker.volumes())) {
      if (!volumes.contains(volume)) {
        left.add(volume.matches("[0-9a-f]{64}") ? "an anonymous volume" : volume + data(volume));
      }
    }
    Docker.run("network", "ls", "--filter", "name=rwt-", "--format", "{{.Name}}")
        .lines()
        .forEach(left::add);
    Docker.run("images", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}")
        .lines()
        .filter(line -> line.startsWith("rwt-"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .map(name -> name + " " + image(name))
        .forEach(left::add);
    namelessImages().stream()
        .filter(image -> !nameless.contains(image))
        .forEach(_ -> left.add("an image without a name"));
    return left;
  }

  private static String image(String name) {
    String id = Docker.run("inspect", "--format", "{{.Id}}", name);
    return List.of("busybox", "redis").stream()
        .filter(known -> Docker.run("inspect", "--format", "{{.Id}}", known).equals(id))
        .findFirst()
        .orElse("built");
  }

  private static String data(String volume) {
    String text = Docker.run("run", "--rm", "-v", volume + ":/d", "busybox", "cat", "/d/file");
    return text.equals("precious") ? ": data" : ": empty";
  }

  private static Set<String> namelessImages() {
    return new TreeSet<>(
        Docker.run("images", "-q", "--no-trunc", "--filter", "dangling=true").lines().toList());
  }
}
