package voxpop.gateway.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was made, before it may be kept.
 *
 * @param subjects what it tells of, see {@link Subjects}; a change of one of them makes it old
 * @param lifetime for how long it is current if no change is told
 * @param location where a redirect leads
 * @param links what stands in its {@code Link} header
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a socket, never compared
public record Rendered(
    int status,
    String contentType,
    byte[] body,
    Set<String> subjects,
    Duration lifetime,
    @Nullable URI location,
    @Nullable String links,
    @Nullable Again again) {

  public static final String HTML = "text/html; charset=utf-8";

  /** A page. */
  public static Rendered page(byte[] html, Set<String> subjects, Duration lifetime) {
    return of(HTML, html, subjects, lifetime);
  }

  /** A document of another kind. */
  public static Rendered of(
      String contentType, byte[] body, Set<String> subjects, Duration lifetime) {
    return new Rendered(200, contentType, body, subjects, lifetime, null, null, null);
  }

  /** The thing has another address now, for good. */
  public static Rendered moved(URI location) {
    return new Rendered(301, HTML, new byte[0], Set.of(), Duration.ZERO, location, null, null);
  }

  /** Lets it be made anew from less than everything. */
  public Rendered with(Again again) {
    return new Rendered(status, contentType, body, subjects, lifetime, location, links, again);
  }

  /** The same with a {@code Link} header. */
  public Rendered linking(@Nullable String links) {
    return new Rendered(status, contentType, body, subjects, lifetime, location, links, again);
  }

  Rendered bare() {
    return new Rendered(
        status, contentType, new byte[0], subjects, lifetime, location, links, again);
  }

  /** Only what is there is kept; what isn't may come at any moment. */
  boolean keepable() {
    return status == 200;
  }
}
