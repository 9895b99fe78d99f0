package voxpop.translation.engine;

/** Whose share of an engine's budget a translation is charged to. */
public enum Payer {
  /** Whoever works here asked for it, or the queue. */
  SITE,
  /** A visitor asked for it: only a part of the budget is theirs. */
  VISITOR
}
