package dev.ropewalk.check.container;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a web server must answer.
 *
 * @param path what it is asked for; may use variables. Empty for {@code /}
 */
record WebAnswer(Optional<String> path, Optional<Matcher> status, Optional<Matcher> body) {
  private static final String ROOT = "/";

  static final List<Shape.Key> KEYS =
      List.of(
          Shape.Key.optional(
              "path",
              new Shape.Of(Type.Single.TEXT),
              "what an HTTP server is asked for, such as `/health?full=1`; otherwise `/`"),
          Shape.Key.optional(
              "status", new Shape.Matched(Type.Single.NUMBER), "the status of an HTTP answer"),
          Shape.Key.optional(
              "body", new Shape.Matched(Type.Single.TEXT), "what an HTTP answer says"));

  /** What is broken is noted. */
  static WebAnswer read(YamlNode.Mapping expect, NodeReader reading) {
    MatcherReader matchers = new MatcherReader(reading);
    Optional<YamlNode.Entry> asked = expect.entry("path");
    Optional<String> path = asked.flatMap(e -> reading.text(e.value(), "`path`"));
    if (path.filter(text -> !isPath(text)).isPresent()) {
      reading
          .problems()
          .add(
              asked.orElseThrow().value().place(),
              "a path begins with `/` and has no blanks",
              "write for instance `/health`, and `%20` for a blank");
    }
    return new WebAnswer(
        path,
        expect.entry("status").flatMap(e -> matchers.read(e.value(), Type.Single.NUMBER)),
        expect.entry("body").flatMap(e -> matchers.read(e.value(), Type.Single.TEXT)));
  }

  private static boolean isPath(String text) {
    return text.startsWith("${") || text.startsWith(ROOT) && text.matches("[\\x21-\\x7e]+");
  }

  /** Whether nothing is said of what is answered. */
  boolean isAny() {
    return path.isEmpty() && status.isEmpty() && body.isEmpty();
  }

  /** Whether somebody at the port speaks HTTP, with the status of what he was asked for. */
  Probes.Reply knock(String host, int port, Scene scene) {
    return path.isEmpty()
        ? scene.probes().knock(host, port, Probes.Protocol.HTTP)
        : page(host, port, scene)
            .<Probes.Reply>map(page -> new Probes.Reply.Answered(Integer.toString(page.status())))
            .orElseGet(() -> scene.probes().knock(host, port, Probes.Protocol.HTTP));
  }

  /**
   * What is wrong with the answer; empty where nothing is.
   *
   * @param status that it has
   */
  Optional<Verdict> mismatch(String host, int port, long status, Scene scene) {
    return wrongStatus(port, status, scene).or(() -> wrongBody(host, port, scene));
  }

  private Optional<Verdict> wrongStatus(int port, long actual, Scene scene) {
    if (status.isEmpty()
        || scene.matching().test(status.get(), Type.Single.NUMBER, Value.of(actual))) {
      return Optional.empty();
    }
    String wanted = scene.wording().of(status.get());
    return Optional.of(
        Claim.pending(
            wanted,
            Long.toString(actual),
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "Port %s answers%s with status %s, not %s."
                    .formatted(port, asked(scene), actual, wanted),
                "")));
  }

  private Optional<Verdict> wrongBody(String host, int port, Scene scene) {
    if (body.isEmpty()) {
      return Optional.empty();
    }
    Optional<Probes.Page> page = page(host, port, scene);
    Value actual = page.map(it -> Value.of(it.text())).orElseGet(Value.Nothing::new);
    if (scene.matching().test(body.get(), Type.Single.TEXT, actual)) {
      return Optional.empty();
    }
    return Optional.of(
        Claim.pending(
            scene.wording().of(body.get()),
            "another page",
            new Diagnosis(
                Progress.WRONG_DETAIL,
                MismatchText.lacking(
                    path.isEmpty()
                        ? "The page that port %s answers with".formatted(port)
                        : "The page%s of port %s".formatted(asked(scene), port),
                    body.get(),
                    scene),
                page.map(p -> "It is: " + MismatchText.quoted(p.text()) + ".").orElse(""))));
  }

  private Optional<Probes.Page> page(String host, int port, Scene scene) {
    String wanted = path.map(scene.variables()::expand).orElse(ROOT);
    // What a learner has put into a variable must not become a second request.
    String safe = wanted.matches("[\\x21-\\x7e]+") ? wanted : encoded(wanted);
    return scene.probes().page(host, port, safe);
  }

  private static String encoded(String path) {
    StringBuilder all = new StringBuilder();
    for (byte each : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      all.append(
          each > 0x20 && each < 0x7f
              ? Character.toString(each)
              : String.format(Locale.ROOT, "%%%02X", each));
    }
    return all.toString();
  }

  /** With a blank before; empty where the whole site is asked for. */
  private String asked(Scene scene) {
    return path.map(p -> " `" + scene.variables().expand(p) + "`").orElse("");
  }
}
