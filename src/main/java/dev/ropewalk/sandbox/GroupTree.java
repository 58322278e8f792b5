package dev.ropewalk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A cgroup with all below it, in one hierarchy. Those below come and go while we look. */
record GroupTree(Path folder) {
  static final String PROCESSES = "cgroup.procs";
  private static final String FROZEN_OR_NOT = "freezer.state";

  GroupTree child(String name) {
    return new GroupTree(folder.resolve(name));
  }

  Path processesFile() {
    return folder.resolve(PROCESSES);
  }

  void create() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SandboxProblem("The cgroup " + folder + " cannot be made.", e);
    }
  }

  void write(String file, String value) {
    try {
      Files.writeString(folder.resolve(file), value);
    } catch (IOException e) {
      throw new SandboxProblem("The cgroup refuses " + folder.resolve(file) + ".", e);
    }
  }

  /** Writes where the kernel has such a file; which it has depends on how it was built. */
  void writeIfThere(String file, String value) {
    if (Files.exists(folder.resolve(file))) {
      write(file, value);
    }
  }

  /** What a file says; empty where there is none, or none any more. */
  Optional<String> read(String file) {
    try {
      return Optional.of(Files.readString(folder.resolve(file)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Lets a user make groups below and move processes there; the limits stay ours. */
  void delegate(int user, List<String> files) {
    try {
      chown(folder, user);
      for (String file : files) {
        if (Files.exists(folder.resolve(file))) {
          chown(folder.resolve(file), user);
        }
      }
    } catch (IOException e) {
      throw new SandboxProblem("The cgroup " + folder + " cannot be handed on.", e);
    }
  }

  private static void chown(Path path, int user) throws IOException {
    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
  }

  /** Moves a process here, unless it has just ended. */
  void add(long pid) {
    try {
      Files.writeString(processesFile(), Long.toString(pid));
    } catch (IOException e) {
      // Who needs it moved looks where it was.
    }
  }

  /** The processes in this very group. */
  List<Long> own() {
    return processesOf(folder).toList();
  }

  /** Those of the groups below too. */
  List<Long> processes() {
    return folders().stream().flatMap(GroupTree::processesOf).distinct().toList();
  }

  /**
   * Kills what is in it and removes what is empty.
   *
   * @return whether nothing is left
   */
  boolean remove() {
    for (Path each : folders()) {
      thaw(each);
      processesOf(each).forEach(GroupTree::kill);
      try {
        Files.deleteIfExists(each);
      } catch (IOException e) {
        // Still in use: the caller asks again.
      }
    }
    return !Files.exists(folder);
  }

  // A paused container's processes do not die before they run again (cgroup v1).
  private static void thaw(Path group) {
    try {
      if (Files.exists(group.resolve(FROZEN_OR_NOT))) {
        Files.writeString(group.resolve(FROZEN_OR_NOT), "THAWED");
      }
    } catch (IOException e) {
      // It has just gone.
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Stream<Long> processesOf(Path group) {
    try {
      return Files.readAllLines(group.resolve(PROCESSES)).stream().map(Long::valueOf);
    } catch (IOException e) {
      return Stream.of();
    }
  }

  /** Deepest first. */
  private List<Path> folders() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException | NoSuchFileException e) {
      return Files.exists(folder) ? List.of(folder) : List.of();
    } catch (IOException e) {
      throw new SandboxProblem("The cgroup " + folder + " cannot be read.", e);
    }
  }
}
