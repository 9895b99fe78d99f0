package voxpop.gateway.edge;

/** A form of the studio came without its token, or with somebody else's. */
public final class BadForm extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadForm() {
    super("the form's token is missing or not this session's", null, false, false);
  }
}
