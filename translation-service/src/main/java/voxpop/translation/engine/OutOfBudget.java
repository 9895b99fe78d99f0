package voxpop.translation.engine;

import java.time.Instant;

/** An engine would answer, but its characters for this month are used up. */
public class OutOfBudget extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Instant renewed;

  OutOfBudget(String engine, Payer payer, Instant renewed) {
    super(
        (payer == Payer.VISITOR ? "The visitors' share of " : "")
            + engine
            + "'s characters for this month is used up; it is renewed on "
            + renewed.toString().substring(0, 10)
            + ".",
        null,
        false,
        false);
    this.renewed = renewed;
  }

  /** When the next month begins, in UTC. */
  public Instant renewed() {
    return renewed;
  }
}
