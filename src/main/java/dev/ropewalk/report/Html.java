package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.markup;

import dev.ropewalk.scorecard.Status;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of HTML that needs nothing else: no script, no picture, no font, and its reader is told to
 * load none.
 */
final class Html {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em }
      table { border-collapse: collapse; margin: 1em 0 }
      th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top }
      code, pre { font-family: ui-monospace, monospace; background: #f3f3f3; overflow-wrap: anywhere }
      pre { padding: .6em; white-space: pre-wrap }
      .passed { color: #075f2c } .failed, .missing { color: #a30d0d }
      .errored { color: #7a4b00 } .blocked { color: #555 }
      @media (prefers-color-scheme: dark) {
        body { background: #181818; color: #ddd } code, pre { background: #2a2a2a }
        .passed { color: #7fd69b } .failed, .missing { color: #ff9a9a }
        .errored { color: #f0c070 } .blocked { color: #aaa } a { color: #8ab4ff }
      }
      """;

  private final StringBuilder text = new StringBuilder();

  /** Begins a page. */
  Html(String title) {
    text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    text.append("<meta http-equiv=\"Content-Security-Policy\"");
    text.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    text.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    text.append("<title>%s</title>\n<style>\n".formatted(markup(title)));
    text.append(STYLE).append("</style>\n</head>\n<body>\n");
    text.append("<h1>%s</h1>\n".formatted(markup(title)));
  }

  Html heading(int level, String words) {
    text.append("<h%s>%s</h%s>\n".formatted(level, markup(words), level));
    return this;
  }

  Html paragraph(String words) {
    text.append("<p>%s</p>\n".formatted(prose(words)));
    return this;
  }

  /** What was typed, as it was. */
  Html typed(String lines) {
    text.append("<pre>%s</pre>\n".formatted(markup(lines)));
    return this;
  }

  /** A table; its cells are HTML that this class has made. */
  Html table(List<String> head, List<List<String>> rows) {
    text.append("<table>\n<thead><tr>");
    head.forEach(each -> text.append("<th>%s</th>".formatted(markup(each))));
    text.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(cell -> text.append("<td>%s</td>".formatted(cell)));
      text.append("</tr>\n");
    }
    text.append("</tbody>\n</table>\n");
    return this;
  }

  /** The whole page. */
  String end() {
    return text + "</body>\n</html>\n";
  }

  /** Words, with what stands between backticks as code. */
  static String prose(String words) {
    return CODE.matcher(markup(words)).replaceAll("<code>$1</code>").replace("\n", "<br>");
  }

  /** How something stands, in its colour and as a word. */
  static String status(Status status) {
    return "<span class=\"%s\">%s</span>".formatted(status.word(), status.word());
  }

  /** A link to a file of the same report. */
  static String link(String path, String words) {
    return "<a href=\"%s\">%s</a>".formatted(markup(path), markup(words));
  }
}
