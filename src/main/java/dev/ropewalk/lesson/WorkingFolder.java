package dev.ropewalk.lesson;

import java.util.List;

/**
 * A folder that a lesson is worked on in: {@code ropewalk/NAME} in the learner's home folder.
 *
 * @param name the lesson's slug
 * @param files what the lesson brings along
 */
public record WorkingFolder(String name, List<LessonFile> files) {
  public WorkingFolder {
    files = List.copyOf(files);
  }
}
