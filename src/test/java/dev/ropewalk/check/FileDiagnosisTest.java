package dev.ropewalk.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner reads of files, of a Dockerfile and of the machine. */
final class FileDiagnosisTest {
  @TempDir private Path folder;
  private final Book book = new Book();

  @Test
  void file() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "hello\n");
    Files.setPosixFilePermissions(note, PosixFilePermissions.fromString("rw-r-----"));
    UnaryOperator<Bench> here = b -> b.in(folder);
    book.tell("there", "file: note.txt\nexpect: exists", here);
    book.tell("as it should be", "file: note.txt\nexpect: {mode: 640, contains: hello}", here);
    book.tell("bare text", "file: note.txt\nexpect: {text: hello}", here);
    book.tell("not there", "file: nite.txt\nexpect: exists", here);
    book.tell("another text", "file: note.txt\nexpect: {contains: bye}", here);
    book.tell("another mode", "file: note.txt\nexpect: {mode: 600}", here);
    book.tell("still there", "file: note.txt\nexpect: absent", here);
    book.tell("gone", "file: nite.txt\nexpect: absent", here);
    book.tell("its size", "file: note.txt\nexpect: {size: 6}", here);
    book.tell("another size", "file: note.txt\nexpect: {size: {at_least: 1k}}", here);
    book.tell(
        "its hash",
        "file: note.txt\nexpect: {sha256: 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03}",
        here);
    book.tell("no binary file", "file: note.txt\nexpect: {binary: true}", here);
    Files.write(folder.resolve("program"), new byte[] {0x7f, 'E', 'L', 'F', 0, (byte) 0xff});
    book.tell("binary", "file: program\nexpect: {binary: true, size: 6, contains: ELF}", here);
    book.tell("no text", "file: program\nexpect: {binary: false}", here);
    Files.writeString(folder.resolve("void"), "");
    book.tell("empty", "file: void\nexpect: {binary: true}", here);
    Files.writeString(folder.resolve("app.env"), "DB_HOST=database\n");
    String env = "file: app.env\nexpect: {matches: '%s'}";
    book.tell("a pattern of lines", env.formatted("(?m)^DB_HOST=db\\.example\\.com$"), here);
    book.tell("a pattern with a name", env.formatted("DB_PORT[=:] *\"?\\d+"), here);
    book.tell("one of two", env.formatted("LOG_LEVEL|DEBUG"), here);
    book.tell("a pattern that tells nothing", env.formatted("(a|b)?[0-9]"), here);
    book.tell("captured", "file: note.txt\nexpect: exists\ncapture: {note: text}", here);
    book.compare("file");
  }

  @Test
  void a_long_file_is_read_to_its_end() throws IOException {
    String line = "a line of some text without any end\n";
    Files.writeString(folder.resolve("long.txt"), line.repeat(100_000) + "last words\n");
    Files.write(folder.resolve("huge"), new byte[(32 << 20) + 1]);
    UnaryOperator<Bench> here = b -> b.in(folder);
    book.tell("its end", "file: long.txt\nexpect: {contains: last words}", here);
    book.tell("by a pattern", "file: long.txt\nexpect: {matches: 'last w\\w+$'}", here);
    book.tell("too long", "file: huge\nexpect: {contains: last words}", here);
    book.tell("too long, by its size", "file: huge\nexpect: {size: {at_least: 32m}}", here);
    book.tell("too long to capture", "file: long.txt\nexpect: exists\ncapture: {t: text}", here);
    book.tell(
        "a part of it",
        "file: long.txt\nexpect: exists\ncapture: {t: {text: 'last (\\w+)'}}",
        here);
    book.tell(
        "a part that is not there",
        "file: long.txt\nexpect: exists\ncapture: {t: {text: 'first (\\w+)'}}",
        here);
    book.compare("file-long");
  }

  @Test
  void host() {
    book.tell(
        "as it should be",
        "host: {engine: {version: \">=20.10 <30\"}, cgroup: 1, free_disk: {at_least: 1g}}",
        b -> {
          b.probes.disk(2L << 30);
          return b;
        });
    book.tell("too old", "host: {engine: {version: \">=28\"}}", b -> b);
    book.tell(
        "too little space",
        "host: {free_disk: {at_least: 1g}}",
        b -> {
          b.probes.disk(1L << 20);
          return b;
        });
    book.tell("another machine", "host: {free_disk: {at_least: 1g}}", b -> b);
    book.compare("host");
  }

  @Test
  void dockerfile() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"),
        """
        FROM node:22 AS build
        COPY package.json .
        RUN npm ci
        COPY . .
        FROM nginx
        ADD page.html /usr/share/nginx/html/
        COPY --from=build /app /usr/share/nginx/html
        """);
    Files.writeString(folder.resolve("Dockerfile.bad"), "FROM redis:7\nCOPPY a b\n");
    UnaryOperator<Bench> here = b -> b.in(folder);
    book.tell(
        "as it should be",
        """
        dockerfile: Dockerfile
        expect:
          base: nginx
          stages: [build, "1"]
          instructions:
            in_order: [COPY package.json ., {word: RUN, arguments: {contains: npm}}, COPY . .]
            none: {word: CMD}
          order: {in_order: [FROM, FROM, COPY]}
          user: {absent: true}
          lint: {none: shell_form}
        """,
        here);
    book.tell("not there", "dockerfile: app/Dockerfile\nexpect: {base: nginx}", here);
    book.tell(
        "a near name", "dockerfile: Dockerfil\nexpect: {base: nginx}", b -> b.inLessons(folder));
    book.tell("refused by docker", "dockerfile: Dockerfile.bad\nexpect: {base: nginx}", here);
    String file = "dockerfile: Dockerfile\nexpect: ";
    book.tell("another base", file + "{base: nginx:1.27}", here);
    book.tell("too many stages", file + "{stages: {count: 1}}", here);
    book.tell("no such instruction", file + "{instructions: {any: EXPOSE 80}}", here);
    book.tell(
        "none of two that would do",
        file + "{instructions: {any: {word: {one_of: [EXPOSE, VOLUME]}}}}",
        here);
    book.tell(
        "one of two that would do, with other arguments",
        file
            + "{instructions: {any: {word: {one_of: [COPY, ADD]}, arguments: {matches: \"^x$\"}}}}",
        here);
    book.tell("another order", file + "{order: {in_order: [RUN, COPY, RUN]}}", here);
    book.tell(
        "one too early",
        file + "{instructions: {in_order: [COPY . ., {word: RUN, arguments: {contains: npm}}]}}",
        here);
    book.tell("more of them", file + "{instructions: [{word: FROM}, {word: RUN}]}", here);
    book.tell("a wrong one", file + "{instructions: {not: {any: COPY . .}}}", here);
    book.tell(
        "all but one",
        file + "{instructions: {all: {arguments: {not: {matches: 'npm|yarn'}}}}}",
        here);
    book.tell("two rules", file + "{instructions: {any: {word: RUN}, none: {word: ADD}}}", here);
    book.tell("no user", file + "{user: app}", here);
    book.tell("faults", file + "{lint: {empty: true}}", here);
    book.tell("the fault that matters", file + "{lint: {none: add_for_copy}}", here);
    book.tell("a fault that is wanted", file + "{lint: {contains: shell_form}}", here);
    book.compare("dockerfile");
  }
}
