package voxpop.gateway.client;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service is called. A controller takes it as a parameter; the door made it from
 * cookies, the bearer token and the socket, never from what somebody outside says about themselves.
 *
 * @param reader what the services know a reader by; absent before the first write
 * @param network what the services know a network by
 * @param token the signed-in author's short-lived token
 * @param signedIn who that is
 * @param session the id of the browser's session, when there is one
 * @param languages what the browser sent as {@code Accept-Language}
 */
public record Visitor(
    @Nullable String reader,
    @Nullable String network,
    @Nullable String token,
    @Nullable Author signedIn,
    @Nullable UUID session,
    @Nullable String languages) {

  /** For what is the same for everybody, such as a page that goes into the cache. */
  public static final Visitor NOBODY = new Visitor(null, null, null, null, null, null);

  public Optional<Author> author() {
    return Optional.ofNullable(signedIn);
  }

  /** The same visitor, asking in this language. */
  public Visitor in(String language) {
    return new Visitor(reader, network, token, signedIn, session, language);
  }
}
