package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose the names of images are that an engine shows after a line and has not told of: what is
 * loaded from an archive, and what a plugin builds with the engine's builder, with which it speaks
 * in a protocol that is not read.
 *
 * @param state after the line
 * @param world what the engine shows now
 */
record UntoldImages(State state, World world, Instant now) {
  /** The births of those that are the lesson's, with what is to be kept of that moment. */
  List<EngineEvent> births() {
    var ownership = new ImageOwnership(state.line().there(), state.standing().owned());
    List<EngineEvent.ToImage> untold = ownership.untold(world, now);
    Set<String> used = used();
    Set<String> images = untold.stream().map(EngineEvent.ToImage::id).collect(Collectors.toSet());
    return untold.stream()
        .filter(name -> isLoaded(name) || isBuilt(name, used, images.size()) || isAlone())
        .filter(name -> ownership.isBirth(name, ImageOwnership.Source.MADE))
        .<EngineEvent>map(name -> ownership.told(name, ImageOwnership.Source.MADE))
        .toList();
  }

  private boolean isAlone() {
    return state.knowledge().tenancy() == EngineKnowledge.Tenancy.ALONE;
  }

  private boolean isLoaded(EngineEvent.ToImage image) {
    return state.line().record().loaded().contains(ImageRef.parse(image.name()));
  }

  /**
   * A build is known by the name that was asked for; where a script or a project asks, by the
   * containers of the line that are made of it, or by being the only image that is new.
   */
  private boolean isBuilt(EngineEvent.ToImage image, Set<String> used, int images) {
    return isAsked(image)
        || state.line().record().builder() == LineRecord.Builder.UNTOLD
            && (images == 1 || used.contains(image.id()));
  }

  private boolean isAsked(EngineEvent.ToImage image) {
    Creations asked = state.line().asked();
    ImageRef name = ImageRef.parse(image.name());
    return asked.unnamed(Creations.Kind.IMAGE) > 0
        && asked.requests().stream()
            .filter(request -> request.kind() == Creations.Kind.IMAGE_NAME)
            .flatMap(request -> request.name().stream())
            .anyMatch(wanted -> ImageRef.parse(wanted).equals(name));
  }

  /** The images that the lesson's containers are made of. */
  private Set<String> used() {
    Set<String> ours = new HashSet<>();
    state.standing().owned().forEach(birth -> ours.add(birth.id()));
    return world.containers().stream()
        .filter(container -> ours.contains(container.id()))
        .map(World.ContainerSummary::imageId)
        .collect(Collectors.toSet());
  }
}
