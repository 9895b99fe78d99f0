package voxpop.comment.spam;

import io.micronaut.core.order.Ordered;

/** One link of the chain; beans of this type are asked in their order until one refuses. */
interface SpamFilter extends Ordered {
  Finding judge(Submission submission);

  /** Stable name, for metrics and the moderators. */
  String name();
}
