package dev.ropewalk.compose;

import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.util.List;

/** The keys that a compose file may have, as the Compose Specification names them. */
enum Keys {
  FILE("the file", "configs include models name networks secrets services version volumes"),
  SERVICE(
      "a service",
      "annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs"
          + " container_name cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period"
          + " cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy develop"
          + " device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file"
          + " environment expose extends external_links extra_hosts gpus group_add healthcheck"
          + " hostname image init ipc isolation label_file labels links logging mac_address"
          + " mem_limit mem_reservation mem_swappiness memswap_limit models network_mode networks"
          + " oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_stop"
          + " privileged profiles provider pull_policy read_only restart runtime scale secrets"
          + " security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls"
          + " tmpfs tty ulimits use_api_socket user userns_mode uts volumes volumes_from"
          + " working_dir");

  private final String what;
  private final List<String> all;

  Keys(String what, String all) {
    this.what = what;
    this.all = List.of(all.split(" "));
  }

  /** Whether it is one of them. */
  boolean has(String key) {
    return all.contains(key);
  }

  /** Refuses a key that is none of them; those that begin with {@code x-} are anybody's. */
  void check(YamlNode.Mapping mapping, String file) throws Unreadable {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!all.contains(key) && !key.startsWith("x-")) {
        throw Unreadable.at(
            file, entry.key(), "There is no key `%s` for %s.".formatted(key, what), remedy(key));
      }
    }
  }

  private String remedy(String key) {
    return Suggestion.nearest(key, all)
        .map("Write `%s:` in its place."::formatted)
        .orElseGet(
            () ->
                this == FILE
                    ? "A service stands under `services:`, two blanks further in."
                    : "Check its spelling, and how far it is indented.");
  }
}
