package dev.ropewalk.deploy;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Slurm of several nodes on this machine, with configuration, keys and ports of its own: nothing
 * of a Slurm that may be installed here is touched.
 */
final class SlurmCluster implements AutoCloseable {
  private static final int NODES = 3;
  private static final Pattern STATE = Pattern.compile("\\bJobState=(\\w+)");
  private static final Set<String> UNDER_WAY =
      Set.of("PENDING", "CONFIGURING", "RUNNING", "COMPLETING", "REQUEUED", "SUSPENDED");

  private final Path folder;
  private final Deque<Process> running = new ArrayDeque<>();

  private SlurmCluster(Path folder) {
    this.folder = folder;
  }

  /** Programs that are missing here. */
  static List<String> missing() {
    return Stream.of("munged", "slurmctld", "slurmd", "sbatch", "sinfo")
        .filter(
            program ->
                Stream.of("/usr/bin", "/usr/sbin")
                    .noneMatch(bin -> Files.isExecutable(Path.of(bin, program))))
        .toList();
  }

  /** Starts it, and waits until all nodes are ready. */
  static SlurmCluster start(Path folder) throws IOException, InterruptedException {
    SlurmCluster cluster = new SlurmCluster(folder);
    try {
      cluster.start();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException {
    byte[] key = new byte[1024];
    new SecureRandom().nextBytes(key);
    Path file = Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(folder.resolve("cgroup.conf"), "CgroupPlugin=autodetect\n");
    Files.writeString(folder.resolve("slurm.conf"), configuration());
    running.push(
        daemon(
            "/usr/sbin/munged",
            "--foreground",
            "--force",
            "--key-file=" + file,
            "--socket=" + folder.resolve("munge.socket"),
            "--pid-file=" + folder.resolve("munge.pid"),
            "--seed-file=" + folder.resolve("munge.seed"),
            "--log-file=" + folder.resolve("munge.log")));
    await("munged", () -> Files.exists(folder.resolve("munge.socket")));
    running.push(daemon("/usr/sbin/slurmctld", "-D"));
    for (int i = 1; i <= NODES; i++) {
      running.push(daemon("/usr/sbin/slurmd", "-D", "-N", "n" + i));
    }
    await(
        "the nodes",
        () ->
            run(folder, Map.of(), "sinfo", "--noheader", "--format=%D %t").text().equals("3 idle"));
  }

  private String configuration() throws IOException {
    String host = InetAddress.getLocalHost().getHostName().replaceFirst("\\..*", "");
    List<Integer> ports = ports(NODES + 1);
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ClusterName=grading
        SlurmctldHost=HOST(127.0.0.1)
        SlurmctldPort=%s
        AuthType=auth/munge
        AuthInfo=socket=DIR/munge.socket
        SlurmUser=root
        SlurmdUser=root
        StateSaveLocation=DIR/state
        SlurmdSpoolDir=DIR/spool-%%n
        SlurmctldPidFile=DIR/slurmctld.pid
        SlurmdPidFile=DIR/slurmd-%%n.pid
        SlurmctldLogFile=DIR/slurmctld.log
        SlurmdLogFile=DIR/slurmd-%%n.log
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        MpiDefault=none
        ReturnToService=2
        SchedulerType=sched/builtin
        SchedulerParameters=sched_interval=1,batch_sched_delay=0
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core_Memory
        SlurmdParameters=config_overrides
        PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
        """
            .formatted(ports.getFirst()));
    for (int i = 1; i <= NODES; i++) {
      text.append(
          "NodeName=n%s NodeHostname=HOST NodeAddr=127.0.0.1 Port=%s CPUs=1 RealMemory=2000\n"
              .formatted(i, ports.get(i)));
    }
    return text.toString().replace("HOST", host).replace("DIR", folder.toString());
  }

  private static List<Integer> ports(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket each : held) {
        each.close();
      }
    }
  }

  private Process daemon(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("daemons.log").toFile());
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    return builder.start();
  }

  /** What can be waited for. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void await(String what, Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.multipliedBy(10).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            what + " did not come:\n" + Files.readString(folder.resolve("daemons.log")));
      }
      boolean unused = running.getFirst().waitFor(200, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until a job, or each task of an array, has ended; how, such as {@code COMPLETED}. */
  Set<String> ends(String job) throws IOException, InterruptedException {
    Set<String> states = new TreeSet<>();
    await(
        "the end of job " + job,
        () -> {
          states.clear();
          Matcher state =
              STATE.matcher(
                  run(folder, Map.of(), "scontrol", "--oneliner", "show", "job", job).text());
          while (state.find()) {
            states.add(state.group(1));
          }
          return !states.isEmpty() && states.stream().noneMatch(UNDER_WAY::contains);
        });
    return Set.copyOf(states);
  }

  /** How a command ended, and what it said. */
  record Ended(int code, String text) {}

  /** Runs a command of Slurm's. */
  Ended run(Path where, Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text.strip());
  }

  /** Ends it, the nodes first. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (!running.isEmpty()) {
      Process process = running.pop();
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
