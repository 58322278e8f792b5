package dev.ropewalk.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a folder, each with the SHA-256 of what is in it.
 *
 * @param files by the path from the folder, with {@code /}
 */
record Contents(SortedMap<String, String> files) {
  Contents {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Those of a folder now; links are taken for files that hold where they lead.
   *
   * @throws IOException when something in it cannot be read
   */
  static Contents of(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = folder.relativize(file).toString();
            files.put(
                path,
                attributes.isRegularFile()
                    ? digest(file)
                    : "no file, but " + (attributes.isSymbolicLink() ? "a link" : "a device"));
            return FileVisitResult.CONTINUE;
          }
        });
    return new Contents(files);
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One for all: the SHA-256 of the sorted paths, each with that of its file. */
  String hash() {
    MessageDigest digest = sha256();
    files.forEach(
        (path, hash) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(hash.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) '\n');
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The files in which these and others differ, in the order of their names. */
  List<Change> changesTo(Contents later) {
    TreeSet<String> all = new TreeSet<>(files.keySet());
    all.addAll(later.files.keySet());
    return all.stream()
        .filter(path -> !Objects.equals(files.get(path), later.files.get(path)))
        .map(path -> new Change(change(path, later.files), path))
        .toList();
  }

  private Change.Kind change(String path, Map<String, String> later) {
    if (!files.containsKey(path)) {
      return Change.Kind.NEW;
    }
    return later.containsKey(path) ? Change.Kind.CHANGED : Change.Kind.GONE;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
