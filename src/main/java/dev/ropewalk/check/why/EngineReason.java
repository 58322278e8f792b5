package dev.ropewalk.check.why;

import static dev.ropewalk.check.why.MissingNames.failed;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Quotation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains a request that the engine refused: what its words mean here, who is in the way, and what
 * to do. What it does not know it quotes. The words are those of engines 20.10 to 28.
 */
final class EngineReason {
  private final Scene scene;
  private final MissingNames names;
  private final ObjectInUse use;
  private final Optional<DockerCommand> command;

  /**
   * @param command the docker command that sent it, where that is known
   */
  EngineReason(Scene scene, Optional<DockerCommand> command) {
    this.scene = scene;
    this.names = new MissingNames(scene);
    this.use = new ObjectInUse(scene, names);
    this.command = command;
  }

  /** How a kind of refusal is told. */
  private interface Telling {
    Diagnosis tell(EngineReason reason, Exchange refused, Matcher error);
  }

  private record Rule(Pattern error, Telling telling) {
    static Rule of(String error, Telling telling) {
      return new Rule(Pattern.compile(error), telling);
    }
  }

  private static final String BIND =
      "(?:for |listen \\w+ )\\[?([0-9a-fA-F.:]+?)]?:(\\d+)(?::\\S+)?(?: failed)?: (?:listen \\S+ \\S+ )?(?:bind: )?";

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "container name \"/?([^\"]+)\" is already in use",
              (reason, _, error) -> reason.names.taken(error.group(1))),
          Rule.of(
              "[Nn]o such container: (\\S+)",
              (reason, _, error) -> reason.names.container(error.group(1), reason.command)),
          Rule.of(
              "[Nn]o such image: (\\S+)",
              (reason, _, error) -> reason.names.image(error.group(1), reason.command)),
          Rule.of(
              "pull access denied|manifest (?:for|unknown)|repository .*not found|not found: manifest",
              (reason, refused, _) -> reason.notPulled(refused)),
          Rule.of(
              "dial tcp|no such host|TLS handshake|Client\\.Timeout|i/o timeout",
              (reason, refused, _) -> reason.noRegistry(refused)),
          Rule.of(
              BIND + "(?:port is already allocated|address already in use)",
              (reason, refused, error) -> reason.portTaken(refused, error.group(2))),
          Rule.of(
              BIND + "cannot assign requested address",
              (_, _, error) ->
                  failed(
                      "The machine of the engine has no address `%s`, so nothing can be published there."
                          .formatted(error.group(1)),
                      "Leave the address out for all addresses, or use `127.0.0.1` for this machine only.")),
          Rule.of(
              "[Ii]nvalid (?:IP|ip) address:? ?(\\S*)",
              (_, _, error) -> failed("`%s` is no IP address.".formatted(error.group(1)), "")),
          Rule.of(
              "invalid reference format(.*)",
              (_, _, error) ->
                  failed(
                      error.group(1).contains("lowercase")
                          ? "The name of an image has no capital letters."
                          : "That cannot be the name of an image.",
                      "A name has the form `redis` or `redis:7`: small letters and digits, then a colon and the tag.")),
          Rule.of(
              "exec: \"([^\"]+)\": (executable file not found|stat .*no such file|no such file|permission denied|is a directory)",
              (_, _, error) -> noProgram(error.group(1), error.group(2))),
          Rule.of(
              "unable to find (user|group) (\\S+?): no matching entries",
              (_, _, error) ->
                  failed(
                      "The image has no %s `%s`.".formatted(error.group(1), error.group(2)),
                      "Take one that stands in the container's own `/etc/%s`, or a number."
                          .formatted(error.group(1).equals("user") ? "passwd" : "group"))),
          Rule.of(
              "endpoint with name (\\S+) already exists in network (\\S+?)\\.?$",
              (reason, _, error) ->
                  reason.use.joined(error.group(1), error.group(2), reason.command)),
          Rule.of(
              "invalid mount path: '([^']*)' mount path must be absolute",
              (_, _, error) -> MountSlips.noPlace(error.group(1))),
          Rule.of("invalid mode: (\\S+)", (_, _, error) -> MountSlips.noMode(error.group(1))),
          Rule.of(
              "\"([^\"]*)\" includes invalid characters for a local volume name",
              (_, _, error) ->
                  failed(
                      "`%s` is neither a volume's name nor the full path of a folder."
                          .formatted(error.group(1)),
                      "The path of a folder begins with `/`; `$PWD` is the one where you are.")),
          Rule.of(
              "bind source path does not exist: (\\S+)",
              (_, _, error) ->
                  failed(
                      "The machine of the engine has no `%s`.".formatted(error.group(1)),
                      "`--mount` makes no folder; make it first, or look at the spelling.")),
          Rule.of(
              "remove a running container|container is running: stop the container",
              (reason, refused, _) -> reason.names.running(object(refused))),
          Rule.of(
              "container (\\w+) is using its referenced image|image is being used by (?:running |stopped )?container (\\w+)",
              (reason, refused, error) -> reason.use.ofImage(object(refused), either(error))),
          Rule.of(
              "unable to delete (\\w+) \\(must be forced\\) - image is referenced in",
              (reason, _, error) -> reason.use.ofNames(error.group(1))),
          Rule.of(
              "volume is in use - \\[([^]]*)]",
              (reason, refused, error) -> reason.use.ofVolume(object(refused), error.group(1))),
          Rule.of(
              "network (\\S+) (?:id \\S+ )?has active endpoints",
              (reason, _, error) -> reason.use.ofNetwork(error.group(1))),
          Rule.of(
              "network with name (\\S+) already exists",
              (reason, _, error) -> reason.use.networkThere(error.group(1))),
          Rule.of(
              "[Mm]inimum memory limit allowed is (\\w+)",
              (reason, _, error) -> LimitSlips.tooSmall(reason.command, error.group(1))),
          Rule.of(
              "only one instance of \"(\\w+)\" network|plugin \"([^\"]+)\" not found|(not a swarm manager)",
              (reason, _, error) -> MissingObject.driver(error, reason.command, reason.scene)),
          Rule.of(
              "network (\\S+) not found|[Nn]o such network: (\\S+)",
              (reason, _, error) ->
                  new MissingObject(AskedFor.Kind.NETWORK, reason.scene)
                      .of(either(error), reason.command)),
          Rule.of(
              "get (\\S+): no such volume|[Nn]o such volume: (\\S+)",
              (reason, _, error) ->
                  new MissingObject(AskedFor.Kind.VOLUME, reason.scene)
                      .of(either(error), reason.command)),
          Rule.of(
              "[Cc]ontainer \\S+ is not running",
              (reason, refused, _) -> reason.names.notRunning(object(refused), reason.command)),
          Rule.of(
              "[Cc]ontainer \\S+ is paused",
              (reason, refused, _) ->
                  failed(
                      "`%s` is paused.".formatted(reason.names.called(object(refused))),
                      "`docker unpause %s` lets it go on."
                          .formatted(reason.names.called(object(refused))))));

  Diagnosis of(Exchange refused) {
    for (Rule rule : RULES) {
      Matcher error = rule.error().matcher(refused.error());
      if (error.find()) {
        return rule.telling().tell(this, refused, error);
      }
    }
    String what = command.map(it -> "`docker " + it.name() + "`").orElse("it");
    return failed(
        "The engine refused %s: %s.".formatted(what, Quotation.code(refused.error())), "");
  }

  private static String either(Matcher error) {
    return error.group(1) == null ? error.group(2) : error.group(1);
  }

  /** What the path names: {@code /containers/NAME/start}. */
  private static String object(Exchange refused) {
    String[] parts = refused.path().split("/", 4);
    return parts.length > 2 ? parts[2] : "";
  }

  private static String pulled(Exchange refused) {
    String image = refused.parameter("fromImage").orElseGet(() -> object(refused));
    String tag = refused.parameter("tag").orElse("");
    return tag.isEmpty() || tag.startsWith("sha256:") ? image : image + ":" + tag;
  }

  private Diagnosis notPulled(Exchange refused) {
    return names.image(pulled(refused), command);
  }

  private Diagnosis noRegistry(Exchange refused) {
    if (refused.path().equals("/images/search")) {
      return failed(
          "The engine could not ask its registry: it is not reached.",
          "`docker search` only looks for names; `docker pull` fetches an image.");
    }
    Diagnosis missing = names.image(pulled(refused), command);
    return failed(
        missing.says() + " The engine could not ask its registry: it is not reached.",
        missing.remedy());
  }

  private Diagnosis portTaken(Exchange refused, String port) {
    List<String> holders =
        scene.world().containers().stream()
            .filter(c -> !c.id().startsWith(object(refused)) && !c.name().equals(object(refused)))
            .filter(c -> c.ports().stream().anyMatch(p -> port.equals(String.valueOf(p.host()))))
            .map(ContainerSummary::name)
            .toList();
    return holders.isEmpty()
        ? failed(
            "Port %s of the engine's machine is taken by another program.".formatted(port),
            "`ss -ltnp` there shows which one. End it, or publish another port where the step asks for no certain one.")
        : failed(
            "Port %s is taken: %s has it.".formatted(port, MissingNames.quoted(holders)),
            names.isOurs(holders.getFirst())
                ? "Remove that one first (`docker rm -f %s`), or publish another port."
                    .formatted(holders.getFirst())
                : "It was not made in this lesson. If nobody needs it just now, `docker stop %1$s` frees the port, and `docker start %1$s` brings it back; or publish another port."
                    .formatted(holders.getFirst()));
  }

  private static Diagnosis noProgram(String program, String why) {
    if (program.equals("--")) {
      return failed(
          "`--` stands after the image, so docker took it for the program to run.",
          "Leave it out: all that stands after the image is the command.");
    }
    if (program.startsWith("-")) {
      return failed(
          "`%s` stands after the image, so docker took it for the program to run."
              .formatted(program),
          "All flags of docker stand before the image.");
    }
    if (program.contains(" ")) {
      return failed(
          "There is no program of the name `%s`: in quotes it is one word.".formatted(program),
          "Type it without the quotes: `%s`.".formatted(program));
    }
    return why.startsWith("permission") || why.startsWith("is a directory")
        ? failed(
            "The container was to run `%s`, which is no program that can be run."
                .formatted(program),
            "What follows the image is the command.")
        : failed(
            "There is no program `%s` in the container.".formatted(program),
            "What follows the image is the command; look at its spelling, and whether that image has it.");
  }
}
