package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What compose has made for a project, known by the labels that it puts on everything.
 *
 * @param containers those that count, without the one-off ones of {@code docker compose run}
 */
record ComposeProject(String name, List<ContainerSummary> containers, Scene scene) {
  private static final String LABEL = "com.docker.compose.";
  private static final String PROJECT = LABEL + "project";
  private static final String SERVICE = LABEL + "service";
  private static final String ONE_OFF = LABEL + "oneoff";

  /** Version 1 is a program of its own, and version 2 may be. */
  private static final Pattern OLD_OR_NEW = Pattern.compile("\\bdocker[ -]compose\\b");

  /** All of it, in the background. */
  private static final Pattern UP = Pattern.compile("compose up (-d|--detach)\\s*$");

  ComposeProject {
    containers = List.copyOf(containers);
  }

  static ComposeProject find(String name, Scene scene) {
    return new ComposeProject(
        name, scene.ours().stream().filter(c -> belongs(c, name)).toList(), scene);
  }

  private static boolean belongs(ContainerSummary container, String project) {
    return project.equals(container.labels().get(PROJECT))
        && !"true".equalsIgnoreCase(container.labels().get(ONE_OFF));
  }

  /** The containers of a service. */
  List<ContainerSummary> of(String service) {
    return containers.stream().filter(c -> service.equals(c.labels().get(SERVICE))).toList();
  }

  /** Its networks, as the compose file names them. */
  List<String> networks() {
    return scene.world().networks().stream()
        .filter(scene.history().ownership()::counts)
        .map(NetworkSummary::name)
        .flatMap(network -> scene.network(network).stream())
        .flatMap(network -> named(network.labels(), "network"))
        .toList();
  }

  /** Its volumes, as the compose file names them. */
  List<String> volumes() {
    return scene.world().volumes().stream()
        .filter(scene.history().ownership()::counts)
        .map(VolumeSummary::name)
        .flatMap(volume -> scene.volume(volume).stream())
        .flatMap(volume -> named(volume.labels(), "volume"))
        .toList();
  }

  /** The learner's own program for it; before they have used one, the plugin of docker. */
  String program() {
    return scene.history().acts().stream()
            .filter(LearnerAct.Line.class::isInstance)
            .map(act -> OLD_OR_NEW.matcher(((LearnerAct.Line) act).line()))
            .filter(Matcher::find)
            .reduce((_, later) -> later)
            .filter(found -> found.group().startsWith("docker-"))
            .isPresent()
        ? "docker-compose"
        : "docker compose";
  }

  private Stream<String> named(Map<String, String> labels, String kind) {
    return name.equals(labels.get(PROJECT))
        ? Optional.ofNullable(labels.get(LABEL + kind)).stream()
        : Stream.empty();
  }

  /** It should be gone. */
  Verdict gone() {
    if (!containers.isEmpty()) {
      Diagnosis still =
          new Diagnosis(
              Progress.WRONG_STATE,
              "The project `%s` is still there: %s.".formatted(name, names(containers)),
              "`%s down` stops and removes its containers and networks.".formatted(program()));
      return Claim.failed(
          "the project removed",
          "still there",
          new CommandDiagnosis(scene)
              .ofCompose()
              .map(why -> why.remedy().isEmpty() ? why.withRemedy(still.remedy()) : why)
              .orElse(still));
    }
    return seen()
        ? new Verdict.Passed()
        : Claim.failed(
            "a project that was there, then removed",
            "never there",
            new Diagnosis(
                Progress.NOTHING_DONE,
                "The project `%s` was never there in this lesson.".formatted(name),
                ""));
  }

  private boolean seen() {
    return scene.history().allContainerEvents().stream()
        .anyMatch(event -> name.equals(event.details().get(PROJECT)));
  }

  /** Nothing of it is there. */
  Verdict missing() {
    Diagnosis why =
        foreign()
            .or(this::near)
            .or(this::removed)
            .or(() -> new CommandDiagnosis(scene).lastFailed().map(this::otherwise))
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE,
                        "There is no container of the compose project `%s` yet.".formatted(name),
                        "`%s up -d` starts it, in the folder of its file.".formatted(program())));
    return Claim.pending("the project `" + name + "`", "no container of it", why);
  }

  /** Who has failed in another way than this reads of it. */
  private Diagnosis otherwise(Diagnosis failed) {
    boolean wasIt =
        scene.history().acts().stream()
            .filter(LearnerAct.Line.class::isInstance)
            .map(act -> ((LearnerAct.Line) act).line())
            .reduce((_, later) -> later)
            .filter(line -> UP.matcher(line).find())
            .isPresent();
    return !failed.remedy().isEmpty() || wasIt
        ? failed
        : failed.withRemedy(
            "`%s up -d` makes what the file says, and starts it.".formatted(program()));
  }

  private Optional<Diagnosis> foreign() {
    return scene.others().stream().anyMatch(c -> belongs(c, name))
        ? Optional.of(
            new Diagnosis(
                Progress.WRONG_OBJECT,
                "There is a compose project `%s`, but no command that ropewalk has seen made it since the lesson opened, so it does not count."
                    .formatted(name),
                "Only if you are sure that nobody needs it: `%s -p %s down`, and start it again."
                    .formatted(program(), name),
                List.of()))
        : Optional.empty();
  }

  private Optional<Diagnosis> near() {
    List<String> projects = labels(scene.ours(), PROJECT);
    return Suggestion.nearest(name, projects)
        .or(() -> projects.stream().findFirst())
        .map(
            other ->
                new Diagnosis(
                    Progress.WRONG_OBJECT,
                    "There is a compose project `%s`, but this step asks for `%s`."
                        .formatted(other, name),
                    "A project has the name of its folder, or what `-p` says: `%s -p %s up -d`."
                        .formatted(program(), name)));
  }

  private Optional<Diagnosis> removed() {
    return seen()
        ? Optional.of(
            new Diagnosis(
                Progress.WRONG_STATE,
                "The containers of the project `%s` are gone: they were removed.".formatted(name),
                "`%s up -d` makes new ones.".formatted(program())))
        : Optional.empty();
  }

  /** It has nothing of a service. */
  Verdict missing(String service) {
    List<String> services = labels(containers, SERVICE);
    Diagnosis why =
        Suggestion.nearest(service, services.stream().filter(s -> !s.equals(service)).toList())
            .map(
                near ->
                    new Diagnosis(
                        Progress.WRONG_OBJECT,
                        "The project `%s` has a service `%s`, but this step asks for `%s`."
                            .formatted(name, near, service),
                        "The compose file names it, under `services:`."))
            .or(() -> new CommandDiagnosis(scene).lastFailed())
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.WRONG_OBJECT,
                        "The project `%s` has no container of the service `%s`; it has: `%s`."
                            .formatted(name, service, String.join("`, `", services)),
                        "`%s up -d %s` starts it, once the compose file has it."
                            .formatted(program(), service)));
    return Claim.pending("the service `" + service + "`", "no container of it", why);
  }

  private static List<String> labels(List<ContainerSummary> containers, String label) {
    return containers.stream()
        .map(c -> c.labels().getOrDefault(label, ""))
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static String names(List<ContainerSummary> containers) {
    return String.join(
        ", ",
        containers.stream().map(c -> "`%s` (%s)".formatted(c.name(), c.state().word())).toList());
  }
}
