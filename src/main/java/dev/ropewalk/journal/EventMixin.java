package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ropewalk.engine.EngineEvent;

/** How events are named in the journal; the engine's package knows nothing of JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EngineEvent.ToContainer.class, name = "container"),
  @JsonSubTypes.Type(value = EngineEvent.ToImage.class, name = "image"),
  @JsonSubTypes.Type(value = EngineEvent.ToNetwork.class, name = "network"),
  @JsonSubTypes.Type(value = EngineEvent.ToVolume.class, name = "volume"),
  @JsonSubTypes.Type(value = EngineEvent.ToOther.class, name = "other")
})
interface EventMixin {}
