package dev.ropewalk.text;

import java.util.List;
import java.util.stream.Collectors;

/** A lesson or check file that cannot be used, with all that is wrong in it. */
public final class BrokenSource extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  public BrokenSource(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::format).collect(Collectors.joining()));
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
