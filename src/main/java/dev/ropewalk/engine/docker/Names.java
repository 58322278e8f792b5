package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineProblem;
import java.util.regex.Pattern;

/** Names as the engine takes them; any other would make a path that means something else. */
final class Names {
  private static final Pattern OBJECT = Pattern.compile("/?[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:@-]*");

  private Names() {}

  /** Whether a container, a network or a volume can have it. */
  static boolean isObject(String name) {
    return OBJECT.matcher(name).matches();
  }

  /** Whether an image can be meant by it. */
  static boolean isImage(String name) {
    return IMAGE.matcher(name).matches();
  }

  /**
   * The name of a container, if one can have it.
   *
   * @throws EngineProblem as the engine refuses one that is not there
   */
  static String container(String name) {
    if (!isObject(name)) {
      throw new EngineProblem(EngineProblem.Kind.REFUSED, "No such container: " + name, null);
    }
    return name;
  }
}
