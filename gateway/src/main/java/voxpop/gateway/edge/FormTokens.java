package voxpop.gateway.edge;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Visitor;

/**
 * The token in every form of the studio: a page of another site can't know it. It belongs to the
 * session, so a form that stood open for a day still works.
 */
@Singleton
public class FormTokens {
  private final GatewayKey key;

  FormTokens(GatewayKey key) {
    this.key = key;
  }

  /** What goes into the hidden field. */
  public String of(Visitor visitor) {
    return key.sign("form", owner(visitor));
  }

  /**
   * Checks the field.
   *
   * @throws BadForm if the field doesn't belong to this visitor's session
   */
  public void check(Visitor visitor, @Nullable String token) {
    if (token == null || !key.signed("form", owner(visitor), token)) {
      throw new BadForm();
    }
  }

  private static String owner(Visitor visitor) {
    if (visitor.session() != null) {
      return "session " + visitor.session();
    }
    return visitor.author().map(author -> "author " + author.id()).orElse("nobody");
  }
}
