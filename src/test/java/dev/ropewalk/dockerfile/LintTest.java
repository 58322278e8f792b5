package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice comes where it is due, and not where it is not. */
final class LintTest {
  private static String found(String text) throws Unreadable {
    return Lint.of(Dockerfile.parse(text)).stream()
        .map(each -> each.fault().word() + " " + each.line())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache-mount-order",
        "tmpfs-mount",
        "distclean",
        "heredoc",
        "add-var-url",
        "add-json-url",
        "add-tgz-glob",
        "add-tar-Z",
        "user-docker-init",
        "nonroot-base",
        "latest-digest",
        "healthcheck-shell",
        "apt-comment",
        "heredoc-add",
        "exec-in-shell-form",
        "lists-named-only",
        "user-windows",
      })
  void a_file_gets_the_advice_that_it_needs(String name) throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(LintTest.class.getResource("/dockerfile/lint")).toURI());

    String found = found(Files.readString(folder.resolve(name + ".df")));

    assertThat(found).isEqualTo(Files.readString(folder.resolve(name + ".expected")).strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM redis:7%USER app | ''",
        "FROM scratch%USER 1 | ''",
        "FROM redis%USER 1 | latest_base 1",
        "FROM localhost:5000/redis%USER 1 | latest_base 1",
        "FROM redis:7 AS a%USER 1%FROM a | ''",
        "ARG T=7%FROM redis:$T%USER 1 | ''",
        "FROM redis:7 | no_user 1",
        "FROM redis:7%USER app%USER 0:0 | no_user 3",
        "FROM redis:7%ARG UID=0%USER $UID | no_user 3",
        "FROM redis:7%ARG UID=1000%USER $UID:$UID | ''",
        "ARG UID=1000%FROM redis:7%USER $UID | no_user 3",
        "FROM redis:7%USER root:app | no_user 2",
        "FROM redis:7%USER rooter | ''",
        "FROM nginxinc/nginx-unprivileged:1 | ''",
        "FROM a:1%ADD a.txt b.txt /x/%USER 1 | add_for_copy 2",
        "FROM a:1%ADD . /x%USER 1 | add_for_copy 2",
        "FROM a:1%ADD [\"a b\", \"/x/\"]%USER 1 | add_for_copy 2",
        "FROM a:1%ADD a.tar.gz /x/%USER 1 | ''",
        "FROM a:1%ADD \"a.tar\" /x/%USER 1 | ''",
        "FROM a:1%ADD a.tar.lzma /x/%USER 1 | add_for_copy 2",
        "FROM a:1%ADD tar /x/%USER 1 | add_for_copy 2",
        "FROM a:1%ADD --chmod=1 https://x/y /x/%USER 1 | ''",
        "FROM a:1%ADD 'https://x/y' /x/%USER 1 | ''",
        "FROM a:1%ENV B=https://x%ADD ${B}/y /x/%USER 1 | ''",
        "FROM a:1%ARG FILE%ADD $FILE /x/%USER 1 | ''",
        "FROM a:1%ARG FILE=a.txt%ADD $FILE /x/%USER 1 | add_for_copy 3",
        "FROM a:1%ADD git@github.com:a/b.git /x/%USER 1 | ''",
        "FROM a:1%ADD --link a /x/%USER 1 | add_for_copy 2",
        "FROM a:1%ENTRYPOINT run me%USER 1 | shell_form 2",
        "FROM a:1%CMD [\"run\"]%USER 1 | ''",
        "FROM a:1%CMD ['run']%USER 1 | shell_form 2",
        "FROM a:1%CMD [\"a\\d\"]%USER 1 | shell_form 2",
        "FROM a:1%CMD cd /x && exec run me%USER 1 | ''",
        "FROM a:1%CMD echo exec run%USER 1 | shell_form 2",
        "FROM a:1%ONBUILD CMD a%USER 1 | ''",
      })
  void faults_are_found_and_nothing_else(String text, String faults) throws Unreadable {
    assertThat(found(text.replace('%', '\n'))).isEqualTo(faults);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*",
        "apt-get install b ; rm -r /var/lib/apt/lists",
        "apt-get install b && rm -rf /var/lib/apt",
        "apt-get install b && rm -rf /tmp/x /var/lib/apt/lists/ /y",
        "apt-get install b && rm -fr -- /var/lib/apt/*",
        "apt-get install b && rm -rf /var/lib/apt/lists/*_*",
        "apt-get install b && cd /var/lib/apt/lists && rm -rf *",
        "apt-get install b && find /var/lib/apt/lists -type f -delete",
        "apt-get install b && find /var/lib/apt/lists -mindepth 1 -exec rm -rf {} +",
        "apt-get install b && apt-get distclean",
        "apt install b && apt dist-clean",
        "sudo apt-get install b && sudo rm -rf /var/lib/apt/lists/*",
        "bash -c 'apt-get install b && rm -rf /var/lib/apt/lists/*'",
        "if true; then apt-get install b; rm -rf /var/lib/apt/lists/*; fi",
        "apt-get update; echo install",
        "apt-get update && echo apt-get install b",
        "echo 'apt-get install b; apt-get install c'",
        "true # apt-get install b",
        "apt-cache search install",
        "apt-get remove install",
        "--mount=type=cache,target=/var/lib/apt apt-get install b",
        "--mount=dst=/var/lib/apt/lists,type=tmpfs apt-get install b",
        "--mount=\"type=cache,target=/var/lib/apt/lists/\" apt-get install b",
        "--mount=type=bind,rw,target=/var/lib/apt/lists apt-get install b",
        "[\"sh\", \"-c\", \"apt-get install b && rm -rf /var/lib/apt/lists/*\"]",
        "[\"echo\", \"apt-get install b\"]",
        "cat <<E > /x%apt-get install b%E",
        "python3 <<E%apt-get install b%E",
        "<<E%#!/usr/bin/env python3%apt-get install b%E",
        "<<E%#!/bin/bash -e%apt-get install b%rm -rf /var/lib/apt/lists/*%E",
        "<<E%apt-get install b \\%  c%rm -rf /var/lib/apt/lists/*%E",
      })
  void lists_that_are_gone_get_no_advice(String run) throws Unreadable {
    assertThat(found("FROM a:1\nRUN " + run.replace('%', '\n') + "\nUSER 1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get update && apt-get install -y b",
        "apt-get -y -o A=b install b",
        "apt-get -qq -t stable install b",
        "DEBIAN_FRONTEND=noninteractive apt-get install b",
        "sudo -E apt install b",
        "/usr/bin/apt-get install b",
        "apt-get install b && apt-get clean",
        "apt-get install b && rm -rf /var/cache/apt/*",
        "apt-get install b && echo rm -rf /var/lib/apt/lists/*",
        "apt-get install b && ls /var/lib/apt/lists/*",
        "apt-get install b && rm -rf '/var/lib/apt/lists/*'",
        "apt-get install b && rm /var/lib/apt/lists",
        "apt-get install b # rm -rf /var/lib/apt/lists/*",
        "rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install b",
        "apt-get install b && rm -rf /var/lib/apt/lists/* && apt-get update",
        "bash -c 'apt-get update && apt-get install b'",
        "[\"apt-get\", \"install\", \"b\"]",
        "[\"sh\", \"-ec\", \"apt-get install b\"]",
        "(apt-get update; apt-get install b)",
        "if x; then apt-get install b; fi",
        "echo $(apt-get install b)",
        "apt-get install $(cat list)",
        "--mount=type=cache,target=/root/.cache apt-get install b",
        "--mount=type=cache,target=/var/cache/apt apt-get install b",
        "--mount=type=secret,id=x,target=/var/lib/apt apt-get install b",
        "<<E%apt-get install b%E",
        "<<E bash%apt-get install b%E",
        "bash <<E%apt-get install b%E",
        "bash -ex <<'E'%apt-get install b%E",
      })
  void lists_that_stay_get_advice(String run) throws Unreadable {
    assertThat(found("FROM a:1\nRUN " + run.replace('%', '\n') + "\nUSER 1"))
        .isEqualTo("apt_lists_kept 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"apt 'a", "apt \"a", "apt $(a", "apt ${a", "apt <<E", "apt a \\", "apt `x"})
  void a_script_that_is_cut_off_is_read_to_its_end(String script) {
    assertThat(ShellScript.commands(script))
        .last()
        .extracting(ShellCommand::program)
        .isEqualTo("apt");
  }
}
