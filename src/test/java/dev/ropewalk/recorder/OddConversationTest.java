package dev.ropewalk.recorder;

import static dev.ropewalk.recorder.Dialogue.PS;
import static dev.ropewalk.recorder.Dialogue.TWO;
import static dev.ropewalk.recorder.Dialogue.bytes;
import static dev.ropewalk.recorder.Dialogue.chunked;
import static dev.ropewalk.recorder.Dialogue.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes in any portion, of any length, and such as make no sense. */
class OddConversationTest {
  private final Dialogue dialogue = new Dialogue();
  private final Ledger ledger = dialogue.ledger;
  private final List<Exchange> told = dialogue.told;

  @Test
  void where_the_blocks_end_makes_no_difference() {
    String asked = PS + PS.replace("all=1", "all=0");
    String answered = "HTTP/1.1 100 Continue\r\n\r\n" + json(200, TWO) + chunked(TWO);
    for (int split = 1; split < answered.length(); split++) {
      told.clear();
      Conversation each = new Conversation("", ledger);
      each.asked(bytes(asked.substring(0, Math.min(split, asked.length()))));
      each.asked(bytes(asked.substring(Math.min(split, asked.length()))));
      each.answered(bytes(answered.substring(0, split)));
      each.answered(bytes(answered.substring(split)));

      assertThat(told).as("split after %s", split).hasSize(2);
      assertThat(told.get(0).outcomes()).isEqualTo(told.get(1).outcomes()).hasSize(1);
    }
  }

  @Test
  void rubbish_is_told_as_unread_once_and_does_nothing_else() {
    dialogue.asked("*3\r\n$3\r\nSET\r\n");
    dialogue.answered("+OK\r\n");
    dialogue.asked(PS);
    dialogue.answered(json(200, TWO));
    dialogue.conversation.engineEnded();

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Unread("what is said is not HTTP"));
  }

  @Test
  void a_body_that_is_no_json_is_told_as_unread() {
    dialogue.asked(PS);
    dialogue.answered(json(200, "[{\"Id\":"));

    dialogue.asked(PS);
    dialogue.answered(json(200, "[{\"Id\":}]"));

    assertThat(told.get(1).outcomes()).anyMatch(Outcome.Unread.class::isInstance);
  }

  @Test
  void a_list_of_any_length_is_told_and_its_long_texts_are_cut() {
    String many = "[" + "{\"Id\":\"1\",\"Names\":[\"/a\"]},".repeat(9_999) + "{\"Id\":\"2\"}]";
    dialogue.asked(PS);
    dialogue.answered(json(200, many));
    dialogue.asked(PS);
    dialogue.answered(json(200, "[{\"Id\":\"" + "x".repeat(100_000) + "\"}]"));
    dialogue.asked(PS);
    dialogue.answered(json(200, "[{\"Id\":\"" + "x".repeat(3 << 20) + "\"}]"));

    assertThat(((Outcome.Listed) told.get(0).outcomes().getFirst()).items()).hasSize(10_000);
    assertThat(((Outcome.Listed) told.get(1).outcomes().getFirst()).items().getFirst().id())
        .hasSizeLessThan(5_000);
    assertThat(told.get(2).outcomes()).anyMatch(Outcome.Unread.class::isInstance);
  }

  @Test
  void whatever_comes_it_never_fails_and_every_request_has_an_end() {
    Random random = new Random(7);
    String asked =
        PS
            + "POST /containers/a/attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\n"
            + "POST /build?t=a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    String answered = json(200, TWO) + json(404, "{}") + chunked("{\"aux\":{\"ID\":\"1\"}}");
    for (int round = 0; round < 5_000; round++) {
      Conversation each = new Conversation("", ledger);
      each.asked(bytes(changed(asked, random)));
      each.answered(bytes(changed(answered, random)));
      if (random.nextBoolean()) {
        each.clientEnded();
      }
      each.engineEnded();
    }
    assertThat(ledger.underWay()).isEmpty();
    assertThat(told).hasSizeGreaterThan(5_000);
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(256));
        default -> changed.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return changed.toString();
  }
}
