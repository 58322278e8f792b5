package dev.ropewalk.check.object;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.Sweep;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** An image is there, is so, or is gone. */
public record ImageClaim(String reference, ObjectGoal<SeenImage> goal) implements Claim {
  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "image",
          "An image, by name or id.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("exists", "it is there"),
              new Shape.Exactly("absent", "it was there in this lesson, and is gone"),
              ImageAttributes.TABLE.form()),
          """
          check: The image redis is there and says that it listens on port 6379
          image: redis
          expect: {exposes: {contains: 6379/tcp}}
          """,
          ImageClaim::read);

  private static Optional<ImageClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> reference = reading.text(subject, "`image`");
    Optional<ObjectGoal<SeenImage>> goal =
        ObjectGoal.read(sentence, ImageAttributes.TABLE, "image", reading);
    return reference.isPresent() && goal.isPresent()
        ? Optional.of(new ImageClaim(reference.get(), goal.get()))
        : Optional.empty();
  }

  /** Every change of it has an event of its own. */
  @Override
  public boolean mayFollow(EngineEvent event) {
    return !event.changesNoObject();
  }

  @Override
  public List<AskedFor.Named> named(Scene scene) {
    return List.of(new AskedFor.Named(AskedFor.Kind.IMAGE, scene.variables().expand(reference)));
  }

  @Override
  public List<AskedFor.Named> needs(Variables variables) {
    return goal instanceof ObjectGoal.Gone
        ? List.of()
        : List.of(new AskedFor.Named(AskedFor.Kind.IMAGE, variables.expand(reference)));
  }

  @Override
  public Verdict judge(Scene scene) {
    return new CommandDiagnosis(scene).newestFirst(asItIs(scene));
  }

  private Verdict asItIs(Scene scene) {
    String name = scene.variables().expand(reference);
    Optional<Image> image = scene.image(name);
    if (goal instanceof ObjectGoal.Gone<SeenImage>) {
      return gone(name, image, scene);
    }
    if (image.isEmpty()) {
      return Claim.failed("`" + name + "`", "no such image", missing(name, scene));
    }
    return goal.expectations()
        .flatMap(e -> e.mismatch(new SeenImage(image.get(), scene), scene.variables()))
        .map(mismatch -> new ImageMismatch(name, scene, mismatch).verdict())
        .orElseGet(Verdict.Passed::new);
  }

  /** The image may have been on the engine before. */
  @Override
  public boolean needsAct() {
    return goal instanceof ObjectGoal.Gone<SeenImage>;
  }

  private static Verdict gone(String name, Optional<Image> image, Scene scene) {
    if (image.isPresent()) {
      return Claim.failed(
          "`" + name + "` removed",
          "still there",
          new Diagnosis(
              Progress.WRONG_STATE,
              "The image `%s` is still there.".formatted(ImageRef.parse(name).spoken())
                  + new Sweep(scene).left("image"),
              remedy(byAllNames(name, image.get()), image.get(), scene)));
    }
    return wasThere(name, scene)
        ? new Verdict.Passed()
        : Claim.failed(
            "`" + name + "` there, then removed",
            "never there",
            new Diagnosis(
                Progress.NOTHING_DONE,
                "The image `%s` was never there in this lesson.".formatted(name),
                ""));
  }

  /** Whether the engine has told of it in this lesson. */
  private static boolean wasThere(String name, Scene scene) {
    return scene.history().all().stream()
        .anyMatch(
            event ->
                event instanceof EngineEvent.ToImage i
                    && (isCalled(i, name) || i.id().equals(name)));
  }

  /** What is meant by its id goes with its last name; by the id alone docker does not remove it. */
  private static String byAllNames(String name, Image image) {
    boolean byId = image.id().equals(name);
    return !byId
        ? name
        : image.tags().isEmpty()
            ? ImageRef.parse(name).spoken()
            : String.join(
                " ", image.tags().stream().map(tag -> ImageRef.parse(tag).familiar()).toList());
  }

  private static String remedy(String name, Image image, Scene scene) {
    List<World.ContainerSummary> users =
        scene.world().containers().stream()
            .filter(container -> container.imageId().equals(image.id()))
            .toList();
    if (users.isEmpty() || image.tags().size() > name.split(" ").length) {
      return "`docker rmi %s` removes it.".formatted(name);
    }
    List<String> names = users.stream().map(World.ContainerSummary::name).toList();
    String need = "The container `%s` needs it".formatted(String.join("`, `", names));
    return users.stream().allMatch(scene.history().ownership()::counts)
        ? "%s: `docker rm %s`, then `docker rmi %s`.".formatted(need, String.join(" ", names), name)
        : "%s; `docker rmi %s` removes it once no container does.".formatted(need, name);
  }

  private static Diagnosis missing(String name, Scene scene) {
    ImageRef asked = ImageRef.parse(name);
    if (asked.isId()) {
      return new Diagnosis(
          Progress.WRONG_STATE,
          "The image of before (`%s`) is gone: it was removed.".formatted(asked.spoken()),
          Diagnosis.BEGIN_AGAIN);
    }
    List<String> names =
        scene.world().images().stream()
            .flatMap(image -> image.tags().stream())
            .map(tag -> ImageRef.parse(tag).familiar())
            .toList();
    Optional<String> near = Suggestion.nearest(ImageRef.parse(name).familiar(), names);
    return unnamed(name, scene)
        .or(() -> tagged(name, scene))
        .or(
            () ->
                near.map(
                    n ->
                        new Diagnosis(
                            Progress.WRONG_OBJECT,
                            "There is an image `%s`, but this step asks for `%s`."
                                .formatted(n, name),
                            hadName(n, name, scene)
                                ? "`docker tag %s %s` gives it that name again.".formatted(n, name)
                                : "")))
        .or(() -> new CommandDiagnosis(scene).lastFailed())
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.NOTHING_DONE,
                    wasThere(name, scene)
                        ? "There is no image `%s` on this engine any more.".formatted(name)
                            + new Sweep(scene).took("image")
                        : "There is no image `%s` on this engine yet.".formatted(name),
                    Files.exists(scene.learnersFile("Dockerfile"))
                        ? "`docker build -t %s .` builds it as the Dockerfile here says."
                            .formatted(name)
                        : "`docker pull` fetches one from a registry, `docker build` makes one."));
  }

  /** Whether an image of another name is the one that had this name last. */
  private static boolean hadName(String other, String name, Scene scene) {
    Optional<String> last =
        scene.history().all().stream()
            .filter(event -> event instanceof EngineEvent.ToImage && event.action().equals("tag"))
            .filter(event -> isCalled((EngineEvent.ToImage) event, name))
            .map(EngineEvent::id)
            .reduce((_, newer) -> newer);
    return last.isPresent() && scene.image(other).map(Image::id).equals(last);
  }

  private static boolean isCalled(EngineEvent.ToImage event, String name) {
    return ImageRef.parse(event.name()).equals(ImageRef.parse(name));
  }

  /** The learner has just given a name to one, but another one. */
  private static Optional<Diagnosis> tagged(String name, Scene scene) {
    return new TypedCommands(scene)
        .latestFirst()
        .findFirst()
        .filter(typed -> typed.worked() && typed.command().name().matches("(image )?tag"))
        .map(typed -> typed.command().args())
        .filter(args -> args.size() == 2)
        .map(
            args ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    "You named an image `%s`, but this step asks for `%s`."
                        .formatted(args.getLast(), name),
                    "`docker tag %s %s` gives it that name.".formatted(args.getFirst(), name)));
  }

  /** The learner has built one, but has given it another name or none. */
  private static Optional<Diagnosis> unnamed(String name, Scene scene) {
    return new TypedCommands(scene)
        .latestFirst()
        .filter(typed -> typed.command().name().equals("build"))
        .findFirst()
        .filter(TypedCommands.Typed::worked)
        .map(TypedCommands.Typed::command)
        // That one was removed since.
        .filter(command -> !named(command, name))
        .map(
            command ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    command
                        .flag("tag")
                        .map(
                            tag ->
                                "You built an image `%s`, but this step asks for `%s`."
                                    .formatted(tag, name))
                        .orElse("You built an image without a name."),
                    "`-t %s` gives it that name; what is built already is not built anew."
                        .formatted(name)));
  }

  private static boolean named(DockerCommand build, String name) {
    return build.flags().getOrDefault("tag", List.of()).stream()
        .anyMatch(tag -> ImageRef.parse(tag).equals(ImageRef.parse(name)));
  }

  @Override
  public List<String> capturable() {
    return ImageAttributes.TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return scene
        .image(scene.variables().expand(reference))
        .flatMap(image -> ImageAttributes.TABLE.value(attribute, new SeenImage(image, scene)));
  }
}
