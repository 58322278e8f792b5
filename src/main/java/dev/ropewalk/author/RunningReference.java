package dev.ropewalk.author;

import dev.ropewalk.text.MarkdownPage;

/** Where the command lines of a check file run, in the reference. */
final class RunningReference {
  private static final String LINES =
      """
      ## Where command lines run

      Command lines are written as they are typed at the prompt: several lines below a `|`, also with here-documents, loops and
      functions. `:answer VALUE` among them answers the question of the step.

      | lines | when they run | where, and in which shell | what counts as the learner's |
      | --- | --- | --- | --- |
      | what the learner types | in the lesson | in the learner's bash, with their own startup files; beside `ropewalk watch` in any shell of theirs | all of it |
      | `setup`; building `needs.images` | before the lesson or the step opens, and again whenever it is begun anew, as after `:reset` | unseen, in a bash that is there for these lines alone, in the lesson's working folder, with nothing to read from. The first command that fails ends it, and the step stays shut. `cd` and variables do not last | nothing. What they make belongs to the lesson, so `:reset` removes it, but no check takes it for the learner's doing |
      | `solution` | when the learner says `:skip` or `:goto`, and in proofs | seen, in the learner's bash (beside `ropewalk watch` in one of ropewalk's), one after the other, so `cd` and variables last; first it goes to the lesson's working folder | all of it, as if typed; the step is marked as skipped |
      | `accept`, `mistakes` with `try`, `survivors` with `mutant` | in `author prove`, never with a learner | as a solution | all of it |
      | a `script` check | when the step is judged and the learner has done something in it | unseen, in a bash of its own with nothing to read from, in the folder in which the learner's shell is now; captured values are in its environment; after `limit` it is ended with all that it has started | nothing; it must only read |

      The working folder of a lesson is `~/ropewalk/SLUG`. A lesson has one if its check file has `folder: own`, `files` or a `setup`, or
      builds an image. The learner's shell is led there when the lesson opens, and the nouns that look at files look there, wherever
      the shell is later. Without one, the shell stays where it is, and files are looked for there.

      `:reset` lays all `files` again. `:retry` lays those again that were as given when the step opened, and brings back what stood
      then in other files that checks look at, texts of 16 KiB at most; what an earlier step made of the rest stays. A file that the
      learner has changed is never lost: it is kept beside it as `NAME.yours-1`.

      | what runs | engine | home folder `~`, and user | where the shell begins |
      | --- | --- | --- | --- |
      | `ropewalk learn`, `ropewalk watch` | the one that `docker` uses | the learner's | where ropewalk was started |
      | `ropewalk learn --private` | one that is there for this lesson alone | `/root` of a small machine, root; both end with the lesson | the home folder |
      | `ropewalk author prove`, `ropewalk grade` | the same, one for each trial or submission | the same, emptied before each opening of a lesson; bash reads no startup files | the home folder |
      | `ropewalk author prove --here` | the one that `docker` uses | yours; but `~/ropewalk` is in a new folder, which is removed afterwards; bash reads no startup files, and scripts are not run | this new folder |
      | `ropewalk author lint`, `ropewalk author preview` | none | | nothing is run |

      In a private machine there are the programs in `/usr` of yours, and of your environment nothing but `PATH`, `HOME`, `TERM` and
      `LANG`. `--no-scripts` keeps `ropewalk learn` and `ropewalk check` from running scripts of a course.

      Whatever docker command or other client runs in the learner's shell asks the engine through ropewalk's recorder, whose
      address is in `DOCKER_HOST`. That is how checks such as `shown` know what the learner has seen. What a setup or a script asks
      is not the learner's.

      ## What must be there: `needs`

      | key | when it is looked at | what happens then |
      | --- | --- | --- |
      | `images: [redis]` | before the lesson opens | the learner is asked whether it is to be fetched |
      | `images: [{shop: images/shop}]` | when the lesson opens | the image `shop` is built from the `Dockerfile` in that folder of the course, as a `setup` |
      | `free:` names, ports, volumes, networks, images | before the lesson opens | the lesson stays shut while one of them is taken, and tells by whom: nothing of the learner's is touched. Name here all that the steps make |
      | `commands: [git, docker compose or docker-compose]` | before the lesson opens | the lesson stays shut while one is missing |
      | `engine: private` | before the lesson opens | the lesson stays shut but with `ropewalk learn --private` |
      | `trust: namespaces` or `engine` | before `ropewalk grade` begins | the lesson is not graded on engines of a lower level, whatever `--trust` accepts ([grading](grading.md#what-keeps-a-submission-in)); who learns never notices |

      When a lesson is gone on with that was begun before, none of it is looked at again.
      """;

  private RunningReference() {}

  static void addTo(MarkdownPage page) {
    page.paragraph(LINES);
  }
}
