package voxpop.comment.spam;

import jakarta.inject.Singleton;
import voxpop.kit.problem.Problem;

/** Refuses what fills in fields that people don't see. */
@Singleton
class Honeypot implements SpamFilter {
  @Override
  public Finding judge(Submission submission) {
    return submission.baits().stream()
        .filter(bait -> bait.value() != null && !bait.value().isEmpty())
        .findFirst()
        .<Finding>map(
            bait ->
                new Finding.Refuse(
                    Problem.invalid(
                        "honeypot",
                        bait.field(),
                        "Leave this field empty: only programs fill it in.")))
        .orElse(Finding.PASS);
  }

  @Override
  public String name() {
    return "honeypot";
  }

  @Override
  public int getOrder() {
    return 0;
  }
}
