package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are taken out of a line before it is kept. */
final class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker login -u me -p S3CRET",
        "docker login -pS3CRET",
        "docker login --password S3CRET reg.example",
        "docker login --password='S3CRET' reg.example",
        "sudo docker login -p \"S3CRET with blanks\"",
        "echo S3CRET | docker login --password-stdin",
        "printf '%s' 'S3CRET' | docker login -u me --password-stdin",
        "docker run -e API_TOKEN=S3CRET redis",
        "docker run -eAPI_TOKEN=S3CRET redis",
        "docker run -ite API_TOKEN=S3CRET redis",
        "docker run -dePASS=S3CRET redis",
        "docker run -e \"A=x S3CRET\" -e 'B=S3CRET' redis",
        "docker run --env A=S3CRET redis",
        "docker run --env=A=S3CRET redis",
        "docker exec -e A=S3CRET box true",
        "docker build --build-arg KEY=S3CRET .",
        "docker run --label api.token=S3CRET -l db-password=S3CRET --label=my.secret=S3CRET redis",
        "docker build --build-arg=KEY=S3CRET --secret id=S3CRET,src=/S3CRET .",
        "docker build --secret=id=k,env=S3CRET .",
        "curl https://me:S3CRET@example.org/x",
        "docker build https://tok:S3CRET@git.example/x.git",
        "API_TOKEN=S3CRET docker run -e API_TOKEN redis",
        "export DB_PASSWORD=S3CRET",
        "bash -c 'docker login -p S3CRET'",
        "true && docker login -p S3CRET; docker run -e A=S3CRET redis",
        "x=$(docker run -e A=S3CRET redis)",
        "docker compose run -e A=S3CRET web",
      })
  void no_secret_is_kept(String line) {
    assertThat(Secrets.hide(line)).doesNotContain("S3CRET").contains(Secrets.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker run -d -p 12345:6379 --name box redis",
        "docker run -e HOME redis",
        "docker ps -a --format '{{.Names}}'",
        "docker login -u me",
        "echo password | wc -c",
        "grep -e TOKEN=x file",
        "docker exec box redis-cli -p 6379",
        "curl http://127.0.0.1:8080/a@b",
        "A=1 docker run redis",
        "echo 'open",
        "",
      })
  void everything_else_is_kept_as_it_is(String line) {
    assertThat(Secrets.hide(line)).isEqualTo(line);
  }

  @Test
  void names_stay() {
    assertThat(Secrets.hide("docker run -e API_TOKEN='a b' --name box redis"))
        .isEqualTo("docker run -e API_TOKEN=[not-kept] --name box redis");
  }
}
