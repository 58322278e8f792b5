package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;

/** What came of a line of the learner, for somebody who asks whether something was seen. */
sealed interface Glance {
  /** It was seen. */
  record Seen() implements Glance {}

  /** The learner looked there, and did not see it. */
  record Missed(Diagnosis why) implements Glance {}

  /** The learner looked elsewhere, or nowhere. */
  record Elsewhere() implements Glance {}
}
