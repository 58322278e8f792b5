package dev.ropewalk.check.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Book;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of each thing that can be expected of a container: what a learner reads who has left it out. */
final class ContainerAttributeDiagnosisTest {
  private static final Map<String, String> LEFT_OUT = new LinkedHashMap<>();

  static {
    LEFT_OUT.put("id", "0000");
    LEFT_OUT.put("name", "chest");
    LEFT_OUT.put("image", "nginx");
    LEFT_OUT.put("error", "{contains: no such file}");
    LEFT_OUT.put("state", "paused");
    LEFT_OUT.put("mode", "attached");
    LEFT_OUT.put("tty", "true");
    LEFT_OUT.put("stdin", "true");
    LEFT_OUT.put("ports", "{any: \"8080:80\"}");
    LEFT_OUT.put("mounts", "{any: {type: volume, source: store, target: /data}}");
    LEFT_OUT.put("networks", "{contains: shop}");
    LEFT_OUT.put("aliases", "{contains: store}");
    LEFT_OUT.put("program", "sleep");
    LEFT_OUT.put("command", "[sleep, \"600\"]");
    LEFT_OUT.put("entrypoint", "[sh]");
    LEFT_OUT.put("user", "\"1000\"");
    LEFT_OUT.put("workdir", "/srv");
    LEFT_OUT.put("env", "{GREETING: hello}");
    LEFT_OUT.put("labels", "{course: docker}");
    LEFT_OUT.put("hostname", "chest");
    LEFT_OUT.put("auto_remove", "true");
    LEFT_OUT.put("restart_policy", "always");
    LEFT_OUT.put("memory", "64m");
    LEFT_OUT.put("memory_swap", "64m");
    LEFT_OUT.put("cpus", "0.5");
    LEFT_OUT.put("pids_limit", "50");
    LEFT_OUT.put("cap_add", "[NET_ADMIN]");
    LEFT_OUT.put("cap_drop", "{contains: NET_RAW}");
    LEFT_OUT.put("privileged", "true");
    LEFT_OUT.put("read_only", "true");
    LEFT_OUT.put("pid_mode", "host");
    LEFT_OUT.put("network_mode", "none");
    LEFT_OUT.put("ipc_mode", "host");
    LEFT_OUT.put("userns_mode", "host");
    LEFT_OUT.put("security_opt", "{contains: no-new-privileges}");
    LEFT_OUT.put("tmpfs", "{/scratch: {exists: true}}");
    LEFT_OUT.put("ulimits", "{nofile: \"64:64\"}");
    LEFT_OUT.put("devices", "{contains: /dev/fuse}");
    LEFT_OUT.put("runtime", "crun");
    LEFT_OUT.put("log_driver", "none");
    LEFT_OUT.put("log_options", "{max-size: 10m}");
    LEFT_OUT.put("oom_killed", "true");
    LEFT_OUT.put("exit_code", "7");
    LEFT_OUT.put("restarts", "{at_least: 1}");
    LEFT_OUT.put("health", "healthy");
  }

  private final Book book = new Book();

  @Test
  void everything_that_can_be_expected_is_told_when_it_is_left_out() {
    assertThat(LEFT_OUT.keySet())
        .containsExactlyInAnyOrderElementsOf(ContainerAttributes.TABLE.names());
    LEFT_OUT.forEach(
        (attribute, wanted) ->
            book.tell(
                attribute,
                "container: box\nexpect: {%s: %s}".formatted(attribute, wanted),
                bench ->
                    bench.has(
                        attribute.equals("exit_code")
                            ? new SampleContainer("box").exited(0)
                            : new SampleContainer("box").state(ContainerState.RUNNING))));
    book.compare("container-attributes");
  }

  @Test
  void what_should_not_be_there_is_told() {
    SampleContainer full =
        new SampleContainer("box")
            .interactive()
            .memory(1 << 26)
            .mount("volume", "store", "/data", true)
            .port("0.0.0.0", 8080, 80)
            .label("course", "docker")
            .env("GREETING", "hello");
    Map.of(
            "tty", "false",
            "stdin", "false",
            "memory", "{at_most: 32m}",
            "mounts", "{empty: true}",
            "ports", "{empty: true}",
            "labels", "{course: {absent: true}}",
            "env", "{GREETING: good morning}")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            unwanted ->
                book.tell(
                    unwanted.getKey(),
                    "container: box\nexpect: {%s: %s}"
                        .formatted(unwanted.getKey(), unwanted.getValue()),
                    bench -> bench.has(full)));
    Map.of(
            "a mount that can be written to",
            "{any: {source: store, target: /data, read_only: false}}",
            "a mount from elsewhere",
            "{any: {source: barn, target: /data}}",
            "a mount at another place",
            "{any: {source: store, target: /srv}}",
            "a mount of another kind",
            "{any: {type: tmpfs, target: /data}}")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            mount ->
                book.tell(
                    mount.getKey(),
                    "container: box\nexpect: {mounts: %s}".formatted(mount.getValue()),
                    bench -> bench.has(full)));
    book.tell(
        "a volume without a name",
        "container: box\nexpect: {mounts: {any: {source: barn, target: /data}}}",
        bench ->
            bench.has(new SampleContainer("box").mount("volume", "f0".repeat(32), "/data", false)));
    book.compare("container-unwanted");
  }
}
