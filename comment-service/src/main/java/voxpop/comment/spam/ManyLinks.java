package voxpop.comment.spam;

import jakarta.inject.Singleton;

/** Holds what consists of links: people rarely need more than two, advertisers always do. */
@Singleton
class ManyLinks implements SpamFilter {
  static final int MAX_LINKS = 2;

  @Override
  public Finding judge(Submission submission) {
    boolean trusted = submission.caller().author().isPresent();
    return submission.links() > MAX_LINKS && !trusted ? Finding.HOLD : Finding.PASS;
  }

  @Override
  public String name() {
    return "links";
  }

  @Override
  public int getOrder() {
    return 20;
  }
}
