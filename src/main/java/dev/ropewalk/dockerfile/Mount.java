package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mount of a {@code RUN}: {@code --mount=type=cache,target=/root/.cache}.
 *
 * @param type bind, cache, tmpfs, secret or ssh
 * @param from the stage or image that it comes from; empty without one
 * @param target the directory that it covers
 * @param readOnly whether nothing can be written there; what is written stays in no image
 */
record Mount(String type, String from, String target, boolean readOnly) {
  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final Set<String> SHARING = Set.of("shared", "private", "locked");
  private static final Set<String> SECRETS = Set.of("secret", "ssh");
  private static final Set<String> OWNED = Set.of("cache", "secret", "ssh");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("type", "type"),
          Map.entry("from", "from"),
          Map.entry("source", "source"),
          Map.entry("src", "source"),
          Map.entry("target", "target"),
          Map.entry("dst", "target"),
          Map.entry("destination", "target"),
          Map.entry("readonly", "readonly"),
          Map.entry("ro", "readonly"),
          Map.entry("readwrite", "readwrite"),
          Map.entry("rw", "readwrite"),
          Map.entry("required", "required"),
          Map.entry("size", "size"),
          Map.entry("id", "id"),
          Map.entry("sharing", "sharing"),
          Map.entry("mode", "mode"),
          Map.entry("uid", "uid"),
          Map.entry("gid", "gid"),
          Map.entry("env", "env"));

  /** What docker refuses before variables have values. */
  static void checkEarly(String flag, int line) throws Unreadable {
    for (String field : fields(flag, line)) {
      int dollar = field.indexOf('$');
      if (field.toLowerCase(Locale.ROOT).startsWith("from=")
          && dollar >= 0
          && dollar < field.length() - 1) {
        throw new Unreadable(
            line, "`from` of a mount takes no variables: name a stage with `FROM … AS` above.");
      }
    }
  }

  /** The name of the stage or image after {@code from=}; empty without one. */
  static String from(String flag, int line) throws Unreadable {
    String from = "";
    for (String field : fields(flag, line)) {
      if (field.toLowerCase(Locale.ROOT).startsWith("from=")) {
        from = field.substring("from=".length());
      }
    }
    return from;
  }

  /** A mount with its variables put in. */
  static Mount read(String flag, WordReader words, int line) throws Unreadable {
    Map<String, String> fields = new TreeMap<>();
    for (String field : fields(flag, line)) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String name = NAMES.get(key);
      if (name == null) {
        throw new Unreadable(line, "A mount has no field `%s`.".formatted(key));
      }
      if (equals < 0 && !Set.of("readonly", "readwrite", "required").contains(name)) {
        throw new Unreadable(line, "The field `%s` of a mount needs a value.".formatted(key));
      }
      String value = equals < 0 ? "true" : words.whole(field.substring(equals + 1));
      check(name, value, fields.getOrDefault("type", "bind"), line);
      fields.put(name, name.equals("type") ? value.toLowerCase(Locale.ROOT) : value);
    }
    Mount mount = of(fields);
    checkWhole(mount, fields, line);
    return mount;
  }

  private static Mount of(Map<String, String> fields) {
    String type = fields.getOrDefault("type", "bind");
    boolean automatic = !fields.containsKey("readonly") && !fields.containsKey("readwrite");
    boolean readOnly =
        automatic
            ? !type.equals("cache") && !type.equals("tmpfs")
            : truth(fields.getOrDefault("readonly", "false"))
                || !truth(fields.getOrDefault("readwrite", "true"));
    return new Mount(
        type, fields.getOrDefault("from", ""), fields.getOrDefault("target", ""), readOnly);
  }

  private static boolean truth(String value) {
    return value.matches("1|t|T|TRUE|true|True");
  }

  private static void check(String name, String value, String type, int line) throws Unreadable {
    boolean good =
        switch (name) {
          case "type" -> TYPES.contains(value.toLowerCase(Locale.ROOT));
          case "sharing" -> SHARING.contains(value.toLowerCase(Locale.ROOT));
          case "readonly", "readwrite" -> truth(value) || value.matches("0|f|F|FALSE|false|False");
          case "required" ->
              SECRETS.contains(type) && (truth(value) || value.matches("0|f|F|FALSE|false|False"));
          case "size" ->
              type.equals("tmpfs")
                  && value.matches("\\d+(\\.\\d*)? ?([kKmMgGtTpP](i?[bB])?|[bB])?");
          case "mode" -> value.matches("[0-7]{1,11}");
          case "uid", "gid" -> value.matches("\\d{1,10}");
          default -> true;
        };
    if (!good) {
      throw new Unreadable(
          line, "A mount of type `%s` does not take `%s=%s`.".formatted(type, name, value));
    }
  }

  private static void checkWhole(Mount mount, Map<String, String> fields, int line)
      throws Unreadable {
    for (String owner : List.of("mode", "uid", "gid")) {
      if (fields.containsKey(owner) && !OWNED.contains(mount.type())) {
        throw new Unreadable(
            line, "A mount of type `%s` does not take `%s`.".formatted(mount.type(), owner));
      }
    }
    if (!mount.type().equals("cache") && fields.containsKey("sharing")) {
      throw new Unreadable(line, "Only a mount of type `cache` takes `sharing`.");
    }
    if (!mount.type().equals("secret")) {
      return;
    }
    String source = fields.getOrDefault("source", "");
    String id = fields.getOrDefault("id", "");
    if (!mount.from().isEmpty()
        || (source + id + mount.target()).isEmpty()
        || (!source.isEmpty() && !id.isEmpty())) {
      throw new Unreadable(line, "A secret is named by `id` or `target`, and has no `from`.");
    }
  }

  /** Fields parted by commas; one in double quotes may hold commas. */
  private static List<String> fields(String flag, int line) throws Unreadable {
    if (flag.isEmpty()) {
      throw new Unreadable(line, "`--mount` needs a value such as `type=cache,target=/x`.");
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= flag.length()) {
      boolean quoted = at < flag.length() && flag.charAt(at) == '"';
      int end = quoted ? closing(flag, at + 1) : flag.indexOf(',', at);
      end = end < 0 && !quoted ? flag.length() : end;
      String field = end < 0 ? "" : flag.substring(quoted ? at + 1 : at, end);
      at = end + (quoted ? 2 : 1);
      boolean parted = end >= 0 && (!quoted || at > flag.length() || flag.charAt(at - 1) == ',');
      if (!parted || !quoted && field.contains("\"")) {
        throw new Unreadable(line, "The quotes of the mount `%s` do not close.".formatted(flag));
      }
      fields.add(quoted ? field.replace("\"\"", "\"") : field);
    }
    return fields;
  }

  private static int closing(String flag, int from) {
    int at = flag.indexOf('"', from);
    while (at >= 0 && flag.startsWith("\"\"", at)) {
      at = flag.indexOf('"', at + 2);
    }
    return at;
  }
}
