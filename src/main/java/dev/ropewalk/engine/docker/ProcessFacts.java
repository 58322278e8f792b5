package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.command.TopContainerResponse;
import dev.ropewalk.engine.ContainerProcess;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads the table that {@code docker top} shows. */
final class ProcessFacts {
  private ProcessFacts() {}

  static List<ContainerProcess> read(TopContainerResponse top) {
    List<String> titles = Fields.of(top).texts("Titles");
    return top.getRawValues().get("Processes") instanceof Collection<?> rows
        ? rows.stream()
            .filter(Collection.class::isInstance)
            .map(
                row ->
                    process(titles, ((Collection<?>) row).stream().map(String::valueOf).toList()))
            .toList()
        : List.of();
  }

  private static ContainerProcess process(List<String> titles, List<String> row) {
    return new ContainerProcess(
        number(cell(titles, row, "PID")),
        number(cell(titles, row, "PPID")),
        cell(titles, row, "UID", "USER"),
        cell(titles, row, "CMD", "COMMAND"));
  }

  private static String cell(List<String> titles, List<String> row, String... names) {
    return Arrays.stream(names)
        .mapToInt(titles::indexOf)
        .filter(column -> column >= 0 && column < row.size())
        .mapToObj(row::get)
        .findFirst()
        .orElse("");
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
