package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.command.Creations.Request;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Decides whose a thing is that appears on the engine; nobody else does. Ours is what was not there
 * before a line and was created by it. It is decided once, when the engine has told of the creation
 * and it is known what the line asked for, and then stands in the journal.
 *
 * @param there what was on the engine when it appeared
 * @param births what was created since the line began, whoever created it
 * @param asked what the line asked for, and what it is known to have created
 * @param tenancy who else may have been at the engine
 * @param wishes what counts although no line is known that has asked for it
 */
record Attribution(
    Inventory there,
    List<EngineEvent> births,
    Creations asked,
    EngineKnowledge.Tenancy tenancy,
    Wishes wishes) {
  /** How docker calls a container that nobody has named. */
  private static final Pattern CHOSEN_BY_DOCKER = Pattern.compile("[a-z]+_[a-z]+\\d*");

  /** How docker calls a volume that nobody has named. */
  private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");

  Attribution {
    births = List.copyOf(births);
  }

  /** Whose something is. */
  enum Whose {
    OURS,
    NOT_OURS,
    /** More were created than the line asked for, or nothing tells; treated as not ours. */
    UNKNOWN
  }

  /** Where only what is known of lines counts. */
  Attribution(
      Inventory there, List<EngineEvent> births, Creations asked, EngineKnowledge.Tenancy tenancy) {
    this(there, births, asked, tenancy, Wishes.NONE);
  }

  static boolean isNamedByDocker(String container) {
    return CHOSEN_BY_DOCKER.matcher(container).matches();
  }

  static boolean isAnonymous(String volume) {
    return ANONYMOUS.matcher(volume).matches();
  }

  /**
   * Whose the object is that was created, or the name that an image was given.
   *
   * @param birth a {@code create} event; for an image a {@code tag}
   */
  Whose whose(EngineEvent birth) {
    return switch (birth) {
      case EngineEvent.ToContainer container -> unlessThere(birth, () -> container(container));
      case EngineEvent.ToNetwork network ->
          unlessThere(birth, () -> counted(asked.count(Kind.NETWORK, network.name()), birth));
      case EngineEvent.ToVolume volume ->
          unlessThere(birth, () -> counted(asked.count(Kind.VOLUME, volume.id()), birth));
      case EngineEvent.ToImage image ->
          isCertain(birth) || wishes.has(birth) ? Whose.OURS : counted(named(image.name()), birth);
      case EngineEvent.ToOther _ -> Whose.NOT_OURS;
    };
  }

  private Whose unlessThere(EngineEvent birth, Supplier<Whose> words) {
    if (there.has(birth.id())) {
      return Whose.NOT_OURS;
    }
    return isCertain(birth) || wishes.has(birth) ? Whose.OURS : words.get();
  }

  boolean isCertain(EngineEvent birth) {
    String what =
        birth instanceof EngineEvent.ToImage image
            ? LineRecord.name(image.name(), image.id())
            : birth.id();
    return tenancy == EngineKnowledge.Tenancy.ALONE || asked.certain().contains(what);
  }

  /** A request that names the container goes before one that leaves the name to docker. */
  private Whose container(EngineEvent.ToContainer birth) {
    long byName = asked.count(Kind.CONTAINER, birth.name());
    if (byName > 0) {
      return counted(byName, birth);
    }
    if (!isUnnamed(birth)) {
      return Whose.NOT_OURS;
    }
    long alike = unnamed(request -> same(request.image(), birth.image()));
    return enough(
        alike,
        count(
            other ->
                other instanceof EngineEvent.ToContainer it
                    && isUnnamed(it)
                    && same(it.image(), birth.image())));
  }

  private boolean isUnnamed(EngineEvent.ToContainer birth) {
    return isNamedByDocker(birth.name()) && asked.count(Kind.CONTAINER, birth.name()) == 0;
  }

  private long unnamed(Predicate<Request> which) {
    return asked.requests().stream()
        .filter(request -> request.kind() == Kind.CONTAINER && request.name().isEmpty())
        .filter(which)
        .count();
  }

  private long named(String image) {
    return asked.requests().stream()
        .filter(request -> request.kind() == Kind.IMAGE_NAME)
        .filter(request -> request.name().filter(name -> same(name, image)).isPresent())
        .count();
  }

  /** A thing that was asked for by name, and may have been created by somebody else as well. */
  private Whose counted(long asks, EngineEvent birth) {
    return enough(asks, count(other -> isAlike(birth, other)));
  }

  private long count(Predicate<EngineEvent> which) {
    return births.stream().filter(which).count();
  }

  private static Whose enough(long asks, long born) {
    if (asks == 0) {
      return Whose.NOT_OURS;
    }
    return born <= asks ? Whose.OURS : Whose.UNKNOWN;
  }

  private static boolean isAlike(EngineEvent birth, EngineEvent other) {
    return switch (birth) {
      case EngineEvent.ToContainer it ->
          other instanceof EngineEvent.ToContainer o && o.name().equals(it.name());
      case EngineEvent.ToNetwork it ->
          other instanceof EngineEvent.ToNetwork o && o.name().equals(it.name());
      case EngineEvent.ToVolume it ->
          other instanceof EngineEvent.ToVolume o && o.id().equals(it.id());
      case EngineEvent.ToImage it ->
          other instanceof EngineEvent.ToImage o && same(o.name(), it.name());
      case EngineEvent.ToOther _ -> false;
    };
  }

  private static boolean same(String one, String other) {
    return one.equals(other) || ImageRef.parse(one).equals(ImageRef.parse(other));
  }
}
