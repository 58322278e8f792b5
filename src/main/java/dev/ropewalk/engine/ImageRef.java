package dev.ropewalk.engine;

/**
 * A reference to an image in its familiar form: {@code redis}, {@code redis:latest} and {@code
 * docker.io/library/redis:latest} are one and the same.
 *
 * @param name without the default registry and library, for instance {@code redis} or {@code
 *     localhost:5000/app}
 * @param tag {@code latest} where none was given; a digest ({@code sha256:…}) where the reference
 *     names one, for then docker does not look at the tag
 */
public record ImageRef(String name, String tag) {
  private static final int SHOWN = 12;

  private static final String HUB = "docker.io/";
  private static final String INDEX = "index.docker.io/";
  private static final String LIBRARY = "library/";

  /** Reads any way of writing a reference. */
  public static ImageRef parse(String text) {
    String rest = text;
    for (String prefix : new String[] {INDEX, HUB, LIBRARY}) {
      if (rest.startsWith(prefix)) {
        rest = rest.substring(prefix.length());
      }
    }
    int digest = rest.indexOf('@');
    if (digest >= 0) {
      return new ImageRef(tagged(rest.substring(0, digest)).name(), rest.substring(digest + 1));
    }
    return tagged(rest);
  }

  private static ImageRef tagged(String text) {
    int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    return colon < 0
        ? new ImageRef(text, "latest")
        : new ImageRef(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The short form that a person types: no tag where it is {@code latest}. */
  public String familiar() {
    if (tag.equals("latest")) {
      return name;
    }
    return tag.startsWith("sha256:") ? name + "@" + tag : name + ":" + tag;
  }

  /** Whether it is the id of an image, and no name. */
  public boolean isId() {
    return name.equals("sha256") && tag.length() > SHOWN;
  }

  /** The same for a sentence: of an image that has only an id, the digits that docker shows. */
  public String spoken() {
    return isId() ? tag.substring(0, SHOWN) : familiar();
  }

  @Override
  public String toString() {
    return familiar();
  }
}
