package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '^',
      textBlock =
          """
          docker ps -a ~ docker.ps.-a
          a && b || c; d | e & f ~ a / b / c / d / e / f
          a |& b ~ a / b
          echo 'a b' "c d" e\\ f ~ echo.a b.c d.e f
          echo "a\\"b" 'a\\b' "a\\b" ~ echo.a"b.a\\b.a\\b
          a''b"" '' ~ ab.
          docker logs x > out 2>&1 < in ~ docker.logs.x
          docker logs x >>out 2>/dev/null &>all ~ docker.logs.x
          docker exec c sh -c 'a && b | c' ~ docker.exec.c.sh.-c.a && b | c
          sudo -E -u root docker ps ~ docker.ps
          sudo -- docker ps ~ docker.ps
          time -p docker ps ~ docker.ps
          command docker ps ~ docker.ps
          command -v docker ~ command.-v.docker
          exec docker run -it redis ~ docker.run.-it.redis
          env -i A=b C=d docker ps ~ docker.ps
          A=b C="d e" docker ps ~ docker.ps
          timeout -s KILL 5 docker logs -f x ~ docker.logs.-f.x
          docker ps -q | xargs -r docker rm ~ docker.ps.-q / docker.rm
          CID=$(docker run -d redis) ~ docker.run.-d.redis
          echo $(docker ps -q) ~ docker.ps.-q / echo.$(docker ps -q)
          echo "$(docker ps -q | wc -l)" ~ docker.ps.-q / wc.-l / echo.$(docker ps -q | wc -l)
          echo `docker ps -q` ~ docker.ps.-q / echo.`docker ps -q`
          docker rm $(docker ps -q $(echo x)) ~ echo.x / docker.ps.-q.$(echo x) / docker.rm.$(docker ps -q $(echo x))
          (cd x; docker build .) ~ cd.x / docker.build..
          $( (docker ps) ) ~ docker.ps / $( (docker ps) )
          if docker ps; then docker rm x; fi ~ docker.ps / docker.rm.x / fi
          for i in 1 2; do docker run -d redis; done ~ for.i.in.1.2 / docker.run.-d.redis / done
          ! docker ps ~ docker.ps
          echo ${A:-b c} $((1 + 2)) ~ echo.${A:-b c}.$((1 + 2))
          diff <(docker diff a) b ~ docker.diff.a / diff.<(docker diff a).b
          docker ps # && docker rm x ~ docker.ps
          echo a#b ~ echo.a#b
          echo $'it\\'s' $'\\n'; docker ps ~ echo.it's.\\n / docker.ps
          echo ${A:-"}"} ${B:-'}'} ${C:-${D}}; docker ps ~ echo.${A:-"}"}.${B:-'}'}.${C:-${D}} / docker.ps
          echo "${A:-it's}" "$'"; docker ps ~ echo.${A:-it's}.$' / docker.ps
          a=(docker "rm)" x) b+=(c); docker ps ~ docker.ps
          docker inspect -f '{{.State.Pid}}' x ~ docker.inspect.-f.{{.State.Pid}}.x
          """)
  void a_line_is_cut_as_a_shell_would(String line, String expected) {
    assertThat(programs(line)).isEqualTo(expected);
  }

  @Test
  void lines_and_here_documents_are_cut_too() {
    String line =
        """
        docker exec -i c sh <<EOF
        docker ps; 'not a command
        EOF
        docker \\
          ps
        docker load <<<text
        """;

    assertThat(programs(line)).isEqualTo("docker.exec.-i.c.sh / docker.ps / docker.load");
  }

  @Test
  void a_here_document_ends_at_its_last_word_alone() {
    String line = "cat <<A; cat <<-B\n A\n\tA\nA\nx\n\tB\ndocker ps";

    assertThat(programs(line)).isEqualTo("cat / cat / docker.ps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '^',
      textBlock =
          """
          docker sto ~ sto
          docker stop "my b ~ "my b
          docker rm $(docker ps -a ~ -a
          echo "$(docker sto ~ sto
          wc <my\\ fi ~ my\\ fi
          cat 2>er ~ er
          a=$( ~ ^^
          ls; ~ ^^
          """)
  void the_word_that_is_being_typed_is_found(String line, String typed) {
    Word word = ShellWords.typedAt(line + " and more", line.length());

    assertThat(line.substring(word.start(), word.end())).isEqualTo(typed);
  }

  @Test
  void a_word_knows_its_place() {
    ShellWords words = ShellWords.of("a; docker rm 'my box'");

    assertThat(words.commands().getLast().words())
        .containsExactly(
            new Word("docker", 3, 9), new Word("rm", 10, 12), new Word("my box", 13, 21));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "docker ps",
        "docker ps &",
        "docker ps;",
        "a\n",
        "''",
        "$",
        "a)b",
        ")",
        "<",
        ">("
      })
  void no_line_makes_the_lexer_fail(String line) {
    ShellWords words = ShellWords.of(line);

    assertThat(words.commands()).isNotEmpty();
  }

  @Test
  void every_beginning_of_a_line_can_be_read() {
    String line =
        "A=b c=(d 'e') sudo docker run -e \"X=$(cat `ls` '${y:-\"z\"}')${q:-'}\" 'a' $'b\\'' <(b)"
            + " 2>&1 <<E && { (x) ; }\nE\n$((1)) \\";

    for (int end = 0; end <= line.length(); end++) {
      ShellWords words = ShellWords.of(line.substring(0, end));
      int length = end;
      assertThat(words.commands())
          .allSatisfy(
              command ->
                  assertThat(command.words())
                      .allMatch(word -> word.start() <= word.end() && word.end() <= length));
    }
  }

  private static String programs(String line) {
    return ShellWords.of(line).commands().stream()
        .map(SimpleCommand::program)
        .filter(words -> !words.isEmpty())
        .map(ShellWordsTest::joined)
        .collect(Collectors.joining(" / "));
  }

  private static String joined(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining("."));
  }
}
