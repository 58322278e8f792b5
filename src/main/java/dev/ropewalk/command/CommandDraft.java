package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.List;

/** A command whose here-documents have not been read yet. */
record CommandDraft(
    List<Word> words, List<Word> redirects, List<HereDocument> documents, int start, int end) {
  CommandDraft(int start) {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), start, start);
  }

  CommandDraft endingAt(int place) {
    return new CommandDraft(words, redirects, documents, start, place);
  }

  SimpleCommand command() {
    return new SimpleCommand(
        words, redirects, documents.stream().map(HereDocument::text).toList(), start, end);
  }
}
