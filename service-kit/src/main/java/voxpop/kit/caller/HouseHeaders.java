package voxpop.kit.caller;

/**
 * Headers that only the programs of the house send each other; the gateway strips them from
 * outside.
 */
public final class HouseHeaders {
  /** Every header of the house begins so. */
  public static final String PREFIX = "Voxpop-";

  /** The calling program's secret. */
  public static final String INTERNAL = "Voxpop-Internal";

  /** HMAC of the reader's cookie. */
  public static final String READER = "Voxpop-Reader";

  /** HMAC of the reader's network. */
  public static final String NETWORK = "Voxpop-Network";

  /** In an answer: refused because too much is going on, which is no failure. */
  public static final String BUSY = "Voxpop-Busy";

  private HouseHeaders() {}
}
