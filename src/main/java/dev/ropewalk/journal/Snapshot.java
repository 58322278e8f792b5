package dev.ropewalk.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a journal says up to a place in it, in few lines, kept beside it: so that a long journal is
 * read only once. The journal stays whole; a snapshot that does not fit to it is passed over.
 *
 * @param bytes up to where in the journal it goes
 */
record Snapshot(long bytes, List<JournalLine> lines) {
  /** How much before that place must be the same. */
  private static final int SEAL = 4096;

  private static final JsonMapper MAPPER = new JsonMapper();

  Snapshot {
    lines = List.copyOf(lines);
  }

  private static Path file(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".snapshot");
  }

  /** The snapshot of a journal, where there is one that fits. */
  static Optional<Snapshot> read(Path journal) {
    try {
      List<String> all = Files.readAllLines(file(journal));
      JsonNode head = MAPPER.readTree(all.isEmpty() ? "" : all.getFirst());
      long bytes = head.path("bytes").asLong();
      if (bytes <= 0 || !head.path("seal").asText().equals(seal(journal, bytes))) {
        return Optional.empty();
      }
      JournalForm form = new JournalForm();
      List<JournalLine> lines = new ArrayList<>();
      all.stream().skip(1).forEach(line -> form.read(line).ifPresent(lines::add));
      return lines.size() == all.size() - 1
          ? Optional.of(new Snapshot(bytes, lines))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Puts it beside the journal, whole or not at all. */
  void write(Path journal) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(
        MAPPER.createObjectNode().put("bytes", bytes).put("seal", seal(journal, bytes)).toString());
    lines.forEach(line -> all.add(JournalForm.write(line)));
    Path fresh = Files.createTempFile(journal.toAbsolutePath().getParent(), "snapshot", ".new");
    Files.write(fresh, all);
    Files.move(fresh, file(journal), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String seal(Path journal, long bytes) throws IOException {
    try (var file = FileChannel.open(journal)) {
      if (file.size() < bytes) {
        return "";
      }
      int length = (int) Math.min(SEAL, bytes);
      byte[] last = read(file, bytes - length, length);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(last));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The journal's text behind it, up to the last whole line. */
  static String rest(Path journal, long from) throws IOException {
    try (var file = FileChannel.open(journal)) {
      int length = Math.toIntExact(Math.max(0, file.size() - from));
      return new String(read(file, from, length), StandardCharsets.UTF_8);
    }
  }

  private static byte[] read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it has become shorter meanwhile");
      }
    }
    return bytes.array();
  }
}
