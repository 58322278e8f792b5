package dev.ropewalk.archive;

import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** How a file is packed, as its first bytes tell. */
enum Packing {
  ZIP("", "504b"),
  TAR_GZ("", "1f8b"),
  RAR("a RAR archive", "526172211a07"),
  SEVEN_ZIP("a 7z archive", "377abcaf271c"),
  XZ("packed with xz", "fd377a585a00"),
  BZIP2("packed with bzip2", "425a68"),
  ZSTD("packed with zstd", "28b52ffd"),
  /** Without a sign of its own: it has a sum that is right. */
  TAR("", ""),
  NONE("", "");

  private static final String READ = "neither a folder, nor a zip, nor a tar.gz or tar";

  private final String words;
  private final byte[] sign;

  Packing(String words, String sign) {
    this.words = words;
    this.sign = HexFormat.of().parseHex(sign);
  }

  /**
   * That of a file.
   *
   * @param start its first 512 bytes, or all of it
   */
  static Packing of(byte[] start) {
    for (Packing each : values()) {
      if (each.sign.length > 0
          && start.length >= each.sign.length
          && Arrays.equals(start, 0, each.sign.length, each.sign, 0, each.sign.length)) {
        return each;
      }
    }
    return start.length == 512 && TarUtils.verifyCheckSum(start) ? TAR : NONE;
  }

  /** Why it is not read, where it is not. */
  String refusal() {
    return words.isEmpty()
        ? "It is " + READ + "."
        : "It is " + words + ", which is not read: it must be a folder, a zip, a tar.gz or a tar.";
  }
}
