package dev.ropewalk.dockerfile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docker refuses in an instruction, whatever stands around it. */
final class InstructionRules {
  private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-_.]*");
  private static final Pattern DURATION =
      Pattern.compile("\\+?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+");
  private static final int LONGEST_DURATION = 100;
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, String> MILLISECONDS =
      Map.of(
          "ns",
          "0.000001",
          "us",
          "0.001",
          "µs",
          "0.001",
          "μs",
          "0.001",
          "ms",
          "1",
          "s",
          "1000",
          "m",
          "60000",
          "h",
          "3600000");

  private InstructionRules() {}

  static void check(Instruction each) throws Unreadable {
    int count = each.words().size();
    switch (each.word()) {
      case "RUN" -> run(each);
      case "CMD", "ENTRYPOINT" -> FlagRules.check(each);
      case "ADD", "COPY" -> {
        require(each, count >= 2, "needs a source and a destination.");
        FlagRules.check(each);
        copy(each);
      }
      case "ARG" -> {
        require(each, count > 0, "says nothing: an argument is missing.");
        require(
            each,
            each.words().stream().noneMatch(word -> word.startsWith("=")),
            "needs a name before `=`.");
      }
      case "ENV", "LABEL" -> {
        FlagRules.check(each);
        require(each, count > 0, "says nothing: an argument is missing.");
        require(
            each,
            each.words().stream().noneMatch(word -> word.startsWith("=")),
            "needs a name before `=`.");
      }
      case "FROM" -> {
        from(each);
        FlagRules.check(each);
      }
      case "HEALTHCHECK" -> health(each);
      case "ONBUILD" -> onbuild(each);
      case "SHELL" -> {
        FlagRules.check(each);
        require(
            each,
            count > 0 && each.form() == Instruction.Form.EXEC,
            "takes a list: `SHELL [\"/bin/sh\", \"-c\"]`.");
      }
      case "VOLUME" -> {
        require(each, count > 0, "says nothing: an argument is missing.");
        FlagRules.check(each);
        require(
            each,
            each.words().stream().map(Blanks::strip).noneMatch(String::isEmpty),
            "names an empty directory.");
      }
      default -> {
        require(each, count > 0, "says nothing: an argument is missing.");
        FlagRules.check(each);
      }
    }
  }

  private static void require(Instruction each, boolean good, String otherwise) throws Unreadable {
    if (!good) {
      throw new Unreadable(each.line(), "`%s` %s".formatted(each.word(), otherwise));
    }
  }

  private static void run(Instruction each) throws Unreadable {
    FlagRules.check(each);
    for (String mount : FlagRules.values(each, "mount")) {
      Mount.checkEarly(mount, each.line());
    }
    choice(each, "network", Set.of("default", "none", "host"));
    choice(each, "security", Set.of("insecure", "sandbox"));
  }

  private static void choice(Instruction each, String flag, Set<String> choices) throws Unreadable {
    for (String value : FlagRules.values(each, flag)) {
      require(
          each,
          choices.contains(value),
          "takes for `--%s` one of: %s."
              .formatted(flag, String.join(", ", choices.stream().sorted().toList())));
    }
  }

  private static void copy(Instruction each) throws Unreadable {
    boolean document;
    try {
      document = HereDocument.opening(each.words().getLast(), each.line()).isPresent();
    } catch (Unreadable e) {
      document = false;
    }
    require(each, !document, "takes no here-document as its destination.");
  }

  private static void from(Instruction each) throws Unreadable {
    List<String> words = each.words();
    boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("as");
    require(
        each, words.size() == 1 || named, "takes an image, and then `AS` and a name or nothing.");
    require(
        each,
        !named || STAGE.matcher(words.get(2).toLowerCase(Locale.ROOT)).matches(),
        named
            ? "names its stage `%s`: a name begins with a letter, then letters, digits, `-`, `_`, `.`."
                .formatted(words.get(2))
            : "");
  }

  private static void onbuild(Instruction each) throws Unreadable {
    require(each, each.trigger().isPresent(), "says nothing: an argument is missing.");
    FlagRules.check(each);
    String inner = each.trigger().map(Instruction::word).orElse("");
    require(
        each,
        !Set.of("ONBUILD", "FROM", "MAINTAINER").contains(inner),
        "may not be followed by `%s`.".formatted(inner));
  }

  private static void health(Instruction each) throws Unreadable {
    List<String> words = each.words();
    require(each, !words.isEmpty(), "says nothing: an argument is missing.");
    String type = words.getFirst().toUpperCase(Locale.ROOT);
    if (type.equals("NONE")) {
      require(each, words.size() == 1, "takes nothing after `NONE`.");
      return;
    }
    FlagRules.check(each);
    require(
        each,
        type.equals("CMD"),
        "goes on with `CMD` or `NONE`, not with `%s`.".formatted(words.getFirst()));
    require(each, words.size() > 1, "has no command after `CMD`.");
    for (String flag : List.of("interval", "timeout", "start-period", "start-interval")) {
      for (String value : FlagRules.values(each, flag)) {
        require(
            each,
            duration(value),
            "takes for `--%s` a time such as `30s` or `1m30s`, not `%s`.".formatted(flag, value));
      }
    }
    for (String value : FlagRules.values(each, "retries")) {
      require(
          each,
          value.isEmpty() || retries(value),
          "takes for `--retries` a number, not `%s`.".formatted(value));
    }
  }

  private static boolean retries(String value) {
    return value.matches("[+-]?\\d{1,18}")
        && Long.parseLong(value) >= 0
        && Long.parseLong(value) <= Integer.MAX_VALUE;
  }

  /** A length of time of Go, none or at least a millisecond. */
  private static boolean duration(String value) {
    if (value.isEmpty() || value.matches("[+-]?0")) {
      return true;
    }
    if (value.length() > LONGEST_DURATION
        || !DURATION.matcher(value.replaceFirst("^-", "")).matches()) {
      return false;
    }
    BigDecimal whole = BigDecimal.ZERO;
    Matcher part = PART.matcher(value);
    while (part.find()) {
      whole =
          whole.add(
              new BigDecimal(part.group(1))
                  .multiply(new BigDecimal(MILLISECONDS.getOrDefault(part.group(2), "0"))));
    }
    return whole.signum() == 0 || !value.startsWith("-") && whole.compareTo(BigDecimal.ONE) >= 0;
  }
}
