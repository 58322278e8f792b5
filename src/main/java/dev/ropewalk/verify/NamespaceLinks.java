package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kernel's links to namespaces, such as {@code net:[4026531840]}. */
final class NamespaceLinks {
  private static final Pattern LINK = Pattern.compile("([a-z]+):\\[(\\d+)]");

  private NamespaceLinks() {}

  /** Where those of a process are, all kinds. */
  static List<String> of(String process) {
    return Probes.NAMESPACE_KINDS.stream().map(kind -> "/proc/" + process + "/ns/" + kind).toList();
  }

  /** The numbers by kind of the links in a text. */
  static Map<String, String> read(String text) {
    return LINK.matcher(text)
        .results()
        .collect(
            Collectors.toMap(
                link -> link.group(1),
                link -> link.group(2),
                (first, _) -> first,
                LinkedHashMap::new));
  }
}
