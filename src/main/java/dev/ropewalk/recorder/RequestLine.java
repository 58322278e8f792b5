package dev.ropewalk.recorder;

import dev.ropewalk.http.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request asks for.
 *
 * @param path without the version of the API
 * @param query decoded; a parameter that may hold a secret has {@link #HIDDEN} as its value
 */
record RequestLine(String method, String path, Map<String, List<String>> query) {
  static final String HIDDEN = "…";

  private static final Pattern VERSION = Pattern.compile("^/v\\d+(\\.\\d+)?(?=/)");
  private static final int LONGEST = 4096;

  /** Parameters of builds, commits and imports that may hold what nobody else is to know. */
  private static final Set<String> SECRET =
      Set.of("buildargs", "changes", "remote", "labels", "cachefrom", "outputs", "secrets");

  static RequestLine of(RequestHead head) {
    String target = head.target();
    // Also the absolute form, that a client sends to a proxy: http://docker/v1.41/...
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    if (scheme >= 0) {
      int slash = target.indexOf('/', scheme + 3);
      target = slash < 0 ? "/" : target.substring(slash);
    }
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return new RequestLine(
        head.method(),
        // A plus is a plus in a path.
        decoded(VERSION.matcher(path).replaceFirst("").replace("+", "%2B")),
        mark < 0 ? Map.of() : query(target.substring(mark + 1)));
  }

  /** The first value of a parameter; empty when there is none. */
  String parameter(String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String each : text.split("&", -1)) {
      int equals = each.indexOf('=');
      String name = decoded(equals < 0 ? each : each.substring(0, equals));
      if (!name.isEmpty() && query.size() < JsonItem.MOST_VALUES) {
        String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
        query
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(SECRET.contains(name) ? HIDDEN : value);
      }
    }
    return query;
  }

  private static String decoded(String text) {
    String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + HIDDEN;
    try {
      return URLDecoder.decode(bounded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return bounded;
    }
  }
}
