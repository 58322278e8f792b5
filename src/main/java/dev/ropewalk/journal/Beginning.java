package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.ropewalk.engine.ContainerState;
import java.util.List;
import java.util.Map;

/**
 * What of the lesson's own was there when a step opened: the state to which setting the stage leads
 * back.
 *
 * @param networks by their full ids
 * @param volumes by their names
 * @param images by their names as docker shows them
 * @param bearers the full ids of those that had a name, by that name: it may have gone to another
 *     one since
 * @param files of those that the lesson has laid, the ones that were as it has laid them
 * @param written the texts of files that the learner has written and that checks look at, by their
 *     paths from the lesson's folder; what is long or no text is not kept
 */
public record Beginning(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ContainerThen> containers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> networks,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> volumes,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> images,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> bearers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> files,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> written) {
  public Beginning {
    containers = List.copyOf(containers);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    images = List.copyOf(images);
    bearers = Map.copyOf(bearers);
    files = List.copyOf(files);
    written = Map.copyOf(written);
  }

  /**
   * A container as it was then.
   *
   * @param id full
   * @param networks the names of those that it was attached to
   */
  public record ContainerThen(
      String id,
      String name,
      ContainerState state,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> networks) {
    public ContainerThen {
      networks = List.copyOf(networks);
    }
  }
}
