package dev.ropewalk.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * The table of what is ours: each kind of thing, there before, made by another client or made by
 * the learner's line.
 */
public final class OwnershipRows {
  private static final String BOX = "docker create --name rwt-box busybox true";
  private static final String DATA =
      "docker run --rm -v rwt-data:/d busybox sh -c 'echo precious >/d/file'";
  private static final String ANONYMOUS = "docker run --name rwt-box -v /d busybox true";
  private static final String NET = "docker network create rwt-net";
  private static final String TAG = "docker tag busybox rwt-tag:1";
  private static final String IMAGE = "docker build -q -t rwt-image:1 DIR";

  private static List<OwnershipRow> containers() {
    return List.of(
        OwnershipRow.row("container, there and unused")
            .before(BOX)
            .line("docker ps")
            .leaves("rwt-box"),
        OwnershipRow.row("container, there and used")
            .before(BOX)
            .line("docker start rwt-box; " + BOX)
            .leaves("rwt-box"),
        OwnershipRow.row("container, of another before")
            .atThePrompt(BOX)
            .line("docker start rwt-box")
            .leaves("rwt-box"),
        OwnershipRow.row("container, of another meanwhile")
            .line("WAIT; docker create --name rwt-mine busybox")
            .meanwhile(BOX, "docker create busybox true")
            .lists("CONTAINER rwt-mine (busybox, created)")
            .leaves("a container without a name", "rwt-box"),
        OwnershipRow.row("container, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(BOX)
            .leaves("rwt-box"),
        OwnershipRow.row("container without a name, of both")
            .line("docker create busybox; WAIT")
            .meanwhile("docker create busybox true")
            .leaves("a container without a name", "a container without a name")
            .butByTheRecord(
                List.of("CONTAINER of docker's name (busybox, created)"),
                List.of("a container without a name")),
        OwnershipRow.row("container, of another afterwards")
            .line("docker ps")
            .after(BOX)
            .leaves("rwt-box"),
        OwnershipRow.row("container, of the line")
            .line(BOX)
            .lists("CONTAINER rwt-box (busybox, created)"),
        OwnershipRow.row("container, of an eval in a function")
            .line("f() { eval \"$1\"; }; f '" + BOX + "'")
            .lists("CONTAINER rwt-box (busybox, created)"),
        OwnershipRow.row("container, of a job in the background")
            .line("docker run --name rwt-box busybox sleep 60 & sleep 2; docker stop -t 0 rwt-box")
            .lists("CONTAINER rwt-box (busybox, exited)"),
        OwnershipRow.row("container, twice of the line")
            .line(BOX + "; docker rm rwt-box; " + BOX + "; " + BOX)
            .lists("CONTAINER rwt-box (busybox, created)"));
  }

  private static List<OwnershipRow> volumes() {
    return List.of(
        OwnershipRow.row("volume, there and unused")
            .before(DATA)
            .line("docker ps")
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, there and used")
            .before(DATA)
            .line(
                "docker create --name rwt-box -v rwt-data:/d busybox; docker volume create rwt-data")
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of another before")
            .atThePrompt(DATA)
            .line("docker create --name rwt-box -v rwt-data:/d busybox")
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of another meanwhile")
            .line("WAIT; docker volume create rwt-mine")
            .meanwhile(DATA)
            .lists("VOLUME rwt-mine")
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of both")
            .line("WAIT; docker volume create rwt-data")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of another afterwards")
            .line("docker ps")
            .after(DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of the line, and of another by the same name afterwards")
            .line("docker volume create rwt-data")
            .after("docker volume rm rwt-data", DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of the line").line(DATA).lists("VOLUME rwt-data"),
        OwnershipRow.row("volume, twice of the line")
            .line("docker volume create rwt-data; docker volume create rwt-data; " + DATA)
            .lists("VOLUME rwt-data"));
  }

  private static List<OwnershipRow> anonymous() {
    String mine = "CONTAINER rwt-mine (busybox, created)";
    return List.of(
        OwnershipRow.row("anonymous volume, there and unused")
            .before(ANONYMOUS)
            .line("docker ps")
            .leaves("an anonymous volume", "rwt-box"),
        OwnershipRow.row("anonymous volume, there, used, and then alone")
            .before(ANONYMOUS)
            .line("docker create --name rwt-mine --volumes-from rwt-box busybox")
            .after("docker rm rwt-box")
            .lists(mine)
            .leaves("an anonymous volume"),
        OwnershipRow.row("anonymous volume, of another before")
            .atThePrompt(ANONYMOUS)
            .line("docker create --name rwt-mine --volumes-from rwt-box busybox")
            .lists(mine)
            .leaves("an anonymous volume", "rwt-box"),
        OwnershipRow.row("anonymous volume, of another meanwhile")
            .line("WAIT; docker create --name rwt-mine -v /d busybox")
            .meanwhile(ANONYMOUS)
            .lists(mine, "VOLUME without a name")
            .leaves("an anonymous volume", "rwt-box"),
        OwnershipRow.row("anonymous volume, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile("docker volume create")
            .leaves("an anonymous volume"),
        OwnershipRow.row("anonymous volume, of another afterwards")
            .line("docker ps")
            .after(ANONYMOUS)
            .leaves("an anonymous volume", "rwt-box"),
        OwnershipRow.row("anonymous volume, of the line")
            .line(ANONYMOUS)
            .lists("CONTAINER rwt-box (busybox, exited)", "VOLUME without a name"),
        OwnershipRow.row("anonymous volume, by itself of the line")
            .line("docker volume create")
            .lists("VOLUME without a name"),
        OwnershipRow.row("anonymous volume, twice of the line")
            .line(ANONYMOUS + "; docker rm rwt-box; " + ANONYMOUS)
            .lists(
                "CONTAINER rwt-box (busybox, exited)",
                "VOLUME without a name",
                "VOLUME without a name"));
  }

  private static List<OwnershipRow> networks() {
    return List.of(
        OwnershipRow.row("network, there and unused")
            .before(NET)
            .line("docker ps")
            .leaves("rwt-net"),
        OwnershipRow.row("network, there and used")
            .before(NET)
            .line("docker create --name rwt-box --network rwt-net busybox; " + NET)
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-net"),
        OwnershipRow.row("network, of another before").atThePrompt(NET).line(NET).leaves("rwt-net"),
        OwnershipRow.row("network, of another meanwhile")
            .line("WAIT; docker network create rwt-mine")
            .meanwhile(NET)
            .lists("NETWORK rwt-mine")
            .leaves("rwt-net"),
        OwnershipRow.row("network, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(NET)
            .leaves("rwt-net"),
        OwnershipRow.row("network, of another afterwards")
            .line("docker ps")
            .after(NET)
            .leaves("rwt-net"),
        OwnershipRow.row("network, of the line").line(NET).lists("NETWORK rwt-net"),
        OwnershipRow.row("network, twice of the line")
            .line(NET + "; docker network rm rwt-net; " + NET + "; " + NET)
            .lists("NETWORK rwt-net"));
  }

  private static List<OwnershipRow> tags() {
    return List.of(
        OwnershipRow.row("tag, there and unused")
            .before(TAG)
            .line("docker ps")
            .leaves("rwt-tag:1 busybox"),
        OwnershipRow.row("tag, there and given again")
            .before(TAG)
            .line(TAG)
            .leaves("rwt-tag:1 busybox"),
        OwnershipRow.row("tag, there and moved")
            .before(TAG)
            .line("docker tag redis rwt-tag:1")
            .leaves("rwt-tag:1 redis"),
        OwnershipRow.row("tag, of another before and moved")
            .atThePrompt(TAG)
            .line("docker tag redis rwt-tag:1")
            .leaves("rwt-tag:1 redis"),
        OwnershipRow.row("tag, of another meanwhile")
            .line("WAIT; docker tag redis rwt-mine:1")
            .meanwhile(TAG)
            .lists("NAME rwt-mine:1")
            .leaves("rwt-tag:1 busybox"),
        OwnershipRow.row("tag, of both")
            .line("WAIT; docker tag redis rwt-tag:1")
            .meanwhile(TAG)
            .leaves("rwt-tag:1 redis"),
        OwnershipRow.row("tag, of another afterwards")
            .line("docker ps")
            .after(TAG)
            .leaves("rwt-tag:1 busybox"),
        OwnershipRow.row("tag, of the line").line(TAG).lists("NAME rwt-tag:1"),
        OwnershipRow.row("tag, twice of the line")
            .line(TAG + "; docker tag redis rwt-tag:1")
            .lists("NAME rwt-tag:1"));
  }

  private static List<OwnershipRow> images() {
    return List.of(
        OwnershipRow.row("image, there and unused")
            .before(IMAGE)
            .line("docker ps")
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image, there and used")
            .before(IMAGE)
            .line(IMAGE + "; docker tag rwt-image:1 rwt-mine:1")
            .lists("NAME rwt-mine:1")
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image, there and replaced under its name")
            .before(IMAGE)
            .line("docker build -q -t rwt-image:1 DIR2")
            .leaves("an image without a name", "rwt-image:1 built"),
        OwnershipRow.row("image, of another before")
            .atThePrompt(IMAGE)
            .line(IMAGE)
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image, of another meanwhile")
            .line("WAIT; docker build -q -t rwt-mine:1 DIR2")
            .meanwhile(IMAGE)
            .lists("IMAGE rwt-mine:1")
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image without a name, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile("docker build -q DIR")
            .leaves("an image without a name"),
        OwnershipRow.row("image, of another afterwards")
            .line("docker ps")
            .after(IMAGE)
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image, of the line").line(IMAGE).lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image without a name, of the line")
            .line("docker build -q DIR")
            .lists("IMAGE without a name"),
        OwnershipRow.row("image, committed by the line")
            .line(BOX + "; docker commit rwt-box rwt-image:1")
            .lists("CONTAINER rwt-box (busybox, created)", "IMAGE rwt-image:1"),
        OwnershipRow.row("image, twice of the line")
            .line(IMAGE + "; docker build -q -t rwt-image:1 DIR2")
            .lists("IMAGE rwt-image:1", "IMAGE without a name"));
  }

  private OwnershipRows() {}

  /** All rows. */
  public static Stream<OwnershipRow> all() {
    return Stream.of(containers(), volumes(), anonymous(), networks(), tags(), images())
        .flatMap(List::stream);
  }
}
