package dev.ropewalk.dockerfile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of images and platforms that docker takes; whether they exist is another question. */
final class ImageName {
  private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final String LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String HOST =
      "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?";
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<host>%s)/)?(?<path>%s(?:/%s)*)(?::\\w[\\w.-]{0,127})?(?:@(?<digest>.+))?"
              .formatted(HOST, PART, PART));
  private static final Pattern DIGEST =
      Pattern.compile("sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}");
  private static final int LONGEST = 255;

  /** With a tag and a digest. */
  private static final int LONGEST_WHOLE = 540;

  private static final String HUB = "docker.io/library/";
  private static final Pattern SYSTEM =
      Pattern.compile("([A-Za-z0-9_-]+)(?:\\([A-Za-z0-9_.%-]*(?:\\+[A-Za-z0-9_.%-]+)*\\))?");
  private static final Pattern MACHINE = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Set<String> KNOWN =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "macos",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos",
          "386",
          "aarch64",
          "amd64",
          "amd64p32",
          "arm",
          "arm64",
          "arm64be",
          "armbe",
          "armel",
          "armhf",
          "i386",
          "loong64",
          "mips",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "mipsle",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm",
          "x86-64",
          "x86_64");

  private ImageName() {}

  /** {@code busybox}, {@code host:5000/a/b:tag@sha256:…}, in small letters but for host and tag. */
  static void check(String image, int line) throws Unreadable {
    String whole = image.contains("/") ? image : HUB + image;
    Matcher name = NAME.matcher(whole);
    boolean good =
        image.length() <= LONGEST_WHOLE
            && !image.matches("[a-f0-9]{64}")
            && name.matches()
            && namespaceIsHost(name)
            && (name.group("digest") == null || isDigest(name.group("digest")))
            && whole.replaceFirst("(:[^/]*)?(@.*)?$", "").length() <= LONGEST;
    if (!good) {
      throw new Unreadable(line, "`%s` cannot be the name of an image or stage.".formatted(image));
    }
  }

  /** Whether it is a whole digest, {@code sha256:…}. */
  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** A first part without dot, port or capital is no host: it has the rules of a path. */
  private static boolean namespaceIsHost(Matcher name) {
    String host = name.group("host");
    return host == null
        || host.equals("localhost")
        || host.matches(".*[.:A-Z].*")
        || host.matches(PART);
  }

  /** {@code linux/arm64/v8}, {@code linux}, {@code arm64}. */
  static void checkPlatform(String platform, int line) throws Unreadable {
    String[] parts = platform.split("/", -1);
    boolean good = parts.length <= 3 && SYSTEM.matcher(parts[0]).matches();
    for (int each = 1; each < parts.length; each++) {
      good &= MACHINE.matcher(parts[each]).matches();
    }
    String only = parts[0].replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
    if (!good || parts.length == 1 && !KNOWN.contains(only)) {
      throw new Unreadable(
          line,
          "`%s` is no platform: write it as `linux/amd64` or `linux/arm64`.".formatted(platform));
    }
  }
}
