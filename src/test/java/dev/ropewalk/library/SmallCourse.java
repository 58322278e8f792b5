package dev.ropewalk.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of one lesson that runs everything that a course can run. */
public final class SmallCourse {
  private static final String CHECKS =
      """
      needs:
        images: [busybox, {shop: images/shop}]
      setup: |
        docker volume create shop-data
      steps:
        setup:
          setup: touch ready
          checks:
            - check: The shop is there
              any:
                - container: shop
                  expect: {state: running}
                - script: |
                    test -e ready &&
                      docker inspect shop
          solution: docker run -d --name shop shop
      """;

  private SmallCourse() {}

  /** Writes it into a folder, which is made. */
  public static Path write(Path folder) throws IOException {
    file(folder, "course.yaml", "title: The shop\nauthor: A teacher\nlicence: MIT\n");
    file(folder, "lessons/10-shop.md", "# A shop\n\nIntro.\n\n## Setup\n\n> **Do:** Open it.\n");
    file(folder, "checks/10-shop.yaml", CHECKS);
    file(folder, "images/shop/Dockerfile", "FROM busybox\nRUN echo hello >/shop\n");
    return folder;
  }

  /** Writes one file of it. */
  public static Path file(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
