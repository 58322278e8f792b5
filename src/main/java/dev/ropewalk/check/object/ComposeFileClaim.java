package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.compose.ComposeFile;
import dev.ropewalk.compose.Service;
import dev.ropewalk.compose.Unreadable;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compose file on the learner's disk says.
 *
 * @param path relative to the lesson's own folder, or else to where the learner's shell is; may use
 *     variables
 * @param services what is expected of a service, by its name
 * @param rest what is expected of the file as a whole; empty where nothing is
 */
public record ComposeFileClaim(
    String path,
    Map<String, Expectations<Service>> services,
    Optional<Expectations<ComposeFile>> rest)
    implements LearnersFile {
  static final Attributes<ComposeFile> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "names",
                  new Type.ListOf(Type.Single.TEXT),
                  "the names of its services, in order",
                  f -> Value.of(List.copyOf(f.services().keySet()))),
              new Attribute<>(
                  "networks",
                  new Type.ListOf(Type.Single.TEXT),
                  "the networks that its services are attached to, by their names in the file",
                  f -> Value.of(f.networks())),
              new Attribute<>(
                  "volumes",
                  new Type.ListOf(Type.Single.TEXT),
                  "the volumes that its services mount, by their names in the file",
                  f -> Value.of(f.volumes()))));

  private static final Shape.Keys FORM =
      Shape.Keys.of(
              Shape.Key.optional(
                  "services",
                  new Shape.Named(ServiceAttributes.TABLE.form()),
                  "what is said of a service, by the service's name"))
          .and(TABLE.form().keys());

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "compose_file",
          "What a compose file on the learner's disk says, relative to the lesson's own folder, or where it has none, to where the learner's shell is: read by Compose itself where it is installed (`docker compose` or `docker-compose`), and as it reads otherwise, with anchors, merge keys, `extends`, `include`, the override file beside it, and variables from `.env` and from the environment in which ropewalk was started. Services of all profiles are in it. Where nothing else in a step shows that the learner did something, one of its checks of files, this or another, must have been seen not to hold since it opened.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(FORM),
          """
          check: The web server is published, and waits for a database that keeps its data
          compose_file: compose.yaml
          expect:
            services:
              web: {image: nginx, ports: {contains: 8080:80}, depends_on: [db]}
              db: {image: redis:7, volumes: {any: {source: data, target: /data}}, environment: {contains: MODE}}
            names: {count: 2}
            volumes: [data]
          """,
          ComposeFileClaim::read);

  public ComposeFileClaim {
    services = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }

  private static Optional<ComposeFileClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> path = reading.text(subject, "`compose_file`");
    Optional<YamlNode.Mapping> expect = Noun.expect(sentence, "a compose file", List.of(), reading);
    if (path.isEmpty() || expect.isEmpty()) {
      return Optional.empty();
    }
    reading.allow(expect.get(), "a compose file", FORM.names());
    Map<String, Expectations<Service>> services = new LinkedHashMap<>();
    Optional<YamlNode.Entry> named = expect.get().entry("services");
    int asked = 0;
    if (named.isPresent()) {
      List<YamlNode.Entry> entries =
          reading
              .mapping(named.get().value(), "`services`")
              .map(YamlNode.Mapping::entries)
              .orElse(List.of());
      if (entries.isEmpty()) {
        reading.expectsNothing(named.get().key().place());
      }
      asked = Math.max(1, entries.size());
      for (YamlNode.Entry entry : entries) {
        reading
            .mapping(entry.value(), "a service")
            .flatMap(m -> Expectations.read(m, ServiceAttributes.TABLE, "service", reading))
            .ifPresent(found -> services.put(entry.key().text(), found));
      }
    }
    List<YamlNode.Entry> others =
        expect.get().entries().stream()
            .filter(e -> TABLE.find(e.key().text()).isPresent())
            .toList();
    Optional<Expectations<ComposeFile>> rest =
        others.isEmpty()
            ? Optional.empty()
            : Expectations.read(
                new YamlNode.Mapping(expect.get().place(), others), TABLE, "compose file", reading);
    return services.size() == asked && rest.isPresent() == !others.isEmpty()
        ? Optional.of(new ComposeFileClaim(path.get(), services, rest))
        : Optional.empty();
  }

  @Override
  public Verdict judge(Scene scene) {
    String name = scene.variables().expand(path);
    if (!Files.isRegularFile(scene.learnersFile(name))) {
      return MissingFile.verdict(name, scene);
    }
    SeenComposeFile seen = new SeenComposeFile(name, scene);
    try {
      ComposeFile file = seen.read();
      for (Map.Entry<String, Expectations<Service>> each : services.entrySet()) {
        Service service = file.services().get(each.getKey());
        if (service == null) {
          return noService(each.getKey(), file, seen);
        }
        var mismatch = each.getValue().mismatch(service, scene.variables());
        if (mismatch.isPresent()) {
          String where = seen.place(List.of(service.name(), mismatch.get().attribute().name()));
          return new ServiceMismatch(where, service, mismatch.get(), scene).verdict();
        }
      }
      return rest.flatMap(r -> r.mismatch(file, scene.variables()))
          .map(mismatch -> unlike(name, mismatch, scene))
          .orElseGet(Verdict.Passed::new);
    } catch (Unreadable e) {
      return Claim.failed(
          "a compose file",
          "Compose refuses it",
          new Diagnosis(
              Progress.WRONG_STATE,
              "Compose would refuse %s: %s".formatted(e.place(), e.sentence()),
              e.remedy()));
    }
  }

  private static Verdict noService(String service, ComposeFile file, SeenComposeFile seen) {
    List<String> names = List.copyOf(file.services().keySet());
    Optional<String> near = Suggestion.nearest(service, names);
    return Claim.failed(
        "the service `" + service + "`",
        names.isEmpty() ? "no service" : String.join(", ", names),
        new Diagnosis(
            Progress.WRONG_OBJECT,
            near.map(
                    other ->
                        "%s: the file has a service `%s`, but this step asks for `%s`."
                            .formatted(seen.place(List.of(other)), other, service))
                .orElseGet(
                    () ->
                        "%s has no service `%s`%s."
                            .formatted(
                                seen.place(List.of()),
                                service,
                                names.isEmpty()
                                    ? ""
                                    : "; it has: `" + String.join("`, `", names) + "`")),
            near.map(other -> "Write `%s:` in the place of `%s:`.".formatted(service, other))
                .orElseGet(
                    () ->
                        "Write `%s:` under `services:`, two blanks further in, and below it what it is made of."
                            .formatted(service))));
  }

  private static Verdict unlike(
      String name, Expectations.Mismatch<ComposeFile> mismatch, Scene scene) {
    String attribute = mismatch.attribute().name();
    String things = attribute.equals("names") ? "services" : attribute;
    String remedy =
        switch (attribute) {
          case "names" -> "Each name under `services:` is one.";
          case "volumes" ->
              "A service mounts one by `- NAME:/place` below its `volumes:`; at the left edge, `volumes:` has its name, too.";
          default ->
              "A service is attached to one by its name below `networks:`; at the left edge, `networks:` has its name, too.";
        };
    return Claim.failed(
        scene.wording().of(mismatch.matcher()),
        mismatch.shown(),
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "The file `%s` %s, but this step asks for %s."
                .formatted(
                    name,
                    MismatchText.counted(mismatch, things)
                        .orElseGet(
                            () ->
                                "has the %s %s"
                                    .formatted(things, MismatchText.quoted(mismatch.shown()))),
                    scene.wording().quoted(mismatch.matcher())),
            remedy));
  }
}
