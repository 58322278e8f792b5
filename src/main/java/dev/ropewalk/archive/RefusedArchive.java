package dev.ropewalk.archive;

/** A folder or an archive has what it may not have, or cannot be read; the message says what. */
public final class RefusedArchive extends Exception {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  /** What is wrong with it. */
  public enum Fault {
    /** It is neither a folder nor an archive that is read. */
    NO_ARCHIVE,
    /** It cannot be unpacked. */
    BROKEN,
    ENCRYPTED,
    /** A file is not below its top. */
    PATH,
    /** Two files want the same place. */
    TWICE,
    /** A link or a device is in it. */
    LINK,
    TOO_MUCH,
    /** What stands in a file. */
    CONTENT
  }

  /** What stands in a file of it is not what it must be. */
  public RefusedArchive(String sentence) {
    this(Fault.CONTENT, sentence);
  }

  RefusedArchive(Fault fault, String sentence) {
    super(sentence);
    this.fault = fault;
  }

  RefusedArchive(Fault fault, String sentence, Throwable cause) {
    super(sentence, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** What is wrong, as one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
