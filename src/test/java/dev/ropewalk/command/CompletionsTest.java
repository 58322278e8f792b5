package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionsTest {
  private static final LiveNames LIVE =
      new LiveNames() {
        @Override
        public List<String> containers(Containers which) {
          return switch (which) {
            case ALL -> List.of("web", "worker", "old", "held");
            case RUNNING -> List.of("web", "worker");
            case STOPPED -> List.of("old");
            case PAUSED -> List.of("held");
          };
        }

        @Override
        public List<String> images() {
          return List.of("redis:latest", "nginx:1");
        }

        @Override
        public List<String> networks() {
          return List.of("bridge", "shop");
        }

        @Override
        public List<String> volumes() {
          return List.of("data");
        }
      };

  private final CommandTable table = StoredHelps.table(StoredHelps.NEW);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~",
      quoteCharacter = '%',
      textBlock =
          """
          doc^ ~ docker
          sudo doc^ ~ docker
          docker pu^ ~ pull push
          docker container re^ ~ rename restart
          docker network^ ~ network
          docker network ^ ~ connect create disconnect inspect ls prune rm
          docker stop ^ ~ web worker
          docker stop web ^ ~ worker
          docker stop wo^ ~ worker
          docker container stop wo^ ~ worker
          docker start ^ ~ old
          docker unpause ^ ~ held
          docker rm ^ ~ web worker old held
          docker rm -f w^ ~ web worker
          docker rm --force w^ ~ web worker
          docker logs -f w^ ~ web worker
          docker logs web ^ ~
          docker exec -it w^ ~ web worker
          docker exec web ^ ~
          docker run re^ ~ redis:latest
          docker run -d --name x re^ ~ redis:latest
          docker run --name ^ ~
          docker run redis ^ ~
          docker run -d redis --na^ ~
          docker rmi n^ ~ nginx:1
          docker rmi redis:latest ^ ~ nginx:1
          docker history r^ ~ redis:latest
          docker push n^ ~ nginx:1
          docker tag r^ ~ redis:latest
          docker network connect s^ ~ shop
          docker network connect shop w^ ~ web worker
          docker network rm ^ ~ bridge shop
          docker network create ^ ~
          docker volume rm ^ ~ data
          docker inspect da^ ~ data
          docker inspect s^ ~ shop
          docker cp o^ ~ old:
          docker cp old:/x ^ ~ web: worker: old: held:
          docker run --network ^ ~ bridge shop
          docker run --network=s^ ~ --network=shop
          docker run --net=s^ ~ --net=shop
          docker run --pull ^ ~ always missing never
          docker run --restart un^ ~ unless-stopped
          docker run --cgroupns ^ ~ host private
          docker run -v ^ ~ data:
          docker run --volumes-from o^ ~ old
          docker run -dp ^ ~
          docker ps --no^ ~ --no-trunc
          docker ps --all --a^ ~
          docker run --publish 1:1 --publ^ ~ --publish --publish-all
          docker --log-level d^ ~ debug
          docker nothing ^ ~
          docker run --nothing=x^ ~
          docker ps && docker stop w^ ~ web worker
          docker rm $(docker stop w^ ~ web worker
          docker rm -f "w^ ~ web worker
          docker rename web ^ ~
          docker rmi $(docker images -q) ^ ~ redis:latest nginx:1
          ls w^ ~
          """)
  void the_words_that_fit_are_offered(String line, String expected) {
    Completion completion = at(line);

    assertThat(String.join(" ", completion.candidates().stream().map(Candidate::value).toList()))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void every_subcommand_and_flag_is_offered_with_its_description(String version) {
    StoredHelps helps = StoredHelps.of(version);
    var all = new CommandTable(helps);

    for (List<String> path : helps.paths()) {
      CommandHelp help = all.help(path).orElseThrow();
      String line = ("docker " + String.join(" ", path)).strip() + " ";
      var flags = Completions.complete(line + "--", line.length() + 2, all, LIVE).candidates();
      var words = Completions.complete(line, line.length(), all, LIVE).candidates();
      assertThat(flags)
          .hasSizeGreaterThanOrEqualTo(help.flags().size())
          .noneMatch(one -> one.description().isEmpty());
      assertThat(words).hasSizeGreaterThanOrEqualTo(help.subcommands().size());
    }
  }

  @Test
  void a_candidate_replaces_the_word_up_to_the_cursor() {
    Completion completion = at("docker stop 'wo^ rest");

    assertThat(completion)
        .isEqualTo(
            new Completion(
                12,
                "wo",
                List.of(new Candidate("worker", "", "containers", Candidate.Ending.SPACE)),
                Completion.Files.NO));
  }

  @Test
  void a_flag_tells_its_letter() {
    Completion completion = at("docker ps --al^");

    assertThat(completion.candidates())
        .containsExactly(
            new Candidate(
                "--all",
                "-a  Show all containers (default shows just running)",
                "flags",
                Candidate.Ending.SPACE));
  }

  @ParameterizedTest
  @CsvSource({
    "docker build ^, FIT",
    "docker ps > ^, FIT",
    "docker ps > fi^, FIT",
    "cat fi^, FIT",
    "docker run -v ^, FIT",
    "docker run --env-file ^, FIT",
    "docker cp web:/x ^, FIT",
    "docker stop ^, NO",
    "docker pu^, NO",
  })
  void files_are_offered_where_they_fit(String line, Completion.Files files) {
    assertThat(at(line).files()).isEqualTo(files);
  }

  /** Completes at the mark {@code ^}. */
  private Completion at(String marked) {
    return Completions.complete(marked.replace("^", ""), marked.indexOf('^'), table, LIVE);
  }
}
