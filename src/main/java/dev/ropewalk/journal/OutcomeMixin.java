package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ropewalk.engine.Outcome;

/** How the outcomes of requests are named in the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outcome.Created.class, name = "created"),
  @JsonSubTypes.Type(value = Outcome.Removed.class, name = "removed"),
  @JsonSubTypes.Type(value = Outcome.Pruned.class, name = "pruned"),
  @JsonSubTypes.Type(value = Outcome.Acted.class, name = "acted"),
  @JsonSubTypes.Type(value = Outcome.Connected.class, name = "connected"),
  @JsonSubTypes.Type(value = Outcome.Disconnected.class, name = "disconnected"),
  @JsonSubTypes.Type(value = Outcome.Listed.class, name = "listed"),
  @JsonSubTypes.Type(value = Outcome.Inspected.class, name = "inspected"),
  @JsonSubTypes.Type(value = Outcome.Shown.class, name = "shown"),
  @JsonSubTypes.Type(value = Outcome.ExecCreated.class, name = "exec-created"),
  @JsonSubTypes.Type(value = Outcome.ExecEnded.class, name = "exec-ended"),
  @JsonSubTypes.Type(value = Outcome.Waited.class, name = "waited"),
  @JsonSubTypes.Type(value = Outcome.Tagged.class, name = "tagged"),
  @JsonSubTypes.Type(value = Outcome.Built.class, name = "built"),
  @JsonSubTypes.Type(value = Outcome.Pulled.class, name = "pulled"),
  @JsonSubTypes.Type(value = Outcome.Pushed.class, name = "pushed"),
  @JsonSubTypes.Type(value = Outcome.Loaded.class, name = "loaded"),
  @JsonSubTypes.Type(value = Outcome.BuildSession.class, name = "build-session"),
  @JsonSubTypes.Type(value = Outcome.Unread.class, name = "unread")
})
interface OutcomeMixin {}
