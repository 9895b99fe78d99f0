package voxpop.comment.spam;

import voxpop.kit.problem.Problem;

/** What a filter says. */
sealed interface Finding {
  Finding PASS = new Pass();
  Finding HOLD = new Hold();

  record Pass() implements Finding {}

  /** A moderator is to look at it first. */
  record Hold() implements Finding {}

  record Refuse(Problem problem) implements Finding {}
}
